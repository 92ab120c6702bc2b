//! Marks as answers and messages tell them.

use super::super::answer::{AgencyName, Share};
use crate::plan::{BodyIx, Extension, KnownEntry, Period, Plan, Progress};
use crate::text::{Bilingual, Lang, one_line, words::mark, words::report};
use chrono::NaiveDate;
use std::sync::Arc;

/// A report that was submitted, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    /// Whose it is.
    pub by: Option<Arc<AgencyName>>,
    /// Whether it is that of an open class for the bodies that are not named.
    pub is_rest: bool,
    /// Of a group that stands for the same report of its units: of how many, and how many it has.
    pub units: Option<Share>,
    /// The period it is for, on a row that recurs.
    pub period: Option<Period>,
    /// The day of submission, or its month, quarter or year.
    pub on: Option<Period>,
    /// The document's number.
    pub reference: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The day it was sent back.
    pub returned: Option<NaiveDate>,
    /// Why it was sent back.
    pub reason: Option<String>,
}

/// A deadline that was moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedDeadline {
    /// The period it is for, on a row that recurs.
    pub period: Option<Period>,
    /// The new last day.
    pub to: NaiveDate,
    /// The day it was granted.
    pub granted: NaiveDate,
    /// The document's number.
    pub reference: Option<String>,
    /// For whom; for every unit where none is named.
    pub covers: Vec<Arc<AgencyName>>,
}

/// A note on how a row stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Noted {
    /// The day.
    pub(super) on: NaiveDate,
    /// Whose it is.
    pub(super) by: Option<Arc<AgencyName>>,
    /// What it says.
    pub(super) text: Bilingual,
}

impl Noted {
    pub(super) fn of(plan: &Plan, note: &Progress) -> Self {
        Self { on: note.on, by: note.by.map(|by| name(plan, by)), text: note.text.clone() }
    }

    /// When, by whom and what.
    pub(super) fn told(&self, lang: Lang) -> String {
        let (day, text) = (lang.date(self.on), one_line(self.text.in_lang(lang)));
        match &self.by {
            Some(by) => mark::note_by(lang, &day, &by.shown(lang), &text),
            None => mark::note_of(lang, &day, &text),
        }
    }
}

impl Submission {
    /// What an entry of a plan says.
    pub fn of(plan: &Plan, entry: &KnownEntry) -> Self {
        let KnownEntry { by, period, on, reference, note, returned, reason } = entry.clone();
        let is_rest = by.is_some_and(|by| plan.body(by).is_class() && !plan.body(by).members().is_empty());
        Self { by: by.map(|by| name(plan, by)), is_rest, units: None, period, on, reference, note, returned, reason }
    }

    /// Who submitted and when, with the document's number: a whole sentence.
    pub fn submitted(&self, lang: Lang) -> String {
        self.told(lang, [mark::submitted, mark::submitted_in])
    }

    /// The same as the name of the report.
    pub fn report(&self, lang: Lang) -> String {
        self.told(lang, [mark::report, mark::report_in])
    }

    /// The report with all that is recorded of it.
    pub fn whole(&self, lang: Lang) -> String {
        let note = self.note.iter().map(|note| mark::noted(lang, &one_line(note)));
        let returned = self.returned.iter().map(|day| mark::returned(lang, &lang.date(*day)));
        let reason = self.reason.iter().map(|reason| mark::reason(lang, &one_line(reason)));
        std::iter::once(self.report(lang)).chain(note).chain(returned).chain(reason).collect::<Vec<_>>().join(", ")
    }

    fn name(&self, lang: Lang) -> String {
        match (&self.by, self.units) {
            (Some(by), Some(Share { part, whole })) if part == whole => {
                let units = report::plural(lang, whole, report::one_unit, report::units);
                report::name_with_units(lang, &by.shown(lang), &units)
            }
            (Some(by), Some(Share { part, whole })) => mark::units_of(lang, &by.shown(lang), part, whole),
            (Some(by), None) if self.is_rest => report::rest_of(lang, &by.shown(lang)),
            (Some(by), None) => by.shown(lang).into_owned(),
            (None, _) => mark::an_unknown_unit(lang).to_owned(),
        }
    }

    /// Who and when, by a day or within a longer span, with the document's number and the period.
    fn told(&self, lang: Lang, [on_day, within]: [fn(Lang, &str, &str) -> String; 2]) -> String {
        let name = self.name(lang);
        let told = match self.on {
            Some(Period::Day(day)) => on_day(lang, &name, &lang.date(day)),
            Some(span) => within(lang, &name, &span.in_sentence(lang)),
            None => on_day(lang, &name, "?"),
        };
        for_period(lang, with_reference(lang, told, self.reference.as_deref()), self.period)
    }
}

impl MovedDeadline {
    /// What an extension of a plan says.
    pub fn of(plan: &Plan, extension: &Extension) -> Self {
        let Extension { period, to, granted, reference, covers } = extension;
        let covers = covers.iter().flat_map(|covers| &covers.stated).map(|body| name(plan, *body));
        Self { period: *period, to: *to, granted: *granted, reference: reference.clone(), covers: covers.collect() }
    }

    /// Until when, since when, by which document and for whom.
    pub fn moved(&self, lang: Lang) -> String {
        let moved = mark::extended(lang, &lang.date(self.to), &lang.date(self.granted));
        let moved = for_period(lang, with_reference(lang, moved, self.reference.as_deref()), self.period);
        let names: Vec<_> = self.covers.iter().map(|body| body.shown(lang)).collect();
        if names.is_empty() { moved } else { mark::extended_for(lang, &moved, &names.join(", ")) }
    }
}

fn name(plan: &Plan, body: BodyIx) -> Arc<AgencyName> {
    let body = plan.body(body);
    Arc::new(AgencyName { id: body.id.clone(), name: body.name.clone() })
}

fn for_period(lang: Lang, what: String, period: Option<Period>) -> String {
    match period {
        Some(period) => mark::for_period(lang, &what, &period.in_sentence(lang)),
        None => what,
    }
}

fn with_reference(lang: Lang, what: String, reference: Option<&str>) -> String {
    match reference {
        Some(reference) => mark::with_reference(lang, &what, &one_line(reference)),
        None => what,
    }
}
