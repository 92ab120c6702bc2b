//! Entries in the form `[[task.submitted]]`, each a table with a header of its own.

use super::headers::{Headers, last_end};
use super::keys_out::lines_of;
use super::lines::{below_comments, comments_above, eol, indent, line_end, line_start, new_lines, without_lines};
use super::splice::Splice;
use super::text::Pairs;
use crate::file::keys::Key;
use crate::file::tree::Node;
use std::collections::BTreeSet;
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
                let at = comments_above(text, line_start(text, like.start), 0);
                Splice::insert(at, format!("{}{eol}", tables.join(eol)))
            }
        }
    }

    /// Takes tables out, each with the comments right on its header and the empty line that sets it off: that above,
    /// or, where others stay and none of them stands before, that below.
    pub(super) fn remove(&self, numbers: &BTreeSet<usize>) -> Option<Vec<Splice>> {
        if numbers.last().is_none_or(|last| *last >= self.elements.len()) {
            return None;
        }
        let first_kept = (0..self.elements.len()).find(|number| !numbers.contains(number));
        let lines = numbers.iter().map(|number| self.extent(*number, first_kept.is_some_and(|kept| *number < kept)));
        Some(without_lines(self.text, lines.collect()))
    }

    /// The lines that go with a table.
    fn extent(&self, number: usize, with_gap_below: bool) -> Range<usize> {
        let (text, element) = (self.text, &self.elements[number]);
        let start = comments_above(text, line_start(text, element.span.start), 0);
        let end = line_end(text, self.last(element));
        if with_gap_below {
            let below = line_end(text, end);
            return start..if text[end..below].trim().is_empty() { below } else { end };
        }
        let above = line_start(text, start.saturating_sub(1));
        let has_gap = start > 0 && text[above..start].trim().is_empty();
        if has_gap { above..end } else { start..end }
    }

    /// Puts a table in the place of another; the header stays.
    pub(super) fn replace(&self, number: usize, entry: &Pairs) -> Option<Vec<Splice>> {
        let element = self.elements.get(number)?;
        let first = element.table()?.iter().map(|pair| pair.span.start).min()?;
        let (indent, eol) = (indent(self.text, first), eol(self.text, element.span.start));
        Some(vec![Splice::replace(first..self.last(element), entry.joined(&format!("{eol}{indent}")))])
    }

    /// Takes keys out of an entry, with their lines.
    pub(super) fn remove_keys(&self, number: usize, keys: &[Key]) -> Option<Vec<Splice>> {
        Some(without_lines(self.text, lines_of(self.text, self.elements.get(number)?.table()?, keys)))
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
