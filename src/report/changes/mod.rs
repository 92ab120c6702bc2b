//! What a marking command did: row by row what was recorded or taken out, and what is still missing.

mod entries;
mod lines;
mod marks;
mod together;

pub use marks::{MovedDeadline, Submission};

use super::answer::{Head, LeadShare, Names, RowName};
use crate::plan::{self, BodyIx, KnownEntry, Period, Plan, Recorded, RowIx, RowKind};
use crate::query::{LastDay, Snapshot, Status, by_lead};
use crate::text::Bilingual;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::HashSet;
use std::sync::Arc;

/// The answer of `submit`, `withdraw`, `return` and `extend`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangesAnswer {
    #[serde(flatten)]
    head: Head,
    #[serde(rename = "changes", serialize_with = "entries::serialize")]
    rows: Vec<ChangedRow>,
    #[serde(rename = "written")]
    are_written: bool,
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
    pub already: &'a [Recorded],
    /// The plan after, unless it still has errors.
    pub after: Option<&'a Snapshot<'a>>,
    /// Whether the changes are in the file.
    pub are_written: bool,
}

/// What was done to the marks of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ChangedRow {
    name: Arc<RowName>,
    title: Bilingual,
    is_heading: bool,
    already: Vec<Already>,
    changes: Vec<Change>,
    /// The same as people read it: a line for a group whose units all have the same mark.
    told: Vec<Change>,
    /// How far the bodies of the lead are, where several units must deliver.
    progress: Vec<LeadShare>,
}

/// What was recorded before.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Already {
    Submitted(Submission),
    Returned(Submission),
    Extended(MovedDeadline),
    /// Every unit that was named has delivered.
    Delivered,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    what: Action,
    /// The unit whose mark it is.
    unit: Option<BodyIx>,
    /// How the unit stands now; for each body that an extension names, the worst of its units.
    statuses: Vec<Option<Status>>,
    /// Whether the report that counts now is in time.
    timing: Option<Timing>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Action {
    Submit(Submission),
    Replace { old: Submission, new: Submission },
    Withdraw(Submission),
    Return(Submission),
    WithdrawReturn(Submission),
    Extend(MovedDeadline),
    WithdrawExtension(MovedDeadline),
}

/// How a day of submission stands to the last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Timing {
    InTime,
    Late { days: i64, last_day: NaiveDate },
    NoLastDay,
}

impl ChangesAnswer {
    /// Tells what was done.
    pub fn new(marks: &Marks<'_>) -> Self {
        let mut names = Names::of(marks.plan);
        let head = Head::about("marks", Some(marks.plan), marks.as_of);
        let rows = marks.rows().into_iter().map(|row| marks.row(&mut names, row));
        Self { head, rows: rows.collect(), are_written: marks.are_written }
    }

    /// Whether the changes are in the file.
    pub fn are_written(&self) -> bool {
        self.are_written
    }
}

impl Marks<'_> {
    /// The rows that were named, each once, in that order.
    fn rows(&self) -> Vec<RowIx> {
        let mut rows: Vec<RowIx> = Vec::new();
        for row in self.already.iter().map(Recorded::row).chain(self.changes.iter().map(plan::Change::row)) {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        rows
    }

    fn row(&self, names: &mut Names<'_>, row: RowIx) -> ChangedRow {
        let already = self.already.iter().filter(|recorded| recorded.row() == row);
        let changes = self.changes.iter().filter(|change| change.row() == row);
        let progress = self.progress(names, row, changes.clone());
        let changes: Vec<Change> = changes.map(|change| self.change(change)).collect();
        ChangedRow {
            name: names.row(row),
            title: self.plan.row(row).title.clone(),
            is_heading: self.plan.node(row).kind == RowKind::Heading,
            already: already.map(|recorded| self.already(recorded)).collect(),
            progress,
            told: together::by_group(self.plan, names, self.plan.lead(row), &changes, &self.delivered(row)),
            changes,
        }
    }

    fn already(&self, recorded: &Recorded) -> Already {
        let entry = |row: RowIx, entry: usize| self.submission(&(&self.plan.row(row).submitted[entry]).into());
        match *recorded {
            Recorded::Entry { row, entry: number } => Already::Submitted(entry(row, number)),
            Recorded::Return { row, entry: number } => Already::Returned(entry(row, number)),
            Recorded::Extension { row, number } => {
                Already::Extended(MovedDeadline::of(self.plan, &self.plan.row(row).extended[number]))
            }
            Recorded::Delivered { row: _ } => Already::Delivered,
        }
    }

    fn change(&self, change: &plan::Change) -> Change {
        let row = change.row();
        match change {
            plan::Change::Submit { entry, .. } => {
                self.of_entry(row, Action::Submit(self.submission(&entry.into())), Some(entry.by), Some(entry.day()))
            }
            plan::Change::Replace { was, new, .. } => {
                let (old, put) = (self.submission(was), self.submission(&KnownEntry::from(&**new)));
                self.of_entry(row, Action::Replace { old, new: put }, Some(new.by), Some(new.day()))
            }
            plan::Change::Withdraw { was, .. } => {
                self.of_entry(row, Action::Withdraw(self.submission(was)), was.by, None)
            }
            plan::Change::Return { entry, returned, reason, .. } => {
                let mut known = KnownEntry::from(&self.plan.row(row).submitted[*entry]);
                known.returned = Some(*returned);
                known.reason.clone_from(reason);
                self.of_entry(row, Action::Return(self.submission(&known)), known.by, None)
            }
            plan::Change::WithdrawReturn { was, .. } => {
                self.of_entry(row, Action::WithdrawReturn(self.submission(was)), was.by, was.on.map(Period::last_day))
            }
            plan::Change::Extend { extension, .. } => {
                self.of_extension(row, Action::Extend(MovedDeadline::of(self.plan, extension)), extension)
            }
            plan::Change::WithdrawExtension { was, .. } => {
                self.of_extension(row, Action::WithdrawExtension(MovedDeadline::of(self.plan, was)), was)
            }
        }
    }

    /// A change to an entry; `on` is the day of the one that counts now.
    fn of_entry(&self, row: RowIx, what: Action, by: Option<BodyIx>, on: Option<NaiveDate>) -> Change {
        let timing = by.zip(on).and_then(|(by, on)| self.timing(row, by, on));
        Change { what, unit: by, statuses: vec![by.and_then(|by| self.status(row, by))], timing }
    }

    fn of_extension(&self, row: RowIx, what: Action, extension: &plan::Extension) -> Change {
        let covers = extension.covers.iter().flat_map(|covers| &covers.stated);
        Change { what, unit: None, statuses: covers.map(|body| self.status(row, *body)).collect(), timing: None }
    }

    fn submission(&self, entry: &KnownEntry) -> Submission {
        Submission::of(self.plan, entry)
    }

    /// How a body's obligation stands now; of a group's the worst.
    fn status(&self, row: RowIx, body: BodyIx) -> Option<Status> {
        let units = &self.plan.body(body).units;
        let obligation = self.after?.obligations(row).iter();
        obligation
            .filter(|obligation| obligation.units().iter().any(|unit| units.contains(unit)))
            .map(|obligation| obligation.status)
            .min()
    }

    /// The units that have delivered now.
    fn delivered(&self, row: RowIx) -> HashSet<BodyIx> {
        let obligations = self.after.iter().flat_map(|after| after.obligations(row));
        let delivered = obligations.filter(|obligation| obligation.status.is_delivered());
        delivered.flat_map(|obligation| obligation.units().iter().copied()).collect()
    }

    fn timing(&self, row: RowIx, unit: BodyIx, on: NaiveDate) -> Option<Timing> {
        let obligation = self.after?.obligations(row).iter().find(|obligation| obligation.units().contains(&unit))?;
        Some(match obligation.last_day {
            LastDay::Day(last_day, _) if on > last_day => Timing::Late { days: (on - last_day).num_days(), last_day },
            LastDay::Day(..) => Timing::InTime,
            LastDay::Waiting(_) | LastDay::Never(_) => Timing::NoLastDay,
        })
    }

    /// How far each body of a lead is, of a row that several units must deliver. An extension brings nothing in.
    fn progress<'c>(
        &self,
        names: &Names<'_>,
        row: RowIx,
        mut changes: impl Iterator<Item = &'c plan::Change>,
    ) -> Vec<LeadShare> {
        let is_of_entry = |change: &plan::Change| match change {
            plan::Change::Submit { .. }
            | plan::Change::Replace { .. }
            | plan::Change::Withdraw { .. }
            | plan::Change::Return { .. }
            | plan::Change::WithdrawReturn { .. } => true,
            plan::Change::Extend { .. } | plan::Change::WithdrawExtension { .. } => false,
        };
        let Some(after) = self.after.filter(|_| changes.any(is_of_entry)) else { return Vec::new() };
        let obligations: Vec<_> = after.obligations(row).iter().collect();
        if obligations.len() < 2 {
            return Vec::new();
        }
        by_lead(after.plan, row, &obligations).iter().map(|share| LeadShare::new(names, self.plan, share)).collect()
    }
}
