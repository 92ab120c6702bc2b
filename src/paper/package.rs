//! Word and Excel files are packages: parts in a zip file. What a file may hold is limited, so that none, however it
//! was made, takes more time or memory than a plan is worth.

use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// How large a file may be.
pub const MAX_FILE: usize = 20 << 20;
/// How many parts it may have.
const MAX_PARTS: usize = 2000;
/// How large a part may be, unpacked.
const MAX_PART: u64 = 32 << 20;
/// How large all of them may be together.
const MAX_ALL: u64 = 64 << 20;

/// What the files of Office 97 to 2003 begin with, and those of later ones that have a password.
const OLD: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// A part of a package: its name, and what stands in it.
pub type Part = (String, Vec<u8>);

/// Why a package cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is an old .doc or .xls, or has a password.
    Old,
    /// It is no package, or a broken one.
    NoPackage,
    /// It holds more than is read.
    TooMuch(Limit),
}

/// What there is too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// The file is too large.
    File,
    /// It has too many parts.
    Parts,
    /// What is in it is too large.
    Unpacked,
}

/// The parts of a package in their order. Nothing is written to disk, and what is unpacked is counted while it is read.
///
/// # Errors
/// What is no package, and one that holds more than the limits of documents allow.
pub fn unpack(bytes: &[u8]) -> Result<Vec<Part>, Unreadable> {
    if bytes.len() > MAX_FILE {
        return Err(Unreadable::TooMuch(Limit::File));
    }
    if bytes.starts_with(&OLD) {
        return Err(Unreadable::Old);
    }
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::NoPackage)?;
    if package.len() > MAX_PARTS {
        return Err(Unreadable::TooMuch(Limit::Parts));
    }
    let mut left = MAX_ALL;
    let mut parts = Vec::with_capacity(package.len());
    for number in 0..package.len() {
        let part = package.by_index(number).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Unreadable::Old,
            _ => Unreadable::NoPackage,
        })?;
        if part.is_dir() {
            continue;
        }
        let name = part.name().map_err(|_| Unreadable::NoPackage)?.into_owned();
        let most = left.min(MAX_PART);
        let mut text = Vec::new();
        // One byte more than there may be shows that there is more.
        part.take(most + 1).read_to_end(&mut text).map_err(|_| Unreadable::NoPackage)?;
        let size = text.len() as u64;
        left = left.checked_sub(size).filter(|_| size <= most).ok_or(Unreadable::TooMuch(Limit::Unpacked))?;
        parts.push((name, text));
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn a_package_is_its_parts_in_their_order() {
        let parts = unpack(&package(&[("b", b"1"), ("a/c", b"")])).unwrap();
        assert_eq!(parts, [("b".to_owned(), b"1".to_vec()), ("a/c".to_owned(), Vec::new())]);
    }

    #[test]
    fn what_is_no_package_or_too_much_is_refused() {
        let whole = package(&[("a", b"1")]);
        let bomb = package(&[("a", &vec![0; 33 << 20])]);
        let many: Vec<String> = (0..2001).map(|number| number.to_string()).collect();
        let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
        let halves = vec![0; 30 << 20];
        let together = package(&[("a", &halves), ("b", &halves), ("c", &halves)]);
        let cases: [(&[u8], Unreadable); 7] = [
            (b"", Unreadable::NoPackage),
            (b"PK\x03\x04", Unreadable::NoPackage),
            (&whole[..whole.len() - 9], Unreadable::NoPackage),
            (&[0xd0, 0xcf, 0x11, 0xe0, 0xa1], Unreadable::Old),
            (&bomb, Unreadable::TooMuch(Limit::Unpacked)),
            (&together, Unreadable::TooMuch(Limit::Unpacked)),
            (&package(&many), Unreadable::TooMuch(Limit::Parts)),
        ];
        for (bytes, expected) in cases {
            assert_eq!(unpack(bytes), Err(expected), "{} bytes", bytes.len());
        }
        assert_eq!(unpack(&vec![b'P'; MAX_FILE + 1]), Err(Unreadable::TooMuch(Limit::File)));
    }
}
