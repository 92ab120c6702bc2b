//! Answers and problems as JSON: UTF-8, indented, with a line end.

use crate::diagnostic::{Place, Problem};
use crate::report::Head;
use crate::text::Lang;
use serde::Serialize;
use std::io::{self, Write};

/// Writes a document.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, document: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, document)?;
    writeln!(out)
}

/// The answer of `check`.
#[derive(Debug, Serialize)]
pub struct Problems<'p> {
    #[serde(flatten)]
    head: Head,
    diagnostics: Vec<Diagnostic<'p>>,
    /// How many more there are than are told.
    more: usize,
}

#[derive(Debug, Serialize)]
struct Diagnostic<'p> {
    code: &'static str,
    severity: &'static str,
    message: &'p str,
    help: Option<&'p str>,
    file: &'p str,
    #[serde(flatten)]
    place: Lines,
    /// Further places that belong to the same problem.
    related: Vec<Lines>,
}

/// From 1, columns in characters; the end is the column after the last.
#[derive(Debug, Serialize)]
struct Lines {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'p> Problems<'p> {
    /// No problems yet.
    pub fn new(head: Head) -> Self {
        Self { head, diagnostics: Vec::new(), more: 0 }
    }

    /// Adds the problems of a file that are told, and how many more it has.
    pub fn add(&mut self, problems: &'p [Problem], more: usize, lang: Lang) {
        self.more += more;
        self.diagnostics.extend(problems.iter().map(|found| Diagnostic {
            code: found.code.name(),
            severity: found.severity().name(),
            message: found.message.in_lang(lang),
            help: found.help.as_ref().map(|help| help.in_lang(lang)),
            file: found.at.file(),
            place: Lines::of(&found.at),
            related: found.also.iter().map(Lines::of).collect(),
        }));
    }
}

impl Lines {
    fn of(place: &Place) -> Self {
        let (start, end) = (place.start(), place.end());
        Self { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    }
}
