//! Everything about one row.

mod history;
mod units;

use super::answer::{Asked, Head, Note, Row, RowName, RowState, Values};
use super::directives::{self, Directive, Subject};
use super::page::rows::{self, RowLine};
use super::page::{Block, Cell, ColumnOf, Field, Fit, Origin, Page, Table, Value, cells};
use super::{Answer, Paper, Records, records};
use crate::plan::{RowIx, RowKind};
use crate::query::{ScopedRow, Snapshot};
use crate::text::{Lang, words::report};
use history::History;
use serde::Serialize;
use std::sync::Arc;
use units::Units;

/// The answer of `show`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShowAnswer {
    #[serde(flatten)]
    head: Head,
    #[serde(rename = "row")]
    state: RowState,
    /// The rows above, from the root.
    #[serde(skip)]
    above: Vec<Arc<Row>>,
    /// The rows directly below.
    #[serde(skip)]
    below: Vec<RowState>,
    /// The item that a part belongs to.
    #[serde(skip)]
    item: Option<Arc<RowName>>,
    #[serde(skip)]
    result: Option<String>,
    #[serde(skip)]
    note: Option<String>,
    #[serde(skip)]
    units: Units,
    #[serde(skip)]
    history: History,
    /// The duties that name the row.
    #[serde(skip)]
    directives: Vec<Directive>,
}

impl ShowAnswer {
    /// Asks about a row; for people with a line for each unit, or with the missing ones of each
    /// group.
    pub fn new(snapshot: &Snapshot<'_>, row: RowIx, per_unit: bool) -> Self {
        let (plan, stated) = (snapshot.plan, snapshot.plan.row(row));
        let scoped = ScopedRow::full(snapshot, row);
        let mut values = Values::of(snapshot);
        let mut above: Vec<_> = plan.ancestors(row).map(|above| values.row(above)).collect();
        above.reverse();
        let children = plan.node(row).children.iter().filter(|child| snapshot.is_there(**child));
        let below = children.map(|child| values.state(&ScopedRow::full(snapshot, *child)));
        let below = below.collect();
        let names_it = plan.directives.iter().filter(|directive| directive.rows.contains(&row));
        Self {
            head: Head::new("show", snapshot),
            state: values.state(&scoped),
            above,
            below,
            item: plan.node(row).item.map(|item| values.names.row(item)),
            result: stated.result.clone(),
            note: stated.note.clone(),
            units: Units::of(&mut values, &scoped, per_unit),
            history: History::of(&mut values, row, per_unit),
            directives: names_it.map(|directive| Directive::new(&mut values, directive)).collect(),
        }
    }

    fn facts(&self, lang: Lang) -> Vec<Field> {
        let RowName { id, number, .. } = &*self.state.row.name;
        let title = &self.state.row.title;
        let id = (id != number).then_some(id.as_str());
        let wording = (lang == Lang::En && title.en.is_some()).then_some(title.own.as_str());
        let status = match self.state.counts.total {
            0 | 1 => cells::row_status(&self.state),
            _ => cells::breakdown(&self.state.counts).and(cells::returned(&self.state.standing)),
        };
        let above = self.above.iter().map(|above| Value::NumberAndTitle(Arc::clone(above)));
        let mut fields = vec![
            Field::new(report::column_status(lang), status),
            Field::new(report::column_due(lang), self.due(lang)),
            Field::new(report::column_lead(lang), self.lead()),
            Field::new(report::column_support(lang), cells::support(&self.state.row)),
            Field::new(report::column_result(lang), Cell::text(self.result.as_deref())),
        ];
        let row = &self.state.row;
        let cells = row.cells.iter().map(|(column, text)| Field::new(column.head.clone(), Cell::text(Some(text))));
        fields.extend(cells);
        fields.extend([
            Field::new(report::column_note(lang), Cell::text(self.note.as_deref())),
            Field::new(report::field_since(lang), row.since.map(Value::Day)),
            Field::new(report::field_above(lang), Cell::lines(above)),
            Field::new(report::field_kind(lang), Value::from(self.kind(lang))),
            Field::new(report::field_wording(lang), Cell::text(wording)),
            Field::new(report::field_id(lang), Cell::text(id)),
        ]);
        fields
    }

    /// How the row stands, as was noted.
    fn notes(&self, lang: Lang) -> Vec<Block<'static>> {
        let notes = &self.state.row.progress;
        if notes.is_empty() {
            return Vec::new();
        }
        let columns = vec![
            ColumnOf::new(report::column_day(lang), Fit::Keep, |note: &&Note| Value::Day(note.on)),
            ColumnOf::new(report::column_agency(lang), Fit::Wrap(4), |note: &&Note| {
                note.by.as_ref().map(|by| Value::Agency(Arc::clone(by)))
            }),
            ColumnOf::new(report::column_stands(lang), Fit::Wrap(10), move |note: &&Note| {
                Value::from(note.text.in_lang(lang).to_owned())
            }),
        ];
        let heading = Block::Heading(report::heading_progress(lang).into());
        vec![heading, Block::Table(Table::of(columns, notes))]
    }

    /// The deadline as printed, the day that it means, extensions, and which row states it.
    fn due(&self, lang: Lang) -> Cell {
        let row = &self.state.row;
        let extended = cells::extended(&self.state.standing);
        let Some(due) = &row.due else { return Cell::lines(extended) };
        let last_day = due.last_day_beside_wording(lang).map(Value::LastDay);
        let waiting = due.waits_for().cloned().map(Value::Waiting);
        let lines = [Value::Wording(Arc::clone(due))].into_iter().chain(last_day).chain(waiting).chain(extended);
        Cell::lines(lines).said_in(self.stated_in(row.due_from.as_ref()))
    }

    /// The lead unopened, how many units of each group have delivered, and which row states it.
    fn lead(&self) -> Cell {
        let from = self.state.row.lead_from.as_ref();
        if from.is_none() {
            return Cell::default();
        }
        Cell::lines(cells::lead_lines(&self.state)).said_in(self.stated_in(from))
    }

    /// Which row states a value that holds for the row.
    fn stated_in(&self, from: Option<&Arc<RowName>>) -> Origin {
        match from {
            Some(from) if from.id != self.state.row.name.id => Origin::StatedIn(Arc::clone(from)),
            _ => Origin::StatedHere,
        }
    }

    fn kind(&self, lang: Lang) -> String {
        match (self.state.row.kind, &self.item) {
            (RowKind::Part, Some(item)) => report::kind_part(lang, &item.shown()),
            (RowKind::Heading, _) => report::kind_heading(lang).to_owned(),
            (RowKind::Item | RowKind::Part, _) => report::kind_item(lang).to_owned(),
        }
    }

    /// The rows directly below.
    fn below(&self, lang: Lang) -> Vec<Block<'static>> {
        if self.below.is_empty() {
            return Vec::new();
        }
        let columns = rows::columns(lang, self.state.row.depth + 1);
        let table = Table::of(columns, RowLine::each(&self.below));
        let remark = rows::remark(lang, &table);
        let heading = Block::Heading(report::heading_below(lang).into());
        [heading, Block::Table(table)].into_iter().chain(remark).collect()
    }
}

impl Answer for ShowAnswer {
    fn page(&self, lang: Lang) -> Page<'_> {
        let row = &self.state.row;
        let mut page = Page::opened(&self.head, &Asked::default(), lang);
        let titled = match row.kind {
            RowKind::Heading => report::heading_title,
            RowKind::Item | RowKind::Part => report::row_title,
        };
        page.heading(titled(lang, &row.name.shown(), &row.shown_title(lang)));
        page.push(Block::Fields(self.facts(lang)));
        page.blocks.extend(self.notes(lang));
        page.blocks.extend(self.units.blocks(lang));
        page.blocks.extend(self.history.blocks(lang));
        page.blocks.extend(directives::blocks(&self.head, lang, &self.directives, &Subject::Row(&row.name)));
        page.blocks.extend(self.below(lang));
        page
    }

    /// A line for each obligation; a part gives its units' own states.
    fn records(&self) -> Records<'_> {
        records::of_obligations(&self.head, &self.state.obligations)
    }

    fn paper(&self, lang: Lang) -> Paper<'_> {
        Paper::plain(&self.head, self.page(lang))
    }
}
