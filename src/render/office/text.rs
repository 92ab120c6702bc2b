//! Paragraphs and tables as Word has them.

use super::xml::escape_into;
use std::fmt::Write;

/// How the lines of a paragraph stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Center,
    Right,
    Justify,
}

impl Align {
    fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Center => "center",
            Self::Right => "right",
            Self::Justify => "both",
        }
    }
}

/// The room that a paragraph takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// That of its lines, with so much above and below.
    Around(u32, u32),
    /// As little as a paragraph can.
    None,
}

/// How a paragraph is set. Lengths are in twips, of which there are 20 in a point and 567 in a centimetre.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub align: Align,
    /// How high letters are, in half points.
    pub size: u32,
    pub bold: bool,
    pub italic: bool,
    pub room: Room,
    /// How far the first line is set in.
    pub first_line: u32,
    /// Whether it stays on the page of what follows.
    pub with_next: bool,
    /// How far a line below it is from either edge, if there is one.
    pub line_below: Option<u32>,
}

impl Style {
    /// Letters of so many half points.
    pub const fn of(size: u32) -> Self {
        Self {
            align: Align::Left,
            size,
            bold: false,
            italic: false,
            room: Room::Around(0, 0),
            first_line: 0,
            with_next: false,
            line_below: None,
        }
    }

    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub const fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    pub const fn aligned(self, align: Align) -> Self {
        Self { align, ..self }
    }

    pub const fn spaced(self, before: u32, after: u32) -> Self {
        Self { room: Room::Around(before, after), ..self }
    }

    pub const fn with_next(self) -> Self {
        Self { with_next: true, ..self }
    }
}

/// A paragraph that takes no room: the format wants one below a table.
pub const EDGE: Style = Style { room: Room::None, ..Style::of(2) };

/// Adds a paragraph; a text of several lines breaks where these end.
pub fn paragraph(xml: &mut String, style: Style, text: &str) {
    open_paragraph(xml, style);
    run(xml, style, text);
    xml.push_str("</w:p>");
}

/// Adds a line of that length in the middle of such a room.
pub fn rule(xml: &mut String, length: u32, room: u32) {
    open_paragraph(xml, Style { line_below: Some(room.saturating_sub(length) / 2), ..Style::of(4) });
    xml.push_str("</w:p>");
}

/// The properties stand in the order that the format wants.
fn open_paragraph(xml: &mut String, style: Style) {
    let Style { align, size, room, first_line, with_next, line_below, .. } = style;
    xml.push_str("<w:p><w:pPr>");
    if with_next {
        xml.push_str("<w:keepNext/>");
    }
    if line_below.is_some() {
        xml.push_str("<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>");
    }
    match room {
        Room::Around(0, 0) => {}
        Room::Around(before, after) => {
            add(xml, format_args!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>"));
        }
        Room::None => xml.push_str("<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>"),
    }
    if let Some(beside) = line_below {
        add(xml, format_args!("<w:ind w:left=\"{beside}\" w:right=\"{beside}\"/>"));
    } else if first_line > 0 {
        add(xml, format_args!("<w:ind w:firstLine=\"{first_line}\"/>"));
    }
    if align != Align::Left {
        add(xml, format_args!("<w:jc w:val=\"{}\"/>", align.name()));
    }
    // An empty paragraph is as high as its mark.
    add(xml, format_args!("<w:rPr><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:pPr>"));
}

fn run(xml: &mut String, style: Style, text: &str) {
    if text.is_empty() {
        return;
    }
    xml.push_str("<w:r><w:rPr>");
    for (is_set, mark) in [(style.bold, "<w:b/><w:bCs/>"), (style.italic, "<w:i/><w:iCs/>")] {
        if is_set {
            xml.push_str(mark);
        }
    }
    add(xml, format_args!("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/></w:rPr>", style.size));
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            xml.push_str("<w:br/>");
        }
        xml.push_str("<w:t xml:space=\"preserve\">");
        escape_into(xml, line);
        xml.push_str("</w:t>");
    }
    xml.push_str("</w:r>");
}

/// A table as wide as its columns, on lines or without any.
pub struct Grid<'a> {
    /// How wide each column is.
    pub columns: &'a [u32],
    /// Whether there are lines around the cells.
    pub is_ruled: bool,
}

/// What stands between the edge of a cell and its text on either side.
pub const CELL_MARGIN: u32 = 85;

impl Grid<'_> {
    /// Begins the table; `</w:tbl>` ends it.
    pub fn open(&self, xml: &mut String) {
        let Self { columns, is_ruled } = self;
        let width: u32 = columns.iter().sum();
        add(xml, format_args!("<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/>"));
        if *is_ruled {
            xml.push_str("<w:tblBorders>");
            for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                add(xml, format_args!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>"));
            }
            xml.push_str("</w:tblBorders>");
        }
        xml.push_str("<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>");
        for side in ["left", "right"] {
            add(xml, format_args!("<w:{side} w:w=\"{CELL_MARGIN}\" w:type=\"dxa\"/>"));
        }
        xml.push_str("</w:tblCellMar></w:tblPr><w:tblGrid>");
        for column in *columns {
            add(xml, format_args!("<w:gridCol w:w=\"{column}\"/>"));
        }
        xml.push_str("</w:tblGrid>");
    }

    /// Begins a row that is not broken over pages, and is repeated on each if it is the header; `</w:tr>` ends it.
    pub fn open_row(xml: &mut String, is_header: bool) {
        xml.push_str("<w:tr><w:trPr><w:cantSplit/>");
        if is_header {
            xml.push_str("<w:tblHeader/>");
        }
        xml.push_str("</w:trPr>");
    }

    /// Begins a cell over some columns; `</w:tc>` ends it.
    pub fn open_cell(&self, xml: &mut String, columns: std::ops::Range<usize>, is_centred: bool) {
        let width: u32 = self.columns[columns.clone()].iter().sum();
        add(xml, format_args!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"));
        if columns.len() > 1 {
            add(xml, format_args!("<w:gridSpan w:val=\"{}\"/>", columns.len()));
        }
        if is_centred {
            xml.push_str("<w:vAlign w:val=\"center\"/>");
        }
        xml.push_str("</w:tcPr>");
    }
}

/// Adds markup of our own.
fn add(xml: &mut String, markup: std::fmt::Arguments<'_>) {
    // A text takes whatever is written to it.
    let _ = xml.write_fmt(markup);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_says_how_it_is_set_and_text_is_text() {
        let mut xml = String::new();
        paragraph(&mut xml, Style::of(26).bold().aligned(Align::Center).spaced(0, 60).with_next(), "a<b\nc");
        let expected = "<w:p><w:pPr><w:keepNext/><w:spacing w:before=\"0\" w:after=\"60\"/><w:jc w:val=\"center\"/>\
            <w:rPr><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/></w:rPr></w:pPr>\
            <w:r><w:rPr><w:b/><w:bCs/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/></w:rPr>\
            <w:t xml:space=\"preserve\">a&lt;b</w:t><w:br/><w:t xml:space=\"preserve\">c</w:t></w:r></w:p>";
        assert_eq!(xml, expected);
    }

    #[test]
    fn a_line_stands_in_the_middle_of_its_room() {
        let mut xml = String::new();
        rule(&mut xml, 1000, 3000);
        assert!(xml.contains("<w:ind w:left=\"1000\" w:right=\"1000\"/>"), "{xml}");
    }
}
