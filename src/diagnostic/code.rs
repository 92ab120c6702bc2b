//! The codes of problems: stable names that scripts and reviewers rely on.

use super::Severity;

/// Declares the codes with their stable names and severities.
macro_rules! codes {
    ($($severity:ident: $($variant:ident = $name:literal),+;)+) => {
        /// The code of a problem (docs/codes.md). A name never changes its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = concat!("`", $name, "`")] $variant,)+)+
        }

        impl Code {
            /// Every code, errors first.
            pub const ALL: &'static [Self] = &[$($(Self::$variant,)+)+];

            /// The stable name.
            pub fn name(self) -> &'static str {
                match self {
                    $($(Self::$variant => $name,)+)+
                }
            }

            /// How bad a problem with this code is.
            pub fn severity(self) -> Severity {
                match self {
                    $($(Self::$variant)|+ => Severity::$severity,)+
                }
            }
        }
    };
}

codes! {
    Error:
        Syntax = "syntax",
        UnsupportedVersion = "unsupported-version",
        UnknownKey = "unknown-key",
        WrongType = "wrong-type",
        MissingKey = "missing-key",
        EmptyList = "empty-list",
        MisplacedKey = "misplaced-key",
        BadId = "bad-id",
        DuplicateId = "duplicate-id",
        UnknownParent = "unknown-parent",
        ParentCycle = "parent-cycle",
        UnknownAgency = "unknown-agency",
        GroupCycle = "group-cycle",
        AmbiguousName = "ambiguous-name",
        NoLead = "no-lead",
        BadDeadline = "bad-deadline",
        HeadingEntry = "heading-entry",
        NotResponsible = "not-responsible",
        MissingBy = "missing-by",
        DuplicateEntry = "duplicate-entry",
        BadDates = "bad-dates",
        UnknownTask = "unknown-task",
        UnknownEvent = "unknown-event",
        UnknownColumn = "unknown-column",
        DeadlineCycle = "deadline-cycle",
        SuccessorCycle = "successor-cycle",
        MissingPeriod = "missing-period",
        BadPeriod = "bad-period",
        ControlCharacter = "control-character",
        RemovedRow = "removed-row",
        RemovedEntry = "removed-entry",
        ChangedEntry = "changed-entry",
        ChangedDeadline = "changed-deadline",
        ChangedRow = "changed-row",
        ChangedPlan = "changed-plan",
        RevisionBack = "revision-back";
    Warning:
        NoDeadline = "no-deadline",
        DeadlineText = "deadline-text",
        DeadlineBeforeIssue = "deadline-before-issue",
        DeadlineAfterParent = "deadline-after-parent",
        FutureDate = "future-date",
        Numbering = "numbering",
        NotNfc = "not-nfc",
        UnusedAgency = "unused-agency",
        DirectiveDeadline = "directive-deadline",
        ExtensionEarlier = "extension-earlier",
        IdleExtension = "idle-extension",
        BeforeIssue = "before-issue",
        EndedAgency = "ended-agency",
        EndedRow = "ended-row",
        RepeatedAgency = "repeated-agency",
        EmptyText = "empty-text",
        InvisibleCharacter = "invisible-character",
        UnusedEvent = "unused-event";
    Note:
        WeekendDeadline = "weekend-deadline";
}

impl Code {
    /// Whether it is found only against an older version of the plan.
    pub fn needs_older(self) -> bool {
        matches!(
            self,
            Self::RemovedRow
                | Self::RemovedEntry
                | Self::ChangedEntry
                | Self::ChangedDeadline
                | Self::ChangedRow
                | Self::ChangedPlan
                | Self::RevisionBack
        )
    }

    /// The code of that name.
    ///
    /// ```
    /// use papi_plan::diagnostic::Code;
    /// assert_eq!(Code::from_name("no-lead"), Some(Code::NoLead));
    /// ```
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_are_unique_and_found_again() {
        let names: HashSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            assert_eq!(Code::from_name(code.name()), Some(*code));
        }
    }
}
