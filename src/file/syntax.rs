//! What the parser's errors mean, in plain words.

use super::damage::Damage;
use crate::diagnostic::{Code, Problem};
use crate::text::{Lang, Message, quoted, words::problem};
use std::ops::Range;
use toml::de::Error;

type Meaning = fn(Lang) -> &'static str;

/// What the parser says (the start of its message), and what we say; the first that fits.
const MEANINGS: [(&str, Meaning); 20] = [
    ("unclosed array table", problem::syntax_unclosed_header),
    ("unclosed array", problem::syntax_unclosed_list),
    ("unclosed inline table", problem::syntax_unclosed_table),
    ("unclosed table", problem::syntax_unclosed_header),
    ("missing comma", problem::syntax_missing_comma),
    ("invalid time", problem::syntax_missing_comma),
    ("key with no value", problem::syntax_no_value),
    ("missing assignment", problem::syntax_no_value),
    ("missing value", problem::syntax_no_value),
    ("string values must be quoted", problem::syntax_unquoted),
    ("invalid date, expected a", problem::syntax_date_form),
    ("invalid date", problem::syntax_bad_date),
    ("invalid basic string", problem::syntax_open_string),
    ("invalid literal string", problem::syntax_open_string),
    ("invalid multi-line", problem::syntax_open_string),
    ("invalid unquoted key", problem::syntax_key_letters),
    ("missing escaped value", problem::syntax_escape),
    ("invalid boolean", problem::syntax_boolean),
    ("unexpected key or value", problem::syntax_one_a_line),
    ("unexpected leading zero", problem::syntax_leading_zero),
];

/// What an error means, by what the parser says and by what stands there.
fn meaning(message: &str, there: &str) -> Meaning {
    let there = there.lines().next().unwrap_or_default().trim();
    let is_unquoted = message.starts_with("string values must be quoted");
    let mut parts = there.split([',', ' ', '}', ']']).next().unwrap_or_default().split('/');
    let is_slashed = parts.clone().count() == 3 && parts.all(|part| part.parse::<u16>().is_ok());
    match () {
        () if is_unquoted && (there.is_empty() || there.starts_with('#')) => problem::syntax_no_value,
        () if is_unquoted && there.starts_with(['“', '”', '‘', '’']) => problem::syntax_curly_quotes,
        () if is_unquoted && is_slashed => problem::syntax_date_form,
        () => {
            MEANINGS.iter().find(|(start, _)| message.starts_with(start)).map_or(problem::syntax_other, |found| found.1)
        }
    }
}

/// Whether the parser complains of a key that stands twice.
pub(super) fn is_duplicate(message: &str) -> bool {
    message.starts_with("duplicate key")
}

/// A syntax error as a problem of the file.
pub(super) fn not_toml(message: &str, span: Range<usize>, text: &str) -> Problem<Range<usize>> {
    let span = within_text(span, text);
    let meaning = meaning(message, &text[span.start..]);
    let said = Message::new(|lang| problem::syntax_error(lang, meaning(lang)));
    Problem::new(Code::Syntax, span, said).with_help(Message::new(problem::syntax_help))
}

/// A file in another encoding is one problem, however many bytes show it.
pub(super) fn wrong_encoding(bad: &[Range<usize>]) -> Option<Problem<Range<usize>>> {
    let (first, rest) = bad.split_first()?;
    let said = Message::new(|lang| problem::syntax_utf8(lang).to_owned());
    let help = Message::new(|lang| problem::syntax_utf8_help(lang).to_owned());
    let mut found = Problem::new(Code::Syntax, first.clone(), said).with_help(help);
    found.also = rest.to_vec();
    Some(found)
}

/// Errors that are left when every statement reads well alone: a key or table that stands twice,
/// each a problem of its own; of others, which may follow from each other, the first. What each costs is noted. In a merge that was not
/// finished both sides may well say the same: that is told already.
pub(super) fn left_over(
    errors: &[Error],
    text: &str,
    conflicts: &[Range<usize>],
    damage: &mut Damage,
) -> Vec<Problem<Range<usize>>> {
    let mut found = Vec::new();
    let mut other_seen = false;
    for error in errors {
        let span = within_text(error.span().unwrap_or(0..0), text);
        if is_duplicate(error.message()) {
            let key = quoted(text.get(span.clone()).unwrap_or_default());
            let said = Message::new(|lang| problem::syntax_duplicate_key(lang, &key));
            let help = Message::new(|lang| problem::syntax_duplicate_help(lang).to_owned());
            damage.lose_duplicate(text, span.clone());
            if conflicts.iter().any(|conflict| conflict.contains(&span.start)) {
                continue;
            }
            found.push(Problem::new(Code::Syntax, span, said).with_help(help));
            continue;
        }
        damage.lose_unknown(span.start);
        if !std::mem::replace(&mut other_seen, true) {
            found.push(not_toml(error.message(), span, text));
        }
    }
    damage.sort();
    found
}

/// The range cut to the text, on character boundaries.
fn within_text(span: Range<usize>, text: &str) -> Range<usize> {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let end = text.ceil_char_boundary(span.end.min(text.len()).max(start));
    start..end
}
