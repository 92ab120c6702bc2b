//! Which extensions are in force on D, for all rows and units of a plan: found once, and kept where rows hang deep.

use super::ExtensionAt;
use crate::plan::{BodyIx, Extension, Period, Plan, RowIx};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::collections::HashMap;

/// The extensions that are known at D.
pub(super) struct InForce<'p> {
    plan: &'p Plan,
    as_of: NaiveDate,
    /// How many rows with extensions are above each, and it; none where no row has any.
    ranks: Vec<usize>,
    /// Of rows with many extensions, the last for each body of each period.
    of_rows: RefCell<HashMap<RowIx, Latest>>,
    /// What decides on and above a row, of some of them.
    known: RefCell<HashMap<Asked, Option<ExtensionAt>>>,
    /// How many rows were looked at.
    #[cfg(test)]
    steps: std::cell::Cell<usize>,
}

/// A body, and a period of a row that recurs.
type Asked = (RowIx, BodyIx, Option<Period>);

/// The number of the last extension for a body, or for everyone, and a period.
type Latest = HashMap<(Option<BodyIx>, Option<Period>), usize>;

/// From so many extensions on those of a row are looked up.
const MANY: usize = 8;

/// Of so many rows with extensions below each other it is kept of one what decides there.
const APART: usize = 8;

impl<'p> InForce<'p> {
    /// Asks a plan on D.
    pub(super) fn of(plan: &'p Plan, as_of: NaiveDate) -> Self {
        let is_any = plan.rows().any(|(_, row)| !row.extended.is_empty());
        let mut ranks = vec![0; if is_any { plan.rows().len() } else { 0 }];
        for row in plan.top_down().filter(|_| is_any) {
            let above = plan.node(row).parent.map_or(0, |above| ranks[above.at()]);
            ranks[row.at()] = above + usize::from(!plan.row(row).extended.is_empty());
        }
        Self {
            plan,
            as_of,
            ranks,
            of_rows: RefCell::default(),
            known: RefCell::default(),
            #[cfg(test)]
            steps: std::cell::Cell::default(),
        }
    }

    /// The extension that decides for one of some bodies on a row, of one that recurs for a period: that on the nearest
    /// row from it up to the one that states its deadline (to the root if none does), and there the last.
    pub(super) fn for_bodies(
        &self,
        row: RowIx,
        bodies: impl Iterator<Item = BodyIx>,
        period: Option<Period>,
    ) -> Option<ExtensionAt> {
        let found = bodies.filter_map(|body| self.for_body(row, body, period));
        found.max_by_key(|at| (self.ranks[at.row.at()], at.number()))
    }

    fn for_body(&self, row: RowIx, body: BodyIx, period: Option<Period>) -> Option<ExtensionAt> {
        let plan = self.plan;
        // Rows with extensions between this one and the one that states its deadline have that too: what decides on
        // such a row decides below it.
        let top = plan.node(row).due_from.map_or(0, |from| plan.node(from).depth);
        let mut passed = Vec::new();
        let mut next = plan.node(row).extended_from;
        let mut found = None;
        while let Some(at) = next.filter(|at| plan.node(*at).depth >= top) {
            #[cfg(test)]
            self.steps.set(self.steps.get() + 1);
            let is_kept = self.ranks[at.at()].is_multiple_of(APART);
            if is_kept && let Some(known) = self.known.borrow().get(&(at, body, period)) {
                found = *known;
                break;
            }
            found = self.on(at, body, period);
            if found.is_some() {
                break;
            }
            if is_kept {
                passed.push(at);
            }
            next = plan.node(at).parent.and_then(|above| plan.node(above).extended_from);
        }
        if !passed.is_empty() {
            self.known.borrow_mut().extend(passed.into_iter().map(|at| ((at, body, period), found)));
        }
        found
    }

    /// The last extension for a body that stands on a row.
    fn on(&self, row: RowIx, body: BodyIx, period: Option<Period>) -> Option<ExtensionAt> {
        let extended = &self.plan.row(row).extended;
        let is_known = |extension: &Extension| extension.granted <= self.as_of;
        let number = if extended.len() < MANY {
            let is_meant = |one: &Extension| one.period == period && is_known(one) && one.is_for(body);
            extended.iter().rposition(is_meant)
        } else {
            let mut of_rows = self.of_rows.borrow_mut();
            let latest = of_rows.entry(row).or_insert_with(|| {
                let known = extended.iter().enumerate().filter(|(_, one)| is_known(one));
                known.flat_map(|(number, one)| for_whom(one).map(move |body| ((body, one.period), number))).collect()
            });
            latest.get(&(Some(body), period)).max(latest.get(&(None, period))).copied()
        };
        number.map(|number| ExtensionAt::new(row, number))
    }
}

/// The bodies that an extension is for; nobody in particular where it is for everyone.
fn for_whom(extension: &Extension) -> impl Iterator<Item = Option<BodyIx>> {
    let units = extension.covers.as_ref().map(|covered| covered.units.iter().copied().map(Some));
    let everyone = extension.covers.is_none().then_some(None);
    units.into_iter().flatten().chain(everyone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::extension::in_force;
    use crate::testing::{body, day, plan, row};

    /// Rows below each other, each with an extension for `a` alone, and with some more on the first.
    fn nested(depth: usize) -> Plan {
        let more = |at: usize| {
            if at == 1 { "{ to = 2020-07-01, granted = 2020-05-01, for = ['c'] },".repeat(9) } else { String::new() }
        };
        let rows: Vec<String> = (0..depth)
            .map(|at| match at {
                0 => "id = 'r0', lead = ['a', 'b'], due = { by = 2020-03-10 }".to_owned(),
                _ => format!(
                    "id = 'r{at}', parent = 'r{}', extended = [{} {{ to = 2020-08-08, granted = 2020-03-01, for = ['a'] }}]",
                    at - 1,
                    more(at)
                ),
            })
            .collect();
        plan(&rows.iter().map(String::as_str).collect::<Vec<_>>())
    }

    #[test]
    fn it_is_what_a_look_at_each_row_above_finds() {
        let plan = nested(40);
        let as_of = day("06-30");
        let in_force_at_d = InForce::of(&plan, as_of);
        // Not from the root down.
        for at in [39, 3, 20, 38, 19, 1, 8, 0, 30] {
            for bodies in [&["a"][..], &["b"], &["c"], &["b", "c"], &["a", "c"], &["d", "b"]] {
                let row = row(&plan, &format!("r{at}"));
                let bodies: Vec<BodyIx> = bodies.iter().map(|id| body(&plan, id)).collect();
                let expected = in_force(&plan, row, &bodies.iter().copied(), None, |at| at.of(&plan).granted <= as_of);
                assert_eq!(in_force_at_d.for_bodies(row, bodies.iter().copied(), None), expected, "{at} {bodies:?}");
            }
        }
    }

    #[test]
    fn twice_as_many_rows_below_each_other_take_twice_the_steps() {
        let steps = |depth: usize| {
            let plan = nested(depth);
            let asked = InForce::of(&plan, day("06-30"));
            for (row, _) in plan.rows() {
                asked.for_body(row, body(&plan, "b"), None);
            }
            asked.steps.get()
        };
        assert!(steps(400) <= 2 * steps(200) + 4 * APART, "{} {}", steps(400), steps(200));
    }
}
