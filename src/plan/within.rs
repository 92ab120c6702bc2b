//! Deadlines that count from something else: so many days after the plan was issued, after an event, after a row.

use super::{Calendar, EventIx, RowIx};
use chrono::{Days, Months, NaiveDate};

/// A deadline of some length after a day that may not have come yet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Within {
    /// How long.
    pub length: Length,
    /// After what.
    pub after: After,
}

/// How long a deadline is; the day that it is counted from is not counted itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Length {
    /// Calendar days.
    Days(u32),
    /// Days that are no days off.
    WorkingDays(u32),
    /// Months; a month without that day ends with its last.
    Months(u32),
}

/// What a deadline counts from, as the plan states it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum After {
    /// The day the plan was issued.
    Issue,
    /// The day of an event, by its id in `[events]`.
    Event(String),
    /// The day on which the last obligation of a row was delivered, by the row's id.
    Row(String),
}

/// The same, found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The day the plan was issued.
    Issue,
    /// An event.
    Event(EventIx),
    /// A row.
    Row(RowIx),
}

impl Length {
    /// The day so long after another; at most the last of the year 9999, past which no date can be written.
    ///
    /// ```
    /// use papi_plan::plan::{Calendar, Length, parse_day};
    /// let after = |length: Length, day| length.after(parse_day(day).unwrap(), &Calendar::default()).to_string();
    /// assert_eq!(after(Length::Days(30), "2025-01-01"), "2025-01-31");
    /// assert_eq!(after(Length::Months(1), "2025-01-31"), "2025-02-28");
    /// assert_eq!(after(Length::WorkingDays(1), "2025-01-03"), "2025-01-06");
    /// ```
    pub fn after(self, day: NaiveDate, calendar: &Calendar) -> NaiveDate {
        let last = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(NaiveDate::MAX);
        let found = match self {
            Self::Days(days) => day.checked_add_days(Days::new(days.into())),
            Self::Months(months) => day.checked_add_months(Months::new(months)),
            Self::WorkingDays(0) => Some(day),
            Self::WorkingDays(days) => {
                let later = day.iter_days().skip(1).take_while(|day| *day <= last);
                let mut working = later.filter(|day| !calendar.is_day_off(*day));
                usize::try_from(days - 1).ok().and_then(|skip| working.nth(skip))
            }
        };
        found.unwrap_or(last).min(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::day;

    #[test]
    fn the_day_it_is_counted_from_is_not_counted() {
        let calendar = Calendar { holidays: [day("01-01")].into(), ..Calendar::default() };
        let after = |length: Length, from: &str| length.after(day(from), &calendar);
        assert_eq!(after(Length::Days(0), "01-04"), day("01-04"));
        assert_eq!(after(Length::Days(60), "01-01"), day("03-01"), "2020 has a 29 February");
        assert_eq!(after(Length::Months(1), "01-31"), day("02-29"));
        assert_eq!(after(Length::Months(0), "01-31"), day("01-31"));
        assert_eq!(after(Length::WorkingDays(0), "01-04"), day("01-04"), "a Saturday stays one");
        assert_eq!(after(Length::WorkingDays(1), "01-03"), day("01-06"), "over a weekend");
        assert_eq!(after(Length::WorkingDays(2), "2019-12-31"), day("01-03"), "over a holiday");
    }

    #[test]
    fn no_length_leads_past_the_year_9999() {
        let last = day("9999-12-31");
        for length in [Length::Days(u32::MAX), Length::WorkingDays(u32::MAX), Length::Months(u32::MAX)] {
            assert_eq!(length.after(day("01-01"), &Calendar::default()), last, "{length:?}");
        }
    }
}
