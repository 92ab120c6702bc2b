use super::failure::{Exit, Failure};
use super::output::cannot_write;
use super::question::{self, Answered};
use super::session::{Session, cannot_read, day, locate};
use super::soon;
use super::world::World;
use crate::file;
use crate::paper::{self, Unreadable};
use crate::plan::Plan;
use crate::render::letter::{self, FIELDS, Parts, ROW_FIELDS, Shape, TemplateError, Wording};
use crate::report::{Addressee, AgencyName, Letter, OverdueAnswer, OverdueQuestion};
use crate::text::{Lang, nearest, one_line, words::letter as words, words::mark};
use chrono::NaiveDate;
use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A letter to every body that is overdue, as a document for Word
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  A letter to everyone who is late, in a folder of its own:
    papi-plan remind -o letters
  One a district for its communes, with an answer by the 20th:
    papi-plan remind --as-of 15/10/2020 --by-group --reply-by 20/10 -o districts
  To one agency, with what falls due within a week:
    papi-plan remind -a \"Sở Nội vụ\" --soon -o home-affairs
  In an office's own words: print the letter, change it, use it:
    papi-plan remind --print-template letter.docx
    papi-plan remind --template letter.docx -o own-words")]
pub struct Args {
    /// Only to this agency or to the bodies of this group; may be repeated
    #[arg(short, long = "agency", value_name = "AGENCY")]
    agencies: Vec<String>,

    /// Also about what has at most so many days left; the plan's due_soon_days if left out
    #[arg(long, value_name = "DAYS", num_args = 0..=1)]
    soon: Option<Option<u32>>,

    /// One letter to each innermost group, with those of it that are late
    #[arg(long)]
    by_group: bool,

    /// Until when an answer is expected; dots to fill in if left out
    #[arg(long, value_name = "DATE")]
    reply_by: Option<String>,

    /// An office's own letter: a .docx with placeholders such as {{agency}} and {{row.title}}
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,

    /// Write the built-in letter with its placeholders, to start from, and no other
    #[arg(long, value_name = "FILE", conflicts_with_all = ["template", "folder"])]
    print_template: Option<PathBuf>,

    /// The folder for the letters, made where it is missing
    #[arg(short = 'o', long = "output", value_name = "FOLDER", required_unless_present = "print_template")]
    folder: Option<PathBuf>,

    /// Replace letters that are there
    #[arg(long)]
    force: bool,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    let reply_by = args.reply_by.as_deref().map(|typed| reply_by(typed, session.as_of)).transpose()?;
    let until = |plan: &Plan| soon::until(args.soon, plan, session.as_of);
    let Answered { answer, lang, exit } = question::ask_until(session, world, until, |lookup| {
        let question = |agencies| OverdueQuestion {
            agencies,
            soon: soon::days(args.soon, lookup.snapshot.plan),
            with_others: true,
            ..OverdueQuestion::default()
        };
        Ok(lookup.agencies(&args.agencies)?.map(|asked| OverdueAnswer::new(lookup.snapshot, &question(asked))))
    })?;
    let wording = Wording { lang: session.lang_of(lang), reply_by };
    let done = match (&args.print_template, &args.folder) {
        (Some(path), _) => print_template(args, path, &answer, wording.lang, world),
        (None, Some(folder)) => write_letters(args, folder, &answer, wording, world),
        (None, None) => Ok(()),
    };
    done.map(|()| exit).map_err(|failure| failure.in_lang_of(lang))
}

fn addressee(args: &Args) -> Addressee {
    if args.by_group { Addressee::Group } else { Addressee::Body }
}

/// An answer can only be expected on the day itself or later.
fn reply_by(typed: &str, as_of: NaiveDate) -> Result<NaiveDate, Failure> {
    let day = day(typed, as_of)?;
    if day >= as_of {
        return Ok(day);
    }
    let message = |lang: Lang| words::reply_by_past(lang, &lang.date(day), &lang.date(as_of));
    Err(Failure::refused(message, words::reply_by_past_help))
}

fn print_template(
    args: &Args,
    path: &Path,
    answer: &OverdueAnswer,
    lang: Lang,
    world: &mut World<'_>,
) -> Result<(), Failure> {
    let template = letter::unfilled(&letter::template(Shape::whole(answer, addressee(args)), answer, lang))?;
    let place = locate(path, world)?;
    let (folder, name) = (place.parent().unwrap_or(Path::new("")), place.file_name().unwrap_or_default());
    let reports = [(name.to_string_lossy().into_owned(), template)];
    file::write_reports(folder, &reports, args.force).map_err(|(_, error)| not_written(path, &error))?;
    let shown = one_line(&path.to_string_lossy()).into_owned();
    Ok(writeln!(world.out, "{}", words::template_written(lang, &shown))?)
}

fn write_letters(
    args: &Args,
    folder: &Path,
    answer: &OverdueAnswer,
    wording: Wording,
    world: &mut World<'_>,
) -> Result<(), Failure> {
    let lang = wording.lang;
    let own = args.template.as_deref().map(|path| read_template(path, world)).transpose()?;
    let found = answer.letters(addressee(args));
    let mut names = HashSet::new();
    let mut written = Vec::with_capacity(found.letters.len());
    for letter in &found.letters {
        let shape = Shape::of(letter, answer, addressee(args));
        let builtin = if own.is_none() { letter::template(shape, answer, lang) } else { Parts::new() };
        let template = own.as_ref().unwrap_or(&builtin);
        let filled = letter::filled(template, letter, answer, wording);
        let bytes = filled.map_err(|error| no_letter(args.template.as_deref().unwrap_or(folder), &error))?;
        written.push((file_name(letter, &mut names), bytes));
    }
    if !written.is_empty() {
        let place = locate(folder, world)?;
        let shown = |path: &Path| match path.strip_prefix(&place) {
            Ok(name) if name.as_os_str().is_empty() => folder.to_owned(),
            name => folder.join(name.unwrap_or(path)),
        };
        let done = file::write_reports(&place, &written, args.force);
        done.map_err(|(path, error)| not_written(&shown(&path), &error))?;
    }
    let shown = one_line(&folder.to_string_lossy()).into_owned();
    let said = match written.len() {
        0 => words::no_letters(lang).to_owned(),
        1 => words::one_letter(lang, &shown),
        count => words::letters(lang, count, &shown),
    };
    writeln!(world.out, "{said}")?;
    if !found.others.is_empty() {
        writeln!(world.out, "{}", words::none_needed(lang, &first_names(&found.others, lang)))?;
    }
    Ok(())
}

/// A letter is named after the id of whom it goes to; bodies of several plans may have one id and two names.
fn file_name(letter: &Letter<'_>, taken: &mut HashSet<String>) -> String {
    let names = (1_usize..).map(|number| match number {
        1 => format!("{}.docx", letter.id),
        _ => format!("{}-{number}.docx", letter.id),
    });
    let mut free = names.skip_while(|name| taken.contains(name));
    let name = free.next().unwrap_or_default();
    taken.insert(name.clone());
    name
}

/// How many names are told of those to whom no letter goes.
const MOST_NAMES: usize = 6;

fn first_names(others: &[Arc<AgencyName>], lang: Lang) -> String {
    let shown: Vec<_> = others.iter().take(MOST_NAMES).map(|agency| agency.shown(lang)).collect();
    match others.len().saturating_sub(MOST_NAMES) {
        0 => shown.join(", "),
        rest => mark::list_more(lang, &shown.join(", "), rest),
    }
}

fn not_written(path: &Path, error: &std::io::Error) -> Failure {
    if error.kind() != ErrorKind::AlreadyExists {
        return cannot_write(path, error);
    }
    let shown = one_line(&path.to_string_lossy()).into_owned();
    Failure::refused(|lang| words::is_there(lang, &shown), words::is_there_help)
}

fn read_template(path: &Path, world: &World<'_>) -> Result<Parts, Failure> {
    let shown = path.display().to_string();
    let bytes =
        file::read_bytes(&locate(path, world)?, paper::MAX_FILE).map_err(|error| cannot_read(&shown, &error))?;
    paper::unpack(&bytes).map_err(|why| unreadable(path, why))
}

fn unreadable(path: &Path, why: Unreadable) -> Failure {
    let shown = one_line(&path.to_string_lossy()).into_owned();
    let said = move |lang| match why {
        Unreadable::Old => words::old_document(lang),
        Unreadable::NoPackage => words::no_document(lang),
        Unreadable::TooMuch(_) => words::too_large(lang),
    };
    Failure::refused(|lang| words::cannot_use(lang, &shown, said(lang)), words::save_as_docx)
}

/// What is wrong with a template.
fn no_letter(path: &Path, error: &TemplateError) -> Failure {
    let shown = one_line(&path.to_string_lossy()).into_owned();
    let said = |lang| match error {
        TemplateError::NoDocument => words::no_document(lang).to_owned(),
        TemplateError::Unknown(name) => words::unknown_placeholder(lang, &one_line(name)),
        TemplateError::Unclosed(text) => words::unclosed_placeholder(lang, &one_line(text)),
        TemplateError::OutsideTable(name) => words::outside_table(lang, name),
    };
    let known = || FIELDS.iter().chain(&ROW_FIELDS).copied();
    let help = |lang| match error {
        TemplateError::NoDocument => words::save_as_docx(lang).to_owned(),
        TemplateError::Unknown(name) => match nearest(name, known()) {
            Some(near) => words::nearest_placeholder(lang, near),
            None => words::known_placeholders(lang, &known().collect::<Vec<_>>().join(", ")),
        },
        TemplateError::Unclosed(_) => words::close_placeholder(lang).to_owned(),
        TemplateError::OutsideTable(_) => words::into_table(lang).to_owned(),
    };
    Failure::refused(|lang| words::cannot_use(lang, &shown, &said(lang)), help)
}
