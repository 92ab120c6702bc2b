//! Faults of a plan as problems of its file: code, words and place.

use super::parsed::Parsed;
use super::quoted;
use crate::diagnostic::{Code, Diagnostic};
use crate::plan::{Fault, FaultKind};
use crate::text::{Lang, Message, is_near, words::problem};

/// The problem that a fault is in its file.
pub(super) fn diagnostic(fault: &Fault, parsed: &Parsed<'_>) -> Diagnostic {
    let mut places: Vec<_> = std::iter::once(&fault.at).chain(&fault.also).map(|at| parsed.place(*at)).collect();
    // What is unknown is unknown everywhere: the first place is that of its first use.
    if matches!(fault.kind, FaultKind::UnknownAgency { .. } | FaultKind::UnknownTask { .. }) {
        places.sort_by_key(|place| place.start);
    }
    Diagnostic {
        code: code(&fault.kind),
        message: Message::new(|lang| message(lang, &fault.kind)),
        help: Some(Message::new(|lang| help(lang, &fault.kind))),
        span: places.remove(0),
        also: places,
    }
}

fn code(kind: &FaultKind) -> Code {
    match kind {
        FaultKind::BadId { .. } => Code::BadId,
        FaultKind::DuplicateId { .. } => Code::DuplicateId,
        FaultKind::UnknownParent { .. } => Code::UnknownParent,
        FaultKind::ParentCycle { .. } => Code::ParentCycle,
        FaultKind::UnknownAgency { .. } => Code::UnknownAgency,
        FaultKind::GroupCycle { .. } => Code::GroupCycle,
        FaultKind::AmbiguousName { .. } => Code::AmbiguousName,
        FaultKind::NoLead { .. } => Code::NoLead,
        FaultKind::EndsBeforeStart { .. } => Code::BadDeadline,
        FaultKind::HeadingEntry { .. } => Code::HeadingEntry,
        FaultKind::NotResponsible { .. } => Code::NotResponsible,
        FaultKind::MissingBy { .. } => Code::MissingBy,
        FaultKind::DuplicateEntry { .. } => Code::DuplicateEntry,
        FaultKind::BeforeIssue { .. } | FaultKind::ReturnedEarly { .. } => Code::BadDates,
        FaultKind::UnknownTask { .. } => Code::UnknownTask,
    }
}

fn message(lang: Lang, kind: &FaultKind) -> String {
    match kind {
        FaultKind::BadId { id, of_row: true } if id.is_empty() => problem::empty_task_id(lang).to_owned(),
        FaultKind::BadId { id, of_row: true } => problem::bad_task_id(lang, &quoted(id)),
        FaultKind::BadId { id, of_row: false } => problem::bad_body_id(lang, &quoted(id)),
        FaultKind::DuplicateId { id, .. } => problem::duplicate_id(lang, &quoted(id)),
        FaultKind::UnknownParent { parent, .. } => problem::unknown_parent(lang, &quoted(parent)),
        FaultKind::ParentCycle { rows } => problem::parent_cycle(lang, &chain(rows)),
        FaultKind::UnknownAgency { id, .. } => problem::unknown_agency(lang, &quoted(id)),
        FaultKind::GroupCycle { groups } if groups.len() == 2 => problem::group_cycle_of_two(lang, &chain(groups)),
        FaultKind::GroupCycle { groups } => problem::group_cycle(lang, &chain(groups)),
        FaultKind::AmbiguousName { name, first, second } => {
            problem::ambiguous_name(lang, &quoted(name), &quoted(first), &quoted(second))
        }
        FaultKind::NoLead { row } => problem::no_lead(lang, &quoted(row)),
        FaultKind::EndsBeforeStart { from, last } => {
            problem::ends_before_start(lang, &lang.date(*from), &lang.date(*last))
        }
        FaultKind::HeadingEntry { row } => problem::heading_entry(lang, &quoted(row)),
        FaultKind::NotResponsible { by, is_group: true, .. } => problem::group_is_no_unit(lang, &quoted(by)),
        FaultKind::NotResponsible { by, row, .. } => problem::not_responsible(lang, &quoted(by), &quoted(row)),
        FaultKind::MissingBy { row, count } => problem::missing_by(lang, &quoted(row), *count),
        FaultKind::DuplicateEntry { row, by, days: (first, second) } if first == second => {
            problem::duplicate_entry_one_day(lang, &quoted(by), &quoted(row), &lang.date(*first))
        }
        FaultKind::DuplicateEntry { row, by, days: (first, second) } => {
            problem::duplicate_entry(lang, &quoted(by), &quoted(row), &lang.date(*first), &lang.date(*second))
        }
        FaultKind::BeforeIssue { key, day, issued } => {
            problem::before_issue(lang, key, &lang.date(*day), &lang.date(*issued))
        }
        FaultKind::ReturnedEarly { on, returned } => {
            problem::returned_early(lang, &lang.date(*on), &lang.date(*returned))
        }
        FaultKind::UnknownTask { id, .. } => problem::unknown_task(lang, &quoted(id)),
    }
}

fn help(lang: Lang, kind: &FaultKind) -> String {
    let nearest_or = |typed: &str, nearest: &Option<String>, other: fn(Lang) -> &'static str| match nearest {
        Some(nearest) if is_near(typed, nearest) => problem::nearest_id(lang, &quoted(nearest)),
        Some(nearest) => problem::far_nearest(lang, other(lang), &quoted(nearest)),
        None => other(lang).to_owned(),
    };
    match kind {
        FaultKind::BadId { of_row: true, .. } => problem::bad_task_id_help(lang).to_owned(),
        FaultKind::BadId { of_row: false, .. } => problem::bad_body_id_help(lang).to_owned(),
        FaultKind::DuplicateId { of_row: true, .. } => problem::duplicate_id_help(lang).to_owned(),
        FaultKind::DuplicateId { of_row: false, .. } => problem::duplicate_body_help(lang).to_owned(),
        FaultKind::UnknownParent { parent, nearest } => nearest_or(parent, nearest, problem::unknown_parent_help),
        FaultKind::ParentCycle { .. } => problem::parent_cycle_help(lang).to_owned(),
        FaultKind::UnknownAgency { id, nearest } => nearest_or(id, nearest, problem::unknown_agency_help),
        FaultKind::GroupCycle { .. } => problem::group_cycle_help(lang).to_owned(),
        FaultKind::AmbiguousName { .. } => problem::ambiguous_name_help(lang).to_owned(),
        FaultKind::NoLead { .. } => problem::no_lead_help(lang).to_owned(),
        FaultKind::EndsBeforeStart { .. } => problem::ends_before_start_help(lang).to_owned(),
        FaultKind::HeadingEntry { .. } => problem::heading_entry_help(lang).to_owned(),
        FaultKind::NotResponsible { row, units, count, .. } => {
            let named: Vec<String> = units.iter().map(|unit| quoted(unit)).collect();
            let mut named = named.join(", ");
            if *count > units.len() {
                named = format!("{named} {}", problem::and_more(lang, count - units.len()));
            }
            problem::not_responsible_help(lang, &quoted(row), &named)
        }
        FaultKind::MissingBy { .. } => problem::missing_by_help(lang).to_owned(),
        FaultKind::DuplicateEntry { row, .. } => problem::duplicate_entry_help(lang, &quoted(row)),
        FaultKind::BeforeIssue { .. } => problem::before_issue_help(lang).to_owned(),
        FaultKind::ReturnedEarly { .. } => problem::returned_early_help(lang).to_owned(),
        FaultKind::UnknownTask { id, nearest } => nearest_or(id, nearest, problem::unknown_task_help),
    }
}

/// `a → b → a`, with the middle left out of a long one.
fn chain(ids: &[String]) -> String {
    let shown = ids.iter().take(5).map(|id| quoted(id));
    let gap = (ids.len() > 5).then(|| String::from("…"));
    let back = ids.first().map(|id| quoted(id));
    shown.chain(gap).chain(back).collect::<Vec<_>>().join(" → ")
}
