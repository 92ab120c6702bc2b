//! What a file states of days, be the rest of it a valid plan or not.

use super::{Address, After, Calendar, Deadline, DeadlineKind, DirectiveKey, Draft, EntryDraft, EntryKey, EventIx};
use super::{EventKey, ExtensionDraft, ExtensionKey, Field, ProgressKey, RowIx, RowKey, RulesDraft};
use chrono::NaiveDate;

/// Deadlines and marks as stated, with their addresses: enough for what can be judged of each alone.
#[derive(Clone, Debug)]
pub struct Stated<'d> {
    /// The rules about days.
    pub calendar: StatedCalendar,
    /// The day of issue, if it is known.
    pub issued: Option<NaiveDate>,
    /// Every deadline.
    pub deadlines: Vec<StatedDeadline<'d>>,
    /// Every day of a mark, with the key that states it.
    pub marks: Vec<(&'static str, NaiveDate, Address)>,
}

/// A deadline where it is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedDeadline<'d> {
    /// The deadline.
    pub due: &'d Deadline,
    /// Where it stands.
    pub at: Address,
    /// Where its wording stands.
    pub text_at: Address,
    /// Whether it is a row's; else it is a directive's.
    pub of_row: bool,
}

impl<'d> Stated<'d> {
    /// What a draft states of days.
    pub fn of(draft: &'d Draft) -> Self {
        let rows = draft.rows.iter().enumerate().filter_map(|(ix, row)| {
            let at = |key| Address::Row(RowIx::new(ix), key);
            let (at, text_at) = (at(RowKey::Due), at(RowKey::DueText));
            Some(StatedDeadline { due: row.due.given()?, at, text_at, of_row: true })
        });
        let directives = draft.directives.iter().enumerate().filter_map(|(number, directive)| {
            let at = |key| Address::Directive(number, key);
            let (at, text_at) = (at(DirectiveKey::Due), at(DirectiveKey::DueText));
            Some(StatedDeadline { due: directive.due.given()?, at, text_at, of_row: false })
        });
        let mut marks = Vec::new();
        for (ix, row) in draft.rows.iter().enumerate() {
            let row_ix = RowIx::new(ix);
            for (number, entry) in row.submitted.given().into_iter().flatten().enumerate() {
                let EntryDraft { on, returned, by: _, period: _, reference: _, note: _, reason: _ } = entry;
                let at = |key| Address::Entry(row_ix, number, key);
                marks.extend(on.given().map(|on| ("on", on.last_day(), at(EntryKey::On))));
                marks.extend(returned.given().map(|day| ("returned", *day, at(EntryKey::Returned))));
            }
            for (number, extension) in row.extended.given().into_iter().flatten().enumerate() {
                let ExtensionDraft { granted, period: _, to: _, reference: _, covers: _ } = extension;
                let at = Address::Extension(row_ix, number, ExtensionKey::Granted);
                marks.extend(granted.given().map(|day| ("granted", *day, at)));
            }
            for (number, note) in row.progress.given().into_iter().flatten().enumerate() {
                marks.extend(
                    note.on.given().map(|day| ("on", *day, Address::Progress(row_ix, number, ProgressKey::On))),
                );
            }
        }
        for (number, event) in draft.events.iter().enumerate() {
            marks.extend(event.on.given().map(|day| ("on", *day, Address::Event(EventIx(number), EventKey::On))));
        }
        Self {
            calendar: StatedCalendar::of(&draft.rules, &draft.about.issued),
            issued: draft.about.issued.given().copied(),
            deadlines: rows.chain(directives).collect(),
            marks,
        }
    }
}

/// The rules about days as far as they could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedCalendar {
    calendar: Calendar,
    knows_before: bool,
    knows_roll_forward: bool,
    knows_days_off: bool,
    issued: Option<NaiveDate>,
}

impl StatedCalendar {
    /// The rules that a draft states, the default for those it does not.
    pub(super) fn of(rules: &RulesDraft, issued: &Field<NaiveDate>) -> Self {
        let RulesDraft { before, roll_forward, holidays, workdays, due_soon_days } = rules;
        let default = Calendar::default();
        let days = |days: &Field<Vec<Field<NaiveDate>>>| {
            days.given().into_iter().flatten().filter_map(|day| day.given().copied()).collect()
        };
        Self {
            knows_before: !before.is_broken(),
            knows_roll_forward: !roll_forward.is_broken(),
            knows_days_off: !holidays.has_broken() && !workdays.has_broken(),
            issued: issued.given().copied(),
            calendar: Calendar {
                before: before.given().copied().unwrap_or(default.before),
                roll_forward: roll_forward.given().copied().unwrap_or(default.roll_forward),
                holidays: days(holidays),
                workdays: days(workdays),
                due_soon_days: due_soon_days.given().copied().unwrap_or(default.due_soon_days),
            },
        }
    }

    /// The rules, with the default for what could not be read.
    pub(super) fn as_read(&self) -> &Calendar {
        &self.calendar
    }

    /// The last day of a deadline as it is stated, or that it has none; nothing if a rule decides it that
    /// could not be read.
    pub fn stated_last_day(&self, due: &Deadline) -> Option<Option<NaiveDate>> {
        let is_known = match &due.kind {
            DeadlineKind::Before(_) => self.knows_before,
            DeadlineKind::By(_)
            | DeadlineKind::In(_)
            | DeadlineKind::Ongoing
            | DeadlineKind::When(_)
            | DeadlineKind::None
            | DeadlineKind::Every(_) => true,
            // It counts from what a day of its own may tell, and working days hang on the days off.
            DeadlineKind::Within(within) => within.after == After::Issue && self.knows_days_off,
        };
        let day = || match &due.kind {
            DeadlineKind::Within(within) => self.issued.map(|issued| within.length.after(issued, &self.calendar)),
            _ => due.stated_last_day(&self.calendar),
        };
        is_known.then(day)
    }

    /// The last day of a deadline after the rules, if it has one and that is known.
    pub fn last_day(&self, due: &Deadline) -> Option<NaiveDate> {
        let day = self.stated_last_day(due)?.filter(|_| self.knows_rolling())?;
        Some(self.calendar.rolled(day))
    }

    /// Whether the last day of every deadline is known.
    pub fn knows_last_days(&self) -> bool {
        self.knows_before && self.knows_rolling()
    }

    /// Whether a last day stays on a day off: it is known to be one, and known not to move.
    pub fn leaves_on_day_off(&self, day: NaiveDate) -> bool {
        let is_known = self.knows_roll_forward && self.knows_days_off;
        is_known && !self.calendar.roll_forward && self.calendar.is_day_off(day)
    }

    fn knows_rolling(&self) -> bool {
        self.knows_roll_forward && (self.knows_days_off || !self.calendar.roll_forward)
    }
}
