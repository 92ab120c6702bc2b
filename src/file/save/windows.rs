//! What saving asks of Windows.
//!
//! A lock on the plan itself would keep its readers out too, and keep it from being replaced on many
//! shares. So the lock is a file beside the plan, opened for nobody else to open: that holds between
//! machines that share a folder, and with the last handle, also that of a killed writer, the file is
//! gone.
#![expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "the same signatures as on Unix")]

use super::{Attempt, beside};
use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::os::windows::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

const ERROR_ACCESS_DENIED: i32 = 5;
const ERROR_SHARING_VIOLATION: i32 = 32;

const DELETE: u32 = 0x0001_0000;
const FILE_ATTRIBUTE_HIDDEN: u32 = 0x2;
const FILE_FLAG_OPEN_REPARSE_POINT: u32 = 0x0020_0000;
const FILE_FLAG_DELETE_ON_CLOSE: u32 = 0x0400_0000;

/// How often is tried what is refused for a moment only, and how long it waits between.
const TRIES: u32 = 20;
const INTERVAL: Duration = Duration::from_millis(25);

/// A lock on a plan file, as long as it lives.
#[derive(Debug)]
pub(super) struct Lock {
    _beside: File,
}

impl Lock {
    /// Takes the lock, if nobody has it.
    pub(super) fn attempt(path: &Path) -> io::Result<Attempt> {
        let beside = beside::lock(path);
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        options.share_mode(0).custom_flags(FILE_FLAG_DELETE_ON_CLOSE).attributes(FILE_ATTRIBUTE_HIDDEN);
        // Access is denied to a file that is just being deleted, too.
        match patiently(&[ERROR_ACCESS_DENIED], || options.open(&beside)) {
            Ok(file) => Ok(Attempt::Taken(Self { _beside: file })),
            Err(error) if error.raw_os_error() == Some(ERROR_SHARING_VIOLATION) => Ok(Attempt::Busy(None)),
            Err(error) => Err(error),
        }
    }

    /// The lock is not on the plan, so that no rename can make it stale.
    pub(super) fn is_on(&self, path: &Path) -> io::Result<bool> {
        path.try_exists()
    }

    /// The lock is always beside the plan, and needs no word.
    pub(super) fn beside(&self) -> Option<&Path> {
        None
    }

    /// The standard library does not tell.
    pub(super) fn other_names(&self) -> io::Result<u64> {
        Ok(0)
    }
}

pub(super) fn new_file(path: &Path, _is_private: bool) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

/// That the file is open shows that its writer lives.
pub(super) fn claim(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}

/// Takes new content away if its writer lives no more: nobody has it open.
pub(super) fn remove_if_abandoned(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.access_mode(DELETE).share_mode(0);
    options.custom_flags(FILE_FLAG_DELETE_ON_CLOSE | FILE_FLAG_OPEN_REPARSE_POINT);
    options.open(path).map(|_| ())
}

/// Puts a file in the place of another. Whatever looks at new files, such as a virus scanner, may have
/// one of the two open for a moment.
#[expect(clippy::disallowed_methods, reason = "the one place where files are written")]
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(&[ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION], || fs::rename(from, to))
}

/// Does something, and does it again as long as it is refused in such a way and there is time.
fn patiently<T>(refusals: &[i32], act: impl Fn() -> io::Result<T>) -> io::Result<T> {
    for _ in 1..TRIES {
        match act() {
            Err(error) if error.raw_os_error().is_some_and(|number| refusals.contains(&number)) => {
                std::thread::sleep(INTERVAL);
            }
            done => return done,
        }
    }
    act()
}

pub(super) fn copy_owner_and_mode(old: &Metadata, to: &File) -> io::Result<()> {
    to.set_permissions(old.permissions())
}

pub(in crate::file) fn survive_full_disk() -> io::Result<()> {
    Ok(())
}

pub(super) fn open_folder(_: &Path) -> io::Result<Option<File>> {
    Ok(None)
}

pub(super) fn sync_folder(_: &File) -> io::Result<()> {
    Ok(())
}
