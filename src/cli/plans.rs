//! Which plans are meant: one, or many at once (docs/commands.md, Which plan).

use super::failure::Failure;
use super::session::{Session, cannot_read, locate, no_folder};
use super::system::why;
use super::world::World;
use crate::file;
use crate::text::{one_line, words::command};
use std::collections::HashSet;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

const PLAN: &str = "plan.toml";

/// The plans that a question is put to, by their paths as people know them.
pub enum Plans {
    /// One alone.
    One(PathBuf),
    /// Those that were named, each once, and all files of folders that may be one.
    Many(Vec<PathBuf>),
}

impl Session {
    /// The plans that are meant. It is many as soon as several are named, or a folder.
    ///
    /// # Errors
    /// See [`Self::find`]; a file or folder that is not there or cannot be read.
    pub fn plans(&self, world: &World<'_>) -> Result<Plans, Failure> {
        match &self.named[..] {
            [] => self.find(world)?.map(Plans::One).ok_or_else(no_plan),
            [named] if !is_folder(named, world)? => Ok(Plans::One(named.clone())),
            several => {
                let mut files = Vec::new();
                for named in several {
                    if is_folder(named, world)? {
                        files.extend(below(named, world)?);
                    } else {
                        files.push(there(named, world)?);
                    }
                }
                name_once(&mut files, world);
                if files.iter().filter(|file| is_stdin(file)).count() > 1 {
                    return Err(Failure::plain(command::stdin_twice));
                }
                Ok(Plans::Many(files))
            }
        }
    }

    /// The path of the one plan, for what is about one alone.
    ///
    /// Whatever has that name is meant: were it passed over, the plan of a folder above would be marked instead.
    ///
    /// # Errors
    /// Several plans, or a folder of them; no plan.toml anywhere, or one that is no file.
    pub fn plan_file(&self, world: &World<'_>) -> Result<PathBuf, Failure> {
        match &self.named[..] {
            [] => self.find(world)?.ok_or_else(no_plan),
            [named] if !is_folder(named, world)? => Ok(named.clone()),
            [folder] => Err(not_a_plan(folder, &ErrorKind::IsADirectory.into())),
            _ => Err(Failure::refused(command::wants_one_plan, command::wants_one_plan_help)),
        }
    }

    /// The plan that is named first, or plan.toml here or in the nearest folder above; nothing where there is none.
    ///
    /// # Errors
    /// A plan.toml that is no file.
    pub fn find(&self, world: &World<'_>) -> Result<Option<PathBuf>, Failure> {
        if let Some(path) = self.named.first() {
            return Ok(Some(path.clone()));
        }
        let here = world.folder.as_ref().map_err(no_folder)?;
        for folder in here.ancestors() {
            let path = folder.join(PLAN);
            let is_there = file::is_there(&path);
            let shown = if folder == here { PathBuf::from(PLAN) } else { path };
            match is_there {
                Ok(true) => return Ok(Some(shown)),
                Ok(false) => {}
                Err(error) => return Err(not_a_plan(&shown, &error)),
            }
        }
        Ok(None)
    }

    /// Whether a path leads to one of the plans.
    ///
    /// # Errors
    /// See [`Self::plans`].
    pub fn is_plan(&self, path: &Path, world: &World<'_>) -> Result<bool, Failure> {
        let path = locate(path, world)?;
        let plans = match self.plans(world)? {
            Plans::One(plan) => vec![plan],
            Plans::Many(plans) => plans,
        };
        for plan in plans.iter().filter(|plan| !is_stdin(plan)) {
            if file::is_same(&locate(plan, world)?, &path) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Whether standard input is meant.
pub fn is_stdin(named: &Path) -> bool {
    named == Path::new("-")
}

/// What is meant to be the plan is no file.
fn not_a_plan(named: &Path, error: &io::Error) -> Failure {
    let named = named.display().to_string();
    let message = |lang| command::cannot_read(lang, &one_line(&named), &why(lang, error));
    Failure::refused(message, command::no_plan_help)
}

fn is_folder(named: &Path, world: &World<'_>) -> Result<bool, Failure> {
    Ok(!is_stdin(named) && file::is_folder(&locate(named, world)?))
}

fn no_plan() -> Failure {
    Failure::refused(command::no_plan, command::no_plan_help)
}

/// The files below a folder that may be plans.
fn below(folder: &Path, world: &World<'_>) -> Result<Vec<PathBuf>, Failure> {
    let at = locate(folder, world)?;
    let named = if folder == Path::new(".") { Path::new("") } else { folder };
    let shown = |path: &Path| path.strip_prefix(&at).map_or_else(|_| path.to_owned(), |below| named.join(below));
    let files =
        file::plan_files(&at).map_err(|(path, error)| cannot_read(&shown(&path).display().to_string(), &error))?;
    Ok(files.iter().map(|path| shown(path)).collect())
}

/// A file that is named, if it is there: an answer without it would be taken for one with it.
fn there(named: &Path, world: &World<'_>) -> Result<PathBuf, Failure> {
    if !is_stdin(named) {
        let missing = match file::is_there(&locate(named, world)?) {
            Ok(false) => Some(ErrorKind::NotFound.into()),
            Err(error) if error.kind() == ErrorKind::NotFound => Some(error),
            Ok(true) | Err(_) => None,
        };
        if let Some(error) = missing {
            return Err(cannot_read(&named.display().to_string(), &error));
        }
    }
    Ok(named.to_owned())
}

/// A file that is named twice, by whatever path, is one file.
pub fn name_once(files: &mut Vec<PathBuf>, world: &World<'_>) {
    let mut seen = HashSet::new();
    let whole = |file: &Path| world.locate(file).ok()?.canonicalize().ok();
    files.retain(|file| is_stdin(file) || seen.insert(whole(file).unwrap_or_else(|| file.clone())));
}
