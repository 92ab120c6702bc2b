//! The layout of a document of an office: sheet, head and foot (Decree 30/2020/NĐ-CP, Appendix I, parts I and II).

use super::metrics::width;
use super::text::{Align, CELL_MARGIN, EDGE, Grid, Style, paragraph, rule};
use crate::text::{Lang, one_line, words::office};

/// A sheet of A4, in twips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    Portrait,
    Landscape,
}

/// The margins: 20 mm above and below, 30 at the left.
const LEFT: u32 = 1701;
const ABOVE: u32 = 1134;

impl Sheet {
    fn size(self) -> (u32, u32) {
        match self {
            Self::Portrait => (11906, 16838),
            Self::Landscape => (16838, 11906),
        }
    }

    /// The margin at the right: 20 mm of a letter, 15 of a table that needs the room.
    fn right(self) -> u32 {
        match self {
            Self::Portrait => 1134,
            Self::Landscape => 850,
        }
    }

    /// How wide the text is.
    pub fn room(self) -> u32 {
        self.size().0 - LEFT - self.right()
    }

    /// The end of the body: the sheet, and the number on all pages but the first.
    pub fn section(self) -> String {
        let ((width, height), right) = (self.size(), self.right());
        let orient = if self == Self::Landscape { " w:orient=\"landscape\"" } else { "" };
        format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/><w:headerReference w:type=\"first\" \
             r:id=\"rId4\"/><w:pgSz w:w=\"{width}\" w:h=\"{height}\"{orient}/><w:pgMar w:top=\"{ABOVE}\" \
             w:right=\"{right}\" w:bottom=\"{ABOVE}\" w:left=\"{LEFT}\" w:header=\"567\" w:footer=\"567\" \
             w:gutter=\"0\"/><w:titlePg/></w:sectPr>"
        )
    }

    /// How wide the left and the right half of head and foot are: the name of the state stands on one line.
    fn halves(self) -> [u32; 2] {
        let right = match self {
            Self::Portrait => 5650,
            Self::Landscape => 7600,
        };
        [self.room() - right, right]
    }
}

/// What stands in the head.
pub struct Head<'a> {
    /// Who issued the plan, in capitals.
    pub issuer: &'a str,
    /// Who sends the document, in capitals.
    pub sender: &'a str,
    /// How long that name is, where a placeholder stands for it.
    pub sender_name: &'a str,
    /// The number of the document.
    pub number: &'a str,
    /// What a letter is about, below its number.
    pub about: Option<&'a str>,
    /// Where and when.
    pub place_and_date: &'a str,
}

/// Adds the head: who issues the plan and who sends this, the state and its motto, number, place and date.
pub fn head(xml: &mut String, sheet: Sheet, head: &Head<'_>, lang: Lang) {
    let columns = sheet.halves();
    let [left, right] = columns.map(|column| column - 2 * CELL_MARGIN);
    let grid = Grid { columns: &columns, is_ruled: false };
    let size = sheet_size(sheet);
    let centred = Style::of(size).aligned(Align::Center);
    grid.open(xml);
    Grid::open_row(xml, false);
    grid.open_cell(xml, 0..1, false);
    paragraph(xml, centred, head.issuer);
    paragraph(xml, centred.bold(), head.sender);
    // Of a third to half of the name's length, which itself may fill several lines.
    rule(xml, width(head.sender_name, size, true).min(left) * 2 / 5, left);
    xml.push_str("</w:tc>");
    grid.open_cell(xml, 1..2, false);
    paragraph(xml, centred.bold(), office::state(lang));
    let motto = Style { size: size + 2, ..centred.bold() };
    paragraph(xml, motto, office::motto(lang));
    rule(xml, width(office::motto(lang), motto.size, true), right);
    xml.push_str("</w:tc></w:tr>");
    Grid::open_row(xml, false);
    grid.open_cell(xml, 0..1, false);
    paragraph(xml, Style::of(26).aligned(Align::Center).spaced(120, 0), head.number);
    if let Some(about) = head.about {
        paragraph(xml, centred.spaced(120, 0), about);
    }
    xml.push_str("</w:tc>");
    grid.open_cell(xml, 1..2, false);
    paragraph(xml, Style::of(28).italic().aligned(Align::Center).spaced(120, 0), head.place_and_date);
    xml.push_str("</w:tc></w:tr></w:tbl>");
}

/// The lines of a text of the plan, or dots to fill in.
pub fn lines_or_blank(text: Option<&str>, lang: Lang) -> String {
    let lines = text.unwrap_or(office::blank(lang)).lines();
    lines.map(one_line).collect::<Vec<_>>().join("\n")
}

/// Letters of 13 points where the name of the state then fits on its line, else of 12.
fn sheet_size(sheet: Sheet) -> u32 {
    let room = sheet.halves()[1] - 2 * CELL_MARGIN;
    if width(office::state(Lang::Vi), 26, true) <= room { 26 } else { 24 }
}

/// Adds the foot: to whom the document goes, level with the office that signs and who signs for it.
pub fn foot(xml: &mut String, sheet: Sheet, recipients: &[String], [signer, name]: [&str; 2], lang: Lang) {
    let columns = sheet.halves();
    let grid = Grid { columns: &columns, is_ruled: false };
    // Two tables one below the other would be one.
    paragraph(xml, EDGE.with_next(), "");
    grid.open(xml);
    Grid::open_row(xml, false);
    grid.open_cell(xml, 0..1, false);
    paragraph(xml, Style::of(24).bold().italic().spaced(120, 0), office::recipients(lang));
    for recipient in recipients {
        paragraph(xml, Style::of(22), recipient);
    }
    xml.push_str("</w:tc>");
    grid.open_cell(xml, 1..2, false);
    let centred = Style::of(28).bold().aligned(Align::Center);
    paragraph(xml, centred.spaced(120, 0), signer);
    // Room to sign.
    for _ in 0..4 {
        paragraph(xml, centred, "");
    }
    paragraph(xml, centred, name);
    xml.push_str("</w:tc></w:tr></w:tbl>");
    paragraph(xml, EDGE, "");
}
