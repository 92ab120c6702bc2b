//! What people's tables of rows tell beside the columns of the appendix, where that is asked for.

use super::answer::{Note, PlanColumn, Row, Values};
use super::page::{Cell, ColumnOf, Fit, Value};
use crate::text::{Lang, words::report};
use std::sync::Arc;

/// Which of it is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// The further columns of the appendix.
    pub cells: bool,
    /// The latest note on how each row stands.
    pub progress: bool,
    /// The last days of what is still owed, for a calendar.
    pub last_days: bool,
}

/// What is told beside the columns of the appendix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Further {
    pub(super) columns: Vec<Arc<PlanColumn>>,
    progress: bool,
}

impl Further {
    /// What is asked for of a plan.
    pub(super) fn of(values: &Values<'_, '_>, beside: Beside) -> Self {
        Self { columns: if beside.cells { values.columns().to_vec() } else { Vec::new() }, progress: beside.progress }
    }

    /// Takes up the columns of another plan; those of one key are one.
    pub(super) fn add(&mut self, other: Self) {
        let known = |column: &Arc<PlanColumn>| self.columns.iter().any(|own| own.key == column.key);
        let new: Vec<_> = other.columns.into_iter().filter(|column| !known(column)).collect();
        self.columns.extend(new);
    }

    /// The columns of a table, whose lines tell of a row, or nothing more of one that has been told of.
    pub(super) fn columns<'a, Line: 'a>(
        &self,
        lang: Lang,
        row: impl Fn(&Line) -> Option<&'a Arc<Row>> + Copy + 'a,
    ) -> impl Iterator<Item = ColumnOf<'a, Line>> {
        let latest = self.progress.then(|| {
            ColumnOf::new(report::heading_progress(lang), Fit::Wrap(8), move |line: &Line| {
                Cell::lines(row(line).and_then(|row| latest_note(row, lang)))
            })
        });
        self.cells(row).chain(latest)
    }

    /// The further columns of the appendix alone.
    pub(super) fn cells<'a, Line: 'a>(
        &self,
        row: impl Fn(&Line) -> Option<&'a Arc<Row>> + Copy + 'a,
    ) -> impl Iterator<Item = ColumnOf<'a, Line>> {
        self.columns.clone().into_iter().map(move |column| {
            ColumnOf::new(column.head.clone(), Fit::Wrap(4), move |line: &Line| {
                let has_it = |(of, _): &&(Arc<PlanColumn>, String)| of.key == column.key;
                Cell::text(row(line).and_then(|row| row.cells.iter().find(has_it)).map(|(_, text)| text.as_str()))
            })
        })
    }
}

/// The latest note, of several on one day the last in the file.
fn latest(notes: &[Note]) -> Option<&Note> {
    notes.iter().max_by_key(|note| note.on)
}

/// The latest note on how a row stands.
pub(super) fn latest_note(row: &Row, lang: Lang) -> Option<Value> {
    latest(&row.progress).map(|note| in_words(note, lang))
}

fn in_words(note: &Note, lang: Lang) -> Value {
    let (day, text) = (lang.date(note.on), note.text.in_lang(lang));
    Value::from(match &note.by {
        Some(by) => report::note_by(lang, &day, by.name.in_lang(lang), text),
        None => report::note(lang, &day, text),
    })
}
