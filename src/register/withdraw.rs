//! `withdraw`: a mistaken entry is taken out.

use super::{Refusal, each_once};
use crate::plan::{BodyIx, Change, Plan, RowIx};
use crate::query::Snapshot;
use chrono::NaiveDate;

/// An entry as far as it is known: one with errors can be taken out too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownEntry {
    /// The unit, if the entry names one that exists, or if only one can be meant.
    pub by: Option<BodyIx>,
    /// The day of submission.
    pub on: Option<NaiveDate>,
    /// The day it was returned.
    pub returned: Option<NaiveDate>,
}

impl KnownEntry {
    fn is_live(&self, as_of: NaiveDate) -> bool {
        self.on.is_some_and(|on| on <= as_of) && self.returned.is_none_or(|returned| returned > as_of)
    }
}

/// The entries of a row.
pub fn known_entries(plan: &Plan, row: RowIx) -> Vec<KnownEntry> {
    let entries = plan.row(row).submitted.iter();
    entries.map(|entry| KnownEntry { by: Some(entry.by), on: Some(entry.on), returned: entry.returned }).collect()
}

/// Decides which entry to take out: the unit's live one, else its last.
///
/// # Errors
/// [`Refusal`] if there is no entry, or if it is not clear whose is meant.
pub fn withdraw(
    snapshot: &Snapshot<'_>,
    row: RowIx,
    marks: &[KnownEntry],
    by: Option<BodyIx>,
) -> Result<Change, Refusal> {
    let unit = whose(snapshot, row, marks, by)?;
    let own = || marks.iter().enumerate().filter(|(_, mark)| mark.by == unit);
    let live = own().rfind(|(_, mark)| mark.is_live(snapshot.as_of));
    match live.or_else(|| own().next_back()) {
        Some((entry, _)) => Ok(Change::Withdraw { row, entry }),
        None => Err(Refusal::NoEntry { row, body: by }),
    }
}

/// Whose entry is meant: that of the agency named, or of the only one that has any.
///
/// Entries that no name can mean, as they name nobody or a body that does not exist, are meant where
/// no name is given: there would be no other way to take them out.
pub(super) fn whose(
    snapshot: &Snapshot<'_>,
    row: RowIx,
    marks: &[KnownEntry],
    by: Option<BodyIx>,
) -> Result<Option<BodyIx>, Refusal> {
    let meant: Vec<Option<BodyIx>> = match by {
        // A body that is no unit of the row may stand in an entry all the same; that is one of its errors.
        Some(body) if marks.iter().any(|mark| mark.by == Some(body)) => vec![Some(body)],
        Some(body) => {
            let units = &snapshot.plan.body(body).units;
            marks.iter().map(|mark| mark.by).filter(|unit| unit.is_some_and(|unit| units.contains(&unit))).collect()
        }
        None => marks.iter().map(|mark| mark.by).collect(),
    };
    match each_once(&meant)[..] {
        [unit] => Ok(unit),
        [] => match by {
            Some(body) => Err(super::responsible(snapshot, row, body)
                .map_or_else(|refusal| refusal, |_| Refusal::NoEntry { row, body: by })),
            None => Err(Refusal::NoEntry { row, body: None }),
        },
        ref several if several.contains(&None) => Ok(None),
        _ => Err(Refusal::WhichEntry { row, units: each_once(&meant).into_iter().flatten().collect() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{body, day, plan, row};

    /// The number of the entry that `withdraw 1 --by …` takes out at a day.
    fn asked(entries: &str, by: Option<&str>, as_of: &str) -> Result<usize, Refusal> {
        let plan = plan(&[&format!("id = '1', lead = ['abc'], submitted = [{entries}]")]);
        let at = row(&plan, "1");
        let by = by.map(|id| body(&plan, id));
        match withdraw(&Snapshot::new(&plan, day(as_of)), at, &known_entries(&plan, at), by)? {
            Change::Withdraw { entry, .. } => Ok(entry),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_live_entry_goes_else_the_last() {
        let entries = "{ by = 'a', on = 2020-03-09 }, { by = 'a', on = 2020-03-01, returned = 2020-03-02 }";
        assert_eq!(asked(entries, Some("a"), "06-30").unwrap(), 0);
        assert_eq!(asked(entries, None, "06-30").unwrap(), 0, "only one unit has entries");
        assert_eq!(asked(entries, Some("a"), "03-08").unwrap(), 1, "none is live on that day");
    }

    #[test]
    fn it_must_be_clear_whose_entry_goes() {
        let two = "{ by = 'a', on = 2020-03-09 }, { by = 'b', on = 2020-03-10 }";
        assert!(matches!(asked(two, None, "06-30"), Err(Refusal::WhichEntry { units, .. }) if units.len() == 2));
        assert!(matches!(asked(two, Some("abc"), "06-30"), Err(Refusal::WhichEntry { .. })), "a group of both");
        assert_eq!(asked(two, Some("b"), "06-30").unwrap(), 1);
        assert!(matches!(asked(two, Some("c"), "06-30"), Err(Refusal::NoEntry { .. })), "it could have one");
        assert!(matches!(asked(two, Some("d"), "06-30"), Err(Refusal::NotResponsible { .. })));
        assert!(matches!(asked("", None, "06-30"), Err(Refusal::NoEntry { body: None, .. })));
    }

    #[test]
    fn entries_of_nobody_are_meant_where_no_name_is_given() {
        let plan = plan(&["id = '1', lead = ['abc']"]);
        let snapshot = Snapshot::new(&plan, day("06-30"));
        let entry = |by| KnownEntry { by, on: Some(day("03-09")), returned: None };
        let entries = [entry(Some(body(&plan, "a"))), entry(None)];
        let change = withdraw(&snapshot, row(&plan, "1"), &entries, None).unwrap();
        assert_eq!(change, Change::Withdraw { row: row(&plan, "1"), entry: 1 });
    }
}
