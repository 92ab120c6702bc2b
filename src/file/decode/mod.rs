//! From TOML to a draft of the plan: every key by name, every value by type, every error at once.

mod bodies;
mod deadline;
mod duration;
mod fields;
mod reader;
mod tables;
#[cfg(test)]
mod tests;
mod value;

use super::damage::Damage;
use super::parsed::Parsed;
use crate::diagnostic::{Problems, Source};
use crate::plan::Draft;
use reader::Reader;
use std::ops::Range;

/// A file that was read: what cannot be read is reported, and broken in the draft.
pub(crate) struct Read {
    pub(crate) parsed: Parsed,
    pub(crate) draft: Draft,
    pub(crate) found: Problems<Range<usize>>,
}

#[cfg(test)]
thread_local! {
    /// How many files this thread has read.
    pub(crate) static FILES_READ: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Reads a file into a draft.
pub(crate) fn read(source: &Source) -> Read {
    #[cfg(test)]
    FILES_READ.set(FILES_READ.get() + 1);
    row_by_row(source).unwrap_or_else(|| decoded(Parsed::new(source.clone())))
}

/// Reads each row of a file as soon as it is parsed, so that none need be kept. None where the file is not plain,
/// something in its rows is amiss or the rest has errors: then all is parsed before any of it is read, since what is
/// reported depends on all of it.
fn row_by_row(source: &Source) -> Option<Read> {
    let damage = Damage::default();
    let mut reader = Reader::new(source, &damage);
    let mut rows = Vec::new();
    let parsed = Parsed::but_rows(source.clone(), |row| {
        rows.extend(tables::row(&mut reader, row));
        reader.found.is_empty()
    });
    let mut read = decoded(parsed?);
    // Rows without headers, in a list, are read with the rest.
    if !rows.is_empty() {
        read.draft.rows = rows;
    }
    Some(read).filter(|read| !read.found.has_errors())
}

fn decoded(parsed: Parsed) -> Read {
    let mut reader = Reader::of(&parsed);
    let is_known = reader.version_is_known(&parsed.root);
    let draft = if is_known { tables::draft(&mut reader, &parsed) } else { tables::lost_draft() };
    Read { found: reader.found, draft, parsed }
}

/// The keys that the reader asks each table of a file for, by where the table stands.
#[cfg(test)]
pub(crate) fn keys_asked(parsed: &Parsed) -> Vec<(Range<usize>, Vec<super::keys::Key>)> {
    let mut reader = Reader::of(parsed);
    tables::draft(&mut reader, parsed);
    reader.asked
}
