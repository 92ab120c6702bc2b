//! Marks of submission as far as they can be read.

use super::{BodyIx, Entry, Period};
use chrono::NaiveDate;

/// A mark of submission as far as it is known: one with errors can be taken out too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownEntry {
    /// The unit, if the entry names one that exists, or if only one can be meant.
    pub by: Option<BodyIx>,
    /// The period it is for.
    pub period: Option<Period>,
    /// The day of submission, or its month, quarter or year.
    pub on: Option<Period>,
    /// The document's number.
    pub reference: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The day the report was sent back.
    pub returned: Option<NaiveDate>,
    /// Why it was sent back.
    pub reason: Option<String>,
}

impl KnownEntry {
    /// Whether the entry counts on day D, as far as that is known.
    pub fn is_live(&self, as_of: NaiveDate) -> bool {
        self.on.is_some_and(|on| on.last_day() <= as_of) && self.returned.is_none_or(|returned| returned > as_of)
    }
}

impl From<&Entry> for KnownEntry {
    fn from(entry: &Entry) -> Self {
        let Entry { by, period, on, reference, note, returned, reason } = entry.clone();
        Self { by: Some(by), period, on: Some(on), reference, note, returned, reason }
    }
}
