//! What comes again, as both languages say it: how often, and on which day of each time.

use super::super::{At, Every, Unit};
use chrono::NaiveDate;

/// The day of each time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum On {
    /// None is said: the end of the period.
    End,
    /// A day of a month.
    Day(u32, Of),
    /// What says it alone.
    At(At),
}

/// Of which month a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// No word says it.
    Unsaid,
    /// Of the last of the period, or of a unit that is the period.
    LastMonth(Option<Unit>),
    /// Of the first after the unit that is the period: "tháng sau".
    Next(Unit),
}

/// A recurring deadline, if the day goes with how often it comes, or says that itself.
pub(super) fn every(on: On, often: Option<(Unit, u32)>) -> Option<Every> {
    let months = |unit: Unit| unit != Unit::Weeks;
    let (often, at) = match (on, often) {
        (On::End, Some(often)) => (often, At::End),
        (On::Day(day, Of::Unsaid), Some(often @ (Unit::Months, 1))) => (often, At::Day(day)),
        (On::Day(day, Of::LastMonth(of)), Some(often)) if months(often.0) && of.is_none_or(|of| (of, 1) == often) => {
            (often, At::Day(day))
        }
        (On::Day(day, Of::LastMonth(Some(of))), None) if months(of) => ((of, 1), At::Day(day)),
        // The month after a quarter is the first of the next.
        (On::Day(day, Of::Next(Unit::Months)), Some(often)) if months(often.0) => (often, At::After(day)),
        (On::Day(day, Of::Next(of)), Some(often)) if months(of) && often == (of, 1) => (often, At::After(day)),
        (On::Day(day, Of::Next(of)), None) if months(of) => ((of, 1), At::After(day)),
        (On::At(at), Some(often)) => match (at, often.0) {
            (At::Weekday(_), Unit::Weeks) | (At::Date(..), Unit::Years) | (At::After(_), _) => (often, at),
            _ => return None,
        },
        _ => return None,
    };
    is_a_day(at).then_some(Every { unit: often.0, count: often.1, at, until: None })
}

fn is_a_day(at: At) -> bool {
    match at {
        At::Day(day) => (1..=31).contains(&day),
        // A leap year has every day.
        At::Date(month, day) => NaiveDate::from_ymd_opt(2020, month, day).is_some(),
        At::End | At::Weekday(_) | At::After(_) => true,
    }
}

/// So many units as plans mean them: six months are a half of a year.
pub(super) fn spoken(unit: Unit, count: u32) -> Option<(Unit, u32)> {
    match (unit, count) {
        (_, 0) => None,
        (Unit::Months, 6) => Some((Unit::Halves, 1)),
        often => Some(often),
    }
}
