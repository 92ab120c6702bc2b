//! Which extension is in force (docs/meaning.md, Last day): asked by every status, by `extend`, by `check`
//! and by `check --against`.

use super::duty::{self, Succession};
use super::{LastDay, Responsible};
use crate::plan::{BodyIx, Extension, Occurrence, Period, Plan, RowIx};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Where an extension stands: its row, and its number in the row's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ExtensionAt {
    /// The row.
    pub row: RowIx,
    /// The number, from 0.
    number: u32,
}

impl ExtensionAt {
    /// The number, from 0.
    pub fn number(self) -> usize {
        self.number as usize
    }

    /// An extension of a row by its number, from 0.
    pub fn new(row: RowIx, number: usize) -> Self {
        Self { row, number: u32::try_from(number).unwrap_or(u32::MAX) }
    }

    /// The extension itself.
    pub fn of(self, plan: &Plan) -> &Extension {
        &plan.row(self.row).extended[self.number()]
    }
}

/// The extension that decides for a unit of a row and those that it answers for, of those that are known; of a row that
/// recurs for a period.
///
/// From the row up to the one that states its deadline (to the root if none does) the first row with an
/// extension for one of them decides, by the last such there.
pub(super) fn in_force(
    plan: &Plan,
    row: RowIx,
    bodies: &(impl Iterator<Item = BodyIx> + Clone),
    period: Option<Period>,
    is_known: impl Fn(ExtensionAt) -> bool,
) -> Option<ExtensionAt> {
    extended_rows(plan, row).find_map(|row| {
        let numbers = (0..plan.row(row).extended.len()).rev();
        let mut extensions = numbers.map(|number| ExtensionAt::new(row, number));
        extensions.find(|at| {
            let extension = at.of(plan);
            let is_meant = extension.period == period && is_known(*at);
            is_meant && bodies.clone().any(|body| extension.is_for(body))
        })
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
fn top(plan: &Plan, row: RowIx) -> u32 {
    plan.node(row).due_from.map_or(0, |from| plan.node(from).depth)
}

/// The extensions that can bear on a row, the nearest row's first, in file order there.
pub(super) fn bearing(plan: &Plan, row: RowIx) -> impl Iterator<Item = ExtensionAt> {
    extended_rows(plan, row)
        .flat_map(|row| (0..plan.row(row).extended.len()).map(move |number| ExtensionAt::new(row, number)))
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

impl Moved {
    /// Of the last days that an extension to a day decides, the first that it makes earlier; else, if it makes none
    /// later, the first that stays. Where it moves some, others may have that day already: an extension for a group
    /// says so of all.
    pub fn not_later(decided: impl IntoIterator<Item = Self>, to: NaiveDate) -> Option<Self> {
        let (mut stays, mut moves_some) = (None, false);
        for moved in decided {
            match moved.before.day() {
                Some(day) if to < day => return Some(moved),
                Some(day) if to == day => stays = stays.or(Some(moved)),
                _ => moves_some = true,
            }
        }
        stays.filter(|_| !moves_some)
    }
}

/// What a file assigns to whom and until when, on no particular day: for `check`, which judges the file, and
/// for `extend`, which asks what an extension would move. Who owes what on a day, a
/// [`Snapshot`](super::Snapshot) says.
pub struct Assignments<'p> {
    plan: &'p Plan,
    responsible: Responsible,
    succession: Succession,
}

impl<'p> Assignments<'p> {
    /// Asks a plan.
    pub fn of(plan: &'p Plan) -> Self {
        Self { plan, responsible: Responsible::of(plan), succession: Succession::of(plan) }
    }

    /// A unit, and those that take over from it, whenever that is.
    fn with_heirs(&self, unit: BodyIx) -> Vec<BodyIx> {
        let mut bodies = vec![unit];
        bodies.extend(duty::heirs(self.plan, &self.succession, &[unit], NaiveDate::MAX));
        bodies
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
        // A row that states a deadline of its own decides for all below it.
        let mut next = vec![row];
        let rows = std::iter::from_fn(move || {
            let row = next.pop()?;
            #[cfg(test)]
            ROWS_ASKED.set(ROWS_ASKED.get() + 1);
            next.extend(plan.node(row).children.iter().rev().filter(|child| depth >= top(plan, **child)));
            Some(row)
        });
        rows.flat_map(move |below| self.responsible.units(below).iter().map(move |unit| (below, *unit))).filter_map(
            move |(below, unit)| {
                // What is granted to one that takes over moves what that then owes.
                let bodies = self.with_heirs(unit);
                if !bodies.iter().any(|body| extension.is_for(*body)) {
                    return None;
                }
                let period = occurrence(plan, below, extension.period)?;
                let before = in_force(plan, below, &bodies.iter().copied(), extension.period, &is_known);
                let is_nearer = before.is_some_and(|at| plan.node(at.row).depth > depth);
                let before = || LastDay::of_unit(plan, below, &bodies, period, &is_known);
                (!is_nearer).then(|| Moved { row: below, unit, before: before() })
            },
        )
    }

    /// The units that the lead of a row opens to; a heading has none.
    pub fn units(&self, row: RowIx) -> &[BodyIx] {
        self.responsible.units(row)
    }

    /// Whether one of some units must deliver a row or one below it, or takes over from one that must.
    pub fn concerns(&self, row: RowIx, units: &[BodyIx]) -> bool {
        self.plan.below(row).any(|row| {
            let own = self.responsible.units(row);
            own.iter().any(|unit| units.contains(unit))
                || duty::heirs(self.plan, &self.succession, own, NaiveDate::MAX).iter().any(|body| units.contains(body))
        })
    }

    /// The same of many rows, each with its units, in one walk over the plan.
    pub fn concern(&self, asked: &[(RowIx, &[BodyIx])]) -> Vec<bool> {
        let plan = self.plan;
        let mut questions: HashMap<RowIx, Vec<usize>> = HashMap::new();
        for (number, (row, _)) in asked.iter().enumerate() {
            questions.entry(*row).or_default().push(number);
        }
        let roots = plan.rows().map(|(row, _)| row).filter(|row| plan.node(*row).parent.is_none());
        let top_down: Vec<RowIx> = roots.flat_map(|root| plan.below(root)).collect();
        // Seen from the end: how many rows stand from each on below it, and the next row of each body.
        let mut sizes = vec![1; plan.rows().len()];
        let mut next = vec![usize::MAX; plan.bodies().len()];
        let mut concerned = vec![false; asked.len()];
        for (place, row) in top_down.into_iter().enumerate().rev() {
            #[cfg(test)]
            ROWS_ASKED.set(ROWS_ASKED.get() + 1);
            let own = self.responsible.units(row);
            let heirs = duty::heirs(plan, &self.succession, own, NaiveDate::MAX);
            own.iter().chain(&heirs).for_each(|body| next[body.at()] = place);
            for number in questions.get(&row).into_iter().flatten() {
                concerned[*number] = asked[*number].1.iter().any(|unit| next[unit.at()] < place + sizes[row.at()]);
            }
            if let Some(above) = plan.node(row).parent {
                sizes[above.at()] += sizes[row.at()];
            }
        }
        concerned
    }
}

#[cfg(test)]
thread_local! {
    /// How many rows this thread has asked for who must deliver them.
    pub(crate) static ROWS_ASKED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// The period of a row that a mark names; where it names none, and the row does not recur, none. Nothing for a mark
/// that cannot be meant for the row.
fn occurrence(plan: &Plan, row: RowIx, named: Option<Period>) -> Option<Option<&Occurrence>> {
    match (named, plan.occurrences(row)) {
        (Some(period), Some(mut all)) => all.find(|one| one.period == period).map(Some),
        (None, None) => Some(None),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{body, day, plan, plan_with, row};

    /// What an extension of row 1 to a day would decide: the rows and units, with the last days before.
    fn moved(plan: &Plan, to: &str, covers: Option<&str>) -> (Vec<String>, Option<String>) {
        let units = covers.map(|id| plan.body(body(plan, id)).units.clone());
        let covers = units.map(|units| crate::plan::Covered { stated: Vec::new(), units });
        let extension = Extension { period: None, to: day(to), granted: day("06-30"), reference: None, covers };
        let assigned = Assignments::of(plan);
        let told = |moved: Moved| {
            let before = moved.before.day().map(|day| day.format("%m-%d").to_string());
            let (row, unit) = (&plan.row(moved.row).id, &plan.body(moved.unit).id);
            format!("{row} {unit} {}", before.unwrap_or_default())
        };
        let at = row(plan, "1");
        let all = || assigned.moved_by(at, &extension, |_| true);
        (all().map(told).collect(), Moved::not_later(all(), plan.calendar.rolled(extension.to)).map(told))
    }

    #[test]
    fn an_extension_decides_below_its_row_where_nothing_nearer_does() {
        let plan = plan(&[
            "id = '1', lead = ['a', 'b'], due = { by = 2020-03-10 }",
            "id = '1.1', extended = [{ to = 2020-08-08, granted = 2020-03-01, for = ['b'] }]",
            "id = '1.2', due = { by = 2020-03-20 }",
            "id = '2', lead = ['a'], due = { by = 2020-03-10 }",
        ]);
        let (all, _) = moved(&plan, "05-05", None);
        assert_eq!(all, ["1 a 03-10", "1 b 03-10", "1.1 a 03-10"], "1.1 has its own for b, 1.2 its own deadline");
        assert_eq!(moved(&plan, "05-05", Some("b")).0, ["1 b 03-10"]);
        assert!(moved(&plan, "05-05", Some("d")).0.is_empty());
    }

    #[test]
    fn it_must_be_later_for_each_of_its_units() {
        let plan = plan(&["id = '1', lead = ['a', 'b'], due = { by = 2020-10-10 }, extended = [
            { to = 2020-12-01, granted = 2020-05-01, for = ['a'] },
            { to = 2020-11-02, granted = 2020-05-01, for = ['b'] }]"]);
        assert_eq!(moved(&plan, "11-20", None).1.as_deref(), Some("1 a 12-01"), "later for b, not for a");
        assert_eq!(moved(&plan, "11-20", Some("b")).1, None);
        assert_eq!(moved(&plan, "11-02", Some("b")).1.as_deref(), Some("1 b 11-02"), "the same day is not later");
        assert_eq!(moved(&plan, "12-02", None).1, None);
    }

    #[test]
    fn those_who_have_that_day_already_are_passed_where_it_is_later_for_others() {
        let plan = plan(&["id = '1', lead = ['a', 'b'], due = { by = 2020-10-10 }, extended = [
            { to = 2020-12-01, granted = 2020-05-01, for = ['a'] }]"]);
        assert_eq!(moved(&plan, "12-01", None).1, None);
        assert_eq!(moved(&plan, "12-01", Some("a")).1.as_deref(), Some("1 a 12-01"), "it moves nobody's");
        assert_eq!(moved(&plan, "11-30", None).1.as_deref(), Some("1 a 12-01"), "a would have less time");
    }

    #[test]
    fn days_off_move_both_days_before_they_are_compared() {
        // 10 October 2020 is a Saturday.
        let rows = ["id = '1', lead = ['a'], due = { by = 2020-10-10 }"];
        let plan = plan_with("roll_forward = true", &rows);
        assert_eq!(moved(&plan, "10-11", None).1.as_deref(), Some("1 a 10-12"), "Sunday is no later than Saturday");
        assert_eq!(moved(&plan, "10-13", None).1, None);
    }
}
