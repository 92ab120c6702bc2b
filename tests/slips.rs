//! One slip of the pen in a real plan is one problem, wherever it is: nothing that follows from it is told.
#![allow(clippy::expect_used, reason = "helpers of tests fail as tests do")]

use chrono::NaiveDate;
use papi_plan::check::{self, Judged};
use papi_plan::diagnostic::{Problem, Source};
use papi_plan::file::Document;
use papi_plan::text::{Lang, Message};

const PLAN: &str = include_str!("../plan.toml");

/// How many lines apart those are that are tried: all of them would take long.
const STEP: usize = 7;

/// A line with one slip, of each kind that it can have.
fn slips(line: &str) -> impl Iterator<Item = String> {
    let without = |what: char, at: Option<usize>| at.map(|at| line[..at].to_owned() + &line[at + what.len_utf8()..]);
    let last = line.char_indices().last().map(|(at, _)| line[..at].to_owned());
    let date = line.find("= 20").filter(|at| line[*at..].chars().nth(6) == Some('-'));
    let date = date.and_then(|at| Some(format!("{}-13-41{}", &line[..at + 6], line.get(at + 12..)?)));
    // A header that stands twice begins another table.
    let twice = (!line.starts_with('[')).then(|| format!("{line}\n{line}"));
    [
        last,
        without('=', line.find('=')),
        without('"', line.find('"')),
        without(']', line.rfind(']')),
        without('}', line.rfind('}')),
        date,
        twice,
    ]
    .into_iter()
    .flatten()
}

/// What `check` tells of a text, without the places.
fn told(text: &str) -> Vec<String> {
    let document = Document::read(&Source::new("plan.toml", text.into()));
    let as_of = NaiveDate::from_ymd_opt(2020, 10, 15).expect("a date");
    let judged = Judged { draft: document.draft(), sketch: document.sketch(), as_of };
    let problems = check::problems(&judged, document.problems(), document.untold(), |at| document.place(at)).told;
    let words = |message: &Message| message.in_lang(Lang::En).to_owned();
    problems.iter().map(|found: &Problem| format!("{}: {}", found.code.name(), words(&found.message))).collect()
}

#[test]
fn a_line_with_a_slip_is_one_problem() {
    let before = told(PLAN);
    let lines: Vec<&str> = PLAN.lines().collect();
    for number in (0..lines.len()).step_by(STEP) {
        for slip in slips(lines[number]) {
            let mut slipped = lines.clone();
            slipped[number] = &slip;
            let mut new = told(&slipped.join("\n"));
            for known in &before {
                if let Some(at) = new.iter().position(|told| told == known) {
                    new.remove(at);
                }
            }
            assert!(new.len() <= 1, "line {}: {slip}\n{new:#?}", number + 1);
        }
    }
}
