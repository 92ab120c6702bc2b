//! Deadlines that count from something else, and those that come again.

use super::fields::Fields;
use super::reader::Reader;
use crate::diagnostic::{Code, Problem};
use crate::file::keys::Key;
use crate::file::tree::{KeyValue, Node, Value};
use crate::plan::{After, At, Every, Length, NoDay, Period, Unit, Within, read_day};
use crate::text::{Message, quoted, words::living, words::problem};
use chrono::Weekday;

/// The days of the week, as the plan file names them.
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Mon),
    ("tue", Weekday::Tue),
    ("wed", Weekday::Wed),
    ("thu", Weekday::Thu),
    ("fri", Weekday::Fri),
    ("sat", Weekday::Sat),
    ("sun", Weekday::Sun),
];

impl Reader<'_> {
    pub(super) fn within(&mut self, key: Key, node: &Node) -> Option<Within> {
        self.table(key, node, |table| {
            let length = length(table);
            let after = table.required(Key::After, Reader::after).required();
            Some(Within { length: length?, after: after? })
        })?
    }

    pub(super) fn every(&mut self, key: Key, node: &Node) -> Option<Every> {
        self.table(key, node, |table| {
            let (unit, at) = (one_of(table, &Unit::ALL.map(Key::from), true), at(table));
            let (key, pair) = unit?;
            let unit = Unit::ALL.into_iter().find(|unit| Key::from(*unit) == key)?;
            let count = table.reader.number(key, &pair.node, 1)?;
            let at = at?;
            let (place, word) = match (unit, at) {
                (Unit::Weeks, At::Day(_)) => (Key::Day, Unit::Months),
                (unit, At::Weekday(_)) if unit != Unit::Weeks => (Key::Weekday, Unit::Weeks),
                (unit, At::Date(..)) if unit != Unit::Years => (Key::Date, Unit::Years),
                _ => return Some(Every { unit, count, at, until: None }),
            };
            let span = table.key_value(place).map_or(table.span.clone(), |pair| pair.span.clone());
            let said = Message::new(|lang| living::every_mismatch(lang, place.name(), unit.name()));
            let help = Message::new(|lang| living::every_mismatch_help(lang, place.name(), word.name()));
            table.reader.report(Code::BadDeadline, span, said, Some(help));
            None
        })?
    }

    /// A whole number that is large enough.
    pub(super) fn number(&mut self, key: Key, node: &Node, least: i64) -> Option<u32> {
        let wanted = |lang| problem::a_whole_number(lang, least);
        let number = self.whole(key, node, wanted, least..=i64::from(u32::MAX))?;
        u32::try_from(number).ok()
    }

    /// What a length is counted from: `"issue"`, an event or a row.
    fn after(&mut self, key: Key, node: &Node) -> Option<After> {
        match &node.value {
            Value::Table(_) => self.table(key, node, |table| match one_of(table, &[Key::Event, Key::Task], true)? {
                (Key::Event, pair) => table.reader.text(Key::Event, &pair.node).map(After::Event),
                (key, pair) => table.reader.text(key, &pair.node).map(After::Row),
            })?,
            Value::Text(_) if self.written(node) == Some("issue") => Some(After::Issue),
            Value::Text(_) => self.outside_list(key, node, |lang| living::an_after(lang).to_owned()),
            _ => self.wrong_type(key, node, living::an_after),
        }
    }

    /// A day of each year, `"12-10"`.
    fn month_and_day(&mut self, key: Key, node: &Node) -> Option<At> {
        let text = self.text(key, node)?;
        // A leap year has every day that a year can have.
        let found = text.split_once('-').and_then(|(month, day)| {
            let two = |text: &str| {
                (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
            };
            let (month, day) = (two(month)?, two(day)?);
            chrono::NaiveDate::from_ymd_opt(2000, month, day).map(|_| At::Date(month, day))
        });
        found.or_else(|| self.outside_list(key, node, |lang| living::a_month_and_day(lang).to_owned()))
    }

    /// The period of a row that recurs: `"2026-08"`, `"2026-Q3"`, `"2026-H2"`, `"2026-W30"` or `2026`.
    pub(super) fn row_period(&mut self, key: Key, node: &Node) -> Option<Period> {
        match node.value {
            Value::Integer(_) => self.range(key, node),
            Value::Text(_) => {
                let text = self.text(key, node)?;
                let found = Period::parse(&text).filter(|period| !matches!(period, Period::Day(_) | Period::Year(_)));
                if found.is_none() {
                    let said = Message::new(|lang| problem::no_such_range(lang, &quoted(&text)));
                    let forms = "\"2026-08\", \"2026-Q3\", \"2026-H2\", \"2026-W30\", 2026";
                    let help = Message::new(|lang| problem::no_such_period_help(lang, forms));
                    self.report(Code::BadPeriod, node.span.clone(), said, Some(help));
                }
                found
            }
            _ => self.wrong_type(key, node, living::a_row_period),
        }
    }

    /// The day of a submission, or its month, quarter or year where the day is not known.
    pub(super) fn day_or_range(&mut self, key: Key, node: &Node) -> Option<Period> {
        let text = self.written(node);
        let known = match node.value {
            Value::Date(day) => Some(Period::Day(day)),
            Value::Integer(ref year) => year.value.and_then(|year| i32::try_from(year).ok()).and_then(Period::year),
            Value::Text(_) => {
                let is_meant = |span: &Period| matches!(span, Period::Month(..) | Period::Quarter(..));
                text.and_then(Period::parse).filter(is_meant)
            }
            _ => None,
        };
        let is_day = text.is_some_and(|text| read_day(text) != Err(NoDay::Form));
        match known {
            None if is_day => self.date(key, node).map(Period::Day),
            None if matches!(node.value, Value::Text(_) | Value::Integer(_)) => {
                self.outside_list(key, node, |lang| living::a_day_or_span(lang).to_owned())
            }
            None => self.wrong_type(key, node, living::a_day_or_span),
            known => known,
        }
    }
}

/// How long a deadline is: by exactly one of the keys.
fn length(table: &mut Fields<'_, '_>) -> Option<Length> {
    let (key, pair) = one_of(table, &[Key::Days, Key::WorkingDays, Key::Months], true)?;
    let number = table.reader.number(key, &pair.node, 0)?;
    Some(match key {
        Key::WorkingDays => Length::WorkingDays(number),
        Key::Months => Length::Months(number),
        _ => Length::Days(number),
    })
}

/// The last day of each period: by at most one of the keys.
fn at(table: &mut Fields<'_, '_>) -> Option<At> {
    let keys = [Key::Day, Key::Weekday, Key::Date, Key::DaysAfter];
    if !keys.iter().any(|key| table.key_value(*key).is_some() || table.may_be_lost(*key)) {
        return Some(At::End);
    }
    let (key, pair) = one_of(table, &keys, false)?;
    let node = &pair.node;
    match key {
        Key::Day => {
            let number = table.reader.whole(key, node, living::a_day_of_month, 1..=31)?;
            u32::try_from(number).ok().map(At::Day)
        }
        Key::Weekday => table.reader.choice(key, node, &WEEKDAYS).map(At::Weekday),
        Key::Date => table.reader.month_and_day(key, node),
        _ => table.reader.number(key, node, 0).map(At::After),
    }
}

/// The one of some keys that a table has; where it has another number of them, that is reported.
fn one_of<'n>(table: &mut Fields<'n, '_>, keys: &[Key], is_required: bool) -> Option<(Key, &'n KeyValue)> {
    let mut found: Vec<(Key, &KeyValue)> = keys.iter().filter_map(|key| Some((*key, table.key_value(*key)?))).collect();
    found.sort_by_key(|(_, pair)| pair.span.start);
    let names = || keys.iter().map(|key| key.name()).collect::<Vec<_>>().join(", ");
    match found[..] {
        [one] => Some(one),
        [] => {
            if is_required && !keys.iter().any(|key| table.may_be_lost(*key)) {
                let said = Message::new(|lang| living::one_key_of(lang, &names()));
                table.reader.report(Code::BadDeadline, table.span.clone(), said, None);
            }
            None
        }
        [(first, before), (second, pair), ..] => {
            let said = Message::new(|lang| problem::deadline_two_kinds(lang, first.name(), second.name()));
            let help = Message::new(|lang| living::one_key_of(lang, &names()));
            let found = Problem::new(Code::BadDeadline, pair.span.clone(), said).with_help(help);
            table.reader.found.push(found.and_at([before.span.clone()]));
            None
        }
    }
}
