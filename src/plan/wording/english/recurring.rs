//! Duties that come again: "Monthly", "by the 20th of each month", "annually by December 10".

use super::super::super::{At, DeadlineKind, Every, Unit};
use super::super::Wording;
use super::super::recurrence::{Of, On, every, spoken};
use super::super::token::Cursor;
use super::point::{Point, day_number, month};
use super::{LATEST, ONWARDS, SINCE, UNTIL, end_of};
use chrono::Weekday;

const TIMES: &[(&str, (Unit, u32))] = &[
    ("weekly", (Unit::Weeks, 1)),
    ("monthly", (Unit::Months, 1)),
    ("quarterly", (Unit::Quarters, 1)),
    ("semiannually", (Unit::Halves, 1)),
    ("annually", (Unit::Years, 1)),
    ("yearly", (Unit::Years, 1)),
    ("biennially", (Unit::Years, 2)),
    ("once a year", (Unit::Years, 1)),
    ("twice a year", (Unit::Halves, 1)),
];
/// Words in two parts, with a dash between them.
const TIMES_IN_PARTS: &[(&str, &str)] = &[("semi", "annually"), ("half", "yearly")];
const UNITS: &[(&str, Unit)] = &[
    ("weeks", Unit::Weeks),
    ("week", Unit::Weeks),
    ("months", Unit::Months),
    ("month", Unit::Months),
    ("quarters", Unit::Quarters),
    ("quarter", Unit::Quarters),
    ("years", Unit::Years),
    ("year", Unit::Years),
];
const EACH: &[&str] = &["every", "each"];
const NEXT: &[&str] = &["following", "next", "subsequent"];
const WEEKDAYS: &[(&str, Weekday)] = &[
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

/// How often, with the day of each time before or after it, and where it starts and ends.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Wording> {
    let recurring = times(cursor)?;
    let mut ahead = *cursor;
    let _mark = ahead.mark(',');
    let from = if ahead.any(SINCE) { Some(Point::read(&mut ahead)?.period()?) } else { None };
    let _onwards = from.is_some() && (ahead.any(ONWARDS) || ahead.mark(','));
    let until = if ahead.any(UNTIL) {
        let _end = end_of(&mut ahead);
        Some(Point::read(&mut ahead)?.period()?)
    } else {
        None
    };
    if from.is_some() || until.is_some() {
        *cursor = ahead;
    }
    Some(Wording { kind: DeadlineKind::Every(Every { until, ..recurring }), from })
}

fn times(cursor: &mut Cursor<'_>) -> Option<Every> {
    if let Some(weekday) = each_weekday(cursor) {
        return every(On::At(At::Weekday(weekday)), Some((Unit::Weeks, 1)));
    }
    let on = day(cursor);
    let often = frequency(cursor);
    if on.is_some() || often.is_none() {
        return every(on?, often);
    }
    let mut ahead = *cursor;
    let _mark = ahead.mark(',') || ahead.mark(':');
    match day(&mut ahead) {
        None => every(On::End, often),
        Some(on) => {
            *cursor = ahead;
            every(on, often)
        }
    }
}

/// "Every Friday".
fn each_weekday(cursor: &mut Cursor<'_>) -> Option<Weekday> {
    let mut ahead = *cursor;
    let found = if ahead.any(EACH) { weekday(&mut ahead) } else { None }?;
    *cursor = ahead;
    Some(found)
}

/// "Monthly", "semi-annually", "every six months", "every 2 weeks", "of each quarter".
fn frequency(cursor: &mut Cursor<'_>) -> Option<(Unit, u32)> {
    let mut ahead = *cursor;
    if let Some((_, often)) = TIMES.iter().find(|(word, _)| ahead.phrase(word)) {
        *cursor = ahead;
        return Some(*often);
    }
    if TIMES_IN_PARTS.iter().any(|(one, two)| in_parts(&mut ahead, one, two)) {
        *cursor = ahead;
        return Some((Unit::Halves, 1));
    }
    let _of = ahead.phrase("of");
    if !ahead.any(EACH) {
        return None;
    }
    let found = if in_parts(&mut ahead, "half", "year") {
        (Unit::Halves, 1)
    } else {
        let count = if ahead.phrase("six") { Some(6) } else { ahead.count() };
        spoken(unit(&mut ahead)?, count.unwrap_or(1))?
    };
    *cursor = ahead;
    Some(found)
}

fn in_parts(cursor: &mut Cursor<'_>, one: &str, two: &str) -> bool {
    let mut ahead = *cursor;
    let found = ahead.phrase(one) && {
        let _dash = ahead.dash();
        ahead.phrase(two)
    };
    if found {
        *cursor = ahead;
    }
    found
}

fn unit(cursor: &mut Cursor<'_>) -> Option<Unit> {
    UNITS.iter().find(|(word, _)| cursor.phrase(word)).map(|(_, unit)| *unit)
}

fn weekday(cursor: &mut Cursor<'_>) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(name, _)| cursor.phrase(name)).map(|(_, weekday)| *weekday)
}

/// "by December 10", "by the 20th", "on Friday", "by the 15th of the last month", "at most 10 days after it".
fn day(cursor: &mut Cursor<'_>) -> Option<On> {
    let mut ahead = *cursor;
    let _latest = ahead.any(LATEST) || ahead.any(&["before", "on", "within", "at most"]);
    let found = weekday(&mut ahead)
        .map(|weekday| On::At(At::Weekday(weekday)))
        .or_else(|| after(&mut ahead))
        .or_else(|| date(&mut ahead))
        .or_else(|| day_of(&mut ahead))?;
    *cursor = ahead;
    Some(found)
}

/// So many days after the period.
fn after(cursor: &mut Cursor<'_>) -> Option<On> {
    let mut ahead = *cursor;
    let days = ahead.count()?;
    if !(ahead.any(&["days", "day"]) && ahead.any(&["after", "of", "following"])) {
        return None;
    }
    if !ahead.phrase("it") {
        let _end = end_of(&mut ahead);
        let _each = ahead.any(EACH) || ahead.phrase("the");
        if !ahead.phrase("period") && unit(&mut ahead).is_none() {
            return None;
        }
    }
    *cursor = ahead;
    Some(On::At(At::After(days)))
}

/// "December 10", "10 December".
fn date(cursor: &mut Cursor<'_>) -> Option<On> {
    let mut ahead = *cursor;
    let found = match month(&mut ahead) {
        Some(month) => At::Date(month, day_number(&mut ahead)?),
        None => {
            let day = day_number(&mut ahead)?;
            At::Date(month(&mut ahead)?, day)
        }
    };
    let mut year = ahead;
    let _mark = year.mark(',');
    if year.year().is_some() {
        return None;
    }
    *cursor = ahead;
    Some(On::At(found))
}

/// A day of a month by its number, and of which.
fn day_of(cursor: &mut Cursor<'_>) -> Option<On> {
    let mut ahead = *cursor;
    let _the = ahead.any(&["the", "day"]);
    let day = day_number(&mut ahead)?;
    if month(&mut ahead).is_some() {
        return None;
    }
    let _day = ahead.phrase("day");
    *cursor = ahead;
    Some(On::Day(day, of(cursor)))
}

/// "of the last month of the quarter", "of the following month".
fn of(cursor: &mut Cursor<'_>) -> Of {
    let mut ahead = *cursor;
    if !(ahead.phrase("of") && ahead.any(&["the", "its"])) {
        return Of::Unsaid;
    }
    let found = if ahead.phrase("last month") {
        let mut further = ahead;
        if further.phrase("of") && (further.any(EACH) || further.phrase("the")) {
            let unit = unit(&mut further);
            ahead = further;
            Of::LastMonth(unit)
        } else {
            Of::LastMonth(None)
        }
    } else if ahead.any(NEXT) {
        match unit(&mut ahead) {
            Some(unit) => Of::Next(unit),
            None => return Of::Unsaid,
        }
    } else {
        return Of::Unsaid;
    };
    *cursor = ahead;
    found
}
