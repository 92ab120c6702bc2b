//! What was typed for every command, and what it means: the plan, the day, the language, the screen.

use super::advice::{self, Program};
use super::failure::Failure;
use super::system::{Deed, way_out, why};
use super::world::{Terminal, World};
use crate::diagnostic::{Severity, Source};
use crate::file::{self, Document};
use crate::plan::{NoDay, Plan, read_day};
use crate::render::{Screen, human};
use crate::text::{Lang, Message, one_line, words::command, words::system};
use chrono::{Datelike, NaiveDate};
use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};

/// Options that every command has.
#[derive(clap::Args, Debug)]
pub struct Global {
    /// The plan file; `-` reads standard input; a folder, or several, for a question to many plans
    ///
    /// Default: what PAPI_PLAN_FILE names, else plan.toml here or in the nearest folder above. Of a folder every
    /// plan in it and below it is asked.
    #[arg(short, long, value_name = "FILE")]
    pub plan: Vec<PathBuf>,

    /// The day the question is asked for, 2020-10-15 or 15/10/2020; today if left out
    #[arg(long, global = true, value_name = "DATE")]
    pub as_of: Option<String>,

    /// The language of reports: vi or en
    ///
    /// Default: PAPI_PLAN_LANG, then what LC_ALL, LC_MESSAGES or LANG name, then `lang` of the plan, then
    /// English.
    #[arg(long, global = true, value_name = "LANG", value_parser = ["vi", "en"], hide_possible_values = true)]
    lang: Option<String>,

    /// Colours: auto, always or never; NO_COLOR is respected
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t, hide_possible_values = true)]
    color: ColorChoice,
}

/// When to use colours.
#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColorChoice {
    /// On a terminal, unless NO_COLOR is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What the options mean, before a plan is read.
pub struct Session {
    /// The plans that are named: files, folders, `-`; none where the one here is meant.
    pub(super) named: Vec<PathBuf>,
    /// How the program was called, for command lines that messages advise.
    pub program: Program,
    /// D.
    pub as_of: NaiveDate,
    /// The language that is asked for; where none is, what is about a plan is told in its own.
    pub lang: Option<Lang>,
    /// The terminal that results go to.
    pub screen: Screen,
    /// The terminal that messages go to.
    pub messages: Screen,
    /// The file that results go to instead: as wide as a pipe, and plain unless colour is forced.
    pub paper: Screen,
}

impl Session {
    /// Works out what the options mean.
    ///
    /// # Errors
    /// A date that is none.
    pub fn new(global: &Global, world: &World<'_>) -> Result<Self, Failure> {
        let lang = wanted_lang(global, world)?;
        let as_of = match &global.as_of {
            Some(text) => day(text, world.today)?,
            None => world.today,
        };
        let paper = world.columns().unwrap_or(120);
        let screen = |terminal: Option<Terminal>| Screen {
            width: terminal.and_then(|terminal| terminal.width).unwrap_or(paper),
            colour: match global.color {
                ColorChoice::Always => true,
                ColorChoice::Never => false,
                ColorChoice::Auto => world.is_coloured(terminal),
            },
        };
        let named = match &global.plan[..] {
            [] => world.variable("PAPI_PLAN_FILE").map(PathBuf::from).into_iter().collect(),
            named => named.to_vec(),
        };
        Ok(Self {
            named,
            program: Program::new(global),
            as_of,
            lang,
            screen: screen(world.terminals.out),
            messages: screen(world.terminals.err),
            paper: screen(None),
        })
    }

    /// The language for what is about no plan.
    pub fn lang(&self) -> Lang {
        self.lang_of(None)
    }

    /// The language for what is about a plan, which may ask for one.
    pub fn lang_of(&self, plan: Option<Lang>) -> Lang {
        self.lang.or(plan).unwrap_or_default()
    }

    /// Reads the one plan; its problems go to the messages.
    ///
    /// # Errors
    /// A file that cannot be read, or a plan with errors.
    pub fn load(&self, path: &Path, world: &mut World<'_>) -> Result<Plan, Failure> {
        let source = self.read(path, world)?;
        Document::read_plan(&source).map_err(|document| self.report_problems(&document, world))
    }

    /// The plan of a file; its problems go to the messages.
    ///
    /// # Errors
    /// A plan with errors.
    pub fn plan_of<'d>(&self, document: &'d Document, world: &mut World<'_>) -> Result<&'d Plan, Failure> {
        document.plan().ok_or_else(|| self.report_problems(document, world))
    }

    /// Shows the errors of a plan that cannot be used.
    fn report_problems(&self, document: &Document, world: &mut World<'_>) -> Failure {
        let lang = self.lang_of(document.lang());
        let errors = document.problems().iter().filter(|found| found.is_error());
        let mut told: String = errors.map(|found| human::problem(found, lang, self.messages)).collect();
        told += has_errors(document).in_lang(lang);
        match world.err.write_all(told.as_bytes()) {
            Ok(()) => Failure::plan_has_errors(),
            Err(error) => Failure::from(error).in_lang_of(document.lang()),
        }
    }

    /// Reads a file, or standard input where the path is `-`.
    ///
    /// # Errors
    /// What the system says, in the user's language.
    pub fn read(&self, path: &Path, world: &mut World<'_>) -> Result<Source, Failure> {
        if path == Path::new("-") {
            let name = command::stdin_name(self.lang());
            return file::read_from(name, &mut *world.stdin).map_err(|error| cannot_read(name, &error));
        }
        read_file(path, &locate(path, world)?)
    }

    /// The file of the plan, with its full path, where that does not stand in the current folder.
    pub fn elsewhere(&self, world: &World<'_>) -> Option<String> {
        let plan = locate(&self.plan_file(world).ok()?, world).ok()?.canonicalize().ok()?;
        let here = world.folder.as_ref().ok().and_then(|folder| folder.canonicalize().ok());
        (plan.parent() != here.as_deref()).then(|| as_typed(&plan.display().to_string()))
    }
}

/// That a plan has errors, how many, and where to see them.
pub fn has_errors(document: &Document) -> Message {
    let source = document.source();
    let check = advice::check(if source.own_name().is_none() { "-" } else { source.name() });
    let told = document.problems().iter().filter(|found| found.is_error()).count();
    let untold = document.untold().iter().filter(|(code, _)| code.severity() == Severity::Error).count();
    Message::new(|lang| {
        let said = command::plan_has_errors(lang, &one_line(source.name()), told + untold, &one_line(&check));
        format!("{}: {said}\n", command::error_label(lang))
    })
}

/// Reads a file, under the name that people know it by.
///
/// # Errors
/// What the system says.
pub fn read_file(name: &Path, at: &Path) -> Result<Source, Failure> {
    file::read(name.as_os_str(), at).map_err(|error| cannot_read(&name.display().to_string(), &error))
}

/// A file or folder that could not be read, and why.
pub fn cannot_read(name: &str, error: &io::Error) -> Failure {
    let message = |lang| command::cannot_read(lang, &one_line(name), &why(lang, error));
    Failure::with(message, |lang| way_out(lang, error, Deed::Read))
}

/// Where a path leads that was typed.
///
/// # Errors
/// A folder that is not there any more, if the path needs it.
pub fn locate(typed: &Path, world: &World<'_>) -> Result<PathBuf, Failure> {
    world.locate(typed).map_err(no_folder)
}

/// A full path without what Windows puts before it.
fn as_typed(full: &str) -> String {
    match full.strip_prefix("\\\\?\\UNC\\") {
        Some(share) => format!("\\\\{share}"),
        None => full.strip_prefix("\\\\?\\").unwrap_or(full).to_owned(),
    }
}

/// Reads a date as typed; one without a year, `8/10`, is of the year of that day.
///
/// # Errors
/// What is no date.
pub fn day(text: &str, as_of: NaiveDate) -> Result<NaiveDate, Failure> {
    read_day(&with_year(text.trim(), as_of)).map_err(|why| no_day(text, why))
}

/// A range of days, if some day lies in it; `options` name the options that it was typed with.
///
/// # Errors
/// A range that ends before it begins.
pub fn range(
    (from, to): (Option<NaiveDate>, Option<NaiveDate>),
    options: &str,
) -> Result<(Option<NaiveDate>, Option<NaiveDate>), Failure> {
    match (from, to) {
        (Some(from), Some(to)) if from > to => {
            let message = |lang: Lang| command::no_day_between(lang, &lang.date(from), &lang.date(to));
            Err(Failure::refused(message, |lang| command::no_day_between_help(lang, options)))
        }
        range => Ok(range),
    }
}

/// A day and a month with the year that is meant; all else as it is.
pub fn with_year(text: &str, as_of: NaiveDate) -> Cow<'_, str> {
    let is_short = |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('/') {
        Some((day, month)) if is_short(day) && is_short(month) => format!("{text}/{:04}", as_of.year()).into(),
        _ => text.into(),
    }
}

/// A text that is no day, and why.
pub fn no_day(text: &str, why: NoDay) -> Failure {
    let message = |lang| {
        let message = command::bad_day(lang, &one_line(text));
        match why.in_words(lang) {
            Some(why) => format!("{message}: {why}"),
            None => message,
        }
    };
    Failure::refused(message, command::bad_day_help)
}

/// Our folder cannot be known.
pub(super) fn no_folder(error: &io::Error) -> Failure {
    let why = |lang| match error.kind() {
        io::ErrorKind::NotFound => system::why_folder_gone(lang).to_owned(),
        _ => why(lang, error),
    };
    Failure::refused(|lang| command::no_folder(lang, &why(lang)), command::no_folder_help)
}

/// The language that the user asks for: by option, by our own variable, by the locale.
fn wanted_lang(global: &Global, world: &World<'_>) -> Result<Option<Lang>, Failure> {
    let named = global.lang.as_deref().and_then(Lang::from_tag);
    if let (None, Some(value)) = (named, world.variable("PAPI_PLAN_LANG")) {
        let value = value.to_string_lossy().into_owned();
        let lang = ["vi", "en"].contains(&value.as_str()).then(|| Lang::from_tag(&value)).flatten();
        let unknown = || Failure::refused(|lang| command::bad_lang(lang, &one_line(&value)), command::bad_lang_help);
        return lang.map(Some).ok_or_else(unknown);
    }
    Ok(named.or_else(|| locale(world)))
}

/// The language for what goes wrong before all options are understood.
pub fn first_lang(global: &Global, world: &World<'_>) -> Option<Lang> {
    wanted_lang(global, world).ok().flatten()
}

/// The first of the locale's variables that names a language of ours.
fn locale(world: &World<'_>) -> Option<Lang> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    names.filter_map(world.env).find_map(|value| Lang::from_tag(&value.to_string_lossy()))
}
