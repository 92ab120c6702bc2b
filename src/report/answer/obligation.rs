//! What one unit owes on one row, or one unit for all.

use super::standing::{Days, Standing, State};
use super::{AgencyName, PlanIx, Row};
use crate::plan::Period;
use crate::query::{Role, Status};
use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// An obligation as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Obligation {
    /// The row.
    #[serde(rename = "task", serialize_with = "id")]
    pub row: Arc<Row>,
    /// The unit that owes it; under `any` all of which one does.
    pub agencies: Arc<[Arc<AgencyName>]>,
    /// For which period, by the name of that; none where the row does not recur.
    #[serde(serialize_with = "as_text")]
    pub period: Option<Period>,
    /// Whether one of the units stands for the bodies of a class that the plan does not name.
    pub rest: bool,
    /// The status.
    pub status: Status,
    /// The last day, if there is one.
    #[serde(serialize_with = "as_date")]
    pub last_day: Option<NaiveDate>,
    /// How many days late, of what is late or overdue.
    pub days_late: Option<i64>,
    /// How many days are left, of what is due soon or pending.
    pub days_left: Option<i64>,
    /// The day of delivery.
    #[serde(serialize_with = "as_date")]
    pub submitted_on: Option<NaiveDate>,
    /// Whether the entry that delivered has no day.
    pub approximate: bool,
    /// The document of the entry that delivered; none where parts did.
    #[serde(rename = "ref")]
    pub reference: Option<String>,
    /// The day on which what was submitted was last sent back; none once it is delivered.
    #[serde(serialize_with = "as_date")]
    pub returned_on: Option<NaiveDate>,
    /// The plan, where several are asked together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanIx>,
    /// Whether an extension gives the last day.
    #[serde(skip)]
    pub is_extended: bool,
    /// The group through which the lead opens to the unit: the innermost. None for what the lead names itself, and
    /// under `any`.
    #[serde(skip)]
    pub group: Option<Arc<AgencyName>>,
    /// The bodies whose duty passed on to the unit: they have ended. None where it owes for itself alone.
    #[serde(skip)]
    pub in_place_of: Option<Arc<[Arc<AgencyName>]>>,
    /// What the agency asked for is to the row; lead where nobody asked.
    #[serde(skip)]
    pub role: Role,
}

impl Obligation {
    /// The days that belong to its status.
    pub fn days(&self) -> Days {
        Days::new(self.days_late, self.days_left)
    }

    /// How it stands by itself.
    pub fn standing(&self) -> Standing {
        let deadline = self.row.due.as_ref().and_then(|due| due.last_day);
        let extended = self.last_day.filter(|_| self.is_extended);
        let state = State { status: self.status, days: self.days(), extended, returned: self.returned_on };
        Standing::of(deadline, std::iter::once(state))
    }
}

fn id<S: Serializer>(row: &Arc<Row>, serializer: S) -> Result<S::Ok, S::Error> {
    row.name.serialize(serializer)
}

/// A period by its name, a year too.
#[expect(clippy::ref_option, reason = "serde passes a reference")]
pub(in crate::report) fn as_text<S: Serializer>(period: &Option<Period>, serializer: S) -> Result<S::Ok, S::Error> {
    match period {
        Some(period) => serializer.collect_str(period),
        None => serializer.serialize_none(),
    }
}

/// A day as chrono writes it, in one piece: an answer may have hundreds of thousands.
#[expect(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "serde passes a reference")]
fn as_date<S: Serializer>(day: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
    let Some(day) = day else { return serializer.serialize_none() };
    match std::str::from_utf8(&iso(*day)) {
        Ok(text) if (0..10_000).contains(&day.year()) => serializer.serialize_str(text),
        _ => day.serialize(serializer),
    }
}

/// Year, month and day of a year of at most four digits.
fn iso(day: NaiveDate) -> [u8; 10] {
    let numbers = [day.year().unsigned_abs(), day.month(), day.day()];
    let mut text = *b"0000-00-00";
    for (mut number, end) in numbers.into_iter().zip([4, 7, 10]) {
        for place in text[..end].iter_mut().rev().take_while(|place| **place != b'-') {
            *place += u8::try_from(number % 10).unwrap_or_default();
            number /= 10;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_chrono_writes_them() {
        for (year, month, day) in [(2020, 10, 8), (0, 1, 31), (9999, 12, 31), (10_000, 1, 1), (-1, 2, 3), (987, 6, 5)] {
            let day = NaiveDate::from_ymd_opt(year, month, day);
            let written = as_date(&day, serde_json::value::Serializer).unwrap();
            assert_eq!(written, serde_json::to_value(day).unwrap());
        }
    }
}
