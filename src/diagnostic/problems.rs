//! The problems of one file, as they are found: a file may have millions.

use super::{Code, Problem, Severity};
use std::collections::HashMap;

/// Problems of one file. Of each code the first [`MOST_TOLD`](Self::MOST_TOLD) are told, with all their words; of the
/// others it is known which they are, and where.
///
/// ```
/// use papi_plan::diagnostic::{Code, Problem, Problems};
/// use papi_plan::text::Message;
/// let mut found = Problems::default();
/// for at in 0..1200 {
///     found.add(Code::UnknownKey, at, || Problem::new(Code::UnknownKey, at, Message::new(|_| "no such key")));
/// }
/// assert_eq!((found.told.len(), found.untold.len()), (1000, 200));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems<P> {
    /// The first of each code.
    pub told: Vec<Problem<P>>,
    /// Of the others the code and the place.
    pub untold: Vec<(Code, P)>,
    /// How many of each code are told.
    counts: HashMap<Code, usize>,
}

impl<P> Default for Problems<P> {
    fn default() -> Self {
        Self { told: Vec::new(), untold: Vec::new(), counts: HashMap::new() }
    }
}

impl<P> Problems<P> {
    /// How many of one code are told: nobody reads more, and no host shows them.
    pub const MOST_TOLD: usize = 1000;

    /// Adds a problem, which is put into words only if it is to be told.
    pub fn add(&mut self, code: Code, at: P, problem: impl FnOnce() -> Problem<P>) {
        let count = self.counts.entry(code).or_default();
        if *count < Self::MOST_TOLD {
            *count += 1;
            self.told.push(problem());
        } else {
            self.untold.push((code, at));
        }
    }

    /// Adds a problem that is put into words already.
    pub fn push(&mut self, problem: Problem<P>) {
        let count = self.counts.entry(problem.code).or_default();
        if *count < Self::MOST_TOLD {
            *count += 1;
            self.told.push(problem);
        } else {
            self.untold.push((problem.code, problem.at));
        }
    }

    /// How far it is by now.
    pub fn mark(&self) -> (usize, usize) {
        (self.told.len(), self.untold.len())
    }

    /// Forgets what was found since a mark.
    pub fn back_to(&mut self, (told, untold): (usize, usize)) {
        self.untold.truncate(untold);
        for problem in self.told.drain(told..) {
            self.counts.entry(problem.code).and_modify(|count| *count -= 1);
        }
    }

    /// Whether one of them is an error.
    pub fn has_errors(&self) -> bool {
        let is_error = |(code, _): &(Code, P)| code.severity() == Severity::Error;
        self.told.iter().any(Problem::is_error) || self.untold.iter().any(is_error)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.told.is_empty()
    }
}

impl<P> Extend<Problem<P>> for Problems<P> {
    fn extend<T: IntoIterator<Item = Problem<P>>>(&mut self, problems: T) {
        problems.into_iter().for_each(|problem| self.push(problem));
    }
}
