//! What happened to a row: extensions and reports, as far as they are known at D.

use super::super::block::{Block, Cell, Column, Fit, Table};
use super::super::words::RowNames;
use super::super::{Speaker, cells};
use crate::plan::{Entry, RowIx, RowKind};
use crate::query::Snapshot;
use crate::text::{one_line, words::report};

/// The extensions that bear on a row: its own, and those of the rows above up to the one that
/// states its deadline.
pub(super) fn extensions(snapshot: &Snapshot<'_>, speaker: Speaker<'_>, task: RowIx) -> Vec<Block> {
    let (plan, lang) = (speaker.plan, speaker.lang);
    let names = &RowNames::new(speaker);
    let rows = snapshot.extensions(task).map(|at| {
        let extension = at.of(plan);
        let covered = extension.covers.as_ref().map(|covered| speaker.names(&covered.stated).replace('\n', ", "));
        vec![
            Cell::new(lang.date(extension.to)),
            Cell::new(covered.unwrap_or_else(|| report::every_unit(lang).to_owned())),
            Cell::new(lang.date(extension.granted)),
            document(extension.reference.as_deref()),
            other_row(names, task, at.row),
        ]
    });
    let columns = vec![
        Column::new(report::column_extended_to(lang), Fit::Keep),
        Column::new(report::column_extended_for(lang), Fit::Wrap(6)),
        Column::new(report::column_granted(lang), Fit::Keep),
        Column::new(report::column_document(lang), Fit::Wrap(3)),
        Column::new(report::column_row(lang), Fit::Keep),
    ];
    under(report::heading_extensions(lang), Table { columns, rows: rows.collect() })
}

/// The reports on a row, and on the rows above and below it that are one assignment with it.
///
/// What a unit of a group submitted, without more to say of it, is only counted.
pub(super) fn entries(snapshot: &Snapshot<'_>, speaker: Speaker<'_>, task: RowIx, per_unit: bool) -> Vec<Block> {
    let (plan, lang) = (speaker.plan, speaker.lang);
    let names = RowNames::new(speaker);
    let known = |entry: &&Entry| entry.on <= snapshot.as_of;
    let all = assignment(speaker, task);
    let all = all.iter().flat_map(|row| plan.row(*row).submitted.iter().filter(known).map(|entry| (*row, entry)));
    let (unremarkable, told): (Vec<_>, Vec<_>) = all.partition(|(_, entry)| {
        !per_unit && !plan.lead(task).contains(&entry.by) && entry.note.is_none() && entry.is_live(snapshot.as_of)
    });
    let rows = told.iter().map(|(row, entry)| {
        vec![
            Cell::new(lang.date(entry.on)),
            Cell::new(speaker.name(entry.by)),
            document(entry.reference.as_deref()),
            other_row(&names, task, *row),
            Cell::new(returned(snapshot, speaker, entry)),
            document(entry.note.as_deref()),
        ]
    });
    let columns = vec![
        Column::new(report::column_submitted(lang), Fit::Keep),
        Column::new(report::column_agency(lang), Fit::Wrap(5)),
        Column::new(report::column_document(lang), Fit::Wrap(3)),
        Column::new(report::column_row(lang), Fit::Keep),
        Column::new(report::column_returned(lang), Fit::Wrap(6)),
        Column::new(report::column_note(lang), Fit::Wrap(5)),
    ];
    let mut blocks = under(report::heading_entries(lang), Table { columns, rows: rows.collect() });
    if !unremarkable.is_empty() {
        if blocks.is_empty() {
            blocks.push(Block::Heading(report::heading_entries(lang).to_owned()));
        }
        let count = cells::plural(lang, unremarkable.len(), report::one_report, report::reports);
        blocks.push(Block::Remark(report::remark_plain_entries(lang, &count)));
    }
    blocks
}

/// The rows whose reports bear on a row: those above it up to its item, itself, and its parts.
fn assignment(speaker: Speaker<'_>, task: RowIx) -> Vec<RowIx> {
    let plan = speaker.plan;
    let Some(item) = plan.node(task).item else { return Vec::new() };
    let mut rows: Vec<RowIx> = plan.ancestors(task).take_while(|above| plan.node(*above).item == Some(item)).collect();
    rows.reverse();
    let mut next = vec![task];
    while let Some(row) = next.pop() {
        rows.push(row);
        let children = plan.node(row).children.iter().rev();
        next.extend(children.filter(|child| plan.node(**child).kind == RowKind::Part));
    }
    rows
}

/// When a report was sent back, and why.
fn returned(snapshot: &Snapshot<'_>, speaker: Speaker<'_>, entry: &Entry) -> String {
    let Some(day) = entry.returned.filter(|day| *day <= snapshot.as_of) else { return String::new() };
    let day = speaker.lang.date(day);
    match &entry.reason {
        Some(reason) => report::returned_because(speaker.lang, &day, &one_line(reason)),
        None => day,
    }
}

fn document(text: Option<&str>) -> Cell {
    Cell::new(text.map(one_line).unwrap_or_default())
}

/// The number of a row, unless it is the one that is shown.
fn other_row(names: &RowNames<'_>, shown: RowIx, row: RowIx) -> Cell {
    if row == shown { Cell::default() } else { Cell::new(names.of(row)) }
}

fn under(heading: &str, table: Table) -> Vec<Block> {
    if table.rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(heading.to_owned()), Block::Table(table)]
}
