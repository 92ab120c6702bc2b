//! How wide text is in Times New Roman, so that columns and lines are as long as what stands in them.

use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthChar;

/// Parts of an em that widths are counted in.
const EM: u32 = 2048;

/// How much a horn makes a letter wider, at most.
const HORN: u32 = 150;

/// The widths of the characters from space to tilde.
const REGULAR: [u16; 95] = [
    512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024, 1024, 1024,
    1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479, 1251, 1139, 1479,
    1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479, 1251,
    682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593, 1024, 1024,
    1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
];

/// The same in bold.
const BOLD: [u16; 95] = [
    512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024, 1024,
    1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479, 1479, 1366, 1251,
    1593, 1593, 797, 1024, 1593, 1366, 1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479, 1479,
    1366, 682, 569, 682, 1190, 1024, 682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139, 569, 1706, 1139,
    1024, 1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065,
];

/// How wide a text on one line is, in twips, of letters of so many half points.
pub fn width(text: &str, size: u32, bold: bool) -> u32 {
    let units = text.chars().map(|c| character(c, bold)).fold(0_u32, u32::saturating_add);
    // An em is as wide as the letters are high: ten twips a half point. Texts of a megabyte are no wider than this.
    u32::try_from(u64::from(units) * u64::from(size) * 10 / u64::from(EM)).unwrap_or(u32::MAX)
}

fn character(c: char, bold: bool) -> u32 {
    let widths = if bold { &BOLD } else { &REGULAR };
    let known = |c: char| widths.get((c as usize).checked_sub(' ' as usize)?).copied().map(u32::from);
    // Marks above and below make no letter wider; a horn does, a little.
    let part = |c: char| match (c, c.width()) {
        ('\u{31b}', _) => HORN,
        ('\u{a0}', _) => known(' ').unwrap_or_default(),
        ('\u{111}', _) => known('d').unwrap_or_default(),
        ('\u{110}', _) => known('D').unwrap_or_default(),
        ('\u{2026}' | '\u{2014}', _) => EM,
        (_, Some(0) | None) => 0,
        (_, Some(1)) => known(c).unwrap_or(EM * 3 / 5),
        (_, Some(_)) => EM,
    };
    if c.is_ascii() { part(c) } else { std::iter::once(c).nfd().map(part).sum() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_as_wide_as_the_one_below_its_marks() {
        // A thousand letters of 12 points: a digit is half an em.
        assert_eq!(width(&"1".repeat(1000), 24, false), 120_000);
        for (marked, plain) in [("\u{1ec7}", "e"), ("\u{1eaf}", "a"), ("\u{111}", "d"), ("\u{a0}", " ")] {
            assert_eq!(width(marked, 2048, true), width(plain, 2048, true), "{marked}");
        }
        assert!(width("\u{1ee3}", 24, false) > width("o", 24, false));
        assert_eq!(width("e\u{323}\u{302}", 24, false), width("e", 24, false), "marks apart");
        assert!(width("\u{5b57}", 24, false) > width("x", 24, false));
    }
}
