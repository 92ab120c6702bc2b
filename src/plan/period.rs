//! A span of the calendar: a day, a week, a month, a quarter, a half or a year.

use crate::text::{Lang, fold, words::problem, words::report};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::fmt;

/// A day, a week, a month, a quarter, a half or a year, as deadlines and questions name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// One day.
    Day(NaiveDate),
    /// A week of the ISO calendar, from Monday to Sunday: its year, and its number from 1 to 52 or 53.
    Week(i32, u32),
    /// A month: year and month from 1 to 12.
    Month(i32, u32),
    /// A quarter: year and quarter from 1 to 4.
    Quarter(i32, u32),
    /// Half a year: year and half, 1 or 2.
    Half(i32, u32),
    /// A year.
    Year(i32),
}

impl Period {
    /// A week of the ISO calendar, if there is one of that number in one of the years 1 to 9999, and it ends in one.
    pub fn week(year: i32, week: u32) -> Option<Self> {
        let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).filter(|_| is_year(year))?;
        let ends = monday.checked_add_days(Days::new(6)).filter(|sunday| is_year(sunday.year()));
        ends.filter(|_| is_year(monday.year())).map(|_| Self::Week(year, week))
    }

    /// A month, if the numbers name one of the years 1 to 9999.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        (is_year(year) && (1..=12).contains(&month)).then_some(Self::Month(year, month))
    }

    /// A quarter, if the numbers name one of the years 1 to 9999.
    pub fn quarter(year: i32, quarter: u32) -> Option<Self> {
        (is_year(year) && (1..=4).contains(&quarter)).then_some(Self::Quarter(year, quarter))
    }

    /// Half a year, if the numbers name one of the years 1 to 9999.
    pub fn half(year: i32, half: u32) -> Option<Self> {
        (is_year(year) && (1..=2).contains(&half)).then_some(Self::Half(year, half))
    }

    /// A year, if it is one of 1 to 9999.
    pub fn year(year: i32) -> Option<Self> {
        is_year(year).then_some(Self::Year(year))
    }

    /// Reads `2020-11`, `2020-Q4`, `2020-H2`, `2020-W46`, `2020`, or a day as [`parse_day`] reads it.
    ///
    /// ```
    /// use papi_plan::plan::Period;
    /// assert_eq!(Period::parse("2020-Q4"), Some(Period::Quarter(2020, 4)));
    /// assert_eq!(Period::parse("2020-13"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(day) = parse_day(text) {
            return Some(Self::Day(day));
        }
        let Some((year, rest)) = text.split_once('-') else {
            return Self::year(digits(text, 4)?.try_into().ok()?);
        };
        let year = digits(year, 4)?.try_into().ok()?;
        let number = rest.get(1..).unwrap_or_default();
        match rest.as_bytes().first()? {
            b'Q' | b'q' => Self::quarter(year, digits(number, 1)?),
            b'H' | b'h' => Self::half(year, digits(number, 1)?),
            b'W' | b'w' => Self::week(year, digits(number, 2)?),
            _ => Self::month(year, digits(rest, 2)?),
        }
    }

    /// Reads a period as people type it: as [`Period::parse`] does, or `10/2020`, `IV/2020`, `quý IV/2020`,
    /// `Q4/2020`, `tháng 10/2020`, `năm 2020`.
    ///
    /// ```
    /// use papi_plan::plan::Period;
    /// assert_eq!(Period::read("quý IV/2020"), Some(Period::Quarter(2020, 4)));
    /// assert_eq!(Period::read("10/2020"), Some(Period::Month(2020, 10)));
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        if let Some(period) = Self::parse(text) {
            return Some(period);
        }
        let text = text.to_lowercase();
        let (word, rest) = text.split_once(' ').map_or(("", text.as_str()), |(word, rest)| (word, rest.trim()));
        let (part, year) = match rest.split_once('/') {
            Some((part, year)) => (Some(part.trim()), year.trim()),
            None => (None, rest),
        };
        let year = digits(year, 4)?.try_into().ok()?;
        match (fold(word).as_str(), part) {
            ("nam", None) => Self::year(year),
            // Folded, "quý" is spelt as "quí" is.
            ("qui", Some(part)) => Self::quarter(year, quarter_number(part).or_else(|| digits(part, 1))?),
            ("tuan", Some(part)) => Self::week(year, short_number(part)?),
            ("thang", Some(part)) => Self::month(year, short_number(part)?),
            ("", Some(part)) => match quarter_number(part) {
                Some(quarter) => Self::quarter(year, quarter),
                None => Self::month(year, short_number(part)?),
            },
            _ => None,
        }
    }

    /// As people read it; a day by its date alone.
    ///
    /// ```
    /// use papi_plan::{plan::Period, text::Lang};
    /// assert_eq!(Period::Quarter(2020, 4).in_words(Lang::Vi), "Quý IV/2020");
    /// assert_eq!(Period::Month(2020, 10).in_words(Lang::En), "2020-10");
    /// ```
    pub fn in_words(self, lang: Lang) -> String {
        match self {
            Self::Day(day) => lang.date(day),
            Self::Week(year, week) => report::due_week(lang, week, year),
            Self::Month(year, month) => report::due_month(lang, month, year),
            Self::Quarter(year, quarter) => {
                let roman = ["I", "II", "III", "IV"].get(quarter.saturating_sub(1) as usize).copied();
                report::due_quarter(lang, roman.unwrap_or_default(), quarter, year)
            }
            Self::Half(year, 1) => report::due_first_half(lang, year),
            Self::Half(year, _) => report::due_second_half(lang, year),
            Self::Year(year) => report::due_year(lang, year),
        }
    }

    /// The same within a sentence.
    pub fn in_sentence(self, lang: Lang) -> String {
        let words = self.in_words(lang);
        let mut chars = words.chars();
        chars.next().into_iter().flat_map(char::to_lowercase).chain(chars).collect()
    }

    /// Whether a day lies in it.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first_day() <= day && day <= self.last_day()
    }

    /// The first day.
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Week(year, week) => NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).unwrap_or(NaiveDate::MAX),
            Self::Month(year, month) => ymd(year, month, 1),
            Self::Quarter(year, quarter) => ymd(year, (quarter * 3).saturating_sub(2), 1),
            Self::Half(year, half) => ymd(year, (half * 6).saturating_sub(5), 1),
            Self::Year(year) => ymd(year, 1, 1),
        }
    }

    /// The last day: a month, quarter or year that is a deadline ends with it.
    ///
    /// ```
    /// use papi_plan::plan::Period;
    /// assert_eq!(Period::Month(2020, 2).last_day().to_string(), "2020-02-29");
    /// assert_eq!(Period::Quarter(2020, 4).last_day().to_string(), "2020-12-31");
    /// ```
    pub fn last_day(self) -> NaiveDate {
        let next = match self {
            Self::Day(day) => return day,
            Self::Week(..) => return self.first_day().checked_add_days(Days::new(6)).unwrap_or(NaiveDate::MAX),
            Self::Month(year, 12) | Self::Quarter(year, 4) | Self::Half(year, 2) | Self::Year(year) => {
                ymd(year.saturating_add(1), 1, 1)
            }
            Self::Month(year, month) => ymd(year, month + 1, 1),
            Self::Quarter(year, quarter) => ymd(year, quarter * 3 + 1, 1),
            Self::Half(year, half) => ymd(year, half * 6 + 1, 1),
        };
        next - Days::new(1)
    }
}

/// As a plan file and a command line write it.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

/// Reads a day as people type it: `2020-10-08`, or with the day first `8/10/2020`, `8-10-2020` or `8.10.2020`.
///
/// ```
/// use papi_plan::plan::parse_day;
/// assert_eq!(parse_day("8/10/2020"), parse_day("2020-10-08"));
/// assert_eq!(parse_day("30/2/2020"), None);
/// ```
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    read_day(text).ok()
}

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDay {
    /// It is not written as one.
    Form,
    /// There is no year 0.
    Year,
    /// There is no month of that number.
    Month(u32),
    /// The month has so many days only.
    Day {
        /// The year.
        year: i32,
        /// The month, from 1.
        month: u32,
        /// How many days it has.
        days: u32,
    },
}

impl NoDay {
    /// What the calendar says against it; nothing where it is not written as a day.
    pub fn in_words(self, lang: Lang) -> Option<String> {
        match self {
            Self::Form => None,
            Self::Year => Some(problem::no_year_zero(lang).to_owned()),
            Self::Month(month) => Some(problem::no_month(lang, month)),
            Self::Day { year, month, days } => {
                Some(problem::days_of_month(lang, year, month, problem::month_in_english(month), days))
            }
        }
    }
}

/// Reads a day as [`parse_day`] does.
///
/// # Errors
/// What is no day, with the reason.
///
/// ```
/// use papi_plan::plan::{NoDay, read_day};
/// assert_eq!(read_day("31/11/2020"), Err(NoDay::Day { year: 2020, month: 11, days: 30 }));
/// assert_eq!(read_day("0000-01-01"), Err(NoDay::Year));
/// ```
pub fn read_day(text: &str) -> Result<NaiveDate, NoDay> {
    let (year, month, day) = numbers(text).filter(|(_, _, day)| *day > 0).ok_or(NoDay::Form)?;
    let year = i32::try_from(year).ok().filter(|year| is_year(*year)).ok_or(NoDay::Year)?;
    let last = Period::month(year, month).ok_or(NoDay::Month(month))?.last_day().day();
    NaiveDate::from_ymd_opt(year, month, day).ok_or(NoDay::Day { year, month, days: last })
}

/// The year, the month and the day that are written.
fn numbers(text: &str) -> Option<(u32, u32, u32)> {
    let between = text.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = text.split(between);
    let (first, month, last) = (parts.next()?, short_number(parts.next()?)?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    match (short_number(first), digits(first, 4)) {
        (Some(day), _) => Some((digits(last, 4)?, month, day)),
        (None, Some(year)) if between == '-' => Some((year, month, short_number(last)?)),
        _ => None,
    }
}

/// The number of a quarter that is told in Roman digits, or behind a Q.
fn quarter_number(text: &str) -> Option<u32> {
    match text {
        "i" | "q1" => Some(1),
        "ii" | "q2" => Some(2),
        "iii" | "q3" => Some(3),
        "iv" | "q4" => Some(4),
        _ => None,
    }
}

fn is_year(year: i32) -> bool {
    (1..=9999).contains(&year)
}

fn short_number(text: &str) -> Option<u32> {
    digits(text, 1).or_else(|| digits(text, 2))
}

fn digits(text: &str, count: usize) -> Option<u32> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?
}

/// A day that exists, if the period was made by its own functions; else the last day there is.
fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_period() -> impl Strategy<Value = Period> {
        prop_oneof![
            (1..=9999, 1..=12u32).prop_map(|(year, month)| Period::Month(year, month)),
            (1..=9999, 1..=4u32).prop_map(|(year, quarter)| Period::Quarter(year, quarter)),
            (1..=9999, 1..=2u32).prop_map(|(year, half)| Period::Half(year, half)),
            (1..=9998, 1..=52u32).prop_map(|(year, week)| Period::Week(year, week)),
            (1..=9999).prop_map(Period::Year),
            (1..=9999, 1..=12u32, 1..=28u32).prop_map(|(y, m, d)| Period::Day(ymd(y, m, d))),
        ]
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "",
            "20",
            "2020-1",
            "2020-00",
            "2020-Q0",
            "2020-Q5",
            "2020-H3",
            "2020-W00",
            "2021-W53",
            "2020-W5",
            "9999-W53",
            "2020-é",
            "0000",
            "2020-02-30",
            "8/10",
            "1/2/20",
            "+202",
            "2020-10-08-1",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_read_in_every_form_that_people_type() {
        for text in ["2020-10-08", "2020-10-8", "8/10/2020", "08/10/2020", "8-10-2020", "8.10.2020", "08.10.2020"] {
            assert_eq!(parse_day(text), Some(ymd(2020, 10, 8)), "{text}");
        }
        for text in
            ["2020/10/08", "2020.10.08", "8/10-2020", "8/10/20", "8/10", "8-10-2020-1", "/10/2020", "108/1/2020"]
        {
            assert_eq!(read_day(text), Err(NoDay::Form), "{text}");
        }
    }

    #[test]
    fn a_period_is_read_as_plans_write_it() {
        let quarter = Some(Period::Quarter(2020, 4));
        for text in ["2020-Q4", "IV/2020", "quý IV/2020", "Quý 4/2020", "q4/2020", "quy iv/2020"] {
            assert_eq!(Period::read(text), quarter, "{text}");
        }
        for text in ["10/2020", "tháng 10/2020", "2020-10"] {
            assert_eq!(Period::read(text), Some(Period::Month(2020, 10)), "{text}");
        }
        assert_eq!(Period::read("năm 2020"), Some(Period::Year(2020)));
        assert_eq!(Period::read("8.10.2020"), Some(Period::Day(ymd(2020, 10, 8))));
        for text in ["13/2020", "V/2020", "quý 5/2020", "quý 2020", "năm 1/2020", "10/20", "tuần 54/2020"] {
            assert_eq!(Period::read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(period in any_period()) {
            prop_assert_eq!(Period::parse(&period.to_string()), Some(period));
        }

        #[test]
        fn a_period_ends_the_day_before_the_next_begins(period in any_period()) {
            let after = period.last_day() + Days::new(1);
            let next = match period {
                Period::Day(day) => day + Days::new(1),
                Period::Week(..) => period.first_day() + Days::new(7),
                Period::Month(year, 12) | Period::Quarter(year, 4) | Period::Half(year, 2) | Period::Year(year) => {
                    ymd(year + 1, 1, 1)
                }
                Period::Month(year, month) => Period::Month(year, month + 1).first_day(),
                Period::Quarter(year, quarter) => Period::Quarter(year, quarter + 1).first_day(),
                Period::Half(year, half) => Period::Half(year, half + 1).first_day(),
            };
            prop_assert!(period.first_day() <= period.last_day());
            prop_assert_eq!(after, next);
        }
    }
}
