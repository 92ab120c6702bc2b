//! Whole tables: the plan, its rules, rows, entries, directives, agencies and groups.

use super::fields::Fields;
use super::reader::Reader;
use crate::diagnostic::Code;
use crate::file::keys::Key;
use crate::file::tree::{KeyValue, Node};
use crate::plan::{
    AboutDraft, Before, BodyDraft, Completion, DirectiveDraft, Draft, EntryDraft, ExtensionDraft, Field, RowDraft,
    RulesDraft,
};
use crate::text::{Lang, Message, quoted, words::problem};

/// Reads the file from top to bottom.
pub(super) fn draft(reader: &mut Reader<'_>) -> Draft {
    let parsed = reader.parsed;
    reader.fields(&parsed.root, &(0..0), whole_file)
}

fn whole_file(root: &mut Fields<'_, '_>) -> Draft {
    root.required(Key::Version, |reader, key, node| reader.whole(key, node, problem::an_integer, i64::MIN..=i64::MAX));
    let about = root.required(Key::Plan, |reader, key, node| reader.table(key, node, about));
    let rules = root.optional(Key::Rules, |reader, key, node| reader.table(key, node, rules));
    let broken_row = RowDraft { id: Field::Broken, ..RowDraft::default() };
    let rows = root.optional(Key::Task, |reader, key, node| reader.tables(key, node, row, &broken_row));
    let directives = root
        .optional(Key::Directive, |reader, key, node| reader.tables(key, node, directive, &DirectiveDraft::default()));
    let bodies_lost = [Key::Agencies, Key::Groups].map(|key| root.optional(key, Reader::all_bodies).is_broken());
    // Free: for other tools.
    root.key_value(Key::Metadata);
    let table_lost = root.reader.parsed.damage.table_lost;
    let rows_lost = table_lost || rows.is_broken();
    let rows = rows.required().unwrap_or_default();
    Draft {
        about: about.required().unwrap_or_else(broken_about),
        rules: match rules {
            Field::Given(rules) => rules,
            Field::Absent => RulesDraft::default(),
            Field::Broken => RulesDraft { before: Field::Broken, ..RulesDraft::default() },
        },
        bodies_lost: table_lost || bodies_lost.contains(&true),
        rows_lost: rows_lost || rows.iter().any(|row| row.id.is_broken()),
        rows,
        directives: directives.required().unwrap_or_default(),
        bodies: root.reader.bodies(),
    }
}

/// Where `[plan]` itself is missing or broken, nothing in it is judged.
fn broken_about() -> AboutDraft {
    AboutDraft { number: Field::Broken, issued: Field::Broken, ..AboutDraft::default() }
}

fn about(table: &mut Fields<'_, '_>) -> AboutDraft {
    let max = i64::from(u32::MAX);
    AboutDraft {
        number: table.required(Key::Number, Reader::text),
        title: table.required(Key::Title, Reader::text),
        title_en: table.optional(Key::TitleEn, Reader::text),
        issuer: table.required(Key::Issuer, Reader::text),
        issued: table.required(Key::Issued, Reader::date),
        revision: table
            .optional(Key::Revision, |reader, key, node| {
                reader.whole(key, node, |lang| problem::a_whole_number(lang, 1), 1..=max)
            })
            .and_then(to_u32),
        coordinator: table.optional(Key::Coordinator, Reader::text),
        basis: table.optional(Key::Basis, Reader::texts),
        lang: table
            .optional(Key::Lang, |reader, key, node| reader.choice(key, node, &[("vi", Lang::Vi), ("en", Lang::En)])),
    }
}

fn rules(table: &mut Fields<'_, '_>) -> RulesDraft {
    let max = i64::from(u32::MAX);
    RulesDraft {
        before: table.optional(Key::Before, |reader, key, node| {
            reader.choice(key, node, &[("inclusive", Before::Inclusive), ("exclusive", Before::Exclusive)])
        }),
        roll_forward: table.optional(Key::RollForward, Reader::boolean),
        holidays: table.optional(Key::Holidays, |reader, key, node| reader.list(key, node, Reader::date)),
        workdays: table.optional(Key::Workdays, |reader, key, node| reader.list(key, node, Reader::date)),
        due_soon_days: table
            .optional(Key::DueSoonDays, |reader, key, node| {
                reader.whole(key, node, |lang| problem::a_whole_number(lang, 0), 0..=max)
            })
            .and_then(to_u32),
    }
}

fn row(table: &mut Fields<'_, '_>) -> RowDraft {
    let broken_entry = EntryDraft { by: Field::Broken, on: Field::Broken, ..EntryDraft::default() };
    let broken_extension = ExtensionDraft { to: Field::Broken, ..ExtensionDraft::default() };
    let draft = RowDraft {
        id: table.required(Key::Id, Reader::text),
        number: table.optional(Key::Number, Reader::text),
        parent: table.optional(Key::Parent, Reader::text),
        title: table.required(Key::Title, Reader::text),
        title_en: table.optional(Key::TitleEn, Reader::text),
        lead: table.optional(Key::Lead, Reader::filled_texts),
        support: table.optional(Key::Support, Reader::texts),
        due: table.optional(Key::Due, Reader::deadline),
        completion: table.optional(Key::Completion, |reader, key, node| {
            reader.choice(key, node, &[("each", Completion::Each), ("any", Completion::Any)])
        }),
        result: table.optional(Key::Result, Reader::text),
        note: table.optional(Key::Note, Reader::text),
        submitted: table.optional(Key::Submitted, |reader, key, node| reader.tables(key, node, entry, &broken_entry)),
        extended: table
            .optional(Key::Extended, |reader, key, node| reader.tables(key, node, extension, &broken_extension)),
    };
    report_misplaced_completion(table);
    draft
}

fn entry(table: &mut Fields<'_, '_>) -> EntryDraft {
    EntryDraft {
        by: table.optional(Key::By, Reader::text),
        on: table.required(Key::On, Reader::date),
        reference: table.optional(Key::Ref, Reader::text),
        note: table.optional(Key::Note, Reader::text),
        returned: table.optional(Key::Returned, Reader::date),
        reason: table.optional(Key::Reason, Reader::text),
    }
}

fn extension(table: &mut Fields<'_, '_>) -> ExtensionDraft {
    ExtensionDraft {
        to: table.required(Key::To, Reader::date),
        granted: table.required(Key::Granted, Reader::date),
        reference: table.optional(Key::Ref, Reader::text),
        covers: table.optional(Key::For, Reader::filled_texts),
    }
}

fn directive(table: &mut Fields<'_, '_>) -> DirectiveDraft {
    DirectiveDraft {
        reference: table.required(Key::Ref, Reader::text),
        agencies: table.required(Key::Agencies, Reader::filled_texts),
        text: table.required(Key::Text, Reader::text),
        text_en: table.optional(Key::TextEn, Reader::text),
        due: table.optional(Key::Due, Reader::deadline),
        rows: table.optional(Key::Tasks, Reader::texts),
    }
}

/// `completion` says how the units of the lead beside it deliver.
fn report_misplaced_completion(table: &mut Fields<'_, '_>) {
    let (completion, lead) = (table.key_value(Key::Completion), table.key_value(Key::Lead));
    if let (Some(completion), None, false) = (completion, lead, table.is_damaged) {
        let said = Message::new(|lang| problem::misplaced_completion(lang).to_owned());
        let help = Message::new(|lang| problem::misplaced_completion_help(lang).to_owned());
        table.reader.report(Code::MisplacedKey, completion.span.clone(), said, Some(help));
    }
}

impl<'p> Reader<'p> {
    /// `[agencies]` or `[groups]`: whether all that stand in it can be known.
    fn all_bodies(&mut self, key: Key, node: &'p Node) -> Option<()> {
        let Some(table) = node.table() else { return self.wrong_type(key, node, problem::a_table) };
        let is_damaged = self.parsed.damage.is_near(node.span.start) || table.has_unreadable_key();
        (!is_damaged).then_some(())
    }

    /// Agencies and groups, in file order.
    fn bodies(&mut self) -> Vec<BodyDraft> {
        self.parsed.bodies().map(|(table, pair)| self.body(table == Key::Groups, pair)).collect()
    }

    fn body(&mut self, is_group: bool, pair: &'p KeyValue) -> BodyDraft {
        let id = pair.name.text().unwrap_or_default().to_owned();
        let Some(table) = pair.node.table() else {
            self.wrong::<()>(&quoted(&id), &pair.node, |lang| problem::a_table(lang).to_owned(), None);
            return BodyDraft { id, is_group, name: Field::Broken, ..BodyDraft::default() };
        };
        self.fields(table, &pair.node.span, |table| BodyDraft {
            id: id.clone(),
            is_group,
            name: table.required(Key::Name, Self::text),
            name_en: table.optional(Key::NameEn, Self::text),
            short: table.optional(Key::Short, Self::text),
            aliases: table.optional(Key::Aliases, Self::texts),
            members: if is_group { table.optional(Key::Members, Self::filled_texts) } else { Field::Absent },
        })
    }
}

fn to_u32(number: i64) -> Option<u32> {
    u32::try_from(number).ok()
}
