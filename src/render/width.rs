//! How wide text is on a screen.

use unicode_width::UnicodeWidthStr;

/// How many columns a line takes, as `unicode_width` says: of letters such as Vietnamese and English have, a
/// column each, which most lines are made of alone.
pub fn width(line: &str) -> usize {
    let (mut at, mut columns) = (0, 0);
    let bytes = line.as_bytes();
    while let Some(byte) = bytes.get(at) {
        let length = match byte {
            b' '..=b'~' => 1,
            // U+00C0 to U+01BF.
            0xC3..=0xC6 => 2,
            // A space that does not break.
            0xC2 if bytes[at + 1] == 0xA0 => 2,
            // U+1E80 to U+1EFF.
            0xE1 if matches!(bytes[at + 1], 0xBA..=0xBB) => 3,
            // The arrow of what is inherited; the bars.
            0xE2 if matches!((bytes[at + 1], bytes[at + 2]), (0x86, 0x91) | (0x96, 0x88 | 0x91)) => 3,
            _ => return line.width(),
        };
        at += length;
        columns += 1;
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_what_unicode_says_for_each_character_among_others() {
        for c in '\0'..=char::MAX {
            let line = format!("{c}\u{1ed9} {c}{c}a");
            assert_eq!(width(&line), line.width(), "{line:?}");
        }
    }

    #[test]
    fn it_is_what_unicode_says_where_characters_join() {
        for line in ["", "↑\u{fe0f}", "e\u{301}", "🙂\u{200d}↕\u{fe0f}", "█\u{fe0e}", "a\r\nb", "ộ\u{323}"] {
            assert_eq!(width(line), line.width(), "{line:?}");
        }
    }
}
