//! The tree of what the parser makes of a text.
//!
//! The parser's own tree borrows the text, sorts its keys, and lets pass as numbers what is none.

use super::{Integer, KeyValue, Meaning, Name, Node, Table, Text, Tree, Value};
use crate::file::keys::Key;
use crate::text::words::problem;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

impl Tree {
    /// The tree of what was parsed from a text, where some bytes are no UTF-8.
    pub(crate) fn new(parsed: DeTable<'_>, text: &str, bad_utf8: &[Range<usize>]) -> Self {
        let mut builder = Builder { text, bad_utf8, wrong: Vec::new() };
        let root = builder.table(parsed);
        Self { root, wrong: builder.wrong }
    }
}

/// A value that is neither a list nor a table, if it is all that a text holds and nothing is wrong with it.
pub(super) fn scalar(text: &str) -> Option<Value> {
    let parsed = DeValue::parse(text).ok().filter(|parsed| parsed.span() == (0..text.len()))?;
    let mut builder = Builder { text, bad_utf8: &[], wrong: Vec::new() };
    let node = builder.node(parsed);
    let is_scalar = !matches!(node.value, Value::List(_) | Value::Table(_));
    (is_scalar && builder.wrong.is_empty()).then_some(node.value)
}

struct Builder<'b> {
    text: &'b str,
    bad_utf8: &'b [Range<usize>],
    wrong: Vec<(Range<usize>, Meaning)>,
}

impl Builder<'_> {
    fn is_unreadable(&self, span: &Range<usize>) -> bool {
        let next = self.bad_utf8.partition_point(|bad| bad.end <= span.start);
        self.bad_utf8.get(next).is_some_and(|bad| bad.start < span.end)
    }

    fn name(&self, name: Cow<'_, str>, span: &Range<usize>) -> Name {
        match Key::named(&name) {
            _ if self.is_unreadable(span) => Name::Unreadable,
            Some(key) => Name::Key(key),
            None => Name::Other(name.into()),
        }
    }

    fn table(&mut self, parsed: DeTable<'_>) -> Table {
        let pairs = parsed.into_iter().map(|(key, value)| {
            let span = key.span();
            if is_broken_line(self.text.get(span.end..value.span().start)) {
                self.wrong.push((span.clone(), problem::syntax_value_apart));
            }
            KeyValue { name: self.name(key.into_inner(), &span), span, node: self.node(value) }
        });
        let mut pairs: Vec<KeyValue> = pairs.collect();
        pairs.sort_by_key(|pair| pair.span.start);
        Table { pairs }
    }

    fn node(&mut self, parsed: Spanned<DeValue<'_>>) -> Node {
        let span = parsed.span();
        let value = match parsed.into_inner() {
            DeValue::String(_) if self.is_unreadable(&span) => Value::Broken,
            DeValue::String(Cow::Borrowed(text)) if text.len() + 2 == span.len() => Value::Text(Text::AsWritten),
            DeValue::String(text) => Value::Text(Text::Other(text.into())),
            DeValue::Integer(number) if is_integer(&number) => {
                let value = i64::from_str_radix(number.as_str(), number.radix()).ok();
                Value::Integer(Box::new(Integer { digits: number.as_str().to_owned(), value }))
            }
            DeValue::Float(number) if number.as_str().parse::<f64>().is_ok() => Value::Float,
            DeValue::Integer(_) | DeValue::Float(_) => {
                self.wrong.push((span.clone(), problem::syntax_number));
                Value::Broken
            }
            DeValue::Boolean(value) => Value::Boolean(value),
            stamp @ DeValue::Datetime(_) if is_no_time(&stamp) => {
                self.wrong.push((span.clone(), problem::syntax_bad_date));
                Value::Broken
            }
            stamp @ DeValue::Datetime(_) => plain_date(&stamp).map_or(Value::OtherTime, Value::Date),
            DeValue::Array(elements) => Value::List(elements.into_iter().map(|element| self.node(element)).collect()),
            DeValue::Table(table) => Value::Table(self.table(table)),
        };
        Node { span, value }
    }
}

/// Whether a key and its value, with this between them, stand on two lines.
fn is_broken_line(between: Option<&str>) -> bool {
    let Some(between) = between.filter(|between| between.contains('\n')) else { return false };
    let without_comments = between.lines().filter_map(|line| line.split('#').next());
    without_comments.flat_map(str::split_whitespace).eq(["="])
}

fn is_integer(number: &DeInteger<'_>) -> bool {
    let digits = number.as_str().trim_start_matches(['+', '-']);
    !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(number.radix()))
}

/// Whether it is of the year 0, which no calendar has, or in a leap second, which no plan needs.
fn is_no_time(value: &DeValue<'_>) -> bool {
    value.as_datetime().is_some_and(|stamp| {
        stamp.date.is_some_and(|date| date.year == 0) || stamp.time.is_some_and(|time| time.second == Some(60))
    })
}

/// A date without a time.
fn plain_date(value: &DeValue<'_>) -> Option<NaiveDate> {
    let stamp = value.as_datetime()?;
    if stamp.time.is_some() || stamp.offset.is_some() {
        return None;
    }
    let date = stamp.date?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_broken_off_where_nothing_but_its_equals_sign_stands_before_the_value_on_another_line() {
        for broken in ["\n=", "\n = ", " =\n", " = # x\n", "# y\n="] {
            assert!(is_broken_line(Some(broken)), "{broken:?}");
        }
        for other in [" = ", "=", "\n", "\nb = ", "= [\n", ".b =\n"] {
            assert!(!is_broken_line(Some(other)), "{other:?}");
        }
        assert!(!is_broken_line(None));
    }
}
