//! Two versions of one plan compared: what a reviewer of a change must not miss. Submissions are
//! public records; deadlines move by extension, rows by amendment.
//!
//! Where a version has errors, what could be read of both is compared all the same, and what could not be is told.

mod assigned;
mod causes;
mod deadlines;
mod entries;
mod lives;
mod rows;
mod unread;

pub use unread::Unread;

use super::{Judged, shown};
use crate::diagnostic::{Code, Place, Problem};
use crate::plan::{Address, Fact, Field, Plan, RowIx, RowKey, Sketch};
use crate::query::{Assignments, ExtensionAt};
use crate::text::{Lang, Message, words::rule};
use assigned::Reassigned;
use causes::ByCause;
use deadlines::{Moved, known_extensions};
use rows::ChangedRow;
use std::collections::{HashMap, HashSet};

/// What a comparison found.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// What the new version takes away from the old one, or changes in it. Each place is in the new one.
    pub problems: Vec<Problem<Address>>,
    /// What could not be compared because of errors.
    pub unread: Unread,
}

/// What the new version of a plan takes away from the old one, or changes in it. `was` says where something stood in
/// the file of the old one.
///
/// A risen `revision` says that the plan itself was amended and excuses everything.
pub fn against(old: &Judged<'_>, new: &Judged<'_>, was: impl Fn(Address) -> Place) -> Comparison {
    let mut compared = Comparison::default();
    let revision = |judged: &Judged<'_>| match judged.draft.about.revision {
        Field::Given(revision) => Some(revision),
        Field::Absent => Some(1),
        Field::Broken => None,
    };
    // What a revision that cannot be read excuses is not known.
    let Some((before, now)) = revision(old).zip(revision(new)) else {
        compared.unread.is_all = true;
        return compared;
    };
    if now > before {
        return compared;
    }
    if now < before {
        let message = Message::new(|lang| rule::revision_back(lang, before, now));
        let problem = Problem::new(Code::RevisionBack, Address::Revision, message);
        compared.problems.push(problem.with_help(Message::new(rule::revision_back_help)));
    }
    changed_plan(old, new, &was, &mut compared);
    lives::lives(old, new, &was, &mut compared);
    compare_rows(old.sketch, new.sketch, &was, &mut compared);
    compared
}

/// `changed-plan`: what the document is, and by which rules its days are counted.
fn changed_plan(old: &Judged<'_>, new: &Judged<'_>, was: &dyn Fn(Address) -> Place, compared: &mut Comparison) {
    let (before, now) = (&old.draft.about, &new.draft.about);
    let calendar =
        |judged: &Judged<'_>| (!judged.draft.rules.is_broken()).then(|| judged.sketch.as_read().calendar.clone());
    let calendars = calendar(old).zip(calendar(new));
    let parts: [(Option<bool>, What); 4] = [
        (is_other_number(&before.number, &now.number), rule::what_number),
        (is_other(&before.issuer, &now.issuer), rule::what_issuer),
        (is_other(&before.issued, &now.issued), rule::what_issued),
        (calendars.map(|(before, now)| before != now), rule::what_rules),
    ];
    compared.unread.plan = parts.iter().filter(|(is_other, _)| is_other.is_none()).map(|(_, what)| *what).collect();
    let changed: Vec<What> =
        parts.iter().filter(|(is_other, _)| *is_other == Some(true)).map(|(_, what)| *what).collect();
    if !changed.is_empty() {
        let message = |lang| rule::changed_plan(lang, &joined(lang, &changed));
        compared.problems.push(amended(Code::ChangedPlan, Address::Plan, &was(Address::Plan), message));
    }
}

/// Whether a number is another now, or gone, if both can be read: a draft gets its first one when it is issued.
fn is_other_number(before: &Field<String>, now: &Field<String>) -> Option<bool> {
    let is_known = !before.is_broken() && !now.is_broken();
    is_known.then(|| before.given().is_some() && before.given() != now.given())
}

/// Whether a value is another now, if both can be read.
fn is_other<T: PartialEq>(before: &Field<T>, now: &Field<T>) -> Option<bool> {
    Some(before.given()? != now.given()?)
}

fn compare_rows(old: &Sketch, new: &Sketch, was: &dyn Fn(Address) -> Place, compared: &mut Comparison) {
    // Rules, a day of issue and days of events that changed have been told: they move last days that nobody touched.
    let mut as_before = new.as_read().clone();
    as_before.calendar.clone_from(&old.as_read().calendar);
    as_before.about.issued = old.as_read().about.issued;
    as_before.recall_events(old.as_read());
    let before = Version { plan: old.as_read(), sketch: old, assigned: &Assignments::of(old.as_read()) };
    let now = Version { plan: &as_before, sketch: new, assigned: &Assignments::of(&as_before) };
    let known = known_extensions(before.plan, now.plan);
    let mut found = Found::default();
    let (were, rows) = (RowsById::of(&before), RowsById::of(&now));
    let mut above = Address::Plan;
    for (ix, row) in before.plan.rows() {
        let number = shown(row.number());
        // Which row that is in the new version is not known.
        if !old.gaps().knows(ix, Fact::Id) || were.find(&row.id) != Some(ix) {
            found.unread.insert(ix);
            continue;
        }
        let Some(there) = rows.find(&row.id) else {
            if rows.are_all {
                let message = |lang: Lang| rule::removed_row(lang, &number);
                found.push(amended(Code::RemovedRow, above, &was(Address::Row(ix, RowKey::Id)), message));
            } else {
                found.unread.insert(ix);
            }
            continue;
        };
        above = Address::Row(there, RowKey::Id);
        let pair = Pair { old: &before, new: &now, known: &known, before: ix, now: there, number, was };
        pair.row(&mut found);
        pair.assigned(&mut found);
        pair.deadline(&mut found);
        pair.entries(&mut found);
    }
    compared.unread.add_rows(before.plan, &found.unread);
    compared.problems.extend(found.into_problems());
}

/// One of the versions, as far as it could be read.
struct Version<'p> {
    plan: &'p Plan,
    sketch: &'p Sketch,
    assigned: &'p Assignments<'p>,
}

/// The rows of the new version by their ids.
struct RowsById<'p> {
    rows: HashMap<&'p str, RowIx>,
    /// Whether every row of the file is among them.
    are_all: bool,
}

impl<'p> RowsById<'p> {
    fn of(version: &Version<'p>) -> Self {
        let gaps = version.sketch.gaps();
        let (mut rows, mut are_all) = (HashMap::new(), gaps.know_all_rows());
        for (ix, row) in version.plan.rows() {
            // Of rows with one id the first has it; what the others should have is not known.
            let is_first = *rows.entry(row.id.as_str()).or_insert(ix) == ix;
            are_all &= is_first && gaps.knows(ix, Fact::Id);
        }
        Self { rows, are_all }
    }

    fn find(&self, id: &str) -> Option<RowIx> {
        self.rows.get(id).copied()
    }
}

/// What was found so far.
#[derive(Default)]
struct Found {
    problems: Vec<Problem<Address>>,
    changed: ByCause<RowIx, ChangedRow>,
    moved: ByCause<deadlines::Cause, Moved>,
    reassigned: ByCause<assigned::Cause, Reassigned>,
    /// Rows, of the old version, of which not all could be compared.
    unread: HashSet<RowIx>,
}

impl Found {
    fn push(&mut self, problem: Problem<Address>) {
        self.problems.push(problem);
    }

    fn into_problems(mut self) -> Vec<Problem<Address>> {
        // What changed in one row alone is told with all else that did.
        let (alone, shared): (Vec<_>, Vec<_>) = self.reassigned.all.into_iter().partition(Reassigned::is_of_one_row);
        for one in alone {
            one.add_to(&mut self.changed);
        }
        self.problems.extend(self.changed.all.iter().map(ChangedRow::problem));
        self.problems.extend(shared.iter().map(Reassigned::problem));
        self.problems.extend(self.moved.all.iter().map(Moved::problem));
        self.problems
    }
}

/// A problem that a risen revision excuses; what it is about stood at a place of the old file.
fn amended(code: Code, at: Address, was: &Place, message: impl Fn(Lang) -> String) -> Problem<Address> {
    let line = was.start().line;
    let message = Message::new(|lang| rule::was_at(lang, &message(lang), line));
    Problem::new(code, at, message).with_help(Message::new(|lang| rule::amended_help(lang, code.name())))
}

/// The name of what was changed.
type What = fn(Lang) -> &'static str;

fn joined(lang: Lang, changed: &[What]) -> String {
    let changed: Vec<&str> = changed.iter().map(|what| what(lang)).collect();
    changed.join(", ")
}

/// One row in both versions.
struct Pair<'p> {
    old: &'p Version<'p>,
    new: &'p Version<'p>,
    known: &'p HashSet<ExtensionAt>,
    before: RowIx,
    now: RowIx,
    number: String,
    was: &'p dyn Fn(Address) -> Place,
}

impl Pair<'_> {
    /// Whether something is known of the row in both versions; where not, that is remembered.
    fn knows(&self, fact: Fact, found: &mut Found) -> bool {
        let is_known = self.old.sketch.gaps().knows(self.before, fact) && self.new.sketch.gaps().knows(self.now, fact);
        self.remember(is_known, found)
    }

    fn remember(&self, is_known: bool, found: &mut Found) -> bool {
        if !is_known {
            found.unread.insert(self.before);
        }
        is_known
    }
}
