//! Deadlines in the words of a plan.

use super::super::{DeadlineKind, Period};
use chrono::{Datelike, NaiveDate};

/// Words a deadline in Vietnamese as plans do; `from` is the start of a range.
///
/// None for an event, which has its own words, for a blank cell, for a range that ends before it starts, and for
/// what lies outside the years 1 to 9999. What it writes, [`read_wording`](super::read_wording)
/// reads back.
///
/// ```
/// use papi_plan::plan::{DeadlineKind, Period, parse_day, write_wording};
/// let day = parse_day("2025-09-01").unwrap();
/// assert_eq!(write_wording(&DeadlineKind::Before(day), None).unwrap(), "Trước ngày 01/9/2025");
/// let quarter = DeadlineKind::In(Period::Quarter(2026, 2));
/// assert_eq!(
///     write_wording(&quarter, Some(Period::Quarter(2025, 4))).unwrap(),
///     "Từ quý IV/2025 đến quý II/2026"
/// );
/// ```
pub fn write_wording(kind: &DeadlineKind, from: Option<Period>) -> Option<String> {
    let (last, prefix, link) = match kind {
        DeadlineKind::Before(day) => (Period::Day(*day), "trước ", "đến trước"),
        DeadlineKind::By(day) => (Period::Day(*day), "chậm nhất ", "đến"),
        // "Từ ngày … đến ngày …" says by when, not on which days.
        DeadlineKind::In(period @ Period::Day(_)) => (*period, "", "-"),
        DeadlineKind::In(period) => (*period, "", "đến"),
        DeadlineKind::Ongoing => {
            return match from {
                Some(from) => Some(format!("Từ {} trở đi", worded(from)?)),
                None => Some("Thường xuyên".to_owned()),
            };
        }
        DeadlineKind::When(_) | DeadlineKind::None | DeadlineKind::Within(_) | DeadlineKind::Every(_) => return None,
    };
    let words = worded(last)?;
    let text = match from {
        None => format!("{prefix}{words}"),
        Some(from) => {
            let start = worded(from)?;
            let since = if link == "-" { "" } else { "từ " };
            (from.first_day() <= last.last_day()).then(|| format!("{since}{start} {link} {words}"))?
        }
    };
    Some(capitalised(&text))
}

/// A period in lower case, such as "ngày 01/9/2025" or "quý IV/2025".
fn worded(period: Period) -> Option<String> {
    Some(match period {
        Period::Day(day) => format!("ngày {}", day_in_figures(day)?),
        Period::Week(year, week) => {
            Period::week(year, week)?;
            format!("tuần {week} năm {year:04}")
        }
        Period::Month(year, month) => {
            Period::month(year, month)?;
            format!("tháng {}/{year:04}", month_in_figures(month))
        }
        Period::Quarter(year, quarter) => {
            Period::quarter(year, quarter)?;
            let roman = ["I", "II", "III", "IV"].get(usize::try_from(quarter).ok()?.checked_sub(1)?)?;
            format!("quý {roman}/{year:04}")
        }
        Period::Half(year, half) => {
            Period::half(year, half)?;
            format!("6 tháng {} năm {year:04}", if half == 1 { "đầu" } else { "cuối" })
        }
        Period::Year(year) => {
            Period::year(year)?;
            format!("năm {year:04}")
        }
    })
}

fn day_in_figures(day: NaiveDate) -> Option<String> {
    Period::year(day.year())?;
    Some(format!("{:02}/{}/{:04}", day.day(), month_in_figures(day.month()), day.year()))
}

/// Official papers put a zero before months 1 and 2 and before days below 10 (Decree
/// 30/2020/NĐ-CP, Annex I).
fn month_in_figures(month: u32) -> String {
    if month < 3 { format!("{month:02}") } else { month.to_string() }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}
