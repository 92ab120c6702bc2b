//! Refusals of the register in words.

use super::failure::Failure;
use super::names;
use crate::plan::{BodyIx, Entry, Plan, RowIx};
use crate::register::Refusal;
use crate::text::{Lang, one_line, words::command};

/// How many names a message lists.
const MOST_NAMES: usize = 6;

/// Says why a request is refused, and what to do.
pub fn failure(plan: &Plan, refusal: &Refusal) -> Failure {
    let words = |lang| words(plan, lang, refusal);
    Failure::refused(|lang| words(lang).0, |lang| words(lang).1)
}

/// Why, and what to do.
fn words(plan: &Plan, lang: Lang, refusal: &Refusal) -> (String, String) {
    let number = |row: &RowIx| names::row(plan, *row);
    let name = |body: &BodyIx| names::agency(plan, lang, *body);
    match refusal {
        Refusal::Heading { row, rows } => heading(plan, lang, *row, rows),
        Refusal::NotResponsible { row, body } => {
            let units = first_names(plan, lang, plan.lead(*row));
            (command::not_responsible(lang, &name(body), &number(row)), command::responsible(lang, &units))
        }
        Refusal::WhichUnit { row, units } => (
            command::which_unit(lang, &number(row), units.len()),
            command::which_unit_help(lang, &first_names(plan, lang, units)),
        ),
        Refusal::WhichEntry { row, units } => (
            command::which_entry(lang, &number(row), units.len()),
            command::which_unit_help(lang, &first_names(plan, lang, units)),
        ),
        Refusal::AfterAsOf { day, as_of } => (
            command::after_as_of(lang, &lang.date(*day), &lang.date(*as_of)),
            command::after_as_of_help(lang).to_owned(),
        ),
        Refusal::BeforeIssue { day, issued } => (
            command::before_issue(lang, &lang.date(*day), &lang.date(*issued)),
            command::before_issue_help(lang).to_owned(),
        ),
        Refusal::Conflict { row, old, new } => conflict(plan, lang, *row, old, new),
        Refusal::NoEntry { row, body: Some(body) } => {
            (command::no_entry(lang, &number(row), &name(body)), command::no_entry_help(lang, &plan.row(*row).id))
        }
        Refusal::NoEntry { row, body: None } => {
            (command::no_entry_at_all(lang, &number(row)), command::no_entry_help(lang, &plan.row(*row).id))
        }
        Refusal::AlreadyReturned { row, unit, returned } => {
            let message = command::already_returned(lang, &name(unit), &number(row), &lang.date(*returned));
            (message, command::no_entry_help(lang, &plan.row(*row).id))
        }
        Refusal::NotYetSubmitted { row, unit, on, day } => {
            let (on, day) = (lang.date(*on), lang.date(*day));
            let message = command::not_yet_submitted(lang, &name(unit), &number(row), &on, &day);
            (message, command::before_issue_help(lang).to_owned())
        }
        Refusal::NotLater { row, unit, last_day, to } => {
            let (last, to) = (lang.date(*last_day), lang.date(*to));
            let message = command::not_later(lang, &number(row), &name(unit), &last, &to);
            (message, command::not_later_help(lang).to_owned())
        }
        Refusal::NoEffect { row } => (command::no_effect(lang, &number(row)), command::no_effect_help(lang).to_owned()),
    }
}

fn heading(plan: &Plan, lang: Lang, row: RowIx, rows: &[RowIx]) -> (String, String) {
    let rows: Vec<String> = rows.iter().map(|below| names::row(plan, *below)).collect();
    (command::heading_refused(lang, &names::row(plan, row)), command::heading_refused_help(lang, &rows.join(", ")))
}

fn conflict(plan: &Plan, lang: Lang, row: RowIx, old: &Entry, new: &Entry) -> (String, String) {
    let (id, ix) = (&plan.body(old.by).id, &plan.row(row).id);
    let message = command::conflict(lang, &names::row(plan, row), &names::agency(plan, lang, old.by));
    (message, command::conflict_help(lang, &entry(lang, old), &entry(lang, new), ix, id))
}

/// The first few names, and how many more there are.
pub fn first_names(plan: &Plan, lang: Lang, bodies: &[BodyIx]) -> String {
    let shown: Vec<String> = bodies.iter().take(MOST_NAMES).map(|body| names::agency(plan, lang, *body)).collect();
    let shown = shown.join(", ");
    match bodies.len().saturating_sub(MOST_NAMES) {
        0 => shown,
        rest => command::list_more(lang, &shown, rest),
    }
}

fn entry(lang: Lang, entry: &Entry) -> String {
    let texts = entry.reference.iter().chain(&entry.note).map(|text| one_line(text).into_owned());
    let day = std::iter::once(lang.date(entry.on));
    day.chain(texts).collect::<Vec<_>>().join(", ")
}
