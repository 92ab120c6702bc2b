//! The only place where files are read.

use crate::diagnostic::Source;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Reads a file, under the name that people know it by.
///
/// # Errors
/// What the system says; a folder is an error too.
#[expect(clippy::disallowed_methods, reason = "the one place where files are read")]
pub fn read(name: impl Into<String>, path: &Path) -> io::Result<Source> {
    read_from(name, File::open(path)?)
}

/// Reads standard input or another stream to its end.
///
/// # Errors
/// What the system says.
pub fn read_from(name: impl Into<String>, mut reader: impl Read) -> io::Result<Source> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    Ok(Source::new(name, bytes))
}
