//! Why a command ends without what was asked, and with which exit code.

use crate::text::{Lang, words::command};
use std::io;

/// The exit codes, which scripts rely on (docs/commands.md, Exit codes).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done, nothing found.
    Done = 0,
    /// Findings: `check` found errors, or something is overdue and `--exit-code` asks for it.
    Findings = 1,
    /// Could not do it: usage, input, output.
    CannotDo = 2,
    /// The plan file has errors.
    PlanHasErrors = 3,
    /// Another writer holds the file, or changed it meanwhile.
    Busy = 4,
}

/// A command that could not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// Wrong input, with a way out.
    Refused {
        /// What is wrong.
        message: String,
        /// What to do.
        help: Option<String>,
        /// The exit code.
        exit: Exit,
    },
    /// The plan has errors, which are already printed.
    PlanHasErrors,
    /// Anything else.
    Other(anyhow::Error),
}

impl Failure {
    /// Wrong input with a way out.
    pub fn refused(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Refused { message: message.into(), help: Some(help.into()), exit: Exit::CannotDo }
    }

    /// Wrong input that speaks for itself.
    pub fn plain(message: impl Into<String>) -> Self {
        Self::Refused { message: message.into(), help: None, exit: Exit::CannotDo }
    }

    /// The exit code.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Refused { exit, .. } => *exit,
            Self::PlanHasErrors => Exit::PlanHasErrors,
            Self::Other(_) => Exit::CannotDo,
        }
    }

    /// What to tell the user; nothing where all is said.
    pub fn report(&self, lang: Lang) -> Option<String> {
        let (message, help) = match self {
            Self::PlanHasErrors => return None,
            Self::Other(error) => match error.downcast_ref::<io::Error>() {
                Some(error) => (command::cannot_print(lang, &why(lang, error)), None),
                None => (format!("{error:#}"), None),
            },
            Self::Refused { message, help, .. } => (message.clone(), help.clone()),
        };
        let help = help.map(|help| format!("\n  {}: {help}", command::help_label(lang))).unwrap_or_default();
        Some(format!("{}: {message}{help}", command::error_label(lang)))
    }
}

impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Other(error.into())
    }
}

/// Whether symlinks lead round in a circle; the standard library has no stable name for it.
pub fn is_loop(error: &io::Error) -> bool {
    let number = match std::env::consts::OS {
        "linux" | "android" => 40,
        "windows" => 1921,
        _ => 62,
    };
    error.raw_os_error() == Some(number)
}

/// What the system says of a file, in the user's language where the case is a common one.
pub fn why(lang: Lang, error: &io::Error) -> String {
    let known: Option<fn(Lang) -> &'static str> = match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Some(command::why_missing),
        io::ErrorKind::IsADirectory => Some(command::why_folder),
        io::ErrorKind::PermissionDenied => Some(command::why_denied),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            Some(command::why_full)
        }
        io::ErrorKind::ReadOnlyFilesystem => Some(command::why_read_only),
        _ if is_loop(error) => Some(command::why_loop),
        _ => None,
    };
    known.map_or_else(|| error.to_string(), |known| known(lang).to_owned())
}
