//! How the file is laid out around a row: which marks it has, and in which form.

use super::error::EditError;
use super::headers::{Headers, has_header, last_end};
use super::lines::{below_comments, eol, indent, line_end, new_lines};
use super::list::List;
use super::splice::Splice;
use super::tables::Tables;
use super::text::{Pairs, inline_all, on_one_line};
use crate::file::keys::Key;
use crate::file::parsed::Parsed;
use crate::file::tree::Node;
use crate::plan::{EventIx, RowIx};
use std::collections::BTreeSet;
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
        Self { text, parsed, headers: Headers::new(parsed) }
    }

    /// The text of the file.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The table of an event.
    pub(super) fn event(&self, event: EventIx) -> Option<&'a Node> {
        let events = self.parsed.root.get(Key::Events)?.table()?;
        events.nth(event.0).map(|pair| &pair.node)
    }

    /// What belongs to a table with a header that starts there.
    pub(super) fn region(&self, start: usize) -> Range<usize> {
        self.headers.region(start)
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
            None => match self.parsed.row(row).filter(|row| !has_header(self.text, row)) {
                Some(in_list) => {
                    let appended = append_pair(in_list, key, entries);
                    appended.map(|splice| vec![splice]).ok_or_else(|| EditError::Unsure(self.header(row)))
                }
                None => Ok(vec![self.append_key(row, key, entries)]),
            },
            Some(Form::List(list)) => Ok(list.insert(before, entries)),
            Some(Form::Tables(tables)) => Ok(vec![tables.insert(before, entries)]),
        }
    }

    /// Takes the entries of those numbers out.
    pub(super) fn remove(&self, row: RowIx, key: Key, numbers: &BTreeSet<usize>) -> Result<Vec<Splice>, EditError> {
        let removed = match self.entries(row, key)? {
            None => None,
            Some(Form::List(list)) => list.remove(numbers),
            Some(Form::Tables(tables)) => tables.remove(numbers),
        };
        removed.ok_or_else(|| EditError::Unsure(self.header(row)))
    }

    /// Puts an entry in the place of the one of that number.
    pub(super) fn replace(&self, row: RowIx, key: Key, number: usize, entry: &Pairs) -> Result<Vec<Splice>, EditError> {
        let replaced = match self.entries(row, key)? {
            None => None,
            Some(Form::List(list)) => list.replace(number, entry),
            Some(Form::Tables(tables)) => tables.replace(number, entry),
        };
        replaced.ok_or_else(|| EditError::Unsure(self.header(row)))
    }

    /// Takes keys out of the entry of that number.
    pub(super) fn remove_keys(
        &self,
        row: RowIx,
        key: Key,
        number: usize,
        keys: &[Key],
    ) -> Result<Vec<Splice>, EditError> {
        let removed = match self.entries(row, key)? {
            None => None,
            Some(Form::List(list)) => list.remove_keys(number, keys),
            Some(Form::Tables(tables)) => tables.remove_keys(number, keys),
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
        let unsure = |place: &Range<usize>| Err(EditError::Unsure(place.clone()));
        let Some(node) = self.parsed.row(row) else { return unsure(&(0..0)) };
        let Some(table) = node.table() else { return unsure(&node.span) };
        let Some(value) = table.get(key) else { return Ok(None) };
        let Some(elements) = value.list() else { return unsure(&value.span) };
        if elements.first().is_some_and(|first| has_header(self.text, first)) {
            return Ok(Some(Form::Tables(Tables::new(self.text, &self.headers, elements))));
        }
        let is_within_line = !has_header(self.text, node);
        Ok(Some(Form::List(List::new(self.text, value.span.clone(), elements, is_within_line))))
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

/// Writes a new key behind the last of a row that stands in a list, as `{ … }`.
fn append_pair(row: &Node, key: Key, entries: &[Pairs]) -> Option<Splice> {
    let list = format!(", {} = [{}]", key.name(), on_one_line(entries));
    Some(Splice::insert(last_end(row, &row.span)?, list))
}
