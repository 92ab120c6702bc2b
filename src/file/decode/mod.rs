//! From TOML to a draft of the plan: every key by name, every value by type, every error at once.

mod deadline;
mod keys;
mod tables;
mod value;

pub(crate) use keys::{DEADLINE_KINDS, known_keys};

use super::parsed::Parsed;
use crate::diagnostic::{Code, Problem};
use crate::plan::{Draft, Field};
use crate::text::{Message, is_near, quoted, words::problem};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The format version that this program reads and writes.
pub const VERSION: i64 = 1;

/// Reads a parsed file into a draft; what cannot be read is reported, and broken in the draft.
pub(crate) fn decode(parsed: &Parsed<'_>) -> (Draft, Vec<Problem<Range<usize>>>) {
    let mut reader = Reader { parsed, found: parsed.syntax.clone() };
    reader.numbers(&parsed.root);
    let draft = if reader.version_is_known() { tables::draft(&mut reader) } else { Draft::default() };
    (draft, reader.found)
}

/// Reads values and collects what is wrong with them.
struct Reader<'p> {
    parsed: &'p Parsed<'p>,
    found: Vec<Problem<Range<usize>>>,
}

/// A table being read: its values, where it stands, and whether all of it could be read.
#[derive(Clone)]
struct Table<'p> {
    values: &'p DeTable<'p>,
    span: Range<usize>,
    /// Whether a key that is absent may only have been unreadable.
    is_damaged: bool,
    /// Keys that an unknown one was most likely meant for; such a one is not absent.
    misspelt: Vec<&'static str>,
}

impl Table<'_> {
    /// Where a key stands.
    fn key_span(&self, key: &str) -> Option<Range<usize>> {
        self.values.get_key_value(key).map(|(key, _)| key.span())
    }
}

type Value<'p> = Spanned<DeValue<'p>>;

impl<'p> Reader<'p> {
    fn report(&mut self, code: Code, span: Range<usize>, message: Message, help: Option<Message>) {
        let mut problem = Problem::new(code, span, message);
        problem.help = help;
        self.found.push(problem);
    }

    /// A file of another version is not judged further: its keys may mean something else.
    fn version_is_known(&mut self) -> bool {
        let Some(value) = self.parsed.get("version") else {
            if !self.parsed.damage.is_near(0) {
                self.report_missing("version", 0..0);
            }
            return true;
        };
        // A number too large for us is a version that we do not know.
        let too_large = matches!(value.get_ref(), DeValue::Integer(number) if !number.as_str().is_empty() && i64::from_str_radix(number.as_str(), number.radix()).is_err());
        let version = if too_large {
            i64::MAX
        } else {
            let Some(version) = self.whole("version", value, problem::an_integer, i64::MIN..=i64::MAX) else {
                return true;
            };
            version
        };
        if version != VERSION {
            let found = self.parsed.text.get(value.span()).map(quoted).unwrap_or_default();
            let said = Message::new(|lang| problem::unsupported_version(lang, &found, VERSION));
            let help = Message::new(|lang| problem::unsupported_version_help(lang, VERSION));
            self.report(Code::UnsupportedVersion, value.span(), said, Some(help));
        }
        version == VERSION
    }

    /// Opens a table and reports every key that it may not have.
    fn table(&mut self, name: &'static str, value: &'p Value<'p>) -> Option<Table<'p>> {
        match value.get_ref() {
            DeValue::Table(values) => Some(self.open(name, values, value.span())),
            _ => self.wrong_type(name, value, problem::a_table),
        }
    }

    fn open(&mut self, name: &'static str, values: &'p DeTable<'p>, span: Range<usize>) -> Table<'p> {
        let known = known_keys(name);
        let unknown = values.iter().filter(|(key, _)| !known.contains(&key.get_ref().as_ref()));
        let misspelt = unknown.filter_map(|(key, _)| self.unknown_key(key.get_ref(), key.span(), name)).collect();
        let is_damaged = self.parsed.damage.is_near(span.start);
        Table { values, span, is_damaged, misspelt }
    }

    /// Reports a key that a table may not have; which one was most likely meant.
    fn unknown_key(&mut self, key: &str, span: Range<usize>, table: &'static str) -> Option<&'static str> {
        let known = known_keys(table);
        let nearest = crate::text::nearest(key, known.iter().copied());
        let near = nearest.filter(|nearest| is_near(key, nearest));
        let key = quoted(key);
        let said = Message::new(|lang| problem::unknown_key(lang, &key));
        let help = Message::new(|lang| match near {
            Some(near) => problem::nearest_id(lang, near),
            None if table.is_empty() => problem::unknown_key_free(lang).to_owned(),
            None => problem::unknown_key_known(lang, &known.join(", ")),
        });
        self.report(Code::UnknownKey, span, said, Some(help));
        near
    }

    /// An optional key.
    fn field<T>(
        &mut self,
        table: &Table<'p>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &'static str, &'p Value<'p>) -> Option<T>,
    ) -> Field<T> {
        match table.values.get(key) {
            Some(value) => read(self, key, value).map_or(Field::Broken, Field::Given),
            None if table.is_damaged || table.misspelt.contains(&key) => Field::Broken,
            None => Field::Absent,
        }
    }

    /// A required key: one that is absent is reported, and broken.
    fn required<T>(
        &mut self,
        table: &Table<'p>,
        key: &'static str,
        read: impl FnOnce(&mut Self, &'static str, &'p Value<'p>) -> Option<T>,
    ) -> Field<T> {
        match self.field(table, key, read) {
            Field::Absent => {
                self.report_missing(key, table.span.clone());
                Field::Broken
            }
            field => field,
        }
    }

    fn report_missing(&mut self, key: &'static str, span: Range<usize>) {
        let said = Message::new(|lang| problem::missing_key(lang, key));
        let help = Message::new(|lang| problem::missing_key_help(lang, keys::example(key)));
        self.report(Code::MissingKey, span, said, Some(help));
    }
}
