//! The rows of a plan, with lead, support, deadline and status.

use super::answer::{Asked, Head, PlanIx, RowState, Values};
use super::calendar::{Calendar, LastDay};
use super::further::{Beside, Further};
use super::page::rows::{self, RowLine};
use super::page::{Block, ColumnOf, Page, Table};
use super::sheet::obligations::{Owed, Question};
use super::{Answer, Paper, Records, Together, Web, Workbook, records};
use crate::plan::{BodyIx, RowKind};
use crate::query::{Counts, Filter, Role, Snapshot};
use crate::text::{Lang, words::html, words::office, words::report, words::xlsx};
use serde::Serialize;

/// The answer of `list`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListAnswer {
    #[serde(flatten)]
    head: Head,
    rows: Vec<RowState>,
    /// Whom alone it is about, where agencies were asked for.
    #[serde(skip)]
    asked: Asked,
    #[serde(skip)]
    has_plan_rows: bool,
    #[serde(skip)]
    per_unit: bool,
    #[serde(skip)]
    further: Further,
    #[serde(skip)]
    last_days: Vec<LastDay>,
}

impl ListAnswer {
    /// The rows that a filter lets pass; `asked` names its agencies, `beside` says what people's tables tell further.
    pub fn new(snapshot: &Snapshot<'_>, filter: &Filter, asked: &[BodyIx], beside: Beside) -> Self {
        let mut values = Values::of(snapshot);
        let rows = filter.matches(snapshot);
        let of_calendar = if beside.last_days { &rows[..] } else { &[] };
        Self {
            head: Head::new("list", snapshot),
            last_days: LastDay::of_rows(&mut values, of_calendar, filter.per_unit),
            rows: values.states(&rows),
            asked: Asked::of(&values, asked),
            has_plan_rows: snapshot.plan.rows().len() > 0,
            per_unit: filter.per_unit,
            further: Further::of(&values, beside),
        }
    }

    /// The lines, each with its plan.
    fn lines(&self) -> impl Iterator<Item = (Option<PlanIx>, RowLine<'_>)> {
        self.rows.iter().flat_map(|state| {
            // Whoever supports a row does not owe what others owe on it.
            let is_led = state.role == Role::Lead && state.row.kind != RowKind::Heading;
            let by_unit = self.per_unit && is_led;
            let whole = (!by_unit).then_some(RowLine::Row(state));
            let units = by_unit.then(|| RowLine::units(state)).into_iter().flatten();
            RowLine::below_others(state).chain(whole).chain(units).map(|line| (state.plan, line))
        })
    }

    /// How what is listed stands in all.
    fn totals(&self, lang: Lang) -> Option<String> {
        let items = || self.rows.iter().filter(|state| state.row.kind == RowKind::Item && state.role == Role::Lead);
        let mut counts = Counts::default();
        items().for_each(|state| counts += state.counts);
        (counts.total > 0).then(|| {
            let items = report::plural(lang, items().count(), report::one_task, report::tasks);
            let ahead = counts.pending + counts.due_soon;
            let parts = [
                (counts.completed(), office::part_done as fn(Lang, usize) -> String),
                (ahead, office::part_ahead),
                (counts.overdue, office::part_overdue),
                (counts.open, office::part_open),
            ];
            let parts = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, told)| told(lang, count));
            office::totals_of(lang, &items, counts.total, &parts.collect::<Vec<_>>().join(", "))
        })
    }

    /// The rows that match below their ancestors, which are dimmed.
    pub(super) fn body(&self, lang: Lang) -> Vec<Block<'_>> {
        if self.rows.is_empty() {
            let sentence = if self.has_plan_rows { report::no_match } else { report::empty_plan };
            return vec![Block::Answer(sentence(lang).into())];
        }
        let mut columns = rows::columns(lang, 0);
        columns.extend(self.further.columns(lang, RowLine::told).map(ColumnOf::merged));
        if self.rows.iter().any(|state| state.role == Role::Support) {
            columns.push(rows::role_column(lang));
        }
        let table = Table::of_plans(&self.head, lang, columns, || self.lines());
        // Where no row inherits anything, no line need be made to see it.
        let may_inherit = self.rows.iter().any(|state| state.row.inherits_lead() || state.row.inherits_due());
        let remark = may_inherit.then(|| rows::remark(lang, &table)).flatten();
        std::iter::once(Block::Table(table)).chain(remark).collect()
    }
}

impl Answer for ListAnswer {
    fn page(&self, lang: Lang) -> Page<'_> {
        let mut page = Page::opened(&self.head, &self.asked, lang);
        page.blocks.extend(self.body(lang));
        page
    }

    fn paper(&self, lang: Lang) -> Paper<'_> {
        Paper::titled(office::title_list, &self.head, &self.asked, lang, self.body(lang), self.totals(lang))
    }

    fn records(&self) -> Records<'_> {
        records::of_items(&self.head, &self.rows)
    }

    fn web(&self, lang: Lang) -> Option<Web<'_>> {
        Some(Web { name: html::name_list(lang).into(), page: self.page(lang) })
    }

    fn workbook(&self, lang: Lang) -> Option<Workbook<'_>> {
        let Self { head, asked, further, .. } = self;
        let question = Question { head, asked, further, is_form: true, lang };
        let sheet = question.sheet(xlsx::sheet_rows(lang), self.rows.iter().flat_map(Owed::each));
        Some(Workbook::new(head, lang, vec![sheet]))
    }

    fn calendar(&self, lang: Lang) -> Option<Calendar> {
        Some(Calendar::new(&self.head, lang, &self.last_days))
    }
}

impl Together for ListAnswer {
    fn head_mut(&mut self) -> &mut Head {
        &mut self.head
    }

    fn in_plan(&mut self, plan: PlanIx) {
        self.rows.iter_mut().for_each(|state| state.in_plan(plan));
        self.last_days.iter_mut().for_each(|day| day.plan = Some(plan));
    }

    fn add(&mut self, other: Self) {
        self.rows.extend(other.rows);
        self.last_days.extend(other.last_days);
        self.asked.add(other.asked);
        self.has_plan_rows |= other.has_plan_rows;
        self.further.add(other.further);
    }

    fn finish(&mut self) {
        self.asked.finish();
    }
}
