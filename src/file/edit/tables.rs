//! Entries in the form `[[task.submitted]]`, each a table with a header of its own.

use super::headers::{Headers, last_end};
use super::lines::{above_comments, below_comments, eol, indent, line_end, line_start, new_lines};
use super::splice::Splice;
use super::text::Pairs;
use crate::file::tree::Node;
use std::ops::Range;

/// A list of tables with headers.
pub(super) struct Tables<'a> {
    text: &'a str,
    headers: &'a Headers<'a>,
    elements: &'a [Node],
}

impl<'a> Tables<'a> {
    pub(super) fn new(text: &'a str, headers: &'a Headers<'a>, elements: &'a [Node]) -> Self {
        Self { text, headers, elements }
    }

    /// Where the tables stand, each from its header to the next.
    pub(super) fn regions(&self) -> Vec<Range<usize>> {
        self.elements.iter().map(|element| self.headers.region(element.span.start)).collect()
    }

    /// New tables before the one of that number, each set off by an empty line.
    pub(super) fn insert(&self, before: usize, entries: &[Pairs]) -> Splice {
        let previous = before.checked_sub(1).and_then(|previous| self.elements.get(previous));
        let like = previous.or(self.elements.first()).map_or(0..0, |element| element.span.clone());
        let text = self.text;
        let (indent, eol) = (indent(text, like.start), eol(text, like.start));
        let header = &text[like.clone()];
        let between = format!("{eol}{indent}");
        let tables: Vec<String> =
            entries.iter().map(|entry| format!("{indent}{header}{between}{}{eol}", entry.joined(&between))).collect();
        match previous {
            Some(previous) => {
                let region = self.headers.region(previous.span.start);
                let at = below_comments(text, line_end(text, self.last(previous)), region.end);
                new_lines(text, at, &format!("{eol}{}", tables.join(eol)), eol)
            }
            None => {
                let at = above_comments(text, line_start(text, like.start));
                Splice::insert(at, format!("{}{eol}", tables.join(eol)))
            }
        }
    }

    /// Takes a table out, with the empty line that sets it off: below the first of several, else above.
    pub(super) fn remove(&self, number: usize) -> Option<Splice> {
        let text = self.text;
        let element = self.elements.get(number)?;
        let start = line_start(text, element.span.start);
        let end = line_end(text, self.last(element));
        if number == 0 && self.elements.len() > 1 {
            let below = line_end(text, end);
            let end = if text[end..below].trim().is_empty() { below } else { end };
            return Some(Splice::remove(start..end));
        }
        let above = line_start(text, start.saturating_sub(1));
        let has_gap = start > 0 && text[above..start].trim().is_empty();
        let mut range = if has_gap { above..end } else { start..end };
        if end == text.len() && !text.ends_with('\n') {
            // The text ended without a line end, and still does.
            range.start -= if text[..range.start].ends_with("\r\n") { 2 } else { usize::from(range.start > 0) };
        }
        Some(Splice::remove(range))
    }

    /// Adds keys below the last of an entry.
    pub(super) fn add_keys(&self, number: usize, keys: &Pairs) -> Option<Splice> {
        let last = self.last(self.elements.get(number)?);
        let (indent, eol) = (indent(self.text, last), eol(self.text, last));
        let between = format!("{eol}{indent}");
        let lines = format!("{indent}{}{eol}", keys.joined(&between));
        Some(new_lines(self.text, line_end(self.text, last), &lines, eol))
    }

    /// The end of the last value of a table.
    fn last(&self, element: &Node) -> usize {
        let region = self.headers.region(element.span.start);
        last_end(element, &region).unwrap_or(element.span.end)
    }
}
