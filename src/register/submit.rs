//! `submit`: reports have come in.

use super::{Decision, Refusal, check_day, each_once, responsible};
use crate::plan::{BodyIx, Change, Entry, Plan, RowIx, RowKind};
use crate::query::{Snapshot, with_below};
use chrono::NaiveDate;

/// Which reports have come in.
#[derive(Clone, Debug)]
pub struct SubmitRequest {
    /// The rows.
    pub rows: Vec<RowIx>,
    /// Who submitted; a group means each of its units that has not delivered.
    pub by: Vec<BodyIx>,
    /// The day.
    pub on: NaiveDate,
    /// The document's number.
    pub reference: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// Decides what to record: for all rows, or for none.
///
/// # Errors
/// [`Refusal`] for the first row of which something cannot be recorded.
pub fn submit(snapshot: &Snapshot<'_>, request: &SubmitRequest) -> Result<Decision, Refusal> {
    check_day(snapshot.plan, request.on, snapshot.as_of)?;
    let mut decision = Decision::default();
    for row in each_once(&request.rows) {
        let units = units(snapshot, row, &request.by)?;
        let places = snapshot.plan.places_of_entries(row, &units);
        if units.is_empty() {
            decision.already.push((row, None));
        }
        for (unit, before) in units.into_iter().zip(places) {
            let entry = Entry {
                by: unit,
                on: request.on,
                reference: request.reference.clone(),
                note: request.note.clone(),
                returned: None,
                reason: None,
            };
            match clash(snapshot.plan, row, &entry) {
                None => decision.changes.push(Change::Submit { row, before, entry }),
                Some(old) if *old == entry => decision.already.push((row, Some(unit))),
                Some(old) => {
                    return Err(Refusal::Conflict { row, old: Box::new(old.clone()), new: Box::new(entry) });
                }
            }
        }
    }
    Ok(decision)
}

/// The units that the request means for a row, in the order of the row's units.
fn units(snapshot: &Snapshot<'_>, row: RowIx, by: &[BodyIx]) -> Result<Vec<BodyIx>, Refusal> {
    let plan = snapshot.plan;
    let ix = plan.node(row);
    if ix.kind == RowKind::Heading {
        return Err(Refusal::Heading { row, rows: items_below(plan, row) });
    }
    if by.is_empty() {
        return match ix.units[..] {
            [unit] => Ok(vec![unit]),
            _ => Err(Refusal::WhichUnit { row, units: ix.units.to_vec() }),
        };
    }
    let mut meant = Vec::new();
    for body in by {
        let own = responsible(plan, row, *body)?;
        let is_named = plan.body(*body).is_unit();
        meant.extend(own.into_iter().filter(|unit| is_named || !has_delivered(snapshot, row, *unit)));
    }
    Ok(ix.units.iter().copied().filter(|unit| meant.contains(unit)).collect())
}

fn has_delivered(snapshot: &Snapshot<'_>, row: RowIx, unit: BodyIx) -> bool {
    let own = snapshot.obligations(row).iter().filter(|obligation| obligation.units().contains(&unit));
    own.into_iter().any(|obligation| obligation.status.is_delivered())
}

/// The entry of the same unit on the same row that is live on a day when the new one is.
fn clash<'p>(plan: &'p Plan, row: RowIx, new: &Entry) -> Option<&'p Entry> {
    let is_live_later = |old: &&Entry| old.returned.is_none_or(|returned| returned > new.on && returned > old.on);
    plan.row(row).submitted.iter().filter(|old| old.by == new.by).find(is_live_later)
}

/// The items below a heading, in file order.
fn items_below(plan: &Plan, row: RowIx) -> Vec<RowIx> {
    let below = with_below(plan, [row]);
    let rows = plan.rows().map(|(ix, _)| ix);
    rows.filter(|ix| below.contains(ix) && plan.node(*ix).kind == RowKind::Item).collect()
}
