//! Who must deliver each row.

use crate::plan::{BodyIx, Plan, RowIx, RowKind};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The units of every row: its effective lead, groups opened to the bottom, in order, each once
/// (docs/meaning.md, Units). A heading has none.
///
/// Outside `query` nobody asks a row for its units: who owes what on a day, a
/// [`Snapshot`](super::Snapshot) says.
#[derive(Clone, Debug)]
pub(super) struct Responsible {
    units: Vec<Arc<[BodyIx]>>,
}

impl Responsible {
    pub(super) fn of(plan: &Plan) -> Self {
        let none: Arc<[BodyIx]> = Arc::default();
        // Many rows name the same lead.
        let mut opened: HashMap<&[BodyIx], Arc<[BodyIx]>> = HashMap::new();
        let units = plan.rows().map(|(row, _)| match plan.node(row).kind {
            RowKind::Heading => Arc::clone(&none),
            RowKind::Item | RowKind::Part => {
                let lead = plan.lead(row);
                Arc::clone(opened.entry(lead).or_insert_with(|| open(plan, lead)))
            }
        });
        Self { units: units.collect() }
    }

    pub(super) fn units(&self, row: RowIx) -> &Arc<[BodyIx]> {
        &self.units[row.at()]
    }
}

/// Whether a body, or a unit that it opens to, is one of those that must deliver a row, or takes over from one; of a
/// heading, a row below it.
pub fn may_answer(plan: &Plan, row: RowIx, body: BodyIx) -> bool {
    let below = (plan.node(row).kind == RowKind::Heading).then(|| plan.below(row)).into_iter().flatten();
    let rows = std::iter::once(row).chain(below).filter(|row| plan.node(*row).kind != RowKind::Heading);
    let mut units = rows.flat_map(|row| plan.lead(row)).flat_map(|lead| plan.body(*lead).units.iter());
    let asked = &plan.body(body).units;
    units.any(|unit| {
        asked.contains(unit) || plan.heirs_on(*unit, NaiveDate::MAX).iter().any(|heir| asked.contains(heir))
    })
}

/// The units that some bodies open to, in order, each once.
pub(super) fn open(plan: &Plan, bodies: &[BodyIx]) -> Arc<[BodyIx]> {
    if let [body] = bodies {
        return Arc::clone(&plan.body(*body).units);
    }
    let mut seen = HashSet::new();
    let all = bodies.iter().flat_map(|body| plan.body(*body).units.iter().copied());
    all.filter(|unit| seen.insert(*unit)).collect()
}
