//! Why an edit was not made.

use std::ops::Range;

/// Why an edit was not made. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The edited file would not say what it should; where the row stands.
    Unsure(Range<usize>),
}
