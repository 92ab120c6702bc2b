//! The duties from the body of a plan.

use super::answer::{AgencyName, Due, Head, PlanIx, RowName, Values, own};
use super::page::{Block, Cell, ColumnOf, Fit, Table, Value, cells};
use crate::plan;
use crate::text::{Bilingual, Lang, words::report};
use serde::Serialize;
use std::sync::Arc;

/// A duty from the body of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Directive {
    #[serde(rename = "ref")]
    reference: String,
    #[serde(serialize_with = "own")]
    text: Bilingual,
    due: Option<Arc<Due>>,
    #[serde(rename = "tasks")]
    rows: Vec<Arc<RowName>>,
    /// The plan, where several are asked together.
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<PlanIx>,
    /// Whom it directs.
    #[serde(skip)]
    agencies: Arc<[Arc<AgencyName>]>,
}

/// What an answer is about; a directive need not name it again.
pub(super) enum Subject<'a> {
    /// One row.
    Row(&'a RowName),
    /// One agency or group.
    Agency(&'a AgencyName),
}

impl Directive {
    /// A duty of the plan.
    pub(super) fn new(values: &mut Values<'_, '_>, directive: &plan::Directive) -> Self {
        Self {
            reference: directive.reference.clone(),
            text: directive.text.clone(),
            due: directive.due.as_ref().map(|due| values.due(due)),
            rows: values.names.rows(&directive.rows),
            plan: None,
            agencies: values.names.agencies(&directive.agencies),
        }
    }

    /// Says of which plan it is.
    pub(super) fn in_plan(&mut self, plan: PlanIx) {
        self.plan = Some(plan);
    }

    /// Whom else it directs.
    fn agencies_beside(&self, subject: &Subject<'_>) -> Cell {
        match (subject, &*self.agencies) {
            (Subject::Agency(shown), [agency]) if agency.id == shown.id => Cell::default(),
            (Subject::Agency(_) | Subject::Row(_), agencies) => Value::Agencies(agencies.to_vec()).into(),
        }
    }

    /// Which other rows carry it out.
    fn rows_beside(&self, subject: &Subject<'_>) -> Value {
        let is_other = |row: &&Arc<RowName>| !matches!(subject, Subject::Row(shown) if shown.id == row.id);
        Value::Rows(self.rows.iter().filter(is_other).cloned().collect())
    }
}

/// A heading and a table; nothing where there are none.
pub(super) fn blocks(head: &Head, lang: Lang, directives: &[Directive], subject: &Subject<'_>) -> Vec<Block<'static>> {
    if directives.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        ColumnOf::new(report::column_reference(lang), Fit::Keep, |directive: &&Directive| {
            Value::Text(directive.reference.clone())
        }),
        ColumnOf::new(report::column_duty(lang), Fit::Wrap(10), move |directive: &&Directive| {
            Value::Text(directive.text.in_lang(lang).to_owned())
        }),
        ColumnOf::new(report::column_due(lang), Fit::Wrap(4), move |directive: &&Directive| {
            Cell::lines(directive.due.iter().flat_map(|due| cells::deadline(due, lang)))
        }),
        ColumnOf::new(report::column_agency(lang), Fit::Wrap(6), |directive: &&Directive| {
            directive.agencies_beside(subject)
        }),
        ColumnOf::new(report::column_rows(lang), Fit::Wrap(3), |directive: &&Directive| directive.rows_beside(subject)),
    ];
    let plans = || directives.iter().map(|directive| directive.plan);
    let table = Table::of(columns, directives).in_plans(head, lang, plans);
    vec![Block::Heading(report::heading_directives(lang).into()), Block::Table(table)]
}
