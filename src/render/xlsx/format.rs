//! How cells look: one letter for all, lines around the table, each status in its colour.

use super::super::words;
use crate::report::{Block, Kind, Period, Status, Tone};
use crate::text::Lang;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The letter of offices, as Decree 30/2020 has it.
pub const FONT: &str = "Times New Roman";

/// How high letters are, in points.
pub const SIZE: u32 = 11;

/// The same of the title.
pub const TITLE_SIZE: u32 = 13;

/// How a heading is shaded.
const HEADING: Color = Color::RGB(0x00D9_E2EC);

/// How what is to be filled in is shaded.
const INPUT: Color = Color::RGB(0x00FF_FBE6);

/// What is there for the program alone is pale, and can be read.
const KEY: Color = Color::RGB(0x0059_5959);

/// The formats of a workbook.
pub struct Formats {
    pub day: Format,
    pub about: Format,
    pub number: Format,
    pub rate: Format,
    pub title: Format,
    pub sentence: Format,
    heading: Format,
    key_heading: Format,
    plain: Format,
    dim: Format,
    strong: Format,
    input: Format,
    key: Format,
    statuses: Vec<(Status, Format)>,
    date: &'static str,
}

impl Formats {
    pub fn new(lang: Lang) -> Self {
        let date = match lang {
            Lang::Vi => "dd/mm/yyyy",
            Lang::En => "yyyy-mm-dd",
        };
        let letter = Format::new().set_font_name(FONT).set_font_size(SIZE).set_align(FormatAlign::Top);
        let letter = letter.set_text_wrap();
        let cell = letter.clone().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00A6_A6A6));
        let heading = cell.clone().set_bold().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        let heading = heading.set_background_color(HEADING);
        let text = cell.clone().set_num_format("@");
        let figure = cell.clone().set_align(FormatAlign::Center);
        let about = format!("\"{}\" {date}", crate::text::words::xlsx::about_day(lang));
        Self {
            day: figure.clone().set_num_format(date),
            about: figure.clone().set_num_format(about),
            number: figure.clone().set_num_format("0"),
            rate: figure.set_num_format("0.0%"),
            title: letter.clone().set_bold().set_font_size(TITLE_SIZE),
            sentence: letter,
            key_heading: heading.clone().set_font_color(KEY),
            heading,
            dim: text.clone(),
            strong: text.clone().set_bold(),
            input: text.clone().set_background_color(INPUT),
            key: text.clone().set_font_color(KEY),
            statuses: Status::ALL.map(|status| (status, coloured(&text, status))).into(),
            plain: text,
            date,
        }
    }

    /// The format of a heading.
    pub fn heading(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Key => &self.key_heading,
            Kind::Text(_) | Kind::Figure | Kind::DayInput | Kind::TextInput(_) => &self.heading,
        }
    }

    /// The format of text.
    pub fn text(&self, kind: Kind, tone: Tone) -> &Format {
        match (kind, tone) {
            (Kind::Key, _) => &self.key,
            (Kind::DayInput | Kind::TextInput(_), _) => &self.input,
            (_, Tone::Status(status)) => {
                let known = self.statuses.iter().find(|(known, _)| *known == status);
                known.map_or(&self.plain, |(_, format)| format)
            }
            (_, Tone::Strong) => &self.strong,
            (_, Tone::Dim) => &self.dim,
            (_, Tone::Plain) => &self.plain,
        }
    }

    /// The format of the last day of a span that shows the span.
    pub fn span(&self, span: Period, lang: Lang) -> Format {
        let shown = match (span, lang) {
            (Period::Day(_), _) => self.date.to_owned(),
            (Period::Month(..), Lang::Vi) => "mm/yyyy".to_owned(),
            (Period::Month(..), Lang::En) => "yyyy-mm".to_owned(),
            (Period::Year(_), _) => "yyyy".to_owned(),
            (Period::Week(..) | Period::Quarter(..) | Period::Half(..), _) => format!("\"{}\"", span.in_words(lang)),
        };
        self.day.clone().set_num_format(shown)
    }
}

/// A status in its colour: as on a screen, on a pale ground on which it can be read.
fn coloured(text: &Format, status: Status) -> Format {
    let (letters, ground) = colours(status);
    text.clone().set_font_color(Color::RGB(letters)).set_background_color(Color::RGB(ground))
}

/// The colours of letters and ground.
fn colours(status: Status) -> (u32, u32) {
    match status {
        Status::Overdue => (0x009C_0006, 0x00FF_C7CE),
        Status::DueSoon => (0x0073_5200, 0x00FF_EB9C),
        Status::Late => (0x007A_1F7A, 0x00F3_DDF3),
        Status::OnTime => (0x0000_6100, 0x00C6_EFCE),
        Status::Pending => (0x001F_4E79, 0x00DD_EBF7),
        Status::Open => (0x0000_5B5B, 0x00DA_F1F1),
    }
}

/// What stands in a row above a table.
pub struct HeadLine {
    pub text: String,
    pub is_title: bool,
}

impl HeadLine {
    /// A block of a page on one line; none for what is more.
    pub fn of(block: &Block<'_>, lang: Lang) -> Option<Self> {
        let (said, is_title) = match block {
            Block::Title(said) => (said, true),
            Block::Heading(said) | Block::Text(said) | Block::Answer(said) | Block::Remark(said) => (said, false),
            Block::Fields(_) | Block::Table(_) | Block::Chart(_) => return None,
        };
        Some(Self { text: fit_for_xml(words::value(said, lang).into_owned()), is_title })
    }
}

/// Text without the two characters that are none in XML, which show as others do that cannot be seen.
pub fn fit_for_xml(text: String) -> String {
    let is_none = |c: char| matches!(c, '\u{fffe}' | '\u{ffff}');
    if !text.contains(is_none) {
        return text;
    }
    let shown = |c: char| if is_none(c) { c.escape_unicode().to_string() } else { c.to_string() };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How bright a colour is, as WCAG 2 has it.
    fn brightness(colour: u32) -> f64 {
        let part = |shift: u32| {
            let part = f64::from((colour >> shift) & 0xff) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    #[test]
    fn every_status_can_be_read_on_its_ground() {
        for status in Status::ALL {
            let (letters, ground) = colours(status);
            let contrast = (brightness(ground) + 0.05) / (brightness(letters) + 0.05);
            assert!(contrast >= 4.5, "{status:?}: {contrast}");
        }
    }
}
