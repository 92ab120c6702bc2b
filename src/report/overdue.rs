//! What is overdue: the list that is sent on each morning.

use super::answer::{AgencyName, Head, Obligation, Row, Share, Standing, Values};
use super::page::rows::{due_column, lead_column, number_column, status_column, title_column};
use super::page::{Block, Cell, ColumnOf, Fit, Origin, Page, Table, Tone, Value, cells};
use super::{Answer, Records, records};
use crate::plan::{BodyIx, RowIx};
use crate::query::{self, Overdue, Role, Scope, Snapshot};
use crate::text::{Lang, words::report};
use serde::Serialize;
use std::borrow::Cow;
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
    asked: Arc<[Arc<AgencyName>]>,
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
    /// How many units of a group, of those asked for.
    share: Option<Share>,
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
            asked: values.names.agencies(&question.agencies),
            asked_units: (!question.agencies.is_empty()).then_some(units),
            is_of_one: matches!(question.agencies[..], [body] if snapshot.plan.body(body).is_single()),
            soon: question.soon,
            grouping: question.grouping,
            per_unit: question.per_unit,
        }
    }

    /// Whether anything is overdue.
    pub fn is_anything_overdue(&self) -> bool {
        !self.overdue.is_empty()
    }

    fn table(&self, lang: Lang, obligations: &[Obligation], rows: &[MissingRow]) -> Table {
        match (self.grouping, self.per_unit) {
            (Grouping::Row, false) => Table::of(columns(lang), rows.iter().map(MissingRow::line)),
            (Grouping::Row, true) => Table::of(columns(lang), unit_lines(obligations)),
            (Grouping::Agency, false) => {
                let shares = rows.iter().flat_map(|row| row.shares.iter().map(move |share| (row, share)));
                let lines = shares
                    .flat_map(|(row, share)| share.under.iter().map(move |agency| (agency, share.line(&row.row))));
                Table::of(agency_columns(lang), by_agency(lines))
            }
            (Grouping::Agency, true) => {
                let rows = together(obligations, |obligation| obligation.row.name.id.as_str());
                let units = rows
                    .into_iter()
                    .flatten()
                    .flat_map(|obligation| obligation.agencies.iter().map(move |unit| (unit, unit_line(obligation))))
                    .filter(|(unit, _)| self.asked_units.as_ref().is_none_or(|asked| asked.contains(&unit.id)));
                Table::of(agency_columns(lang), by_agency(units))
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
    fn page(&self, lang: Lang) -> Page {
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
        share: of.map(|whole| Share { part: missing.obligations.len(), whole }),
        standing: values.standing(row, &missing.obligations),
    })
}

/// A line of the table.
struct Line<'a> {
    row: &'a Arc<Row>,
    /// Whether the line before is of the same row, as in a merged cell.
    is_further: bool,
    /// How what it tells stands; nothing of a group that stands above its units.
    standing: Option<Cow<'a, Standing>>,
    lead: Vec<Value>,
    missing: Option<Share>,
}

impl MissingRow {
    fn line(&self) -> Line<'_> {
        let lead = self.shares.iter().flat_map(|share| {
            let who = match share.share {
                Some(missing) => Value::Missing(Arc::clone(&share.agency), missing),
                None => cells::who(&share.who),
            };
            [who].into_iter().chain(share.group.as_ref().map(|group| Value::Of(Arc::clone(group))))
        });
        let standing = Some(Cow::Borrowed(&self.standing));
        Line { row: &self.row, is_further: false, standing, lead: lead.collect(), missing: None }
    }
}

impl MissingShare {
    fn line<'a>(&'a self, row: &'a Arc<Row>) -> Line<'a> {
        let standing = Some(Cow::Borrowed(&self.standing));
        Line { row, is_further: false, standing, lead: Vec::new(), missing: self.share }
    }
}

/// A line a unit, below one for its group; what is said of the row stands on the first.
fn unit_lines(obligations: &[Obligation]) -> impl Iterator<Item = Line<'_>> {
    let before = std::iter::once(None).chain(obligations.iter().map(Some));
    obligations.iter().zip(before).flat_map(|(obligation, before)| {
        let before = before.filter(|before| before.row.name.id == obligation.row.name.id);
        let group = obligation.group.as_ref().filter(|_| before.is_none_or(|before| before.group != obligation.group));
        let group = group.map(|group| Line {
            row: &obligation.row,
            is_further: before.is_some(),
            standing: None,
            lead: vec![Value::Within(Arc::clone(group))],
            missing: None,
        });
        let is_further = before.is_some() || group.is_some();
        group.into_iter().chain([Line { is_further, ..unit_line(obligation) }])
    })
}

fn unit_line(obligation: &Obligation) -> Line<'_> {
    Line {
        row: &obligation.row,
        is_further: false,
        standing: Some(Cow::Owned(obligation.standing())),
        lead: vec![cells::who(&obligation.agencies)],
        missing: None,
    }
}

fn columns<'a>(lang: Lang) -> Vec<ColumnOf<'a, Line<'a>>> {
    vec![
        number_column(lang, Line::number),
        title_column(lang, Line::title),
        lead_column(lang, |line: &Line<'_>| Cell::lines(line.lead.iter().cloned())),
        ColumnOf::new(report::column_support(lang), Fit::IfRoom(4), |line: &Line<'_>| {
            line.once(|row| cells::support(row))
        }),
        due_column(lang, move |line: &Line<'_>| line.due(lang)),
        status_column(lang, Line::status),
    ]
}

impl Line<'_> {
    /// A cell of the row, which stands on its first line only.
    fn once(&self, cell: impl Fn(&Arc<Row>) -> Cell) -> Cell {
        if self.is_further { Cell::default() } else { cell(self.row) }
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

    fn status(&self) -> Cell {
        self.standing.as_ref().map(|standing| cells::worst(standing)).unwrap_or_default()
    }
}

/// A line under the agency or group that it belongs to, which the first of its lines names.
type AgencyLine<'a> = (Option<&'a Arc<AgencyName>>, Line<'a>);

fn agency_columns<'a>(lang: Lang) -> Vec<ColumnOf<'a, AgencyLine<'a>>> {
    let agency = |(agency, _): &AgencyLine<'_>| {
        let named = |agency| Cell::from(Value::Agency(Arc::clone(agency))).in_tone(Tone::Strong);
        agency.map(named).unwrap_or_default()
    };
    vec![
        ColumnOf::new(report::column_agency(lang), Fit::Wrap(6), agency),
        number_column(lang, |(_, line): &AgencyLine<'_>| line.number()),
        title_column(lang, |(_, line): &AgencyLine<'_>| line.title()),
        ColumnOf::new(report::column_missing(lang), Fit::Right, |(_, line): &AgencyLine<'_>| {
            line.missing.map(Value::Share)
        }),
        due_column(lang, move |(_, line): &AgencyLine<'_>| line.due(lang)),
        status_column(lang, |(_, line): &AgencyLine<'_>| line.status()),
    ]
}

/// The lines of each agency or group together, in the order in which these first come.
fn by_agency<'a>(lines: impl IntoIterator<Item = (&'a Arc<AgencyName>, Line<'a>)>) -> Vec<AgencyLine<'a>> {
    let agencies = together(lines, |(agency, _)| agency.id.as_str());
    let named = |(at, (agency, line)): (usize, (&'a Arc<AgencyName>, Line<'a>))| ((at == 0).then_some(agency), line);
    agencies.into_iter().flat_map(|lines| lines.into_iter().enumerate().map(named)).collect()
}

/// Things with the same id together, in the order in which these first come.
fn together<'a, T>(things: impl IntoIterator<Item = T>, id: impl Fn(&T) -> &'a str) -> Vec<Vec<T>> {
    let mut groups: Vec<Vec<T>> = Vec::new();
    let mut place: HashMap<&str, usize> = HashMap::new();
    for thing in things {
        let at = *place.entry(id(&thing)).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[at].push(thing);
    }
    groups
}
