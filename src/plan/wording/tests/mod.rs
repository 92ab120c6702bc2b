mod doubtful;
mod further;
mod written;

use super::super::{Before, parse_day};
use super::*;
use DeadlineKind::{Before as B, By, In, Ongoing};
use Period::{Day, Month, Quarter, Year};
use unicode_normalization::UnicodeNormalization;

fn day(text: &str) -> NaiveDate {
    parse_day(text).unwrap()
}

fn on(text: &str) -> Period {
    Day(day(text))
}

/// Every wording here is read to the value beside it.
fn reads(kind: &DeadlineKind, from: Option<Period>, texts: &[&str]) {
    let wanted = Ok(Wording { kind: kind.clone(), from });
    for text in texts {
        assert_eq!(read_wording(text, None), wanted, "{text}");
        let decomposed: String = text.nfd().collect();
        assert_eq!(read_wording(&decomposed, None), wanted, "{text}, decomposed");
        assert_eq!(read_wording(&text.to_uppercase(), None), wanted, "{text}, upper case");
        let plain: String =
            decomposed.replace(['đ', 'Đ'], "d").chars().filter(|c| !('\u{300}'..'\u{370}').contains(c)).collect();
        assert_eq!(read_wording(&plain, None), wanted, "{plain}");
    }
}

#[test]
fn a_day_before_which() {
    let sep = B(day("20/9/2020"));
    reads(
        &sep,
        None,
        &["Trước ngày 20/9/2020", "trước ngày 20/09/2020", "Trước 20/9/2020.", "xong trước ngày 20/9/2020"],
    );
    reads(
        &B(day("30/11/2025")),
        None,
        &[
            "Trước 30/11/2025",
            "trước ngày 30 tháng 11 năm 2025",
            "Trước ngày 30-11-2025",
            "Trước ngày 30.11.2025.",
            "Hoàn thành trước ngày 30/11/2025",
            "Hoàn thành, báo cáo trước ngày 30/11/2025",
            "Báo cáo trước ngày 30/11/2025;",
            "Thời hạn: trước ngày 30/11/2025",
            "Thời gian hoàn thành: Trước ngày 30 tháng 11/2025",
            "Trước 30 tháng 11 năm 2025",
            "Trước ngày 30/11/2025 phải hoàn thành",
            "- Trước ngày 30/11/2025",
            "Chậm nhất trước ngày 30/11/2025",
            "Trước\u{a0}ngày\n30/ 11/ 2025",
            "Trước ngày 30/11 năm 2025",
        ],
    );
}

#[test]
fn a_last_day() {
    reads(
        &By(day("31/12/2025")),
        None,
        &[
            "đến hết ngày 31/12/2025",
            "Chậm nhất ngày 31/12/2025",
            "chậm nhất là ngày 31/12/2025",
            "Chậm nhất đến hết ngày 31 tháng 12 năm 2025",
            "muộn nhất vào ngày 31/12/2025",
            "Không quá ngày 31/12/2025",
            "xong trước hết ngày 31/12/2025",
            "Hoàn thành đến ngày 31/12/2025",
            "Hết ngày 31/12/2025",
            "Báo cáo chậm nhất ngày 31/12/2025",
        ],
    );
    reads(&By(day("20/9/2020")), None, &["chậm nhất ngày 20/9/2020"]);
}

#[test]
fn a_single_day_month_quarter_or_year() {
    reads(
        &In(on("10/10/2020")),
        None,
        &["Ngày 10/10/2020", "10/10/2020", "Hạn chót: 10/10/2020", "vào ngày 10-10-2020"],
    );
    reads(&In(Month(2020, 11)), None, &["Tháng 11 năm 2020", "tháng 11/2020", "Tháng 11, năm 2020", "11/2020"]);
    reads(
        &In(Month(2025, 12)),
        None,
        &[
            "xong trong tháng 12/2025",
            "Trong tháng 12/2025",
            "tháng12/2025",
            "Tháng 12-2025",
            "T12/2025",
            "đến hết tháng 12/2025",
            "Cuối tháng 12/2025",
            "Xong trước hết tháng 12 năm 2025",
            "Báo cáo trong tháng 12/2025",
            "Tháng 12/2025 hoàn thành.",
        ],
    );
    reads(&In(Quarter(2020, 4)), None, &["Quý IV năm 2020", "Quý IV 2020", "Quý 4/2020", "Quý 04/2020"]);
    reads(
        &In(Quarter(2025, 4)),
        None,
        &[
            "Quí IV-2025",
            "Q.IV/2025",
            "QIV/2025",
            "Q4/2025",
            "Quý Ⅳ/2025",
            "Quý IV / 2025",
            "Hoàn thành trong quý IV, năm 2025",
        ],
    );
    reads(&In(Quarter(2026, 3)), None, &["Trong quý III năm 2026", "Chậm nhất trong quý III/2026"]);
    reads(&In(Quarter(2021, 1)), None, &["Quý I năm 2021"]);
    reads(&In(Year(2025)), None, &["Hoàn thành trong năm 2025", "Năm 2025", "2025", "hết năm 2025", "Đến năm 2025"]);
}

#[test]
fn a_range() {
    let q2 = In(Quarter(2026, 2));
    let quarters = ["Quý IV/2025- Quý II/2026", "Từ quý IV/2025 đến quý II/2026", "Quý IV/2025 – II/2026"];
    reads(&q2, Some(Quarter(2025, 4)), &quarters);
    reads(
        &In(Quarter(2025, 4)),
        Some(Quarter(2025, 3)),
        &[
            "Quý III - IV/2025",
            "Quý III — Quý IV/2025",
            "Quý III-IV năm 2025",
            "Quý 3 - 4/2025",
            "Quý 3 - 4 năm 2025",
            "Từ quý III đến hết quý IV/2025",
        ],
    );
    reads(
        &In(Month(2025, 12)),
        Some(Month(2025, 8)),
        &[
            "tháng 8 - 12/2025",
            "Tháng 8-12/2025",
            "Tháng 8 – tháng 12/2025",
            "Từ tháng 8 đến tháng 12/2025",
            "Từ tháng 8 đến tháng 12 năm 2025",
            "Từ tháng 8 đến 12 năm 2025",
            "8/2025 - 12/2025",
            "Từ tháng 8/2025 đến cuối tháng 12/2025",
        ],
    );
    reads(
        &In(Year(2030)),
        Some(Year(2026)),
        &[
            "2026 - 2030",
            "2026–2030",
            "Năm 2026-2030",
            "Năm 2026 − năm 2030",
            "Giai đoạn 2026-2030",
            "Trong giai đoạn 2026 - 2030",
            "Từ năm 2026 đến năm 2030",
            "từ 2026 đến hết 2030",
        ],
    );
    reads(&In(Year(2030)), Some(Year(2025)), &["Năm 2025-2030"]);
    reads(&In(Year(2026)), Some(Year(2025)), &["2025 - 2026"]);
    reads(&In(Month(2026, 3)), Some(Year(2025)), &["Từ năm 2025 đến tháng 3/2026"]);
}

#[test]
fn a_range_of_days() {
    reads(
        &By(day("15/12/2025")),
        Some(on("15/11/2025")),
        &[
            "Từ ngày 15/11/2025 đến ngày 15/12/2025",
            "Từ 15/11 đến 15/12/2025",
            "Từ ngày 15/11 đến hết ngày 15/12/2025",
            "Từ ngày 15 tháng 11 đến ngày 15 tháng 12 năm 2025.",
        ],
    );
    reads(&By(day("15/11/2025")), Some(on("01/9/2025")), &["Từ ngày 01/9/2025 đến ngày 15/11/2025"]);
    reads(&B(day("15/11/2025")), Some(Month(2025, 9)), &["Từ tháng 9 đến trước ngày 15/11/2025"]);
    reads(&By(day("20/11/2025")), Some(on("15/11/2025")), &["Từ ngày 15 đến ngày 20/11/2025", "từ 15 đến 20/11/2025"]);
    reads(
        &In(on("20/11/2025")),
        Some(on("15/11/2025")),
        &["15-20/11/2025", "Ngày 15 - 20/11/2025", "15/11/2025 - 20/11/2025", "15-11-2025 - 20-11-2025"],
    );
}

#[test]
fn a_standing_duty() {
    reads(
        &Ongoing,
        None,
        &[
            "Thường xuyên",
            "Thường xuyên, liên tục",
            "thường xuyên và liên tục.",
            "Liên tục",
            "Thực hiện thường xuyên",
            "Thường xuyên trong năm",
            "Nhiệm vụ thường xuyên, hằng năm",
        ],
    );
    reads(&Ongoing, Some(Month(2025, 8)), &["Thường xuyên, từ tháng 8/2025", "Thường xuyên kể từ tháng 8 năm 2025"]);
    reads(
        &Ongoing,
        Some(Year(2026)),
        &[
            "2026 trở đi",
            "từ năm 2026",
            "Từ năm 2026 trở đi",
            "Năm 2026 và các năm tiếp theo",
            "Năm 2026 và những năm tiếp theo",
            "Bắt đầu từ năm 2026",
            "Từ năm 2026, thường xuyên",
        ],
    );
    reads(&Ongoing, Some(on("1/7/2025")), &["Kể từ ngày 01/7/2025 trở đi"]);
}

#[test]
fn last_day_and_first_day_follow_the_rules_of_the_plan() {
    let exclusive = Calendar { before: Before::Exclusive, ..Calendar::default() };
    let before = read_wording("Trước ngày 30/11/2025", None).unwrap();
    assert_eq!(before.last_day(&exclusive), Some(day("29/11/2025")));
    assert_eq!(before.first_day(), None);
    let range = read_wording("Quý IV/2025 - Quý II/2026", None).unwrap();
    assert_eq!(range.first_day(), Some(day("1/10/2025")));
    assert_eq!(range.last_day(&exclusive), Some(day("30/6/2026")));
    assert_eq!(read_wording("Thường xuyên", None).unwrap().last_day(&exclusive), None);
}
