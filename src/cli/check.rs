use super::failure::{Exit, Failure};
use super::session::{Session, World, read, read_stdin};
use crate::diagnostic::Source;
use crate::diagnostic::{Diagnostic, Severity};
use crate::file::Document;
use crate::render::{human, json};
use crate::report::Envelope;
use crate::text::{Lang, words::command, words::problem};
use std::path::{Path, PathBuf};

/// Every problem in plan files, with code, place and a way out
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  papi-plan check                           the plan here
  papi-plan check plan.toml examples/*.toml several files in one run
  papi-plan check --format json             for programs")]
pub struct Args {
    /// The files; the plan if left out, `-` is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The form of the answer
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "human")]
    format: Format,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum Format {
    Human,
    Json,
}

/// A file with what is wrong with it, and in which language to say so.
struct Checked {
    source: Source,
    diagnostics: Vec<Diagnostic>,
    lang: Lang,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    let files = if args.files.is_empty() { vec![session.path()?] } else { args.files.clone() };
    if files.iter().filter(|file| *file == Path::new("-")).count() > 1 {
        let message = command::stdin_twice(session.lang_or(None)).to_owned();
        return Err(Failure::Refused { message, help: None, exit: Exit::CannotDo });
    }
    let mut checked = Vec::new();
    let mut unreadable = Vec::new();
    for file in &files {
        match check(file, session) {
            Ok(file) => checked.push(file),
            Err(failure) => unreadable.push(failure),
        }
    }
    match args.format {
        Format::Human => write_human(&checked, session, world)?,
        Format::Json => {
            let mut problems = json::Problems::default();
            for file in &checked {
                problems.add(&file.source, &file.diagnostics, file.lang);
            }
            json::write(world.out, &Envelope::about("check", None, session.as_of, problems))?;
        }
    }
    // A file that cannot be read does not keep the others from being checked.
    if let Some(last) = unreadable.pop() {
        for failure in unreadable {
            writeln!(world.err, "{}", failure.report(session.lang_or(None)).unwrap_or_default())?;
        }
        return Err(last);
    }
    let has_errors = checked.iter().any(|file| count(file, Severity::Error) > 0);
    Ok(if has_errors { Exit::Findings } else { Exit::Done })
}

fn check(file: &Path, session: &Session) -> Result<Checked, Failure> {
    let lang = session.lang_or(None);
    let source = if file == Path::new("-") { read_stdin(lang, std::io::stdin().lock())? } else { read(file, lang)? };
    let (diagnostics, lang) =
        Document::read(&source, |document| (document.diagnostics().to_vec(), session.lang_or(document.lang())));
    Ok(Checked { source, diagnostics, lang })
}

fn write_human(checked: &[Checked], session: &Session, world: &mut World<'_>) -> std::io::Result<()> {
    for file in checked {
        for found in &file.diagnostics {
            write!(world.out, "{}", human::diagnostic(found, &file.source, file.lang, session.screen))?;
        }
    }
    let lang = checked.first().map_or(session.lang_or(None), |file| file.lang);
    let sum = |severity| checked.iter().map(|file| count(file, severity)).sum();
    let (errors, warnings, notes): (usize, usize, usize) =
        (sum(Severity::Error), sum(Severity::Warning), sum(Severity::Note));
    if errors + warnings + notes == 0 && !checked.is_empty() {
        return writeln!(world.out, "{}", problem::all_good(lang, checked.len()));
    }
    writeln!(world.out, "{}", problem::summed(lang, errors, warnings, notes))
}

fn count(file: &Checked, severity: Severity) -> usize {
    file.diagnostics.iter().filter(|found| found.severity() == severity).count()
}
