//! Deadlines: exactly one kind, of the right type, and a period that exists.

use super::value::plain_date;
use super::{DEADLINE_KINDS, Reader, Table, Value};
use crate::diagnostic::Code;
use crate::plan::{Deadline, DeadlineKind, Field, Period};
use crate::text::{Message, quoted, words::problem};
use toml::de::DeValue;

impl<'p> Reader<'p> {
    pub(super) fn deadline(&mut self, _key: &'static str, value: &'p Value<'p>) -> Option<Deadline> {
        let table = self.table("due", value)?;
        let text = self.field(&table, "text", Self::text);
        let text_en = self.field(&table, "text_en", Self::text);
        let from = self.field(&table, "from", Self::start);
        let kind = self.deadline_kind(&table)?;
        if let (DeadlineKind::When(_), Some(from)) = (&kind, table.values.get("from")) {
            let said = Message::new(|lang| problem::misplaced_from(lang).to_owned());
            let help = Message::new(|lang| problem::misplaced_from_help(lang).to_owned());
            let span = table.key_span("from").unwrap_or(from.span());
            self.report(Code::MisplacedKey, span, said, Some(help));
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

    fn deadline_kind(&mut self, table: &Table<'p>) -> Option<DeadlineKind> {
        let mut stated: Vec<_> =
            DEADLINE_KINDS.iter().filter_map(|key| Some((*key, table.values.get(*key)?))).collect();
        stated.sort_by_key(|(_, value)| value.span().start);
        match stated[..] {
            [(key, value)] => self.deadline_value(key, value),
            [] => {
                if !table.is_damaged {
                    let said = Message::new(|lang| problem::deadline_without_kind(lang).to_owned());
                    self.report_kinds(table.span.clone(), said);
                }
                None
            }
            [(first, _), (second, value), ..] => {
                let said = Message::new(|lang| problem::deadline_two_kinds(lang, first, second));
                self.report_kinds(table.key_span(second).unwrap_or(value.span()), said);
                if let Some(last) = self.found.last_mut() {
                    last.also.extend(table.key_span(first));
                }
                None
            }
        }
    }

    fn report_kinds(&mut self, span: std::ops::Range<usize>, said: Message) {
        let help = Message::new(|lang| problem::deadline_kinds_help(lang, &DEADLINE_KINDS.join(", ")));
        self.report(Code::BadDeadline, span, said, Some(help));
    }

    fn deadline_value(&mut self, key: &'static str, value: &'p Value<'p>) -> Option<DeadlineKind> {
        match key {
            "before" => self.date(key, value).map(DeadlineKind::Before),
            "by" => self.date(key, value).map(DeadlineKind::By),
            "on" => self.date(key, value).map(|day| DeadlineKind::Within(Period::Day(day))),
            "month" | "quarter" => self.period(key, value).map(DeadlineKind::Within),
            "year" => self.year(key, value).map(DeadlineKind::Within),
            "ongoing" if self.boolean(key, value)? => Some(DeadlineKind::Ongoing),
            "ongoing" => self.outside_list(key, value, |_| true.to_string()),
            _ => self.text(key, value).map(DeadlineKind::When),
        }
    }

    /// A month `"2020-11"` or a quarter `"2020-Q4"`.
    fn period(&mut self, key: &'static str, value: &Value<'_>) -> Option<Period> {
        let text = self.text(key, value)?;
        let period = Period::parse(&text);
        period.filter(|period| is_named(key, *period)).or_else(|| {
            self.no_such_period(key, &text, value, if key == "month" { "\"2020-11\"" } else { "\"2020-Q4\"" })
        })
    }

    fn year(&mut self, key: &'static str, value: &Value<'_>) -> Option<Period> {
        let year = self.whole(key, value, problem::an_integer, i64::MIN..=i64::MAX)?;
        let period = i32::try_from(year).ok().and_then(Period::year);
        period.or_else(|| self.no_such_period(key, &year.to_string(), value, "2020"))
    }

    fn no_such_period<T>(&mut self, key: &'static str, found: &str, value: &Value<'_>, example: &str) -> Option<T> {
        let found = quoted(found);
        let said = Message::new(|lang| match key {
            "from" => problem::no_such_start(lang, &found),
            _ => problem::no_such_period(lang, &found, key),
        });
        let help = Message::new(|lang| problem::no_such_period_help(lang, example));
        self.report(Code::BadDeadline, value.span(), said, Some(help));
        None
    }

    /// The start of a range: a date, `"2025-11"`, `"2025-Q4"` or `2025`.
    fn start(&mut self, key: &'static str, value: &Value<'_>) -> Option<Period> {
        match value.get_ref() {
            DeValue::String(_) => {
                let text = self.text(key, value)?;
                let period =
                    Period::parse(&text).filter(|period| matches!(period, Period::Month(..) | Period::Quarter(..)));
                period.or_else(|| self.no_such_period(key, &text, value, "2025-11-15, \"2025-11\", \"2025-Q4\", 2025"))
            }
            DeValue::Integer(_) => self.year(key, value),
            other => match plain_date(other) {
                Some(day) => Some(Period::Day(day)),
                None => self.wrong_type(key, value, problem::a_start),
            },
        }
    }
}

fn is_named(key: &str, period: Period) -> bool {
    matches!((key, period), ("month", Period::Month(..)) | ("quarter", Period::Quarter(..)))
}
