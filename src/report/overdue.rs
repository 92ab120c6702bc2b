//! What is overdue: the list that is sent on each morning.

use super::block::{Block, Cell, Column, Fit, Table, Tone};
use super::value::ObligationValue;
use super::words::RowNames;
use super::{Records, Report, Speaker, cells, head_for, records};
use crate::plan::{BodyIx, RowIx};
use crate::query::{LeadShare, MissingRow, MissingShare, Obligation, Overdue, Role, Snapshot};
use crate::text::words::report;
use serde::Serialize;
use std::collections::HashMap;

/// What the lines of the table are sorted under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// A line a row.
    #[default]
    Row,
    /// The rows of each agency or group together.
    Agency,
}

/// The answer of `overdue`.
pub struct OverdueReport<'s, 'p> {
    snapshot: &'s Snapshot<'p>,
    found: Overdue<'s>,
    asked: Vec<BodyIx>,
    soon: Option<u32>,
    grouping: Grouping,
    per_unit: bool,
}

/// What programs read.
#[derive(Serialize)]
struct Answer<'p> {
    overdue: Vec<ObligationValue<'p>>,
    due_soon: Vec<ObligationValue<'p>>,
    totals: Totals,
}

#[derive(Serialize)]
struct Totals {
    obligations: usize,
    overdue: usize,
    tasks_overdue: usize,
    agencies_overdue: usize,
}

impl<'s, 'p> OverdueReport<'s, 'p> {
    /// Reports what was found for the agencies asked; `soon` is the number of days of the second list.
    pub fn new(
        snapshot: &'s Snapshot<'p>,
        found: Overdue<'s>,
        asked: Vec<BodyIx>,
        soon: Option<u32>,
        grouping: Grouping,
        per_unit: bool,
    ) -> Self {
        Self { snapshot, found, asked, soon, grouping, per_unit }
    }
}

impl Report for OverdueReport<'_, '_> {
    const NAME: &'static str = "overdue";

    fn snapshot(&self) -> &Snapshot<'_> {
        self.snapshot
    }

    fn value(&self) -> impl Serialize {
        let values =
            |list: &[&Obligation]| list.iter().map(|owed| ObligationValue::new(self.snapshot.plan, owed)).collect();
        Answer {
            overdue: values(&self.found.overdue),
            due_soon: values(&self.found.due_soon),
            totals: Totals {
                obligations: self.found.obligations,
                overdue: self.found.overdue.len(),
                tasks_overdue: self.found.rows(),
                agencies_overdue: self.found.agencies(),
            },
        }
    }

    fn blocks(&self, speaker: Speaker<'_>) -> Vec<Block> {
        let lang = speaker.lang;
        let mut blocks = head_for(speaker, self.snapshot.as_of, &self.asked);
        if self.found.overdue.is_empty() {
            blocks.push(Block::Answer(format!("{} {}", report::nothing_overdue(lang), self.next_deadline(speaker))));
        } else {
            blocks.push(Block::Table(self.table(speaker, &self.found.overdue)));
        }
        if let Some(days) = self.soon {
            let within = speaker.days(days.into());
            blocks.push(match days {
                0 => Block::Heading(report::soon_heading_today(lang).to_owned()),
                _ => Block::Heading(report::soon_heading(lang, &within)),
            });
            blocks.push(if self.found.due_soon.is_empty() {
                Block::Text(report::nothing_soon(lang, &within))
            } else {
                Block::Table(self.table(speaker, &self.found.due_soon))
            });
        }
        let remark = blocks.iter().find_map(|block| match block {
            Block::Table(table) => cells::remark_inherited(lang, table),
            _ => None,
        });
        blocks.extend(remark);
        if !self.found.overdue.is_empty() {
            let tasks = cells::plural(lang, self.found.rows(), report::one_task, report::tasks);
            let overdue = self.found.overdue.len();
            let overdue = cells::plural(lang, overdue, report::one_obligation, report::obligations);
            let agencies = cells::plural(lang, self.found.agencies(), report::one_agency, report::agencies);
            let totals = report::overdue_totals(lang, &tasks, &overdue, self.found.obligations, &agencies);
            blocks.push(Block::Text(totals));
        }
        blocks
    }

    /// What is overdue, then what soon will be, where that was asked for: the status tells which.
    fn records(&self) -> Records<'_> {
        let all = self.found.overdue.iter().chain(&self.found.due_soon);
        records::of_obligations(self.snapshot.plan, all.map(|owed| (*owed, Role::Lead)))
    }
}

impl OverdueReport<'_, '_> {
    fn next_deadline(&self, speaker: Speaker<'_>) -> String {
        let next = self.found.next.and_then(|owed| Some((owed, owed.last_day.day()?, owed.days_left()?)));
        let Some((owed, day, left)) = next else { return report::no_next_deadline(speaker.lang).to_owned() };
        let day = speaker.lang.date(day);
        let row = RowNames::new(speaker).of(owed.key.row);
        match left {
            0 => report::next_deadline_today(speaker.lang, &row),
            _ => report::next_deadline(speaker.lang, &day, &row, &speaker.days(left)),
        }
    }

    fn table(&self, speaker: Speaker<'_>, obligations: &[&Obligation]) -> Table {
        match (self.grouping, self.per_unit) {
            (Grouping::Row, false) => self.by_task(speaker, obligations),
            (Grouping::Row, true) => {
                let names = RowNames::new(speaker);
                let lines = obligations
                    .iter()
                    .map(|owed| line(speaker, &names, owed.key.row, &[owed], cells::units(speaker, owed)));
                Table { columns: cells::columns(speaker.lang), rows: lines.collect() }
            }
            (Grouping::Agency, _) => self.by_agency(speaker, obligations),
        }
    }

    /// The rows of each agency, or of each group that units were reached through, together.
    fn by_agency(&self, speaker: Speaker<'_>, obligations: &[&Obligation]) -> Table {
        let mut agencies: Vec<(BodyIx, Vec<(RowIx, MissingShare<'_>)>)> = Vec::new();
        let mut place: HashMap<BodyIx, usize> = HashMap::new();
        for row in self.found.by_row(self.snapshot, obligations) {
            for share in self.split(&row) {
                let body = share.missing.body;
                let at = *place.entry(body).or_insert_with(|| {
                    agencies.push((body, Vec::new()));
                    agencies.len() - 1
                });
                agencies[at].1.push((row.row, share));
            }
        }
        let names = RowNames::new(speaker);
        let mut rows = Vec::new();
        for (body, tasks) in agencies {
            for (at, (task, share)) in tasks.into_iter().enumerate() {
                let agency =
                    if at == 0 { Cell::new(speaker.name(body)).in_tone(Tone::Strong) } else { Cell::default() };
                let mut cells = line(speaker, &names, task, &share.missing.obligations, Cell::default());
                cells.remove(3);
                let missing = share.missing.obligations.len();
                cells[2] = Cell::new(share.of.map_or_else(String::new, |all| format!("{missing}/{all}")));
                cells.insert(0, agency);
                rows.push(cells);
            }
        }
        let mut columns = cells::columns(speaker.lang);
        columns.remove(3);
        columns[2] = Column::new(report::column_missing(speaker.lang), Fit::Right);
        columns.insert(0, Column::new(report::column_agency(speaker.lang), Fit::Wrap(6)));
        Table { columns, rows }
    }

    fn by_task(&self, speaker: Speaker<'_>, obligations: &[&Obligation]) -> Table {
        let names = RowNames::new(speaker);
        let rows = self.found.by_row(self.snapshot, obligations).into_iter().map(|row| {
            let leads = row.shares.iter().map(|MissingShare { missing, of }| match of {
                Some(all) => {
                    report::group_missing(speaker.lang, &speaker.name(missing.body), missing.obligations.len(), *all)
                }
                None => cells::units(speaker, missing.obligations[0]).text,
            });
            let lead = Cell::new(leads.collect::<Vec<_>>().join("\n"));
            line(speaker, &names, row.row, &row.obligations, lead)
        });
        Table { rows: rows.collect(), columns: cells::columns(speaker.lang) }
    }

    fn split<'o>(&self, row: &MissingRow<'o>) -> Vec<MissingShare<'o>> {
        if !self.per_unit {
            return row.shares.clone();
        }
        let units = row.obligations.iter().flat_map(|owed| owed.units().iter().map(|unit| (*unit, *owed)));
        let share = |(body, owed)| MissingShare { missing: LeadShare { body, obligations: vec![owed] }, of: None };
        units.map(share).collect()
    }
}

fn line(speaker: Speaker<'_>, names: &RowNames<'_>, task: RowIx, owed: &[&Obligation], lead: Cell) -> Vec<Cell> {
    let status = cells::worst_of(owed).map(|owed| cells::obligation_status(speaker, owed));
    vec![
        Cell::new(names.of(task)),
        Cell::new(speaker.title(task)),
        lead,
        cells::support(speaker, task),
        cells::due(speaker, task, owed),
        status.unwrap_or_default(),
    ]
}
