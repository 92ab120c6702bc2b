//! The letterhead of the documents about a plan.

use crate::plan::{Office, Plan};
use crate::text::{Bilingual, Lang, is_blank, words::office};
use chrono::NaiveDate;

/// Who sends documents about a plan, and under what letterhead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// Who issued the plan.
    pub issuer: String,
    /// The day of issue.
    pub issued: Option<NaiveDate>,
    /// Who collects the reports, if the plan says.
    coordinator: Option<Bilingual>,
    /// What stands for that office, if the letterhead does not say.
    short: Option<String>,
    office: Office,
}

impl Letterhead {
    /// The letterhead of a plan.
    pub(super) fn of(plan: &Plan) -> Self {
        let coordinator = plan.about.coordinator.map(|body| plan.body(body));
        Self {
            issuer: plan.about.issuer.clone(),
            issued: Some(plan.about.issued),
            coordinator: coordinator.map(|body| body.name.clone()),
            short: coordinator.and_then(|body| body.short.clone()),
            office: plan.office.clone(),
        }
    }

    /// The office that sends the document.
    pub fn coordinator(&self, lang: Lang) -> Option<&str> {
        self.coordinator.as_ref().map(|name| name.in_lang(lang))
    }

    /// Where it signs.
    pub fn place(&self) -> Option<&str> {
        stated(self.office.place.as_deref()).or_else(|| office::place_of(&self.issuer))
    }

    /// What stands for it in the numbers of documents.
    pub fn symbol(&self) -> Option<&str> {
        stated(self.office.symbol.as_deref()).or(self.short.as_deref())
    }

    /// The office that signs.
    pub fn signer(&self) -> Option<&str> {
        stated(self.office.signer.as_deref())
    }

    /// Who signs.
    pub fn signer_name(&self) -> Option<&str> {
        stated(self.office.signer_name.as_deref())
    }
}

/// A text, if something can be read in it.
fn stated(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !is_blank(text))
}
