//! Single values: texts, dates, numbers, lists, each strictly typed.

use super::keys::example;
use super::{Reader, Value};
use crate::diagnostic::Code;
use crate::plan::Field;
use crate::text::{Lang, Message, is_unsafe, quoted, words::problem, words::rule};
use chrono::{Datelike as _, NaiveDate};
use std::ops::RangeInclusive;
use toml::de::{DeFloat, DeInteger, DeTable, DeValue};

impl<'p> Reader<'p> {
    /// Reports a value of another type; none, so that a reader can end with it.
    pub(super) fn wrong_type<T>(
        &mut self,
        key: &str,
        value: &Value<'_>,
        wanted: fn(Lang) -> &'static str,
    ) -> Option<T> {
        self.wrong_value(key, value, |lang| wanted(lang).to_owned())
    }

    pub(super) fn wrong_value<T>(
        &mut self,
        key: &str,
        value: &Value<'_>,
        wanted: impl Fn(Lang) -> String,
    ) -> Option<T> {
        if is_number(value.get_ref()) {
            let found = found_type(value.get_ref());
            let said = Message::new(|lang| problem::wrong_type(lang, key, &wanted(lang), found(lang)));
            self.report(Code::WrongType, value.span(), said, like(key));
        }
        None
    }

    /// Reports a value of the right type that is not among those allowed.
    pub(super) fn outside_list<T>(
        &mut self,
        key: &str,
        value: &Value<'_>,
        wanted: impl Fn(Lang) -> String,
    ) -> Option<T> {
        let found = match value.get_ref() {
            DeValue::String(text) => format!("\"{}\"", quoted(text)),
            DeValue::Integer(number) => quoted(number.as_str()),
            DeValue::Boolean(value) => value.to_string(),
            _ => String::new(),
        };
        let said = Message::new(|lang| problem::not_in_list(lang, key, &wanted(lang), &found));
        self.report(Code::WrongType, value.span(), said, like(key));
        None
    }

    pub(super) fn text(&mut self, key: &'static str, value: &Value<'_>) -> Option<String> {
        let DeValue::String(text) = value.get_ref() else { return self.wrong_type(key, value, problem::a_text) };
        // A line break in a file with CRLF ends is still one line break.
        let text = text.replace("\r\n", "\n");
        match text.chars().find(|c| is_unsafe(*c) && !matches!(c, '\n' | '\t')) {
            None => {
                if !unicode_normalization::is_nfc(&text) {
                    let said = Message::new(|lang| rule::not_nfc(lang).to_owned());
                    let help = Message::new(|lang| rule::not_nfc_help(lang).to_owned());
                    self.report(Code::NotNfc, value.span(), said, Some(help));
                }
                Some(text)
            }
            Some(bad) => {
                let code = format!("U+{:04X}", u32::from(bad));
                // Where the character stands as itself, and not as an escape, the place is its own.
                let own = self.parsed.text.get(value.span()).and_then(|text| text.find(bad));
                let start = value.span().start;
                let span = own.map_or(value.span(), |at| start + at..start + at + bad.len_utf8());
                let said = Message::new(|lang| problem::control_character(lang, &code));
                let help = Message::new(|lang| problem::control_character_help(lang).to_owned());
                self.report(Code::ControlCharacter, span, said, Some(help));
                None
            }
        }
    }

    pub(super) fn date(&mut self, key: &'static str, value: &Value<'_>) -> Option<NaiveDate> {
        plain_date(value.get_ref()).or_else(|| self.wrong_type(key, value, problem::a_date))
    }

    pub(super) fn boolean(&mut self, key: &'static str, value: &Value<'_>) -> Option<bool> {
        value.get_ref().as_bool().or_else(|| self.wrong_type(key, value, problem::a_boolean))
    }

    /// A whole number in a range.
    pub(super) fn whole<W: Into<String>>(
        &mut self,
        key: &str,
        value: &Value<'_>,
        wanted: impl Fn(Lang) -> W,
        range: RangeInclusive<i64>,
    ) -> Option<i64> {
        let wanted = |lang| wanted(lang).into();
        let DeValue::Integer(number) = value.get_ref() else { return self.wrong_value(key, value, wanted) };
        if !is_integer(number) {
            return None;
        }
        let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
        number.filter(|number| range.contains(number)).or_else(|| self.outside_list(key, value, wanted))
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(&mut self, key: &'static str, value: &Value<'_>, choices: &[(&str, T)]) -> Option<T> {
        let DeValue::String(text) = value.get_ref() else { return self.wrong_type(key, value, problem::a_text) };
        let found = choices.iter().find(|(word, _)| *word == text.as_ref()).map(|(_, choice)| *choice);
        let words: Vec<String> = choices.iter().map(|(word, _)| format!("\"{word}\"")).collect();
        found.or_else(|| self.outside_list(key, value, |lang| problem::one_of(lang, &words.join(", "))))
    }

    /// A list, of which single elements may be broken.
    pub(super) fn list<T>(
        &mut self,
        key: &'static str,
        value: &'p Value<'p>,
        mut read: impl FnMut(&mut Self, &'static str, &'p Value<'p>) -> Option<T>,
    ) -> Option<Vec<Field<T>>> {
        let DeValue::Array(elements) = value.get_ref() else { return self.wrong_type(key, value, problem::a_list) };
        Some(elements.iter().map(|element| read(self, key, element).map_or(Field::Broken, Field::Given)).collect())
    }

    pub(super) fn texts(&mut self, key: &'static str, value: &'p Value<'p>) -> Option<Vec<Field<String>>> {
        if !value.get_ref().is_array() {
            return self.wrong_type(key, value, problem::a_list_of_texts);
        }
        self.list(key, value, Self::text)
    }

    /// A list of texts that names at least one.
    pub(super) fn filled_texts(&mut self, key: &'static str, value: &'p Value<'p>) -> Option<Vec<Field<String>>> {
        let texts = self.texts(key, value)?;
        if texts.is_empty() {
            let said = Message::new(|lang| problem::empty_list(lang, key));
            let is_required = key == "agencies";
            let help = if is_required { problem::empty_required_help } else { problem::empty_list_help };
            let help = Message::new(|lang| help(lang).to_owned());
            self.report(Code::EmptyList, value.span(), said, Some(help));
            return None;
        }
        Some(texts)
    }

    /// Reports what the parser lets through as a number but is none, wherever it stands.
    pub(super) fn numbers(&mut self, table: &DeTable<'_>) {
        for (_, value) in table {
            self.number(value);
        }
        for body in &self.parsed.bodies {
            self.number(&body.value);
        }
    }

    fn number(&mut self, value: &Value<'_>) {
        match value.get_ref() {
            DeValue::Table(table) => table.iter().for_each(|(_, value)| self.number(value)),
            DeValue::Array(elements) => elements.iter().for_each(|value| self.number(value)),
            number if is_number(number) => {}
            DeValue::Integer(DeInteger { .. }) | DeValue::Float(DeFloat { .. }) => {
                let said = Message::new(|lang| problem::syntax_error(lang, problem::syntax_number(lang)));
                self.report(Code::Syntax, value.span(), said, None);
            }
            _ => {}
        }
    }
}

/// How the key is written.
fn like(key: &str) -> Option<Message> {
    let example = example(key);
    (!example.is_empty()).then(|| Message::new(|lang| problem::write_like(lang, example)))
}

/// Whether a value is no number, or a number that is one.
fn is_number(value: &DeValue<'_>) -> bool {
    match value {
        DeValue::Integer(number) => is_integer(number),
        DeValue::Float(number) => number.as_str().parse::<f64>().is_ok(),
        _ => true,
    }
}

fn is_integer(number: &DeInteger<'_>) -> bool {
    let digits = number.as_str().trim_start_matches(['+', '-']);
    !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(number.radix()))
}

/// A date without a time.
pub(super) fn plain_date(value: &DeValue<'_>) -> Option<NaiveDate> {
    let stamp = value.as_datetime()?;
    if stamp.time.is_some() || stamp.offset.is_some() {
        return None;
    }
    let date = stamp.date?;
    // The year 0 has no day before it that a date could be written of.
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()).filter(|day| day.year() > 0)
}

fn found_type(value: &DeValue<'_>) -> fn(Lang) -> &'static str {
    match value {
        DeValue::String(_) => problem::found_text,
        DeValue::Integer(_) => problem::found_integer,
        DeValue::Float(_) => problem::found_float,
        DeValue::Boolean(_) => problem::found_boolean,
        DeValue::Datetime(_) if plain_date(value).is_some() => problem::found_date,
        DeValue::Datetime(_) => problem::found_datetime,
        DeValue::Array(_) => problem::found_list,
        DeValue::Table(_) => problem::found_table,
    }
}
