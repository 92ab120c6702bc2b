//! What falls due week by week, around D.

use super::page::{Chart, Week};
use crate::query::{Snapshot, Status};
use chrono::{Datelike, Days, NaiveDate};

/// How many weeks before that of D are told.
const BEFORE: u32 = 4;

/// How many weeks there are in all.
const WEEKS: u32 = 16;

/// How many obligations have their last day in each of the weeks around D.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weeks(Vec<Week>);

impl Weeks {
    /// The last of the days that are asked about.
    pub fn last_day(as_of: NaiveDate) -> NaiveDate {
        monday(as_of, WEEKS).pred_opt().unwrap_or(NaiveDate::MAX)
    }

    /// Counts the obligations of a snapshot, which knows the periods that begin by the last of these days.
    pub fn of(snapshot: &Snapshot<'_>) -> Self {
        let as_of = snapshot.as_of;
        let week = |number: u32| {
            let (first, last) = (monday(as_of, number), monday(as_of, number + 1).pred_opt().unwrap_or(NaiveDate::MAX));
            Week { first, last, is_now: number == BEFORE, done: 0, overdue: 0, ahead: 0 }
        };
        let mut weeks: Vec<Week> = (0..WEEKS).map(week).collect();
        for owed in snapshot.all_obligations() {
            let found = owed.last_day.day().and_then(|day| weeks.iter_mut().find(|week| week.has(day)));
            let Some(week) = found else { continue };
            match owed.status {
                Status::OnTime | Status::Late => week.done += 1,
                // An extension may end before its period begins: as long as that has not, nothing is overdue.
                Status::Overdue if !owed.is_ahead => week.overdue += 1,
                Status::Overdue | Status::DueSoon | Status::Pending | Status::Open => week.ahead += 1,
            }
        }
        Self(weeks)
    }

    /// Takes up those of another plan, asked about the same D.
    pub(super) fn add(&mut self, other: &Self) {
        for (week, other) in self.0.iter_mut().zip(&other.0) {
            week.done += other.done;
            week.overdue += other.overdue;
            week.ahead += other.ahead;
        }
    }

    /// The chart; none where nothing falls due in these weeks.
    pub(super) fn chart(&self) -> Option<Chart> {
        self.0.iter().any(|week| week.total() > 0).then(|| Chart::Weeks(self.0.clone()))
    }
}

impl Week {
    fn has(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }
}

/// The Monday of a week by its place among those that are told.
fn monday(as_of: NaiveDate, number: u32) -> NaiveDate {
    let back = Days::new(u64::from(as_of.weekday().num_days_from_monday() + 7 * BEFORE));
    let first = as_of.checked_sub_days(back).unwrap_or(NaiveDate::MIN);
    first.checked_add_days(Days::new(u64::from(7 * number))).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, plan};

    #[test]
    fn what_falls_due_is_counted_by_week_with_the_periods_to_come() {
        let plan = plan(&[
            "id = '1', lead = ['a', 'b'], due = { by = 2020-03-09 }, submitted = [{ by = 'a', on = 2020-03-02 }]",
            "id = '2', lead = ['a'], due = { by = 2020-03-22 }",
            "id = '3', lead = ['c'], due = { every = { weeks = 1 }, from = 2020-03-16, until = 2020-03-31 }",
            "id = '4', lead = ['c'], due = { by = 2020-12-31 }",
            "id = '5', lead = ['c'], due = { ongoing = true }",
        ]);
        // A Thursday.
        let as_of = day("03-19");
        assert_eq!(Weeks::last_day(as_of), day("06-07"));
        let weeks = Weeks::of(&Snapshot::with_periods_until(&plan, as_of, Weeks::last_day(as_of)));
        let told = |week: &Week| (week.first, week.last, week.is_now, [week.done, week.overdue, week.ahead]);
        let told: Vec<_> = weeks.0.iter().filter(|week| week.total() > 0).map(told).collect();
        let expected = [
            (day("03-09"), day("03-15"), false, [1, 1, 0]),
            (day("03-16"), day("03-22"), true, [0, 0, 2]),
            (day("03-23"), day("03-29"), false, [0, 0, 1]),
            (day("03-30"), day("04-05"), false, [0, 0, 1]),
        ];
        assert_eq!(told, expected);
        assert_eq!(weeks.0.len(), 16);
    }
}
