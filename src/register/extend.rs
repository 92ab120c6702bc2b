//! `extend`: a deadline is moved.

use super::{Decision, Refusal, check_day, each_once};
use crate::plan::{BodyIx, Change, Covered, Extension, Plan, RowIx, RowKind};
use crate::query::{Snapshot, last_day, with_below};
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
    let mut decision = Decision::default();
    for row in each_once(&request.rows) {
        if plan.row(row).extended.contains(&extension) {
            decision.already.push((row, None));
            continue;
        }
        check_covers(plan, row, &request.covers)?;
        check_later(snapshot, row, &extension)?;
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
fn check_covers(plan: &Plan, row: RowIx, covers: &[BodyIx]) -> Result<(), Refusal> {
    let below = with_below(plan, [row]);
    for body in covers {
        let units = &plan.body(*body).units;
        let is_responsible = below.iter().any(|ix| plan.node(*ix).units.iter().any(|unit| units.contains(unit)));
        if !is_responsible {
            return Err(Refusal::NotResponsible { row, body: *body });
        }
    }
    Ok(())
}

/// The new last day must be later than the one in force, wherever the extension decides.
fn check_later(snapshot: &Snapshot<'_>, row: RowIx, extension: &Extension) -> Result<(), Refusal> {
    let plan = snapshot.plan;
    let below = with_below(plan, [row]);
    let mut moves_any = false;
    let rows = plan.rows().map(|(ix, _)| ix);
    for ix in rows.filter(|ix| below.contains(ix) && decides_for(plan, row, *ix)) {
        for unit in plan.node(ix).units.iter().filter(|unit| extension.is_for(**unit)) {
            if has_nearer(snapshot, row, ix, *unit) {
                continue;
            }
            moves_any = true;
            if let Some(last_day) = last_day::of_unit(plan, ix, *unit, snapshot.as_of)
                && extension.to <= last_day
            {
                return Err(Refusal::NotLater { row: ix, unit: *unit, last_day, to: extension.to });
            }
        }
    }
    if moves_any { Ok(()) } else { Err(Refusal::NoEffect { row }) }
}

/// Whether an extension on `task` bears on `row`: only up to the row that states its deadline.
fn decides_for(plan: &Plan, row: RowIx, below: RowIx) -> bool {
    let top = plan.node(below).due_from.map_or(0, |from| plan.node(from).depth);
    plan.node(below).kind != RowKind::Heading && plan.node(row).depth >= top
}

/// Whether an extension between the two rows decides before one on `task` can.
fn has_nearer(snapshot: &Snapshot<'_>, row: RowIx, below: RowIx, unit: BodyIx) -> bool {
    let plan = snapshot.plan;
    let between = std::iter::successors(Some(below), |ix| plan.node(*ix).parent).take_while(|ix| *ix != row);
    let mut extensions = between.flat_map(|ix| &plan.row(ix).extended);
    extensions.any(|extension| extension.granted <= snapshot.as_of && extension.is_for(unit))
}
