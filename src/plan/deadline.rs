//! Deadlines: how a plan words them, and the last day they mean.

use super::{Calendar, Period};
use chrono::NaiveDate;

/// A deadline as the plan states it (docs/format.md, Deadlines).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What the value says.
    pub kind: DeadlineKind,
    /// The wording as printed.
    pub text: Option<String>,
    /// The wording in English.
    pub text_en: Option<String>,
    /// Where a range starts; its first day counts.
    pub from: Option<Period>,
}

/// The kinds of deadlines that plans use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeadlineKind {
    /// "trước ngày X": X or the day before, as the rules of the plan say.
    Before(NaiveDate),
    /// "chậm nhất ngày X", "đến hết ngày X": X is the last day.
    By(NaiveDate),
    /// "ngày X", "tháng X", "quý X", "năm X": the last day of the period.
    Within(Period),
    /// "thường xuyên": a standing duty without a last day.
    Ongoing,
    /// "sau khi …": an event that has no date yet.
    When(String),
}

impl Deadline {
    /// The key that states it in the plan file: `before`, `by`, `on`, `month`, `quarter`, `year`,
    /// `ongoing` or `when`.
    pub fn key(&self) -> &'static str {
        match &self.kind {
            DeadlineKind::Before(_) => "before",
            DeadlineKind::By(_) => "by",
            DeadlineKind::Within(Period::Day(_)) => "on",
            DeadlineKind::Within(Period::Month(..)) => "month",
            DeadlineKind::Within(Period::Quarter(..)) => "quarter",
            DeadlineKind::Within(Period::Year(_)) => "year",
            DeadlineKind::Ongoing => "ongoing",
            DeadlineKind::When(_) => "when",
        }
    }

    /// The last day as the wording has it, before any day off moves it; none for a standing duty
    /// or an event.
    pub fn stated_last_day(&self, calendar: &Calendar) -> Option<NaiveDate> {
        match &self.kind {
            DeadlineKind::Before(day) => Some(calendar.last_day_before(*day)),
            DeadlineKind::By(day) => Some(*day),
            DeadlineKind::Within(period) => Some(period.last_day()),
            DeadlineKind::Ongoing | DeadlineKind::When(_) => None,
        }
    }

    /// The last day after the rules of the plan, before extensions.
    pub fn last_day(&self, calendar: &Calendar) -> Option<NaiveDate> {
        self.stated_last_day(calendar).map(|day| calendar.rolled(day))
    }

    /// The first day of a range.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.from.map(Period::first_day)
    }

    /// The wording as printed; where an event has none, the event itself.
    pub fn wording(&self) -> Option<&str> {
        match (&self.text, &self.kind) {
            (Some(text), _) => Some(text),
            (None, DeadlineKind::When(event)) => Some(event),
            (None, _) => None,
        }
    }
}
