//! What is overdue, and what soon will be.

use super::{LeadShare, Obligation, Scope, Snapshot, Status, by_lead};
use crate::plan::{BodyIx, Period, Plan, RowIx};
use std::collections::{BTreeSet, HashMap};

/// The answer to "what is overdue?".
#[derive(Clone, Debug)]
pub struct Overdue<'s> {
    /// Overdue obligations, most days late first, then in file order.
    pub overdue: Vec<&'s Obligation>,
    /// Obligations not delivered with few days left, the nearest first, then in file order.
    pub due_soon: Vec<&'s Obligation>,
    /// How many obligations were asked for.
    pub obligations: usize,
    /// The next last day among what is not delivered and not overdue.
    pub next: Option<&'s Obligation>,
    asked: Option<Scope>,
}

/// A row with those of its obligations that a list holds.
#[derive(Clone, Debug)]
pub struct MissingRow<'s> {
    /// The row.
    pub row: RowIx,
    /// The period, of a row that recurs.
    pub period: Option<Period>,
    /// The obligations, in the order of the list.
    pub obligations: Vec<&'s Obligation>,
    /// The same by the bodies of the row's lead.
    pub shares: Vec<MissingShare<'s>>,
}

/// What is missing of a body of a lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingShare<'s> {
    /// The body, with the obligations that are missing.
    pub missing: LeadShare<'s>,
    /// Of how many named units that were asked for; none where they are one unit's, which has a name of its own.
    pub of: Option<usize>,
}

impl MissingShare<'_> {
    /// How many of the named units are missing, and how many rests of open classes: the two are never one figure.
    pub fn named_and_rests(&self, plan: &Plan) -> (usize, usize) {
        named_and_rests(plan, &self.missing.obligations)
    }
}

/// How many of some obligations are those of named units, and how many those of rests of open classes.
pub fn named_and_rests(plan: &Plan, obligations: &[&Obligation]) -> (usize, usize) {
    let rests = obligations.iter().filter(|owed| owed.is_rest(plan)).count();
    (obligations.len() - rests, rests)
}

impl<'s> Overdue<'s> {
    /// Asks a snapshot; only for what an agency must deliver, and with what is due within so many
    /// days, where that is wanted.
    pub fn new(snapshot: &'s Snapshot<'_>, asked: Option<&Scope>, soon: Option<u32>) -> Self {
        let obligation = |obligation: &&Obligation| asked.is_none_or(|asked| asked.owes(obligation));
        let all: Vec<&Obligation> = snapshot.all_obligations().filter(obligation).collect();
        // An extension may end before its period begins: as long as that has not, nothing is overdue.
        let is_overdue = |owed: &&Obligation| owed.status == Status::Overdue && !owed.is_ahead;
        let mut overdue: Vec<_> = all.iter().copied().filter(is_overdue).collect();
        // All are asked about one day: the earlier the last day, the more days late, and the fewer left.
        let last_day = |owed: &&Obligation| owed.last_day.day();
        overdue.sort_by_key(last_day);
        let is_next = |owed: &&Obligation| matches!(owed.status, Status::DueSoon | Status::Pending);
        let ahead = || all.iter().copied().filter(is_next);
        let next = ahead().min_by_key(last_day);
        let is_soon = |days: u32| move |owed: &&Obligation| owed.days_left() <= Some(i64::from(days));
        let mut due_soon: Vec<_> = soon.map(|days| ahead().filter(is_soon(days)).collect()).unwrap_or_default();
        due_soon.sort_by_key(last_day);
        let obligations = all.iter().filter(|obligation| !obligation.is_ahead).count();
        Self { overdue, due_soon, obligations, next, asked: asked.cloned() }
    }

    /// One of the lists row by row, of rows that recur period by period, rows in the order in which they first come, with how many of each group are
    /// missing and of how many that were asked for.
    pub fn by_row(&self, snapshot: &'s Snapshot<'_>, list: &[&'s Obligation]) -> Vec<MissingRow<'s>> {
        let mut rows: Vec<MissingRow<'s>> = Vec::new();
        let mut place: HashMap<(RowIx, Option<Period>), usize> = HashMap::new();
        // Those of a row that have one last day come together.
        let together = |one: &&'s Obligation, next: &&'s Obligation| {
            (one.key.row, one.key.period) == (next.key.row, next.key.period)
        };
        for obligations in list.chunk_by(together) {
            let (row, period) = (obligations[0].key.row, obligations[0].key.period);
            let at = *place.entry((row, period)).or_insert_with(|| {
                rows.push(MissingRow { row, period, obligations: Vec::new(), shares: Vec::new() });
                rows.len() - 1
            });
            rows[at].obligations.extend(obligations);
        }
        for row in &mut rows {
            row.shares = self.shares(snapshot, (row.row, row.period), &row.obligations);
        }
        rows
    }

    fn shares(
        &self,
        snapshot: &'s Snapshot<'_>,
        (row, period): (RowIx, Option<Period>),
        missing: &[&'s Obligation],
    ) -> Vec<MissingShare<'s>> {
        let plan = snapshot.plan;
        let is_group = |share: &LeadShare<'_>| !plan.body(share.body).is_single() && !plan.one_for_all(row);
        let missing = by_lead(plan, row, missing);
        let mut asked: HashMap<BodyIx, (usize, usize)> = HashMap::new();
        if missing.iter().any(is_group) {
            let all = snapshot.obligations(row).iter().filter(|one| one.key.period == period && self.asks_for(one));
            let all: Vec<_> = all.collect();
            let named = |share: &LeadShare<'_>| named_and_rests(plan, &share.obligations);
            asked.extend(by_lead(plan, row, &all).into_iter().map(|share| (share.body, named(&share))));
        }
        let of = |share: &LeadShare<'_>| {
            let (named, rests) = asked.get(&share.body).copied()?;
            (is_group(share) && named + rests > 1).then_some(named)
        };
        missing.into_iter().map(|missing| MissingShare { of: of(&missing), missing }).collect()
    }

    /// Whether an obligation was asked for.
    pub fn asks_for(&self, obligation: &Obligation) -> bool {
        self.asked.as_ref().is_none_or(|asked| asked.owes(obligation))
    }

    /// How many rows have something overdue.
    pub fn rows(&self) -> usize {
        count_distinct(self.overdue.iter().map(|obligation| obligation.key.row))
    }

    /// How many units have something overdue; under `any` each of those of which one must deliver.
    pub fn agencies(&self) -> BTreeSet<BodyIx> {
        self.overdue.iter().flat_map(|obligation| obligation.units()).copied().collect()
    }
}

fn count_distinct<T: Ord>(things: impl Iterator<Item = T>) -> usize {
    let mut things: Vec<T> = things.collect();
    things.dedup();
    things.sort_unstable();
    things.dedup();
    things.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{body, day, ids, plan};

    /// What is overdue at 15 March, what soon will be, and the totals.
    fn found(asked: Option<&str>, soon: Option<u32>) -> (Vec<String>, Vec<String>, [usize; 3]) {
        let plan = plan(&[
            "id = '1', lead = ['a', 'b'], due = { by = 2020-03-14 }",
            "id = '2', lead = ['a'], due = { by = 2020-03-18 }",
            "id = '3', lead = ['b'], due = { by = 2020-03-16 }, extended = [{ to = 2020-03-25, granted = 2020-03-01 }]",
            "id = '4', lead = ['c'], due = { by = 2020-03-01 }",
            "id = '5', lead = ['abc'], completion = 'any', due = { by = 2020-03-15 }",
        ]);
        let snapshot = Snapshot::new(&plan, day("03-15"));
        let asked = asked.map(|id| Scope::new(&plan, [body(&plan, id)]));
        let found = Overdue::new(&snapshot, asked.as_ref(), soon);
        let told = |list: &[&Obligation]| {
            list.iter().map(|one| format!("{} {}", plan.row(one.key.row).id, ids(&plan, one.units()))).collect()
        };
        let totals = [found.obligations, found.rows(), found.agencies().len()];
        (told(&found.overdue), told(&found.due_soon), totals)
    }

    #[test]
    fn the_most_days_late_come_first_then_the_order_of_the_file() {
        let (overdue, soon, totals) = found(None, None);
        assert_eq!(overdue, ["4 c", "1 a", "1 b"]);
        assert!(soon.is_empty(), "it was not asked for");
        assert_eq!(totals, [6, 2, 3]);
    }

    #[test]
    fn of_what_one_owes_for_all_each_counts_as_an_agency() {
        let plan = plan(&["id = '1', lead = ['abc'], completion = 'any', due = { by = 2020-03-14 }"]);
        let snapshot = Snapshot::new(&plan, day("03-15"));
        let found = Overdue::new(&snapshot, None, None);
        assert_eq!((found.overdue.len(), found.rows(), found.agencies().len()), (1, 1, 3));
    }

    #[test]
    fn what_soon_will_be_comes_nearest_first_up_to_the_day_asked_for() {
        assert_eq!(found(None, Some(10)).1, ["5 a b c", "2 a", "3 b"]);
        assert_eq!(found(None, Some(9)).1, ["5 a b c", "2 a"]);
        assert_eq!(found(None, Some(0)).1, ["5 a b c"], "today is its last day");
    }

    #[test]
    fn of_a_group_it_is_told_how_many_are_missing_and_of_how_many_that_were_asked_for() {
        let plan = plan(&[
            "id = '1', lead = ['d', 'abc'], due = { by = 2020-03-01 }, submitted = [{ by = 'b', on = 2020-03-01 }]",
            "id = '2', lead = ['outer'], completion = 'any', due = { by = 2020-03-02 }",
            "id = '3', lead = ['outer'], due = { by = 2020-03-03 }, extended = [
                { to = 2020-03-04, granted = 2020-03-01, for = ['a'] }]",
        ]);
        let snapshot = Snapshot::new(&plan, day("03-15"));
        let told = |asked: &[&str]| -> Vec<String> {
            let asked = (!asked.is_empty()).then(|| Scope::new(&plan, asked.iter().map(|id| body(&plan, id))));
            let found = Overdue::new(&snapshot, asked.as_ref(), None);
            let rows = found.by_row(&snapshot, &found.overdue);
            let share = |share: &MissingShare<'_>| {
                let of = share.of.map_or_else(String::new, |of| format!("/{of}"));
                format!(" {}: {}{of}", plan.body(share.missing.body).id, share.missing.obligations.len())
            };
            rows.iter()
                .map(|row| plan.row(row.row).id.clone() + &row.shares.iter().map(share).collect::<String>())
                .collect()
        };
        assert_eq!(told(&[]), ["1 d: 1 abc: 2/3", "2 outer: 1", "3 outer: 4/4"]);
        assert_eq!(told(&["b", "c"]), ["1 abc: 1/2", "2 outer: 1", "3 outer: 2/2"]);
        assert_eq!(told(&["a"]), ["1 abc: 1", "2 outer: 1", "3 outer: 1"], "one unit has a name");
    }

    #[test]
    fn an_agency_is_told_what_it_owes_itself_and_what_one_owes_for_all() {
        let (overdue, soon, totals) = found(Some("b"), Some(7));
        assert_eq!((overdue, soon), (vec!["1 b".to_owned()], vec!["5 a b c".to_owned()]));
        assert_eq!(totals, [3, 1, 1]);
    }
}
