//! How some obligations of one row stand together.

use crate::query::{self, Counts, LastDay, Status, Why};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What a line of a table tells of some obligations of one row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The worst, with its days: the most days late, or the fewest left.
    pub worst: Option<(Status, Days)>,
    /// The last days that are not the deadline's, and how many have each.
    pub extended: Vec<(NaiveDate, Share)>,
    /// The latest day on which a report was sent back that has not come in again, and of how many one was.
    pub returned: Option<(NaiveDate, Share)>,
}

/// A part of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The part.
    pub part: usize,
    /// The whole.
    pub whole: usize,
}

/// The days that belong to a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// So many days late.
    Late(i64),
    /// So many days left.
    Left(i64),
    /// None.
    None,
}

/// How one obligation stands.
#[derive(Clone, Copy)]
pub struct State {
    /// The status.
    pub status: Status,
    /// Its days.
    pub days: Days,
    /// The last day that an extension gives.
    pub extended: Option<NaiveDate>,
    /// The day on which its report was sent back.
    pub returned: Option<NaiveDate>,
}

impl Standing {
    /// How some obligations stand whose deadline has that last day.
    pub fn of(deadline: Option<NaiveDate>, states: impl Iterator<Item = State>) -> Self {
        let (mut worst, mut whole) = (None, 0);
        let mut others: BTreeMap<NaiveDate, usize> = BTreeMap::new();
        let mut back: Vec<NaiveDate> = Vec::new();
        for State { status, days, extended, returned } in states {
            whole += 1;
            back.extend(returned);
            worst = match worst {
                Some(known) if rank(known) <= rank((status, days)) => Some(known),
                _ => Some((status, days)),
            };
            if let Some(day) = extended.filter(|day| Some(*day) != deadline) {
                *others.entry(day).or_default() += 1;
            }
        }
        let extended = others.into_iter().map(|(day, part)| (day, Share { part, whole }));
        let share = Share { part: back.len(), whole };
        Self { worst, extended: extended.collect(), returned: back.into_iter().max().map(|day| (day, share)) }
    }
}

/// The worse, the lower.
fn rank((status, days): (Status, Days)) -> (Status, i64) {
    match days {
        Days::Late(late) => (status, -late),
        Days::Left(left) => (status, left),
        Days::None => (status, 0),
    }
}

impl Share {
    /// How many have that status, of all.
    pub fn of_status(counts: &Counts, status: Status) -> Self {
        Self { part: counts.of(status), whole: counts.total }
    }
}

impl Days {
    /// Of days late and days left, those that there are.
    pub fn new(late: Option<i64>, left: Option<i64>) -> Self {
        match (late, left) {
            (Some(late), _) => Self::Late(late),
            (None, Some(left)) => Self::Left(left),
            (None, None) => Self::None,
        }
    }
}

/// The state of an obligation.
pub fn state(obligation: &query::Obligation) -> State {
    State {
        status: obligation.status,
        days: Days::new(obligation.days_late(), obligation.days_left()),
        extended: obligation
            .last_day
            .day()
            .filter(|_| matches!(obligation.last_day, LastDay::Day(_, Why::Extended(_)))),
        returned: obligation.returned,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::day;

    #[test]
    fn of_several_the_worst_counts_and_each_other_last_day_with_how_many_have_it() {
        let (deadline, later) = (Some(day("03-10")), Some(day("03-20")));
        let states = [
            (Status::OnTime, Days::None, deadline),
            (Status::Pending, Days::Left(9), later),
            (Status::DueSoon, Days::Left(4), Some(day("03-15"))),
            (Status::DueSoon, Days::Left(2), later),
            (Status::Open, Days::None, None),
        ];
        let standing = Standing::of(deadline, states.into_iter().map(never_returned));
        assert_eq!(standing.worst, Some((Status::DueSoon, Days::Left(2))));
        let one = |day, part| (day, Share { part, whole: 5 });
        assert_eq!(standing.extended, [one(day("03-15"), 1), one(day("03-20"), 2)]);
        let late = [4, 9, 7].map(|late| (Status::Overdue, Days::Late(late), deadline));
        let late = Standing::of(deadline, late.into_iter().map(never_returned));
        assert_eq!((late.worst, late.returned), (Some((Status::Overdue, Days::Late(9))), None));
        assert_eq!(Standing::of(deadline, std::iter::empty()), Standing::default());
    }

    fn never_returned((status, days, extended): (Status, Days, Option<NaiveDate>)) -> State {
        State { status, days, extended, returned: None }
    }

    #[test]
    fn of_those_sent_back_the_latest_day_is_told_and_how_many_they_are() {
        let states = [None, Some("03-20"), Some("03-15")].map(|returned| State {
            returned: returned.map(day),
            ..never_returned((Status::Overdue, Days::Late(1), None))
        });
        let returned = Standing::of(None, states.into_iter()).returned;
        assert_eq!(returned, Some((day("03-20"), Share { part: 2, whole: 3 })));
    }
}
