//! Documents for Word: a report in the layout of Decree 30/2020/NĐ-CP, ready to sign.

mod columns;

use super::office::layout::{self, Head, Sheet, lines_or_blank};
use super::office::parts;
use super::office::text::{Align, EDGE, Grid, Style, paragraph};
use super::words::{self, Worded};
use crate::report::{Block, Fit, Front, Letterhead, Paper, Table, Tone, Value};
use crate::text::{Lang, one_line, words::office};
use columns::widths;
use std::io::{self, Write};

/// Letters of 13 points, and of 12 in tables.
const BODY: Style = Style::of(26).spaced(60, 60);
const TABLE: Style = Style::of(24);
/// What is no longer than a date stands in the middle of its cell.
const SHORT: usize = 12;

const TITLE: Style = Style::of(28).bold().aligned(Align::Center);

/// Writes a document.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, paper: &Paper<'_>) -> io::Result<()> {
    let (mut xml, sheet, lang) = (String::new(), Sheet::Landscape, paper.lang);
    if let Some(letterhead) = paper.letterhead {
        head(&mut xml, sheet, letterhead, paper);
    }
    if let Some(front) = &paper.front {
        add_front(&mut xml, front, paper.letterhead.is_some());
    }
    let body = Body { sheet, lang, is_signed: paper.letterhead.is_some() };
    body.add(&mut xml, &paper.blocks);
    if let Some(totals) = &paper.totals {
        let style = Style { with_next: paper.letterhead.is_some(), ..BODY };
        paragraph(&mut xml, style.spaced(120, 60).aligned(Align::Justify), totals);
    }
    match paper.letterhead {
        Some(letterhead) => {
            let issuer = office::recipient(lang, &one_line(&letterhead.issuer));
            let recipients = [office::as_above(lang).to_owned(), issuer, office::filed(lang).to_owned()];
            let [signer, name] = [letterhead.signer(), letterhead.signer_name()].map(|text| lines_or_blank(text, lang));
            layout::foot(&mut xml, sheet, &recipients, [&signer, &name], lang);
        }
        None => paragraph(&mut xml, EDGE, ""),
    }
    xml.push_str(&sheet.section());
    parts::write(out, &parts::document(&xml, lang))
}

fn head(xml: &mut String, sheet: Sheet, letterhead: &Letterhead, paper: &Paper<'_>) {
    let lang = paper.lang;
    let [issuer, sender] = [Some(letterhead.issuer.as_str()), letterhead.coordinator(lang)]
        .map(|name| lines_or_blank(name, lang).to_uppercase());
    let number = office::report_number(lang, &lines_or_blank(letterhead.symbol(), lang));
    let date = office::date(lang, paper.as_of);
    let place_and_date = office::place_and_date(lang, &lines_or_blank(letterhead.place(), lang), &date);
    let (number, place_and_date) = (&number, &place_and_date);
    let head = Head { issuer: &issuer, sender: &sender, sender_name: &sender, number, about: None, place_and_date };
    layout::head(xml, sheet, &head, lang);
}

/// What the document is called, the plan, and of when and of whom it is.
fn add_front(xml: &mut String, front: &Front, is_below_head: bool) {
    let above = if is_below_head { 240 } else { 0 };
    paragraph(xml, TITLE.spaced(above, 0), &front.title.to_uppercase());
    paragraph(xml, TITLE, &one_line(&front.plan));
    for told in &front.told {
        paragraph(xml, Style { align: Align::Center, ..BODY.spaced(0, 0) }, told);
    }
    paragraph(xml, Style::of(12), "");
}

/// How the blocks of a document are set.
struct Body {
    sheet: Sheet,
    lang: Lang,
    /// Whether a foot follows, which is never alone on its page.
    is_signed: bool,
}

impl Body {
    fn add(&self, xml: &mut String, blocks: &[Block<'_>]) {
        let said = |value: &Value| words::in_words(value, self.lang).into_owned();
        for (number, block) in blocks.iter().enumerate() {
            let is_last = self.is_signed && number + 1 == blocks.len();
            let style = Style { with_next: is_last, ..BODY };
            match block {
                Block::Title(text) => paragraph(xml, TITLE, &said(text)),
                Block::Heading(text) => paragraph(xml, BODY.bold().spaced(180, 60).with_next(), &said(text)),
                Block::Text(text) | Block::Answer(text) => {
                    paragraph(xml, Style { align: Align::Justify, ..style }, &said(text));
                }
                // Tables say what charts show.
                Block::Chart(_) => {}
                // It stands above the table whose signs it tells of.
                Block::Remark(_) if number > 0 && matches!(blocks[number - 1], Block::Table(_)) => {}
                Block::Remark(text) => paragraph(xml, style.italic(), &said(text)),
                Block::Fields(fields) => {
                    for (label, text) in words::fields_in_words(fields, self.lang) {
                        paragraph(xml, style, &format!("{label}: {text}"));
                    }
                }
                Block::Table(table) => {
                    if let Some(Block::Remark(text)) = blocks.get(number + 1) {
                        paragraph(xml, BODY.italic().with_next(), &said(text));
                    }
                    let is_last = self.is_signed && number + 2 >= blocks.len();
                    self.table(xml, table, is_last);
                }
            }
        }
    }

    fn table(&self, xml: &mut String, table: &Table<'_>, is_last: bool) {
        let table = Worded::in_words(table, self.lang);
        let columns = widths(&table, self.sheet.room(), TABLE.size);
        let grid = Grid { columns: &columns, is_ruled: true };
        grid.open(xml);
        Grid::open_row(xml, true);
        for (at, column) in table.columns.iter().enumerate() {
            grid.open_cell(xml, at..at + 1, true);
            paragraph(xml, TABLE.bold().aligned(Align::Center).spaced(40, 40), &one_line(&column.title));
            xml.push_str("</w:tc>");
        }
        xml.push_str("</w:tr>");
        for line in 0..table.len() {
            if let Some(section) = table.section(line) {
                Grid::open_row(xml, false);
                grid.open_cell(xml, 0..columns.len(), false);
                paragraph(xml, TABLE.bold().spaced(40, 40).with_next(), &one_line(section));
                xml.push_str("</w:tc></w:tr>");
            }
            let is_last = is_last && line + 1 == table.len();
            add_line(xml, &grid, &table, line, is_last);
        }
        xml.push_str("</w:tbl>");
    }
}

fn add_line(xml: &mut String, grid: &Grid<'_>, table: &Worded<'_>, line: usize, is_last: bool) {
    Grid::open_row(xml, false);
    for (at, (text, tone)) in table.row(line).enumerate() {
        let align = match table.columns[at].fit {
            Fit::Keep if table.width(line, at).is_some_and(|width| width <= SHORT) => Align::Center,
            Fit::Wrap(_) | Fit::IfRoom(_) | Fit::Keep => Align::Left,
            Fit::Right => Align::Right,
        };
        let style = Style { bold: tone == Tone::Strong, with_next: is_last, align, ..TABLE.spaced(40, 40) };
        grid.open_cell(xml, at..at + 1, false);
        paragraph(xml, style, text.trim());
        xml.push_str("</w:tc>");
    }
    xml.push_str("</w:tr>");
}
