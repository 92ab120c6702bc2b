//! What is overdue, and what soon will be.

use super::{Obligation, Scope, Snapshot, Status};
use std::cmp::Reverse;
use std::collections::HashSet;

/// The answer to "what is overdue?".
#[derive(Clone, Debug)]
pub struct Overdue<'s> {
    /// Overdue obligations, most days late first, then in file order.
    pub overdue: Vec<&'s Obligation>,
    /// Obligations not delivered with few days left, the nearest first, then in file order.
    pub due_soon: Vec<&'s Obligation>,
    /// How many obligations were asked for.
    pub obligations: usize,
    /// The next last day among what is not delivered and not overdue.
    pub next: Option<&'s Obligation>,
    asked: Option<Scope>,
}

impl<'s> Overdue<'s> {
    /// Asks a snapshot; only for what an agency must deliver, and with what is due within so many
    /// days, where that is wanted.
    pub fn new(snapshot: &'s Snapshot<'_>, asked: Option<&Scope>, soon: Option<u32>) -> Self {
        let obligation = |obligation: &&Obligation| asked.is_none_or(|asked| asked.owes(obligation));
        let all: Vec<&Obligation> = snapshot.all_obligations().filter(obligation).collect();
        let mut overdue: Vec<_> =
            all.iter().copied().filter(|obligation| obligation.status == Status::Overdue).collect();
        overdue.sort_by_key(|obligation| Reverse(obligation.days_late()));
        let mut ahead: Vec<_> = all.iter().copied().filter(|obligation| obligation.days_left().is_some()).collect();
        ahead.sort_by_key(|obligation| obligation.days_left());
        let next = ahead.first().copied();
        ahead.retain(|obligation| soon.is_some_and(|days| obligation.days_left() <= Some(i64::from(days))));
        Self { overdue, due_soon: ahead, obligations: all.len(), next, asked: asked.cloned() }
    }

    /// Whether an obligation was asked for.
    pub fn asks_for(&self, obligation: &Obligation) -> bool {
        self.asked.as_ref().is_none_or(|asked| asked.owes(obligation))
    }

    /// How many rows have something overdue.
    pub fn rows(&self) -> usize {
        self.overdue.iter().map(|obligation| obligation.key.row).collect::<HashSet<_>>().len()
    }

    /// How many units have something overdue; under `any` each of those of which one must deliver.
    pub fn agencies(&self) -> usize {
        self.overdue.iter().flat_map(|obligation| obligation.units()).collect::<HashSet<_>>().len()
    }
}
