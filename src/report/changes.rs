//! What a marking command did: a line for each change, and what is still missing.

use super::answer::{AgencyName, Head, LeadShare, Names, RowName, Share};
use crate::plan::{self, BodyIx, Plan, RowIx};
use crate::query::{Snapshot, Status, by_lead};
use crate::text::{Lang, one_line, words::command};
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// The answer of `submit`, `withdraw`, `return` and `extend`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangesAnswer {
    #[serde(flatten)]
    head: Head,
    #[serde(serialize_with = "entries")]
    changes: Vec<Change>,
    #[serde(rename = "written")]
    are_written: bool,
    /// What was recorded before; of whom, where not of every unit.
    #[serde(skip)]
    already: Vec<(Arc<RowName>, Option<Arc<AgencyName>>)>,
    /// How far the bodies of each changed row's lead are, where several units must deliver it.
    #[serde(skip)]
    progress: Vec<LeadShare>,
}

/// What a marking command did.
pub struct Marks<'a> {
    /// The plan before.
    pub plan: &'a Plan,
    /// D.
    pub as_of: NaiveDate,
    /// What was changed.
    pub changes: &'a [plan::Change],
    /// What was recorded before, to the letter.
    pub already: &'a [(RowIx, Option<BodyIx>)],
    /// Whose entry, of which day, is taken out, where the plan before could not hold it.
    pub taken: Option<(Option<BodyIx>, Option<NaiveDate>)>,
    /// The plan after, unless it still has errors.
    pub after: Option<&'a Snapshot<'a>>,
    /// Whether the changes are in the file.
    pub are_written: bool,
}

/// One change to one row's marks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    row: Arc<RowName>,
    reference: Option<String>,
    action: Action,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Action {
    Submit {
        by: Concerned,
        on: NaiveDate,
    },
    Withdraw {
        by: Option<Concerned>,
        on: Option<NaiveDate>,
    },
    Return {
        by: Concerned,
        on: NaiveDate,
        reason: Option<String>,
    },
    /// For these bodies; for every unit where none is named.
    Extend {
        covers: Vec<Concerned>,
        to: NaiveDate,
        granted: NaiveDate,
    },
}

/// An agency or group that a change concerns, and how its obligation stands now; a group's worst.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Concerned {
    agency: Arc<AgencyName>,
    status: Option<Status>,
}

impl ChangesAnswer {
    /// Tells what was done.
    pub fn new(marks: &Marks<'_>) -> Self {
        let mut names = Names::of(marks.plan);
        let already = marks.already.iter().map(|(row, unit)| (names.row(*row), unit.map(|unit| names.agency(unit))));
        Self {
            head: Head::about("marks", Some(marks.plan), marks.as_of),
            already: already.collect(),
            changes: marks.changes.iter().map(|change| marks.change(&mut names, change)).collect(),
            are_written: marks.are_written,
            progress: marks.progress(&names),
        }
    }

    /// Whether the changes are in the file.
    pub fn are_written(&self) -> bool {
        self.are_written
    }

    /// The answer for people.
    pub fn lines(&self, lang: Lang, is_dry: bool) -> Vec<String> {
        let frame = if is_dry { command::would_record } else { command::recorded };
        let already = self.already.iter().map(|(row, unit)| match unit {
            Some(unit) => command::already(lang, &row.shown(), &unit.shown(lang)),
            None => command::already_all(lang, &row.shown()),
        });
        let is_unchanged = self.changes.is_empty() && !is_dry;
        let unchanged = is_unchanged.then(|| command::file_unchanged(lang).to_owned());
        let changes = self.changes.iter().map(|change| {
            let line = change.with_reference(lang, change.line(lang));
            frame(lang, &command::row_and(lang, &change.row.shown(), &line))
        });
        let progress = self.progress.iter().filter(|_| !is_dry).map(|share| {
            let Share { part, whole } = share.delivered;
            command::group_submitted(lang, &share.agency.shown(lang), part, whole)
        });
        already.chain(unchanged).chain(changes).chain(progress).collect()
    }
}

impl Marks<'_> {
    fn change(&self, names: &mut Names<'_>, change: &plan::Change) -> Change {
        let (row, name) = (change.row(), names.row(change.row()));
        let concerned = |body| self.concerned(names, row, body);
        let (reference, action) = match change {
            plan::Change::Submit { entry, .. } => {
                (&entry.reference, Action::Submit { by: concerned(entry.by), on: entry.on })
            }
            plan::Change::Withdraw { entry, .. } => {
                let known = self.plan.row(row).submitted.get(*entry);
                let (by, on) = self.taken.unwrap_or((known.map(|entry| entry.by), known.map(|entry| entry.on)));
                (known.map_or(&None, |entry| &entry.reference), Action::Withdraw { by: by.map(concerned), on })
            }
            plan::Change::Return { entry, returned, reason, .. } => {
                let known = &self.plan.row(row).submitted[*entry];
                let action = Action::Return { by: concerned(known.by), on: *returned, reason: reason.clone() };
                (&known.reference, action)
            }
            plan::Change::Extend { extension, .. } => {
                let covers = extension.covers.iter().flat_map(|covers| &covers.stated);
                let covers = covers.map(|body| concerned(*body)).collect();
                (&extension.reference, Action::Extend { covers, to: extension.to, granted: extension.granted })
            }
        };
        Change { row: name, reference: reference.clone(), action }
    }

    fn concerned(&self, names: &Names<'_>, row: RowIx, body: BodyIx) -> Concerned {
        let units = &self.plan.body(body).units;
        let obligations = self.after.map(|after| after.obligations(row)).unwrap_or_default().iter();
        let own = obligations.filter(|obligation| obligation.units().iter().any(|unit| units.contains(unit)));
        Concerned { agency: names.agency(body), status: own.map(|obligation| obligation.status).min() }
    }

    /// How far each body of a lead is, of rows that several units must deliver. An extension brings nothing in.
    fn progress(&self, names: &Names<'_>) -> Vec<LeadShare> {
        let Some(after) = self.after else { return Vec::new() };
        let brought = self.changes.iter().filter(|change| !matches!(change, plan::Change::Extend { .. }));
        let mut rows: Vec<RowIx> = brought.map(plan::Change::row).collect();
        rows.dedup();
        let shares = rows.into_iter().flat_map(|row| {
            let obligations: Vec<_> = after.obligations(row).iter().collect();
            if obligations.len() < 2 { Vec::new() } else { by_lead(after.plan, row, &obligations) }
        });
        shares.map(|share| LeadShare::new(names, self.plan, &share)).collect()
    }
}

impl Change {
    fn line(&self, lang: Lang) -> String {
        let name = |concerned: &Concerned| concerned.agency.shown(lang).into_owned();
        match &self.action {
            Action::Submit { by, on } => command::submitted_on(lang, &name(by), &lang.date(*on)),
            Action::Withdraw { by, on } => {
                let name = by.as_ref().map_or_else(|| command::an_unknown_unit(lang).to_owned(), name);
                let day = on.map_or_else(|| String::from("?"), |on| lang.date(on));
                command::withdrawn(lang, &name, &day)
            }
            Action::Return { by, on, reason } => {
                let line = command::returned_on(lang, &name(by), &lang.date(*on));
                match reason {
                    Some(reason) => command::with_reason(lang, &line, &one_line(reason)),
                    None => line,
                }
            }
            Action::Extend { covers, to, granted } => {
                let line = command::extended_on(lang, &lang.date(*to), &lang.date(*granted));
                let names: Vec<_> = covers.iter().map(name).collect();
                if names.is_empty() { line } else { command::extended_for(lang, &line, &names.join(", ")) }
            }
        }
    }

    /// With the document that says so; of what is taken out or sent back the day is enough.
    fn with_reference(&self, lang: Lang, line: String) -> String {
        let reference = match self.action {
            Action::Submit { .. } | Action::Extend { .. } => self.reference.as_deref(),
            Action::Withdraw { .. } | Action::Return { .. } => None,
        };
        match reference {
            Some(reference) => command::with_reference(lang, &line, &one_line(reference)),
            None => line,
        }
    }

    /// What programs read: an extension for several bodies is a change for each of them.
    fn entries(&self) -> Vec<Entry<'_>> {
        let entry = |concerned: Option<&Concerned>, action, on, to| Entry {
            task: &self.row,
            agency: concerned.map(|concerned| Arc::clone(&concerned.agency)),
            action,
            on,
            reference: self.reference.as_deref(),
            status: concerned.and_then(|concerned| concerned.status),
            to,
        };
        match &self.action {
            Action::Submit { by, on } => vec![entry(Some(by), "submit", Some(*on), None)],
            Action::Withdraw { by, on } => vec![entry(by.as_ref(), "withdraw", *on, None)],
            Action::Return { by, on, reason: _ } => vec![entry(Some(by), "return", Some(*on), None)],
            Action::Extend { covers, to, granted } => {
                let one = |concerned| entry(concerned, "extend", Some(*granted), Some(*to));
                if covers.is_empty() {
                    vec![one(None)]
                } else {
                    covers.iter().map(|covered| one(Some(covered))).collect()
                }
            }
        }
    }
}

/// A change as programs read it.
#[derive(Serialize)]
struct Entry<'a> {
    task: &'a RowName,
    agency: Option<Arc<AgencyName>>,
    action: &'static str,
    on: Option<NaiveDate>,
    #[serde(rename = "ref")]
    reference: Option<&'a str>,
    status: Option<Status>,
    /// The new last day of an extension.
    to: Option<NaiveDate>,
}

fn entries<S: Serializer>(changes: &[Change], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(changes.iter().flat_map(Change::entries))
}
