//! From addresses of the plan to bytes of the file.

use super::keys::Key;
use super::parsed::Parsed;
use super::tree::Node;
use crate::plan::{Address, BodyKey, DirectiveKey, EntryKey, ExtensionKey, RowKey};
use std::ops::Range;

impl Parsed {
    /// Where an address stands; a key that is absent stands at the head of its table.
    pub(crate) fn place(&self, at: Address) -> Range<usize> {
        let (table, steps) = match at {
            Address::Coordinator => (self.root.get(Key::Plan), vec![Step::Key(Key::Coordinator)]),
            Address::Title => (self.root.get(Key::Plan), vec![Step::Key(Key::Title)]),
            Address::Plan => (self.root.get(Key::Plan), Vec::new()),
            Address::Revision => (self.root.get(Key::Plan), vec![Step::Key(Key::Revision)]),
            Address::Row(row, key) => (self.row(row), row_steps(key)),
            Address::Entry(row, entry, key) => (self.row(row), entry_steps(entry, key)),
            Address::Extension(row, entry, key) => (self.row(row), extension_steps(entry, key)),
            Address::Directive(number, key) => (self.directive(number), directive_steps(key)),
            Address::Body(body, BodyKey::Id) => return self.body(body).map_or(0..0, |pair| pair.span.clone()),
            Address::Body(body, key) => (self.body(body).map(|pair| &pair.node), body_steps(key)),
        };
        table.map_or(0..0, |table| follow(table, &steps))
    }

    fn directive(&self, number: usize) -> Option<&Node> {
        self.root.get(Key::Directive)?.list()?.get(number)
    }
}

enum Step {
    Key(Key),
    /// A key, or another that is always there.
    KeyOr(Key, Key),
    Nth(usize),
}

/// Follows the steps as far as they lead.
fn follow(start: &Node, steps: &[Step]) -> Range<usize> {
    let mut node = start;
    for step in steps {
        let table = node.table();
        let next = match step {
            Step::Key(key) => table.and_then(|table| table.get(*key)),
            Step::KeyOr(key, other) => table.and_then(|table| table.get(*key).or_else(|| table.get(*other))),
            Step::Nth(number) => node.list().and_then(|list| list.get(*number)),
        };
        match next {
            Some(next) => node = next,
            None => break,
        }
    }
    node.span.clone()
}

fn row_steps(key: RowKey) -> Vec<Step> {
    match key {
        RowKey::Id => vec![Step::Key(Key::Id)],
        RowKey::Number => vec![Step::KeyOr(Key::Number, Key::Id)],
        RowKey::Title => vec![Step::Key(Key::Title)],
        RowKey::Parent => vec![Step::KeyOr(Key::Parent, Key::Id)],
        RowKey::Lead => vec![Step::Key(Key::Lead)],
        RowKey::LeadAt(number) => vec![Step::Key(Key::Lead), Step::Nth(number)],
        RowKey::Support => vec![Step::Key(Key::Support)],
        RowKey::SupportAt(number) => vec![Step::Key(Key::Support), Step::Nth(number)],
        RowKey::Due => vec![Step::Key(Key::Due)],
        RowKey::DueText => vec![Step::Key(Key::Due), Step::Key(Key::Text)],
        RowKey::DueFrom => vec![Step::Key(Key::Due), Step::Key(Key::From)],
        RowKey::Submitted => vec![Step::Key(Key::Submitted)],
        RowKey::Extended => vec![Step::Key(Key::Extended)],
    }
}

fn entry_steps(entry: usize, key: EntryKey) -> Vec<Step> {
    let mut steps = vec![Step::Key(Key::Submitted), Step::Nth(entry)];
    match key {
        EntryKey::Whole => {}
        EntryKey::By => steps.push(Step::Key(Key::By)),
        EntryKey::On => steps.push(Step::Key(Key::On)),
        EntryKey::Returned => steps.push(Step::Key(Key::Returned)),
    }
    steps
}

fn extension_steps(entry: usize, key: ExtensionKey) -> Vec<Step> {
    let mut steps = vec![Step::Key(Key::Extended), Step::Nth(entry)];
    match key {
        ExtensionKey::Whole => {}
        ExtensionKey::To => steps.push(Step::Key(Key::To)),
        ExtensionKey::Granted => steps.push(Step::Key(Key::Granted)),
        ExtensionKey::For => steps.push(Step::Key(Key::For)),
        ExtensionKey::ForAt(number) => steps.extend([Step::Key(Key::For), Step::Nth(number)]),
    }
    steps
}

fn directive_steps(key: DirectiveKey) -> Vec<Step> {
    match key {
        DirectiveKey::AgencyAt(number) => vec![Step::Key(Key::Agencies), Step::Nth(number)],
        DirectiveKey::Due => vec![Step::Key(Key::Due)],
        DirectiveKey::DueText => vec![Step::Key(Key::Due), Step::Key(Key::Text)],
        DirectiveKey::DueFrom => vec![Step::Key(Key::Due), Step::Key(Key::From)],
        DirectiveKey::RowAt(number) => vec![Step::Key(Key::Tasks), Step::Nth(number)],
    }
}

fn body_steps(key: BodyKey) -> Vec<Step> {
    match key {
        BodyKey::Id => Vec::new(),
        BodyKey::Name => vec![Step::Key(Key::Name)],
        BodyKey::Short => vec![Step::Key(Key::Short)],
        BodyKey::AliasAt(number) => vec![Step::Key(Key::Aliases), Step::Nth(number)],
        BodyKey::MemberAt(number) => vec![Step::Key(Key::Members), Step::Nth(number)],
    }
}
