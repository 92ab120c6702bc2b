//! A key under construction: words with one space between two.

use super::letter::plain;

/// The words of a key as they come.
pub(super) struct Words {
    text: String,
    /// Where the last word begins, if it is not ended.
    word: Option<usize>,
}

impl Words {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), word: None }
    }

    /// Adds to the last word, or begins one.
    pub(super) fn letter(&mut self, c: char) {
        if self.word.is_none() {
            if !self.text.is_empty() {
                self.text.push(' ');
            }
            self.word = Some(self.text.len());
        }
        self.text.push(c);
    }

    /// The last word, if it is not ended.
    pub(super) fn word(&self) -> Option<&str> {
        self.word.map(|start| &self.text[start..])
    }

    /// Puts another letter in the place of the last.
    pub(super) fn replace_last(&mut self, c: char) {
        self.text.pop();
        self.text.push(c);
    }

    /// Puts another word in the place of the last, which is not ended.
    pub(super) fn replace_word(&mut self, word: &str) {
        if let Some(start) = self.word {
            self.text.truncate(start);
            self.text.push_str(word);
        }
    }

    /// Ends the last word; one that ends "Ủy ban nhân dân" makes "UBND" of it.
    pub(super) fn end_word(&mut self) {
        if self.word.take().is_some() {
            shorten_committee(&mut self.text);
        }
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// "Ủy ban nhân dân" as people write it, without diacritics.
const COMMITTEE: [&str; 5] = ["uy ban nhan dan", "uy ban nd", "ub nhan dan", "ub nd", "u b n d"];

/// Writes "ubnd" for a People's Committee in full at the end.
fn shorten_committee(text: &mut String) {
    if let Some(start) = COMMITTEE.iter().find_map(|committee| start_of_tail(text, committee)) {
        text.truncate(start);
        text.push_str("ubnd");
    }
}

/// Where the words at the end begin, if but for their diacritics they are these.
fn start_of_tail(text: &str, tail: &str) -> Option<usize> {
    let mut ahead = text.char_indices().rev();
    let mut start = text.len();
    for wanted in tail.chars().rev() {
        let (at, c) = ahead.next()?;
        if plain(c).unwrap_or(c) != wanted {
            return None;
        }
        start = at;
    }
    ahead.next().is_none_or(|(_, before)| before == ' ').then_some(start)
}
