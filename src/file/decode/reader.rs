//! Reading values, and what is wrong with them.

use crate::diagnostic::{Code, Problem, Problems, Source};
use crate::file::damage::{Damage, LostKeys};
use crate::file::keys::Key;
use crate::file::parsed::Parsed;
use crate::file::tree::{Node, Table, Value};
use crate::text::{Message, quoted, words::problem};
use std::ops::Range;

/// The format version that this program reads and writes.
const VERSION: i64 = 1;

/// Reads values and collects what is wrong with them.
pub(super) struct Reader<'p> {
    source: &'p Source,
    damage: &'p Damage,
    pub(super) found: Problems<Range<usize>>,
    /// Lists of keys for the tables to come, all empty.
    pub(super) spare: Vec<Vec<Key>>,
    /// The keys that each table was asked for: the test of the schema holds them against it.
    #[cfg(test)]
    pub(super) asked: Vec<(Range<usize>, Vec<Key>)>,
}

impl<'p> Reader<'p> {
    /// Reads a text of which that is lost.
    pub(super) fn new(source: &'p Source, damage: &'p Damage) -> Self {
        Self {
            source,
            damage,
            found: Problems::default(),
            spare: Vec::new(),
            #[cfg(test)]
            asked: Vec::new(),
        }
    }

    /// Reads a parsed file; what is no TOML is reported first.
    pub(super) fn of(parsed: &'p Parsed) -> Self {
        let mut reader = Self::new(&parsed.source, &parsed.damage);
        reader.found.extend(parsed.syntax.iter().cloned());
        for (span, meaning) in &parsed.wrong {
            let said = || Message::new(|lang| problem::syntax_error(lang, meaning(lang)));
            reader.found.add(Code::Syntax, span.clone(), || Problem::new(Code::Syntax, span.clone(), said()));
        }
        reader
    }

    /// The text that a value is.
    pub(super) fn written<'n>(&self, node: &'n Node) -> Option<&'n str>
    where
        'p: 'n,
    {
        node.text(self.source.text())
    }

    /// What stands there in the file.
    pub(super) fn text_at(&self, span: &Range<usize>) -> Option<&'p str> {
        self.source.text().get(span.clone())
    }

    /// The keys of a table that could not be read.
    pub(super) fn keys_lost(&self, table: &Table, span: &Range<usize>) -> LostKeys {
        self.damage.keys_lost(self.source.text(), table, span)
    }

    /// Keeps a list of keys for another table.
    pub(super) fn spare_again(&mut self, mut keys: Vec<Key>) {
        keys.clear();
        self.spare.push(keys);
    }

    pub(super) fn report(&mut self, code: Code, span: Range<usize>, message: Message, help: Option<Message>) {
        let mut problem = Problem::new(code, span, message);
        problem.help = help;
        self.found.push(problem);
    }

    pub(super) fn report_missing(&mut self, key: Key, span: Range<usize>) {
        let said = Message::new(|lang| problem::missing_key(lang, key.name()));
        let help = Message::new(|lang| problem::missing_key_help(lang, key.example()));
        self.report(Code::MissingKey, span, said, Some(help));
    }

    /// A file of another version is not judged further: its keys may mean something else.
    pub(super) fn version_is_known(&mut self, root: &Table) -> bool {
        let Some(node) = root.get(Key::Version) else { return true };
        let Value::Integer(version) = &node.value else { return true };
        // A number too large for us is a version that we do not know.
        let is_known = version.value == Some(VERSION);
        if !is_known {
            let found = self.text_at(&node.span).map(quoted).unwrap_or_default();
            let said = Message::new(|lang| problem::unsupported_version(lang, &found, VERSION));
            let help = Message::new(|lang| problem::unsupported_version_help(lang, VERSION));
            self.report(Code::UnsupportedVersion, node.span.clone(), said, Some(help));
        }
        is_known
    }
}
