//! Where something stands: in which file, and at which bytes.

use super::{Position, Source};
use std::fmt;
use std::ops::Range;

/// A part of a file.
#[derive(Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub source: Source,
    /// The bytes.
    pub span: Range<usize>,
}

impl Place {
    /// The part of a file at these bytes.
    pub fn new(source: &Source, span: Range<usize>) -> Self {
        Self { source: source.clone(), span }
    }

    /// The file's name to print.
    pub fn file(&self) -> &str {
        self.source.name()
    }

    /// Where it begins.
    pub fn start(&self) -> Position {
        self.source.position(self.span.start)
    }

    /// Where it ends: the position after its last character.
    pub fn end(&self) -> Position {
        self.source.position(self.span.end)
    }
}

impl fmt::Debug for Place {
    /// `plan.toml[12..15]`: the text itself would fill screens.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{:?}]", self.file(), self.span)
    }
}
