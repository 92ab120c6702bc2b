//! What was typed for agencies, rows and columns, looked up in each plan that is asked.

use super::advice::Program;
use super::ask;
use super::failure::Failure;
use crate::plan::{BodyIx, RowIx};
use crate::query::Snapshot;
use std::cell::RefCell;

/// A plan that is asked, and what of that which was typed it does not have.
pub struct Lookup<'a> {
    /// The plan on D.
    pub snapshot: &'a Snapshot<'a>,
    program: &'a Program,
    /// Whether other plans are asked too, which may have what this one does not.
    is_one_of_many: bool,
    missed: RefCell<Vec<Missed>>,
}

/// What was typed and is not in a plan.
pub struct Missed {
    /// What it was typed for.
    pub what: What,
    /// What was typed.
    pub word: String,
    /// Why it is not found.
    pub failure: Failure,
}

/// What is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// An agency or group.
    Agency,
    /// A row.
    Row,
    /// A further column of the appendix.
    Column,
}

impl<'a> Lookup<'a> {
    /// The one plan that is asked, or one of several.
    pub fn new(snapshot: &'a Snapshot<'a>, program: &'a Program, is_one_of_many: bool) -> Self {
        Self { snapshot, program, is_one_of_many, missed: RefCell::default() }
    }

    /// What the plan does not have.
    pub fn into_missed(self) -> Vec<Missed> {
        self.missed.into_inner()
    }

    /// The agencies and groups that are meant; none where some are asked for and this plan, one of many, has not one.
    ///
    /// # Errors
    /// A name that more than one body answers to; of a single plan also one that nothing answers to.
    pub fn agencies(&self, names: &[String]) -> Result<Option<Vec<BodyIx>>, Failure> {
        self.each(What::Agency, names, |name| ask::body(self.snapshot.plan, self.program, name))
    }

    /// The rows that are meant and are there at D, in the same way.
    ///
    /// # Errors
    /// See [`Self::agencies`].
    pub fn rows(&self, words: &[String]) -> Result<Option<Vec<RowIx>>, Failure> {
        self.each(What::Row, words, |word| ask::row_there(self.snapshot, self.program, word))
    }

    /// The further columns that are meant; none where this plan, one of many, has not all of them.
    ///
    /// # Errors
    /// Of a single plan a column that it does not have.
    pub fn columns(&self, words: &[String]) -> Result<Option<Vec<usize>>, Failure> {
        let found = self.each(What::Column, words, |word| ask::column(self.snapshot.plan, word))?;
        Ok(found.filter(|found| found.len() == words.len()))
    }

    fn each<T>(
        &self,
        what: What,
        words: &[String],
        find: impl Fn(&str) -> Result<T, Failure>,
    ) -> Result<Option<Vec<T>>, Failure> {
        let mut found = Vec::new();
        for word in words {
            match find(word) {
                Ok(one) => found.push(one),
                Err(failure) if self.is_one_of_many && failure.is_unknown().is_some() => {
                    self.missed.borrow_mut().push(Missed { what, word: word.clone(), failure });
                }
                Err(failure) => return Err(failure),
            }
        }
        Ok((words.is_empty() || !found.is_empty()).then_some(found))
    }
}
