//! A file with all that it says and all that is wrong with it.

use super::decode::{self, Read};
use super::edit::{self, EditError};
use super::keys::Key;
use super::parsed::Parsed;
use super::without_entries::WithoutEntries;
use crate::diagnostic::{Code, Place, Problem, Problems, Severity, Source};
use crate::plan::{Address, Change, Draft, Plan, Sketch};
use crate::text::{Lang, one_line, shell_word};
use std::collections::BTreeSet;
use std::ops::Range;

/// What a file says: its plan, if it has no errors, and every problem that reading finds.
///
/// ```
/// use papi_plan::{diagnostic::Source, file::Document};
/// let document = Document::read(&Source::new("plan.toml", "version = 1".into()));
/// assert_eq!(document.problems().len(), 1); // [plan] is missing
/// ```
#[derive(Debug)]
pub struct Document {
    parsed: Parsed,
    draft: Draft,
    sketch: Sketch,
    problems: Vec<Problem>,
    untold: Vec<(Code, Range<usize>)>,
}

impl Document {
    /// Reads a file: what it says, and all that is wrong with it.
    pub fn read(source: &Source) -> Self {
        let Read { parsed, draft, mut found } = decode::read(source);
        let (sketch, of_plan) = Sketch::build(&draft, &program_on(source));
        found.told.extend(of_plan.told.into_iter().map(|problem| in_bytes(problem, &parsed)));
        found.untold.extend(of_plan.untold.into_iter().map(|(code, at)| (code, parsed.place(at))));
        drop_consequences(&mut found);
        found.told.extend(parsed.encoding.clone());
        let placed = found.told.into_iter().map(|problem| problem.placed(|span| Place::new(source, span)));
        let mut problems: Vec<Problem> = placed.collect();
        problems.sort_by_key(Problem::order);
        Self { parsed, draft, sketch, problems, untold: found.untold }
    }

    /// Reads the plan of a file, and keeps no more than that: places are needed for problems and marks alone.
    ///
    /// # Errors
    /// All that the file says, if it is no plan without errors.
    pub fn read_plan(source: &Source) -> Result<Plan, Box<Self>> {
        sound_plan(source).ok_or_else(|| Box::new(Self::read(source)))
    }

    /// The file itself.
    pub fn source(&self) -> &Source {
        &self.parsed.source
    }

    /// The plan, if the file has no errors.
    pub fn plan(&self) -> Option<&Plan> {
        self.sketch.whole().filter(|_| !self.has_errors())
    }

    /// Whether the file means to be a plan: it has `[plan]`, be that broken, or nothing of it can be read.
    pub fn is_of_plan(&self) -> bool {
        let root = &self.parsed.root;
        let is_table = root.get(Key::Plan).is_some_and(|node| node.table().is_some());
        let is_lost = || self.parsed.keys_lost(root, &(0..0)).iter().any(|key| key == Key::Plan.name());
        let is_unreadable = || root.iter().next().is_none() && !self.parsed.syntax.is_empty();
        is_table || is_lost() || is_unreadable()
    }

    /// The plan taken out, or else the problems.
    ///
    /// # Errors
    /// The problems, in file order, if one of them is an error.
    pub fn into_plan(self) -> Result<Plan, Vec<Problem>> {
        let plan = if self.has_errors() { None } else { self.sketch.into_whole() };
        plan.ok_or(self.problems)
    }

    /// What the file states, key by key.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The plan as far as the file could be read: for rules, which judge what is there.
    pub fn sketch(&self) -> &Sketch {
        &self.sketch
    }

    /// The problems that reading found, in file order: of each code the first, see [`Problems`].
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The further problems that reading found, which are not told: what each is, and where.
    pub fn untold(&self) -> &[(Code, Range<usize>)] {
        &self.untold
    }

    fn has_errors(&self) -> bool {
        let is_error = |(code, _): &(Code, Range<usize>)| code.severity() == Severity::Error;
        self.problems.iter().any(Problem::is_error) || self.untold.iter().any(is_error)
    }

    /// Where an address of the plan stands in the file.
    pub fn place(&self, at: Address) -> Place {
        Place::new(self.source(), self.parsed.place(at))
    }

    /// The file with changes made: what is not changed stays byte for byte, and what it says is proved by
    /// reading it again.
    ///
    /// # Errors
    /// [`EditError`] with the place, if the file is written in a way that cannot be edited safely.
    pub fn edit(&self, changes: &[Change]) -> Result<Self, EditError> {
        let text = edit::edited(&self.parsed, &self.draft, changes)?;
        let edited = Self::read(&Source::new(self.source().name(), text.into_bytes()));
        let wanted = self.draft.with_changes(changes);
        if edited.parsed.syntax.is_empty() && edited.draft.says_the_same_as(&wanted) {
            return Ok(edited);
        }
        let row = changes.first().and_then(|change| self.parsed.row(change.row()?));
        Err(EditError::Unsure(row.map_or(0..0, |row| row.span.clone())))
    }

    /// The plan without the entries of one row, named by its id or its printed number, if all errors of
    /// the file stand among those entries.
    pub fn without_entries(&self, row: &str) -> Option<WithoutEntries> {
        WithoutEntries::new(&self.parsed, &self.draft, &self.problems, row).filter(|_| self.untold.is_empty())
    }

    /// The language that the file asks for, as far as it can be read: a file with errors may still
    /// say in which language to report them.
    pub fn lang(&self) -> Option<Lang> {
        let plan = self.parsed.root.get(Key::Plan)?.table()?;
        Lang::from_tag(self.parsed.text(plan.get(Key::Lang)?)?)
    }
}

/// The plan of a file, if it has no errors.
fn sound_plan(source: &Source) -> Option<Plan> {
    let Read { parsed, draft, found } = decode::read(source);
    if parsed.encoding.is_some() || found.has_errors() {
        return None;
    }
    // It is as large as the plan to come.
    drop(parsed);
    Sketch::build_from(draft, &program_on(source)).0.into_whole()
}

/// How the program is called on a file: what is called plan.toml it finds by itself.
fn program_on(source: &Source) -> String {
    match source.own_name().map(|name| name.to_string_lossy()) {
        Some(name) if name != "plan.toml" => format!("papi-plan -p {}", shell_word(&one_line(&name))),
        // Nor has what is read from a stream a name.
        _ => "papi-plan".to_owned(),
    }
}

/// A problem of the plan where it stands in the file.
fn in_bytes(problem: Problem<Address>, parsed: &Parsed) -> Problem<Range<usize>> {
    let mut problem = problem.placed(|at| parsed.place(at));
    // What is unknown is unknown everywhere: it is reported where it is first used.
    if matches!(problem.code, Code::UnknownAgency | Code::UnknownTask) {
        problem.also.insert(0, problem.at);
        problem.also.sort_by_key(|span| span.start);
        problem.at = problem.also.remove(0);
    }
    problem
}

/// What is said of a place that is no valid TOML follows from that alone.
fn drop_consequences(found: &mut Problems<Range<usize>>) {
    let told = found.told.iter().map(|found| (found.code, &found.at));
    let untold = found.untold.iter().map(|(code, at)| (*code, at));
    let syntax = told.chain(untold).filter(|(code, _)| *code == Code::Syntax);
    let broken: BTreeSet<usize> = syntax.map(|(_, at)| at.start).collect();
    let stays = |code: Code, at: &Range<usize>| {
        let within = broken.range(at.start..=at.end).next().is_some();
        code == Code::Syntax || at.is_empty() || !within
    };
    found.told.retain(|found| stays(found.code, &found.at));
    found.untold.retain(|(code, at)| stays(*code, at));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_can_be_read_side_by_side() {
        fn is_shared<T: Send + Sync>(_: &T) {}
        is_shared(&Document::read(&Source::new("plan.toml", Vec::new())));
    }
}
