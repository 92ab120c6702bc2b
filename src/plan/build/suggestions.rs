//! The nearest known word to a mistyped one.

use crate::text::nearest;

/// Suggests the nearest known word, for the first mistakes of a file only: past those a reader has
/// another problem than a typo, and every mistake against every name would take quadratic time.
pub(super) struct Suggestions<'a> {
    known: Vec<&'a str>,
    left: usize,
}

impl<'a> Suggestions<'a> {
    pub(super) fn new(known: impl Iterator<Item = &'a str>) -> Self {
        Self { known: known.collect(), left: 50 }
    }

    pub(super) fn to(&mut self, typed: &str) -> Option<&'a str> {
        self.left = self.left.checked_sub(1)?;
        // A map gives its keys in no order; the nearest must not depend on it.
        if self.left == 49 {
            self.known.sort_unstable();
        }
        nearest(typed, self.known.iter().copied())
    }
}
