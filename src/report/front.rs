//! All that a leader looks at on one page, made of what the other questions are answered.

use super::answer::{Asked, Head, PlanIx};
use super::page::Page;
use super::{
    Answer, Beside, ListAnswer, MissingAnswer, OverdueAnswer, OverdueQuestion, Paper, Records, SummaryAnswer, Together,
    Web, Weeks,
};
use crate::query::{Filter, MissingFilter, Snapshot};
use crate::text::{Lang, words::html, words::report};
use serde::Serialize;

/// The answer of `page`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FrontAnswer {
    #[serde(flatten)]
    head: Head,
    summary: SummaryAnswer,
    overdue: OverdueAnswer,
    missing: MissingAnswer,
    list: ListAnswer,
}

impl FrontAnswer {
    /// Asks a snapshot that knows the periods to come, up to [`Weeks::last_day`].
    pub fn new(ahead: &Snapshot<'_>) -> Self {
        let now = Snapshot::new(ahead.plan, ahead.as_of);
        let beside = Beside { progress: true, ..Beside::default() };
        let soon = Some(now.plan.calendar.due_soon_days);
        Self {
            head: Head::new("page", &now),
            summary: SummaryAnswer::new(&now, false, false).with_weeks(Weeks::of(ahead)),
            overdue: OverdueAnswer::new(ahead, &OverdueQuestion { soon, beside, ..OverdueQuestion::default() }),
            missing: MissingAnswer::new(&now, &MissingFilter::default(), &[], Beside::default()),
            list: ListAnswer::new(&now, &Filter::default(), &[], beside),
        }
    }
}

impl Answer for FrontAnswer {
    fn page(&self, lang: Lang) -> Page<'_> {
        let mut page = Page::opened(&self.head, &Asked::default(), lang);
        self.summary.overview(&mut page, self.overdue.behind(lang));
        page.heading(report::status_overdue(lang));
        page.push(self.overdue.late(lang));
        page.blocks.extend(self.overdue.coming(lang));
        self.summary.fill(&mut page, true);
        page.heading(html::heading_missing(lang));
        page.push(self.missing.body(lang));
        page.heading(html::heading_rows(lang));
        page.blocks.extend(self.list.body(lang));
        page
    }

    fn records(&self) -> Records<'_> {
        self.list.records()
    }

    fn paper(&self, lang: Lang) -> Paper<'_> {
        Paper::plain(&self.head, self.page(lang))
    }

    fn web(&self, lang: Lang) -> Option<Web<'_>> {
        Some(Web { name: html::name_front(lang).into(), page: self.page(lang) })
    }
}

impl Together for FrontAnswer {
    fn head_mut(&mut self) -> &mut Head {
        &mut self.head
    }

    fn in_plan(&mut self, plan: PlanIx) {
        self.summary.in_plan(plan);
        self.overdue.in_plan(plan);
        self.missing.in_plan(plan);
        self.list.in_plan(plan);
    }

    fn add(&mut self, other: Self) {
        self.summary.add(other.summary);
        self.overdue.add(other.overdue);
        self.missing.add(other.missing);
        self.list.add(other.list);
    }

    /// Its parts know of which plans they tell as it does.
    fn finish(&mut self) {
        fn finish(part: &mut impl Together, head: &Head) {
            part.head_mut().clone_from(head);
            part.finish();
        }
        finish(&mut self.summary, &self.head);
        finish(&mut self.overdue, &self.head);
        finish(&mut self.missing, &self.head);
        finish(&mut self.list, &self.head);
    }
}
