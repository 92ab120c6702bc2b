//! The rules beyond what reading finds: likely mistakes, and what a change took away from an older
//! version. One rule a function, each with its reason and source; one file a family.

mod against;
mod deadlines;
mod extensions;
mod names;
mod numbering;
mod reported;
mod rules;
#[cfg(test)]
mod tests;

pub use against::{Comparison, Unread, against};

use crate::diagnostic::{Place, Problem};
use crate::plan::{Address, Draft, Sketch, Stated};
use crate::text::one_line;
use chrono::NaiveDate;
use reported::Reported;

/// What is judged: a file as far as it could be read.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'a> {
    /// What it states, key by key.
    pub draft: &'a Draft,
    /// Its plan, with what is not known of it.
    pub sketch: &'a Sketch,
    /// D: what is dated after it is suspicious.
    pub as_of: NaiveDate,
}

/// Every problem of a file, in its order: those that reading found, and what the rules find beside
/// them. What an error is already reported of is not judged again.
///
/// `read` is what reading found, `place` says where in the file an address stands.
pub fn problems(judged: &Judged<'_>, read: &[Problem], place: impl Fn(Address) -> Place) -> Vec<Problem> {
    let reported = Reported::new(read);
    let stated = Stated::of(judged.draft);
    let found = rules::RULES.iter().flat_map(|rule| rule.judge(judged, &stated));
    let found = found.map(|problem| problem.placed(&place)).filter(|problem| !reported.has(&problem.at));
    let mut problems: Vec<Problem> = read.iter().cloned().chain(found).collect();
    problems.sort_by_key(Problem::order);
    problems
}

/// A text of the plan as a message quotes it.
fn shown(text: &str) -> String {
    one_line(text).into_owned()
}
