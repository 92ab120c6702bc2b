//! Rows that come and go.

use super::problems::{self, DraftProblems};
use super::rows::RowIds;
use super::suggestions::Suggestions;
use crate::plan::{Address, Draft, RowDraft, RowIx, RowKey};

/// Reports rows that end before they begin, and rows in their place that are none.
pub(super) fn check(draft: &Draft, ids: &RowIds<'_>, found: &mut DraftProblems) {
    let mut nearest = Suggestions::new(ids.iter());
    for (ix, row) in draft.rows.iter().enumerate() {
        let Some(ended) = row.ended.given() else { continue };
        let at = |key| Address::Row(RowIx::new(ix), key);
        if let (Some(since), Some(on)) = (row.since.given(), ended.on.given())
            && on <= since
        {
            found.push(problems::ends_before_it_begins(*since, *on, at(RowKey::EndedOn)));
        }
        let unknown = ended.replaced_by.given().filter(|id| ids.are_all() && ids.find(id).is_none());
        if let Some(id) = unknown {
            found.push(problems::unknown_task(id, nearest.to(id), at(RowKey::ReplacedBy)));
        }
    }
}

/// The row in the place of another.
pub(super) fn replaced_by(row: &RowDraft, ids: &RowIds<'_>) -> Option<RowIx> {
    ids.find(row.ended.given()?.replaced_by.given()?)
}
