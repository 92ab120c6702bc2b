//! A table key by key: what is asked for is known, and all else is not.

use super::reader::Reader;
use crate::diagnostic::{Code, Problem};
use crate::file::damage::LostKeys;
use crate::file::keys::{Key, KeySet};
use crate::file::tree::{KeyValue, Name, Node, Table, Value};
use crate::plan::Field;
use crate::text::{Message, is_near, is_slip, nearest, quoted, words::problem};
use std::ops::Range;

/// A table that is being read. It notes every key that it is asked for; those are the keys that the
/// table may have, and no other place lists them.
pub(super) struct Fields<'r, 'p> {
    pub(super) reader: &'r mut Reader<'p>,
    table: &'r Table,
    /// Where the table stands; of the whole file, its start.
    pub(super) span: Range<usize>,
    /// Keys that could not be read.
    pub(super) lost: &'r LostKeys,
    /// Keys that an unknown one was most likely meant for; such a one is not absent.
    misspelt: Vec<Key>,
    /// Whether none is either.
    is_sound: bool,
    /// The keys of the table that the format has.
    stated: KeySet,
    asked: KeySet,
    /// The same in the order in which they were asked for.
    in_order: Vec<Key>,
}

impl<'p> Reader<'p> {
    /// Reads a table, and reports every key that it may not have.
    pub(super) fn fields<T>(
        &mut self,
        table: &Table,
        span: &Range<usize>,
        read: impl Fn(&mut Fields<'_, 'p>) -> T,
    ) -> T {
        let found = self.found.mark();
        let lost = self.keys_lost(table, span);
        let (value, misspelt) = self.fields_once(table, span, &lost, Vec::new(), &read);
        if misspelt.is_empty() {
            return value;
        }
        // Only now that all keys are known it is known which of those that seem to be absent are misspelt.
        self.found.back_to(found);
        self.fields_once(table, span, &lost, misspelt, &read).0
    }

    fn fields_once<T>(
        &mut self,
        table: &Table,
        span: &Range<usize>,
        lost: &LostKeys,
        misspelt: Vec<Key>,
        read: impl Fn(&mut Fields<'_, 'p>) -> T,
    ) -> (T, Vec<Key>) {
        let mut stated = KeySet::default();
        for pair in table.iter() {
            if let Name::Key(key) = pair.name {
                stated.insert(key);
            }
        }
        // Most tables are small, and there are many: each list of keys serves for several.
        let in_order = self.spare.pop().unwrap_or_default();
        let is_sound = misspelt.is_empty() && !lost.may_have_others() && lost.iter().next().is_none();
        let asked = KeySet::default();
        let span = span.clone();
        let mut fields = Fields { reader: self, table, span, lost, misspelt, is_sound, stated, asked, in_order };
        let value = read(&mut fields);
        (value, fields.close())
    }

    /// A value that is a table.
    pub(super) fn table<T>(&mut self, key: Key, node: &Node, read: impl Fn(&mut Fields<'_, 'p>) -> T) -> Option<T> {
        match node.table() {
            Some(table) => Some(self.fields(table, &node.span, read)),
            None => self.wrong_type(key, node, problem::a_table),
        }
    }

    /// A list of tables; in place of one that is no table, which is reported, stands a broken one.
    pub(super) fn tables<T: Clone>(
        &mut self,
        key: Key,
        node: &Node,
        read: impl Fn(&mut Fields<'_, 'p>) -> T,
        broken: &T,
    ) -> Option<Vec<T>> {
        let Some(elements) = node.list() else { return self.wrong_type(key, node, problem::a_table_list) };
        let tables = elements.iter().map(|element| self.table(key, element, &read));
        Some(tables.map(|table| table.unwrap_or_else(|| broken.clone())).collect())
    }
}

impl<'r, 'p> Fields<'r, 'p> {
    /// An optional key. Most are absent: a table is asked for each that it may have.
    #[inline]
    pub(super) fn optional<T>(
        &mut self,
        key: Key,
        read: impl FnOnce(&mut Reader<'p>, Key, &Node) -> Option<T>,
    ) -> Field<T> {
        match self.key_value(key) {
            Some(pair) => {
                let value = read(self.reader, key, &pair.node).filter(|_| self.is_sound || !self.lost.has(key.name()));
                value.map_or(Field::Broken, Field::Given)
            }
            None if !self.is_sound && self.may_be_lost(key) => Field::Broken,
            None => Field::Absent,
        }
    }

    /// A required key: one that is absent is reported, and broken.
    pub(super) fn required<T>(
        &mut self,
        key: Key,
        read: impl FnOnce(&mut Reader<'p>, Key, &Node) -> Option<T>,
    ) -> Field<T> {
        match self.optional(key, read) {
            Field::Absent => {
                self.reader.report_missing(key, self.span.clone());
                Field::Broken
            }
            field => field,
        }
    }

    /// Whether a key that seems to be absent may only be unreadable, or misspelt.
    pub(super) fn may_be_lost(&self, key: Key) -> bool {
        self.lost.may_have(key.name()) || self.is_misspelt(key)
    }

    /// Whether a key that may not stand here was most likely meant to be that one.
    pub(super) fn is_misspelt(&self, key: Key) -> bool {
        self.misspelt.contains(&key)
    }

    /// A key as it stands in the file.
    #[inline]
    pub(super) fn key_value(&mut self, key: Key) -> Option<&'r KeyValue> {
        if self.asked.insert(key) {
            self.in_order.push(key);
        }
        if self.stated.has(key) { self.table.key_value(key) } else { None }
    }

    /// Reports every key that was not asked for; which of those that were it was most likely meant for.
    fn close(mut self) -> Vec<Key> {
        #[cfg(test)]
        self.reader.asked.push((self.span.clone(), self.in_order.clone()));
        let asked = std::mem::take(&mut self.in_order);
        let mut misspelt = Vec::new();
        for pair in self.table.iter().filter(|pair| !matches!(pair.name, Name::Key(key) if self.asked.has(key))) {
            let Some(name) = pair.name.text() else { continue };
            let meant = Meant::by(name, &asked);
            self.reader.unknown_key(pair, name, meant.filter(|meant| meant.is_near), &asked, self.span.is_empty());
            misspelt.extend(meant);
        }
        let lost = self.lost.iter().filter(|name| !asked.iter().any(|key| key.name() == *name));
        misspelt.extend(lost.filter_map(|name| Meant::by(name, &asked)));
        self.reader.spare_again(asked);
        misspelt.into_iter().map(|meant| meant.key).collect()
    }
}

impl Reader<'_> {
    /// Reports a key of that name, unless it is already reported as unreadable.
    fn unknown_key(&mut self, pair: &KeyValue, name: &str, likely: Option<Meant>, asked: &[Key], at_top: bool) {
        let span = || pair.span.clone();
        // A deadline is seldom misspelt alone.
        let day = match pair.node.value {
            Value::Date(day) => Some(day),
            _ => None,
        };
        let known = || asked.iter().copied().map(Key::name).collect::<Vec<_>>().join(", ");
        self.found.add(Code::UnknownKey, span(), || {
            let said = Message::new(|lang| problem::unknown_key(lang, &quoted(name)));
            let help = Message::new(|lang| match likely {
                Some(Meant { key: Key::Due, .. }) if day.is_some() => {
                    problem::syntax_write(lang, &format!("due = {{ by = {} }}", day.unwrap_or_default()))
                }
                Some(likely) => problem::nearest_id(lang, likely.key.name()),
                None if at_top => problem::unknown_key_free(lang).to_owned(),
                None => problem::unknown_key_known(lang, &known()),
            });
            Problem::new(Code::UnknownKey, span(), said).with_help(help)
        });
    }
}

/// The key that an unknown one was most likely meant for.
#[derive(Clone, Copy)]
struct Meant {
    key: Key,
    /// Whether it is so like that it may be told; else one slip of the finger makes the difference.
    is_near: bool,
}

impl Meant {
    /// The key of those asked for that a name is like enough.
    fn by(name: &str, asked: &[Key]) -> Option<Self> {
        if let Some(key) = other_word(name).filter(|key| asked.contains(key)) {
            return Some(Self { key, is_near: true });
        }
        let nearest = nearest(name, asked.iter().copied().map(Key::name))?;
        let is_near = is_near(name, nearest);
        let key = Key::named(nearest).filter(|_| is_near || is_slip(name, nearest))?;
        Some(Self { key, is_near })
    }
}

/// The key for which people write another word.
fn other_word(name: &str) -> Option<Key> {
    match name.to_ascii_lowercase().as_str() {
        "deadline" | "due_date" | "due-date" | "han" | "thoi_han" | "thoi_gian" | "thoi-han" => Some(Key::Due),
        "agency" | "owner" | "responsible" | "unit" | "chu_tri" | "chu-tri" => Some(Key::Lead),
        "ho_tro" | "phoi_hop" | "phoi-hop" | "with" => Some(Key::Support),
        "ten" | "description" | "noi_dung" | "noi-dung" => Some(Key::Title),
        "date" | "ngay" | "submitted_on" => Some(Key::On),
        "agencies" | "organizations" | "co_quan" => Some(Key::Agencies),
        "tasks" | "row" | "rows" => Some(Key::Task),
        _ => None,
    }
}
