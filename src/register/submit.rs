//! `submit`: reports have come in.

mod meant;

use super::choice::{Choice, Part, counts_from};
use super::{Decision, Refusal, ReturnRequest, WayOut, check_day, each_once, known_entries, return_report};
use crate::plan::{BodyIx, Change, Entry, KnownEntry, Period, Recorded, RowIx};
use crate::query::Snapshot;
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// Which reports have come in.
#[derive(Clone, Debug)]
pub struct SubmitRequest {
    /// The rows.
    pub rows: Vec<RowIx>,
    /// Who submitted; a group means each of its units that has not delivered, and to `replace` an entry also each
    /// that has one of its own.
    pub by: Vec<BodyIx>,
    /// The day; or a month, quarter or year, where the day is not known.
    pub on: Period,
    /// The document's number.
    pub reference: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// For which period, on rows that recur; the oldest that is owed if left out.
    pub period: Option<Period>,
    /// Whether the entry takes the place of the unit's live one.
    pub replace: bool,
}

/// Decides what to record: for all rows, or for none.
///
/// # Errors
/// [`Refusal`] for the first row of which something cannot be recorded.
pub fn submit(snapshot: &Snapshot<'_>, request: &SubmitRequest) -> Result<Decision, Refusal> {
    check_day(snapshot.plan, request.on.last_day(), snapshot.as_of)?;
    let mut decision = Decision::default();
    for row in each_once(&request.rows) {
        let meant = meant::of(snapshot, row, request)?;
        let places = places_of_entries(snapshot, row, &meant.units);
        if meant.units.is_empty() {
            decision.already.push(Recorded::Delivered { row });
        }
        decision.instead.extend(meant.instead);
        for (unit, before) in meant.units.into_iter().zip(places) {
            let entry = Entry {
                by: unit,
                period: meant.period,
                on: request.on,
                reference: request.reference.clone(),
                note: request.note.clone(),
                returned: None,
                reason: None,
            };
            enter(snapshot, row, before, entry, request.replace, &mut decision)?;
        }
    }
    let mut seen = HashSet::new();
    decision.instead.retain(|pair| seen.insert(*pair));
    Ok(decision)
}

/// Decides what becomes of one entry.
fn enter(
    snapshot: &Snapshot<'_>,
    row: RowIx,
    before: usize,
    new: Entry,
    replace: bool,
    decision: &mut Decision,
) -> Result<(), Refusal> {
    let entries = &snapshot.plan.row(row).submitted;
    let in_the_way = in_the_way(entries, &new);
    let is_recorded = |number: &&usize| {
        let old = &entries[**number];
        is_same_report(old, &new) && old.returned.is_none()
    };
    if let Some(entry) = in_the_way.iter().find(is_recorded) {
        decision.already.push(Recorded::Entry { row, entry: *entry });
        return Ok(());
    }
    let unit = new.by;
    match in_the_way[..] {
        [] => decision.changes.push(Change::Submit { row, before, entry: new }),
        [entry] if replace && entries[entry].is_live(snapshot.as_of) => {
            let was = Box::new(KnownEntry::from(&entries[entry]));
            decision.changes.push(Change::Replace { row, entry, was, new: Box::new(new) });
        }
        [first, ref others @ ..] => return Err(conflict(snapshot, row, new, first, others)),
    }
    decision.units.insert(unit);
    Ok(())
}

/// The numbers of the same unit's entries that count on a day when the new one would.
fn in_the_way(entries: &[Entry], new: &Entry) -> Vec<usize> {
    let Entry { by, period, on: _, returned: _, reference: _, note: _, reason: _ } = new;
    let is_own = |old: &Entry| (old.by, old.period) == (*by, *period);
    let is_in_the_way = |old: &Entry| is_own(old) && counts_from(old.day(), old.returned, new.day());
    (0..entries.len()).filter(|number| is_in_the_way(&entries[*number])).collect()
}

/// Whether two entries are the same report, whatever became of it.
fn is_same_report(one: &Entry, other: &Entry) -> bool {
    let Entry { by, period, on, reference, note, returned: _, reason: _ } = one;
    (*by, *period, *on, reference, note) == (other.by, other.period, other.on, &other.reference, &other.note)
}

/// That other entries stand in the way of one, and what makes room.
fn conflict(snapshot: &Snapshot<'_>, row: RowIx, new: Entry, first: usize, others: &[usize]) -> Refusal {
    let entries = &snapshot.plan.row(row).submitted;
    let known = known_entries(snapshot.plan, row);
    let choice = Choice { snapshot, row, entries: &known };
    let returned_by_now = |number: usize| entries[number].returned.filter(|returned| *returned <= snapshot.as_of);
    let all = std::iter::once(first).chain(others.iter().copied());
    let mut ways: Vec<WayOut> = Vec::new();
    // A report that was not yet sent back on that day comes first: then the day cannot be right.
    let old = match all.clone().filter_map(|number| Some((returned_by_now(number)?, number))).max() {
        Some((returned, old)) => {
            ways.push(WayOut::From(returned));
            let is_the_same = others.is_empty() && is_same_report(&entries[old], &new);
            ways.extend(choice.naming_of_return(old).filter(|_| is_the_same).map(WayOut::WithdrawReturn));
            old
        }
        None => all.clone().find(|number| entries[*number].is_live(snapshot.as_of)).unwrap_or(first),
    };
    if others.is_empty() && ways.is_empty() {
        ways.extend(entries[old].is_live(snapshot.as_of).then_some(WayOut::Replace));
        ways.extend(choice.naming(Part::Whole, old).map(WayOut::Withdraw));
        ways.extend(returning(snapshot, row, old, new.day()));
    }
    Refusal::Conflict { row, old: Box::new(entries[old].clone()), new: Box::new(new), ways }
}

/// Sending a report back on a day, if it can be.
fn returning(snapshot: &Snapshot<'_>, row: RowIx, number: usize, on: NaiveDate) -> Option<WayOut> {
    let Entry { by, period, .. } = snapshot.plan.row(row).submitted[number];
    let decision = return_report(snapshot, &ReturnRequest { row, by: Some(by), on, reason: None, period }).ok()?;
    let is_meant = matches!(decision.changes[..], [Change::Return { entry, .. }] if entry == number);
    is_meant.then_some(WayOut::Return { by, on, period })
}

/// Before which present entry of a row new ones of these units go: entries stand in the order of the row's
/// units, those of one unit in the order in which they were made.
fn places_of_entries(snapshot: &Snapshot<'_>, row: RowIx, units: &[BodyIx]) -> Vec<usize> {
    // Who took over stands where those do from which it did; behind all of them who owes nothing here.
    let owed = snapshot.obligations(row).iter().flat_map(|owed| owed.units().iter().map(|unit| (*unit, owed.first)));
    let first: HashMap<BodyIx, BodyIx> = owed.collect();
    let all = snapshot.units(row).iter().enumerate();
    let order: HashMap<BodyIx, usize> = all.map(|(place, unit)| (*unit, place)).collect();
    let place = |unit: BodyIx| {
        let own = order.get(&unit).or_else(|| order.get(first.get(&unit)?));
        own.copied().unwrap_or(usize::MAX)
    };
    let entries: Vec<usize> = snapshot.plan.row(row).submitted.iter().map(|entry| place(entry.by)).collect();
    let before = |unit: &BodyIx| entries.iter().position(|entry| *entry > place(*unit)).unwrap_or(entries.len());
    units.iter().map(before).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::Naming;
    use crate::testing::{body, day, ids, plan, row};

    const ITEM: &str = "id = '1', lead = ['a', 'abc'], due = { by = 2020-03-10 }, submitted = [
        { by = 'a', on = 2020-03-05, ref = '1/BC' }, { by = 'c', on = 2020-03-06, returned = 2020-03-08 }]";

    /// What `submit 1 --by … --on …` at 30 June comes to: the units recorded with their places, what was
    /// recorded before, or the refusal.
    fn asked(rows: &[&str], by: &[&str], on: &str) -> Result<String, Refusal> {
        asked_to(false, rows, by, on)
    }

    /// The same with or without `--replace`.
    fn asked_to(replace: bool, rows: &[&str], by: &[&str], on: &str) -> Result<String, Refusal> {
        let plan = plan(rows);
        let request = SubmitRequest {
            rows: vec![row(&plan, "1")],
            by: by.iter().map(|id| body(&plan, id)).collect(),
            on: Period::Day(day(on)),
            period: None,
            reference: Some("1/BC".into()),
            note: None,
            replace,
        };
        let decision = submit(&Snapshot::new(&plan, day("06-30")), &request)?;
        let new = decision.changes.iter().map(|change| match change {
            Change::Submit { before, entry, .. } => format!("{} before {before}", ids(&plan, &[entry.by])),
            Change::Replace { entry, new, .. } => format!("{} for {entry}", ids(&plan, &[new.by])),
            other => format!("{other:?}"),
        });
        let already = decision.already.iter().map(|recorded| match recorded {
            Recorded::Entry { entry, .. } => format!("already {entry}"),
            other => format!("{other:?}"),
        });
        Ok(new.chain(already).collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn entries_go_in_the_order_of_the_row_s_units() {
        assert_eq!(asked(&[ITEM], &["b"], "03-09").unwrap(), "b before 1", "between those of a and c");
        assert_eq!(asked(&[ITEM], &["c"], "03-09").unwrap(), "c before 2", "behind its own");
    }

    #[test]
    fn a_group_means_each_of_its_units_that_has_not_delivered() {
        assert_eq!(asked(&[ITEM], &["abc"], "03-09").unwrap(), "b before 1, c before 2");
        assert_eq!(asked(&[ITEM], &["outer"], "03-09").unwrap(), "b before 1, c before 2", "d is no unit of the row");
        let done = "id = '1', lead = ['abc'], completion = 'any', submitted = [{ by = 'b', on = 2020-03-05 }]";
        assert_eq!(asked(&[done], &["abc"], "03-09").unwrap(), "Delivered { row: RowIx(0) }");
    }

    #[test]
    fn a_unit_that_is_named_and_has_a_live_entry_is_a_conflict_unless_it_is_the_same() {
        assert_eq!(asked(&[ITEM], &["a"], "03-05").unwrap(), "already 0");
        let Err(Refusal::Conflict { old, new, .. }) = asked(&[ITEM], &["a"], "03-06") else { panic!("no conflict") };
        assert_eq!((old.day(), new.day()), (day("03-05"), day("03-06")));
    }

    #[test]
    fn an_entry_that_was_returned_is_in_the_way_of_earlier_days_alone() {
        assert_eq!(asked(&[ITEM], &["c"], "03-08").unwrap(), "c before 2", "the day of the return");
        assert!(matches!(asked(&[ITEM], &["c"], "03-07"), Err(Refusal::Conflict { .. })), "it was live then");
    }

    /// The day of the entry that stands in the way of c's on a day, and what makes room.
    fn refused(entries: &str, on: &str) -> String {
        let refused = asked(&[&format!("id = '1', lead = ['a', 'c'], submitted = [{entries}]")], &["c"], on);
        let Err(Refusal::Conflict { old, ways, .. }) = refused else { panic!("{refused:?}") };
        let short = |day: NaiveDate| day.format("%m-%d").to_string();
        let named = |naming: &Naming| naming.on.map_or_else(|| "live".to_owned(), short);
        let ways = ways.iter().map(|way| match way {
            WayOut::Replace => "replace".to_owned(),
            WayOut::From(day) => format!("from {}", short(*day)),
            WayOut::Withdraw(naming) => format!("withdraw {}", named(naming)),
            WayOut::WithdrawReturn(naming) => format!("withdraw return {}", named(naming)),
            WayOut::Return { on, .. } => format!("return {}", short(*on)),
        });
        format!("{}: {}", short(old.day()), ways.collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn a_refusal_knows_what_makes_room() {
        let live = "{ by = 'c', on = 2020-03-06, ref = '0/BC' }";
        assert_eq!(refused(live, "03-08"), "03-06: replace, withdraw 03-06, return 03-08");
        assert_eq!(refused(live, "03-01"), "03-06: replace, withdraw 03-06", "it was not there to be sent back");
        let never_live = format!("{live}, {{ by = 'c', on = 2020-03-06, returned = 2020-03-06 }}");
        assert_eq!(refused(&never_live, "03-08"), "03-06: replace, withdraw live, return 03-08", "a day means another");
        let one_to_come = "{ by = 'c', on = 2020-07-07 }, { by = 'c', on = 2020-03-06, returned = 2020-07-06 }";
        assert_eq!(refused(one_to_come, "03-08"), "03-06: ", "the one that is there is told");
        let to_come = "{ by = 'c', on = 2020-07-06 }";
        assert_eq!(refused(to_come, "03-08"), "07-06: withdraw 07-06", "it is not there to be replaced");
        let will_be_returned = "{ by = 'c', on = 2020-03-06, returned = 2020-07-06 }, { by = 'c', on = 2020-07-07 }";
        assert_eq!(refused(will_be_returned, "03-08"), "03-06: ", "one of two is not enough");
    }

    #[test]
    fn a_day_on_which_a_report_was_not_yet_sent_back_cannot_be_right() {
        let returned = "{ by = 'c', on = 2020-03-05, ref = '1/BC', returned = 2020-03-08 }";
        assert_eq!(refused(returned, "03-07"), "03-05: from 03-08");
        assert_eq!(refused(&format!("{returned}, {{ by = 'c', on = 2020-03-08 }}"), "03-07"), "03-05: from 03-08");
        let once_more = format!("{{ by = 'c', on = 2020-03-08, returned = 2020-03-12 }}, {returned}");
        assert_eq!(refused(&once_more, "03-07"), "03-08: from 03-12", "of two the one sent back last");
        assert_eq!(refused(returned, "03-05"), "03-05: from 03-08, withdraw return 03-08", "the same report again");
    }

    #[test]
    fn an_entry_takes_the_place_of_the_live_one_and_of_no_other() {
        let replaced = |by: &[&str], on| asked_to(true, &[ITEM], by, on);
        assert_eq!(replaced(&["a"], "03-09").unwrap(), "a for 0");
        assert_eq!(replaced(&["a"], "03-05").unwrap(), "already 0");
        assert_eq!(replaced(&["b"], "03-09").unwrap(), "b before 1", "there is none");
        assert_eq!(replaced(&["c"], "03-08").unwrap(), "c before 2", "it was sent back, and stays");
        assert!(matches!(replaced(&["c"], "03-07"), Err(Refusal::Conflict { .. })));
        assert_eq!(replaced(&["abc"], "03-09").unwrap(), "a for 0, b before 1, c before 2", "each of the group's");
        let by_parts = "id = '1.1', submitted = [{ by = 'b', on = 2020-03-02 }]";
        let parts = asked_to(true, &[ITEM, by_parts], &["abc"], "03-09").unwrap();
        assert_eq!(parts, "a for 0, c before 2", "what was delivered in parts has no entry to be replaced");
    }

    #[test]
    fn the_day_is_one_from_issue_to_d() {
        assert!(asked(&[ITEM], &["b"], "06-30").is_ok());
        assert!(matches!(asked(&[ITEM], &["b"], "07-01"), Err(Refusal::AfterAsOf { .. })));
        assert!(asked(&[ITEM], &["b"], "01-01").is_ok());
        assert!(matches!(asked(&[ITEM], &["b"], "2019-12-31"), Err(Refusal::BeforeIssue { .. })));
    }

    #[test]
    fn who_must_be_said_where_several_could_and_be_one_of_them() {
        assert!(matches!(asked(&[ITEM], &[], "03-09"), Err(Refusal::WhichUnit { units, .. }) if units.len() == 3));
        assert_eq!(asked(&["id = '1', lead = ['d']"], &[], "03-09").unwrap(), "d before 0");
        assert!(matches!(asked(&[ITEM], &["d"], "03-09"), Err(Refusal::NotResponsible { .. })));
    }

    #[test]
    fn a_heading_is_refused_with_the_items_below_it() {
        let heading = ["id = '1', lead = ['a']", "id = '1.1', lead = ['b']", "id = '1.2', due = { ongoing = true }"];
        let refused = asked(&heading, &["a"], "03-09");
        assert!(matches!(refused, Err(Refusal::Heading { rows, .. }) if rows == [RowIx::new(1), RowIx::new(2)]));
    }
}
