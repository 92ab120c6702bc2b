//! Blocks as text for a terminal, or for a pipe.

use super::Screen;
use crate::report::{Block, Cell, Column, Field, Fit, Status, Table, Tone};
use anstyle::{AnsiColor, Style};
use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width,
};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Spaces between two columns.
const GAP: usize = 2;

/// A line below the head, none between columns: room is dear.
const PLAIN: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('═').junction('═'));

/// Lines between rows too, where rows take several lines.
const RULED: TableStyle = PLAIN.row_separator(LineStyle::none().fill('─').junction('─'));

/// Writes a report.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, blocks: &[Block], screen: Screen) -> io::Result<()> {
    let before = std::iter::once(None).chain(blocks.iter().map(Some));
    for (before, block) in before.zip(blocks) {
        if before.is_some_and(|before| is_apart(before, block)) {
            writeln!(out)?;
        }
        match block {
            Block::Title(text) | Block::Heading(text) => paragraph(out, text, Style::new().bold(), screen)?,
            Block::Text(text) => paragraph(out, text, Style::new(), screen)?,
            Block::Remark(text) => paragraph(out, text, Style::new().dimmed(), screen)?,
            Block::Fields(fields) => write_fields(out, fields, screen)?,
            Block::Table(table) => writeln!(out, "{}", draw(table, screen))?,
        }
    }
    Ok(())
}

/// Whether an empty line stands between two blocks: around what is set in columns, and above
/// headings.
fn is_apart(before: &Block, block: &Block) -> bool {
    let in_columns = |block: &Block| matches!(block, Block::Table(_) | Block::Fields(_));
    in_columns(before) || in_columns(block) || matches!(block, Block::Heading(_))
}

/// A paragraph, broken between words.
fn paragraph(out: &mut dyn Write, text: &str, style: Style, screen: Screen) -> io::Result<()> {
    let style = if screen.colour { style } else { Style::new() };
    wrapped(text, screen.width).iter().try_for_each(|line| writeln!(out, "{style}{line}{style:#}"))
}

/// The lines of a text, broken between words; a word that is longer than a line stays whole.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for text in text.split('\n') {
        let mut line = String::new();
        for word in text.split(' ') {
            if !line.is_empty() && line.width() + 1 + word.width() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines.iter().map(|line| line.replace('\u{a0}', " ")).collect()
}

/// Facts below each other, their names in a column of their own.
fn write_fields(out: &mut dyn Write, fields: &[Field], screen: Screen) -> io::Result<()> {
    let told = || fields.iter().filter(|field| !field.cell.text.is_empty());
    let column = told().map(|field| field.label.width()).max().unwrap_or(0) + GAP;
    for field in told() {
        let (dim, style) = match (screen.colour, field.cell.tone) {
            (false, _) => (Style::new(), Style::new()),
            (true, Tone::Status(status)) => (Style::new().dimmed(), Style::new().fg_color(Some(colour(status).into()))),
            (true, _) => (Style::new().dimmed(), Style::new()),
        };
        for (number, line) in wrapped(&field.cell.text, screen.width.saturating_sub(column)).iter().enumerate() {
            let label = if number == 0 { field.label } else { "" };
            let room = " ".repeat(column - label.width());
            writeln!(out, "{dim}{label}{dim:#}{room}{style}{line}{style:#}")?;
        }
    }
    Ok(())
}

fn draw(table: &Table, screen: Screen) -> String {
    let shown = table.shown();
    let widths = widths(table, &shown, screen.width);
    let mut drawn = comfy_table::Table::new();
    drawn
        .load_style(if is_wrapped(table, &shown, &widths) { RULED } else { PLAIN })
        .set_content_arrangement(ContentArrangement::Dynamic);
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
        Tone::Status(status) => drawn.fg(comfy(colour(status))),
    }
}

fn alignment(fit: Fit) -> CellAlignment {
    if fit == Fit::Right { CellAlignment::Right } else { CellAlignment::Left }
}

/// Colours of the terminal's own palette, so that they can be read on light and on dark.
fn colour(status: Status) -> AnsiColor {
    match status {
        Status::Overdue => AnsiColor::Red,
        Status::DueSoon => AnsiColor::Yellow,
        Status::Late => AnsiColor::Magenta,
        Status::OnTime => AnsiColor::Green,
        Status::Pending => AnsiColor::Blue,
        Status::Open => AnsiColor::Cyan,
    }
}

fn comfy(colour: AnsiColor) -> Color {
    Color::AnsiValue(colour as u8)
}

/// Whether some row takes more than one line.
fn is_wrapped(table: &Table, shown: &[usize], widths: &[usize]) -> bool {
    let is_long = |cell: &Cell, width: usize| cell.text.contains('\n') || cell.text.width() > width;
    table.rows.iter().any(|row| shown.iter().zip(widths).any(|(at, width)| is_long(&row[*at], *width)))
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
    // The heading of numbers may take several lines; the numbers may not.
    let figures = |at: &usize| table.rows.iter().map(|row| row[*at].text.width()).max().unwrap_or(0);
    let room = width.saturating_sub(GAP * shown.len().saturating_sub(1));
    let least = |(at, column): (usize, &usize)| match table.columns[*column].fit {
        Fit::Wrap(_) => word[at],
        Fit::Keep => whole[at],
        Fit::Right => figures(column).max(longest(table.columns[*column].title, &[' '])),
    };
    let mut widths: Vec<usize> = shown.iter().enumerate().map(least).collect();
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
    for _ in widths.iter().sum::<usize>()..room {
        // What is left goes to the headings of numbers.
        let Some(next) = (0..widths.len()).filter(|at| widths[*at] < whole[*at]).min_by_key(|at| widths[*at]) else {
            break;
        };
        widths[next] += 1;
    }
    widths
}
