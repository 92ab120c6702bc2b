//! `extend`: a deadline is moved.

use super::{Decision, Refusal, check_day, each_once};
use crate::plan::{BodyIx, Change, Covered, Extension, Plan, RowKind, TaskIx};
use crate::query::{Snapshot, last_day, with_below};
use chrono::NaiveDate;

/// Which deadlines are moved.
#[derive(Clone, Debug)]
pub struct ExtendRequest {
    /// The rows; headings too.
    pub tasks: Vec<TaskIx>,
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
    for task in each_once(&request.tasks) {
        if plan.task(task).extended.contains(&extension) {
            decision.already.push((task, None));
            continue;
        }
        check_covers(plan, task, &request.covers)?;
        check_later(snapshot, task, &extension)?;
        decision.changes.push(Change::Extend { task, extension: extension.clone() });
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
fn check_covers(plan: &Plan, task: TaskIx, covers: &[BodyIx]) -> Result<(), Refusal> {
    let below = with_below(plan, [task]);
    for body in covers {
        let units = &plan.body(*body).units;
        let is_responsible = below.iter().any(|row| plan.row(*row).units.iter().any(|unit| units.contains(unit)));
        if !is_responsible {
            return Err(Refusal::NotResponsible { task, body: *body });
        }
    }
    Ok(())
}

/// The new last day must be later than the one in force, wherever the extension decides.
fn check_later(snapshot: &Snapshot<'_>, task: TaskIx, extension: &Extension) -> Result<(), Refusal> {
    let plan = snapshot.plan;
    let below = with_below(plan, [task]);
    let mut moves_any = false;
    let rows = plan.tasks().map(|(row, _)| row);
    for row in rows.filter(|row| below.contains(row) && decides_for(plan, task, *row)) {
        for unit in plan.row(row).units.iter().filter(|unit| extension.is_for(**unit)) {
            if has_nearer(snapshot, task, row, *unit) {
                continue;
            }
            moves_any = true;
            if let Some(last_day) = last_day::of_unit(plan, row, *unit, snapshot.as_of)
                && extension.to <= last_day
            {
                return Err(Refusal::NotLater { task: row, unit: *unit, last_day, to: extension.to });
            }
        }
    }
    if moves_any { Ok(()) } else { Err(Refusal::NoEffect { task }) }
}

/// Whether an extension on `task` bears on `row`: only up to the row that states its deadline.
fn decides_for(plan: &Plan, task: TaskIx, row: TaskIx) -> bool {
    let top = plan.row(row).due_from.map_or(0, |from| plan.row(from).depth);
    plan.row(row).kind != RowKind::Heading && plan.row(task).depth >= top
}

/// Whether an extension between the two rows decides before one on `task` can.
fn has_nearer(snapshot: &Snapshot<'_>, task: TaskIx, row: TaskIx, unit: BodyIx) -> bool {
    let plan = snapshot.plan;
    let between = std::iter::successors(Some(row), |row| plan.row(*row).parent).take_while(|row| *row != task);
    let mut extensions = between.flat_map(|row| &plan.task(row).extended);
    extensions.any(|extension| extension.granted <= snapshot.as_of && extension.is_for(unit))
}
