//! The tree of a plainly written text, in one pass over its bytes.
//!
//! What is rare is handed to the parser value by value: a text with escapes, a number with an exponent. At whatever
//! else is not plain, be it wrong or only unusual, this gives up, and the parser judges the whole text. So nothing is
//! taken here that the parser would report, and the tree is the same.

use super::written::{basic_end, date, is_bare, is_plain, is_text, literal_end, number};
use super::{KeyValue, Name, Node, Table, Text, Tree, Value, parser};
use crate::file::keys::Key;
use std::ops::Range;

/// How deep lists and tables may be nested: less than the parser takes.
const DEEPEST: usize = 40;

/// How many keys of one table are compared each with each, and how many the top level may have.
const FEW: usize = 32;

impl Tree {
    /// The tree of a text; none where the parser is to judge it.
    pub(crate) fn of_plain(text: &str) -> Option<Self> {
        let mut rows = Vec::new();
        let mut tree = Self::of_plain_but_rows(text, |row| {
            rows.push(row);
            true
        })?;
        if let Some(Value::List(tables)) = tree.root.pairs.iter_mut().find(is_of_rows).map(|pair| &mut pair.node.value)
        {
            tables.append(&mut rows);
        }
        Some(tree)
    }

    /// The same without the rows that have headers: each is handed over as soon as it is read, and `is_taken` says
    /// whether that is of any use. None also where it is not.
    pub(crate) fn of_plain_but_rows(text: &str, mut is_taken: impl FnMut(Node) -> bool) -> Option<Self> {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut reader = Reader::new(text, at);
        let mut top = TopLevel::new(reader.statements()?);
        while reader.at < text.len() {
            let header = reader.header()?;
            let table = reader.statements()?;
            if let Some(row) = top.add(header, table)? {
                is_taken(row).then_some(())?;
            }
        }
        Some(Self { root: Table { pairs: top.pairs }, wrong: Vec::new() })
    }
}

impl Node {
    /// The table whose header stands there in a plain text.
    pub(crate) fn of_plain(text: &str, header: usize) -> Option<Self> {
        let mut reader = Reader::new(text, header);
        let span = reader.header()?.span;
        Some(Self { span, value: Value::Table(reader.statements()?) })
    }
}

fn is_of_rows(pair: &&mut KeyValue) -> bool {
    pair.name == Name::Key(Key::Task)
}

/// The keys of the top level.
struct TopLevel {
    pairs: Vec<KeyValue>,
    /// How many of them stand before the first header: no header names one of these again.
    stated: usize,
}

/// The header of a table, or of one of a list of tables.
struct Header {
    name: Name,
    key: Range<usize>,
    span: Range<usize>,
    is_list: bool,
}

impl TopLevel {
    fn new(table: Table) -> Self {
        Self { stated: table.pairs.len(), pairs: table.pairs }
    }

    /// Adds a table; a row with a header of its own is given back.
    fn add(&mut self, header: Header, table: Table) -> Option<Option<Node>> {
        let Header { name, key, span, is_list } = header;
        let known = self.pairs.iter().position(|pair| pair.name == name);
        let node = Node { span, value: Value::Table(table) };
        if !is_list {
            self.pairs.push(KeyValue { name, span: key, node });
            return (known.is_none() && self.pairs.len() <= FEW).then_some(None);
        }
        let known = known.unwrap_or_else(|| {
            let list = Node { span: node.span.clone(), value: Value::List(Vec::new()) };
            self.pairs.push(KeyValue { name, span: key, node: list });
            self.pairs.len() - 1
        });
        if known < self.stated || self.pairs.len() > FEW {
            return None;
        }
        match &mut self.pairs[known] {
            KeyValue { name: Name::Key(Key::Task), node: Node { value: Value::List(_), .. }, .. } => Some(Some(node)),
            KeyValue { node: Node { value: Value::List(tables), .. }, .. } => {
                tables.push(node);
                Some(None)
            }
            _ => None,
        }
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    /// The keys of all tables that are not yet complete, and the elements of all such lists.
    pairs: Vec<KeyValue>,
    elements: Vec<Node>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, at: usize) -> Self {
        Self { text, at, depth: 0, pairs: Vec::new(), elements: Vec::new() }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over a byte if it is the next.
    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    /// How many of the next bytes are such.
    fn count(&self, is_such: impl Fn(u8) -> bool) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        rest.iter().position(|byte| !is_such(*byte)).unwrap_or(rest.len())
    }

    fn blanks(&mut self) {
        self.at += self.count(|byte| matches!(byte, b' ' | b'\t'));
    }

    /// Steps over blanks and a comment.
    fn rest_of_line(&mut self) {
        self.blanks();
        if self.peek() == Some(b'#') {
            self.at += self.count(is_text);
        }
    }

    /// Steps over blanks, comments and line ends.
    fn space(&mut self) {
        let text = self.text.as_bytes();
        loop {
            match text[self.at..] {
                [b' ' | b'\t' | b'\n', ..] => self.at += 1,
                [b'\r', b'\n', ..] => self.at += 2,
                [b'#', ..] => self.at += self.count(is_text),
                _ => return,
            }
        }
    }

    /// The keys up to the next header or the end of the file.
    fn statements(&mut self) -> Option<Table> {
        let start = self.pairs.len();
        self.space();
        while self.peek().is_some_and(|byte| byte != b'[') {
            let pair = self.key_value()?;
            self.pairs.push(pair);
            self.line_end()?;
            self.space();
        }
        self.table(start)
    }

    /// The end of a line, after which another statement may begin.
    fn line_end(&mut self) -> Option<()> {
        self.rest_of_line();
        let rest = &self.text.as_bytes()[self.at..];
        (rest.is_empty() || rest.starts_with(b"\n") || rest.starts_with(b"\r\n")).then_some(())
    }

    fn header(&mut self) -> Option<Header> {
        let start = self.at;
        self.take(b'[')?;
        let is_list = self.take(b'[').is_some();
        self.blanks();
        let (name, key) = self.key()?;
        self.blanks();
        self.take(b']')?;
        if is_list {
            self.take(b']')?;
        }
        let span = start..self.at;
        self.line_end()?;
        Some(Header { name, key, span, is_list })
    }

    fn key_value(&mut self) -> Option<KeyValue> {
        let (name, span) = self.key()?;
        self.blanks();
        self.take(b'=')?;
        self.blanks();
        Some(KeyValue { name, span, node: self.node()? })
    }

    /// A key of one part, and where it stands.
    fn key(&mut self) -> Option<(Name, Range<usize>)> {
        let start = self.at;
        let is_quoted = self.take(b'"').is_some();
        let length = if is_quoted { self.count(is_plain) } else { self.count(is_bare) };
        let name = &self.text[self.at..self.at + length];
        self.at += length;
        if is_quoted {
            self.take(b'"')?;
        } else if name.is_empty() {
            return None;
        }
        let name = Key::named(name).map_or_else(|| Name::Other(name.into()), Name::Key);
        Some((name, start..self.at))
    }

    fn node(&mut self) -> Option<Node> {
        let start = self.at;
        let value = match self.peek()? {
            b'"' => self.quoted(b'"', is_plain, basic_end)?,
            b'\'' => self.quoted(b'\'', |byte| is_plain(byte) && byte != b'\'', literal_end)?,
            b'[' => self.nested(Self::list)?,
            b'{' => self.nested(Self::inline_table)?,
            _ => self.unquoted()?,
        };
        Some(Node { span: start..self.at, value })
    }

    fn nested(&mut self, read: impl FnOnce(&mut Self) -> Option<Value>) -> Option<Value> {
        self.depth += 1;
        let value = (self.depth <= DEEPEST).then(|| read(self)).flatten();
        self.depth -= 1;
        value
    }

    fn list(&mut self) -> Option<Value> {
        let start = self.elements.len();
        self.take(b'[')?;
        self.space();
        while self.take(b']').is_none() {
            let element = self.node()?;
            self.elements.push(element);
            self.separator(b']')?;
        }
        Some(Value::List(self.elements.drain(start..).collect()))
    }

    fn inline_table(&mut self) -> Option<Value> {
        let start = self.pairs.len();
        self.take(b'{')?;
        self.space();
        while self.take(b'}').is_none() {
            let pair = self.key_value()?;
            self.pairs.push(pair);
            self.separator(b'}')?;
        }
        self.table(start).map(Value::Table)
    }

    /// Steps over a comma and the space around it; before the closing bracket there need be none.
    fn separator(&mut self, close: u8) -> Option<()> {
        self.space();
        if self.peek() == Some(close) {
            return Some(());
        }
        self.take(b',')?;
        self.space();
        Some(())
    }

    /// The table of the keys from that number on, if each has a name of its own.
    fn table(&mut self, start: usize) -> Option<Table> {
        let pairs = &self.pairs[start..];
        let are_distinct = if pairs.len() <= FEW {
            pairs.iter().enumerate().all(|(ix, pair)| pairs[..ix].iter().all(|before| before.name != pair.name))
        } else {
            let mut names: Vec<Option<&str>> = pairs.iter().map(|pair| pair.name.text()).collect();
            names.sort_unstable();
            names.windows(2).all(|pair| pair[0] != pair[1])
        };
        are_distinct.then(|| Table { pairs: self.pairs.drain(start..).collect() })
    }

    /// A text between such quotes: of such bytes, which the quote is none of; `end` finds the end of one that is not
    /// plain.
    fn quoted(
        &mut self,
        quote: u8,
        is_such: impl Fn(u8) -> bool,
        end: impl FnOnce(&[u8]) -> Option<usize>,
    ) -> Option<Value> {
        let rest = &self.text.as_bytes()[self.at..];
        let close = 1 + rest[1..].iter().position(|byte| !is_such(*byte))?;
        let is_long = rest.starts_with(&[quote; 3]);
        if is_long || rest[close] != quote {
            return self.unusual(end(rest)?);
        }
        self.at += close + 1;
        Some(Value::Text(Text::AsWritten))
    }

    fn unquoted(&mut self) -> Option<Value> {
        let length = self.count(|byte| !matches!(byte, b',' | b']' | b'}' | b'#' | b'\r' | b'\n'));
        let written = self.text[self.at..self.at + length].trim_end_matches([' ', '\t']);
        let value = match written {
            "true" => Value::Boolean(true),
            "false" => Value::Boolean(false),
            _ => match (date(written.as_bytes()), number(written)) {
                (Some(date), _) => Value::Date(date),
                (_, Some(number)) => Value::Integer(Box::new(number)),
                (None, None) => return self.unusual(written.len()),
            },
        };
        self.at += written.len();
        Some(value)
    }

    /// A value of that many bytes that the parser is to read.
    fn unusual(&mut self, length: usize) -> Option<Value> {
        let written = self.text.get(self.at..self.at + length)?;
        // At the beginning of a text the parser passes over a byte order mark.
        let value = written.as_bytes().first().filter(|byte| byte.is_ascii()).and_then(|_| parser::scalar(written));
        self.at += length;
        value
    }
}
