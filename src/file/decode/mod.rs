//! From TOML to a draft of the plan: every key by name, every value by type, every error at once.

mod bodies;
mod deadline;
mod duration;
mod fields;
mod reader;
mod tables;
mod value;

use super::parsed::Parsed;
use crate::diagnostic::Problems;
use crate::plan::Draft;
use reader::Reader;
use std::ops::Range;

/// Reads a parsed file into a draft; what cannot be read is reported, and broken in the draft.
pub(crate) fn decode(parsed: &Parsed) -> (Draft, Problems<Range<usize>>) {
    let mut reader = Reader::of(parsed);
    let draft =
        if reader.version_is_known(&parsed.root) { tables::draft(&mut reader, parsed) } else { tables::lost_draft() };
    (draft, reader.found)
}

/// The keys that the reader asks each table of a file for, by where the table stands.
#[cfg(test)]
pub(crate) fn keys_asked(parsed: &Parsed) -> Vec<(Range<usize>, Vec<super::keys::Key>)> {
    let mut reader = Reader::of(parsed);
    tables::draft(&mut reader, parsed);
    reader.asked
}
