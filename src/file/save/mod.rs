//! Writing a plan file so that it is never half written, and never by two at once. The only place
//! where plan files are written.

mod beside;
mod replacement;

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;

use super::source::{clearer, ordinary};
use crate::diagnostic::Source;
use platform::Lock;
pub(super) use platform::survive_full_disk;
use replacement::Replacement;
pub(super) use replacement::{clear, replace};
use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often a waiting writer asks for the lock.
const RETRY_INTERVAL: Duration = Duration::from_millis(5);

/// Why a file was not written; but for [`SaveError::NotLasting`] it is as it was.
#[derive(Debug)]
pub enum SaveError {
    /// Another writer held the file all the time. On a file system without locks a file beside the plan
    /// says so, which a killed writer may have left.
    Busy(Option<PathBuf>),
    /// The file was changed, without the lock, while it was being worked on.
    Changed,
    /// The file is marked as read-only.
    ReadOnly,
    /// The file is mounted by itself, without its folder, so that no other can take its place.
    Mounted,
    /// The file is written, but may not outlast a power cut: what the system says.
    NotLasting(io::Error),
    /// What the system says.
    Io(io::Error),
}

impl From<io::Error> for SaveError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// What a user should know of a file that is written all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The file system has no locks; this file beside the plan kept other writers out.
    NoLocks(PathBuf),
    /// The file has so many other names, hard links, which keep the old text.
    OtherNames(u64),
}

/// What came of asking for the lock.
#[derive(Debug)]
enum Attempt {
    Taken(Lock),
    /// Another writer has it; if a file says so, this one.
    Busy(Option<PathBuf>),
}

/// The lock on a plan file: whoever has it is the one writer, as long as it lives.
#[derive(Debug)]
pub struct PlanLock {
    /// The file itself, where a symlink leads in the end.
    path: PathBuf,
    lock: Lock,
}

impl PlanLock {
    /// Waits for the lock.
    ///
    /// # Errors
    /// [`SaveError::Busy`] if the lock was not to be had in time; a file that is read-only or cannot
    /// be opened.
    pub fn acquire(path: &Path, wait: Duration) -> Result<Self, SaveError> {
        let until = Instant::now() + wait;
        let path = fs::canonicalize(path).map_err(|error| clearer(path, error))?;
        loop {
            refuse_unwritable(&path)?;
            match Lock::attempt(&path)? {
                Attempt::Taken(lock) => return Ok(Self { path, lock }),
                Attempt::Busy(by) if Instant::now() >= until => return Err(SaveError::Busy(by)),
                Attempt::Busy(_) => std::thread::sleep(RETRY_INTERVAL),
            }
        }
    }

    /// Takes away what killed writers left beside the plan: under the lock there is no other writer.
    pub fn clear_leftovers(&self) {
        clear(&self.path, true);
    }

    /// Reads the file.
    ///
    /// # Errors
    /// What the system says.
    pub fn read(self) -> Result<LockedPlan, SaveError> {
        let bytes = content(&self.path)?;
        Ok(LockedPlan { lock: self, bytes })
    }

    fn remarks(&self) -> io::Result<Vec<Remark>> {
        let others = Some(self.lock.other_names()?).filter(|others| *others > 0);
        let no_locks = self.lock.beside().map(|file| Remark::NoLocks(file.to_owned()));
        Ok(no_locks.into_iter().chain(others.map(Remark::OtherNames)).collect())
    }
}

/// A plan file as it was read under its lock.
#[derive(Debug)]
pub struct LockedPlan {
    lock: PlanLock,
    bytes: Vec<u8>,
}

impl LockedPlan {
    /// What was read.
    pub fn source(&self, name: impl Into<OsString>) -> Source {
        Source::new(name, self.bytes.clone())
    }

    /// Puts the new text in the place of the old: all of it, or nothing.
    ///
    /// # Errors
    /// [`SaveError::Changed`] if the file is no longer what was read; else what the system says.
    pub fn save(self, text: &str) -> Result<Vec<Remark>, SaveError> {
        survive_full_disk()?;
        let path = &self.lock.path;
        let remarks = self.lock.remarks()?;
        let folder = platform::open_folder(path).map_err(changed_or_io)?;
        let new = Replacement::write(path, text.as_bytes()).map_err(unplaced)?;
        if !self.is_unchanged()? {
            return Err(SaveError::Changed);
        }
        new.put_in_place().map_err(unplaced)?;
        folder.map_or(Ok(()), |folder| platform::sync_folder(&folder)).map_err(SaveError::NotLasting)?;
        Ok(remarks)
    }

    /// Whether the file of that name is still the one that was read, with the same bytes.
    fn is_unchanged(&self) -> io::Result<bool> {
        let PlanLock { path, lock } = &self.lock;
        match content(path) {
            Ok(now) => Ok(now == self.bytes && lock.is_on(path)?),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// What is no file is no plan; and a rename would replace a read-only file all the same.
fn refuse_unwritable(path: &Path) -> Result<(), SaveError> {
    let about = fs::metadata(path)?;
    ordinary(&about)?;
    if about.permissions().readonly() { Err(SaveError::ReadOnly) } else { Ok(()) }
}

/// The plan is gone, or the new file: that was taken away by whoever has the lock on
/// another file of the plan's name.
fn changed_or_io(error: io::Error) -> SaveError {
    if error.kind() == ErrorKind::NotFound { SaveError::Changed } else { SaveError::Io(error) }
}

/// Why new content could not be put beside a file that can be written to, or not in its place.
fn unplaced(error: io::Error) -> SaveError {
    match error.kind() {
        // What another file system is mounted on cannot be replaced, and if that one can be written to
        // but not the folder, the two are not of one file system.
        ErrorKind::ResourceBusy | ErrorKind::ReadOnlyFilesystem => SaveError::Mounted,
        _ => changed_or_io(error),
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where plan files are written")]
fn content(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests are the other hands")]
mod tests {
    use super::*;
    use tempfile::TempDir;

    /// A folder with a file `plan` in it, and that as it is read under the lock.
    fn locked() -> (TempDir, PathBuf, LockedPlan) {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("plan");
        fs::write(&path, "old").unwrap();
        let plan = lock(&path).read().unwrap();
        (folder, path, plan)
    }

    fn lock(path: &Path) -> PlanLock {
        PlanLock::acquire(path, Duration::ZERO).unwrap()
    }

    fn names(folder: &TempDir) -> Vec<String> {
        let entries = fs::read_dir(folder.path()).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn what_other_hands_wrote_meanwhile_is_not_overwritten() {
        let (folder, path, plan) = locked();
        fs::write(&path, "theirs").unwrap();
        assert!(matches!(plan.save("new"), Err(SaveError::Changed)));
        assert_eq!((fs::read_to_string(&path).unwrap().as_str(), names(&folder).len()), ("theirs", 1));
    }

    #[test]
    fn a_file_that_vanished_meanwhile_is_not_made_anew() {
        let (folder, path, plan) = locked();
        fs::remove_file(&path).unwrap();
        assert!(matches!(plan.save("new"), Err(SaveError::Changed)));
        assert!(names(&folder).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn of_two_writers_after_a_replacement_only_the_one_of_the_new_file_writes() {
        let (folder, path, first) = locked();
        fs::write(folder.path().join("theirs"), "old").unwrap();
        fs::rename(folder.path().join("theirs"), &path).unwrap();
        let second = lock(&path);
        let half = Replacement::write(&path, b"half").unwrap();
        assert!(matches!(first.save("first"), Err(SaveError::Changed)));
        assert_eq!(names(&folder).len(), 2, "the first must not take it away");
        std::mem::forget(half);
        second.clear_leftovers();
        second.read().unwrap().save("second").unwrap();
        assert_eq!((fs::read_to_string(&path).unwrap().as_str(), names(&folder).len()), ("second", 1));
    }

    #[test]
    fn what_a_living_writer_has_beside_a_file_is_left_to_it() {
        let (folder, path, _plan) = locked();
        let living = Replacement::write(&path, b"new").unwrap();
        fs::write(folder.path().join(".plan.12.papi-plan-new"), "half").unwrap();
        clear(&path, false);
        assert_eq!(names(&folder).iter().filter(|name| name.ends_with("papi-plan-new")).count(), 1);
        living.put_in_place().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    }
}
