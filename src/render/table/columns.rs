//! How wide the columns of a table are.

use super::super::width::width as width_of;
use super::super::words::Worded;
use super::GAP;
use crate::report::{Column, Fit};

/// What stands in a column, its heading too.
#[derive(Clone, Copy, Default)]
pub struct Extent {
    /// The longest line of a cell.
    line: usize,
    /// The longest word of a cell.
    word: usize,
    /// Whether some cell has several lines.
    has_lines: bool,
}

impl Extent {
    /// What stands in each column of a table.
    pub fn each(table: &Worded<'_>) -> Vec<Self> {
        let mut extents = vec![Self::default(); table.columns.len()];
        for line in 0..table.len() {
            for (column, (extent, (text, _))) in extents.iter_mut().zip(table.row(line)).enumerate() {
                match table.width(line, column) {
                    Some(width) => extent.add_line(text, width),
                    None => extent.add(text),
                }
            }
        }
        extents
    }

    fn add(&mut self, text: &str) {
        for (number, line) in text.split('\n').enumerate() {
            self.has_lines |= number > 0;
            self.add_line(line, width_of(line));
        }
    }

    fn add_line(&mut self, line: &str, width: usize) {
        self.line = self.line.max(width);
        // What is no longer than a word that is known has no longer word.
        if width > self.word {
            self.word = line.split(' ').map(width_of).max().unwrap_or(0).max(self.word);
        }
    }

    /// Whether some cell takes more than one line in a column of a width.
    pub fn is_wrapped(&self, width: usize) -> bool {
        self.has_lines || self.line > width
    }
}

/// The width of each column; none where the screen is too narrow for whole words.
///
/// Columns that wrap get at least their longest word, then share what room is left, and none gets
/// more than it needs. What still is left goes to the headings of numbers.
pub fn widths<'c>(columns: impl Iterator<Item = (&'c Column, Extent)>, screen: usize) -> Option<Vec<usize>> {
    let columns: Vec<Needs> = columns.map(|(column, extent)| Needs::of(column, extent, screen)).collect();
    let room = screen.checked_sub(GAP * columns.len().saturating_sub(1))?;
    let mut widths: Vec<usize> = columns.iter().map(|column| column.least).collect();
    let left = room.checked_sub(widths.iter().sum())?;
    for _ in 0..left {
        let growing = |at: &usize| widths[*at] < columns[*at].most;
        let by_share = |at: &usize| widths[*at] * 100 / columns[*at].share.max(1);
        let texts = (0..widths.len()).filter(|at| columns[*at].share > 0).filter(growing).min_by_key(by_share);
        let Some(next) = texts.or_else(|| (0..widths.len()).filter(growing).min_by_key(by_share)) else { break };
        widths[next] += 1;
    }
    Some(widths)
}

/// How much room a column takes.
struct Needs {
    least: usize,
    most: usize,
    share: usize,
}

impl Needs {
    fn of(Column { title, fit }: &Column, extent: Extent, screen: usize) -> Self {
        let mut heading = Extent::default();
        heading.add(title);
        let most = extent.line.max(heading.line).max(1);
        // A word without end breaks: it would not fit anywhere.
        let longest = |of: Extent| of.word.min(screen / 2);
        let (cell, share) = match fit {
            Fit::Wrap(share) | Fit::IfRoom(share) => (longest(extent), usize::from(*share)),
            Fit::Keep => (most, 0),
            Fit::Right => (extent.line, 0),
        };
        Self { least: cell.max(longest(heading)).max(1), most, share }
    }
}
