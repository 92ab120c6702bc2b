//! Tables: a column is its heading, how it is set, and how its cells are made.

use super::Cell;
use std::borrow::Cow;

/// A table; a column in which no cell says anything is left out when it is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// The lines; each has one cell a column.
    pub rows: Vec<Vec<Cell>>,
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
    cell: Box<dyn Fn(&Line) -> Cell + 'a>,
}

impl<'a, Line> ColumnOf<'a, Line> {
    /// A column, and how a line's cell is made.
    pub fn new<C: Into<Cell>>(title: impl Into<Cow<'static, str>>, fit: Fit, cell: impl Fn(&Line) -> C + 'a) -> Self {
        Self { column: Column { title: title.into(), fit }, cell: Box::new(move |line| cell(line).into()) }
    }
}

impl Table {
    /// The table of some lines.
    pub(in crate::report) fn of<Line>(columns: Vec<ColumnOf<'_, Line>>, lines: impl IntoIterator<Item = Line>) -> Self {
        let row = |line: Line| columns.iter().map(|column| (column.cell)(&line)).collect();
        let rows = lines.into_iter().map(row).collect();
        Self { rows, columns: columns.into_iter().map(|column| column.column).collect() }
    }

    /// The cells.
    pub(in crate::report) fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.rows.iter().flatten()
    }
}
