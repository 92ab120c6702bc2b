//! Deadlines: exactly one kind, of the right type, and a period that exists.

use super::fields::Fields;
use super::reader::Reader;
use crate::diagnostic::{Code, Problem};
use crate::file::keys::Key;
use crate::file::tree::{KeyValue, Node, Value};
use crate::plan::{Deadline, DeadlineKind, DueKey, Field, Period};
use crate::text::{Message, quoted, words::living, words::problem};
use std::ops::Range;

impl Reader<'_> {
    pub(super) fn deadline(&mut self, key: Key, node: &Node) -> Option<Box<Deadline>> {
        self.table(key, node, deadline)?.map(Box::new)
    }

    fn deadline_kind(&mut self, due: DueKey, node: &Node) -> Option<DeadlineKind> {
        let key = Key::from(due);
        match due {
            DueKey::Before => self.date(key, node).map(DeadlineKind::Before),
            DueKey::By => self.date(key, node).map(DeadlineKind::By),
            DueKey::On => self.date(key, node).map(|day| DeadlineKind::In(Period::Day(day))),
            DueKey::Month => self.period(key, node, "\"2020-11\"", |period| matches!(period, Period::Month(..))),
            DueKey::Quarter => self.period(key, node, "\"2020-Q4\"", |period| matches!(period, Period::Quarter(..))),
            DueKey::Year => self.year(key, node).map(DeadlineKind::In),
            DueKey::Ongoing => self.yes(key, node, DeadlineKind::Ongoing),
            DueKey::None => self.yes(key, node, DeadlineKind::None),
            DueKey::When => self.text(key, node).map(DeadlineKind::When),
            DueKey::Within => self.within(key, node).map(DeadlineKind::Within),
            DueKey::Every => self.every(key, node).map(DeadlineKind::Every),
        }
    }

    /// A kind that is said by `true` alone.
    fn yes(&mut self, key: Key, node: &Node, kind: DeadlineKind) -> Option<DeadlineKind> {
        if self.boolean(key, node)? { Some(kind) } else { self.outside_list(key, node, |_| true.to_string()) }
    }

    fn report_kinds(&mut self, span: Range<usize>, also: Option<Range<usize>>, said: Message) {
        let kinds: Vec<&str> = DueKey::ALL.iter().map(|key| key.name()).collect();
        let help = Message::new(|lang| problem::deadline_kinds_help(lang, &kinds.join(", ")));
        self.found.push(Problem::new(Code::BadDeadline, span, said).with_help(help).and_at(also));
    }

    /// A month or a quarter.
    fn period(&mut self, key: Key, node: &Node, example: &str, is_meant: fn(&Period) -> bool) -> Option<DeadlineKind> {
        let text = self.text(key, node)?;
        let period = Period::parse(&text).filter(is_meant);
        period.map(DeadlineKind::In).or_else(|| self.no_such_period(key, &text, node, example))
    }

    fn year(&mut self, key: Key, node: &Node) -> Option<Period> {
        let year = self.whole(key, node, problem::an_integer, i64::MIN..=i64::MAX)?;
        let period = i32::try_from(year).ok().and_then(Period::year);
        period.or_else(|| self.no_such_period(key, &year.to_string(), node, "2020"))
    }

    fn no_such_period<T>(&mut self, key: Key, found: &str, node: &Node, example: &str) -> Option<T> {
        let found = quoted(found);
        let said = Message::new(|lang| match key {
            Key::From => problem::no_such_start(lang, &found),
            Key::Until | Key::On => problem::no_such_range(lang, &found),
            _ => problem::no_such_period(lang, &found, key.name()),
        });
        let help = Message::new(|lang| problem::no_such_period_help(lang, example));
        self.report(Code::BadDeadline, node.span.clone(), said, Some(help));
        None
    }

    /// A date, or a span of the calendar that is longer: `"2025-11"`, `"2025-Q4"`, `"2025-H2"`, `"2025-W30"` or `2025`.
    pub(super) fn range(&mut self, key: Key, node: &Node) -> Option<Period> {
        match node.value {
            Value::Text(_) => {
                let text = self.text(key, node)?;
                // A date and a year have no quotes.
                let is_meant = |period: &Period| !matches!(period, Period::Day(_) | Period::Year(_));
                let forms = "2025-11-15, \"2025-11\", \"2025-Q4\", \"2025-H2\", \"2025-W30\", 2025";
                Period::parse(&text).filter(is_meant).or_else(|| self.no_such_period(key, &text, node, forms))
            }
            Value::Integer(_) => self.year(key, node),
            Value::Date(day) => Some(Period::Day(day)),
            _ => self.wrong_type(key, node, problem::a_start),
        }
    }
}

fn deadline(table: &mut Fields<'_, '_>) -> Option<Deadline> {
    let kind = kind(table);
    let from_as_written = table.key_value(Key::From);
    let from = table.optional(Key::From, Reader::range);
    let text = table.optional(Key::Text, Reader::text);
    let text_en = table.optional(Key::TextEn, Reader::text);
    let until = until(table);
    let mut kind = kind?;
    if let DeadlineKind::Every(every) = &mut kind {
        // Where it ends is part of what it means.
        every.until = match until {
            Field::Given(until) => Some(until),
            Field::Absent => None,
            Field::Broken => return None,
        };
    }
    if let (false, Some(from)) = (takes_from(&kind), from_as_written) {
        let beside = Deadline { kind, text: None, text_en: None, from: None }.key();
        let said = Message::new(|lang| problem::misplaced_from(lang, beside.name()));
        let help = Message::new(|lang| problem::misplaced_from_help(lang).to_owned());
        table.reader.report(Code::MisplacedKey, from.span.clone(), said, Some(help));
        return None;
    }
    // The last day is what counts: a broken wording or start leaves it as it is. Without its start a range is
    // not held against its wording.
    if from.is_broken() && matches!(kind, DeadlineKind::Every(_)) {
        return None;
    }
    let text = if from.is_broken() { None } else { text.required() };
    Some(Deadline { kind, text, text_en: text_en.required(), from: from.required() })
}

fn kind(table: &mut Fields<'_, '_>) -> Option<DeadlineKind> {
    let pairs = DueKey::ALL.iter().filter_map(|key| Some((*key, table.key_value(Key::from(*key))?)));
    let mut stated: Vec<(DueKey, &KeyValue)> = pairs.collect();
    stated.sort_by_key(|(_, pair)| pair.span.start);
    match stated[..] {
        [(key, pair)] => table.reader.deadline_kind(key, &pair.node),
        [] => {
            if !DueKey::ALL.iter().any(|key| table.may_be_lost(Key::from(*key))) {
                let said = Message::new(|lang| problem::deadline_without_kind(lang).to_owned());
                table.reader.report_kinds(table.span.clone(), None, said);
            }
            None
        }
        [(first, before), (second, pair), ..] => {
            let said = Message::new(|lang| problem::deadline_two_kinds(lang, first.name(), second.name()));
            table.reader.report_kinds(pair.span.clone(), Some(before.span.clone()), said);
            None
        }
    }
}

/// Where a recurring deadline ends; beside any other it says nothing.
fn until(table: &mut Fields<'_, '_>) -> Field<Period> {
    let (until, every) = (table.key_value(Key::Until), table.key_value(Key::Every));
    if let (Some(until), None, false) = (until, every, table.may_be_lost(Key::Every)) {
        let said = Message::new(|lang| living::misplaced_beside(lang, Key::Until.name(), Key::Every.name()));
        let help = Message::new(|lang| living::misplaced_until_help(lang).to_owned());
        table.reader.report(Code::MisplacedKey, until.span.clone(), said, Some(help));
        return Field::Broken;
    }
    table.optional(Key::Until, Reader::range)
}

/// Whether a range can have a start beside its last day: an event that has no date yet has no range.
fn takes_from(kind: &DeadlineKind) -> bool {
    match kind {
        DeadlineKind::Before(_)
        | DeadlineKind::By(_)
        | DeadlineKind::In(_)
        | DeadlineKind::Ongoing
        | DeadlineKind::Every(_) => true,
        DeadlineKind::When(_) | DeadlineKind::None | DeadlineKind::Within(_) => false,
    }
}
