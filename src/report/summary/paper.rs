//! The classes on paper.

use super::super::answer::Values;
use super::super::brief::Brief;
use super::super::page::{Block, Page};
use super::SummaryAnswer;
use crate::query::Snapshot;
use crate::text::{Lang, words::office, words::report};

impl SummaryAnswer {
    pub(super) fn totals(&self, lang: Lang) -> Option<String> {
        let whole = report::part_of(lang, self.total.completed(), self.total.total);
        (self.total.total > 0).then(|| office::totals_done(lang, &whole, self.total.overdue))
    }

    /// On paper all opens with what there is to say on one screen.
    pub(super) fn paper_blocks(&self, lang: Lang) -> Vec<Block<'_>> {
        let mut page = Page { lang, blocks: Vec::new() };
        if let Some(brief) = self.brief.as_ref().filter(|_| !self.is_brief && self.total.total > 0) {
            page.blocks.extend(brief.blocks(&self.head, lang));
        }
        self.fill(&mut page, false);
        page.blocks
    }

    /// The same that also knows what there is to say on one screen: a document opens with it.
    #[must_use]
    pub fn opened_briefly(self, snapshot: &Snapshot<'_>) -> Self {
        let brief = Brief::of(&mut Values::of(snapshot), snapshot);
        Self { brief: Some(brief), ..self }
    }
}
