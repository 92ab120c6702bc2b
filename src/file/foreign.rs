//! Files that are no TOML as a whole: what they look like, instead of an error for each line.

use super::slip::key_and_value;
use crate::diagnostic::{Code, Problem, Source};
use crate::text::{Lang, Message, words::problem};
use std::ops::Range;

/// One problem for a whole file that is something else, at its first character.
pub(super) fn find(source: &Source) -> Option<Problem<Range<usize>>> {
    let text = source.text();
    let (said, help) = looks_like(text)?;
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let end = start + text[start..].chars().next().map_or(0, char::len_utf8);
    let said = Message::new(|lang| said(lang).to_owned());
    Some(Problem::new(Code::Syntax, start..end, said).with_help(Message::new(|lang| help(lang).to_owned())))
}

type Words = fn(Lang) -> &'static str;

/// What a text that is no TOML looks like, and what to do.
fn looks_like(text: &str) -> Option<(Words, Words)> {
    let body = text.trim_start_matches('\u{feff}').trim_start();
    let zeros = text.bytes().filter(|byte| *byte == 0).count();
    match () {
        // Of each Latin letter one byte in two is zero.
        () if zeros * 4 > text.len() => Some((problem::syntax_utf16, problem::syntax_save_utf8)),
        () if body.starts_with('{') => Some((problem::syntax_json, problem::syntax_format_help)),
        () if !text.contains('\n') && text.matches('\r').count() > 1 => {
            Some((problem::syntax_returns, problem::syntax_returns_help))
        }
        () if is_yaml(body) => Some((problem::syntax_yaml, problem::syntax_format_help)),
        () => None,
    }
}

/// Whether keys stand before a colon throughout, and neither a header nor an `=` is seen.
fn is_yaml(text: &str) -> bool {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut first = lines().skip_while(|line| *line == "---");
    first.next().is_some_and(|line| key_and_value(line, ':').is_some())
        && !lines().any(|line| line.starts_with('[') || key_and_value(line, '=').is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recognised(bytes: &[u8]) -> Option<String> {
        let found = find(&Source::new("x", bytes.to_vec()))?;
        Some(found.message.in_lang(Lang::En).to_owned())
    }

    #[test]
    fn a_file_of_another_kind_is_told_by_its_look() {
        let utf16: Vec<u8> = "version = 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [utf16.clone(), [b"\xff\xfe".as_slice(), &utf16].concat()] {
            assert_eq!(recognised(&bytes).as_deref(), Some(problem::syntax_utf16(Lang::En)));
        }
        assert_eq!(recognised(b"\n{ \"version\": 1 }").as_deref(), Some(problem::syntax_json(Lang::En)));
        assert_eq!(recognised(b"version = 1\r[plan]\r").as_deref(), Some(problem::syntax_returns(Lang::En)));
        assert_eq!(recognised(b"---\nversion: 1\nplan:\n  x: y\n").as_deref(), Some(problem::syntax_yaml(Lang::En)));
        for text in ["", "version = 1\n", "version: 1\n[plan]\n", "version: 1\ntitle = 2\n", "a = 1\0", "# a\r"] {
            assert_eq!(recognised(text.as_bytes()), None, "{text}");
        }
    }
}
