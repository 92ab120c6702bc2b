//! A name as it is compared, and words at its beginning.

use crate::text::{alike, fold};
use std::sync::OnceLock;

/// How strictly two names are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// With diacritics.
    Alike,
    /// Without.
    Folded,
}

/// A name, or some words of it, in both forms.
///
/// The one with diacritics costs more, and is made when it is first asked for: what differs folded is not alike.
#[derive(Clone, Debug)]
pub(super) struct Spelling {
    /// The whole name, as it is written.
    name: String,
    /// How many of its words stand before those that are meant. Both forms have the same words.
    skipped: usize,
    folded: String,
    alike: OnceLock<String>,
}

impl Spelling {
    pub(super) fn of(name: &str) -> Self {
        Self { name: name.to_owned(), skipped: 0, folded: fold(name), alike: OnceLock::new() }
    }

    /// The words of a name that these end it with; they are a tail of its folded form.
    pub(super) fn tail(&self, folded: &str) -> Self {
        let skipped = words(&self.folded) - words(folded);
        Self { name: self.name.clone(), skipped, folded: folded.to_owned(), alike: OnceLock::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// The name as it is written.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn get(&self, form: Form) -> &str {
        match form {
            Form::Folded => &self.folded,
            Form::Alike => self.alike.get_or_init(|| {
                let alike = alike(&self.name);
                tails(&alike).nth(self.skipped).unwrap_or_default().to_owned()
            }),
        }
    }

    /// Whether two names are the same in a form.
    pub(super) fn is(&self, other: &Self, form: Form) -> bool {
        self.folded == other.folded && (form == Form::Folded || self.get(form) == other.get(form))
    }
}

fn words(key: &str) -> usize {
    tails(key).count()
}

/// What follows the first words of a text if they are these.
pub(super) fn strip_words<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let rest = text.strip_prefix(words)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ') }
}

/// What is left of a text from each of its words on, the whole text first.
pub(super) fn tails(text: &str) -> impl Iterator<Item = &str> {
    let whole = Some(text).filter(|text| !text.is_empty());
    std::iter::successors(whole, |text| text.split_once(' ').map(|(_, rest)| rest))
}
