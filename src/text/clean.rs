//! Text from a file or an argument is hostile: what a terminal would obey is made visible.

use super::fold::is_invisible;
use std::borrow::Cow;

/// Whether a character could steer a terminal or reorder a line: controls and bidi controls.
///
/// Newline and tab are controls too; callers that allow them say so.
///
/// ```
/// use papi_plan::text::is_unsafe;
/// assert!(is_unsafe('\u{1b}') && is_unsafe('\u{202e}') && !is_unsafe('ộ'));
/// ```
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
            | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether nothing of a text can be seen: it is empty, or made of white space and of characters without width.
///
/// ```
/// use papi_plan::text::is_blank;
/// assert!(is_blank(" \n\u{200b}") && !is_blank("-"));
/// ```
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// One line of text, safe to print: runs of white space become one space, unsafe characters `\u{…}`.
///
/// ```
/// use papi_plan::text::one_line;
/// assert_eq!(one_line("Báo cáo\n  quý"), "Báo cáo quý");
/// assert_eq!(one_line("red \u{1b}[31m"), "red \\u{1b}[31m");
/// ```
pub fn one_line(text: &str) -> Cow<'_, str> {
    if is_plain_line(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let plain = |(before, c): (char, char)| !(is_unsafe(c) || c == ' ' && before == ' ');
    let pairs = std::iter::once('\0').chain(text.chars()).zip(text.chars());
    if pairs.into_iter().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        escape_into(word, &mut out);
    }
    Cow::Owned(out)
}

/// Whether a text is made of letters such as Vietnamese and English have, digits, marks and single spaces: most are,
/// and need no look at each character.
fn is_plain_line(mut text: &[u8]) -> bool {
    loop {
        text = match text {
            [] => return true,
            [b' ', b' ', ..] => return false,
            // Beside ASCII U+00C0 to U+01BF, and U+1E80 to U+1EFF.
            [b' '..=b'~', rest @ ..] | [0xC3..=0xC6, _, rest @ ..] | [0xE1, 0xBA..=0xBB, _, rest @ ..] => rest,
            _ => return false,
        };
    }
}

/// Text of a file as a message quotes it: on one line, safe to print, nothing in it hidden, and not endless.
///
/// ```
/// use papi_plan::text::quoted;
/// assert_eq!(quoted("a\nb"), "a b");
/// assert_eq!(quoted("a\u{200b}"), "a\\u{200b}");
/// assert_eq!(quoted(&"đ".repeat(61)).chars().count(), 61); // 60 of them, and "…"
/// ```
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    quoted_to(text, LONGEST)
}

/// The same of another length.
pub fn quoted_to(text: &str, longest: usize) -> String {
    let text = with_escapes(one_line(text), is_invisible);
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into_owned(),
    }
}

/// Text whose layout matters (a source excerpt, a diff): tabs stay, other unsafe characters show as `\u{…}`.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_unsafe(c) && c != '\t' && c != '\n') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(['\t', '\n']) {
        let (body, end) = match piece.strip_suffix(['\t', '\n']) {
            Some(body) => (body, &piece[body.len()..]),
            None => (piece, ""),
        };
        escape_into(body, &mut out);
        out.push_str(end);
    }
    Cow::Owned(out)
}

/// A text in which the characters that are so show as `\u{…}`.
fn with_escapes(text: Cow<'_, str>, is_so: fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(is_so) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_so(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// The lines of a file as an excerpt shows them: each character that a terminal would obey or hide is one sign that is
/// seen, so that columns stay what they are. The signs that the renderer of excerpts has of its own, for the controls of
/// ASCII and for bidi controls, are left to it.
pub fn excerpt(text: &str) -> Cow<'_, str> {
    let is_for_us = |c: char| {
        let is_known = c.is_ascii() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        !is_known && (is_unsafe(c) || is_invisible(c))
    };
    if text.contains(is_for_us) { Cow::Owned(text.replace(is_for_us, "\u{fffd}")) } else { Cow::Borrowed(text) }
}

fn escape_into(text: &str, out: &mut String) {
    out.push_str(&with_escapes(Cow::Borrowed(text), is_unsafe));
}

/// A character that cannot be shown, by its code point.
///
/// ```
/// assert_eq!(papi_plan::text::code_point('\u{200b}'), "U+200B");
/// ```
pub fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nothing_unsafe_is_left(text in any::<String>()) {
            prop_assert!(!one_line(&text).chars().any(is_unsafe));
            let is_raw = |c: char| !c.is_ascii() && (c.is_control() || is_invisible(c) || "\u{2028}\u{2029}".contains(c));
            prop_assert!(!excerpt(&text).contains(is_raw));
            prop_assert!(!visible(&text).chars().any(|c| is_unsafe(c) && c != '\t' && c != '\n'));
        }
    }
}
