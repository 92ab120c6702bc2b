//! What is overdue: the list that is sent on each morning.

mod ahead;
mod documents;
mod letters;
mod lines;
mod told;

use super::answer::{AgencyName, Asked, Head, Obligation, PlanIx, Row, Share, Standing, Values};
use super::calendar::{Calendar, LastDay};
use super::further::{Beside, Further};
use super::page::{Block, Page};
use super::together::{Places, alike_once};
use super::{Answer, Paper, Records, Together, Web, Workbook, records};
use crate::plan::{BodyIx, Period, RowIx};
use crate::query::{self, Overdue, Role, Scope, Snapshot};
use crate::text::{Lang, words::html, words::office};
pub use letters::{Addressee, Letter, Letters, Owed, OwedLine};

use ahead::Ahead;
use documents::last_days;
use lines::{DaysColumn, paper_columns};
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
    /// Whether it must be known who owes nothing, too.
    pub with_others: bool,
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
    #[serde(skip)]
    last_days: Vec<LastDay>,
    /// Everyone who must deliver something, where that was asked for.
    #[serde(skip)]
    others: Vec<Arc<AgencyName>>,
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
    /// Those who owed it before they ended, where no share is told.
    in_place_of: Vec<Arc<AgencyName>>,
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
            last_days: if question.beside.last_days { last_days(&mut values, &found, question) } else { Vec::new() },
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
            others: if question.with_others { letters::debtors(&values, &question.agencies) } else { Vec::new() },
        }
    }

    /// Whether anything is overdue.
    pub fn is_anything_overdue(&self) -> bool {
        !self.overdue.is_empty()
    }
}

impl Answer for OverdueAnswer {
    fn page(&self, lang: Lang) -> Page<'_> {
        let mut page = Page::opened(&self.head, &self.asked, lang);
        page.push(self.late(lang));
        page.blocks.extend(self.coming(lang));
        page.blocks.extend(self.totals(lang).map(|totals| Block::Text(totals.into())));
        page
    }

    fn paper(&self, lang: Lang) -> Paper<'_> {
        let columns = |days: DaysColumn| paper_columns(lang, self.head.as_of, days, &self.further);
        let mut blocks = vec![self.late_in(lang, columns(DaysColumn::Late))];
        blocks.extend(self.coming_in(lang, columns(DaysColumn::Left)));
        Paper::titled(office::title_overdue, &self.head, &self.asked, lang, blocks, self.totals(lang))
    }

    fn web(&self, lang: Lang) -> Option<Web<'_>> {
        Some(Web { name: html::name_overdue(lang).into(), page: self.page(lang) })
    }

    /// What is overdue, then what soon will be, where that was asked for: the status tells which.
    fn records(&self) -> Records<'_> {
        records::of_obligations(&self.head, self.overdue.iter().chain(&self.due_soon))
    }

    fn workbook(&self, lang: Lang) -> Option<Workbook<'_>> {
        Some(Workbook::new(&self.head, lang, self.sheets(lang)))
    }

    fn calendar(&self, lang: Lang) -> Option<Calendar> {
        Some(Calendar::new(&self.head, lang, &self.last_days))
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
        self.last_days.iter_mut().for_each(|day| day.plan = Some(plan));
        let units = self.asked_units.take();
        self.asked_units = units.map(|units| units.into_values().map(|ids| (Some(plan), ids)).collect());
    }

    fn add(&mut self, other: Self) {
        self.overdue.extend(other.overdue);
        self.due_soon.extend(other.due_soon);
        self.last_days.extend(other.last_days);
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
        self.others.extend(other.others);
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
        self.others = alike_once(std::mem::take(&mut self.others), |agency| agency, |_, _| ());
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
        in_place_of: first
            .in_place_of
            .filter(|_| of.is_none())
            .iter()
            .flat_map(|ended| ended.iter().cloned())
            .collect(),
        group: first.group.filter(|_| of.is_none()),
        who: first.agencies,
        share: of.map(|whole| Share { part: named, whole }),
        with_rest: rests > 0,
        standing: values.standing(row, &missing.obligations),
    })
}
