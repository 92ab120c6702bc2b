//! Answers: as typed values that programs read, and as blocks that people read.

mod block;
mod cells;
mod list;
mod marks;
mod overdue;
mod value;
mod words;

pub use block::{Block, Cell, Column, Fit, Status, Table, Tone};
pub use list::ListReport;
pub use marks::MarksReport;
pub use overdue::{Grouping, OverdueReport};
pub use value::{Envelope, FORMAT_VERSION, ObligationValue, RowValue};
pub use words::Speaker;

use crate::text::{one_line, words::report};
use chrono::NaiveDate;

/// What every report opens with: the plan's number and title, and the day.
fn head(speaker: Speaker<'_>, as_of: NaiveDate) -> Vec<Block> {
    let (about, lang) = (&speaker.plan.about, speaker.lang);
    let title = lang.pick(&about.title, about.title_en.as_deref());
    vec![
        Block::Title(report::plan_title(lang, &one_line(&about.number), &one_line(title))),
        Block::Text(report::data_as_of(lang, &lang.date(as_of))),
    ]
}
