//! An agency that asks for its own assignments (docs/meaning.md, Agency query).

use super::{Counts, Obligation, Snapshot};
use crate::plan::{BodyIx, BodyKind, Plan, RowIx};
use std::collections::HashSet;

/// The agencies or groups that a question is about, opened to their units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    units: HashSet<BodyIx>,
    /// The units of the groups among them: what passed on from one of these counts for the group too.
    of_groups: HashSet<BodyIx>,
}

/// What an agency is to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// It must deliver.
    Lead,
    /// It supports those who must.
    Support,
}

impl Role {
    /// The name that options and machine formats use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Support => "support",
        }
    }
}

impl Scope {
    /// The units of these agencies and groups.
    pub fn new(plan: &Plan, bodies: impl IntoIterator<Item = BodyIx>) -> Self {
        let mut scope = Self::default();
        for body in bodies {
            let body = plan.body(body);
            scope.units.extend(body.units.iter());
            if body.kind != BodyKind::Agency {
                scope.of_groups.extend(body.units.iter());
            }
        }
        scope
    }

    /// Whether a unit is asked for.
    pub fn has(&self, unit: BodyIx) -> bool {
        self.units.contains(&unit)
    }

    /// Whether one of the bodies opens to a unit that is asked for.
    pub fn overlaps(&self, plan: &Plan, bodies: &[BodyIx]) -> bool {
        bodies.iter().any(|body| self.has_any(&plan.body(*body).units))
    }

    /// What the agency is to a row; none if the row does not concern it.
    pub fn role(&self, snapshot: &Snapshot<'_>, row: RowIx) -> Option<Role> {
        let leads = self.has_any(snapshot.units(row)) || snapshot.obligations(row).iter().any(|owed| self.owes(owed));
        if leads {
            return Some(Role::Lead);
        }
        let support = &snapshot.plan.row(row).support;
        let supports = self.overlaps(snapshot.plan, support) || self.has_any(&snapshot.heirs_of(support));
        supports.then_some(Role::Support)
    }

    /// Whether an obligation is the agency's own; one under `any` is each of its units'.
    pub fn owes(&self, obligation: &Obligation) -> bool {
        self.has_any(obligation.units()) || obligation.heir_to().iter().any(|body| self.of_groups.contains(body))
    }

    fn has_any(&self, units: &[BodyIx]) -> bool {
        units.iter().any(|unit| self.units.contains(unit))
    }
}

/// A row as a question sees it: on led rows only the asked agency's own units count.
#[derive(Clone, Debug)]
pub struct ScopedRow<'s> {
    /// The row.
    pub row: RowIx,
    /// What the asked agency is to it; lead where nobody asked.
    pub role: Role,
    /// The obligations that are shown.
    pub obligations: Vec<&'s Obligation>,
    /// What the status counts.
    pub counts: Counts,
}

impl<'s> ScopedRow<'s> {
    /// A row in full.
    pub fn full(snapshot: &'s Snapshot<'_>, row: RowIx) -> Self {
        Self {
            row,
            role: Role::Lead,
            obligations: snapshot.obligations(row).iter().collect(),
            counts: snapshot.counts(row),
        }
    }

    /// A row as it concerns an agency; none if it does not.
    pub fn of(snapshot: &'s Snapshot<'_>, row: RowIx, asked: &Scope) -> Option<Self> {
        if !snapshot.is_there(row) {
            return None;
        }
        let full = Self::full(snapshot, row);
        match asked.role(snapshot, row)? {
            Role::Support => Some(Self { role: Role::Support, ..full }),
            Role::Lead => {
                let obligations: Vec<_> =
                    full.obligations.into_iter().filter(|obligation| asked.owes(obligation)).collect();
                let counted = obligations.iter().filter(|obligation| !obligation.is_ahead);
                let counts = counted.map(|obligation| obligation.status).collect();
                Some(Self { row, role: Role::Lead, obligations, counts })
            }
        }
    }
}
