//! How each unit of a row stands: single agencies by line, groups by count with those missing.

use super::super::block::{Block, Cell, Column, Fit, Table, Tone};
use super::super::value::reference;
use super::super::{Speaker, cells};
use crate::plan::{BodyIx, BodyKind};
use crate::query::{Counts, Obligation, ScopedRow, by_lead};
use crate::text::{one_line, words::report};
use std::collections::HashMap;

/// The units of a row; nothing for a heading.
pub(super) fn blocks(speaker: Speaker<'_>, view: &ScopedRow<'_>, per_unit: bool) -> Vec<Block> {
    let mut singles: Vec<&Obligation> = Vec::new();
    let mut sections = Vec::new();
    if per_unit || speaker.plan.one_for_all(view.row) {
        singles.clone_from(&view.obligations);
    } else {
        for share in by_lead(speaker.plan, view.row, &view.obligations) {
            if speaker.plan.body(share.body).is_unit() {
                singles.extend(share.obligations);
            } else {
                sections.extend(sections_of(speaker, share.body, &share.obligations));
            }
        }
    }
    let tables = [by_unit(speaker, &singles), by_section(speaker, &sections)];
    let mut blocks: Vec<Block> = tables.into_iter().filter(|table| !table.rows.is_empty()).map(Block::Table).collect();
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading(report::heading_units(speaker.lang).to_owned()));
    }
    blocks
}

fn by_unit(speaker: Speaker<'_>, obligations: &[&Obligation]) -> Table {
    let lang = speaker.lang;
    let day = |day: Option<chrono::NaiveDate>| Cell::new(day.map(|day| lang.date(day)).unwrap_or_default());
    let rows = obligations.iter().map(|owed| {
        vec![
            cells::units(speaker, owed),
            cells::obligation_status(speaker, owed),
            day(owed.last_day.day()),
            day(owed.delivery.map(|delivery| delivery.on)),
            Cell::new(reference(speaker.plan, owed).map(one_line).unwrap_or_default()),
        ]
    });
    let columns = vec![
        Column::new(report::column_agency(lang), Fit::Wrap(6)),
        Column::new(report::column_status(lang), Fit::Wrap(4)),
        Column::new(report::column_last_day(lang), Fit::Keep),
        Column::new(report::column_submitted(lang), Fit::Keep),
        Column::new(report::column_document(lang), Fit::Wrap(3)),
    ];
    Table { columns, rows: rows.collect() }
}

/// A group with those of its units that it lists itself.
type Section<'o> = (BodyIx, Vec<&'o Obligation>);

/// The groups in a group that list units, each unit under the first that has it.
fn sections_of<'o>(speaker: Speaker<'_>, group: BodyIx, obligations: &[&'o Obligation]) -> Vec<Section<'o>> {
    let units = |owed: &&'o Obligation| owed.units().first().map(|unit| (*unit, *owed));
    let mut owed_by: HashMap<BodyIx, &Obligation> = obligations.iter().filter_map(units).collect();
    let mut sections = Vec::new();
    // No recursion: groups may nest as deep as the file is long.
    let mut next = vec![group];
    while let Some(group) = next.pop() {
        let BodyKind::Group(members) = &speaker.plan.body(group).kind else { continue };
        let owed: Vec<&Obligation> = members.iter().filter_map(|member| owed_by.remove(member)).collect();
        if !owed.is_empty() {
            sections.push((group, owed));
        }
        next.extend(members.iter().rev());
    }
    sections
}

fn by_section(speaker: Speaker<'_>, sections: &[Section<'_>]) -> Table {
    let lang = speaker.lang;
    let rows = sections.iter().map(|(group, owed)| {
        let counts: Counts = owed.iter().map(|owed| owed.status).collect();
        let missing = owed.iter().filter(|owed| !owed.status.is_delivered()).flat_map(|owed| owed.units());
        let names: Vec<String> = missing.map(|unit| speaker.name(*unit)).collect();
        let status = counts.worst().map(|worst| {
            let text = report::share(lang, speaker.status(worst), counts.of(worst), counts.total);
            Cell::new(text).in_tone(Tone::Status(worst))
        });
        vec![
            Cell::new(speaker.name(*group)),
            Cell::new(report::part_of(lang, counts.completed(), counts.total)),
            status.unwrap_or_default(),
            Cell::new(names.join(", ")),
        ]
    });
    let columns = vec![
        Column::new(report::column_agency(lang), Fit::Wrap(4)),
        Column::new(report::column_submitted_share(lang), Fit::Right),
        Column::new(report::column_status(lang), Fit::Wrap(3)),
        Column::new(report::column_missing(lang), Fit::Wrap(12)),
    ];
    Table { columns, rows: rows.collect() }
}
