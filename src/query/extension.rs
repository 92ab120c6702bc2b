//! Which extension is in force (docs/meaning.md, Last day): asked by every status, by `extend`, by `check`
//! and by `check --against`.

use super::{LastDay, Responsible};
use crate::plan::{BodyIx, Extension, Plan, RowIx};

/// Where an extension stands: its row, and its number in the row's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ExtensionAt {
    /// The row.
    pub row: RowIx,
    /// The number, from 0.
    pub number: usize,
}

impl ExtensionAt {
    /// The extension itself.
    pub fn of(self, plan: &Plan) -> &Extension {
        &plan.row(self.row).extended[self.number]
    }
}

/// The extension that decides for a unit of a row, of those that are known.
///
/// From the row up to the one that states its deadline (to the root if none does) the first row with an
/// extension for the unit decides, by the last such there.
pub(super) fn in_force(
    plan: &Plan,
    row: RowIx,
    unit: BodyIx,
    is_known: impl Fn(ExtensionAt) -> bool,
) -> Option<ExtensionAt> {
    extended_rows(plan, row).find_map(|row| {
        let numbers = (0..plan.row(row).extended.len()).rev();
        let mut extensions = numbers.map(|number| ExtensionAt { row, number });
        extensions.find(|at| is_known(*at) && at.of(plan).is_for(unit))
    })
}

/// Whether any extension can bear on a row.
pub(super) fn is_extended(plan: &Plan, row: RowIx) -> bool {
    extended_rows(plan, row).next().is_some()
}

/// The rows with extensions that can bear on a row: from it up to the one that states its deadline.
fn extended_rows(plan: &Plan, row: RowIx) -> impl Iterator<Item = RowIx> {
    let top = top(plan, row);
    let first = plan.node(row).extended_from;
    let above = |row: &RowIx| plan.node(plan.node(*row).parent?).extended_from;
    std::iter::successors(first, above).take_while(move |row| plan.node(*row).depth >= top)
}

/// The depth of the highest row whose extensions bear on a row.
fn top(plan: &Plan, row: RowIx) -> usize {
    plan.node(row).due_from.map_or(0, |from| plan.node(from).depth)
}

/// The extensions that can bear on a row, the nearest row's first, in file order there.
pub(super) fn bearing(plan: &Plan, row: RowIx) -> impl Iterator<Item = ExtensionAt> {
    extended_rows(plan, row)
        .flat_map(|row| (0..plan.row(row).extended.len()).map(move |number| ExtensionAt { row, number }))
}

/// A last day that an extension decides, and what it was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The row whose last day it is: that of the extension, or one below it.
    pub row: RowIx,
    /// The unit.
    pub unit: BodyIx,
    /// The last day before.
    pub before: LastDay,
}

/// What a file assigns to whom and until when, on no particular day: for `check`, which judges the file, and
/// for `extend`, which asks what an extension would move. Who owes what on a day, a
/// [`Snapshot`](super::Snapshot) says.
pub struct Assignments<'p> {
    plan: &'p Plan,
    responsible: Responsible,
}

impl<'p> Assignments<'p> {
    /// Asks a plan.
    pub fn of(plan: &'p Plan) -> Self {
        Self { plan, responsible: Responsible::of(plan) }
    }

    /// The last days that an extension on a row decides, row by row in the order of the tree, given the others
    /// that are known; those that one nearer to their row decides are none of them.
    pub fn moved_by(
        &self,
        row: RowIx,
        extension: &Extension,
        is_known: impl Fn(ExtensionAt) -> bool,
    ) -> impl Iterator<Item = Moved> {
        let plan = self.plan;
        let depth = plan.node(row).depth;
        let rows = plan.below(row).filter(move |below| depth >= top(plan, *below));
        rows.flat_map(move |below| self.responsible.units(below).iter().map(move |unit| (below, *unit)))
            .filter(|(_, unit)| extension.is_for(*unit))
            .filter_map(move |(below, unit)| {
                let before = in_force(plan, below, unit, &is_known);
                let is_nearer = before.is_some_and(|at| plan.node(at.row).depth > depth);
                (!is_nearer).then(|| Moved { row: below, unit, before: LastDay::of_unit(plan, below, unit, &is_known) })
            })
    }

    /// The first of those last days that the extension does not move to a later day.
    pub fn not_later(
        &self,
        row: RowIx,
        extension: &Extension,
        is_known: impl Fn(ExtensionAt) -> bool,
    ) -> Option<Moved> {
        let mut moved = self.moved_by(row, extension, is_known);
        moved.find(|moved| moved.before.day().is_some_and(|day| extension.to <= day))
    }

    /// The units that the lead of a row opens to; a heading has none.
    pub fn units(&self, row: RowIx) -> &[BodyIx] {
        self.responsible.units(row)
    }

    /// Whether a body has a unit that must deliver a row or one below it.
    pub fn concerns(&self, row: RowIx, units: &[BodyIx]) -> bool {
        self.plan.below(row).any(|row| self.responsible.units(row).iter().any(|unit| units.contains(unit)))
    }
}
