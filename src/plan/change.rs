//! Changes to the marks of a plan: what `register` decides and `file` writes.

use super::{
    BodyIx, Draft, Entry, EntryDraft, EventIx, Extension, ExtensionDraft, Field, KnownEntry, Progress, ProgressDraft,
    RowDraft, RowIx,
};
use chrono::NaiveDate;

/// One change to one row's marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A submission is recorded.
    Submit {
        /// The row.
        row: RowIx,
        /// The number of the present entry before which it goes, or how many there are.
        before: usize,
        /// The new entry.
        entry: Entry,
    },
    /// An entry is put in the place of another.
    Replace {
        /// The row.
        row: RowIx,
        /// The number of the other.
        entry: usize,
        /// The other, which goes.
        was: Box<KnownEntry>,
        /// The new entry.
        new: Box<Entry>,
    },
    /// An entry is taken out.
    Withdraw {
        /// The row.
        row: RowIx,
        /// The number of the entry.
        entry: usize,
        /// The entry, which goes.
        was: Box<KnownEntry>,
    },
    /// A report is sent back.
    Return {
        /// The row.
        row: RowIx,
        /// The number of the entry.
        entry: usize,
        /// The day.
        returned: NaiveDate,
        /// Why.
        reason: Option<String>,
    },
    /// A return is taken out: the report counts again.
    WithdrawReturn {
        /// The row.
        row: RowIx,
        /// The number of the entry.
        entry: usize,
        /// The entry with the return, which goes.
        was: Box<KnownEntry>,
    },
    /// A deadline is moved.
    Extend {
        /// The row.
        row: RowIx,
        /// The extension; it goes last.
        extension: Extension,
    },
    /// An extension is taken out.
    WithdrawExtension {
        /// The row.
        row: RowIx,
        /// The number of the extension.
        number: usize,
        /// The extension, which goes.
        was: Extension,
    },
    /// An event has happened.
    Happen {
        /// The event.
        event: EventIx,
        /// The day.
        on: NaiveDate,
        /// The document's number.
        reference: Option<String>,
    },
    /// How a row stands is noted.
    Note {
        /// The row.
        row: RowIx,
        /// The note; it goes last.
        note: Progress,
    },
    /// A note is taken out.
    WithdrawNote {
        /// The row.
        row: RowIx,
        /// The number of the note.
        number: usize,
        /// The note, which goes.
        was: Progress,
    },
}

/// What a request asks for and the file has already, to the letter: nothing is to be written for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// The entry.
    Entry {
        /// The row.
        row: RowIx,
        /// The number of the entry.
        entry: usize,
    },
    /// The return.
    Return {
        /// The row.
        row: RowIx,
        /// The number of the entry that is returned.
        entry: usize,
    },
    /// The extension.
    Extension {
        /// The row.
        row: RowIx,
        /// The number of the extension.
        number: usize,
    },
    /// Every unit of the groups that were named has delivered.
    Delivered {
        /// The row.
        row: RowIx,
    },
    /// The event.
    Event {
        /// The event.
        event: EventIx,
    },
    /// The note.
    Note {
        /// The row.
        row: RowIx,
        /// The number of the note.
        number: usize,
    },
}

impl Recorded {
    /// The row; none for an event.
    pub fn row(&self) -> Option<RowIx> {
        match self {
            Self::Entry { row, .. }
            | Self::Return { row, .. }
            | Self::Extension { row, .. }
            | Self::Delivered { row }
            | Self::Note { row, .. } => Some(*row),
            Self::Event { event: _ } => None,
        }
    }
}

impl Draft {
    /// The draft with the changes made, each of which counts the entries as they were before all.
    ///
    /// A change that does not fit the draft leaves it as it is.
    #[must_use]
    pub fn with_changes(&self, changes: &[Change]) -> Self {
        let mut draft = self.clone();
        // From the back, so that no change moves the place of one that is still to be made.
        let mut ordered: Vec<&Change> = changes.iter().rev().collect();
        ordered.sort_by_key(|change| std::cmp::Reverse(change.place()));
        for change in ordered {
            draft.make(change);
        }
        draft
    }

    fn make(&mut self, change: &Change) {
        match change {
            Change::Submit { row, before, entry } => {
                let entry = self.entry_draft(entry);
                edit(&mut self.rows[row.0].submitted, |list| list.insert((*before).min(list.len()), entry));
            }
            Change::Replace { row, entry, was: _, new } => {
                let new = self.entry_draft(new);
                edit(&mut self.rows[row.0].submitted, |list| {
                    if let Some(entry) = list.get_mut(*entry) {
                        *entry = new;
                    }
                });
            }
            Change::Withdraw { row, entry, was: _ } => remove(&mut self.rows[row.0].submitted, *entry),
            Change::WithdrawExtension { row, number, was: _ } => remove(&mut self.rows[row.0].extended, *number),
            Change::WithdrawReturn { row, entry, was: _ } => edit(&mut self.rows[row.0].submitted, |list| {
                if let Some(entry) = list.get_mut(*entry) {
                    entry.returned = Field::Absent;
                    entry.reason = Field::Absent;
                }
            }),
            Change::Return { row, entry, returned, reason } => edit(&mut self.rows[row.0].submitted, |list| {
                if let Some(entry) = list.get_mut(*entry) {
                    entry.returned = Field::Given(*returned);
                    entry.reason = optional(reason.as_ref());
                }
            }),
            Change::Happen { event, on, reference } => {
                let event = &mut self.events[event.0];
                (event.on, event.reference) = (Field::Given(*on), optional(reference.as_ref()));
            }
            Change::Note { row, note } => {
                let note = self.note_draft(note);
                edit(&mut self.rows[row.0].progress, |list| list.push(note));
            }
            Change::WithdrawNote { row, number, was: _ } => remove(&mut self.rows[row.0].progress, *number),
            Change::Extend { row, extension } => {
                let extension = self.extension_draft(extension);
                edit(&mut self.rows[row.0].extended, |list| list.push(extension));
            }
        }
    }

    /// Whether two drafts say the same: an empty list of marks says as much as none.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        let Self { about, office, rules, rows, directives, bodies, events, lost } = self;
        let are_alike = |(own, other): (&RowDraft, &RowDraft)| {
            own == other || own.clone().without_empty_lists() == other.clone().without_empty_lists()
        };
        (about, office, rules, directives) == (&other.about, &other.office, &other.rules, &other.directives)
            && (bodies, events, lost) == (&other.bodies, &other.events, &other.lost)
            && rows.len() == other.rows.len()
            && rows.iter().zip(&other.rows).all(are_alike)
    }

    fn entry_draft(&self, entry: &Entry) -> EntryDraft {
        let Entry { by, period, on, reference, note, returned, reason } = entry;
        EntryDraft {
            by: Field::Given(self.bodies[by.0].id.clone()),
            period: optional(period.as_ref()),
            on: Field::Given(*on),
            reference: optional(reference.as_ref()),
            note: optional(note.as_ref()),
            returned: optional(returned.as_ref()),
            reason: optional(reason.as_ref()),
        }
    }

    fn note_draft(&self, note: &Progress) -> ProgressDraft {
        let Progress { on, by, text } = note;
        ProgressDraft {
            on: Field::Given(*on),
            by: by.map_or(Field::Absent, |by| Field::Given(self.bodies[by.0].id.clone())),
            text: Field::Given(text.own.clone()),
            text_en: optional(text.en.as_ref()),
        }
    }

    fn extension_draft(&self, extension: &Extension) -> ExtensionDraft {
        let id = |body: &BodyIx| Field::Given(self.bodies[body.0].id.clone());
        let Extension { period, to, granted, reference, covers } = extension;
        ExtensionDraft {
            period: optional(period.as_ref()),
            to: Field::Given(*to),
            granted: Field::Given(*granted),
            reference: optional(reference.as_ref()),
            covers: match covers {
                Some(covers) => Field::Given(covers.stated.iter().map(id).collect()),
                None => Field::Absent,
            },
        }
    }
}

impl Change {
    /// The row that is changed; none for an event.
    pub fn row(&self) -> Option<RowIx> {
        match self {
            Self::Submit { row, .. }
            | Self::Replace { row, .. }
            | Self::Withdraw { row, .. }
            | Self::Return { row, .. }
            | Self::WithdrawReturn { row, .. }
            | Self::Extend { row, .. }
            | Self::WithdrawExtension { row, .. }
            | Self::Note { row, .. }
            | Self::WithdrawNote { row, .. } => Some(*row),
            Self::Happen { .. } => None,
        }
    }

    /// Where in the row's list it is made; what is put in before an entry comes before what is done to that.
    fn place(&self) -> (RowIx, usize, bool) {
        match self {
            Self::Submit { row, before, .. } => (*row, *before, false),
            Self::Replace { row, entry, .. }
            | Self::Withdraw { row, entry, .. }
            | Self::Return { row, entry, .. }
            | Self::WithdrawReturn { row, entry, .. } => (*row, *entry, true),
            Self::Extend { row, .. } | Self::Note { row, .. } => (*row, usize::MAX, false),
            Self::WithdrawExtension { row, number, .. } | Self::WithdrawNote { row, number, .. } => {
                (*row, *number, true)
            }
            // Of no row: it moves no other change.
            Self::Happen { .. } => (RowIx(usize::MAX), 0, false),
        }
    }
}

impl RowDraft {
    /// The row with empty lists of marks as absent ones.
    fn without_empty_lists(mut self) -> Self {
        drop_if_empty(&mut self.submitted);
        drop_if_empty(&mut self.extended);
        drop_if_empty(&mut self.progress);
        self
    }
}

/// Edits a list that may not be there yet; one that is left empty is as good as absent.
fn edit<T>(field: &mut Field<Vec<T>>, change: impl FnOnce(&mut Vec<T>)) {
    let mut list = std::mem::take(field).required().unwrap_or_default();
    change(&mut list);
    *field = if list.is_empty() { Field::Absent } else { Field::Given(list) };
}

/// Takes the entry of that number out of a list that has one.
fn remove<T>(field: &mut Field<Vec<T>>, number: usize) {
    edit(field, |list| {
        if number < list.len() {
            list.remove(number);
        }
    });
}

fn drop_if_empty<T>(field: &mut Field<Vec<T>>) {
    if field.given().is_some_and(Vec::is_empty) {
        *field = Field::Absent;
    }
}

fn optional<T: Clone>(value: Option<&T>) -> Field<T> {
    value.cloned().map_or(Field::Absent, Field::Given)
}
