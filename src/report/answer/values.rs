//! From a plan on a day to values that stand alone.

use super::standing::state;
use super::{Due, LeadShare, Names, Note, Obligation, PlanColumn, Row, RowEnd, RowState, Share, Standing};
use crate::plan::{Deadline, Period, Progress, RowIx};
use crate::query::{self, Groups, LastDay, Role, ScopedRow, Snapshot, Status, Why, by_lead};
use std::collections::HashMap;
use std::mem;
use std::sync::Arc;

/// The values of a snapshot: each row, name and deadline is made once, and shared by all that tell of it.
pub struct Values<'s, 'p> {
    pub snapshot: &'s Snapshot<'p>,
    pub names: Names<'p>,
    rows: Vec<Option<Arc<Row>>>,
    /// By the rows that state them.
    dues: Vec<Option<Arc<Due>>>,
    groups: Groups<'p>,
    columns: Vec<Arc<PlanColumn>>,
}

impl<'s, 'p> Values<'s, 'p> {
    /// The values of a snapshot.
    pub fn of(snapshot: &'s Snapshot<'p>) -> Self {
        let rows = vec![None; snapshot.plan.rows().len()];
        Self {
            snapshot,
            names: Names::of(snapshot.plan),
            rows,
            dues: vec![None; snapshot.plan.rows().len()],
            groups: Groups::of(snapshot.plan),
            columns: snapshot.plan.columns().iter().map(|column| Arc::new(PlanColumn::of(column))).collect(),
        }
    }

    /// The further columns of the appendix.
    pub fn columns(&self) -> &[Arc<PlanColumn>] {
        &self.columns
    }

    /// What the plan says of a row.
    pub fn row(&mut self, row: RowIx) -> Arc<Row> {
        if let Some(known) = &self.rows[row.at()] {
            return Arc::clone(known);
        }
        let (plan, node, as_of) = (self.snapshot.plan, self.snapshot.plan.node(row), self.snapshot.as_of);
        let stated = plan.row(row);
        let made = Arc::new(Row {
            name: self.names.row(row),
            parent: node.parent.map(|above| self.names.row(above)),
            depth: node.depth as usize,
            kind: node.kind,
            title: stated.title.clone(),
            lead: self.names.agencies(plan.lead(row)),
            lead_from: node.lead_from.map(|from| self.names.row(from)),
            support: self.names.agencies(&stated.support),
            due: self.due_of(row),
            due_from: node.due_from.map(|from| self.names.row(from)),
            since: stated.since,
            ended: stated.ended.as_ref().filter(|ended| ended.on <= as_of).map(|ended| RowEnd {
                on: ended.on,
                reference: ended.reference.clone(),
                replaced_by: ended.replaced_by.map(|other| self.names.row(other)),
            }),
            cells: stated
                .cells
                .iter()
                .map(|(column, text)| (Arc::clone(&self.columns[*column]), text.clone()))
                .collect(),
            progress: stated.progress.iter().filter(|note| note.on <= as_of).map(|note| self.note(note)).collect(),
            is_one_for_all: plan.one_for_all(row),
        });
        self.rows[row.at()] = Some(Arc::clone(&made));
        made
    }

    fn note(&self, note: &Progress) -> Note {
        Note { on: note.on, by: note.by.map(|by| self.names.agency(by)), text: note.text.clone() }
    }

    fn due_of(&mut self, row: RowIx) -> Option<Arc<Due>> {
        let plan = self.snapshot.plan;
        let (from, stated) = plan.node(row).due_from.zip(plan.due(row))?;
        let (names, snapshot) = (&mut self.names, self.snapshot);
        let due = || Arc::new(Due::new(stated, plan, names, snapshot.last_day_of(stated)));
        Some(Arc::clone(self.dues[from.at()].get_or_insert_with(due)))
    }

    /// A deadline that no row states.
    pub fn due(&mut self, due: &Deadline) -> Arc<Due> {
        Arc::new(Due::new(due, self.snapshot.plan, &mut self.names, self.snapshot.last_day_of(due)))
    }

    /// An obligation, with what the agency asked for is to its row.
    pub fn obligation(&mut self, obligation: &query::Obligation, role: Role) -> Obligation {
        let entry = obligation.delivery.and_then(|delivery| delivery.entry);
        let entry = entry.map(|(row, number)| &self.snapshot.plan.row(row).submitted[number as usize]);
        Obligation {
            row: self.row(obligation.key.row),
            agencies: self.names.agencies(obligation.units()),
            period: obligation.key.period,
            rest: obligation.is_rest(self.snapshot.plan),
            approximate: obligation.delivery.is_some_and(|delivery| delivery.is_approximate),
            status: obligation.status,
            last_day: obligation.last_day.day(),
            days_late: obligation.days_late(),
            days_left: obligation.days_left(),
            submitted_on: obligation.delivery.map(|delivery| delivery.on),
            reference: entry.and_then(|entry| entry.reference.clone()),
            returned_on: obligation.returned,
            plan: None,
            is_extended: matches!(obligation.last_day, LastDay::Day(_, Why::Extended(_))),
            in_place_of: Some(obligation.heir_to())
                .filter(|ended| !ended.is_empty())
                .map(|ended| self.names.agencies(ended)),
            group: self.groups.reaching(obligation).map(|group| self.names.agency(group)),
            role,
        }
    }

    /// A row as a question sees it.
    pub fn state(&mut self, scoped: &ScopedRow<'_>) -> RowState {
        let role = scoped.role;
        let begun: Vec<&query::Obligation> = scoped.obligations.iter().copied().filter(|owed| !owed.is_ahead).collect();
        RowState {
            row: self.row(scoped.row),
            status: scoped.counts.worst(),
            counts: scoped.counts,
            plan: None,
            obligations: scoped.obligations.iter().map(|obligation| self.obligation(obligation, role)).collect(),
            role,
            shares: self.shares(scoped.row, &begun),
            standing: self.standing(scoped.row, &begun),
            periods: periods(&begun),
            above: Vec::new(),
        }
    }

    /// Rows as a question sees them, each with the rows above it that have no place of their own.
    pub fn states(&mut self, scoped: &[ScopedRow<'_>]) -> Vec<RowState> {
        let plan = self.snapshot.plan;
        let mut is_placed = vec![false; plan.rows().len()];
        for scoped in scoped {
            is_placed[scoped.row.at()] = true;
        }
        let states = scoped.iter().map(|scoped| {
            let is_new = |above: &RowIx| !mem::replace(&mut is_placed[above.at()], true);
            let ancestors = plan.ancestors(scoped.row).take_while(is_new);
            let mut above: Vec<_> = ancestors.map(|above| self.row(above)).collect();
            above.reverse();
            RowState { above, ..self.state(scoped) }
        });
        states.collect()
    }

    /// How some obligations of a row stand together.
    pub fn standing(&mut self, row: RowIx, obligations: &[&query::Obligation]) -> Standing {
        let deadline = self.row(row).due.as_ref().and_then(|due| due.last_day);
        Standing::of(deadline, obligations.iter().map(|obligation| state(obligation)))
    }

    fn shares(&self, row: RowIx, obligations: &[&query::Obligation]) -> Vec<LeadShare> {
        let plan = self.snapshot.plan;
        let shares = by_lead(plan, row, obligations);
        shares.iter().map(|share| LeadShare::new(&self.names, plan, share)).collect()
    }
}

/// How many of the periods of some obligations of a row have the worst status of all; none where it does not recur.
fn periods(obligations: &[&query::Obligation]) -> Option<Share> {
    let mut worst: HashMap<Period, Status> = HashMap::new();
    for owed in obligations {
        let known = worst.entry(owed.key.period?).or_insert(owed.status);
        *known = owed.status.min(*known);
    }
    let of_all = worst.values().min()?;
    Some(Share { part: worst.values().filter(|status| *status == of_all).count(), whole: worst.len() })
}
