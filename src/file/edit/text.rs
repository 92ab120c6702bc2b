//! New entries as TOML 1.0.

use crate::file::keys::Key;
use crate::plan::{Entry, Extension};
use chrono::NaiveDate;
use toml_writer::{ToTomlValue as _, TomlStringBuilder};

/// An entry as its keys and values, in the order in which they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pairs: Vec<(Key, String)>,
}

impl Line {
    /// `{ by = "…", on = 2020-10-08 }`
    pub(super) fn inline(&self) -> String {
        format!("{{ {} }}", self.joined(", "))
    }

    /// `by = "…"` and so on, joined.
    pub(super) fn joined(&self, between: &str) -> String {
        let pairs: Vec<String> = self.pairs.iter().map(|(key, value)| format!("{} = {value}", key.name())).collect();
        pairs.join(between)
    }
}

/// Entries one after the other, each between two texts.
pub(super) fn inline_all(lines: &[Line], before: &str, after: &str) -> String {
    lines.iter().map(|line| [before, &line.inline(), after].concat()).collect()
}

/// A submission.
pub(super) fn entry(by: &str, entry: &Entry) -> Line {
    let mut pairs = vec![(Key::By, string(by)), (Key::On, entry.on.to_string())];
    pairs.extend(entry.reference.as_deref().map(|text| (Key::Ref, string(text))));
    pairs.extend(entry.note.as_deref().map(|text| (Key::Note, string(text))));
    Line { pairs }
}

/// What is added to an entry whose report is sent back.
pub(super) fn returned(day: NaiveDate, reason: Option<&str>) -> Line {
    let mut pairs = vec![(Key::Returned, day.to_string())];
    pairs.extend(reason.map(|text| (Key::Reason, string(text))));
    Line { pairs }
}

/// An extension.
pub(super) fn extension<'a>(covers: impl Iterator<Item = &'a str>, extension: &Extension) -> Line {
    let mut pairs = vec![(Key::To, extension.to.to_string()), (Key::Granted, extension.granted.to_string())];
    pairs.extend(extension.reference.as_deref().map(|text| (Key::Ref, string(text))));
    let ids: Vec<String> = covers.map(string).collect();
    if !ids.is_empty() {
        pairs.push((Key::For, format!("[{}]", ids.join(", "))));
    }
    Line { pairs }
}

/// A basic string on one line.
fn string(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}
