//! What the marking commands share: the lock, the edit, the diff, what is said of it.

use super::failure::{Exit, Failure, is_loop, why};
use super::session::Session;
use super::world::World;
use crate::diagnostic::Source;
use crate::file::{self, Document, EditError, Holder, SaveError};
use crate::plan::{Change, Plan};
use crate::query::Snapshot;
use crate::register::Decision;
use crate::render::json;
use crate::report::{ChangesReport, Envelope, RowNames, Speaker};
use crate::text::{Lang, is_unsafe, one_line, visible, words::command};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Options of every marking command.
#[derive(clap::Args, Debug)]
pub struct Options {
    /// Show as a diff what would be written, and write nothing
    #[arg(long)]
    pub dry_run: bool,

    /// How many seconds to wait for another writer
    #[arg(long, value_name = "SECONDS", default_value_t = 10.0, value_parser = seconds)]
    wait: f64,

    /// The form of the answer
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    format: Format,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum Format {
    Text,
    Json,
}

fn seconds(text: &str) -> Result<f64, String> {
    let seconds: f64 = text.parse().map_err(|_| String::from("not a number of seconds"))?;
    if (0.0..=86_400.0).contains(&seconds) { Ok(seconds) } else { Err(String::from("not between 0 and 86400")) }
}

/// A plan file open for marking: under the lock, unless nothing is to be written.
pub struct Desk {
    path: PathBuf,
    holder: Option<Holder>,
    /// The file as it stands.
    pub source: Source,
}

impl Desk {
    /// Takes the lock and reads the file.
    ///
    /// # Errors
    /// A file that cannot be had, with the exit code that says why.
    pub fn open(options: &Options, session: &Session, world: &mut World<'_>) -> Result<Self, Failure> {
        let (path, lang) = (session.path(world)?, session.lang_or(None));
        if path == Path::new("-") {
            return Err(Failure::plain(command::stdin_cannot_be_marked(lang)));
        }
        if options.dry_run {
            let source = session.read(&path, world)?;
            return Ok(Self { path, holder: None, source });
        }
        let wait = Duration::from_secs_f64(options.wait);
        let located = session.locate(&path, world)?;
        let holder = Holder::new(&located, wait).map_err(|error| {
            session.learn_lang(&located);
            not_saved(session.lang_or(None), &path, &error)
        })?;
        let source = holder.source(path.display().to_string());
        Ok(Self { path, holder: Some(holder), source })
    }

    /// Reads the plan; its problems go to the messages.
    ///
    /// # Errors
    /// A plan with errors.
    pub fn plan(&self, session: &Session, world: &mut World<'_>) -> Result<Plan, Failure> {
        session.plan_of(&self.source, world)
    }

    /// Writes what was decided, and says what that is.
    ///
    /// # Errors
    /// A file that cannot be edited or written; then it is as it was.
    pub fn finish(
        self,
        plan: &Plan,
        decision: &Decision,
        options: &Options,
        session: &Session,
        world: &mut World<'_>,
    ) -> Result<Exit, Failure> {
        let speaker = session.speaker(plan);
        let changes = &decision.changes;
        let is_text = matches!(options.format, Format::Text);
        let edited = self.edit(changes, speaker.lang)?;
        self.write(&edited, changes, options, speaker.lang, world)?;
        let names = RowNames::new(speaker);
        for (row, unit) in decision.already.iter().filter(|_| is_text) {
            let line = match unit {
                Some(unit) => command::already(speaker.lang, &names.of(*row), &speaker.name(*unit)),
                None => command::already_all(speaker.lang, &names.of(*row)),
            };
            writeln!(world.out, "{line}")?;
        }
        if is_text && changes.is_empty() && !options.dry_run {
            writeln!(world.out, "{}", command::file_unchanged(speaker.lang))?;
        }
        let after = plan_after(&edited);
        let snapshot = after.as_ref().map(|after| Snapshot::new(after, session.as_of));
        let report = ChangesReport::new(plan, snapshot.as_ref(), changes);
        say(&report, plan, speaker, changes, options, session, world)
    }

    /// The text of the file with the changes made.
    ///
    /// # Errors
    /// A file that cannot be edited safely, with the place.
    pub fn edit(&self, changes: &[Change], lang: Lang) -> Result<String, Failure> {
        if changes.is_empty() {
            return Ok(self.source.text().to_owned());
        }
        file::edit(&self.source, changes).map_err(|error| {
            let (EditError::Layout(span) | EditError::Unsure(span)) = &error;
            let place = self.source.position(span.start);
            let place = format!("{}:{}:{}", one_line(self.source.name()), place.line, place.column);
            match error {
                EditError::Layout(_) => {
                    Failure::refused(command::edit_layout(lang, &place), command::edit_layout_help(lang))
                }
                EditError::Unsure(_) => {
                    Failure::refused(command::edit_unsure(lang, &place), command::edit_unsure_help(lang))
                }
            }
        })
    }

    /// Saves the text, or shows as a diff how it would differ.
    ///
    /// # Errors
    /// A file that cannot be written; then it is as it was.
    pub fn write(
        self,
        edited: &str,
        changes: &[Change],
        options: &Options,
        lang: Lang,
        world: &mut World<'_>,
    ) -> Result<(), Failure> {
        match self.holder {
            Some(holder) if !changes.is_empty() => {
                holder.save(edited).map_err(|error| not_saved(lang, &self.path, &error))
            }
            None if matches!(options.format, Format::Text) => {
                let name = one_line(self.source.name()).into_owned();
                let diff = similar::TextDiff::from_lines(self.source.text(), edited);
                let diff = diff.unified_diff().header(&name, &name).to_string();
                // The line ends of Windows are not to be shown at the end of every line.
                Ok(write!(world.out, "{}", visible(&diff.replace("\r\n", "\n")))?)
            }
            _ => Ok(()),
        }
    }
}

/// Says what was done, in the form that is wanted.
///
/// # Errors
/// What the writer says; where the marks are written all the same, that too.
pub fn say(
    report: &ChangesReport<'_>,
    plan: &Plan,
    speaker: Speaker<'_>,
    changes: &[Change],
    options: &Options,
    session: &Session,
    world: &mut World<'_>,
) -> Result<Exit, Failure> {
    let is_written = !options.dry_run && !changes.is_empty();
    let said = print(report, plan, speaker, is_written, options, session, world);
    match said {
        Err(Failure::Other(error)) if is_written => {
            let why = error.downcast_ref().map_or_else(|| error.to_string(), |error| why(speaker.lang, error));
            Err(Failure::refused(command::not_told(speaker.lang, &why), command::not_told_help(speaker.lang)))
        }
        other => other.map(|()| Exit::Done),
    }
}

fn print(
    report: &ChangesReport<'_>,
    plan: &Plan,
    speaker: Speaker<'_>,
    is_written: bool,
    options: &Options,
    session: &Session,
    world: &mut World<'_>,
) -> Result<(), Failure> {
    match options.format {
        Format::Json => {
            let answer = Envelope::about("marks", Some(plan), session.as_of, report.value(is_written));
            json::write(world.out, &answer)?;
        }
        Format::Text => {
            for line in report.lines(speaker, options.dry_run) {
                writeln!(world.out, "{line}")?;
            }
            if options.dry_run {
                writeln!(world.out, "{}", command::nothing_written(speaker.lang))?;
            }
        }
    }
    Ok(world.out.flush()?)
}

/// The plan that a text says, if it has no errors.
pub fn plan_after(text: &str) -> Option<Plan> {
    let source = Source::new(String::new(), text.as_bytes().to_vec());
    Document::read(&source).into_plan().ok()
}

/// Text of an option as it goes into the file: none if empty, and nothing that a terminal obeys.
///
/// # Errors
/// A control character.
pub fn text(option: &str, text: Option<&String>, lang: Lang) -> Result<Option<String>, Failure> {
    let text = text.filter(|text| !text.is_empty());
    if text.is_some_and(|text| text.chars().any(|c| is_unsafe(c) && c != '\n' && c != '\t')) {
        return Err(Failure::refused(command::control_in_text(lang, option), command::control_in_text_help(lang)));
    }
    Ok(text.cloned())
}

fn leads_nowhere(error: &io::Error) -> bool {
    use io::ErrorKind::{IsADirectory, NotADirectory, NotFound};
    matches!(error.kind(), NotFound | IsADirectory | NotADirectory) || is_loop(error)
}

fn not_saved(lang: Lang, path: &Path, error: &SaveError) -> Failure {
    let path = path.display().to_string();
    let path = one_line(&path);
    let (message, help, exit) = match error {
        SaveError::Busy => (command::busy(lang, &path), command::busy_help(lang), Exit::Busy),
        SaveError::Changed => (command::changed(lang, &path), command::changed_help(lang), Exit::Busy),
        SaveError::ReadOnly => (command::read_only(lang, &path), command::read_only_help(lang), Exit::CannotDo),
        SaveError::NoFile => {
            let message = command::cannot_read(lang, &path, command::why_special(lang));
            (message, command::no_plan_help(lang), Exit::CannotDo)
        }
        SaveError::NotLasting(error) => {
            let message = command::not_lasting(lang, &path, &why(lang, error));
            (message, command::not_lasting_help(lang), Exit::CannotDo)
        }
        // Such a path leads to no plan at all: another is meant.
        SaveError::Io(error) if leads_nowhere(error) => {
            (command::cannot_read(lang, &path, &why(lang, error)), command::no_plan_help(lang), Exit::CannotDo)
        }
        SaveError::Io(error) => {
            let message = command::cannot_write(lang, &path, &why(lang, error));
            (message, command::cannot_write_help(lang), Exit::CannotDo)
        }
    };
    Failure::Refused { message, help: Some(help.to_owned()), exit }
}
