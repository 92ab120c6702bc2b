//! The nearest known word to a mistyped one.

use crate::text::nearest;
use std::cell::LazyCell;

/// Suggests the nearest known word, for the first mistakes of a file only: past those a reader has
/// another problem than a typo, and every mistake against every name would take quadratic time.
pub(super) struct Suggestions<'a> {
    /// In order: the nearest must not depend on that in which they are found. Most files make no mistake.
    known: LazyCell<Vec<&'a str>, Box<dyn FnOnce() -> Vec<&'a str> + 'a>>,
    left: usize,
}

impl<'a> Suggestions<'a> {
    pub(super) fn new(known: impl Iterator<Item = &'a str> + 'a) -> Self {
        let in_order = || {
            let mut known: Vec<&str> = known.collect();
            known.sort_unstable();
            known
        };
        Self { known: LazyCell::new(Box::new(in_order)), left: 50 }
    }

    pub(super) fn to(&mut self, typed: &str) -> Option<&'a str> {
        self.left = self.left.checked_sub(1)?;
        nearest(typed, self.known.iter().copied())
    }
}
