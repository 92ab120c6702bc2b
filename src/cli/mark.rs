//! What the marking commands share: the lock, the edit, the diff, what is said of it.

use super::advice::Program;
use super::failure::{Exit, Failure};
use super::names;
use super::refused;
use super::session::{Session, locate};
use super::system::{Deed, is_no_file, remark, way_out, why};
use super::world::World;
use crate::diagnostic::Source;
use crate::file::{self, Document, EditError, LockedPlan, PlanLock, SaveError, WithoutEntries};
use crate::plan::{Change, EntryDraft, KnownEntry, Plan, RowIx};
use crate::query::Snapshot;
use crate::register::Decision;
use crate::render::json;
use crate::report::{ChangesAnswer, Marks};
use crate::text::{Lang, one_line, visible, words::command, words::mark};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

/// Options of every marking command.
#[derive(clap::Args, Debug)]
pub struct Options {
    /// Show as a diff what would be written, and write nothing
    #[arg(long)]
    pub dry_run: bool,

    /// Do not ask before more than 20 units are touched; asked is on a terminal alone
    #[arg(long)]
    yes: bool,

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

/// What a decision rests on.
pub struct Basis<'a> {
    /// The plan on the day that is asked for.
    pub snapshot: &'a Snapshot<'a>,
    /// A row whose entries hold every error of the file, and what is known of them; the plan is without them.
    pub row_with_errors: Option<(RowIx, &'a [KnownEntry])>,
}

/// Makes marks: takes the lock, reads the plan, has it decided what to write, writes that, and says what
/// is done.
///
/// A plan with errors is refused, but where all of them stand in the entries of `row_with_errors`. The
/// file is parsed when it is read, and once more as it is to be written.
///
/// # Errors
/// A file that cannot be had, read, edited or written, with the exit code that says why, or what `decide`
/// says; then the file is as it was. Where only the answer cannot be written, it says so.
pub fn mark(
    options: &Options,
    row_with_errors: Option<&str>,
    session: &Session,
    world: &mut World<'_>,
    decide: impl FnOnce(&Basis<'_>) -> Result<Decision, Failure>,
) -> Result<Exit, Failure> {
    let file = PlanFile::open(options, session, world)?;
    let document = Document::read(&file.source);
    let marking = Marking { options, row_with_errors, session };
    let marked = marking.of(&document, file, world, decide).map_err(|failure| failure.in_lang_of(document.lang()));
    // Soon the program ends: the system takes what was read at once.
    std::mem::forget(document);
    marked
}

/// How marks are to be made.
struct Marking<'a> {
    options: &'a Options,
    row_with_errors: Option<&'a str>,
    session: &'a Session,
}

impl Marking<'_> {
    /// Makes marks on a file that was read.
    fn of(
        &self,
        document: &Document,
        file: PlanFile,
        world: &mut World<'_>,
        decide: impl FnOnce(&Basis<'_>) -> Result<Decision, Failure>,
    ) -> Result<Exit, Failure> {
        let Self { options, row_with_errors, session } = *self;
        let aside = match document.plan() {
            Some(_) => None,
            None => row_with_errors.and_then(|row| document.without_entries(row)),
        };
        let plan = match &aside {
            Some(aside) => &aside.plan,
            None => session.plan_of(document, world)?,
        };
        let (snapshot, lang) = (Snapshot::new(plan, session.as_of), session.lang_of(plan.about.lang));
        let known = aside.as_ref().map(|aside| known_entries(aside, &snapshot)).unwrap_or_default();
        let row_with_errors = aside.as_ref().map(|aside| (aside.row, known.as_slice()));
        let decision = decide(&Basis { snapshot: &snapshot, row_with_errors })?;
        let edited = match &decision.changes[..] {
            [] => None,
            changes => Some(document.edit(changes).map_err(|error| cannot_edit(&file.source, &error))?),
        };
        let file = match &edited {
            Some(_) => file.agreed(&decision, plan, self, world)?,
            None => file,
        };
        file.write(edited.as_ref(), self, lang, world)?;
        let after = edited.as_ref().unwrap_or(document).plan().map(|plan| Snapshot::new(plan, session.as_of));
        let answer = ChangesAnswer::new(&Marks {
            plan,
            as_of: session.as_of,
            changes: &decision.changes,
            already: &decision.already,
            instead: &decision.instead,
            after: after.as_ref(),
            are_written: !options.dry_run && edited.is_some(),
        });
        let elsewhere = session.elsewhere(world).filter(|_| options.dry_run || answer.are_written());
        let outcome = Outcome { options, program: &session.program, lang, answer, elsewhere };
        outcome.write(world).map_err(|failure| outcome.after_the_fact(failure))?;
        drop(after);
        std::mem::forget(edited);
        Ok(Exit::Done)
    }
}

/// What is known of entries that were set aside.
fn known_entries(aside: &WithoutEntries, snapshot: &Snapshot<'_>) -> Vec<KnownEntry> {
    let sole = match snapshot.units(aside.row) {
        [unit] => Some(*unit),
        _ => None,
    };
    let of_id = |id: &String| aside.plan.bodies().find(|(_, body)| body.id == *id).map(|(ix, _)| ix);
    let known = |entry: &EntryDraft| KnownEntry {
        by: entry.by.given().map_or(sole, of_id),
        period: entry.period.given().copied(),
        on: entry.on.given().copied(),
        reference: entry.reference.given().cloned(),
        note: entry.note.given().cloned(),
        returned: entry.returned.given().copied(),
        reason: entry.reason.given().cloned(),
    };
    aside.entries.iter().map(known).collect()
}

/// The plan file: under the lock, unless nothing is to be written.
struct PlanFile {
    /// The path as it was typed.
    path: PathBuf,
    locked: Option<LockedPlan>,
    source: Source,
}

impl PlanFile {
    fn open(options: &Options, session: &Session, world: &mut World<'_>) -> Result<Self, Failure> {
        let path = session.plan_file(world)?;
        if path == Path::new("-") {
            return Err(Failure::plain(command::stdin_cannot_be_marked));
        }
        if options.dry_run {
            let source = session.read(&path, world)?;
            return Ok(Self { path, locked: None, source });
        }
        let wait = Duration::from_secs_f64(options.wait);
        let located = locate(&path, world)?;
        let locked = PlanLock::acquire(&located, wait).and_then(|lock| {
            lock.clear_leftovers();
            lock.read()
        });
        let locked =
            locked.map_err(|error| not_saved(&path, &error, &session.program).in_lang_of(lang_of(&located)))?;
        let source = locked.source(path.as_os_str());
        Ok(Self { path, locked: Some(locked), source })
    }

    /// Asks before many units are touched, where somebody is there to answer.
    ///
    /// Nobody else is kept waiting for the answer: the lock is given back meanwhile. What was decided stands only if
    /// the file is then as it was.
    fn agreed(
        self,
        decision: &Decision,
        plan: &Plan,
        marking: &Marking<'_>,
        world: &mut World<'_>,
    ) -> Result<Self, Failure> {
        let Marking { options, session, row_with_errors: _ } = *marking;
        let is_asked = self.locked.is_some() && !options.yes && world.can_ask();
        if !is_asked || decision.units.len() <= MOST_UNASKED {
            return Ok(self);
        }
        let Self { path, locked, source } = self;
        drop(locked);
        let answer = world.ask(&question(decision, plan, session.lang_of(plan.about.lang)))?;
        if !YES.contains(&answer.trim().to_lowercase().as_str()) {
            return Err(Failure::refused(mark::not_agreed, mark::not_agreed_help));
        }
        let again = Self::open(options, session, world)?;
        if again.source.text() != source.text() || again.source.bad_utf8() != source.bad_utf8() {
            return Err(not_saved(&path, &SaveError::Changed, &session.program));
        }
        Ok(again)
    }

    /// Saves what is edited, or shows as a diff how it would differ.
    fn write(
        self,
        edited: Option<&Document>,
        marking: &Marking<'_>,
        lang: Lang,
        world: &mut World<'_>,
    ) -> Result<(), Failure> {
        let Some(edited) = edited.map(|edited| edited.source().text()) else { return Ok(()) };
        match (self.locked, marking.options.format) {
            (Some(locked), _) => {
                let remarks = locked.save(edited);
                let remarks = remarks.map_err(|error| not_saved(&self.path, &error, &marking.session.program))?;
                remark(lang, &self.path, &remarks, world.err);
                Ok(())
            }
            (None, Format::Json) => Ok(()),
            (None, Format::Text) => {
                let diff = similar::TextDiff::from_lines(self.source.text(), edited);
                let (old, new) = names_in_diff(&self.path, world);
                let diff = diff.unified_diff().header(&old, &new).to_string();
                match world.terminals.out {
                    // On a terminal the line ends of Windows are not to be shown at the end of every line.
                    Some(_) => write!(world.out, "{}", visible(&diff.replace("\r\n", "\n")))?,
                    // What reads it from a pipe must find the bytes of the file.
                    None => write!(world.out, "{diff}")?,
                }
                Ok(())
            }
        }
    }
}

/// What a diff calls the file before and after, so that `git apply` and `patch` find it from our folder.
fn names_in_diff(path: &Path, world: &World<'_>) -> (String, String) {
    let folder = world.folder.as_deref().unwrap_or(Path::new(""));
    let parts = path.strip_prefix(folder).unwrap_or(path).components();
    let names: Option<Vec<_>> = parts
        .filter(|part| !matches!(part, Component::CurDir))
        .map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy()),
            _ => None,
        })
        .collect();
    // A tab says where a name with blanks ends.
    let ended = |name: String| if name.contains(' ') { name + "\t" } else { name };
    match names.as_deref() {
        // Both take a name without a folder as it is, and strip the first folder of any other.
        Some(names @ [_, _, ..]) => ["a", "b"].map(|side| ended(format!("{side}/{}", names.join("/")))).into(),
        // What stands outside is for whoever applies the diff there.
        _ => {
            let name = ended(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
            (name.clone(), name)
        }
    }
}

/// How many units a command may touch unasked.
const MOST_UNASKED: usize = 20;

/// The answers that mean yes, in either language.
const YES: [&str; 5] = ["c", "có", "co", "y", "yes"];

/// Which rows and units would be touched.
fn question(decision: &Decision, plan: &Plan, lang: Lang) -> String {
    let mut rows: Vec<RowIx> = decision.changes.iter().filter_map(Change::row).collect();
    rows.dedup();
    let rows: Vec<String> = rows.into_iter().map(|row| names::row_in_words(plan, lang, row)).collect();
    let units: Vec<_> = decision.units.iter().copied().collect();
    mark::ask(lang, &rows.join(", "), units.len(), &refused::first_names(plan, lang, &units))
}

/// What is said of marks.
struct Outcome<'a> {
    options: &'a Options,
    program: &'a Program,
    lang: Lang,
    answer: ChangesAnswer,
    /// The file that was marked, or was not, where it is not one of this folder.
    elsewhere: Option<String>,
}

impl Outcome<'_> {
    /// Says what was done, in the form that is wanted.
    fn write(&self, world: &mut World<'_>) -> Result<(), Failure> {
        match self.options.format {
            Format::Json => json::write(world.out, &self.answer)?,
            Format::Text => {
                for line in self.lines() {
                    writeln!(world.out, "{line}")?;
                }
            }
        }
        Ok(world.out.flush()?)
    }

    fn lines(&self) -> Vec<String> {
        let (lang, is_dry) = (self.lang, self.options.dry_run);
        let mut lines = self.answer.lines(lang, is_dry);
        lines.extend(match (&self.elsewhere, is_dry) {
            (Some(file), false) => Some(command::written_to(lang, &one_line(file))),
            (Some(file), true) => Some(mark::nothing_written_to(lang, &one_line(file))),
            (None, true) => Some(mark::nothing_written(lang).to_owned()),
            (None, false) => None,
        });
        lines
    }

    /// What cannot be said once the marks are written: that they are.
    fn after_the_fact(&self, failure: Failure) -> Failure {
        match failure.output_error() {
            Some(error) if self.answer.are_written() => {
                let list = self.program.with(&["list"]);
                Failure::refused(
                    |lang| command::not_told(lang, &why(lang, error)),
                    |lang| command::see_result(lang, &list),
                )
            }
            _ => failure,
        }
    }
}

/// The language that a plan asks for which cannot be had for marking, to tell why in it.
fn lang_of(path: &Path) -> Option<Lang> {
    // Of a pipe there may never come anything.
    let source = path.is_file().then(|| file::read(String::new(), path).ok())??;
    Document::read(&source).lang()
}

fn cannot_edit(source: &Source, error: &EditError) -> Failure {
    let EditError::Unsure(span) = error;
    let place = source.position(span.start);
    let place = format!("{}:{}:{}", one_line(source.name()), place.line, place.column);
    Failure::refused(|lang| command::edit_unsure(lang, &place), command::edit_unsure_help)
}

fn not_saved(path: &Path, error: &SaveError, program: &Program) -> Failure {
    let path = path.display().to_string();
    let path = one_line(&path);
    match error {
        SaveError::Busy(None) => {
            Failure::refused(|lang| command::busy(lang, &path), command::busy_help).exiting(Exit::Busy)
        }
        SaveError::Busy(Some(file)) => {
            let help = |lang| command::busy_by_help(lang, &one_line(&file.to_string_lossy()));
            Failure::refused(|lang| command::busy(lang, &path), help).exiting(Exit::Busy)
        }
        SaveError::Mounted => Failure::refused(|lang| command::mounted(lang, &path), command::mounted_help),
        SaveError::Changed => {
            Failure::refused(|lang| command::changed(lang, &path), command::changed_help).exiting(Exit::Busy)
        }
        SaveError::ReadOnly => Failure::refused(|lang| command::read_only(lang, &path), command::read_only_help),
        SaveError::NotLasting(error) => {
            let message = |lang| command::not_lasting(lang, &path, &why(lang, error));
            let list = program.with(&["list"]);
            Failure::refused(message, |lang| command::not_lasting_help(lang, &list))
        }
        // Such a path leads to no plan at all: another is meant.
        SaveError::Io(error) if is_no_file(error) => {
            Failure::refused(|lang| command::cannot_read(lang, &path, &why(lang, error)), command::no_plan_help)
        }
        SaveError::Io(error) => {
            let message = |lang| command::cannot_write(lang, &path, &why(lang, error));
            Failure::with(message, |lang| way_out(lang, error, Deed::Write))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::{Exit, Terminals, World, run};
    use crate::file::FILES_READ;
    use crate::testing::day;
    use std::path::Path;

    const PLAN: &str = "version = 1
plan = { title = 'T', number = '1/KH', issuer = 'I', issued = 2020-08-25 }
[[task]]
id = '1'
title = 'T'
lead = ['a']
due = { by = 2020-10-10 }
[agencies]
a = { name = 'A' }
";

    /// How the program ends in that folder, and how many files it parses.
    fn parses(folder: &Path, args: &str) -> (Exit, usize) {
        let mut world = World {
            today: day("10-15"),
            env: &|_| None,
            folder: Ok(folder.to_owned()),
            stdin: &mut std::io::empty(),
            out: &mut std::io::sink(),
            err: &mut std::io::sink(),
            terminals: Terminals::default(),
        };
        let before = FILES_READ.get();
        let exit = run(["papi-plan"].into_iter().chain(args.split(' ')).map(Into::into), &mut world);
        (exit, FILES_READ.get() - before)
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a plan to mark")]
    fn a_mark_parses_the_file_that_it_reads_and_the_one_that_it_writes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.toml");
        std::fs::write(&path, PLAN).unwrap();
        let parses = |args| parses(folder.path(), args);
        assert_eq!(parses("submit 1 --dry-run"), (Exit::Done, 2));
        assert_eq!(parses("submit 1"), (Exit::Done, 2));
        assert_eq!(parses("submit 1"), (Exit::Done, 1), "nothing is to be written");
        assert_eq!(parses("return 1"), (Exit::Done, 2));
        assert_eq!(parses("extend 1 --to 2020-10-20"), (Exit::Done, 2));
        assert_eq!(parses("withdraw 1 --return"), (Exit::Done, 2));
        assert_eq!(parses("withdraw 1"), (Exit::Done, 2));
        let twice = PLAN.replace("due", "submitted = [{ on = 2020-10-08 }, { on = 2020-10-08 }]\ndue");
        std::fs::write(&path, twice).unwrap();
        assert_eq!(parses("submit 1"), (Exit::PlanHasErrors, 1));
        assert_eq!(
            parses("withdraw 1 --on 2020-10-08"),
            (Exit::Done, 2),
            "the plan has errors in the entries of the row"
        );
    }
}
