//! A plan whose errors are all in the entries of one row.

use super::edit;
use super::parsed::Parsed;
use crate::diagnostic::{Place, Problem};
use crate::plan::{Draft, EntryDraft, Field, Plan, RowIx, Sketch};

/// A plan whose errors are all in the entries of one row, with those entries set aside.
///
/// A careless merge leaves a plan like this; an entry of the row can still be taken out.
#[derive(Debug)]
pub struct WithoutEntries {
    /// The plan as if the row had no entries.
    pub plan: Plan,
    /// The row.
    pub row: RowIx,
    /// The row's entries, as far as they can be read, in file order.
    pub entries: Vec<EntryDraft>,
}

impl WithoutEntries {
    /// None if errors stand elsewhere than in the entries of that row.
    pub(super) fn new(parsed: &Parsed, draft: &Draft, problems: &[Problem], wanted: &str) -> Option<Self> {
        let row = find_row(draft, wanted)?;
        let entries = edit::places_of_entries(parsed, row);
        let mut places = problems.iter().filter(|found| found.is_error()).flat_map(Problem::places);
        let is_among =
            |place: &Place| entries.iter().any(|at| at.start <= place.span.start && place.span.end <= at.end);
        if !places.all(is_among) {
            return None;
        }
        let mut draft = draft.clone();
        let entries = std::mem::take(&mut draft.rows[row.at()].submitted).required().unwrap_or_default();
        let plan = Sketch::build(&draft, "").0.into_whole()?;
        Some(Self { plan, row, entries })
    }
}

/// The row of an id, or of a printed number that only one row has.
fn find_row(draft: &Draft, wanted: &str) -> Option<RowIx> {
    let rows = || draft.rows.iter().enumerate();
    let is_wanted = |word: &Field<String>| word.given().is_some_and(|word| word == wanted);
    let by_id = rows().find(|(_, row)| is_wanted(&row.id));
    let mut by_number = rows().filter(|(_, row)| is_wanted(&row.number));
    let found = by_id.or_else(|| by_number.next().filter(|_| by_number.next().is_none()))?;
    Some(RowIx::new(found.0))
}
