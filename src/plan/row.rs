//! The rows of a plan, and the marks on them.

use super::{BodyIx, Deadline};
use crate::text::Bilingual;
use chrono::NaiveDate;
use std::sync::Arc;

/// A row's position in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowIx(pub usize);

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
    pub due: Option<Deadline>,
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
}

impl Row {
    /// The printed number; the id where none is stated.
    pub fn number(&self) -> &str {
        self.number.as_deref().unwrap_or(&self.id)
    }
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
    /// The unit that delivered; a single responsible unit need not be named in the file.
    pub by: BodyIx,
    /// The day of submission.
    pub on: NaiveDate,
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
    /// Whether the entry counts on day D: submitted by then, and not sent back by then.
    ///
    /// What is dated after D does not exist yet.
    pub fn is_live(&self, as_of: NaiveDate) -> bool {
        self.on <= as_of && self.returned.is_none_or(|returned| returned > as_of)
    }
}

/// A deadline moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
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
