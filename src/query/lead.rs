//! Through which body of a row's lead its units are reached.

use super::{Obligation, Who};
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
    let lead = plan.lead(row);
    // Most rows are led by one body, and a plan has many rows.
    if let ([body], [_, ..]) = (lead, obligations) {
        return vec![LeadShare { body: *body, obligations: obligations.to_vec() }];
    }
    let reached = reached_through(plan, lead);
    let mut shares: Vec<LeadShare<'o>> = Vec::new();
    let mut share_of: Vec<Option<usize>> = vec![None; lead.len()];
    for obligation in obligations {
        let Ok(found) = reached.binary_search_by_key(&obligation.first, |(unit, _)| *unit) else { continue };
        let (_, through) = reached[found];
        let at = *share_of[through].get_or_insert_with(|| {
            shares.push(LeadShare { body: lead[through], obligations: Vec::new() });
            shares.len() - 1
        });
        shares[at].obligations.push(obligation);
    }
    shares
}

/// The units of a lead, sorted, each with the place of the first body that has it.
fn reached_through(plan: &Plan, lead: &[BodyIx]) -> Vec<(BodyIx, usize)> {
    let units = |(place, body): (usize, &BodyIx)| plan.body(*body).units.iter().map(move |unit| (*unit, place));
    let mut reached: Vec<(BodyIx, usize)> = lead.iter().enumerate().flat_map(units).collect();
    reached.sort_unstable();
    reached.dedup_by_key(|(unit, _)| *unit);
    reached
}

/// The obligations that are reached through a group, under the groups in it that list their units, each unit under
/// the first that lists it.
pub fn by_innermost_group<'o>(plan: &Plan, reached: &LeadShare<'o>) -> Vec<LeadShare<'o>> {
    let mut obligations_of: HashMap<BodyIx, Vec<&Obligation>> = HashMap::new();
    for obligation in &reached.obligations {
        obligations_of.entry(obligation.first).or_default().push(obligation);
    }
    let groups = opened(plan, reached.body).map(|(body, members)| {
        let listed = members.iter().copied().chain(rest(plan, body));
        let obligations = listed.filter_map(|unit| obligations_of.remove(&unit)).flatten().collect();
        LeadShare { body, obligations }
    });
    groups.filter(|share| !share.obligations.is_empty()).collect()
}

/// A body and the groups in it at any depth, each before those that it lists, with their members.
fn opened(plan: &Plan, body: BodyIx) -> impl Iterator<Item = (BodyIx, &[BodyIx])> {
    // No recursion: groups may nest as deep as the file is long.
    let mut next = vec![body];
    std::iter::from_fn(move || {
        loop {
            let body = next.pop()?;
            let members = plan.body(body).members();
            if !members.is_empty() {
                next.extend(members.iter().rev());
                return Some((body, members));
            }
        }
    })
}

/// The rest of an open class as a unit, which stands with the members that are listed.
fn rest(plan: &Plan, body: BodyIx) -> Option<BodyIx> {
    plan.body(body).is_class().then_some(body)
}

/// The groups through which leads open to their units; what was found for one lead is kept for the next.
#[derive(Clone, Debug)]
pub struct Groups<'p> {
    plan: &'p Plan,
    /// Of a body that a lead names: its units, each with the innermost group that lists it.
    through: HashMap<BodyIx, HashMap<BodyIx, BodyIx>>,
}

impl<'p> Groups<'p> {
    /// The groups of a plan.
    pub fn of(plan: &'p Plan) -> Self {
        Self { plan, through: HashMap::new() }
    }

    /// The innermost group through which a lead opens to who owes an obligation: none where the lead names the unit
    /// itself, and none under `any`, where all of them owe it together.
    pub fn reaching(&mut self, obligation: &Obligation) -> Option<BodyIx> {
        let Who::Unit(_) = obligation.key.who else { return None };
        let (plan, unit) = (self.plan, obligation.first);
        for body in plan.lead(obligation.key.row) {
            if *body == unit && plan.body(*body).is_single() {
                return None;
            }
            let units = self.through.entry(*body).or_insert_with(|| innermost(plan, *body));
            if let Some(group) = units.get(&unit) {
                return Some(*group);
            }
        }
        None
    }
}

/// The units of a body, each with the first group in it that lists it.
fn innermost(plan: &Plan, body: BodyIx) -> HashMap<BodyIx, BodyIx> {
    let mut found = HashMap::new();
    for (group, members) in opened(plan, body) {
        for member in members.iter().copied().chain(rest(plan, group)) {
            found.entry(member).or_insert(group);
        }
    }
    found
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

    #[test]
    fn each_unit_of_a_group_stands_under_the_first_group_in_it_that_lists_it() {
        let plan = plan(&["id = '1', lead = ['outer']"]);
        let snapshot = Snapshot::new(&plan, day("06-30"));
        let obligations: Vec<_> = snapshot.obligations(row(&plan, "1")).iter().collect();
        let shares = by_lead(&plan, row(&plan, "1"), &obligations);
        let told = by_innermost_group(&plan, &shares[0]).into_iter().map(|share| {
            let units: Vec<_> = share.obligations.iter().map(|one| ids(&plan, one.units())).collect();
            format!("{}: {}", plan.body(share.body).id, units.join(" "))
        });
        assert_eq!(told.collect::<Vec<_>>(), ["outer: d", "abc: a b c"]);
    }

    #[test]
    fn a_unit_is_reached_through_the_innermost_group_unless_the_lead_names_it() {
        let groups = |lead: &str| {
            let plan = plan(&[&format!("id = '1', lead = [{lead}]")]);
            let snapshot = Snapshot::new(&plan, day("06-30"));
            let mut groups = Groups::of(&plan);
            let told = snapshot.obligations(row(&plan, "1")).iter().map(|one| {
                let group = groups.reaching(one).map_or("-", |group| plan.body(group).id.as_str());
                format!("{} {group}", ids(&plan, one.units()))
            });
            told.collect::<Vec<_>>().join(", ")
        };
        assert_eq!(groups("'b', 'outer'"), "b -, a abc, c abc, d outer");
        assert_eq!(groups("'outer', 'b'"), "a abc, b abc, c abc, d outer", "the first of the lead that has it");
        assert_eq!(groups("'abc'], completion = 'any', support = ['d'"), "a b c -");
    }
}
