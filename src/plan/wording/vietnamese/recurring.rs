//! Duties that come again: "Hằng tháng", "trước ngày 05 của tháng sau", "Thứ Sáu hằng tuần".

use super::super::super::{At, DeadlineKind, Every, Period, Unit};
use super::super::Wording;
use super::super::recurrence::{Of, On, every, spoken};
use super::super::token::Cursor;
use super::point::Point;
use super::{LATEST, SINCE, UNTIL, join, onwards};
use chrono::Weekday;

const UNITS: &[(&str, Unit)] = &[
    ("tuan", Unit::Weeks),
    ("thang", Unit::Months),
    ("qui", Unit::Quarters),
    ("nua nam", Unit::Halves),
    ("nam", Unit::Years),
];
const EACH: &[&str] = &["hang", "moi"];
const ONCE: &[&str] = &["mot lan", "lan"];
const NEXT: &[&str] = &["sau", "ke tiep", "tiep theo", "lien ke"];
const WEEKDAYS: &[(&str, Weekday)] = &[
    ("thu hai", Weekday::Mon),
    ("thu ba", Weekday::Tue),
    ("thu tu", Weekday::Wed),
    ("thu nam", Weekday::Thu),
    ("thu sau", Weekday::Fri),
    ("thu bay", Weekday::Sat),
    ("chu nhat", Weekday::Sun),
];

/// How often, with the day of each time before or after it, and where it starts and ends.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Wording> {
    let mut from = leading_start(cursor);
    let recurring = times(cursor)?;
    let mut ahead = *cursor;
    join(&mut ahead);
    if from.is_none() && ahead.any(SINCE) {
        from = Some(Point::read(&mut ahead)?.period()?);
        onwards(&mut ahead);
        *cursor = ahead;
    }
    let until = until(cursor);
    Some(Wording { kind: DeadlineKind::Every(Every { until, ..recurring }), from })
}

/// "Từ năm 2026, " before what comes again.
fn leading_start(cursor: &mut Cursor<'_>) -> Option<Period> {
    let mut ahead = *cursor;
    let from = if ahead.any(SINCE) { Point::read(&mut ahead)?.period() } else { None }?;
    onwards(&mut ahead);
    join(&mut ahead);
    *cursor = ahead;
    Some(from)
}

/// " đến hết năm 2030" after it.
fn until(cursor: &mut Cursor<'_>) -> Option<Period> {
    let mut ahead = *cursor;
    join(&mut ahead);
    if !ahead.any(UNTIL) {
        return None;
    }
    let _edge = ahead.phrase("het");
    let until = Point::read(&mut ahead)?.period()?;
    *cursor = ahead;
    Some(until)
}

fn times(cursor: &mut Cursor<'_>) -> Option<Every> {
    let on = day(cursor);
    let often = frequency(cursor);
    if on.is_some() || often.is_none() {
        return every(on?, often);
    }
    let mut ahead = *cursor;
    let _mark = ahead.mark(':');
    join(&mut ahead);
    match day(&mut ahead) {
        None => every(On::End, often),
        Some(on) => {
            *cursor = ahead;
            every(on, often)
        }
    }
}

/// "Hằng quý", "định kỳ 6 tháng", "2 tuần một lần", "01 lần/tháng".
fn frequency(cursor: &mut Cursor<'_>) -> Option<(Unit, u32)> {
    let mut ahead = *cursor;
    let is_periodic = ahead.phrase("dinh ki");
    let is_each = ahead.any(EACH);
    let mut rate = ahead;
    let found = if once(&mut rate) && (rate.mark('/') || rate.any(EACH) || rate.phrase("mot")) {
        ahead = rate;
        (unit(&mut ahead)?, 1)
    } else if let Some(count) = ahead.count() {
        let unit = unit(&mut ahead)?;
        let _slash = ahead.mark('/');
        let is_once = once(&mut ahead);
        (is_once || is_periodic || is_each).then(|| spoken(unit, count))??
    } else {
        is_each.then(|| unit(&mut ahead))?.map(|unit| (unit, 1))?
    };
    *cursor = ahead;
    Some(found)
}

/// "một lần", "lần" after a slash, "01 lần".
fn once(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let found = ahead.any(ONCE) || ahead.count() == Some(1) && ahead.phrase("lan");
    if found {
        *cursor = ahead;
    }
    found
}

fn unit(cursor: &mut Cursor<'_>) -> Option<Unit> {
    UNITS.iter().find(|(word, _)| cursor.phrase(word)).map(|(_, unit)| *unit)
}

/// "trước ngày 05", "chậm nhất ngày 10/12", "thứ Sáu", "ngày 15 của tháng cuối quý", "10 ngày sau kỳ".
fn day(cursor: &mut Cursor<'_>) -> Option<On> {
    let mut ahead = *cursor;
    let _latest = ahead.any(LATEST) && ahead.phrase("la");
    let _in_it = ahead.any(&["trong", "vao"]);
    let _until = ahead.phrase("truoc") || ahead.any(UNTIL);
    let _end = ahead.phrase("het");
    let found = weekday(&mut ahead).or_else(|| after(&mut ahead)).or_else(|| day_of(&mut ahead))?;
    *cursor = ahead;
    Some(found)
}

fn weekday(cursor: &mut Cursor<'_>) -> Option<On> {
    let mut ahead = *cursor;
    let _day = ahead.phrase("ngay");
    let found = WEEKDAYS.iter().find(|(name, _)| ahead.phrase(name)).map(|(_, weekday)| *weekday);
    let found = found.or_else(|| {
        let number = if ahead.phrase("thu") { ahead.short() } else { None }?;
        Weekday::try_from(u8::try_from(number.checked_sub(2)?).ok()?).ok().filter(|day| *day != Weekday::Sun)
    })?;
    *cursor = ahead;
    Some(On::At(At::Weekday(found)))
}

/// So many days after the period.
fn after(cursor: &mut Cursor<'_>) -> Option<On> {
    let mut ahead = *cursor;
    let days = ahead.count()?;
    if !ahead.phrase("ngay sau") {
        return None;
    }
    let _end = ahead.any(&["khi ket thuc", "khi het"]);
    if !ahead.phrase("ki") && unit(&mut ahead).is_none() {
        return None;
    }
    *cursor = ahead;
    Some(On::At(At::After(days)))
}

/// A day of a month, and of which.
fn day_of(cursor: &mut Cursor<'_>) -> Option<On> {
    if !cursor.phrase("ngay") {
        return None;
    }
    let day = cursor.short()?;
    let mut ahead = *cursor;
    let month = if ahead.mark('/') || ahead.phrase("thang") { ahead.short() } else { None };
    if let Some(month) = month {
        let mut year = ahead;
        if (year.mark('/') || year.phrase("nam")) && year.year().is_some() {
            return None;
        }
        *cursor = ahead;
        return Some(On::At(At::Date(month, day)));
    }
    Some(On::Day(day, of(cursor)?))
}

/// "của tháng cuối quý", "tháng sau", "của tháng đầu quý sau".
fn of(cursor: &mut Cursor<'_>) -> Option<Of> {
    let mut ahead = *cursor;
    let _of = ahead.phrase("cua");
    let found = if ahead.phrase("thang cuoi") {
        let _of = ahead.phrase("cua");
        let _each = ahead.any(EACH);
        match unit(&mut ahead) {
            Some(unit) => Of::LastMonth(Some(unit)),
            None if ahead.phrase("ki") => Of::LastMonth(None),
            None => return None,
        }
    } else if ahead.phrase("thang dau") {
        let _of = ahead.any(&["tien cua", "cua"]);
        let unit = unit(&mut ahead)?;
        ahead.any(NEXT).then_some(Of::Next(unit))?
    } else if ahead.phrase("thang") {
        ahead.any(NEXT).then_some(Of::Next(Unit::Months))?
    } else {
        return Some(Of::Unsaid);
    };
    *cursor = ahead;
    Some(found)
}
