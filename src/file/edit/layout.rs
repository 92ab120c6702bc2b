//! How the file is laid out around a row: which marks it has, and in which form.

use super::error::EditError;
use super::headers::{Headers, has_header, last_end};
use super::lines::{below_comments, eol, indent, line_end, new_lines};
use super::list::List;
use super::splice::Splice;
use super::tables::Tables;
use super::text::{Pairs, inline_all};
use crate::file::keys::Key;
use crate::file::parsed::Parsed;
use crate::file::tree::Node;
use crate::plan::RowIx;
use std::ops::Range;

/// The text of a file with what is known of its form.
pub(super) struct Layout<'a> {
    text: &'a str,
    parsed: &'a Parsed,
    headers: Headers<'a>,
}

/// A list of entries in one of its two forms.
enum Form<'a> {
    /// `submitted = [ … ]`
    List(List<'a>),
    /// `[[task.submitted]]`
    Tables(Tables<'a>),
}

impl<'a> Layout<'a> {
    pub(super) fn new(parsed: &'a Parsed) -> Self {
        let text = parsed.source.text();
        Self { text, parsed, headers: Headers::new(text, &parsed.root) }
    }

    /// Where the header of a row stands.
    pub(super) fn header(&self, row: RowIx) -> Range<usize> {
        self.parsed.row(row).map_or(0..0, |table| table.span.clone())
    }

    /// Puts new entries before the present one of that number.
    pub(super) fn insert(
        &self,
        row: RowIx,
        key: Key,
        before: usize,
        entries: &[Pairs],
    ) -> Result<Vec<Splice>, EditError> {
        match self.entries(row, key)? {
            None => Ok(vec![self.append_key(row, key, entries)]),
            Some(Form::List(list)) => Ok(list.insert(before, entries)),
            Some(Form::Tables(tables)) => Ok(vec![tables.insert(before, entries)]),
        }
    }

    /// Takes the entry of that number out.
    pub(super) fn remove(&self, row: RowIx, key: Key, number: usize) -> Result<Splice, EditError> {
        let removed = match self.entries(row, key)? {
            None => None,
            Some(Form::List(list)) => list.remove(number),
            Some(Form::Tables(tables)) => tables.remove(number),
        };
        removed.ok_or_else(|| EditError::Unsure(self.header(row)))
    }

    /// Adds keys to the entry of that number.
    pub(super) fn add_keys(&self, row: RowIx, key: Key, number: usize, keys: &Pairs) -> Result<Splice, EditError> {
        let added = match self.entries(row, key)? {
            None => None,
            Some(Form::List(list)) => list.add_keys(number, keys),
            Some(Form::Tables(tables)) => tables.add_keys(number, keys),
        };
        added.ok_or_else(|| EditError::Unsure(self.header(row)))
    }

    /// Where the entries of a row stand.
    pub(super) fn places_of_entries(&self, row: RowIx, key: Key) -> Vec<Range<usize>> {
        match self.entries(row, key) {
            Ok(Some(Form::List(list))) => vec![list.span()],
            Ok(Some(Form::Tables(tables))) => tables.regions(),
            Ok(None) | Err(_) => Vec::new(),
        }
    }

    fn entries(&self, row: RowIx, key: Key) -> Result<Option<Form<'_>>, EditError> {
        let header = self.header(row);
        let table = self.parsed.row(row).and_then(Node::table);
        let Some(table) = table.filter(|_| self.text[header.start..].starts_with('[')) else {
            return Err(EditError::Layout(header));
        };
        let Some(value) = table.get(key) else { return Ok(None) };
        let Some(elements) = value.list() else { return Err(EditError::Unsure(value.span.clone())) };
        if elements.first().is_some_and(|first| has_header(self.text, first)) {
            return Ok(Some(Form::Tables(Tables::new(self.text, &self.headers, elements))));
        }
        Ok(Some(Form::List(List::new(self.text, value.span.clone(), elements))))
    }

    /// Writes a new key below the last of the row's own: with the comments that hang below that, but
    /// above those that stand on the next header.
    fn append_key(&self, row: RowIx, key: Key, entries: &[Pairs]) -> Splice {
        let region = self.headers.region(self.header(row).start);
        let table = self.parsed.row(row);
        let last = table.map_or(region.start, |table| last_end(table, &region).unwrap_or(region.start));
        let at = below_comments(self.text, line_end(self.text, last), region.end);
        let id = table.and_then(|table| Some(table.table()?.get(Key::Id)?.span.start));
        let indent = indent(self.text, id.unwrap_or(region.start));
        let eol = eol(self.text, last);
        let entries = inline_all(entries, &format!("{indent}  "), &format!(",{eol}"));
        new_lines(self.text, at, &format!("{indent}{} = [{eol}{entries}{indent}]{eol}", key.name()), eol)
    }
}
