//! What was typed for agencies, rows, statuses and periods, and what it means.

use super::advice::Program;
use super::failure::{Failure, Unknown};
use super::names;
use super::refused::first_names;
use super::session::{no_day, with_year};
use crate::plan::{BodyIx, Column, Event, EventIx, NameError, NoDay, Period, Plan, RowError, RowIx, read_day};
use crate::query::{Snapshot, Status, may_answer};
use crate::report::status_words;
use crate::text::{Lang, fold, is_near, nearest, one_line, words::command, words::mark};
use chrono::NaiveDate;

/// Finds an agency or group by any of its names.
///
/// # Errors
/// A name that nothing or more than one answers to.
pub fn body(plan: &Plan, program: &Program, name: &str) -> Result<BodyIx, Failure> {
    body_of_rows(plan, program, name, &[])
}

/// Finds an agency or group for a question about rows: where the name is unclear, those who may answer for them come
/// first, and nobody else is offered.
///
/// # Errors
/// A name that nothing or more than one answers to.
pub fn body_of_rows(plan: &Plan, program: &Program, name: &str, rows: &[RowIx]) -> Result<BodyIx, Failure> {
    let may_answer = |body: BodyIx| rows.iter().any(|row| may_answer(plan, *row, body));
    plan.find_body(name).map_err(|error| match error {
        NameError::Unknown(near) => {
            let meant = near.into_iter().find(|body| rows.is_empty() || may_answer(*body));
            let lead = rows.first().map(|row| plan.lead(*row)).filter(|lead| !lead.is_empty());
            let help = |lang| match (meant, lead) {
                (Some(body), _) => command::did_you_mean(lang, &names::agency(plan, lang, body)),
                (None, Some(lead)) => command::responsible(lang, &first_names(plan, lang, lead)),
                (None, None) => command::see_list(lang, &program.with(&["agency"])),
            };
            let near = if meant.is_some() { Unknown::Near } else { Unknown::Unlike };
            Failure::refused(|lang| command::unknown_agency(lang, &one_line(name)), help).unknown(near)
        }
        NameError::Several(mut bodies) => {
            bodies.sort_by_key(|body| !may_answer(*body));
            let message = |lang| {
                let names = bodies.iter().take(12).map(|body| names::agency(plan, lang, *body));
                let meant: Vec<String> = names.collect();
                let more = if bodies.len() > meant.len() { ", …" } else { "" };
                command::several_agencies(lang, &one_line(name), &(meant.join(", ") + more))
            };
            Failure::refused(message, command::several_agencies_help)
        }
    })
}

/// Whether a word may well be meant by what was typed.
fn likeness(typed: &str, word: &str) -> Unknown {
    if is_near(typed, word) { Unknown::Near } else { Unknown::Unlike }
}

/// The nearest word where it may well be meant; else where to look.
fn suggestion(lang: Lang, typed: &str, nearest: Option<&str>, help: &str) -> String {
    match nearest.filter(|nearest| is_near(typed, nearest)) {
        Some(nearest) => command::did_you_mean(lang, &one_line(nearest)),
        None => help.to_owned(),
    }
}

/// Finds a row by its id, its printed number or a path of these.
///
/// # Errors
/// A word that no row or more than one answers to.
pub fn row(plan: &Plan, program: &Program, word: &str) -> Result<RowIx, Failure> {
    plan.find_row(word).map_err(|error| match error {
        RowError::Unknown(nearest) => {
            let help = |lang| match read_day(word) {
                Err(NoDay::Form) => {
                    let list = command::see_list(lang, &program.with(&["list"]));
                    suggestion(lang, word, nearest.as_deref(), &list)
                }
                _ => command::row_is_day(lang, word),
            };
            let near = nearest.as_deref().map_or(Unknown::Unlike, |nearest| likeness(word, nearest));
            Failure::refused(|lang| command::unknown_row(lang, &one_line(word)), help).unknown(near)
        }
        RowError::Several(rows) => {
            let meant = |lang| {
                let row = |row: &RowIx| (one_line(&plan.row(*row).id), one_line(plan.row(*row).title.in_lang(lang)));
                let rows = rows.iter().map(row).map(|(id, title)| command::row_with_title(lang, &id, &title));
                rows.collect::<Vec<_>>().join("; ")
            };
            let message = |lang| command::several_rows(lang, &one_line(word), &meant(lang));
            Failure::refused(message, command::several_rows_help)
        }
    })
}

/// Finds a row that is there at D.
///
/// # Errors
/// A word that no row or more than one answers to, or a row that is not there yet.
pub fn row_there(snapshot: &Snapshot<'_>, program: &Program, word: &str) -> Result<RowIx, Failure> {
    let plan = snapshot.plan;
    let row = row(plan, program, word)?;
    match plan.node(row).since.filter(|_| !snapshot.is_there(row)) {
        Some(since) => {
            let message = |lang: Lang| mark::not_there(lang, &names::row_in_words(plan, lang, row), &lang.date(since));
            Err(Failure::refused(message, mark::not_there_help).unknown(Unknown::Near))
        }
        None => Ok(row),
    }
}

/// Finds an event by its id, or by its name, folded.
///
/// # Errors
/// A word that no event answers to, with those that there are.
pub fn event(plan: &Plan, word: &str) -> Result<EventIx, Failure> {
    let wanted = fold(word);
    let is_meant = |event: &Event| event.id == word || event.name.each().any(|name| fold(name) == wanted);
    let found = plan.events().find(|(_, event)| is_meant(event)).map(|(ix, _)| ix);
    found.ok_or_else(|| {
        let ids: Vec<&str> = plan.events().map(|(_, event)| event.id.as_str()).collect();
        let nearest = nearest(word, ids.iter().copied());
        let known = |lang| match &ids[..] {
            [] => mark::no_events(lang).to_owned(),
            ids => mark::known_events(lang, &one_line(&ids.join(", "))),
        };
        let help = |lang| suggestion(lang, word, nearest, &known(lang));
        Failure::refused(|lang| mark::unknown_event(lang, &one_line(word)), help)
    })
}

/// Reads what is looked for in a further column: the key of the column or its head, "=", and the text.
///
/// # Errors
/// What has no "=", or nothing to look for behind it.
pub fn cell(typed: &str) -> Result<(&str, &str), Failure> {
    let Some((word, text)) = typed.split_once('=') else {
        return Err(Failure::refused(|lang| command::bad_cell(lang, &one_line(typed)), command::bad_cell_help));
    };
    if fold(text).is_empty() { Err(Failure::plain(command::empty_search)) } else { Ok((word, text)) }
}

/// Finds a further column by its key or its head.
///
/// # Errors
/// A column that the plan does not have, with those that it has.
pub fn column(plan: &Plan, word: &str) -> Result<usize, Failure> {
    let columns = plan.columns();
    let is_meant = |column: &Column| column.key == word || fold(&column.head) == fold(word);
    columns.iter().position(is_meant).ok_or_else(|| {
        let keys: Vec<&str> = columns.iter().map(|column| column.key.as_str()).collect();
        let nearest = nearest(word, keys.iter().copied());
        let known = |lang| match &keys[..] {
            [] => command::no_columns(lang).to_owned(),
            keys => command::known_columns(lang, &one_line(&keys.join(", "))),
        };
        let help = |lang| suggestion(lang, word, nearest, &known(lang));
        let near = nearest.map_or(Unknown::Unlike, |nearest| likeness(word, nearest));
        Failure::refused(|lang| command::unknown_column(lang, &one_line(word)), help).unknown(near)
    })
}

/// Reads a status: its name in machine formats, or its words in either language, folded.
///
/// # Errors
/// A word that is no status.
pub fn status(word: &str) -> Result<Status, Failure> {
    let names = |status: Status| [status.name(), status_words(status, Lang::Vi), status_words(status, Lang::En)];
    let wanted = fold(word);
    let found = Status::ALL.into_iter().find(|status| names(*status).iter().any(|name| fold(name) == wanted));
    found.ok_or_else(|| {
        let nearest = nearest(word, Status::ALL.into_iter().flat_map(names));
        let known = Status::ALL.map(Status::name).join(", ");
        let help = |lang| suggestion(lang, word, nearest, &command::known_statuses(lang, &known));
        Failure::refused(|lang| command::unknown_status(lang, &one_line(word)), help)
    })
}

/// Reads a period: a day, a month, a quarter or a year; a day without a year is of the year of that day.
///
/// # Errors
/// A word that is no period.
pub fn period(word: &str, as_of: NaiveDate) -> Result<Period, Failure> {
    let typed = with_year(word.trim(), as_of);
    let unknown = || match read_day(&typed) {
        Err(why) if why != NoDay::Form => no_day(word, why),
        _ => Failure::refused(|lang| command::bad_period(lang, &one_line(word)), command::bad_period_help),
    };
    Period::read(&typed).ok_or_else(unknown)
}
