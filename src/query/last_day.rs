//! Until when a unit has time for a row (docs/meaning.md, Last day).

use super::extension::{ExtensionAt, in_force, is_extended};
use crate::plan::{BodyIx, DeadlineKind, Plan, RowIx};
use chrono::NaiveDate;

/// Until when an obligation has time, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastDay {
    /// A day, itself in time.
    Day(NaiveDate, Why),
    /// None before an event that the deadline names; the row that states it.
    Waiting(RowIx),
    /// None at all.
    Never(NoDay),
}

/// What makes a day the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The deadline states it.
    Stated,
    /// The deadline states a day off, and under `roll_forward` the next working day counts.
    Rolled {
        /// The day off.
        from: NaiveDate,
    },
    /// An extension moved it.
    Extended(ExtensionAt),
}

/// Why there is no last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDay {
    /// A standing duty ("thường xuyên").
    Standing,
    /// No deadline is stated.
    Blank,
}

impl LastDay {
    /// The day, if there is one.
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day, _) => Some(day),
            Self::Waiting(_) | Self::Never(_) => None,
        }
    }

    /// The last day of a row as its deadline states it, before extensions.
    pub fn stated(plan: &Plan, row: RowIx) -> Self {
        let Some((due, from)) = plan.due(row).zip(plan.node(row).due_from) else { return Self::Never(NoDay::Blank) };
        let stated = match &due.kind {
            DeadlineKind::Before(day) => plan.calendar.last_day_before(*day),
            DeadlineKind::By(day) => *day,
            DeadlineKind::Within(period) => period.last_day(),
            DeadlineKind::Ongoing => return Self::Never(NoDay::Standing),
            DeadlineKind::When(_) => return Self::Waiting(from),
        };
        match plan.calendar.rolled(stated) {
            day if day == stated => Self::Day(day, Why::Stated),
            day => Self::Day(day, Why::Rolled { from: stated }),
        }
    }

    /// The last day of a row for one unit, those extensions counted that are known.
    pub fn of_unit(plan: &Plan, row: RowIx, unit: BodyIx, is_known: impl Fn(ExtensionAt) -> bool) -> Self {
        match in_force(plan, row, unit, is_known) {
            Some(at) => Self::Day(plan.calendar.rolled(at.of(plan).to), Why::Extended(at)),
            None => Self::stated(plan, row),
        }
    }
}

/// The last days of a row at D.
pub(super) struct LastDays<'p> {
    plan: &'p Plan,
    row: RowIx,
    as_of: NaiveDate,
    stated: LastDay,
    is_extended: bool,
}

impl<'p> LastDays<'p> {
    pub(super) fn new(plan: &'p Plan, row: RowIx, as_of: NaiveDate) -> Self {
        Self { plan, row, as_of, stated: LastDay::stated(plan, row), is_extended: is_extended(plan, row) }
    }

    /// That of one unit.
    pub(super) fn of(&self, unit: BodyIx) -> LastDay {
        if !self.is_extended {
            return self.stated;
        }
        LastDay::of_unit(self.plan, self.row, unit, |at| at.of(self.plan).granted <= self.as_of)
    }

    /// That of an obligation which one of some units fulfils for all: the latest; none if one has none.
    pub(super) fn of_any(&self, units: &[BodyIx]) -> LastDay {
        if !self.is_extended {
            return self.stated;
        }
        let days = units.iter().map(|unit| self.of(*unit));
        // What has no day is later than any day.
        days.reduce(|latest, next| match (latest.day(), next.day()) {
            (Some(day), Some(later)) if later > day => next,
            (Some(_), None) => next,
            _ => latest,
        })
        .unwrap_or(self.stated)
    }
}
