//! The key of names that are alike: the same but for how they are typed.

use super::is_invisible;
use super::letter::{d_with_stroke, is_shape, is_tone, is_vowel};
use super::words::Words;
use unicode_normalization::{
    UnicodeNormalization,
    char::{compose, is_combining_mark},
};

/// What names have in common that are one name (docs/meaning.md, Names).
///
/// As [`fold`](super::fold), but with diacritics: they tell names apart. Where in a syllable its tone is set does not
/// (`hòa` = `hoà`), nor which of its look-alikes stands for `Đ`. What is alike folds the same.
///
/// ```
/// use papi_plan::text::alike;
/// assert_eq!(alike("UỶ BAN NHÂN DÂN xã Hoà Bình"), alike("UBND xã Hòa Bình"));
/// assert_ne!(alike("xã Văn Lang"), alike("xã Văn Lăng"));
/// assert_eq!(alike("\u{d0}ại Từ"), alike("Đại Từ")); // an Icelandic letter
/// ```
pub fn alike(text: &str) -> String {
    let mut name = Spelled { words: Words::with_capacity(text.len()), characters: 0, tones: Vec::new() };
    for c in text.chars().filter(|c| !is_invisible(*c)).nfkd() {
        c.to_lowercase().for_each(|low| name.read(low));
    }
    name.end_word();
    name.words.into_text()
}

struct Spelled {
    words: Words,
    /// How many characters the last word has.
    characters: usize,
    /// The tones of the last word, and how many characters of it stand before each.
    tones: Vec<(usize, char)>,
}

impl Spelled {
    /// Takes the next character, decomposed and in lower case.
    fn read(&mut self, c: char) {
        if is_combining_mark(c) {
            self.mark(c);
        } else if c == '&' {
            self.end_word();
            for c in ['v', 'a', '\u{300}'] {
                self.read(c);
            }
            self.end_word();
        } else if c.is_alphanumeric() {
            self.letter(d_with_stroke(c).unwrap_or(c));
        } else {
            self.end_word();
        }
    }

    fn letter(&mut self, c: char) {
        self.words.letter(c);
        self.characters += 1;
    }

    /// Takes a mark on the last letter; one on no letter is nothing.
    fn mark(&mut self, mark: char) {
        let Some(word) = self.words.word() else { return };
        if is_tone(mark) {
            self.tones.push((self.characters, mark));
            return;
        }
        let shaped = word.chars().next_back().and_then(|last| compose(last, mark)).filter(|_| is_shape(mark));
        match shaped {
            Some(letter) => self.words.replace_last(letter),
            None => self.letter(mark),
        }
    }

    fn end_word(&mut self) {
        let toned = self.words.word().filter(|_| !self.tones.is_empty()).map(|word| with_tones(word, &self.tones));
        if let Some(toned) = toned {
            self.words.replace_word(&toned);
        }
        self.tones.clear();
        self.characters = 0;
        self.words.end_word();
    }
}

/// The word with its tones. A syllable has one: it goes to the first vowel, wherever it was set. What has several is no
/// syllable, and keeps them where they are.
fn with_tones(word: &str, tones: &[(usize, char)]) -> String {
    let sole = match tones {
        [(_, tone)] => word.chars().position(is_vowel).map(|vowel| [(vowel + 1, *tone)]),
        _ => None,
    };
    let tones = sole.as_ref().map_or(tones, |sole| sole.as_slice());
    let mut out = String::with_capacity(word.len() + 2 * tones.len());
    let mut tones = tones.iter().peekable();
    for (before, c) in word.chars().enumerate() {
        out.push(c);
        while let Some((_, tone)) = tones.next_if(|(at, _)| *at == before + 1) {
            out.push(*tone);
        }
    }
    out.nfc().collect()
}
