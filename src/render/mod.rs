//! Forms: blocks as a table for a terminal or as Markdown, answers as JSON and CSV, problems for
//! people and for programs. One file a form; a form never asks the plan anything.

pub mod csv;
pub mod github;
pub mod human;
pub mod json;
pub mod markdown;
pub mod sarif;
pub mod short;
pub mod table;

/// How much a terminal shows, and whether in colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// Columns of text.
    pub width: usize,
    /// Whether colours and bold type may be used.
    pub colour: bool,
}
