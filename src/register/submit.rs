//! `submit`: reports have come in.

use super::{Decision, Refusal, check_day, each_once, responsible};
use crate::plan::{BodyIx, Change, Entry, Plan, RowIx, RowKind};
use crate::query::Snapshot;
use chrono::NaiveDate;
use std::collections::HashMap;

/// Which reports have come in.
#[derive(Clone, Debug)]
pub struct SubmitRequest {
    /// The rows.
    pub rows: Vec<RowIx>,
    /// Who submitted; a group means each of its units that has not delivered.
    pub by: Vec<BodyIx>,
    /// The day.
    pub on: NaiveDate,
    /// The document's number.
    pub reference: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// Decides what to record: for all rows, or for none.
///
/// # Errors
/// [`Refusal`] for the first row of which something cannot be recorded.
pub fn submit(snapshot: &Snapshot<'_>, request: &SubmitRequest) -> Result<Decision, Refusal> {
    check_day(snapshot.plan, request.on, snapshot.as_of)?;
    let mut decision = Decision::default();
    for row in each_once(&request.rows) {
        let units = units(snapshot, row, &request.by)?;
        let places = places_of_entries(snapshot, row, &units);
        if units.is_empty() {
            decision.already.push((row, None));
        }
        for (unit, before) in units.into_iter().zip(places) {
            let entry = Entry {
                by: unit,
                on: request.on,
                reference: request.reference.clone(),
                note: request.note.clone(),
                returned: None,
                reason: None,
            };
            match clash(snapshot.plan, row, &entry) {
                None => decision.changes.push(Change::Submit { row, before, entry }),
                Some(old) if *old == entry => decision.already.push((row, Some(unit))),
                Some(old) => {
                    return Err(Refusal::Conflict { row, old: Box::new(old.clone()), new: Box::new(entry) });
                }
            }
        }
    }
    Ok(decision)
}

/// The units that the request means for a row, in the order of the row's units.
fn units(snapshot: &Snapshot<'_>, row: RowIx, by: &[BodyIx]) -> Result<Vec<BodyIx>, Refusal> {
    let plan = snapshot.plan;
    if plan.node(row).kind == RowKind::Heading {
        return Err(Refusal::Heading { row, rows: items_below(plan, row) });
    }
    let all = snapshot.units(row);
    if by.is_empty() {
        return match all {
            [unit] => Ok(vec![*unit]),
            _ => Err(Refusal::WhichUnit { row, units: all.to_vec() }),
        };
    }
    let mut meant = Vec::new();
    for body in by {
        let own = responsible(snapshot, row, *body)?;
        let is_named = plan.body(*body).is_unit();
        meant.extend(own.into_iter().filter(|unit| is_named || !has_delivered(snapshot, row, *unit)));
    }
    Ok(all.iter().copied().filter(|unit| meant.contains(unit)).collect())
}

fn has_delivered(snapshot: &Snapshot<'_>, row: RowIx, unit: BodyIx) -> bool {
    let mut own = snapshot.obligations(row).iter().filter(|obligation| obligation.units().contains(&unit));
    own.any(|obligation| obligation.status.is_delivered())
}

/// Before which present entry of a row new ones of these units go: entries stand in the order of the row's
/// units, those of one unit in the order in which they were made.
fn places_of_entries(snapshot: &Snapshot<'_>, row: RowIx, units: &[BodyIx]) -> Vec<usize> {
    let all = snapshot.units(row).iter().enumerate();
    let order: HashMap<BodyIx, usize> = all.map(|(place, unit)| (*unit, place)).collect();
    let entries = snapshot.plan.row(row).submitted.iter();
    let entries: Vec<Option<&usize>> = entries.map(|entry| order.get(&entry.by)).collect();
    let place = |unit| entries.iter().position(|entry| *entry > order.get(unit)).unwrap_or(entries.len());
    units.iter().map(place).collect()
}

/// The entry of the same unit on the same row that is live on a day when the new one is.
fn clash<'p>(plan: &'p Plan, row: RowIx, new: &Entry) -> Option<&'p Entry> {
    let Entry { by, on, returned: _, reference: _, note: _, reason: _ } = new;
    let is_live_later = |old: &&Entry| old.returned.is_none_or(|returned| returned > *on && returned > old.on);
    plan.row(row).submitted.iter().filter(|old| old.by == *by).find(is_live_later)
}

/// The items below a heading, in file order.
fn items_below(plan: &Plan, row: RowIx) -> Vec<RowIx> {
    let mut items: Vec<RowIx> = plan.below(row).filter(|below| plan.node(*below).kind == RowKind::Item).collect();
    items.sort_unstable();
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{body, day, ids, plan, row};

    const ITEM: &str = "id = '1', lead = ['a', 'abc'], due = { by = 2020-03-10 }, submitted = [
        { by = 'a', on = 2020-03-05, ref = '1/BC' }, { by = 'c', on = 2020-03-06, returned = 2020-03-08 }]";

    /// What `submit 1 --by … --on …` at 30 June comes to: the units recorded with their places, what was
    /// recorded before, or the refusal.
    fn asked(rows: &[&str], by: &[&str], on: &str) -> Result<String, Refusal> {
        let plan = plan(rows);
        let request = SubmitRequest {
            rows: vec![row(&plan, "1")],
            by: by.iter().map(|id| body(&plan, id)).collect(),
            on: day(on),
            reference: Some("1/BC".into()),
            note: None,
        };
        let decision = submit(&Snapshot::new(&plan, day("06-30")), &request)?;
        let new = decision.changes.iter().map(|change| match change {
            Change::Submit { before, entry, .. } => format!("{} before {before}", ids(&plan, &[entry.by])),
            other => format!("{other:?}"),
        });
        let already = decision
            .already
            .iter()
            .map(|(_, unit)| format!("already {}", unit.map_or_else(|| "all".to_owned(), |unit| ids(&plan, &[unit]))));
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
        assert_eq!(asked(&[done], &["abc"], "03-09").unwrap(), "already all");
    }

    #[test]
    fn a_unit_that_is_named_and_has_a_live_entry_is_a_conflict_unless_it_is_the_same() {
        assert_eq!(asked(&[ITEM], &["a"], "03-05").unwrap(), "already a");
        let Err(Refusal::Conflict { old, new, .. }) = asked(&[ITEM], &["a"], "03-06") else { panic!("no conflict") };
        assert_eq!((old.on, new.on), (day("03-05"), day("03-06")));
    }

    #[test]
    fn an_entry_that_was_returned_is_in_the_way_of_earlier_days_alone() {
        assert_eq!(asked(&[ITEM], &["c"], "03-08").unwrap(), "c before 2", "the day of the return");
        assert!(matches!(asked(&[ITEM], &["c"], "03-07"), Err(Refusal::Conflict { .. })), "it was live then");
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
        assert!(matches!(refused, Err(Refusal::Heading { rows, .. }) if rows == [RowIx(1), RowIx(2)]));
    }
}
