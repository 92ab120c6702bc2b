//! Through which body of a row's lead its units are reached.

use super::Obligation;
use crate::plan::{BodyIx, Plan, RowIx};
use std::collections::HashMap;

/// A body of a lead with obligations of its units: a group stands for them all, an agency for itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadShare<'o> {
    /// The body as the lead names it.
    pub body: BodyIx,
    /// The obligations, of those asked about.
    pub obligations: Vec<&'o Obligation>,
}

impl LeadShare<'_> {
    /// How many are delivered.
    pub fn delivered(&self) -> usize {
        self.obligations.iter().filter(|obligation| obligation.status.is_delivered()).count()
    }
}

/// The bodies of a row's lead with the obligations of their units among those given, each unit under the first
/// body that has it; bodies in the order of their obligations.
pub fn by_lead<'o>(plan: &Plan, row: RowIx, obligations: &[&'o Obligation]) -> Vec<LeadShare<'o>> {
    let mut reached_through: HashMap<BodyIx, BodyIx> = HashMap::new();
    for body in plan.lead(row) {
        for unit in plan.body(*body).units.iter() {
            reached_through.entry(*unit).or_insert(*body);
        }
    }
    let mut shares: Vec<LeadShare<'o>> = Vec::new();
    let mut share_of: HashMap<BodyIx, usize> = HashMap::new();
    for obligation in obligations {
        let unit = obligation.units().first();
        let Some(body) = unit.and_then(|unit| reached_through.get(unit)) else { continue };
        let at = *share_of.entry(*body).or_insert_with(|| {
            shares.push(LeadShare { body: *body, obligations: Vec::new() });
            shares.len() - 1
        });
        shares[at].obligations.push(obligation);
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Snapshot;
    use crate::testing::{day, ids, plan, row};

    #[test]
    fn each_unit_stands_under_the_first_body_of_the_lead_that_has_it() {
        let plan = plan(&["id = '1', lead = ['b', 'abc', 'outer'], submitted = [{ by = 'c', on = 2020-03-01 }]"]);
        let snapshot = Snapshot::new(&plan, day("06-30"));
        let obligations: Vec<_> = snapshot.obligations(row(&plan, "1")).iter().collect();
        let shares = by_lead(&plan, row(&plan, "1"), &obligations);
        let told = shares.iter().map(|share| {
            let units: Vec<_> = share.obligations.iter().map(|one| ids(&plan, one.units())).collect();
            format!("{}: {}, delivered {}", plan.body(share.body).id, units.join(" "), share.delivered())
        });
        let expected = ["b: b, delivered 0", "abc: a c, delivered 1", "outer: d, delivered 0"];
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }
}
