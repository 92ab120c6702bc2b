//! The duties from the body of a plan, for people.

use super::Speaker;
use super::block::{Block, Cell, Column, Fit, Table};
use super::words::RowNames;
use crate::plan::{BodyIx, Directive, RowIx};
use crate::text::{one_line, words::report};

/// What a report is about; a directive need not name it again.
pub(super) enum Subject {
    /// One row.
    Row(RowIx),
    /// One agency or group.
    Body(BodyIx),
}

/// A heading and a table; nothing where there are none.
pub(super) fn blocks(speaker: Speaker<'_>, directives: &[&Directive], subject: &Subject) -> Vec<Block> {
    if directives.is_empty() {
        return Vec::new();
    }
    let (lang, row_names) = (speaker.lang, RowNames::new(speaker));
    let rows = directives.iter().map(|directive| {
        let is_new = |task: &&RowIx| !matches!(subject, Subject::Row(shown) if shown == *task);
        let numbers = directive.rows.iter().filter(is_new).map(|task| row_names.of(*task));
        let names = match (subject, directive.agencies.as_slice()) {
            (Subject::Body(shown), [agency]) if shown == agency => String::new(),
            (_, agencies) => speaker.names(agencies).replace('\n', ", "),
        };
        vec![
            Cell::new(one_line(&directive.reference)),
            Cell::new(one_line(directive.text.in_lang(lang))),
            Cell::new(directive.due.as_ref().map(|due| speaker.due(due)).unwrap_or_default()),
            Cell::new(names),
            Cell::new(numbers.collect::<Vec<_>>().join(", ")),
        ]
    });
    let columns = vec![
        Column::new(report::column_reference(lang), Fit::Keep),
        Column::new(report::column_duty(lang), Fit::Wrap(10)),
        Column::new(report::column_due(lang), Fit::Wrap(4)),
        Column::new(report::column_agency(lang), Fit::Wrap(6)),
        Column::new(report::column_rows(lang), Fit::Wrap(3)),
    ];
    let table = Table { columns, rows: rows.collect() };
    vec![Block::Heading(report::heading_directives(lang).to_owned()), Block::Table(table)]
}
