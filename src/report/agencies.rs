//! Every agency with what it has to do.

use super::answer::{AgencyName, Asked, Head, PlanIx, Values, id_and_name};
use super::page::{Block, ColumnOf, Fit, Page, Table, Tone, Value, cells, status_words};
use super::records::{Column, Counted, Records, counts, number};
use super::sheet::{ColumnFor, Kind, Sheet, opened};
use super::together::alike_once;
use super::{Answer, Paper, Together, Workbook};
use crate::plan::BodyKind;
use crate::query::{AgencyLine, Counts, Snapshot, Status, Workload};
use crate::text::{Lang, words::report, words::xlsx};
use serde::Serialize;
use std::sync::Arc;

/// The answer of `agency` about all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgenciesAnswer {
    #[serde(flatten)]
    head: Head,
    agencies: Vec<AgencyWork>,
    /// A line for each agency, or for people one for a group.
    #[serde(skip)]
    lines: Vec<AgencyWork>,
}

/// An agency, or a group for its units, with what it has to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct AgencyWork {
    #[serde(flatten, serialize_with = "named")]
    agency: Arc<AgencyName>,
    /// For how many units a group stands.
    #[serde(skip)]
    units: Option<Stands>,
    leads: usize,
    supports: usize,
    counts: Counts,
}

fn named<S: serde::Serializer>(agency: &Arc<AgencyName>, serializer: S) -> Result<S::Ok, S::Error> {
    id_and_name(agency, serializer)
}

impl AgencyWork {
    /// What some agencies have to do.
    pub(super) fn of(values: &Values<'_, '_>, lines: &[AgencyLine]) -> Vec<Self> {
        let workloads = Workload::of(values.snapshot, lines);
        let work = |(line, workload): (&AgencyLine, Workload)| {
            let Workload { leads, supports, counts } = workload;
            Self { agency: values.names.agency(line.body), units: units(values, line), leads, supports, counts }
        };
        lines.iter().zip(workloads).map(work).collect()
    }

    /// Takes together those whose names are alike.
    pub(super) fn once(work: &mut Vec<Self>) {
        let add = |known: &mut Self, other: Self| {
            known.units = Stands::together(known.units, other.units);
            known.leads += other.leads;
            known.supports += other.supports;
            known.counts += other.counts;
        };
        *work = alike_once(std::mem::take(work), |work| &work.agency, add);
    }

    fn is_idle(&self) -> bool {
        self.leads + self.supports == 0
    }
}

/// For whom a group stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// For so many units.
    Units(usize),
    /// For an open class, of which so many are named, and so many are there in all, if that is said.
    Class(usize, Option<u32>),
}

impl Stands {
    /// For whom a group stands in two plans: that for more.
    pub(super) fn together(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        let named = |stands: &Self| match stands {
            Self::Units(units) | Self::Class(units, _) => *units,
        };
        // Of two the same the first.
        other.into_iter().chain(one).max_by_key(named)
    }
}

/// For whom a group stands; nothing for an agency.
pub(super) fn units(values: &Values<'_, '_>, line: &AgencyLine) -> Option<Stands> {
    let body = values.snapshot.plan.body(line.body);
    let count = || line.units.iter().filter(|unit| **unit != line.body).count();
    match &body.kind {
        _ if body.is_single() => None,
        // A line of the rest alone is called as the class.
        BodyKind::Class(_) if count() == 0 => None,
        BodyKind::Class(class) => Some(Stands::Class(count(), class.count)),
        _ => Some(Stands::Units(line.units.len())),
    }
}

/// An agency or group, with whom it stands for.
pub(super) fn with_units(agency: &Arc<AgencyName>, units: Option<Stands>) -> Value {
    let agency = Arc::clone(agency);
    match units {
        Some(Stands::Units(units)) => Value::Group(agency, units),
        Some(Stands::Class(named, count)) => Value::Class(agency, named, count),
        None => Value::Agency(agency),
    }
}

impl Counted for AgencyWork {
    fn counts(&self) -> &Counts {
        &self.counts
    }
}

impl AgenciesAnswer {
    /// Asks about every agency; for people with a line for each unit, or with one for a group.
    pub fn new(snapshot: &Snapshot<'_>, per_unit: bool) -> Self {
        let values = Values::of(snapshot);
        let agencies = AgencyWork::of(&values, &AgencyLine::each(snapshot.plan));
        let lines = if per_unit { agencies.clone() } else { AgencyWork::of(&values, &AgencyLine::named(snapshot)) };
        Self { head: Head::new("agency", snapshot), agencies, lines }
    }
}

impl Answer for AgenciesAnswer {
    /// Those that have nothing to do are left to a remark.
    fn page(&self, lang: Lang) -> Page<'_> {
        let mut page = Page::opened(&self.head, &Asked::default(), lang);
        match table(lang, &self.lines) {
            None => page.push(Block::Answer(report::no_agencies(lang).into())),
            Some(table) => {
                page.push(Block::Table(table));
                let idle = self.agencies.iter().filter(|agency| agency.is_idle()).count();
                let units = report::plural(lang, idle, report::one_unit, report::units);
                page.blocks.extend((idle > 0).then(|| Block::Remark(report::remark_idle(lang, &units).into())));
            }
        }
        page
    }

    fn records(&self) -> Records<'_> {
        let own: [Column<'_, &AgencyWork>; 4] = [
            Column("id", |work| (&work.agency.id).into()),
            Column("name", |work| (&work.agency.name.own).into()),
            Column("leads", |work| number(work.leads)),
            Column("supports", |work| number(work.supports)),
        ];
        Records::of(own.into_iter().chain(counts()), &self.agencies)
    }

    fn paper(&self, lang: Lang) -> Paper<'_> {
        Paper::plain(&self.head, self.page(lang))
    }

    /// A line for each, those that have nothing to do too.
    fn workbook(&self, lang: Lang) -> Option<Workbook<'_>> {
        let mut columns = vec![
            ColumnFor::new(report::column_agency(lang), Kind::Text(8), |work: &&AgencyWork| {
                Value::Agency(Arc::clone(&work.agency))
            }),
            ColumnFor::new(report::column_leads(lang), Kind::Figure, |work: &&AgencyWork| work.leads),
            ColumnFor::new(report::column_supports(lang), Kind::Figure, |work: &&AgencyWork| work.supports),
            ColumnFor::new(report::column_total(lang), Kind::Figure, |work: &&AgencyWork| work.counts.total),
        ];
        columns.extend(Status::ALL.map(|status| {
            let count = move |work: &&AgencyWork| work.counts.of(status);
            ColumnFor::new(status_words(status, lang), Kind::Figure, count)
        }));
        let columns = columns.into_iter().map(ColumnFor::kept).collect();
        let lines = self.agencies.iter().map(|work| (Value::Agency(Arc::clone(&work.agency)), work));
        let sheet = Sheet::of(xlsx::sheet_agencies(lang), opened(&self.head, &Asked::default(), lang), columns, lines);
        Some(Workbook::new(&self.head, lang, vec![sheet]))
    }
}

impl Together for AgenciesAnswer {
    fn head_mut(&mut self) -> &mut Head {
        &mut self.head
    }

    /// What an agency has to do is told of all plans in one.
    fn in_plan(&mut self, _: PlanIx) {}

    fn add(&mut self, other: Self) {
        self.agencies.extend(other.agencies);
        self.lines.extend(other.lines);
    }

    fn finish(&mut self) {
        AgencyWork::once(&mut self.agencies);
        AgencyWork::once(&mut self.lines);
    }
}

/// A line for each that has something to do; none where nobody has.
pub(super) fn table(lang: Lang, work: &[AgencyWork]) -> Option<Table<'static>> {
    let busy: Vec<&AgencyWork> = work.iter().filter(|work| !work.is_idle()).collect();
    let mut columns = vec![
        ColumnOf::new(report::column_agency(lang), Fit::Wrap(1), |work: &&AgencyWork| {
            with_units(&work.agency, work.units)
        }),
        ColumnOf::new(report::column_leads(lang), Fit::Right, |work: &&AgencyWork| cells::count(work.leads)),
        ColumnOf::new(report::column_supports(lang), Fit::Right, |work: &&AgencyWork| cells::count(work.supports)),
    ];
    columns.extend(Status::ALL.map(|status| {
        let count = move |work: &&AgencyWork| cells::count(work.counts.of(status)).in_tone(Tone::Status(status));
        ColumnOf::new(status_words(status, lang), Fit::Right, count)
    }));
    (!busy.is_empty()).then(|| Table::of(columns, busy))
}
