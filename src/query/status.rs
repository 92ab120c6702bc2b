//! The status of an obligation on a day.

use chrono::NaiveDate;

/// The status of an obligation at D (docs/meaning.md, Status), worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Not delivered, and the last day is past.
    Overdue,
    /// Not delivered, and the last day is near.
    DueSoon,
    /// Not delivered, and the last day is further off.
    Pending,
    /// Not delivered, and there is no last day.
    Open,
    /// Delivered after the last day.
    Late,
    /// Delivered on or before the last day, or without one.
    OnTime,
}

impl Status {
    /// Every status, worst first.
    pub const ALL: [Self; 6] = [Self::Overdue, Self::DueSoon, Self::Pending, Self::Open, Self::Late, Self::OnTime];

    /// The status at D of what was delivered on a day, or not yet, with a last day, or none.
    ///
    /// The last day itself is in time.
    ///
    /// ```
    /// use papi_plan::query::Status;
    /// let day = |d| chrono::NaiveDate::from_ymd_opt(2020, 10, d);
    /// assert_eq!(Status::new(None, day(10), day(10).unwrap(), 7), Status::DueSoon);
    /// assert_eq!(Status::new(None, day(10), day(11).unwrap(), 7), Status::Overdue);
    /// assert_eq!(Status::new(day(11), day(10), day(20).unwrap(), 7), Status::Late);
    /// ```
    pub fn new(
        delivered: Option<NaiveDate>,
        last_day: Option<NaiveDate>,
        as_of: NaiveDate,
        due_soon_days: u32,
    ) -> Self {
        match (delivered, last_day) {
            (Some(day), Some(last)) if day > last => Self::Late,
            (Some(_), _) => Self::OnTime,
            (None, None) => Self::Open,
            (None, Some(last)) if as_of > last => Self::Overdue,
            (None, Some(last)) if (last - as_of).num_days() <= i64::from(due_soon_days) => Self::DueSoon,
            (None, Some(_)) => Self::Pending,
        }
    }

    /// The name that options and machine formats use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::DueSoon => "due-soon",
            Self::Pending => "pending",
            Self::Open => "open",
            Self::Late => "late",
            Self::OnTime => "on-time",
        }
    }

    /// Whether the obligation is delivered.
    pub fn is_delivered(self) -> bool {
        matches!(self, Self::Late | Self::OnTime)
    }
}

/// By the name that machine formats use.
impl serde::Serialize for Status {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// How many obligations have each status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[expect(missing_docs, reason = "each field counts the status of its name")]
pub struct Counts {
    pub total: usize,
    pub on_time: usize,
    pub late: usize,
    pub overdue: usize,
    pub due_soon: usize,
    pub pending: usize,
    pub open: usize,
}

impl Counts {
    /// How many have that status.
    pub fn of(&self, status: Status) -> usize {
        match status {
            Status::Overdue => self.overdue,
            Status::DueSoon => self.due_soon,
            Status::Pending => self.pending,
            Status::Open => self.open,
            Status::Late => self.late,
            Status::OnTime => self.on_time,
        }
    }

    fn of_mut(&mut self, status: Status) -> &mut usize {
        match status {
            Status::Overdue => &mut self.overdue,
            Status::DueSoon => &mut self.due_soon,
            Status::Pending => &mut self.pending,
            Status::Open => &mut self.open,
            Status::Late => &mut self.late,
            Status::OnTime => &mut self.on_time,
        }
    }

    /// The worst status among them; none where nothing is counted.
    pub fn worst(&self) -> Option<Status> {
        Status::ALL.into_iter().find(|status| self.of(*status) > 0)
    }

    /// How many are delivered, in time or late.
    pub fn completed(&self) -> usize {
        self.on_time + self.late
    }

    /// Completed / (completed + overdue), as Government reports state it; none where both are 0.
    pub fn completed_rate(&self) -> Option<f64> {
        rate(self.completed(), self.completed() + self.overdue)
    }

    /// The completed rate in whole percent; 0 and 100 only where they are exact.
    pub fn completed_percent(&self) -> Option<usize> {
        let (part, whole) = (self.completed(), self.completed() + self.overdue);
        let rounded = (part * 200 + whole).checked_div(whole * 2)?;
        let is_exact = part == 0 || part == whole;
        Some(if is_exact { rounded } else { rounded.clamp(1, 99) })
    }

    /// Overdue / (completed + overdue); none where both are 0.
    pub fn overdue_rate(&self) -> Option<f64> {
        rate(self.overdue, self.completed() + self.overdue)
    }
}

impl FromIterator<Status> for Counts {
    fn from_iter<I: IntoIterator<Item = Status>>(statuses: I) -> Self {
        let mut counts = Self::default();
        for status in statuses {
            counts += status;
        }
        counts
    }
}

impl std::ops::AddAssign<Status> for Counts {
    fn add_assign(&mut self, status: Status) {
        self.total += 1;
        *self.of_mut(status) += 1;
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.total += other.total;
        for status in Status::ALL {
            *self.of_mut(status) += other.of(status);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of obligations are far below 2^52")]
fn rate(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_is_in_time_and_the_days_before_it_are_soon() {
        let day = |text: &str| Some(crate::testing::day(text));
        let cases = [
            (None, day("03-10"), "03-11", Status::Overdue),
            (None, day("03-10"), "03-10", Status::DueSoon),
            (None, day("03-10"), "03-03", Status::DueSoon),
            (None, day("03-10"), "03-02", Status::Pending),
            (None, None, "03-10", Status::Open),
            (day("03-10"), day("03-10"), "04-01", Status::OnTime),
            (day("03-11"), day("03-10"), "04-01", Status::Late),
            (day("03-11"), None, "04-01", Status::OnTime),
        ];
        for (delivered, last, as_of, expected) in cases {
            let status = Status::new(delivered, last, crate::testing::day(as_of), 7);
            assert_eq!(status, expected, "delivered {delivered:?}, last day {last:?}, on {as_of}");
        }
    }

    #[test]
    fn percents_are_whole_and_never_say_all_or_nothing_too_soon() {
        let percent = |late, overdue| Counts { late, overdue, pending: 3, ..Counts::default() }.completed_percent();
        assert_eq!(percent(0, 0), None);
        assert_eq!(percent(0, 4), Some(0));
        assert_eq!(percent(1, 1000), Some(1));
        assert_eq!(percent(1, 7), Some(13));
        assert_eq!(percent(1000, 1), Some(99));
        assert_eq!(percent(4, 0), Some(100));
    }
}
