//! Agencies, groups and events: tables by id, and texts by names that the plan chooses.

use super::fields::Fields;
use super::reader::Reader;
use crate::diagnostic::Code;
use crate::file::damage::LostKeys;
use crate::file::keys::Key;
use crate::file::parsed::Parsed;
use crate::file::tree::{KeyValue, Node};
use crate::plan::{BodyDraft, EventDraft, Field};
use crate::text::{Message, quoted, words::living, words::problem};
use std::collections::HashSet;

/// A key that means something only beside another: whether that is there, so that the key may be read.
fn stands_beside(table: &mut Fields<'_, '_>, key: Key, beside: Key, is_there: bool) -> bool {
    let Some(pair) = table.key_value(key) else { return true };
    if is_there || table.may_be_lost(beside) {
        return true;
    }
    let said = Message::new(|lang| living::misplaced_beside(lang, key.name(), beside.name()));
    let help = Message::new(|lang| living::misplaced_help(lang, key.name(), beside.name()));
    table.reader.report(Code::MisplacedKey, pair.span.clone(), said, Some(help));
    false
}

fn body(table: &mut Fields<'_, '_>, id: &str, is_group: bool) -> BodyDraft {
    let mut draft = BodyDraft {
        id: id.to_owned(),
        is_group,
        name: table.required(Key::Name, Reader::text),
        name_en: table.optional(Key::NameEn, Reader::text),
        short: table.optional(Key::Short, Reader::text),
        aliases: table.optional(Key::Aliases, Reader::texts),
        ..BodyDraft::default()
    };
    if is_group {
        draft.members = table.optional(Key::Members, Reader::filled_texts);
        draft.open = table.optional(Key::Open, Reader::boolean);
        let is_open = draft.is_open() || draft.open.is_broken();
        draft.count = table.optional(Key::Count, |reader, key, node| reader.number(key, node, 1));
        if !stands_beside(table, Key::Count, Key::Open, is_open) {
            draft.count = Field::Broken;
        }
    } else {
        draft.since = table.optional(Key::Since, Reader::date);
        draft.ended = table.optional(Key::Ended, Reader::date);
        draft.into = table.optional(Key::Into, Reader::filled_texts);
        if !stands_beside(table, Key::Into, Key::Ended, !matches!(draft.ended, Field::Absent)) {
            draft.into = Field::Broken;
        }
    }
    draft
}

impl Reader<'_> {
    /// Texts by names that the plan chooses.
    pub(super) fn named(&mut self, key: Key, node: &Node) -> Option<Vec<(String, Field<String>)>> {
        let Some(table) = node.table() else { return self.wrong_type(key, node, problem::a_table) };
        let named = table.iter().map(|pair| {
            let text = self.text(key, &pair.node).map_or(Field::Broken, Field::Given);
            (pair.name.text().unwrap_or_default().to_owned(), text)
        });
        Some(named.collect())
    }

    /// Events, in file order.
    pub(super) fn events(&mut self, key: Key, node: &Node) -> Option<Vec<EventDraft>> {
        let Some(table) = node.table() else { return self.wrong_type(key, node, problem::a_table) };
        let events = table.iter().map(|pair| {
            let (id, node) = (pair.name.text().unwrap_or_default(), &pair.node);
            let read = self.table(key, node, |table| EventDraft {
                id: id.to_owned(),
                name: table.required(Key::Name, Self::text),
                name_en: table.optional(Key::NameEn, Self::text),
                on: table.optional(Key::On, Self::date),
                reference: table.optional(Key::Ref, Self::text),
            });
            read.unwrap_or_else(|| EventDraft { id: id.to_owned(), on: Field::Broken, ..EventDraft::default() })
        });
        Some(events.collect())
    }

    /// Which of the lines of `[agencies]` or `[groups]` could not be read.
    pub(super) fn lost_bodies(&mut self, key: Key, node: &Node) -> Option<LostKeys> {
        match node.table() {
            Some(table) => Some(self.keys_lost(table, &node.span)),
            None => self.wrong_type(key, node, problem::a_table),
        }
    }

    /// Agencies and groups, in file order.
    pub(super) fn bodies(&mut self, parsed: &Parsed, lost: &[Field<LostKeys>]) -> Vec<BodyDraft> {
        let lost: HashSet<&str> = lost.iter().filter_map(Field::given).flat_map(LostKeys::whole).collect();
        let is_lost = |pair: &KeyValue| pair.name.text().is_some_and(|id| lost.contains(id));
        parsed.bodies().map(|(table, pair)| self.body(parsed, table == Key::Groups, pair, is_lost(pair))).collect()
    }

    fn body(&mut self, parsed: &Parsed, is_group: bool, pair: &KeyValue, is_lost: bool) -> BodyDraft {
        let id = pair.name.text().unwrap_or_default().to_owned();
        let broken = |id| BodyDraft {
            id,
            is_group,
            name: Field::Broken,
            name_en: Field::Broken,
            short: Field::Broken,
            aliases: Field::Broken,
            members: if is_group { Field::Broken } else { Field::Absent },
            open: Field::Broken,
            since: Field::Broken,
            ended: Field::Broken,
            into: Field::Broken,
            ..BodyDraft::default()
        };
        let Some(table) = pair.node.table() else {
            self.report_no_body(parsed, is_group, &id, &pair.node);
            return broken(id);
        };
        let read = self.fields(table, &pair.node.span, |table| body(table, &id, is_group));
        // The line stands twice, and may say something else the second time.
        if is_lost { broken(id) } else { read }
    }
}

impl Reader<'_> {
    /// Reports what stands among agencies or groups and is none; a text is likely the name of one.
    fn report_no_body(&mut self, parsed: &Parsed, is_group: bool, id: &str, node: &Node) {
        let table = if is_group { Key::Groups } else { Key::Agencies };
        let Some(text) = self.written(node) else {
            self.wrong::<()>(&quoted(id), node, |lang| problem::a_table(lang).to_owned(), None);
            return;
        };
        // One body, written key by key as a row is.
        let beside = |name| parsed.root.get(table)?.table()?.iter().find(|pair| pair.name.text() == Some(name));
        let text_beside = |name| beside(name).and_then(|pair| parsed.text(&pair.node));
        let written = match id {
            "name" | "name_en" | "short" if text_beside("id").is_some() => return,
            "id" => format!("{} = {{ name = \"{}\" }}", quoted(text), quoted(text_beside("name").unwrap_or("…"))),
            _ => format!("{} = {{ name = \"{}\" }}", quoted(id), quoted(text)),
        };
        let said = Message::new(|lang| problem::body_is_table(lang, &quoted(id), table.name()));
        let help = Message::new(|lang| problem::syntax_write(lang, &written));
        self.report(Code::WrongType, node.span.clone(), said, Some(help));
    }
}
