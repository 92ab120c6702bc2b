//! Answers as CSV (RFC 4180), safe to open in a spreadsheet.

use crate::report::Records;
use std::borrow::Cow;
use std::io::{self, Write};

/// What a file opens with so that spreadsheets read it as UTF-8; a pipe needs none.
pub const BOM: &str = "\u{feff}";

/// Writes the header and the lines.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, records: Records<'_>) -> io::Result<()> {
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    csv.write_record(&records.header).map_err(cause)?;
    for line in records.lines {
        for cell in &line {
            csv.write_field(harmless(cell).as_bytes()).map_err(cause)?;
        }
        csv.write_record(None::<&[u8]>).map_err(cause)?;
    }
    csv.flush()
}

/// The error of the writer itself: whoever asks whether a pipe was closed asks by its kind.
fn cause(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// A spreadsheet runs a cell that begins so as a formula; an apostrophe makes it text again. What
/// the tool itself writes never does, since no number is negative.
fn harmless(cell: &str) -> Cow<'_, str> {
    let is_formula = |text: &str| text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let is_risky = cell.starts_with(['\t', '\r', '\n']) || is_formula(cell.trim_start());
    if is_risky { format!("'{cell}").into() } else { cell.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: &[&str]) -> String {
        let line = cells.iter().map(|cell| Cow::from(*cell)).collect();
        let mut out = Vec::new();
        write(&mut out, Records { header: vec!["a"; cells.len()], lines: Box::new(std::iter::once(line)) }).unwrap();
        String::from_utf8(out).unwrap().split_once("\r\n").unwrap().1.to_owned()
    }

    #[test]
    fn quotes_commas_and_line_breaks_stay_in_their_cell() {
        assert_eq!(written(&["a \"b\", c", "d\ne", "f"]), "\"a \"\"b\"\", c\",\"d\ne\",f\r\n");
    }

    #[test]
    fn no_cell_runs_as_a_formula() {
        let cells = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "a=1", "2020-10-15"];
        assert_eq!(written(&cells), "'=1+1,'+1,'-1,'@SUM(A1),'\tx,\"'\rx\",a=1,2020-10-15\r\n");
    }
}
