//! What a length counts from where that is no day of issue: an event, in its own words.

use super::super::After;
use super::token::{Cursor, Token};

/// Passes all that is left as an event; none where that has no words, or those of a second deadline.
pub(super) fn named(cursor: &mut Cursor<'_>, of_others: &[&str]) -> Option<After> {
    let is_other = |token: &Token| match token {
        Token::Word(word) => of_others.contains(&word.as_str()),
        Token::Mark(mark) => matches!(mark, ';' | ':' | '+'),
        Token::Number(..) | Token::Dash { .. } => false,
    };
    let says_one = cursor.has_ahead(|token| matches!(token, Token::Word(_))) && !cursor.has_ahead(is_other);
    says_one.then(|| After::Event(cursor.rest().trim_end_matches(['.', ',']).trim_end().to_owned()))
}
