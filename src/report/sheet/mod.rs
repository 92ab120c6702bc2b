//! Answers as sheets of a workbook: tables that people sort, filter and fill in, whose cells are text, days and
//! numbers as such.

pub(super) mod counts;
pub(super) mod obligations;

use super::answer::{Asked, Head, PlanIx};
use super::page::{Block, Cell, Page, Value};
use crate::plan::Period;
use crate::text::{Lang, words::report};
use chrono::NaiveDate;

/// The sheets of an answer.
#[derive(Debug)]
pub struct Workbook<'a> {
    /// The language.
    pub lang: Lang,
    /// D.
    pub as_of: NaiveDate,
    /// The sheets, in their order.
    pub sheets: Vec<Sheet<'a>>,
}

/// A table on a sheet of its own.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// What the sheet is called.
    pub name: &'static str,
    /// What stands above the table: of which plan it is, of which day, and whom alone it is about.
    pub head: Vec<Block<'a>>,
    /// The columns from left to right.
    pub columns: Vec<SheetColumn>,
    /// The lines; each has one cell a column.
    pub lines: Vec<SheetLine>,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetColumn {
    /// What stands above it; no other column of the sheet has a heading that folds the same.
    pub title: String,
    /// What stands in it.
    pub kind: Kind,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text, with its share of the room.
    Text(u16),
    /// Days, numbers, rates.
    Figure,
    /// Nothing: people fill in a day.
    DayInput,
    /// Nothing: people fill in text, with its share of the room.
    TextInput(u16),
    /// A part of the key by which a line is found again; it is not printed.
    Key,
}

/// A line of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetLine {
    /// What it is about.
    pub of: Value,
    /// The cells.
    pub cells: Vec<Entry>,
}

/// What stands in a cell of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// Nothing, or text.
    Text(Cell),
    /// A day.
    Day(NaiveDate),
    /// A day near which it was.
    About(NaiveDate),
    /// The last day of a span, which is shown as that.
    Span(Period),
    /// A number.
    Number(i64),
    /// A fraction, shown in percent.
    Rate(f64),
}

/// A column of lines about such things.
pub(super) struct ColumnFor<'a, Of> {
    column: SheetColumn,
    is_kept: bool,
    entry: Box<dyn Fn(&Of) -> Entry + 'a>,
}

impl<'a, Of> ColumnFor<'a, Of> {
    /// A column that is left out where none of its cells says anything.
    pub(super) fn new<E: Into<Entry>>(title: &str, kind: Kind, entry: impl Fn(&Of) -> E + 'a) -> Self {
        // A sheet is searched by its headings: no space in them is other than what is typed.
        let column = SheetColumn { title: title.replace('\u{a0}', " "), kind };
        Self { column, is_kept: false, entry: Box::new(move |of| entry(of).into()) }
    }

    /// The same, never left out.
    pub(super) fn kept(self) -> Self {
        Self { is_kept: true, ..self }
    }
}

impl<'a> Workbook<'a> {
    /// The sheets of an answer.
    pub(super) fn new(head: &Head, lang: Lang, sheets: Vec<Sheet<'a>>) -> Self {
        Self { lang, as_of: head.as_of, sheets }
    }
}

impl<'a> Sheet<'a> {
    /// A line for each thing, and what that is called.
    pub(super) fn of<Of>(
        name: &'static str,
        head: Vec<Block<'a>>,
        columns: Vec<ColumnFor<'_, Of>>,
        things: impl IntoIterator<Item = (Value, Of)>,
    ) -> Self {
        let entries = |(of, thing): (Value, Of)| SheetLine {
            of,
            cells: columns.iter().map(|column| (column.entry)(&thing)).collect(),
        };
        let mut lines: Vec<SheetLine> = things.into_iter().map(entries).collect();
        let is_told = |at: usize| lines.iter().any(|line| !line.cells[at].is_empty());
        let stay: Vec<bool> = columns.iter().enumerate().map(|(at, column)| column.is_kept || is_told(at)).collect();
        for line in &mut lines {
            let mut stay = stay.iter();
            line.cells.retain(|_| stay.next() == Some(&true));
        }
        let columns = columns.into_iter().zip(&stay).filter(|(_, stays)| **stays).map(|(column, _)| column.column);
        Self { name, head, columns: columns.collect(), lines }
    }
}

impl Entry {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Text(cell) if cell.lines.is_empty())
    }
}

/// Which plan, and its file, where several are asked together; else the column is left out.
pub(super) fn plan_column<'a, Of>(
    head: &'a Head,
    lang: Lang,
    plan: impl Fn(&Of) -> Option<PlanIx> + 'a,
) -> ColumnFor<'a, Of> {
    ColumnFor::new(report::column_plan(lang), Kind::Text(5), move |of: &Of| {
        let plan = head.plan_at(plan(of));
        plan.map(|plan| Value::Text(report::plan_in_file(lang, plan.head.short(lang), &plan.file)))
    })
}

/// What every sheet opens with, as every page does.
pub(super) fn opened<'a>(head: &Head, asked: &Asked, lang: Lang) -> Vec<Block<'a>> {
    Page::opened(head, asked, lang).blocks
}

impl From<Cell> for Entry {
    fn from(cell: Cell) -> Self {
        Self::Text(cell)
    }
}

impl From<Value> for Entry {
    fn from(value: Value) -> Self {
        Self::Text(value.into())
    }
}

impl<E: Into<Entry>> From<Option<E>> for Entry {
    fn from(entry: Option<E>) -> Self {
        entry.map_or_else(|| Self::Text(Cell::default()), Into::into)
    }
}

impl From<NaiveDate> for Entry {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<i64> for Entry {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Entry {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<f64> for Entry {
    fn from(rate: f64) -> Self {
        Self::Rate(rate)
    }
}
