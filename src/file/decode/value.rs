//! Single values: texts, dates, numbers, lists, each strictly typed.

use super::reader::Reader;
use crate::diagnostic::Code;
use crate::file::keys::Key;
use crate::file::tree::{Node, Value};
use crate::plan::{Field, NoDay, read_day};
use crate::text::{Lang, Message, code_point, is_invisible, is_unsafe, quoted, words::problem, words::rule};
use chrono::NaiveDate;
use std::ops::{Range, RangeInclusive};

impl Reader<'_> {
    /// Reports a value of another type; none, so that a reader can end with it.
    pub(super) fn wrong_type<T>(&mut self, key: Key, node: &Node, wanted: fn(Lang) -> &'static str) -> Option<T> {
        self.wrong(key.name(), node, |lang| wanted(lang).to_owned(), written_like(key))
    }

    /// Reports what stands in the place of a text; a number or a date is one in quotes.
    fn not_a_text<T>(&mut self, key: Key, node: &Node) -> Option<T> {
        let is_word = matches!(node.value, Value::Integer(_) | Value::Float | Value::Boolean(_) | Value::Date(_));
        let word = self.text_at(&node.span).filter(|_| is_word).map(quoted);
        let help = word.map(|word| format!("\"{word}\""));
        let help = help.map(|own| Message::new(|lang| problem::syntax_write(lang, &own))).or_else(|| written_like(key));
        self.wrong(key.name(), node, |lang| problem::a_text(lang).to_owned(), help)
    }

    /// The same of a value that goes by a name of its own.
    pub(super) fn wrong<T>(
        &mut self,
        name: &str,
        node: &Node,
        wanted: impl Fn(Lang) -> String,
        help: Option<Message>,
    ) -> Option<T> {
        let found = found_type(&node.value)?;
        let said = Message::new(|lang| problem::wrong_type(lang, name, &wanted(lang), found(lang)));
        self.report(Code::WrongType, node.span.clone(), said, help);
        None
    }

    /// Reports a value of the right type that is not among those allowed.
    pub(super) fn outside_list<T>(&mut self, key: Key, node: &Node, wanted: impl Fn(Lang) -> String) -> Option<T> {
        let found = match &node.value {
            Value::Integer(number) => quoted(&number.digits),
            Value::Boolean(value) => value.to_string(),
            _ => self.written(node).map(|text| format!("\"{}\"", quoted(text))).unwrap_or_default(),
        };
        let said = Message::new(|lang| problem::not_in_list(lang, key.name(), &wanted(lang), &found));
        self.report(Code::WrongType, node.span.clone(), said, written_like(key));
        None
    }

    pub(super) fn text(&mut self, key: Key, node: &Node) -> Option<String> {
        let Some(text) = self.written(node) else { return self.not_a_text(key, node) };
        if is_plain(text) {
            return Some(text.to_owned());
        }
        // A line break in a file with CRLF ends is still one line break.
        let text = if text.contains('\r') { text.replace("\r\n", "\n") } else { text.to_owned() };
        let Some(bad) = text.chars().find(|c| is_unsafe(*c) && !matches!(c, '\n' | '\t')) else {
            self.spelling(&text, node);
            return Some(text);
        };
        let code = code_point(bad);
        let said = Message::new(|lang| problem::control_character(lang, &code));
        let help = Message::new(|lang| problem::control_character_help(lang).to_owned());
        self.report(Code::ControlCharacter, self.span_of(bad, node), said, Some(help));
        None
    }

    /// Warns of a text that is not written as it looks.
    fn spelling(&mut self, text: &str, node: &Node) {
        if !unicode_normalization::is_nfc(text) {
            let said = Message::new(|lang| rule::not_nfc(lang).to_owned());
            let help = Message::new(|lang| rule::not_nfc_help(lang).to_owned());
            self.report(Code::NotNfc, node.span.clone(), said, Some(help));
        }
        // A variation selector says how the sign before it looks: that is seen.
        let unseen = text.chars().find(|c| is_invisible(*c) && !matches!(c, '\u{fe00}'..='\u{fe0f}'));
        if let Some(unseen) = unseen {
            let code = code_point(unseen);
            let said = Message::new(|lang| rule::invisible_character(lang, &code));
            let help = Message::new(|lang| rule::invisible_character_help(lang).to_owned());
            self.report(Code::InvisibleCharacter, self.span_of(unseen, node), said, Some(help));
        }
    }

    /// Where a character of a text stands as itself; as an escape, the whole text.
    fn span_of(&self, c: char, node: &Node) -> Range<usize> {
        let own = self.text_at(&node.span).and_then(|text| text.find(c));
        let start = node.span.start;
        own.map_or(node.span.clone(), |at| start + at..start + at + c.len_utf8())
    }

    pub(super) fn date(&mut self, key: Key, node: &Node) -> Option<NaiveDate> {
        match node.value {
            Value::Date(day) => Some(day),
            _ => self.not_a_date(key, node),
        }
    }

    /// Reports what stands in the place of a date; in quotes it may well be one.
    fn not_a_date<T>(&mut self, key: Key, node: &Node) -> Option<T> {
        let help = match self.written(node).map(read_day) {
            Some(Ok(day)) => Some(Message::new(|lang| problem::syntax_write(lang, &day.to_string()))),
            Some(Err(why)) if why != NoDay::Form => Some(Message::new(|lang| why.in_words(lang).unwrap_or_default())),
            _ => written_like(key),
        };
        self.wrong(key.name(), node, |lang| problem::a_date(lang).to_owned(), help)
    }

    pub(super) fn boolean(&mut self, key: Key, node: &Node) -> Option<bool> {
        match node.value {
            Value::Boolean(value) => Some(value),
            _ => self.in_quotes(
                key,
                node,
                |lang| problem::a_boolean(lang).to_owned(),
                |text| matches!(text, "true" | "false"),
            ),
        }
    }

    /// A whole number in a range.
    pub(super) fn whole<W: Into<String>>(
        &mut self,
        key: Key,
        node: &Node,
        wanted: impl Fn(Lang) -> W,
        range: RangeInclusive<i64>,
    ) -> Option<i64> {
        let wanted = |lang| wanted(lang).into();
        let Value::Integer(number) = &node.value else {
            return self.in_quotes(key, node, wanted, |text| text.parse().is_ok_and(|number| range.contains(&number)));
        };
        let number = number.value.filter(|number| range.contains(number));
        number.or_else(|| self.outside_list(key, node, wanted))
    }

    /// Reports what stands in the place of a value that has no quotes; in quotes it may well be one.
    fn in_quotes<T>(
        &mut self,
        key: Key,
        node: &Node,
        wanted: impl Fn(Lang) -> String,
        is_meant: impl Fn(&str) -> bool,
    ) -> Option<T> {
        let text = self.written(node).filter(|text| is_meant(text));
        let help = text.map(|text| Message::new(|lang| problem::syntax_write(lang, text)));
        self.wrong(key.name(), node, wanted, help.or_else(|| written_like(key)))
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(&mut self, key: Key, node: &Node, choices: &[(&str, T)]) -> Option<T> {
        let Some(text) = self.written(node) else { return self.wrong_type(key, node, problem::a_text) };
        let found = choices.iter().find(|(word, _)| *word == text).map(|(_, choice)| *choice);
        let words: Vec<String> = choices.iter().map(|(word, _)| format!("\"{word}\"")).collect();
        found.or_else(|| self.outside_list(key, node, |lang| problem::one_of(lang, &words.join(", "))))
    }

    /// A list, of which single elements may be broken.
    pub(super) fn list<T>(
        &mut self,
        key: Key,
        node: &Node,
        mut read: impl FnMut(&mut Self, Key, &Node) -> Option<T>,
    ) -> Option<Vec<Field<T>>> {
        let Some(elements) = node.list() else { return self.wrong_type(key, node, problem::a_list) };
        Some(elements.iter().map(|element| read(self, key, element).map_or(Field::Broken, Field::Given)).collect())
    }

    pub(super) fn texts(&mut self, key: Key, node: &Node) -> Option<Vec<Field<String>>> {
        if node.list().is_none() {
            let own = self.written(node).and_then(|_| self.text_at(&node.span));
            let own = own.map(|text| format!("{} = [{}]", key.name(), quoted(text)));
            let help = own.map(|own| Message::new(|lang| problem::syntax_write(lang, &own)));
            let wanted = |lang| problem::a_list_of_texts(lang).to_owned();
            return self.wrong(key.name(), node, wanted, help.or_else(|| written_like(key)));
        }
        self.list(key, node, Self::text)
    }

    /// A list of texts that names at least one.
    pub(super) fn filled_texts(&mut self, key: Key, node: &Node) -> Option<Vec<Field<String>>> {
        let texts = self.texts(key, node)?;
        if texts.is_empty() {
            let said = Message::new(|lang| problem::empty_list(lang, key.name()));
            let is_required = key == Key::Agencies;
            let help = if is_required { problem::empty_required_help } else { problem::empty_list_help };
            let help = Message::new(|lang| help(lang).to_owned());
            self.report(Code::EmptyList, node.span.clone(), said, Some(help));
            return None;
        }
        Some(texts)
    }
}

/// Whether a text has only characters of which most are made: printable ASCII, Latin letters with diacritics (U+00C0 to
/// U+01B0, U+1EA0 to U+1EF9), dashes and quotes (U+2010 to U+2027). They hide nothing, and a text of them alone is NFC.
fn is_plain(text: &str) -> bool {
    let mut bytes = text.as_bytes();
    loop {
        bytes = match bytes {
            [b' '..=b'~', rest @ ..]
            | [0xc3..=0xc5, _, rest @ ..]
            | [0xc6, 0x80..=0xb0, rest @ ..]
            | [0xe1, 0xba, 0xa0..=0xbf, rest @ ..]
            | [0xe1, 0xbb, 0x80..=0xb9, rest @ ..]
            | [0xe2, 0x80, 0x90..=0xa7, rest @ ..] => rest,
            _ => return bytes.is_empty(),
        }
    }
}

/// How the key is written.
fn written_like(key: Key) -> Option<Message> {
    let example = key.example();
    (!example.is_empty()).then(|| Message::new(|lang| problem::write_like(lang, example)))
}

/// What stands where something else should; none where it is already reported.
fn found_type(value: &Value) -> Option<fn(Lang) -> &'static str> {
    match value {
        Value::Text(_) => Some(problem::found_text),
        Value::Integer(_) => Some(problem::found_integer),
        Value::Float => Some(problem::found_float),
        Value::Boolean(_) => Some(problem::found_boolean),
        Value::Date(_) => Some(problem::found_date),
        Value::OtherTime => Some(problem::found_datetime),
        Value::List(_) => Some(problem::found_list),
        Value::Table(_) => Some(problem::found_table),
        Value::Broken => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_characters_hide_nothing_and_need_no_composing() {
        let plain: String = ('\0'..=char::MAX).filter(|c| is_plain(c.encode_utf8(&mut [0; 4]))).collect();
        let ranges = [' '..='~', '\u{c0}'..='\u{1b0}', '\u{1ea0}'..='\u{1ef9}', '\u{2010}'..='\u{2027}'];
        assert_eq!(plain, ranges.into_iter().flatten().collect::<String>());
        assert!(!plain.chars().any(is_unsafe));
        let pairs = plain.chars().flat_map(|first| plain.chars().map(move |second| [first, second]));
        for pair in pairs {
            let text = String::from_iter(pair);
            assert!(unicode_normalization::is_nfc(&text), "{text}");
        }
    }
}
