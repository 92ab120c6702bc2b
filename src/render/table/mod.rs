//! Pages as text for a terminal, or for a pipe.

mod columns;
mod grid;
mod lines;

use super::Screen;
use super::width::width as width_of;
use super::words::{self, Worded};
use crate::report::{Block, Column, Fit, Page, Status, Table, Tone};
use crate::text::Lang;
use anstyle::{AnsiColor, Style};
use columns::{Extent, widths};
use lines::wrapped;
use std::borrow::Cow;
use std::io::{self, Write};

/// Spaces between two columns.
const GAP: usize = 2;

/// Writes a page.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, page: &Page<'_>, screen: Screen) -> io::Result<()> {
    let lang = page.lang;
    let blocks = || page.blocks.iter().filter(|block| !matches!(block, Block::Chart(_)));
    let before = std::iter::once(None).chain(blocks().map(Some));
    for (before, block) in before.zip(blocks()) {
        if before.is_some_and(|before| is_apart(before, block)) {
            writeln!(out)?;
        }
        match block {
            Block::Title(text) | Block::Heading(text) => {
                paragraph(out, &words::value(text, lang), Style::new().bold(), screen)?;
            }
            Block::Text(text) | Block::Answer(text) => {
                paragraph(out, &words::value(text, lang), Style::new(), screen)?;
            }
            Block::Remark(text) => paragraph(out, &words::value(text, lang), Style::new().dimmed(), screen)?,
            Block::Fields(fields) => {
                let facts = words::fields(fields, lang).map(|(label, text, tone)| (label, text.into(), tone));
                write_fields(out, &facts.collect::<Vec<_>>(), screen)?;
            }
            Block::Table(table) => write_table(out, table, lang, screen)?,
            Block::Chart(_) => {}
        }
    }
    Ok(())
}

/// Whether an empty line stands between two blocks: around what is set in columns, and above headings
/// and answers.
fn is_apart(before: &Block<'_>, block: &Block<'_>) -> bool {
    let in_columns = |block: &Block<'_>| matches!(block, Block::Table(_) | Block::Fields(_));
    in_columns(before) || in_columns(block) || matches!(block, Block::Heading(_) | Block::Answer(_))
}

/// A paragraph, broken between words.
fn paragraph(out: &mut dyn Write, text: &str, style: Style, screen: Screen) -> io::Result<()> {
    let style = if screen.colour { style } else { Style::new() };
    wrapped(text, screen.width).iter().try_for_each(|line| writeln!(out, "{style}{line}{style:#}"))
}

/// What a section of a table is called, over all columns.
fn section_head(name: &str, screen: Screen) -> String {
    let style = if screen.colour { Style::new().bold() } else { Style::new() };
    let lines = wrapped(name, screen.width);
    lines
        .iter()
        .flat_map(|line| [style.render().to_string(), line.clone(), style.render_reset().to_string(), "\n".into()])
        .collect()
}

/// A fact in words: its name, what it says, and how that stands out.
type Fact<'a> = (&'a str, Cow<'a, str>, Tone);

/// Facts below each other, their names in a column of their own.
fn write_fields(out: &mut dyn Write, facts: &[Fact<'_>], screen: Screen) -> io::Result<()> {
    let column = facts.iter().map(|(label, ..)| width_of(label)).max().unwrap_or(0) + GAP;
    let dim = if screen.colour { Style::new().dimmed() } else { Style::new() };
    for (label, text, tone) in facts {
        let style = if screen.colour { style(*tone) } else { Style::new() };
        for (number, line) in wrapped(text, screen.width.saturating_sub(column)).iter().enumerate() {
            let label = if number == 0 { label } else { "" };
            let room = " ".repeat(column - width_of(label));
            writeln!(out, "{dim}{label}{dim:#}{room}{style}{line}{style:#}")?;
        }
    }
    Ok(())
}

/// A table, without the columns that are there only if there is room, unless there is.
fn write_table(out: &mut dyn Write, table: &Table<'_>, lang: Lang, screen: Screen) -> io::Result<()> {
    let mut table = Worded::new(table, lang);
    let mut extents = Extent::each(&table);
    let mut found = {
        let all: Vec<usize> = (0..extents.len()).collect();
        widths_of(&table, &extents, &all, screen)
    };
    let is_kept = |column: &Column| !matches!(column.fit, Fit::IfRoom(_));
    let kept: Vec<usize> = (0..extents.len()).filter(|at| is_kept(table.columns[*at])).collect();
    if kept.len() < extents.len() {
        let fewer = widths_of(&table, &extents, &kept, screen);
        let has_room = match (&found, &fewer) {
            (Some(all), Some(fewer)) => is_no_higher(&table, all, &kept, fewer),
            (None, Some(_)) => false,
            (_, None) => true,
        };
        if !has_room {
            table.keep(&kept);
            extents = kept.iter().map(|at| extents[*at]).collect();
            found = fewer;
        }
    }
    match found {
        Some(widths) => grid::draw(out, &table, &extents, &widths, screen),
        None => write_stacked(out, &table, screen),
    }
}

fn widths_of(table: &Worded<'_>, extents: &[Extent], places: &[usize], screen: Screen) -> Option<Vec<usize>> {
    widths(places.iter().map(|at| (table.columns[*at], extents[*at])), screen.width)
}

/// Whether the rows of a table take about no more lines with all columns than with some.
fn is_no_higher(table: &Worded<'_>, all: &[usize], kept: &[usize], fewer: &[usize]) -> bool {
    let of_line = |line: usize, width: usize| line.div_ceil(width).max(1);
    let lines = |line: usize, at: usize, width: usize| -> usize {
        match table.width(line, at) {
            Some(whole) => of_line(whole, width),
            None => table.cell(line, at).0.split('\n').map(|line| of_line(width_of(line), width)).sum(),
        }
    };
    let height = |places: &mut dyn Iterator<Item = (usize, usize)>, line: usize| -> usize {
        places.map(|(at, width)| lines(line, at, width)).max().unwrap_or(0)
    };
    let height_of_all = |line| height(&mut all.iter().copied().enumerate(), line);
    let height_of_fewer = |line| height(&mut kept.iter().copied().zip(fewer.iter().copied()), line);
    (0..table.len()).map(height_of_all).sum::<usize>() <= (0..table.len()).map(height_of_fewer).sum::<usize>()
}

/// A table for which the screen is too narrow: its rows below each other, cell by cell, rather than
/// words broken apart.
fn write_stacked(out: &mut dyn Write, table: &Worded<'_>, screen: Screen) -> io::Result<()> {
    let rule = "─".repeat(screen.width);
    for line in 0..table.len() {
        if line > 0 {
            writeln!(out, "{rule}")?;
        }
        if let Some(name) = table.section(line) {
            writeln!(out, "{}{rule}", section_head(name, screen))?;
        }
        let facts = table.columns.iter().zip(table.row(line)).filter(|(_, (text, _))| !text.is_empty());
        let facts = facts.map(|(column, (text, tone))| (&*column.title, Cow::from(text), tone));
        write_fields(out, &facts.collect::<Vec<_>>(), screen)?;
    }
    Ok(())
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

fn style(tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Strong => Style::new().bold(),
        Tone::Dim => Style::new().dimmed(),
        Tone::Status(status) => Style::new().fg_color(Some(colour(status).into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Cell, Table, Value};
    use crate::text::Lang;

    fn written(width: usize, table: Table<'_>) -> String {
        let mut out = Vec::new();
        let page = Page { lang: Lang::En, blocks: vec![Block::Table(table)] };
        write(&mut out, &page, Screen { width, colour: false }).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn text(text: &str) -> Cell {
        Cell::from(Value::Text(text.to_owned()))
    }

    fn column(title: &'static str, fit: Fit) -> Column {
        Column { title: title.into(), fit }
    }

    #[test]
    fn numbers_stand_to_the_right_under_a_heading_that_wraps() {
        let expected = "\
Agency          Done
                late
════════════════════
Home Affairs       7
Administration    12
";
        let columns = vec![column("Agency", Fit::Wrap(1)), column("", Fit::Keep), column("Done late", Fit::Right)];
        let row = |name: &str, count: usize| vec![text(name), Cell::default(), Cell::from(Value::Count(count))];
        let rows = vec![row("Home Affairs", 7), row("Administration", 12)];
        assert_eq!(written(20, Table::new(columns, rows)), expected);
    }

    #[test]
    fn a_screen_too_narrow_for_whole_words_gets_rows_below_each_other() {
        let columns = vec![column("Agency", Fit::Wrap(1)), column("Title", Fit::Wrap(1))];
        let row = |agency: &str, title: &str| vec![text(agency), text(title)];
        let rows = vec![row("Public Administration", "Responsiveness"), row("Justice", "")];
        let expected = "\
Agency  Public
        Administration
Title   Responsiveness
────────────────────────────
Agency  Justice
";
        assert_eq!(written(28, Table::new(columns, rows)), expected);
    }

    #[test]
    fn a_column_for_which_there_is_no_room_is_left_out() {
        let columns = || vec![column("Agency", Fit::Wrap(1)), column("Support", Fit::IfRoom(1))];
        let table = || Table::new(columns(), vec![vec![text("Public Administration"), text("Home Affairs")]]);
        let whole = "Agency                 Support\n═══════════════════════════════════\nPublic Administration  Home Affairs\n";
        assert_eq!(written(35, table()), whole);
        assert_eq!(written(34, table()), "Agency\n═════════════════════\nPublic Administration\n");
    }

    #[test]
    fn a_word_without_end_breaks_and_leaves_the_table_a_table() {
        let columns = vec![column("A", Fit::Wrap(1)), column("B", Fit::Wrap(1))];
        let rows = vec![vec![text(&"x".repeat(30)), text("y")]];
        let drawn = written(20, Table::new(columns, rows));
        assert!(drawn.lines().all(|line| width_of(line) <= 20), "{drawn}");
    }
}
