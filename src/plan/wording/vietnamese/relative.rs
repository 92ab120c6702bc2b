//! Deadlines that count from something: "Trong vòng 30 ngày kể từ ngày ban hành".

use super::super::super::{After, DeadlineKind, Length, Within};
use super::super::Wording;
use super::super::event::named;
use super::super::token::Cursor;
use super::LATEST;
use super::point::Point;

const SINCE: &[&str] = &["ke tu", "tinh tu", "tu"];
/// What a plan calls itself; other papers only with "này".
const ITSELF: &[&str] = &["ke hoach", "chuong trinh"];
const PAPERS: &[&str] = &["ke hoach", "chuong trinh", "quyet dinh", "van ban", "chi thi", "nghi quyet", "cong van"];
const ISSUED: &[&str] = &["ki ban hanh", "ban hanh", "ki"];
/// Words of a second deadline: what they stand in is no event.
const OTHERS: &[&str] = &["truoc", "hang"];

pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Wording> {
    let _latest = cursor.any(LATEST) && cursor.phrase("la");
    let _in_it = cursor.phrase("trong");
    let _within = cursor.any(&["vong", "thoi han", "thoi gian"]);
    let _latest = cursor.any(LATEST) || cursor.phrase("toi da");
    let length = length(cursor)?;
    if !cursor.any(SINCE) {
        return None;
    }
    let after = if issue(cursor) { After::Issue } else { event(cursor)? };
    Some(Wording { kind: DeadlineKind::Within(Within { length, after }), from: None })
}

fn length(cursor: &mut Cursor<'_>) -> Option<Length> {
    let count = cursor.count()?;
    if cursor.phrase("ngay lam viec") {
        Some(Length::WorkingDays(count))
    } else if cursor.phrase("ngay") {
        Some(Length::Days(count))
    } else if cursor.phrase("tuan") {
        Some(Length::Days(count * 7))
    } else if cursor.phrase("thang") {
        Some(Length::Months(count))
    } else {
        cursor.phrase("nam").then_some(Length::Months(count * 12))
    }
}

/// Passes "ngày ban hành", "ngày Kế hoạch này được ký ban hành" and the like, if that is all.
fn issue(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let _day = ahead.phrase("ngay") || ahead.phrase("khi");
    let named = paper(&mut ahead);
    let _passive = ahead.phrase("duoc");
    let is_issued = ahead.any(ISSUED);
    let _named_after = !named && paper(&mut ahead);
    let mut end = ahead;
    let _stop = end.mark('.') || end.mark(';') || end.mark(',');
    let found = is_issued && end.is_at_end();
    if found {
        *cursor = ahead;
    }
    found
}

/// The plan as it calls itself.
fn paper(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let is_itself = ahead.any(ITSELF);
    let is_paper = is_itself || ahead.any(PAPERS);
    let is_this = is_paper && ahead.phrase("nay");
    let found = is_itself || is_this;
    if found {
        *cursor = ahead;
    }
    found
}

/// All that is left, in its own words; a day that is known is no event.
fn event(cursor: &mut Cursor<'_>) -> Option<After> {
    let _day = cursor.phrase("ngay") || cursor.phrase("khi");
    let mut ahead = *cursor;
    if Point::read(&mut ahead).is_some() && ahead.is_at_end() {
        return None;
    }
    named(cursor, OTHERS)
}
