//! The only place where files are read.

use crate::diagnostic::Source;
use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read};
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

/// Why what has the name of a file cannot be used, where the system has no word for it: what an
/// [`io::Error`] of this room carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A link to a file that does not exist.
    Dangling,
    /// A device, a pipe or the like.
    Special,
    /// A file that is marked as read-only.
    ReadOnly,
}

impl fmt::Display for Unfit {
    /// The name alone: whoever tells it to people has words for it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for Unfit {}

/// Reads a file, under the name that people know it by.
///
/// # Errors
/// What the system says; a folder is an error too.
#[expect(clippy::disallowed_methods, reason = "the one place where files are read")]
pub fn read(name: impl Into<OsString>, path: &Path) -> io::Result<Source> {
    let mut file = File::open(path).map_err(|error| clearer(path, error))?;
    Ok(Source::new(name, bytes(&mut file)?))
}

/// Reads standard input or another stream to its end.
///
/// # Errors
/// What the system says.
pub fn read_from(name: impl Into<String>, reader: &mut dyn Read) -> io::Result<Source> {
    Ok(Source::of_stream(name, bytes(reader)?))
}

/// Reads a file that is no text; of one that is longer than that, one byte more.
///
/// # Errors
/// What the system says; a folder is an error too.
#[expect(clippy::disallowed_methods, reason = "the one place where files are read")]
pub fn read_bytes(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let file = File::open(path).map_err(|error| clearer(path, error))?;
    bytes(&mut file.take(most as u64 + 1))
}

fn bytes(reader: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether a file stands there.
///
/// # Errors
/// Something else has that name, or it cannot be seen what has.
pub fn is_there(path: &Path) -> io::Result<bool> {
    match fs::metadata(path) {
        Ok(about) => ordinary(&about).map(|()| true),
        Err(error) if error.kind() == ErrorKind::NotFound && !path.is_symlink() => Ok(false),
        Err(error) => Err(clearer(path, error)),
    }
}

/// The files of a folder and of all below it that may hold a plan, by path: whatever ends in `.toml`. What is hidden and
/// what is a link is passed over.
///
/// # Errors
/// What the system says of a folder that cannot be read, with that folder.
pub fn plan_files(folder: &Path) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        let failed = |error| (folder.clone(), error);
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let (path, kind) = (entry.path(), entry.file_type().map_err(failed)?);
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() && path.extension().is_some_and(|ending| ending == "toml") {
                files.push(path);
            }
        }
    }
    // As git sorts paths: a folder stands where its name with a slash does.
    files.sort_by_cached_key(|path| path.to_string_lossy().replace(MAIN_SEPARATOR, "/"));
    Ok(files)
}

/// Whether a path leads to a folder.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether two paths lead to one file, by whatever names.
pub fn is_same(one: &Path, other: &Path) -> bool {
    #[cfg(unix)]
    let id = |path: &Path| {
        use std::os::unix::fs::MetadataExt;
        fs::metadata(path).map(|about| (about.dev(), about.ino()))
    };
    #[cfg(not(unix))]
    let id = |path: &Path| path.canonicalize();
    id(one).is_ok_and(|one| id(other).is_ok_and(|other| one == other))
}

/// Refuses what is no file.
pub(super) fn ordinary(about: &Metadata) -> io::Result<()> {
    if about.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if about.is_file() { Ok(()) } else { Err(io::Error::new(ErrorKind::InvalidInput, Unfit::Special)) }
}

/// What the system says of a path, or what can be seen there where that says more.
pub(super) fn clearer(path: &Path, error: io::Error) -> io::Error {
    match error.kind() {
        ErrorKind::NotFound if path.is_symlink() => io::Error::new(ErrorKind::NotFound, Unfit::Dangling),
        // So does Windows call it when a folder is opened.
        ErrorKind::PermissionDenied if path.is_dir() => ErrorKind::IsADirectory.into(),
        _ => error,
    }
}
