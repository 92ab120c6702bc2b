//! Single replacements of bytes, and a text with all of them made.

use std::ops::Range;

/// Bytes of the file that are replaced by others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Splice {
    range: Range<usize>,
    text: String,
}

impl Splice {
    /// Puts a text in; nothing goes.
    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self { range: at..at, text: text.into() }
    }

    /// Puts a text in the place of what stands there.
    pub(super) fn replace(range: Range<usize>, text: impl Into<String>) -> Self {
        Self { range, text: text.into() }
    }

    /// Takes out what stands there.
    pub(super) fn remove(range: Range<usize>) -> Self {
        Self { range, text: String::new() }
    }

    /// Whether all that stands there goes.
    pub(super) fn takes_out(&self, range: &Range<usize>) -> bool {
        self.range.start <= range.start && range.end <= self.range.end
    }
}

/// The text with every splice made; they do not overlap.
pub(super) fn apply(text: &str, mut splices: Vec<Splice>) -> String {
    splices.sort_by_key(|splice| (splice.range.start, splice.range.end));
    let mut edited = String::with_capacity(text.len() + splices.iter().map(|splice| splice.text.len()).sum::<usize>());
    let mut kept = 0;
    for splice in splices {
        edited.push_str(text.get(kept..splice.range.start).unwrap_or_default());
        edited.push_str(&splice.text);
        kept = splice.range.end;
    }
    edited.push_str(text.get(kept..).unwrap_or_default());
    edited
}
