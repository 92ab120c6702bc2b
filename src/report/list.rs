//! The rows of a plan, with lead, support, deadline and status.

use super::block::{Block, Cell, Table};
use super::value::RowValue;
use super::{Records, Report, Speaker, cells, head_for, records};
use crate::plan::{BodyIx, RowKind};
use crate::query::{Filter, ScopedRow, Snapshot};
use crate::text::words::report;
use serde::Serialize;

/// The answer of `list`.
pub struct ListReport<'s, 'p> {
    snapshot: &'s Snapshot<'p>,
    views: Vec<ScopedRow<'s>>,
    asked: Vec<BodyIx>,
    per_unit: bool,
}

/// What programs read.
#[derive(Serialize)]
struct Answer<'p> {
    rows: Vec<RowValue<'p>>,
}

impl<'s, 'p> ListReport<'s, 'p> {
    /// Asks the snapshot; `asked` names the agencies of the filter.
    pub fn new(snapshot: &'s Snapshot<'p>, filter: &Filter, asked: Vec<BodyIx>) -> Self {
        Self { snapshot, views: filter.matches(snapshot), asked, per_unit: filter.per_unit }
    }
}

impl Report for ListReport<'_, '_> {
    const NAME: &'static str = "list";

    fn snapshot(&self) -> &Snapshot<'_> {
        self.snapshot
    }

    fn value(&self) -> impl Serialize {
        Answer { rows: self.views.iter().map(|view| RowValue::new(self.snapshot, view)).collect() }
    }

    /// The rows that match below their ancestors, which are dimmed.
    fn blocks(&self, speaker: Speaker<'_>) -> Vec<Block> {
        let mut blocks = head_for(speaker, self.snapshot.as_of, &self.asked);
        if self.views.is_empty() {
            let is_empty = self.snapshot.plan.rows().len() == 0;
            let sentence = if is_empty { report::empty_plan } else { report::no_match };
            blocks.push(Block::Answer(sentence(speaker.lang).to_owned()));
            return blocks;
        }
        let table = self.table(speaker);
        let remarks = cells::remarks(speaker.lang, &table);
        blocks.push(Block::Table(table));
        blocks.extend(remarks);
        blocks
    }

    fn records(&self) -> Records<'_> {
        records::of_views(self.snapshot.plan, &self.views)
    }
}

impl ListReport<'_, '_> {
    fn table(&self, speaker: Speaker<'_>) -> Table {
        let rows = cells::below_ancestors(speaker, &self.views, |view| {
            if self.per_unit && speaker.plan.node(view.row).kind != RowKind::Heading {
                unit_lines(speaker, view)
            } else {
                vec![cells::line(speaker, view)]
            }
        });
        Table { columns: cells::columns(speaker.lang), rows }
    }
}

/// A line for each unit; number and title stand on the first, as in a merged cell.
fn unit_lines(speaker: Speaker<'_>, view: &ScopedRow<'_>) -> Vec<Vec<Cell>> {
    let lines = view.obligations.iter().enumerate().map(|(at, owed)| {
        let first = at == 0;
        let once = |cell: Cell| if first { cell } else { Cell::default() };
        vec![
            once(cells::number(speaker, view.row)),
            once(cells::title(speaker, view.row)),
            cells::units(speaker, owed),
            once(cells::support(speaker, view.row)),
            cells::due(speaker, view.row, &[owed]),
            cells::obligation_status(speaker, owed),
        ]
    });
    lines.collect()
}
