//! The rows of a plan, and the marks on them.

use super::{BodyIx, Deadline, Period};
use crate::text::Bilingual;
use chrono::NaiveDate;
use std::sync::Arc;

/// A row's position in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowIx(u32);

impl RowIx {
    /// The row of that number, from 0.
    pub fn new(number: usize) -> Self {
        Self(u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// Its number, from 0.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// One row of the appendix as it stands in the file.
///
/// What it inherits is not here: see [`Row`](super::Row).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The unique id.
    pub id: String,
    /// The printed Số TT where it differs from the id.
    pub number: Option<String>,
    /// The content, as printed.
    pub title: Bilingual,
    /// The lead agencies stated on this very row.
    pub lead: Option<Vec<BodyIx>>,
    /// The supporting agencies; never inherited.
    pub support: Vec<BodyIx>,
    /// The deadline stated on this very row.
    pub due: Option<Box<Deadline>>,
    /// Whether each lead unit delivers, or one for all; holds for the lead stated beside it.
    pub completion: Completion,
    /// The "Sản phẩm / Kết quả" column.
    pub result: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// Marks of submission, in file order.
    pub submitted: Vec<Entry>,
    /// Extensions granted, in file order.
    pub extended: Vec<Extension>,
    /// What stands in the further columns of the appendix: the place of each in [`Plan::columns`](super::Plan::columns),
    /// with the text.
    pub cells: Vec<(usize, String)>,
    /// The day from which the row is there, where a later document added it.
    pub since: Option<NaiveDate>,
    /// Its end, where a later document dropped it.
    pub ended: Option<Box<Ended>>,
    /// Notes on how it stands, in file order.
    pub progress: Vec<Progress>,
}

impl Row {
    /// The printed number; the id where none is stated.
    pub fn number(&self) -> &str {
        self.number.as_deref().unwrap_or(&self.id)
    }
}

/// The end of a row: dropped, or replaced by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The day from which it is owed no more.
    pub on: NaiveDate,
    /// The document that says so.
    pub reference: Option<String>,
    /// The row in its place.
    pub replaced_by: Option<RowIx>,
}

/// A note on how a row stands, as of a day ("tình hình thực hiện"); it changes no status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The day.
    pub on: NaiveDate,
    /// Whose note it is, if that is said.
    pub by: Option<BodyIx>,
    /// What it says.
    pub text: Bilingual,
}

/// How the units of a lead deliver.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Completion {
    /// Each unit delivers.
    #[default]
    Each,
    /// One unit delivers for all.
    Any,
}

/// A mark of submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The unit that delivered, or a group of the lead for all its units; a single responsible unit need not be named
    /// in the file.
    pub by: BodyIx,
    /// The period it is for, on a row that recurs.
    pub period: Option<Period>,
    /// The day of submission; or a month, quarter or year, where the day is not known.
    pub on: Period,
    /// The document's number.
    pub reference: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The day the report was sent back.
    pub returned: Option<NaiveDate>,
    /// Why it was sent back.
    pub reason: Option<String>,
}

impl Entry {
    /// The day that counts for all that is asked: where the day is not known, the last of its month, quarter or year.
    pub fn day(&self) -> NaiveDate {
        self.on.last_day()
    }

    /// The day on which it delivers what has that last day: one whose day is not known counts as on the last day for
    /// delivery, where that lies in its month, quarter or year.
    pub fn delivers_on(&self, last_day: Option<NaiveDate>) -> NaiveDate {
        last_day.filter(|day| self.on.contains(*day)).unwrap_or_else(|| self.day())
    }

    /// Whether its day is not known.
    pub fn is_approximate(&self) -> bool {
        !matches!(self.on, Period::Day(_))
    }

    /// Whether it was sent back by day D.
    pub fn is_returned(&self, as_of: NaiveDate) -> bool {
        self.returned.is_some_and(|returned| returned <= as_of)
    }

    /// Whether the entry counts on day D: submitted by then, and not sent back by then.
    ///
    /// What is dated after D does not exist yet.
    pub fn is_live(&self, as_of: NaiveDate) -> bool {
        self.day() <= as_of && !self.is_returned(as_of)
    }
}

/// A deadline moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// The period it is for, on a row that recurs.
    pub period: Option<Period>,
    /// The new last day.
    pub to: NaiveDate,
    /// The day it was granted.
    pub granted: NaiveDate,
    /// The document's number.
    pub reference: Option<String>,
    /// Whom it is for; none means every unit.
    pub covers: Option<Covered>,
}

/// Whom an extension is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// As stated: agencies or groups.
    pub stated: Vec<BodyIx>,
    /// The units they open to, sorted for look-up.
    pub units: Arc<[BodyIx]>,
}

impl Extension {
    /// Whether the extension is for that unit.
    pub fn is_for(&self, unit: BodyIx) -> bool {
        self.covers.as_ref().is_none_or(|covered| covered.units.binary_search(&unit).is_ok())
    }
}
