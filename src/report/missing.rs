//! Who has not delivered: a line for each row and innermost group.

use super::answer::{AgencyName, Asked, Head, Obligation, PlanIx, Row, RowName, Share, Standing, Values, as_text};
use super::further::{Beside, Further};
use super::page::rows::{number_column, period_column, status_column, title_column};
use super::page::{Block, Cell, ColumnOf, Fit, Page, Table, Value, cells};
use super::sheet::obligations::{Owed, Question};
use super::{Answer, Paper, Records, Together, Web, Workbook, records};
use crate::plan::{BodyIx, Period, Plan};
use crate::query::{self, MissingFilter, MissingUnits, Role, Snapshot};
use crate::text::{Lang, words::html, words::office, words::report, words::xlsx};
use serde::Serialize;
use std::sync::Arc;

/// The answer of `missing`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MissingAnswer {
    #[serde(flatten)]
    head: Head,
    missing: Vec<Units>,
    /// Whom alone it is about, where agencies were asked for.
    #[serde(skip)]
    asked: Asked,
    /// The obligations that are not delivered.
    #[serde(skip)]
    obligations: Vec<Obligation>,
    #[serde(skip)]
    further: Further,
}

/// Who is missing on a row, of one group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Units {
    task: Arc<RowName>,
    /// For which period; none where the row does not recur.
    #[serde(serialize_with = "as_text")]
    period: Option<Period>,
    /// The innermost group through which the lead opens to the units.
    group: Option<Arc<AgencyName>>,
    /// How many obligations there are, delivered ones too.
    total: usize,
    /// Who is missing; under `any` all of whom one must deliver.
    agencies: Vec<Arc<AgencyName>>,
    /// Whether one of them stands for bodies that the plan does not name.
    rest: bool,
    /// Those of them who owe in the place of others.
    #[serde(skip)]
    heirs: Vec<Heir>,
    /// The plan, where several are asked together.
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<PlanIx>,
    #[serde(skip)]
    missing: Share,
    #[serde(skip)]
    row: Arc<Row>,
    #[serde(skip)]
    standing: Standing,
    /// Whether the line before is of the same row, as in a merged cell.
    #[serde(skip)]
    is_further: bool,
}

/// A body that owes in the place of others, which have ended.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Heir {
    agency: Arc<AgencyName>,
    in_place_of: Arc<[Arc<AgencyName>]>,
}

impl MissingAnswer {
    /// Asks a snapshot; `asked` names the agencies of the filter, `beside` says what people's tables tell further.
    pub fn new(snapshot: &Snapshot<'_>, filter: &MissingFilter, asked: &[BodyIx], beside: Beside) -> Self {
        let mut values = Values::of(snapshot);
        let found = filter.answer(snapshot);
        let owed = found.iter().flat_map(|units| units.obligations.iter().copied());
        let obligations = owed.map(|obligation| values.obligation(obligation, Role::Lead)).collect();
        let before = std::iter::once(None).chain(found.iter().map(|units| Some(units.row)));
        let missing = found
            .iter()
            .zip(before)
            .map(|(units, before)| Units { is_further: before == Some(units.row), ..Units::of(&mut values, units) });
        Self {
            head: Head::new("missing", snapshot),
            missing: missing.collect(),
            asked: Asked::of(&values, asked),
            obligations,
            further: Further::of(&values, beside),
        }
    }

    /// The row, where it is about one alone.
    fn only_row(&self) -> Option<&Arc<Row>> {
        let first = self.missing.first()?;
        self.missing.iter().skip(1).all(|units| units.is_further).then_some(&first.row)
    }

    /// How many obligations are not delivered, of those of the rows and groups that are listed.
    fn totals(&self, lang: Lang) -> Option<String> {
        let all: usize = self.missing.iter().map(|units| units.total).sum();
        (all > 0).then(|| office::totals_missing(lang, self.obligations.len(), all))
    }

    fn blocks(&self, lang: Lang) -> impl Iterator<Item = Block<'_>> {
        let title = |row: &Arc<Row>| report::row_title(lang, &row.name.shown(), &row.shown_title(lang));
        self.only_row().map(|row| Block::Heading(title(row).into())).into_iter().chain([self.body(lang)])
    }

    /// Who is missing, below what the page opens with.
    pub(super) fn body(&self, lang: Lang) -> Block<'_> {
        match &self.missing[..] {
            [] => Block::Answer(report::nobody_missing(lang).into()),
            _ => Block::Table(self.table(lang)),
        }
    }

    fn table(&self, lang: Lang) -> Table<'_> {
        let mut columns: Vec<ColumnOf<'_, &Units>> = Vec::new();
        if self.only_row().is_none() {
            columns.extend([
                number_column(lang, |units: &&Units| units.once(|row| Value::Row(Arc::clone(&row.name)).into()))
                    .merged(),
                title_column(lang, |units: &&Units| units.once(|row| Value::Title(Arc::clone(row)).into())).merged(),
            ]);
        }
        columns.extend([
            period_column(lang, |units: &&Units| units.period),
            ColumnOf::new(report::column_group(lang), Fit::Wrap(5), |units: &&Units| {
                Cell::lines(units.group.iter().map(|group| Value::Agency(Arc::clone(group))))
            }),
            ColumnOf::new(report::column_missing(lang), Fit::Right, |units: &&Units| Value::Share(units.missing)),
            ColumnOf::new(report::column_who(lang), Fit::Wrap(12), |units: &&Units| units.who()),
            status_column(lang, |units: &&Units| cells::worst(&units.standing)),
        ]);
        columns.extend(self.further.columns(lang, |units: &&Units| units.told()).map(ColumnOf::merged));
        Table::of_plans(&self.head, lang, columns, || self.missing.iter().map(|units| (units.plan, units)))
    }
}

impl Units {
    fn of(values: &mut Values<'_, '_>, found: &MissingUnits<'_>) -> Self {
        let MissingUnits { row, period, group, total, rests: _, obligations } = found;
        let mut units = obligations.iter().flat_map(|obligation| obligation.units());
        Self {
            task: values.names.row(*row),
            period: *period,
            group: group.map(|group| values.names.agency(group)),
            total: *total,
            agencies: units.clone().map(|unit| values.names.agency(*unit)).collect(),
            heirs: obligations.iter().filter_map(|owed| Heir::of(values, owed)).collect(),
            rest: units.any(|unit| values.snapshot.plan.body(*unit).is_class()),
            plan: None,
            missing: named_share(values.snapshot.plan, found),
            row: values.row(*row),
            standing: values.standing(*row, obligations),
            is_further: false,
        }
    }

    /// The row, on the first line that tells of it.
    fn told(&self) -> Option<&Arc<Row>> {
        (!self.is_further).then_some(&self.row)
    }

    /// A cell of the row, which stands on its first line only.
    fn once(&self, cell: impl Fn(&Arc<Row>) -> Cell) -> Cell {
        self.told().map(cell).unwrap_or_default()
    }

    fn who(&self) -> Cell {
        if self.row.is_one_for_all {
            return Value::OneOf(self.agencies.clone().into()).into();
        }
        // The rest of an open class is called as the class, which is the group.
        let is_rest =
            |agency: &Arc<AgencyName>| self.rest && self.group.as_ref().is_some_and(|group| group.id == agency.id);
        let (rest, named): (Vec<_>, Vec<_>) = self.agencies.iter().cloned().partition(is_rest);
        let is_heir = |agency: &Arc<AgencyName>| self.heirs.iter().any(|heir| heir.agency.id == agency.id);
        let named: Vec<_> = named.into_iter().filter(|agency| !is_heir(agency)).collect();
        let named = (!named.is_empty()).then_some(Value::Agencies(named));
        let heirs = self.heirs.iter().flat_map(Heir::told);
        Cell::lines(named.into_iter().chain(heirs).chain(rest.into_iter().map(Value::Rest)))
    }
}

impl Heir {
    /// Who owes an obligation in the place of others, if it is so.
    fn of(values: &mut Values<'_, '_>, owed: &query::Obligation) -> Option<Self> {
        let agency = values.names.agency(*owed.units().first()?);
        let in_place_of = values.names.agencies(Some(owed.heir_to()).filter(|ended| !ended.is_empty())?);
        Some(Self { agency, in_place_of })
    }

    fn told(&self) -> impl Iterator<Item = Value> {
        let ended = self.in_place_of.iter().map(|ended| Value::TakenOver(Arc::clone(ended)));
        [Value::Agency(Arc::clone(&self.agency))].into_iter().chain(ended)
    }
}

/// How many named units are missing of how many: the rest of an open class is none of them.
fn named_share(plan: &Plan, found: &MissingUnits<'_>) -> Share {
    let is_rest = |owed: &&query::Obligation| owed.is_rest(plan);
    let missing_rests = found.obligations.iter().copied().filter(is_rest).count();
    Share { part: found.obligations.len() - missing_rests, whole: found.total - found.rests }
}

impl Answer for MissingAnswer {
    fn page(&self, lang: Lang) -> Page<'_> {
        let mut page = Page::opened(&self.head, &self.asked, lang);
        page.blocks.extend(self.blocks(lang));
        page
    }

    fn paper(&self, lang: Lang) -> Paper<'_> {
        Paper::titled(
            office::title_missing,
            &self.head,
            &self.asked,
            lang,
            self.blocks(lang).collect(),
            self.totals(lang),
        )
    }

    fn web(&self, lang: Lang) -> Option<Web<'_>> {
        Some(Web { name: html::name_missing(lang).into(), page: self.page(lang) })
    }

    /// A line for each that is missing.
    fn records(&self) -> Records<'_> {
        records::of_obligations(&self.head, &self.obligations)
    }

    /// A line for each that is missing.
    fn workbook(&self, lang: Lang) -> Option<Workbook<'_>> {
        let Self { head, asked, further, .. } = self;
        let question = Question { head, asked, further, is_form: true, lang };
        let sheet = question.sheet(xlsx::sheet_missing(lang), self.obligations.iter().map(Owed::new));
        Some(Workbook::new(head, lang, vec![sheet]))
    }
}

impl Together for MissingAnswer {
    fn head_mut(&mut self) -> &mut Head {
        &mut self.head
    }

    fn in_plan(&mut self, plan: PlanIx) {
        self.missing.iter_mut().for_each(|units| units.plan = Some(plan));
        self.obligations.iter_mut().for_each(|obligation| obligation.plan = Some(plan));
    }

    fn add(&mut self, other: Self) {
        self.missing.extend(other.missing);
        self.asked.add(other.asked);
        self.obligations.extend(other.obligations);
        self.further.add(other.further);
    }

    fn finish(&mut self) {
        self.asked.finish();
    }
}
