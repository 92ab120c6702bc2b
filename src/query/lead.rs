//! Through which body of a row's lead its units are reached.

use super::{Key, Obligation, Who};
use crate::plan::{BodyIx, Plan, RowIx};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

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
    through: Through<'p>,
    /// Of each lead, the units with the groups through which it opens to them, sorted.
    of_leads: HashMap<&'p [BodyIx], Rc<[Reached]>>,
    /// The same of the row that was asked for last: the obligations of a row come together.
    last: Option<(RowIx, Rc<[Reached]>)>,
}

/// A unit, with the innermost group through which it is reached; none where the lead names it itself.
type Reached = (BodyIx, Option<BodyIx>);

impl<'p> Groups<'p> {
    /// The groups of a plan.
    pub fn of(plan: &'p Plan) -> Self {
        Self { plan, through: Through::of(plan), of_leads: HashMap::new(), last: None }
    }

    /// The innermost group through which a lead opens to who owes an obligation: none where the lead names the unit
    /// itself, and none under `any`, where all of them owe it together.
    pub fn reaching(&mut self, obligation: &Obligation) -> Option<BodyIx> {
        let Key { row, who: Who::Unit(_), .. } = obligation.key else { return None };
        let lead = self.plan.lead(row);
        // Most rows are led by one body that stands for itself.
        if let [body] = lead
            && self.plan.body(*body).is_single()
        {
            return None;
        }
        let reached = match &self.last {
            Some((last, reached)) if *last == row => Rc::clone(reached),
            _ => Rc::clone(self.of_leads.entry(lead).or_insert_with(|| self.through.lead(lead))),
        };
        let found = reached.binary_search_by_key(&obligation.first, |(unit, _)| *unit);
        let group = found.ok().and_then(|at| reached[at].1);
        self.last = Some((row, reached));
        group
    }
}

/// Through which groups other groups open to their units. No group is opened twice, however many leads and groups
/// name it or a group around it.
#[derive(Clone, Debug)]
struct Through<'p> {
    plan: &'p Plan,
    /// The groups of which it is kept: those that rows name, and those that are in several others.
    is_kept: Vec<bool>,
    /// The units of those that were asked for, in order and each once, with the group that lists it.
    kept: HashMap<BodyIx, Rc<[(BodyIx, BodyIx)]>>,
    /// How many units were looked at.
    #[cfg(test)]
    steps: usize,
}

impl<'p> Through<'p> {
    fn of(plan: &'p Plan) -> Self {
        let (mut is_kept, mut is_member) = (vec![false; plan.bodies().len()], vec![false; plan.bodies().len()]);
        for member in plan.bodies().flat_map(|(_, body)| body.members()) {
            is_kept[member.at()] |= std::mem::replace(&mut is_member[member.at()], true);
        }
        for lead in plan.rows().filter_map(|(_, row)| row.lead.as_ref()).flatten() {
            is_kept[lead.at()] = true;
        }
        Self {
            plan,
            is_kept,
            kept: HashMap::new(),
            #[cfg(test)]
            steps: 0,
        }
    }

    /// The units of a lead, sorted, each under the first of its bodies that has it.
    fn lead(&mut self, lead: &[BodyIx]) -> Rc<[Reached]> {
        let mut reached: Vec<Reached> = Vec::new();
        for body in lead {
            if self.plan.body(*body).is_single() {
                reached.push((*body, None));
            } else {
                reached.extend(self.group(*body).iter().map(|(unit, group)| (*unit, Some(*group))));
            }
        }
        reached.sort_by_key(|(unit, _)| *unit);
        reached.dedup_by_key(|(unit, _)| *unit);
        reached.into()
    }

    /// The units of a group, after those of the groups in it that are kept.
    fn group(&mut self, group: BodyIx) -> Rc<[(BodyIx, BodyIx)]> {
        // No recursion: groups may nest as deep as the file is long.
        let mut next = vec![group];
        while let Some(group) = next.last().copied() {
            let before = next.len();
            if !self.kept.contains_key(&group) {
                self.walk(group, |met| match met {
                    Met::Kept(inner) if !self.kept.contains_key(&inner) => next.push(inner),
                    Met::Kept(_) | Met::Unit(..) => {}
                });
            }
            if next.len() == before {
                next.pop();
                let opened = self.open(group);
                self.kept.entry(group).or_insert(opened);
            }
        }
        self.kept.get(&group).cloned().unwrap_or_default()
    }

    /// Opens a group whose kept groups are known.
    fn open(&mut self, group: BodyIx) -> Rc<[(BodyIx, BodyIx)]> {
        if let Some(known) = self.kept.get(&group) {
            return Rc::clone(known);
        }
        let (mut units, mut seen) = (Vec::new(), HashSet::new());
        #[cfg(test)]
        let mut steps = 0;
        self.walk(group, |met| {
            let inner = match met {
                Met::Unit(unit, group) => &[(unit, group)][..],
                Met::Kept(inner) => self.kept.get(&inner).map_or(&[][..], |units| units),
            };
            #[cfg(test)]
            {
                steps += inner.len();
            }
            units.extend(inner.iter().filter(|(unit, _)| seen.insert(*unit)));
        });
        #[cfg(test)]
        {
            self.steps += steps;
        }
        units.into()
    }

    /// Goes through a group, in order, but not into the groups in it that are kept. The rest of an open class comes
    /// after the members that it lists.
    fn walk(&self, group: BodyIx, mut meet: impl FnMut(Met)) {
        let plan = self.plan;
        let mut open = vec![(group, plan.body(group).members().iter())];
        while let Some((group, members)) = open.last_mut() {
            let group = *group;
            match members.next() {
                Some(unit) if plan.body(*unit).is_single() => meet(Met::Unit(*unit, group)),
                Some(inner) if self.is_kept[inner.at()] => meet(Met::Kept(*inner)),
                Some(inner) => open.push((*inner, plan.body(*inner).members().iter())),
                None => {
                    open.pop();
                    if plan.body(group).is_class() {
                        meet(Met::Unit(group, group));
                    }
                }
            }
        }
    }
}

/// What is met in a group.
enum Met {
    /// A unit, and the group that lists it.
    Unit(BodyIx, BodyIx),
    /// A group that is kept.
    Kept(BodyIx),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Snapshot;
    use crate::testing::{body, day, ids, plan, row};

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

    #[test]
    fn groups_nested_twice_as_deep_take_twice_the_steps_whoever_leads() {
        let steps = |depth: usize| {
            let rows: Vec<String> = (0..depth)
                .map(|at| format!("{{ id = 'r{at}', title = 'T', lead = ['g{at}'], due = {{ ongoing = true }} }}"))
                .collect();
            let groups: Vec<String> =
                (0..depth).map(|at| format!("g{at} = {{ name = 'G{at}', members = ['g{}', 'a'] }}", at + 1)).collect();
            let plan = crate::testing::read(&format!(
                "version = 1
                plan = {{ title = 'K', issuer = 'T', issued = 2020-01-01 }}
                task = [{}]
                [agencies]
                a = {{ name = 'A' }}
                b = {{ name = 'B' }}
                [groups]
                {}
                g{depth} = {{ name = 'G', members = ['b'] }}",
                rows.join(","),
                groups.join("\n")
            ));
            let snapshot = Snapshot::new(&plan, day("06-30"));
            let mut groups = Groups::of(&plan);
            let reached: Vec<_> = snapshot.all_obligations().filter_map(|owed| groups.reaching(owed)).collect();
            assert_eq!(reached.len(), 2 * depth);
            assert!(
                reached[2..]
                    .chunks(2)
                    .all(|pair| *pair == [body(&plan, &format!("g{depth}")), body(&plan, &format!("g{}", depth - 1))])
            );
            groups.through.steps
        };
        assert!(steps(200) <= 2 * steps(100) + 10, "{} {}", steps(200), steps(100));
    }
}
