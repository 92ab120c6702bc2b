//! Small plans for unit tests: rules of the domain are held as tables of cases.

use crate::check::{self, Judged};
use crate::diagnostic::{Problem, Source};
use crate::file::Document;
use crate::plan::{Address, BodyIx, Plan, RowIx, parse_day};
use crate::text::Lang;
use chrono::NaiveDate;

/// A plan of rows, each told as the keys of an inline table but for its title; issued on 2020-01-01, with
/// agencies `a` to `d`, the group `abc` and the group `outer` of `abc` and `d`.
pub fn plan(rows: &[&str]) -> Plan {
    plan_with("", rows)
}

/// The same with rules, told as the keys of `[rules]`.
pub fn plan_with(rules: &str, rows: &[&str]) -> Plan {
    let rows: String = rows.iter().map(|row| ["  { title = 'T', ", row, " },\n"].concat()).collect();
    let text = format!(
        "version = 1
plan = {{ number = '1/KH', title = 'K', issuer = 'T', issued = 2020-01-01 }}
rules = {{ {rules} }}
task = [
{rows}]
[agencies]
a = {{ name = 'Sở A' }}
b = {{ name = 'Sở B' }}
c = {{ name = 'Sở C' }}
d = {{ name = 'Sở D' }}
[groups]
abc = {{ name = 'Nhóm ABC', members = ['a', 'b', 'c'] }}
outer = {{ name = 'Nhóm ngoài', members = ['abc', 'd'] }}
"
    );
    read(&text)
}

/// The plan of a file without errors.
pub fn read(text: &str) -> Plan {
    let source = Source::new("plan.toml", text.into());
    let codes = |problems: &[Problem]| problems.iter().map(|found| found.code).collect::<Vec<_>>();
    Document::read(&source).into_plan().unwrap_or_else(|problems| {
        panic!(
            "{:?}
{text}",
            codes(&problems)
        )
    })
}

/// A day of 2020, told as `month-day`, or any day in full.
pub fn day(text: &str) -> NaiveDate {
    let full = if text.len() < 8 { format!("2020-{text}") } else { text.to_owned() };
    parse_day(&full).unwrap()
}

/// The row of an id.
pub fn row(plan: &Plan, id: &str) -> RowIx {
    plan.find_row(id).unwrap()
}

/// The agency or group of an id.
pub fn body(plan: &Plan, id: &str) -> BodyIx {
    plan.bodies().find(|(_, body)| body.id == id).unwrap().0
}

/// The ids of some bodies, one after the other.
pub fn ids(plan: &Plan, bodies: &[BodyIx]) -> String {
    bodies.iter().map(|body| plan.body(*body).id.as_str()).collect::<Vec<_>>().join(" ")
}

/// All that `check` tells of a file on 30 June 2020, as `line code`; lines count from 1.
pub fn told(text: &str) -> Vec<String> {
    let source = Source::new("plan.toml", text.into());
    let told = |found: &Problem| format!("{} {}", found.at.start().line, found.code.name());
    let document = Document::read(&source);
    let judged = Judged { draft: document.draft(), sketch: document.sketch(), as_of: day("06-30") };
    let problems = check::problems(&judged, document.problems(), document.untold(), |at| document.place(at));
    problems.told.iter().map(told).collect()
}

/// All that is told of a file against an older one, as `code: message` in English, the place in the older one aside.
pub fn told_against(older: &str, newer: &str) -> Vec<String> {
    let read = |text: &str| Document::read(&Source::new("plan.toml", text.into()));
    let (old, new) = (read(older), read(newer));
    let judged = |document| -> Judged<'_> {
        let document: &Document = document;
        Judged { draft: document.draft(), sketch: document.sketch(), as_of: day("06-30") }
    };
    let compared = check::against(&judged(&old), &judged(&new), |at| old.place(at));
    let message = |said: &str| said.split(" (line ").next().unwrap_or_default().to_owned();
    let told =
        |found: &Problem<Address>| format!("{}: {}", found.code.name(), message(found.message.in_lang(Lang::En)));
    compared.problems.iter().map(told).collect()
}
