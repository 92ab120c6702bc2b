//! Deadlines that come again: every month, every two weeks, every fiscal year (docs/format.md, Recurring deadlines).

use super::Period;
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A deadline with a period after the other, and a last day in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Every {
    /// What a period is made of.
    pub unit: Unit,
    /// How many of them make one; at least 1.
    pub count: u32,
    /// Its last day.
    pub at: At,
    /// Where the periods end; none where the plan says so for all.
    pub until: Option<Period>,
}

/// What the periods of a recurring deadline are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Weeks, from Monday to Sunday.
    Weeks,
    /// Months.
    Months,
    /// Quarters.
    Quarters,
    /// Halves of a year.
    Halves,
    /// Years.
    Years,
}

/// The last day of a period of a recurring deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// The last of the period.
    End,
    /// This day of its last month, or the last of a shorter one.
    Day(u32),
    /// This day of its last week.
    Weekday(Weekday),
    /// This month and day of its last year, or the last of a shorter month.
    Date(u32, u32),
    /// So many days after the period.
    After(u32),
}

/// One period of a recurring deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Its name: that of its first unit.
    pub period: Period,
    /// Its first day: from then on it is owed.
    pub first_day: NaiveDate,
    /// Its last day as the deadline states it, before any day off moves it.
    pub last_day: NaiveDate,
}

/// Why a recurring deadline has no periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPeriods {
    /// Nothing says where they end.
    NoEnd,
    /// They end before they begin.
    None,
    /// There are more than [`Every::MOST`].
    TooMany,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 5] = [Self::Weeks, Self::Months, Self::Quarters, Self::Halves, Self::Years];

    /// The key that names it in the plan file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Quarters => "quarters",
            Self::Halves => "halves",
            Self::Years => "years",
        }
    }

    /// How many months it has; a week has none.
    const fn months(self) -> Option<u32> {
        match self {
            Self::Weeks => None,
            Self::Months => Some(1),
            Self::Quarters => Some(3),
            Self::Halves => Some(6),
            Self::Years => Some(12),
        }
    }

    /// The number of the unit that contains a day, counted from one that is long past.
    fn number(self, day: NaiveDate) -> i64 {
        let (year, month) = (i64::from(day.year()), i64::from(day.month0()));
        match self {
            Self::Weeks => (i64::from(day.num_days_from_ce()) - 1).div_euclid(7),
            Self::Months => year * 12 + month,
            Self::Quarters => year * 4 + month / 3,
            Self::Halves => year * 2 + month / 6,
            Self::Years => year,
        }
    }

    /// The unit of a number; none past the years of the calendar.
    fn at(self, number: i64) -> Option<Period> {
        let of = |parts: i64| {
            let year = i32::try_from(number.div_euclid(parts)).ok()?;
            Some((year, u32::try_from(number.rem_euclid(parts)).ok()? + 1))
        };
        match self {
            Self::Weeks => {
                let monday = i32::try_from(number * 7 + 1).ok().and_then(NaiveDate::from_num_days_from_ce_opt)?;
                let week = monday.iso_week();
                Period::week(week.year(), week.week())
            }
            Self::Months => of(12).and_then(|(year, month)| Period::month(year, month)),
            Self::Quarters => of(4).and_then(|(year, quarter)| Period::quarter(year, quarter)),
            Self::Halves => of(2).and_then(|(year, half)| Period::half(year, half)),
            Self::Years => i32::try_from(number).ok().and_then(Period::year),
        }
    }
}

impl Every {
    /// How many periods a recurring deadline may have, those before the plan was issued counted too.
    pub const MOST: usize = 1000;

    /// The periods from the one that begins with the unit around the first day to the one that contains the last.
    ///
    /// # Errors
    /// [`NoPeriods`] if there are none, or more than [`Every::MOST`].
    ///
    /// ```
    /// use papi_plan::plan::{At, Every, Unit, parse_day};
    /// let every = Every { unit: Unit::Quarters, count: 1, at: At::Day(15), until: None };
    /// let days = ["2025-02-10", "2025-06-30"].map(|day| parse_day(day).unwrap());
    /// let periods = every.occurrences(days[0], days[1]).unwrap();
    /// let told: Vec<_> = periods.iter().map(|one| format!("{} {}", one.period, one.last_day)).collect();
    /// assert_eq!(told, ["2025-Q1 2025-03-15", "2025-Q2 2025-06-15"]);
    /// ```
    pub fn occurrences(&self, from: NaiveDate, until: NaiveDate) -> Result<Vec<Occurrence>, NoPeriods> {
        let count = i64::from(self.count);
        let starts = (0..).map(|nth| self.unit.number(from) + nth * count);
        let periods = starts.map_while(|number| self.occurrence(number)).take_while(|one| one.first_day <= until);
        let periods: Vec<Occurrence> = periods.take(Self::MOST + 1).collect();
        match periods.len() {
            0 => Err(NoPeriods::None),
            1..=Self::MOST => Ok(periods),
            _ => Err(NoPeriods::TooMany),
        }
    }

    /// Whether it comes as often as another and names no other day in each period: one that names none says less.
    /// A report by day 5 may be that of the period before, due five days after it.
    pub fn says_no_other_than(&self, other: &Self) -> bool {
        let length = |every: &Self| every.unit.months().and_then(|months| months.checked_mul(every.count));
        let is_as_long = (self.unit, self.count) == (other.unit, other.count)
            || length(self).is_some_and(|months| Some(months) == length(other));
        let is_same_day = match (self.at, other.at) {
            (At::End, _) => true,
            (At::Day(day), At::After(days)) => day == days,
            (one, other) => one == other,
        };
        is_as_long && is_same_day && (self.until.is_none() || other.until.is_none() || self.until == other.until)
    }

    /// The period whose first unit has that number.
    fn occurrence(&self, number: i64) -> Option<Occurrence> {
        let period = self.unit.at(number)?;
        let last = self.unit.at(number + i64::from(self.count) - 1)?;
        let end = last.last_day();
        let last_day = match self.at {
            At::End => end,
            At::Day(day) => clipped(end.year(), end.month(), day)?,
            At::Weekday(weekday) => last.first_day() + Days::new(weekday.num_days_from_monday().into()),
            At::Date(month, day) => clipped(end.year(), month, day)?,
            At::After(days) => end.checked_add_days(Days::new(days.into())).filter(|day| day.year() <= 9999)?,
        };
        Some(Occurrence { period, first_day: period.first_day(), last_day })
    }
}

/// A day of a month, or the last of a shorter one.
fn clipped(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    let last = Period::month(year, month)?.last_day();
    Some(NaiveDate::from_ymd_opt(year, month, day).unwrap_or(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::day;

    /// The periods with their last days, told as `2025-01 01-31`.
    fn told(unit: Unit, count: u32, at: At, from: &str, until: &str) -> Vec<String> {
        let every = Every { unit, count, at, until: None };
        let found = every.occurrences(day(from), day(until)).unwrap();
        found.iter().map(|one| format!("{} {}", one.period, one.last_day.format("%m-%d"))).collect()
    }

    #[test]
    fn the_first_begins_with_the_unit_around_its_start_and_the_last_contains_the_end() {
        assert_eq!(
            told(Unit::Months, 1, At::End, "01-15", "03-01"),
            ["2020-01 01-31", "2020-02 02-29", "2020-03 03-31"]
        );
        assert_eq!(told(Unit::Months, 2, At::End, "02-10", "05-31"), ["2020-02 03-31", "2020-04 05-31"]);
        assert_eq!(told(Unit::Weeks, 1, At::End, "01-01", "01-06"), ["2020-W01 01-05", "2020-W02 01-12"]);
        assert_eq!(told(Unit::Halves, 1, At::End, "06-30", "07-01"), ["2020-H1 06-30", "2020-H2 12-31"]);
        assert_eq!(told(Unit::Months, 12, At::End, "04-01", "2021-03-31"), ["2020-04 03-31"], "a fiscal year");
        assert_eq!(told(Unit::Years, 2, At::End, "04-01", "2021-12-31"), ["2020 12-31"]);
    }

    #[test]
    fn each_has_its_last_day_as_it_is_stated() {
        let first = |unit, count, at| told(unit, count, at, "02-10", "02-10").remove(0);
        assert_eq!(first(Unit::Quarters, 1, At::Day(15)), "2020-Q1 03-15", "of the last month");
        assert_eq!(first(Unit::Months, 1, At::Day(31)), "2020-02 02-29", "the month is shorter");
        assert_eq!(first(Unit::Weeks, 2, At::Weekday(Weekday::Fri)), "2020-W07 02-21", "of the last week");
        assert_eq!(first(Unit::Years, 2, At::Date(2, 29)), "2020 02-28", "of the last year, which is no leap year");
        assert_eq!(first(Unit::Months, 1, At::After(5)), "2020-02 03-05");
    }

    #[test]
    fn a_day_after_the_last_unit_of_the_calendar_has_no_period() {
        let every = Every { unit: Unit::Years, count: 1, at: At::After(1), until: None };
        let last = every.occurrences(day("9998-01-01"), day("9999-12-31")).unwrap();
        assert_eq!(last.len(), 1, "that of 9999 would end in the year 10000");
    }

    #[test]
    fn more_than_a_thousand_are_too_many() {
        let every = Every { unit: Unit::Weeks, count: 1, at: At::End, until: None };
        assert_eq!(every.occurrences(day("01-01"), day("2060-01-01")), Err(NoPeriods::TooMany));
        assert_eq!(every.occurrences(day("01-08"), day("01-05")), Err(NoPeriods::None));
        assert_eq!(every.occurrences(day("01-01"), day("01-05")).unwrap().len(), 1);
    }
}
