//! A table key by key: what is asked for is known, and all else is not.

use super::reader::Reader;
use crate::diagnostic::Code;
use crate::file::keys::Key;
use crate::file::tree::{KeyValue, Name, Node, Table};
use crate::plan::Field;
use crate::text::{Message, is_near, nearest, quoted, words::problem};
use std::ops::Range;

/// A table that is being read. It notes every key that it is asked for; those are the keys that the
/// table may have, and no other place lists them.
pub(super) struct Fields<'r, 'p> {
    pub(super) reader: &'r mut Reader<'p>,
    table: &'p Table,
    /// Where the table stands; of the whole file, its start.
    pub(super) span: Range<usize>,
    /// Whether a key that is absent may only have been unreadable.
    pub(super) is_damaged: bool,
    /// Keys that an unknown one was most likely meant for; such a one is not absent.
    misspelt: Vec<Key>,
    asked: Vec<Key>,
}

impl<'p> Reader<'p> {
    /// Reads a table, and reports every key that it may not have.
    pub(super) fn fields<T>(
        &mut self,
        table: &'p Table,
        span: &Range<usize>,
        read: impl Fn(&mut Fields<'_, 'p>) -> T,
    ) -> T {
        let found = self.found.len();
        let (value, misspelt) = self.fields_once(table, span, Vec::new(), &read);
        if misspelt.is_empty() {
            return value;
        }
        // Only now that all keys are known it is known which of those that seem to be absent are misspelt.
        self.found.truncate(found);
        self.fields_once(table, span, misspelt, &read).0
    }

    fn fields_once<T>(
        &mut self,
        table: &'p Table,
        span: &Range<usize>,
        misspelt: Vec<Key>,
        read: impl Fn(&mut Fields<'_, 'p>) -> T,
    ) -> (T, Vec<Key>) {
        let is_damaged = self.parsed.damage.is_near(span.start) || table.has_unreadable_key();
        let mut fields =
            Fields { reader: self, table, span: span.clone(), is_damaged, misspelt, asked: Vec::with_capacity(16) };
        let value = read(&mut fields);
        (value, fields.close())
    }

    /// A value that is a table.
    pub(super) fn table<T>(&mut self, key: Key, node: &'p Node, read: impl Fn(&mut Fields<'_, 'p>) -> T) -> Option<T> {
        match node.table() {
            Some(table) => Some(self.fields(table, &node.span, read)),
            None => self.wrong_type(key, node, problem::a_table),
        }
    }

    /// A list of tables; in place of one that is no table, which is reported, stands a broken one.
    pub(super) fn tables<T: Clone>(
        &mut self,
        key: Key,
        node: &'p Node,
        read: impl Fn(&mut Fields<'_, 'p>) -> T,
        broken: &T,
    ) -> Option<Vec<T>> {
        let Some(elements) = node.list() else { return self.wrong_type(key, node, problem::a_table_list) };
        let tables = elements.iter().map(|element| self.table(key, element, &read));
        Some(tables.map(|table| table.unwrap_or_else(|| broken.clone())).collect())
    }
}

impl<'p> Fields<'_, 'p> {
    /// An optional key.
    pub(super) fn optional<T>(
        &mut self,
        key: Key,
        read: impl FnOnce(&mut Reader<'p>, Key, &'p Node) -> Option<T>,
    ) -> Field<T> {
        match self.key_value(key) {
            Some(pair) => read(self.reader, key, &pair.node).map_or(Field::Broken, Field::Given),
            None if self.is_damaged || self.misspelt.contains(&key) => Field::Broken,
            None => Field::Absent,
        }
    }

    /// A required key: one that is absent is reported, and broken.
    pub(super) fn required<T>(
        &mut self,
        key: Key,
        read: impl FnOnce(&mut Reader<'p>, Key, &'p Node) -> Option<T>,
    ) -> Field<T> {
        match self.optional(key, read) {
            Field::Absent => {
                self.reader.report_missing(key, self.span.clone());
                Field::Broken
            }
            field => field,
        }
    }

    /// A key as it stands in the file.
    pub(super) fn key_value(&mut self, key: Key) -> Option<&'p KeyValue> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.table.key_value(key)
    }

    /// Reports every key that was not asked for; which of those that were it was most likely meant for.
    fn close(self) -> Vec<Key> {
        #[cfg(test)]
        self.reader.asked.push((self.span.clone(), self.asked.clone()));
        let is_unknown = |pair: &&KeyValue| !matches!(pair.name, Name::Key(key) if self.asked.contains(&key));
        let unknown: Vec<&KeyValue> = self.table.iter().filter(is_unknown).collect();
        unknown
            .into_iter()
            .filter_map(|pair| self.reader.unknown_key(pair, &self.asked, self.span.is_empty()))
            .collect()
    }
}

impl Reader<'_> {
    /// Reports a key, unless it is already reported as unreadable.
    fn unknown_key(&mut self, pair: &KeyValue, asked: &[Key], at_top: bool) -> Option<Key> {
        let name = pair.name.text()?;
        let likely = nearest(name, asked.iter().copied().map(Key::name)).filter(|likely| is_near(name, likely));
        let known = || asked.iter().copied().map(Key::name).collect::<Vec<_>>().join(", ");
        let said = Message::new(|lang| problem::unknown_key(lang, &quoted(name)));
        let help = Message::new(|lang| match likely {
            Some(likely) => problem::nearest_id(lang, likely),
            None if at_top => problem::unknown_key_free(lang).to_owned(),
            None => problem::unknown_key_known(lang, &known()),
        });
        self.report(Code::UnknownKey, pair.span.clone(), said, Some(help));
        likely.and_then(Key::named)
    }
}
