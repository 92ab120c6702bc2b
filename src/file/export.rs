//! Reports as files: whole or not at all.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes a report to a file, in place of what may be there.
///
/// Whoever reads the file meanwhile finds the old one or the new one: the bytes go to a file beside
/// it, which then takes its name. A link stays a link; a device or a pipe is simply written to.
///
/// # Errors
/// What the system says; a read-only file is refused.
#[expect(clippy::disallowed_methods, reason = "a report is a file of its own, and never the plan")]
pub fn write_report(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = match fs::metadata(&path) {
        Ok(old) if old.is_dir() => return Err(ErrorKind::IsADirectory.into()),
        Ok(old) if !old.is_file() => return OpenOptions::new().write(true).open(&path)?.write_all(bytes),
        Ok(old) if old.permissions().readonly() => return Err(ErrorKind::PermissionDenied.into()),
        Ok(old) => Some(old),
        Err(_) => None,
    };
    let beside = beside(&path);
    let create = || OpenOptions::new().write(true).create_new(true).open(&beside);
    let mut file = create().or_else(|error| match error.kind() {
        // A killed run of the same number left it.
        ErrorKind::AlreadyExists => fs::remove_file(&beside).and_then(|()| create()),
        _ => Err(error),
    })?;
    let written = file.write_all(bytes).and_then(|()| {
        if let Some(old) = &old {
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&beside, &path)
    });
    if written.is_err() {
        // Nothing may stay beside the report; the error that is told is the one above.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Makes a folder for reports, and those above it, where they are missing.
///
/// # Errors
/// What the system says.
pub fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// A name that no other running process takes.
fn beside(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", std::process::id()));
    path.with_file_name(name)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at the files that were written")]
mod tests {
    use super::*;

    #[test]
    fn a_report_takes_the_place_of_the_last_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        write_report(&path, b"one").unwrap();
        write_report(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_written_leaves_no_litter() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write_report(folder.path(), b"one").is_err());
        assert!(write_report(&folder.path().join("no/such/a.csv"), b"one").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.csv"), folder.path().join("b.csv"));
        write_report(&path, b"one").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        write_report(&link, b"two").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&path).unwrap(), b"two");
    }
}
