//! Blocks as Markdown, for pages, issues and messages.

use crate::report::{Block, Cell, Field, Fit, Table, Tone};
use std::borrow::Cow;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Writes a report.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, blocks: &[Block]) -> io::Result<()> {
    for (number, block) in blocks.iter().enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        match block {
            Block::Title(text) => writeln!(out, "# {}", escaped(text))?,
            Block::Heading(text) => writeln!(out, "## {}", escaped(text))?,
            Block::Text(text) | Block::Answer(text) => writeln!(out, "{}", paragraph(text))?,
            Block::Remark(text) => writeln!(out, "*{}*", escaped(text))?,
            Block::Fields(fields) => write_fields(out, fields)?,
            Block::Table(table) => write_table(out, table)?,
        }
    }
    Ok(())
}

fn write_fields(out: &mut dyn Write, fields: &[Field]) -> io::Result<()> {
    for field in fields.iter().filter(|field| !field.cell.text.is_empty()) {
        writeln!(out, "- {}: {}", escaped(field.label), cell(&field.cell))?;
    }
    Ok(())
}

fn write_table(out: &mut dyn Write, table: &Table) -> io::Result<()> {
    let shown = table.shown();
    let heads: Vec<String> = shown.iter().map(|at| escaped(table.columns[*at].title).into_owned()).collect();
    let lines: Vec<Vec<String>> =
        table.rows.iter().map(|row| shown.iter().map(|at| cell(&row[*at])).collect()).collect();
    let widest = |at: usize| std::iter::once(&heads).chain(&lines).map(|line| line[at].width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..shown.len()).map(|at| widest(at).max(3)).collect();
    let fits: Vec<Fit> = shown.iter().map(|at| table.columns[*at].fit).collect();
    write_line(out, &heads, &widths, &fits)?;
    let rules: Vec<String> = widths.iter().zip(&fits).map(|(width, fit)| rule(*width, *fit)).collect();
    write_line(out, &rules, &widths, &fits)?;
    lines.iter().try_for_each(|line| write_line(out, line, &widths, &fits))
}

fn rule(width: usize, fit: Fit) -> String {
    if fit == Fit::Right { format!("{}:", "-".repeat(width - 1)) } else { "-".repeat(width) }
}

fn write_line(out: &mut dyn Write, cells: &[String], widths: &[usize], fits: &[Fit]) -> io::Result<()> {
    for ((cell, width), fit) in cells.iter().zip(widths).zip(fits) {
        let room = " ".repeat(width.saturating_sub(cell.width()));
        let (before, after) = if *fit == Fit::Right { (room.as_str(), "") } else { ("", room.as_str()) };
        write!(out, "| {before}{cell}{after} ")?;
    }
    writeln!(out, "|")
}

/// A cell on one line: a table in Markdown knows no other.
fn cell(cell: &Cell) -> String {
    let text = escaped(cell.text.trim()).replace('\n', "<br>");
    if cell.tone == Tone::Strong && !text.is_empty() { format!("**{text}**") } else { text }
}

/// A paragraph that is none of the things that its first characters could begin.
fn paragraph(text: &str) -> String {
    let text = escaped(text);
    let number = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (before, after) = text.split_at(number);
    let begins_list = (number > 0 && after.starts_with(['.', ')'])) || text.starts_with(['-', '+', '=']);
    if begins_list { format!("{before}\\{after}") } else { text.into_owned() }
}

/// Text that means itself: nothing in it is markup or HTML.
fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_ascii_punctuation() || c == '\u{a0}') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\u{a0}' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Column;

    fn written(blocks: &[Block]) -> String {
        let mut out = Vec::new();
        write(&mut out, blocks).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn text_of_a_file_is_never_markup() {
        let text = "a|b `c` <img src=x> *d* [e](f) \\ &lt;";
        let expected = "a\\|b \\`c\\` &lt;img src=x&gt; \\*d\\* \\[e\\](f) \\\\ &amp;lt;\n";
        assert_eq!(written(&[Block::Text(text.to_owned())]), expected);
        assert_eq!(written(&[Block::Text("1. a".to_owned())]), "1\\. a\n");
        assert_eq!(written(&[Block::Text("- a".to_owned())]), "\\- a\n");
    }

    #[test]
    fn a_table_is_aligned_and_a_cell_stays_on_its_line() {
        let columns =
            vec![Column::new("Đơn vị", Fit::Wrap(1)), Column::new("", Fit::Keep), Column::new("Số", Fit::Right)];
        let rows = vec![
            vec![Cell::new("x|y\nz"), Cell::default(), Cell::new("12")],
            vec![Cell::new("Sở").in_tone(Tone::Strong), Cell::default(), Cell::new("7")],
        ];
        let expected = "\
| Đơn vị    |  Số |
| --------- | --: |
| x\\|y<br>z |  12 |
| **Sở**    |   7 |
";
        assert_eq!(written(&[Block::Table(Table { columns, rows })]), expected);
    }
}
