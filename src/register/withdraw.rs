//! `withdraw`: a mistaken mark is taken out.

use super::choice::{Choice, Part, Wanted};
use super::{Decision, Refusal, check_period};
use crate::plan::{BodyIx, Change, Extension, KnownEntry, Period, Plan, Progress, RowIx};
use crate::query::{Assignments, Snapshot};
use chrono::NaiveDate;

/// What is to be taken out.
#[derive(Clone, Debug)]
pub struct WithdrawRequest {
    /// The row.
    pub row: RowIx,
    /// What kind of mark.
    pub mark: Mark,
    /// Of which day it is; of an entry that of the submission. One that is live, or the last, if left out.
    pub on: Option<NaiveDate>,
    /// Of which period, on a row that recurs.
    pub period: Option<Period>,
}

/// A kind of mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Entries of these agencies and groups; of the only unit that has any, if empty.
    Entry(Vec<BodyIx>),
    /// Returns, likewise: the reports count again.
    Return(Vec<BodyIx>),
    /// The last extension that names this body, or the last of all.
    Extension(Option<BodyIx>),
    /// The last note of one of these agencies and groups, or the last of all, if empty.
    Note(Vec<BodyIx>),
}

/// The entries of a row.
pub fn known_entries(plan: &Plan, row: RowIx) -> Vec<KnownEntry> {
    plan.row(row).submitted.iter().map(KnownEntry::from).collect()
}

/// Decides what to take out: of each unit one entry or return, or one extension.
///
/// The entries are told apart from the plan: one with errors can be taken out too.
///
/// # Errors
/// [`Refusal`] if there is no such mark, or if it is not clear which is meant.
pub fn withdraw(
    snapshot: &Snapshot<'_>,
    entries: &[KnownEntry],
    request: &WithdrawRequest,
) -> Result<Decision, Refusal> {
    let WithdrawRequest { row, mark, on, period } = request;
    if let Some(period) = *period {
        check_period(snapshot.plan, *row, period)?;
    }
    let wanted = |part| Wanted { part, by: None, on: *on, period: *period };
    let choice = Choice { snapshot, row: *row, entries };
    match mark {
        Mark::Entry(by) => {
            let chosen = choice.choose_all(wanted(Part::Whole), by)?;
            Ok(decision(&choice, &chosen, |row, entry, was| Change::Withdraw { row, entry, was }))
        }
        Mark::Return(by) => {
            let chosen = choice.choose_all(wanted(Part::Return), by)?;
            chosen.iter().try_for_each(|number| check_room(&choice, *number))?;
            Ok(decision(&choice, &chosen, |row, entry, was| Change::WithdrawReturn { row, entry, was }))
        }
        Mark::Note(by) => note(snapshot, request, by),
        Mark::Extension(covers) => extension(snapshot, request, *covers),
    }
}

fn decision(
    choice: &Choice<'_>,
    chosen: &[usize],
    change: impl Fn(RowIx, usize, Box<KnownEntry>) -> Change,
) -> Decision {
    let mut decision = Decision::default();
    for number in chosen {
        let entry = &choice.entries[*number];
        decision.units.extend(entry.by);
        decision.changes.push(change(choice.row, *number, Box::new(entry.clone())));
    }
    decision
}

/// Without its return a report counts again: no other of the unit may count on a day when it does.
fn check_room(choice: &Choice<'_>, number: usize) -> Result<(), Refusal> {
    let beside = choice.beside(number);
    let Some(other) = beside.first().copied() else { return Ok(()) };
    let is_only = beside.len() == 1;
    Err(Refusal::NoRoom {
        row: choice.row,
        entry: Box::new(choice.entries[number].clone()),
        other: Box::new(choice.entries[other].clone()),
        named_by: choice.naming(Part::Whole, other).filter(|_| is_only),
    })
}

fn note(snapshot: &Snapshot<'_>, request: &WithdrawRequest, by: &[BodyIx]) -> Result<Decision, Refusal> {
    let row = request.row;
    let notes = &snapshot.plan.row(row).progress;
    let is_meant = |note: &Progress| {
        (by.is_empty() || note.by.is_some_and(|own| by.contains(&own))) && request.on.is_none_or(|day| day == note.on)
    };
    let number = notes.iter().rposition(is_meant).ok_or(Refusal::NoNote { row })?;
    let was = notes[number].clone();
    Ok(Decision { changes: vec![Change::WithdrawNote { row, number, was }], ..Decision::default() })
}

fn extension(snapshot: &Snapshot<'_>, request: &WithdrawRequest, covers: Option<BodyIx>) -> Result<Decision, Refusal> {
    let (plan, row) = (snapshot.plan, request.row);
    let is_meant = |extension: &Extension| {
        let Extension { period, to: _, granted, reference: _, covers: stated } = extension;
        let is_named = |body| stated.as_ref().is_some_and(|covered| covered.stated.contains(&body));
        let is_of_period = request.period.is_none_or(|wanted| *period == Some(wanted));
        covers.is_none_or(is_named) && request.on.is_none_or(|day| day == *granted) && is_of_period
    };
    let extensions = &plan.row(row).extended;
    let Some(number) = extensions.iter().rposition(is_meant) else {
        return Err(Refusal::NoExtension { row, extensions: extensions.clone() });
    };
    let was = extensions[number].clone();
    let assigned = Assignments::of(plan);
    let moved = assigned.moved_by(row, &was, |other| other.of(plan).granted <= snapshot.as_of);
    Ok(Decision {
        units: moved.map(|moved| moved.unit).collect(),
        changes: vec![Change::WithdrawExtension { row, number, was }],
        ..Decision::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::{Listed, Naming, Unclear};
    use crate::testing::{body, day, ids, plan, row};

    const FIRST_RETURNED: &str = "{ by = 'a', on = 2020-03-01, returned = 2020-03-02 }, { by = 'a', on = 2020-03-09 }";
    const RETURNED: &str = "{ by = 'a', on = 2020-03-01, ref = '1/BC', returned = 2020-03-02, reason = 'x' }";
    const TWO_UNITS: &str = "{ by = 'a', on = 2020-03-09 }, { by = 'b', on = 2020-03-10 }";

    /// The plan with one row of three units and these entries.
    fn plan_of(entries: &str) -> Plan {
        plan(&[&format!("id = '1', lead = ['abc'], submitted = [{entries}]")])
    }

    fn asked_of(plan: &Plan, mark: Mark, on: Option<&str>, as_of: &str) -> Result<String, Refusal> {
        let row = row(plan, "1");
        let request = WithdrawRequest { row, mark, on: on.map(day), period: None };
        let decision = withdraw(&Snapshot::new(plan, day(as_of)), &known_entries(plan, row), &request)?;
        let told = decision.changes.iter().map(|change| match change {
            Change::Withdraw { entry, .. } => format!("{entry}"),
            Change::WithdrawReturn { entry, .. } => format!("return {entry}"),
            Change::WithdrawExtension { number, .. } => format!("extension {number}"),
            other => format!("{other:?}"),
        });
        Ok(told.collect::<Vec<_>>().join(", "))
    }

    /// What `withdraw 1 --by … --on …` takes out at 30 June: the numbers of the entries.
    fn asked(entries: &str, by: &[&str], on: Option<&str>) -> Result<String, Refusal> {
        let plan = plan_of(entries);
        let by = by.iter().map(|id| body(&plan, id)).collect();
        asked_of(&plan, Mark::Entry(by), on, "06-30")
    }

    /// The same with `--return`.
    fn asked_return(entries: &str, by: &[&str], on: Option<&str>) -> Result<String, Refusal> {
        let plan = plan_of(entries);
        let by = by.iter().map(|id| body(&plan, id)).collect();
        asked_of(&plan, Mark::Return(by), on, "06-30")
    }

    /// Why it is not clear, and the entries listed by their days, each with the day that names it.
    fn unclear(refused: Result<String, Refusal>) -> String {
        let Err(Refusal::WhichEntry { why, entries, .. } | Refusal::WhichReturn { why, entries, .. }) = refused else {
            panic!("{refused:?}")
        };
        let why = match why {
            Unclear::Several => "several".to_owned(),
            Unclear::NoneLive { .. } => "none live".to_owned(),
            Unclear::NoneOf { day } => format!("none of {}", day.format("%m-%d")),
        };
        let short = |day: Option<NaiveDate>| day.map_or_else(|| "-".to_owned(), |day| day.format("%m-%d").to_string());
        let listed = entries.iter().map(|Listed { entry, named_by, return_named_by: _ }| {
            let by = match named_by {
                Some(Naming { on, .. }) => format!("by {}", short(*on)),
                None => "by nothing".to_owned(),
            };
            format!("{} {by}", short(entry.on.map(crate::plan::Period::last_day)))
        });
        format!("{why}: {}", listed.collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn the_live_entry_goes_and_never_one_that_was_sent_back() {
        assert_eq!(asked(FIRST_RETURNED, &["a"], None).unwrap(), "1");
        assert_eq!(asked(FIRST_RETURNED, &[], None).unwrap(), "1", "only one is live");
        assert_eq!(unclear(asked(RETURNED, &["a"], None)), "none live: 03-01 by 03-01", "it says so twice in a row");
        let plan = plan_of(TWO_UNITS);
        let refused = asked_of(&plan, Mark::Entry(Vec::new()), None, "03-08");
        assert_eq!(unclear(refused), "none live: 03-09 by 03-09, 03-10 by 03-10", "none has come in by then");
        assert_eq!(asked_of(&plan, Mark::Entry(Vec::new()), None, "03-09").unwrap(), "0", "the other is none yet");
    }

    #[test]
    fn a_day_chooses_and_of_two_of_one_day_the_later_in_the_file() {
        assert_eq!(asked(FIRST_RETURNED, &["a"], Some("03-01")).unwrap(), "0");
        assert_eq!(asked(FIRST_RETURNED, &[], Some("03-09")).unwrap(), "1");
        assert_eq!(unclear(asked(FIRST_RETURNED, &[], Some("03-05"))), "none of 03-05: 03-01 by 03-01, 03-09 by 03-09");
        let one_day = "{ by = 'a', on = 2020-03-09, returned = 2020-03-09 }, { by = 'a', on = 2020-03-09 }";
        assert_eq!(asked(one_day, &["a"], Some("03-09")).unwrap(), "1");
        let live_first = "{ by = 'a', on = 2020-03-09 }, { by = 'a', on = 2020-03-09, returned = 2020-03-09 }";
        assert_eq!(asked(live_first, &["a"], Some("03-09")).unwrap(), "1", "the day means the later");
        assert_eq!(asked(live_first, &["a"], None).unwrap(), "0");
        assert_eq!(unclear(asked(live_first, &[], Some("03-01"))), "none of 03-01: 03-09 by -, 03-09 by 03-09");
    }

    #[test]
    fn it_must_be_clear_whose_entry_goes() {
        assert_eq!(unclear(asked(TWO_UNITS, &[], None)), "several: 03-09 by 03-09, 03-10 by 03-10");
        assert_eq!(asked(TWO_UNITS, &["b"], None).unwrap(), "1");
        assert_eq!(asked(TWO_UNITS, &[], Some("03-10")).unwrap(), "1");
        assert!(matches!(asked(TWO_UNITS, &["c"], None), Err(Refusal::NoEntry { .. })), "it could have one");
        assert!(matches!(asked(TWO_UNITS, &["d"], None), Err(Refusal::NotResponsible { .. })));
        assert!(matches!(asked("", &[], None), Err(Refusal::NoEntry { body: None, .. })));
    }

    #[test]
    fn a_group_means_the_live_entries_of_its_units_and_each_name_must_mean_one() {
        assert_eq!(asked(TWO_UNITS, &["abc"], None).unwrap(), "0, 1");
        assert_eq!(asked(TWO_UNITS, &["outer", "a"], None).unwrap(), "0, 1", "each once");
        assert_eq!(asked(TWO_UNITS, &["abc"], Some("03-10")).unwrap(), "1", "those of the day");
        assert_eq!(asked(&format!("{RETURNED}, {TWO_UNITS}"), &["abc"], None).unwrap(), "1, 2");
        let b_returned = TWO_UNITS.replace("on = 2020-03-10", "on = 2020-03-10, returned = 2020-03-11");
        assert_eq!(asked(&b_returned, &["abc"], None).unwrap(), "0", "a group passes who has none");
        assert_eq!(unclear(asked(&b_returned, &["a", "b"], None)), "none live: 03-10 by 03-10");
    }

    #[test]
    fn the_last_return_goes_where_the_report_may_count_again() {
        assert_eq!(asked_return(RETURNED, &["a"], None).unwrap(), "return 0");
        assert_eq!(asked_return(RETURNED, &[], Some("03-02")).unwrap(), "return 0", "its own day");
        assert_eq!(unclear(asked_return(RETURNED, &[], Some("03-01"))), "none of 03-01: 03-01 by 03-02");
        let twice = format!("{{ by = 'a', on = 2020-03-05, returned = 2020-03-07 }}, {RETURNED}");
        assert_eq!(asked_return(&twice, &["a"], None).unwrap(), "return 0", "the later day, not the later line");
        let other = asked_return(&twice, &["a"], Some("03-02"));
        assert!(matches!(other, Err(Refusal::NoRoom { .. })), "two reports would count from 5 to 7 March");
        assert!(matches!(asked_return(TWO_UNITS, &["a"], None), Err(Refusal::NoReturn { .. })));
    }

    #[test]
    fn a_report_cannot_count_again_beside_another_which_is_named() {
        let Err(Refusal::NoRoom { other, named_by, .. }) = asked_return(FIRST_RETURNED, &["a"], None) else { panic!() };
        assert_eq!(
            (other.on.map(crate::plan::Period::last_day), named_by.unwrap().on),
            (Some(day("03-09")), Some(day("03-09")))
        );
        let before = "{ by = 'a', on = 2020-02-01, returned = 2020-03-01 }";
        assert_eq!(
            asked_return(&format!("{before}, {RETURNED}"), &[], None).unwrap(),
            "return 1",
            "it was over by then"
        );
    }

    #[test]
    fn the_last_extension_goes_or_the_last_of_the_body_named() {
        let plan = plan(&["id = '1', lead = ['abc'], due = { by = 2020-03-10 }, extended = [
            { to = 2020-04-01, granted = 2020-03-01, for = ['a', 'b'] },
            { to = 2020-04-02, granted = 2020-03-02, for = ['abc'] },
            { to = 2020-04-03, granted = 2020-03-03 }]"]);
        let asked =
            |covers: Option<&str>, on| asked_of(&plan, Mark::Extension(covers.map(|id| body(&plan, id))), on, "06-30");
        assert_eq!(asked(None, None).unwrap(), "extension 2");
        assert_eq!(asked(None, Some("03-02")).unwrap(), "extension 1", "the day it was granted");
        assert_eq!(asked(Some("a"), None).unwrap(), "extension 0", "the group is another body");
        assert_eq!(asked(Some("abc"), None).unwrap(), "extension 1");
        let none = asked(Some("c"), None);
        assert!(matches!(none, Err(Refusal::NoExtension { extensions, .. }) if extensions.len() == 3));
    }

    #[test]
    fn the_units_touched_are_those_whose_marks_go_or_whose_last_days_move() {
        let plan = plan(&[
            "id = '1', lead = ['abc'], due = { by = 2020-03-10 }, extended = [
            { to = 2020-04-01, granted = 2020-03-01 }], submitted = [{ by = 'b', on = 2020-03-05 }]",
            "id = '1.1', extended = [{ to = 2020-05-05, granted = 2020-03-01, for = ['a'] }]",
        ]);
        let row = row(&plan, "1");
        let units = |mark| {
            let request = WithdrawRequest { row, mark, on: None, period: None };
            let decision = withdraw(&Snapshot::new(&plan, day("06-30")), &known_entries(&plan, row), &request);
            ids(&plan, &decision.unwrap().units.into_iter().collect::<Vec<_>>())
        };
        assert_eq!(units(Mark::Entry(Vec::new())), "b");
        assert_eq!(units(Mark::Extension(None)), "a b c");
    }

    #[test]
    fn an_extension_that_was_not_granted_by_then_decides_nothing_nearer() {
        let plan = plan(&[
            "id = '1', due = { by = 2020-03-10 }, extended = [{ to = 2020-04-01, granted = 2020-03-01 }]",
            "id = '1.1', lead = ['a'], extended = [{ to = 2020-05-05, granted = 2020-07-01 }]",
            "id = '1.2', lead = ['b'], extended = [{ to = 2020-05-05, granted = 2020-06-30 }]",
            "id = '1.3', lead = ['c']",
        ]);
        let request = WithdrawRequest { row: row(&plan, "1"), mark: Mark::Extension(None), on: None, period: None };
        let decision = withdraw(&Snapshot::new(&plan, day("06-30")), &[], &request).unwrap();
        assert_eq!(ids(&plan, &decision.units.into_iter().collect::<Vec<_>>()), "a c");
    }

    #[test]
    fn entries_that_nothing_names_are_meant_where_nothing_is_named() {
        let plan = plan(&["id = '1', lead = ['abc']"]);
        let row = row(&plan, "1");
        let snapshot = Snapshot::new(&plan, day("06-30"));
        let entry = |by: Option<&str>, on: Option<&str>| KnownEntry {
            by: by.map(|id| body(&plan, id)),
            on: on.map(|on| crate::plan::Period::Day(day(on))),
            ..KnownEntry::default()
        };
        let asked = |entries: &[KnownEntry], by: Option<&str>, on: Option<&str>| {
            let mark = Mark::Entry(by.map(|id| body(&plan, id)).into_iter().collect());
            let request = WithdrawRequest { row, mark, on: on.map(day), period: None };
            withdraw(&snapshot, entries, &request).map(|decision| match &decision.changes[..] {
                [Change::Withdraw { entry, .. }] => entry.to_string(),
                other => format!("{other:?}"),
            })
        };
        let nobodys = [entry(Some("a"), Some("03-09")), entry(None, Some("03-09"))];
        assert_eq!(asked(&nobodys, None, None).unwrap(), "1");
        assert_eq!(asked(&nobodys, None, Some("03-09")).unwrap(), "1");
        assert_eq!(asked(&nobodys, Some("a"), None).unwrap(), "0");
        let undated = [entry(Some("a"), None), entry(Some("a"), Some("03-09"))];
        assert_eq!(asked(&undated, Some("a"), None).unwrap(), "0", "a day means the other");
        assert_eq!(asked(&undated, Some("a"), Some("03-09")).unwrap(), "1");
        let two = [entry(Some("a"), Some("03-09")), entry(Some("a"), Some("03-10"))];
        assert_eq!(unclear(asked(&two, Some("a"), None)), "several: 03-09 by 03-09, 03-10 by 03-10");
    }
}
