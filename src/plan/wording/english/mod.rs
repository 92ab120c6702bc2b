//! The grammar of English wordings: a duty that comes again or stands, a length after something, a start, or a
//! deadline. Words are in lower case.

mod point;
mod recurring;
mod relative;

use super::super::{DeadlineKind, Period};
use super::Wording;
use super::token::{Cursor, tokens};
use point::Point;

/// Words around a deadline that do not change it; the longer of two first.
const LABELS: &[&str] =
    &["due date", "due", "deadline", "target date", "to be completed", "completed", "completion", "complete"];
const STANDING: &[&str] = &[
    "on an ongoing basis",
    "ongoing",
    "on a continuing basis",
    "continuously",
    "continuous",
    "continuing",
    "permanent",
];
/// Words by which a day is the last.
const LATEST: &[&str] =
    &["no later than", "not later than", "on or before", "until", "through", "up to", "by no later than", "by"];
const SINCE: &[&str] = &["starting from", "starting in", "starting", "beginning in", "beginning", "from", "since"];
const UNTIL: &[&str] = &["until", "through", "to"];
const ONWARDS: &[&str] = &["onwards", "onward", "and onwards", "and beyond", "and after"];

/// Reads a whole wording, or nothing of it: a word that is not known may change what the others mean.
pub(super) fn read(text: &str, year: Option<i32>) -> Option<Wording> {
    let pieces = tokens(text, |word| word.is_ascii().then(|| word.to_ascii_lowercase()))?;
    let mut cursor = Cursor::new(text, &pieces, year);
    if cursor.any(LABELS) {
        let _mark = cursor.mark(':');
    }
    [recurring::read, standing, relative::read, dated].into_iter().find_map(|read| whole(cursor, read))
}

/// What is left as one thing.
fn whole<'a>(mut cursor: Cursor<'a>, read: impl Fn(&mut Cursor<'a>) -> Option<Wording>) -> Option<Wording> {
    let wording = read(&mut cursor)?;
    let _stop = cursor.mark('.') || cursor.mark(';') || cursor.mark(',');
    cursor.is_at_end().then_some(wording)
}

/// "Ongoing", "Ongoing, from January 2026" and "From 2026 onwards".
fn standing(cursor: &mut Cursor<'_>) -> Option<Wording> {
    let stands = cursor.any(STANDING);
    let _mark = stands && (cursor.mark(',') || cursor.mark(';'));
    let from = if cursor.any(SINCE) { Some(Point::read(cursor)?.period()?) } else { None };
    let _onwards = from.is_some() && cursor.any(ONWARDS);
    (stands || from.is_some()).then_some(Wording { kind: DeadlineKind::Ongoing, from })
}

/// A range, or a single day or period with what is said of it.
fn dated(cursor: &mut Cursor<'_>) -> Option<Wording> {
    if cursor.phrase("before") {
        let Period::Day(day) = Point::read(cursor)?.period()? else { return None };
        return Some(Wording { kind: DeadlineKind::Before(day), from: None });
    }
    if cursor.any(LATEST) {
        let at_end = end_of(cursor);
        let period = Point::read(cursor)?.period()?;
        // "By 2026" may mean the year's first day or its last.
        let is_clear = at_end || !matches!(period, Period::Year(_));
        return is_clear.then(|| Wording { kind: until(period), from: None });
    }
    if cursor.any(&["from", "between"]) {
        let start = Point::read(cursor)?;
        if !(cursor.dash() || cursor.any(UNTIL) || cursor.phrase("and")) {
            return None;
        }
        if cursor.phrase("before") {
            let end = Point::read(cursor)?;
            let Period::Day(day) = end.period()? else { return None };
            return range(start, end, |_| DeadlineKind::Before(day));
        }
        let _end = end_of(cursor);
        return range(start, Point::read(cursor)?, until);
    }
    let _in_it = cursor.any(&["in", "during", "on"]);
    let at_end = end_of(cursor) || cursor.phrase("late");
    let start = Point::read(cursor)?;
    if !at_end && (cursor.dash() || cursor.any(UNTIL)) {
        let _end = end_of(cursor);
        return range(start, Point::read(cursor)?, DeadlineKind::In);
    }
    let period = start.period().filter(|period| !(at_end && matches!(period, Period::Day(_))))?;
    Some(Wording { kind: DeadlineKind::In(period), from: None })
}

fn end_of(cursor: &mut Cursor<'_>) -> bool {
    cursor.any(&["the end of", "end of"])
}

fn until(period: Period) -> DeadlineKind {
    match period {
        Period::Day(day) => DeadlineKind::By(day),
        period => DeadlineKind::In(period),
    }
}

/// A range; none where it ends before it starts.
fn range(start: Point, end: Point, kind: impl Fn(Period) -> DeadlineKind) -> Option<Wording> {
    let (from, last) = (start.start_of(end)?, end.period()?);
    (from.first_day() <= last.last_day()).then(|| Wording { kind: kind(last), from: Some(from) })
}
