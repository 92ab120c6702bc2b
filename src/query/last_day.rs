//! Until when a unit has time for a row (SPEC §2, "Last day").

use crate::plan::{BodyIx, Plan, TaskIx};
use chrono::NaiveDate;

/// The last day of a row for its units together: under `any` the latest of them, none if one has
/// none.
pub(super) fn of_all(plan: &Plan, task: TaskIx, as_of: NaiveDate) -> Option<NaiveDate> {
    if !is_extended(plan, task) {
        return stated(plan, task);
    }
    let units = plan.row(task).units.iter();
    let days: Option<Vec<NaiveDate>> = units.map(|unit| of_unit(plan, task, *unit, as_of)).collect();
    days?.into_iter().max()
}

/// The last day of a row for one unit, extensions granted by D counted.
pub fn of_unit(plan: &Plan, task: TaskIx, unit: BodyIx, as_of: NaiveDate) -> Option<NaiveDate> {
    of_unit_where(plan, task, unit, |row, number| plan.task(row).extended[number].granted <= as_of)
}

/// The last day of a row for one unit, those extensions counted that `counts` lets count: from the row
/// up to the one that states its deadline (to the root if none does) the first row with one for the
/// unit decides, by the last such there.
pub fn of_unit_where(
    plan: &Plan,
    task: TaskIx,
    unit: BodyIx,
    counts: impl Fn(TaskIx, usize) -> bool,
) -> Option<NaiveDate> {
    let in_force = extended_rows(plan, task).find_map(|row| {
        let extended = plan.task(row).extended.iter().enumerate();
        extended.rev().find(|(number, extension)| counts(row, *number) && extension.is_for(unit))
    });
    match in_force {
        Some((_, extension)) => Some(plan.calendar.rolled(extension.to)),
        None => stated(plan, task),
    }
}

/// The last day before extensions.
pub(super) fn stated(plan: &Plan, task: TaskIx) -> Option<NaiveDate> {
    plan.due(task).and_then(|due| due.last_day(&plan.calendar))
}

/// Whether any extension can bear on the row.
pub(super) fn is_extended(plan: &Plan, task: TaskIx) -> bool {
    extended_rows(plan, task).next().is_some()
}

/// The rows with extensions that can bear on a row: from it up to the one that states its deadline.
pub fn extended_rows(plan: &Plan, task: TaskIx) -> impl Iterator<Item = TaskIx> {
    let top = plan.row(task).due_from.map_or(0, |from| plan.row(from).depth);
    let first = plan.row(task).extended_from;
    let above = |row: &TaskIx| plan.row(plan.row(*row).parent?).extended_from;
    std::iter::successors(first, above).take_while(move |row| plan.row(*row).depth >= top)
}
