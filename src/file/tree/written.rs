//! How single values are written in a plain text.

use super::Integer;
use chrono::NaiveDate;

/// What a byte may stand for: looked up, since each byte of a file is asked for.
const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte: u8 = 0;
    loop {
        let is_text = byte == b'\t' || byte >= b' ' && byte != 0x7f;
        let is_plain = is_text && !matches!(byte, b'"' | b'\\');
        let is_bare = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        classes[byte as usize] = (is_text as u8 * TEXT) | (is_plain as u8 * PLAIN) | (is_bare as u8 * BARE);
        match byte.checked_add(1) {
            Some(next) => byte = next,
            None => break classes,
        }
    }
};
const TEXT: u8 = 1;
const PLAIN: u8 = 2;
const BARE: u8 = 4;

/// Whether a byte may stand in a comment.
pub(super) fn is_text(byte: u8) -> bool {
    CLASSES[usize::from(byte)] & TEXT != 0
}

/// Whether a byte stands for itself in a quoted text on one line, whatever the quotes.
pub(super) fn is_plain(byte: u8) -> bool {
    CLASSES[usize::from(byte)] & PLAIN != 0
}

/// Whether a byte may stand in a key without quotes.
pub(super) fn is_bare(byte: u8) -> bool {
    CLASSES[usize::from(byte)] & BARE != 0
}

/// How long the text in double quotes is that something begins with. An error in it is for the parser to find.
pub(super) fn basic_end(rest: &[u8]) -> Option<usize> {
    let quotes: &[u8] = if rest.starts_with(b"\"\"\"") { b"\"\"\"" } else { b"\"" };
    let mut at = quotes.len();
    while !rest.get(at..)?.starts_with(quotes) {
        at += if *rest.get(at)? == b'\\' { 2 } else { 1 };
    }
    Some(closed(rest, at, quotes))
}

/// The same of a text in single quotes, which has no escapes.
pub(super) fn literal_end(rest: &[u8]) -> Option<usize> {
    let quotes: &[u8] = if rest.starts_with(b"'''") { b"'''" } else { b"'" };
    let inner = &rest[quotes.len()..];
    let close = inner.windows(quotes.len()).position(|there| there == quotes)?;
    Some(closed(rest, quotes.len() + close, quotes))
}

/// The end of a text whose closing quotes stand there: of five in a row the first two are text.
fn closed(rest: &[u8], close: usize, quotes: &[u8]) -> usize {
    let end = close + quotes.len();
    let more = rest[end..].iter().take_while(|byte| Some(*byte) == quotes.first()).count();
    if quotes.len() == 3 { end + more.min(2) } else { end }
}

/// A date as all are written; of the year 0, which no calendar has, there is none.
pub(super) fn date(written: &[u8]) -> Option<NaiveDate> {
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = written else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
    };
    let year = number(&[*y0, *y1, *y2, *y3]).filter(|year| *year > 0)?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, number(&[*m0, *m1])?, number(&[*d0, *d1])?)
}

/// A whole number of decimal digits, of a size to reckon with.
pub(super) fn number(written: &str) -> Option<Integer> {
    let is_plain = written.bytes().all(|byte| byte.is_ascii_digit()) && (written == "0" || !written.starts_with('0'));
    let value = written.parse().ok().filter(|_| is_plain)?;
    Some(Integer { digits: written.to_owned(), value: Some(value) })
}
