//! The classes of Government reports, as tables show them.

use super::answer::Share;
use super::page::{Cell, ColumnOf, Fit, Table, Tone, Value, cells};
use super::records::Counted;
use crate::query::{Counts, Status};
use crate::text::{Lang, words::report};

/// A class of Government reports: its name, its colour and how many are in it.
struct Class {
    name: fn(Lang) -> &'static str,
    /// The name above a column of numbers.
    head: fn(Lang) -> &'static str,
    tone: Tone,
    count: fn(&Counts) -> usize,
}

/// The classes in the order of Government reports.
static CLASSES: [Class; 5] = [
    Class {
        name: report::status_on_time,
        head: report::head_on_time,
        tone: Tone::Status(Status::OnTime),
        count: |counts| counts.on_time,
    },
    Class {
        name: report::status_late,
        head: report::head_late,
        tone: Tone::Status(Status::Late),
        count: |counts| counts.late,
    },
    Class {
        name: report::class_in_term,
        head: report::head_in_term,
        tone: Tone::Status(Status::Pending),
        count: |counts| counts.due_soon + counts.pending,
    },
    Class {
        name: report::class_overdue,
        head: report::head_overdue,
        tone: Tone::Status(Status::Overdue),
        count: |counts| counts.overdue,
    },
    Class {
        name: report::status_open,
        head: report::head_open,
        tone: Tone::Status(Status::Open),
        count: |counts| counts.open,
    },
];

static TOTAL: Class =
    Class { name: report::column_total, head: report::column_total, tone: Tone::Strong, count: |counts| counts.total };

/// How many of some obligations are done, and how much of what fell due.
pub(super) fn rates(counts: &Counts) -> Value {
    Value::Rates(done(counts), counts.completed_percent())
}

fn done(counts: &Counts) -> Share {
    Share { part: counts.completed(), whole: counts.total }
}

/// A line for each class.
pub(super) fn classes(lang: Lang, total: &Counts) -> Table<'static> {
    let columns = vec![
        ColumnOf::new(report::column_status(lang), Fit::Keep, move |class: &&Class| {
            Cell::from(Value::from((class.name)(lang))).in_tone(class.tone)
        }),
        ColumnOf::new(report::column_obligations(lang), Fit::Right, |class: &&Class| {
            Value::Count((class.count)(total))
        }),
    ];
    Table::of(columns, CLASSES.iter().chain([&TOTAL]))
}

/// How many of all are done, and of those that fell due; and a column for each class.
pub(super) fn class_columns<'a, Line: Counted>(lang: Lang) -> impl Iterator<Item = ColumnOf<'a, Line>> {
    let count = move |class: &'static Class| {
        let cell = move |line: &Line| cells::count((class.count)(line.counts())).in_tone(class.tone);
        ColumnOf::new((class.head)(lang), Fit::Right, cell)
    };
    let completed = |line: &Line| line.counts().completed_percent().map(Value::Percent);
    let rates = [
        ColumnOf::new(report::column_completed(lang), Fit::Keep, |line: &Line| Value::Done(done(line.counts()))),
        ColumnOf::new(report::column_of_due(lang), Fit::Right, completed),
    ];
    rates.into_iter().chain(CLASSES.iter().map(count))
}
