//! Writing a plan file so that it is never half written, and never by two at once. The only place
//! where plan files are written.
//!
//! The lock is one on the plan file itself, so that nothing stands beside the plan and nothing goes
//! stale when a writer is killed. As every writer puts a new file in the place of the old, whoever
//! gets the lock looks whether it is still the lock on the file of that name, and else begins anew.

use super::source::{clearer, ordinary};
use crate::diagnostic::Source;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often a waiting writer asks for the lock.
const RETRY_INTERVAL: Duration = Duration::from_millis(5);

/// Why a plan file was not written; but for [`SaveError::NotLasting`] the file is as it was.
#[derive(Debug)]
pub enum SaveError {
    /// Another writer held the file all the time.
    Busy,
    /// The file was changed, without the lock, while it was being worked on.
    Changed,
    /// The file is marked as read-only.
    ReadOnly,
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

/// The lock on a plan file: whoever has it is the one writer, as long as it lives.
#[derive(Debug)]
pub struct PlanLock {
    /// The file itself, where a symlink leads in the end.
    path: PathBuf,
    lock: File,
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
            let lock = platform::open_lock(&path)?;
            wait_for(&lock, until)?;
            if platform::is_still(&lock, &path)? {
                return Ok(Self { path, lock });
            }
        }
    }

    /// Takes away what killed writers left beside the plan: under the lock there is no other writer.
    pub fn clear_leftovers(&self) {
        let (before, after) = self.affixes();
        // A folder that cannot be listed can still be written to; what is left there harms nobody.
        let Ok(entries) = self.path.parent().unwrap_or(Path::new("/")).read_dir() else { return };
        for name in entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()) {
            let number = name.strip_prefix(&before).and_then(|name| name.strip_suffix(after));
            if number.is_some_and(|number| number.parse::<u64>().is_ok()) {
                let _ = fs::remove_file(self.path.with_file_name(name));
            }
        }
    }

    /// Reads the file.
    ///
    /// # Errors
    /// What the system says.
    pub fn read(self) -> Result<LockedPlan, SaveError> {
        let bytes = content(&self.path)?;
        Ok(LockedPlan { lock: self, bytes })
    }

    /// The name beside the plan that this writer uses. No other has the same: if the plan was replaced
    /// by other hands, a second writer can have the lock on the new file, and must not be disturbed.
    fn temporary(&self) -> io::Result<PathBuf> {
        let (before, after) = self.affixes();
        Ok(self.path.with_file_name(format!("{before}{}{after}", platform::unique_number(&self.lock)?)))
    }

    /// What such names begin and end with.
    fn affixes(&self) -> (String, &'static str) {
        (format!(".{}.", self.path.file_name().unwrap_or_default().to_string_lossy()), ".papi-plan-new")
    }

    fn write(&self, temporary: &Path, text: &str) -> Result<(), SaveError> {
        let mut file = platform::new_file(temporary).map_err(changed_or_io)?;
        file.write_all(text.as_bytes())?;
        platform::copy_owner_and_mode(&self.path, &file).map_err(changed_or_io)?;
        Ok(file.sync_all()?)
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
    pub fn source(&self, name: impl Into<String>) -> Source {
        Source::new(name, self.bytes.clone())
    }

    /// Puts the new text in the place of the old: all of it, or nothing.
    ///
    /// # Errors
    /// [`SaveError::Changed`] if the file is no longer what was read; else what the system says.
    #[expect(clippy::disallowed_methods, reason = "the one place where plan files are written")]
    pub fn save(self, text: &str) -> Result<(), SaveError> {
        platform::survive_full_disk()?;
        let path = &self.lock.path;
        let folder = platform::open_folder(path).map_err(changed_or_io)?;
        let temporary = self.lock.temporary()?;
        let written = self.lock.write(&temporary, text).and_then(|()| match self.is_unchanged() {
            Ok(true) => fs::rename(&temporary, path).map_err(changed_or_io),
            Ok(false) => Err(SaveError::Changed),
            Err(error) => Err(error.into()),
        });
        if written.is_err() {
            // The error that is told is the first one; the next writer takes away what is left.
            let _ = fs::remove_file(&temporary);
        }
        written?;
        folder.map_or(Ok(()), |folder| platform::sync_folder(&folder)).map_err(SaveError::NotLasting)
    }

    /// Whether the file of that name is still the one that was read, with the same bytes.
    fn is_unchanged(&self) -> io::Result<bool> {
        let PlanLock { path, lock } = &self.lock;
        match content(path) {
            Ok(now) => Ok(now == self.bytes && platform::is_still(lock, path)?),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
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
    if error.kind() == io::ErrorKind::NotFound { SaveError::Changed } else { SaveError::Io(error) }
}

#[expect(clippy::disallowed_methods, reason = "the one place where plan files are written")]
fn content(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

fn wait_for(lock: &File, until: Instant) -> Result<(), SaveError> {
    loop {
        match lock.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) if Instant::now() >= until => return Err(SaveError::Busy),
            Err(TryLockError::WouldBlock) => std::thread::sleep(RETRY_INTERVAL),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
}

#[cfg(unix)]
mod platform {
    use std::fs::{self, File, OpenOptions};
    use std::io;
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt, fchown};
    use std::path::Path;
    use std::sync::Arc;

    /// The plan itself bears the lock. It is opened for writing, so that whoever may write to the
    /// folder but not to the plan is refused, and as a lock over NFS demands.
    pub(super) fn open_lock(path: &Path) -> io::Result<File> {
        OpenOptions::new().read(true).write(true).open(path)
    }

    /// A number that no other file has as long as this one is open.
    pub(super) fn unique_number(file: &File) -> io::Result<u64> {
        Ok(file.metadata()?.ino())
    }

    /// Whether the open file is the one of that name.
    pub(super) fn is_still(file: &File, path: &Path) -> io::Result<bool> {
        let own = file.metadata()?;
        match fs::metadata(path) {
            Ok(named) => Ok((own.dev(), own.ino()) == (named.dev(), named.ino())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// A file that was not there before, for nobody else to read until it has its mode.
    pub(super) fn new_file(path: &Path) -> io::Result<File> {
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
    }

    /// The mode as it was; the owner where the system lets us.
    pub(super) fn copy_owner_and_mode(from: &Path, to: &File) -> io::Result<()> {
        let (old, new) = (fs::metadata(from)?, to.metadata()?);
        if (old.uid(), old.gid()) != (new.uid(), new.gid()) {
            // Only root can give a file away; anyone else keeps a plan that is theirs to write, and
            // in the group that shares it, if they are of it.
            let _ = fchown(to, Some(old.uid()), Some(old.gid())).or_else(|_| fchown(to, None, Some(old.gid())));
        }
        to.set_permissions(old.permissions())
    }

    /// Makes a limit on the size of files an error of the write instead of a signal that kills.
    pub(super) fn survive_full_disk() -> io::Result<()> {
        signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default()).map(|_| ())
    }

    /// The folder of the plan, to be flushed; none if it may be written to but not read.
    #[expect(clippy::disallowed_methods, reason = "a folder is opened only to be flushed")]
    pub(super) fn open_folder(path: &Path) -> io::Result<Option<File>> {
        match File::open(path.parent().unwrap_or(Path::new("/"))) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(None),
            other => other.map(Some),
        }
    }

    /// Makes the new name last through a power cut. Some file systems cannot; theirs is what it is.
    pub(super) fn sync_folder(folder: &File) -> io::Result<()> {
        match folder.sync_all() {
            Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
            other => other,
        }
    }
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same signatures as on Unix")]
mod platform {
    use std::fs::{File, OpenOptions};
    use std::hash::{DefaultHasher, Hash, Hasher};
    use std::io;
    use std::path::Path;

    /// A lock here keeps others from reading, so it is on a file of its own, outside the plan's
    /// folder: in that for temporary files, under a name made from the plan's.
    pub(super) fn open_lock(path: &Path) -> io::Result<File> {
        let mut hasher = DefaultHasher::new();
        path.hash(&mut hasher);
        let name = format!("papi-plan-{:016x}.lock", hasher.finish());
        OpenOptions::new().write(true).create(true).truncate(false).open(std::env::temp_dir().join(name))
    }

    /// There is one writer at a time, whatever becomes of the plan.
    pub(super) fn unique_number(_: &File) -> io::Result<u64> {
        Ok(0)
    }

    /// The lock is not on the plan, so no rename can make it stale.
    pub(super) fn is_still(_: &File, path: &Path) -> io::Result<bool> {
        path.try_exists()
    }

    pub(super) fn new_file(path: &Path) -> io::Result<File> {
        OpenOptions::new().write(true).create_new(true).open(path)
    }

    pub(super) fn copy_owner_and_mode(from: &Path, to: &File) -> io::Result<()> {
        to.set_permissions(std::fs::metadata(from)?.permissions())
    }

    pub(super) fn survive_full_disk() -> io::Result<()> {
        Ok(())
    }

    pub(super) fn open_folder(_: &Path) -> io::Result<Option<File>> {
        Ok(None)
    }

    pub(super) fn sync_folder(_: &File) -> io::Result<()> {
        Ok(())
    }
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
        assert_ne!(first.lock.temporary().unwrap(), second.temporary().unwrap());
        second.write(&second.temporary().unwrap(), "half").unwrap();
        assert!(matches!(first.save("first"), Err(SaveError::Changed)));
        assert!(second.temporary().unwrap().exists(), "the first must not take it away");
        second.clear_leftovers();
        second.read().unwrap().save("second").unwrap();
        assert_eq!((fs::read_to_string(&path).unwrap().as_str(), names(&folder).len()), ("second", 1));
    }
}
