//! New content of a file, whole beside it until it takes the file's place.

use super::{beside, platform};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// New content of a file, on the disk to the last byte. Dropped before it is in place, nothing is
/// left of it; of a writer that is killed, whoever writes next takes it away.
#[derive(Debug)]
pub(super) struct Replacement<'p> {
    path: &'p Path,
    temporary: PathBuf,
    file: File,
    is_in_place: bool,
}

impl<'p> Replacement<'p> {
    /// Writes new content beside a file, for the eyes of those alone who may read the old.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn write(path: &'p Path, bytes: &[u8]) -> io::Result<Self> {
        let old = match fs::metadata(path) {
            Ok(old) => Some(old),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let mut new = Self::create(path, old.is_some())?;
        new.file.write_all(bytes)?;
        if let Some(old) = old {
            platform::copy_owner_and_mode(&old, &new.file)?;
        }
        new.file.sync_all()?;
        Ok(new)
    }

    fn create(path: &'p Path, is_private: bool) -> io::Result<Self> {
        loop {
            let temporary = beside::new(path);
            let file = platform::new_file(&temporary, is_private)?;
            let new = Self { path, temporary, file, is_in_place: false };
            // Else it was taken for that of a killed writer, before it could be seen to be none.
            if platform::claim(&new.file, &new.temporary)? {
                return Ok(new);
            }
        }
    }

    /// Takes the place of the file, in one step. Only the folder is to be flushed then.
    ///
    /// # Errors
    /// What the system says; the file is as it was.
    pub(super) fn put_in_place(mut self) -> io::Result<()> {
        platform::rename(&self.temporary, self.path)?;
        self.is_in_place = true;
        Ok(())
    }
}

impl Drop for Replacement<'_> {
    fn drop(&mut self) {
        if !self.is_in_place {
            // The error that is told is the first one; whoever writes next takes away what is left.
            let _ = fs::remove_file(&self.temporary);
        }
    }
}

/// Puts a file with this content in the place of another, or where none was: all of it, or nothing.
///
/// # Errors
/// What the system says.
pub(in crate::file) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = platform::open_folder(path)?;
    Replacement::write(path, bytes)?.put_in_place()?;
    folder.map_or(Ok(()), |folder| platform::sync_folder(&folder))
}

/// Takes away what killed writers left beside a file. Only who holds the lock on the file knows that
/// there is no other writer.
pub(in crate::file) fn clear(path: &Path, has_lock: bool) {
    for left in beside::all_new(path) {
        // What cannot be taken away harms nobody.
        let _ = if has_lock { fs::remove_file(left) } else { platform::remove_if_abandoned(&left) };
    }
}
