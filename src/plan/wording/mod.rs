//! The Vietnamese wordings of deadlines: read, to compare with what a plan file states, and
//! written.

mod point;
mod read;
mod token;
mod write;

pub use write::write_wording;

use super::{Calendar, Deadline, DeadlineKind, Period};
use chrono::NaiveDate;

/// What a wording says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The deadline; never [`DeadlineKind::When`], for events are not read.
    pub kind: DeadlineKind,
    /// Where a range starts.
    pub from: Option<Period>,
}

/// Reads how a plan words a deadline, in any case, Unicode form and with or without diacritics
/// (docs/format.md, Deadlines; `deadline-text` in docs/codes.md, Likely mistakes).
///
/// None for what it cannot read whole and for what has two meanings: a warning hangs on the
/// answer, so an unknown word is never passed over.
///
/// ```
/// use papi_plan::plan::{DeadlineKind, Period, read_wording};
/// let wording = read_wording("Quý IV/2025 - Quý II/2026").unwrap();
/// assert_eq!(wording.kind, DeadlineKind::In(Period::Quarter(2026, 2)));
/// assert_eq!(wording.from, Some(Period::Quarter(2025, 4)));
/// assert_eq!(read_wording("Sau khi có Quy chế của Trung ương"), None);
/// ```
pub fn read_wording(text: &str) -> Option<Wording> {
    read::read(text)
}

impl Wording {
    /// The last day under the rules of the plan, as [`Deadline::last_day`] has it; none for a
    /// standing duty.
    pub fn last_day(&self, calendar: &Calendar) -> Option<NaiveDate> {
        let deadline = Deadline { kind: self.kind.clone(), text: None, text_en: None, from: self.from };
        deadline.last_day(calendar)
    }

    /// The first day of a range.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.from.map(Period::first_day)
    }
}

#[cfg(test)]
mod tests;
