//! Why a command ends without what was asked, and with which exit code.

use super::system::{Deed, way_out, why};
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

    /// Wrong input, with a way out where there is one.
    pub fn with(message: impl Into<String>, help: Option<&str>) -> Self {
        Self::Refused { message: message.into(), help: help.map(str::to_owned), exit: Exit::CannotDo }
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
                Some(error) => {
                    let help = way_out(lang, error, Deed::Write).map(str::to_owned);
                    (command::cannot_print(lang, &why(lang, error)), help)
                }
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
