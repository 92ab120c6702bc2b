//! What was typed for every command, and what it means: the plan, the day, the language, the screen.

use super::failure::Failure;
use super::speaker::Speaker;
use super::system::{Deed, way_out, why};
use super::world::{Terminal, World};
use crate::diagnostic::Problem;
use crate::diagnostic::Source;
use crate::file::{self, Document};
use crate::plan::{NoDay, Plan, read_day};
use crate::render::{Screen, human};
use crate::text::{Lang, one_line, words::command, words::system};
use chrono::NaiveDate;
use std::cell::Cell;
use std::io;
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
        let paper = world.columns().unwrap_or(120);
        let screen = |terminal: Option<Terminal>| Screen {
            width: terminal.and_then(|terminal| terminal.width).unwrap_or(paper),
            colour: match global.color {
                ColorChoice::Always => true,
                ColorChoice::Never => false,
                ColorChoice::Auto => world.is_coloured(terminal),
            },
        };
        Ok(Self {
            plan: global.plan.clone().or_else(|| world.variable("PAPI_PLAN_FILE").map(PathBuf::from)),
            as_of,
            lang,
            plan_lang: Cell::new(None),
            screen: screen(world.terminals.out),
            messages: screen(world.terminals.err),
            paper: screen(None),
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
        let source = self.source(world)?;
        let document = self.document(&source);
        document.into_plan().map_err(|problems| self.report_problems(&source, &problems, world))
    }

    /// Reads a file; what goes wrong from now on is told in the language that it asks for.
    pub fn document(&self, source: &Source) -> Document {
        let document = Document::read(source);
        self.plan_lang.set(document.lang());
        document
    }

    /// The plan of a file; its problems go to the messages.
    ///
    /// # Errors
    /// A plan with errors.
    pub fn plan_of<'d>(&self, document: &'d Document, world: &mut World<'_>) -> Result<&'d Plan, Failure> {
        document.plan().ok_or_else(|| self.report_problems(document.source(), document.problems(), world))
    }

    /// Looks which language a plan asks for, to tell in it why the plan cannot be had for marking.
    pub fn learn_lang(&self, path: &Path) {
        // Of a pipe there may never come anything.
        if path.is_file()
            && let Ok(source) = file::read(String::new(), path)
        {
            self.document(&source);
        }
    }

    /// Shows the errors of a plan that cannot be used.
    fn report_problems(&self, source: &Source, problems: &[Problem], world: &mut World<'_>) -> Failure {
        let lang = self.lang_or(None);
        let errors: Vec<_> = problems.iter().filter(|found| found.is_error()).collect();
        for found in &errors {
            if let Err(error) = write!(world.err, "{}", human::problem(found, lang, self.messages)) {
                return error.into();
            }
        }
        let summary = command::plan_has_errors(lang, &one_line(source.name()), errors.len());
        match writeln!(world.err, "{}: {summary}", command::error_label(lang)) {
            Ok(()) => Failure::PlanHasErrors,
            Err(error) => error.into(),
        }
    }

    fn source(&self, world: &mut World<'_>) -> Result<Source, Failure> {
        self.read(&self.path(world)?, world)
    }

    /// Reads a file, or standard input where the path is `-`.
    ///
    /// # Errors
    /// What the system says, in the user's language.
    pub fn read(&self, path: &Path, world: &mut World<'_>) -> Result<Source, Failure> {
        let lang = self.lang_or(None);
        let (name, source) = if path == Path::new("-") {
            let name = command::stdin_name(lang).to_owned();
            (name.clone(), file::read_from(name, &mut *world.stdin))
        } else {
            (path.display().to_string(), file::read(path.as_os_str(), &self.locate(path, world)?))
        };
        source.map_err(|error| {
            let message = command::cannot_read(lang, &one_line(&name), &why(lang, &error));
            Failure::with(message, way_out(lang, &error, Deed::Read))
        })
    }

    /// Where a path leads that was typed.
    ///
    /// # Errors
    /// A folder that is not there any more, if the path needs it.
    pub fn locate(&self, typed: &Path, world: &World<'_>) -> Result<PathBuf, Failure> {
        world.locate(typed).map_err(|error| self.no_folder(error))
    }

    fn no_folder(&self, error: &io::Error) -> Failure {
        let lang = self.lang_or(None);
        let why = match error.kind() {
            io::ErrorKind::NotFound => system::why_folder_gone(lang).to_owned(),
            _ => why(lang, error),
        };
        Failure::refused(command::no_folder(lang, &why), command::no_folder_help(lang))
    }

    /// Whether a path leads to the plan itself.
    ///
    /// # Errors
    /// See [`Self::path`].
    pub fn is_plan(&self, path: &Path, world: &World<'_>) -> Result<bool, Failure> {
        let plan = self.path(world)?;
        if plan == Path::new("-") {
            return Ok(false);
        }
        Ok(file::is_same(&self.locate(&plan, world)?, &self.locate(path, world)?))
    }

    /// The path of the plan as people know it: the one named, or plan.toml here or in the nearest folder above.
    ///
    /// Whatever has that name is meant: were it passed over, the plan of a folder above would be marked instead.
    ///
    /// # Errors
    /// No plan.toml anywhere, or one that is no file.
    pub fn path(&self, world: &World<'_>) -> Result<PathBuf, Failure> {
        if let Some(path) = &self.plan {
            return Ok(path.clone());
        }
        let here = world.folder.as_ref().map_err(|error| self.no_folder(error))?;
        let lang = self.lang_or(None);
        for folder in here.ancestors() {
            let path = folder.join(PLAN);
            let is_there = file::is_there(&path);
            let shown = if folder == here { PathBuf::from(PLAN) } else { path };
            match is_there {
                Ok(true) => return Ok(shown),
                Ok(false) => {}
                Err(error) => {
                    let shown = shown.display().to_string();
                    let message = command::cannot_read(lang, &one_line(&shown), &why(lang, &error));
                    return Err(Failure::refused(message, command::no_plan_help(lang)));
                }
            }
        }
        Err(Failure::refused(command::no_plan(lang), command::no_plan_help(lang)))
    }

    /// The file of the plan, with its full path, where that does not stand in the current folder.
    pub fn elsewhere(&self, world: &World<'_>) -> Option<String> {
        let plan = self.locate(&self.path(world).ok()?, world).ok()?.canonicalize().ok()?;
        let here = world.folder.as_ref().ok().and_then(|folder| folder.canonicalize().ok());
        (plan.parent() != here.as_deref()).then(|| as_typed(&plan.display().to_string()))
    }
}

const PLAN: &str = "plan.toml";

/// A full path without what Windows puts before it.
fn as_typed(full: &str) -> String {
    match full.strip_prefix("\\\\?\\UNC\\") {
        Some(share) => format!("\\\\{share}"),
        None => full.strip_prefix("\\\\?\\").unwrap_or(full).to_owned(),
    }
}

/// Reads a date as typed.
///
/// # Errors
/// What is no date.
pub fn day(text: &str, lang: Lang) -> Result<NaiveDate, Failure> {
    read_day(text.trim()).map_err(|why| no_day(text, why, lang))
}

/// A text that is no day, and why.
pub fn no_day(text: &str, why: NoDay, lang: Lang) -> Failure {
    let message = command::bad_day(lang, &one_line(text));
    let why = match why {
        NoDay::Form => return Failure::refused(message, command::bad_day_help(lang)),
        NoDay::Year => command::no_year_zero(lang).to_owned(),
        NoDay::Month(month) => command::no_month(lang, month),
        NoDay::Day { year, month, days } => command::days_of_month(lang, year, month, days),
    };
    Failure::refused(format!("{message}: {why}"), command::bad_day_help(lang))
}

/// The language that the user asks for: by option, by our own variable, by the locale.
fn wanted_lang(global: &Global, world: &World<'_>) -> Result<Option<Lang>, Failure> {
    let named = global.lang.as_deref().and_then(Lang::from_tag);
    if let (None, Some(value)) = (named, world.variable("PAPI_PLAN_LANG")) {
        let value = value.to_string_lossy().into_owned();
        let lang = ["vi", "en"].contains(&value.as_str()).then(|| Lang::from_tag(&value)).flatten();
        let unknown =
            || Failure::refused(command::bad_lang(Lang::En, &one_line(&value)), command::bad_lang_help(Lang::En));
        return lang.map(Some).ok_or_else(unknown);
    }
    Ok(named.or_else(|| locale(world)))
}

/// The language for what goes wrong before all options are understood.
pub fn first_lang(global: &Global, world: &World<'_>) -> Lang {
    wanted_lang(global, world).ok().flatten().unwrap_or_default()
}

/// The first of the locale's variables that names a language of ours.
fn locale(world: &World<'_>) -> Option<Lang> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    names.filter_map(world.env).find_map(|value| Lang::from_tag(&value.to_string_lossy()))
}
