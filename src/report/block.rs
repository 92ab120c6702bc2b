//! Answers as people read them: blocks of text and tables, without a word on how they are drawn.

pub use crate::query::Status;

/// A block of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// What the report is about.
    Title(String),
    /// A part of the report begins.
    Heading(String),
    /// A sentence.
    Text(String),
    /// A sentence that is itself the answer, such as that there is nothing to show.
    Answer(String),
    /// A remark at the end, such as the meaning of a sign.
    Remark(String),
    /// Facts about one thing, each after its name; one that says nothing is left out.
    Fields(Vec<Field>),
    /// A table.
    Table(Table),
}

/// A fact after its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub label: &'static str,
    /// What it says.
    pub cell: Cell,
}

/// A table; a column in which no cell says anything is left out when it is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// The lines; each has one cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub title: &'static str,
    /// How its text is set.
    pub fit: Fit,
}

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Text that is wrapped where it must be; the number is its share of the room.
    Wrap(u16),
    /// Text that stays on its line.
    Keep,
    /// Numbers: on their line, to the right.
    Right,
}

/// A cell; a line break in its text is one in the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// How it stands out.
    pub tone: Tone,
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

impl Table {
    /// The columns in which some cell says something.
    pub fn shown(&self) -> Vec<usize> {
        (0..self.columns.len()).filter(|at| self.rows.iter().any(|row| !row[*at].text.is_empty())).collect()
    }
}

impl Field {
    /// A fact.
    pub fn new(label: &'static str, cell: impl Into<Cell>) -> Self {
        Self { label, cell: cell.into() }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl Column {
    /// A column.
    pub fn new(title: &'static str, fit: Fit) -> Self {
        Self { title, fit }
    }
}

impl Cell {
    /// A plain cell.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Plain }
    }

    /// The same in a tone.
    #[must_use]
    pub fn in_tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}
