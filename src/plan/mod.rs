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
mod event;
mod gaps;
mod known;
mod names;
mod office;
mod period;
mod recurrence;
mod row;
mod sketch;
mod stated;
mod tree;
mod within;
mod wording;

pub use address::{Address, BodyKey, DirectiveKey, EntryKey, EventKey, ExtensionKey, ProgressKey, RowKey};
pub use body::{Body, BodyIx, BodyKind, Class};
pub use calendar::{Before, Calendar};
pub use change::{Change, Recorded};
pub use deadline::{Deadline, DeadlineKind, DueKey, End};
pub use directive::Directive;
pub use draft::{
    AboutDraft, BodyDraft, DirectiveDraft, Draft, EndedDraft, EntryDraft, EventDraft, ExtensionDraft, Field, Lost,
    Named, OfficeDraft, ProgressDraft, RowDraft, RulesDraft, TextList,
};
pub use event::{Event, EventIx};
pub use gaps::{Fact, Gaps};
pub use known::KnownEntry;
pub use names::NameError;
pub use office::Office;
pub use period::{NoDay, Period, parse_day, read_day};
pub use recurrence::{At, Every, NoPeriods, Occurrence, Unit};
pub use row::{Completion, Covered, Ended, Entry, Extension, Progress, Row, RowIx};
pub use sketch::Sketch;
pub use stated::{Stated, StatedCalendar, StatedDeadline};
pub use tree::{Node, RowKind};
pub use within::{After, Anchor, Length, Within};
pub use wording::{Unread, Wording, read_wording, write_wording};

use crate::text::{Bilingual, Lang, nearest};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// A valid plan: what it says, how its rows hang together, and every mark on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What the plan says of itself.
    pub about: About,
    /// The letterhead of the office that collects the reports.
    pub office: Office,
    /// Its rules about days.
    pub calendar: Calendar,
    /// The duties from its body.
    pub directives: Vec<Directive>,
    rows: Vec<Row>,
    nodes: Vec<Node>,
    top_down: Vec<RowIx>,
    bodies: Vec<Body>,
    events: Vec<Event>,
    columns: Vec<Column>,
    /// What deadlines count from, as stated and found.
    anchors: HashMap<After, Anchor>,
    /// The periods of each deadline that recurs, by the row that states it.
    occurrences: HashMap<RowIx, Vec<Occurrence>>,
    names: names::LazyNames,
}

/// A further column of the appendix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The key by which rows name it.
    pub key: String,
    /// Its head, as printed.
    pub head: String,
}

/// What a plan says of itself, `[plan]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The document's number, such as `15/KH-UBND`: drafts, and plans of other countries, have none.
    pub number: Option<String>,
    /// The title.
    pub title: Bilingual,
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
    /// Where recurring duties end that name no end of their own.
    pub until: Option<Period>,
}

/// Why a word finds no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowError {
    /// No row has it as id or printed number; the nearest id or number, if there is any.
    Unknown(Option<String>),
    /// Several rows print that number, or stand at the end of that path.
    Several(Vec<RowIx>),
}

impl Plan {
    /// The rows in file order.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = (RowIx, &Row)> {
        self.rows.iter().enumerate().map(|(ix, row)| (RowIx(ix), row))
    }

    /// A row as it stands in the file.
    pub fn row(&self, ix: RowIx) -> &Row {
        &self.rows[ix.0]
    }

    /// A row's place in the tree.
    pub fn node(&self, ix: RowIx) -> &Node {
        &self.nodes[ix.0]
    }

    /// Every row, parents before children.
    pub fn top_down(&self) -> impl DoubleEndedIterator<Item = RowIx> {
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

    /// The events, in file order.
    pub fn events(&self) -> impl ExactSizeIterator<Item = (EventIx, &Event)> {
        self.events.iter().enumerate().map(|(ix, event)| (EventIx(ix), event))
    }

    /// Takes the days of events from another version of the plan, where that has one.
    pub fn recall_events(&mut self, older: &Self) {
        let known: HashMap<&str, NaiveDate> =
            older.events.iter().filter_map(|event| Some((event.id.as_str(), event.on?))).collect();
        for event in &mut self.events {
            event.on = known.get(event.id.as_str()).copied().or(event.on);
        }
    }

    /// An event.
    pub fn event(&self, ix: EventIx) -> &Event {
        &self.events[ix.0]
    }

    /// The further columns of the appendix, in file order.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// What a deadline of the plan counts from; none where the plan is not whole and does not tell.
    pub fn anchor(&self, within: &Within) -> Option<Anchor> {
        self.anchors.get(&within.after).copied()
    }

    /// The periods of a row that recurs, in order: those whose last day is before the plan was issued, or before the
    /// row was there, do not exist. None for a row that does not recur.
    pub fn occurrences(&self, ix: RowIx) -> Option<impl Iterator<Item = &Occurrence>> {
        let node = self.node(ix);
        let all = self.occurrences.get(&node.due_from?)?;
        let from = self.about.issued.max(node.since.unwrap_or(NaiveDate::MIN));
        Some(all.iter().filter(move |one| one.last_day >= from))
    }

    /// Whether a row recurs.
    pub fn recurs(&self, ix: RowIx) -> bool {
        self.due(ix).is_some_and(|due| due.key() == DueKey::Every)
    }

    /// The agencies that had taken over by a day from one that had ended, on and on; nobody for one that had not.
    pub fn heirs_on(&self, body: BodyIx, day: NaiveDate) -> Vec<BodyIx> {
        let has_ended = |body: BodyIx| self.body(body).ended.is_some_and(|ended| ended <= day);
        let (mut next, mut heirs, mut seen) = (vec![body], Vec::new(), HashSet::from([body]));
        while let Some(body) = next.pop() {
            let into = self.body(body).into.iter().rev().copied();
            if has_ended(body) {
                next.extend(into.filter(|next| seen.insert(*next)));
            } else {
                heirs.push(body);
            }
        }
        heirs.retain(|heir| *heir != body);
        heirs
    }

    /// The lead in force, unopened: the row's own or the nearest ancestor's.
    pub fn lead(&self, ix: RowIx) -> &[BodyIx] {
        let from = self.node(ix).lead_from.map(|from| self.row(from));
        from.and_then(|row| row.lead.as_deref()).unwrap_or_default()
    }

    /// The deadline in force: the row's own or the nearest ancestor's.
    pub fn due(&self, ix: RowIx) -> Option<&Deadline> {
        self.node(ix).due_from.and_then(|from| self.row(from).due.as_ref())
    }

    /// Whether one unit delivers for all, as stated beside the lead in force.
    pub fn one_for_all(&self, ix: RowIx) -> bool {
        self.node(ix).lead_from.is_some_and(|from| self.row(from).completion == Completion::Any)
    }

    /// The rows above, the nearest first.
    pub fn ancestors(&self, ix: RowIx) -> impl Iterator<Item = RowIx> {
        std::iter::successors(self.node(ix).parent, |above| self.node(*above).parent)
    }

    /// A row and all that is below it, each before what is below itself.
    pub fn below(&self, ix: RowIx) -> impl Iterator<Item = RowIx> {
        // A stack of its own, since a file may nest its rows as deep as it is long.
        let mut next = vec![ix];
        std::iter::from_fn(move || {
            let row = next.pop()?;
            next.extend(self.node(row).children.iter().rev());
            Some(row)
        })
    }

    /// Finds a row by its id, by a printed number that only one row has, or by a path of printed numbers, `IV/2`:
    /// the row of the last below those of the others.
    ///
    /// # Errors
    /// [`RowError::Unknown`] with the nearest id, or [`RowError::Several`] with the rows meant.
    pub fn find_row(&self, word: &str) -> Result<RowIx, RowError> {
        if let Some((ix, _)) = self.rows().find(|(_, row)| row.id == word) {
            return Ok(ix);
        }
        let mut found = self.numbered(word);
        if found.is_empty() {
            found = self.at_path(word);
        }
        match found[..] {
            [row] => Ok(row),
            [] => {
                let words = self.rows.iter().flat_map(|row| [row.id.as_str(), row.number()]);
                Err(RowError::Unknown(nearest(word, words).map(str::to_owned)))
            }
            [_, _, ..] => Err(RowError::Several(found)),
        }
    }

    /// The rows that print a number.
    fn numbered(&self, number: &str) -> Vec<RowIx> {
        self.rows().filter(|(_, row)| row.number() == number).map(|(ix, _)| ix).collect()
    }

    /// The rows at the end of a path of printed numbers; between two of them other rows may stand.
    fn at_path(&self, path: &str) -> Vec<RowIx> {
        let mut numbers: Vec<&str> = path.split('/').map(str::trim).collect();
        let last = numbers.pop().unwrap_or_default();
        let mut found = if numbers.is_empty() { Vec::new() } else { self.numbered(last) };
        found.retain(|row| {
            let mut above = self.ancestors(*row);
            numbers.iter().rev().all(|number| above.any(|row| self.row(row).number() == *number))
        });
        found
    }
}
