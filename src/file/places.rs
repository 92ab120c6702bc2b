//! From addresses of the plan to bytes of the file.

use super::keys::Key;
use super::parsed::Parsed;
use super::tree::{KeyValue, Node};
use crate::plan::{Address, BodyKey, DirectiveKey, EntryKey, EventKey, ExtensionKey, ProgressKey, RowIx, RowKey};
use std::ops::Range;

impl Parsed {
    /// Where an address stands; a key that is absent stands at the head of its table.
    pub(crate) fn place(&self, at: Address) -> Range<usize> {
        let (table, steps) = match at {
            Address::Coordinator => (self.root.get(Key::Plan), vec![Step::Key(Key::Coordinator)]),
            Address::Title => (self.root.get(Key::Plan), vec![Step::Key(Key::Title)]),
            Address::Plan => (self.root.get(Key::Plan), Vec::new()),
            Address::Revision => (self.root.get(Key::Plan), vec![Step::Key(Key::Revision)]),
            Address::Row(row, RowKey::CellAt(number)) => return self.cell(row, number),
            Address::Row(row, key) => (self.row(row), row_steps(key)),
            Address::Entry(row, entry, key) => (self.row(row), entry_steps(entry, key)),
            Address::Extension(row, entry, key) => (self.row(row), extension_steps(entry, key)),
            Address::Directive(number, key) => (self.directive(number), directive_steps(key)),
            Address::Body(body, BodyKey::Id) => return self.body(body).map_or(0..0, |pair| pair.span.clone()),
            Address::Event(event, EventKey::Id) => return self.event(event.0).map_or(0..0, |pair| pair.span.clone()),
            Address::Event(event, key) => (self.event(event.0).map(|pair| &pair.node), event_steps(key)),
            Address::Progress(row, number, key) => (self.row(row), progress_steps(number, key)),
            Address::Body(body, key) => (self.body(body).map(|pair| &pair.node), body_steps(key)),
        };
        table.map_or(0..0, |table| follow(table, &steps))
    }

    fn event(&self, number: usize) -> Option<&KeyValue> {
        self.root.get(Key::Events)?.table()?.nth(number)
    }

    /// Where the name of a further column stands in a row.
    fn cell(&self, row: RowIx, number: usize) -> Range<usize> {
        let cells = self.row(row).and_then(|row| row.table()?.get(Key::Cells)?.table());
        cells.and_then(|cells| cells.nth(number)).map_or(0..0, |pair| pair.span.clone())
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
        RowKey::DueUntil => vec![Step::Key(Key::Due), Step::Key(Key::Until)],
        RowKey::DueAfter => after_steps(),
        RowKey::CellAt(_) => vec![Step::Key(Key::Cells)],
        RowKey::Since => vec![Step::Key(Key::Since)],
        RowKey::EndedOn => vec![Step::Key(Key::Ended), Step::Key(Key::On)],
        RowKey::ReplacedBy => vec![Step::Key(Key::Ended), Step::Key(Key::ReplacedBy)],
        RowKey::Submitted => vec![Step::Key(Key::Submitted)],
        RowKey::Extended => vec![Step::Key(Key::Extended)],
    }
}

fn entry_steps(entry: usize, key: EntryKey) -> Vec<Step> {
    let mut steps = vec![Step::Key(Key::Submitted), Step::Nth(entry)];
    match key {
        EntryKey::Whole => {}
        EntryKey::By => steps.push(Step::Key(Key::By)),
        EntryKey::Period => steps.push(Step::Key(Key::Period)),
        EntryKey::On => steps.push(Step::Key(Key::On)),
        EntryKey::Returned => steps.push(Step::Key(Key::Returned)),
    }
    steps
}

fn extension_steps(entry: usize, key: ExtensionKey) -> Vec<Step> {
    let mut steps = vec![Step::Key(Key::Extended), Step::Nth(entry)];
    match key {
        ExtensionKey::Whole => {}
        ExtensionKey::Period => steps.push(Step::Key(Key::Period)),
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
        DirectiveKey::DueUntil => vec![Step::Key(Key::Due), Step::Key(Key::Until)],
        DirectiveKey::DueAfter => after_steps(),
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
        BodyKey::Ended => vec![Step::Key(Key::Ended)],
        BodyKey::IntoAt(number) => vec![Step::Key(Key::Into), Step::Nth(number)],
    }
}

/// What a deadline counts from: its event, or else its row.
fn after_steps() -> Vec<Step> {
    vec![Step::Key(Key::Due), Step::Key(Key::Within), Step::Key(Key::After), Step::KeyOr(Key::Event, Key::Task)]
}

fn progress_steps(number: usize, key: ProgressKey) -> Vec<Step> {
    let key = match key {
        ProgressKey::By => Key::By,
        ProgressKey::On => Key::On,
    };
    vec![Step::Key(Key::Progress), Step::Nth(number), Step::Key(key)]
}

fn event_steps(key: EventKey) -> Vec<Step> {
    match key {
        EventKey::Id => Vec::new(),
        EventKey::Name => vec![Step::Key(Key::Name)],
        EventKey::On => vec![Step::Key(Key::On)],
    }
}
