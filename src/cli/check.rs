use super::failure::{Exit, Failure};
use super::plans::name_once;
use super::session::Session;
use super::typed;
use super::world::World;
use crate::check::{self, Judged};
use crate::diagnostic::{Code, Problem, Severity, Source};
use crate::file::Document;
use crate::render::{Hosted, github, human, json, sarif, short};
use crate::report::Head;
use crate::text::{Lang, nearest, one_line, words::command, words::problem};
use std::path::{Path, PathBuf};

/// Every problem in plan files, with code, place and a way out
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  The plan here:
    papi-plan check
  Several files in one run, warnings failing too:
    papi-plan check --deny-warnings plan.toml examples/*.toml
  What a change takes away from the plan, in a repository:
    git show main:plan.toml | papi-plan check --against - plan.toml
  What a code means:
    papi-plan check --explain no-lead")]
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
    #[arg(long, value_name = "CODE", value_parser = codes(), hide_possible_values = true)]
    allow: Vec<String>,

    /// Fail on what has this code, a warning or a note too; may be repeated
    #[arg(long, value_name = "CODE", value_parser = codes(), hide_possible_values = true)]
    deny: Vec<String>,

    /// An older version of the same plan: find what was taken away from it or changed in it
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,

    /// Say what a code means, and why
    #[arg(long, value_name = "CODE", value_parser = codes(), hide_possible_values = true)]
    #[arg(conflicts_with_all = ["files", "against"])]
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

fn codes() -> typed::Listed<impl Fn() -> Vec<&'static str> + Clone> {
    typed::Listed(|| Code::ALL.iter().map(|code| code.name()).collect())
}

/// How many problems of a file are told: nobody reads more, and no host shows them.
const MOST_PROBLEMS: usize = 1000;

/// What is wrong with a file, and in which language to say so.
struct Checked {
    /// What is told, in the order of the file.
    told: Vec<Problem>,
    /// The codes of what is not.
    untold: Vec<Code>,
    /// The name of the file.
    file: String,
    lang: Lang,
}

impl Checked {
    fn new(source: &Source, checked: check::Checked, lang: Lang) -> Self {
        let check::Checked { told, untold } = checked;
        Self { told, untold, file: source.name().to_owned(), lang }
    }

    /// Keeps what is wanted, and tells the first of it alone.
    fn narrow(&mut self, wanted: &Wanted) {
        self.told.retain(|found| wanted.is_told(found.code));
        self.untold.retain(|code| wanted.is_told(*code));
        let more = self.told.split_off(self.told.len().min(MOST_PROBLEMS));
        self.untold.extend(more.iter().map(|found| found.code));
    }

    /// The code of each problem.
    fn codes(&self) -> impl Iterator<Item = Code> {
        self.told.iter().map(|found| found.code).chain(self.untold.iter().copied())
    }

    /// How many are not told, in words; nothing where all are.
    fn more(&self) -> Option<String> {
        let more = self.untold.len();
        (more > 0).then(|| problem::more(self.lang, &one_line(&self.file), more))
    }
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    if let Some(word) = &args.explain {
        let lang = session.lang();
        write!(world.out, "{}", human::explanation(code(word)?, lang, session.screen))?;
        return Ok(Exit::Done);
    }
    let wanted = Wanted::new(args)?;
    let mut files = if args.files.is_empty() { vec![session.plan_file(world)?] } else { args.files.clone() };
    name_once(&mut files, world);
    refuse_twice(args, &files)?;
    let (mut checked, mut unreadable) = (Vec::new(), Vec::new());
    for (number, file) in files.iter().enumerate() {
        let is_last = number + 1 == files.len();
        match check_file(file, is_last, args, session, world) {
            Ok(files) => checked.extend(files),
            Err(failure) => unreadable.push(failure),
        }
    }
    for file in &mut checked {
        file.narrow(&wanted);
    }
    write(args.format, &checked, session, world)?;
    // A file that cannot be read does not keep the others from being checked.
    if let Some(last) = unreadable.pop() {
        for failure in unreadable {
            writeln!(world.err, "{}", failure.report(session.lang).unwrap_or_default())?;
        }
        return Err(last);
    }
    let fails = checked.iter().flat_map(Checked::codes).any(|code| wanted.fails(code));
    Ok(if fails { Exit::Findings } else { Exit::Done })
}

/// Which codes are left out, and which fail.
struct Wanted {
    allowed: Vec<Code>,
    denied: Vec<Code>,
    deny_warnings: bool,
}

impl Wanted {
    fn new(args: &Args) -> Result<Self, Failure> {
        let codes = |words: &[String]| words.iter().map(|word| code(word)).collect::<Result<Vec<_>, _>>();
        Ok(Self { allowed: codes(&args.allow)?, denied: codes(&args.deny)?, deny_warnings: args.deny_warnings })
    }

    fn is_told(&self, code: Code) -> bool {
        !self.allowed.contains(&code) || self.denied.contains(&code)
    }

    fn fails(&self, code: Code) -> bool {
        match code.severity() {
            Severity::Error => true,
            Severity::Warning => self.deny_warnings || self.denied.contains(&code),
            Severity::Note => self.denied.contains(&code),
        }
    }
}

/// The code of that name; an unknown one is an error with the nearest.
fn code(word: &str) -> Result<Code, Failure> {
    Code::from_name(word).ok_or_else(|| {
        let nearest = nearest(word, Code::ALL.iter().map(|code| code.name())).unwrap_or_default();
        Failure::refused(
            |lang| command::unknown_code(lang, &one_line(word)),
            |lang| command::did_you_mean(lang, nearest),
        )
    })
}

/// Standard input can be read once, and an older version belongs to one file.
fn refuse_twice(args: &Args, files: &[PathBuf]) -> Result<(), Failure> {
    if files.iter().chain(&args.against).filter(|file| *file == Path::new("-")).count() > 1 {
        return Err(Failure::plain(command::stdin_twice));
    }
    if args.against.is_some() && files.len() > 1 {
        return Err(Failure::plain(command::against_one));
    }
    Ok(())
}

/// Checks a file; errors of an older version that it is compared with are told too.
fn check_file(
    file: &Path,
    is_last: bool,
    args: &Args,
    session: &Session,
    world: &mut World<'_>,
) -> Result<Vec<Checked>, Failure> {
    let source = session.read(file, world)?;
    let document = Document::read(&source);
    let lang = session.lang_of(document.lang());
    let mut problems = problems(&document, session);
    let Some(older) = &args.against else {
        let checked = vec![Checked::new(&source, problems, lang)];
        leave(document, is_last);
        return Ok(checked);
    };
    let older = session.read(older, world)?;
    let old = Document::read(&older);
    let compared = check::against(&judged(&old, session), &judged(&document, session), |at| old.place(at));
    if let Some(unread) = compared.unread.in_words(lang) {
        writeln!(world.err, "{unread}")?;
    }
    problems.told.extend(compared.problems.into_iter().map(|found| found.placed(|at| document.place(at))));
    problems.told.sort_by_key(Problem::order);
    let is_error = |code: Code| code.severity() == Severity::Error;
    let of_older = check::Checked {
        told: old.problems().iter().filter(|found| is_error(found.code)).cloned().collect(),
        untold: old.untold().iter().map(|(code, _)| *code).filter(|code| is_error(*code)).collect(),
    };
    leave(old, is_last);
    leave(document, is_last);
    Ok(vec![Checked::new(&source, problems, lang), Checked::new(&older, of_older, lang)])
}

/// Gives back what was read of a file: of the last one the system takes it at once, as the program ends.
fn leave(document: Document, is_last: bool) {
    if is_last {
        std::mem::forget(document);
    }
}

/// What reading found, and what the rules find beside it.
fn problems(document: &Document, session: &Session) -> check::Checked {
    let judged = judged(document, session);
    check::problems(&judged, document.problems(), document.untold(), |at| document.place(at))
}

fn judged<'a>(document: &'a Document, session: &Session) -> Judged<'a> {
    Judged { draft: document.draft(), sketch: document.sketch(), as_of: session.as_of }
}

fn write(format: Format, checked: &[Checked], session: &Session, world: &mut World<'_>) -> Result<(), Failure> {
    let each = || checked.iter().flat_map(|file| file.told.iter().map(|found| (found, file.lang)));
    let hosted = Hosted(world.folder.as_deref().ok());
    match format {
        Format::Human => write_human(checked, session, world)?,
        Format::Short => {
            for (found, lang) in each() {
                writeln!(world.out, "{}", short::line(found, lang))?;
            }
            for more in checked.iter().filter_map(Checked::more) {
                writeln!(world.out, "{more}")?;
            }
        }
        Format::Github => {
            for (found, lang) in each() {
                writeln!(world.out, "{}", github::command(found, lang, hosted))?;
            }
            for more in checked.iter().filter_map(Checked::more) {
                writeln!(world.out, "{}", github::notice(&more))?;
            }
        }
        Format::Json => {
            let mut problems = json::Problems::new(Head::about("check", None, session.as_of));
            for file in checked {
                problems.add(&file.told, file.untold.len(), file.lang);
            }
            json::write(world.out, &problems)?;
        }
        Format::Sarif => {
            let results = each().map(|(found, lang)| sarif::Result::new(found, lang, hosted));
            let more = checked.iter().map(|file| file.untold.len()).sum();
            json::write(world.out, &sarif::log(results.collect(), more, session.lang()))?;
        }
    }
    Ok(())
}

fn write_human(checked: &[Checked], session: &Session, world: &mut World<'_>) -> std::io::Result<()> {
    for file in checked {
        for found in &file.told {
            write!(world.out, "{}", human::problem(found, file.lang, session.screen))?;
        }
        if let Some(more) = file.more() {
            writeln!(world.out, "{more}\n")?;
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
    file.codes().filter(|code| code.severity() == severity).count()
}
