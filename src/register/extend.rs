//! `extend`: a deadline is moved.

use super::{Decision, Refusal, check_day, each_once};
use crate::plan::{BodyIx, Change, Covered, Extension, Plan, RowIx};
use crate::query::{Assignments, ExtensionAt, Moved, Snapshot};
use chrono::NaiveDate;

/// Which deadlines are moved.
#[derive(Clone, Debug)]
pub struct ExtendRequest {
    /// The rows; headings too.
    pub rows: Vec<RowIx>,
    /// The new last day.
    pub to: NaiveDate,
    /// For whom; every unit if empty.
    pub covers: Vec<BodyIx>,
    /// The day it is granted.
    pub granted: NaiveDate,
    /// The document's number.
    pub reference: Option<String>,
}

/// Decides what to record: for all rows, or for none.
///
/// # Errors
/// [`Refusal`] for the first row whose deadline would not move.
pub fn extend(snapshot: &Snapshot<'_>, request: &ExtendRequest) -> Result<Decision, Refusal> {
    let plan = snapshot.plan;
    check_day(plan, request.granted, snapshot.as_of)?;
    let extension = extension(plan, request);
    let assigned = Assignments::of(plan);
    let mut decision = Decision::default();
    for row in each_once(&request.rows) {
        if plan.row(row).extended.contains(&extension) {
            decision.already.push((row, None));
            continue;
        }
        check_covers(snapshot, &assigned, row, &request.covers)?;
        check_later(snapshot, &assigned, row, &extension)?;
        decision.changes.push(Change::Extend { row, extension: extension.clone() });
    }
    Ok(decision)
}

fn extension(plan: &Plan, request: &ExtendRequest) -> Extension {
    let stated = each_once(&request.covers);
    let mut units: Vec<BodyIx> = stated.iter().flat_map(|body| plan.body(*body).units.iter().copied()).collect();
    units.sort_unstable();
    units.dedup();
    Extension {
        to: request.to,
        granted: request.granted,
        reference: request.reference.clone(),
        covers: (!stated.is_empty()).then(|| Covered { stated, units: units.into() }),
    }
}

/// Each body named must have a unit of the row or of one below it.
fn check_covers(
    snapshot: &Snapshot<'_>,
    assigned: &Assignments<'_>,
    row: RowIx,
    covers: &[BodyIx],
) -> Result<(), Refusal> {
    let is_idle = |body: &&BodyIx| !assigned.concerns(row, &snapshot.plan.body(**body).units);
    match covers.iter().find(is_idle) {
        Some(body) => Err(Refusal::NotResponsible { row, body: *body }),
        None => Ok(()),
    }
}

/// The new last day must be later than the one in force, wherever the extension decides.
fn check_later(
    snapshot: &Snapshot<'_>,
    assigned: &Assignments<'_>,
    row: RowIx,
    extension: &Extension,
) -> Result<(), Refusal> {
    let is_known = |at: ExtensionAt| at.of(snapshot.plan).granted <= snapshot.as_of;
    if let Some(Moved { row, unit, before }) = assigned.not_later(row, extension, is_known)
        && let Some(last_day) = before.day()
    {
        return Err(Refusal::NotLater { row, unit, last_day, to: extension.to });
    }
    match assigned.moved_by(row, extension, is_known).next() {
        Some(_) => Ok(()),
        None => Err(Refusal::NoEffect { row }),
    }
}
