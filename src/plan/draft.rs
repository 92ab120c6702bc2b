//! A plan as it was read, before it is known to hold together.

use super::{Before, Completion, Deadline, Period};
use crate::text::Lang;
use chrono::NaiveDate;
use std::sync::Arc;

/// A value of the file: absent, given, or broken, which means that its error is already reported
/// and that nothing that depends on it is judged further.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Field<T> {
    /// Not in the file.
    #[default]
    Absent,
    /// In the file, but not readable as what it should be.
    Broken,
    /// In the file.
    Given(T),
}

impl<T> Field<T> {
    /// The value, if it is given.
    pub fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Absent | Self::Broken => None,
        }
    }

    /// The same of a value that stays where it is.
    pub fn as_ref(&self) -> Field<&T> {
        match self {
            Self::Absent => Field::Absent,
            Self::Broken => Field::Broken,
            Self::Given(value) => Field::Given(value),
        }
    }

    /// Whether its error is already reported.
    pub fn is_broken(&self) -> bool {
        matches!(self, Self::Broken)
    }

    /// Turns a given value into another; absent and broken stay what they are.
    pub fn map<U>(self, convert: impl FnOnce(T) -> U) -> Field<U> {
        match self {
            Self::Absent => Field::Absent,
            Self::Broken => Field::Broken,
            Self::Given(value) => Field::Given(convert(value)),
        }
    }

    /// Turns a given value into another, or into a broken one.
    pub fn and_then<U>(self, convert: impl FnOnce(T) -> Option<U>) -> Field<U> {
        match self {
            Self::Absent => Field::Absent,
            Self::Broken => Field::Broken,
            Self::Given(value) => convert(value).map_or(Field::Broken, Field::Given),
        }
    }

    /// A required value: none unless given.
    pub fn required(self) -> Option<T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Absent | Self::Broken => None,
        }
    }
}

impl<T> Field<Vec<Field<T>>> {
    /// Whether the list, or one of its elements, could not be read.
    pub(super) fn has_broken(&self) -> bool {
        self.is_broken() || self.given().into_iter().flatten().any(Field::is_broken)
    }
}

/// Texts by names that the plan chooses, in file order, of which single ones may be broken.
pub type Named = Field<Vec<(String, Field<String>)>>;

/// A list of texts, of which single ones may be broken.
pub type TextList = Field<Vec<Field<String>>>;

/// A whole file, read key by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// `[plan]`.
    pub about: AboutDraft,
    /// `[office]`.
    pub office: OfficeDraft,
    /// `[rules]`.
    pub rules: RulesDraft,
    /// The rows, in file order.
    pub rows: Vec<RowDraft>,
    /// The directives, in file order.
    pub directives: Vec<DirectiveDraft>,
    /// Agencies and groups, in file order; shared with what looks names up among them.
    pub bodies: Arc<Vec<BodyDraft>>,
    /// The events, in file order.
    pub events: Vec<EventDraft>,
    /// What the file may hold beside all this.
    pub lost: Lost,
}

/// What stands in a file and could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// The numbers of the rows before which others may be missing, in file order.
    pub rows: Vec<usize>,
    /// Whether directives may be missing.
    pub directives: bool,
    /// Whether agencies or groups may be missing, of whatever id.
    pub bodies: bool,
    /// The ids of agencies and groups that are missing.
    pub body_ids: Vec<String>,
    /// Whether events may be missing.
    pub events: bool,
}

/// `[plan]` as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the key of its name, see About")]
pub struct AboutDraft {
    pub number: Field<String>,
    pub title: Field<String>,
    pub title_en: Field<String>,
    pub issuer: Field<String>,
    pub issued: Field<NaiveDate>,
    pub revision: Field<u32>,
    pub coordinator: Field<String>,
    pub basis: TextList,
    pub lang: Field<Lang>,
    pub until: Field<Period>,
    pub columns: Named,
}

/// `[office]` as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the key of its name, see Office")]
pub struct OfficeDraft {
    pub place: Field<String>,
    pub symbol: Field<String>,
    pub signer: Field<String>,
    pub signer_name: Field<String>,
}

/// `[rules]` as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the key of its name, see Calendar")]
pub struct RulesDraft {
    pub before: Field<Before>,
    pub roll_forward: Field<bool>,
    pub holidays: Field<Vec<Field<NaiveDate>>>,
    pub workdays: Field<Vec<Field<NaiveDate>>>,
    pub due_soon_days: Field<u32>,
}

impl RulesDraft {
    /// Whether one of the rules could not be read.
    pub fn is_broken(&self) -> bool {
        let Self { before, roll_forward, holidays, workdays, due_soon_days } = self;
        let has_broken = holidays.has_broken() || workdays.has_broken();
        has_broken || before.is_broken() || roll_forward.is_broken() || due_soon_days.is_broken()
    }
}

/// A row as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the key of its name, see Row")]
pub struct RowDraft {
    pub id: Field<String>,
    pub number: Field<String>,
    pub parent: Field<String>,
    pub title: Field<String>,
    pub title_en: Field<String>,
    pub lead: TextList,
    pub support: TextList,
    pub due: Field<Deadline>,
    pub completion: Field<Completion>,
    pub result: Field<String>,
    pub note: Field<String>,
    pub submitted: Field<Vec<EntryDraft>>,
    pub extended: Field<Vec<ExtensionDraft>>,
    pub cells: Named,
    pub since: Field<NaiveDate>,
    pub ended: Field<EndedDraft>,
    pub progress: Field<Vec<ProgressDraft>>,
}

/// The `ended` of a row as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the key of its name, see Ended")]
pub struct EndedDraft {
    pub on: Field<NaiveDate>,
    pub reference: Field<String>,
    pub replaced_by: Field<String>,
}

/// An entry of `progress` as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the key of its name, see Progress")]
pub struct ProgressDraft {
    pub on: Field<NaiveDate>,
    pub by: Field<String>,
    pub text: Field<String>,
    pub text_en: Field<String>,
}

/// An entry of `submitted` as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the key of its name, see Entry")]
pub struct EntryDraft {
    pub by: Field<String>,
    pub period: Field<Period>,
    pub on: Field<Period>,
    pub reference: Field<String>,
    pub note: Field<String>,
    pub returned: Field<NaiveDate>,
    pub reason: Field<String>,
}

/// An entry of `extended` as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the key of its name, see Extension")]
pub struct ExtensionDraft {
    pub period: Field<Period>,
    pub to: Field<NaiveDate>,
    pub granted: Field<NaiveDate>,
    pub reference: Field<String>,
    pub covers: TextList,
}

/// A directive as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the key of its name, see Directive")]
pub struct DirectiveDraft {
    pub reference: Field<String>,
    pub agencies: TextList,
    pub text: Field<String>,
    pub text_en: Field<String>,
    pub due: Field<Deadline>,
    pub rows: TextList,
}

/// An agency or group as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the key of its name, see Body")]
pub struct BodyDraft {
    pub id: String,
    pub is_group: bool,
    pub name: Field<String>,
    pub name_en: Field<String>,
    pub short: Field<String>,
    pub aliases: TextList,
    pub members: TextList,
    pub open: Field<bool>,
    pub count: Field<u32>,
    pub since: Field<NaiveDate>,
    pub ended: Field<NaiveDate>,
    pub into: TextList,
}

impl BodyDraft {
    /// Whether it has more members than are listed.
    pub fn is_open(&self) -> bool {
        self.open == Field::Given(true)
    }
}

/// An event as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the key of its name, see Event")]
pub struct EventDraft {
    pub id: String,
    pub name: Field<String>,
    pub name_en: Field<String>,
    pub on: Field<NaiveDate>,
    pub reference: Field<String>,
}
