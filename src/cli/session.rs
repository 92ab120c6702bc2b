//! What was typed for every command, and what it means: the plan, the day, the language, the screen.

use super::failure::{Failure, why};
use crate::diagnostic::Source;
use crate::diagnostic::{Diagnostic, Severity};
use crate::file::{self, Document};
use crate::plan::{Plan, parse_day};
use crate::render::{Screen, human};
use crate::report::Speaker;
use crate::text::{Lang, one_line, words::command};
use chrono::NaiveDate;
use std::cell::Cell;
use std::ffi::OsString;
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

/// Options that every command has.
#[derive(clap::Args, Debug)]
pub struct Global {
    /// The plan file; `-` reads standard input
    ///
    /// Default: what PAPI_PLAN_FILE names, else plan.toml here or in the nearest folder above.
    #[arg(short, long, global = true, value_name = "FILE")]
    plan: Option<PathBuf>,

    /// The day the question is asked for, 2020-10-15 or 15/10/2020; today if left out
    #[arg(long, global = true, value_name = "DATE")]
    as_of: Option<String>,

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

/// The world outside: everything a command takes from it or gives to it.
pub struct World<'w> {
    /// Today in Viet Nam.
    pub today: NaiveDate,
    /// The environment.
    pub env: &'w dyn Fn(&str) -> Option<OsString>,
    /// Where results go.
    pub out: &'w mut dyn Write,
    /// Where all else goes.
    pub err: &'w mut dyn Write,
}

/// What the options mean, before a plan is read.
pub struct Session {
    plan: Option<PathBuf>,
    /// D.
    pub as_of: NaiveDate,
    lang: Option<Lang>,
    /// The language of the plan, once one is read: what goes wrong later is told in it too.
    plan_lang: Cell<Option<Lang>>,
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
            Some(text) => day(text, lang.unwrap_or_default())?,
            None => world.today,
        };
        let no_color = (world.env)("NO_COLOR").is_some_and(|value| !value.is_empty());
        let colour = |is_terminal: bool| match global.color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => is_terminal && !no_color && (world.env)("TERM").is_none_or(|term| term != "dumb"),
        };
        let terminal = terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0));
        let paper = columns(world.env);
        let width = terminal.filter(|width| *width > 0).unwrap_or(paper);
        Ok(Self {
            plan: global.plan.clone().or_else(|| set(world.env, "PAPI_PLAN_FILE").map(PathBuf::from)),
            as_of,
            lang,
            plan_lang: Cell::new(None),
            screen: Screen { width, colour: colour(std::io::stdout().is_terminal()) },
            messages: Screen { width, colour: colour(std::io::stderr().is_terminal()) },
            paper: Screen { width: paper, colour: colour(false) },
        })
    }

    /// The language for what has no plan, or whose plan names none.
    pub fn lang_or(&self, plan: Option<Lang>) -> Lang {
        self.lang.or(plan).or(self.plan_lang.get()).unwrap_or_default()
    }

    /// How reports on a plan speak.
    pub fn speaker<'p>(&self, plan: &'p Plan) -> Speaker<'p> {
        Speaker { plan, lang: self.lang_or(plan.about.lang) }
    }

    /// Reads the plan; its problems go to the messages.
    ///
    /// # Errors
    /// A file that cannot be read, or a plan with errors.
    pub fn load(&self, world: &mut World<'_>) -> Result<Plan, Failure> {
        let source = self.source()?;
        self.plan_of(&source, world)
    }

    /// The plan that a file says; its problems go to the messages.
    ///
    /// # Errors
    /// A plan with errors.
    pub fn plan_of(&self, source: &Source, world: &mut World<'_>) -> Result<Plan, Failure> {
        let (result, lang) = Document::read(source, |document| {
            self.plan_lang.set(document.lang());
            (document.into_plan(), self.lang_or(None))
        });
        result.map_err(|problems| self.report_problems(source, &problems, lang, world))
    }

    /// Looks which language a plan asks for, to tell in it why the plan cannot be had for marking.
    pub fn learn_lang(&self, path: &Path) {
        // Of a pipe there may never come anything.
        if path.is_file()
            && let Ok(source) = file::read(path)
        {
            Document::read(&source, |document| self.plan_lang.set(document.lang()));
        }
    }

    /// Shows the errors of a plan that cannot be used.
    pub fn report_problems(
        &self,
        source: &Source,
        problems: &[Diagnostic],
        lang: Lang,
        world: &mut World<'_>,
    ) -> Failure {
        let errors: Vec<_> = problems.iter().filter(|found| found.severity() == Severity::Error).collect();
        for found in &errors {
            if let Err(error) = write!(world.err, "{}", human::diagnostic(found, source, lang, self.messages)) {
                return error.into();
            }
        }
        let summary = command::plan_has_errors(lang, &one_line(source.name()), errors.len());
        match writeln!(world.err, "{}: {summary}", command::error_label(lang)) {
            Ok(()) => Failure::PlanHasErrors,
            Err(error) => error.into(),
        }
    }

    fn source(&self) -> Result<Source, Failure> {
        let lang = self.lang_or(None);
        match self.path()? {
            path if path == Path::new("-") => read_stdin(lang, std::io::stdin().lock()),
            path => read(&path, lang),
        }
    }

    /// Whether a path leads to the plan itself.
    ///
    /// # Errors
    /// No plan.toml anywhere.
    pub fn is_plan(&self, path: &Path) -> Result<bool, Failure> {
        let (plan, path) = (self.path()?.canonicalize(), path.canonicalize());
        Ok(plan.is_ok_and(|plan| path.is_ok_and(|path| plan == path)))
    }

    /// The path of the plan: the one named, or plan.toml here or in the nearest folder above.
    ///
    /// # Errors
    /// No plan.toml anywhere.
    pub fn path(&self) -> Result<PathBuf, Failure> {
        if let Some(path) = &self.plan {
            return Ok(path.clone());
        }
        let here = std::env::current_dir()?;
        let mut found = here.ancestors().enumerate().filter(|(_, folder)| folder.join(PLAN).is_file());
        match found.next() {
            Some((0, _)) => Ok(PathBuf::from(PLAN)),
            Some((_, folder)) => Ok(folder.join(PLAN)),
            None => {
                let lang = self.lang_or(None);
                Err(Failure::refused(command::no_plan(lang), command::no_plan_help(lang)))
            }
        }
    }
}

const PLAN: &str = "plan.toml";

/// Reads a file, or says why not.
///
/// # Errors
/// What the system says, in the user's language.
pub fn read(path: &Path, lang: Lang) -> Result<Source, Failure> {
    file::read(path).map_err(|error| cannot_read(lang, &path.display().to_string(), &error))
}

/// Reads standard input.
///
/// # Errors
/// What the system says, in the user's language.
pub fn read_stdin(lang: Lang, stdin: impl Read) -> Result<Source, Failure> {
    let name = command::stdin_name(lang);
    file::read_from(name, stdin).map_err(|error| cannot_read(lang, name, &error))
}

fn cannot_read(lang: Lang, name: &str, error: &std::io::Error) -> Failure {
    let message = command::cannot_read(lang, &one_line(name), &why(lang, error));
    Failure::plain(message)
}

/// Reads a date as typed.
///
/// # Errors
/// What is no date.
pub fn day(text: &str, lang: Lang) -> Result<NaiveDate, Failure> {
    parse_day(text.trim())
        .ok_or_else(|| Failure::refused(command::bad_day(lang, &one_line(text)), command::bad_day_help(lang)))
}

/// A variable of the environment; an empty one counts as unset.
fn set(env: &dyn Fn(&str) -> Option<OsString>, name: &str) -> Option<OsString> {
    env(name).filter(|value| !value.is_empty())
}

/// The language that the user asks for: by option, by our own variable, by the locale.
fn wanted_lang(global: &Global, world: &World<'_>) -> Result<Option<Lang>, Failure> {
    let named = global.lang.as_deref().and_then(Lang::from_tag);
    if let (None, Some(value)) = (named, set(world.env, "PAPI_PLAN_LANG")) {
        let value = value.to_string_lossy().into_owned();
        let lang = ["vi", "en"].contains(&value.as_str()).then(|| Lang::from_tag(&value)).flatten();
        let unknown =
            || Failure::refused(command::bad_lang(Lang::En, &one_line(&value)), command::bad_lang_help(Lang::En));
        return lang.map(Some).ok_or_else(unknown);
    }
    Ok(named.or_else(|| locale(world.env)))
}

/// The language for what goes wrong before all options are understood.
pub fn first_lang(global: &Global, world: &World<'_>) -> Lang {
    wanted_lang(global, world).ok().flatten().unwrap_or_default()
}

/// The first of the locale's variables that names a language of ours.
fn locale(env: &dyn Fn(&str) -> Option<OsString>) -> Option<Lang> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    names.filter_map(env).find_map(|value| Lang::from_tag(&value.to_string_lossy()))
}

/// The width of what is no terminal: COLUMNS, else 120.
fn columns(env: &dyn Fn(&str) -> Option<OsString>) -> usize {
    let columns = env("COLUMNS").and_then(|columns| columns.to_str()?.trim().parse().ok());
    columns.filter(|width| *width > 0).unwrap_or(120)
}
