//! Answers as people read them: headings, sentences, facts and tables of values, without a word on how they are
//! drawn.

pub(super) mod cells;
mod chart;
pub(super) mod rows;
mod table;
mod value;

pub use super::answer::{Days, Share};
pub use chart::{Bar, Chart, Figure, Week};
pub use table::{Column, Fit, Table};
pub use value::{Cell, Origin, Tone, Value, status_words};

pub(super) use table::ColumnOf;

use super::answer::{Asked, Head};
use crate::text::{Lang, words::report};
use std::borrow::Cow;

/// An answer in one language.
#[derive(Debug, PartialEq)]
pub struct Page<'a> {
    /// The language.
    pub lang: Lang,
    /// From top to bottom.
    pub blocks: Vec<Block<'a>>,
}

/// A block of a page.
#[derive(Debug, PartialEq)]
pub enum Block<'a> {
    /// What the page is about.
    Title(Value),
    /// A part of the page begins.
    Heading(Value),
    /// A sentence.
    Text(Value),
    /// A sentence that is itself the answer, such as that there is nothing to show.
    Answer(Value),
    /// A remark at the end, such as the meaning of a sign.
    Remark(Value),
    /// Facts about one thing, each after its name; one that says nothing is left out.
    Fields(Vec<Field>),
    /// A table.
    Table(Table<'a>),
    /// What tables say, as a picture; text has none.
    Chart(Chart),
}

/// A fact after its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub label: Cow<'static, str>,
    /// What it says.
    pub cell: Cell,
}

impl<'a> Page<'a> {
    /// What every page opens with: the plan's number and title, the day, and whom alone it is about, if it is:
    /// a page that is sent on must say so.
    pub(super) fn opened(head: &Head, asked: &Asked, lang: Lang) -> Self {
        let mut page = Self { lang, blocks: Vec::new() };
        page.blocks.extend(head.shown(lang).map(|title| Block::Title(title.into())));
        page.push(Block::Text(report::data_as_of(lang, &lang.date(head.as_of)).into()));
        let told = head.left_out(lang).into_iter().chain(asked.scope(lang)).chain(asked.ends(lang));
        page.blocks.extend(told.map(|told| Block::Text(told.into())));
        page
    }

    pub(super) fn push(&mut self, block: Block<'a>) {
        self.blocks.push(block);
    }

    pub(super) fn heading(&mut self, heading: impl Into<Value>) {
        self.push(Block::Heading(heading.into()));
    }
}

impl Field {
    /// A fact.
    pub(super) fn new(label: impl Into<Cow<'static, str>>, cell: impl Into<Cell>) -> Self {
        Self { label: label.into(), cell: cell.into() }
    }
}
