//! `extend`: a deadline is moved.

use super::{Decision, Refusal, check_day, check_period, check_there, each_once, periods};
use crate::plan::{BodyIx, Change, Covered, Extension, Period, Plan, Recorded, RowIx, RowKind};
use crate::query::{Assignments, ExtensionAt, Moved, Snapshot};
use chrono::NaiveDate;

/// Which deadlines are moved.
#[derive(Clone, Debug)]
pub struct ExtendRequest {
    /// The rows; headings too.
    pub rows: Vec<RowIx>,
    /// The new last day.
    pub to: NaiveDate,
    /// For whom; every unit if empty.
    pub covers: Vec<BodyIx>,
    /// The day it is granted.
    pub granted: NaiveDate,
    /// The document's number.
    pub reference: Option<String>,
    /// Of which period, on rows that recur.
    pub period: Option<Period>,
}

/// Decides what to record: for all rows, or for none.
///
/// # Errors
/// [`Refusal`] for the first row whose deadline would not move.
pub fn extend(snapshot: &Snapshot<'_>, request: &ExtendRequest) -> Result<Decision, Refusal> {
    let plan = snapshot.plan;
    check_day(plan, request.granted, snapshot.as_of)?;
    let extension = extension(plan, request);
    let assigned = Assignments::of(plan);
    let mut decision = Decision::default();
    for row in each_once(&request.rows) {
        if let Some(number) = plan.row(row).extended.iter().position(|known| is_same(known, &extension)) {
            decision.already.push(Recorded::Extension { row, number });
            continue;
        }
        check_there(snapshot, row)?;
        match request.period {
            Some(period) => check_period(plan, row, period)?,
            None if plan.recurs(row) => return Err(Refusal::WhichPeriod { row, periods: owed_periods(snapshot, row) }),
            None => {}
        }
        check_covers(snapshot, &assigned, row, &request.covers)?;
        decision.units.extend(moved_units(snapshot, &assigned, row, &extension)?);
        decision.changes.push(Change::Extend { row, extension: extension.clone() });
    }
    Ok(decision)
}

/// The periods of a row, or of those below it, of which something is not delivered; all where all is.
fn owed_periods(snapshot: &Snapshot<'_>, row: RowIx) -> Vec<Period> {
    let owed = snapshot.plan.below(row).flat_map(|row| snapshot.obligations(row));
    let owed = owed.filter(|owed| !owed.status.is_delivered()).filter_map(|owed| owed.key.period);
    match each_once(&owed.collect::<Vec<_>>()) {
        owed if owed.is_empty() => periods(snapshot.plan, row),
        owed => owed,
    }
}

/// Whether two extensions say the same, in the same order.
fn is_same(one: &Extension, other: &Extension) -> bool {
    let Extension { period, to, granted, reference, covers } = one;
    let stated = |covers: &Option<Covered>| covers.as_ref().map(|covers| covers.stated.clone());
    (*period, *to, *granted, reference) == (other.period, other.to, other.granted, &other.reference)
        && stated(covers) == stated(&other.covers)
}

fn extension(plan: &Plan, request: &ExtendRequest) -> Extension {
    let stated = each_once(&request.covers);
    let mut units: Vec<BodyIx> = stated.iter().flat_map(|body| plan.body(*body).units.iter().copied()).collect();
    units.sort_unstable();
    units.dedup();
    Extension {
        period: request.period,
        to: request.to,
        granted: request.granted,
        reference: request.reference.clone(),
        covers: (!stated.is_empty()).then(|| Covered { stated, units: units.into() }),
    }
}

/// Each body named must have a unit of the row or of one below it.
fn check_covers(
    snapshot: &Snapshot<'_>,
    assigned: &Assignments<'_>,
    row: RowIx,
    covers: &[BodyIx],
) -> Result<(), Refusal> {
    let is_idle = |body: &&BodyIx| !assigned.concerns(row, &snapshot.plan.body(**body).units);
    match covers.iter().find(is_idle) {
        Some(body) => Err(Refusal::NotResponsible { row, body: *body, leads: leads_below(snapshot.plan, row) }),
        None => Ok(()),
    }
}

/// Who leads a row and those below it, each once.
fn leads_below(plan: &Plan, row: RowIx) -> Vec<BodyIx> {
    let rows = plan.below(row).filter(|below| plan.node(*below).kind != RowKind::Heading);
    each_once(&rows.flat_map(|below| plan.lead(below).iter().copied()).collect::<Vec<_>>())
}

/// The units whose last days move.
///
/// Where the extension decides, the new last day must be later than the one in force for some of them, and earlier
/// for none.
fn moved_units(
    snapshot: &Snapshot<'_>,
    assigned: &Assignments<'_>,
    row: RowIx,
    extension: &Extension,
) -> Result<Vec<BodyIx>, Refusal> {
    let is_known = |at: ExtensionAt| at.of(snapshot.plan).granted <= snapshot.as_of;
    let decided: Vec<Moved> = assigned.moved_by(row, extension, is_known).collect();
    let to = snapshot.plan.calendar.rolled(extension.to);
    if let Some(Moved { row, unit, before }) = Moved::not_later(decided.iter().copied(), to)
        && let Some(last_day) = before.day()
    {
        return Err(Refusal::NotLater { row, unit, last_day, to: extension.to });
    }
    if decided.is_empty() {
        return Err(Refusal::NoEffect { row });
    }
    let is_moved = |moved: &Moved| moved.before.day() != Some(to);
    Ok(decided.into_iter().filter(is_moved).map(|moved| moved.unit).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{body, day, ids, plan, row};

    const ROWS: [&str; 3] = [
        "id = '1', due = { by = 2020-03-10 }",
        "id = '1.1', lead = ['a', 'b'], extended = [{ to = 2020-08-08, granted = 2020-03-01, for = ['b'] }]",
        "id = '1.2', lead = ['c'], due = { by = 2020-03-20 }",
    ];

    /// What `extend ROW --to … --for … --granted …` at 30 June comes to: how many rows are changed.
    fn asked(rows: &[&str], of: &str, to: &str, covers: &[&str], granted: &str) -> Result<usize, Refusal> {
        let plan = plan(rows);
        let request = ExtendRequest {
            rows: vec![row(&plan, of)],
            to: day(to),
            covers: covers.iter().map(|id| body(&plan, id)).collect(),
            granted: day(granted),
            reference: None,
            period: None,
        };
        extend(&Snapshot::new(&plan, day("06-30")), &request).map(|decision| decision.changes.len())
    }

    #[test]
    fn the_new_day_must_be_later_for_every_unit_it_decides_for() {
        assert_eq!(asked(&ROWS, "1", "03-11", &[], "03-05").unwrap(), 1, "b has a nearer one");
        let refused = asked(&ROWS, "1", "03-10", &[], "03-05");
        assert!(
            matches!(refused, Err(Refusal::NotLater { row, last_day, .. }) if row.at() == 1 && last_day == day("03-10"))
        );
        let refused = asked(&ROWS, "1.1", "08-07", &[], "03-05");
        assert!(matches!(refused, Err(Refusal::NotLater { last_day, .. }) if last_day == day("08-08")), "that of b");
        assert_eq!(asked(&ROWS, "1.1", "08-08", &[], "03-05").unwrap(), 1, "b has it already, and a gets it");
        assert_eq!(asked(&ROWS, "1.1", "08-08", &["a"], "03-05").unwrap(), 1);
    }

    #[test]
    fn a_group_passes_those_who_have_that_day() {
        let rows = ["id = '1', lead = ['abc'], due = { by = 2020-03-10 }, extended = [
            { to = 2020-05-05, granted = 2020-03-01, for = ['b'] }]"];
        assert_eq!(asked(&rows, "1", "05-05", &["abc"], "03-05").unwrap(), 1);
        assert!(matches!(asked(&rows, "1", "05-05", &["b"], "03-05"), Err(Refusal::NotLater { .. })));
        assert!(
            matches!(asked(&rows, "1", "05-04", &["abc"], "03-05"), Err(Refusal::NotLater { .. })),
            "b loses a day"
        );
    }

    #[test]
    fn the_refusal_names_who_leads_below_a_heading() {
        let rows = ["id = '1', due = { by = 2020-03-10 }", ROWS[1], ROWS[2], "id = '1.3', lead = ['b', 'abc']"];
        let Err(Refusal::NotResponsible { leads, .. }) = asked(&rows, "1", "05-05", &["d"], "03-05") else { panic!() };
        assert_eq!(ids(&plan(&rows), &leads), "a b c abc");
    }

    #[test]
    fn extensions_that_are_not_granted_by_d_do_not_count() {
        let later = ROWS[1].replace("granted = 2020-03-01", "granted = 2020-07-01");
        assert_eq!(asked(&[ROWS[0], &later], "1.1", "05-05", &["b"], "03-05").unwrap(), 1);
        assert!(matches!(asked(&ROWS, "1.1", "05-05", &["b"], "03-05"), Err(Refusal::NotLater { .. })));
    }

    #[test]
    fn one_that_moves_nothing_is_refused() {
        let rows = ["id = '1', due = { by = 2020-03-10 }", ROWS[2]];
        assert!(matches!(asked(&rows, "1", "05-05", &[], "03-05"), Err(Refusal::NoEffect { row }) if row.at() == 0));
        assert!(matches!(asked(&ROWS, "1", "05-05", &["d"], "03-05"), Err(Refusal::NotResponsible { .. })));
    }

    #[test]
    fn the_same_one_is_recorded() {
        assert_eq!(asked(&ROWS, "1.1", "08-08", &["b"], "03-01").unwrap(), 0);
        assert_eq!(asked(&ROWS, "1.1", "08-08", &["a"], "03-01").unwrap(), 1, "for another it is another");
        let refused = asked(&ROWS, "1.1", "09-09", &["a", "d"], "03-05");
        assert!(matches!(refused, Err(Refusal::NotResponsible { .. })), "each that is named must be responsible");
        assert!(matches!(asked(&ROWS, "1", "05-05", &[], "07-01"), Err(Refusal::AfterAsOf { .. })));
    }
}
