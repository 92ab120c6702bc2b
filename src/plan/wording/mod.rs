//! The wordings of deadlines, Vietnamese and English: read, to compare with what a plan file states, and written.

mod english;
mod event;
mod recurrence;
mod token;
mod vietnamese;
mod write;

pub use write::write_wording;

use super::{Calendar, Deadline, DeadlineKind, Period};
use crate::text::fold;
use chrono::NaiveDate;

/// What a wording says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The deadline; never [`DeadlineKind::When`] or [`DeadlineKind::None`], for events and blanks are not read. What a
    /// length counts from, but for the day of issue, is in the words of the text: only a plan gives it an id.
    pub kind: DeadlineKind,
    /// Where a range starts.
    pub from: Option<Period>,
}

/// Why a wording is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Something in it is not known, or has two meanings: a warning hangs on the answer, so nothing is passed over.
    Unknown,
    /// It is several deadlines in one cell.
    Several,
}

/// Reads how a plan words a deadline, in Vietnamese or English, in any case, Unicode form and with or without diacritics
/// (docs/format.md, Deadlines; `deadline-text` in docs/codes.md, Likely mistakes). What names no year is of the
/// year that is given; where none is, it is not read.
///
/// # Errors
/// What cannot be read whole, and what has two meanings.
///
/// ```
/// use papi_plan::plan::{DeadlineKind, Period, Unread, read_wording};
/// let wording = read_wording("Quý IV/2025 - Quý II/2026", None).unwrap();
/// assert_eq!(wording.kind, DeadlineKind::In(Period::Quarter(2026, 2)));
/// assert_eq!(wording.from, Some(Period::Quarter(2025, 4)));
/// let quarter = read_wording("Trong Quý III", Some(2026)).unwrap();
/// assert_eq!(quarter.kind, DeadlineKind::In(Period::Quarter(2026, 3)));
/// assert_eq!(read_wording("Sau khi có Quy chế của Trung ương", None), Err(Unread::Unknown));
/// assert_eq!(read_wording("Quý II/2026 (Kế hoạch); Quý IV/2026 (báo cáo)", None), Err(Unread::Several));
/// ```
pub fn read_wording(text: &str, year: Option<i32>) -> Result<Wording, Unread> {
    let read = |text: &str| vietnamese::read(text, year).or_else(|| english::read(text, year));
    let is_several = || parts(text).iter().filter(|part| read(part).is_some()).nth(1).is_some();
    read(text).ok_or_else(|| if is_several() { Unread::Several } else { Unread::Unknown })
}

/// What stands between semicolons, line ends and "and", without what stands in brackets.
fn parts(text: &str) -> Vec<String> {
    let is_and = |word: &&str| ["va", "and"].contains(&fold(word).as_str());
    let between_marks = |part: &str| -> Vec<String> {
        let words: Vec<&str> = part.split_whitespace().collect();
        words.split(is_and).map(|words| words.join(" ")).collect()
    };
    without_brackets(text).split([';', '\n']).flat_map(between_marks).collect()
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let is_outside = |c: &char| {
        let was_outside = depth == 0;
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => return was_outside,
        }
        false
    };
    text.chars().filter(is_outside).collect()
}

impl Wording {
    /// The last day under the rules of the plan, as [`Deadline::last_day`] has it; none for a
    /// standing duty.
    pub fn last_day(&self, calendar: &Calendar) -> Option<NaiveDate> {
        let deadline = Deadline { kind: self.kind.clone(), text: None, text_en: None, from: self.from };
        deadline.last_day(calendar)
    }

    /// The first day of a range.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.from.map(Period::first_day)
    }
}

#[cfg(test)]
mod tests;
