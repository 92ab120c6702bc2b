//! Pages as text for a terminal, or for a pipe.

use super::Screen;
use super::words::{self, Worded};
use crate::report::{Block, Column, Fit, Page, Status, Tone};
use anstyle::{AnsiColor, Style};
use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width,
};
use std::borrow::Cow;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Spaces between two columns.
const GAP: usize = 2;

/// A line below the head, none between columns: room is dear.
const PLAIN: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('═').junction('═'));

/// Lines between rows too, where rows take several lines.
const RULED: TableStyle = PLAIN.row_separator(LineStyle::none().fill('─').junction('─'));

/// Writes a page.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, page: &Page, screen: Screen) -> io::Result<()> {
    let (blocks, lang) = (&page.blocks, page.lang);
    let before = std::iter::once(None).chain(blocks.iter().map(Some));
    for (before, block) in before.zip(blocks) {
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
            Block::Fields(fields) => write_fields(out, &words::fields(fields, lang).collect::<Vec<_>>(), screen)?,
            Block::Table(table) => {
                let table = if_room(Worded::new(table, lang), screen.width);
                match widths(&table, screen.width) {
                    Some(widths) => writeln!(out, "{}", draw(&table, &widths, screen))?,
                    None => write_stacked(out, &table, screen)?,
                }
            }
        }
    }
    Ok(())
}

/// Whether an empty line stands between two blocks: around what is set in columns, and above headings
/// and answers.
fn is_apart(before: &Block, block: &Block) -> bool {
    let in_columns = |block: &Block| matches!(block, Block::Table(_) | Block::Fields(_));
    in_columns(before) || in_columns(block) || matches!(block, Block::Heading(_) | Block::Answer(_))
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

/// A text of several entries, a line each: where an entry needs more lines, those are set in by one, so that
/// it is seen where the next begins.
fn hanging(text: &str, width: usize) -> Cow<'_, str> {
    if !text.contains('\n') || text.lines().all(|line| line.width() <= width) {
        return text.into();
    }
    let mut lines: Vec<String> = Vec::new();
    for entry in text.split('\n') {
        let mut line = String::new();
        for word in entry.split(' ') {
            if !line.is_empty() && line.width() + 1 + word.width() > width {
                lines.push(std::mem::take(&mut line));
                // A word as wide as the column cannot be set in.
                line.push_str(if word.width() < width { " " } else { "" });
            } else if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines.join("\n").into()
}

/// A fact in words: its name, what it says, and how that stands out.
type Fact<'a> = (&'a str, Cow<'a, str>, Tone);

/// Facts below each other, their names in a column of their own.
fn write_fields(out: &mut dyn Write, facts: &[Fact<'_>], screen: Screen) -> io::Result<()> {
    let column = facts.iter().map(|(label, ..)| label.width()).max().unwrap_or(0) + GAP;
    let dim = if screen.colour { Style::new().dimmed() } else { Style::new() };
    for (label, text, tone) in facts {
        let style = if screen.colour { style(*tone) } else { Style::new() };
        for (number, line) in wrapped(text, screen.width.saturating_sub(column)).iter().enumerate() {
            let label = if number == 0 { label } else { "" };
            let room = " ".repeat(column - label.width());
            writeln!(out, "{dim}{label}{dim:#}{room}{style}{line}{style:#}")?;
        }
    }
    Ok(())
}

/// A table for which the screen is too narrow: its rows below each other, cell by cell, rather than
/// words broken apart.
fn write_stacked(out: &mut dyn Write, table: &Worded<'_>, screen: Screen) -> io::Result<()> {
    let rule = "─".repeat(screen.width);
    for (number, row) in table.rows.iter().enumerate() {
        if number > 0 {
            writeln!(out, "{rule}")?;
        }
        let facts = table.columns.iter().zip(row).filter(|(_, (text, _))| !text.is_empty());
        let facts = facts.map(|(column, (text, tone))| (&*column.title, Cow::from(&**text), *tone));
        write_fields(out, &facts.collect::<Vec<_>>(), screen)?;
    }
    Ok(())
}

/// The table without the columns that are there only if there is room, unless there is.
fn if_room(table: Worded<'_>, screen: usize) -> Worded<'_> {
    let is_kept = |column: &Column| !matches!(column.fit, Fit::IfRoom(_));
    if table.columns.iter().all(|column| is_kept(column)) {
        return table;
    }
    let short = table.only(is_kept);
    let has_room = match (widths(&table, screen), widths(&short, screen)) {
        (Some(all), Some(fewer)) => height(&table, &all) <= height(&short, &fewer),
        (None, Some(_)) => false,
        (_, None) => true,
    };
    if has_room { table } else { short }
}

/// About how many lines the rows of a table take.
fn height(table: &Worded<'_>, widths: &[usize]) -> usize {
    let lines =
        |text: &str, width: usize| -> usize { text.split('\n').map(|line| line.width().div_ceil(width).max(1)).sum() };
    let row =
        |row: &Vec<(Cow<'_, str>, Tone)>| row.iter().zip(widths).map(|((text, _), width)| lines(text, *width)).max();
    table.rows.iter().filter_map(row).sum::<usize>()
}

fn draw(table: &Worded<'_>, widths: &[usize], screen: Screen) -> String {
    let mut drawn = comfy_table::Table::new();
    drawn
        .load_style(if is_wrapped(table, widths) { RULED } else { PLAIN })
        .set_content_arrangement(ContentArrangement::Dynamic);
    drawn.set_width(u16::try_from(screen.width).unwrap_or(u16::MAX));
    if screen.colour {
        drawn.enforce_styling();
    } else {
        drawn.force_no_tty();
    }
    drawn.set_header(table.columns.iter().map(|column| heading(column)));
    for row in &table.rows {
        let cells = row.iter().zip(&table.columns).zip(widths);
        drawn.add_row(cells.map(|(((text, tone), column), width)| cell(text, *tone, column.fit, *width)));
    }
    for (place, (column, width)) in drawn.column_iter_mut().zip(widths).enumerate() {
        // The style itself puts one space between columns.
        let gap = if place + 1 == widths.len() { 0 } else { GAP - 1 };
        column.set_padding((0, u16::try_from(gap).unwrap_or(0)));
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(u16::try_from(width + gap).unwrap_or(u16::MAX))));
    }
    let rule = "─".repeat(widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1));
    let mut rows = table.rows.iter().skip(1);
    // A row whose first cell is empty goes on with the row above it: no line stands between them.
    let is_kept = |line: &String| {
        *line != rule || rows.next().is_none_or(|row| row.first().is_none_or(|(text, _)| !text.is_empty()))
    };
    let lines = drawn.lines().filter(is_kept).map(|line| line.trim_end().replace('\u{a0}', " "));
    lines.collect::<Vec<_>>().join("\n")
}

fn heading(column: &Column) -> comfy_table::Cell {
    comfy_table::Cell::new(&column.title).add_attribute(Attribute::Bold).set_alignment(alignment(column.fit))
}

fn cell(text: &str, tone: Tone, fit: Fit, width: usize) -> comfy_table::Cell {
    let drawn = comfy_table::Cell::new(hanging(text, width)).set_alignment(alignment(fit));
    match tone {
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

fn style(tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Strong => Style::new().bold(),
        Tone::Dim => Style::new().dimmed(),
        Tone::Status(status) => Style::new().fg_color(Some(colour(status).into())),
    }
}

fn comfy(colour: AnsiColor) -> Color {
    Color::AnsiValue(colour as u8)
}

/// Whether some row takes more than one line.
fn is_wrapped(table: &Worded<'_>, widths: &[usize]) -> bool {
    let is_long = |text: &str, width: usize| text.contains('\n') || text.width() > width;
    table.rows.iter().any(|row| row.iter().zip(widths).any(|((text, _), width)| is_long(text, *width)))
}

/// The width of each shown column; none where the screen is too narrow for whole words.
///
/// Columns that wrap get at least their longest word, then share what room is left, and none gets
/// more than it needs. What still is left goes to the headings of numbers.
fn widths(table: &Worded<'_>, screen: usize) -> Option<Vec<usize>> {
    let columns: Vec<Needs> = (0..table.columns.len()).map(|at| Needs::of(table, at, screen)).collect();
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
    fn of(table: &Worded<'_>, at: usize, screen: usize) -> Self {
        let Column { title, fit } = table.columns[at];
        let cells = || table.rows.iter().map(|row| &*row[at].0);
        let longest = |text: &str, cut: &[char]| text.split(cut).map(UnicodeWidthStr::width).max().unwrap_or(0);
        let line = |text: &str| longest(text, &['\n']);
        // A word without end breaks: it would not fit anywhere.
        let word = |text: &str| longest(text, &['\n', ' ']).min(screen / 2);
        let most = cells().map(line).max().unwrap_or(0).max(line(title)).max(1);
        let (cell, share) = match fit {
            Fit::Wrap(share) | Fit::IfRoom(share) => (cells().map(word).max(), usize::from(*share)),
            Fit::Keep => (Some(most), 0),
            Fit::Right => (cells().map(line).max(), 0),
        };
        Self { least: cell.unwrap_or(0).max(word(title)).max(1), most, share }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Cell, Table, Value};
    use crate::text::Lang;

    fn written(width: usize, table: Table) -> String {
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
        assert_eq!(written(20, Table { columns, rows }), expected);
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
        assert_eq!(written(28, Table { columns, rows }), expected);
    }

    #[test]
    fn a_column_for_which_there_is_no_room_is_left_out() {
        let table = || Table {
            columns: vec![column("Agency", Fit::Wrap(1)), column("Support", Fit::IfRoom(1))],
            rows: vec![vec![text("Public Administration"), text("Home Affairs")]],
        };
        let whole = "Agency                 Support\n═══════════════════════════════════\nPublic Administration  Home Affairs\n";
        assert_eq!(written(35, table()), whole);
        assert_eq!(written(34, table()), "Agency\n═════════════════════\nPublic Administration\n");
    }

    #[test]
    fn a_word_without_end_breaks_and_leaves_the_table_a_table() {
        let columns = vec![column("A", Fit::Wrap(1)), column("B", Fit::Wrap(1))];
        let rows = vec![vec![text(&"x".repeat(30)), text("y")]];
        let drawn = written(20, Table { columns, rows });
        assert!(drawn.lines().all(|line| line.width() <= 20), "{drawn}");
    }
}
