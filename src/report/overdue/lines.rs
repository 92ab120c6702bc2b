//! The lines of the table of what is overdue: of rows, of units, of agencies.

use super::super::answer::{AgencyName, Days, Head, Obligation, PlanIx, Row, Share, Standing};
use super::super::further::{Further, latest_note};
use super::super::page::rows::{
    due_column, lead_column, number_column, period_column, plan_column, status_column, title_column,
};
use super::super::page::{Cell, ColumnOf, Fit, Origin, Tone, Value, cells};
use super::super::together::Places;
use super::{MissingRow, MissingShare};
use crate::plan::Period;
use crate::text::{Lang, words::office, words::report};
use chrono::{NaiveDate, TimeDelta};
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

/// A line of the table.
#[derive(Clone)]
pub(super) struct Line<'a> {
    row: &'a Arc<Row>,
    /// The plan, where several are asked together.
    pub(super) plan: Option<PlanIx>,
    /// The period, of a row that recurs.
    period: Option<Period>,
    /// Whether the line before is of the same row, as in a merged cell.
    is_further: bool,
    /// How what it tells stands; nothing of a group that stands above its units.
    standing: Option<Cow<'a, Standing>>,
    lead: Vec<Value>,
    missing: Option<Share>,
}

impl MissingRow {
    pub(super) fn line(&self) -> Line<'_> {
        let lead = self.shares.iter().flat_map(|share| {
            let who = match share.share {
                Some(missing) => Value::Missing(Arc::clone(&share.agency), missing, share.with_rest),
                None => cells::who(&share.who),
            };
            let taken_over = share.in_place_of.iter().map(|ended| Value::TakenOver(Arc::clone(ended)));
            [who].into_iter().chain(taken_over).chain(share.group.as_ref().map(|group| Value::Of(Arc::clone(group))))
        });
        let standing = Some(Cow::Borrowed(&self.standing));
        let (row, plan, period) = (&self.row, self.plan, self.period);
        Line { row, plan, period, is_further: false, standing, lead: lead.collect(), missing: None }
    }
}

impl MissingShare {
    pub(super) fn line<'a>(&'a self, row: &'a MissingRow) -> Line<'a> {
        let standing = Some(Cow::Borrowed(&self.standing));
        let MissingRow { row, plan, period, .. } = row;
        Line { row, plan: *plan, period: *period, is_further: false, standing, lead: Vec::new(), missing: self.share }
    }
}

/// A line a unit, below one for its group; what is said of the row stands on the first.
pub(super) fn unit_lines(obligations: Vec<&Obligation>) -> impl Iterator<Item = Line<'_>> {
    let mut before: Option<&Obligation> = None;
    obligations.into_iter().flat_map(move |obligation| {
        let key = |of: &Obligation| (of.plan, of.period);
        let is_same =
            |before: &&Obligation| key(before) == key(obligation) && before.row.name.id == obligation.row.name.id;
        let before = before.replace(obligation).filter(is_same);
        let group = obligation.group.as_ref().filter(|_| before.is_none_or(|before| before.group != obligation.group));
        let line = unit_line(obligation);
        let group = group.map(|group| Line {
            is_further: before.is_some(),
            standing: None,
            lead: vec![Value::Within(Arc::clone(group))],
            ..line.clone()
        });
        let is_further = before.is_some() || group.is_some();
        group.into_iter().chain([Line { is_further, ..line }])
    })
}

pub(super) fn unit_line(obligation: &Obligation) -> Line<'_> {
    Line {
        row: &obligation.row,
        plan: obligation.plan,
        period: obligation.period,
        is_further: false,
        standing: Some(Cow::Owned(obligation.standing())),
        lead: cells::owing_for(obligation).collect(),
        missing: None,
    }
}

pub(super) fn columns<'a>(lang: Lang, further: &Further) -> Vec<ColumnOf<'a, Line<'a>>> {
    let columns = vec![
        number_column(lang, Line::number).merged(),
        title_column(lang, Line::title).merged(),
        period_column(lang, Line::period).merged(),
        lead_column(lang, |line: &Line<'_>| Cell::lines(line.lead.iter().cloned())),
        ColumnOf::new(report::column_support(lang), Fit::IfRoom(4), |line: &Line<'_>| {
            line.once(|row| cells::support(row))
        })
        .merged(),
        due_column(lang, move |line: &Line<'_>| line.due(lang)),
        status_column(lang, Line::status),
    ];
    let further = further.columns(lang, |line: &Line<'a>| line.told()).map(ColumnOf::merged);
    columns.into_iter().chain(further).collect()
}

/// Which days a table on paper counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DaysColumn {
    /// Those since the last day.
    Late,
    /// Those until it.
    Left,
}

/// The columns on paper (SPEC of documents: the report of what is overdue).
pub(super) fn paper_columns<'a>(
    lang: Lang,
    as_of: NaiveDate,
    days: DaysColumn,
    further: &Further,
) -> Vec<ColumnOf<'a, Line<'a>>> {
    let days = match days {
        DaysColumn::Late => office::column_days_late(lang),
        DaysColumn::Left => office::column_days_left(lang),
    };
    let columns = vec![
        number_column(lang, Line::number),
        title_column(lang, Line::title),
        period_column(lang, Line::period),
        lead_column(lang, |line: &Line<'_>| Cell::lines(line.lead.iter().cloned())),
        ColumnOf::new(office::column_last_day(lang), Fit::Keep, move |line: &Line<'_>| {
            Cell::lines(line.last_day(as_of).map(Value::Day))
        }),
        ColumnOf::new(days, Fit::Right, |line: &Line<'_>| Cell::lines(line.days().map(Value::Days))),
    ];
    let remarks = ColumnOf::new(office::column_remarks(lang), Fit::Wrap(5), move |line: &Line<'_>| line.remarks(lang));
    columns.into_iter().chain(further.cells(|line: &Line<'a>| line.told())).chain([remarks]).collect()
}

impl<'a> Line<'a> {
    /// The row, on the first line that tells of it.
    fn told(&self) -> Option<&'a Arc<Row>> {
        (!self.is_further).then_some(self.row)
    }

    /// A cell of the row, which stands on its first line only.
    fn once(&self, cell: impl Fn(&Arc<Row>) -> Cell) -> Cell {
        self.told().map(cell).unwrap_or_default()
    }

    fn period(&self) -> Option<Period> {
        self.period.filter(|_| !self.is_further)
    }

    fn number(&self) -> Cell {
        self.once(|row| Value::Row(Arc::clone(&row.name)).into())
    }

    fn title(&self) -> Cell {
        self.once(|row| Value::Title(Arc::clone(row)).into())
    }

    fn due(&self, lang: Lang) -> Cell {
        let Some(standing) = &self.standing else { return Cell::default() };
        let cell = cells::due(self.row, standing, lang);
        // What stands above a line is another row, and not the one above it in the plan.
        match &self.row.due_from {
            Some(from) if cell.origin == Origin::Inherited => cell.said_in(Origin::From(Arc::clone(from))),
            _ => cell,
        }
    }

    /// How many days the worst is late, or has left.
    fn days(&self) -> Option<i64> {
        match self.standing.as_ref()?.worst? {
            (_, Days::Late(days) | Days::Left(days)) => Some(days),
            (_, Days::None) => None,
        }
    }

    /// The last day of the worst.
    fn last_day(&self, as_of: NaiveDate) -> Option<NaiveDate> {
        match self.standing.as_ref()?.worst? {
            (_, Days::Late(days)) => as_of.checked_sub_signed(TimeDelta::try_days(days)?),
            (_, Days::Left(days)) => as_of.checked_add_signed(TimeDelta::try_days(days)?),
            (_, Days::None) => None,
        }
    }

    /// What was sent back, and the latest note on how the row stands.
    fn remarks(&self, lang: Lang) -> Cell {
        let returned = self.standing.as_ref().and_then(|standing| cells::returned(standing));
        let noted = self.told().and_then(|row| latest_note(row, lang));
        let remarks = Cell::lines(returned.into_iter().chain(noted));
        // The column stands in every report: it is also written in by hand.
        if remarks.lines.is_empty() { Value::from("\u{a0}").into() } else { remarks }
    }

    fn status(&self) -> Cell {
        self.standing.as_ref().map(|standing| cells::worst(standing)).unwrap_or_default()
    }
}

/// A line under the agency or group that it belongs to, which the first of its lines names.
pub(super) type AgencyLine<'a> = (Option<&'a Arc<AgencyName>>, Line<'a>);

pub(super) fn agency_columns<'a>(head: &'a Head, lang: Lang, further: &Further) -> Vec<ColumnOf<'a, AgencyLine<'a>>> {
    let agency = |(agency, _): &AgencyLine<'_>| {
        let named = |agency| Cell::from(Value::Agency(Arc::clone(agency))).in_tone(Tone::Strong);
        agency.map(named).unwrap_or_default()
    };
    let columns = vec![
        ColumnOf::new(report::column_agency(lang), Fit::Wrap(6), agency).merged(),
        plan_column(head, lang, |(_, line): &AgencyLine<'_>| line.plan).merged(),
        number_column(lang, |(_, line): &AgencyLine<'_>| line.number()),
        title_column(lang, |(_, line): &AgencyLine<'_>| line.title()),
        period_column(lang, |(_, line): &AgencyLine<'_>| line.period()),
        ColumnOf::new(report::column_missing(lang), Fit::Right, |(_, line): &AgencyLine<'_>| {
            line.missing.map(Value::Share)
        }),
        due_column(lang, move |(_, line): &AgencyLine<'_>| line.due(lang)),
        status_column(lang, |(_, line): &AgencyLine<'_>| line.status()),
    ];
    columns.into_iter().chain(further.columns(lang, |(_, line): &AgencyLine<'a>| line.told())).collect()
}

/// The lines of each agency or group together, in the order in which these first come; those of several plans whose
/// names are alike are one.
pub(super) fn by_agency<'a>(
    head: &Head,
    lines: impl IntoIterator<Item = (&'a Arc<AgencyName>, Line<'a>)>,
) -> Vec<AgencyLine<'a>> {
    let mut places = Places::default();
    let agencies = together(lines, |(agency, _)| match head.plans {
        Some(_) => Ok(places.of(&agency.name.own)),
        None => Err(agency.id.as_str()),
    });
    // An agency and a plan are named where their lines begin.
    let named = |lines: Vec<(&'a Arc<AgencyName>, Line<'a>)>| {
        let mut before = None;
        lines.into_iter().enumerate().map(move |(at, (agency, line))| {
            let plan = line.plan.filter(|plan| before != Some(*plan));
            before = line.plan;
            ((at == 0).then_some(agency), Line { plan, ..line })
        })
    };
    agencies.into_iter().flat_map(named).collect()
}

/// Things with the same key together, in the order in which these first come.
pub(super) fn together<T, K: Eq + Hash>(
    things: impl IntoIterator<Item = T>,
    mut key: impl FnMut(&T) -> K,
) -> Vec<Vec<T>> {
    let mut groups: Vec<Vec<T>> = Vec::new();
    let mut place: HashMap<K, usize> = HashMap::new();
    for thing in things {
        let at = *place.entry(key(&thing)).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[at].push(thing);
    }
    groups
}
