//! What each code means, why it is a problem, and an example of it; one file a family of codes.

mod file;
mod living;
mod marks;
mod older;
mod plan;
mod rules;

use super::Code;
use crate::text::Lang;

/// What is said of a code, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// What is found: one sentence.
    pub what: &'static str,
    /// Why it is a problem, what that rests on, and the way out.
    pub why: &'static str,
    /// A piece of a plan file, with `# <-` at the place.
    pub example: &'static str,
}

/// What is said of a code, in both languages.
struct Explained {
    vi: Sentences,
    en: Sentences,
    example: &'static str,
}

struct Sentences {
    what: &'static str,
    why: &'static str,
}

impl Code {
    /// What the code means.
    ///
    /// ```
    /// use papi_plan::{diagnostic::Code, text::Lang};
    /// assert!(Code::WeekendDeadline.explanation(Lang::En).why.contains("Art. 148(5)"));
    /// ```
    pub fn explanation(self, lang: Lang) -> Explanation {
        let explained = self.explained();
        let Sentences { what, why } = match lang {
            Lang::Vi => explained.vi,
            Lang::En => explained.en,
        };
        Explanation { what, why, example: explained.example }
    }

    fn explained(self) -> Explained {
        match self {
            Self::Syntax => file::SYNTAX,
            Self::UnsupportedVersion => file::UNSUPPORTED_VERSION,
            Self::UnknownKey => file::UNKNOWN_KEY,
            Self::WrongType => file::WRONG_TYPE,
            Self::MissingKey => file::MISSING_KEY,
            Self::EmptyList => file::EMPTY_LIST,
            Self::MisplacedKey => file::MISPLACED_KEY,
            Self::BadId => file::BAD_ID,
            Self::ControlCharacter => file::CONTROL_CHARACTER,
            Self::DuplicateId => plan::DUPLICATE_ID,
            Self::UnknownParent => plan::UNKNOWN_PARENT,
            Self::ParentCycle => plan::PARENT_CYCLE,
            Self::UnknownAgency => plan::UNKNOWN_AGENCY,
            Self::GroupCycle => plan::GROUP_CYCLE,
            Self::AmbiguousName => plan::AMBIGUOUS_NAME,
            Self::NoLead => plan::NO_LEAD,
            Self::BadDeadline => plan::BAD_DEADLINE,
            Self::UnknownTask => plan::UNKNOWN_TASK,
            Self::UnknownEvent => living::UNKNOWN_EVENT,
            Self::UnknownColumn => living::UNKNOWN_COLUMN,
            Self::DeadlineCycle => living::DEADLINE_CYCLE,
            Self::SuccessorCycle => living::SUCCESSOR_CYCLE,
            Self::MissingPeriod => living::MISSING_PERIOD,
            Self::BadPeriod => living::BAD_PERIOD,
            Self::EndedAgency => living::ENDED_AGENCY,
            Self::EndedRow => living::ENDED_ROW,
            Self::UnusedEvent => living::UNUSED_EVENT,
            Self::HeadingEntry => marks::HEADING_ENTRY,
            Self::NotResponsible => marks::NOT_RESPONSIBLE,
            Self::MissingBy => marks::MISSING_BY,
            Self::DuplicateEntry => marks::DUPLICATE_ENTRY,
            Self::BadDates => marks::BAD_DATES,
            Self::NoDeadline => rules::NO_DEADLINE,
            Self::DeadlineText => rules::DEADLINE_TEXT,
            Self::DeadlineBeforeIssue => rules::DEADLINE_BEFORE_ISSUE,
            Self::DeadlineAfterParent => rules::DEADLINE_AFTER_PARENT,
            Self::FutureDate => rules::FUTURE_DATE,
            Self::Numbering => rules::NUMBERING,
            Self::NotNfc => rules::NOT_NFC,
            Self::InvisibleCharacter => rules::INVISIBLE_CHARACTER,
            Self::UnusedAgency => rules::UNUSED_AGENCY,
            Self::BeforeIssue => marks::BEFORE_ISSUE,
            Self::RepeatedAgency => rules::REPEATED_AGENCY,
            Self::EmptyText => rules::EMPTY_TEXT,
            Self::DirectiveDeadline => rules::DIRECTIVE_DEADLINE,
            Self::ExtensionEarlier => rules::EXTENSION_EARLIER,
            Self::IdleExtension => rules::IDLE_EXTENSION,
            Self::WeekendDeadline => rules::WEEKEND_DEADLINE,
            Self::RemovedRow => older::REMOVED_ROW,
            Self::RemovedEntry => older::REMOVED_ENTRY,
            Self::ChangedEntry => older::CHANGED_ENTRY,
            Self::ChangedDeadline => older::CHANGED_DEADLINE,
            Self::ChangedRow => older::CHANGED_ROW,
            Self::ChangedPlan => older::CHANGED_PLAN,
            Self::RevisionBack => older::REVISION_BACK,
        }
    }
}
