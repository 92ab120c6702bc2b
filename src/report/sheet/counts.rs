//! Sheets with a line for each body, section or plan, and how many obligations of it have each status.

use super::super::records::Counted;
use super::{ColumnFor, Kind};
use crate::text::{Lang, words::report, words::xlsx};

/// How many obligations there are, and how many of each class of Government reports, with the rates.
pub fn classes<'a, Of: Counted + 'a>(lang: Lang) -> Vec<ColumnFor<'a, Of>> {
    let columns: Vec<ColumnFor<'a, Of>> = vec![
        ColumnFor::new(report::column_total(lang), Kind::Figure, |of: &Of| of.counts().total),
        ColumnFor::new(xlsx::column_done(lang), Kind::Figure, |of: &Of| of.counts().completed()),
        ColumnFor::new(report::status_on_time(lang), Kind::Figure, |of: &Of| of.counts().on_time),
        ColumnFor::new(report::status_late(lang), Kind::Figure, |of: &Of| of.counts().late),
        ColumnFor::new(report::class_in_term(lang), Kind::Figure, |of: &Of| of.counts().due_soon + of.counts().pending),
        ColumnFor::new(report::class_overdue(lang), Kind::Figure, |of: &Of| of.counts().overdue),
        ColumnFor::new(report::status_open(lang), Kind::Figure, |of: &Of| of.counts().open),
        ColumnFor::new(xlsx::column_completed_rate(lang), Kind::Figure, |of: &Of| of.counts().completed_rate()),
        ColumnFor::new(xlsx::column_overdue_rate(lang), Kind::Figure, |of: &Of| of.counts().overdue_rate()),
    ];
    columns.into_iter().map(ColumnFor::kept).collect()
}
