//! What comes again, what counts from something, English, and cells that hold more than one deadline.

use super::*;
use crate::plan::At::{After, Date, Day as On, End, Weekday as Wd};
use crate::plan::{After as From, At, Every, Length, Unit, Within};
use chrono::Weekday;

fn each(unit: Unit, count: u32, at: At) -> DeadlineKind {
    DeadlineKind::Every(Every { unit, count, at, until: None })
}

fn every(unit: Unit, at: At, texts: &[&str]) {
    reads(&each(unit, 1, at), None, texts);
}

#[test]
fn a_duty_that_comes_again() {
    every(Unit::Weeks, End, &["Hằng tuần", "mỗi tuần", "01 lần/tuần"]);
    every(Unit::Months, End, &["Hằng tháng", "hàng tháng.", "Định kỳ hằng tháng", "Báo cáo hằng tháng", "1 lần/tháng"]);
    every(Unit::Quarters, End, &["Hằng quý", "Mỗi quý"]);
    every(Unit::Halves, End, &["6 tháng một lần", "Định kỳ 6 tháng", "6 tháng/lần", "06 tháng 1 lần"]);
    every(Unit::Years, End, &["Hằng năm", "hàng năm", "Định kỳ hằng năm"]);
    reads(&each(Unit::Weeks, 2, End), None, &["2 tuần một lần", "02 tuần/lần"]);
    reads(&each(Unit::Years, 1, End), Some(Year(2026)), &["Hằng năm, từ năm 2026", "Từ năm 2026, hằng năm"]);
}

#[test]
fn the_day_of_each_time() {
    let monthly = ["trước ngày 05 hằng tháng", "Hằng tháng, trước ngày 05", "Chậm nhất ngày 05 hằng tháng"];
    every(Unit::Months, On(5), &monthly);
    let last_month = [
        "trước ngày 15 của tháng cuối quý",
        "Hằng quý, trước ngày 15 của tháng cuối quý",
        "Trước ngày 15 tháng cuối của quý",
    ];
    every(Unit::Quarters, On(15), &last_month);
    every(Unit::Months, After(5), &["trước ngày 05 của tháng sau", "Hằng tháng, trước ngày 05 tháng kế tiếp"]);
    let next_quarter = ["Trước ngày 10 của tháng đầu quý sau", "Hằng quý, chậm nhất 10 ngày sau khi kết thúc quý"];
    every(Unit::Quarters, After(10), &next_quarter);
    every(Unit::Years, Date(12, 10), &["trước ngày 10/12 hằng năm", "Hằng năm, trước ngày 10 tháng 12"]);
    every(Unit::Weeks, Wd(Weekday::Fri), &["Thứ Sáu hằng tuần", "Hằng tuần, vào thứ 6"]);
}

#[test]
fn a_duty_that_comes_again_in_english() {
    every(Unit::Weeks, End, &["Weekly", "Every week"]);
    every(Unit::Months, End, &["Monthly", "each month"]);
    every(Unit::Quarters, End, &["Quarterly", "each quarter"]);
    every(Unit::Halves, End, &["Semi-annually", "Every six months", "twice a year"]);
    every(Unit::Years, End, &["Annually", "Every year"]);
    every(Unit::Months, On(5), &["by the 5th of each month", "Monthly, by the 5th"]);
    let last_month = ["by the 15th of the last month of the quarter", "Quarterly, by the 15th of the last month"];
    every(Unit::Quarters, On(15), &last_month);
    let next_month = ["by the 5th of the following month", "Monthly, within 5 days of the end of the month"];
    every(Unit::Months, After(5), &next_month);
    every(Unit::Years, Date(12, 10), &["annually by December 10", "By 10 December of each year"]);
    every(Unit::Weeks, Wd(Weekday::Fri), &["Every Friday", "Weekly on Friday"]);
    reads(&each(Unit::Weeks, 2, End), None, &["Every 2 weeks"]);
    reads(&each(Unit::Years, 1, End), Some(Year(2026)), &["Annually, from 2026"]);
}

#[test]
fn a_length_after_something() {
    let within = |length, after| DeadlineKind::Within(Within { length, after });
    reads(
        &within(Length::Days(30), From::Issue),
        None,
        &[
            "trong vòng 30 ngày kể từ ngày ban hành",
            "Trong thời hạn 30 ngày kể từ ngày ban hành Kế hoạch này",
            "Chậm nhất 30 ngày kể từ ngày Quyết định này được ban hành.",
            "30 ngày tính từ ngày ký ban hành",
            "within 30 days of the date of this order",
            "Not later than 30 days after the date of this memorandum",
            "30 days from the date of issuance",
        ],
    );
    let event = |text: &str| From::Event(text.to_owned());
    for (text, length, words) in [
        ("10 ngày làm việc kể từ ngày Nghị quyết có hiệu lực.", Length::WorkingDays(10), "Nghị quyết có hiệu lực"),
        ("100 ngày kể từ ngày 03 Nghị định được ban hành", Length::Days(100), "03 Nghị định được ban hành"),
        ("Trong 3 tháng kể từ khi có Quy chế", Length::Months(3), "có Quy chế"),
        ("within 180 days of the enactment of the Act", Length::Days(180), "the enactment of the Act"),
        ("2 weeks after the meeting", Length::Days(14), "the meeting"),
    ] {
        let wanted = Wording { kind: within(length, event(words)), from: None };
        assert_eq!(read_wording(text, None), Ok(wanted), "{text}");
    }
}

#[test]
fn english_days_and_periods() {
    reads(
        &In(on("30/9/2020")),
        None,
        &["September 30, 2020", "30 September 2020", "Sept. 30, 2020", "on the 30th of September 2020", "2020-09-30"],
    );
    reads(
        &By(day("30/9/2020")),
        None,
        &["by September 30, 2020", "No later than 30 Sep 2020", "Due: on or before September 30, 2020."],
    );
    reads(&B(day("30/9/2020")), None, &["before September 30, 2020"]);
    reads(&In(Month(2020, 9)), None, &["September 2020", "by the end of September 2020", "Late September 2020"]);
    reads(&In(Quarter(2026, 3)), None, &["by the end of Q3 2026", "Third quarter of 2026", "By Q3 2026", "in Q3 2026"]);
    reads(&In(Year(2017)), None, &["Late 2017", "By the end of 2017", "in 2017"]);
    reads(&In(Month(2027, 11)), None, &["By fall 2027", "Autumn 2027"]);
    reads(&In(Month(2027, 5)), None, &["spring of 2027"]);
    reads(&In(Month(2017, 11)), Some(Month(2016, 11)), &["Nov 2016 – Nov 2017", "November 2016 to November 2017"]);
    reads(&In(Month(2026, 5)), Some(Month(2026, 3)), &["March – May 2026"]);
    reads(&Ongoing, None, &["Ongoing", "on an ongoing basis", "Continuous."]);
    reads(&Ongoing, Some(Month(2026, 1)), &["From January 2026 onwards", "Ongoing, starting January 2026"]);
}

#[test]
fn what_names_no_year_is_of_the_year_that_is_given() {
    for (text, kind, from) in [
        ("Trong Quý III", In(Quarter(2026, 3)), None),
        ("Trước ngày 30/11", B(day("30/11/2026")), None),
        ("Tháng 12", In(Month(2026, 12)), None),
        ("Trong năm", In(Year(2026)), None),
        ("Quý II - Quý III", In(Quarter(2026, 3)), Some(Quarter(2026, 2))),
        ("By September 30", By(day("30/9/2026")), None),
        ("Quý III/2025", In(Quarter(2025, 3)), None),
    ] {
        assert_eq!(read_wording(text, Some(2026)), Ok(Wording { kind, from }), "{text}");
    }
    assert_eq!(read_wording("Trong Quý III", None), Err(Unread::Unknown));
}

#[test]
fn two_deadlines_in_one_cell_are_told_from_what_is_not_known() {
    for text in [
        "Quý II/2026 (Kế hoạch); Quý IV/2026 (báo cáo)",
        "Định kỳ 6 tháng và hằng năm",
        "Trước ngày 30/11/2025 và ngày 15/12/2025",
        "Quarterly and annually",
        "By March 2026 (draft)\nBy June 2026 (decision)",
    ] {
        assert_eq!(read_wording(text, None), Err(Unread::Several), "{text}");
    }
    for text in ["Quý I và quý III/2026", "Sau khi có Quy chế và hướng dẫn", "Trước ngày 30/11/2025; khi cần"]
    {
        assert_eq!(read_wording(text, None), Err(Unread::Unknown), "{text}");
    }
}
