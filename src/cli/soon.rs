//! How far ahead a question about what is due soon looks.

use crate::plan::Plan;
use chrono::{Days, NaiveDate};

/// How many days are meant by `--soon`, where it is given: without a number as many as the plan says.
pub fn days(typed: Option<Option<u32>>, plan: &Plan) -> Option<u32> {
    typed.map(|days| days.unwrap_or(plan.calendar.due_soon_days))
}

/// The last of these days, or D where nothing is asked of days to come.
pub fn until(typed: Option<Option<u32>>, plan: &Plan, as_of: NaiveDate) -> NaiveDate {
    let after = |days: u32| as_of.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX);
    days(typed, plan).map_or(as_of, after)
}
