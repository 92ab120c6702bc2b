//! What documents of an office say, in the words of Decree 30/2020/NĐ-CP, Appendix I.
#![allow(missing_docs, reason = "a name says which word it is; the text stands beside it")]

use super::words;
use crate::text::Lang;
use chrono::{Datelike, NaiveDate};

words! {
    // The head
    state() { vi: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", en: "SOCIALIST REPUBLIC OF VIET NAM" }
    motto() { vi: "Độc lập - Tự do - Hạnh phúc", en: "Independence - Freedom - Happiness" }
    report_number(symbol: &str) { vi: "Số:      /BC-{symbol}", en: "No.:      /BC-{symbol}" }
    place_and_date(place: &str, date: &str) { vi: "{place}, {date}", en: "{place}, {date}" }
    data_as_of(day: &str) { vi: "(Số liệu tính đến ngày {day})", en: "(Data as of {day})" }
    blank() { vi: "………………", en: "………………" }

    // What a report is called
    title_overdue() { vi: "Báo cáo nhiệm vụ quá hạn", en: "Report on overdue tasks" }
    title_list() { vi: "Báo cáo tình hình thực hiện nhiệm vụ", en: "Status report on the tasks" }
    title_missing() { vi: "Báo cáo cơ quan, đơn vị chưa nộp báo cáo", en: "Report on who has not submitted" }
    title_summary() { vi: "Báo cáo tổng hợp tình hình thực hiện", en: "Summary report" }

    // Columns
    column_last_day() { vi: "Thời hạn hoàn thành", en: "Deadline" }
    column_days_late() { vi: "Số ngày quá hạn", en: "Days late" }
    column_days_left() { vi: "Số ngày còn lại", en: "Days left" }
    column_remarks() { vi: "Ghi chú", en: "Remarks" }

    // What a report comes to
    totals_missing(missing: usize, all: usize) {
        vi: "{missing}/{all} đầu việc chưa nộp.",
        en: "Not submitted: {missing} of {all} obligations."
    }
    totals_done(done: &str, overdue: usize) {
        vi: "Đã hoàn thành {done} đầu việc; {overdue} đầu việc quá hạn.",
        en: "Done: {done} obligations; {overdue} overdue."
    }
    totals_of(items: &str, all: usize, parts: &str) {
        vi: "{items}, {all} đầu việc: {parts}.",
        en: "{items}, {all} obligations: {parts}."
    }
    part_done(count: usize) { vi: "{count} đã hoàn thành", en: "{count} done" }
    part_ahead(count: usize) { vi: "{count} chưa hoàn thành, trong hạn", en: "{count} not yet due" }
    part_overdue(count: usize) { vi: "{count} quá hạn", en: "{count} overdue" }
    part_open(count: usize) { vi: "{count} không thời hạn", en: "{count} without a deadline" }

    // Letters
    letter_number(symbol: &str) { vi: "Số:      /{symbol}-……", en: "No.:      /{symbol}-……" }
    letter_about(plan: &str) { vi: "V/v đôn đốc thực hiện {plan}", en: "Re: what is due under {plan}" }
    letter_to(agency: &str) { vi: "Kính gửi: {agency}.", en: "To: {agency}" }
    // The registry fills in the day.
    date_to_fill_in(month: &str) { vi: "ngày      {month}", en: "      {month}" }
    this_plan() { vi: "kế hoạch", en: "the plan" }
    these_plans() { vi: "các kế hoạch", en: "the plans" }
    plan_by_number(number: &str) { vi: "Kế hoạch số {number}", en: "Plan {number}" }
    plan_by_title(title: &str) { vi: "Kế hoạch “{title}”", en: "Plan “{title}”" }
    plan_in_full(number: &str, issued: &str, issuer: &str, title: &str) {
        vi: "Kế hoạch số {number} ngày {issued} của {issuer} về “{title}”",
        en: "Plan {number} of {issued}, {issuer}, “{title}”"
    }
    draft_in_full(title: &str, issued: &str, issuer: &str) {
        vi: "Kế hoạch “{title}” ngày {issued} của {issuer}",
        en: "Plan “{title}” of {issued}, {issuer}"
    }
    letter_opening(plan: &str, day: &str, agency: &str, count: &str) {
        vi: "Thực hiện {plan}, tính đến ngày {day}, {agency} còn {count} đầu việc chưa nộp báo cáo, cụ thể như sau:",
        en: "Under {plan}, as of {day}, {agency} has not submitted {count} of what is due:"
    }
    letter_closing(coordinator: &str, agency: &str, day: &str, issuer: &str) {
        vi: "{coordinator} đề nghị {agency} khẩn trương thực hiện và gửi báo cáo về {coordinator} chậm nhất ngày {day} để tổng hợp, báo cáo {issuer}./.",
        en: "{coordinator} asks {agency} to deliver without delay and to report to {coordinator} by {day} at the latest, so that it can be summed up for {issuer}."
    }
    still(days: i64) { vi: "còn {days} ngày", en: "{days} days left" }
    recipient_informed(name: &str) { vi: "- {name} (để báo cáo);", en: "- {name} (for information);" }
    column_number() { vi: "Số TT", en: "No." }
    column_content() { vi: "Nội dung", en: "Content" }
    column_period() { vi: "Kỳ", en: "Period" }
    column_missing() { vi: "Cơ quan, đơn vị chưa nộp", en: "Not submitted by" }

    // The foot
    recipients() { vi: "Nơi nhận:", en: "Recipients:" }
    as_above() { vi: "- Như trên;", en: "- As above;" }
    recipient(name: &str) { vi: "- {name};", en: "- {name};" }
    filed() { vi: "- Lưu: VT.", en: "- Files." }
}

/// A date as it stands in the head of a document: days below 10 and the first two months have a zero before them
/// (Decree 30/2020/NĐ-CP, Appendix I, part II.4).
///
/// ```
/// use papi_plan::text::{Lang, words::office};
/// let day = |month, day| chrono::NaiveDate::from_ymd_opt(2020, month, day).unwrap();
/// assert_eq!(office::date(Lang::Vi, day(2, 5)), "ngày 05 tháng 02 năm 2020");
/// assert_eq!(office::date(Lang::Vi, day(9, 15)), "ngày 15 tháng 9 năm 2020");
/// ```
pub fn date(lang: Lang, day: NaiveDate) -> String {
    match lang {
        Lang::Vi => format!("ngày {:02} {}", day.day(), month(lang, day)),
        Lang::En => format!("{} {}", day.day(), month(lang, day)),
    }
}

/// The month of a date.
pub fn month(lang: Lang, day: NaiveDate) -> String {
    match lang {
        Lang::Vi if day.month() <= 2 => format!("tháng {:02} năm {}", day.month(), day.year()),
        Lang::Vi => format!("tháng {} năm {}", day.month(), day.year()),
        Lang::En => day.format("%B %Y").to_string(),
    }
}

/// The kinds of units of local government whose name is where their offices are.
const KINDS: [&str; 4] = ["tỉnh ", "thành phố ", "xã ", "phường "];

/// Where an office is by its name: what follows tỉnh, thành phố, xã or phường.
///
/// ```
/// use papi_plan::text::words::office;
/// assert_eq!(office::place_of("UBND tỉnh Thái Nguyên"), Some("Thái Nguyên"));
/// assert_eq!(office::place_of("Ủy ban nhân dân Phường Tích Lương, thành phố Thái Nguyên"), Some("Tích Lương"));
/// assert_eq!(office::place_of("Thủ tướng Chính phủ"), None);
/// ```
pub fn place_of(office: &str) -> Option<&str> {
    let mut starts = office.char_indices().filter(|(at, _)| *at == 0 || office[..*at].ends_with(' '));
    let name = starts.find_map(|(at, _)| KINDS.iter().find_map(|kind| after(&office[at..], kind)))?;
    let name = name.split(',').next()?.trim();
    (!name.is_empty()).then_some(name)
}

/// What follows a beginning in small letters, whatever letters it is written in.
fn after<'t>(text: &'t str, beginning: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    let is_alike = beginning.chars().all(|known| rest.next().is_some_and(|c| c.to_lowercase().eq([known])));
    is_alike.then_some(rest.as_str())
}
