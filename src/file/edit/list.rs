//! Entries in the form `submitted = [ … ]`, on one line or on many.

use super::headers::last_end;
use super::keys_out::without_pairs;
use super::lines::{comments_above, eol, indent, line_end, line_start};
use super::splice::Splice;
use super::text::{Pairs, inline_all, on_one_line};
use crate::file::keys::Key;
use crate::file::tree::Node;
use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};

/// A list of inline tables.
pub(super) struct List<'a> {
    text: &'a str,
    /// From `[` to behind `]`.
    span: Range<usize>,
    elements: &'a [Node],
    /// Whether the row itself stands in a list, as `{ … }`: then what is new stays on its line.
    is_within_line: bool,
}

/// What follows an entry.
struct Following {
    /// The comma behind it, be it on a line below.
    comma: Option<usize>,
    /// Where the rest of the line begins: behind the comma, or else behind the entry.
    rest: usize,
}

impl<'a> List<'a> {
    pub(super) fn new(text: &'a str, span: Range<usize>, elements: &'a [Node], is_within_line: bool) -> Self {
        Self { text, span, elements, is_within_line }
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
        let Following { comma, rest } = self.following(previous.end);
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

    /// The first entries of an empty list; a comment that stands in it stays below them, so that it does not seem to
    /// belong to the last.
    fn fill(&self, entries: &[Pairs]) -> Splice {
        let within = self.within();
        let is_blank = self.text[within.clone()].trim().is_empty();
        if is_blank && self.is_within_line {
            return Splice::replace(within, on_one_line(entries));
        }
        // Line ends within the brackets do not count: they go when the list is emptied.
        let outside = if self.text[self.span.end..].contains('\n') { self.span.end } else { self.span.start };
        let text = if outside == self.span.end { self.text } else { &self.text[..outside] };
        let (indent, eol) = (indent(self.text, self.span.start), eol(text, outside));
        let entries = inline_all(entries, &format!("{indent}  "), &format!(",{eol}"));
        if is_blank {
            return Splice::replace(within, format!("{eol}{entries}{indent}"));
        }
        Splice::insert(line_end(self.text, within.start), entries)
    }

    /// Takes entries out: with their lines and the comments that stand right on them, where they stand alone.
    pub(super) fn remove(&self, numbers: &BTreeSet<usize>) -> Option<Vec<Splice>> {
        if numbers.last().is_none_or(|last| *last >= self.elements.len()) {
            return None;
        }
        if numbers.len() == self.elements.len() && self.is_bare() {
            return Some(vec![Splice::remove(self.within())]);
        }
        let first_kept = (0..self.elements.len()).find(|number| !numbers.contains(number));
        let extent = |run: RangeInclusive<usize>| {
            let is_behind_others = first_kept.is_some_and(|kept| kept < *run.start());
            self.extent(run, is_behind_others)
        };
        Some(self.runs(numbers).into_iter().map(|run| Splice::remove(extent(run))).collect())
    }

    /// Whether nothing but the entries and their commas stands in the list.
    fn is_bare(&self) -> bool {
        let within = self.within();
        let starts = self.elements.iter().map(|element| element.span.start).chain([within.end]);
        let ends = std::iter::once(within.start).chain(self.elements.iter().map(|element| element.span.end));
        ends.zip(starts).all(|(from, to)| self.text[from..to].trim_matches([' ', '\t', '\r', '\n', ',']).is_empty())
    }

    /// The entries of those numbers, those together that stand on one line, one after the other.
    fn runs(&self, numbers: &BTreeSet<usize>) -> Vec<RangeInclusive<usize>> {
        let mut runs: Vec<RangeInclusive<usize>> = Vec::new();
        for number in numbers {
            match runs.last_mut() {
                Some(run) if *run.end() + 1 == *number && self.is_beside(*run.end(), *number) => {
                    *run = *run.start()..=*number;
                }
                _ => runs.push(*number..=*number),
            }
        }
        runs
    }

    /// Whether no line ends between two entries.
    fn is_beside(&self, before: usize, behind: usize) -> bool {
        !self.text[self.elements[before].span.end..self.elements[behind].span.start].contains('\n')
    }

    /// What goes with a run of entries: one comma for each, which is that behind it, unless others that stay stand
    /// before it.
    fn extent(&self, run: RangeInclusive<usize>, is_behind_others: bool) -> Range<usize> {
        let (first, last) = (*run.start(), *run.end());
        let own = self.elements[first].span.start..self.elements[last].span.end;
        let previous = first.checked_sub(1);
        let next = Some(last + 1).filter(|next| *next < self.elements.len());
        if let Some(lines) = self.whole_lines_of(&own, previous, is_behind_others) {
            return lines;
        }
        // On a line with others the white space goes that was put in with an entry: that before it, or
        // behind the first.
        let end = |number: usize| self.elements[number].span.end;
        let start = |number: usize| self.elements[number].span.start;
        match (previous.filter(|previous| self.is_beside(*previous, first)), next) {
            (Some(previous), _) => end(previous)..own.end,
            (None, Some(next)) => own.start..start(next),
            (None, None) => own.start..self.following(own.end).comma.map_or(own.end, |comma| comma + 1),
        }
    }

    /// The lines of entries that stand alone on them, with the comments right above; a comma may stand before or
    /// behind the entries, or on a line of its own below.
    fn whole_lines_of(
        &self,
        own: &Range<usize>,
        previous: Option<usize>,
        is_behind_others: bool,
    ) -> Option<Range<usize>> {
        let bound = previous.map_or(self.span.start, |previous| self.elements[previous].span.end);
        let line = line_start(self.text, own.start);
        if line <= bound {
            return None;
        }
        let rest = match self.text[line..own.start].trim() {
            "" => self.following(own.end).rest,
            // The comma before an entry goes with it, and the one behind is that of the next.
            "," if is_behind_others => self.skip_blanks(own.end),
            _ => return None,
        };
        self.ends_line(rest).then(|| comments_above(self.text, line, bound)..line_end(self.text, rest))
    }

    /// Adds keys behind the last of an entry.
    pub(super) fn add_keys(&self, number: usize, keys: &Pairs) -> Option<Splice> {
        let element = self.elements.get(number)?;
        let last = last_end(element, &element.span)?;
        Some(Splice::insert(last, format!(", {}", keys.joined(", "))))
    }

    /// Puts an entry in the place of another.
    pub(super) fn replace(&self, number: usize, entry: &Pairs) -> Option<Vec<Splice>> {
        let element = self.elements.get(number)?;
        Some(vec![Splice::replace(element.span.clone(), entry.inline())])
    }

    /// Takes keys out of an entry.
    pub(super) fn remove_keys(&self, number: usize, keys: &[Key]) -> Option<Vec<Splice>> {
        without_pairs(self.elements.get(number)?.table()?, keys)
    }

    /// What stands between the brackets.
    fn within(&self) -> Range<usize> {
        self.span.start + 1..self.span.end - 1
    }

    fn following(&self, end: usize) -> Following {
        let mut at = self.skip_blanks(end);
        let beside = at;
        while at < self.span.end {
            match self.text.as_bytes()[at] {
                b',' => return Following { comma: Some(at), rest: self.skip_blanks(at + 1) },
                b'#' => at = line_end(self.text, at),
                b' ' | b'\t' | b'\r' | b'\n' => at += 1,
                _ => break,
            }
        }
        Following { comma: None, rest: beside }
    }

    fn skip_blanks(&self, at: usize) -> usize {
        at + self.text[at..].len() - self.text[at..].trim_start_matches([' ', '\t']).len()
    }

    /// Whether only a comment can follow on the line.
    fn ends_line(&self, at: usize) -> bool {
        self.text[at..].starts_with(['#', '\n']) || self.text[at..].starts_with("\r\n")
    }
}
