//! A plan on a day: every obligation with its status.

use super::delivery::{AnyOf, Received, Reports, Whose};
use super::duty::{self, Duty, Succession};
use super::in_force::InForce;
use super::last_day::{self, LastDays};
use super::obligation::{Facts, Units};
use super::{Counts, ExtensionAt, LastDay, Obligation, Responsible, extension};
use crate::plan::{Anchor, BodyIx, Deadline, End, Occurrence, Plan, RowIx, RowKind};
use chrono::NaiveDate;
use std::sync::Arc;

/// A plan as of a day. What is dated after that day does not exist yet.
///
/// ```
/// # use papi_plan::{diagnostic::Source, file::Document, query::Snapshot, plan::parse_day};
/// let source = Source::new("plan.toml", r#"
/// version = 1
/// [plan]
/// number = "1/KH"
/// title = "A"
/// issuer = "B"
/// issued = 2020-01-01
/// [[task]]
/// id = "1"
/// title = "C"
/// lead = ["so-noi-vu"]
/// due = { month = "2020-09" }
/// [agencies]
/// so-noi-vu = { name = "Sở Nội vụ" }
/// "#.into());
/// let plan = Document::read(&source).into_plan().unwrap();
/// let day = parse_day("2020-10-03").unwrap();
/// let snapshot = Snapshot::new(&plan, day);
/// let (task, _) = plan.rows().next().unwrap();
/// assert_eq!(snapshot.obligations(task)[0].days_late(), Some(3));
/// ```
#[derive(Clone, Debug)]
pub struct Snapshot<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// D, the day the question is asked for.
    pub as_of: NaiveDate,
    /// The day up to which periods are known that have not begun at D.
    until: NaiveDate,
    responsible: Responsible,
    succession: Succession,
    obligations: Vec<Vec<Obligation>>,
    /// The day on which the last obligation of each item was delivered, if all were.
    completed: Vec<Option<NaiveDate>>,
    counts: Vec<Counts>,
    below: Vec<Counts>,
}

impl<'p> Snapshot<'p> {
    /// Works out every status at D.
    pub fn new(plan: &'p Plan, as_of: NaiveDate) -> Self {
        Self::with_periods_until(plan, as_of, as_of)
    }

    /// The same for a question about days to come: the periods that begin by the last of them have obligations too,
    /// which no total counts.
    pub fn with_periods_until(plan: &'p Plan, as_of: NaiveDate, until: NaiveDate) -> Self {
        let mut snapshot = Self {
            plan,
            as_of,
            until: until.max(as_of),
            responsible: Responsible::of(plan),
            succession: Succession::of(plan),
            obligations: vec![Vec::new(); plan.rows().len()],
            completed: vec![None; plan.rows().len()],
            counts: vec![Counts::default(); plan.rows().len()],
            below: vec![Counts::default(); plan.rows().len()],
        };
        let (assignments, extensions) = (AssignmentRows::of(plan), InForce::of(plan, as_of));
        for item in in_order_of_waiting(plan) {
            snapshot.assign(assignments.item(item), &extensions);
        }
        snapshot.count();
        snapshot
    }

    /// Whether a row is there at D: a row that a later document adds is not there before.
    pub fn is_there(&self, row: RowIx) -> bool {
        self.plan.node(row).since.is_none_or(|since| since <= self.as_of)
    }

    /// Whether a row has ended by D.
    pub fn has_ended(&self, row: RowIx) -> bool {
        self.plan.node(row).ended.is_some_and(|ended| ended <= self.as_of)
    }

    /// The last day of the deadline in force of a row at D, before extensions; none for one that recurs.
    pub fn last_day(&self, row: RowIx) -> Option<NaiveDate> {
        self.last_day_of(self.plan.due(row)?)
    }

    /// The last day of any deadline of the plan at D, before extensions; none for one that recurs.
    pub fn last_day_of(&self, due: &Deadline) -> Option<NaiveDate> {
        last_day::of_deadline(self.plan, due, |anchor| self.came(anchor))
    }

    /// The obligations of an item; for a part its units' own states; for a heading nothing.
    pub fn obligations(&self, row: RowIx) -> &[Obligation] {
        &self.obligations[row.at()]
    }

    /// The obligations of all items, in file order; also those of periods that have not begun.
    pub fn all_obligations(&self) -> impl Iterator<Item = &Obligation> {
        let items = self.plan.rows().filter(|(ix, _)| self.plan.node(*ix).kind == RowKind::Item);
        items.flat_map(|(ix, _)| self.obligations(ix))
    }

    /// What the status of a row counts: an item its obligations, a part its units' states, a
    /// heading the obligations of all items below it.
    pub fn counts(&self, row: RowIx) -> Counts {
        self.counts[row.at()]
    }

    /// Counts the obligations of a row and of all items below it, at any depth.
    pub fn counts_below(&self, row: RowIx) -> Counts {
        self.below[row.at()]
    }

    /// Counts the obligations of all items.
    pub fn total(&self) -> Counts {
        self.all_obligations().filter(|owed| !owed.is_ahead).map(|owed| owed.status).collect()
    }

    /// Those who must deliver a row; a heading has none.
    pub fn units(&self, row: RowIx) -> &[BodyIx] {
        self.responsible.units(row)
    }

    /// Whether a body may report on a row: a unit of it, or one that a unit went into, be that now or later.
    pub fn may_report(&self, row: RowIx, body: BodyIx) -> bool {
        let units = self.units(row);
        units.contains(&body) || duty::heirs(self.plan, &self.succession, units, NaiveDate::MAX).contains(&body)
    }

    /// Those units of a body that must deliver a row.
    pub fn units_among(&self, row: RowIx, body: BodyIx) -> Vec<BodyIx> {
        let own = self.plan.body(body).units.iter().copied();
        own.filter(|unit| self.units(row).contains(unit)).collect()
    }

    /// The bodies that took over by D from units of some bodies.
    pub(super) fn heirs_of(&self, bodies: &[BodyIx]) -> Vec<BodyIx> {
        duty::heirs(self.plan, &self.succession, bodies, self.as_of)
    }

    /// The extensions known at D that bear on a row, the nearest row's first.
    pub fn extensions(&self, row: RowIx) -> impl Iterator<Item = ExtensionAt> {
        let units = self.units(row);
        extension::bearing(self.plan, row).filter(move |at| {
            let extension = at.of(self.plan);
            let is_for_row = units.is_empty() || units.iter().any(|unit| extension.is_for(*unit));
            extension.granted <= self.as_of && is_for_row
        })
    }

    /// The day, by D, on which what a deadline counts from has come.
    fn came(&self, anchor: Anchor) -> Option<NaiveDate> {
        match anchor {
            Anchor::Issue => Some(self.plan.about.issued),
            Anchor::Event(event) => self.plan.event(event).on.filter(|on| *on <= self.as_of),
            Anchor::Row(row) => self.completed[row.at()],
        }
    }

    /// Works out the obligations of an item, and the states of its parts.
    fn assign(&mut self, rows: &[RowIx], extensions: &InForce<'_>) {
        let Some(item) = rows.first().copied().filter(|item| self.is_there(*item)) else { return };
        let plan = self.plan;
        match plan.occurrences(item) {
            Some(periods) => {
                let until = self.until;
                for period in periods.take_while(|period| period.first_day <= until) {
                    self.assign_period(rows, Some(period), extensions);
                }
            }
            None if plan.recurs(item) => {}
            None => self.assign_period(rows, None, extensions),
        }
    }

    fn assign_period(&mut self, rows: &[RowIx], period: Option<&'p Occurrence>, extensions: &InForce<'_>) {
        let (plan, as_of, item) = (self.plan, self.as_of, rows[0]);
        let stated = LastDay::stated(plan, item, period, |anchor| self.came(anchor));
        let last_days = LastDays { plan, extensions, period, stated };
        let reports = Reports::of(plan, as_of, rows, period);
        let had_delivered = |duty: &Duty, ended: NaiveDate| {
            let received = reports.as_ref().map(|reports| reports.received(&Whose::Duty(duty), &last_days));
            received.is_some_and(|received| received[0].delivery.is_some_and(|delivery| delivery.on < ended))
        };
        let mut received = vec![Received::default(); rows.len()];
        let mut receive = |whose: &Whose<'_>, owed: &mut Owed<'_, '_>, units: &Units, to: &mut [Vec<Obligation>]| {
            if let Some(reports) = &reports {
                reports.receive(&mut received, whose, &last_days);
            }
            owed.add(rows, whose, units, &received, to);
        };
        let units = self.responsible.units(item);
        let duties = duty::at(plan, &self.succession, units, as_of, stated.day(), had_delivered);
        let mut owed = Owed { period, last_days: &last_days, snapshot: self, completed: Completed::default() };
        let mut obligations: Vec<Vec<Obligation>> = vec![Vec::new(); rows.len()];
        if plan.one_for_all(item) {
            if duties.is_empty() {
                return;
            }
            let any = AnyOf::new(units, &duties);
            let holders: Arc<[BodyIx]> = if self.succession.is_none() {
                Arc::clone(units)
            } else {
                duties.iter().map(|duty| duty.holder).collect()
            };
            receive(&Whose::Any(&any), &mut owed, &Units::Any(holders), &mut obligations);
        } else {
            for obligations in &mut obligations {
                obligations.reserve_exact(duties.len());
            }
            for duty in &duties {
                receive(&Whose::Duty(duty), &mut owed, &Units::One(duty.holder), &mut obligations);
            }
        }
        let completed = owed.completed.day();
        for (row, new) in rows.iter().zip(obligations) {
            match &mut self.obligations[row.at()] {
                // It has just the room that it needs.
                none if none.is_empty() => *none = new,
                some => some.extend(new),
            }
        }
        if period.is_none() {
            self.completed[item.at()] = completed;
        }
    }

    fn count(&mut self) {
        for (counts, obligations) in self.counts.iter_mut().zip(&self.obligations) {
            let counted = obligations.iter().filter(|obligation| !obligation.is_ahead);
            *counts = counted.map(|obligation| obligation.status).collect();
        }
        let mut below = vec![Counts::default(); self.counts.len()];
        for row in self.plan.top_down().rev() {
            match self.plan.node(row).kind {
                RowKind::Heading => self.counts[row.at()] = below[row.at()],
                RowKind::Item => below[row.at()] += self.counts[row.at()],
                RowKind::Part => {}
            }
            if let Some(above) = self.plan.node(row).parent {
                let own = below[row.at()];
                below[above.at()] += own;
            }
        }
        self.below = below;
    }
}

/// What is owed on the rows of an assignment for one period.
struct Owed<'s, 'p> {
    period: Option<&'p Occurrence>,
    last_days: &'s LastDays<'p>,
    snapshot: &'s Snapshot<'p>,
    completed: Completed,
}

/// When all obligations of an item were delivered.
#[derive(Default)]
struct Completed {
    last: Option<NaiveDate>,
    is_missing: bool,
}

impl Completed {
    fn day(&self) -> Option<NaiveDate> {
        self.last.filter(|_| !self.is_missing)
    }
}

impl Owed<'_, '_> {
    /// Adds what one unit, or one for all, owes on each row.
    fn add(
        &mut self,
        rows: &[RowIx],
        whose: &Whose<'_>,
        units: &Units,
        received: &[Received],
        obligations: &mut [Vec<Obligation>],
    ) {
        let delivered = received[0].delivery.map(|delivery| delivery.on);
        self.completed.is_missing |= delivered.is_none();
        self.completed.last = self.completed.last.max(delivered);
        for ((row, received), obligations) in rows.iter().zip(received).zip(obligations) {
            let snapshot = self.snapshot;
            let has_period = self
                .period
                .is_none_or(|period| snapshot.plan.node(*row).since.is_none_or(|since| since <= period.last_day));
            // Of what has ended only what was delivered before is left.
            let is_gone = received.delivery.is_none() && snapshot.has_ended(*row);
            if !snapshot.is_there(*row) || !has_period || is_gone {
                continue;
            }
            let duties = match whose {
                Whose::Duty(duty) => std::slice::from_ref(*duty),
                Whose::Any(any) => any.duties,
            };
            let Some(first) = duties.first() else { continue };
            let facts = Facts {
                period: self.period.map(|period| period.period),
                is_ahead: self.period.is_some_and(|period| period.first_day > snapshot.as_of),
                heir_to: duties.iter().flat_map(|duty| duty.heir_to.iter().copied()).collect(),
                first: snapshot.responsible.units(rows[0])[first.first()],
                last_day: self.last_days.of(*row, whose),
                delivery: received.delivery,
                returned: received.returned.filter(|_| received.delivery.is_none()),
                as_of: snapshot.as_of,
                due_soon_days: snapshot.plan.calendar.due_soon_days,
            };
            obligations.push(Obligation::new(*row, units.clone(), facts));
        }
    }
}

/// The rows of each assignment, by its item: that and its parts, parents before children; of other rows none.
struct AssignmentRows {
    rows: Vec<RowIx>,
    /// Where those of each row begin, and behind the last where they end.
    starts: Vec<usize>,
}

impl AssignmentRows {
    fn of(plan: &Plan) -> Self {
        let mut starts = vec![0; plan.rows().len() + 1];
        let parts = || plan.top_down().filter_map(|row| Some((row, plan.node(row).item?)));
        parts().for_each(|(_, item)| starts[item.at() + 1] += 1);
        for row in 1..starts.len() {
            starts[row] += starts[row - 1];
        }
        let mut next = starts.clone();
        let mut rows = vec![RowIx::new(0); starts.last().copied().unwrap_or_default()];
        for (row, item) in parts() {
            rows[next[item.at()]] = row;
            next[item.at()] += 1;
        }
        Self { rows, starts }
    }

    fn item(&self, item: RowIx) -> &[RowIx] {
        &self.rows[self.starts[item.at()]..self.starts[item.at() + 1]]
    }
}

/// The items, each after that from whose delivery its deadline counts.
fn in_order_of_waiting(plan: &Plan) -> Vec<RowIx> {
    let awaited = |row: RowIx| match plan.due(row)?.end(&plan.calendar) {
        End::After(within) => match plan.anchor(within) {
            Some(Anchor::Row(row)) => Some(row),
            Some(Anchor::Issue | Anchor::Event(_)) | None => None,
        },
        End::Day(_) | End::Event | End::Never | End::Each(_) => None,
    };
    let mut is_done = vec![false; plan.rows().len()];
    let mut order = Vec::with_capacity(plan.rows().len());
    for (row, _) in plan.rows().filter(|(row, _)| plan.node(*row).kind == RowKind::Item) {
        // A chain as long as the file must not overflow the stack; a whole plan has no circle of them.
        let chain = std::iter::successors(Some(row), |row| awaited(*row));
        let mut chain: Vec<RowIx> = chain.take_while(|row| !std::mem::replace(&mut is_done[row.at()], true)).collect();
        chain.reverse();
        order.append(&mut chain);
    }
    order
}
