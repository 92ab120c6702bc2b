//! The keys of the format, each named once.

use crate::plan::{DueKey, Unit};

/// Declares the keys: what each is called, and how it is written where a message shows that.
macro_rules! keys {
    ($($variant:ident = $name:expr, $example:literal;)+) => {
        /// A key of the format. One that several tables have is one key: `on` is that of an entry and of a
        /// deadline.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Key {
            $($variant,)+
        }

        // A set of keys has a bit for each.
        const _: () = assert!([$(Key::$variant),+].len() <= u128::BITS as usize);

        #[expect(non_upper_case_globals, reason = "each is called as its key")]
        mod words {
            use super::{DueKey, Unit};

            $(pub(super) const $variant: &str = $name;)+
        }

        impl Key {
            /// What it is called in the file.
            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => words::$variant,)+
                }
            }

            /// A bit for each.
            const fn bit(self) -> u128 {
                1 << self as u8
            }

            /// The key of that name.
            pub(crate) fn named(name: &str) -> Option<Self> {
                match name {
                    $(words::$variant => Some(Self::$variant),)+
                    _ => None,
                }
            }

            /// How it is written, for messages; empty where a word says it better.
            pub(crate) fn example(self) -> &'static str {
                match self {
                    $(Self::$variant => $example,)+
                }
            }
        }
    };
}

// Names are looked up in this order: what most rows and entries have comes first.
keys! {
    Id = "id", "id = \"1.1\"";
    Title = "title", "title = \"…\"";
    By = DueKey::By.name(), "";
    On = DueKey::On.name(), "on = 2020-10-08";
    Ref = "ref", "ref = \"III.4.b\"";
    Lead = "lead", "lead = [\"so-noi-vu\"]";
    Name = "name", "name = \"Sở Nội vụ\"";
    Version = "version", "version = 1";
    Plan = "plan", "[plan]";
    Rules = "rules", "";
    Task = "task", "[[task]]";
    Directive = "directive", "[[directive]]";
    Agencies = "agencies", "agencies = [\"so-noi-vu\"]";
    Groups = "groups", "[groups]";
    Metadata = "metadata", "";
    Office = "office", "";
    Place = "place", "";
    Symbol = "symbol", "symbol = \"SNV\"";
    Signer = "signer", "";
    SignerName = "signer_name", "";
    Number = "number", "number = \"15/KH-UBND\"";
    TitleEn = "title_en", "";
    Issuer = "issuer", "issuer = \"UBND tỉnh …\"";
    Issued = "issued", "issued = 2020-08-25";
    Revision = "revision", "";
    Coordinator = "coordinator", "";
    Basis = "basis", "basis = [\"Quyết định số …\"]";
    Lang = "lang", "";
    Before = DueKey::Before.name(), "";
    RollForward = "roll_forward", "";
    Holidays = "holidays", "holidays = [2025-09-01, 2025-09-02]";
    Workdays = "workdays", "workdays = [2025-04-26]";
    DueSoonDays = "due_soon_days", "";
    Parent = "parent", "parent = \"1\"";
    Support = "support", "support = [\"so-noi-vu\"]";
    Due = "due", "due = { by = 2020-10-10 }";
    Completion = "completion", "";
    Result = "result", "";
    Note = "note", "";
    Submitted = "submitted", "submitted = [{ by = \"so-noi-vu\", on = 2020-10-08 }]";
    Extended = "extended", "extended = [{ to = 2020-10-20, granted = 2020-10-05 }]";
    Month = DueKey::Month.name(), "month = \"2020-11\"";
    Quarter = DueKey::Quarter.name(), "quarter = \"2020-Q4\"";
    Year = DueKey::Year.name(), "year = 2020";
    Ongoing = DueKey::Ongoing.name(), "";
    When = DueKey::When.name(), "";
    None = DueKey::None.name(), "";
    Within = DueKey::Within.name(), "within = { days = 30, after = \"issue\" }";
    Every = DueKey::Every.name(), "every = { months = 1 }";
    Days = "days", "days = 30";
    WorkingDays = "working_days", "working_days = 10";
    After = "after", "after = \"issue\"";
    Event = "event", "event = \"nghi-quyet\"";
    Weeks = Unit::Weeks.name(), "weeks = 1";
    Months = Unit::Months.name(), "months = 1";
    Quarters = Unit::Quarters.name(), "quarters = 1";
    Halves = Unit::Halves.name(), "halves = 1";
    Years = Unit::Years.name(), "years = 1";
    Day = "day", "day = 25";
    Weekday = "weekday", "weekday = \"fri\"";
    Date = "date", "date = \"12-10\"";
    DaysAfter = "days_after", "days_after = 5";
    Until = "until", "until = 2026";
    From = "from", "";
    Text = "text", "text = \"…\"";
    TextEn = "text_en", "";
    Returned = "returned", "";
    Reason = "reason", "";
    To = "to", "to = 2020-10-20";
    Granted = "granted", "granted = 2020-10-05";
    For = "for", "for = [\"so-noi-vu\"]";
    Tasks = "tasks", "tasks = [\"1.1\"]";
    NameEn = "name_en", "";
    Short = "short", "";
    Aliases = "aliases", "aliases = [\"Nội vụ\"]";
    Members = "members", "members = [\"so-noi-vu\"]";
    Open = "open", "open = true";
    Count = "count", "count = 34";
    Since = "since", "since = 2025-03-01";
    Ended = "ended", "";
    Into = "into", "into = [\"so-noi-vu\"]";
    ReplacedBy = "replaced_by", "replaced_by = \"1.1\"";
    Columns = "columns", "";
    Cells = "cells", "";
    Progress = "progress", "progress = [{ on = 2020-09-30, text = \"…\" }]";
    Period = "period", "period = \"2020-10\"";
    Events = "events", "[events]";
}

/// A set of keys.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct KeySet(u128);

impl KeySet {
    /// Whether a key is among them.
    pub(crate) fn has(self, key: Key) -> bool {
        self.0 & key.bit() != 0
    }

    /// Puts a key in; whether it is new.
    pub(crate) fn insert(&mut self, key: Key) -> bool {
        let is_new = !self.has(key);
        self.0 |= key.bit();
        is_new
    }
}

impl From<Unit> for Key {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Weeks => Self::Weeks,
            Unit::Months => Self::Months,
            Unit::Quarters => Self::Quarters,
            Unit::Halves => Self::Halves,
            Unit::Years => Self::Years,
        }
    }
}

impl From<DueKey> for Key {
    fn from(key: DueKey) -> Self {
        match key {
            DueKey::Before => Self::Before,
            DueKey::By => Self::By,
            DueKey::On => Self::On,
            DueKey::Month => Self::Month,
            DueKey::Quarter => Self::Quarter,
            DueKey::Year => Self::Year,
            DueKey::Ongoing => Self::Ongoing,
            DueKey::When => Self::When,
            DueKey::None => Self::None,
            DueKey::Within => Self::Within,
            DueKey::Every => Self::Every,
        }
    }
}
