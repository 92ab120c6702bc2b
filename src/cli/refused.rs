//! Refusals of the register in words.

use super::failure::Failure;
use crate::plan::{BodyIx, Entry, TaskIx};
use crate::register::Refusal;
use crate::report::{RowNames, Speaker};
use crate::text::{one_line, words::command};
use chrono::NaiveDate;

/// How many names a message lists.
const MOST_NAMES: usize = 6;

/// Says why a request is refused, and what to do.
pub fn failure(speaker: Speaker<'_>, refusal: &Refusal) -> Failure {
    let (lang, plan) = (speaker.lang, speaker.plan);
    let names_of_rows = RowNames::new(speaker);
    let number = |task: &TaskIx| names_of_rows.of(*task);
    let (message, help) = match refusal {
        Refusal::Heading { task, rows } => heading(speaker, *task, rows),
        Refusal::NotResponsible { task, body } => {
            let units = names(speaker, plan.lead(*task));
            (command::not_responsible(lang, &speaker.name(*body), &number(task)), command::responsible(lang, &units))
        }
        Refusal::WhichUnit { task, units } => (
            command::which_unit(lang, &number(task), units.len()),
            command::which_unit_help(lang, &names(speaker, units)),
        ),
        Refusal::WhichEntry { task, units } => (
            command::which_entry(lang, &number(task), units.len()),
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
        Refusal::Conflict { task, old, new } => conflict(speaker, *task, old, new),
        Refusal::NoEntry { task, body: Some(body) } => (
            command::no_entry(lang, &number(task), &speaker.name(*body)),
            command::no_entry_help(lang, &plan.task(*task).id),
        ),
        Refusal::NoEntry { task, body: None } => {
            (command::no_entry_at_all(lang, &number(task)), command::no_entry_help(lang, &plan.task(*task).id))
        }
        Refusal::AlreadyReturned { task, unit, returned } => {
            let message = command::already_returned(lang, &speaker.name(*unit), &number(task), &lang.date(*returned));
            (message, command::no_entry_help(lang, &plan.task(*task).id))
        }
        Refusal::NotYetSubmitted { task, unit, on, day } => {
            let (on, day) = (lang.date(*on), lang.date(*day));
            let message = command::not_yet_submitted(lang, &speaker.name(*unit), &number(task), &on, &day);
            (message, command::before_issue_help(lang).to_owned())
        }
        Refusal::NotLater { task, unit, last_day, to } => not_later(speaker, *task, *unit, *last_day, *to),
        Refusal::NoEffect { task } => {
            (command::no_effect(lang, &number(task)), command::no_effect_help(lang).to_owned())
        }
    };
    Failure::refused(message, help)
}

fn heading(speaker: Speaker<'_>, task: TaskIx, rows: &[TaskIx]) -> (String, String) {
    let (lang, row_names) = (speaker.lang, RowNames::new(speaker));
    let rows: Vec<String> = rows.iter().map(|row| row_names.of(*row)).collect();
    (
        command::heading_refused(lang, &RowNames::new(speaker).of(task)),
        command::heading_refused_help(lang, &rows.join(", ")),
    )
}

fn conflict(speaker: Speaker<'_>, task: TaskIx, old: &Entry, new: &Entry) -> (String, String) {
    let (lang, plan) = (speaker.lang, speaker.plan);
    let (id, row) = (&plan.body(old.by).id, &plan.task(task).id);
    let message = command::conflict(lang, &RowNames::new(speaker).of(task), &speaker.name(old.by));
    (message, command::conflict_help(lang, &entry(speaker, old), &entry(speaker, new), row, id))
}

fn not_later(speaker: Speaker<'_>, task: TaskIx, unit: BodyIx, last_day: NaiveDate, to: NaiveDate) -> (String, String) {
    let lang = speaker.lang;
    let (last, to) = (lang.date(last_day), lang.date(to));
    let message = command::not_later(lang, &RowNames::new(speaker).of(task), &speaker.name(unit), &last, &to);
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
