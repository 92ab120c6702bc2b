//! What stands in a cell.

use super::super::answer::{AgencyName, Days, Due, Milestone, Row, RowName, Share};
use crate::plan::Period;
use crate::query::Status;
use crate::text::{Lang, words::report};
use chrono::NaiveDate;
use std::sync::Arc;

/// One thing that a page says; each form puts it in words, or sets it as what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text, of the plan or ours.
    Text(String),
    /// The printed number of a row, set in by how deep it stands.
    RowNumber(Arc<RowName>, usize),
    /// A row by what it is called where nothing tells what it stands below.
    Row(Arc<RowName>),
    /// Several such rows.
    Rows(Vec<Arc<RowName>>),
    /// The title of a row.
    Title(Arc<Row>),
    /// The printed number and the title of a row.
    NumberAndTitle(Arc<Row>),
    /// An agency or group.
    Agency(Arc<AgencyName>),
    /// A group, whose units stand below.
    Within(Arc<AgencyName>),
    /// The group of a unit, which stands above.
    Of(Arc<AgencyName>),
    /// Several agencies or groups.
    Agencies(Vec<Arc<AgencyName>>),
    /// Agencies of which one delivers for all.
    OneOf(Arc<[Arc<AgencyName>]>),
    /// A group that stands for so many units.
    Group(Arc<AgencyName>, usize),
    /// How many named units of a group have delivered, and how many rests of open classes, if it has any.
    Delivered(Arc<AgencyName>, Share, Option<Share>),
    /// How many named units of a group are missing, and whether the rest of an open class is.
    Missing(Arc<AgencyName>, Share, bool),
    /// The rest of an open class: all bodies of it that the plan does not name.
    Rest(Arc<AgencyName>),
    /// An open class with how many of it are named, and how many there are in all, if that is said.
    Class(Arc<AgencyName>, usize, Option<u32>),
    /// The body from which another took over.
    TakenOver(Arc<AgencyName>),
    /// What a deadline waits for.
    Waiting(Milestone),
    /// The day on which a row ended, and the row in its place.
    Ended(NaiveDate, Option<Arc<RowName>>),
    /// How many periods have a status.
    StatusPeriods(Status, Share),
    /// A part of a whole.
    Share(Share),
    /// How many.
    Count(usize),
    /// How many days, below a heading that says so.
    Days(i64),
    /// How many are done, with a bar.
    Done(Share),
    /// A share in whole percent.
    Percent(usize),
    /// How many are done, with a bar, and how much that is of what fell due, in whole percent; none where nothing
    /// is done or overdue.
    Rates(Share, Option<usize>),
    /// A day.
    Day(NaiveDate),
    /// About when it was, where no more is known.
    About(NaiveDate),
    /// A day, or a longer span of the calendar.
    Period(Period),
    /// A deadline, shortly: a day as the day that counts, all else in the plan's own words.
    Due(Arc<Due>),
    /// A deadline in the plan's own words, if it has any in the language.
    Wording(Arc<Due>),
    /// The last day beside the wording of a deadline.
    LastDay(NaiveDate),
    /// Another last day than that of the deadline, and how many units have it.
    Extended(NaiveDate, Share),
    /// The day on which a report was sent back, and why.
    Returned(NaiveDate, Option<String>),
    /// The day on which a report was last sent back that has not come in again, and of how many one was.
    SentBack(NaiveDate, Share),
    /// A status with the days that belong to it.
    Status(Status, Days),
    /// How many have a status.
    StatusShare(Status, Share),
}

/// A cell: its values below each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says, a line each.
    pub lines: Vec<Value>,
    /// Where it is said.
    pub origin: Origin,
    /// How it stands out.
    pub tone: Tone,
}

/// Where it is said what a cell says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// Where it stands.
    #[default]
    Own,
    /// In a row above: a merged cell.
    Inherited,
    /// In that row, where the table does not show it above; the cell says so.
    From(Arc<RowName>),
    /// In the row that is shown; the cell says so.
    StatedHere,
    /// In that row; the cell says so.
    StatedIn(Arc<RowName>),
}

/// How a cell stands out, beyond what it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Not at all.
    #[default]
    Plain,
    /// A heading among rows.
    Strong,
    /// Only there for context.
    Dim,
    /// A status, in its colour.
    Status(Status),
}

impl Cell {
    /// A cell of several lines.
    pub(in crate::report) fn lines(lines: impl IntoIterator<Item = Value>) -> Self {
        Self { lines: lines.into_iter().collect(), ..Self::default() }
    }

    /// A cell of text, or an empty one.
    pub(in crate::report) fn text(text: Option<&str>) -> Self {
        Self::lines(text.map(|text| Value::Text(text.to_owned())))
    }

    /// The same in a tone.
    #[must_use]
    pub(in crate::report) fn in_tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// The same with another line, if there is one.
    #[must_use]
    pub(in crate::report) fn and(mut self, line: Option<Value>) -> Self {
        self.lines.extend(line);
        self
    }

    /// The same, said where it is.
    #[must_use]
    pub(in crate::report) fn said_in(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        Self::lines([value])
    }
}

impl From<Option<Value>> for Cell {
    fn from(value: Option<Value>) -> Self {
        Self::lines(value)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A status by name.
pub fn status_words(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::OnTime => report::status_on_time(lang),
        Status::Late => report::status_late(lang),
        Status::Overdue => report::status_overdue(lang),
        Status::DueSoon => report::status_due_soon(lang),
        Status::Pending => report::status_pending(lang),
        Status::Open => report::status_open(lang),
    }
}
