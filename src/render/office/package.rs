//! The package: the parts of a document in a zip file, whose bytes depend on the parts alone.

use std::io::{self, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A part of a package: its name, and what stands in it.
pub type Part<'a> = (&'a str, &'a [u8]);

/// Writes a package of parts, in their order.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, parts: &[Part<'_>]) -> io::Result<()> {
    // The parts bear no date: the same document is the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, options).map_err(io::Error::other)?;
        zip.write_all(bytes)?;
    }
    out.write_all(zip.finish().map_err(io::Error::other)?.get_ref())
}
