//! Every word that people read, in both languages, side by side.
//!
//! A word is a function of the language, so that one that is missing does not build. Terms in
//! Vietnamese are those that offices use in registers and reports.

use super::Lang;

pub mod alone;
pub mod command;
pub mod html;
pub mod ics;
pub mod letter;
pub mod living;
pub mod mark;
pub mod office;
pub mod problem;
pub mod report;
pub mod rule;
pub mod system;
pub mod wording;
pub mod xlsx;

/// Declares words: `name(arg: Type) { vi: "…", en: "…" }`, arguments in the texts as in `format!`.
macro_rules! words {
    ($($name:ident $args:tt { vi: $vi:literal, en: $en:literal })*) => {
        $($crate::text::words::word! { $name $args $vi $en })*
    };
}

macro_rules! word {
    ($name:ident () $vi:literal $en:literal) => {
        pub fn $name(lang: $crate::text::Lang) -> &'static str {
            match lang {
                $crate::text::Lang::Vi => $vi,
                $crate::text::Lang::En => $en,
            }
        }
    };
    ($name:ident ($($arg:ident: $type:ty),+) $vi:literal $en:literal) => {
        pub fn $name(lang: $crate::text::Lang, $($arg: $type),+) -> String {
            match lang {
                $crate::text::Lang::Vi => format!($vi),
                $crate::text::Lang::En => format!($en),
            }
        }
    };
}

use {word, words};

/// A sentence in both languages, for what is found before the language is known: a plan file may
/// itself say in which language to report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    vi: String,
    en: String,
}

impl Message {
    /// Writes the sentence in each language.
    ///
    /// ```
    /// use papi_plan::text::{Lang, Message};
    /// let said = Message::new(|lang| lang.pick("ngày", Some("day")));
    /// assert_eq!(said.in_lang(Lang::En), "day");
    /// ```
    pub fn new<S: Into<String>>(write: impl Fn(Lang) -> S) -> Self {
        Self { vi: write(Lang::Vi).into(), en: write(Lang::En).into() }
    }

    /// The sentence in one language.
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}
