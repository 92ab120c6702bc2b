//! What one unit owes on one row.

use super::{Delivery, LastDay, Status};
use crate::plan::{BodyIx, Period, Plan, RowIx};
use chrono::NaiveDate;
use std::sync::Arc;

/// The key of an obligation: deliveries, last days and statuses hang on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The row.
    pub row: RowIx,
    /// Who owes it.
    pub who: Who,
    /// For which period; none where the row does not recur.
    pub period: Option<Period>,
}

/// Who owes an obligation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// One unit, for itself.
    Unit(BodyIx),
    /// All units of the row, of which one delivers for all (`completion = "any"`).
    Any,
}

/// One row that one unit must deliver, or under `any` one for all, as it stands at D.
///
/// A part has the same shape for its units' own states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obligation {
    /// Which it is.
    pub key: Key,
    /// What most have not: there may be hundreds of thousands.
    rare: Option<Box<Rare>>,
    /// The unit of the row in whose place it stands: the first that is answered for.
    pub first: BodyIx,
    /// Whether its period has not begun at D: no total counts it.
    pub is_ahead: bool,
    /// The status.
    pub status: Status,
    /// The last day and why, or why there is none.
    pub last_day: LastDay,
    /// The delivery, if there is one.
    pub delivery: Option<Delivery>,
    /// The day on which what had been submitted was last sent back, if it is not delivered.
    pub returned: Option<NaiveDate>,
    as_of: NaiveDate,
}

/// What few obligations have.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rare {
    /// Under `any` all units.
    any: Option<Arc<[BodyIx]>>,
    /// Bodies whose duty passed on to one of them.
    heir_to: Box<[BodyIx]>,
}

/// Those who answer for an obligation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Units {
    One(BodyIx),
    Any(Arc<[BodyIx]>),
}

/// What is known of an obligation at D, from which its status follows.
pub(super) struct Facts {
    pub(super) period: Option<Period>,
    pub(super) is_ahead: bool,
    pub(super) heir_to: Box<[BodyIx]>,
    pub(super) first: BodyIx,
    pub(super) last_day: LastDay,
    pub(super) delivery: Option<Delivery>,
    pub(super) returned: Option<NaiveDate>,
    pub(super) as_of: NaiveDate,
    pub(super) due_soon_days: u32,
}

impl Obligation {
    pub(super) fn new(row: RowIx, units: Units, facts: Facts) -> Self {
        let Facts { period, is_ahead, heir_to, first, last_day, delivery, returned, as_of, due_soon_days } = facts;
        let (who, any) = match units {
            Units::One(unit) => (Who::Unit(unit), None),
            Units::Any(units) => (Who::Any, Some(units)),
        };
        let is_rare = any.is_some() || !heir_to.is_empty();
        let rare = is_rare.then(|| Box::new(Rare { any, heir_to }));
        let status = Status::new(delivery.map(|delivery| delivery.on), last_day.day(), as_of, due_soon_days);
        let key = Key { row, who, period };
        Self { key, rare, first, is_ahead, status, last_day, delivery, returned, as_of }
    }

    /// The bodies whose duty passed on to those that owe it: they have ended.
    pub fn heir_to(&self) -> &[BodyIx] {
        self.rare.as_ref().map(|rare| &*rare.heir_to).unwrap_or_default()
    }

    /// The unit that must deliver; under `any` all of which one must.
    pub fn units(&self) -> &[BodyIx] {
        match &self.key.who {
            Who::Unit(unit) => std::slice::from_ref(unit),
            Who::Any => self.rare.as_ref().and_then(|rare| rare.any.as_deref()).unwrap_or_default(),
        }
    }

    /// Whether the rest of an open class owes it, or is one of those of which one does.
    pub fn is_rest(&self, plan: &Plan) -> bool {
        self.units().iter().any(|unit| plan.body(*unit).is_class())
    }

    /// How many calendar days late, for what is late or overdue.
    pub fn days_late(&self) -> Option<i64> {
        let until = match self.status {
            Status::Late => self.delivery?.on,
            Status::Overdue => self.as_of,
            _ => return None,
        };
        Some((until - self.last_day.day()?).num_days())
    }

    /// How many calendar days are left, for what is due soon or pending.
    pub fn days_left(&self) -> Option<i64> {
        match self.status {
            Status::DueSoon | Status::Pending => Some((self.last_day.day()? - self.as_of).num_days()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_obligation_takes_little_room_for_there_may_be_hundreds_of_thousands() {
        assert!(size_of::<Obligation>() <= 96, "{} bytes", size_of::<Obligation>());
    }
}
