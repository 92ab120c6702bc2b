//! `submit`: reports have come in.

use super::{Decision, Refusal, check_day, each_once, responsible};
use crate::plan::{BodyIx, Change, Entry, Plan, RowIx, RowKind};
use crate::query::Snapshot;
use chrono::NaiveDate;
use std::collections::HashMap;

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
        let places = places_of_entries(snapshot, row, &units);
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
    if plan.node(row).kind == RowKind::Heading {
        return Err(Refusal::Heading { row, rows: items_below(plan, row) });
    }
    let all = snapshot.units(row);
    if by.is_empty() {
        return match all {
            [unit] => Ok(vec![*unit]),
            _ => Err(Refusal::WhichUnit { row, units: all.to_vec() }),
        };
    }
    let mut meant = Vec::new();
    for body in by {
        let own = responsible(snapshot, row, *body)?;
        let is_named = plan.body(*body).is_unit();
        meant.extend(own.into_iter().filter(|unit| is_named || !has_delivered(snapshot, row, *unit)));
    }
    Ok(all.iter().copied().filter(|unit| meant.contains(unit)).collect())
}

fn has_delivered(snapshot: &Snapshot<'_>, row: RowIx, unit: BodyIx) -> bool {
    let mut own = snapshot.obligations(row).iter().filter(|obligation| obligation.units().contains(&unit));
    own.any(|obligation| obligation.status.is_delivered())
}

/// Before which present entry of a row new ones of these units go: entries stand in the order of the row's
/// units, those of one unit in the order in which they were made.
fn places_of_entries(snapshot: &Snapshot<'_>, row: RowIx, units: &[BodyIx]) -> Vec<usize> {
    let all = snapshot.units(row).iter().enumerate();
    let order: HashMap<BodyIx, usize> = all.map(|(place, unit)| (*unit, place)).collect();
    let entries = snapshot.plan.row(row).submitted.iter();
    let entries: Vec<Option<&usize>> = entries.map(|entry| order.get(&entry.by)).collect();
    let place = |unit| entries.iter().position(|entry| *entry > order.get(unit)).unwrap_or(entries.len());
    units.iter().map(place).collect()
}

/// The entry of the same unit on the same row that is live on a day when the new one is.
fn clash<'p>(plan: &'p Plan, row: RowIx, new: &Entry) -> Option<&'p Entry> {
    let Entry { by, on, returned: _, reference: _, note: _, reason: _ } = new;
    let is_live_later = |old: &&Entry| old.returned.is_none_or(|returned| returned > *on && returned > old.on);
    plan.row(row).submitted.iter().filter(|old| old.by == *by).find(is_live_later)
}

/// The items below a heading, in file order.
fn items_below(plan: &Plan, row: RowIx) -> Vec<RowIx> {
    let mut items: Vec<RowIx> = plan.below(row).filter(|below| plan.node(*below).kind == RowKind::Item).collect();
    items.sort_unstable();
    items
}
