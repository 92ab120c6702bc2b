//! Reading values, and what is wrong with them.

use crate::diagnostic::{Code, Problem, Problems};
use crate::file::keys::Key;
use crate::file::parsed::Parsed;
use crate::file::tree::Value;
use crate::text::{Message, quoted, words::problem};
use std::ops::Range;

/// The format version that this program reads and writes.
const VERSION: i64 = 1;

/// Reads values and collects what is wrong with them.
pub(super) struct Reader<'p> {
    pub(super) parsed: &'p Parsed,
    pub(super) found: Problems<Range<usize>>,
    /// Lists of keys for the tables to come, all empty.
    pub(super) spare: Vec<Vec<Key>>,
    /// The keys that each table was asked for: the test of the schema holds them against it.
    #[cfg(test)]
    pub(super) asked: Vec<(Range<usize>, Vec<Key>)>,
}

impl<'p> Reader<'p> {
    /// What is no TOML is reported first.
    pub(super) fn new(parsed: &'p Parsed) -> Self {
        let mut reader = Self {
            parsed,
            found: Problems::default(),
            spare: Vec::new(),
            #[cfg(test)]
            asked: Vec::new(),
        };
        reader.found.extend(parsed.syntax.iter().cloned());
        for (span, meaning) in &parsed.wrong {
            let said = || Message::new(|lang| problem::syntax_error(lang, meaning(lang)));
            reader.found.add(Code::Syntax, span.clone(), || Problem::new(Code::Syntax, span.clone(), said()));
        }
        reader
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
    pub(super) fn version_is_known(&mut self) -> bool {
        let Some(node) = self.parsed.root.get(Key::Version) else { return true };
        let Value::Integer(version) = &node.value else { return true };
        // A number too large for us is a version that we do not know.
        let is_known = version.value == Some(VERSION);
        if !is_known {
            let found = self.parsed.source.text().get(node.span.clone()).map(quoted).unwrap_or_default();
            let said = Message::new(|lang| problem::unsupported_version(lang, &found, VERSION));
            let help = Message::new(|lang| problem::unsupported_version_help(lang, VERSION));
            self.report(Code::UnsupportedVersion, node.span.clone(), said, Some(help));
        }
        is_known
    }
}
