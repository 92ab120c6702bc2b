//! What each code of `check` means, why it is a problem, and an example of it. Codes go by their
//! names here: these are words, and words know no rules.

mod file;
mod marks;
mod older;
mod plan;
mod rules;

use crate::text::Lang;

/// What is said of a code, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is found: one sentence.
    pub what: &'static str,
    /// Why it is a problem, what that rests on, and the way out.
    pub why: &'static str,
    /// A piece of a plan file, with `# <-` at the place.
    pub example: &'static str,
}

/// What is said of the code of that name.
///
/// ```
/// use papi_plan::text::{Lang, words::explain};
/// let explained = explain::explanation(Lang::En, "weekend-deadline").unwrap();
/// assert!(explained.why.contains("Art. 148(5)"));
/// ```
pub fn explanation(lang: Lang, code: &str) -> Option<Explanation> {
    let mut all = [file::CODES, plan::CODES, marks::CODES, rules::CODES, older::CODES].into_iter().flatten();
    let found = all.find(|explained| explained.code == code)?;
    let said = match lang {
        Lang::Vi => &found.vi,
        Lang::En => &found.en,
    };
    Some(Explanation { what: said.what, why: said.why, example: found.example })
}

/// What is said of a code, in both languages.
struct Explained {
    code: &'static str,
    vi: Sentences,
    en: Sentences,
    example: &'static str,
}

struct Sentences {
    what: &'static str,
    why: &'static str,
}
