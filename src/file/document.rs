//! A file with all that it says and all that is wrong with it.

use super::decode;
use super::edit;
use super::keys::Key;
use super::parsed::Parsed;
use crate::diagnostic::{Code, Place, Problem, Source};
use crate::plan::{Address, Draft, EntryDraft, Field, Plan, RowIx, Stated};
use crate::text::Lang;
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
    plan: Option<Plan>,
    problems: Vec<Problem>,
}

impl Document {
    /// Reads a file: what it says, and all that is wrong with it.
    pub fn read(source: &Source) -> Self {
        let parsed = Parsed::new(source.clone());
        let (draft, mut found) = decode::decode(&parsed);
        let is_clean = !found.iter().any(Problem::is_error);
        let (plan, of_plan) = Plan::build(&draft);
        found.extend(of_plan.into_iter().map(|problem| in_bytes(problem, &parsed)));
        drop_consequences(&mut found);
        let placed = found.into_iter().map(|problem| problem.placed(|span| Place::new(source, span)));
        let mut problems: Vec<Problem> = placed.collect();
        problems.sort_by_key(Problem::order);
        Self { parsed, draft, plan: plan.filter(|_| is_clean), problems }
    }

    /// The plan, if the file has no errors.
    pub fn plan(&self) -> Option<&Plan> {
        self.plan.as_ref()
    }

    /// The plan taken out, or else every problem.
    ///
    /// # Errors
    /// The problems, in file order, if one of them is an error.
    pub fn into_plan(self) -> Result<Plan, Vec<Problem>> {
        self.plan.ok_or(self.problems)
    }

    /// What the file states of days, though it has errors elsewhere.
    pub fn stated(&self) -> Stated {
        Stated::from(&self.draft)
    }

    /// Every problem that reading found, in file order.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Where an address of the plan stands in the file.
    pub fn place(&self, at: Address) -> Place {
        Place::new(&self.parsed.source, self.parsed.place(at))
    }

    /// The language that the file asks for, as far as it can be read: a file with errors may still
    /// say in which language to report them.
    pub fn lang(&self) -> Option<Lang> {
        let plan = self.parsed.root.get(Key::Plan)?.table()?;
        Lang::from_tag(self.parsed.text(plan.get(Key::Lang)?)?)
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
fn drop_consequences(problems: &mut Vec<Problem<Range<usize>>>) {
    let syntax = problems.iter().filter(|found| found.code == Code::Syntax);
    let broken: BTreeSet<usize> = syntax.map(|found| found.at.start).collect();
    problems.retain(|found| {
        let within = broken.range(found.at.start..=found.at.end).next().is_some();
        found.code == Code::Syntax || found.at.is_empty() || !within
    });
}

/// A plan whose errors are all in the entries of one row, with those entries set aside.
///
/// A careless merge leaves a plan like this; an entry of the row can still be taken out.
pub struct SetAside {
    /// The plan as if the row had no entries.
    pub plan: Plan,
    /// The row.
    pub row: RowIx,
    /// The row's entries, as far as they can be read, in file order.
    pub entries: Vec<EntryDraft>,
}

impl SetAside {
    /// Reads a file with errors; none if errors stand elsewhere than in the entries of that row.
    pub fn read(source: &Source, wanted: &str) -> Option<Self> {
        let parsed = Parsed::new(source.clone());
        let (mut draft, mut problems) = decode::decode(&parsed);
        let has_word = |key: &Field<String>| key.given().is_some_and(|word| word == wanted);
        let rows = || draft.rows.iter().enumerate();
        let mut by_number = rows().filter(|(_, row)| has_word(&row.number)).map(|(ix, _)| ix);
        let by_id = rows().find(|(_, row)| has_word(&row.id)).map(|(ix, _)| ix);
        let only = by_number.next().filter(|_| by_number.next().is_none());
        let row = RowIx(by_id.or(only)?);
        let entries = std::mem::take(&mut draft.rows[row.0].submitted).given().cloned().unwrap_or_default();
        let marks = edit::marks(&parsed, row);
        problems.retain(|found| !marks.iter().any(|mark| mark.start <= found.at.start && found.at.end <= mark.end));
        let has_errors = problems.iter().any(Problem::is_error);
        let plan = Plan::build(&draft).0.filter(|_| !has_errors)?;
        Some(Self { plan, row, entries })
    }
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
