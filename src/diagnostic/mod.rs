//! Problems of a file: a code with what it means, a place, a message and a way out. Knows no plan.

mod code;
mod explanation;
mod place;
mod problem;
mod problems;
mod source;

pub use code::Code;
pub use explanation::Explanation;
pub use place::Place;
pub use problem::Problem;
pub use problems::Problems;
pub use source::{Position, Source};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file is no valid plan; `check` fails.
    Error,
    /// Likely a mistake; `check --deny-warnings` fails.
    Warning,
    /// Good to know; never fails.
    Note,
}

impl Severity {
    /// The name that machine formats use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}
