//! Changes as edits of the file's own bytes: what is not changed stays as it is, byte for byte.
//!
//! The document proves an edit: it stands only if the file, read again, differs in the intended change
//! and in nothing else.

mod error;
mod events;
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
    let mut edit = Edit { layout, draft, splices: Vec::new(), new: BTreeMap::new(), gone: BTreeMap::new() };
    changes.iter().try_for_each(|change| edit.take(change))?;
    edit.finish()
}

/// What changes come to in the text.
struct Edit<'a> {
    layout: &'a Layout<'a>,
    draft: &'a Draft,
    splices: Vec<Splice>,
    /// New marks: those of one list that go to one place make one splice, in the order of the changes.
    new: BTreeMap<(RowIx, Key, usize), Vec<text::Pairs>>,
    /// The numbers of marks that go, by their list.
    gone: BTreeMap<(RowIx, Key), BTreeSet<usize>>,
}

impl Edit<'_> {
    fn take(&mut self, change: &Change) -> Result<(), EditError> {
        let (layout, draft) = (self.layout, self.draft);
        let id = |body: BodyIx| draft.bodies[body.at()].id.as_str();
        match change {
            Change::Submit { row, before, entry } => {
                self.add(*row, Key::Submitted, *before, text::entry(entry, id));
            }
            Change::Extend { row, extension } => {
                let count = draft.rows[row.at()].extended.given().map_or(0, Vec::len);
                self.add(*row, Key::Extended, count, text::extension(extension, id));
            }
            Change::Note { row, note } => {
                let count = draft.rows[row.at()].progress.given().map_or(0, Vec::len);
                self.add(*row, Key::Progress, count, text::note(note, id));
            }
            Change::Replace { row, entry, was: _, new } => {
                self.splices.extend(layout.replace(*row, Key::Submitted, *entry, &text::entry(new, id))?);
            }
            Change::Withdraw { row, entry, was: _ } => self.remove(*row, Key::Submitted, *entry),
            Change::WithdrawExtension { row, number, was: _ } => self.remove(*row, Key::Extended, *number),
            Change::WithdrawNote { row, number, was: _ } => self.remove(*row, Key::Progress, *number),
            Change::WithdrawReturn { row, entry, was: _ } => {
                let keys = [Key::Returned, Key::Reason];
                self.splices.extend(layout.remove_keys(*row, Key::Submitted, *entry, &keys)?);
            }
            Change::Happen { event, on, reference } => {
                self.splices.extend(events::happen(layout, *event, *on, reference.as_deref())?);
            }
            Change::Return { row, entry, returned, reason } => {
                let pairs = text::returned(*returned, reason.as_deref());
                self.splices.push(layout.add_keys(*row, Key::Submitted, *entry, &pairs)?);
            }
        }
        Ok(())
    }

    fn add(&mut self, row: RowIx, key: Key, before: usize, pairs: text::Pairs) {
        self.new.entry((row, key, before)).or_default().push(pairs);
    }

    fn remove(&mut self, row: RowIx, key: Key, number: usize) {
        self.gone.entry((row, key)).or_default().insert(number);
    }

    fn finish(self) -> Result<Vec<Splice>, EditError> {
        let Self { layout, draft: _, mut splices, new, gone } = self;
        for ((row, key), numbers) in gone {
            splices.extend(layout.remove(row, key, &numbers)?);
        }
        for ((row, key, before), entries) in new {
            splices.extend(layout.insert(row, key, before, &entries)?);
        }
        Ok(splices)
    }
}

/// Where the entries of a row stand, whatever their form; for telling whether an error is among them.
pub(super) fn places_of_entries(parsed: &Parsed, row: RowIx) -> Vec<Range<usize>> {
    Layout::new(parsed).places_of_entries(row, Key::Submitted)
}
