//! Why a command ends without what was asked, and with which exit code.

use super::system::{Deed, way_out, why};
use crate::text::{Lang, Message, one_line, words::command};
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

/// A command that could not do what was asked: what was being done, why that failed, and what to do.
///
/// It is made wherever that is known, and put into words by [`Failure::report`], once, in the language that is
/// then known to be spoken.
#[derive(Debug)]
pub struct Failure {
    cause: Cause,
    exit: Exit,
    /// The language that the plan asks for, where one was read.
    plan_lang: Option<Lang>,
    unknown: Option<Unknown>,
}

/// What was typed and is not in a plan; it may be in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// Nothing there is like it.
    Unlike,
    /// Something there is, and is offered.
    Near,
}

#[derive(Debug)]
enum Cause {
    /// Wrong input, or a file that is not as it should be.
    Refused { message: Message, help: Option<Message> },
    /// The plan has errors, which are already printed.
    PlanHasErrors,
    /// Anything else.
    Other(anyhow::Error),
}

impl Failure {
    /// Something is wrong, with a way out.
    pub fn refused<M: Into<String>, H: Into<String>>(message: impl Fn(Lang) -> M, help: impl Fn(Lang) -> H) -> Self {
        Self::with(message, |lang| Some(help(lang)))
    }

    /// What is wrong speaks for itself.
    pub fn plain<M: Into<String>>(message: impl Fn(Lang) -> M) -> Self {
        Self::with(message, |_| None::<String>)
    }

    /// Something is wrong, with a way out where there is one.
    pub fn with<M: Into<String>, H: Into<String>>(
        message: impl Fn(Lang) -> M,
        help: impl Fn(Lang) -> Option<H>,
    ) -> Self {
        let has_help = help(Lang::default()).is_some();
        let help = has_help.then(|| Message::new(|lang| help(lang).map(Into::into).unwrap_or_default()));
        let message = Message::new(|lang| message(lang).into());
        Self { cause: Cause::Refused { message, help }, exit: Exit::CannotDo, plan_lang: None, unknown: None }
    }

    /// The plan has errors, which are already printed.
    pub fn plan_has_errors() -> Self {
        Self { cause: Cause::PlanHasErrors, exit: Exit::PlanHasErrors, plan_lang: None, unknown: None }
    }

    /// The same with another exit code.
    #[must_use]
    pub fn exiting(mut self, exit: Exit) -> Self {
        self.exit = exit;
        self
    }

    /// The same while a plan is at hand that asks for a language.
    #[must_use]
    pub fn in_lang_of(mut self, plan: Option<Lang>) -> Self {
        self.plan_lang = self.plan_lang.or(plan);
        self
    }

    /// The same of one file among several.
    #[must_use]
    pub fn in_file(mut self, file: &str) -> Self {
        if let Cause::Refused { message, .. } = &mut self.cause {
            *message = Message::new(|lang| command::in_file(lang, &one_line(file), message.in_lang(lang)));
        }
        self
    }

    /// The same of what was typed and is not in the plan.
    #[must_use]
    pub fn unknown(mut self, unknown: Unknown) -> Self {
        self.unknown = Some(unknown);
        self
    }

    /// Whether what was typed is not in the plan.
    pub fn is_unknown(&self) -> Option<Unknown> {
        self.unknown
    }

    /// The exit code.
    pub fn exit(&self) -> Exit {
        self.exit
    }

    /// Why a stream or a file could not be written, if that is what failed.
    pub fn output_error(&self) -> Option<&io::Error> {
        match &self.cause {
            Cause::Other(error) => error.downcast_ref(),
            Cause::Refused { .. } | Cause::PlanHasErrors => None,
        }
    }

    /// What to tell the user, in the language that is asked for, else in the plan's; nothing where all is said.
    pub fn report(&self, asked_for: Option<Lang>) -> Option<String> {
        let lang = asked_for.or(self.plan_lang).unwrap_or_default();
        let (message, help) = match &self.cause {
            Cause::PlanHasErrors => return None,
            Cause::Other(error) => match error.downcast_ref::<io::Error>() {
                Some(error) => {
                    let help = way_out(lang, error, Deed::Write).map(str::to_owned);
                    (command::cannot_print(lang, &why(lang, error)), help)
                }
                None => (format!("{error:#}"), None),
            },
            Cause::Refused { message, help } => {
                let help = help.as_ref().map(|help| help.in_lang(lang).to_owned());
                (message.in_lang(lang).to_owned(), help)
            }
        };
        let help = help.map(|help| format!("\n  {}: {help}", command::help_label(lang))).unwrap_or_default();
        Some(format!("{}: {message}{help}", command::error_label(lang)))
    }
}

impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self { cause: Cause::Other(error.into()), exit: Exit::CannotDo, plan_lang: None, unknown: None }
    }
}
