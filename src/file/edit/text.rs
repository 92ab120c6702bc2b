//! New entries as TOML 1.0.

use crate::file::keys::Key;
use crate::plan::{BodyIx, Covered, Entry, Extension, Period, Progress};
use chrono::NaiveDate;
use toml_writer::{ToTomlValue as _, TomlStringBuilder};

/// An entry as its keys and values, in the order in which they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pairs(Vec<(Key, String)>);

impl Pairs {
    /// `{ by = "…", on = 2020-10-08 }`
    pub(super) fn inline(&self) -> String {
        format!("{{ {} }}", self.joined(", "))
    }

    /// `by = "…"` and so on, joined.
    pub(super) fn joined(&self, between: &str) -> String {
        let pairs: Vec<String> = self.0.iter().map(|(key, value)| format!("{} = {value}", key.name())).collect();
        pairs.join(between)
    }
}

/// Entries one after the other, each between two texts.
pub(super) fn inline_all(entries: &[Pairs], before: &str, after: &str) -> String {
    entries.iter().map(|entry| [before, &entry.inline(), after].concat()).collect()
}

/// Entries one after the other on one line.
pub(super) fn on_one_line(entries: &[Pairs]) -> String {
    entries.iter().map(Pairs::inline).collect::<Vec<_>>().join(", ")
}

/// A submission; `id` tells the ids of bodies.
pub(super) fn entry<'i>(entry: &Entry, id: impl Fn(BodyIx) -> &'i str) -> Pairs {
    let Entry { by, period: of, on, reference, note, returned, reason: why } = entry;
    let mut pairs = vec![(Key::By, string(id(*by)))];
    pairs.extend(of.map(|of| (Key::Period, period(of))));
    pairs.push((Key::On, period(*on)));
    pairs.extend(reference.as_deref().map(|text| (Key::Ref, string(text))));
    pairs.extend(note.as_deref().map(|text| (Key::Note, string(text))));
    pairs.extend(returned.map(|day| (Key::Returned, day.to_string())));
    pairs.extend(reason(why.as_deref()));
    Pairs(pairs)
}

/// What is added to an entry whose report is sent back.
pub(super) fn returned(day: NaiveDate, why: Option<&str>) -> Pairs {
    Pairs(std::iter::once((Key::Returned, day.to_string())).chain(reason(why)).collect())
}

fn reason(why: Option<&str>) -> Option<(Key, String)> {
    why.map(|text| (Key::Reason, string(text)))
}

/// An extension; `id` tells the ids of bodies.
pub(super) fn extension<'i>(extension: &Extension, id: impl Fn(BodyIx) -> &'i str) -> Pairs {
    let Extension { period: of, to, granted, reference, covers } = extension;
    let mut pairs: Vec<(Key, String)> = of.map(|of| (Key::Period, period(of))).into_iter().collect();
    pairs.extend([(Key::To, to.to_string()), (Key::Granted, granted.to_string())]);
    pairs.extend(reference.as_deref().map(|text| (Key::Ref, string(text))));
    if let Some(Covered { stated, units: _ }) = covers {
        let ids: Vec<String> = stated.iter().map(|body| string(id(*body))).collect();
        pairs.push((Key::For, format!("[{}]", ids.join(", "))));
    }
    Pairs(pairs)
}

/// A day or a year as it is, any other span of the calendar as a text.
fn period(period: Period) -> String {
    match period {
        Period::Day(_) | Period::Year(_) => period.to_string(),
        Period::Week(..) | Period::Month(..) | Period::Quarter(..) | Period::Half(..) => string(&period.to_string()),
    }
}

/// A note; `id` tells the ids of bodies.
pub(super) fn note<'i>(note: &Progress, id: impl Fn(BodyIx) -> &'i str) -> Pairs {
    let Progress { on, by, text } = note;
    let mut pairs = vec![(Key::On, on.to_string())];
    pairs.extend(by.map(|by| (Key::By, string(id(by)))));
    pairs.push((Key::Text, string(&text.own)));
    pairs.extend(text.en.as_deref().map(|text| (Key::TextEn, string(text))));
    Pairs(pairs)
}

/// What is said of an event that has happened: each key by itself.
pub(super) fn happened(on: NaiveDate, reference: Option<&str>) -> Vec<(Key, Pairs)> {
    let on = (Key::On, on.to_string());
    let reference = reference.map(|text| (Key::Ref, string(text)));
    std::iter::once(on).chain(reference).map(|(key, value)| (key, Pairs(vec![(key, value)]))).collect()
}

/// A basic string on one line.
fn string(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}
