//! What a marking command did: row by row what was recorded or taken out, and what is still missing.

mod entries;
mod lines;
mod marks;
mod together;

pub use marks::{MovedDeadline, Submission};

use marks::Noted;

use super::answer::{AgencyName, Head, LeadShare, Names, RowName};
use crate::plan::{self, BodyIx, KnownEntry, Period, Plan, Recorded, RowIx, RowKind};
use crate::query::{LastDay, Scope, Snapshot, Status, by_lead};
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
    changes: Changes,
    #[serde(rename = "written")]
    are_written: bool,
    /// Agencies that were named and had ended, each with its end and the one that took over.
    #[serde(skip)]
    instead: Vec<(Arc<AgencyName>, NaiveDate, Arc<AgencyName>)>,
}

/// What was changed: marks of rows, and events.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Changes {
    rows: Vec<ChangedRow>,
    events: Vec<ChangedEvent>,
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
    /// Agencies that were named and had ended, each with the one that took over.
    pub instead: &'a [(BodyIx, BodyIx)],
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
    Noted(Noted),
}

/// An event of which a day was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ChangedEvent {
    id: String,
    name: Bilingual,
    on: NaiveDate,
    reference: Option<String>,
    /// Whether that was not recorded before.
    is_new: bool,
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
    Note(Noted),
    WithdrawNote(Noted),
}

/// How a day of submission stands to the last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Timing {
    InTime,
    Late { days: i64, last_day: NaiveDate },
    NoLastDay,
}

impl Change {
    /// A change of a note, which no status hangs on.
    fn of_note(what: Action, note: &plan::Progress) -> Self {
        Self { what, unit: note.by, statuses: vec![None], timing: None }
    }
}

impl ChangesAnswer {
    /// Tells what was done.
    pub fn new(marks: &Marks<'_>) -> Self {
        let mut names = Names::of(marks.plan);
        let head = Head::about("marks", Some(marks.plan), marks.as_of);
        let rows = marks.rows().into_iter().map(|row| marks.row(&mut names, row)).collect();
        let instead = marks
            .instead
            .iter()
            .filter_map(|(old, new)| Some((names.agency(*old), marks.plan.body(*old).ended?, names.agency(*new))));
        let changes = Changes { rows, events: marks.events() };
        Self { head, changes, are_written: marks.are_written, instead: instead.collect() }
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
        for row in
            self.already.iter().filter_map(Recorded::row).chain(self.changes.iter().filter_map(plan::Change::row))
        {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        rows
    }

    fn row(&self, names: &mut Names<'_>, row: RowIx) -> ChangedRow {
        let already = self.already.iter().filter(|recorded| recorded.row() == Some(row));
        let already = already.filter_map(|recorded| self.already(recorded)).collect();
        let changes = self.changes.iter().filter(|change| change.row() == Some(row));
        let progress = self.progress(names, row, changes.clone());
        let changes: Vec<Change> = changes.filter_map(|change| self.change(row, change)).collect();
        ChangedRow {
            name: names.row(row),
            title: self.plan.row(row).title.clone(),
            is_heading: self.plan.node(row).kind == RowKind::Heading,
            already,
            progress,
            told: together::by_group(self.plan, names, self.plan.lead(row), &changes, &self.delivered(row)),
            changes,
        }
    }

    fn already(&self, recorded: &Recorded) -> Option<Already> {
        let entry = |row: RowIx, entry: usize| self.submission(&(&self.plan.row(row).submitted[entry]).into());
        Some(match *recorded {
            Recorded::Entry { row, entry: number } => Already::Submitted(entry(row, number)),
            Recorded::Return { row, entry: number } => Already::Returned(entry(row, number)),
            Recorded::Extension { row, number } => {
                Already::Extended(MovedDeadline::of(self.plan, &self.plan.row(row).extended[number]))
            }
            Recorded::Note { row, number } => {
                Already::Noted(Noted::of(self.plan, &self.plan.row(row).progress[number]))
            }
            Recorded::Delivered { row: _ } => Already::Delivered,
            Recorded::Event { event: _ } => return None,
        })
    }

    fn change(&self, row: RowIx, change: &plan::Change) -> Option<Change> {
        Some(match change {
            plan::Change::Submit { entry, .. } => {
                self.of_entry(row, Action::Submit(self.submission(&entry.into())), &entry.into())
            }
            plan::Change::Replace { was, new, .. } => {
                let now = KnownEntry::from(&**new);
                self.of_entry(row, Action::Replace { old: self.submission(was), new: self.submission(&now) }, &now)
            }
            plan::Change::Withdraw { was, .. } => self.untimed(row, Action::Withdraw(self.submission(was)), was),
            plan::Change::Return { entry, returned, reason, .. } => {
                let entry = KnownEntry::from(&self.plan.row(row).submitted[*entry]);
                let entry = KnownEntry { returned: Some(*returned), reason: reason.clone(), ..entry };
                self.untimed(row, Action::Return(self.submission(&entry)), &entry)
            }
            plan::Change::WithdrawReturn { was, .. } => {
                self.of_entry(row, Action::WithdrawReturn(self.submission(was)), was)
            }
            plan::Change::Extend { extension, .. } => {
                self.of_extension(row, Action::Extend(MovedDeadline::of(self.plan, extension)), extension)
            }
            plan::Change::WithdrawExtension { was, .. } => {
                self.of_extension(row, Action::WithdrawExtension(MovedDeadline::of(self.plan, was)), was)
            }
            plan::Change::Note { note, .. } => Change::of_note(Action::Note(Noted::of(self.plan, note)), note),
            plan::Change::WithdrawNote { was, .. } => {
                Change::of_note(Action::WithdrawNote(Noted::of(self.plan, was)), was)
            }
            plan::Change::Happen { .. } => return None,
        })
    }

    /// What was recorded of events, now or before.
    fn events(&self) -> Vec<ChangedEvent> {
        let known = self.already.iter().filter_map(|recorded| match recorded {
            Recorded::Event { event } => {
                let plan::Event { id, name, on, reference } = self.plan.event(*event).clone();
                Some(ChangedEvent { id, name, on: on?, reference, is_new: false })
            }
            _ => None,
        });
        let new = self.changes.iter().filter_map(|change| match change {
            plan::Change::Happen { event, on, reference } => {
                let plan::Event { id, name, .. } = self.plan.event(*event).clone();
                Some(ChangedEvent { id, name, on: *on, reference: reference.clone(), is_new: true })
            }
            _ => None,
        });
        known.chain(new).collect()
    }

    /// A change to an entry, by that which counts now.
    fn of_entry(&self, row: RowIx, what: Action, now: &KnownEntry) -> Change {
        let timing = now.by.zip(now.on).and_then(|(by, on)| self.timing(row, by, now.period, on));
        Change { timing, ..self.untimed(row, what, now) }
    }

    /// A change after which an entry does not count.
    fn untimed(&self, row: RowIx, what: Action, entry: &KnownEntry) -> Change {
        let status = entry.by.and_then(|by| self.status(row, by, entry.period));
        Change { what, unit: entry.by, statuses: vec![status], timing: None }
    }

    fn of_extension(&self, row: RowIx, what: Action, extension: &plan::Extension) -> Change {
        let covers = extension.covers.iter().flat_map(|covers| &covers.stated);
        Change {
            what,
            unit: None,
            statuses: covers.map(|body| self.status(row, *body, extension.period)).collect(),
            timing: None,
        }
    }

    fn submission(&self, entry: &KnownEntry) -> Submission {
        Submission::of(self.plan, entry)
    }

    /// How a body's obligation stands now; of a group's the worst.
    fn status(&self, row: RowIx, body: BodyIx, period: Option<Period>) -> Option<Status> {
        let scope = Scope::new(self.plan, [body]);
        let owed = self.after?.obligations(row).iter();
        owed.filter(|owed| owed.key.period == period && scope.owes(owed)).map(|owed| owed.status).min()
    }

    /// The units that have delivered now.
    fn delivered(&self, row: RowIx) -> HashSet<BodyIx> {
        let obligations = self.after.iter().flat_map(|after| after.obligations(row));
        let delivered = obligations.filter(|obligation| obligation.status.is_delivered());
        delivered.flat_map(|obligation| obligation.units().iter().copied()).collect()
    }

    fn timing(&self, row: RowIx, unit: BodyIx, period: Option<Period>, on: Period) -> Option<Timing> {
        let mut owed = self.after?.obligations(row).iter().filter(|owed| owed.key.period == period);
        let owed = owed.find(|owed| owed.units().contains(&unit))?;
        Some(match owed.last_day {
            LastDay::Day(last_day, _) => {
                let day = if on.contains(last_day) { last_day } else { on.last_day() };
                match (day - last_day).num_days() {
                    days if days > 0 => Timing::Late { days, last_day },
                    _ => Timing::InTime,
                }
            }
            LastDay::Waiting(_) | LastDay::Never(_) => Timing::NoLastDay,
        })
    }

    /// How far each body of a lead is, of a row that several units must deliver. An extension brings nothing in.
    fn progress<'c>(
        &self,
        names: &Names<'_>,
        row: RowIx,
        changes: impl Iterator<Item = &'c plan::Change>,
    ) -> Vec<LeadShare> {
        let periods: HashSet<Option<Period>> =
            changes.filter_map(|change| period_of_entry(self.plan, change)).collect();
        let Some(after) = self.after.filter(|_| !periods.is_empty()) else { return Vec::new() };
        let obligations: Vec<_> =
            after.obligations(row).iter().filter(|owed| periods.contains(&owed.key.period)).collect();
        if obligations.len() < 2 {
            return Vec::new();
        }
        by_lead(after.plan, row, &obligations).iter().map(|share| LeadShare::new(names, self.plan, share)).collect()
    }
}

/// The period of the entry that is changed; nothing for what is no change of an entry.
fn period_of_entry(plan: &Plan, change: &plan::Change) -> Option<Option<Period>> {
    match change {
        plan::Change::Submit { entry, .. } => Some(entry.period),
        plan::Change::Replace { new, .. } => Some(new.period),
        plan::Change::Withdraw { was, .. } | plan::Change::WithdrawReturn { was, .. } => Some(was.period),
        plan::Change::Return { row, entry, .. } => Some(plan.row(*row).submitted[*entry].period),
        plan::Change::Extend { .. }
        | plan::Change::WithdrawExtension { .. }
        | plan::Change::Note { .. }
        | plan::Change::WithdrawNote { .. }
        | plan::Change::Happen { .. } => None,
    }
}
