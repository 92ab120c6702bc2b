//! What every answer opens with.

use super::names::own;
use crate::plan::Plan;
use crate::query::Snapshot;
use crate::text::Bilingual;
use chrono::NaiveDate;
use serde::Serialize;

/// The version of the shape of every machine format.
pub const FORMAT_VERSION: u32 = 1;

/// Which question was asked, of which plan, on which day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    format: String,
    format_version: u32,
    /// The plan; none where the question is not about one in particular.
    pub plan: Option<PlanHead>,
    /// D.
    pub as_of: NaiveDate,
}

/// The plan that an answer is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanHead {
    /// The document's number, if it has one.
    pub number: Option<String>,
    /// The title.
    #[serde(serialize_with = "own")]
    pub title: Bilingual,
    /// Which version of the plan it is.
    pub revision: Option<u32>,
}

impl Head {
    /// The head of what a command answers about a plan on a day.
    pub fn new(command: &str, snapshot: &Snapshot<'_>) -> Self {
        Self::about(command, Some(snapshot.plan), snapshot.as_of)
    }

    /// The head of what a command answers about a plan, or about none in particular.
    pub fn about(command: &str, plan: Option<&Plan>, as_of: NaiveDate) -> Self {
        let plan = plan.map(|plan| PlanHead {
            number: plan.about.number.clone(),
            title: plan.about.title.clone(),
            revision: plan.about.revision,
        });
        Self { format: format!("papi-plan/{command}"), format_version: FORMAT_VERSION, plan, as_of }
    }
}
