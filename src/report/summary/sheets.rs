//! The summary as sheets: in all, by section, by agency; every body by itself.

use super::super::answer::Asked;
use super::super::page::Value;
use super::super::records::Counted;
use super::super::sheet::counts::classes;
use super::super::sheet::{ColumnFor, Kind, Sheet, opened, plan_column};
use super::{Debtor, Section, SummaryAnswer};
use crate::query::Counts;
use crate::text::{Lang, words::report, words::xlsx};
use std::iter::once;
use std::sync::Arc;

/// All of it, or one of several plans.
struct Whole<'a> {
    name: String,
    counts: &'a Counts,
}

impl Counted for Whole<'_> {
    fn counts(&self) -> &Counts {
        self.counts
    }
}

impl SummaryAnswer {
    pub(super) fn sheets(&self, lang: Lang) -> [Sheet<'_>; 3] {
        [self.whole(lang), self.by_section(lang), self.by_agency(lang)]
    }

    /// All in one line; of several plans one each below it.
    fn whole(&self, lang: Lang) -> Sheet<'_> {
        let is_of_one = self.head.plans.is_none();
        let all = if is_of_one { report::heading_whole_plan(lang) } else { report::heading_all_plans(lang) };
        let all = Whole { name: all.to_owned(), counts: &self.total };
        let plans = self.plans.iter().map(|state| {
            let name = self.head.plan_at(Some(state.plan)).map(|plan| plan.shown(lang));
            Whole { name: name.unwrap_or_default(), counts: &state.counts }
        });
        let name = ColumnFor::new(xlsx::column_scope(lang), Kind::Text(10), |whole: &Whole<'_>| {
            Value::Text(whole.name.clone())
        });
        let lines = once(all).chain(plans).map(|whole| (Value::Text(whole.name.clone()), whole));
        self.sheet(xlsx::sheet_summary(lang), lang, vec![name.kept()], lines)
    }

    fn by_section(&self, lang: Lang) -> Sheet<'_> {
        let names = vec![
            plan_column(&self.head, lang, |section: &&Section| section.plan),
            ColumnFor::new(report::column_number(lang), Kind::Text(2), |section: &&Section| {
                Value::RowNumber(Arc::clone(&section.row.name), 0)
            })
            .kept(),
            ColumnFor::new(report::column_title(lang), Kind::Text(10), |section: &&Section| {
                Value::Title(Arc::clone(&section.row))
            })
            .kept(),
        ];
        let lines = self.sections.iter().map(|section| (Value::NumberAndTitle(Arc::clone(&section.row)), section));
        self.sheet(xlsx::sheet_sections(lang), lang, names, lines)
    }

    fn by_agency(&self, lang: Lang) -> Sheet<'_> {
        let name = ColumnFor::new(report::column_agency(lang), Kind::Text(10), |debtor: &&Debtor| {
            Value::Agency(Arc::clone(&debtor.agency))
        });
        let lines = self.agencies.iter().map(|debtor| (Value::Agency(Arc::clone(&debtor.agency)), debtor));
        self.sheet(xlsx::sheet_by_agency(lang), lang, vec![name.kept()], lines)
    }

    fn sheet<'a, Of: Counted + 'a>(
        &self,
        name: &'static str,
        lang: Lang,
        names: Vec<ColumnFor<'a, Of>>,
        lines: impl IntoIterator<Item = (Value, Of)>,
    ) -> Sheet<'a> {
        let columns = names.into_iter().chain(classes(lang)).collect();
        Sheet::of(name, opened(&self.head, &Asked::default(), lang), columns, lines)
    }
}
