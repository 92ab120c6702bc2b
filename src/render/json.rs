//! Answers and problems as JSON: UTF-8, indented, with a line end.

use crate::diagnostic::{Place, Problem};
use crate::report::Head;
use crate::text::Lang;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, BufWriter, Write};

/// How many bytes go out at once: a document is written in pieces of a few.
const BUFFER: usize = 1 << 16;

/// Writes a document.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, document: &impl Serialize) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(BUFFER, out);
    document.serialize(&mut Serializer::with_formatter(&mut out, Indented::default()))?;
    writeln!(out)?;
    out.flush()
}

/// How deep indentation goes in one piece.
const DEEP: usize = 16;

/// What stands between two values at that depth.
const LINE: &[u8; 2 + 2 * DEEP] = b",\n                                ";

/// Indents by two spaces, as serde_json's own formatter does, but in one piece: that one writes a piece a level.
#[derive(Default)]
struct Indented {
    depth: usize,
    has_value: bool,
}

impl Indented {
    fn open<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.has_value = false;
        out.write_all(bracket)
    }

    fn close<W: ?Sized + Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.has_value {
            self.line(out, true)?;
        }
        self.has_value = true;
        out.write_all(bracket)
    }

    fn line<W: ?Sized + Write>(&self, out: &mut W, is_first: bool) -> io::Result<()> {
        out.write_all(&LINE[usize::from(is_first)..2 + 2 * self.depth.min(DEEP)])?;
        (DEEP..self.depth).try_for_each(|_| out.write_all(b"  "))
    }
}

impl Formatter for Indented {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, is_first: bool) -> io::Result<()> {
        self.line(out, is_first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, is_first: bool) -> io::Result<()> {
        self.line(out, is_first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn it_is_indented_as_by_serde_json_however_deep() {
        let nested = |depth: usize| (0..depth).fold(json!({}), |inner, _| json!({ "a": [inner, []], "b\n": "\u{1b}" }));
        for document in [json!([]), json!([1, null, { "a": [[], {}] }]), nested(1), nested(40)] {
            let mut out = Vec::new();
            write(&mut out, &document).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string_pretty(&document).unwrap() + "\n");
        }
    }
}
