//! The periods that the marks of a draft name.

use super::problems::{self, DraftProblems};
use super::recurring::{Periods, Recurring};
use super::rows::Rows;
use crate::plan::{Address, Draft, EntryKey, ExtensionKey, Field, Occurrence, Period, RowIx, RowKind};
use chrono::NaiveDate;

/// Reports marks of rows that recur which name no period of these, and marks of others that name one.
pub(super) fn check(draft: &Draft, rows: &Rows, recurring: &Recurring, found: &mut DraftProblems) {
    for (ix, row) in draft.rows.iter().enumerate() {
        let Some(id) = row.id.given() else { continue };
        let ix = RowIx::new(ix);
        // What is submitted on a heading is reported as that.
        let is_heading = matches!(rows.ancestry.kind[ix.at()], Field::Given(RowKind::Heading));
        let entries = row.submitted.given().into_iter().flatten().enumerate().filter(|_| !is_heading);
        let entries = entries.map(|(number, entry)| {
            let at = |key| Address::Entry(ix, number, key);
            let day = entry.on.given().map(|on| on.last_day());
            (&entry.period, day, [at(EntryKey::Whole), at(EntryKey::Period)])
        });
        let extensions = row.extended.given().into_iter().flatten().enumerate().map(|(number, extension)| {
            let at = |key| Address::Extension(ix, number, key);
            let day = extension.to.given().copied();
            (&extension.period, day, [at(ExtensionKey::Whole), at(ExtensionKey::Period)])
        });
        let mut marks = entries.chain(extensions).peekable();
        if marks.peek().is_some() {
            let periods = recurring.of(draft, rows, ix);
            marks.for_each(|(period, day, at)| judge(id, period, day, &periods, at, found));
        }
    }
}

fn judge(
    row: &str,
    period: &Field<Period>,
    day: Option<NaiveDate>,
    periods: &Periods<'_>,
    [whole, at]: [Address; 2],
    found: &mut DraftProblems,
) {
    match (period, periods) {
        (Field::Absent, Periods::Some(known)) => {
            let begun = |one: &&&Occurrence| day.is_none_or(|day| one.first_day <= day);
            let likely = known.as_ref().and_then(|known| known.iter().rfind(begun).or(known.first()));
            let likely = likely.map(|one| written(one.period));
            found.push(problems::missing_period(row, likely.as_deref(), whole));
        }
        (Field::Given(period), Periods::None) => {
            found.push(problems::bad_period(row, &period.to_string(), None, at));
        }
        (Field::Given(period), Periods::Some(Some(known))) if !known.iter().any(|one| one.period == *period) => {
            found.push(problems::bad_period(row, &period.to_string(), Some(&ends(known)), at));
        }
        _ => {}
    }
}

/// The first and the last of some periods.
fn ends(periods: &[&Occurrence]) -> String {
    match periods {
        [] => String::new(),
        [one] => one.period.to_string(),
        [one, other] => format!("{}, {}", one.period, other.period),
        [first, .., last] => format!("{}, …, {}", first.period, last.period),
    }
}

/// A period as the plan file writes it.
fn written(period: Period) -> String {
    match period {
        Period::Year(_) => period.to_string(),
        _ => format!("\"{period}\""),
    }
}
