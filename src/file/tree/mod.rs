//! A file as a tree of values in the order of the file, which borrows nothing.
//!
//! An ordinary file is read in one pass; any other is what the parser makes of it.

mod parser;
mod plain;
#[cfg(test)]
pub(crate) mod tests;
mod written;

use super::keys::Key;
use crate::text::Lang;
use chrono::NaiveDate;
use std::ops::Range;

/// A value and where it stands.
#[derive(Debug)]
pub(crate) struct Node {
    /// The bytes; of a table with a header those of the header alone, of one that is made of dotted
    /// keys those of its key.
    pub(crate) span: Range<usize>,
    pub(crate) value: Value,
}

/// A value of the file.
#[derive(Debug)]
pub(crate) enum Value {
    Text(Text),
    Integer(Box<Integer>),
    Float,
    Boolean(bool),
    Date(NaiveDate),
    /// A time, or a date with a time.
    OtherTime,
    List(Vec<Node>),
    Table(Table),
    /// What cannot be read: a text with bytes that are no UTF-8, or what looks like a number but is none.
    /// It is reported where the file is parsed.
    Broken,
}

/// A text: that between its quotes, where the file has it as it is, else a copy.
#[derive(Debug)]
pub(crate) enum Text {
    AsWritten,
    Other(Box<str>),
}

/// A whole number.
#[derive(Debug)]
pub(crate) struct Integer {
    /// Its digits.
    pub(crate) digits: String,
    /// The number, if it is not too large to reckon with.
    pub(crate) value: Option<i64>,
}

/// Keys with their values, in the order of the file.
#[derive(Debug, Default)]
pub(crate) struct Table {
    pairs: Vec<KeyValue>,
}

/// A key with its value.
#[derive(Debug)]
pub(crate) struct KeyValue {
    pub(crate) name: Name,
    /// Where the key stands.
    pub(crate) span: Range<usize>,
    pub(crate) node: Node,
}

/// What a key is called.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Name {
    Key(Key),
    Other(Box<str>),
    /// It has bytes that are no UTF-8.
    Unreadable,
}

impl Name {
    /// The name as the file has it, if it can be read.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Key(key) => Some(key.name()),
            Self::Other(name) => Some(name),
            Self::Unreadable => None,
        }
    }
}

impl Node {
    /// The text that the value is, in a file of that text.
    pub(crate) fn text<'n>(&'n self, file: &'n str) -> Option<&'n str> {
        match &self.value {
            Value::Text(Text::AsWritten) => file.get(self.span.start + 1..self.span.end - 1),
            Value::Text(Text::Other(text)) => Some(text),
            _ => None,
        }
    }

    /// The value as a table.
    pub(crate) fn table(&self) -> Option<&Table> {
        match &self.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The value as a list.
    pub(crate) fn list(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(elements) => Some(elements),
            _ => None,
        }
    }
}

impl Table {
    /// The value of a key.
    pub(crate) fn get(&self, key: Key) -> Option<&Node> {
        self.key_value(key).map(|pair| &pair.node)
    }

    /// A key with its value.
    pub(crate) fn key_value(&self, key: Key) -> Option<&KeyValue> {
        self.pairs.iter().find(|pair| pair.name == Name::Key(key))
    }

    /// The key of that number, counted from 0, with its value.
    pub(crate) fn nth(&self, number: usize) -> Option<&KeyValue> {
        self.pairs.get(number)
    }

    /// Whether the name of a key cannot be read: any key that is absent may be that one.
    pub(crate) fn has_unreadable_key(&self) -> bool {
        self.pairs.iter().any(|pair| pair.name == Name::Unreadable)
    }

    /// Every key with its value, in the order of the file.
    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = &KeyValue> {
        self.pairs.iter()
    }
}

/// A whole file.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) root: Table,
    /// What the parser lets pass and is no TOML, with what is wrong with it.
    pub(crate) wrong: Vec<(Range<usize>, Meaning)>,
}

/// What is wrong, in words.
pub(crate) type Meaning = fn(Lang) -> &'static str;
