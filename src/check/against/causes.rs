//! What was changed in many rows for one cause is one finding.

use std::collections::HashMap;
use std::hash::Hash;

/// What was found, by its cause, in the order in which the causes are met.
pub(super) struct ByCause<C, F> {
    pub(super) all: Vec<F>,
    places: HashMap<C, usize>,
}

impl<C, F> Default for ByCause<C, F> {
    fn default() -> Self {
        Self { all: Vec::new(), places: HashMap::new() }
    }
}

impl<C: Eq + Hash, F> ByCause<C, F> {
    /// What was found for a cause.
    pub(super) fn of(&mut self, cause: C, first: impl FnOnce() -> F) -> &mut F {
        let place = *self.places.entry(cause).or_insert_with(|| {
            self.all.push(first());
            self.all.len() - 1
        });
        &mut self.all[place]
    }
}
