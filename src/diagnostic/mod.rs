//! Problems of a file: a code, a severity, a place, a message and a way out. Knows no plan.

mod code;
mod source;

pub use code::Code;
pub use source::{Position, Source};

use crate::text::Message;
use std::ops::Range;

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

/// One problem of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule found it.
    pub code: Code,
    /// What is wrong.
    pub message: Message,
    /// What to do.
    pub help: Option<Message>,
    /// Where: bytes of the file.
    pub span: Range<usize>,
    /// Further places that belong to it.
    pub also: Vec<Range<usize>>,
}

impl Diagnostic {
    /// A problem at a place.
    pub fn new(code: Code, span: Range<usize>, message: Message) -> Self {
        Self { code, message, help: None, span, also: Vec::new() }
    }

    /// The same with a way out.
    #[must_use]
    pub fn with_help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// The severity that its code has.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}
