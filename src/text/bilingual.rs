//! A text of the plan in both languages.

use super::Lang;

/// A name, title or text as the plan has it, and in English where the plan says that too
/// (`name` and `name_en`, `title` and `title_en`, `text` and `text_en`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bilingual {
    /// In the plan's own language.
    pub own: String,
    /// In English.
    pub en: Option<String>,
}

impl Bilingual {
    /// The text in a language; the plan's own where there is no other.
    ///
    /// ```
    /// use papi_plan::text::{Bilingual, Lang};
    /// let name = Bilingual { own: "Sở Nội vụ".into(), en: Some("Home Affairs".into()) };
    /// assert_eq!((name.in_lang(Lang::Vi), name.in_lang(Lang::En)), ("Sở Nội vụ", "Home Affairs"));
    /// ```
    pub fn in_lang(&self, lang: Lang) -> &str {
        lang.pick(&self.own, self.en.as_deref())
    }

    /// The text in each language that it has.
    pub fn each(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.own.as_str()).chain(self.en.as_deref())
    }
}
