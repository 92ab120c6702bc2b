//! What each code of `check` means, and why it is one.

use crate::text::Lang;

/// What the code finds.
pub fn what(_: Lang, _: &str) -> &'static str {
    ""
}

/// Why it is a problem.
pub fn why(_: Lang, _: &str) -> &'static str {
    ""
}

/// A file in which it is found, with a comment at the place.
pub fn example(_: &str) -> &'static str {
    ""
}
