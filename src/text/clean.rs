//! Text from a file or an argument is hostile: what a terminal would obey is made visible.

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

/// One line of text, safe to print: runs of white space become one space, unsafe characters `\u{…}`.
///
/// ```
/// use papi_plan::text::one_line;
/// assert_eq!(one_line("Báo cáo\n  quý"), "Báo cáo quý");
/// assert_eq!(one_line("red \u{1b}[31m"), "red \\u{1b}[31m");
/// ```
pub fn one_line(text: &str) -> Cow<'_, str> {
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

/// Text of a file as a message quotes it: on one line, safe to print, and not endless.
///
/// ```
/// use papi_plan::text::quoted;
/// assert_eq!(quoted("a\nb"), "a b");
/// assert_eq!(quoted(&"đ".repeat(61)).chars().count(), 61); // 60 of them, and "…"
/// ```
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = one_line(text);
    match text.char_indices().nth(LONGEST) {
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

fn escape_into(text: &str, out: &mut String) {
    for c in text.chars() {
        if is_unsafe(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nothing_unsafe_is_left(text in any::<String>()) {
            prop_assert!(!one_line(&text).chars().any(is_unsafe));
            prop_assert!(!visible(&text).chars().any(|c| is_unsafe(c) && c != '\t' && c != '\n'));
        }
    }
}
