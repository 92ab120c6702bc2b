//! Deadlines in the words of a plan.
#![allow(missing_docs, reason = "a name says which word it is; the text stands beside it")]

use super::words;
use crate::text::Lang;

/// A day of the week, counted from Monday.
pub fn weekday(lang: Lang, number: u32) -> &'static str {
    let days: [fn(Lang) -> &'static str; 7] = [monday, tuesday, wednesday, thursday, friday, saturday, sunday];
    days.get(number as usize).map_or("", |day| day(lang))
}

words! {
    // Days and periods
    day(day: u32, month: &str, year: i32, name: &str) { vi: "ngày {day:02}/{month}/{year:04}", en: "{day} {name} {year:04}" }
    week(week: u32, year: i32) { vi: "tuần {week} năm {year:04}", en: "week {week} of {year:04}" }
    month(month: &str, year: i32, name: &str) { vi: "tháng {month}/{year:04}", en: "{name} {year:04}" }
    quarter(roman: &str, quarter: u32, year: i32) { vi: "quý {roman}/{year:04}", en: "Q{quarter} {year:04}" }
    first_half(year: i32) { vi: "6 tháng đầu năm {year:04}", en: "first half of {year:04}" }
    second_half(year: i32) { vi: "6 tháng cuối năm {year:04}", en: "second half of {year:04}" }
    year(year: i32) { vi: "năm {year:04}", en: "{year:04}" }

    // Last days
    before(day: &str) { vi: "trước {day}", en: "before {day}" }
    by(day: &str) { vi: "chậm nhất {day}", en: "by {day}" }
    from_before(from: &str, day: &str) { vi: "từ {from} đến trước {day}", en: "from {from} to before {day}" }
    from_by(from: &str, day: &str) { vi: "từ {from} đến {day}", en: "from {from} to {day}" }
    days(from: &str, to: &str) { vi: "{from} - {to}", en: "{from} – {to}" }
    from_to(from: &str, to: &str) { vi: "từ {from} đến {to}", en: "{from} – {to}" }
    ongoing() { vi: "thường xuyên", en: "ongoing" }
    from_on(from: &str) { vi: "từ {from} trở đi", en: "from {from} onwards" }

    // Lengths
    one_working_day() { vi: "1\u{a0}ngày làm việc", en: "1\u{a0}working day" }
    working_days(count: u32) { vi: "{count}\u{a0}ngày làm việc", en: "{count}\u{a0}working days" }
    one_month() { vi: "1\u{a0}tháng", en: "1\u{a0}month" }
    months(count: u32) { vi: "{count}\u{a0}tháng", en: "{count}\u{a0}months" }
    within_of_issue(length: &str) { vi: "trong vòng {length} kể từ ngày ban hành", en: "within {length} of issue" }
    within_of_event(length: &str, event: &str) { vi: "trong vòng {length} kể từ ngày {event}", en: "within {length} of {event}" }
    within_of_row(length: &str, row: &str) {
        vi: "trong vòng {length} kể từ ngày hoàn thành nhiệm vụ {row}",
        en: "within {length} of the completion of {row}"
    }

    // What comes again
    every_week() { vi: "hằng tuần", en: "every week" }
    every_month() { vi: "hằng tháng", en: "every month" }
    every_quarter() { vi: "hằng quý", en: "every quarter" }
    every_half() { vi: "6 tháng một lần", en: "every half-year" }
    every_year() { vi: "hằng năm", en: "every year" }
    every_weeks(count: u32) { vi: "{count} tuần một lần", en: "every {count} weeks" }
    every_months(count: u32) { vi: "{count} tháng một lần", en: "every {count} months" }
    every_quarters(count: u32) { vi: "{count} quý một lần", en: "every {count} quarters" }
    every_years(count: u32) { vi: "{count} năm một lần", en: "every {count} years" }
    by_day_of_month(day: u32, nth: &str) { vi: "chậm nhất ngày {day:02} hằng tháng", en: "by the {nth} of each month" }
    by_day_of_quarter(day: u32, nth: &str) {
        vi: "chậm nhất ngày {day:02} của tháng cuối quý",
        en: "by the {nth} of the last month of each quarter"
    }
    by_day_of_last_month(often: &str, day: u32, nth: &str) {
        vi: "{often}, chậm nhất ngày {day:02} của tháng cuối kỳ",
        en: "{often}, by the {nth} of its last month"
    }
    each_weekday(day: &str) { vi: "{day} hằng tuần", en: "every {day}" }
    on_weekday(often: &str, day: &str) { vi: "{often}, vào {day}", en: "{often}, on {day}" }
    by_date_of_year(day: u32, month: &str, name: &str) { vi: "chậm nhất ngày {day:02}/{month} hằng năm", en: "every year, by {day} {name}" }
    by_date(often: &str, day: u32, month: &str, name: &str) { vi: "{often}, chậm nhất ngày {day:02}/{month}", en: "{often}, by {day} {name}" }
    days_after(often: &str, days: &str) { vi: "{often}, chậm nhất {days} sau kỳ", en: "{often}, at most {days} after it" }
    recurring_from(from: &str) { vi: ", từ {from}", en: ", from {from}" }
    recurring_until(until: &str) { vi: ", đến {until}", en: ", until {until}" }
    monday() { vi: "thứ Hai", en: "Monday" }
    tuesday() { vi: "thứ Ba", en: "Tuesday" }
    wednesday() { vi: "thứ Tư", en: "Wednesday" }
    thursday() { vi: "thứ Năm", en: "Thursday" }
    friday() { vi: "thứ Sáu", en: "Friday" }
    saturday() { vi: "thứ Bảy", en: "Saturday" }
    sunday() { vi: "Chủ nhật", en: "Sunday" }
}
