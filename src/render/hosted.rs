//! The names of files as code hosts want them: relative to the folder that the program runs in, which is that of the
//! repository, with forward slashes; a file outside of it by a `file:` address.

use crate::diagnostic::Source;
use std::path::{Component, Path, PathBuf};

/// The folder that hosts resolve names against.
#[derive(Clone, Copy, Debug)]
pub struct Hosted<'f>(
    /// The folder, where it can be known.
    pub Option<&'f Path>,
);

impl Hosted<'_> {
    /// The name of a file as a reference of an URI: what is no plain character of a path is escaped, byte by byte.
    pub(super) fn uri(self, source: &Source) -> String {
        match source.own_name().map(|name| self.place(Path::new(name))) {
            Some(Ok(inside)) => escaped(&inside),
            Some(Err(whole)) => address(&whole),
            None => escaped(Path::new(source.name())),
        }
    }

    /// The same as people read it: only an address is escaped.
    pub(super) fn name(self, source: &Source) -> String {
        match source.own_name().map(|name| self.place(Path::new(name))) {
            Some(Ok(inside)) => slashed(&inside),
            Some(Err(whole)) => address(&whole),
            None => source.name().to_owned(),
        }
    }

    /// Where a file stands in the folder, or else where it stands in all.
    fn place(self, name: &Path) -> Result<PathBuf, PathBuf> {
        let Some(folder) = self.0 else { return Ok(resolved(name)) };
        let whole = resolved(&folder.join(name));
        whole.strip_prefix(resolved(folder)).map(Path::to_owned).map_err(|_| whole.clone())
    }
}

/// A path without `.` and `..`.
fn resolved(path: &Path) -> PathBuf {
    let mut resolved = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                resolved.pop();
            }
            part => resolved.push(part),
        }
    }
    resolved
}

/// A path with forward slashes.
fn slashed(path: &Path) -> String {
    let name = path.to_string_lossy();
    if cfg!(windows) { name.replace('\\', "/") } else { name.into_owned() }
}

/// A whole path as a `file:` address.
fn address(path: &Path) -> String {
    let path = escaped(path);
    match path.strip_prefix("//") {
        // A share of Windows names its host first.
        Some(share) if cfg!(windows) => format!("file://{share}"),
        _ => format!("file:///{}", path.trim_start_matches('/')),
    }
}

fn escaped(path: &Path) -> String {
    let escape = |byte: u8| match byte {
        b'\\' if cfg!(windows) => "/".to_owned(),
        // The colon of a drive.
        b':' if cfg!(windows) => ":".to_owned(),
        byte if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    path.as_os_str().as_encoded_bytes().iter().map(|byte| escape(*byte)).collect()
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[test]
    fn files_in_the_folder_are_relative_to_it_and_others_have_an_address() {
        let named = |name: &str| {
            let (hosted, source) = (Hosted(Some(Path::new("/kho/kế hoạch"))), Source::new(name, Vec::new()));
            (hosted.name(&source), hosted.uri(&source))
        };
        let both = |name: &str, uri: &str| (name.to_owned(), uri.to_owned());
        assert_eq!(named("plan.toml"), both("plan.toml", "plan.toml"));
        assert_eq!(named("./a/../b//plan.toml"), both("b/plan.toml", "b/plan.toml"));
        assert_eq!(named("/kho/kế hoạch/số 1.toml"), both("số 1.toml", "s%E1%BB%91%201.toml"));
        assert_eq!(named("../số.toml"), both("file:///kho/s%E1%BB%91.toml", "file:///kho/s%E1%BB%91.toml"));
        assert_eq!(named("/kho/kế hoạch 2/a.toml").0, "file:///kho/k%E1%BA%BF%20ho%E1%BA%A1ch%202/a.toml");
    }

    #[test]
    fn input_has_the_name_that_it_was_given() {
        let (hosted, input) = (Hosted(Some(Path::new("/kho"))), Source::of_stream("<stdin>", Vec::new()));
        assert_eq!(hosted.name(&input), "<stdin>");
    }
}
