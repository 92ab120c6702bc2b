//! Days, months, quarters, seasons and years in English.

use super::super::super::Period;
use super::super::token::Cursor;
use chrono::NaiveDate;

const MONTHS: &[(&str, &str)] = &[
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may", "may"),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
];
const ORDINALS: &[&str] = &["st", "nd", "rd", "th"];

/// A day, month, quarter or year; in "March – May 2026" the end lends the start its year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    unit: Unit,
    year: Option<i32>,
    /// The year where neither it nor the other end of its range names one.
    given: Option<i32>,
}

#[derive(Clone, Copy, Debug)]
enum Unit {
    Day(u32, u32),
    Month(u32),
    Quarter(u32),
    Year,
}

impl Point {
    /// Reads "September 30, 2020", "30 Sep 2020", "Nov 2016", "Q3 2026", "the third quarter of 2026", "fall 2027" and
    /// the like.
    pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Self> {
        let given = cursor.year;
        let mut ahead = *cursor;
        if let Some(year) = ahead.year() {
            *cursor = ahead;
            return Some(match rest_of_iso(cursor) {
                Some((month, day)) => Self { unit: Unit::Day(day, month), year: Some(year), given },
                None => Self { unit: Unit::Year, year: Some(year), given }.plausible()?,
            });
        }
        let unit = unit(cursor)?;
        let mut ahead = *cursor;
        let _link = ahead.mark(',') || ahead.phrase("of");
        let year = ahead.year();
        if year.is_some() {
            *cursor = ahead;
        }
        Some(Self { unit, year, given })
    }

    /// Other numbers of four digits are likelier a sum or the number of a document.
    fn plausible(self) -> Option<Self> {
        self.year.is_some_and(|year| (1900..2200).contains(&year)).then_some(self)
    }

    /// The start of a range, with the year that its end lends it.
    pub(super) fn start_of(self, end: Self) -> Option<Period> {
        let lent = if matches!(end.unit, Unit::Year) { None } else { end.year };
        Self { year: self.year.or(lent), ..self }.period()
    }

    /// The period, if the words name it whole and it exists.
    pub(super) fn period(self) -> Option<Period> {
        let year = self.year.or(self.given)?;
        match self.unit {
            Unit::Day(day, month) => {
                let day = NaiveDate::from_ymd_opt(year, month, day)?;
                Period::year(year).map(|_| Period::Day(day))
            }
            Unit::Month(month) => Period::month(year, month),
            Unit::Quarter(quarter) => Period::quarter(year, quarter),
            Unit::Year => Period::year(year),
        }
    }
}

fn unit(cursor: &mut Cursor<'_>) -> Option<Unit> {
    if let Some(month) = month(cursor) {
        let mut ahead = *cursor;
        let day = day_number(&mut ahead);
        if day.is_some() {
            *cursor = ahead;
        }
        return Some(day.map_or(Unit::Month(month), |day| Unit::Day(day, month)));
    }
    if cursor.phrase("q") {
        return cursor.short().map(Unit::Quarter);
    }
    let mut ahead = *cursor;
    let _the = ahead.phrase("the");
    if let Some(day) = day_number(&mut ahead) {
        let _of = ahead.phrase("of");
        let month = month(&mut ahead)?;
        *cursor = ahead;
        return Some(Unit::Day(day, month));
    }
    let quarters = [("first", 1), ("second", 2), ("third", 3), ("fourth", 4)];
    if let Some((_, quarter)) = quarters.iter().find(|(word, _)| ahead.phrase(word)) {
        *cursor = ahead;
        return cursor.phrase("quarter").then_some(Unit::Quarter(*quarter));
    }
    // The last month of a season; winter is of two years.
    let seasons = [("spring", 5), ("summer", 8), ("fall", 11), ("autumn", 11)];
    let (_, month) = seasons.iter().find(|(season, _)| ahead.phrase(season))?;
    *cursor = ahead;
    Some(Unit::Month(*month))
}

/// A month by its name, whole or short, with a point or without.
pub(super) fn month(cursor: &mut Cursor<'_>) -> Option<u32> {
    let names = (1..).zip(MONTHS);
    let found = names.into_iter().find(|(_, (name, short))| cursor.phrase(name) || short_name(cursor, short));
    let found = found.map(|(number, _)| number);
    found.or_else(|| short_name(cursor, "sept").then_some(9))
}

fn short_name(cursor: &mut Cursor<'_>, name: &str) -> bool {
    let found = cursor.phrase(name);
    if found {
        cursor.mark('.');
    }
    found
}

/// "30", "30th".
pub(super) fn day_number(cursor: &mut Cursor<'_>) -> Option<u32> {
    let day = cursor.short()?;
    let _ordinal = cursor.any(ORDINALS);
    Some(day)
}

/// The rest of "2020-09-30".
fn rest_of_iso(cursor: &mut Cursor<'_>) -> Option<(u32, u32)> {
    let mut ahead = *cursor;
    let month = if ahead.tight_dash() { ahead.short() } else { None }?;
    let day = if ahead.tight_dash() { ahead.short() } else { None }?;
    *cursor = ahead;
    Some((month, day))
}
