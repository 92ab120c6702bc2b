//! The classes of Government reports: in all, by root row, by agency.

mod paper;
mod sheets;

use super::agencies::{Stands, units, with_units};
use super::answer::{AgencyName, Asked, Head, PlanFile, PlanIx, Row, Values, id_and_name};
use super::brief::Brief;
use super::classes::{class_columns, classes, rates};
use super::page::{Block, Cell, ColumnOf, Field, Fit, Page, Table, Value};
use super::records::{Column, Counted, Records, counts, or_empty};
use super::together::alike_once;
use super::{Answer, Paper, Together, Web, Weeks, Workbook, charts};
use crate::query::{AgencyLine, Counts, Snapshot, Workload};
use crate::text::{Lang, words::html, words::office, words::report};
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
    /// For people what there is to say on one screen.
    #[serde(skip)]
    brief: Option<Brief>,
    /// Whether people are told no more than that.
    #[serde(skip)]
    is_brief: bool,
    /// How each plan stands, where several are asked together.
    #[serde(skip)]
    plans: Vec<PlanState>,
    /// What falls due week by week, where that is shown.
    #[serde(skip)]
    weeks: Option<Weeks>,
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
            is_brief,
            plans: Vec::new(),
            weeks: None,
        }
    }

    /// The same with what falls due week by week.
    #[must_use]
    pub fn with_weeks(self, weeks: Weeks) -> Self {
        Self { weeks: Some(weeks), ..self }
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
    /// A line for each plan.
    fn plans(&self, lang: Lang) -> Table<'static> {
        let name = self.plan_name(lang);
        let names = [ColumnOf::new(report::column_plan(lang), Fit::Wrap(1), move |state: &&PlanState| {
            Cell::from(name(state.plan))
        })];
        Table::of(names.into_iter().chain(class_columns(lang)).collect(), &self.plans)
    }

    /// What a plan is called; the file tells those apart that are called the same.
    fn plan_name(&self, lang: Lang) -> impl Fn(PlanIx) -> Option<Value> {
        let mut met: HashMap<String, usize> = HashMap::new();
        for plan in self.head.plans.iter().flatten() {
            *met.entry(plan.head.shown(lang)).or_default() += 1;
        }
        let name = move |plan: &PlanFile| match plan.head.shown(lang) {
            name if met.get(&name) == Some(&1) => name,
            _ => plan.shown(lang),
        };
        move |plan| self.head.plan_at(Some(plan)).map(|plan| Value::Text(name(plan)))
    }
}

impl Answer for SummaryAnswer {
    fn page(&self, lang: Lang) -> Page<'_> {
        let mut page = Page::opened(&self.head, &Asked::default(), lang);
        self.fill(&mut page, false);
        page
    }

    fn paper(&self, lang: Lang) -> Paper<'_> {
        Paper::titled(
            office::title_summary,
            &self.head,
            &Asked::default(),
            lang,
            self.paper_blocks(lang),
            self.totals(lang),
        )
    }

    fn web(&self, lang: Lang) -> Option<Web<'_>> {
        let mut page = Page::opened(&self.head, &Asked::default(), lang);
        if !self.is_brief {
            self.overview(&mut page, None);
        }
        self.fill(&mut page, true);
        Some(Web { name: html::name_summary(lang).into(), page })
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

impl SummaryAnswer {
    /// The figures that are to be read first, and what falls due week by week.
    pub(super) fn overview(&self, page: &mut Page<'_>, behind: Option<Value>) {
        if self.total.total > 0 {
            let lang = page.lang;
            page.chart(html::heading_overview(lang), Some(charts::figures(lang, &self.total, behind)));
            page.chart(html::heading_weeks(lang), self.weeks.as_ref().and_then(Weeks::chart));
        }
    }

    /// What stands below, with bars where these are shown.
    pub(super) fn fill(&self, page: &mut Page<'_>, with_bars: bool) {
        let lang = page.lang;
        if self.total.total == 0 {
            return page.push(Block::Text(report::nothing_to_deliver(lang).into()));
        }
        if let Some(brief) = self.brief.as_ref().filter(|_| self.is_brief) {
            return page.blocks.extend(brief.blocks(&self.head, lang));
        }
        let is_of_one = self.head.plans.is_none();
        page.heading(if is_of_one { report::heading_whole_plan(lang) } else { report::heading_all_plans(lang) });
        page.push(Block::Table(classes(lang, &self.total)));
        page.push(Block::Fields(vec![Field::new(report::column_completed(lang), rates(&self.total))]));
        if is_of_one {
            page.heading(report::heading_sections(lang));
            if with_bars {
                let label = |section: &Section| Value::NumberAndTitle(Arc::clone(&section.row));
                page.blocks.extend(charts::bars(lang, &self.sections, label));
            }
            page.push(Block::Table(sections(lang, &self.sections)));
        } else {
            page.heading(report::heading_plans(lang));
            if with_bars {
                let name = self.plan_name(lang);
                let label = |state: &PlanState| name(state.plan).unwrap_or_else(|| Value::from(""));
                page.blocks.extend(charts::bars(lang, &self.plans, label));
            }
            page.push(Block::Table(self.plans(lang)));
        }
        page.heading(report::heading_agencies(lang));
        if with_bars {
            let label = |debtor: &Debtor| with_units(&debtor.agency, debtor.units);
            page.blocks.extend(charts::bars(lang, &self.lines, label));
        }
        page.push(Block::Table(debtors(lang, &self.lines)));
        page.push(Block::Remark(report::remark_rates(lang).into()));
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
        if let (Some(weeks), Some(other)) = (&mut self.weeks, &other.weeks) {
            weeks.add(other);
        }
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
