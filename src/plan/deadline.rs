//! Deadlines: how a plan words them, and the last day they mean.

use super::{Calendar, Every, Period, Within};
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

/// Declares the keys with their names.
macro_rules! due_keys {
    ($($(#[$doc:meta])* $key:ident = $name:literal;)+) => {
        /// The keys that state the last day of a deadline in the plan file, of which each deadline has one.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum DueKey {
            $($(#[$doc])* $key,)+
        }

        impl DueKey {
            /// Every key.
            pub const ALL: &'static [Self] = &[$(Self::$key,)+];

            /// What it is called, in the plan file and in machine formats.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$key => $name,)+
                }
            }
        }
    };
}

due_keys! {
    /// "trước ngày X".
    Before = "before";
    /// "chậm nhất ngày X", "đến hết ngày X".
    By = "by";
    /// "ngày X".
    On = "on";
    /// "tháng X".
    Month = "month";
    /// "quý X".
    Quarter = "quarter";
    /// "năm X".
    Year = "year";
    /// "thường xuyên".
    Ongoing = "ongoing";
    /// "sau khi …".
    When = "when";
    /// A blank cell that is no merged cell.
    None = "none";
    /// "trong vòng 30 ngày kể từ …".
    Within = "within";
    /// "hằng tháng", "hằng năm".
    Every = "every";
}

/// The kinds of deadlines that plans use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeadlineKind {
    /// "trước ngày X": X or the day before, as the rules of the plan say.
    Before(NaiveDate),
    /// "chậm nhất ngày X", "đến hết ngày X": X is the last day.
    By(NaiveDate),
    /// "ngày X", "tháng X", "quý X", "năm X": the last day of the period.
    In(Period),
    /// "thường xuyên": a standing duty without a last day.
    Ongoing,
    /// "sau khi …": an event that has no date yet.
    When(String),
    /// A blank cell that is no merged cell: there is none, and none is inherited.
    None,
    /// "trong vòng 30 ngày kể từ …": so long after something, which may not have happened yet.
    Within(Within),
    /// "hằng tháng": a last day in each period.
    Every(Every),
}

/// Until when a deadline leaves time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End<'d> {
    /// Until a day, itself in time.
    Day(NaiveDate),
    /// Until an event that has no date yet.
    Event,
    /// A standing duty, and a row without a deadline, have no end.
    Never,
    /// Until so long after something.
    After(&'d Within),
    /// Until a day of each period.
    Each(&'d Every),
}

impl Deadline {
    /// The key that states it in the plan file.
    pub fn key(&self) -> DueKey {
        match &self.kind {
            DeadlineKind::Before(_) => DueKey::Before,
            DeadlineKind::By(_) => DueKey::By,
            DeadlineKind::In(Period::Day(_)) => DueKey::On,
            DeadlineKind::In(Period::Month(..)) => DueKey::Month,
            DeadlineKind::In(Period::Quarter(..)) => DueKey::Quarter,
            // A deadline is never a week or a half: only a start is.
            DeadlineKind::In(Period::Year(_) | Period::Week(..) | Period::Half(..)) => DueKey::Year,
            DeadlineKind::Ongoing => DueKey::Ongoing,
            DeadlineKind::When(_) => DueKey::When,
            DeadlineKind::None => DueKey::None,
            DeadlineKind::Within(_) => DueKey::Within,
            DeadlineKind::Every(_) => DueKey::Every,
        }
    }

    /// Until when it leaves time, before any day off moves that.
    pub fn end(&self, calendar: &Calendar) -> End<'_> {
        match &self.kind {
            DeadlineKind::Before(day) => End::Day(calendar.last_day_before(*day)),
            DeadlineKind::By(day) => End::Day(*day),
            DeadlineKind::In(period) => End::Day(period.last_day()),
            DeadlineKind::Ongoing | DeadlineKind::None => End::Never,
            DeadlineKind::When(_) => End::Event,
            DeadlineKind::Within(within) => End::After(within),
            DeadlineKind::Every(every) => End::Each(every),
        }
    }

    /// The last day as the wording has it, before any day off moves it; none for a standing duty, an event, what
    /// counts from something else, and what recurs.
    pub fn stated_last_day(&self, calendar: &Calendar) -> Option<NaiveDate> {
        match self.end(calendar) {
            End::Day(day) => Some(day),
            End::Event | End::Never | End::After(_) | End::Each(_) => None,
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
        self.text.as_deref().or(match &self.kind {
            DeadlineKind::When(event) => Some(event),
            DeadlineKind::Before(_)
            | DeadlineKind::By(_)
            | DeadlineKind::In(_)
            | DeadlineKind::Ongoing
            | DeadlineKind::None
            | DeadlineKind::Within(_)
            | DeadlineKind::Every(_) => None,
        })
    }
}
