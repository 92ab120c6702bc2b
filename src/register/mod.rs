//! The register of marks: a plan, a request and a day make changes, or a refusal that says why.
//! Touches no bytes.

mod choice;
mod event;
mod extend;
mod note;
mod refusal;
mod return_report;
mod submit;
mod withdraw;

pub use event::{EventRequest, event};
pub use extend::{ExtendRequest, extend};
pub use note::{NoteRequest, note};
pub use refusal::{Listed, Naming, Refusal, Unclear, WayOut};
pub use return_report::{ReturnRequest, return_report};
pub use submit::{SubmitRequest, submit};
pub use withdraw::{Mark, WithdrawRequest, known_entries, withdraw};

use crate::plan::{BodyIx, Change, Period, Plan, Recorded, RowIx};
use crate::query::Snapshot;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What a request comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// What is to be written, row by row in the order asked for.
    pub changes: Vec<Change>,
    /// What was recorded before, to the letter: nothing is to be written for it.
    pub already: Vec<Recorded>,
    /// The units whose entries or last days are changed.
    pub units: BTreeSet<BodyIx>,
    /// Agencies that were named and had ended, each with the one that took over, which is meant.
    pub instead: Vec<(BodyIx, BodyIx)>,
}

/// Refuses a period that a row does not have.
fn check_period(plan: &Plan, row: RowIx, period: Period) -> Result<(), Refusal> {
    let periods = periods(plan, row);
    if periods.contains(&period) { Ok(()) } else { Err(Refusal::UnknownPeriod { row, period, periods }) }
}

/// The periods of a row; none of one that does not recur.
fn periods(plan: &Plan, row: RowIx) -> Vec<Period> {
    plan.occurrences(row).into_iter().flatten().map(|one| one.period).collect()
}

/// Refuses a row that is not there yet at D.
fn check_there(snapshot: &Snapshot<'_>, row: RowIx) -> Result<(), Refusal> {
    match snapshot.plan.node(row).since {
        Some(since) if !snapshot.is_there(row) => Err(Refusal::NotThere { row, since }),
        _ => Ok(()),
    }
}

/// Refuses a day after D or before the plan was issued.
fn check_day(plan: &Plan, day: NaiveDate, as_of: NaiveDate) -> Result<(), Refusal> {
    if day > as_of {
        return Err(Refusal::AfterAsOf { day, as_of });
    }
    if day < plan.about.issued {
        return Err(Refusal::BeforeIssue { day, issued: plan.about.issued });
    }
    Ok(())
}

/// Those units of a body that a row is assigned to.
///
/// # Errors
/// A body none of whose units is responsible.
fn responsible(snapshot: &Snapshot<'_>, row: RowIx, body: BodyIx) -> Result<Vec<BodyIx>, Refusal> {
    let own = snapshot.units_among(row, body);
    if own.is_empty() && !snapshot.may_report(row, body) {
        return Err(Refusal::NotResponsible { row, body, leads: snapshot.plan.lead(row).to_vec() });
    }
    Ok(own)
}

/// Each once, in the order of their first mention.
fn each_once<T: PartialEq + Copy>(list: &[T]) -> Vec<T> {
    let mut once = Vec::with_capacity(list.len());
    for item in list {
        if !once.contains(item) {
            once.push(*item);
        }
    }
    once
}
