//! What a file states of days, be the rest of it a valid plan or not.

use super::build::calendar;
use super::{At, Calendar, Deadline, DirectiveKey, Draft, EntryKey, ExtensionKey, Plan, TaskIx, TaskKey};
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
    pub marks: Vec<(&'static str, NaiveDate, At)>,
}

/// A deadline where it is stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedDeadline {
    /// The deadline.
    pub due: Deadline,
    /// Where it stands.
    pub at: At,
    /// Where its wording stands.
    pub text_at: At,
    /// Whether it is a row's; else it is a directive's.
    pub of_row: bool,
}

impl StatedDeadline {
    fn of_row(row: usize, due: &Deadline) -> Self {
        let at = |key| At::Task(TaskIx(row), key);
        Self { due: due.clone(), at: at(TaskKey::Due), text_at: at(TaskKey::DueText), of_row: true }
    }

    fn of_directive(number: usize, due: &Deadline) -> Self {
        let at = |key| At::Directive(number, key);
        Self { due: due.clone(), at: at(DirectiveKey::Due), text_at: at(DirectiveKey::DueText), of_row: false }
    }
}

impl From<&Plan> for Stated {
    fn from(plan: &Plan) -> Self {
        let rows = plan.tasks().filter_map(|(ix, task)| Some(StatedDeadline::of_row(ix.0, task.due.as_ref()?)));
        let directives = plan.directives.iter().enumerate();
        let directives =
            directives.filter_map(|(at, directive)| Some(StatedDeadline::of_directive(at, directive.due.as_ref()?)));
        let mut marks = Vec::new();
        for (ix, task) in plan.tasks() {
            for (number, entry) in task.submitted.iter().enumerate() {
                marks.push(("on", entry.on, At::Entry(ix, number, EntryKey::On)));
                marks.extend(entry.returned.map(|day| ("returned", day, At::Entry(ix, number, EntryKey::Returned))));
            }
            for (number, extension) in task.extended.iter().enumerate() {
                marks.push(("granted", extension.granted, At::Extension(ix, number, ExtensionKey::Granted)));
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
        let rows = draft.tasks.iter().enumerate();
        let rows = rows.filter_map(|(row, task)| Some(StatedDeadline::of_row(row, task.due.given()?)));
        let directives = draft.directives.iter().enumerate();
        let directives =
            directives.filter_map(|(at, directive)| Some(StatedDeadline::of_directive(at, directive.due.given()?)));
        let mut marks = Vec::new();
        for (row, task) in draft.tasks.iter().enumerate() {
            for (number, entry) in task.submitted.given().into_iter().flatten().enumerate() {
                let at = |key| At::Entry(TaskIx(row), number, key);
                marks.extend(entry.on.given().map(|day| ("on", *day, at(EntryKey::On))));
                marks.extend(entry.returned.given().map(|day| ("returned", *day, at(EntryKey::Returned))));
            }
            for (number, extension) in task.extended.given().into_iter().flatten().enumerate() {
                let at = At::Extension(TaskIx(row), number, ExtensionKey::Granted);
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
