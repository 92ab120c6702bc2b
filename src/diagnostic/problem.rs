//! One problem, wherever it is found: by the reader, by the plan, by a rule.

use super::{Code, Place, Severity};
use crate::text::Message;

/// One problem of one file.
///
/// What finds it may not know the file: the reader knows bytes, the plan and the rules know addresses.
/// [`Problem::placed`] turns those into places.
///
/// ```
/// use papi_plan::diagnostic::{Code, Place, Problem, Source};
/// use papi_plan::text::{Lang, Message};
/// let source = Source::new("plan.toml", "version = 2".into());
/// let found = Problem::new(Code::UnsupportedVersion, 10..11, Message::new(|_| "no such version"));
/// let found = found.placed(|span| Place::new(&source, span));
/// assert_eq!(found.at.start().column, 11);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem<P = Place> {
    /// Which rule found it.
    pub code: Code,
    /// What is wrong.
    pub message: Message,
    /// What to do.
    pub help: Option<Message>,
    /// Where it is reported.
    pub at: P,
    /// Further places that belong to it.
    pub also: Vec<P>,
}

impl<P> Problem<P> {
    /// A problem at a place, without a way out.
    pub fn new(code: Code, at: P, message: Message) -> Self {
        Self { code, message, help: None, at, also: Vec::new() }
    }

    /// The same with a way out.
    #[must_use]
    pub fn with_help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// The same with further places.
    #[must_use]
    pub fn and_at(mut self, also: impl IntoIterator<Item = P>) -> Self {
        self.also.extend(also);
        self
    }

    /// The severity that its code has.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// Whether the file is no valid plan because of it.
    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }

    /// Every place of it, the one where it is reported first.
    pub fn places(&self) -> impl Iterator<Item = &P> {
        std::iter::once(&self.at).chain(&self.also)
    }

    /// The same problem with each of its places turned into another.
    pub fn placed<Q>(self, mut place: impl FnMut(P) -> Q) -> Problem<Q> {
        Problem {
            code: self.code,
            message: self.message,
            help: self.help,
            at: place(self.at),
            also: self.also.into_iter().map(place).collect(),
        }
    }
}

impl Problem {
    /// What problems of one file are sorted by: the order of their places, then of their codes.
    pub fn order(&self) -> (usize, usize, Code) {
        (self.at.span.start, self.at.span.end, self.code)
    }
}
