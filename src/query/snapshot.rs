//! A plan on a day: every obligation with its status.

use super::delivery::{Deliveries, deliveries};
use super::last_day::LastDays;
use super::obligation::{Facts, Units};
use super::{Counts, ExtensionAt, Key, Obligation, Responsible, Who, extension};
use crate::plan::{BodyIx, Plan, RowIx, RowKind};
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
    responsible: Responsible,
    obligations: Vec<Vec<Obligation>>,
    counts: Vec<Counts>,
    below: Vec<Counts>,
}

impl<'p> Snapshot<'p> {
    /// Works out every status at D.
    pub fn new(plan: &'p Plan, as_of: NaiveDate) -> Self {
        let responsible = Responsible::of(plan);
        let deliveries = deliveries(plan, &responsible, as_of);
        let mut snapshot = Self {
            plan,
            as_of,
            responsible,
            obligations: Vec::with_capacity(plan.rows().len()),
            counts: vec![Counts::default(); plan.rows().len()],
            below: vec![Counts::default(); plan.rows().len()],
        };
        for (row, _) in plan.rows() {
            snapshot.obligations.push(snapshot.obligations_of(row, &deliveries));
        }
        snapshot.count();
        snapshot
    }

    /// The obligations of an item; for a part its units' own states; for a heading nothing.
    pub fn obligations(&self, row: RowIx) -> &[Obligation] {
        &self.obligations[row.0]
    }

    /// The obligations of all items, in file order.
    pub fn all_obligations(&self) -> impl Iterator<Item = &Obligation> {
        let items = self.plan.rows().filter(|(ix, _)| self.plan.node(*ix).kind == RowKind::Item);
        items.flat_map(|(ix, _)| self.obligations(ix))
    }

    /// What the status of a row counts: an item its obligations, a part its units' states, a
    /// heading the obligations of all items below it.
    pub fn counts(&self, row: RowIx) -> Counts {
        self.counts[row.0]
    }

    /// Counts the obligations of a row and of all items below it, at any depth.
    pub fn counts_below(&self, row: RowIx) -> Counts {
        self.below[row.0]
    }

    /// Counts the obligations of all items.
    pub fn total(&self) -> Counts {
        self.all_obligations().map(|obligation| obligation.status).collect()
    }

    /// Those who must deliver a row; a heading has none.
    pub fn units(&self, row: RowIx) -> &[BodyIx] {
        self.responsible.units(row)
    }

    /// Those units of a body that must deliver a row.
    pub fn units_among(&self, row: RowIx, body: BodyIx) -> Vec<BodyIx> {
        let own = self.plan.body(body).units.iter().copied();
        own.filter(|unit| self.units(row).contains(unit)).collect()
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

    fn obligations_of(&self, row: RowIx, deliveries: &Deliveries) -> Vec<Obligation> {
        let units = self.responsible.units(row);
        if units.is_empty() {
            return Vec::new();
        }
        let last_days = LastDays::new(self.plan, row, self.as_of);
        let obligation = |who, units, last_day| {
            let key = Key { row, who, period: None };
            let (delivery, returned) = (deliveries.of(&key), deliveries.returned(&key));
            let due_soon_days = self.plan.calendar.due_soon_days;
            Obligation::new(row, units, Facts { last_day, delivery, returned, as_of: self.as_of, due_soon_days })
        };
        if self.plan.one_for_all(row) {
            return vec![obligation(Who::Any, Units::Any(Arc::clone(units)), last_days.of_any(units))];
        }
        let each = units.iter().map(|unit| obligation(Who::Unit(*unit), Units::One(*unit), last_days.of(*unit)));
        each.collect()
    }

    fn count(&mut self) {
        for (counts, obligations) in self.counts.iter_mut().zip(&self.obligations) {
            *counts = obligations.iter().map(|obligation| obligation.status).collect();
        }
        let mut below = vec![Counts::default(); self.counts.len()];
        for row in self.plan.top_down().rev() {
            match self.plan.node(row).kind {
                RowKind::Heading => self.counts[row.0] = below[row.0],
                RowKind::Item => below[row.0] += self.counts[row.0],
                RowKind::Part => {}
            }
            if let Some(above) = self.plan.node(row).parent {
                let own = below[row.0];
                below[above.0] += own;
            }
        }
        self.below = below;
    }
}
