//! How each unit of a row stands: single agencies by line, groups by count with those missing.

use super::super::answer::{AgencyName, Obligation, Share, Standing, Values};
use super::super::page::rows::period_column;
use super::super::page::{Block, Cell, ColumnOf, Fit, Table, Value, cells};
use crate::plan::{Period, RowIx};
use crate::query::{self, Counts, LeadShare, ScopedRow, by_innermost_group, by_lead};
use crate::text::{Lang, words::report};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::Arc;

/// The units of a row; none for a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Units {
    singles: Vec<Obligation>,
    sections: Vec<Section>,
}

/// A group with those of its units that it lists itself.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Section {
    agency: Arc<AgencyName>,
    /// The period, of a row that recurs.
    period: Option<Period>,
    /// Of its named units.
    counts: Counts,
    missing: Vec<Arc<AgencyName>>,
    /// Whether the rest of an open class is missing; none where there is none.
    rest: Option<bool>,
    standing: Standing,
    /// Whether the line before is of the same group.
    is_further: bool,
}

/// So many units are named even where that is all of a group.
const FEW: usize = 3;

impl Units {
    /// The units of a row, each by itself where that is wanted or one delivers for all.
    pub(super) fn of(values: &mut Values<'_, '_>, scoped: &ScopedRow<'_>, per_unit: bool) -> Self {
        let plan = values.snapshot.plan;
        let mut single = |obligation: &&query::Obligation| values.obligation(obligation, scoped.role);
        if per_unit || plan.one_for_all(scoped.row) {
            let mut singles: Vec<Obligation> = scoped.obligations.iter().map(single).collect();
            by_unit_first(&mut singles);
            return Self { singles, sections: Vec::new() };
        }
        let mut units = Self::default();
        let mut groups = Vec::new();
        for share in by_lead(plan, scoped.row, &scoped.obligations) {
            if plan.body(share.body).is_single() {
                units.singles.extend(share.obligations.iter().map(&mut single));
            } else {
                groups.extend(by_innermost_group(plan, &share));
            }
        }
        units.sections = groups.iter().flat_map(|group| Section::each(values, scoped.row, group)).collect();
        units
    }

    /// A heading and the tables that say something.
    pub(super) fn blocks(&self, lang: Lang) -> Vec<Block<'static>> {
        let singles = (!self.singles.is_empty()).then(|| by_unit(lang, &self.singles));
        let sections = (!self.sections.is_empty()).then(|| by_section(lang, &self.sections));
        let tables: Vec<Block<'static>> = singles.into_iter().chain(sections).map(Block::Table).collect();
        let heading = (!tables.is_empty()).then(|| Block::Heading(report::heading_units(lang).into()));
        heading.into_iter().chain(tables).collect()
    }
}

impl Section {
    /// A group, of a row that recurs period by period.
    fn each(values: &mut Values<'_, '_>, row: RowIx, group: &LeadShare<'_>) -> Vec<Self> {
        let mut owed = group.obligations.clone();
        owed.sort_by_key(|owed| owed.key.period.map(Period::first_day));
        let periods = owed.chunk_by(|one, next| one.key.period == next.key.period).enumerate();
        let sections = periods.map(|(number, owed)| {
            let section = Self::of(values, row, &LeadShare { body: group.body, obligations: owed.to_vec() });
            Self { period: owed[0].key.period, is_further: number > 0, ..section }
        });
        sections.collect()
    }

    fn of(values: &mut Values<'_, '_>, row: RowIx, group: &LeadShare<'_>) -> Self {
        let plan = values.snapshot.plan;
        let (rests, named): (Vec<_>, Vec<_>) = group.obligations.iter().copied().partition(|owed| owed.is_rest(plan));
        let missing = named.iter().filter(|obligation| !obligation.status.is_delivered());
        Self {
            agency: values.names.agency(group.body),
            period: None,
            counts: named.iter().map(|obligation| obligation.status).collect(),
            missing: missing.flat_map(|obligation| obligation.units()).map(|unit| values.names.agency(*unit)).collect(),
            rest: rests.first().map(|owed| !owed.status.is_delivered()),
            standing: values.standing(row, &group.obligations),
            is_further: false,
        }
    }

    fn missing(&self, lang: Lang) -> Cell {
        let are_all = self.missing.len() == self.counts.total && self.counts.total > FEW;
        let named = match &self.missing[..] {
            [] => None,
            _ if are_all => Some(Value::from(report::all_missing(lang))),
            missing => Some(Value::Agencies(missing.to_vec())),
        };
        let rest = self.rest.filter(|is_missing| *is_missing).map(|_| Value::Rest(Arc::clone(&self.agency)));
        Cell::lines(named.into_iter().chain(rest))
    }

    fn delivered(&self) -> Value {
        Value::Share(Share { part: self.counts.completed(), whole: self.counts.total })
    }
}

/// The periods of each unit together, the units in their order.
fn by_unit_first(obligations: &mut [Obligation]) {
    let mut places: HashMap<String, usize> = HashMap::new();
    for obligation in &*obligations {
        let next = places.len();
        places.entry(obligation.agencies[0].id.clone()).or_insert(next);
    }
    obligations.sort_by_key(|obligation| places[&obligation.agencies[0].id]);
}

/// A unit by itself, or the group whose units stand below.
#[derive(Clone, Copy)]
enum Line<'a> {
    Group(&'a Arc<AgencyName>),
    /// With whether the line before is of the same unit.
    Unit(&'a Obligation, bool),
}

impl<'a> Line<'a> {
    fn each(obligations: &'a [Obligation]) -> impl Iterator<Item = Self> {
        let before = std::iter::once(None).chain(obligations.iter().map(Some));
        obligations.iter().zip(before).flat_map(|(obligation, before)| {
            let group_before = before.and_then(|before| before.group.as_ref());
            let group = obligation.group.as_ref().filter(|group| group_before != Some(*group));
            let is_further = before.is_some_and(|before| before.agencies == obligation.agencies);
            group.map(Self::Group).into_iter().chain([Self::Unit(obligation, is_further)])
        })
    }

    fn agency(&self) -> Cell {
        match *self {
            Self::Group(group) => Value::Within(Arc::clone(group)).into(),
            Self::Unit(_, true) => Cell::default(),
            Self::Unit(obligation, false) => Cell::lines(cells::owing_for(obligation)),
        }
    }

    /// What is told of a unit.
    fn of_unit(&self, cell: impl Fn(&Obligation) -> Cell) -> Cell {
        match *self {
            Self::Group(_) => Cell::default(),
            Self::Unit(obligation, _) => cell(obligation),
        }
    }

    fn period(&self) -> Option<Period> {
        match *self {
            Self::Group(_) => None,
            Self::Unit(obligation, _) => obligation.period,
        }
    }
}

fn by_unit(lang: Lang, obligations: &[Obligation]) -> Table<'static> {
    let day = |day: Option<NaiveDate>| Cell::lines(day.map(Value::Day));
    let columns = vec![
        ColumnOf::new(report::column_agency(lang), Fit::Wrap(6), Line::agency),
        period_column(lang, Line::period),
        ColumnOf::new(report::column_status(lang), Fit::Wrap(4), |line: &Line<'_>| {
            line.of_unit(|obligation| cells::worst(&obligation.standing()))
        }),
        ColumnOf::new(report::column_last_day(lang), Fit::Keep, move |line: &Line<'_>| {
            line.of_unit(|obligation| day(obligation.last_day))
        }),
        ColumnOf::new(report::column_submitted(lang), Fit::Keep, move |line: &Line<'_>| {
            let day = |obligation: &Obligation| if obligation.approximate { Value::About } else { Value::Day };
            line.of_unit(|obligation| Cell::lines(obligation.submitted_on.map(day(obligation))))
        }),
        ColumnOf::new(report::column_document(lang), Fit::Wrap(3), |line: &Line<'_>| {
            line.of_unit(|obligation| Cell::text(obligation.reference.as_deref()))
        }),
    ];
    Table::of(columns, Line::each(obligations))
}

fn by_section(lang: Lang, sections: &[Section]) -> Table<'static> {
    let columns = vec![
        ColumnOf::new(report::column_agency(lang), Fit::Wrap(4), |section: &&Section| {
            (!section.is_further).then(|| Value::Agency(Arc::clone(&section.agency)))
        }),
        period_column(lang, |section: &&Section| section.period),
        ColumnOf::new(report::column_submitted_share(lang), Fit::Right, |section: &&Section| section.delivered()),
        ColumnOf::new(report::column_status(lang), Fit::Wrap(3), |section: &&Section| {
            cells::worst_share(&section.counts).and(cells::returned(&section.standing))
        }),
        ColumnOf::new(report::column_missing(lang), Fit::Wrap(12), move |section: &&Section| section.missing(lang)),
    ];
    Table::of(columns, sections)
}
