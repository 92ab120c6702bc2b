//! The domain: a plan, its rows, deadlines, bodies and marks, and all that does not depend on the
//! day a question is asked for. No TOML, no clock, no I/O.

mod address;
mod body;
mod build;
mod calendar;
mod change;
mod deadline;
mod directive;
mod draft;
mod fault;
mod names;
mod period;
mod stated;
mod task;
mod tree;
mod wording;

pub use address::{At, BodyKey, DirectiveKey, EntryKey, ExtensionKey, TaskKey};
pub use body::{Body, BodyIx, BodyKind};
pub use calendar::{Before, Calendar};
pub use change::Change;
pub use deadline::{Deadline, DeadlineKind};
pub use directive::Directive;
pub use draft::{
    AboutDraft, BodyDraft, DirectiveDraft, Draft, EntryDraft, ExtensionDraft, Field, RulesDraft, TaskDraft, TextList,
};
pub use fault::{Fault, FaultKind};
pub use names::NameError;
pub use period::{Period, parse_day};
pub use stated::{Stated, StatedDeadline};
pub use task::{Completion, Covered, Entry, Extension, Task, TaskIx};
pub use tree::{Row, RowKind};
pub use wording::{Wording, read_wording, write_wording};

use crate::text::{Lang, nearest};
use chrono::NaiveDate;
use std::collections::HashMap;

/// A valid plan: what it says, how its rows hang together, and every mark on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What the plan says of itself.
    pub about: About,
    /// Its rules about days.
    pub calendar: Calendar,
    /// The duties from its body.
    pub directives: Vec<Directive>,
    tasks: Vec<Task>,
    rows: Vec<Row>,
    top_down: Vec<TaskIx>,
    bodies: Vec<Body>,
    /// Every folded id, name, short name and alias, and who answers to it.
    answers: HashMap<String, BodyIx>,
}

/// What a plan says of itself, `[plan]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The document's number, such as `15/KH-UBND`.
    pub number: String,
    /// The title.
    pub title: String,
    /// The title in English.
    pub title_en: Option<String>,
    /// Who issued it.
    pub issuer: String,
    /// The day of issue; nothing can be submitted or granted before it.
    pub issued: NaiveDate,
    /// Rises with every amendment of the plan itself.
    pub revision: Option<u32>,
    /// The body that collects the reports and chases them.
    pub coordinator: Option<BodyIx>,
    /// The documents it rests on.
    pub basis: Vec<String>,
    /// The language of reports where the user's locale names none.
    pub lang: Option<Lang>,
}

/// Why a word finds no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowError {
    /// No row has it as id or printed number; the nearest id or number, if there is any.
    Unknown(Option<String>),
    /// Several rows print that number; their ids.
    Several(Vec<String>),
}

impl Plan {
    /// The rows in file order.
    pub fn tasks(&self) -> impl ExactSizeIterator<Item = (TaskIx, &Task)> {
        self.tasks.iter().enumerate().map(|(ix, task)| (TaskIx(ix), task))
    }

    /// A row as it stands in the file.
    pub fn task(&self, ix: TaskIx) -> &Task {
        &self.tasks[ix.0]
    }

    /// A row's place in the tree.
    pub fn row(&self, ix: TaskIx) -> &Row {
        &self.rows[ix.0]
    }

    /// Every row, parents before children.
    pub fn top_down(&self) -> impl DoubleEndedIterator<Item = TaskIx> {
        self.top_down.iter().copied()
    }

    /// Agencies and groups in file order.
    pub fn bodies(&self) -> impl ExactSizeIterator<Item = (BodyIx, &Body)> {
        self.bodies.iter().enumerate().map(|(ix, body)| (BodyIx(ix), body))
    }

    /// An agency or group.
    pub fn body(&self, ix: BodyIx) -> &Body {
        &self.bodies[ix.0]
    }

    /// The lead in force, unopened: the row's own or the nearest ancestor's.
    pub fn lead(&self, ix: TaskIx) -> &[BodyIx] {
        let from = self.row(ix).lead_from.map(|from| self.task(from));
        from.and_then(|task| task.lead.as_deref()).unwrap_or_default()
    }

    /// The deadline in force: the row's own or the nearest ancestor's.
    pub fn due(&self, ix: TaskIx) -> Option<&Deadline> {
        self.row(ix).due_from.and_then(|from| self.task(from).due.as_ref())
    }

    /// Whether one unit delivers for all, as stated beside the lead in force.
    pub fn is_any(&self, ix: TaskIx) -> bool {
        self.row(ix).lead_from.is_some_and(|from| self.task(from).completion == Completion::Any)
    }

    /// The rows above, the nearest first.
    pub fn ancestors(&self, ix: TaskIx) -> impl Iterator<Item = TaskIx> {
        std::iter::successors(self.row(ix).parent, |above| self.row(*above).parent)
    }

    /// Finds a row by its id, or by a printed number that only one row has.
    ///
    /// # Errors
    /// [`RowError::Unknown`] with the nearest id, or [`RowError::Several`] with the ids meant.
    pub fn find_task(&self, word: &str) -> Result<TaskIx, RowError> {
        if let Some((ix, _)) = self.tasks().find(|(_, task)| task.id == word) {
            return Ok(ix);
        }
        let mut found = self.tasks().filter(|(_, task)| task.number() == word);
        match (found.next(), found.next()) {
            (Some((ix, _)), None) => Ok(ix),
            (None, _) => {
                let words = self.tasks.iter().flat_map(|task| [task.id.as_str(), task.number()]);
                Err(RowError::Unknown(nearest(word, words).map(str::to_owned)))
            }
            (Some(first), Some(second)) => {
                let all = [first, second].into_iter().chain(found);
                Err(RowError::Several(all.map(|(_, task)| task.id.clone()).collect()))
            }
        }
    }
}
