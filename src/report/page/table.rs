//! Tables: a column is its heading, how it is set, and how its cells are made.

use super::super::answer::{Head, PlanIx};
use super::Cell;
use crate::text::Lang;
use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;

/// A table; a column in which no cell says anything is left out when it is drawn.
pub struct Table<'a> {
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// What stands above some of the lines, over all columns: where each section begins, and what it is called.
    pub sections: Vec<(usize, String)>,
    /// The places of the columns whose cells stand on the first line only of those that they are said of, as in a
    /// merged cell: a line whose cell in the first of these is empty goes on with what the line above it tells.
    pub merged: Vec<usize>,
    rows: Box<dyn Rows + 'a>,
}

/// The lines of a table.
trait Rows {
    fn each(&self) -> Box<dyn Iterator<Item = Cow<'_, [Cell]>> + '_>;
}

/// Lines that are there.
struct Made(Vec<Vec<Cell>>);

impl Rows for Made {
    fn each(&self) -> Box<dyn Iterator<Item = Cow<'_, [Cell]>> + '_> {
        Box::new(self.0.iter().map(Cow::from))
    }
}

/// Lines that are made each time they are asked for: there may be hundreds of thousands.
struct Streamed<'a, Line> {
    cells: Vec<MakeCell<'a, Line>>,
    lines: Box<dyn Fn() -> Box<dyn Iterator<Item = Line> + 'a> + 'a>,
}

impl<Line> Rows for Streamed<'_, Line> {
    fn each(&self) -> Box<dyn Iterator<Item = Cow<'_, [Cell]>> + '_> {
        Box::new((self.lines)().map(|line| self.cells.iter().map(|cell| cell(&line)).collect()))
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub title: Cow<'static, str>,
    /// How its text is set.
    pub fit: Fit,
}

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Text that is wrapped where it must be; the number is its share of the room.
    Wrap(u16),
    /// The same of text that is left out on a screen where it would make the table longer.
    IfRoom(u16),
    /// Text that stays on its line.
    Keep,
    /// Numbers: on their line, to the right.
    Right,
}

/// A column of a table of such lines.
pub struct ColumnOf<'a, Line> {
    column: Column,
    cell: MakeCell<'a, Line>,
    is_merged: bool,
}

type MakeCell<'a, Line> = Box<dyn Fn(&Line) -> Cell + 'a>;

impl<'a, Line> ColumnOf<'a, Line> {
    /// A column, and how a line's cell is made.
    pub fn new<C: Into<Cell>>(title: impl Into<Cow<'static, str>>, fit: Fit, cell: impl Fn(&Line) -> C + 'a) -> Self {
        let column = Column { title: title.into(), fit };
        Self { column, cell: Box::new(move |line| cell(line).into()), is_merged: false }
    }

    /// The same where a cell stands on the first line only of those that it is said of, as in a merged cell.
    #[must_use]
    pub fn merged(self) -> Self {
        Self { is_merged: true, ..self }
    }
}

impl<'a> Table<'a> {
    /// The table of some lines, each with one cell a column.
    pub fn new(columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Self {
        Self { columns, sections: Vec::new(), merged: Vec::new(), rows: Box::new(Made(rows)) }
    }

    /// The table of some lines.
    pub(in crate::report) fn of<Line>(columns: Vec<ColumnOf<'_, Line>>, lines: impl IntoIterator<Item = Line>) -> Self {
        let row = |line: Line| columns.iter().map(|column| (column.cell)(&line)).collect();
        let rows = lines.into_iter().map(row).collect();
        let merged = places_merged(&columns);
        Self { merged, ..Self::new(columns.into_iter().map(|column| column.column).collect(), rows) }
    }

    /// The table of lines that each are of a plan, of which there may be very many: where several plans are asked
    /// together, the lines of one are a section.
    pub(in crate::report) fn of_plans<Line: 'a, Lines: Iterator<Item = (Option<PlanIx>, Line)> + 'a>(
        head: &Head,
        lang: Lang,
        columns: Vec<ColumnOf<'a, Line>>,
        lines: impl Fn() -> Lines + 'a,
    ) -> Self {
        let lines = Rc::new(lines);
        let plans = Rc::clone(&lines);
        let table = Self::streamed(columns, move || lines().map(|(_, line)| line));
        table.in_plans(head, lang, || plans().map(|(plan, _)| plan))
    }

    /// The same where each line is of a plan: where several are asked together, the lines of one are a section.
    pub(in crate::report) fn in_plans<Plans: Iterator<Item = Option<PlanIx>>>(
        mut self,
        head: &Head,
        lang: Lang,
        plans: impl FnOnce() -> Plans,
    ) -> Self {
        if head.plans.is_some() {
            let mut before = None;
            let begins = plans().enumerate().filter(|(_, plan)| std::mem::replace(&mut before, *plan) != *plan);
            let named = begins.filter_map(|(at, plan)| Some((at, head.plan_at(plan)?.shown(lang))));
            self.sections = named.collect();
        }
        self
    }

    /// The table of lines of which there may be very many.
    pub(in crate::report) fn streamed<Line: 'a, Lines: Iterator<Item = Line> + 'a>(
        columns: Vec<ColumnOf<'a, Line>>,
        lines: impl Fn() -> Lines + 'a,
    ) -> Self {
        let merged = places_merged(&columns);
        let (columns, cells) = columns.into_iter().map(|column| (column.column, column.cell)).unzip();
        let rows = Box::new(Streamed { cells, lines: Box::new(move || Box::new(lines())) });
        Self { columns, sections: Vec::new(), merged, rows }
    }

    /// The lines; each has one cell a column.
    pub fn rows(&self) -> impl Iterator<Item = Cow<'_, [Cell]>> {
        self.rows.each()
    }
}

fn places_merged<Line>(columns: &[ColumnOf<'_, Line>]) -> Vec<usize> {
    columns.iter().enumerate().filter(|(_, column)| column.is_merged).map(|(at, _)| at).collect()
}

impl PartialEq for Table<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.columns == other.columns && self.sections == other.sections && self.rows().eq(other.rows())
    }
}

impl fmt::Debug for Table<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows: Vec<_> = self.rows().collect();
        out.debug_struct("Table")
            .field("columns", &self.columns)
            .field("sections", &self.sections)
            .field("rows", &rows)
            .finish()
    }
}
