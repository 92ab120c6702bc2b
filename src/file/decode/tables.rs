//! Whole tables: the plan, its rules, rows, entries, directives, agencies and groups.

use super::{Reader, Table, Value};
use crate::diagnostic::Code;
use crate::file::parsed::ParsedBody;
use crate::plan::{
    AboutDraft, Before, BodyDraft, Completion, DirectiveDraft, Draft, EntryDraft, ExtensionDraft, Field, RowDraft,
    RulesDraft,
};
use crate::text::{Lang, Message, quoted, words::problem};
use toml::de::DeValue;

/// Reads the file from top to bottom.
pub(super) fn draft(reader: &mut Reader<'_>) -> Draft {
    let root = reader.open("", &reader.parsed.root, 0..0);
    let damage = &reader.parsed.damage;
    let about = match reader.required(&root, "plan", Reader::table) {
        Field::Given(table) => reader.about(&table),
        Field::Absent | Field::Broken => broken_about(),
    };
    let rules = match reader.field(&root, "rules", Reader::table) {
        Field::Given(table) => reader.rules(&table),
        Field::Absent => RulesDraft::default(),
        Field::Broken => RulesDraft { before: Field::Broken, ..RulesDraft::default() },
    };
    let broken_task = RowDraft { id: Field::Broken, ..RowDraft::default() };
    let rows = reader.each_table(&root, "task", Reader::row, &broken_task);
    let directives = reader.each_table(&root, "directive", Reader::directive, &DirectiveDraft::default());
    let tasks_broken = reader.parsed.get("task").is_some_and(|value| !value.get_ref().is_array());
    let bodies_broken = ["agencies", "groups"].iter().any(|table| reader.is_no_table(table));
    let bodies_damaged = ["agencies", "groups"]
        .iter()
        .any(|table| reader.parsed.get(table).is_some_and(|value| damage.is_near(value.span().start)));
    let bodies: Vec<BodyDraft> = reader.parsed.bodies.iter().map(|body| reader.body(body)).collect();
    Draft {
        about,
        rules,
        bodies_lost: damage.table_lost || bodies_broken || bodies_damaged,
        rows_lost: damage.table_lost || tasks_broken || rows.iter().any(|row| row.id.is_broken()),
        rows,
        directives,
        bodies,
    }
}

/// Where `[plan]` itself is missing or broken, nothing in it is judged.
fn broken_about() -> AboutDraft {
    AboutDraft { number: Field::Broken, issued: Field::Broken, ..AboutDraft::default() }
}

impl<'p> Reader<'p> {
    fn about(&mut self, table: &Table<'p>) -> AboutDraft {
        let max = i64::from(u32::MAX);
        AboutDraft {
            number: self.required(table, "number", Self::text),
            title: self.required(table, "title", Self::text),
            title_en: self.field(table, "title_en", Self::text),
            issuer: self.required(table, "issuer", Self::text),
            issued: self.required(table, "issued", Self::date),
            revision: self
                .field(table, "revision", |reader, key, value| {
                    reader.whole(key, value, |lang| problem::a_whole_number(lang, 1), 1..=max)
                })
                .and_then(to_u32),
            coordinator: self.field(table, "coordinator", Self::text),
            basis: self.field(table, "basis", Self::texts),
            lang: self.field(table, "lang", |reader, key, value| {
                reader.choice(key, value, &[("vi", Lang::Vi), ("en", Lang::En)])
            }),
        }
    }

    fn rules(&mut self, table: &Table<'p>) -> RulesDraft {
        let max = i64::from(u32::MAX);
        RulesDraft {
            before: self.field(table, "before", |reader, key, value| {
                reader.choice(key, value, &[("inclusive", Before::Inclusive), ("exclusive", Before::Exclusive)])
            }),
            roll_forward: self.field(table, "roll_forward", Self::boolean),
            holidays: self.field(table, "holidays", |reader, key, value| reader.list(key, value, Self::date)),
            workdays: self.field(table, "workdays", |reader, key, value| reader.list(key, value, Self::date)),
            due_soon_days: self
                .field(table, "due_soon_days", |reader, key, value| {
                    reader.whole(key, value, |lang| problem::a_whole_number(lang, 0), 0..=max)
                })
                .and_then(to_u32),
        }
    }

    /// The tables of a list at the top level; `[[task]]` and `task = [{…}]` are the same data.
    fn each_table<T: Clone>(
        &mut self,
        root: &Table<'p>,
        name: &'static str,
        read: fn(&mut Self, &Table<'p>) -> T,
        broken: &T,
    ) -> Vec<T> {
        let Some(value) = root.values.get(name) else { return Vec::new() };
        self.table_list(name, value, read, broken).unwrap_or_default()
    }

    /// A list of tables; in place of one that is no table, which is reported, stands a broken one.
    fn table_list<T: Clone>(
        &mut self,
        name: &'static str,
        value: &'p Value<'p>,
        read: fn(&mut Self, &Table<'p>) -> T,
        broken: &T,
    ) -> Option<Vec<T>> {
        let DeValue::Array(elements) = value.get_ref() else {
            return self.wrong_type(name, value, problem::a_table_list);
        };
        let tables = elements.iter().map(|element| self.table(name, element).map(|table| read(self, &table)));
        Some(tables.map(|table| table.unwrap_or_else(|| broken.clone())).collect())
    }

    fn row(&mut self, table: &Table<'p>) -> RowDraft {
        if let (Some(completion), None, false) =
            (table.values.get("completion"), table.values.get("lead"), table.is_damaged)
        {
            let said = Message::new(|lang| problem::misplaced_completion(lang).to_owned());
            let help = Message::new(|lang| problem::misplaced_completion_help(lang).to_owned());
            let span = table.key_span("completion").unwrap_or(completion.span());
            self.report(Code::MisplacedKey, span, said, Some(help));
        }
        let broken_entry = EntryDraft { by: Field::Broken, on: Field::Broken, ..EntryDraft::default() };
        let broken_extension = ExtensionDraft { to: Field::Broken, ..ExtensionDraft::default() };
        RowDraft {
            id: self.required(table, "id", Self::text),
            number: self.field(table, "number", Self::text),
            parent: self.field(table, "parent", Self::text),
            title: self.required(table, "title", Self::text),
            title_en: self.field(table, "title_en", Self::text),
            lead: self.field(table, "lead", Self::filled_texts),
            support: self.field(table, "support", Self::texts),
            due: self.field(table, "due", Self::deadline),
            completion: self.field(table, "completion", |reader, key, value| {
                reader.choice(key, value, &[("each", Completion::Each), ("any", Completion::Any)])
            }),
            result: self.field(table, "result", Self::text),
            note: self.field(table, "note", Self::text),
            submitted: self.field(table, "submitted", |reader, key, value| {
                reader.table_list(key, value, Self::entry, &broken_entry)
            }),
            extended: self.field(table, "extended", |reader, key, value| {
                reader.table_list(key, value, Self::extension, &broken_extension)
            }),
        }
    }

    fn entry(&mut self, table: &Table<'p>) -> EntryDraft {
        EntryDraft {
            by: self.field(table, "by", Self::text),
            on: self.required(table, "on", Self::date),
            reference: self.field(table, "ref", Self::text),
            note: self.field(table, "note", Self::text),
            returned: self.field(table, "returned", Self::date),
            reason: self.field(table, "reason", Self::text),
        }
    }

    fn extension(&mut self, table: &Table<'p>) -> ExtensionDraft {
        ExtensionDraft {
            to: self.required(table, "to", Self::date),
            granted: self.required(table, "granted", Self::date),
            reference: self.field(table, "ref", Self::text),
            covers: self.field(table, "for", Self::filled_texts),
        }
    }

    fn directive(&mut self, table: &Table<'p>) -> DirectiveDraft {
        DirectiveDraft {
            reference: self.required(table, "ref", Self::text),
            agencies: self.required(table, "agencies", Self::filled_texts),
            text: self.required(table, "text", Self::text),
            text_en: self.field(table, "text_en", Self::text),
            due: self.field(table, "due", Self::deadline),
            rows: self.field(table, "tasks", Self::texts),
        }
    }

    fn is_no_table(&mut self, name: &'static str) -> bool {
        let value = self.parsed.get(name);
        value.is_some_and(|value| self.table_of_bodies(name, value).is_none())
    }

    fn table_of_bodies(&mut self, name: &'static str, value: &Value<'_>) -> Option<()> {
        if value.get_ref().is_table() { Some(()) } else { self.wrong_type(name, value, problem::a_table) }
    }

    fn body(&mut self, body: &'p ParsedBody<'p>) -> BodyDraft {
        let is_group = body.table == "groups";
        let id = body.id.clone();
        let name = if is_group { "group" } else { "agency" };
        let DeValue::Table(values) = body.value.get_ref() else {
            self.wrong_type::<()>(&quoted(&id), &body.value, problem::a_table);
            return BodyDraft { id, is_group, name: Field::Broken, ..BodyDraft::default() };
        };
        // A table made of dotted keys, `x.name = "…"`, has no place of its own: its key has.
        let span = if body.value.span().is_empty() { body.id_span.clone() } else { body.value.span() };
        let table = self.open(name, values, span);
        BodyDraft {
            id,
            is_group,
            name: self.required(&table, "name", Self::text),
            name_en: self.field(&table, "name_en", Self::text),
            short: self.field(&table, "short", Self::text),
            aliases: self.field(&table, "aliases", Self::texts),
            members: if is_group { self.field(&table, "members", Self::filled_texts) } else { Field::Absent },
        }
    }
}

fn to_u32(number: i64) -> Option<u32> {
    u32::try_from(number).ok()
}
