//! What a page says of what is overdue, block by block.

use super::super::answer::{AgencyName, Obligation, PlanIx};
use super::super::page::{Block, ColumnOf, Table, Value};
use super::lines::{Line, agency_columns, by_agency, columns, together, unit_line, unit_lines};
use super::{Grouping, MissingRow, OverdueAnswer, Totals};
use crate::text::{Lang, one_line, words::html, words::report};
use std::collections::{HashMap, HashSet};

/// The columns of a table of rows.
type Columns<'a> = Vec<ColumnOf<'a, Line<'a>>>;

impl OverdueAnswer {
    /// What is overdue, or that nothing is.
    pub(in crate::report) fn late(&self, lang: Lang) -> Block<'_> {
        self.late_in(lang, columns(lang, &self.further))
    }

    pub(super) fn late_in<'a>(&'a self, lang: Lang, columns: Columns<'a>) -> Block<'a> {
        if self.overdue.is_empty() {
            let sentence = format!("{} {}", report::nothing_overdue(lang), self.next_deadline(lang));
            return Block::Answer(sentence.into());
        }
        Block::Table(self.table(lang, columns, &self.overdue, &self.overdue_by_row))
    }

    /// What is due soon, where that was asked for.
    pub(in crate::report) fn coming(&self, lang: Lang) -> Vec<Block<'_>> {
        self.coming_in(lang, columns(lang, &self.further))
    }

    pub(super) fn coming_in<'a>(&'a self, lang: Lang, columns: Columns<'a>) -> Vec<Block<'a>> {
        let Some(ahead) = self.soon else { return Vec::new() };
        let (heading, nothing) = ahead.in_words(lang);
        let told = match &self.due_soon[..] {
            [] => Block::Text(nothing.into()),
            due_soon => Block::Table(self.table(lang, columns, due_soon, &self.due_soon_by_row)),
        };
        vec![Block::Heading(heading.into()), told]
    }

    /// How many rows and agencies have something overdue; nothing where none has.
    pub(in crate::report) fn behind(&self, lang: Lang) -> Option<Value> {
        let Totals { overdue, tasks_overdue, agencies_overdue, .. } = self.totals;
        let rows = report::plural(lang, tasks_overdue, report::one_task, report::tasks);
        let agencies = report::plural(lang, agencies_overdue, report::one_agency, report::agencies);
        (overdue > 0).then(|| html::overdue_of(lang, &rows, &agencies).into())
    }

    fn table<'a>(
        &'a self,
        lang: Lang,
        columns: Columns<'a>,
        obligations: &'a [Obligation],
        rows: &'a [MissingRow],
    ) -> Table<'a> {
        let of_agencies = |lines| Table::of(agency_columns(&self.head, lang, &self.further), lines);
        match (self.grouping, self.per_unit) {
            (Grouping::Row, false) => {
                let lines = || rows.iter().map(|row| (row.plan, row.line()));
                Table::of_plans(&self.head, lang, columns, lines)
            }
            (Grouping::Row, true) => {
                let obligations = self.plan_by_plan(obligations);
                let lines = move || unit_lines(obligations.clone()).map(|line| (line.plan, line));
                Table::of_plans(&self.head, lang, columns, lines)
            }
            (Grouping::Agency, false) => {
                let shares = rows.iter().flat_map(|row| row.shares.iter().map(move |share| (row, share)));
                let lines =
                    shares.flat_map(|(row, share)| share.under.iter().map(move |agency| (agency, share.line(row))));
                of_agencies(by_agency(&self.head, lines))
            }
            (Grouping::Agency, true) => {
                let rows = together(obligations, |obligation| (obligation.plan, obligation.row.name.id.as_str()));
                let units = rows
                    .into_iter()
                    .flatten()
                    .flat_map(|obligation| obligation.agencies.iter().map(move |unit| (unit, unit_line(obligation))))
                    .filter(|(unit, line)| self.asks_for(line.plan, unit));
                of_agencies(by_agency(&self.head, units))
            }
        }
    }

    /// Obligations in their order, those of each plan together.
    fn plan_by_plan<'a>(&self, obligations: &'a [Obligation]) -> Vec<&'a Obligation> {
        match self.head.plans {
            Some(_) => together(obligations, |obligation| obligation.plan).into_iter().flatten().collect(),
            None => obligations.iter().collect(),
        }
    }

    pub(super) fn asks_for(&self, plan: Option<PlanIx>, unit: &AgencyName) -> bool {
        let asked = |asked: &HashMap<_, HashSet<String>>| asked.get(&plan).is_some_and(|ids| ids.contains(&unit.id));
        self.asked_units.as_ref().is_none_or(asked)
    }

    fn next_deadline(&self, lang: Lang) -> String {
        let next = self.next.as_ref().and_then(|next| Some((next, next.last_day?, next.days_left?)));
        let Some((next, day, left)) = next else { return report::no_next_deadline(lang).to_owned() };
        let row = next.row.name.shown();
        let row = match self.head.plan_at(next.plan) {
            Some(plan) => report::row_of_plan(lang, &row, &one_line(plan.head.short(lang))).into(),
            None => row,
        };
        match left {
            0 => report::next_deadline_today(lang, &row),
            left => report::next_deadline(lang, &lang.date(day), &row, &report::count_of_days(lang, left)),
        }
    }

    /// How much is overdue, if anything is.
    pub(super) fn totals(&self, lang: Lang) -> Option<String> {
        (!self.overdue.is_empty()).then(|| self.totals_in_words(lang))
    }

    fn totals_in_words(&self, lang: Lang) -> String {
        let Totals { obligations, overdue, tasks_overdue, agencies_overdue } = self.totals;
        if self.is_of_one {
            return report::overdue_of_one(lang, overdue, obligations);
        }
        let rows = report::plural(lang, tasks_overdue, report::one_task, report::tasks);
        let agencies = report::plural(lang, agencies_overdue, report::one_agency, report::agencies);
        report::overdue_totals(lang, overdue, obligations, &rows, &agencies)
    }
}
