use super::failure::{Exit, Failure};
use super::session::Session;
use super::world::World;
use crate::check::{self, Finding};
use crate::diagnostic::{Code, Diagnostic, Severity, Source};
use crate::file::Document;
use crate::render::{github, human, json, sarif, short};
use crate::report::Envelope;
use crate::text::{Lang, nearest, one_line, words::command, words::problem};
use std::path::{Path, PathBuf};

/// Every problem in plan files, with code, place and a way out
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  papi-plan check                           the plan here
  papi-plan check plan.toml examples/*.toml several files in one run
  git show main:plan.toml | papi-plan check --against - plan.toml
                                            what a change takes away from the plan
  papi-plan check --explain no-lead         what a code means")]
pub struct Args {
    /// The files; the plan if left out, `-` is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The form of the answer
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "human")]
    format: Format,

    /// Fail on warnings too
    #[arg(long)]
    deny_warnings: bool,

    /// Leave out what has this code; may be repeated
    #[arg(long, value_name = "CODE")]
    allow: Vec<String>,

    /// Fail on what has this code, a warning or a note too; may be repeated
    #[arg(long, value_name = "CODE")]
    deny: Vec<String>,

    /// An older version of the same plan: find what was taken away from it or changed in it
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,

    /// Say what a code means, and why
    #[arg(long, value_name = "CODE", conflicts_with_all = ["files", "against"])]
    explain: Option<String>,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum Format {
    Human,
    Short,
    Json,
    Github,
    Sarif,
}

/// A file with what is wrong with it, and in which language to say so.
struct Checked {
    source: Source,
    diagnostics: Vec<Diagnostic>,
    lang: Lang,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    if let Some(word) = &args.explain {
        let lang = session.lang_or(None);
        write!(world.out, "{}", human::explanation(code(word, lang)?, lang, session.screen))?;
        return Ok(Exit::Done);
    }
    let wanted = Wanted::new(args, session.lang_or(None))?;
    let files = if args.files.is_empty() { vec![session.path(world)?] } else { args.files.clone() };
    refuse_twice(args, &files, session)?;
    let (mut checked, mut unreadable) = (Vec::new(), Vec::new());
    for file in &files {
        match check_file(file, args, session, world) {
            Ok(files) => checked.extend(files),
            Err(failure) => unreadable.push(failure),
        }
    }
    for file in &mut checked {
        file.diagnostics.retain(|found| !wanted.allowed.contains(&found.code) || wanted.denied.contains(&found.code));
    }
    write(args.format, &checked, session, world)?;
    // A file that cannot be read does not keep the others from being checked.
    if let Some(last) = unreadable.pop() {
        for failure in unreadable {
            writeln!(world.err, "{}", failure.report(session.lang_or(None)).unwrap_or_default())?;
        }
        return Err(last);
    }
    let fails = checked.iter().flat_map(|file| &file.diagnostics).any(|found| wanted.fails(found));
    Ok(if fails { Exit::Findings } else { Exit::Done })
}

/// Which codes are left out, and which fail.
struct Wanted {
    allowed: Vec<Code>,
    denied: Vec<Code>,
    deny_warnings: bool,
}

impl Wanted {
    fn new(args: &Args, lang: Lang) -> Result<Self, Failure> {
        let codes = |words: &[String]| words.iter().map(|word| code(word, lang)).collect::<Result<Vec<_>, _>>();
        Ok(Self { allowed: codes(&args.allow)?, denied: codes(&args.deny)?, deny_warnings: args.deny_warnings })
    }

    fn fails(&self, found: &Diagnostic) -> bool {
        match found.severity() {
            Severity::Error => true,
            Severity::Warning => self.deny_warnings || self.denied.contains(&found.code),
            Severity::Note => self.denied.contains(&found.code),
        }
    }
}

/// The code of that name; an unknown one is an error with the nearest.
fn code(word: &str, lang: Lang) -> Result<Code, Failure> {
    Code::from_name(word).ok_or_else(|| {
        let nearest = nearest(word, Code::ALL.iter().map(|code| code.name())).unwrap_or_default();
        Failure::refused(command::unknown_code(lang, &one_line(word)), command::did_you_mean(lang, nearest))
    })
}

/// Standard input can be read once, and an older version belongs to one file.
fn refuse_twice(args: &Args, files: &[PathBuf], session: &Session) -> Result<(), Failure> {
    let lang = session.lang_or(None);
    let refused = |message: &str| Err(Failure::plain(message));
    if files.iter().chain(&args.against).filter(|file| *file == Path::new("-")).count() > 1 {
        return refused(command::stdin_twice(lang));
    }
    if args.against.is_some() && files.len() > 1 {
        return refused(command::against_one(lang));
    }
    Ok(())
}

/// Checks a file; against an older version, what is gone stands in that.
fn check_file(file: &Path, args: &Args, session: &Session, world: &mut World<'_>) -> Result<Vec<Checked>, Failure> {
    let source = session.read(file, world)?;
    let Some(older) = &args.against else {
        let (diagnostics, lang) =
            Document::read(&source, |document| (problems(&document, session), session.lang_or(document.lang())));
        return Ok(vec![Checked { source, diagnostics, lang }]);
    };
    let older = session.read(older, world)?;
    let (old_plan, old_problems) =
        Document::read(&older, |document| (document.plan().cloned(), document.diagnostics().to_vec()));
    let (found, mut diagnostics, lang) = Document::read(&source, |document| {
        let plans = old_plan.as_ref().zip(document.plan());
        let found = plans.map(|(old, new)| check::against(old, new)).unwrap_or_default();
        let mut diagnostics = problems(&document, session);
        diagnostics.extend(found.iter().filter(|found| !found.in_old).map(|found| diagnostic(found, &document)));
        (found, diagnostics, session.lang_or(document.lang()))
    });
    diagnostics.sort_by_key(order);
    let mut gone: Vec<Diagnostic> = Document::read(&older, |document| {
        found.iter().filter(|found| found.in_old).map(|found| diagnostic(found, &document)).collect()
    });
    // An older version with errors cannot be compared with: those errors are what there is to tell.
    gone.extend(old_problems.into_iter().filter(|found| found.severity() == Severity::Error));
    gone.sort_by_key(order);
    let old = Checked { source: older, diagnostics: gone, lang };
    Ok(vec![Checked { source, diagnostics, lang }, old])
}

/// What reading found, and what the rules find, in file order. In a file with errors those rules speak
/// that need no valid plan, except of what is already reported.
fn problems(document: &Document<'_>, session: &Session) -> Vec<Diagnostic> {
    let mut diagnostics = document.diagnostics().to_vec();
    let found = match document.plan() {
        Some(plan) => check::check(plan, session.as_of),
        None => check::check_stated(&document.stated(), session.as_of),
    };
    // In file order each error with how far any error up to it reaches.
    let errors = diagnostics.iter().filter(|found| found.severity() == Severity::Error);
    let reach = errors.scan(0, |reach, error| {
        *reach = error.span.end.max(*reach);
        Some((error.span.start, *reach))
    });
    let reach: Vec<(usize, usize)> = reach.collect();
    let is_reported = |found: &Diagnostic| {
        let before = reach.partition_point(|(start, _)| *start < found.span.end);
        before.checked_sub(1).is_some_and(|last| reach[last].1 > found.span.start)
    };
    let found = found.iter().map(|found| diagnostic(found, document)).filter(|found| !is_reported(found));
    diagnostics.extend(found);
    diagnostics.sort_by_key(order);
    diagnostics
}

fn order(found: &Diagnostic) -> (usize, usize, Code) {
    (found.span.start, found.span.end, found.code)
}

/// A finding with its place in the file.
fn diagnostic(found: &Finding, document: &Document<'_>) -> Diagnostic {
    Diagnostic {
        code: found.code,
        message: found.message.clone(),
        help: Some(found.help.clone()),
        span: document.place(found.at),
        also: found.also.iter().map(|at| document.place(*at)).collect(),
    }
}

fn write(format: Format, checked: &[Checked], session: &Session, world: &mut World<'_>) -> Result<(), Failure> {
    let each = || checked.iter().flat_map(|file| file.diagnostics.iter().map(move |found| (file, found)));
    match format {
        Format::Human => write_human(checked, session, world)?,
        Format::Short => {
            for (file, found) in each() {
                writeln!(world.out, "{}", short::line(found, &file.source, file.lang))?;
            }
        }
        Format::Github => {
            for (file, found) in each() {
                writeln!(world.out, "{}", github::command(found, &file.source, file.lang))?;
            }
        }
        Format::Json => {
            let mut problems = json::Problems::default();
            for file in checked {
                problems.add(&file.source, &file.diagnostics, file.lang);
            }
            json::write(world.out, &Envelope::about("check", None, session.as_of, problems))?;
        }
        Format::Sarif => {
            let results = each().map(|(file, found)| sarif::Result::new(found, &file.source, file.lang));
            json::write(world.out, &sarif::log(results.collect(), session.lang_or(None)))?;
        }
    }
    Ok(())
}

fn write_human(checked: &[Checked], session: &Session, world: &mut World<'_>) -> std::io::Result<()> {
    for file in checked {
        for found in &file.diagnostics {
            write!(world.out, "{}", human::diagnostic(found, &file.source, file.lang, session.screen))?;
        }
    }
    // Where no file could be read there is nothing to sum up.
    let Some(lang) = checked.first().map(|file| file.lang) else { return Ok(()) };
    let sum = |severity| checked.iter().map(|file| count(file, severity)).sum();
    let (errors, warnings, notes): (usize, usize, usize) =
        (sum(Severity::Error), sum(Severity::Warning), sum(Severity::Note));
    if errors + warnings + notes == 0 {
        return writeln!(world.out, "{}", problem::all_good(lang, checked.len()));
    }
    if checked.is_empty() {
        return Ok(());
    }
    writeln!(world.out, "{}", problem::summed(lang, errors, warnings, notes))
}

fn count(file: &Checked, severity: Severity) -> usize {
    file.diagnostics.iter().filter(|found| found.severity() == severity).count()
}
