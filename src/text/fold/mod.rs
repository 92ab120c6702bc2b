//! Names compared: one key for a name however it is typed, once with its tones and once without.

mod alike;
mod invisible;
mod letter;
mod part;
mod words;

pub use alike::alike;
pub use invisible::is_invisible;
pub use part::{Part, part_at_word};

use letter::plain;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use words::Words;

/// Folds a name for comparison (docs/meaning.md, Names): what two names share that differ in their diacritics only.
///
/// Lower case, any Unicode form, no diacritics (`đ` = `d`), `y` at the end of a syllable after a consonant as `i`
/// (`lý` = `lí`, `Quy` = `Qui`), `&` read as the word `và`, invisible characters nothing, "Ủy ban nhân dân" as "UBND",
/// and every run of other characters than letters and digits one space.
///
/// ```
/// use papi_plan::text::fold;
/// assert_eq!(fold("Sở GD&ĐT"), "so gd va dt");
/// assert_eq!(fold("  Lao động – TBXH "), "lao dong tbxh");
/// assert_eq!(fold("Ủy ban nhân dân xã Phủ Lý"), fold("UBND xã Phú Lí"));
/// ```
pub fn fold(text: &str) -> String {
    plain_words(text, true)
}

/// An id made of a name: its words without diacritics, in lower case, joined by hyphens. Empty where none is left.
///
/// ```
/// use papi_plan::text::slug;
/// assert_eq!(slug("Phòng Kỹ thuật & IT"), "phong-ky-thuat-va-it");
/// assert_eq!(slug("???"), "");
/// ```
pub fn slug(name: &str) -> String {
    let words = plain_words(name, false);
    let words = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

fn plain_words(text: &str, y_as_i: bool) -> String {
    let mut plain = Plain { words: Words::with_capacity(text.len()), y_as_i };
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' => plain.words.letter(c),
            'A'..='Z' => plain.words.letter(c.to_ascii_lowercase()),
            '&' => plain.and(),
            _ if c.is_ascii() => plain.end_word(),
            _ => plain.beyond_ascii(c),
        }
    }
    plain.end_word();
    plain.words.into_text()
}

/// A name without its diacritics, as far as it is read.
struct Plain {
    words: Words,
    /// Whether `y` is written `i` where both are written.
    y_as_i: bool,
}

impl Plain {
    fn and(&mut self) {
        self.end_word();
        self.words.letter('v');
        self.words.letter('a');
        self.end_word();
    }

    fn end_word(&mut self) {
        if self.y_as_i && self.words.word().is_some_and(ends_in_y_for_i) {
            self.words.replace_last('i');
        }
        self.words.end_word();
    }

    fn beyond_ascii(&mut self, c: char) {
        if let Some(base) = plain(c) {
            return self.words.letter(base);
        }
        for part in std::iter::once(c).filter(|c| !is_invisible(*c)).nfkd() {
            for low in part.to_lowercase() {
                match plain(low) {
                    Some(base) => self.words.letter(base),
                    None if low == '&' => self.and(),
                    None if is_combining_mark(low) => {}
                    None if low.is_alphanumeric() => self.words.letter(low),
                    None => self.end_word(),
                }
            }
        }
    }
}

/// Whether a syllable ends in a `y` that may as well be written `i`: after a consonant, of which `qu` is one.
fn ends_in_y_for_i(syllable: &str) -> bool {
    let Some(onset) = syllable.strip_suffix('y') else { return false };
    onset.ends_with("qu") || onset.ends_with(|c: char| c.is_ascii_lowercase() && !"aeiouy".contains(c))
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
    fn y_is_i_at_the_end_of_a_syllable_after_a_consonant() {
        let same = [("Lý", "Lí"), ("Mỹ", "Mĩ"), ("Kỳ", "Kì"), ("Lam Vỹ", "Lam Vĩ"), ("Quy Nhơn", "Qui Nhơn")];
        for (one, other) in same {
            assert_eq!(fold(one), fold(other), "{one} {other}");
            assert_ne!(alike(one), alike(other), "{one} {other}");
        }
        for (one, other) in [("Thúy", "Thúi"), ("Ngày", "Ngài"), ("Y", "I"), ("Yên", "Iên"), ("Quỳnh", "Quình")]
        {
            assert_ne!(fold(one), fold(other), "{one} {other}");
        }
    }

    #[test]
    fn names_are_alike_however_they_are_typed() {
        let of_one = [
            &["Hòa", "Hoà", "HOÀ", "ho\u{300}a", "hoa\u{300}", " hòa. "][..],
            &["thuở", "thủơ", "thuơ\u{309}", "THUỞ"],
            &["quý", "qúy", "QUÝ"],
            &["Đại Từ", "đại từ", "\u{d0}ại Từ", "\u{189}ại Từ", "\u{f0}ại-từ", "ĐẠI\u{a0}TỪ"],
            &["Sở Công Thương", "Sở Cô\u{200b}ng Thương", "Sở Công Th\u{ad}ương", "\u{feff}Sở Công Thương"],
            &["Sở GD&ĐT", "sở gd và đt", "Sở GD & ĐT"],
            &["khiếu", "khie\u{302}\u{301}u", "khie\u{301}\u{302}u"],
            &["ＵＢＮＤ xã", "UBND  xã"],
        ];
        for spellings in of_one {
            for spelling in spellings {
                assert_eq!(alike(spelling), alike(spellings[0]), "{spelling:?}");
            }
        }
    }

    #[test]
    fn a_committee_is_ubnd_in_any_spelling() {
        let spellings = [
            "Ủy ban nhân dân",
            "Uỷ ban nhân dân",
            "ỦY BAN NHÂN DÂN",
            "Uy ban nhan dan",
            "ủy-ban nhân  dân",
            "Ủy ban ND",
            "UB nhân dân",
            "UB ND",
            "U.B.N.D.",
            "UBND",
        ];
        for spelling in spellings {
            assert_eq!(alike(&format!("{spelling} xã A")), "ubnd xã a", "{spelling}");
            assert_eq!(fold(&format!("VP {spelling}")), "vp ubnd", "{spelling}");
        }
        for other in ["Ủy ban Mặt trận Tổ quốc", "Tòa án nhân dân", "Ủy ban nhân dânh"] {
            assert!(!fold(other).contains("ubnd"), "{other}");
        }
    }

    #[test]
    fn diacritics_tell_names_apart() {
        for (one, other) in [("Văn Lang", "Văn Lăng"), ("Đình", "Định"), ("Đu", "Du"), ("Ư", "U"), ("hòn", "hỏn")]
        {
            assert_ne!(alike(one), alike(other));
            assert_eq!(fold(one), fold(other));
        }
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
            assert_eq!(alike(&composed), composed, "{letter}");
            for other in [&decomposed, &upper] {
                assert_eq!(fold(other), base, "{letter} as {other:?}");
                assert_eq!(alike(other), composed, "{letter} as {other:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}|[a-zÀ-ỹĐđ&\u{300}-\u{330} ]{0,30}") {
            let (folded, alike_key) = (fold(&text), alike(&text));
            prop_assert_eq!(fold(&folded), folded);
            prop_assert_eq!(alike(&alike_key), alike_key);
        }

        #[test]
        fn the_unicode_form_does_not_matter(text in "\\PC{0,40}|[a-zA-ZÀ-ỹĐđ\u{300}-\u{330} &0-9-]{0,30}") {
            let nfc: String = text.nfc().collect();
            let nfd: String = text.nfd().collect();
            prop_assert_eq!(fold(&nfc), fold(&nfd));
            prop_assert_eq!(alike(&nfc), alike(&nfd));
        }

        #[test]
        fn what_is_alike_folds_the_same(text in "\\PC{0,40}|(ủy|uy|ban|nhân|dân|ub|nd|[a-zÀ-ỹ]{1,3}| |-|\u{200b}){0,12}") {
            prop_assert_eq!(fold(&alike(&text)), fold(&text));
        }

        #[test]
        fn an_invisible_character_is_nothing(text in "[a-zA-ZÀ-ỹ &-]{0,20}", at in any::<proptest::sample::Index>()) {
            let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let (before, after) = text.split_at(*at.get(&starts));
            for unseen in ['\u{200b}', '\u{ad}', '\u{feff}', '\u{2060}'] {
                let with = format!("{before}{unseen}{after}");
                prop_assert_eq!(fold(&with), fold(&text));
                prop_assert_eq!(alike(&with), alike(&text));
            }
        }
    }
}
