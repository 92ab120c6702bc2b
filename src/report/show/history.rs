//! What happened to a row: extensions and reports, as far as they are known at D.

use super::super::answer::{AgencyName, RowName, Values};
use super::super::page::rows::period_column;
use super::super::page::{Block, Cell, ColumnOf, Fit, Table, Value};
use crate::plan::{Entry, Period, Plan, RowIx, RowKind};
use crate::query::Snapshot;
use crate::text::{Lang, words::report};
use chrono::NaiveDate;
use std::sync::Arc;

/// The marks that bear on a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct History {
    /// Its extensions, and those of the rows above up to the one that states its deadline.
    extensions: Vec<Extension>,
    /// The reports on it, and on the rows above and below it that are one assignment with it.
    reports: Vec<Report>,
    /// How many further reports are by units of groups, without more to say of them.
    further: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Extension {
    period: Option<Period>,
    to: NaiveDate,
    /// Whom it is for; none means every unit.
    agencies: Option<Arc<[Arc<AgencyName>]>>,
    granted: NaiveDate,
    reference: Option<String>,
    /// The row that it stands on, unless that is the one shown.
    other_row: Option<Arc<RowName>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Report {
    period: Option<Period>,
    on: Period,
    by: Arc<AgencyName>,
    reference: Option<String>,
    /// The row that it stands on, unless that is the one shown.
    other_row: Option<Arc<RowName>>,
    /// When it was sent back, and why.
    returned: Option<(NaiveDate, Option<String>)>,
    note: Option<String>,
}

impl History {
    /// The marks that bear on a row; each report of a unit of a group where that is wanted.
    pub(super) fn of(values: &mut Values<'_, '_>, row: RowIx, per_unit: bool) -> Self {
        let (plan, as_of) = (values.snapshot.plan, values.snapshot.as_of);
        let all = assignment(plan, row);
        let all = all.iter().flat_map(|on| plan.row(*on).submitted.iter().map(|entry| (*on, entry)));
        let known = all.filter(|(_, entry)| entry.day() <= as_of);
        let (further, listed): (Vec<_>, Vec<_>) = known.partition(|(_, entry)| {
            !per_unit && !plan.lead(row).contains(&entry.by) && entry.note.is_none() && entry.is_live(as_of)
        });
        Self {
            extensions: extensions(values, row),
            reports: listed.into_iter().map(|(on, entry)| report(values, row, on, entry)).collect(),
            further: further.len(),
        }
    }

    /// A heading and a table of each that there are.
    pub(super) fn blocks(&self, lang: Lang) -> Vec<Block<'static>> {
        let mut blocks = Vec::new();
        if !self.extensions.is_empty() {
            blocks.push(Block::Heading(report::heading_extensions(lang).into()));
            blocks.push(Block::Table(extension_table(lang, &self.extensions)));
        }
        if !self.reports.is_empty() || self.further > 0 {
            blocks.push(Block::Heading(report::heading_entries(lang).into()));
        }
        if !self.reports.is_empty() {
            blocks.push(Block::Table(report_table(lang, &self.reports)));
        }
        if self.further > 0 {
            let count = report::plural(lang, self.further, report::one_report, report::reports);
            blocks.push(Block::Remark(report::remark_plain_entries(lang, &count).into()));
        }
        blocks
    }
}

fn extensions(values: &mut Values<'_, '_>, row: RowIx) -> Vec<Extension> {
    let snapshot: &Snapshot<'_> = values.snapshot;
    let extensions = snapshot.extensions(row).map(|at| {
        let extension = at.of(snapshot.plan);
        Extension {
            period: extension.period,
            to: extension.to,
            agencies: extension.covers.as_ref().map(|covered| values.names.agencies(&covered.stated)),
            granted: extension.granted,
            reference: extension.reference.clone(),
            other_row: (at.row != row).then(|| values.names.row(at.row)),
        }
    });
    extensions.collect()
}

fn report(values: &mut Values<'_, '_>, shown: RowIx, on: RowIx, entry: &Entry) -> Report {
    let Entry { by, period, on: day, reference, note, returned, reason } = entry;
    let returned = returned.filter(|day| *day <= values.snapshot.as_of);
    Report {
        period: *period,
        on: *day,
        by: values.names.agency(*by),
        reference: reference.clone(),
        other_row: (on != shown).then(|| values.names.row(on)),
        returned: returned.map(|day| (day, reason.clone())),
        note: note.clone(),
    }
}

/// The rows whose reports bear on a row: those above it up to its item, itself, and its parts.
fn assignment(plan: &Plan, row: RowIx) -> Vec<RowIx> {
    let Some(item) = plan.node(row).item else { return Vec::new() };
    let mut rows: Vec<RowIx> = plan.ancestors(row).take_while(|above| plan.node(*above).item == Some(item)).collect();
    rows.reverse();
    let mut next = vec![row];
    while let Some(row) = next.pop() {
        rows.push(row);
        let children = plan.node(row).children.iter().rev();
        next.extend(children.filter(|child| plan.node(**child).kind == RowKind::Part));
    }
    rows
}

fn extension_table(lang: Lang, extensions: &[Extension]) -> Table<'static> {
    let agencies = move |extension: &&Extension| match &extension.agencies {
        Some(agencies) => Value::Agencies(agencies.to_vec()),
        None => report::every_unit(lang).into(),
    };
    let columns = vec![
        period_column(lang, |extension: &&Extension| extension.period),
        ColumnOf::new(report::column_extended_to(lang), Fit::Keep, |extension: &&Extension| Value::Day(extension.to)),
        ColumnOf::new(report::column_extended_for(lang), Fit::Wrap(6), agencies),
        ColumnOf::new(report::column_granted(lang), Fit::Keep, |extension: &&Extension| Value::Day(extension.granted)),
        ColumnOf::new(report::column_document(lang), Fit::Wrap(3), |extension: &&Extension| {
            Cell::text(extension.reference.as_deref())
        }),
        ColumnOf::new(report::column_row(lang), Fit::Keep, |extension: &&Extension| {
            extension.other_row.clone().map(Value::Row)
        }),
    ];
    Table::of(columns, extensions)
}

fn report_table(lang: Lang, reports: &[Report]) -> Table<'static> {
    let returned = |report: &&Report| report.returned.clone().map(|(day, reason)| Value::Returned(day, reason));
    let columns = vec![
        period_column(lang, |report: &&Report| report.period),
        ColumnOf::new(report::column_submitted(lang), Fit::Keep, |report: &&Report| Value::Period(report.on)),
        ColumnOf::new(report::column_agency(lang), Fit::Wrap(5), |report: &&Report| {
            Value::Agency(Arc::clone(&report.by))
        }),
        ColumnOf::new(report::column_document(lang), Fit::Wrap(3), |report: &&Report| {
            Cell::text(report.reference.as_deref())
        }),
        ColumnOf::new(report::column_row(lang), Fit::Keep, |report: &&Report| report.other_row.clone().map(Value::Row)),
        ColumnOf::new(report::column_returned(lang), Fit::Wrap(6), returned),
        ColumnOf::new(report::column_note(lang), Fit::Wrap(5), |report: &&Report| Cell::text(report.note.as_deref())),
    ];
    Table::of(columns, reports)
}
