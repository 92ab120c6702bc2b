//! Marks that differ in nothing but their unit are told once for a group, where all its units have them, or all that
//! had not delivered.

use super::super::answer::{Names, Share};
use super::{Action, Change, Submission};
use crate::plan::{BodyIx, Plan};
use std::collections::{HashMap, HashSet};

/// So many marks are told one by one.
const FEW: usize = 3;

/// The changes of a row as people read them: those that follow each other and are alike stand together under the
/// groups of the row's lead, the highest that have all their units among them; `delivered`
/// are the units that have delivered now.
pub(super) fn by_group(
    plan: &Plan,
    names: &Names<'_>,
    lead: &[BodyIx],
    changes: &[Change],
    delivered: &HashSet<BodyIx>,
) -> Vec<Change> {
    let mut told = Vec::new();
    let mut rest = changes;
    while let Some(first) = rest.first() {
        let alike = rest.iter().take_while(|change| is_alike(first, change)).count().max(1);
        let (run, later) = rest.split_at(alike);
        if run.len() > FEW {
            let is_submitted = matches!(first.what, Action::Submit(_));
            let is_whole = |unit| is_submitted && delivered.contains(&unit);
            told.extend(Run::of(run).told(plan, names, lead, is_whole));
        } else {
            told.extend_from_slice(run);
        }
        rest = later;
    }
    told
}

/// Whether two changes are the same mark of two units.
fn is_alike(one: &Change, other: &Change) -> bool {
    let is_same = |one: &Submission, other: &Submission| {
        Submission { by: None, ..one.clone() } == Submission { by: None, ..other.clone() }
    };
    let is_same = match (&one.what, &other.what) {
        (Action::Submit(one), Action::Submit(other))
        | (Action::Withdraw(one), Action::Withdraw(other))
        | (Action::Return(one), Action::Return(other))
        | (Action::WithdrawReturn(one), Action::WithdrawReturn(other)) => is_same(one, other),
        _ => false,
    };
    is_same && one.timing == other.timing && one.unit.is_some() && other.unit.is_some()
}

/// Changes that are alike.
struct Run<'c> {
    changes: &'c [Change],
    /// Where the change of a unit stands, until it is told.
    left: HashMap<BodyIx, usize>,
}

impl<'c> Run<'c> {
    fn of(changes: &'c [Change]) -> Self {
        let units = changes.iter().enumerate().filter_map(|(number, change)| Some((change.unit?, number)));
        Self { changes, left: units.collect() }
    }

    /// A line for each group, and for each unit that stands under none. `is_excused` says of a unit that has no such
    /// change whether its group can do without.
    fn told(
        mut self,
        plan: &Plan,
        names: &Names<'_>,
        lead: &[BodyIx],
        is_excused: impl Fn(BodyIx) -> bool,
    ) -> impl Iterator<Item = Change> {
        // With the place of its first unit, so that the order of the units stays.
        let mut lines: Vec<(usize, Change)> = Vec::new();
        // A stack of its own, since a file may nest groups at will.
        let mut next: Vec<BodyIx> = lead.to_vec();
        while let Some(group) = next.pop() {
            let body = plan.body(group);
            let members = body.members();
            // What an open class reports is of its rest alone.
            if body.is_class() {
                next.extend(members);
                continue;
            }
            if members.is_empty() {
                continue;
            }
            let (here, others): (Vec<BodyIx>, Vec<BodyIx>) =
                body.units.iter().partition(|unit| self.left.contains_key(unit));
            if here.len() < 2 || !others.iter().all(|unit| is_excused(*unit)) {
                next.extend(members);
                continue;
            }
            let share = Share { part: here.len(), whole: body.units.len() };
            let first = here.iter().filter_map(|unit| self.left.remove(unit)).min();
            lines.extend(first.map(|first| (first, self.changes[first].of_group(names, group, share))));
        }
        lines.extend(self.left.values().map(|number| (*number, self.changes[*number].clone())));
        lines.sort_by_key(|(number, _)| *number);
        lines.into_iter().map(|(_, line)| line)
    }
}

impl Change {
    /// The same of so many units of a group.
    fn of_group(&self, names: &Names<'_>, group: BodyIx, units: Share) -> Self {
        let mut change = self.clone();
        if let Action::Submit(report)
        | Action::Withdraw(report)
        | Action::Return(report)
        | Action::WithdrawReturn(report) = &mut change.what
        {
            report.by = Some(names.agency(group));
            report.units = Some(units);
        }
        change
    }
}
