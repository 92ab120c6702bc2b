//! `return`: a report is sent back.

use super::choice::Choice;
use super::{Decision, Refusal, WayOut, check_day, check_period, each_once, known_entries};
use crate::plan::{BodyIx, Change, Entry, Period, Recorded, RowIx};
use crate::query::Snapshot;
use chrono::NaiveDate;

/// Which report is sent back.
#[derive(Clone, Debug)]
pub struct ReturnRequest {
    /// The row.
    pub row: RowIx,
    /// Whose report; may be left out where only one unit has one to send back.
    pub by: Option<BodyIx>,
    /// The day.
    pub on: NaiveDate,
    /// Why.
    pub reason: Option<String>,
    /// For which period the report is; may be left out where only one can be meant.
    pub period: Option<Period>,
}

/// Decides which entry gets the day of return: the unit's live one.
///
/// # Errors
/// [`Refusal`] if no report of the unit is there on that day.
pub fn return_report(snapshot: &Snapshot<'_>, request: &ReturnRequest) -> Result<Decision, Refusal> {
    let ReturnRequest { row, by, on, reason, period } = request;
    if let Some(period) = *period {
        check_period(snapshot.plan, *row, period)?;
    }
    check_day(snapshot.plan, *on, snapshot.as_of)?;
    let entries = &snapshot.plan.row(*row).submitted;
    let known = known_entries(snapshot.plan, *row);
    let choice = Choice { snapshot, row: *row, entries: &known };
    let mut named = choice.named(*by)?;
    named.retain(|number| period.is_none_or(|period| entries[*number].period == Some(period)));
    let live: Vec<usize> = named.iter().copied().filter(|number| entries[*number].is_live(*on)).collect();
    // A report that came in again on the day of an earlier return is another one, and can be returned too.
    let is_recorded = |entry: &Entry| entry.returned == Some(*on) && entry.reason == *reason;
    if live.is_empty()
        && let Some(entry) = named.iter().rfind(|number| is_recorded(&entries[**number]))
    {
        return Ok(Decision { already: vec![Recorded::Return { row: *row, entry: *entry }], ..Decision::default() });
    }
    let could_be = if live.is_empty() { named } else { live };
    let units: Vec<BodyIx> = choice.whose(&could_be).into_iter().flatten().collect();
    let unit = match units[..] {
        [unit] => unit,
        [] => return Err(Refusal::NoEntry { row: *row, body: *by }),
        _ => return Err(Refusal::WhoseEntry { row: *row, units }),
    };
    let periods = each_once(&could_be.iter().filter_map(|number| entries[*number].period).collect::<Vec<_>>());
    if periods.len() > 1 {
        return Err(Refusal::WhichPeriod { row: *row, periods });
    }
    let number = meant(entries, &could_be, *on);
    let entry = &entries[number];
    if entry.on.first_day() > *on {
        return Err(Refusal::NotYetSubmitted { row: *row, entry: Box::new(entry.clone()), day: *on });
    }
    if entry.returned.is_some() {
        let ways = choice.naming_of_return(number).map(WayOut::WithdrawReturn).into_iter().collect();
        return Err(Refusal::AlreadyReturned { row: *row, entry: Box::new(entry.clone()), ways });
    }
    let change = Change::Return { row: *row, entry: number, returned: *on, reason: reason.clone() };
    Ok(Decision { changes: vec![change], units: [unit].into(), ..Decision::default() })
}

/// The last of some entries that was there on a day; else the last.
fn meant(entries: &[Entry], numbers: &[usize], day: NaiveDate) -> usize {
    let was_there = |number: &&usize| entries[**number].day() <= day;
    let last = numbers.iter().rfind(was_there).or(numbers.last());
    last.copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::Naming;
    use crate::testing::{body, day, plan, row};

    /// What `return 1 --by a --on … --reason x` comes to: the number of the entry, that it was recorded, or the
    /// refusal.
    fn asked(entries: &str, by: Option<&str>, on: &str) -> Result<String, Refusal> {
        let plan = plan(&[&format!("id = '1', lead = ['a', 'b'], submitted = [{entries}]")]);
        let by = by.map(|id| body(&plan, id));
        let request = ReturnRequest { row: row(&plan, "1"), by, on: day(on), reason: Some("x".into()), period: None };
        let decision = return_report(&Snapshot::new(&plan, day("06-30")), &request)?;
        Ok(match &decision.changes[..] {
            [Change::Return { entry, returned, .. }] => format!("{entry} on {}", returned.format("%m-%d")),
            [] => "already".to_owned(),
            other => format!("{other:?}"),
        })
    }

    #[test]
    fn the_live_entry_gets_the_day() {
        let entries = "{ by = 'a', on = 2020-03-05, returned = 2020-03-07 }, { by = 'a', on = 2020-03-09 }";
        assert_eq!(asked(entries, Some("a"), "03-12").unwrap(), "1 on 03-12");
        assert_eq!(asked(entries, None, "03-12").unwrap(), "1 on 03-12", "only one unit has entries");
    }

    #[test]
    fn a_report_that_came_in_again_on_the_day_of_a_return_can_be_returned_on_that_day() {
        let again = "{ by = 'a', on = 2020-03-05, returned = 2020-03-12, reason = 'x' }, { by = 'a', on = 2020-03-12 }";
        assert_eq!(asked(again, Some("a"), "03-12").unwrap(), "1 on 03-12");
        let twice = again.replace("on = 2020-03-12 }", "on = 2020-03-12, returned = 2020-03-12, reason = 'x' }");
        assert_eq!(asked(&twice, Some("a"), "03-12").unwrap(), "already");
    }

    #[test]
    fn the_same_return_is_recorded_and_another_is_refused() {
        let returned = "{ by = 'a', on = 2020-03-05, returned = 2020-03-12, reason = 'x' }";
        assert_eq!(asked(returned, Some("a"), "03-12").unwrap(), "already");
        let Err(Refusal::AlreadyReturned { ways, .. }) = asked(returned, Some("a"), "03-13") else { panic!() };
        assert!(matches!(ways[..], [WayOut::WithdrawReturn(Naming { on: Some(on), .. })] if on == day("03-12")));
        let again = format!("{returned}, {{ by = 'a', on = 2020-03-20 }}");
        let Err(Refusal::AlreadyReturned { ways, .. }) = asked(&again, Some("a"), "03-13") else { panic!() };
        assert!(ways.is_empty(), "it cannot count again beside the later one");
        let before = "{ by = 'a', on = 2020-03-01, returned = 2020-03-02 }";
        let refused = asked(&format!("{before}, {returned}"), Some("a"), "03-13");
        let is_last = |entry: &Entry| entry.returned == Some(day("03-12"));
        assert!(
            matches!(refused, Err(Refusal::AlreadyReturned { entry, .. }) if is_last(&entry)),
            "of several the last is told"
        );
    }

    #[test]
    fn a_report_is_returned_from_its_own_day_on() {
        let entry = "{ by = 'a', on = 2020-03-05 }";
        assert_eq!(asked(entry, Some("a"), "03-05").unwrap(), "0 on 03-05");
        assert!(matches!(asked(entry, Some("a"), "03-04"), Err(Refusal::NotYetSubmitted { .. })));
        assert!(matches!(asked(entry, Some("a"), "07-01"), Err(Refusal::AfterAsOf { .. })));
    }

    #[test]
    fn there_must_be_a_report_and_it_must_be_clear_whose() {
        assert!(matches!(asked("", Some("a"), "03-05"), Err(Refusal::NoEntry { .. })));
        let two = "{ by = 'a', on = 2020-03-05 }, { by = 'b', on = 2020-03-05 }";
        assert!(matches!(asked(two, None, "03-06"), Err(Refusal::WhoseEntry { units, .. }) if units.len() == 2));
        let one_live = two.replace("{ by = 'b', on = 2020-03-05", "{ by = 'b', on = 2020-03-05, returned = 2020-03-06");
        assert_eq!(asked(&one_live, None, "03-06").unwrap(), "0 on 03-06", "the other is sent back already");
        assert!(matches!(asked(two, Some("d"), "03-06"), Err(Refusal::NotResponsible { .. })));
    }
}
