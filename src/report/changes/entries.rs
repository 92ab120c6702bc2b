//! Changes as programs read them (docs/json-and-csv.md, Change).

use super::super::answer::{AgencyName, RowName};
use super::marks::Noted;
use super::{Action, Change, ChangedEvent, Changes, MovedDeadline, Submission, Timing};
use crate::plan::Period;
use crate::query::Status;
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// One change.
#[derive(Serialize)]
struct Entry<'a> {
    task: Option<&'a RowName>,
    agency: Option<&'a AgencyName>,
    /// The period of a row that recurs.
    period: Option<String>,
    /// The event, of what is no row's mark.
    event: Option<&'a str>,
    action: &'static str,
    /// What kind of mark it is.
    mark: &'static str,
    on: Option<NaiveDate>,
    #[serde(rename = "ref")]
    reference: Option<&'a str>,
    status: Option<Status>,
    days_late: Option<i64>,
    /// The last day of an extension.
    to: Option<NaiveDate>,
    note: Option<&'a str>,
    returned: Option<NaiveDate>,
    reason: Option<&'a str>,
}

/// The changes of all rows, one after the other, and of events.
impl Serialize for Changes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows = self.rows.iter().flat_map(|row| row.changes.iter().flat_map(|change| change.entries(&row.name)));
        let events = self.events.iter().filter(|event| event.is_new).map(ChangedEvent::entry);
        serializer.collect_seq(rows.chain(events))
    }
}

impl ChangedEvent {
    fn entry(&self) -> Entry<'_> {
        Entry {
            task: None,
            agency: None,
            period: None,
            event: Some(&self.id),
            action: "event",
            mark: "event",
            on: Some(self.on),
            reference: self.reference.as_deref(),
            status: None,
            days_late: None,
            to: None,
            note: None,
            returned: None,
            reason: None,
        }
    }
}

impl Change {
    /// An entry that takes the place of another is two changes; an extension for several bodies is one for each.
    fn entries<'a>(&'a self, row: &'a RowName) -> Vec<Entry<'a>> {
        match &self.what {
            Action::Submit(new) => vec![self.of_report(row, "submit", new)],
            Action::Replace { old, new } => {
                vec![self.of_report(row, "withdraw", old), self.of_report(row, "submit", new)]
            }
            Action::Withdraw(old) => vec![self.of_report(row, "withdraw", old)],
            Action::Return(report) => vec![self.of_return(row, "return", report)],
            Action::WithdrawReturn(report) => vec![self.of_return(row, "withdraw", report)],
            Action::Extend(extension) => self.of_extension(row, "extend", extension),
            Action::WithdrawExtension(extension) => self.of_extension(row, "withdraw", extension),
            Action::Note(note) => vec![Self::of_noted(row, "note", note)],
            Action::WithdrawNote(note) => vec![Self::of_noted(row, "withdraw", note)],
        }
    }

    fn of_report<'a>(&self, row: &'a RowName, action: &'static str, report: &'a Submission) -> Entry<'a> {
        let Submission { by, is_rest: _, units: _, period, on, reference, note, returned, reason } = report;
        let days_late = match self.timing {
            Some(Timing::Late { days, .. }) if action == "submit" => Some(days),
            _ => None,
        };
        Entry {
            task: Some(row),
            agency: by.as_deref(),
            period: period.map(|period| period.to_string()),
            event: None,
            action,
            mark: "entry",
            on: on.map(Period::last_day),
            reference: reference.as_deref(),
            status: self.statuses.first().copied().flatten(),
            days_late,
            to: None,
            note: note.as_deref(),
            returned: *returned,
            reason: reason.as_deref(),
        }
    }

    fn of_noted<'a>(row: &'a RowName, action: &'static str, note: &'a Noted) -> Entry<'a> {
        Entry {
            task: Some(row),
            agency: note.by.as_deref(),
            period: None,
            event: None,
            action,
            mark: "note",
            on: Some(note.on),
            reference: None,
            status: None,
            days_late: None,
            to: None,
            note: Some(&note.text.own),
            returned: None,
            reason: None,
        }
    }

    fn of_return<'a>(&self, row: &'a RowName, action: &'static str, report: &'a Submission) -> Entry<'a> {
        Entry { mark: "return", on: report.returned, days_late: None, ..self.of_report(row, action, report) }
    }

    fn of_extension<'a>(&self, row: &'a RowName, action: &'static str, extension: &'a MovedDeadline) -> Vec<Entry<'a>> {
        let MovedDeadline { period, to, granted, reference, covers } = extension;
        let one = |agency: Option<&'a Arc<AgencyName>>, status: Option<Status>| Entry {
            task: Some(row),
            agency: agency.map(AsRef::as_ref),
            period: period.map(|period| period.to_string()),
            event: None,
            action,
            mark: "extension",
            on: Some(*granted),
            reference: reference.as_deref(),
            status,
            days_late: None,
            to: Some(*to),
            note: None,
            returned: None,
            reason: None,
        };
        if covers.is_empty() {
            return vec![one(None, None)];
        }
        covers.iter().zip(&self.statuses).map(|(body, status)| one(Some(body), *status)).collect()
    }
}
