//! What a marking command did: a line for each change, and what is still missing.

use super::{RowNames, Speaker};
use crate::plan::{BodyIx, Change, Plan, RowIx};
use crate::query::{Snapshot, Status, by_lead};
use crate::text::{one_line, words::command};
use chrono::NaiveDate;
use serde::Serialize;

/// The answer of `submit`, `withdraw`, `return` and `extend`.
pub struct ChangesReport<'a> {
    before: &'a Plan,
    /// The plan with the changes made; none if it still has errors.
    after: Option<&'a Snapshot<'a>>,
    changes: &'a [Change],
    /// The entry that is taken out, where the plan before does not hold it.
    taken: Option<(Option<BodyIx>, Option<NaiveDate>)>,
}

/// What programs read.
#[derive(Serialize)]
struct Answer<'p> {
    changes: Vec<ChangeValue<'p>>,
    written: bool,
}

#[derive(Serialize)]
struct ChangeValue<'p> {
    task: &'p str,
    agency: Option<&'p str>,
    action: &'static str,
    on: Option<NaiveDate>,
    #[serde(rename = "ref")]
    reference: Option<&'p str>,
    status: Option<&'static str>,
    /// The new last day of an extension.
    to: Option<NaiveDate>,
}

impl<'a> ChangesReport<'a> {
    /// Reports changes to a plan.
    pub fn new(before: &'a Plan, after: Option<&'a Snapshot<'a>>, changes: &'a [Change]) -> Self {
        Self { before, after, changes, taken: None }
    }

    /// The same where an entry is taken out that the plan before could not hold.
    #[must_use]
    pub fn taking(mut self, by: Option<BodyIx>, on: Option<NaiveDate>) -> Self {
        self.taken = Some((by, on));
        self
    }

    /// The answer for programs: `changes` and `written`.
    pub fn value(&self, written: bool) -> impl Serialize {
        Answer { changes: self.changes.iter().flat_map(|change| self.values(change)).collect(), written }
    }

    /// An extension for several bodies is a change for each of them.
    fn values(&self, change: &'a Change) -> Vec<ChangeValue<'a>> {
        let task = &self.before.row(change.row()).id;
        let value = |agency: Option<BodyIx>, action, on, reference: Option<&'a String>, to| ChangeValue {
            task,
            agency: agency.map(|body| self.before.body(body).id.as_str()),
            action,
            on,
            reference: reference.map(String::as_str),
            status: agency.and_then(|unit| self.status(change.row(), unit)).map(Status::name),
            to,
        };
        match change {
            Change::Submit { entry, .. } => {
                vec![value(Some(entry.by), "submit", Some(entry.on), entry.reference.as_ref(), None)]
            }
            Change::Withdraw { row: task, entry } => {
                let (by, on) = self.taken.unwrap_or_else(|| self.entry(*task, *entry));
                let known = self.before.row(*task).submitted.get(*entry);
                vec![value(by, "withdraw", on, known.and_then(|entry| entry.reference.as_ref()), None)]
            }
            Change::Return { row: task, entry, returned, .. } => {
                let known = &self.before.row(*task).submitted[*entry];
                vec![value(Some(known.by), "return", Some(*returned), known.reference.as_ref(), None)]
            }
            Change::Extend { extension, .. } => {
                let one = |body| {
                    value(body, "extend", Some(extension.granted), extension.reference.as_ref(), Some(extension.to))
                };
                match &extension.covers {
                    None => vec![one(None)],
                    Some(covers) => covers.stated.iter().map(|body| one(Some(*body))).collect(),
                }
            }
        }
    }

    /// The status that the unit's obligation has now; for a group the worst of its units'.
    fn status(&self, task: RowIx, body: BodyIx) -> Option<Status> {
        let units = &self.before.body(body).units;
        let owed = self.after?.obligations(task).iter();
        owed.filter(|owed| owed.units().iter().any(|unit| units.contains(unit))).map(|owed| owed.status).min()
    }

    fn entry(&self, task: RowIx, entry: usize) -> (Option<BodyIx>, Option<NaiveDate>) {
        let known = self.before.row(task).submitted.get(entry);
        (known.map(|entry| entry.by), known.map(|entry| entry.on))
    }

    /// The answer for people.
    pub fn lines(&self, speaker: Speaker<'_>, is_dry: bool) -> Vec<String> {
        let lang = speaker.lang;
        let frame = if is_dry { command::would_record } else { command::recorded };
        let names = RowNames::new(speaker);
        let mut lines: Vec<String> = Vec::new();
        for change in self.changes {
            let row = command::row_and(lang, &names.of(change.row()), &self.line(speaker, change));
            lines.push(frame(lang, &row));
        }
        // An extension brings nothing in.
        let submissions = self.changes.iter().filter(|change| !matches!(change, Change::Extend { .. }));
        let mut tasks: Vec<RowIx> = submissions.map(Change::row).collect();
        tasks.dedup();
        for task in tasks.into_iter().filter(|_| !is_dry) {
            lines.extend(self.progress(speaker, task));
        }
        lines
    }

    fn line(&self, speaker: Speaker<'_>, change: &Change) -> String {
        let lang = speaker.lang;
        let with_reference = |line: String, reference: Option<&String>| match reference {
            Some(reference) => command::with_reference(lang, &line, &one_line(reference)),
            None => line,
        };
        match change {
            Change::Submit { entry, .. } => {
                let line = command::submitted_on(lang, &speaker.name(entry.by), &lang.date(entry.on));
                with_reference(line, entry.reference.as_ref())
            }
            Change::Withdraw { row: task, entry } => {
                let (by, on) = self.taken.unwrap_or_else(|| self.entry(*task, *entry));
                let name = by.map_or_else(|| command::an_unknown_unit(lang).to_owned(), |by| speaker.name(by));
                let day = on.map_or_else(|| String::from("?"), |on| lang.date(on));
                command::withdrawn(lang, &name, &day)
            }
            Change::Return { row: task, entry, returned, reason } => {
                let by = self.before.row(*task).submitted[*entry].by;
                let line = command::returned_on(lang, &speaker.name(by), &lang.date(*returned));
                match reason {
                    Some(reason) => command::with_reason(lang, &line, &one_line(reason)),
                    None => line,
                }
            }
            Change::Extend { extension, .. } => {
                let mut line = command::extended_on(lang, &lang.date(extension.to), &lang.date(extension.granted));
                if let Some(covers) = &extension.covers {
                    line = command::extended_for(lang, &line, &speaker.names(&covers.stated).replace('\n', ", "));
                }
                with_reference(line, extension.reference.as_ref())
            }
        }
    }

    /// How far each group of a row is that several units must deliver.
    fn progress(&self, speaker: Speaker<'_>, task: RowIx) -> Vec<String> {
        let Some(snapshot) = self.after else { return Vec::new() };
        let obligations: Vec<_> = snapshot.obligations(task).iter().collect();
        if obligations.len() < 2 {
            return Vec::new();
        }
        let lines = by_lead(speaker.plan, task, &obligations).into_iter().map(|share| {
            let (name, all) = (speaker.name(share.body), share.obligations.len());
            command::group_submitted(speaker.lang, &name, share.delivered(), all)
        });
        lines.collect()
    }
}
