//! Whom a question is about.

use super::super::together::alike_once;
use super::{AgencyName, Values};
use crate::plan::BodyIx;
use crate::text::{Lang, words::report};
use chrono::NaiveDate;
use std::sync::Arc;

/// The agencies and groups that a question is about; nobody where it is about all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    agencies: Vec<Arc<AgencyName>>,
    /// Those of them that had ended by D.
    ended: Vec<End>,
}

/// An agency that has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
struct End {
    agency: Arc<AgencyName>,
    on: NaiveDate,
    /// Who took over.
    heirs: Vec<Arc<AgencyName>>,
}

impl Asked {
    /// The names of some bodies, and what became of them.
    pub(in crate::report) fn of(values: &Values<'_, '_>, bodies: &[BodyIx]) -> Self {
        let (plan, as_of) = (values.snapshot.plan, values.snapshot.as_of);
        let name = |body: &BodyIx| values.names.agency(*body);
        let ended = bodies.iter().filter_map(|body| {
            let on = plan.body(*body).ended.filter(|ended| *ended <= as_of)?;
            Some(End { agency: name(body), on, heirs: plan.heirs_on(*body, as_of).iter().map(name).collect() })
        });
        Self { agencies: bodies.iter().map(name).collect(), ended: ended.collect() }
    }

    /// Takes up those of another plan.
    pub(in crate::report) fn add(&mut self, other: Self) {
        self.agencies.extend(other.agencies);
        self.ended.extend(other.ended);
    }

    /// Tells those whose names are alike once.
    pub(in crate::report) fn finish(&mut self) {
        self.agencies = alike_once(std::mem::take(&mut self.agencies), |agency| agency, |_, _| ());
        self.ended = alike_once(std::mem::take(&mut self.ended), |end| &end.agency, |_, _| ());
    }

    /// How many they are.
    pub(in crate::report) fn len(&self) -> usize {
        self.agencies.len()
    }

    /// Whom alone it is about, if it is: a page that is sent on must say so.
    pub(in crate::report) fn scope(&self, lang: Lang) -> Option<String> {
        let names: Vec<_> = self.agencies.iter().map(|agency| agency.shown(lang)).collect();
        (!names.is_empty()).then(|| report::only_for(lang, &names.join("; ")))
    }

    /// Since when they exist no longer, and who took over.
    pub(in crate::report) fn ends(&self, lang: Lang) -> impl Iterator<Item = String> {
        self.ended.iter().map(move |End { agency, on, heirs }| {
            let (name, day) = (agency.shown(lang), lang.date(*on));
            let heirs: Vec<_> = heirs.iter().map(|heir| heir.shown(lang)).collect();
            match &heirs[..] {
                [] => report::agency_gone(lang, &name, &day),
                heirs => report::agency_ended(lang, &name, &day, &heirs.join(", ")),
            }
        })
    }
}
