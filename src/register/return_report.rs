//! `return`: a report is sent back.

use super::withdraw::whose;
use super::{Decision, Refusal, check_day, known_entries};
use crate::plan::{BodyIx, Change, Entry, RowIx};
use crate::query::Snapshot;
use chrono::NaiveDate;

/// Which report is sent back.
#[derive(Clone, Debug)]
pub struct ReturnRequest {
    /// The row.
    pub row: RowIx,
    /// Whose report; may be left out where only one unit has submitted.
    pub by: Option<BodyIx>,
    /// The day.
    pub on: NaiveDate,
    /// Why.
    pub reason: Option<String>,
}

/// Decides which entry gets the day of return: the unit's live one.
///
/// # Errors
/// [`Refusal`] if no report of the unit is there on that day.
pub fn return_report(snapshot: &Snapshot<'_>, request: &ReturnRequest) -> Result<Decision, Refusal> {
    let (plan, ReturnRequest { row, by, on, reason }) = (snapshot.plan, request);
    check_day(plan, *on, snapshot.as_of)?;
    let no_entry = Refusal::NoEntry { row: *row, body: *by };
    let Some(unit) = whose(snapshot, *row, &known_entries(plan, *row), *by)? else { return Err(no_entry) };
    let own = || plan.row(*row).submitted.iter().enumerate().filter(|(_, entry)| entry.by == unit);
    let live = own().rfind(|(_, entry)| entry.is_live(*on));
    let is_recorded = |entry: &Entry| entry.returned == Some(*on) && entry.reason == *reason;
    // A report that came in again on the day of an earlier return is another one, and can be returned too.
    if live.is_none() && own().any(|(_, entry)| is_recorded(entry)) {
        return Ok(Decision { changes: Vec::new(), already: vec![(*row, Some(unit))] });
    }
    let Some((number, entry)) = live.or_else(|| own().next_back()) else { return Err(no_entry) };
    if let Some(returned) = entry.returned {
        return Err(Refusal::AlreadyReturned { row: *row, unit, returned });
    }
    if entry.on > *on {
        return Err(Refusal::NotYetSubmitted { row: *row, unit, on: entry.on, day: *on });
    }
    let change = Change::Return { row: *row, entry: number, returned: *on, reason: reason.clone() };
    Ok(Decision { changes: vec![change], already: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{body, day, plan, row};

    /// What `return 1 --by a --on … --reason x` comes to: the number of the entry, that it was recorded, or the
    /// refusal.
    fn asked(entries: &str, by: Option<&str>, on: &str) -> Result<String, Refusal> {
        let plan = plan(&[&format!("id = '1', lead = ['a', 'b'], submitted = [{entries}]")]);
        let by = by.map(|id| body(&plan, id));
        let request = ReturnRequest { row: row(&plan, "1"), by, on: day(on), reason: Some("x".into()) };
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
        assert!(matches!(asked(returned, Some("a"), "03-13"), Err(Refusal::AlreadyReturned { .. })));
        let before = "{ by = 'a', on = 2020-03-01, returned = 2020-03-02 }";
        let refused = asked(&format!("{before}, {returned}"), Some("a"), "03-13");
        let day_told =
            |refusal| matches!(refusal, Err(Refusal::AlreadyReturned { returned, .. }) if returned == day("03-12"));
        assert!(day_told(refused), "of several the last is told");
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
        assert!(matches!(asked(two, None, "03-06"), Err(Refusal::WhichEntry { units, .. }) if units.len() == 2));
        assert!(matches!(asked(two, Some("d"), "03-06"), Err(Refusal::NotResponsible { .. })));
    }
}
