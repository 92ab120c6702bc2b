//! What saving asks of Unix.
//!
//! The plan itself bears the lock, so that nothing stands beside it and nothing goes stale when a
//! writer is killed. As every writer puts a new file in the place of the old, whoever gets the lock
//! looks whether it is still on the file of that name. Where the file system has no locks, a file
//! beside the plan is one, as git's are: it stays if its writer is killed, and is told by its name.

use super::{Attempt, beside};
use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, fchown};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A lock on a plan file, as long as it lives.
#[derive(Debug)]
pub(super) struct Lock {
    plan: File,
    beside: Option<LockFile>,
}

impl Lock {
    /// Takes the lock, if nobody has it. The plan is opened for writing, so that whoever may write to
    /// the folder but not to the plan is refused, and as a lock over NFS demands.
    pub(super) fn attempt(path: &Path) -> io::Result<Attempt> {
        let plan = OpenOptions::new().read(true).write(true).open(path)?;
        let beside = match plan.try_lock() {
            Ok(()) => None,
            Err(TryLockError::WouldBlock) => return Ok(Attempt::Busy(None)),
            Err(TryLockError::Error(error)) if has_no_locks(&error) => match LockFile::create(beside::lock(path)) {
                Ok(file) => Some(file),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    return Ok(Attempt::Busy(Some(beside::lock(path))));
                }
                Err(error) => return Err(error),
            },
            Err(TryLockError::Error(error)) => return Err(error),
        };
        let lock = Self { plan, beside };
        Ok(if lock.is_on(path)? { Attempt::Taken(lock) } else { Attempt::Busy(None) })
    }

    /// Whether the file of that name is the one that was locked.
    pub(super) fn is_on(&self, path: &Path) -> io::Result<bool> {
        is_named(&self.plan, path)
    }

    /// The file beside the plan that is the lock, where the file system has none.
    pub(super) fn beside(&self) -> Option<&Path> {
        self.beside.as_ref().map(|file| file.0.as_path())
    }

    /// How many other names the plan has.
    pub(super) fn other_names(&self) -> io::Result<u64> {
        Ok(self.plan.metadata()?.nlink().saturating_sub(1))
    }
}

/// A file that nobody else can make as long as it is there.
#[derive(Debug)]
struct LockFile(PathBuf);

impl LockFile {
    fn create(path: PathBuf) -> io::Result<Self> {
        OpenOptions::new().write(true).create_new(true).open(&path).map(|_| Self(path))
    }
}

impl Drop for LockFile {
    fn drop(&mut self) {
        // The next writer is told the name of what stays.
        let _ = fs::remove_file(&self.0);
    }
}

/// ENOSYS, EOPNOTSUPP, ENOLCK.
fn has_no_locks(error: &io::Error) -> bool {
    let number = if cfg!(any(target_os = "linux", target_os = "android")) { 37 } else { 77 };
    error.kind() == ErrorKind::Unsupported || error.raw_os_error() == Some(number)
}

fn is_named(file: &File, path: &Path) -> io::Result<bool> {
    let own = file.metadata()?;
    match fs::metadata(path) {
        Ok(named) => Ok((own.dev(), own.ino()) == (named.dev(), named.ino())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// A file that was not there before, if private for nobody else to read until it has its mode.
pub(super) fn new_file(path: &Path, is_private: bool) -> io::Result<File> {
    let mode = if is_private { 0o600 } else { 0o666 };
    OpenOptions::new().write(true).create_new(true).mode(mode).open(path)
}

/// Shows by a lock that the writer of new content lives; false if somebody was faster and took it for
/// abandoned. Without locks nothing is ever taken for that.
pub(super) fn claim(file: &File, path: &Path) -> io::Result<bool> {
    if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
        return Ok(false);
    }
    is_named(file, path)
}

/// Takes new content away if its writer lives no more.
pub(super) fn remove_if_abandoned(path: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(path)?.is_file() {
        return Ok(());
    }
    let file = OpenOptions::new().write(true).open(path)?;
    file.try_lock()?;
    fs::remove_file(path)
}

/// Puts a file in the place of another.
#[expect(clippy::disallowed_methods, reason = "the one place where files are written")]
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// The mode as it was; the owner where the system lets us.
pub(super) fn copy_owner_and_mode(old: &Metadata, to: &File) -> io::Result<()> {
    let new = to.metadata()?;
    if (old.uid(), old.gid()) != (new.uid(), new.gid()) {
        // Only root can give a file away; anyone else keeps a file that is theirs to write, and
        // in the group that shares it, if they are of it.
        let _ = fchown(to, Some(old.uid()), Some(old.gid())).or_else(|_| fchown(to, None, Some(old.gid())));
    }
    to.set_permissions(old.permissions())
}

/// Makes a limit on the size of files an error of the write instead of a signal that kills.
pub(in crate::file) fn survive_full_disk() -> io::Result<()> {
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default()).map(|_| ())
}

/// The folder of a file, to be flushed; none if it may be written to but not read.
#[expect(clippy::disallowed_methods, reason = "a folder is opened only to be flushed")]
pub(super) fn open_folder(path: &Path) -> io::Result<Option<File>> {
    match File::open(path.parent().unwrap_or(Path::new("/"))) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Ok(None),
        other => other.map(Some),
    }
}

/// Makes the new name last through a power cut. Some file systems cannot; theirs is what it is.
pub(super) fn sync_folder(folder: &File) -> io::Result<()> {
    match folder.sync_all() {
        Err(error) if error.kind() == ErrorKind::InvalidInput => Ok(()),
        other => other,
    }
}
