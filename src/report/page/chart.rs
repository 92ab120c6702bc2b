//! Charts: what a page shows as a picture beside its tables. Forms of text leave them out, for the tables say the same.

use super::{Tone, Value};
use crate::query::Counts;
use chrono::NaiveDate;

/// What a chart shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chart {
    /// Figures that are to be read first.
    Figures(Vec<Figure>),
    /// How much of each of some things is done and how much is overdue: a bar each.
    Bars(Vec<Bar>),
    /// What falls due week by week.
    Weeks(Vec<Week>),
}

/// A figure under its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its name.
    pub label: &'static str,
    /// The figure.
    pub value: Value,
    /// What it is of, or what stands behind it.
    pub note: Option<Value>,
    /// Its colour.
    pub tone: Tone,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What it is about.
    pub label: Value,
    /// The obligations of that.
    pub counts: Counts,
}

/// How many obligations have their last day in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub first: NaiveDate,
    /// Its Sunday.
    pub last: NaiveDate,
    /// Whether D is in it.
    pub is_now: bool,
    /// How many are delivered.
    pub done: usize,
    /// How many are not, and overdue.
    pub overdue: usize,
    /// How many are not, and still in time.
    pub ahead: usize,
}

impl Week {
    /// How many there are in all.
    pub fn total(&self) -> usize {
        self.done + self.overdue + self.ahead
    }
}
