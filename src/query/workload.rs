//! What each agency has to do: the rows it leads and supports, and how its obligations stand.

use super::responsible::open;
use super::{Counts, Obligation, Snapshot};
use crate::plan::{BodyIx, Plan, RowKind};
use std::collections::{BTreeSet, HashMap};

/// A line of a table of agencies: an agency, or a group for units that have no line of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgencyLine {
    /// Who stands on the line.
    pub body: BodyIx,
    /// The units that it stands for.
    pub units: Vec<BodyIx>,
}

/// What some units together have to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Workload {
    /// How many items one of them leads.
    pub leads: usize,
    /// How many further items one of them supports.
    pub supports: usize,
    /// Their obligations; one under `any` counts once.
    pub counts: Counts,
}

impl AgencyLine {
    /// A body with all its units.
    pub fn whole(plan: &Plan, body: BodyIx) -> Self {
        Self { body, units: plan.body(body).units.to_vec() }
    }

    /// Every agency and memberless group by itself, and of open classes the rest.
    pub fn each(plan: &Plan) -> Vec<Self> {
        let units = plan.bodies().filter(|(_, body)| body.is_unit());
        units.map(|(ix, _)| Self { body: ix, units: vec![ix] }).collect()
    }

    /// The bodies that rows name: units by themselves, groups for those of their units that no row
    /// names, each under the first group that has it, groups that lead before those that support; and those by
    /// themselves that took over from one.
    pub fn named(snapshot: &Snapshot<'_>) -> Vec<Self> {
        let plan = snapshot.plan;
        let rows = || plan.rows().filter(|(ix, _)| snapshot.is_there(*ix)).map(|(_, row)| row);
        let leads: BTreeSet<BodyIx> = rows().filter_map(|row| row.lead.as_deref()).flatten().copied().collect();
        let supports: BTreeSet<BodyIx> = rows().flat_map(|row| &row.support).copied().collect();
        let named: BTreeSet<BodyIx> = leads.union(&supports).copied().collect();
        let mut taken: BTreeSet<BodyIx> = named.iter().copied().filter(|body| plan.body(*body).is_single()).collect();
        let mut lines: Vec<Self> = taken.iter().map(|unit| Self::whole(plan, *unit)).collect();
        let groups = leads.iter().chain(supports.difference(&leads));
        for group in groups.filter(|body| !plan.body(**body).is_single()) {
            let mut line = Self::whole(plan, *group);
            line.units.retain(|unit| taken.insert(*unit));
            // A single unit has a name of its own.
            if let [unit] = line.units[..] {
                line.body = unit;
            }
            lines.push(line);
        }
        lines.retain(|line| !line.units.is_empty());
        let owing = snapshot.all_obligations().flat_map(Obligation::units).copied();
        let heirs = owing.filter(|unit| taken.insert(*unit)).map(|unit| Self { body: unit, units: vec![unit] });
        lines.extend(heirs.collect::<Vec<_>>());
        lines.sort_by_key(|line| line.body);
        lines
    }
}

impl Workload {
    /// What each party has to do.
    pub fn of(snapshot: &Snapshot<'_>, lines: &[AgencyLine]) -> Vec<Self> {
        let mut lines_of: Vec<Vec<usize>> = vec![Vec::new(); snapshot.plan.bodies().len()];
        for (at, line) in lines.iter().enumerate() {
            for unit in &line.units {
                lines_of[unit.at()].push(at);
            }
        }
        let mut workloads = vec![Self::default(); lines.len()];
        count_items(snapshot, &lines_of, &mut workloads);
        count_obligations(snapshot, lines, &lines_of, &mut workloads);
        workloads
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.leads + self.supports == 0
    }
}

/// Counts the items that each party leads and supports.
fn count_items(snapshot: &Snapshot<'_>, lines_of: &[Vec<usize>], workloads: &mut [Workload]) {
    let plan = snapshot.plan;
    let mut seen = Seen::new(workloads.len());
    let mut add = |lead: &[BodyIx], support: &[BodyIx], count: usize| {
        seen.clear();
        for line in with_unit(lines_of, lead).filter(|line| seen.is_first(*line)) {
            workloads[line].leads += count;
        }
        for line in with_unit(lines_of, support).filter(|line| seen.is_first(*line)) {
            workloads[line].supports += count;
        }
    };
    // Many items have the same bodies, and these hundreds of units.
    let mut alike: HashMap<(&[BodyIx], &[BodyIx]), usize> = HashMap::new();
    let items = plan.rows().filter(|(ix, _)| plan.node(*ix).kind == RowKind::Item && snapshot.is_there(*ix));
    for (ix, row) in items {
        let is_passed_on = |owed: &&Obligation| !owed.heir_to().is_empty();
        let passed_on = snapshot.obligations(ix).iter().filter(is_passed_on).flat_map(Obligation::units);
        let (mut leads, mut supports) = (passed_on.copied().collect::<Vec<_>>(), snapshot.heirs_of(&row.support));
        if leads.is_empty() && supports.is_empty() {
            *alike.entry((plan.lead(ix), &row.support)).or_default() += 1;
        } else {
            leads.extend(snapshot.units(ix));
            supports.extend(open(plan, &row.support).iter());
            add(&leads, &supports, 1);
        }
    }
    for ((lead, support), count) in alike {
        add(&open(plan, lead), &open(plan, support), count);
    }
}

/// Counts the obligations of each party.
fn count_obligations(
    snapshot: &Snapshot<'_>,
    lines: &[AgencyLine],
    lines_of: &[Vec<usize>],
    workloads: &mut [Workload],
) {
    let plan = snapshot.plan;
    let mut seen = Seen::new(lines.len());
    let mut of_units = vec![Counts::default(); lines_of.len()];
    for obligation in snapshot.all_obligations().filter(|owed| !owed.is_ahead) {
        // Most are one unit's, for itself.
        if let ([unit], []) = (obligation.units(), obligation.heir_to()) {
            of_units[unit.at()] += obligation.status;
            continue;
        }
        seen.clear();
        // What passed on from a unit of a group counts for the group too.
        let is_group = |line: &usize| !plan.body(lines[*line].body).is_single();
        let passed_on = with_unit(lines_of, obligation.heir_to()).filter(is_group);
        let own = with_unit(lines_of, obligation.units());
        for line in own.chain(passed_on).filter(|line| seen.is_first(*line)) {
            workloads[line].counts += obligation.status;
        }
    }
    for (counts, lines) in of_units.into_iter().zip(lines_of) {
        for line in lines {
            workloads[*line].counts += counts;
        }
    }
}

/// The parties of some units, one as often as it has one of them.
fn with_unit<'a>(
    lines_of: &'a [Vec<usize>],
    units: impl IntoIterator<Item = &'a BodyIx>,
) -> impl Iterator<Item = usize> {
    units.into_iter().flat_map(|unit| lines_of[unit.at()].iter().copied())
}

/// Which parties were met, cleared in no time: a row may have hundreds of units, a plan many rows.
struct Seen {
    round: usize,
    met_in: Vec<usize>,
}

impl Seen {
    fn new(count: usize) -> Self {
        Self { round: 0, met_in: vec![0; count] }
    }

    fn clear(&mut self) {
        self.round += 1;
    }

    /// Marks a party, and says whether it was not met since the last clearing.
    fn is_first(&mut self, line: usize) -> bool {
        std::mem::replace(&mut self.met_in[line], self.round) != self.round
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{day, plan};

    /// What each line has to do: its id, items led and supported, obligations.
    fn told(plan: &Plan, lines: &[AgencyLine]) -> Vec<(String, usize, usize, usize)> {
        let snapshot = Snapshot::new(plan, day("02-01"));
        let workloads = Workload::of(&snapshot, lines);
        let told = |(line, workload): (&AgencyLine, Workload)| {
            (plan.body(line.body).id.clone(), workload.leads, workload.supports, workload.counts.total)
        };
        lines.iter().zip(workloads).map(told).collect()
    }

    fn named(plan: &Plan) -> Vec<AgencyLine> {
        AgencyLine::named(&Snapshot::new(plan, day("02-01")))
    }

    fn sample() -> Plan {
        plan(&["id = '1', lead = ['a'], support = ['abc']", "id = '2', lead = ['abc'], completion = 'any'"])
    }

    fn line(id: &str, leads: usize, supports: usize, total: usize) -> (String, usize, usize, usize) {
        (id.to_owned(), leads, supports, total)
    }

    #[test]
    fn every_agency_has_its_own_obligations_and_one_for_all_is_each_one_s() {
        let expected = [line("a", 2, 0, 2), line("b", 1, 1, 1), line("c", 1, 1, 1), line("d", 0, 0, 0)];
        assert_eq!(told(&sample(), &AgencyLine::each(&sample())), expected);
    }

    #[test]
    fn a_group_stands_for_the_units_that_no_row_names_and_counts_one_for_all_once() {
        assert_eq!(told(&sample(), &named(&sample())), [line("a", 2, 0, 2), line("abc", 1, 1, 1)]);
    }

    #[test]
    fn a_unit_stands_under_the_first_group_that_leads_before_one_that_supports() {
        // `abc` stands first in the file, but only supports.
        let plan = plan(&["id = '1', lead = ['outer'], support = ['abc']"]);
        assert_eq!(told(&plan, &named(&plan)), [line("outer", 1, 0, 4)]);
        let plan = super::tests::plan(&["id = '1', lead = ['abc'], support = ['outer']"]);
        assert_eq!(told(&plan, &named(&plan)), [line("d", 0, 1, 0), line("abc", 1, 0, 3)]);
    }
}
