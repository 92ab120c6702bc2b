//! Days, months, quarters and years as wordings print them, whole or as the ends of a range.

use super::super::super::Period;
use super::super::token::Cursor;
use chrono::NaiveDate;

/// A day, month, quarter or year as far as its own words tell it.
///
/// In "tháng 8 - 12/2025" the start has no year and the end no unit: each lends the other what it
/// lacks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    unit: Unit,
    year: Option<i32>,
    /// Whether a word such as "tháng" says what the numbers are.
    named: bool,
    /// The year where neither it nor the other end of its range names one.
    given: Option<i32>,
}

#[derive(Clone, Copy, Debug)]
enum Unit {
    /// A lone number: a day, a month or a quarter.
    Number(u32),
    /// A day without its month.
    Day(u32),
    /// A day and its month.
    DayOf(u32, u32),
    Month(u32),
    Quarter(u32),
    Year,
}

impl Point {
    /// Reads "ngày 30/11/2025", "tháng 11 năm 2025", "Q.IV/2025", "2025" and the like.
    pub(super) fn read(cursor: &mut Cursor) -> Option<Self> {
        let given = cursor.year;
        if cursor.phrase("ngay") {
            return numbers(cursor, true)?.as_day();
        }
        if cursor.phrase("nam") {
            return Some(Self { unit: Unit::Year, year: cursor.year(), named: true, given });
        }
        if cursor.phrase("thang") || short_name(cursor, "t") {
            let unit = Unit::Month(cursor.short()?);
            return Some(Self { unit, year: year_after(cursor), named: true, given });
        }
        if cursor.phrase("qui") || short_name(cursor, "q") {
            let unit = Unit::Quarter(cursor.roman("").or_else(|| cursor.short())?);
            return Some(Self { unit, year: year_after(cursor), named: true, given });
        }
        for (prefix, named) in [("q", true), ("", false)] {
            if let Some(quarter) = cursor.roman(prefix) {
                return Some(Self { unit: Unit::Quarter(quarter), year: year_after(cursor), named, given });
            }
        }
        numbers(cursor, false)
    }

    /// Reads the end of a range that starts here.
    pub(super) fn read_end(self, cursor: &mut Cursor) -> Option<Self> {
        let end = Self::read(cursor)?;
        let lends = self.named && self.year.is_none();
        let unit = match (self.unit, end.unit) {
            _ if end.named => end.unit,
            (_, Unit::DayOf(..))
            | (Unit::Month(_), Unit::Month(_))
            | (Unit::Quarter(_), Unit::Quarter(_))
            | (Unit::Year, Unit::Year) => end.unit,
            (Unit::Month(_), Unit::Number(month)) if lends => Unit::Month(month),
            (Unit::Quarter(_), Unit::Number(quarter) | Unit::Month(quarter)) if lends => Unit::Quarter(quarter),
            _ => return None,
        };
        let year = end.year.or_else(|| worded_year(cursor));
        Some(Self { unit, year, named: true, given: end.given })
    }

    /// The start of a range, with what the end lends it.
    pub(super) fn start_of(self, end: Self) -> Option<Period> {
        let unit = match (self.unit, end.unit) {
            (Unit::Number(day) | Unit::Day(day), Unit::DayOf(_, month)) => Unit::DayOf(day, month),
            (unit, _) => unit,
        };
        // "Quý III đến năm 2026" leaves open in which year it starts.
        let lent = if matches!(end.unit, Unit::Year) { None } else { end.year };
        Self { unit, year: self.year.or(lent), ..self }.period()
    }

    /// The period, if the words name it whole and it exists.
    pub(super) fn period(self) -> Option<Period> {
        let year = self.year.or(self.given).filter(|year| Period::year(*year).is_some())?;
        match self.unit {
            Unit::DayOf(day, month) => NaiveDate::from_ymd_opt(year, month, day).map(Period::Day),
            Unit::Month(month) => Period::month(year, month),
            // "IV/2025" may be a month as well.
            Unit::Quarter(quarter) => self.named.then(|| Period::quarter(year, quarter))?,
            Unit::Year => Period::year(year),
            Unit::Number(_) | Unit::Day(_) => None,
        }
    }

    /// What "ngày" before it makes of the numbers.
    fn as_day(self) -> Option<Self> {
        let unit = match self.unit {
            Unit::Number(day) => Unit::Day(day),
            Unit::DayOf(..) => self.unit,
            _ => return None,
        };
        Some(Self { unit, named: true, ..self })
    }
}

/// The numbers of a point that no word names, or that "ngày" does.
fn numbers(cursor: &mut Cursor, after_day: bool) -> Option<Point> {
    let given = cursor.year;
    let bare = |unit, year| Some(Point { unit, year, named: false, given });
    if let Some(year) = cursor.year() {
        // Other numbers of four digits are likelier a sum or the number of a document.
        return bare(Unit::Year, Some(year)).filter(|_| (1900..2200).contains(&year));
    }
    let first = cursor.short()?;
    if let Some((month, year)) = rest_of_date(cursor) {
        return bare(Unit::DayOf(first, month), Some(year));
    }
    let mut ahead = *cursor;
    if ahead.mark('/') {
        let (unit, year) = match ahead.year() {
            Some(year) => (Unit::Month(first), Some(year)),
            None => (Unit::DayOf(first, ahead.short()?), worded_year(&mut ahead)),
        };
        *cursor = ahead;
        return bare(unit, year);
    }
    if ahead.phrase("thang")
        && let Some(month) = ahead.short()
    {
        let year = if after_day { year_after(&mut ahead) } else { worded_year(&mut ahead) };
        // "Trong 2 tháng 11/2025" counts months; only "năm" makes a date of it.
        if after_day || year.is_some() {
            *cursor = ahead;
            return bare(Unit::DayOf(first, month), year);
        }
    }
    bare(Unit::Number(first), None)
}

/// The month and year of a date after its day: "/11/2025", ".11.2025" or "-11-2025", the same mark
/// twice, so that "15-20/11/2025" stays a range.
fn rest_of_date(cursor: &mut Cursor) -> Option<(u32, i32)> {
    let mut ahead = *cursor;
    let mark = date_mark(&mut ahead)?;
    let month = ahead.short()?;
    if date_mark(&mut ahead)? != mark {
        return None;
    }
    let year = ahead.year()?;
    *cursor = ahead;
    Some((month, year))
}

/// A mark between the numbers of a date.
fn date_mark(cursor: &mut Cursor) -> Option<char> {
    let mark = ['/', '.'].into_iter().find(|mark| cursor.mark(*mark));
    mark.or_else(|| cursor.tight_dash().then_some('-'))
}

/// The year of a month or quarter: "/2025", "-2025", ".2025", " 2025", "/năm 2025" or "năm 2025".
fn year_after(cursor: &mut Cursor) -> Option<i32> {
    if let Some(year) = worded_year(cursor) {
        return Some(year);
    }
    let mut ahead = *cursor;
    // "tháng 8 - năm 2026" may be a range, so no "năm" after a dash.
    let year = if ahead.mark('/') {
        worded_year(&mut ahead).or_else(|| ahead.year())
    } else {
        let _ = ahead.dash() || ahead.mark('.');
        ahead.year()
    }?;
    *cursor = ahead;
    Some(year)
}

/// "năm 2025" or ", năm 2025" after a day, month or quarter.
fn worded_year(cursor: &mut Cursor) -> Option<i32> {
    let mut ahead = *cursor;
    ahead.mark(',');
    let year = if ahead.phrase("nam") { ahead.year() } else { None }?;
    *cursor = ahead;
    Some(year)
}

/// "Q" or "T", with or without a point.
fn short_name(cursor: &mut Cursor, name: &str) -> bool {
    let found = cursor.phrase(name);
    if found {
        cursor.mark('.');
    }
    found
}
