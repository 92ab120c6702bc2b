//! What a file states of days, be the rest of it a valid plan or not.

use super::build::calendar;
use super::{Address, Calendar, Deadline, DirectiveKey, Draft, EntryKey, ExtensionKey, Plan, RowIx, RowKey};
use chrono::NaiveDate;

/// Deadlines and marks as stated, with their addresses: enough for what can be judged of each alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// The rules about days; none if they are broken.
    pub calendar: Option<Calendar>,
    /// The day of issue.
    pub issued: Option<NaiveDate>,
    /// Every deadline.
    pub deadlines: Vec<StatedDeadline>,
    /// Every day of a mark, with the key that states it.
    pub marks: Vec<(&'static str, NaiveDate, Address)>,
}

/// A deadline where it is stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedDeadline {
    /// The deadline.
    pub due: Deadline,
    /// Where it stands.
    pub at: Address,
    /// Where its wording stands.
    pub text_at: Address,
    /// Whether it is a row's; else it is a directive's.
    pub of_row: bool,
}

impl StatedDeadline {
    fn of_row(row: usize, due: &Deadline) -> Self {
        let at = |key| Address::Row(RowIx(row), key);
        Self { due: due.clone(), at: at(RowKey::Due), text_at: at(RowKey::DueText), of_row: true }
    }

    fn of_directive(number: usize, due: &Deadline) -> Self {
        let at = |key| Address::Directive(number, key);
        Self { due: due.clone(), at: at(DirectiveKey::Due), text_at: at(DirectiveKey::DueText), of_row: false }
    }
}

impl From<&Plan> for Stated {
    fn from(plan: &Plan) -> Self {
        let rows = plan.rows().filter_map(|(ix, row)| Some(StatedDeadline::of_row(ix.0, row.due.as_ref()?)));
        let directives = plan.directives.iter().enumerate();
        let directives =
            directives.filter_map(|(at, directive)| Some(StatedDeadline::of_directive(at, directive.due.as_ref()?)));
        let mut marks = Vec::new();
        for (ix, row) in plan.rows() {
            for (number, entry) in row.submitted.iter().enumerate() {
                marks.push(("on", entry.on, Address::Entry(ix, number, EntryKey::On)));
                marks.extend(
                    entry.returned.map(|day| ("returned", day, Address::Entry(ix, number, EntryKey::Returned))),
                );
            }
            for (number, extension) in row.extended.iter().enumerate() {
                marks.push(("granted", extension.granted, Address::Extension(ix, number, ExtensionKey::Granted)));
            }
        }
        Self {
            calendar: Some(plan.calendar.clone()),
            issued: Some(plan.about.issued),
            deadlines: rows.chain(directives).collect(),
            marks,
        }
    }
}

impl From<&Draft> for Stated {
    fn from(draft: &Draft) -> Self {
        let rows = draft.rows.iter().enumerate();
        let rows = rows.filter_map(|(ix, row)| Some(StatedDeadline::of_row(ix, row.due.given()?)));
        let directives = draft.directives.iter().enumerate();
        let directives =
            directives.filter_map(|(at, directive)| Some(StatedDeadline::of_directive(at, directive.due.given()?)));
        let mut marks = Vec::new();
        for (ix, row) in draft.rows.iter().enumerate() {
            for (number, entry) in row.submitted.given().into_iter().flatten().enumerate() {
                let at = |key| Address::Entry(RowIx(ix), number, key);
                marks.extend(entry.on.given().map(|day| ("on", *day, at(EntryKey::On))));
                marks.extend(entry.returned.given().map(|day| ("returned", *day, at(EntryKey::Returned))));
            }
            for (number, extension) in row.extended.given().into_iter().flatten().enumerate() {
                let at = Address::Extension(RowIx(ix), number, ExtensionKey::Granted);
                marks.extend(extension.granted.given().map(|day| ("granted", *day, at)));
            }
        }
        Self {
            calendar: calendar(draft.rules.clone()),
            issued: draft.about.issued.given().copied(),
            deadlines: rows.chain(directives).collect(),
            marks,
        }
    }
}
