//! `return`: a report is sent back.

use super::withdraw::whose;
use super::{Decision, Refusal, check_day, known_entries};
use crate::plan::{BodyIx, Change, Entry, RowIx};
use crate::query::Snapshot;
use chrono::NaiveDate;

/// Which report is sent back.
#[derive(Clone, Debug)]
pub struct ReturnRequest {
    /// The row.
    pub row: RowIx,
    /// Whose report; may be left out where only one unit has submitted.
    pub by: Option<BodyIx>,
    /// The day.
    pub on: NaiveDate,
    /// Why.
    pub reason: Option<String>,
}

/// Decides which entry gets the day of return: the unit's live one.
///
/// # Errors
/// [`Refusal`] if no report of the unit is there on that day.
pub fn return_report(snapshot: &Snapshot<'_>, request: &ReturnRequest) -> Result<Decision, Refusal> {
    let (plan, ReturnRequest { row, by, on, reason }) = (snapshot.plan, request);
    check_day(plan, *on, snapshot.as_of)?;
    let no_entry = Refusal::NoEntry { row: *row, body: *by };
    let Some(unit) = whose(snapshot, *row, &known_entries(plan, *row), *by)? else { return Err(no_entry) };
    let own = || plan.row(*row).submitted.iter().enumerate().filter(|(_, entry)| entry.by == unit);
    let live = own().rfind(|(_, entry)| entry.is_live(*on));
    let is_recorded = |entry: &Entry| entry.returned == Some(*on) && entry.reason == *reason;
    // A report that came in again on the day of an earlier return is another one, and can be returned too.
    if live.is_none() && own().any(|(_, entry)| is_recorded(entry)) {
        return Ok(Decision { changes: Vec::new(), already: vec![(*row, Some(unit))] });
    }
    let Some((number, entry)) = live.or_else(|| own().next_back()) else { return Err(no_entry) };
    if let Some(returned) = entry.returned {
        return Err(Refusal::AlreadyReturned { row: *row, unit, returned });
    }
    if entry.on > *on {
        return Err(Refusal::NotYetSubmitted { row: *row, unit, on: entry.on, day: *on });
    }
    let change = Change::Return { row: *row, entry: number, returned: *on, reason: reason.clone() };
    Ok(Decision { changes: vec![change], already: Vec::new() })
}
