//! A row: what the plan says of it, and how it stands.

use super::{AgencyName, Due, Names, Obligation, PlanIx, RowName, Share, Standing};
use crate::plan::{self, BodyIx, Plan, RowKind};
use crate::query::{self, Counts, Role, Status};
use crate::text::{Bilingual, Lang, one_line};
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::sync::Arc;

/// What the plan says of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What it is called.
    #[serde(flatten, serialize_with = "id_and_number")]
    pub name: Arc<RowName>,
    /// The row above.
    pub parent: Option<Arc<RowName>>,
    /// How many rows are above.
    pub depth: usize,
    /// What it is.
    #[serde(serialize_with = "kind")]
    pub kind: RowKind,
    /// The title.
    #[serde(flatten, serialize_with = "title")]
    pub title: Bilingual,
    /// The lead in force, unopened.
    pub lead: Arc<[Arc<AgencyName>]>,
    /// The row that states the lead.
    pub lead_from: Option<Arc<RowName>>,
    /// Those who support.
    pub support: Arc<[Arc<AgencyName>]>,
    /// The deadline in force.
    pub due: Option<Arc<Due>>,
    /// The row that states the deadline.
    pub due_from: Option<Arc<RowName>>,
    /// The day from which it is there, where a later document added it.
    pub since: Option<NaiveDate>,
    /// Its end, where it was dropped by D.
    pub ended: Option<RowEnd>,
    /// What stands in the further columns of the appendix, by the keys of these.
    #[serde(serialize_with = "cells")]
    pub cells: Vec<(Arc<PlanColumn>, String)>,
    /// The notes by D on how it stands, in the order of the file.
    pub progress: Vec<Note>,
    /// Whether one unit delivers for all.
    #[serde(skip)]
    pub is_one_for_all: bool,
}

/// The end of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowEnd {
    /// The day from which it is owed no more.
    pub on: NaiveDate,
    /// The document that says so.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    /// The row in its place.
    pub replaced_by: Option<Arc<RowName>>,
}

/// A further column of the appendix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanColumn {
    /// The key.
    pub key: String,
    /// The head, as printed, on one line.
    pub head: String,
}

impl PlanColumn {
    /// A column of a plan.
    pub(in crate::report) fn of(column: &plan::Column) -> Self {
        Self { key: column.key.clone(), head: one_line(&column.head).into_owned() }
    }
}

/// A note on how a row stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The day.
    pub on: NaiveDate,
    /// Whose it is, if that is said.
    pub by: Option<Arc<AgencyName>>,
    /// What it says.
    #[serde(serialize_with = "own_text")]
    pub text: Bilingual,
}

impl Row {
    /// The title as people read it.
    pub fn shown_title(&self, lang: Lang) -> Cow<'_, str> {
        one_line(self.title.in_lang(lang))
    }

    /// Whether a row above states the lead.
    pub fn inherits_lead(&self) -> bool {
        self.lead_from.as_ref().is_some_and(|from| from.id != self.name.id)
    }

    /// Whether a row above states the deadline.
    pub fn inherits_due(&self) -> bool {
        self.due_from.as_ref().is_some_and(|from| from.id != self.name.id)
    }
}

/// A row as it stands, as far as was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowState {
    /// The row.
    #[serde(flatten)]
    pub row: Arc<Row>,
    /// The worst of what it counts.
    pub status: Option<Status>,
    /// What the status counts.
    pub counts: Counts,
    /// The obligations of an item; of a part its units' own states.
    pub obligations: Vec<Obligation>,
    /// The plan, where several are asked together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanIx>,
    /// What the agency asked for is to the row; lead where nobody asked.
    #[serde(skip)]
    pub role: Role,
    /// The bodies of the lead that have one of the obligations.
    #[serde(skip)]
    pub shares: Vec<LeadShare>,
    /// How the obligations stand together.
    #[serde(skip)]
    pub standing: Standing,
    /// Of a row that recurs, how many of its periods have the worst status of all, of those that have begun.
    #[serde(skip)]
    pub periods: Option<Share>,
    /// The rows above that stand in no earlier place of the answer, from the root.
    #[serde(skip)]
    pub above: Vec<Arc<Row>>,
}

impl RowState {
    /// Says of the row and its obligations of which plan they are.
    pub fn in_plan(&mut self, plan: PlanIx) {
        self.plan = Some(plan);
        self.obligations.iter_mut().for_each(|obligation| obligation.plan = Some(plan));
    }
}

/// How far a body of a lead is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadShare {
    /// The body as the lead names it.
    pub agency: Arc<AgencyName>,
    /// Whether it stands for several units.
    pub is_group: bool,
    /// How many of the obligations of named units are delivered.
    pub delivered: Share,
    /// How many of those of the rests of open classes.
    pub rest: Option<Share>,
    /// Who owes it where that is another body, which took over.
    pub heirs: Vec<Arc<AgencyName>>,
}

impl LeadShare {
    /// How far a body of a lead is.
    pub(in crate::report) fn new(names: &Names<'_>, plan: &Plan, share: &query::LeadShare<'_>) -> Self {
        let (open, listed): (Vec<_>, Vec<_>) = share.obligations.iter().partition(|owed| owed.is_rest(plan));
        let delivered = |owed: &[&query::Obligation]| Share {
            part: owed.iter().filter(|owed| owed.status.is_delivered()).count(),
            whole: owed.len(),
        };
        let is_group = !plan.body(share.body).is_single();
        let mut heirs: Vec<BodyIx> = Vec::new();
        for unit in share.obligations.iter().filter(|_| !is_group).flat_map(|owed| owed.units()) {
            if *unit != share.body && !heirs.contains(unit) {
                heirs.push(*unit);
            }
        }
        Self {
            agency: names.agency(share.body),
            is_group,
            delivered: delivered(&listed),
            rest: (is_group && !open.is_empty()).then(|| delivered(&open)),
            heirs: heirs.into_iter().map(|heir| names.agency(heir)).collect(),
        }
    }
}

fn id_and_number<S: Serializer>(name: &Arc<RowName>, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Fields<'a> {
        id: &'a str,
        number: &'a str,
    }
    Fields { id: &name.id, number: &name.number }.serialize(serializer)
}

fn cells<S: Serializer>(cells: &[(Arc<PlanColumn>, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(cells.iter().map(|(column, text)| (&column.key, text)))
}

fn own_text<S: Serializer>(text: &Bilingual, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&text.own)
}

fn title<S: Serializer>(title: &Bilingual, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Fields<'a> {
        title: &'a str,
        title_en: Option<&'a str>,
    }
    Fields { title: &title.own, title_en: title.en.as_deref() }.serialize(serializer)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn kind<S: Serializer>(kind: &RowKind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match kind {
        RowKind::Item => "item",
        RowKind::Part => "part",
        RowKind::Heading => "heading",
    })
}
