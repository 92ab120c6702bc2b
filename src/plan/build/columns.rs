//! The further columns that rows fill in.

use super::problems::{self, DraftProblems};
use super::suggestions::Suggestions;
use crate::plan::{Address, Draft, RowIx, RowKey};
use std::collections::HashMap;

/// The place of each column of a draft, by its key.
pub(super) fn places(draft: &Draft) -> HashMap<&str, usize> {
    let columns = draft.about.columns.given().into_iter().flatten();
    columns.enumerate().map(|(place, (key, _))| (key.as_str(), place)).collect()
}

/// Reports cells of columns that the plan does not have.
pub(super) fn check(draft: &Draft, found: &mut DraftProblems) {
    if draft.about.columns.is_broken() {
        return;
    }
    let places = places(draft);
    let mut nearest = Suggestions::new(places.keys().copied());
    for (ix, row) in draft.rows.iter().enumerate() {
        for (number, (key, _)) in row.cells.given().into_iter().flatten().enumerate() {
            if !places.contains_key(key.as_str()) {
                let at = Address::Row(RowIx::new(ix), RowKey::CellAt(number));
                found.push(problems::unknown_column(key, nearest.to(key), at));
            }
        }
    }
}
