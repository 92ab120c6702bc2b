//! How each unit of a row stands: single agencies by line, groups by count with those missing.

use super::super::answer::{AgencyName, Obligation, Share, Standing, Values};
use super::super::page::{Block, Cell, ColumnOf, Fit, Table, Value, cells};
use crate::plan::RowIx;
use crate::query::{self, Counts, LeadShare, ScopedRow, by_innermost_group, by_lead};
use crate::text::{Lang, words::report};
use chrono::NaiveDate;
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
    counts: Counts,
    missing: Vec<Arc<AgencyName>>,
    standing: Standing,
}

/// So many units are named even where that is all of a group.
const FEW: usize = 3;

impl Units {
    /// The units of a row, each by itself where that is wanted or one delivers for all.
    pub(super) fn of(values: &mut Values<'_, '_>, scoped: &ScopedRow<'_>, per_unit: bool) -> Self {
        let plan = values.snapshot.plan;
        let mut single = |obligation: &&query::Obligation| values.obligation(obligation, scoped.role);
        if per_unit || plan.one_for_all(scoped.row) {
            return Self { singles: scoped.obligations.iter().map(single).collect(), sections: Vec::new() };
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
        units.sections = groups.iter().map(|group| Section::of(values, scoped.row, group)).collect();
        units
    }

    /// A heading and the tables that say something.
    pub(super) fn blocks(&self, lang: Lang) -> Vec<Block> {
        let singles = (!self.singles.is_empty()).then(|| by_unit(lang, &self.singles));
        let sections = (!self.sections.is_empty()).then(|| by_section(lang, &self.sections));
        let tables: Vec<Block> = singles.into_iter().chain(sections).map(Block::Table).collect();
        let heading = (!tables.is_empty()).then(|| Block::Heading(report::heading_units(lang).into()));
        heading.into_iter().chain(tables).collect()
    }
}

impl Section {
    fn of(values: &mut Values<'_, '_>, row: RowIx, group: &LeadShare<'_>) -> Self {
        let missing = group.obligations.iter().filter(|obligation| !obligation.status.is_delivered());
        Self {
            agency: values.names.agency(group.body),
            counts: group.obligations.iter().map(|obligation| obligation.status).collect(),
            missing: missing.flat_map(|obligation| obligation.units()).map(|unit| values.names.agency(*unit)).collect(),
            standing: values.standing(row, &group.obligations),
        }
    }

    fn delivered(&self) -> Value {
        Value::Share(Share { part: self.counts.completed(), whole: self.counts.total })
    }
}

/// A unit by itself, or the group whose units stand below.
#[derive(Clone, Copy)]
enum Line<'a> {
    Group(&'a Arc<AgencyName>),
    Unit(&'a Obligation),
}

impl<'a> Line<'a> {
    fn each(obligations: &'a [Obligation]) -> impl Iterator<Item = Self> {
        let before = std::iter::once(None).chain(obligations.iter().map(|before| before.group.as_ref()));
        obligations.iter().zip(before).flat_map(|(obligation, before)| {
            let group = obligation.group.as_ref().filter(|group| before != Some(*group));
            group.map(Self::Group).into_iter().chain([Self::Unit(obligation)])
        })
    }

    fn agency(&self) -> Cell {
        match *self {
            Self::Group(group) => Value::Within(Arc::clone(group)).into(),
            Self::Unit(obligation) => cells::who(&obligation.agencies).into(),
        }
    }

    /// What is told of a unit.
    fn of_unit(&self, cell: impl Fn(&Obligation) -> Cell) -> Cell {
        match *self {
            Self::Group(_) => Cell::default(),
            Self::Unit(obligation) => cell(obligation),
        }
    }
}

fn by_unit(lang: Lang, obligations: &[Obligation]) -> Table {
    let day = |day: Option<NaiveDate>| Cell::lines(day.map(Value::Day));
    let columns = vec![
        ColumnOf::new(report::column_agency(lang), Fit::Wrap(6), Line::agency),
        ColumnOf::new(report::column_status(lang), Fit::Wrap(4), |line: &Line<'_>| {
            line.of_unit(|obligation| cells::worst(&obligation.standing()))
        }),
        ColumnOf::new(report::column_last_day(lang), Fit::Keep, move |line: &Line<'_>| {
            line.of_unit(|obligation| day(obligation.last_day))
        }),
        ColumnOf::new(report::column_submitted(lang), Fit::Keep, move |line: &Line<'_>| {
            line.of_unit(|obligation| day(obligation.submitted_on))
        }),
        ColumnOf::new(report::column_document(lang), Fit::Wrap(3), |line: &Line<'_>| {
            line.of_unit(|obligation| Cell::text(obligation.reference.as_deref()))
        }),
    ];
    Table::of(columns, Line::each(obligations))
}

fn by_section(lang: Lang, sections: &[Section]) -> Table {
    let columns = vec![
        ColumnOf::new(report::column_agency(lang), Fit::Wrap(4), |section: &&Section| {
            Value::Agency(Arc::clone(&section.agency))
        }),
        ColumnOf::new(report::column_submitted_share(lang), Fit::Right, |section: &&Section| section.delivered()),
        ColumnOf::new(report::column_status(lang), Fit::Wrap(3), |section: &&Section| {
            cells::worst_share(&section.counts).and(cells::returned(&section.standing))
        }),
        ColumnOf::new(report::column_missing(lang), Fit::Wrap(12), move |section: &&Section| {
            let are_all = section.missing.len() == section.counts.total && section.counts.total > FEW;
            if are_all { report::all_missing(lang).into() } else { Value::Agencies(section.missing.clone()) }
        }),
    ];
    Table::of(columns, sections)
}
