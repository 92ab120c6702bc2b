//! Until when a unit has time for a row (SPEC §2, "Last day").

use crate::plan::{BodyIx, Plan, RowIx};
use chrono::NaiveDate;

/// The last day of a row for its units together: under `any` the latest of them, none if one has
/// none.
pub(super) fn of_all(plan: &Plan, row: RowIx, as_of: NaiveDate) -> Option<NaiveDate> {
    if !is_extended(plan, row) {
        return stated(plan, row);
    }
    let units = plan.node(row).units.iter();
    let days: Option<Vec<NaiveDate>> = units.map(|unit| of_unit(plan, row, *unit, as_of)).collect();
    days?.into_iter().max()
}

/// The last day of a row for one unit, extensions granted by D counted.
pub fn of_unit(plan: &Plan, row: RowIx, unit: BodyIx, as_of: NaiveDate) -> Option<NaiveDate> {
    of_unit_where(plan, row, unit, |ix, number| plan.row(ix).extended[number].granted <= as_of)
}

/// The last day of a row for one unit, those extensions counted that `counts` lets count: from the row
/// up to the one that states its deadline (to the root if none does) the first row with one for the
/// unit decides, by the last such there.
pub fn of_unit_where(
    plan: &Plan,
    row: RowIx,
    unit: BodyIx,
    counts: impl Fn(RowIx, usize) -> bool,
) -> Option<NaiveDate> {
    let in_force = extended_rows(plan, row).find_map(|ix| {
        let extended = plan.row(ix).extended.iter().enumerate();
        extended.rev().find(|(number, extension)| counts(ix, *number) && extension.is_for(unit))
    });
    match in_force {
        Some((_, extension)) => Some(plan.calendar.rolled(extension.to)),
        None => stated(plan, row),
    }
}

/// The last day before extensions.
pub(super) fn stated(plan: &Plan, row: RowIx) -> Option<NaiveDate> {
    plan.due(row).and_then(|due| due.last_day(&plan.calendar))
}

/// Whether any extension can bear on the row.
pub(super) fn is_extended(plan: &Plan, row: RowIx) -> bool {
    extended_rows(plan, row).next().is_some()
}

/// The rows with extensions that can bear on a row: from it up to the one that states its deadline.
pub fn extended_rows(plan: &Plan, row: RowIx) -> impl Iterator<Item = RowIx> {
    let top = plan.node(row).due_from.map_or(0, |from| plan.node(from).depth);
    let first = plan.node(row).extended_from;
    let above = |ix: &RowIx| plan.node(plan.node(*ix).parent?).extended_from;
    std::iter::successors(first, above).take_while(move |ix| plan.node(*ix).depth >= top)
}
