//! In which form a report goes out, and where to.

use super::failure::Failure;
use super::session::{Session, locate};
use super::system::{Deed, way_out, why};
use super::world::World;
use crate::file;
use crate::render::{Screen, csv, docx, html, ics, json, markdown, table, xlsx};
use crate::report::Answer;
use crate::text::{Lang, one_line, words::command, words::system};
use chrono::{Months, NaiveDate};
use clap::ValueEnum as _;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Options of every report.
#[derive(clap::Args, Debug, Default)]
pub struct Output {
    /// The form of the report; without it the ending of the file decides, else a table
    #[arg(long, value_name = "FORMAT", value_enum)]
    format: Option<Format>,

    /// Write the report to a file: .txt, .json, .csv, .md, .docx, .xlsx, .html or .ics
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    file: Option<PathBuf>,

    /// A document for Word without head and foot: no letterhead, no signature
    #[arg(long)]
    plain: bool,
}

/// The forms of a report.
#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Format {
    /// A table for people
    #[default]
    Table,
    /// JSON for programs
    Json,
    /// CSV for spreadsheets
    Csv,
    /// Markdown for pages and messages
    Markdown,
    /// A document for Word, in the layout that offices use
    Docx,
    /// A workbook for Excel: every report but show
    Xlsx,
    /// A page for a browser, in one file: overdue, list, missing, agency AGENCY and summary
    Html,
    /// The last days of what is still owed, for a calendar: overdue, list and agency AGENCY
    Ics,
}

/// The endings that name a form.
const ENDINGS: [(&str, Format); 9] = [
    ("txt", Format::Table),
    ("json", Format::Json),
    ("csv", Format::Csv),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("docx", Format::Docx),
    ("xlsx", Format::Xlsx),
    ("ics", Format::Ics),
    ("html", Format::Html),
];

impl Output {
    /// The form that is wanted, where it is known.
    fn wanted(&self) -> Option<Format> {
        self.format.or_else(|| by_ending(self.file.as_ref()?))
    }

    /// A page for a browser, to a file if one is named.
    pub(super) fn html(file: Option<PathBuf>) -> Self {
        Self { format: Some(Format::Html), file, plain: false }
    }

    /// Whether it is a page for a browser.
    pub(super) fn is_html(&self) -> bool {
        self.wanted() == Some(Format::Html)
    }

    /// Whether it is a document for Word.
    pub(super) fn is_docx(&self) -> bool {
        self.wanted() == Some(Format::Docx)
    }

    /// Whether the report goes into a calendar.
    pub(super) fn is_calendar(&self) -> bool {
        self.wanted() == Some(Format::Ics)
    }

    /// Up to which day the report asks about what is to come: a calendar looks a year ahead.
    pub(super) fn looks_ahead(&self, as_of: NaiveDate) -> NaiveDate {
        let a_year_on = as_of.checked_add_months(Months::new(12)).filter(|_| self.is_calendar());
        a_year_on.unwrap_or(as_of)
    }

    /// Writes a report in the form that is wanted, to where it is wanted.
    ///
    /// # Errors
    /// A file whose ending names no form, or what the writer says.
    pub fn write(
        &self,
        answer: &impl Answer,
        lang: Lang,
        session: &Session,
        world: &mut World<'_>,
    ) -> Result<(), Failure> {
        let Some(path) = &self.file else {
            let format = self.format.unwrap_or_default();
            if format.is_document() && world.terminals.out.is_some() {
                let message = |lang| command::no_document_on_terminal(lang, format.name());
                return Err(Failure::refused(message, |lang| {
                    command::no_document_on_terminal_help(lang, format.name())
                }));
            }
            return self.draw(format, answer, lang, session.screen, world.out);
        };
        let shown = one_line(&path.to_string_lossy()).into_owned();
        let Some(format) = self.wanted() else {
            let known = ENDINGS.map(|(ending, _)| format!(".{ending}")).join(", ");
            let help = |lang| command::known_endings(lang, &known);
            return Err(Failure::refused(|lang| command::unknown_ending(lang, &shown), help));
        };
        if session.is_plan(path, world)? {
            let message = |lang| command::output_is_plan(lang, &shown);
            return Err(Failure::refused(message, command::output_is_plan_help));
        }
        let mut bytes = Vec::new();
        if format == Format::Csv {
            bytes.extend_from_slice(csv::BOM.as_bytes());
        }
        self.draw(format, answer, lang, session.paper, &mut bytes)?;
        let place = locate(path, world)?;
        file::write_report(&place, &bytes).map_err(|error| cannot_write(path, &error))?;
        // If this cannot be written, the report is written all the same.
        let _ = writeln!(world.err, "{}", command::report_written(lang, &shown));
        Ok(())
    }

    fn draw(
        &self,
        format: Format,
        answer: &impl Answer,
        lang: Lang,
        screen: Screen,
        out: &mut dyn Write,
    ) -> Result<(), Failure> {
        match format {
            Format::Table => table::write(out, &answer.page(lang), screen)?,
            Format::Json => json::write(out, answer)?,
            Format::Csv => csv::write(out, answer.records())?,
            Format::Markdown => markdown::write(out, &answer.page(lang))?,
            Format::Docx if self.plain => docx::write(out, &answer.paper(lang).without_letterhead())?,
            Format::Docx => docx::write(out, &answer.paper(lang))?,
            Format::Xlsx => {
                let workbook = answer.workbook(lang).ok_or_else(|| no_such_form(format, answer))?;
                let too_much =
                    |error: xlsx::TooMuch| Failure::with(|lang| error.in_words(lang), |lang| error.help(lang));
                out.write_all(&xlsx::bytes(&workbook).map_err(too_much)?)?;
            }
            Format::Html => {
                let web = answer.web(lang).ok_or_else(|| no_such_form(format, answer))?;
                html::write(out, &web)?;
            }
            Format::Ics => {
                let calendar = answer.calendar(lang).ok_or_else(|| no_such_form(format, answer))?;
                ics::write(out, &calendar)?;
            }
        }
        Ok(())
    }
}

/// A file that could not be written, and why.
pub(super) fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    let why = |lang| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => system::why_no_such_folder(lang).to_owned(),
        _ => why(lang, error),
    };
    let message = |lang| command::cannot_write_report(lang, &one_line(&path.to_string_lossy()), &why(lang));
    Failure::with(message, |lang| way_out(lang, error, Deed::Write))
}

fn by_ending(path: &Path) -> Option<Format> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    ENDINGS.into_iter().find(|(known, _)| *known == ending).map(|(_, format)| format)
}

impl Format {
    /// Whether it is for other programs than a terminal.
    fn is_document(self) -> bool {
        match self {
            Self::Table | Self::Json | Self::Csv | Self::Markdown => false,
            Self::Docx | Self::Xlsx | Self::Html | Self::Ics => true,
        }
    }

    /// As it is typed.
    fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Html => "html",
            Self::Ics => "ics",
        }
    }

    /// Whether an answer has the form.
    fn is_of(self, answer: &impl Answer, lang: Lang) -> bool {
        match self {
            Self::Table | Self::Json | Self::Csv | Self::Markdown | Self::Docx => true,
            Self::Xlsx => answer.workbook(lang).is_some(),
            Self::Html => answer.web(lang).is_some(),
            Self::Ics => answer.calendar(lang).is_some(),
        }
    }
}

/// That a report has not the form that is wanted, and which it has.
fn no_such_form(format: Format, answer: &impl Answer) -> Failure {
    let known = Format::value_variants().iter().filter(|form| form.is_of(answer, Lang::default()));
    let known = known.map(|form| form.name()).collect::<Vec<_>>().join(", ");
    let message = |lang| command::no_such_form(lang, format.name());
    Failure::refused(message, |lang| command::no_such_form_help(lang, &known))
}
