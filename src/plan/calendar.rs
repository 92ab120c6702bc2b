//! The rules of a plan about days: what "trước ngày" means, and which days are off.

use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeSet;

/// The `[rules]` of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// What "trước ngày X" means.
    pub before: Before,
    /// Whether a last day on a day off moves to the next working day.
    pub roll_forward: bool,
    /// Days off besides Saturdays and Sundays.
    pub holidays: BTreeSet<NaiveDate>,
    /// Working days whatever else is said: the make-up days of the Government's holiday swaps.
    pub workdays: BTreeSet<NaiveDate>,
    /// How many days before its last day an obligation counts as due soon.
    pub due_soon_days: u32,
}

/// The meaning of "trước ngày X".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Before {
    /// X is the last day, as Government registers record it.
    #[default]
    Inclusive,
    /// The day before X is the last day.
    Exclusive,
}

impl Default for Calendar {
    fn default() -> Self {
        Self {
            before: Before::default(),
            roll_forward: false,
            holidays: BTreeSet::new(),
            workdays: BTreeSet::new(),
            due_soon_days: 7,
        }
    }
}

impl Calendar {
    /// The last day of "trước ngày X" under these rules.
    pub fn last_day_before(&self, day: NaiveDate) -> NaiveDate {
        match self.before {
            Before::Inclusive => day,
            Before::Exclusive => day.pred_opt().unwrap_or(day),
        }
    }

    /// Whether nobody works on that day: Saturdays, Sundays and holidays, except make-up workdays.
    pub fn is_day_off(&self, day: NaiveDate) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        (weekend || self.holidays.contains(&day)) && !self.workdays.contains(&day)
    }

    /// The day itself, or under `roll_forward` the next working day where it is a day off
    /// (Civil Code 2015, Art. 148(5)).
    pub fn rolled(&self, day: NaiveDate) -> NaiveDate {
        if self.roll_forward { self.next_workday(day) } else { day }
    }

    fn next_workday(&self, day: NaiveDate) -> NaiveDate {
        // Past the year 9999 no date can be written.
        let days = day.iter_days().take_while(|day| day.year() <= 9999);
        days.into_iter().find(|day| !self.is_day_off(*day)).unwrap_or(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        super::super::parse_day(text).unwrap()
    }

    #[test]
    fn a_last_day_moves_over_weekend_and_holiday_to_a_working_day() {
        let calendar = Calendar {
            roll_forward: true,
            holidays: [day("2025-09-01"), day("2025-09-02")].into(),
            ..Calendar::default()
        };
        assert_eq!(calendar.rolled(day("2025-08-30")), day("2025-09-03"));
        assert_eq!(calendar.rolled(day("2025-08-29")), day("2025-08-29"));
    }

    #[test]
    fn a_make_up_saturday_is_a_working_day_even_if_listed_as_holiday() {
        let saturday = day("2025-04-26");
        let calendar = Calendar {
            roll_forward: true,
            holidays: [saturday].into(),
            workdays: [saturday].into(),
            ..Calendar::default()
        };
        assert_eq!(calendar.rolled(saturday), saturday);
    }

    #[test]
    fn without_roll_forward_a_sunday_stays_the_last_day() {
        assert_eq!(Calendar::default().rolled(day("2020-09-20")), day("2020-09-20"));
    }
}
