//! Deadlines that count from something: "Within 180 days of the date of this order".

use super::super::super::{After, DeadlineKind, Length, Within};
use super::super::Wording;
use super::super::event::named;
use super::super::token::Cursor;
use super::LATEST;
use super::point::Point;

const AFTER: &[&str] = &["after", "of", "from", "following"];
const ISSUED: &[&str] = &["the date of issuance", "the date of issue", "issuance", "issue"];
const PAPERS: &[&str] =
    &["executive order", "order", "memorandum", "plan", "document", "directive", "decision", "proclamation"];
/// Words of a second deadline: what they stand in is no event.
const OTHERS: &[&str] = &["by", "before", "every", "each"];

pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Wording> {
    let _within = cursor.any(&["within", "at most"]) || cursor.any(LATEST);
    let length = length(cursor)?;
    if !cursor.any(AFTER) {
        return None;
    }
    let after = if issue(cursor) { After::Issue } else { event(cursor)? };
    Some(Wording { kind: DeadlineKind::Within(Within { length, after }), from: None })
}

fn length(cursor: &mut Cursor<'_>) -> Option<Length> {
    let count = cursor.count()?;
    if cursor.any(&["working days", "working day", "business days", "business day"]) {
        Some(Length::WorkingDays(count))
    } else if cursor.any(&["calendar days", "calendar day", "days", "day"]) {
        Some(Length::Days(count))
    } else if cursor.any(&["weeks", "week"]) {
        Some(Length::Days(count * 7))
    } else if cursor.any(&["months", "month"]) {
        Some(Length::Months(count))
    } else {
        cursor.any(&["years", "year"]).then_some(Length::Months(count * 12))
    }
}

/// Passes "issue", "the date of this order" and the like, if that is all.
fn issue(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let is_issued = ahead.any(ISSUED);
    let mut of_this = ahead;
    let _date = of_this.any(&["the date of", "of"]);
    let is_this = of_this.phrase("this") && of_this.any(PAPERS);
    if is_this {
        ahead = of_this;
    }
    let mut end = ahead;
    let _stop = end.mark('.') || end.mark(';') || end.mark(',');
    let found = (is_issued || is_this) && end.is_at_end();
    if found {
        *cursor = ahead;
    }
    found
}

/// All that is left, in its own words; a day that is known is no event.
fn event(cursor: &mut Cursor<'_>) -> Option<After> {
    let mut ahead = *cursor;
    if Point::read(&mut ahead).is_some() && ahead.is_at_end() {
        return None;
    }
    named(cursor, OTHERS)
}
