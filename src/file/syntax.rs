//! What the parser's errors mean, in plain words.

use super::damage::Damage;
use super::slip;
use crate::diagnostic::{Code, Problem};
use crate::text::{Lang, Message, quoted, words::problem};
use std::ops::Range;
use toml::de::Error;

type Words = fn(Lang) -> &'static str;

/// What the parser says (the start of its message), what we say, and what to do; the first that fits.
const MEANINGS: [(&str, Words, Words); 20] = [
    ("unclosed array table", problem::syntax_unclosed_header, problem::syntax_add_bracket),
    ("unclosed array", problem::syntax_unclosed_list, problem::syntax_add_bracket),
    ("unclosed inline table", problem::syntax_unclosed_table, problem::syntax_add_brace),
    ("unclosed table", problem::syntax_unclosed_header, problem::syntax_add_bracket),
    ("missing comma", problem::syntax_missing_comma, problem::syntax_add_comma),
    ("invalid time", problem::syntax_missing_comma, problem::syntax_add_comma),
    ("key with no value", problem::syntax_no_equals, problem::syntax_no_equals_help),
    ("missing assignment", problem::syntax_no_equals, problem::syntax_no_equals_help),
    ("missing value", problem::syntax_missing_value, problem::syntax_missing_value_help),
    ("string values must be quoted", problem::syntax_unquoted, problem::syntax_add_quotes),
    ("invalid date, expected a", problem::syntax_date_form, problem::syntax_date_form_help),
    ("invalid date", problem::syntax_bad_date, problem::syntax_bad_date_help),
    ("invalid basic string", problem::syntax_open_string, problem::syntax_add_quote),
    ("invalid literal string", problem::syntax_open_string, problem::syntax_add_quote),
    ("invalid multi-line", problem::syntax_open_string, problem::syntax_add_quote),
    ("invalid unquoted key", problem::syntax_key_letters, problem::syntax_key_letters_help),
    ("missing escaped value", problem::syntax_escape, problem::syntax_escape_help),
    ("invalid boolean", problem::syntax_boolean, problem::syntax_boolean_help),
    ("unexpected key or value", problem::syntax_one_a_line, problem::syntax_one_a_line_help),
    ("unexpected leading zero", problem::syntax_leading_zero, problem::syntax_leading_zero_help),
];

/// What an error means, by what the parser says and by what stands there.
fn meaning(message: &str, there: &str) -> (Words, Words) {
    let there = there.lines().next().unwrap_or_default().trim();
    let is_unquoted = message.starts_with("string values must be quoted");
    if is_unquoted && (there.is_empty() || there.starts_with('#')) {
        return (problem::syntax_missing_value, problem::syntax_missing_value_help);
    }
    let known = MEANINGS.iter().find(|(start, ..)| message.starts_with(start));
    known.map_or((problem::syntax_other, problem::syntax_other_help), |(_, said, help)| (*said, *help))
}

/// Whether the parser complains of a key that stands twice.
pub(super) fn is_duplicate(message: &str) -> bool {
    message.starts_with("duplicate key")
}

/// A syntax error as a problem of the file.
pub(super) fn not_toml(message: &str, span: Range<usize>, text: &str) -> Problem<Range<usize>> {
    let span = within_text(span, text);
    let line = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
    let line = if line == 0 && text.starts_with('\u{feff}') && span.start > 0 { '\u{feff}'.len_utf8() } else { line };
    let line_text = text[line..].split('\n').next().unwrap_or_default();
    let line_text = line_text.strip_suffix('\r').unwrap_or(line_text);
    let at = (span.start - line).min(line_text.len());
    if let Some(slip) = slip::find(line_text, at, message) {
        let said = Message::new(|lang| problem::syntax_error(lang, &slip.said.in_lang(lang)));
        let help = Message::new(|lang| slip.help.in_lang(lang));
        return Problem::new(Code::Syntax, line + slip.at.start..line + slip.at.end, said).with_help(help);
    }
    let (said, help) = meaning(message, &text[span.start..]);
    let said = Message::new(|lang| problem::syntax_error(lang, said(lang)));
    Problem::new(Code::Syntax, span, said).with_help(Message::new(|lang| help(lang).to_owned()))
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
