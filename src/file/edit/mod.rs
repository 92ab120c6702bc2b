//! Changes as edits of the file's own bytes: what is not changed stays as it is, byte for byte.
//!
//! The document proves an edit: it stands only if the file, read again, differs in the intended change
//! and in nothing else.

mod error;
mod headers;
mod keys_out;
mod layout;
mod lines;
mod list;
mod splice;
mod tables;
mod text;

pub use error::EditError;

use super::keys::Key;
use super::parsed::Parsed;
use crate::plan::{BodyIx, Change, Draft, RowIx};
use layout::Layout;
use splice::{Splice, apply};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The text of the file with the changes made.
///
/// # Errors
/// [`EditError`] with the place, if the file is written in a way that cannot be edited safely.
pub(super) fn edited(parsed: &Parsed, draft: &Draft, changes: &[Change]) -> Result<String, EditError> {
    let splices = splices(&Layout::new(parsed), draft, changes)?;
    // The text has other bytes in place of those that are no UTF-8: they may go, but not come back.
    let is_gone = |bad: &Range<usize>| splices.iter().any(|splice| splice.takes_out(bad));
    match parsed.source.bad_utf8().iter().find(|bad| !is_gone(bad)) {
        Some(bad) => Err(EditError::Unsure(bad.clone())),
        None => Ok(apply(parsed.source.text(), splices)),
    }
}

fn splices(layout: &Layout<'_>, draft: &Draft, changes: &[Change]) -> Result<Vec<Splice>, EditError> {
    let id = |body: BodyIx| draft.bodies[body.0].id.as_str();
    let mut splices = Vec::new();
    // New entries of one list that go to one place make one splice, in the order of the changes.
    let mut new: BTreeMap<(RowIx, Key, usize), Vec<text::Pairs>> = BTreeMap::new();
    let mut gone: BTreeMap<(RowIx, Key), BTreeSet<usize>> = BTreeMap::new();
    for change in changes {
        match change {
            Change::Submit { row, before, entry } => {
                let pairs = text::entry(entry, id);
                new.entry((*row, Key::Submitted, *before)).or_default().push(pairs);
            }
            Change::Extend { row, extension } => {
                let pairs = text::extension(extension, id);
                let count = draft.rows[row.0].extended.given().map_or(0, Vec::len);
                new.entry((*row, Key::Extended, count)).or_default().push(pairs);
            }
            Change::Replace { row, entry, was: _, new } => {
                splices.extend(layout.replace(*row, Key::Submitted, *entry, &text::entry(new, id))?);
            }
            Change::Withdraw { row, entry, was: _ } => {
                gone.entry((*row, Key::Submitted)).or_default().insert(*entry);
            }
            Change::WithdrawExtension { row, number, was: _ } => {
                gone.entry((*row, Key::Extended)).or_default().insert(*number);
            }
            Change::WithdrawReturn { row, entry, was: _ } => {
                let keys = [Key::Returned, Key::Reason];
                splices.extend(layout.remove_keys(*row, Key::Submitted, *entry, &keys)?);
            }
            Change::Return { row, entry, returned, reason } => {
                let pairs = text::returned(*returned, reason.as_deref());
                splices.push(layout.add_keys(*row, Key::Submitted, *entry, &pairs)?);
            }
        }
    }
    for ((row, key), numbers) in gone {
        splices.extend(layout.remove(row, key, &numbers)?);
    }
    for ((row, key, before), entries) in new {
        splices.extend(layout.insert(row, key, before, &entries)?);
    }
    Ok(splices)
}

/// Where the entries of a row stand, whatever their form; for telling whether an error is among them.
pub(super) fn places_of_entries(parsed: &Parsed, row: RowIx) -> Vec<Range<usize>> {
    Layout::new(parsed).places_of_entries(row, Key::Submitted)
}
