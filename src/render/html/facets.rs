//! By what the lines of a page are filtered: the bodies that they name, and their statuses.

use crate::report::{AgencyName, Cell, Status, Tone, Value, status_words};
use crate::text::{Lang, fold, words::html, words::report};
use maud::{Markup, html};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What the lines of a page have in common.
#[derive(Default)]
pub struct Facets {
    /// The bodies, by name, each with its place among those that were met.
    agencies: HashMap<String, usize>,
    statuses: BTreeSet<Status>,
    has_lines: bool,
}

/// What a line is found by, as its attributes tell it.
pub struct Keys {
    /// The places of the bodies that it names, with spaces between them.
    pub agencies: Option<String>,
    /// The names of its statuses, with spaces between them.
    pub statuses: Option<String>,
}

impl Facets {
    /// What a line is found by.
    pub fn of(&mut self, cells: &[&Cell], lang: Lang) -> Keys {
        self.has_lines = true;
        let (mut agencies, mut statuses) = (BTreeSet::new(), BTreeSet::new());
        for cell in cells {
            for value in &cell.lines {
                for agency in named(value) {
                    let next = self.agencies.len();
                    agencies.insert(*self.agencies.entry(agency.shown(lang).into_owned()).or_insert(next));
                }
                statuses.extend(status(value));
            }
            statuses.extend(counted(cell));
        }
        self.statuses.extend(&statuses);
        Keys { agencies: joined(agencies), statuses: joined(statuses.into_iter().map(Status::name)) }
    }

    /// The controls, which only the script shows.
    pub fn controls(&self, lang: Lang) -> Markup {
        if !self.has_lines {
            return Markup::default();
        }
        let mut agencies: Vec<(&String, &usize)> = self.agencies.iter().collect();
        agencies.sort_by_cached_key(|(name, place)| (fold(name), **place));
        html! {
            div #controls role="search" aria-label=(html::find(lang)) data-count=(html::lines_shown(lang, "{0}", "{1}"))
                data-sort=(html::sorted_by(lang)) hidden {
                div .control {
                    label for="search" { (html::search(lang)) }
                    input #search type="search" placeholder=(html::search_hint(lang)) autocomplete="off" spellcheck="false";
                }
                @if !agencies.is_empty() {
                    div .control {
                        label for="agency" { (report::column_agency(lang)) }
                        select #agency {
                            option value="" { (html::every(lang)) }
                            @for (name, place) in agencies { option value=(place) { (name) } }
                        }
                    }
                }
                @if !self.statuses.is_empty() {
                    div .control {
                        label for="status" { (report::column_status(lang)) }
                        select #status {
                            option value="" { (html::every(lang)) }
                            @for status in &self.statuses {
                                option value=(status.name()) { (status_words(*status, lang)) }
                            }
                        }
                    }
                }
                button #clear type="button" { (html::clear(lang)) }
                output #count for="search" aria-live="polite" {}
            }
            p #none .answer hidden { (html::no_lines(lang)) }
        }
    }
}

fn joined<T: ToString>(keys: impl IntoIterator<Item = T>) -> Option<String> {
    let keys: Vec<String> = keys.into_iter().map(|key| key.to_string()).collect();
    (!keys.is_empty()).then(|| keys.join(" "))
}

/// The bodies that a value names.
fn named(value: &Value) -> &[Arc<AgencyName>] {
    match value {
        Value::Agency(agency)
        | Value::Within(agency)
        | Value::Of(agency)
        | Value::Group(agency, _)
        | Value::Delivered(agency, ..)
        | Value::Missing(agency, ..)
        | Value::Rest(agency)
        | Value::Class(agency, ..)
        | Value::TakenOver(agency) => std::slice::from_ref(agency),
        Value::Agencies(agencies) => agencies,
        Value::OneOf(agencies) => agencies,
        _ => &[],
    }
}

/// The status that a value tells.
pub fn status(value: &Value) -> Option<Status> {
    match value {
        Value::Status(status, _) | Value::StatusShare(status, _) | Value::StatusPeriods(status, _) => Some(*status),
        _ => None,
    }
}

/// The statuses of which a cell of a sum tells that there are some. What is in time is one class of those sums,
/// however near its last day.
fn counted(cell: &Cell) -> &'static [Status] {
    match (cell.tone, &cell.lines[..]) {
        (Tone::Status(status), [Value::Count(_)]) => match status {
            Status::Pending => &[Status::DueSoon, Status::Pending],
            Status::Overdue => &[Status::Overdue],
            Status::DueSoon => &[Status::DueSoon],
            Status::Open => &[Status::Open],
            Status::Late => &[Status::Late],
            Status::OnTime => &[Status::OnTime],
        },
        _ => &[],
    }
}
