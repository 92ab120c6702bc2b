//! Answers: as typed values that stand alone and that programs read, as pages that people read, and as lines of
//! a spreadsheet.

mod agencies;
mod agency;
mod answer;
mod brief;
mod calendar;
mod changes;
mod charts;
mod classes;
mod directives;
mod front;
mod further;
mod list;
mod log;
mod missing;
mod overdue;
mod page;
mod paper;
mod records;
mod sheet;
mod show;
mod summary;
mod together;
mod web;
mod weeks;

pub use agencies::AgenciesAnswer;
pub use agency::AgencyAnswer;
pub use answer::{
    AgencyName, Due, FORMAT_VERSION, Head, LeadShare, Letterhead, Meaning, Milestone, Obligation, PlanFile, PlanHead,
    PlanIx, Row, RowName, RowState, Standing,
};
pub use calendar::{Calendar, CalendarDay};
pub use changes::{ChangesAnswer, Marks, MovedDeadline, Submission};
pub use front::FrontAnswer;
pub use further::Beside;
pub use list::ListAnswer;
pub use log::LogAnswer;
pub use missing::MissingAnswer;
pub use overdue::{Addressee, Grouping, Letter, Letters, OverdueAnswer, OverdueQuestion, Owed, OwedLine};
pub use page::{
    Bar, Block, Cell, Chart, Column, Days, Field, Figure, Fit, Origin, Page, Share, Table, Tone, Value, Week,
    status_words,
};
pub use paper::{Front, Paper};
pub use records::Records;
pub use sheet::{Entry, Kind, Sheet, SheetColumn, SheetLine, Workbook};
pub use show::ShowAnswer;
pub use summary::SummaryAnswer;
pub use together::Together;
pub use web::Web;
pub use weeks::Weeks;

pub use crate::plan::{Every, Length, Period};
pub use crate::query::{Counts, Status};

use crate::text::Lang;
use serde::Serialize;

/// The answer to one question, for every form that it may take. As a value it is what programs read
/// (docs/json-and-csv.md); it holds no plan.
pub trait Answer: Serialize {
    /// The answer as people read it.
    fn page(&self, lang: Lang) -> Page<'_>;

    /// The answer as lines of a spreadsheet.
    fn records(&self) -> Records<'_>;

    /// The answer as a document.
    fn paper(&self, lang: Lang) -> Paper<'_>;

    /// The answer as sheets of a workbook; none where it is none of tables.
    fn workbook(&self, _: Lang) -> Option<Workbook<'_>> {
        None
    }

    /// The answer as days of a calendar, where it was asked for that; none where it is none of days.
    fn calendar(&self, _: Lang) -> Option<Calendar> {
        None
    }

    /// The answer for a browser, if it goes there.
    fn web(&self, _: Lang) -> Option<Web<'_>> {
        None
    }
}
