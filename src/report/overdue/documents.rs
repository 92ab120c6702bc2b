//! What is overdue as sheets of a workbook, and as days of a calendar.

use super::super::answer::Values;
use super::super::calendar::LastDay;
use super::super::sheet::Sheet;
use super::super::sheet::obligations::{Owed, Question};
use super::{OverdueAnswer, OverdueQuestion};
use crate::query::{self, Overdue};
use crate::text::{Lang, words::xlsx};

impl OverdueAnswer {
    /// What is overdue, and on a sheet of its own what soon will be, where that was asked for.
    pub(super) fn sheets(&self, lang: Lang) -> Vec<Sheet<'_>> {
        let Self { head, asked, further, .. } = self;
        let question = Question { head, asked, further, is_form: true, lang };
        let soon = self.soon.map(|_| (xlsx::sheet_due_soon(lang), &self.due_soon));
        let lists = std::iter::once((xlsx::sheet_overdue(lang), &self.overdue)).chain(soon);
        lists.map(|(name, list)| question.sheet(name, list.iter().map(Owed::new))).collect()
    }
}

/// The last days of both lists.
pub(super) fn last_days(values: &mut Values<'_, '_>, found: &Overdue<'_>, question: &OverdueQuestion) -> Vec<LastDay> {
    let snapshot = values.snapshot;
    let lists = [&found.overdue, &found.due_soon].map(|list| found.by_row(snapshot, list));
    let of_row = |row: query::MissingRow<'_>| {
        let asked: Vec<_> = snapshot.obligations(row.row).iter().filter(|one| found.asks_for(one)).collect();
        LastDay::of(values, row.row, &row.obligations, &asked, question.per_unit)
    };
    lists.into_iter().flatten().flat_map(of_row).collect()
}
