//! The names that stand beside a file while it is written. All of them are hidden where a dot hides.

use std::ffi::OsString;
use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};

/// How many bytes of a file's own name go into the names beside it: with what is added they stay
/// within the 255 that systems allow.
const KEPT: usize = 200;

/// What the names of new content end with.
const NEW: &str = ".papi-plan-new";

/// The file that keeps other writers out where the file itself cannot bear a lock.
pub(super) fn lock(path: &Path) -> PathBuf {
    path.with_file_name(format!("{}papi-plan-lock", prefix(path)))
}

/// A name for new content that no other writer has, on this machine or another.
pub(super) fn new(path: &Path) -> PathBuf {
    let number = RandomState::new().hash_one(());
    path.with_file_name(format!("{}{number}{NEW}", prefix(path)))
}

/// What writers have beside the file: those at work, and those that were killed.
pub(super) fn all_new(path: &Path) -> impl Iterator<Item = PathBuf> {
    // A folder that cannot be listed can still be written to; what is left there harms nobody.
    let names = path.parent().and_then(|folder| folder.read_dir().ok()).into_iter().flatten();
    let names: Vec<OsString> = names.filter_map(|entry| Some(entry.ok()?.file_name())).collect();
    let prefix = prefix(path);
    let is_new = move |name: &OsString| {
        let number = name.to_str().and_then(|name| name.strip_prefix(&prefix)?.strip_suffix(NEW));
        number.is_some_and(|number| number.parse::<u64>().is_ok())
    };
    names.into_iter().filter(is_new).map(|name| path.with_file_name(name))
}

fn prefix(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    format!(".{}.", &name[..name.floor_char_boundary(KEPT)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_beside_a_file_are_not_too_long_and_never_the_same() {
        let path = Path::new("/folder").join("ể".repeat(85));
        let (one, other) = (new(&path), new(&path));
        assert_ne!(one, other);
        assert!(one.file_name().is_some_and(|name| name.len() <= 255), "{}", one.display());
        assert_eq!(lock(Path::new("/folder/plan.toml")), Path::new("/folder/.plan.toml.papi-plan-lock"));
    }
}
