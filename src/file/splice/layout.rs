//! How the file is laid out around a row: headers, lines, indents, line ends.

use super::{EditError, Splice, list::List, tables::Tables, text::Line, text::inline_all};
use crate::file::parsed::Parsed;
use crate::plan::RowIx;
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

/// The text of a file with what is known of its form.
pub(super) struct Layout<'a> {
    pub(super) text: &'a str,
    parsed: &'a Parsed<'a>,
    /// Where the tables begin that have a header of their own, in order.
    headers: Vec<usize>,
}

/// A list of entries in one of its two forms.
enum Entries<'a> {
    /// `submitted = [ … ]`
    List(List<'a>),
    /// `[[task.submitted]]`
    Tables(Tables<'a>),
}

impl<'a> Layout<'a> {
    pub(super) fn new(text: &'a str, parsed: &'a Parsed<'a>) -> Self {
        let mut headers = Vec::new();
        for (_, value) in &parsed.root {
            collect_headers(text, value, &mut headers);
        }
        for body in &parsed.bodies {
            collect_headers(text, &body.value, &mut headers);
        }
        headers.sort_unstable();
        headers.dedup();
        Self { text, parsed, headers }
    }

    /// Where the header of a row stands.
    pub(super) fn header(&self, row: RowIx) -> Range<usize> {
        self.parsed.row(row).map_or(0..0, Spanned::span)
    }

    /// Puts new entries before the present one of that number.
    pub(super) fn insert(
        &self,
        row: RowIx,
        key: &str,
        before: usize,
        lines: &[Line],
    ) -> Result<Vec<Splice>, EditError> {
        match self.entries(row, key)? {
            None => Ok(vec![self.append_key(row, key, lines)]),
            Some(Entries::List(list)) => Ok(list.insert(before, lines)),
            Some(Entries::Tables(tables)) => Ok(vec![tables.insert(before, lines)]),
        }
    }

    /// Takes the entry of that number out.
    pub(super) fn remove(&self, row: RowIx, key: &str, number: usize) -> Result<Splice, EditError> {
        let removed = match self.entries(row, key)? {
            None => None,
            Some(Entries::List(list)) => list.remove(number),
            Some(Entries::Tables(tables)) => tables.remove(number),
        };
        removed.ok_or_else(|| EditError::Unsure(self.header(row)))
    }

    /// Adds keys to the entry of that number.
    pub(super) fn extend_entry(&self, row: RowIx, key: &str, number: usize, line: &Line) -> Result<Splice, EditError> {
        let extended = match self.entries(row, key)? {
            None => None,
            Some(Entries::List(list)) => list.extend_entry(number, line),
            Some(Entries::Tables(tables)) => tables.extend_entry(number, line),
        };
        extended.ok_or_else(|| EditError::Unsure(self.header(row)))
    }

    /// Where the entries of a row stand.
    pub(super) fn marks(&self, row: RowIx, key: &str) -> Vec<Range<usize>> {
        match self.entries(row, key) {
            Ok(Some(Entries::List(list))) => vec![list.span()],
            Ok(Some(Entries::Tables(tables))) => tables.regions(),
            Ok(None) | Err(_) => Vec::new(),
        }
    }

    fn entries(&self, row: RowIx, key: &str) -> Result<Option<Entries<'_>>, EditError> {
        let header = self.header(row);
        let table = self.parsed.row(row).and_then(|table| table.get_ref().as_table());
        let Some(table) = table.filter(|_| self.text[header.start..].starts_with('[')) else {
            return Err(EditError::Layout(header));
        };
        let Some(value) = table.get(key) else { return Ok(None) };
        let DeValue::Array(elements) = value.get_ref() else { return Err(EditError::Unsure(value.span())) };
        let elements: Vec<&Spanned<DeValue<'_>>> = elements.iter().collect();
        if elements.first().is_some_and(|first| is_header(self.text, first)) {
            return Ok(Some(Entries::Tables(Tables::new(self, elements))));
        }
        Ok(Some(Entries::List(List::new(self.text, value.span(), elements))))
    }

    /// Writes a new key below the last of the row's own: with the comments that hang below that, but
    /// above those that stand on the next header.
    fn append_key(&self, row: RowIx, key: &str, lines: &[Line]) -> Splice {
        let region = self.region(self.header(row).start);
        let table = self.parsed.row(row);
        let last = table.map_or(region.start, |table| last_end(table.get_ref(), &region).unwrap_or(region.start));
        let at = self.below_comments(self.line_end(last), region.end);
        let id = table.and_then(|table| table.get_ref().as_table()?.get("id").map(|id| id.span().start));
        let indent = indent(self.text, id.unwrap_or(region.start));
        let eol = eol(self.text, last);
        let entries = inline_all(lines, &format!("{indent}  "), &format!(",{eol}"));
        self.new_lines(at, &format!("{indent}{key} = [{eol}{entries}{indent}]{eol}"), eol)
    }

    /// Whole lines put in at the start of a line, or at the end of a text whose last line is open.
    pub(super) fn new_lines(&self, at: usize, lines: &str, eol: &str) -> Splice {
        let is_open = at == self.text.len() && !self.text.is_empty() && !self.text.ends_with('\n');
        let text =
            if is_open { format!("{eol}{}", lines.strip_suffix(eol).unwrap_or(lines)) } else { lines.to_owned() };
        Splice { range: at..at, text }
    }

    /// From a header to the line of the next.
    pub(super) fn region(&self, header: usize) -> Range<usize> {
        let next = self.headers.partition_point(|other| *other <= header);
        let end = self.headers.get(next).map_or(self.text.len(), |next| line_start(self.text, *next));
        header..end
    }

    /// The start of the line after the one of `at`, or the end of the text.
    pub(super) fn line_end(&self, at: usize) -> usize {
        line_end(self.text, at)
    }

    /// The start of the comments that stand right on the line of `at`, or else of the line itself.
    pub(super) fn above_comments(&self, at: usize) -> usize {
        let mut start = line_start(self.text, at);
        while start > 0 {
            let above = line_start(self.text, start - 1);
            if !self.text[above..start].trim_start_matches([' ', '\t']).starts_with('#') {
                break;
            }
            start = above;
        }
        start
    }

    /// Below the comments that hang under what ends before the line `start`; those that reach to the
    /// next header, which is at `end`, stand on that.
    pub(super) fn below_comments(&self, start: usize, end: usize) -> usize {
        let mut at = start;
        while at < end && self.text[at..].trim_start_matches([' ', '\t']).starts_with('#') {
            at = self.line_end(at);
        }
        if at == end && end < self.text.len() { start } else { at }
    }
}

/// The end of the last value within a region, in tables made of dotted keys too.
pub(super) fn last_end(value: &DeValue<'_>, region: &Range<usize>) -> Option<usize> {
    let DeValue::Table(table) = value else { return None };
    let ends = table.iter().filter_map(|(key, value)| {
        let span = value.span();
        // A table of dotted keys stands where its first key does; what it holds reaches further.
        let is_dotted = span == key.span() || span.is_empty();
        let end = if is_dotted { last_end(value.get_ref(), region) } else { Some(span.end) };
        end.filter(|end| region.contains(&(end.saturating_sub(1))) && region.contains(&span.start))
    });
    ends.max()
}

fn collect_headers(text: &str, value: &Spanned<DeValue<'_>>, headers: &mut Vec<usize>) {
    if is_header(text, value) {
        headers.push(value.span().start);
    }
    match value.get_ref() {
        DeValue::Table(table) => table.iter().for_each(|(_, value)| collect_headers(text, value, headers)),
        DeValue::Array(elements) => elements.iter().for_each(|value| collect_headers(text, value, headers)),
        _ => {}
    }
}

/// Whether a value is a table with a header of its own.
fn is_header(text: &str, value: &Spanned<DeValue<'_>>) -> bool {
    value.get_ref().is_table() && text[value.span().start..].starts_with('[')
}

/// The start of the line of `at`.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// The start of the line after the one of `at`, or the end of the text.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// The white space that the line of `at` begins with.
pub(super) fn indent(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..];
    let body = line.trim_start_matches([' ', '\t']);
    &line[..line.len() - body.len()]
}

/// The line end in use around `at`: that of the line itself, else of the one before.
pub(super) fn eol(text: &str, at: usize) -> &'static str {
    let end = text[at..].find('\n').map(|end| at + end).or_else(|| text[..at].rfind('\n'));
    match end {
        Some(end) if text[..end].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}
