//! From addresses of the plan to bytes of the file.

use super::parsed::Parsed;
use crate::plan::{Address, BodyKey, DirectiveKey, EntryKey, ExtensionKey, RowIx, RowKey};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

impl Parsed<'_> {
    /// Where an address stands; a key that is absent stands at the head of its table.
    pub(crate) fn place(&self, at: Address) -> Range<usize> {
        let (table, steps) = match at {
            Address::Coordinator => (self.get("plan"), vec![Step::Key("coordinator")]),
            Address::Revision => (self.get("plan"), vec![Step::Key("revision")]),
            Address::Row(row, key) => (self.row(row), task_steps(key)),
            Address::Entry(row, entry, key) => (self.row(row), entry_steps(entry, key)),
            Address::Extension(row, entry, key) => (self.row(row), extension_steps(entry, key)),
            Address::Directive(number, key) => (self.element("directive", number), directive_steps(key)),
            Address::Body(body, BodyKey::Id) => return self.bodies[body.0].id_span.clone(),
            Address::Body(body, key) => (self.bodies.get(body.0).map(|body| &body.value), body_steps(key)),
        };
        table.map_or(0..0, |table| follow(table, &steps))
    }

    /// A row's table.
    pub(crate) fn row(&self, row: RowIx) -> Option<&Spanned<DeValue<'_>>> {
        self.element("task", row.0)
    }

    fn element(&self, list: &str, number: usize) -> Option<&Spanned<DeValue<'_>>> {
        self.get(list)?.get_ref().as_array()?.get(number)
    }
}

enum Step {
    Key(&'static str),
    /// A key, or another that is always there.
    KeyOr(&'static str, &'static str),
    Nth(usize),
}

/// Follows the steps as far as they lead.
fn follow(start: &Spanned<DeValue<'_>>, steps: &[Step]) -> Range<usize> {
    let mut value = start;
    for step in steps {
        let table = value.get_ref().as_table();
        let next = match step {
            Step::Key(key) => table.and_then(|table| table.get(*key)),
            Step::KeyOr(key, other) => table.and_then(|table| table.get(*key).or_else(|| table.get(*other))),
            Step::Nth(number) => value.get_ref().as_array().and_then(|array| array.get(*number)),
        };
        match next {
            Some(next) => value = next,
            None => break,
        }
    }
    span(value)
}

/// Where a value stands; one made of dotted keys stands at its first key.
fn span(value: &Spanned<DeValue<'_>>) -> Range<usize> {
    let first_key = |table: &DeTable<'_>| table.iter().map(|(key, _)| key.span()).min_by_key(|span| span.start);
    match value.get_ref() {
        DeValue::Table(table) if value.span().is_empty() => first_key(table).unwrap_or_else(|| value.span()),
        _ => value.span(),
    }
}

fn task_steps(key: RowKey) -> Vec<Step> {
    match key {
        RowKey::Id => vec![Step::Key("id")],
        RowKey::Number => vec![Step::KeyOr("number", "id")],
        RowKey::Title => vec![Step::Key("title")],
        RowKey::Parent => vec![Step::KeyOr("parent", "id")],
        RowKey::Lead => vec![Step::Key("lead")],
        RowKey::LeadAt(number) => vec![Step::Key("lead"), Step::Nth(number)],
        RowKey::Support => vec![Step::Key("support")],
        RowKey::SupportAt(number) => vec![Step::Key("support"), Step::Nth(number)],
        RowKey::Due => vec![Step::Key("due")],
        RowKey::DueText => vec![Step::Key("due"), Step::Key("text")],
        RowKey::DueFrom => vec![Step::Key("due"), Step::Key("from")],
        RowKey::Submitted => vec![Step::Key("submitted")],
        RowKey::Extended => vec![Step::Key("extended")],
    }
}

fn entry_steps(entry: usize, key: EntryKey) -> Vec<Step> {
    let mut steps = vec![Step::Key("submitted"), Step::Nth(entry)];
    match key {
        EntryKey::Whole => {}
        EntryKey::By => steps.push(Step::Key("by")),
        EntryKey::On => steps.push(Step::Key("on")),
        EntryKey::Returned => steps.push(Step::Key("returned")),
    }
    steps
}

fn extension_steps(entry: usize, key: ExtensionKey) -> Vec<Step> {
    let mut steps = vec![Step::Key("extended"), Step::Nth(entry)];
    match key {
        ExtensionKey::Whole => {}
        ExtensionKey::To => steps.push(Step::Key("to")),
        ExtensionKey::Granted => steps.push(Step::Key("granted")),
        ExtensionKey::For => steps.push(Step::Key("for")),
        ExtensionKey::ForAt(number) => steps.extend([Step::Key("for"), Step::Nth(number)]),
    }
    steps
}

fn directive_steps(key: DirectiveKey) -> Vec<Step> {
    match key {
        DirectiveKey::AgencyAt(number) => vec![Step::Key("agencies"), Step::Nth(number)],
        DirectiveKey::Due => vec![Step::Key("due")],
        DirectiveKey::DueText => vec![Step::Key("due"), Step::Key("text")],
        DirectiveKey::DueFrom => vec![Step::Key("due"), Step::Key("from")],
        DirectiveKey::RowAt(number) => vec![Step::Key("tasks"), Step::Nth(number)],
    }
}

fn body_steps(key: BodyKey) -> Vec<Step> {
    match key {
        BodyKey::Id => Vec::new(),
        BodyKey::Name => vec![Step::Key("name")],
        BodyKey::Short => vec![Step::Key("short")],
        BodyKey::AliasAt(number) => vec![Step::Key("aliases"), Step::Nth(number)],
        BodyKey::MemberAt(number) => vec![Step::Key("members"), Step::Nth(number)],
    }
}
