//! Words, numbers and marks of a wording, and a cursor over them.

/// One piece of a wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A run of letters, as its language compares them.
    Word(String),
    /// A run of at most four digits, and how many there are.
    Number(u32, usize),
    /// A hyphen or dash; tight where no space stands on either side.
    Dash { tight: bool },
    /// One of `/ . , : ; +`.
    Mark(char),
}

/// A token, and where in the wording it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    token: Token,
    at: usize,
}

/// Takes a wording apart, its words as a language compares them; none where something in it has no meaning in a
/// wording.
///
/// Letters and digits are told apart here, before folding, which would lose the marks between
/// them and would turn a footnote's `²` into a digit.
pub(super) fn tokens(text: &str, word: impl Fn(&str) -> Option<String>) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut spaced = true;
    while let Some(first) = rest.chars().next() {
        let at = text.len() - rest.len();
        let mut push = |token| pieces.push(Piece { token, at });
        let taken = match first {
            _ if first.is_whitespace() => rest.len() - rest.trim_start().len(),
            _ if first.is_ascii_digit() => {
                let taken = run(rest, |c| c.is_ascii_digit());
                let number = rest.get(..taken).filter(|digits| digits.len() <= 4)?;
                push(Token::Number(number.parse().ok()?, taken));
                taken
            }
            _ if first.is_alphabetic() => {
                let taken = run(rest, |c| c.is_alphabetic() || is_tone_or_shape(c));
                push(Token::Word(word(rest.get(..taken)?)?));
                taken
            }
            '/' | '.' | ',' | ':' | ';' | '+' => {
                push(Token::Mark(first));
                1
            }
            _ if is_dash(first) => {
                let next = rest.chars().nth(1);
                push(Token::Dash { tight: !spaced && next.is_some_and(|c| !c.is_whitespace()) });
                first.len_utf8()
            }
            _ => return None,
        };
        spaced = first.is_whitespace();
        rest = rest.get(taken..)?;
    }
    Some(pieces)
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// The combining marks of decomposed Vietnamese; others, such as a stroke through a word, change
/// what it says.
fn is_tone_or_shape(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{303}' | '\u{306}' | '\u{309}' | '\u{31b}' | '\u{323}' | '\u{340}' | '\u{341}')
}

/// Hyphens, dashes and the minus sign.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// A place in a wording. Copies are cheap: to try a reading, advance a copy.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    pieces: &'a [Piece],
    /// The year of what names none.
    pub year: Option<i32>,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str, pieces: &'a [Piece], year: Option<i32>) -> Self {
        Self { text, pieces, year }
    }

    pub(super) fn is_at_end(self) -> bool {
        self.pieces.is_empty()
    }

    /// Passes all that is left, which is told as it is written.
    pub(super) fn rest(&mut self) -> &'a str {
        let rest = self.pieces.first().and_then(|piece| self.text.get(piece.at..)).unwrap_or_default();
        self.pieces = &[];
        rest.trim_end()
    }

    /// Whether a word or a mark is among what is left.
    pub(super) fn has_ahead(self, is_it: impl Fn(&Token) -> bool) -> bool {
        self.pieces.iter().any(|piece| is_it(&piece.token))
    }

    fn first(self) -> Option<&'a Token> {
        self.pieces.first().map(|piece| &piece.token)
    }

    /// Passes one token if it is the one wanted.
    fn token(&mut self, wanted: impl Fn(&Token) -> bool) -> bool {
        let found = self.first().is_some_and(wanted);
        if found {
            self.pieces = &self.pieces[1..];
        }
        found
    }

    /// Passes a phrase of words as the language compares them, such as `hoan thanh`.
    pub(super) fn phrase(&mut self, phrase: &str) -> bool {
        let mut ahead = *self;
        let found = phrase.split(' ').all(|word| ahead.token(|token| matches!(token, Token::Word(w) if w == word)));
        if found {
            *self = ahead;
        }
        found
    }

    /// Passes the first of several phrases that stands here; the longer of two must come first.
    pub(super) fn any(&mut self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.phrase(phrase))
    }

    pub(super) fn mark(&mut self, mark: char) -> bool {
        self.token(|token| *token == Token::Mark(mark))
    }

    pub(super) fn dash(&mut self) -> bool {
        self.token(|token| matches!(token, Token::Dash { .. }))
    }

    pub(super) fn tight_dash(&mut self) -> bool {
        self.token(|token| *token == Token::Dash { tight: true })
    }

    /// A number of one or two digits: a day, a month or a quarter.
    pub(super) fn short(&mut self) -> Option<u32> {
        let Some(&Token::Number(value, 1..=2)) = self.first() else { return None };
        self.pieces = &self.pieces[1..];
        Some(value)
    }

    /// A number of up to four digits: how many.
    pub(super) fn count(&mut self) -> Option<u32> {
        let Some(&Token::Number(value, _)) = self.first() else { return None };
        self.pieces = &self.pieces[1..];
        Some(value)
    }

    /// A number of four digits.
    pub(super) fn year(&mut self) -> Option<i32> {
        let Some(&Token::Number(value, 4)) = self.first() else { return None };
        self.pieces = &self.pieces[1..];
        value.try_into().ok()
    }

    /// A quarter in Roman numerals, after `prefix`.
    pub(super) fn roman(&mut self, prefix: &str) -> Option<u32> {
        let Some(Token::Word(word)) = self.first() else { return None };
        let quarter = match word.strip_prefix(prefix)? {
            "i" => 1,
            "ii" => 2,
            "iii" => 3,
            "iv" => 4,
            _ => return None,
        };
        self.pieces = &self.pieces[1..];
        Some(quarter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn tokens(text: &str) -> Option<Vec<Token>> {
        let pieces = super::tokens(text, |word| Some(fold(word)))?;
        Some(pieces.into_iter().map(|piece| piece.token).collect())
    }

    #[test]
    fn letters_digits_and_marks_part_without_spaces() {
        let word = |text: &str| Token::Word(text.to_owned());
        let slash = Token::Mark('/');
        assert_eq!(
            tokens("Tha\u{301}ng12/2025–QIV"),
            Some(vec![
                word("thang"),
                Token::Number(12, 2),
                slash,
                Token::Number(2025, 4),
                Token::Dash { tight: true },
                word("qiv")
            ])
        );
    }

    #[test]
    fn what_has_no_meaning_in_a_wording_is_no_token() {
        for text in ["20255", "2025²", "2\u{336}025", "2025①", "\u{200b}2025", "(2025)", "“2025”", "2025…", "→"]
        {
            assert_eq!(tokens(text), None, "{text}");
        }
    }
}
