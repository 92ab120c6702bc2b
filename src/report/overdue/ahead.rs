//! How far ahead is told what is due soon.

use crate::text::{Lang, words::report};

/// How far ahead what is due soon is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ahead {
    /// So many days.
    Days(u32),
    /// As many days as each plan says.
    AsPlansSay,
}

impl Ahead {
    /// The heading of what is due soon, and what is said where nothing is.
    pub(super) fn in_words(self, lang: Lang) -> (String, String) {
        match self {
            Self::Days(days) => {
                let within = report::count_of_days(lang, days.into());
                let heading = match days {
                    0 => report::soon_heading_today(lang).to_owned(),
                    _ => report::soon_heading(lang, &within),
                };
                (heading, report::nothing_soon(lang, &within))
            }
            Self::AsPlansSay => (report::status_due_soon(lang).to_owned(), report::nothing_due_soon(lang).to_owned()),
        }
    }
}
