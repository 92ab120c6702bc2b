//! Answers: as typed values that programs read, and as blocks that people read.

mod agencies;
mod agency;
mod block;
mod cells;
mod changes;
mod directives;
mod list;
mod overdue;
mod records;
mod show;
mod summary;
mod value;
mod words;

pub use agencies::AgenciesReport;
pub use agency::AgencyReport;
pub use block::{Block, Cell, Column, Field, Fit, Status, Table, Tone};
pub use changes::ChangesReport;
pub use list::ListReport;
pub use overdue::{Grouping, OverdueReport};
pub use records::Records;
pub use show::ShowReport;
pub use summary::SummaryReport;
pub use value::{Envelope, FORMAT_VERSION, ObligationValue, RowValue, document};
pub use words::{RowNames, Speaker};

use crate::plan::BodyIx;
use crate::query::Snapshot;
use crate::text::{one_line, words::report};
use chrono::NaiveDate;
use serde::Serialize;

/// The answer to one question, for every form that it may take.
pub trait Report {
    /// The name of the question in documents: the command that asks it.
    const NAME: &'static str;

    /// What was asked, on which day.
    fn snapshot(&self) -> &Snapshot<'_>;

    /// The answer as programs read it (docs/json-and-csv.md).
    fn value(&self) -> impl Serialize;

    /// The answer as people read it.
    fn blocks(&self, speaker: Speaker<'_>) -> Vec<Block>;

    /// The answer as lines of a spreadsheet.
    fn records(&self) -> Records<'_>;
}

/// The same for a question about some agencies only: a report that is sent on must say so.
fn head_for(speaker: Speaker<'_>, as_of: NaiveDate, asked: &[BodyIx]) -> Vec<Block> {
    let mut blocks = head(speaker, as_of);
    if !asked.is_empty() {
        let names = speaker.names(asked).replace('\n', "; ");
        blocks.push(Block::Text(report::only_for(speaker.lang, &names)));
    }
    blocks
}

/// What every report opens with: the plan's number and title, and the day.
fn head(speaker: Speaker<'_>, as_of: NaiveDate) -> Vec<Block> {
    let (about, lang) = (&speaker.plan.about, speaker.lang);
    let title = about.title.in_lang(lang);
    vec![
        Block::Title(report::plan_title(lang, &one_line(&about.number), &one_line(title))),
        Block::Text(report::data_as_of(lang, &lang.date(as_of))),
    ]
}
