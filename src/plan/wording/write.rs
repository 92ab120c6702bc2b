//! Deadlines in the words of a plan.

use super::super::{After, At, DeadlineKind, Every, Length, Period, Unit, Within};
use crate::text::Lang;
use crate::text::words::{problem::month_in_english, report, wording as words};
use chrono::{Datelike, NaiveDate};

/// Words a deadline as plans do, in either language; `from` is the start of a range.
///
/// None for an event, which has its own words, for a blank cell, for a range that ends before it starts, and for
/// what lies outside the years 1 to 9999. What it writes, [`read_wording`](super::read_wording)
/// reads back.
///
/// ```
/// use papi_plan::plan::{DeadlineKind, Period, parse_day, write_wording};
/// use papi_plan::text::Lang;
/// let day = parse_day("2025-09-01").unwrap();
/// assert_eq!(write_wording(&DeadlineKind::Before(day), None, Lang::Vi).unwrap(), "Trước ngày 01/9/2025");
/// let quarter = DeadlineKind::In(Period::Quarter(2026, 2));
/// let from = Some(Period::Quarter(2025, 4));
/// assert_eq!(write_wording(&quarter, from, Lang::Vi).unwrap(), "Từ quý IV/2025 đến quý II/2026");
/// assert_eq!(write_wording(&quarter, from, Lang::En).unwrap(), "Q4 2025 – Q2 2026");
/// ```
pub fn write_wording(kind: &DeadlineKind, from: Option<Period>, lang: Lang) -> Option<String> {
    let text = match kind {
        DeadlineKind::Before(day) => dated(End::Before(*day), from, lang)?,
        DeadlineKind::By(day) => dated(End::By(*day), from, lang)?,
        DeadlineKind::In(period) => dated(End::In(*period), from, lang)?,
        DeadlineKind::Ongoing => match from {
            Some(from) => words::from_on(lang, &worded(from, lang)?),
            None => words::ongoing(lang).to_owned(),
        },
        DeadlineKind::Within(Within { length, after }) => {
            let length = length.in_words(lang);
            match after {
                After::Issue => words::within_of_issue(lang, &length),
                After::Event(event) => words::within_of_event(lang, &length, event),
                After::Row(row) => words::within_of_row(lang, &length, row),
            }
        }
        DeadlineKind::Every(every) => recurring(every, from, lang)?,
        DeadlineKind::When(_) | DeadlineKind::None => return None,
    };
    Some(capitalised(&text))
}

/// What a deadline with a last day ends with.
#[derive(Clone, Copy)]
enum End {
    Before(NaiveDate),
    By(NaiveDate),
    In(Period),
}

fn dated(end: End, from: Option<Period>, lang: Lang) -> Option<String> {
    let last = match end {
        End::Before(day) | End::By(day) => Period::Day(day),
        End::In(period) => period,
    };
    let to = worded(last, lang)?;
    let Some(from) = from else {
        return Some(match end {
            End::Before(_) => words::before(lang, &to),
            End::By(_) => words::by(lang, &to),
            End::In(_) => to,
        });
    };
    let start = worded(from, lang)?;
    (from.first_day() <= last.last_day()).then(|| match end {
        End::Before(_) => words::from_before(lang, &start, &to),
        End::By(_) => words::from_by(lang, &start, &to),
        // "Từ ngày … đến ngày …" says by when, not on which days.
        End::In(Period::Day(_)) => words::days(lang, &start, &to),
        End::In(_) => words::from_to(lang, &start, &to),
    })
}

fn recurring(every: &Every, from: Option<Period>, lang: Lang) -> Option<String> {
    let mut text = every.in_words(lang);
    if let Some(from) = from {
        text += &words::recurring_from(lang, &worded(from, lang)?);
    }
    if let Some(until) = every.until {
        text += &words::recurring_until(lang, &worded(until, lang)?);
    }
    Some(text)
}

impl Every {
    /// How often, and on which day: "Chậm nhất ngày 20 hằng tháng"; not where it starts and ends.
    pub fn in_words(&self, lang: Lang) -> String {
        let Self { unit, count, at, until: _ } = *self;
        let often = match (unit, count) {
            (Unit::Weeks, 1) => words::every_week(lang).to_owned(),
            (Unit::Months, 1) => words::every_month(lang).to_owned(),
            (Unit::Quarters, 1) => words::every_quarter(lang).to_owned(),
            (Unit::Halves, 1) => words::every_half(lang).to_owned(),
            (Unit::Years, 1) => words::every_year(lang).to_owned(),
            (Unit::Weeks, count) => words::every_weeks(lang, count),
            (Unit::Months, count) => words::every_months(lang, count),
            (Unit::Quarters, count) => words::every_quarters(lang, count),
            (Unit::Halves, count) => words::every_months(lang, count.saturating_mul(6)),
            (Unit::Years, count) => words::every_years(lang, count),
        };
        let text = match (at, unit, count) {
            (At::End, ..) => often,
            (At::Day(day), Unit::Months, 1) => words::by_day_of_month(lang, day, &ordinal(day)),
            (At::Day(day), Unit::Quarters, 1) => words::by_day_of_quarter(lang, day, &ordinal(day)),
            (At::Day(day), ..) => words::by_day_of_last_month(lang, &often, day, &ordinal(day)),
            (At::Weekday(weekday), Unit::Weeks, 1) => {
                words::each_weekday(lang, words::weekday(lang, weekday.num_days_from_monday()))
            }
            (At::Weekday(weekday), ..) => {
                words::on_weekday(lang, &often, words::weekday(lang, weekday.num_days_from_monday()))
            }
            (At::Date(month, day), Unit::Years, 1) => {
                words::by_date_of_year(lang, day, &month_in_figures(month), month_in_english(month))
            }
            (At::Date(month, day), ..) => {
                words::by_date(lang, &often, day, &month_in_figures(month), month_in_english(month))
            }
            (At::After(days), ..) => words::days_after(lang, &often, &report::count_of_days(lang, days.into())),
        };
        capitalised(&text)
    }
}

impl Length {
    /// How long it is: "10 ngày làm việc".
    pub fn in_words(self, lang: Lang) -> String {
        match self {
            Self::Days(days) => report::count_of_days(lang, days.into()),
            Self::WorkingDays(1) => words::one_working_day(lang).to_owned(),
            Self::WorkingDays(days) => words::working_days(lang, days),
            Self::Months(1) => words::one_month(lang).to_owned(),
            Self::Months(months) => words::months(lang, months),
        }
    }
}

/// A period within a wording, such as "ngày 01/9/2025" or "quý IV/2025".
fn worded(period: Period, lang: Lang) -> Option<String> {
    Some(match period {
        Period::Day(day) => {
            let (year, month) = (day.year(), day.month());
            Period::year(year)?;
            words::day(lang, day.day(), &month_in_figures(month), year, month_in_english(month))
        }
        Period::Week(year, week) => {
            Period::week(year, week)?;
            words::week(lang, week, year)
        }
        Period::Month(year, month) => {
            Period::month(year, month)?;
            words::month(lang, &month_in_figures(month), year, month_in_english(month))
        }
        Period::Quarter(year, quarter) => {
            Period::quarter(year, quarter)?;
            let roman = ["I", "II", "III", "IV"].get(usize::try_from(quarter).ok()?.checked_sub(1)?)?;
            words::quarter(lang, roman, quarter, year)
        }
        Period::Half(year, half) => {
            Period::half(year, half)?;
            if half == 1 { words::first_half(lang, year) } else { words::second_half(lang, year) }
        }
        Period::Year(year) => {
            Period::year(year)?;
            words::year(lang, year)
        }
    })
}

/// Official papers put a zero before months 1 and 2 and before days below 10 (Decree
/// 30/2020/NĐ-CP, Annex I).
fn month_in_figures(month: u32) -> String {
    if month < 3 { format!("{month:02}") } else { month.to_string() }
}

/// "21st".
fn ordinal(number: u32) -> String {
    let ending = match (number / 10 % 10, number % 10) {
        (1, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}
