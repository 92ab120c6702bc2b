//! What is overdue: the list that is sent on each morning.

mod lines;

use super::answer::{AgencyName, Asked, Head, Obligation, Row, Share, Standing, Values};
use super::further::{Beside, Further};
use super::page::{Block, Page, Table};
use super::{Answer, Records, records};
use crate::plan::{BodyIx, Period, RowIx};
use crate::query::{self, Overdue, Role, Scope, Snapshot};
use crate::text::{Lang, words::report};
use lines::{agency_columns, by_agency, columns, together, unit_line, unit_lines};
use serde::Serialize;
use std::collections::HashSet;
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
    /// The ids of the units of those; none where nobody was asked for.
    #[serde(skip)]
    asked_units: Option<HashSet<String>>,
    /// Whether that is one unit: then each obligation is a row of its own.
    #[serde(skip)]
    is_of_one: bool,
    /// How many days ahead the second list goes, where that was asked for.
    #[serde(skip)]
    soon: Option<u32>,
    #[serde(skip)]
    grouping: Grouping,
    #[serde(skip)]
    per_unit: bool,
    #[serde(skip)]
    further: Further,
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
                agencies_overdue: found.agencies(),
            },
            overdue: obligations(&mut values, &found.overdue),
            due_soon: obligations(&mut values, &found.due_soon),
            overdue_by_row: by_row(&mut values, &found.overdue),
            due_soon_by_row: by_row(&mut values, &found.due_soon),
            next: found.next.map(|obligation| values.obligation(obligation, Role::Lead)),
            asked: Asked::of(&values, &question.agencies),
            asked_units: (!question.agencies.is_empty()).then_some(units),
            is_of_one: matches!(question.agencies[..], [body] if snapshot.plan.body(body).is_single()),
            soon: question.soon,
            grouping: question.grouping,
            per_unit: question.per_unit,
            further: Further::of(&values, question.beside),
        }
    }

    /// Whether anything is overdue.
    pub fn is_anything_overdue(&self) -> bool {
        !self.overdue.is_empty()
    }

    fn table<'a>(&self, lang: Lang, obligations: &'a [Obligation], rows: &'a [MissingRow]) -> Table<'a> {
        match (self.grouping, self.per_unit) {
            (Grouping::Row, false) => {
                Table::streamed(columns(lang, &self.further), || rows.iter().map(MissingRow::line))
            }
            (Grouping::Row, true) => Table::streamed(columns(lang, &self.further), || unit_lines(obligations)),
            (Grouping::Agency, false) => {
                let shares = rows.iter().flat_map(|row| row.shares.iter().map(move |share| (row, share)));
                let lines =
                    shares.flat_map(|(row, share)| share.under.iter().map(move |agency| (agency, share.line(row))));
                Table::of(agency_columns(lang, &self.further), by_agency(lines))
            }
            (Grouping::Agency, true) => {
                let rows = together(obligations, |obligation| obligation.row.name.id.as_str());
                let units = rows
                    .into_iter()
                    .flatten()
                    .flat_map(|obligation| obligation.agencies.iter().map(move |unit| (unit, unit_line(obligation))))
                    .filter(|(unit, _)| self.asked_units.as_ref().is_none_or(|asked| asked.contains(&unit.id)));
                Table::of(agency_columns(lang, &self.further), by_agency(units))
            }
        }
    }

    fn next_deadline(&self, lang: Lang) -> String {
        let next = self
            .next
            .as_ref()
            .and_then(|obligation| Some((&obligation.row.name, obligation.last_day?, obligation.days_left?)));
        match next {
            None => report::no_next_deadline(lang).to_owned(),
            Some((row, _, 0)) => report::next_deadline_today(lang, &row.shown()),
            Some((row, day, left)) => {
                report::next_deadline(lang, &lang.date(day), &row.shown(), &report::count_of_days(lang, left))
            }
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
        if self.overdue.is_empty() {
            let sentence = format!("{} {}", report::nothing_overdue(lang), self.next_deadline(lang));
            page.push(Block::Answer(sentence.into()));
        } else {
            page.push(Block::Table(self.table(lang, &self.overdue, &self.overdue_by_row)));
        }
        if let Some(days) = self.soon {
            let within = report::count_of_days(lang, days.into());
            page.heading(match days {
                0 => report::soon_heading_today(lang).to_owned(),
                _ => report::soon_heading(lang, &within),
            });
            page.push(if self.due_soon.is_empty() {
                Block::Text(report::nothing_soon(lang, &within).into())
            } else {
                Block::Table(self.table(lang, &self.due_soon, &self.due_soon_by_row))
            });
        }
        if !self.overdue.is_empty() {
            page.push(Block::Text(self.totals(lang).into()));
        }
        page
    }

    /// What is overdue, then what soon will be, where that was asked for: the status tells which.
    fn records(&self) -> Records<'_> {
        records::of_obligations(self.overdue.iter().chain(&self.due_soon))
    }
}

fn obligations(values: &mut Values<'_, '_>, found: &[&query::Obligation]) -> Vec<Obligation> {
    found.iter().map(|obligation| values.obligation(obligation, Role::Lead)).collect()
}

fn by_row(values: &mut Values<'_, '_>, found: &[query::MissingRow<'_>], asked: &[BodyIx]) -> Vec<MissingRow> {
    let rows = found.iter().map(|found| MissingRow {
        row: values.row(found.row),
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
