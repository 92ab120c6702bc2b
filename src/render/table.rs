//! Blocks as text for a terminal, or for a pipe.

use super::Screen;
use crate::report::{Block, Cell, Column, Fit, Status, Table, Tone};
use anstyle::Style;
use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width,
};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Spaces between two columns.
const GAP: usize = 2;

/// Lines below the head and between rows, none between columns: cells wrap, and room is dear.
const RULED: TableStyle = TableStyle::new()
    .header_separator(LineStyle::none().fill('═').junction('═'))
    .row_separator(LineStyle::none().fill('─').junction('─'));

/// Writes a report.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, blocks: &[Block], screen: Screen) -> io::Result<()> {
    for (number, block) in blocks.iter().enumerate() {
        match block {
            Block::Title(text) => paragraph(out, text, Style::new().bold(), screen)?,
            Block::Heading(text) => {
                writeln!(out)?;
                paragraph(out, text, Style::new().bold(), screen)?;
            }
            Block::Text(text) => paragraph(out, text, Style::new(), screen)?,
            Block::Remark(text) => paragraph(out, text, Style::new().dimmed(), screen)?,
            Block::Table(table) => {
                if number > 0 {
                    writeln!(out)?;
                }
                writeln!(out, "{}\n", draw(table, screen))?;
            }
        }
    }
    Ok(())
}

/// A paragraph, broken between words.
fn paragraph(out: &mut dyn Write, text: &str, style: Style, screen: Screen) -> io::Result<()> {
    let style = if screen.colour { style } else { Style::new() };
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && line.width() + 1 + word.width() > screen.width {
            writeln!(out, "{style}{line}{style:#}")?;
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word.replace('\u{a0}', " "));
    }
    writeln!(out, "{style}{line}{style:#}")
}

fn draw(table: &Table, screen: Screen) -> String {
    let shown = table.shown();
    let widths = widths(table, &shown, screen.width);
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(RULED).set_content_arrangement(ContentArrangement::Dynamic);
    drawn.set_width(u16::try_from(screen.width).unwrap_or(u16::MAX));
    if screen.colour {
        drawn.enforce_styling();
    } else {
        drawn.force_no_tty();
    }
    drawn.set_header(shown.iter().map(|at| heading(&table.columns[*at])));
    for row in &table.rows {
        drawn.add_row(shown.iter().map(|at| cell(&row[*at], table.columns[*at].fit)));
    }
    for (place, (column, width)) in drawn.column_iter_mut().zip(&widths).enumerate() {
        // The style itself puts one space between columns.
        let gap = if place + 1 == shown.len() { 0 } else { GAP - 1 };
        column.set_padding((0, u16::try_from(gap).unwrap_or(0)));
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(u16::try_from(width + gap).unwrap_or(u16::MAX))));
    }
    drawn.lines().map(|line| line.trim_end().replace('\u{a0}', " ")).collect::<Vec<_>>().join("\n")
}

fn heading(column: &Column) -> comfy_table::Cell {
    comfy_table::Cell::new(column.title).add_attribute(Attribute::Bold).set_alignment(alignment(column.fit))
}

fn cell(cell: &Cell, fit: Fit) -> comfy_table::Cell {
    let drawn = comfy_table::Cell::new(&cell.text).set_alignment(alignment(fit));
    match cell.tone {
        Tone::Plain => drawn,
        Tone::Strong => drawn.add_attribute(Attribute::Bold),
        Tone::Dim => drawn.add_attribute(Attribute::Dim),
        Tone::Status(status) => drawn.fg(colour(status)),
    }
}

fn alignment(fit: Fit) -> CellAlignment {
    if fit == Fit::Right { CellAlignment::Right } else { CellAlignment::Left }
}

/// Colours of the terminal's own palette, so that they can be read on light and on dark.
fn colour(status: Status) -> Color {
    match status {
        Status::Overdue => Color::DarkRed,
        Status::DueSoon => Color::DarkYellow,
        Status::Late => Color::DarkMagenta,
        Status::OnTime => Color::DarkGreen,
        Status::Pending => Color::DarkBlue,
        Status::Open => Color::DarkCyan,
    }
}

/// The width of each shown column. Columns that wrap get at least their longest word, then share
/// what room is left, and none gets more than it needs.
fn widths(table: &Table, shown: &[usize], width: usize) -> Vec<usize> {
    let texts = |at: usize| {
        let cells = table.rows.iter().map(move |row| row[at].text.as_str());
        std::iter::once(table.columns[at].title).chain(cells)
    };
    let longest = |text: &str, cut: &[char]| text.split(cut).map(UnicodeWidthStr::width).max().unwrap_or(0);
    let whole: Vec<usize> =
        shown.iter().map(|at| texts(*at).map(|text| longest(text, &['\n'])).max().unwrap_or(1).max(1)).collect();
    let word: Vec<usize> =
        shown.iter().map(|at| texts(*at).map(|text| longest(text, &['\n', ' '])).max().unwrap_or(1).max(1)).collect();
    let share: Vec<usize> = shown
        .iter()
        .map(|at| match table.columns[*at].fit {
            Fit::Wrap(share) => usize::from(share),
            Fit::Keep | Fit::Right => 0,
        })
        .collect();
    let room = width.saturating_sub(GAP * shown.len().saturating_sub(1));
    let mut widths: Vec<usize> = (0..shown.len()).map(|at| if share[at] == 0 { whole[at] } else { word[at] }).collect();
    while widths.iter().sum::<usize>() > room {
        // Too narrow even for single words: the widest gives way, and words break.
        match widths.iter_mut().max_by_key(|width| **width) {
            Some(widest) if *widest > 1 => *widest -= 1,
            _ => break,
        }
    }
    for _ in widths.iter().sum::<usize>()..room {
        // The column that is shortest of its share grows.
        let growing = (0..widths.len()).filter(|at| share[*at] > 0 && widths[*at] < whole[*at]);
        let Some(next) = growing.min_by_key(|at| widths[*at] * 100 / share[*at]) else { break };
        widths[next] += 1;
    }
    widths
}
