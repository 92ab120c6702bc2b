//! Folding: one form for a name however it is typed.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folds a name for comparison (docs/meaning.md, Names).
///
/// Lower case, no diacritics (`đ` = `d`, `hòa` = `hoà`), any Unicode form, `&` read as the word
/// `và`, and every run of other characters than letters and digits counts as one space.
///
/// ```
/// use papi_plan::text::fold;
/// assert_eq!(fold("Sở GD&ĐT"), "so gd va dt");
/// assert_eq!(fold("  Lao động – TBXH "), "lao dong tbxh");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = Folded { out: String::with_capacity(text.len()), gap: false };
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' => folded.letter(c),
            'A'..='Z' => folded.letter(c.to_ascii_lowercase()),
            '&' => folded.word("va"),
            _ if c.is_ascii() => folded.gap = true,
            _ => folded.beyond_ascii(c),
        }
    }
    folded.out
}

struct Folded {
    out: String,
    /// Whether a gap between words was passed since the last letter.
    gap: bool,
}

impl Folded {
    fn letter(&mut self, c: char) {
        if self.gap && !self.out.is_empty() {
            self.out.push(' ');
        }
        self.gap = false;
        self.out.push(c);
    }

    fn word(&mut self, word: &str) {
        self.gap = true;
        word.chars().for_each(|c| self.letter(c));
        self.gap = true;
    }

    fn beyond_ascii(&mut self, c: char) {
        if let Some(base) = vietnamese_base(c) {
            return self.letter(base);
        }
        for part in std::iter::once(c).nfkd() {
            for low in part.to_lowercase() {
                match low {
                    'đ' => self.letter('d'),
                    _ if is_combining_mark(low) => {}
                    _ if low.is_alphanumeric() => self.letter(low),
                    _ => self.gap = true,
                }
            }
        }
    }
}

/// The plain letter below a composed Vietnamese one: the common case, without a table look-up.
fn vietnamese_base(c: char) -> Option<char> {
    Some(match c {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ' | 'ẫ' | 'ậ' | 'À'
        | 'Á' | 'Ả' | 'Ã' | 'Ạ' | 'Ă' | 'Ằ' | 'Ắ' | 'Ẳ' | 'Ẵ' | 'Ặ' | 'Â' | 'Ầ' | 'Ấ' | 'Ẩ' | 'Ẫ' | 'Ậ' => {
            'a'
        }
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' | 'È' | 'É' | 'Ẻ' | 'Ẽ' | 'Ẹ' | 'Ê' | 'Ề'
        | 'Ế' | 'Ể' | 'Ễ' | 'Ệ' => 'e',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' | 'Ì' | 'Í' | 'Ỉ' | 'Ĩ' | 'Ị' => 'i',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở' | 'ỡ' | 'ợ' | 'Ò'
        | 'Ó' | 'Ỏ' | 'Õ' | 'Ọ' | 'Ô' | 'Ồ' | 'Ố' | 'Ổ' | 'Ỗ' | 'Ộ' | 'Ơ' | 'Ờ' | 'Ớ' | 'Ở' | 'Ỡ' | 'Ợ' => {
            'o'
        }
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' | 'Ù' | 'Ú' | 'Ủ' | 'Ũ' | 'Ụ' | 'Ư' | 'Ừ'
        | 'Ứ' | 'Ử' | 'Ữ' | 'Ự' => 'u',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' | 'Ỳ' | 'Ý' | 'Ỷ' | 'Ỹ' | 'Ỵ' => 'y',
        'đ' | 'Đ' => 'd',
        _ => return None,
    })
}

/// Whether `part` stands in `whole` beginning at a word; both already folded.
///
/// ```
/// use papi_plan::text::{begins_word, fold};
/// assert!(begins_word(&fold("Sở Nội vụ"), &fold("nội")));
/// assert!(!begins_word(&fold("Sở Nội vụ"), &fold("ội vụ")));
/// ```
pub fn begins_word(whole: &str, part: &str) -> bool {
    !part.is_empty() && whole.match_indices(part).any(|(at, _)| at == 0 || whole.as_bytes()[at - 1] == b' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_name_fold_alike() {
        for spelling in ["Hòa", "Hoà", "HÒA", "hoa", "Ho\u{0300}a", "-hoa-"] {
            assert_eq!(fold(spelling), "hoa", "{spelling}");
        }
        assert_eq!(fold("Sở NN & PTNT"), fold("sở nn và ptnt"));
        assert_eq!(fold("Đắk Lắk"), "dak lak");
        assert_eq!(fold("!!!"), "");
    }

    #[test]
    fn every_vietnamese_letter_folds_to_ascii_in_both_cases_and_forms() {
        let letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
        for letter in letters.chars() {
            let composed = letter.to_string();
            let decomposed: String = composed.nfd().collect();
            let upper = composed.to_uppercase();
            let base = fold(&composed);
            assert_eq!(base.len(), 1, "{letter}");
            assert_eq!(fold(&decomposed), base, "{letter} decomposed");
            assert_eq!(fold(&upper), base, "{letter} in upper case");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn the_unicode_form_does_not_matter(text in "[a-zA-ZÀ-ỹ &0-9-]{0,30}") {
            let nfc: String = text.nfc().collect();
            let nfd: String = text.nfd().collect();
            prop_assert_eq!(fold(&nfc), fold(&nfd));
        }
    }
}
