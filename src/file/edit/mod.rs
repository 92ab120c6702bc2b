//! Changes as edits of the file's own bytes: what is not changed stays as it is, byte for byte.
//!
//! An edit stands only if the file, read again, differs in the intended change and in nothing else.

mod error;
mod headers;
mod layout;
mod lines;
mod list;
mod splice;
mod tables;
mod text;

pub use error::EditError;

use super::decode;
use super::keys::Key;
use super::parsed::Parsed;
use crate::diagnostic::Source;
use crate::plan::{Change, Draft, Entry, RowIx};
use layout::Layout;
use splice::{Splice, apply};
use std::collections::BTreeMap;
use std::ops::Range;

/// The text of the file with the changes made.
///
/// # Errors
/// [`EditError`] with the place, if the file is written in a way that cannot be edited safely.
pub fn edit(source: &Source, changes: &[Change]) -> Result<String, EditError> {
    let parsed = Parsed::new(source.clone());
    let layout = Layout::new(&parsed);
    let (draft, _) = decode::decode(&parsed);
    let splices = splices(&layout, &draft, changes)?;
    // The text has other bytes in place of those that are no UTF-8: they may go, but not come back.
    let is_gone = |bad: &Range<usize>| splices.iter().any(|splice| splice.takes_out(bad));
    if let Some(bad) = source.bad_utf8().iter().find(|bad| !is_gone(bad)) {
        return Err(EditError::Unsure(bad.clone()));
    }
    let edited = apply(source.text(), splices);
    let first = changes.first().map_or(0..0, |change| layout.header(change.row()));
    if says(&edited, &draft.with_changes(changes)) { Ok(edited) } else { Err(EditError::Unsure(first)) }
}

/// Whether a text reads as that draft, and is as good TOML.
fn says(text: &str, draft: &Draft) -> bool {
    let source = Source::new(String::new(), text.as_bytes().to_vec());
    let parsed = Parsed::new(source);
    let read = decode::decode(&parsed).0;
    parsed.syntax.is_empty() && read.without_empty_lists() == draft.clone().without_empty_lists()
}

fn splices(layout: &Layout<'_>, draft: &Draft, changes: &[Change]) -> Result<Vec<Splice>, EditError> {
    let id = |entry: &Entry| draft.bodies[entry.by.0].id.clone();
    let mut splices = Vec::new();
    // New lines of one list that go to one place make one splice, in the order of the changes.
    let mut new: BTreeMap<(RowIx, Key, usize), Vec<text::Line>> = BTreeMap::new();
    for change in changes {
        match change {
            Change::Submit { row, before, entry } => {
                let line = text::entry(&id(entry), entry);
                new.entry((*row, Key::Submitted, *before)).or_default().push(line);
            }
            Change::Extend { row, extension } => {
                let covers = extension.covers.iter().flat_map(|covers| &covers.stated);
                let line = text::extension(covers.map(|body| draft.bodies[body.0].id.as_str()), extension);
                let count = draft.rows[row.0].extended.given().map_or(0, Vec::len);
                new.entry((*row, Key::Extended, count)).or_default().push(line);
            }
            Change::Withdraw { row, entry } => splices.push(layout.remove(*row, Key::Submitted, *entry)?),
            Change::Return { row, entry, returned, reason } => {
                let line = text::returned(*returned, reason.as_deref());
                splices.push(layout.extend_entry(*row, Key::Submitted, *entry, &line)?);
            }
        }
    }
    for ((row, key, before), lines) in new {
        splices.extend(layout.insert(row, key, before, &lines)?);
    }
    Ok(splices)
}

/// Where a row's marks stand, whatever their form; for telling whether an error is among them.
pub(crate) fn marks(parsed: &Parsed, row: RowIx) -> Vec<Range<usize>> {
    Layout::new(parsed).marks(row, Key::Submitted)
}
