//! Reports as files: whole or not at all, with the care that a plan gets.

use super::save::{clear, replace, survive_full_disk};
use super::source::Unfit;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Seek, Write};
use std::path::{Path, PathBuf};

/// How many links may lead to one another.
const MOST_LINKS: usize = 40;

/// Writes a report to a file, in place of what may be there.
///
/// Whoever reads the file meanwhile finds the old one or the new one: the bytes go to a file beside
/// it, which then takes its name, mode and owner. A link stays a link; a device or a pipe is simply
/// written to, and so is a file that cannot be replaced, since its folder cannot be written to or it
/// is mounted by itself.
///
/// # Errors
/// What the system says; a read-only file is refused.
pub fn write_report(path: &Path, bytes: &[u8]) -> io::Result<()> {
    survive_full_disk()?;
    let path = &std::path::absolute(path)?;
    match fs::metadata(path) {
        Ok(old) if old.is_dir() => Err(ErrorKind::IsADirectory.into()),
        Ok(old) if !old.is_file() => writable(path)?.write_all(bytes),
        Ok(old) if old.permissions().readonly() => Err(io::Error::new(ErrorKind::PermissionDenied, Unfit::ReadOnly)),
        Ok(_) => match fs::canonicalize(path) {
            Ok(path) => replace_or_overwrite(&path, bytes),
            // Somebody has it open, but it has no name any more.
            Err(error) if error.kind() == ErrorKind::NotFound => overwrite(path, bytes),
            Err(error) => Err(error),
        },
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let path = end_of_links(path);
            clear(&path, false);
            replace(&path, bytes)
        }
        Err(error) => Err(error),
    }
}

/// Makes a folder for reports, and those above it, where they are missing.
///
/// # Errors
/// What the system says.
pub fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Writes several reports into a folder, which is made where it is missing: all of them or none. A file that is there is
/// replaced only if that is wanted.
///
/// # Errors
/// What the system says, with the name of the file.
pub fn write_reports(folder: &Path, reports: &[(String, Vec<u8>)], replaces: bool) -> Result<(), (PathBuf, io::Error)> {
    if folder.exists() && !folder.is_dir() {
        return Err((folder.to_owned(), ErrorKind::NotADirectory.into()));
    }
    make_folder(folder).map_err(|error| (folder.to_owned(), error))?;
    let mut written: Vec<(PathBuf, Option<Vec<u8>>)> = Vec::new();
    if !replaces && let Some((name, _)) = reports.iter().find(|(name, _)| is_taken(&folder.join(name))) {
        return Err((folder.join(name), ErrorKind::AlreadyExists.into()));
    }
    for (name, bytes) in reports {
        let path = folder.join(name);
        let old = replaces.then(|| old_report(&path)).flatten();
        if let Err(error) = write_report(&path, bytes) {
            put_back(written);
            return Err((path, error));
        }
        written.push((path, old));
    }
    Ok(())
}

fn is_taken(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

#[expect(clippy::disallowed_methods, reason = "what a report takes the place of is put back")]
fn old_report(path: &Path) -> Option<Vec<u8>> {
    fs::read(path).ok()
}

/// Undoes what was written before one failed. The error that is told is that of the one that failed.
fn put_back(written: Vec<(PathBuf, Option<Vec<u8>>)>) {
    for (path, old) in written {
        let _ = match old {
            Some(bytes) => write_report(&path, &bytes),
            None => fs::remove_file(&path),
        };
    }
}

fn writable(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).open(path)
}

/// The file that is to be made: where links lead in the end.
fn end_of_links(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(next) = fs::read_link(&path) else { break };
        path = path.parent().unwrap_or(Path::new("/")).join(next);
    }
    path
}

fn replace_or_overwrite(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // Whoever may write to the folder but not to the file is refused.
    writable(path)?;
    clear(path, false);
    match replace(path, bytes) {
        Err(error) if stands_fast(&error) => overwrite(path, bytes),
        other => other,
    }
}

/// Whether the error is that no other file can take the place of one that can be written to.
fn stands_fast(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem | ErrorKind::ResourceBusy)
}

/// Writes over the bytes of a file. If there is no room for all of them, the old ones come back: they
/// have theirs.
#[expect(clippy::disallowed_methods, reason = "what a report wrote over is put back")]
fn overwrite(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = fs::read(path);
    let mut file = writable(path)?;
    let mut put = |bytes: &[u8]| {
        file.rewind()?;
        file.write_all(bytes)?;
        file.set_len(bytes.len() as u64)?;
        file.sync_all()
    };
    let written = put(bytes);
    if let (Err(_), Ok(old)) = (&written, old) {
        // The error that is told is the first one.
        let _ = put(&old);
    }
    written
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
    fn of_several_reports_all_are_written_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let to = folder.path().join("new");
        let reports =
            |names: &[&str]| names.iter().map(|name| ((*name).to_owned(), b"two".to_vec())).collect::<Vec<_>>();
        write_reports(&to, &reports(&["a", "b"]), false).unwrap();
        fs::write(to.join("a"), "one").unwrap();
        let taken = write_reports(&to, &reports(&["c", "a"]), false).unwrap_err();
        assert_eq!((taken.0, taken.1.kind()), (to.join("a"), ErrorKind::AlreadyExists));
        assert!(write_reports(&to, &reports(&["c", "a", "no/d"]), true).is_err());
        let text = |name: &str| fs::read(to.join(name)).unwrap();
        assert_eq!((text("a"), text("b"), fs::read_dir(&to).unwrap().count()), (b"one".to_vec(), b"two".to_vec(), 2));
        write_reports(&to, &reports(&["a"]), true).unwrap();
        assert_eq!(text("a"), b"two");
    }

    #[test]
    fn what_cannot_be_written_leaves_no_litter() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write_report(folder.path(), b"one").is_err());
        assert!(write_report(&folder.path().join("no/such/a.csv"), b"one").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_a_killed_run_left_is_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        for name in [".a.csv.12.papi-plan-new", ".b.csv.12.papi-plan-new"] {
            fs::write(folder.path().join(name), "half").unwrap();
        }
        write_report(&path, b"one").unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_file_that_is_written_over_has_no_more_and_no_less() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        for text in ["one", "longer", "no"] {
            fs::write(&path, "before").unwrap();
            overwrite(&path, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_whether_or_not_it_leads_to_a_file() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("a.csv"), folder.path().join("b.csv"));
        symlink("a.csv", &link).unwrap();
        symlink(&link, folder.path().join("c.csv")).unwrap();
        for text in ["one", "two"] {
            write_report(&folder.path().join("c.csv"), text.as_bytes()).unwrap();
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
            assert!(!fs::symlink_metadata(&path).unwrap().is_symlink());
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        symlink("round", folder.path().join("round")).unwrap();
        assert!(write_report(&folder.path().join("round"), b"one").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
    }
}
