//! What the system says of files and streams, in the user's language, with a way out.

use crate::file::{Remark, Unfit};
use crate::text::{Lang, one_line, words::command, words::problem, words::system};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// What was being done when the system failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// A file was read.
    Read,
    /// A file or a stream was written.
    Write,
}

/// A sentence of ours.
type Word = fn(Lang) -> &'static str;

/// Why it failed. English has the system's own words where there are none of ours.
pub fn why(lang: Lang, error: &io::Error) -> String {
    match (known(error), lang, error.raw_os_error()) {
        (Some((why, _)), ..) => why(lang).to_owned(),
        (None, Lang::En, _) => error.to_string(),
        (None, Lang::Vi, Some(number)) => system::why_number(lang, number),
        (None, Lang::Vi, None) => system::why_unknown(lang).to_owned(),
    }
}

/// What to do about it, where that can be said.
pub fn way_out(lang: Lang, error: &io::Error, deed: Deed) -> Option<&'static str> {
    let word = match error.kind() {
        ErrorKind::PermissionDenied if deed == Deed::Read => Some(system::no_read_help as Word),
        _ => known(error)?.1,
    };
    word.map(|word| word(lang))
}

/// Tells what a user should know of a file that is written all the same.
pub fn remark(lang: Lang, path: &Path, remarks: &[Remark], err: &mut dyn Write) {
    let path = path.to_string_lossy();
    let path = one_line(&path);
    for remark in remarks {
        let (label, message, help) = match remark {
            Remark::NoLocks(file) => {
                let file = file.file_name().unwrap_or_default().to_string_lossy();
                let message = command::no_locks(lang, &path, &one_line(&file));
                (problem::severity_note(lang), message, command::no_locks_help(lang))
            }
            Remark::OtherNames(count) => {
                let message = command::other_names(lang, &path, *count);
                (problem::severity_warning(lang), message, command::other_names_help(lang))
            }
        };
        // If this cannot be written, the file is written all the same.
        let _ = writeln!(err, "{label}: {message}\n  {}: {help}", command::help_label(lang));
    }
}

/// Whether what was named is no file at all, so that another must be meant.
pub fn is_no_file(error: &io::Error) -> bool {
    use ErrorKind::{IsADirectory, NotADirectory, NotFound};
    let is_none = matches!(error.kind(), NotFound | IsADirectory | NotADirectory);
    is_none || matches!(unfit(error), Some(Unfit::Dangling | Unfit::Special)) || is_loop(error)
}

fn unfit(error: &io::Error) -> Option<Unfit> {
    error.get_ref()?.downcast_ref().copied()
}

/// Whether symlinks lead round in a circle; the standard library has no stable name for it.
fn is_loop(error: &io::Error) -> bool {
    let number = match std::env::consts::OS {
        "linux" | "android" => 40,
        "windows" => 1921,
        _ => 62,
    };
    error.raw_os_error() == Some(number)
}

/// Our words for an error: why, and what to do about it. What is missing or is none speaks for itself.
fn known(error: &io::Error) -> Option<(Word, Option<Word>)> {
    match unfit(error) {
        Some(Unfit::Dangling) => return Some((system::why_dangling, Some(system::link_help))),
        Some(Unfit::Special) => return Some((system::why_special, None)),
        Some(Unfit::ReadOnly) => return Some((system::why_file_read_only, Some(command::read_only_help))),
        None => {}
    }
    let (why, help): (Word, Option<Word>) = match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => (system::why_missing, None),
        ErrorKind::IsADirectory => (system::why_folder, None),
        ErrorKind::PermissionDenied => (system::why_denied, Some(system::no_write_help)),
        ErrorKind::StorageFull | ErrorKind::FileTooLarge => (system::why_full, Some(system::full_help)),
        ErrorKind::QuotaExceeded => (system::why_quota, Some(system::quota_help)),
        ErrorKind::ReadOnlyFilesystem => (system::why_read_only, Some(system::read_only_disk_help)),
        ErrorKind::InvalidFilename => (system::why_bad_name, Some(system::bad_name_help)),
        ErrorKind::ExecutableFileBusy => (system::why_running, Some(system::running_help)),
        ErrorKind::ResourceBusy => (system::why_in_use, Some(system::in_use_help)),
        ErrorKind::OutOfMemory => (system::why_memory, Some(system::memory_help)),
        ErrorKind::Unsupported => (system::why_unsupported, Some(system::unsupported_help)),
        ErrorKind::StaleNetworkFileHandle
        | ErrorKind::TimedOut
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown => (system::why_network, Some(system::network_help)),
        _ if is_loop(error) => (system::why_loop, Some(system::link_help)),
        _ => return by_number(error.raw_os_error()?),
    };
    Some((why, help))
}

/// Our words for errors that the standard library has no names for.
#[cfg(unix)]
fn by_number(number: i32) -> Option<(Word, Option<Word>)> {
    match number {
        5 => Some((system::why_device, Some(system::device_help))),
        6 | 19 => Some((system::why_no_device, Some(system::device_help))),
        23 | 24 => Some((system::why_too_many_open, Some(system::too_many_open_help))),
        _ => None,
    }
}

/// Our words for errors that the standard library has no names for.
#[cfg(not(unix))]
fn by_number(number: i32) -> Option<(Word, Option<Word>)> {
    match number {
        4 => Some((system::why_too_many_open, Some(system::too_many_open_help))),
        21 => Some((system::why_no_device, Some(system::device_help))),
        23 | 1117 => Some((system::why_device, Some(system::device_help))),
        32 | 33 | 1224 => Some((system::why_in_use, Some(system::in_use_help))),
        53 | 59 | 64 | 67 => Some((system::why_network, Some(system::network_help))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn the_errors_one_meets_have_words_and_a_way_out_in_both_languages() {
        // EIO, ENXIO, ENOMEM, EACCES, EPERM, EBUSY, ENODEV, ENFILE, EMFILE, ETXTBSY, EFBIG, ENOSPC, EROFS,
        // ENAMETOOLONG, ENOSYS, ELOOP, EOPNOTSUPP, ETIMEDOUT, EHOSTUNREACH, ESTALE, EDQUOT
        for number in [5, 6, 12, 13, 1, 16, 19, 23, 24, 26, 27, 28, 30, 36, 38, 40, 95, 110, 113, 116, 122] {
            let error = io::Error::from_raw_os_error(number);
            assert!(known(&error).is_some(), "{error}");
            for lang in [Lang::Vi, Lang::En] {
                assert!(!why(lang, &error).contains("os error"), "{error}");
                assert!(way_out(lang, &error, Deed::Read).is_some() && way_out(lang, &error, Deed::Write).is_some());
            }
        }
        // ENOENT, ENOTDIR, EISDIR
        for number in [2, 20, 21] {
            let error = io::Error::from_raw_os_error(number);
            assert_eq!((known(&error).is_some(), way_out(Lang::Vi, &error, Deed::Read)), (true, None), "{error}");
        }
    }

    #[test]
    fn an_error_without_words_is_told_in_vietnamese_all_the_same() {
        let error = io::Error::from_raw_os_error(9999);
        assert_eq!(why(Lang::Vi, &error), "lỗi hệ thống số 9999");
        assert_eq!(why(Lang::Vi, &io::Error::other("english words")), "lỗi hệ thống không rõ");
        assert_eq!(way_out(Lang::Vi, &error, Deed::Write), None);
    }
}
