//! Answers as documents that an office sends on.

use super::answer::{Asked, Head, Letterhead};
use super::page::{Block, Page};
use crate::text::{Lang, words::office, words::report};
use chrono::NaiveDate;

/// An answer as a document in one language.
#[derive(Debug, PartialEq)]
pub struct Paper<'a> {
    /// The language.
    pub lang: Lang,
    /// Who sends it; none of a document without head and foot.
    pub letterhead: Option<&'a Letterhead>,
    /// The day that it is of.
    pub as_of: NaiveDate,
    /// What it is called; none where the blocks say it.
    pub front: Option<Front>,
    /// From top to bottom.
    pub blocks: Vec<Block<'a>>,
    /// What it comes to, in a sentence at the end.
    pub totals: Option<String>,
}

/// What stands above all else in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Front {
    /// What the document is called.
    pub title: &'static str,
    /// The plan it is of.
    pub plan: String,
    /// Of when and of whom it is.
    pub told: Vec<String>,
}

impl<'a> Paper<'a> {
    /// A page as it is, without head and foot.
    pub(super) fn plain(head: &Head, page: Page<'a>) -> Self {
        Self { lang: page.lang, letterhead: None, as_of: head.as_of, front: None, blocks: page.blocks, totals: None }
    }

    /// A document that is called so, under the letterhead of the plan.
    pub(super) fn titled(
        title: fn(Lang) -> &'static str,
        head: &'a Head,
        asked: &Asked,
        lang: Lang,
        blocks: Vec<Block<'a>>,
        totals: Option<String>,
    ) -> Self {
        let told = std::iter::once(office::data_as_of(lang, &lang.date(head.as_of)));
        let told = told.chain(head.left_out(lang)).chain(asked.scope(lang)).chain(asked.ends(lang));
        let front = Front { title: title(lang), plan: head.shown(lang).unwrap_or_default(), told: told.collect() };
        Self { lang, letterhead: Some(&head.letterhead), as_of: head.as_of, front: Some(front), blocks, totals }
    }

    /// The same without head and foot.
    #[must_use]
    pub fn without_letterhead(self) -> Self {
        Self { letterhead: None, ..self }
    }
}

impl Head {
    /// What is asked: the plan by number and title, or how many there are.
    pub(super) fn shown(&self, lang: Lang) -> Option<String> {
        let together = self.plans.as_ref().map(|plans| report::plans_together(lang, &plans_counted(lang, plans.len())));
        self.plan.as_ref().map(|plan| plan.shown(lang)).or(together)
    }

    /// How many plans are left out, if any is.
    pub(super) fn left_out(&self, lang: Lang) -> Option<String> {
        (self.left_out > 0).then(|| report::plans_left_out(lang, &plans_counted(lang, self.left_out)))
    }
}

fn plans_counted(lang: Lang, plans: usize) -> String {
    report::plural(lang, plans, report::one_plan, report::plans)
}
