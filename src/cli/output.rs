//! In which form a report goes out, and where to.

use super::failure::Failure;
use super::session::{Session, locate};
use super::system::{Deed, way_out, why};
use super::world::World;
use crate::file;
use crate::render::{Screen, csv, html, json, markdown, table};
use crate::report::Answer;
use crate::text::{Lang, one_line, words::command, words::system};
use clap::ValueEnum;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Options of every report.
#[derive(clap::Args, Debug, Default)]
pub struct Output {
    /// The form of the report; without it the ending of the file decides, else a table
    #[arg(long, value_name = "FORMAT", value_enum)]
    format: Option<Format>,

    /// Write the report to a file: .txt, .json, .csv, .md or .html
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
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
    /// A page for a browser, in one file: overdue, list, missing, agency AGENCY and summary
    Html,
}

/// The endings that name a form.
const ENDINGS: [(&str, Format); 6] = [
    ("txt", Format::Table),
    ("json", Format::Json),
    ("csv", Format::Csv),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
];

impl Output {
    /// A page for a browser, to a file if one is named.
    pub fn html(output: Option<PathBuf>) -> Self {
        Self { format: Some(Format::Html), output }
    }

    /// Whether it is a page for a browser.
    pub fn is_html(&self) -> bool {
        let by_ending = || self.output.as_deref().and_then(by_ending);
        self.format.or_else(by_ending) == Some(Format::Html)
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
        let Some(path) = &self.output else {
            let format = self.format.unwrap_or_default();
            if format.is_document() && world.terminals.out.is_some() {
                let message = |lang| command::document_on_terminal(lang).to_owned();
                return Err(Failure::refused(message, |lang| command::document_on_terminal_help(lang, "html")));
            }
            return draw(format, answer, lang, session.screen, world.out);
        };
        let shown = one_line(&path.to_string_lossy()).into_owned();
        let Some(format) = self.format.or_else(|| by_ending(path)) else {
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
        draw(format, answer, lang, session.paper, &mut bytes)?;
        let place = locate(path, world)?;
        file::write_report(&place, &bytes).map_err(|error| cannot_write(path, &error))?;
        // If this cannot be written, the report is written all the same.
        let _ = writeln!(world.err, "{}", command::report_written(lang, &shown));
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

fn draw(format: Format, answer: &impl Answer, lang: Lang, screen: Screen, out: &mut dyn Write) -> Result<(), Failure> {
    match format {
        Format::Table => table::write(out, &answer.page(lang), screen)?,
        Format::Json => json::write(out, answer)?,
        Format::Csv => csv::write(out, answer.records())?,
        Format::Markdown => markdown::write(out, &answer.page(lang))?,
        Format::Html => html::write(out, &answer.web(lang).ok_or_else(no_html)?)?,
    }
    Ok(())
}

/// The answer is no page for a browser.
fn no_html() -> Failure {
    let forms = Format::value_variants().iter().filter(|format| !format.is_document());
    let names: Vec<_> = forms.filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned())).collect();
    let message = |lang| command::no_html(lang).to_owned();
    Failure::refused(message, |lang| command::known_forms(lang, &names.join(", ")))
}

impl Format {
    /// Whether it is a file that no terminal can show.
    fn is_document(self) -> bool {
        match self {
            Self::Table | Self::Json | Self::Csv | Self::Markdown => false,
            Self::Html => true,
        }
    }
}
