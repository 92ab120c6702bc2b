//! Who has not delivered (docs/commands.md, missing).

use super::{Groups, Obligation, Scope, Snapshot, Status};
use crate::plan::{BodyIx, Period, RowIx, RowKind};
use std::collections::{HashMap, HashSet};

/// What is asked of who is missing; what is left empty asks for all.
#[derive(Clone, Debug, Default)]
pub struct MissingFilter {
    /// These rows.
    pub rows: Option<HashSet<RowIx>>,
    /// What these must deliver.
    pub asked: Option<Scope>,
    /// Only what is overdue.
    pub overdue: bool,
}

/// Who is missing on a row of those that its lead opens to through one group.
#[derive(Clone, Debug)]
pub struct MissingUnits<'s> {
    /// The row.
    pub row: RowIx,
    /// The period, of a row that recurs.
    pub period: Option<Period>,
    /// The innermost group through which the lead opens to the units; none for what the lead names itself, and under
    /// `any`.
    pub group: Option<BodyIx>,
    /// How many obligations there are of those that were asked for, delivered or not.
    pub total: usize,
    /// How many of them are those of rests of open classes.
    pub rests: usize,
    /// Those that are not delivered, in the order of the units.
    pub obligations: Vec<&'s Obligation>,
}

impl MissingFilter {
    /// Who is missing, row by row in the order of the file, and group by group in the order of the units. Rows without
    /// a last day count too.
    pub fn answer<'s>(&self, snapshot: &'s Snapshot<'_>) -> Vec<MissingUnits<'s>> {
        let mut groups = Groups::of(snapshot.plan);
        let items = snapshot.plan.rows().map(|(row, _)| row);
        let items = items.filter(|row| snapshot.plan.node(*row).kind == RowKind::Item);
        let asked = items.filter(|row| self.rows.as_ref().is_none_or(|rows| rows.contains(row)));
        asked.flat_map(|row| self.of_row(snapshot, row, &mut groups)).collect()
    }

    fn of_row<'s>(&self, snapshot: &'s Snapshot<'_>, row: RowIx, groups: &mut Groups<'_>) -> Vec<MissingUnits<'s>> {
        let mut found: Vec<MissingUnits<'s>> = Vec::new();
        let mut places: HashMap<(Option<Period>, Option<BodyIx>), usize> = HashMap::new();
        let mut last = 0;
        let owed = snapshot.obligations(row).iter().filter(|owed| !owed.is_ahead);
        for obligation in owed.filter(|owed| self.asked.as_ref().is_none_or(|asked| asked.owes(owed))) {
            let (period, group) = (obligation.key.period, groups.reaching(obligation));
            // Those of a group mostly come together.
            let at = match found.get(last) {
                Some(known) if (known.period, known.group) == (period, group) => last,
                _ => *places.entry((period, group)).or_insert_with(|| {
                    found.push(MissingUnits { row, period, group, total: 0, rests: 0, obligations: Vec::new() });
                    found.len() - 1
                }),
            };
            last = at;
            found[at].total += 1;
            found[at].rests += usize::from(obligation.is_rest(snapshot.plan));
            if self.is_missing(obligation) {
                found[at].obligations.push(obligation);
            }
        }
        found.retain(|units| !units.obligations.is_empty());
        found
    }

    fn is_missing(&self, obligation: &Obligation) -> bool {
        !obligation.status.is_delivered() && (!self.overdue || obligation.status == Status::Overdue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{body, day, ids, plan, row};

    fn found(filter: impl Fn(&crate::plan::Plan) -> MissingFilter) -> Vec<String> {
        let plan = plan(&[
            "id = '1', lead = ['d', 'abc'], due = { by = 2020-03-10 }, submitted = [{ by = 'b', on = 2020-03-01 }]",
            "id = '1.1'",
            "id = '2', lead = ['abc'], completion = 'any', due = { ongoing = true }",
            "id = '3', lead = ['outer'], due = { by = 2020-04-10 }, submitted = [{ by = 'd', on = 2020-03-01 }]",
        ]);
        let snapshot = Snapshot::new(&plan, day("03-15"));
        let told = |units: &MissingUnits<'_>| {
            let group = units.group.map_or("-", |group| plan.body(group).id.as_str());
            let missing: Vec<String> = units.obligations.iter().map(|one| ids(&plan, one.units())).collect();
            format!("{} {group} {}/{}: {}", plan.row(units.row).id, missing.len(), units.total, missing.join(", "))
        };
        filter(&plan).answer(&snapshot).iter().map(told).collect()
    }

    #[test]
    fn who_is_missing_stands_under_the_innermost_group_with_how_many_of_how_many() {
        let all = ["1 - 1/1: d", "1 abc 2/3: a, c", "2 - 1/1: a b c", "3 abc 3/3: a, b, c"];
        assert_eq!(found(|_| MissingFilter::default()), all);
    }

    #[test]
    fn only_what_is_asked_for_counts() {
        let of_b = |plan: &crate::plan::Plan| Some(Scope::new(plan, [body(plan, "b")]));
        assert_eq!(
            found(|plan| MissingFilter { asked: of_b(plan), ..MissingFilter::default() }),
            ["2 - 1/1: a b c", "3 abc 1/1: b"]
        );
        assert_eq!(
            found(|_| MissingFilter { overdue: true, ..MissingFilter::default() }),
            ["1 - 1/1: d", "1 abc 2/3: a, c"]
        );
        let rows = |plan: &crate::plan::Plan| Some(HashSet::from([row(plan, "2")]));
        assert_eq!(found(|plan| MissingFilter { rows: rows(plan), ..MissingFilter::default() }), ["2 - 1/1: a b c"]);
    }
}
