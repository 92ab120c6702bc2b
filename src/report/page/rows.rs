//! Tables of rows in the columns of the appendix.

use super::super::answer::{Obligation, Row, RowState};
use super::{Block, Cell, ColumnOf, Fit, Origin, Table, Tone, cells};
use crate::text::{Lang, words::report};
use std::sync::Arc;

/// A line of a table of rows.
#[derive(Clone, Copy)]
pub enum RowLine<'a> {
    /// A row that only tells what stands below it.
    Above(&'a Arc<Row>),
    /// A row.
    Row(&'a RowState),
    /// One obligation of a row, the first of its lines or a further one, as in a merged cell.
    Unit(&'a RowState, &'a Obligation, Place),
}

/// Whether a line is the first of its row's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    First,
    Further,
}

impl<'a> RowLine<'a> {
    /// The lines of rows below those above them, a line each.
    pub fn each(states: &'a [RowState]) -> impl Iterator<Item = Self> {
        states.iter().flat_map(|state| Self::below_others(state).chain([Self::Row(state)]))
    }

    /// The rows above a row that stand in no earlier line.
    pub fn below_others(state: &'a RowState) -> impl Iterator<Item = Self> {
        state.above.iter().map(Self::Above)
    }

    /// A line for each obligation of a row.
    pub fn units(state: &'a RowState) -> impl Iterator<Item = Self> {
        let places = std::iter::once(Place::First).chain(std::iter::repeat(Place::Further));
        state.obligations.iter().zip(places).map(|(obligation, place)| Self::Unit(state, obligation, place))
    }

    /// A cell of the row, which stands on its first line only; dim where it only tells what stands below.
    fn once(&self, cell: impl Fn(&'a Arc<Row>) -> Cell) -> Cell {
        match *self {
            Self::Above(row) => cell(row).in_tone(Tone::Dim),
            Self::Row(state) | Self::Unit(state, _, Place::First) => cell(&state.row),
            Self::Unit(_, _, Place::Further) => Cell::default(),
        }
    }

    fn support(&self) -> Cell {
        match *self {
            Self::Above(_) => Cell::default().in_tone(Tone::Dim),
            Self::Row(_) | Self::Unit(..) => self.once(|row| cells::support(row)),
        }
    }

    /// Who must deliver.
    pub fn lead(&self) -> Cell {
        match *self {
            Self::Above(_) => Cell::default().in_tone(Tone::Dim),
            Self::Row(state) => cells::lead(state),
            Self::Unit(_, obligation, _) => cells::who(&obligation.agencies).into(),
        }
    }

    fn due(&self, lang: Lang) -> Cell {
        match *self {
            Self::Above(_) => Cell::default().in_tone(Tone::Dim),
            Self::Row(state) => cells::due(&state.row, &state.standing, lang),
            Self::Unit(state, obligation, _) => cells::due(&state.row, &obligation.standing(), lang),
        }
    }

    fn status(&self) -> Cell {
        match *self {
            Self::Above(_) => Cell::default().in_tone(Tone::Dim),
            Self::Row(state) => cells::row_status(state),
            Self::Unit(_, obligation, _) => cells::worst(&obligation.standing()),
        }
    }
}

/// The appendix's own columns, and the status; numbers are set in from a depth on.
pub fn columns<'a>(lang: Lang, depth: usize) -> Vec<ColumnOf<'a, RowLine<'a>>> {
    columns_with(lang, depth, RowLine::lead)
}

/// The same with a cell of its own for the lead.
pub fn columns_with<'a>(
    lang: Lang,
    depth: usize,
    lead: impl Fn(&RowLine<'a>) -> Cell + 'a,
) -> Vec<ColumnOf<'a, RowLine<'a>>> {
    vec![
        number_column(lang, move |line: &RowLine<'_>| line.once(|row| cells::number(row, depth))),
        title_column(lang, |line: &RowLine<'_>| line.once(cells::title)),
        lead_column(lang, lead),
        support_column(lang, RowLine::support),
        due_column(lang, move |line: &RowLine<'a>| line.due(lang)),
        status_column(lang, RowLine::status),
    ]
}

// The columns one by one, for tables with others between them.

pub fn number_column<'a, Line>(lang: Lang, cell: impl Fn(&Line) -> Cell + 'a) -> ColumnOf<'a, Line> {
    ColumnOf::new(report::column_number(lang), Fit::Keep, cell)
}

pub fn title_column<'a, Line>(lang: Lang, cell: impl Fn(&Line) -> Cell + 'a) -> ColumnOf<'a, Line> {
    ColumnOf::new(report::column_title(lang), Fit::Wrap(8), cell)
}

pub fn lead_column<'a, Line>(lang: Lang, cell: impl Fn(&Line) -> Cell + 'a) -> ColumnOf<'a, Line> {
    ColumnOf::new(report::column_lead(lang), Fit::Wrap(5), cell)
}

pub fn support_column<'a, Line>(lang: Lang, cell: impl Fn(&Line) -> Cell + 'a) -> ColumnOf<'a, Line> {
    ColumnOf::new(report::column_support(lang), Fit::Wrap(4), cell)
}

pub fn due_column<'a, Line>(lang: Lang, cell: impl Fn(&Line) -> Cell + 'a) -> ColumnOf<'a, Line> {
    ColumnOf::new(report::column_due(lang), Fit::Wrap(4), cell)
}

pub fn status_column<'a, Line>(lang: Lang, cell: impl Fn(&Line) -> Cell + 'a) -> ColumnOf<'a, Line> {
    ColumnOf::new(report::column_status(lang), Fit::Wrap(4), cell)
}

/// What the arrow means, if a table of rows has one.
pub fn remark(lang: Lang, table: &Table) -> Option<Block> {
    let is_used = table.cells().any(|cell| cell.origin == Origin::Inherited);
    is_used.then(|| Block::Remark(report::remark_inherited(lang).into()))
}

#[cfg(test)]
mod tests {
    use super::super::Value;
    use super::*;

    #[test]
    fn the_arrow_is_explained_where_a_cell_is_inherited_whatever_it_says() {
        let remark_on = |cell: Cell| remark(Lang::En, &Table { columns: Vec::new(), rows: vec![vec![cell]] });
        assert_eq!(remark_on(Value::from("↑\u{a0}2020-10-10").into()), None);
        let inherited = Cell::from(Value::from("2020-10-10")).said_in(Origin::Inherited);
        assert_eq!(remark_on(inherited), Some(Block::Remark(report::remark_inherited(Lang::En).into())));
    }
}
