//! The rules beyond what reading finds: likely mistakes, and what a change took away from an older
//! version. One rule a function, each with its reason and source; one file a family.

mod against;
mod deadlines;
mod extensions;
mod living;
mod names;
mod numbering;
mod reported;
mod rules;
#[cfg(test)]
mod tests;
mod texts;

pub use against::{Comparison, Unread, against};

use crate::diagnostic::{Code, Place, Problem};
use crate::plan::{Address, Draft, Sketch, Stated};
use crate::text::one_line;
use chrono::NaiveDate;
use reported::Reported;
use std::ops::Range;

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
/// `read` is what reading found and `untold` what it does not tell, `place` says where in the file an address stands.
pub fn problems(
    judged: &Judged<'_>,
    read: &[Problem],
    untold: &[(Code, Range<usize>)],
    place: impl Fn(Address) -> Place,
) -> Checked {
    let reported = Reported::new(read, untold);
    let stated = Stated::of(judged.draft);
    let mut checked = Checked { told: read.to_vec(), untold: untold.iter().map(|(code, _)| *code).collect() };
    for rule in rules::RULES {
        let found = rule.judge(judged, &stated);
        let told = found.told.into_iter().map(|problem| problem.placed(&place));
        checked.told.extend(told.filter(|problem| !reported.has(&problem.at.span)));
        let untold = found.untold.into_iter().filter(|(_, at)| !reported.has(&place(*at).span));
        checked.untold.extend(untold.map(|(code, _)| code));
    }
    checked.told.sort_by_key(Problem::order);
    checked
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The problems, in file order; of each code the first [thousand](crate::diagnostic::Problems::MOST_TOLD).
    pub told: Vec<Problem>,
    /// The codes of the others.
    pub untold: Vec<Code>,
}

/// A text of the plan as a message quotes it.
fn shown(text: &str) -> String {
    one_line(text).into_owned()
}
