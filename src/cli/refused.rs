//! Refusals of the register in words.

use super::failure::Failure;
use super::speaker::Speaker;
use crate::plan::{BodyIx, Entry, Plan, RowIx};
use crate::register::Refusal;
use crate::text::{one_line, words::command};
use chrono::NaiveDate;

/// How many names a message lists.
const MOST_NAMES: usize = 6;

/// Says why a request is refused, and what to do.
pub fn failure(plan: &Plan, refusal: &Refusal) -> Failure {
    let words = |lang| words(Speaker { plan, lang }, refusal);
    Failure::refused(|lang| words(lang).0, |lang| words(lang).1)
}

/// Why, and what to do.
fn words(speaker: Speaker<'_>, refusal: &Refusal) -> (String, String) {
    let (lang, plan) = (speaker.lang, speaker.plan);
    let number = |row: &RowIx| speaker.row(*row);
    match refusal {
        Refusal::Heading { row, rows } => heading(speaker, *row, rows),
        Refusal::NotResponsible { row, body } => {
            let units = names(speaker, plan.lead(*row));
            (command::not_responsible(lang, &speaker.name(*body), &number(row)), command::responsible(lang, &units))
        }
        Refusal::WhichUnit { row, units } => (
            command::which_unit(lang, &number(row), units.len()),
            command::which_unit_help(lang, &names(speaker, units)),
        ),
        Refusal::WhichEntry { row, units } => (
            command::which_entry(lang, &number(row), units.len()),
            command::which_unit_help(lang, &names(speaker, units)),
        ),
        Refusal::AfterAsOf { day, as_of } => (
            command::after_as_of(lang, &lang.date(*day), &lang.date(*as_of)),
            command::after_as_of_help(lang).to_owned(),
        ),
        Refusal::BeforeIssue { day, issued } => (
            command::before_issue(lang, &lang.date(*day), &lang.date(*issued)),
            command::before_issue_help(lang).to_owned(),
        ),
        Refusal::Conflict { row, old, new } => conflict(speaker, *row, old, new),
        Refusal::NoEntry { row, body: Some(body) } => (
            command::no_entry(lang, &number(row), &speaker.name(*body)),
            command::no_entry_help(lang, &plan.row(*row).id),
        ),
        Refusal::NoEntry { row, body: None } => {
            (command::no_entry_at_all(lang, &number(row)), command::no_entry_help(lang, &plan.row(*row).id))
        }
        Refusal::AlreadyReturned { row, unit, returned } => {
            let message = command::already_returned(lang, &speaker.name(*unit), &number(row), &lang.date(*returned));
            (message, command::no_entry_help(lang, &plan.row(*row).id))
        }
        Refusal::NotYetSubmitted { row, unit, on, day } => {
            let (on, day) = (lang.date(*on), lang.date(*day));
            let message = command::not_yet_submitted(lang, &speaker.name(*unit), &number(row), &on, &day);
            (message, command::before_issue_help(lang).to_owned())
        }
        Refusal::NotLater { row, unit, last_day, to } => not_later(speaker, *row, *unit, *last_day, *to),
        Refusal::NoEffect { row } => (command::no_effect(lang, &number(row)), command::no_effect_help(lang).to_owned()),
    }
}

fn heading(speaker: Speaker<'_>, row: RowIx, rows: &[RowIx]) -> (String, String) {
    let lang = speaker.lang;
    let rows: Vec<String> = rows.iter().map(|ix| speaker.row(*ix)).collect();
    (command::heading_refused(lang, &speaker.row(row)), command::heading_refused_help(lang, &rows.join(", ")))
}

fn conflict(speaker: Speaker<'_>, row: RowIx, old: &Entry, new: &Entry) -> (String, String) {
    let (lang, plan) = (speaker.lang, speaker.plan);
    let (id, ix) = (&plan.body(old.by).id, &plan.row(row).id);
    let message = command::conflict(lang, &speaker.row(row), &speaker.name(old.by));
    (message, command::conflict_help(lang, &entry(speaker, old), &entry(speaker, new), ix, id))
}

fn not_later(speaker: Speaker<'_>, row: RowIx, unit: BodyIx, last_day: NaiveDate, to: NaiveDate) -> (String, String) {
    let lang = speaker.lang;
    let (last, to) = (lang.date(last_day), lang.date(to));
    let message = command::not_later(lang, &speaker.row(row), &speaker.name(unit), &last, &to);
    (message, command::not_later_help(lang).to_owned())
}

/// The first few names, and how many more there are.
fn names(speaker: Speaker<'_>, bodies: &[BodyIx]) -> String {
    let shown: Vec<String> = bodies.iter().take(MOST_NAMES).map(|body| speaker.name(*body)).collect();
    let shown = shown.join(", ");
    match bodies.len().saturating_sub(MOST_NAMES) {
        0 => shown,
        rest => command::list_more(speaker.lang, &shown, rest),
    }
}

fn entry(speaker: Speaker<'_>, entry: &Entry) -> String {
    let texts = entry.reference.iter().chain(&entry.note).map(|text| one_line(text).into_owned());
    let day = std::iter::once(speaker.lang.date(entry.on));
    day.chain(texts).collect::<Vec<_>>().join(", ")
}
