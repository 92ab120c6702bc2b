//! Answers as lines of a spreadsheet (docs/json-and-csv.md, CSV): fixed columns, ISO dates, text as in the file.

use super::value::reference;
use crate::plan::{Plan, RowKind};
use crate::query::{Counts, Obligation, Role, ScopedRow};
use std::borrow::Cow;

/// Lines under a fixed header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Records<'p> {
    /// The names of the columns.
    pub header: Vec<&'static str>,
    /// The lines; each has one cell a column, empty for what is unknown.
    pub lines: Vec<Vec<Cow<'p, str>>>,
}

const OBLIGATION: [&str; 12] = [
    "task",
    "number",
    "title",
    "agency",
    "agency_name",
    "role",
    "status",
    "last_day",
    "days_late",
    "days_left",
    "submitted_on",
    "ref",
];

/// The columns of [`counts`].
pub(super) const COUNTS: [&str; 7] = ["total", "on_time", "late", "overdue", "due_soon", "pending", "open"];

/// The obligations of the items among some rows; parts and headings have none of their own.
pub(super) fn of_views<'p, 's: 'v, 'v>(
    plan: &'p Plan,
    views: impl IntoIterator<Item = &'v ScopedRow<'s>>,
) -> Records<'p> {
    let items = views.into_iter().filter(|view| plan.node(view.row).kind == RowKind::Item);
    let obligations = items.flat_map(|view| view.obligations.iter().map(|owed| (*owed, view.role)));
    of_obligations(plan, obligations)
}

/// A line an obligation, with what the agency asked for is to its row.
pub(super) fn of_obligations<'p, 'o>(
    plan: &'p Plan,
    obligations: impl Iterator<Item = (&'o Obligation, Role)>,
) -> Records<'p> {
    let lines = obligations.map(|(owed, role)| obligation(plan, owed, role)).collect();
    Records { header: OBLIGATION.to_vec(), lines }
}

fn obligation<'p>(plan: &'p Plan, owed: &Obligation, role: Role) -> Vec<Cow<'p, str>> {
    let task = plan.row(owed.key.row);
    let joined = |text: fn(&crate::plan::Body) -> &str| {
        owed.units().iter().map(|unit| text(plan.body(*unit))).collect::<Vec<_>>().join(";")
    };
    vec![
        task.id.as_str().into(),
        task.number().into(),
        task.title.own.as_str().into(),
        joined(|body| &body.id).into(),
        joined(|body| &body.name.own).into(),
        role.name().into(),
        owed.status.name().into(),
        or_empty(owed.last_day.day()),
        or_empty(owed.days_late()),
        or_empty(owed.days_left()),
        or_empty(owed.delivery.map(|delivery| delivery.on)),
        reference(plan, owed).unwrap_or_default().into(),
    ]
}

/// How many have each status.
pub(super) fn counts(counts: &Counts) -> [Cow<'static, str>; 7] {
    let Counts { total, on_time, late, overdue, due_soon, pending, open } = counts;
    [total, on_time, late, overdue, due_soon, pending, open].map(|count| count.to_string().into())
}

/// A value, or nothing where it is unknown.
pub(super) fn or_empty(value: Option<impl ToString>) -> Cow<'static, str> {
    value.map_or_else(Cow::default, |value| value.to_string().into())
}
