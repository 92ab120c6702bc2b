//! `note`: how a row stands, as of a day.

use super::{Decision, Refusal, check_there};
use crate::plan::{BodyIx, Change, Progress, Recorded, RowIx};
use crate::query::Snapshot;
use crate::text::Bilingual;
use chrono::NaiveDate;

/// What is noted.
#[derive(Clone, Debug)]
pub struct NoteRequest {
    /// The row.
    pub row: RowIx,
    /// Whose note it is.
    pub by: Option<BodyIx>,
    /// The day.
    pub on: NaiveDate,
    /// What it says.
    pub text: String,
}

/// Decides what to record: notes change no status, and nobody is refused one.
///
/// # Errors
/// [`Refusal`] of a day after D, or of a row that is not there yet.
pub fn note(snapshot: &Snapshot<'_>, request: &NoteRequest) -> Result<Decision, Refusal> {
    let NoteRequest { row, by, on, text } = request;
    check_there(snapshot, *row)?;
    if *on > snapshot.as_of {
        return Err(Refusal::AfterAsOf { day: *on, as_of: snapshot.as_of });
    }
    let note = Progress { on: *on, by: *by, text: Bilingual { own: text.clone(), en: None } };
    let known = &snapshot.plan.row(*row).progress;
    let is_same = |known: &Progress| (known.on, known.by, &known.text.own) == (*on, *by, text);
    Ok(match known.iter().position(is_same) {
        Some(number) => Decision { already: vec![Recorded::Note { row: *row, number }], ..Decision::default() },
        None => Decision { changes: vec![Change::Note { row: *row, note }], ..Decision::default() },
    })
}
