//! Keys taken out of an entry.

use super::lines::{line_end, line_start};
use super::splice::Splice;
use crate::file::keys::Key;
use crate::file::tree::{KeyValue, Name, Table};
use std::ops::Range;

/// Takes keys out of a table in braces, with the commas that set them off: those before them, or, where they come
/// first, those behind.
pub(super) fn without_pairs(table: &Table, keys: &[Key]) -> Option<Vec<Splice>> {
    let mut kept_end: Option<usize> = None;
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for (number, pair) in table.iter().enumerate() {
        let own = pair.span.start..pair.node.span.end;
        match kept_end {
            _ if !is_one_of(pair, keys) => kept_end = Some(own.end),
            Some(end) => {
                pieces.push(end..own.end);
                kept_end = Some(own.end);
            }
            None => pieces.push(own.start..table.nth(number + 1)?.span.start),
        }
    }
    Some(pieces.into_iter().map(Splice::remove).collect())
}

/// The lines of keys in a table with a header.
pub(super) fn lines_of(text: &str, table: &Table, keys: &[Key]) -> Vec<Range<usize>> {
    let own = table.iter().filter(|pair| is_one_of(pair, keys));
    own.map(|pair| line_start(text, pair.span.start)..line_end(text, pair.node.span.end)).collect()
}

fn is_one_of(pair: &KeyValue, keys: &[Key]) -> bool {
    matches!(pair.name, Name::Key(ref key) if keys.contains(key))
}
