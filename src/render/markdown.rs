//! Pages as Markdown, for pages, issues and messages.

use super::words::{self, Worded};
use crate::report::{Block, Fit, Page, Tone};
use crate::text::one_line;
use std::borrow::Cow;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Writes a page.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, page: &Page<'_>) -> io::Result<()> {
    let lang = page.lang;
    let blocks = page.blocks.iter().filter(|block| !matches!(block, Block::Chart(_)));
    for (number, block) in blocks.enumerate() {
        if number > 0 {
            writeln!(out)?;
        }
        match block {
            Block::Title(text) => writeln!(out, "# {}", escaped(&words::value(text, lang)))?,
            Block::Heading(text) => writeln!(out, "## {}", escaped(&words::value(text, lang)))?,
            Block::Text(text) | Block::Answer(text) => writeln!(out, "{}", paragraph(&words::value(text, lang)))?,
            Block::Remark(text) => writeln!(out, "*{}*", escaped(&words::value(text, lang)))?,
            Block::Fields(fields) => {
                for (label, text, tone) in words::fields(fields, lang) {
                    writeln!(out, "- {}: {}", escaped(label), cell(&text, tone))?;
                }
            }
            Block::Table(table) => write_table(out, &Worded::new(table, lang))?,
            Block::Chart(_) => {}
        }
    }
    Ok(())
}

fn write_table(out: &mut dyn Write, table: &Worded<'_>) -> io::Result<()> {
    let heads: Vec<String> = table.columns.iter().map(|column| escaped(&column.title).into_owned()).collect();
    let cells = |line: usize| table.row(line).map(|(text, tone)| cell(text, tone));
    let mut widths: Vec<usize> = heads.iter().map(|head| head.width().max(3)).collect();
    for line in 0..table.len() {
        widths.iter_mut().zip(cells(line)).for_each(|(width, cell)| *width = cell.width().max(*width));
    }
    let fits: Vec<Fit> = table.columns.iter().map(|column| column.fit).collect();
    write_line(out, &heads, &widths, &fits)?;
    let rules: Vec<String> = widths.iter().zip(&fits).map(|(width, fit)| rule(*width, *fit)).collect();
    write_line(out, &rules, &widths, &fits)?;
    for line in 0..table.len() {
        if let Some(name) = table.section(line) {
            writeln!(out, "| {} {}", cell(&one_line(name), Tone::Strong), "|".repeat(heads.len()))?;
        }
        write_line(out, &cells(line).collect::<Vec<_>>(), &widths, &fits)?;
    }
    Ok(())
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
fn cell(text: &str, tone: Tone) -> String {
    let text = escaped(text.trim()).replace('\n', "<br>");
    if tone == Tone::Strong && !text.is_empty() { format!("**{text}**") } else { text }
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
    use crate::report::{Cell, Column, Table, Value};
    use crate::text::Lang;

    fn written(block: Block<'_>) -> String {
        let mut out = Vec::new();
        write(&mut out, &Page { lang: Lang::Vi, blocks: vec![block] }).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[test]
    fn text_of_a_file_is_never_markup() {
        let source = "a|b `c` <img src=x> *d* [e](f) \\ &lt;";
        let expected = "a\\|b \\`c\\` &lt;img src=x&gt; \\*d\\* \\[e\\](f) \\\\ &amp;lt;\n";
        assert_eq!(written(Block::Text(Value::Text(source.to_owned()))), expected);
        assert_eq!(written(Block::Text(text("1. a"))), "1\\. a\n");
        assert_eq!(written(Block::Text(text("- a"))), "\\- a\n");
    }

    #[test]
    fn a_table_is_aligned_and_a_cell_stays_on_its_line() {
        let columns = [("Đơn vị", Fit::Wrap(1)), ("", Fit::Keep), ("Số", Fit::Right)]
            .map(|(title, fit)| Column { title: title.into(), fit })
            .into();
        let rows = vec![
            vec![Cell { lines: vec![text("x|y"), text("z")], ..Cell::default() }, Cell::default(), text("12").into()],
            vec![Cell { tone: Tone::Strong, ..text("Sở").into() }, Cell::default(), text("7").into()],
        ];
        let expected = "\
| Đơn vị    |  Số |
| --------- | --: |
| x\\|y<br>z |  12 |
| **Sở**    |   7 |
";
        assert_eq!(written(Block::Table(Table::new(columns, rows))), expected);
    }
}
