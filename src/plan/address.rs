//! Addresses: where in a plan a value stands, without a byte of the file.

use super::{BodyIx, EventIx, RowIx};

/// Where a value stands in a plan.
///
/// The plan knows no bytes; only the file that it was read from turns an address into a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Address {
    /// `[plan]` as a whole.
    Plan,
    /// `plan.title`.
    Title,
    /// `plan.coordinator`.
    Coordinator,
    /// `plan.revision`, or the head of `[plan]` where it is absent.
    Revision,
    /// A key of a row.
    Row(RowIx, RowKey),
    /// An entry of a row's `submitted`, counted from 0.
    Entry(RowIx, usize, EntryKey),
    /// An entry of a row's `extended`, counted from 0.
    Extension(RowIx, usize, ExtensionKey),
    /// A key of a directive, counted from 0.
    Directive(usize, DirectiveKey),
    /// A key of an agency or group.
    Body(BodyIx, BodyKey),
    /// An entry of a row's `progress`, counted from 0.
    Progress(RowIx, usize, ProgressKey),
    /// A key of an event.
    Event(EventIx, EventKey),
}

/// A key of a row; an absent one stands at the head of the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowKey {
    /// `id`.
    Id,
    /// `number`, or `id` where it is absent.
    Number,
    /// `title`.
    Title,
    /// `parent`.
    Parent,
    /// `lead` as a whole.
    Lead,
    /// One of `lead`, counted from 0.
    LeadAt(usize),
    /// `support` as a whole.
    Support,
    /// One of `support`, counted from 0.
    SupportAt(usize),
    /// `due` as a whole.
    Due,
    /// `due.text`.
    DueText,
    /// `due.from`.
    DueFrom,
    /// `submitted` as a whole.
    Submitted,
    /// `extended` as a whole.
    Extended,
    /// `due.within.after`, its event or row.
    DueAfter,
    /// `due.until`.
    DueUntil,
    /// One of `cells`, counted from 0 in the order of the file.
    CellAt(usize),
    /// `since`.
    Since,
    /// `ended.on`.
    EndedOn,
    /// `ended.replaced_by`.
    ReplacedBy,
}

/// A key of an entry of `progress`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProgressKey {
    /// `by`.
    By,
    /// `on`.
    On,
}

/// A key of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKey {
    /// The id, which is the key of its line.
    Id,
    /// `name`.
    Name,
    /// `on`.
    On,
}

/// A key of an entry of `submitted`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EntryKey {
    /// The whole entry.
    Whole,
    /// `by`.
    By,
    /// `period`.
    Period,
    /// `on`.
    On,
    /// `returned`.
    Returned,
}

/// A key of an entry of `extended`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExtensionKey {
    /// The whole entry.
    Whole,
    /// `period`.
    Period,
    /// `to`.
    To,
    /// `granted`.
    Granted,
    /// `for` as a whole.
    For,
    /// One of `for`, counted from 0.
    ForAt(usize),
}

/// A key of a directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DirectiveKey {
    /// One of `agencies`, counted from 0.
    AgencyAt(usize),
    /// `due` as a whole.
    Due,
    /// `due.text`.
    DueText,
    /// `due.from`.
    DueFrom,
    /// `due.until`.
    DueUntil,
    /// `due.within.after`, its event or row.
    DueAfter,
    /// One of `tasks`, counted from 0.
    RowAt(usize),
}

/// A key of an agency or group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BodyKey {
    /// The id, which is the key of its line.
    Id,
    /// `name`.
    Name,
    /// `short`.
    Short,
    /// One of `aliases`, counted from 0.
    AliasAt(usize),
    /// One of `members`, counted from 0.
    MemberAt(usize),
    /// `ended`.
    Ended,
    /// One of `into`, counted from 0.
    IntoAt(usize),
}
