//! A table as lines of text.

use super::super::words::Worded;
use super::columns::Extent;
use super::lines::Lines;
use super::{GAP, Screen, colour, section_head};
use crate::report::{Column, Fit, Tone};
use comfy_table::{
    Attribute, Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width,
};
use std::io::{self, Write};

/// A line below the head, none between columns: room is dear.
const PLAIN: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('═').junction('═'));

/// How much text goes out at once.
const PIECE: usize = 1 << 15;

/// How the cells of a table are set.
struct Grid<'t> {
    columns: &'t [&'t Column],
    widths: Vec<usize>,
    is_coloured: bool,
    /// What stands around text of each tone that has been met.
    styles: Vec<(Tone, [String; 2])>,
}

/// Draws a table in columns of such widths: comfy-table the head, and what a tone looks like; the lines are our own,
/// since it holds a table as often as it has steps.
pub fn draw(
    out: &mut dyn Write,
    table: &Worded<'_>,
    extents: &[Extent],
    widths: &[usize],
    screen: Screen,
) -> io::Result<()> {
    let is_ruled = extents.iter().zip(widths).any(|(extent, width)| extent.is_wrapped(*width));
    let rule = "─".repeat(widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1));
    let widths = widths.iter().map(|width| (*width).min(usize::from(u16::MAX) - GAP)).collect();
    let mut grid = Grid { columns: &table.columns, widths, is_coloured: screen.colour, styles: Vec::new() };
    let mut text = grid.head();
    let mut cells: Vec<Lines<'_>> = table.columns.iter().map(|_| Lines::default()).collect();
    for line in 0..table.len() {
        // Lines between rows where rows take several lines, and around what a section is called. A row whose first cell
        // is empty goes on with the row above it: no line stands between them.
        let section = table.section(line);
        let is_apart = || is_ruled && table.row(line).next().is_none_or(|(first, _)| !first.is_empty());
        if line > 0 && (section.is_some() || is_apart()) {
            text.push_str(&rule);
            text.push('\n');
        }
        if let Some(name) = section {
            let width = rule.chars().count();
            text.push_str(&section_head(name, Screen { width, ..screen }));
            text.push_str(&rule);
            text.push('\n');
        }
        for (column, (lines, width)) in cells.iter_mut().zip(&grid.widths).enumerate() {
            lines.set(table.cell(line, column).0, table.width(line, column), *width);
        }
        grid.row(&mut text, &cells, table.row(line).map(|(_, tone)| tone));
        if text.len() > PIECE {
            out.write_all(text.as_bytes())?;
            text.clear();
        }
    }
    out.write_all(text.as_bytes())
}

impl Grid<'_> {
    /// The headings, with the line below them.
    fn head(&self) -> String {
        let mut drawn = comfy_table::Table::new();
        drawn.load_style(PLAIN).set_content_arrangement(ContentArrangement::Dynamic);
        drawn.set_width(u16::MAX);
        self.style(&mut drawn);
        let alignment = |fit| if fit == Fit::Right { CellAlignment::Right } else { CellAlignment::Left };
        drawn.set_header(self.columns.iter().map(|column| {
            Cell::new(&column.title).add_attribute(Attribute::Bold).set_alignment(alignment(column.fit))
        }));
        for (place, (column, width)) in drawn.column_iter_mut().zip(&self.widths).enumerate() {
            let gap = self.gap(place);
            let fixed = |width: usize| u16::try_from(width).unwrap_or(u16::MAX);
            column.set_padding((0, fixed(gap)));
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(fixed(width + gap))));
        }
        let lines = drawn.lines().map(|line| line.trim_end().replace('\u{a0}', " ") + "\n");
        lines.collect()
    }

    fn style(&self, drawn: &mut comfy_table::Table) {
        if self.is_coloured {
            drawn.enforce_styling();
        } else {
            drawn.force_no_tty();
        }
    }

    /// The room behind a column; between two columns comfy-table sets one space more, and so does a row.
    fn gap(&self, place: usize) -> usize {
        if place + 1 == self.widths.len() { 0 } else { GAP - 1 }
    }

    /// Adds the lines of a row.
    fn row(&mut self, text: &mut String, cells: &[Lines<'_>], tones: impl Iterator<Item = Tone>) {
        let styles: Vec<usize> = tones.map(|tone| self.style_of(tone)).collect();
        let height = cells.iter().map(|lines| lines.all.len()).max().unwrap_or(0);
        for line in 0..height {
            let start = text.len();
            for (place, (lines, style)) in cells.iter().zip(&styles).enumerate() {
                if place > 0 {
                    text.push(' ');
                }
                let (width, gap) = (self.widths[place], self.gap(place));
                let Some((said, taken)) = lines.all.get(line) else {
                    fill(text, width + gap);
                    continue;
                };
                let room = width.saturating_sub(*taken);
                let [before, after] = &self.styles[*style].1;
                text.push_str(before);
                let is_right = self.columns[place].fit == Fit::Right;
                fill(text, if is_right { room } else { 0 });
                push_with_spaces(text, said);
                fill(text, gap + if is_right { 0 } else { room });
                text.push_str(after);
            }
            text.truncate(start + text[start..].trim_end().len());
            text.push('\n');
        }
    }

    /// The place of a tone among those that have been met.
    fn style_of(&mut self, tone: Tone) -> usize {
        let known = self.styles.iter().position(|(known, _)| *known == tone);
        known.unwrap_or_else(|| {
            self.styles.push((tone, self.around(tone)));
            self.styles.len() - 1
        })
    }

    /// What comfy-table sets before and behind text in a tone.
    fn around(&self, tone: Tone) -> [String; 2] {
        const SAMPLE: &str = "x";
        let cell = Cell::new(SAMPLE);
        let cell = match tone {
            Tone::Plain => cell,
            Tone::Strong => cell.add_attribute(Attribute::Bold),
            Tone::Dim => cell.add_attribute(Attribute::Dim),
            Tone::Status(status) => cell.fg(Color::AnsiValue(colour(status) as u8)),
        };
        let mut drawn = comfy_table::Table::new();
        drawn.load_style(TableStyle::new());
        self.style(&mut drawn);
        drawn.add_row([cell]);
        if let Some(column) = drawn.column_mut(0) {
            column.set_padding((0, 0));
        }
        let drawn: String = drawn.lines().collect();
        let (before, after) = drawn.split_once(SAMPLE).unwrap_or_default();
        [before, after].map(str::to_owned)
    }
}

/// Adds text; a space at which no line breaks is set as another space.
fn push_with_spaces(text: &mut String, said: &str) {
    // Few texts have a byte that it begins with.
    if said.as_bytes().contains(&0xC2) {
        text.push_str(&said.replace('\u{a0}', " "));
    } else {
        text.push_str(said);
    }
}

/// Adds so many spaces.
fn fill(text: &mut String, count: usize) {
    const SPACES: &str = "                                                                ";
    match SPACES.get(..count) {
        Some(spaces) => text.push_str(spaces),
        None => text.extend(std::iter::repeat_n(' ', count)),
    }
}
