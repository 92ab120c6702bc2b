//! What every answer opens with.

use super::Letterhead;
use super::names::own;
use crate::plan::Plan;
use crate::query::Snapshot;
use crate::text::{Bilingual, Lang, one_line, words::report};
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
    /// The plans that were asked together; none where one alone was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plans: Option<Vec<PlanFile>>,
    /// D.
    pub as_of: NaiveDate,
    /// How many plans were to be asked too and could not be.
    #[serde(skip)]
    pub left_out: usize,
    /// Under what letterhead a document about the plan goes out, of several about the first.
    #[serde(skip)]
    pub letterhead: Letterhead,
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

/// A plan among several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanFile {
    /// What it says of itself.
    #[serde(flatten)]
    pub head: PlanHead,
    /// The file, as it was named.
    pub file: String,
    /// Its letterhead.
    #[serde(skip)]
    pub letterhead: Letterhead,
}

/// The place of a plan among those that are asked together, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct PlanIx(pub u32);

impl PlanHead {
    /// What a plan says of itself.
    pub fn of(plan: &Plan) -> Self {
        let about = &plan.about;
        Self { number: about.number.clone(), title: about.title.clone(), revision: about.revision }
    }

    /// The plan by its number and title, as people read it.
    pub fn shown(&self, lang: Lang) -> String {
        let title = one_line(self.title.in_lang(lang));
        match &self.number {
            Some(number) => report::plan_title(lang, &one_line(number), &title),
            None => title.into_owned(),
        }
    }

    /// The plan shortly, as people read it: by its number, else its title.
    pub fn short(&self, lang: Lang) -> &str {
        self.number.as_deref().unwrap_or_else(|| self.title.in_lang(lang))
    }

    /// The same as programs read it, in the plan's own language.
    pub fn number_or_title(&self) -> &str {
        self.number.as_ref().unwrap_or(&self.title.own)
    }
}

impl PlanFile {
    /// A plan in a file of that name.
    pub fn of(plan: &Plan, file: String) -> Self {
        Self { head: PlanHead::of(plan), file, letterhead: Letterhead::of(plan) }
    }

    /// The plan with the file that marks on it go to, as people read it.
    pub fn shown(&self, lang: Lang) -> String {
        report::plan_in_file(lang, &self.head.shown(lang), &one_line(&self.file))
    }
}

impl Head {
    /// One of several plans.
    pub fn plan_at(&self, plan: Option<PlanIx>) -> Option<&PlanFile> {
        self.plans.as_ref()?.get(plan?.0 as usize)
    }

    /// The head of what a command answers about a plan on a day.
    pub fn new(command: &str, snapshot: &Snapshot<'_>) -> Self {
        Self::about(command, Some(snapshot.plan), snapshot.as_of)
    }

    /// The head of what a command answers about a plan, or about none in particular.
    pub fn about(command: &str, plan: Option<&Plan>, as_of: NaiveDate) -> Self {
        let format = format!("papi-plan/{command}");
        let letterhead = plan.map(Letterhead::of).unwrap_or_default();
        let plan = plan.map(PlanHead::of);
        Self { format, format_version: FORMAT_VERSION, plan, plans: None, as_of, left_out: 0, letterhead }
    }
}
