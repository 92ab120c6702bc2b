//! Through which body of a row's lead its units are reached.

use super::{Obligation, Who};
use crate::plan::{BodyIx, Plan, RowIx};
use std::collections::{HashMap, HashSet};

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

/// The obligations that are reached through a group, under the groups in it through which it opens to their units; a
/// group before those in it.
pub fn by_innermost_group<'o>(plan: &Plan, reached: &LeadShare<'o>) -> Vec<LeadShare<'o>> {
    let Opened { groups, through } = Opened::of(plan, reached.body);
    let mut shares: Vec<LeadShare<'o>> =
        groups.into_iter().map(|body| LeadShare { body, obligations: Vec::new() }).collect();
    for obligation in &reached.obligations {
        if let Some(place) = through.get(&obligation.first) {
            shares[*place].obligations.push(obligation);
        }
    }
    shares.retain(|share| !share.obligations.is_empty());
    shares
}

/// A body opened to its units.
#[derive(Clone, Debug, Default)]
struct Opened {
    /// It and the groups in it with members, each before those in it.
    groups: Vec<BodyIx>,
    /// The units, each with the place of the group that lists it where it is first met.
    through: HashMap<BodyIx, usize>,
}

impl Opened {
    /// Opens a body as its units are opened, in order and each once. The rest of an open class comes after the members
    /// that it lists.
    fn of(plan: &Plan, body: BodyIx) -> Self {
        let mut opened = Self::default();
        let mut seen = HashSet::new();
        // No recursion: groups may nest as deep as the file is long.
        let mut open = Vec::new();
        opened.enter(plan, body, &mut seen, &mut open);
        while let Some((group, members)) = open.last_mut() {
            let place = *group;
            match members.next() {
                Some(member) if !plan.body(*member).members().is_empty() => {
                    opened.enter(plan, *member, &mut seen, &mut open);
                }
                Some(unit) => {
                    opened.through.entry(*unit).or_insert(place);
                }
                None => {
                    open.pop();
                    let group = opened.groups[place];
                    if plan.body(group).is_class() {
                        opened.through.entry(group).or_insert(place);
                    }
                }
            }
        }
        opened
    }

    fn enter<'p>(
        &mut self,
        plan: &'p Plan,
        group: BodyIx,
        seen: &mut HashSet<BodyIx>,
        open: &mut Vec<(usize, std::slice::Iter<'p, BodyIx>)>,
    ) {
        let members = plan.body(group).members();
        if !members.is_empty() && seen.insert(group) {
            open.push((self.groups.len(), members.iter()));
            self.groups.push(group);
        }
    }
}

/// The groups through which leads open to their units; what was found for one lead is kept for the next.
#[derive(Clone, Debug)]
pub struct Groups<'p> {
    plan: &'p Plan,
    /// Of a body that a lead names: how it opens to its units.
    opened: HashMap<BodyIx, Opened>,
}

impl<'p> Groups<'p> {
    /// The groups of a plan.
    pub fn of(plan: &'p Plan) -> Self {
        Self { plan, opened: HashMap::new() }
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
            let opened = self.opened.entry(*body).or_insert_with(|| Opened::of(plan, *body));
            if let Some(place) = opened.through.get(&unit) {
                return Some(opened.groups[*place]);
            }
        }
        None
    }
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
    fn each_unit_of_a_group_stands_under_the_group_through_which_it_is_first_met() {
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
    fn the_rest_of_a_class_stands_under_it_wherever_that_is_listed() {
        let plan = crate::testing::read(
            "version = 1
            plan = { title = 'K', issuer = 'T', issued = 2020-01-01 }
            task = [{ id = '1', title = 'T', lead = ['all'], due = { by = 2020-03-10 } }]
            agencies = { a = { name = 'Sở A' }, b = { name = 'Sở B' } }
            groups.class = { name = 'Các sở', open = true, members = ['a', 'b'] }
            groups.all = { name = 'Tất cả', members = ['class', 'b'] }",
        );
        let snapshot = Snapshot::new(&plan, day("06-30"));
        let mut groups = Groups::of(&plan);
        let told = snapshot.obligations(row(&plan, "1")).iter().map(|one| {
            let group = groups.reaching(one).map_or("-", |group| plan.body(group).id.as_str());
            format!("{} {group}", ids(&plan, one.units()))
        });
        assert_eq!(told.collect::<Vec<_>>(), ["a class", "b class", "class class"]);
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
