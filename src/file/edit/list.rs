//! Entries in the form `submitted = [ … ]`, on one line or on many.

use super::headers::last_end;
use super::lines::{eol, indent, line_end, line_start};
use super::splice::Splice;
use super::text::{Pairs, inline_all};
use crate::file::tree::Node;
use std::ops::Range;

/// A list of inline tables.
pub(super) struct List<'a> {
    text: &'a str,
    /// From `[` to behind `]`.
    span: Range<usize>,
    elements: &'a [Node],
}

impl<'a> List<'a> {
    pub(super) fn new(text: &'a str, span: Range<usize>, elements: &'a [Node]) -> Self {
        Self { text, span, elements }
    }

    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// New entries before the one of that number: on lines of their own, unless the list stands on
    /// one line at that place.
    pub(super) fn insert(&self, before: usize, entries: &[Pairs]) -> Vec<Splice> {
        match before.checked_sub(1).and_then(|previous| self.elements.get(previous)) {
            Some(previous) => self.insert_after(previous.span.clone(), entries),
            None => match self.elements.first() {
                Some(first) => vec![self.insert_first(first.span.start, entries)],
                None => vec![self.fill(entries)],
            },
        }
    }

    fn insert_after(&self, previous: Range<usize>, entries: &[Pairs]) -> Vec<Splice> {
        let (comma, rest) = self.after(previous.end);
        if !self.ends_line(rest) {
            return vec![Splice::insert(previous.end, inline_all(entries, ", ", ""))];
        }
        let mut splices = Vec::new();
        if comma.is_none() {
            splices.push(Splice::insert(previous.end, ","));
        }
        let at = line_end(self.text, rest);
        splices.push(self.whole_lines(at, previous.start, entries));
        splices
    }

    fn insert_first(&self, first: usize, entries: &[Pairs]) -> Splice {
        if self.text[self.span.start..first].contains('\n') {
            return self.whole_lines(line_end(self.text, self.span.start), first, entries);
        }
        Splice::insert(first, inline_all(entries, "", ", "))
    }

    /// Entries on lines of their own, in the manner of the one at `like`.
    fn whole_lines(&self, at: usize, like: usize, entries: &[Pairs]) -> Splice {
        let (indent, eol) = (indent(self.text, like), eol(self.text, like));
        Splice::insert(at, inline_all(entries, indent, &format!(",{eol}")))
    }

    /// The first entries of an empty list; a comment that stands in it stays above them.
    fn fill(&self, entries: &[Pairs]) -> Splice {
        let within = self.span.start + 1..self.span.end - 1;
        // Line ends within the brackets do not count: they go when the list is emptied.
        let outside = if self.text[self.span.end..].contains('\n') { self.span.end } else { self.span.start };
        let text = if outside == self.span.end { self.text } else { &self.text[..outside] };
        let (indent, eol) = (indent(self.text, self.span.start), eol(text, outside));
        let entries = inline_all(entries, &format!("{indent}  "), &format!(",{eol}"));
        if self.text[within.clone()].trim().is_empty() {
            return Splice::replace(within, format!("{eol}{entries}{indent}"));
        }
        Splice::insert(line_start(self.text, within.end), entries)
    }

    /// Takes an entry out: with its line, if it stands alone on it.
    pub(super) fn remove(&self, number: usize) -> Option<Splice> {
        let own = self.elements.get(number)?.span.clone();
        let (comma, rest) = self.after(own.end);
        let end = comma.map_or(own.end, |comma| comma + 1);
        let within = self.span.start + 1..self.span.end - 1;
        let gone = |range| Some(Splice::remove(range));
        let is_sole = self.elements.len() == 1;
        let around = [within.start..own.start, end..within.end];
        if is_sole && around.into_iter().all(|around| self.text[around].trim().is_empty()) {
            return gone(within);
        }
        let line = line_start(self.text, own.start);
        if self.text[line..own.start].trim().is_empty() && line >= within.start && self.ends_line(rest) {
            return gone(line..line_end(self.text, rest));
        }
        // On a line with others the white space goes that was put in with an entry: that before it, or
        // behind the first.
        let neighbour = |number: usize| self.elements.get(number).map(|element| element.span.clone());
        let is_near = |range: Range<usize>| !self.text[range].contains('\n');
        let previous = number.checked_sub(1).and_then(neighbour).filter(|previous| is_near(previous.end..own.start));
        let next = neighbour(number + 1).filter(|next| is_near(own.end..next.start));
        match (previous, next) {
            (Some(previous), _) => gone(previous.end..own.end),
            (None, Some(next)) => gone(own.start..next.start),
            (None, None) => gone(own.start..end),
        }
    }

    /// Adds keys behind the last of an entry.
    pub(super) fn add_keys(&self, number: usize, keys: &Pairs) -> Option<Splice> {
        let element = self.elements.get(number)?;
        let last = last_end(element, &element.span)?;
        Some(Splice::insert(last, format!(", {}", keys.joined(", "))))
    }

    /// The comma behind an entry, if it has one on its line, and where what follows begins.
    fn after(&self, end: usize) -> (Option<usize>, usize) {
        let skip = |at: usize| at + self.text[at..].len() - self.text[at..].trim_start_matches([' ', '\t']).len();
        let at = skip(end);
        if self.text[at..].starts_with(',') { (Some(at), skip(at + 1)) } else { (None, at) }
    }

    /// Whether only a comment can follow on the line.
    fn ends_line(&self, at: usize) -> bool {
        self.text[at..].starts_with(['#', '\n']) || self.text[at..].starts_with("\r\n")
    }
}
