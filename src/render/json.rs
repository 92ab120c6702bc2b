//! Answers and problems as JSON: UTF-8, indented, with a line end.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Source;
use crate::text::Lang;
use serde::Serialize;
use std::io::{self, Write};
use std::ops::Range;

/// Writes a document.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, document: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, document)?;
    writeln!(out)
}

/// The answer of `check`.
#[derive(Debug, Default, Serialize)]
pub struct Problems<'s> {
    diagnostics: Vec<Problem<'s>>,
}

#[derive(Debug, Serialize)]
struct Problem<'s> {
    code: &'static str,
    severity: &'static str,
    message: String,
    help: Option<String>,
    file: &'s str,
    #[serde(flatten)]
    place: Place,
    /// Further places that belong to the same problem.
    related: Vec<Place>,
}

/// From 1, columns in characters; the end is the column after the last.
#[derive(Debug, Serialize)]
struct Place {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'s> Problems<'s> {
    /// Adds the problems of a file.
    pub fn add(&mut self, source: &'s Source, diagnostics: &[Diagnostic], lang: Lang) {
        self.diagnostics.extend(diagnostics.iter().map(|found| Problem {
            code: found.code.name(),
            severity: found.severity().name(),
            message: found.message.in_lang(lang).to_owned(),
            help: found.help.as_ref().map(|help| help.in_lang(lang).to_owned()),
            file: source.name(),
            place: Place::new(source, &found.span),
            related: found.also.iter().map(|span| Place::new(source, span)).collect(),
        }));
    }
}

impl Place {
    fn new(source: &Source, span: &Range<usize>) -> Self {
        let (start, end) = (source.position(span.start), source.position(span.end));
        Self { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    }
}
