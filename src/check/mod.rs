//! The rules beyond what reading finds: likely mistakes of a valid plan, and what a change took
//! away from an older one. One rule a function, each with its reason and source.

mod against;
mod deadlines;
mod extensions;
mod names;
mod numbering;

pub use against::{Version, against};

use crate::diagnostic::{Code, Problem};
use crate::plan::{Address, Plan, Stated};
use crate::text::{Lang, Message, one_line};
use chrono::NaiveDate;

/// Every likely mistake of a valid plan.
///
/// `as_of` is D: what is dated after it is suspicious.
pub fn check(plan: &Plan, as_of: NaiveDate) -> Vec<Problem<Address>> {
    let mut found = check_stated(&Stated::from(plan), as_of);
    deadlines::no_deadline(plan, &mut found);
    deadlines::deadline_after_parent(plan, &mut found);
    deadlines::directive_deadline(plan, &mut found);
    extensions::extension_earlier(plan, &mut found);
    extensions::idle_extension(plan, &mut found);
    names::unused_agency(plan, &mut found);
    numbering::numbering(plan, &mut found);
    found
}

/// What can be judged of each stated day alone: so of a file with errors too.
pub fn check_stated(stated: &Stated, as_of: NaiveDate) -> Vec<Problem<Address>> {
    let mut found = Vec::new();
    deadlines::deadline_text(stated, &mut found);
    deadlines::deadline_before_issue(stated, &mut found);
    deadlines::weekend_deadline(stated, &mut found);
    deadlines::future_date(stated, as_of, &mut found);
    found
}

/// What a rule finds: a code, an address in the plan, words, and a way out.
fn problem(
    code: Code,
    at: Address,
    message: impl Fn(Lang) -> String,
    help: impl Fn(Lang) -> &'static str,
) -> Problem<Address> {
    Problem::new(code, at, Message::new(message)).with_help(Message::new(help))
}

/// A text of the plan as a message quotes it.
fn shown(text: &str) -> String {
    one_line(text).into_owned()
}
