//! Events: what deadlines wait for.

use crate::text::Bilingual;
use chrono::NaiveDate;

/// An event's position in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventIx(pub usize);

/// Something that deadlines wait for, of `[events]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The id.
    pub id: String,
    /// What happens.
    pub name: Bilingual,
    /// The day on which it happened; none as long as it has not.
    pub on: Option<NaiveDate>,
    /// The document that says so.
    pub reference: Option<String>,
}
