//! Deadlines: exactly one kind, of the right type, and a period that exists.

use super::fields::Fields;
use super::reader::Reader;
use crate::diagnostic::Code;
use crate::file::keys::Key;
use crate::file::tree::{Entry, Node, Value};
use crate::plan::{Deadline, DeadlineKind, Field, Period};
use crate::text::{Message, quoted, words::problem};

/// The keys that say the last day; exactly one is stated.
pub(crate) const KINDS: [Key; 8] =
    [Key::Before, Key::By, Key::On, Key::Month, Key::Quarter, Key::Year, Key::Ongoing, Key::When];

impl<'p> Reader<'p> {
    pub(super) fn deadline(&mut self, key: Key, node: &'p Node) -> Option<Deadline> {
        self.table(key, node, deadline)?
    }

    fn deadline_value(&mut self, key: Key, node: &'p Node) -> Option<DeadlineKind> {
        match key {
            Key::Before => self.date(key, node).map(DeadlineKind::Before),
            Key::By => self.date(key, node).map(DeadlineKind::By),
            Key::On => self.date(key, node).map(|day| DeadlineKind::Within(Period::Day(day))),
            Key::Month | Key::Quarter => self.period(key, node).map(DeadlineKind::Within),
            Key::Year => self.year(key, node).map(DeadlineKind::Within),
            Key::Ongoing if self.boolean(key, node)? => Some(DeadlineKind::Ongoing),
            Key::Ongoing => self.outside_list(key, node, |_| true.to_string()),
            _ => self.text(key, node).map(DeadlineKind::When),
        }
    }

    fn report_kinds(&mut self, span: std::ops::Range<usize>, said: Message) {
        let kinds = KINDS.map(Key::name).join(", ");
        let help = Message::new(|lang| problem::deadline_kinds_help(lang, &kinds));
        self.report(Code::BadDeadline, span, said, Some(help));
    }

    /// A month `"2020-11"` or a quarter `"2020-Q4"`.
    fn period(&mut self, key: Key, node: &Node) -> Option<Period> {
        let text = self.text(key, node)?;
        let period = Period::parse(&text);
        period.filter(|period| is_named(key, *period)).or_else(|| {
            self.no_such_period(key, &text, node, if key == Key::Month { "\"2020-11\"" } else { "\"2020-Q4\"" })
        })
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
            _ => problem::no_such_period(lang, &found, key.name()),
        });
        let help = Message::new(|lang| problem::no_such_period_help(lang, example));
        self.report(Code::BadDeadline, node.span.clone(), said, Some(help));
        None
    }

    /// The start of a range: a date, `"2025-11"`, `"2025-Q4"` or `2025`.
    fn start(&mut self, key: Key, node: &Node) -> Option<Period> {
        match node.value {
            Value::Text(_) => {
                let text = self.text(key, node)?;
                let period =
                    Period::parse(&text).filter(|period| matches!(period, Period::Month(..) | Period::Quarter(..)));
                period.or_else(|| self.no_such_period(key, &text, node, "2025-11-15, \"2025-11\", \"2025-Q4\", 2025"))
            }
            Value::Integer(_) => self.year(key, node),
            Value::Date(day) => Some(Period::Day(day)),
            _ => self.wrong_type(key, node, problem::a_start),
        }
    }
}

fn deadline(table: &mut Fields<'_, '_>) -> Option<Deadline> {
    let kind = kind(table);
    let from_stands = table.entry(Key::From);
    let from = table.optional(Key::From, Reader::start);
    let text = table.optional(Key::Text, Reader::text);
    let text_en = table.optional(Key::TextEn, Reader::text);
    let kind = kind?;
    if let (DeadlineKind::When(_), Some(from)) = (&kind, from_stands) {
        let said = Message::new(|lang| problem::misplaced_from(lang).to_owned());
        let help = Message::new(|lang| problem::misplaced_from_help(lang).to_owned());
        table.reader.report(Code::MisplacedKey, from.span.clone(), said, Some(help));
        return None;
    }
    // What is damaged is absent as far as a deadline goes: its last day is what counts.
    match (text, text_en, from) {
        (Field::Broken, _, _) | (_, Field::Broken, _) | (_, _, Field::Broken) if !table.is_damaged => None,
        (text, text_en, from) => Some(Deadline {
            kind,
            text: text.given().cloned(),
            text_en: text_en.given().cloned(),
            from: from.given().copied(),
        }),
    }
}

fn kind(table: &mut Fields<'_, '_>) -> Option<DeadlineKind> {
    let mut stated: Vec<(Key, &Entry)> = KINDS.into_iter().filter_map(|key| Some((key, table.entry(key)?))).collect();
    stated.sort_by_key(|(_, entry)| entry.span.start);
    match stated[..] {
        [(key, entry)] => table.reader.deadline_value(key, &entry.node),
        [] => {
            if !table.is_damaged {
                let said = Message::new(|lang| problem::deadline_without_kind(lang).to_owned());
                table.reader.report_kinds(table.span.clone(), said);
            }
            None
        }
        [(first, at), (second, entry), ..] => {
            let said = Message::new(|lang| problem::deadline_two_kinds(lang, first.name(), second.name()));
            table.reader.report_kinds(entry.span.clone(), said);
            if let Some(last) = table.reader.found.last_mut() {
                last.also.push(at.span.clone());
            }
            None
        }
    }
}

fn is_named(key: Key, period: Period) -> bool {
    matches!((key, period), (Key::Month, Period::Month(..)) | (Key::Quarter, Period::Quarter(..)))
}
