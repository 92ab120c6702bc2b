//! A plan on a day: every obligation with its status.

use super::delivery::{Assignment, Delivery};
use super::last_day;
use super::{Counts, Status};
use crate::plan::{BodyIx, Plan, RowIx, RowKind};
use chrono::NaiveDate;
use std::sync::Arc;

/// One row that one unit must deliver, or under `any` one for all, as it stands at D.
///
/// A part has the same shape for its units' own states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obligation {
    /// The row.
    pub row: RowIx,
    who: Who,
    /// The status.
    pub status: Status,
    /// The last day, extensions counted; none for a standing duty or an event.
    pub last_day: Option<NaiveDate>,
    /// The delivery, if there is one.
    pub delivery: Option<Delivery>,
    as_of: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Who {
    One(BodyIx),
    Any(Arc<[BodyIx]>),
}

impl Obligation {
    /// The unit that must deliver; under `any` all of which one must.
    pub fn units(&self) -> &[BodyIx] {
        match &self.who {
            Who::One(unit) => std::slice::from_ref(unit),
            Who::Any(units) => units,
        }
    }

    /// How many calendar days late, for what is late or overdue.
    pub fn days_late(&self) -> Option<i64> {
        let until = match self.status {
            Status::Late => self.delivery?.on,
            Status::Overdue => self.as_of,
            _ => return None,
        };
        Some((until - self.last_day?).num_days())
    }

    /// How many calendar days are left, for what is due soon or pending.
    pub fn days_left(&self) -> Option<i64> {
        match self.status {
            Status::DueSoon | Status::Pending => Some((self.last_day? - self.as_of).num_days()),
            _ => None,
        }
    }
}

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
/// let plan = Document::read(&source, |document| document.into_plan().unwrap());
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
    obligations: Vec<Vec<Obligation>>,
    counts: Vec<Counts>,
    below: Vec<Counts>,
}

impl<'p> Snapshot<'p> {
    /// Works out every status at D.
    pub fn new(plan: &'p Plan, as_of: NaiveDate) -> Self {
        let mut snapshot = Self {
            plan,
            as_of,
            obligations: vec![Vec::new(); plan.rows().len()],
            counts: vec![Counts::default(); plan.rows().len()],
            below: vec![Counts::default(); plan.rows().len()],
        };
        for rows in assignments(plan).iter().filter(|rows| !rows.is_empty()) {
            let deliveries = Assignment::new(plan, as_of, rows).deliveries();
            for (row, deliveries) in rows.iter().zip(deliveries) {
                snapshot.obligations[row.0] = snapshot.row_obligations(*row, &deliveries);
            }
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

    fn row_obligations(&self, row: RowIx, deliveries: &[Option<Delivery>]) -> Vec<Obligation> {
        let plan = self.plan;
        let units = &plan.node(row).units;
        let obligation = |who, last_day, delivery: Option<Delivery>| Obligation {
            row,
            who,
            status: Status::new(delivery.map(|d| d.on), last_day, self.as_of, plan.calendar.due_soon_days),
            last_day,
            delivery,
            as_of: self.as_of,
        };
        if plan.one_for_all(row) {
            let last_day = last_day::of_all(plan, row, self.as_of);
            let delivery = deliveries.first().copied().flatten();
            return vec![obligation(Who::Any(Arc::clone(units)), last_day, delivery)];
        }
        let stated = last_day::stated(plan, row);
        let is_extended = last_day::is_extended(plan, row);
        let each = units.iter().zip(deliveries).map(|(unit, delivery)| {
            let last_day = if is_extended { last_day::of_unit(plan, row, *unit, self.as_of) } else { stated };
            obligation(Who::One(*unit), last_day, *delivery)
        });
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

/// For each item the rows of its assignment, itself first, parents before children.
fn assignments(plan: &Plan) -> Vec<Vec<RowIx>> {
    let mut rows = vec![Vec::new(); plan.rows().len()];
    for row in plan.top_down() {
        if let Some(item) = plan.node(row).item {
            rows[item.0].push(row);
        }
    }
    rows
}
