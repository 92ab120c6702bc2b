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
