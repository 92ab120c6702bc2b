//! The classes of Government reports: in all, by root row, by agency.

mod sheets;

use super::agencies::{Stands, units, with_units};
use super::answer::{AgencyName, Asked, Head, PlanFile, PlanIx, Row, Share, Values, id_and_name};
use super::brief::Brief;
use super::page::{Block, Cell, ColumnOf, Field, Fit, Page, Table, Tone, Value, cells};
use super::records::{Column, Counted, Records, counts, or_empty};
use super::together::alike_once;
use super::{Answer, Paper, Together, Workbook};
use crate::query::{AgencyLine, Counts, Snapshot, Status, Workload};
use crate::text::{Lang, words::office, words::report};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;

/// The answer of `summary`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SummaryAnswer {
    #[serde(flatten)]
    head: Head,
    total: Counts,
    rates: Rates,
    /// The root rows.
    sections: Vec<Section>,
    /// Everyone who must deliver something.
    agencies: Vec<Debtor>,
    /// A line for each of them, or for people one for a group.
    #[serde(skip)]
    lines: Vec<Debtor>,
    /// For people one screen instead of all that.
    #[serde(skip)]
    brief: Option<Brief>,
    /// How each plan stands, where several are asked together.
    #[serde(skip)]
    plans: Vec<PlanState>,
}

/// How a plan stands among several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct PlanState {
    plan: PlanIx,
    counts: Counts,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
struct Rates {
    completed: Option<f64>,
    overdue: Option<f64>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Section {
    #[serde(flatten, serialize_with = "id_and_title")]
    row: Arc<Row>,
    counts: Counts,
    rates: Rates,
    /// The plan, where several are asked together.
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<PlanIx>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Debtor {
    #[serde(flatten, serialize_with = "named")]
    agency: Arc<AgencyName>,
    /// For how many units a group stands.
    #[serde(skip)]
    units: Option<Stands>,
    counts: Counts,
    rates: Rates,
}

fn named<S: serde::Serializer>(agency: &Arc<AgencyName>, serializer: S) -> Result<S::Ok, S::Error> {
    id_and_name(agency, serializer)
}

fn id_and_title<S: serde::Serializer>(row: &Arc<Row>, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Fields<'a> {
        id: &'a str,
        title: &'a str,
    }
    Fields { id: &row.name.id, title: &row.title.own }.serialize(serializer)
}

impl Rates {
    fn new(counts: &Counts) -> Self {
        Self { completed: counts.completed_rate(), overdue: counts.overdue_rate() }
    }
}

impl Counted for PlanState {
    fn counts(&self) -> &Counts {
        &self.counts
    }
}

impl Counted for Section {
    fn counts(&self) -> &Counts {
        &self.counts
    }
}

impl Counted for Debtor {
    fn counts(&self) -> &Counts {
        &self.counts
    }
}

impl SummaryAnswer {
    /// Sums up; for people with a line for each unit, or with one for a group; or briefly.
    pub fn new(snapshot: &Snapshot<'_>, per_unit: bool, is_brief: bool) -> Self {
        let plan = snapshot.plan;
        let mut values = Values::of(snapshot);
        let roots = plan.rows().map(|(row, _)| row);
        let roots = roots.filter(|row| plan.node(*row).parent.is_none() && snapshot.is_there(*row));
        let sections = roots.map(|row| {
            let counts = snapshot.counts_below(row);
            Section { row: values.row(row), counts, rates: Rates::new(&counts), plan: None }
        });
        let (sections, total) = (sections.collect(), snapshot.total());
        let agencies = Debtor::of(&values, &AgencyLine::each(plan));
        let lines = if per_unit { agencies.clone() } else { Debtor::of(&values, &AgencyLine::named(snapshot)) };
        let brief = is_brief.then(|| Brief::of(&mut values, snapshot));
        Self {
            head: Head::new("summary", snapshot),
            total,
            rates: Rates::new(&total),
            sections,
            agencies,
            lines,
            brief,
            plans: Vec::new(),
        }
    }
}

impl Debtor {
    /// Those of some agencies who must deliver something.
    fn of(values: &Values<'_, '_>, lines: &[AgencyLine]) -> Vec<Self> {
        let workloads = Workload::of(values.snapshot, lines);
        let debtors = lines.iter().zip(workloads).filter(|(_, workload)| workload.counts.total > 0);
        let debtor = |(line, Workload { counts, .. }): (&AgencyLine, Workload)| Self {
            agency: values.names.agency(line.body),
            units: units(values, line),
            counts,
            rates: Rates::new(&counts),
        };
        debtors.map(debtor).collect()
    }

    /// Takes together those whose names are alike.
    fn once(debtors: &mut Vec<Self>) {
        let add = |known: &mut Self, other: Self| {
            known.units = Stands::together(known.units, other.units);
            known.counts += other.counts;
            known.rates = Rates::new(&known.counts);
        };
        *debtors = alike_once(std::mem::take(debtors), |debtor| &debtor.agency, add);
    }
}

impl SummaryAnswer {
    /// A line for each plan; the file tells those apart that are called the same.
    fn plans(&self, lang: Lang) -> Table<'static> {
        let mut met: HashMap<String, usize> = HashMap::new();
        for plan in self.head.plans.iter().flatten() {
            *met.entry(plan.head.shown(lang)).or_default() += 1;
        }
        let name = move |plan: &PlanFile| match plan.head.shown(lang) {
            name if met.get(&name) == Some(&1) => name,
            _ => plan.shown(lang),
        };
        let names = [ColumnOf::new(report::column_plan(lang), Fit::Wrap(1), move |state: &&PlanState| {
            Cell::lines(self.head.plan_at(Some(state.plan)).map(|plan| Value::Text(name(plan))))
        })];
        Table::of(names.into_iter().chain(class_columns(lang)).collect(), &self.plans)
    }

    fn totals(&self, lang: Lang) -> Option<String> {
        let whole = report::part_of(lang, self.total.completed(), self.total.total);
        (self.total.total > 0).then(|| office::totals_done(lang, &whole, self.total.overdue))
    }

    fn blocks(&self, lang: Lang) -> Vec<Block<'_>> {
        if self.total.total == 0 {
            return vec![Block::Text(report::nothing_to_deliver(lang).into())];
        }
        if let Some(brief) = &self.brief {
            return brief.blocks(&self.head, lang);
        }
        let heading = |told: &'static str| Block::Heading(told.into());
        let is_of_one = self.head.plans.is_none();
        let whole = if is_of_one { report::heading_whole_plan(lang) } else { report::heading_all_plans(lang) };
        let parts = if is_of_one {
            [heading(report::heading_sections(lang)), Block::Table(sections(lang, &self.sections))]
        } else {
            [heading(report::heading_plans(lang)), Block::Table(self.plans(lang))]
        };
        let mut blocks = vec![heading(whole), Block::Table(classes(lang, &self.total))];
        blocks.push(Block::Fields(vec![Field::new(report::column_completed(lang), rates(&self.total))]));
        blocks.extend(parts);
        blocks.extend([heading(report::heading_agencies(lang)), Block::Table(debtors(lang, &self.lines))]);
        blocks.push(Block::Remark(report::remark_rates(lang).into()));
        blocks
    }
}

impl Answer for SummaryAnswer {
    fn page(&self, lang: Lang) -> Page<'_> {
        let mut page = Page::opened(&self.head, &Asked::default(), lang);
        page.blocks.extend(self.blocks(lang));
        page
    }

    fn paper(&self, lang: Lang) -> Paper<'_> {
        Paper::titled(office::title_summary, &self.head, &Asked::default(), lang, self.blocks(lang), self.totals(lang))
    }

    fn records(&self) -> Records<'_> {
        let own: [Column<'_, Record<'_>>; 3] = [
            Column("kind", |record| record.kind.into()),
            Column("id", |record| record.id.into()),
            Column("name", |record| record.name.into()),
        ];
        let rates: [Column<'_, Record<'_>>; 2] = [
            Column("completed_rate", |record| or_empty(record.rates.completed)),
            Column("overdue_rate", |record| or_empty(record.rates.overdue)),
        ];
        let total = Record { kind: "total", id: "", name: "", counts: &self.total, rates: self.rates };
        let records = std::iter::once(total)
            .chain(self.sections.iter().map(Section::record))
            .chain(self.agencies.iter().map(Debtor::record));
        let plans = std::iter::once(None).chain(self.sections.iter().map(|section| section.plan));
        let plans = plans.chain(self.agencies.iter().map(|_| None));
        Records::of(own.into_iter().chain(counts()).chain(rates), records).in_plans(&self.head, plans)
    }

    fn workbook(&self, lang: Lang) -> Option<Workbook<'_>> {
        Some(Workbook::new(&self.head, lang, self.sheets(lang).into()))
    }
}

impl Together for SummaryAnswer {
    fn head_mut(&mut self) -> &mut Head {
        &mut self.head
    }

    fn in_plan(&mut self, plan: PlanIx) {
        self.sections.iter_mut().for_each(|section| section.plan = Some(plan));
        self.plans = vec![PlanState { plan, counts: self.total }];
        self.brief.iter_mut().for_each(|brief| brief.in_plan(plan));
    }

    fn add(&mut self, other: Self) {
        self.total += other.total;
        self.sections.extend(other.sections);
        self.agencies.extend(other.agencies);
        self.lines.extend(other.lines);
        self.plans.extend(other.plans);
        if let (Some(brief), Some(other)) = (&mut self.brief, other.brief) {
            brief.add(other);
        }
    }

    fn finish(&mut self) {
        self.rates = Rates::new(&self.total);
        Debtor::once(&mut self.agencies);
        Debtor::once(&mut self.lines);
        self.brief.iter_mut().for_each(Brief::finish);
    }
}

/// A line of a spreadsheet.
#[derive(Clone, Copy)]
struct Record<'a> {
    kind: &'static str,
    id: &'a str,
    name: &'a str,
    counts: &'a Counts,
    rates: Rates,
}

impl Counted for Record<'_> {
    fn counts(&self) -> &Counts {
        self.counts
    }
}

impl Section {
    fn record(&self) -> Record<'_> {
        let Self { row, counts, rates, plan: _ } = self;
        Record { kind: "section", id: &row.name.id, name: &row.title.own, counts, rates: *rates }
    }
}

impl Debtor {
    fn record(&self) -> Record<'_> {
        let Self { agency, units: _, counts, rates } = self;
        Record { kind: "agency", id: &agency.id, name: &agency.name.own, counts, rates: *rates }
    }
}

/// A class of Government reports: its name, its colour and how many are in it.
struct Class {
    name: fn(Lang) -> &'static str,
    /// The name above a column of numbers.
    head: fn(Lang) -> &'static str,
    tone: Tone,
    count: fn(&Counts) -> usize,
}

/// The classes in the order of Government reports.
static CLASSES: [Class; 5] = [
    Class {
        name: report::status_on_time,
        head: report::head_on_time,
        tone: Tone::Status(Status::OnTime),
        count: |counts| counts.on_time,
    },
    Class {
        name: report::status_late,
        head: report::head_late,
        tone: Tone::Status(Status::Late),
        count: |counts| counts.late,
    },
    Class {
        name: report::class_in_term,
        head: report::head_in_term,
        tone: Tone::Status(Status::Pending),
        count: |counts| counts.due_soon + counts.pending,
    },
    Class {
        name: report::class_overdue,
        head: report::head_overdue,
        tone: Tone::Status(Status::Overdue),
        count: |counts| counts.overdue,
    },
    Class {
        name: report::status_open,
        head: report::head_open,
        tone: Tone::Status(Status::Open),
        count: |counts| counts.open,
    },
];

static TOTAL: Class =
    Class { name: report::column_total, head: report::column_total, tone: Tone::Strong, count: |counts| counts.total };

/// How many of some obligations are done, and how much of what fell due.
pub(super) fn rates(counts: &Counts) -> Value {
    Value::Rates(done(counts), counts.completed_percent())
}

fn done(counts: &Counts) -> Share {
    Share { part: counts.completed(), whole: counts.total }
}

/// A line for each class.
fn classes(lang: Lang, total: &Counts) -> Table<'static> {
    let columns = vec![
        ColumnOf::new(report::column_status(lang), Fit::Keep, move |class: &&Class| {
            Cell::from(Value::from((class.name)(lang))).in_tone(class.tone)
        }),
        ColumnOf::new(report::column_obligations(lang), Fit::Right, |class: &&Class| {
            Value::Count((class.count)(total))
        }),
    ];
    Table::of(columns, CLASSES.iter().chain([&TOTAL]))
}

/// How many of all are done, and of those that fell due; and a column for each class.
fn class_columns<'a, Line: Counted>(lang: Lang) -> impl Iterator<Item = ColumnOf<'a, Line>> {
    let count = move |class: &'static Class| {
        let cell = move |line: &Line| cells::count((class.count)(line.counts())).in_tone(class.tone);
        ColumnOf::new((class.head)(lang), Fit::Right, cell)
    };
    let completed = |line: &Line| line.counts().completed_percent().map(Value::Percent);
    let rates = [
        ColumnOf::new(report::column_completed(lang), Fit::Keep, |line: &Line| Value::Done(done(line.counts()))),
        ColumnOf::new(report::column_of_due(lang), Fit::Right, completed),
    ];
    rates.into_iter().chain(CLASSES.iter().map(count))
}

fn sections(lang: Lang, sections: &[Section]) -> Table<'static> {
    let names = [
        ColumnOf::new(report::column_number(lang), Fit::Keep, |section: &&Section| {
            Value::RowNumber(Arc::clone(&section.row.name), 0)
        }),
        ColumnOf::new(report::column_title(lang), Fit::Wrap(1), |section: &&Section| {
            Value::Title(Arc::clone(&section.row))
        }),
    ];
    Table::of(names.into_iter().chain(class_columns(lang)).collect(), sections)
}

fn debtors(lang: Lang, debtors: &[Debtor]) -> Table<'static> {
    let name = ColumnOf::new(report::column_agency(lang), Fit::Wrap(1), |debtor: &&Debtor| {
        with_units(&debtor.agency, debtor.units)
    });
    Table::of(std::iter::once(name).chain(class_columns(lang)).collect(), debtors)
}
