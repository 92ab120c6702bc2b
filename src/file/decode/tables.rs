//! Whole tables: the plan, its rules, rows, entries and directives.

use super::fields::Fields;
use super::reader::Reader;
use crate::diagnostic::Code;
use crate::file::damage::LostKeys;
use crate::file::keys::Key;
use crate::file::tree::Node;
use crate::plan::{
    AboutDraft, Before, Completion, DirectiveDraft, Draft, EndedDraft, EntryDraft, ExtensionDraft, Field, Lost,
    OfficeDraft, ProgressDraft, RowDraft, RulesDraft,
};
use crate::text::{Lang, Message, words::problem};
use std::collections::HashSet;

/// Reads the file from top to bottom.
pub(super) fn draft(reader: &mut Reader<'_>) -> Draft {
    let parsed = reader.parsed;
    reader.fields(&parsed.root, &(0..0), whole_file)
}

/// The draft of a file of which nothing is read.
pub(super) fn lost_draft() -> Draft {
    let lost = Lost { rows: vec![0], directives: true, bodies: true, body_ids: Vec::new(), events: true };
    Draft { about: broken_about(), rules: broken_rules(), lost, ..Draft::default() }
}

fn whole_file(root: &mut Fields<'_, '_>) -> Draft {
    root.required(Key::Version, |reader, key, node| reader.whole(key, node, problem::an_integer, i64::MIN..=i64::MAX));
    let about = root.required(Key::Plan, |reader, key, node| reader.table(key, node, about));
    let office = root.optional(Key::Office, |reader, key, node| reader.table(key, node, office));
    let rules = root.optional(Key::Rules, |reader, key, node| reader.table(key, node, rules));
    let rows = root.optional(Key::Task, |reader, key, node| reader.tables(key, node, row, &broken_row()));
    let directives =
        root.optional(Key::Directive, |reader, key, node| reader.tables(key, node, directive, &broken_directive()));
    let agencies = root.optional(Key::Agencies, Reader::lost_bodies);
    let groups = root.optional(Key::Groups, Reader::lost_bodies);
    let lost_bodies = [agencies, groups];
    let events = root.optional(Key::Events, Reader::events);
    let mut lost = lost(root, rows.is_broken(), directives.is_broken(), &lost_bodies);
    lost.events |= events.is_broken();
    // Free: for other tools.
    root.key_value(Key::Metadata);
    Draft {
        about: about.required().unwrap_or_else(broken_about),
        // Nothing depends on what cannot be read of it.
        office: office.required().unwrap_or_default(),
        rules: match rules {
            Field::Given(rules) => rules,
            Field::Absent => RulesDraft::default(),
            Field::Broken => broken_rules(),
        },
        lost,
        rows: rows.required().unwrap_or_default(),
        directives: directives.required().unwrap_or_default(),
        bodies: root.reader.bodies(&lost_bodies).into(),
        events: events.required().unwrap_or_default(),
    }
}

/// What stands in the file and is not among what was read; `no_rows` and `no_directives` say that none of those
/// could be.
fn lost(root: &Fields<'_, '_>, no_rows: bool, no_directives: bool, bodies: &[Field<LostKeys>]) -> Lost {
    let parsed = root.reader.parsed;
    let tables_of = |key: Key| parsed.damage.tables().filter(move |(_, table)| table.is_none_or(|table| table == key));
    let is_lost = |key: Key| root.is_misspelt(key) || tables_of(key).next().is_some();
    let rows = parsed.root.get(Key::Task).and_then(Node::list).unwrap_or_default();
    let rows_lost = if no_rows || root.is_misspelt(Key::Task) {
        (0..=rows.len()).collect()
    } else {
        tables_of(Key::Task).map(|(at, _)| rows.partition_point(|row| row.span.start < at)).collect()
    };
    let read: HashSet<&str> = parsed.bodies().filter_map(|(_, pair)| pair.name.text()).collect();
    // Of a body that is written key by key only its id is known.
    let loose = parsed.bodies().filter(|(_, pair)| pair.name.text() == Some("id"));
    let loose = loose.filter_map(|(_, pair)| parsed.text(&pair.node));
    let ids = bodies.iter().filter_map(Field::given).flat_map(LostKeys::iter).chain(loose);
    let has_others = |lost: &Field<LostKeys>| lost.is_broken() || lost.given().is_some_and(LostKeys::may_have_others);
    Lost {
        rows: rows_lost,
        directives: no_directives || is_lost(Key::Directive),
        bodies: is_lost(Key::Agencies) || is_lost(Key::Groups) || bodies.iter().any(has_others),
        body_ids: ids.filter(|id| !read.contains(id)).map(str::to_owned).collect(),
        events: is_lost(Key::Events),
    }
}

/// Where `[plan]` itself is missing or broken, nothing in it is judged.
fn broken_about() -> AboutDraft {
    AboutDraft {
        number: Field::Broken,
        issued: Field::Broken,
        coordinator: Field::Broken,
        lang: Field::Broken,
        until: Field::Broken,
        columns: Field::Broken,
        ..AboutDraft::default()
    }
}

fn broken_rules() -> RulesDraft {
    RulesDraft {
        before: Field::Broken,
        roll_forward: Field::Broken,
        holidays: Field::Broken,
        workdays: Field::Broken,
        due_soon_days: Field::Broken,
    }
}

/// In place of what is no row: its keys may be any.
fn broken_row() -> RowDraft {
    RowDraft {
        id: Field::Broken,
        number: Field::Broken,
        parent: Field::Broken,
        lead: Field::Broken,
        support: Field::Broken,
        due: Field::Broken,
        submitted: Field::Broken,
        extended: Field::Broken,
        since: Field::Broken,
        ended: Field::Broken,
        ..RowDraft::default()
    }
}

fn broken_directive() -> DirectiveDraft {
    DirectiveDraft {
        reference: Field::Broken,
        agencies: Field::Broken,
        due: Field::Broken,
        rows: Field::Broken,
        ..DirectiveDraft::default()
    }
}

fn about(table: &mut Fields<'_, '_>) -> AboutDraft {
    let max = i64::from(u32::MAX);
    AboutDraft {
        number: table.optional(Key::Number, Reader::text),
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
        until: table.optional(Key::Until, Reader::range),
        columns: table.optional(Key::Columns, Reader::named),
    }
}

fn office(table: &mut Fields<'_, '_>) -> OfficeDraft {
    OfficeDraft {
        place: table.optional(Key::Place, Reader::text),
        symbol: table.optional(Key::Symbol, Reader::text),
        signer: table.optional(Key::Signer, Reader::text),
        signer_name: table.optional(Key::SignerName, Reader::text),
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
    let broken_entry =
        EntryDraft { by: Field::Broken, on: Field::Broken, period: Field::Broken, ..EntryDraft::default() };
    let broken_extension =
        ExtensionDraft { to: Field::Broken, covers: Field::Broken, period: Field::Broken, ..ExtensionDraft::default() };
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
        cells: table.optional(Key::Cells, Reader::named),
        since: table.optional(Key::Since, Reader::date),
        ended: table.optional(Key::Ended, |reader, key, node| reader.table(key, node, ended)),
        progress: table.optional(Key::Progress, |reader, key, node| {
            reader.tables(key, node, progress, &ProgressDraft { by: Field::Broken, ..ProgressDraft::default() })
        }),
    };
    report_misplaced_completion(table);
    draft
}

fn entry(table: &mut Fields<'_, '_>) -> EntryDraft {
    EntryDraft {
        by: table.optional(Key::By, Reader::text),
        period: table.optional(Key::Period, Reader::row_period),
        on: table.required(Key::On, Reader::day_or_range),
        reference: table.optional(Key::Ref, Reader::text),
        note: table.optional(Key::Note, Reader::text),
        returned: table.optional(Key::Returned, Reader::date),
        reason: table.optional(Key::Reason, Reader::text),
    }
}

fn ended(table: &mut Fields<'_, '_>) -> EndedDraft {
    EndedDraft {
        on: table.required(Key::On, Reader::date),
        reference: table.optional(Key::Ref, Reader::text),
        replaced_by: table.optional(Key::ReplacedBy, Reader::text),
    }
}

fn progress(table: &mut Fields<'_, '_>) -> ProgressDraft {
    ProgressDraft {
        on: table.required(Key::On, Reader::date),
        by: table.optional(Key::By, Reader::text),
        text: table.required(Key::Text, Reader::text),
        text_en: table.optional(Key::TextEn, Reader::text),
    }
}

fn extension(table: &mut Fields<'_, '_>) -> ExtensionDraft {
    ExtensionDraft {
        period: table.optional(Key::Period, Reader::row_period),
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
    if let (Some(completion), None, false) = (completion, lead, table.may_be_lost(Key::Lead)) {
        let said = Message::new(|lang| problem::misplaced_completion(lang).to_owned());
        let help = Message::new(|lang| problem::misplaced_completion_help(lang).to_owned());
        table.reader.report(Code::MisplacedKey, completion.span.clone(), said, Some(help));
    }
}

fn to_u32(number: i64) -> Option<u32> {
    u32::try_from(number).ok()
}
