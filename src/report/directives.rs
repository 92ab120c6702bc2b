//! The duties from the body of a plan, for people.

use super::Speaker;
use super::block::{Block, Cell, Column, Fit, Table};
use crate::plan::{Directive, TaskIx};
use crate::text::{one_line, words::report};

/// A heading and a table; nothing where there are none. A row that is shown itself is not named.
pub(super) fn blocks(speaker: Speaker<'_>, directives: &[&Directive], shown: Option<TaskIx>) -> Vec<Block> {
    if directives.is_empty() {
        return Vec::new();
    }
    let lang = speaker.lang;
    let rows = directives.iter().map(|directive| {
        let numbers = directive.tasks.iter().filter(|task| Some(**task) != shown).map(|task| speaker.number(*task));
        vec![
            Cell::new(one_line(&directive.reference)),
            Cell::new(one_line(lang.pick(&directive.text, directive.text_en.as_deref()))),
            Cell::new(directive.due.as_ref().map(|due| speaker.due(due)).unwrap_or_default()),
            Cell::new(speaker.names(&directive.agencies)),
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
