//! The grammar of Vietnamese wordings: labels, then a duty that comes again or stands, a length after something, a start,
//! or a deadline. Words are folded.

mod point;
mod recurring;
mod relative;

use super::super::{DeadlineKind, Period};
use super::Wording;
use super::token::{Cursor, tokens};
use crate::text::fold;
use point::Point;

/// Words around a deadline that do not change it; the longer of two first.
const LABELS: &[&str] = &[
    "thoi han",
    "thoi gian",
    "thoi diem",
    "tien do",
    "han chot",
    "han cuoi",
    "han",
    "hoan thanh",
    "hoan tat",
    "ket thuc",
    "xong",
    "phai",
    "thuc hien",
    "trien khai",
    "to chuc",
    "ban hanh",
    "gui",
    "nop",
    "trinh",
    "trong",
    "vao",
];
/// Words after a deadline that do not change it.
const TAILS: &[&str] = &["phai", "hoan thanh", "hoan tat", "xong", "thuc hien", "bao cao"];
/// Words of a duty without a last day.
const STANDING: &[&str] = &["nhiem vu thuong xuyen", "thuong xuyen", "lien tuc", "lau dai"];
const LATEST: &[&str] = &["cham nhat", "muon nhat", "khong qua", "khong muon hon", "khong cham hon"];
const SINCE: &[&str] = &["bat dau tu", "ke tu", "tu"];
const UNTIL: &[&str] = &["cho den", "cho toi", "den", "toi"];
const ONWARDS: &[&str] = &["tro di", "tro ve sau", "ve sau"];
const NEXT_YEARS: &[&str] = &[
    "cac nam tiep theo",
    "nhung nam tiep theo",
    "cac nam sau",
    "nhung nam sau",
    "cac nam ke tiep",
    "nhung nam ke tiep",
];

/// Reads a whole wording, or nothing of it: a word that is not known may change what the others
/// mean.
pub(super) fn read(text: &str, year: Option<i32>) -> Option<Wording> {
    let pieces = tokens(text, |word| Some(fold(word)))?;
    let mut cursor = Cursor::new(text, &pieces, year);
    let _bullet = cursor.dash() || cursor.mark('+');
    let of_report = labels(&mut cursor);
    let dated = |cursor: &mut Cursor<'_>| dated(cursor, of_report);
    whole(cursor, recurring::read)
        .or_else(|| whole(cursor, standing))
        .or_else(|| whole(cursor, relative::read))
        .or_else(|| whole(cursor, dated))
}

/// What is left as one thing, with words after it that do not change it.
fn whole<'a>(mut cursor: Cursor<'a>, read: impl Fn(&mut Cursor<'a>) -> Option<Wording>) -> Option<Wording> {
    let wording = read(&mut cursor)?;
    while cursor.any(TAILS) {}
    let _stop = cursor.mark('.') || cursor.mark(';') || cursor.mark(',');
    cursor.is_at_end().then_some(wording)
}

/// Passes the words before a deadline; whether "báo cáo" is the last of them, so that a month,
/// quarter or year that follows is what the report is about.
fn labels(cursor: &mut Cursor) -> bool {
    let mut of_report = false;
    let mut ahead = *cursor;
    loop {
        if ahead.phrase("bao cao") {
            of_report = true;
        } else if ahead.any(LABELS) {
            of_report = false;
        } else {
            return of_report;
        }
        of_report &= !ahead.mark(':');
        *cursor = ahead;
        let _join = ahead.mark(',') || ahead.phrase("va");
    }
}

/// "Thường xuyên, liên tục", "Thường xuyên trong năm" and "Thường xuyên, từ tháng 8/2025".
fn standing(cursor: &mut Cursor) -> Option<Wording> {
    let mut ahead = *cursor;
    if !standing_words(&mut ahead) {
        return None;
    }
    let _in_it = ahead.phrase("trong nam");
    *cursor = ahead;
    join(&mut ahead);
    let from = if ahead.any(SINCE) { Point::read(&mut ahead).and_then(Point::period) } else { None };
    if from.is_some() {
        onwards(&mut ahead);
        *cursor = ahead;
    }
    Some(Wording { kind: DeadlineKind::Ongoing, from })
}

/// Passes every word of a standing duty; whether there was one: "định kỳ" alone does not say how often, and "hằng năm"
/// says it of its own.
fn standing_words(cursor: &mut Cursor) -> bool {
    let mut found = false;
    let mut ahead = *cursor;
    loop {
        if ahead.any(STANDING) {
            found = true;
        } else if !(ahead.phrase("dinh ki") || found && ahead.phrase("hang nam")) {
            return found;
        }
        *cursor = ahead;
        join(&mut ahead);
    }
}

fn join(cursor: &mut Cursor) {
    let _join = cursor.mark(',') || cursor.mark(';') || cursor.mark('/') || cursor.dash() || cursor.phrase("va");
}

/// "trở đi", "và các năm tiếp theo".
fn onwards(cursor: &mut Cursor) -> bool {
    let mut ahead = *cursor;
    let joined = ahead.mark(',') || ahead.phrase("va");
    let found = if joined { ahead.any(NEXT_YEARS) } else { ahead.any(ONWARDS) };
    if found {
        *cursor = ahead;
    }
    found
}

/// Whether a deadline stops short of what it names, or at its end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// No word says so.
    Unsaid,
    /// "trước".
    Before,
    /// "hết", "trước hết", "cuối".
    End,
}

impl Edge {
    fn read(cursor: &mut Cursor) -> Self {
        let before = cursor.phrase("truoc");
        if cursor.phrase("het") || (!before && cursor.phrase("cuoi")) {
            Self::End
        } else if before {
            Self::Before
        } else {
            Self::Unsaid
        }
    }
}

/// What leads from the start of a range to its end.
enum Link {
    Dash,
    /// "đến", and what is said of the end.
    Until(Edge),
}

impl Link {
    fn read(cursor: &mut Cursor) -> Option<Self> {
        if cursor.dash() {
            return Some(Self::Dash);
        }
        cursor.any(UNTIL).then(|| Self::Until(Edge::read(cursor)))
    }
}

/// A start, a range, or a single day or period with what is said of it.
fn dated(cursor: &mut Cursor, of_report: bool) -> Option<Wording> {
    if cursor.any(SINCE) {
        let start = Point::read(cursor).filter(|_| !of_report)?;
        return match Link::read(cursor) {
            Some(link) => range(start, &link, cursor),
            None => since(start, cursor),
        };
    }
    let latest = cursor.any(LATEST);
    let _filler = latest && cursor.phrase("la");
    let _filler = cursor.any(&["trong", "vao"]);
    let until = cursor.any(UNTIL);
    let edge = Edge::read(cursor);
    if latest || until || edge != Edge::Unsaid {
        let period = Point::read(cursor)?.period().filter(|_| !(of_report && until))?;
        let edge = if edge == Edge::Unsaid { Edge::End } else { edge };
        return Some(Wording { kind: deadline(edge, period)?, from: None });
    }
    let wording = open(cursor)?;
    let is_day = match wording.kind {
        DeadlineKind::By(_) => true,
        DeadlineKind::In(period) => matches!(period, Period::Day(_)),
        DeadlineKind::Before(_)
        | DeadlineKind::Ongoing
        | DeadlineKind::When(_)
        | DeadlineKind::None
        | DeadlineKind::Within(_)
        | DeadlineKind::Every(_) => false,
    };
    (is_day || !of_report).then_some(wording)
}

/// A range, a start or a single day or period without a word before it.
fn open(cursor: &mut Cursor) -> Option<Wording> {
    let stage = cursor.phrase("giai doan");
    let start = Point::read(cursor)?;
    if let Some(link) = Link::read(cursor) {
        let range = range(start, &link, cursor)?;
        // "Giai đoạn 1/2026" is a stage with a number.
        let of_years =
            matches!(range, Wording { kind: DeadlineKind::In(Period::Year(_)), from: Some(Period::Year(_)) });
        return (of_years || !stage).then_some(range);
    }
    let period = start.period().filter(|_| !stage)?;
    let mut ahead = *cursor;
    if onwards(&mut ahead) {
        return since(start, cursor);
    }
    Some(Wording { kind: DeadlineKind::In(period), from: None })
}

/// A start without an end.
fn since(start: Point, cursor: &mut Cursor) -> Option<Wording> {
    let from = start.period()?;
    onwards(cursor);
    let mut ahead = *cursor;
    join(&mut ahead);
    if standing_words(&mut ahead) {
        *cursor = ahead;
    }
    Some(Wording { kind: DeadlineKind::Ongoing, from: Some(from) })
}

/// The rest of a range; none where it ends before it starts.
fn range(start: Point, link: &Link, cursor: &mut Cursor) -> Option<Wording> {
    let end = start.read_end(cursor)?;
    let (from, last) = (start.start_of(end)?, end.period()?);
    let kind = match link {
        Link::Dash => DeadlineKind::In(last),
        Link::Until(Edge::Unsaid) => deadline(Edge::End, last)?,
        Link::Until(edge) => deadline(*edge, last)?,
    };
    (from.first_day() <= last.last_day()).then_some(Wording { kind, from: Some(from) })
}

/// The deadline before or at the end of a period; "trước tháng 12" leaves open whether November
/// ends it.
fn deadline(edge: Edge, period: Period) -> Option<DeadlineKind> {
    match (edge, period) {
        (Edge::Before, Period::Day(day)) => Some(DeadlineKind::Before(day)),
        (Edge::Before, _) => None,
        (_, Period::Day(day)) => Some(DeadlineKind::By(day)),
        (_, period) => Some(DeadlineKind::In(period)),
    }
}
