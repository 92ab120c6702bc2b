//! Until when a unit has time for a row (docs/meaning.md, Last day).

use super::delivery::Whose;
use super::extension::{ExtensionAt, in_force, is_extended};
use super::in_force::InForce;
use crate::plan::{Anchor, BodyIx, Deadline, DueKey, End, Occurrence, Plan, RowIx};
use chrono::NaiveDate;

/// Until when an obligation has time, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastDay {
    /// A day, itself in time.
    Day(NaiveDate, Why),
    /// None before something that the deadline names; the row that states it.
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
    /// No deadline is stated, or that there is none.
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

    /// The last day of a row, of one that recurs for a period, as its deadline states it, before extensions; `came`
    /// says on which day what it counts from has come.
    pub(super) fn stated(
        plan: &Plan,
        row: RowIx,
        period: Option<&Occurrence>,
        came: impl Fn(Anchor) -> Option<NaiveDate>,
    ) -> Self {
        let Some((due, from)) = plan.due(row).zip(plan.node(row).due_from) else { return Self::Never(NoDay::Blank) };
        let stated = match (due.end(&plan.calendar), period) {
            (End::Day(day), _) => day,
            (End::Each(_), Some(period)) => period.last_day,
            (End::After(within), _) => match plan.anchor(within).and_then(came) {
                Some(day) => within.length.after(day, &plan.calendar),
                None => return Self::Waiting(from),
            },
            (End::Event | End::Each(_), _) => return Self::Waiting(from),
            (End::Never, _) if due.key() == DueKey::None => return Self::Never(NoDay::Blank),
            (End::Never, _) => return Self::Never(NoDay::Standing),
        };
        match plan.calendar.rolled(stated) {
            day if day == stated => Self::Day(day, Why::Stated),
            day => Self::Day(day, Why::Rolled { from: stated }),
        }
    }

    /// The last day of a row for one unit, with those that take over from it, on no particular day, those extensions
    /// counted that are known: what counts from another row has none.
    pub fn of_unit(
        plan: &Plan,
        row: RowIx,
        bodies: &[BodyIx],
        period: Option<&Occurrence>,
        is_known: impl Fn(ExtensionAt) -> bool,
    ) -> Self {
        match in_force(plan, row, &bodies.iter().copied(), period.map(|one| one.period), is_known) {
            Some(at) => Self::extended(plan, at),
            None => Self::stated(plan, row, period, |anchor| match anchor {
                Anchor::Issue => Some(plan.about.issued),
                Anchor::Event(event) => plan.event(event).on,
                Anchor::Row(_) => None,
            }),
        }
    }

    fn extended(plan: &Plan, at: ExtensionAt) -> Self {
        Self::Day(plan.calendar.rolled(at.of(plan).to), Why::Extended(at))
    }
}

/// The last day of a deadline that no row states, before extensions.
pub(super) fn of_deadline(
    plan: &Plan,
    due: &Deadline,
    came: impl Fn(Anchor) -> Option<NaiveDate>,
) -> Option<NaiveDate> {
    let day = match due.end(&plan.calendar) {
        End::Day(day) => day,
        End::After(within) => within.length.after(plan.anchor(within).and_then(came)?, &plan.calendar),
        End::Event | End::Never | End::Each(_) => return None,
    };
    Some(plan.calendar.rolled(day))
}

/// The last days of the rows of an assignment at D, for one period.
pub(super) struct LastDays<'p> {
    pub(super) plan: &'p Plan,
    pub(super) extensions: &'p InForce<'p>,
    pub(super) period: Option<&'p Occurrence>,
    /// As the deadline states it: parts have that of their item.
    pub(super) stated: LastDay,
}

impl LastDays<'_> {
    /// That of a row, for who owes it; under `any` the latest of theirs, and none if one has none.
    pub(super) fn of(&self, row: RowIx, whose: &Whose<'_>) -> LastDay {
        if !is_extended(self.plan, row) {
            return self.stated;
        }
        match whose {
            Whose::Duty(duty) => self.of_bodies(row, duty.bodies()),
            Whose::Any(any) => {
                let days = any.duties.iter().map(|duty| self.of_bodies(row, duty.bodies()));
                // What has no day is later than any day.
                days.reduce(|latest, next| match (latest.day(), next.day()) {
                    (Some(day), Some(later)) if later > day => next,
                    (Some(_), None) => next,
                    _ => latest,
                })
                .unwrap_or(self.stated)
            }
        }
    }

    /// That of a row for one body alone, whoever it answers for.
    pub(super) fn of_one(&self, row: RowIx, body: BodyIx) -> LastDay {
        if is_extended(self.plan, row) { self.of_bodies(row, std::iter::once(body)) } else { self.stated }
    }

    fn of_bodies(&self, row: RowIx, bodies: impl Iterator<Item = BodyIx>) -> LastDay {
        match self.extensions.for_bodies(row, bodies, self.period.map(|one| one.period)) {
            Some(at) => LastDay::extended(self.plan, at),
            None => self.stated,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Snapshot;
    use crate::testing::{day, ids, plan, plan_with, row};

    /// The last day of a row at 30 June: a day and a letter that says why, or why there is none.
    fn told(plan: &Plan, last_day: LastDay) -> String {
        match last_day {
            LastDay::Day(day, why) => match why {
                Why::Stated => day.format("%m-%d s").to_string(),
                Why::Rolled { from } => format!("{} r{}", day.format("%m-%d"), from.format("%m-%d")),
                Why::Extended(at) => format!("{} e{}", day.format("%m-%d"), plan.row(at.row).id),
            },
            LastDay::Waiting(row) => format!("waiting {}", plan.row(row).id),
            LastDay::Never(NoDay::Standing) => "standing".to_owned(),
            LastDay::Never(NoDay::Blank) => "blank".to_owned(),
        }
    }

    fn last_days(plan: &Plan, of: &str) -> String {
        let snapshot = Snapshot::new(plan, day("06-30"));
        let obligations = snapshot.obligations(row(plan, of)).iter();
        let each = obligations.map(|one| format!("{}: {}", ids(plan, one.units()), told(plan, one.last_day)));
        each.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_deadline_has_a_last_day_or_a_reason_for_none() {
        let of = |due: &str| last_days(&plan(&[&format!("id = '1', lead = ['a'], {due}")]), "1");
        assert_eq!(of("due = { by = 2020-03-10 }"), "a: 03-10 s");
        assert_eq!(of("due = { month = '2020-02' }"), "a: 02-29 s");
        assert_eq!(of("due = { quarter = '2020-Q1' }"), "a: 03-31 s");
        assert_eq!(of("due = { year = 2020 }"), "a: 12-31 s");
        assert_eq!(of("due = { ongoing = true }"), "a: standing");
        assert_eq!(of("due = { when = 'sau khi có Quy chế' }"), "a: waiting 1");
        assert_eq!(of("note = 'x'"), "a: blank");
    }

    #[test]
    fn rules_move_the_day_and_say_so() {
        // 10 October 2020 is a Saturday.
        let row = "id = '1', lead = ['a'], due = { before = 2020-10-10 }";
        assert_eq!(last_days(&plan(&[row]), "1"), "a: 10-10 s");
        assert_eq!(last_days(&plan_with("before = 'exclusive'", &[row]), "1"), "a: 10-09 s");
        assert_eq!(last_days(&plan_with("roll_forward = true", &[row]), "1"), "a: 10-12 r10-10");
    }

    #[test]
    fn the_nearest_row_with_an_extension_for_the_unit_decides_by_its_last() {
        let top = "id = '1', lead = ['a', 'b'], due = { by = 2020-03-10 }, extended = [
            { to = 2020-05-05, granted = 2020-03-01 }, { to = 2020-04-04, granted = 2020-03-02 }]";
        let part = "id = '1.1', extended = [{ to = 2020-08-08, granted = 2020-03-01, for = ['b'] }]";
        let own = "id = '1.2', due = { by = 2020-03-20 }";
        let plan = plan(&[top, part, own]);
        assert_eq!(last_days(&plan, "1"), "a: 04-04 e1, b: 04-04 e1", "the last in the list");
        assert_eq!(last_days(&plan, "1.1"), "a: 04-04 e1, b: 08-08 e1.1", "the nearer row, for whom it has one");
        assert_eq!(last_days(&plan, "1.2"), "a: 03-20 s, b: 03-20 s", "a deadline of its own");
    }

    #[test]
    fn an_extension_counts_from_the_day_it_was_granted() {
        let of = |granted: &str| {
            let extended = format!("extended = [{{ to = 2020-08-08, granted = 2020-{granted} }}]");
            last_days(&plan(&[&format!("id = '1', lead = ['a'], due = {{ by = 2020-03-10 }}, {extended}")]), "1")
        };
        assert_eq!(of("06-30"), "a: 08-08 e1");
        assert_eq!(of("07-01"), "a: 03-10 s");
    }

    #[test]
    fn one_for_all_has_the_latest_day_of_any_and_none_if_one_has_none() {
        let of = |due: &str| {
            let extended = "extended = [{ to = 2020-08-08, granted = 2020-03-01, for = ['b'] }]";
            last_days(&plan(&[&format!("id = '1', lead = ['abc'], completion = 'any', {extended}, {due}")]), "1")
        };
        assert_eq!(of("due = { by = 2020-03-10 }"), "a b c: 08-08 e1");
        assert_eq!(of("due = { by = 2020-09-10 }"), "a b c: 09-10 s");
        assert_eq!(of("due = { ongoing = true }"), "a b c: standing");
    }
}
