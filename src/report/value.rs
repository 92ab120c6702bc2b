//! Answers as programs read them (docs/json-and-csv.md): fields may be added, never renamed or removed.

use super::Report;
use crate::plan::{BodyIx, Deadline, Node, Plan, RowIx, RowKind};
use crate::query::{Counts, Obligation, ScopedRow, Snapshot, Status};
use chrono::NaiveDate;
use serde::Serialize;

/// The version of the shape of every machine format.
pub const FORMAT_VERSION: u32 = 1;

/// What every document opens with.
#[derive(Clone, Debug, Serialize)]
pub struct Envelope<'p, T> {
    format: String,
    format_version: u32,
    plan: Option<PlanValue<'p>>,
    as_of: NaiveDate,
    #[serde(flatten)]
    answer: T,
}

/// The plan that a document is about.
#[derive(Clone, Debug, Serialize)]
struct PlanValue<'p> {
    number: &'p str,
    title: &'p str,
    revision: Option<u32>,
}

/// The document of a report.
pub fn document<R: Report>(report: &R) -> Envelope<'_, impl Serialize> {
    let snapshot = report.snapshot();
    Envelope::about(R::NAME, Some(snapshot.plan), snapshot.as_of, report.value())
}

impl<'p, T: Serialize> Envelope<'p, T> {
    /// The document of a command that is about a plan, or about none in particular.
    pub fn about(command: &str, plan: Option<&'p Plan>, as_of: NaiveDate, answer: T) -> Self {
        let plan = plan.map(|plan| PlanValue {
            number: &plan.about.number,
            title: &plan.about.title.own,
            revision: plan.about.revision,
        });
        Self { format: format!("papi-plan/{command}"), format_version: FORMAT_VERSION, plan, as_of, answer }
    }
}

/// A row.
#[derive(Clone, Debug, Serialize)]
pub struct RowValue<'p> {
    id: &'p str,
    number: &'p str,
    parent: Option<&'p str>,
    depth: usize,
    kind: &'static str,
    title: &'p str,
    title_en: Option<&'p str>,
    lead: Vec<&'p str>,
    lead_from: Option<&'p str>,
    support: Vec<&'p str>,
    due: Option<DueValue<'p>>,
    due_from: Option<&'p str>,
    status: Option<&'static str>,
    counts: Counts,
    obligations: Vec<ObligationValue<'p>>,
}

impl<'p> RowValue<'p> {
    /// A row as a question sees it.
    pub fn new(snapshot: &Snapshot<'p>, view: &ScopedRow<'_>) -> Self {
        let plan = snapshot.plan;
        let task = plan.row(view.row);
        let Node { parent, depth, kind, lead_from, due_from, .. } = plan.node(view.row);
        let id_of = |row: &Option<RowIx>| row.map(|row| plan.row(row).id.as_str());
        Self {
            id: &task.id,
            number: task.number(),
            parent: id_of(parent),
            depth: *depth,
            kind: kind_name(*kind),
            title: &task.title.own,
            title_en: task.title.en.as_deref(),
            lead: ids(plan, plan.lead(view.row)),
            lead_from: id_of(lead_from),
            support: ids(plan, &task.support),
            due: plan.due(view.row).map(|due| DueValue::new(plan, due)),
            due_from: id_of(due_from),
            status: view.counts.worst().map(Status::name),
            counts: view.counts,
            obligations: view.obligations.iter().map(|owed| ObligationValue::new(plan, owed)).collect(),
        }
    }
}

/// An obligation.
#[derive(Clone, Debug, Serialize)]
pub struct ObligationValue<'p> {
    task: &'p str,
    agencies: Vec<&'p str>,
    status: &'static str,
    last_day: Option<NaiveDate>,
    days_late: Option<i64>,
    days_left: Option<i64>,
    submitted_on: Option<NaiveDate>,
    #[serde(rename = "ref")]
    reference: Option<&'p str>,
}

impl<'p> ObligationValue<'p> {
    /// An obligation as it stands.
    pub fn new(plan: &'p Plan, owed: &Obligation) -> Self {
        Self {
            task: &plan.row(owed.key.row).id,
            agencies: ids(plan, owed.units()),
            status: owed.status.name(),
            last_day: owed.last_day.day(),
            days_late: owed.days_late(),
            days_left: owed.days_left(),
            submitted_on: owed.delivery.map(|delivery| delivery.on),
            reference: reference(plan, owed),
        }
    }
}

/// The document of the entry that delivered; none where parts did.
pub fn reference<'p>(plan: &'p Plan, owed: &Obligation) -> Option<&'p str> {
    let (task, number) = owed.delivery?.entry?;
    plan.row(task).submitted[number].reference.as_deref()
}

/// A deadline.
#[derive(Clone, Debug, Serialize)]
pub struct DueValue<'p> {
    kind: &'static str,
    text: Option<&'p str>,
    from: Option<NaiveDate>,
    last_day: Option<NaiveDate>,
}

impl<'p> DueValue<'p> {
    /// A deadline after the rules of the plan, before extensions.
    pub fn new(plan: &Plan, due: &'p Deadline) -> Self {
        Self {
            kind: due.key().name(),
            text: due.wording(),
            from: due.first_day(),
            last_day: due.last_day(&plan.calendar),
        }
    }
}

/// The name of a kind of row in machine formats.
pub fn kind_name(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Item => "item",
        RowKind::Part => "part",
        RowKind::Heading => "heading",
    }
}

/// The ids of agencies and groups.
pub fn ids<'p>(plan: &'p Plan, bodies: &[BodyIx]) -> Vec<&'p str> {
    bodies.iter().map(|body| plan.body(*body).id.as_str()).collect()
}
