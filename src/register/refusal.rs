//! Why a request is refused. Nothing is written.

use crate::plan::{BodyIx, Entry, RowIx};
use chrono::NaiveDate;

/// Why a request is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A heading has nothing to submit; the rows that do stand below it.
    Heading {
        /// The heading.
        row: RowIx,
        /// The items below it, in file order.
        rows: Vec<RowIx>,
    },
    /// The row is not assigned to that agency, nor to any unit of that group.
    NotResponsible {
        /// The row.
        row: RowIx,
        /// The agency or group.
        body: BodyIx,
    },
    /// Several units are meant, and the request must say which.
    WhichUnit {
        /// The row.
        row: RowIx,
        /// The units that could be meant.
        units: Vec<BodyIx>,
    },
    /// Several units have entries, and the request must say whose is meant.
    WhichEntry {
        /// The row.
        row: RowIx,
        /// The units that have entries.
        units: Vec<BodyIx>,
    },
    /// A day after D.
    AfterAsOf {
        /// The day.
        day: NaiveDate,
        /// D.
        as_of: NaiveDate,
    },
    /// A day before the plan was issued.
    BeforeIssue {
        /// The day.
        day: NaiveDate,
        /// The day of issue.
        issued: NaiveDate,
    },
    /// The unit has another live entry on that row.
    Conflict {
        /// The row.
        row: RowIx,
        /// What is recorded.
        old: Box<Entry>,
        /// What was to be recorded.
        new: Box<Entry>,
    },
    /// There is no entry to take out or to send back.
    NoEntry {
        /// The row.
        row: RowIx,
        /// The agency asked for.
        body: Option<BodyIx>,
    },
    /// The report was already sent back, on another day or for another reason.
    AlreadyReturned {
        /// The row.
        row: RowIx,
        /// The unit.
        unit: BodyIx,
        /// The day that is recorded.
        returned: NaiveDate,
    },
    /// The report came in only after the day on which it is to be sent back.
    NotYetSubmitted {
        /// The row.
        row: RowIx,
        /// The unit.
        unit: BodyIx,
        /// The day of submission.
        on: NaiveDate,
        /// The day asked for.
        day: NaiveDate,
    },
    /// The new last day is not later than the one in force.
    NotLater {
        /// The row whose deadline it is.
        row: RowIx,
        /// The unit.
        unit: BodyIx,
        /// The last day in force.
        last_day: NaiveDate,
        /// The last day asked for.
        to: NaiveDate,
    },
    /// No deadline would move: every row below states its own, or has its own extension.
    NoEffect {
        /// The row.
        row: RowIx,
    },
}
