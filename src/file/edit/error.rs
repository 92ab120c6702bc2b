//! Why an edit was not made.

use std::ops::Range;

/// Why an edit was not made. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The row is written in a form that cannot be edited safely, such as `task = [{…}]`.
    Layout(Range<usize>),
    /// The edited file would not say what it should; where the row stands.
    Unsure(Range<usize>),
}
