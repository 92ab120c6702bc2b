//! Tables of rows in the columns of the appendix.

use super::super::answer::{AgencyName, Head, Obligation, PlanIx, Row, RowState};
use super::{Block, Cell, ColumnOf, Fit, Origin, Table, Tone, Value, cells};
use crate::plan::{Period, RowKind};
use crate::query::Role;
use crate::text::{Lang, words::report};
use std::sync::Arc;

/// A line of a table of rows.
#[derive(Clone, Copy)]
pub enum RowLine<'a> {
    /// A row that only tells what stands below it.
    Above(&'a Arc<Row>),
    /// A row.
    Row(&'a RowState),
    /// A group of a row's units, which stand below; the first of the row's lines or a further one, as in a merged cell.
    Group(&'a RowState, &'a Arc<AgencyName>, Place),
    /// One obligation of a row.
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

    /// A line for each obligation of a row, those of a group below a line for that.
    pub fn units(state: &'a RowState) -> impl Iterator<Item = Self> {
        let before = std::iter::once(None).chain(state.obligations.iter().map(Some));
        state.obligations.iter().zip(before).flat_map(move |(obligation, before)| {
            let place = if before.is_none() { Place::First } else { Place::Further };
            let is_other = before.is_none_or(|before| before.group != obligation.group);
            let group = obligation.group.as_ref().filter(|_| is_other).map(|group| Self::Group(state, group, place));
            let place = if group.is_some() { Place::Further } else { place };
            group.into_iter().chain([Self::Unit(state, obligation, place)])
        })
    }

    /// A cell of the row, which stands on its first line only; dim where it only tells what stands below.
    fn once(&self, cell: impl Fn(&'a Arc<Row>) -> Cell) -> Cell {
        match *self {
            Self::Above(row) => cell(row).in_tone(Tone::Dim),
            Self::Row(_) | Self::Group(..) | Self::Unit(..) => self.told().map(cell).unwrap_or_default(),
        }
    }

    /// The row, on the first line that tells of it.
    pub fn told(&self) -> Option<&'a Arc<Row>> {
        match *self {
            Self::Row(state) | Self::Group(state, _, Place::First) | Self::Unit(state, _, Place::First) => {
                Some(&state.row)
            }
            Self::Above(_) | Self::Group(_, _, Place::Further) | Self::Unit(_, _, Place::Further) => None,
        }
    }

    fn support(&self) -> Cell {
        match *self {
            Self::Above(_) => Cell::default().in_tone(Tone::Dim),
            Self::Row(_) | Self::Group(..) | Self::Unit(..) => self.once(|row| cells::support(row)),
        }
    }

    /// Who must deliver.
    pub fn lead(&self) -> Cell {
        match *self {
            Self::Above(_) => Cell::default().in_tone(Tone::Dim),
            Self::Row(state) => cells::lead(state),
            Self::Group(_, group, _) => Value::Within(Arc::clone(group)).into(),
            Self::Unit(_, obligation, _) => Cell::lines(cells::owing_for(obligation)),
        }
    }

    /// The same, with the group through which a unit is reached: of a commune its district.
    fn lead_in_group(&self) -> Cell {
        let group = match *self {
            Self::Row(state) if state.row.kind != RowKind::Heading => match &state.obligations[..] {
                [only] => only.group.as_ref(),
                _ => None,
            },
            Self::Above(_) | Self::Row(_) | Self::Group(..) | Self::Unit(..) => None,
        };
        self.lead().and(group.map(|group| Value::Of(Arc::clone(group))))
    }

    fn due(&self, lang: Lang) -> Cell {
        match *self {
            Self::Above(_) => Cell::default().in_tone(Tone::Dim),
            Self::Group(..) => Cell::default(),
            Self::Row(state) => cells::due(&state.row, &state.standing, lang),
            Self::Unit(state, obligation, _) => cells::due(&state.row, &obligation.standing(), lang),
        }
    }

    fn period(&self) -> Option<Period> {
        match *self {
            Self::Unit(_, obligation, _) => obligation.period,
            Self::Above(_) | Self::Row(_) | Self::Group(..) => None,
        }
    }

    fn status(&self) -> Cell {
        match *self {
            Self::Above(_) => Cell::default().in_tone(Tone::Dim),
            Self::Group(..) => Cell::default(),
            Self::Row(state) => cells::row_status(state),
            Self::Unit(_, obligation, _) => cells::worst(&obligation.standing()),
        }
    }
}

/// The appendix's own columns, and the status; numbers are set in from a depth on.
pub fn columns<'a>(lang: Lang, depth: usize) -> Vec<ColumnOf<'a, RowLine<'a>>> {
    columns_with(lang, depth, RowLine::lead_in_group)
}

/// The same with a cell of its own for the lead.
pub fn columns_with<'a>(
    lang: Lang,
    depth: usize,
    lead: impl Fn(&RowLine<'a>) -> Cell + 'a,
) -> Vec<ColumnOf<'a, RowLine<'a>>> {
    vec![
        number_column(lang, move |line: &RowLine<'_>| line.once(|row| cells::number(row, depth))).merged(),
        title_column(lang, |line: &RowLine<'_>| line.once(cells::title)).merged(),
        period_column(lang, RowLine::period),
        lead_column(lang, lead),
        support_column(lang, RowLine::support).merged(),
        due_column(lang, move |line: &RowLine<'a>| line.due(lang)),
        status_column(lang, RowLine::status),
    ]
}

/// What those asked for are to a row.
pub fn role_column<'a>(lang: Lang) -> ColumnOf<'a, RowLine<'a>> {
    ColumnOf::new(report::column_role(lang), Fit::Keep, move |line: &RowLine<'_>| {
        let role = match *line {
            RowLine::Above(_) | RowLine::Group(_, _, Place::Further) | RowLine::Unit(_, _, Place::Further) => None,
            RowLine::Row(state) | RowLine::Group(state, _, Place::First) | RowLine::Unit(state, _, Place::First) => {
                Some(state.role)
            }
        };
        Cell::text(role.map(|role| match role {
            Role::Lead => report::role_leads(lang),
            Role::Support => report::role_supports(lang),
        }))
    })
    .merged()
}

// The columns one by one, for tables with others between them.

pub fn number_column<'a, Line>(lang: Lang, cell: impl Fn(&Line) -> Cell + 'a) -> ColumnOf<'a, Line> {
    ColumnOf::new(report::column_number(lang), Fit::Keep, cell)
}

/// Which period of a row that recurs; where none does, the column is left out.
pub fn period_column<'a, Line>(lang: Lang, period: impl Fn(&Line) -> Option<Period> + 'a) -> ColumnOf<'a, Line> {
    ColumnOf::new(report::column_period(lang), Fit::Wrap(2), move |line: &Line| {
        Cell::lines(period(line).map(Value::Period))
    })
}

/// Which plan, shortly, where several are asked together; else the column is left out.
pub fn plan_column<'a, Line>(
    head: &'a Head,
    lang: Lang,
    plan: impl Fn(&Line) -> Option<PlanIx> + 'a,
) -> ColumnOf<'a, Line> {
    ColumnOf::new(report::column_plan(lang), Fit::Wrap(4), move |line: &Line| {
        Cell::text(head.plan_at(plan(line)).map(|plan| plan.head.short(lang)))
    })
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
pub fn remark(lang: Lang, table: &Table<'_>) -> Option<Block<'static>> {
    let is_used = table.rows().any(|row| row.iter().any(|cell| cell.origin == Origin::Inherited));
    is_used.then(|| Block::Remark(report::remark_inherited(lang).into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arrow_is_explained_where_a_cell_is_inherited_whatever_it_says() {
        let remark_on = |cell: Cell| remark(Lang::En, &Table::new(Vec::new(), vec![vec![cell]]));
        assert_eq!(remark_on(Value::from("↑\u{a0}2020-10-10").into()), None);
        let inherited = Cell::from(Value::from("2020-10-10")).said_in(Origin::Inherited);
        assert_eq!(remark_on(inherited), Some(Block::Remark(report::remark_inherited(Lang::En).into())));
    }
}
