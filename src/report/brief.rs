//! How a plan stands, on one screen: what is done, what is overdue, and what comes next.

use super::answer::{AgencyName, Days, Head, PlanIx, Row, Values};
use super::classes::rates;
use super::page::rows::{number_column, period_column, plan_column, status_column, title_column};
use super::page::{Block, Cell, ColumnOf, Field, Fit, Table, Tone, Value};
use super::together::alike_once;
use crate::plan::Period;
use crate::query::{Counts, Overdue, Snapshot, Status};
use crate::text::{Lang, words::report};
use chrono::NaiveDate;
use std::sync::Arc;

/// How many rows are told of those that come next.
const NEXT: usize = 5;

/// How a plan stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Brief {
    counts: Counts,
    /// How many rows have something overdue.
    rows: usize,
    /// The units that have.
    agencies: Vec<Arc<AgencyName>>,
    next: Vec<Next>,
}

/// A row of which something is due next.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Next {
    row: Arc<Row>,
    /// The period, of a row that recurs.
    period: Option<Period>,
    last_day: Option<NaiveDate>,
    status: Status,
    days: Days,
    /// The plan, where several are asked together.
    plan: Option<PlanIx>,
}

impl Brief {
    /// How the plan of a snapshot stands.
    pub(super) fn of(values: &mut Values<'_, '_>, snapshot: &Snapshot<'_>) -> Self {
        let found = Overdue::new(snapshot, None, Some(u32::MAX));
        let next = found.by_row(snapshot, &found.due_soon).into_iter().take(NEXT);
        let next = next.filter_map(|missing| {
            // The nearest comes first.
            let nearest = missing.obligations.first()?;
            Some(Next {
                row: values.row(missing.row),
                period: missing.period,
                last_day: nearest.last_day.day(),
                status: nearest.status,
                days: Days::new(None, nearest.days_left()),
                plan: None,
            })
        });
        let next = next.collect();
        let agencies = found.agencies().into_iter().map(|agency| values.names.agency(agency)).collect();
        Self { counts: snapshot.total(), rows: found.rows(), agencies, next }
    }

    /// Says of all that it tells of which plan that is.
    pub(super) fn in_plan(&mut self, plan: PlanIx) {
        self.next.iter_mut().for_each(|next| next.plan = Some(plan));
    }

    /// Takes up how a later plan stands.
    pub(super) fn add(&mut self, other: Self) {
        self.counts += other.counts;
        self.rows += other.rows;
        self.agencies.extend(other.agencies);
        self.next.extend(other.next);
    }

    /// Keeps what comes next of all plans, and counts the bodies whose names are alike once.
    pub(super) fn finish(&mut self) {
        self.next.sort_by_key(|next| next.last_day);
        self.next.truncate(NEXT);
        self.agencies = alike_once(std::mem::take(&mut self.agencies), |agency| agency, |_, _| ());
    }

    pub(super) fn blocks(&self, head: &Head, lang: Lang) -> Vec<Block<'static>> {
        let mut blocks = vec![Block::Fields(vec![
            Field::new(report::column_completed(lang), rates(&self.counts)),
            Field::new(report::status_overdue(lang), self.overdue(lang)),
        ])];
        if self.next.is_empty() {
            blocks.push(Block::Text(report::no_next_deadline(lang).into()));
        } else {
            blocks.push(Block::Heading(report::heading_next(lang).into()));
            blocks.push(Block::Table(self.table(head, lang)));
        }
        blocks
    }

    fn overdue(&self, lang: Lang) -> Cell {
        let Counts { overdue, total, .. } = self.counts;
        if overdue == 0 {
            return Cell::from(Value::from(report::part_of(lang, 0, total)));
        }
        let rows = report::plural(lang, self.rows, report::one_task, report::tasks);
        let agencies = report::plural(lang, self.agencies.len(), report::one_agency, report::agencies);
        let said = report::overdue_brief(lang, overdue, total, &rows, &agencies);
        Cell::from(Value::from(said)).in_tone(Tone::Status(Status::Overdue))
    }

    fn table(&self, head: &Head, lang: Lang) -> Table<'static> {
        let columns = vec![
            ColumnOf::new(report::column_last_day(lang), Fit::Keep, |next: &&Next| {
                Cell::lines(next.last_day.map(Value::Day))
            }),
            plan_column(head, lang, |next: &&Next| next.plan),
            number_column(lang, |next: &&Next| Value::Row(Arc::clone(&next.row.name)).into()),
            title_column(lang, |next: &&Next| Value::Title(Arc::clone(&next.row)).into()),
            period_column(lang, |next: &&Next| next.period),
            status_column(lang, |next: &&Next| {
                Cell::from(Value::Status(next.status, next.days)).in_tone(Tone::Status(next.status))
            }),
        ];
        Table::of(columns, &self.next)
    }
}
