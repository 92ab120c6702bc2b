//! Why a request is refused. Nothing is written.

use crate::plan::{BodyIx, Entry, EventIx, Extension, KnownEntry, Period, RowIx};
use chrono::NaiveDate;

/// Why a request is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A heading has nothing to submit; the rows that do stand below it.
    Heading {
        /// The heading.
        row: RowIx,
        /// The items below it, in file order.
        rows: Vec<RowIx>,
    },
    /// The row is not assigned to that agency, nor to any unit of that group.
    NotResponsible {
        /// The row.
        row: RowIx,
        /// The agency or group.
        body: BodyIx,
        /// Who is, as the row's lead names them; of a heading the leads below it.
        leads: Vec<BodyIx>,
    },
    /// Several units are meant, and the request must say which.
    WhichUnit {
        /// The row.
        row: RowIx,
        /// The units that could be meant.
        units: Vec<BodyIx>,
    },
    /// Several units have reports, and the request must say whose is meant.
    WhoseEntry {
        /// The row.
        row: RowIx,
        /// The units that have reports.
        units: Vec<BodyIx>,
    },
    /// The request does not say which entry is to be taken out.
    WhichEntry {
        /// The row.
        row: RowIx,
        /// Why.
        why: Unclear,
        /// Those that could be meant.
        entries: Vec<Listed>,
    },
    /// The request does not say which return is to be taken out.
    WhichReturn {
        /// The row.
        row: RowIx,
        /// Why.
        why: Unclear,
        /// The entries that are returned and could be meant.
        entries: Vec<Listed>,
    },
    /// A day after D.
    AfterAsOf {
        /// The day.
        day: NaiveDate,
        /// D.
        as_of: NaiveDate,
    },
    /// A day before the plan was issued.
    BeforeIssue {
        /// The day.
        day: NaiveDate,
        /// The day of issue.
        issued: NaiveDate,
    },
    /// The unit has another entry on that row, and both would count on one day.
    Conflict {
        /// The row.
        row: RowIx,
        /// What is recorded; a report that was not yet sent back on the day asked for before one that still counts.
        old: Box<Entry>,
        /// What was to be recorded.
        new: Box<Entry>,
        /// What makes room.
        ways: Vec<WayOut>,
    },
    /// Without its return a report would count beside another of the unit.
    NoRoom {
        /// The row.
        row: RowIx,
        /// The report that is returned.
        entry: Box<KnownEntry>,
        /// The other.
        other: Box<KnownEntry>,
        /// What names the other to `withdraw`, if it is the only one.
        named_by: Option<Naming>,
    },
    /// There is no entry to take out or to send back.
    NoEntry {
        /// The row.
        row: RowIx,
        /// The agency asked for.
        body: Option<BodyIx>,
    },
    /// There is no return to take out.
    NoReturn {
        /// The row.
        row: RowIx,
        /// The agency asked for.
        body: Option<BodyIx>,
    },
    /// There is no such extension to take out.
    NoExtension {
        /// The row.
        row: RowIx,
        /// Those that the row has.
        extensions: Vec<Extension>,
    },
    /// The report was already sent back, on another day or for another reason.
    AlreadyReturned {
        /// The row.
        row: RowIx,
        /// The report.
        entry: Box<Entry>,
        /// What makes it one that can be returned.
        ways: Vec<WayOut>,
    },
    /// The report came in only after the day on which it is to be sent back.
    NotYetSubmitted {
        /// The row.
        row: RowIx,
        /// The report.
        entry: Box<Entry>,
        /// The day asked for.
        day: NaiveDate,
    },
    /// The new last day is not later than the one in force.
    NotLater {
        /// The row whose deadline it is.
        row: RowIx,
        /// The unit.
        unit: BodyIx,
        /// The last day in force.
        last_day: NaiveDate,
        /// The last day asked for.
        to: NaiveDate,
    },
    /// There is no such note to take out.
    NoNote {
        /// The row.
        row: RowIx,
    },
    /// The event is recorded, of another day or by another document.
    OtherDay {
        /// The event.
        event: EventIx,
        /// The day that is recorded.
        on: NaiveDate,
    },
    /// The row is not there yet at D.
    NotThere {
        /// The row.
        row: RowIx,
        /// The day from which it is.
        since: NaiveDate,
    },
    /// The row had ended by the day of submission.
    RowEnded {
        /// The row.
        row: RowIx,
        /// The day from which it is owed no more.
        ended: NaiveDate,
        /// The row in its place.
        replaced_by: Option<RowIx>,
    },
    /// An agency had ended by the day of submission, and it is not one alone that took over.
    AgencyEnded {
        /// The agency.
        body: BodyIx,
        /// The day from which it exists no longer.
        ended: NaiveDate,
        /// Those that took over.
        heirs: Vec<BodyIx>,
    },
    /// The row recurs, and the request must say which period is meant.
    WhichPeriod {
        /// The row.
        row: RowIx,
        /// The periods that could be meant.
        periods: Vec<Period>,
    },
    /// The row has no such period; if it does not recur, it has none.
    UnknownPeriod {
        /// The row.
        row: RowIx,
        /// The period asked for.
        period: Period,
        /// Those that there are.
        periods: Vec<Period>,
    },
    /// Every period that had begun is delivered.
    NothingOwed {
        /// The row.
        row: RowIx,
    },
    /// No deadline would move: every row below states its own, or has its own extension.
    NoEffect {
        /// The row.
        row: RowIx,
    },
}

/// What makes room for a mark that is refused: found by asking the register itself, so that it does what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// The same with `--replace`.
    Replace,
    /// The same with a day that is not before this one.
    From(NaiveDate),
    /// `withdraw` of the entry first.
    Withdraw(Naming),
    /// `withdraw --return` first.
    WithdrawReturn(Naming),
    /// `return` first.
    Return {
        /// Whose report.
        by: BodyIx,
        /// The day.
        on: NaiveDate,
        /// For which period it is.
        period: Option<Period>,
    },
}

/// An entry that a request could mean, as a refusal lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The entry.
    pub entry: KnownEntry,
    /// What names this entry alone; nothing does where a later one in the file has the same day.
    pub named_by: Option<Naming>,
    /// What names its return alone, where that can be taken out.
    pub return_named_by: Option<Naming>,
}

/// What names one entry of a row to `withdraw`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Naming {
    /// The unit (`--by`).
    pub by: Option<BodyIx>,
    /// The day (`--on`).
    pub on: Option<NaiveDate>,
    /// The period (`--period`).
    pub period: Option<Period>,
}

/// Why it is not clear which entry is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// Several could be.
    Several,
    /// None counts at D.
    NoneLive {
        /// D.
        as_of: NaiveDate,
    },
    /// None is of that day.
    NoneOf {
        /// The day.
        day: NaiveDate,
    },
}
