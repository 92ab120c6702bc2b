//! What is overdue: the list that is sent on each morning.

mod lines;

use super::answer::{AgencyName, Asked, Head, Obligation, PlanIx, Row, Share, Standing, Values};
use super::further::{Beside, Further};
use super::page::{Block, Page, Table, Value};
use super::together::Places;
use super::{Answer, Records, Together, Web, records};
use crate::plan::{BodyIx, Period, RowIx};
use crate::query::{self, Overdue, Role, Scope, Snapshot};
use crate::text::{Lang, one_line, words::html, words::report};
use lines::{agency_columns, by_agency, columns, together, unit_line, unit_lines};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What the lines of the table are sorted under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// A line a row.
    #[default]
    Row,
    /// The rows of each agency or group together.
    Agency,
}

/// What is asked of `overdue`.
#[derive(Clone, Debug, Default)]
pub struct OverdueQuestion {
    /// Whose obligations; all where none is named.
    pub agencies: Vec<BodyIx>,
    /// With what has at most so many days left.
    pub soon: Option<u32>,
    /// What the lines of people's tables are sorted under.
    pub grouping: Grouping,
    /// Whether people see a line for each unit instead of one for a group.
    pub per_unit: bool,
    /// What people's tables tell further.
    pub beside: Beside,
}

/// The answer of `overdue`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OverdueAnswer {
    #[serde(flatten)]
    head: Head,
    overdue: Vec<Obligation>,
    due_soon: Vec<Obligation>,
    totals: Totals,
    #[serde(skip)]
    overdue_by_row: Vec<MissingRow>,
    #[serde(skip)]
    due_soon_by_row: Vec<MissingRow>,
    /// The next last day ahead.
    #[serde(skip)]
    next: Option<Obligation>,
    /// Whom alone it is about, where agencies were asked for.
    #[serde(skip)]
    asked: Asked,
    /// The ids of the units of those, in each plan; none where nobody was asked for.
    #[serde(skip)]
    asked_units: Option<HashMap<Option<PlanIx>, HashSet<String>>>,
    /// Whether that is one unit: then each obligation is a row of its own.
    #[serde(skip)]
    is_of_one: bool,
    /// How far ahead the second list goes, where that was asked for.
    #[serde(skip)]
    soon: Option<Ahead>,
    #[serde(skip)]
    grouping: Grouping,
    #[serde(skip)]
    per_unit: bool,
    #[serde(skip)]
    further: Further,
}

/// How far ahead what is due soon is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ahead {
    /// So many days.
    Days(u32),
    /// As many days as each plan says.
    AsPlansSay,
}

impl Ahead {
    /// The heading of what is due soon, and what is said where nothing is.
    fn in_words(self, lang: Lang) -> (String, String) {
        match self {
            Self::Days(days) => {
                let within = report::count_of_days(lang, days.into());
                let heading = match days {
                    0 => report::soon_heading_today(lang).to_owned(),
                    _ => report::soon_heading(lang, &within),
                };
                (heading, report::nothing_soon(lang, &within))
            }
            Self::AsPlansSay => (report::status_due_soon(lang).to_owned(), report::nothing_due_soon(lang).to_owned()),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
struct Totals {
    obligations: usize,
    overdue: usize,
    tasks_overdue: usize,
    agencies_overdue: usize,
}

/// What is missing on a row.
#[derive(Clone, Debug, PartialEq, Eq)]
struct MissingRow {
    row: Arc<Row>,
    /// The plan, where several are asked together.
    plan: Option<PlanIx>,
    /// The period, of a row that recurs.
    period: Option<Period>,
    standing: Standing,
    shares: Vec<MissingShare>,
}

/// What is missing of a body of the row's lead.
#[derive(Clone, Debug, PartialEq, Eq)]
struct MissingShare {
    agency: Arc<AgencyName>,
    /// Under whom it stands where the rows of each are told together: under all of whom one delivers.
    under: Arc<[Arc<AgencyName>]>,
    /// Who owes the first of the obligations, which is the only one where no share is told.
    who: Arc<[Arc<AgencyName>]>,
    /// The group through which that is reached, where no share is told.
    group: Option<Arc<AgencyName>>,
    /// How many named units of a group, of those asked for.
    share: Option<Share>,
    /// Whether the rest of an open class is missing too.
    with_rest: bool,
    standing: Standing,
}

impl OverdueAnswer {
    /// Asks a snapshot.
    pub fn new(snapshot: &Snapshot<'_>, question: &OverdueQuestion) -> Self {
        let asked =
            (!question.agencies.is_empty()).then(|| Scope::new(snapshot.plan, question.agencies.iter().copied()));
        let found = Overdue::new(snapshot, asked.as_ref(), question.soon);
        let mut values = Values::of(snapshot);
        let by_row = |values: &mut Values<'_, '_>, list: &[&query::Obligation]| {
            by_row(values, &found.by_row(snapshot, list), &question.agencies)
        };
        let units = question.agencies.iter().flat_map(|body| snapshot.plan.body(*body).units.iter());
        let units: HashSet<String> = units.map(|unit| snapshot.plan.body(*unit).id.clone()).collect();
        Self {
            head: Head::new("overdue", snapshot),
            totals: Totals {
                obligations: found.obligations,
                overdue: found.overdue.len(),
                tasks_overdue: found.rows(),
                agencies_overdue: found.agencies().len(),
            },
            overdue: obligations(&mut values, &found.overdue),
            due_soon: obligations(&mut values, &found.due_soon),
            overdue_by_row: by_row(&mut values, &found.overdue),
            due_soon_by_row: by_row(&mut values, &found.due_soon),
            next: found.next.map(|obligation| values.obligation(obligation, Role::Lead)),
            asked: Asked::of(&values, &question.agencies),
            asked_units: (!question.agencies.is_empty()).then(|| HashMap::from([(None, units)])),
            is_of_one: matches!(question.agencies[..], [body] if snapshot.plan.body(body).is_single()),
            soon: question.soon.map(Ahead::Days),
            grouping: question.grouping,
            per_unit: question.per_unit,
            further: Further::of(&values, question.beside),
        }
    }

    /// Whether anything is overdue.
    pub fn is_anything_overdue(&self) -> bool {
        !self.overdue.is_empty()
    }

    /// What is overdue, or that nothing is.
    pub(super) fn late(&self, lang: Lang) -> Block<'_> {
        if self.overdue.is_empty() {
            let sentence = format!("{} {}", report::nothing_overdue(lang), self.next_deadline(lang));
            return Block::Answer(sentence.into());
        }
        Block::Table(self.table(lang, &self.overdue, &self.overdue_by_row))
    }

    /// What is due soon, where that was asked for.
    pub(super) fn coming(&self, lang: Lang) -> Vec<Block<'_>> {
        let Some(ahead) = self.soon else { return Vec::new() };
        let (heading, nothing) = ahead.in_words(lang);
        let told = match &self.due_soon[..] {
            [] => Block::Text(nothing.into()),
            due_soon => Block::Table(self.table(lang, due_soon, &self.due_soon_by_row)),
        };
        vec![Block::Heading(heading.into()), told]
    }

    /// How many rows and agencies have something overdue; nothing where none has.
    pub(super) fn behind(&self, lang: Lang) -> Option<Value> {
        let Totals { overdue, tasks_overdue, agencies_overdue, .. } = self.totals;
        let rows = report::plural(lang, tasks_overdue, report::one_task, report::tasks);
        let agencies = report::plural(lang, agencies_overdue, report::one_agency, report::agencies);
        (overdue > 0).then(|| html::overdue_of(lang, &rows, &agencies).into())
    }

    fn table<'a>(&'a self, lang: Lang, obligations: &'a [Obligation], rows: &'a [MissingRow]) -> Table<'a> {
        let of_agencies = |lines| Table::of(agency_columns(&self.head, lang, &self.further), lines);
        match (self.grouping, self.per_unit) {
            (Grouping::Row, false) => {
                let lines = || rows.iter().map(|row| (row.plan, row.line()));
                Table::of_plans(&self.head, lang, columns(lang, &self.further), lines)
            }
            (Grouping::Row, true) => {
                let obligations = self.plan_by_plan(obligations);
                let lines = move || unit_lines(obligations.clone()).map(|line| (line.plan, line));
                Table::of_plans(&self.head, lang, columns(lang, &self.further), lines)
            }
            (Grouping::Agency, false) => {
                let shares = rows.iter().flat_map(|row| row.shares.iter().map(move |share| (row, share)));
                let lines =
                    shares.flat_map(|(row, share)| share.under.iter().map(move |agency| (agency, share.line(row))));
                of_agencies(by_agency(&self.head, lines))
            }
            (Grouping::Agency, true) => {
                let rows = together(obligations, |obligation| (obligation.plan, obligation.row.name.id.as_str()));
                let units = rows
                    .into_iter()
                    .flatten()
                    .flat_map(|obligation| obligation.agencies.iter().map(move |unit| (unit, unit_line(obligation))))
                    .filter(|(unit, line)| self.asks_for(line.plan, unit));
                of_agencies(by_agency(&self.head, units))
            }
        }
    }

    /// Obligations in their order, those of each plan together.
    fn plan_by_plan<'a>(&self, obligations: &'a [Obligation]) -> Vec<&'a Obligation> {
        match self.head.plans {
            Some(_) => together(obligations, |obligation| obligation.plan).into_iter().flatten().collect(),
            None => obligations.iter().collect(),
        }
    }

    fn asks_for(&self, plan: Option<PlanIx>, unit: &AgencyName) -> bool {
        let asked = |asked: &HashMap<_, HashSet<String>>| asked.get(&plan).is_some_and(|ids| ids.contains(&unit.id));
        self.asked_units.as_ref().is_none_or(asked)
    }

    fn next_deadline(&self, lang: Lang) -> String {
        let next = self.next.as_ref().and_then(|next| Some((next, next.last_day?, next.days_left?)));
        let Some((next, day, left)) = next else { return report::no_next_deadline(lang).to_owned() };
        let row = next.row.name.shown();
        let row = match self.head.plan_at(next.plan) {
            Some(plan) => report::row_of_plan(lang, &row, &one_line(plan.head.short(lang))).into(),
            None => row,
        };
        match left {
            0 => report::next_deadline_today(lang, &row),
            left => report::next_deadline(lang, &lang.date(day), &row, &report::count_of_days(lang, left)),
        }
    }

    fn totals(&self, lang: Lang) -> String {
        let Totals { obligations, overdue, tasks_overdue, agencies_overdue } = self.totals;
        if self.is_of_one {
            return report::overdue_of_one(lang, overdue, obligations);
        }
        let rows = report::plural(lang, tasks_overdue, report::one_task, report::tasks);
        let agencies = report::plural(lang, agencies_overdue, report::one_agency, report::agencies);
        report::overdue_totals(lang, overdue, obligations, &rows, &agencies)
    }
}

impl Answer for OverdueAnswer {
    fn page(&self, lang: Lang) -> Page<'_> {
        let mut page = Page::opened(&self.head, &self.asked, lang);
        page.push(self.late(lang));
        page.blocks.extend(self.coming(lang));
        page.blocks.extend((!self.overdue.is_empty()).then(|| Block::Text(self.totals(lang).into())));
        page
    }

    fn web(&self, lang: Lang) -> Option<Web<'_>> {
        Some(Web { name: html::name_overdue(lang).into(), page: self.page(lang) })
    }

    /// What is overdue, then what soon will be, where that was asked for: the status tells which.
    fn records(&self) -> Records<'_> {
        records::of_obligations(&self.head, self.overdue.iter().chain(&self.due_soon))
    }
}

impl Together for OverdueAnswer {
    fn head_mut(&mut self) -> &mut Head {
        &mut self.head
    }

    fn in_plan(&mut self, plan: PlanIx) {
        let obligations = self.overdue.iter_mut().chain(&mut self.due_soon).chain(&mut self.next);
        obligations.for_each(|obligation| obligation.plan = Some(plan));
        self.overdue_by_row.iter_mut().chain(&mut self.due_soon_by_row).for_each(|row| row.plan = Some(plan));
        let units = self.asked_units.take();
        self.asked_units = units.map(|units| units.into_values().map(|ids| (Some(plan), ids)).collect());
    }

    fn add(&mut self, other: Self) {
        self.overdue.extend(other.overdue);
        self.due_soon.extend(other.due_soon);
        self.totals.obligations += other.totals.obligations;
        self.totals.overdue += other.totals.overdue;
        self.totals.tasks_overdue += other.totals.tasks_overdue;
        self.overdue_by_row.extend(other.overdue_by_row);
        self.due_soon_by_row.extend(other.due_soon_by_row);
        // Of two as near that of the earlier plan.
        self.next = self.next.take().into_iter().chain(other.next).min_by_key(|next| next.days_left);
        self.asked.add(other.asked);
        if let (Some(units), Some(others)) = (&mut self.asked_units, other.asked_units) {
            units.extend(others);
        }
        self.is_of_one &= other.is_of_one;
        self.soon = self.soon.map(|ahead| if other.soon == Some(ahead) { ahead } else { Ahead::AsPlansSay });
        self.further.add(other.further);
    }

    /// Most days late first, and what is nearest first; then in the order of the plans.
    fn finish(&mut self) {
        self.overdue.sort_by_key(|obligation| Reverse(obligation.days_late));
        self.due_soon.sort_by_key(|obligation| obligation.days_left);
        plans_together(&mut self.overdue_by_row, &self.overdue);
        plans_together(&mut self.due_soon_by_row, &self.due_soon);
        let mut met = Places::default();
        for agency in self.overdue.iter().flat_map(|obligation| obligation.agencies.iter()) {
            met.of(&agency.name.own);
        }
        self.totals.agencies_overdue = met.len();
        self.asked.finish();
        self.is_of_one &= self.asked.len() == 1;
    }
}

/// Brings the rows of each plan together, the plans in the order in which they first come in a list.
fn plans_together(rows: &mut [MissingRow], list: &[Obligation]) {
    let mut order = HashMap::new();
    for obligation in list {
        let next = order.len();
        order.entry(obligation.plan).or_insert(next);
    }
    rows.sort_by_key(|row| order.get(&row.plan).copied());
}

fn obligations(values: &mut Values<'_, '_>, found: &[&query::Obligation]) -> Vec<Obligation> {
    found.iter().map(|obligation| values.obligation(obligation, Role::Lead)).collect()
}

fn by_row(values: &mut Values<'_, '_>, found: &[query::MissingRow<'_>], asked: &[BodyIx]) -> Vec<MissingRow> {
    let rows = found.iter().map(|found| MissingRow {
        row: values.row(found.row),
        plan: None,
        period: found.period,
        standing: values.standing(found.row, &found.obligations),
        shares: found.shares.iter().filter_map(|share| missing_share(values, found.row, share, asked)).collect(),
    });
    rows.collect()
}

fn missing_share(
    values: &mut Values<'_, '_>,
    row: RowIx,
    found: &query::MissingShare<'_>,
    asked: &[BodyIx],
) -> Option<MissingShare> {
    let query::MissingShare { missing, of } = found;
    let (named, rests) = found.named_and_rests(values.snapshot.plan);
    let first = values.obligation(missing.obligations.first()?, Role::Lead);
    let plan = values.snapshot.plan;
    let owes = |body: &&BodyIx| Scope::new(plan, [**body]).owes(missing.obligations[0]);
    let under: Vec<BodyIx> = match (plan.one_for_all(row), asked) {
        (false, _) => vec![missing.body],
        (true, []) => plan.lead(row).to_vec(),
        (true, asked) => asked.iter().filter(owes).copied().collect(),
    };
    Some(MissingShare {
        agency: values.names.agency(missing.body),
        under: values.names.agencies(&under),
        group: first.group.filter(|_| of.is_none()),
        who: first.agencies,
        share: of.map(|whole| Share { part: named, whole }),
        with_rest: rests > 0,
        standing: values.standing(row, &missing.obligations),
    })
}
