//! What makes a well-formed file no valid plan.

use super::Address;
use chrono::NaiveDate;

/// An error that only the whole plan shows, with its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where it is reported.
    pub at: Address,
    /// Further places that belong to it.
    pub also: Vec<Address>,
}

impl Fault {
    pub(super) fn new(kind: FaultKind, at: Address) -> Self {
        Self { kind, at, also: Vec::new() }
    }

    pub(super) fn and_at(mut self, at: Address) -> Self {
        self.also.push(at);
        self
    }
}

/// The errors that only the whole plan shows (SPEC §5); names and ids as the file has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// An id that is empty or has white space (a row), or is no lower-case words joined by hyphens.
    BadId {
        /// The id.
        id: String,
        /// Whether it is a row's.
        of_row: bool,
    },
    /// An id that two rows, or two agencies or groups, share.
    DuplicateId {
        /// The id.
        id: String,
        /// Whether it is a row's.
        of_row: bool,
    },
    /// A `parent` that is no row.
    UnknownParent {
        /// The parent's id.
        parent: String,
        /// The nearest row id.
        nearest: Option<String>,
    },
    /// Rows that are above themselves.
    ParentCycle {
        /// The rows of the cycle, each below the next.
        rows: Vec<String>,
    },
    /// An id that is no agency or group.
    UnknownAgency {
        /// The id.
        id: String,
        /// The nearest id.
        nearest: Option<String>,
    },
    /// Groups that are members of themselves.
    GroupCycle {
        /// The groups of the cycle, each a member of the one before.
        groups: Vec<String>,
    },
    /// Two agencies or groups that answer to one folded name.
    AmbiguousName {
        /// The name, as the second has it.
        name: String,
        /// The id of the first.
        first: String,
        /// The id of the second.
        second: String,
    },
    /// A row for which nobody is responsible.
    NoLead {
        /// The row.
        row: String,
    },
    /// A range that ends before it starts.
    EndsBeforeStart {
        /// Its first day.
        from: NaiveDate,
        /// Its last day.
        last: NaiveDate,
    },
    /// A submission on a heading.
    HeadingEntry {
        /// The heading.
        row: String,
    },
    /// An entry by a body that the row is not assigned to.
    NotResponsible {
        /// The row.
        row: String,
        /// The body.
        by: String,
        /// Whether it is a group, whose units submit each for itself.
        is_group: bool,
        /// The responsible units, the first few.
        units: Vec<String>,
        /// How many are responsible.
        count: usize,
    },
    /// An entry without `by` where several units are responsible.
    MissingBy {
        /// The row.
        row: String,
        /// How many are responsible.
        count: usize,
    },
    /// Two entries of one unit on one row that are live on the same day.
    DuplicateEntry {
        /// The row.
        row: String,
        /// The unit.
        by: String,
        /// The days the two were submitted.
        days: (NaiveDate, NaiveDate),
    },
    /// A day before the plan was issued.
    BeforeIssue {
        /// The key: `on` or `granted`.
        key: &'static str,
        /// The day.
        day: NaiveDate,
        /// The day of issue.
        issued: NaiveDate,
    },
    /// A report that was returned before it was submitted.
    ReturnedEarly {
        /// The day it was submitted.
        on: NaiveDate,
        /// The day it was returned.
        returned: NaiveDate,
    },
    /// A directive that names no row.
    UnknownTask {
        /// The id.
        id: String,
        /// The nearest row id.
        nearest: Option<String>,
    },
}
