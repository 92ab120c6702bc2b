//! Answers as a workbook for Excel: all text is text, days are days, numbers are numbers; what is filled in goes back by
//! the key that stands beside it.

mod format;
mod layout;

use super::words;
use crate::report::{Entry, Kind, Sheet, SheetLine, Tone, Workbook};
use crate::text::{Lang, quoted, words::report, words::xlsx};
use chrono::{Datelike, NaiveDate};
use format::{Formats, HeadLine};
use layout::Layout;
use rust_xlsxwriter as excel;
use rust_xlsxwriter::{
    ColNum, DataValidation, DocProperties, ExcelDateTime, Format, Formula, IgnoreError, RowNum, Worksheet, XlsxError,
};
use std::borrow::Cow;

/// How many letters a cell holds.
const MOST_LETTERS: usize = 32_767;

/// How many lines a sheet holds.
const MOST_LINES: usize = 1_048_576;

/// Why an answer is no workbook.
#[derive(Debug)]
pub enum TooMuch {
    /// A cell would have more letters than one holds.
    Letters {
        /// What its line is about.
        of: String,
        /// The heading of its column.
        column: String,
        /// How many letters.
        letters: usize,
    },
    /// What stands above a table, or a heading of it, would.
    Above {
        /// What stands there, the beginning of it.
        text: String,
        /// How many letters.
        letters: usize,
    },
    /// A sheet would have more lines than one holds.
    Lines {
        /// The sheet.
        sheet: &'static str,
        /// How many lines.
        lines: usize,
    },
    /// The workbook could not be put together.
    Other(XlsxError),
}

impl TooMuch {
    /// What is too much, and where.
    pub fn in_words(&self, lang: Lang) -> String {
        match self {
            Self::Letters { of, column, letters } => xlsx::too_long(lang, of, column, *letters, MOST_LETTERS),
            Self::Above { text, letters } => xlsx::too_long_above(lang, text, *letters, MOST_LETTERS),
            Self::Lines { sheet, lines } => xlsx::too_many_lines(lang, sheet, *lines, MOST_LINES),
            Self::Other(error) => error.to_string(),
        }
    }

    /// What to do about it, if something can be done.
    pub fn help(&self, lang: Lang) -> Option<&'static str> {
        match self {
            Self::Letters { .. } | Self::Above { .. } => Some(xlsx::too_long_help(lang)),
            Self::Lines { .. } => Some(xlsx::too_many_lines_help(lang)),
            Self::Other(_) => None,
        }
    }
}

impl From<XlsxError> for TooMuch {
    fn from(error: XlsxError) -> Self {
        Self::Other(error)
    }
}

/// The bytes of a workbook.
///
/// # Errors
/// What Excel cannot hold.
pub fn bytes(workbook: &Workbook<'_>) -> Result<Vec<u8>, TooMuch> {
    let (lang, mut file) = (workbook.lang, excel::Workbook::new());
    // The file is as old as what it tells.
    file.set_properties(&DocProperties::new().set_creation_datetime(&creation(workbook.as_of)?));
    let formats = Formats::new(lang);
    for sheet in &workbook.sheets {
        Drawn::new(sheet, lang, &formats)?.draw(file.add_worksheet())?;
    }
    Ok(file.save_to_buffer()?)
}

/// A day as that of a file; the first that Excel knows for one before that.
fn creation(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    match (u16::try_from(day.year()), u8::try_from(day.month()), u8::try_from(day.day())) {
        (Ok(year @ 1900..=9999), Ok(month), Ok(day)) => ExcelDateTime::from_ymd(year, month, day),
        _ => ExcelDateTime::from_ymd(1900, 1, 1),
    }
}

/// The number that stands for a day; none before 1900, from where on Excel knows days.
fn serial(day: NaiveDate) -> Option<f64> {
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    // Excel takes 1900 for a leap year: before March its numbers are one less.
    let days = (day - zero).num_days() - i64::from(day < NaiveDate::from_ymd_opt(1900, 3, 1)?);
    (day.year() >= 1900 && day.year() <= 9999).then(|| i32::try_from(days).map(f64::from).ok()).flatten()
}

/// What stands in a cell, in words where it is none of numbers.
enum Content<'f> {
    Text(Cow<'f, str>, &'f Format),
    Number(f64, Cow<'f, Format>),
}

/// A sheet in words.
struct Drawn<'a> {
    sheet: &'a Sheet<'a>,
    lang: Lang,
    formats: &'a Formats,
    /// What stands above the table, one a row.
    head: Vec<HeadLine>,
    layout: Layout,
}

impl<'a> Drawn<'a> {
    fn new(sheet: &'a Sheet<'a>, lang: Lang, formats: &'a Formats) -> Result<Self, TooMuch> {
        let head: Vec<HeadLine> = sheet.head.iter().filter_map(|block| HeadLine::of(block, lang)).collect();
        // Above the table stands its head, and a row between them.
        let lines = sheet.lines.len() + head.len() + 2;
        if lines > MOST_LINES {
            return Err(TooMuch::Lines { sheet: sheet.name, lines: sheet.lines.len() });
        }
        let above = head.iter().map(|line| &line.text).chain(sheet.columns.iter().map(|column| &column.title));
        for text in above {
            let letters = letters(text);
            if letters > MOST_LETTERS {
                return Err(TooMuch::Above { text: quoted(text), letters });
            }
        }
        let mut layout = Layout::new(&sheet.columns);
        for line in &sheet.lines {
            for (at, entry) in line.cells.iter().enumerate() {
                let text = shown(entry, lang);
                let letters = letters(&text);
                if letters > MOST_LETTERS {
                    let of = quoted(&words::value(&line.of, lang));
                    return Err(TooMuch::Letters { of, column: sheet.columns[at].title.clone(), letters });
                }
                layout.measure(at, &text);
            }
        }
        layout.settle();
        Ok(Self { sheet, lang, formats, head, layout })
    }

    fn draw(&self, out: &mut Worksheet) -> Result<(), TooMuch> {
        let header = row(self.head.len() + usize::from(!self.head.is_empty()));
        out.set_name(self.sheet.name)?;
        self.page(out, header)?;
        for (at, width) in self.layout.widths().enumerate() {
            out.set_column_width_pixels(column(at), width)?;
        }
        let printed = column(self.printed() - 1);
        for (at, HeadLine { text, is_title }) in self.head.iter().enumerate() {
            let format = if *is_title { &self.formats.title } else { &self.formats.sentence };
            out.merge_range(row(at), 0, row(at), printed, text, format)?;
            out.set_row_height(row(at), self.layout.head_height(text, self.printed(), *is_title))?;
        }
        for (at, heading) in self.sheet.columns.iter().enumerate() {
            out.write_string_with_format(header, column(at), &heading.title, self.formats.heading(heading.kind))?;
        }
        out.set_row_height(header, self.layout.header_height(&self.sheet.columns))?;
        for (at, line) in self.sheet.lines.iter().enumerate() {
            self.line(out, header + 1 + row(at), line)?;
        }
        Ok(())
    }

    /// How many of the columns are printed: the key is none of them.
    fn printed(&self) -> usize {
        self.sheet.columns.iter().filter(|column| column.kind != Kind::Key).count()
    }

    /// How the sheet is filtered, scrolled and printed, and what can be filled in.
    fn page(&self, out: &mut Worksheet, header: RowNum) -> Result<(), TooMuch> {
        let (columns, lines) = (&self.sheet.columns, self.sheet.lines.len());
        let (last, last_column) = (header + row(lines), column(columns.len() - 1));
        out.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        out.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_footer("&C&P/&N");
        out.set_freeze_panes(header + 1, 0)?;
        out.set_repeat_rows(header, header)?;
        out.set_print_area(0, 0, last, column(self.printed() - 1))?;
        out.autofilter(header, 0, last, last_column)?;
        if lines > 0 {
            // Numbers of rows and documents are no numbers, and are not to be marked as if they were.
            out.ignore_error_range(header + 1, 0, last, last_column, IgnoreError::NumberStoredAsText)?;
        }
        let days = columns.iter().enumerate().filter(|(_, column)| column.kind == Kind::DayInput && lines > 0);
        for (at, _) in days {
            let first = format!("{}{}", excel::utility::column_number_to_name(column(at)), header + 2);
            out.add_data_validation(header + 1, column(at), last, column(at), &self.day_input(&first)?)?;
        }
        Ok(())
    }

    /// What may be filled in as a day: a day, or text that may be one. Which it is, is seen when it is read.
    fn day_input(&self, first: &str) -> Result<DataValidation, TooMuch> {
        let digits =
            ["/", "-", "."].iter().fold(first.to_owned(), |text, sign| format!("SUBSTITUTE({text},\"{sign}\",\"\")"));
        let is_day = format!("=OR(ISNUMBER({first}),AND(LEN({first})>=8,LEN({first})<=10,ISNUMBER(VALUE({digits}))))");
        let (title, how) = (xlsx::input_day(self.lang), xlsx::how_to_write_a_day(self.lang));
        let validation = DataValidation::new().allow_custom(Formula::new(is_day));
        let validation = validation.set_input_title(title)?.set_input_message(how)?;
        Ok(validation.set_error_title(xlsx::no_day(self.lang))?.set_error_message(how)?)
    }

    fn line(&self, out: &mut Worksheet, at: RowNum, line: &SheetLine) -> Result<(), TooMuch> {
        let mut lines = 1;
        for (place, (entry, of)) in line.cells.iter().zip(&self.sheet.columns).enumerate() {
            match self.content(entry, of.kind) {
                Content::Text(text, format) if text.is_empty() => out.write_blank(at, column(place), format)?,
                Content::Text(text, format) => {
                    lines = lines.max(self.layout.lines(place, &text));
                    out.write_string_with_format(at, column(place), text, format)?
                }
                Content::Number(number, format) => out.write_number_with_format(at, column(place), number, &format)?,
            };
        }
        out.set_row_height(at, layout::height(lines))?;
        Ok(())
    }

    fn content<'e>(&'e self, entry: &'e Entry, kind: Kind) -> Content<'e> {
        let formats = self.formats;
        let number = |day: NaiveDate, format: Cow<'e, Format>| match serial(day) {
            Some(number) => Content::Number(number, format),
            None => Content::Text(self.lang.date(day).into(), formats.text(kind, Tone::Plain)),
        };
        match entry {
            Entry::Text(cell) => Content::Text(shown(entry, self.lang).into(), formats.text(kind, cell.tone)),
            Entry::Day(day) => number(*day, Cow::Borrowed(&formats.day)),
            Entry::About(day) => number(*day, Cow::Borrowed(&formats.about)),
            Entry::Span(span) => number(span.last_day(), Cow::Owned(formats.span(*span, self.lang))),
            #[expect(clippy::cast_precision_loss, reason = "no count is near 2^53")]
            Entry::Number(number) => Content::Number(*number as f64, Cow::Borrowed(&formats.number)),
            Entry::Rate(rate) => Content::Number(*rate, Cow::Borrowed(&formats.rate)),
        }
    }
}

/// A cell as it is read.
fn shown(entry: &Entry, lang: Lang) -> String {
    match entry {
        Entry::Text(cell) => format::fit_for_xml(words::cell(cell, lang)),
        Entry::Day(day) => lang.date(*day),
        Entry::About(day) => report::about(lang, &lang.date(*day)),
        Entry::Span(span) => span.in_words(lang),
        Entry::Number(number) => number.to_string(),
        Entry::Rate(_) => String::from("100.0%"),
    }
}

/// How many letters a text has, as Excel counts them.
fn letters(text: &str) -> usize {
    text.encode_utf16().count()
}

fn row(at: usize) -> RowNum {
    RowNum::try_from(at).unwrap_or(RowNum::MAX)
}

fn column(at: usize) -> ColNum {
    ColNum::try_from(at).unwrap_or(ColNum::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::day;

    #[test]
    fn a_day_has_the_number_that_excel_knows_it_by() {
        let cases = [
            ("1899-12-31", None),
            ("1900-01-01", Some(1.0)),
            ("1900-02-28", Some(59.0)),
            ("1900-03-01", Some(61.0)),
            ("2020-10-15", Some(44_119.0)),
            ("9999-12-31", Some(2_958_465.0)),
        ];
        for (text, number) in cases {
            assert_eq!(serial(day(text)), number, "{text}");
        }
    }
}
