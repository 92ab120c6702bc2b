//! Two versions of one plan compared: what a reviewer of a change must not miss. Submissions are
//! public records; deadlines move by extension, rows by amendment.

use super::shown;
use crate::diagnostic::{Code, Problem};
use crate::plan::{Address, BodyIx, Entry, EntryKey, Extension, Plan, RowIx, RowKey};
use crate::query::{Assignments, ExtensionAt, LastDay};
use crate::text::{Lang, Message, words::rule};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet, VecDeque};

/// An address in one of two versions of a plan: what is gone stands only in the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Version {
    /// In the older plan.
    Old(Address),
    /// In the plan as it is now.
    New(Address),
}

/// What the new plan takes away from the old one, or changes in it.
///
/// A risen `revision` says that the plan itself was amended and excuses everything.
pub fn against(old: &Plan, new: &Plan) -> Vec<Problem<Version>> {
    let (before, now) = (old.about.revision.unwrap_or(1), new.about.revision.unwrap_or(1));
    if now > before {
        return Vec::new();
    }
    let mut found = Vec::new();
    if now < before {
        let message = Message::new(|lang| rule::revision_back(lang, before, now));
        let problem = Problem::new(Code::RevisionBack, Version::New(Address::Revision), message);
        found.push(problem.with_help(Message::new(rule::revision_back_help)));
    }
    found.extend(changed_plan(old, new));
    // Rules that changed have been told: they move last days that nobody touched.
    let mut new = new.clone();
    new.calendar.clone_from(&old.calendar);
    let new = &new;
    let known = known_extensions(old, new);
    let assigned = (&Assignments::of(old), &Assignments::of(new));
    let mut moved = AllMoved::default();
    let rows: HashMap<&str, RowIx> = new.rows().map(|(ix, row)| (row.id.as_str(), ix)).collect();
    for (ix, row) in old.rows() {
        let pair = |now| Pair { old, new, assigned, known: &known, before: ix, now, number: shown(row.number()) };
        match rows.get(row.id.as_str()) {
            Some(now) => {
                let pair = pair(*now);
                pair.row(&mut found);
                pair.deadline(&mut moved);
                pair.entries(&mut found);
            }
            None => {
                let at = Version::Old(Address::Row(ix, RowKey::Id));
                found.push(amended(Code::RemovedRow, at, |lang| rule::removed_row(lang, &shown(row.number()))));
            }
        }
    }
    found.extend(moved.all.iter().map(Moved::problem));
    found
}

/// `changed-plan`: what the document is, and by which rules its days are counted.
fn changed_plan(old: &Plan, new: &Plan) -> Option<Problem<Version>> {
    let (was, is) = (&old.about, &new.about);
    let changed: [(bool, What); 4] = [
        (was.number != is.number, rule::what_number),
        (was.issuer != is.issuer, rule::what_issuer),
        (was.issued != is.issued, rule::what_issued),
        (old.calendar != new.calendar, rule::what_rules),
    ];
    let changed: Vec<What> = changed.into_iter().filter(|(is_changed, _)| *is_changed).map(|(_, what)| what).collect();
    let message = |lang| {
        let what: Vec<&str> = changed.iter().map(|what| what(lang)).collect();
        rule::changed_plan(lang, &what.join(", "))
    };
    (!changed.is_empty()).then(|| amended(Code::ChangedPlan, Version::New(Address::Plan), message))
}

fn amended(code: Code, at: Version, message: impl Fn(Lang) -> String) -> Problem<Version> {
    let help = Message::new(|lang| rule::amended_help(lang, code.name()));
    Problem::new(code, at, Message::new(message)).with_help(help)
}

/// The name of what was changed in a row.
type What = fn(Lang) -> &'static str;

/// One row in both versions.
struct Pair<'p> {
    old: &'p Plan,
    new: &'p Plan,
    assigned: (&'p Assignments<'p>, &'p Assignments<'p>),
    known: &'p HashSet<ExtensionAt>,
    before: RowIx,
    now: RowIx,
    number: String,
}

impl Pair<'_> {
    /// `changed-row`: its title, its place in the tree, or who must deliver or support.
    fn row(&self, found: &mut Vec<Problem<Version>>) {
        let (old, new) = (self.old.row(self.before), self.new.row(self.now));
        let parent = |plan: &Plan, ix| plan.node(ix).parent.map(|parent| plan.row(parent).id.clone());
        let mut changed: Vec<(What, RowKey)> = Vec::new();
        if old.title != new.title {
            changed.push((rule::what_title, RowKey::Title));
        }
        if parent(self.old, self.before) != parent(self.new, self.now) {
            changed.push((rule::what_parent, RowKey::Parent));
        }
        let units = (self.assigned.0.units(self.before), self.assigned.1.units(self.now));
        if ids(self.old, units.0.iter().copied()) != ids(self.new, units.1.iter().copied()) {
            changed.push((rule::what_lead, RowKey::Lead));
        }
        let support = |plan: &Plan, ix| {
            let bodies = plan.row(ix).support.iter();
            ids(plan, bodies.flat_map(|body| plan.body(*body).units.iter().copied()))
        };
        if support(self.old, self.before) != support(self.new, self.now) {
            changed.push((rule::what_support, RowKey::Support));
        }
        if let Some((_, key)) = changed.first() {
            let message = |lang| {
                let what: Vec<&str> = changed.iter().map(|(what, _)| what(lang)).collect();
                rule::changed_row(lang, &self.number, &what.join(", "))
            };
            found.push(amended(Code::ChangedRow, Version::New(Address::Row(self.now, *key)), message));
        }
    }

    /// `changed-deadline`: the last days of units, with the new extensions set aside. Those that moved in the same way
    /// because of one row's deadline are one finding.
    fn deadline(&self, moved: &mut AllMoved) {
        let units: HashMap<&str, BodyIx> =
            self.assigned.1.units(self.now).iter().map(|unit| (self.new.body(*unit).id.as_str(), *unit)).collect();
        let stated = self.old.node(self.before).due_from.map(|row| self.old.row(row).id.clone());
        for unit in self.assigned.0.units(self.before) {
            let Some(now) = units.get(self.old.body(*unit).id.as_str()) else { continue };
            let was = LastDay::of_unit(self.old, self.before, *unit, |_| true).day();
            let is = LastDay::of_unit(self.new, self.now, *now, |at| self.known.contains(&at)).day();
            if was == is {
                continue;
            }
            let cause = (stated.clone(), was, is);
            let same = moved.of(cause, || Moved {
                was,
                is,
                number: self.number.clone(),
                name: shown(&self.old.body(*unit).name.own),
                rows: HashSet::new(),
                units: HashSet::new(),
                at: Version::New(Address::Row(self.now, RowKey::Due)),
            });
            same.rows.insert(self.now);
            same.units.insert(*unit);
        }
    }

    /// The number of the new entry that each old one is now, if it is there. Entries are matched by unit and day, then
    /// in order; those left of one unit in order too: their days were changed.
    fn matched(&self, old: &[Entry], new: &[Entry]) -> Vec<Option<usize>> {
        let mut pairs: Vec<Option<usize>> = vec![None; old.len()];
        let mut is_taken = vec![false; new.len()];
        for with_day in [true, false] {
            let mut left: HashMap<_, VecDeque<usize>> = HashMap::new();
            for (number, entry) in new.iter().enumerate().filter(|(number, _)| !is_taken[*number]) {
                left.entry(common(self.new, entry, with_day)).or_default().push_back(number);
            }
            for (entry, pair) in old.iter().zip(&mut pairs).filter(|(_, pair)| pair.is_none()) {
                *pair = left.get_mut(&common(self.old, entry, with_day)).and_then(VecDeque::pop_front);
                if let Some(number) = *pair {
                    is_taken[number] = true;
                }
            }
        }
        pairs
    }

    /// `removed-entry` and `changed-entry`.
    fn entries(&self, found: &mut Vec<Problem<Version>>) {
        let (old, new) = (&self.old.row(self.before).submitted, &self.new.row(self.now).submitted);
        let pairs = self.matched(old, new);
        for ((number, entry), pair) in old.iter().enumerate().zip(pairs) {
            let name = shown(&self.old.body(entry.by).name.own);
            match pair.map(|number| (number, changes(entry, &new[number]))) {
                None => {
                    let at = Version::Old(Address::Entry(self.before, number, EntryKey::Whole));
                    let message = |lang: Lang| rule::removed_entry(lang, &name, &lang.date(entry.on), &self.number);
                    found.push(amended(Code::RemovedEntry, at, message));
                }
                Some((number, changed)) if !changed.is_empty() => {
                    let at = Version::New(Address::Entry(self.now, number, EntryKey::Whole));
                    let message = |lang: Lang| {
                        let what: Vec<&str> = changed.iter().map(|what| what(lang)).collect();
                        rule::changed_entry(lang, &name, &lang.date(entry.on), &self.number, &what.join(", "))
                    };
                    found.push(amended(Code::ChangedEntry, at, message));
                }
                Some(_) => {}
            }
        }
    }
}

/// What two versions of an entry have in common: the unit, and the day where that was not changed.
fn common<'p>(plan: &'p Plan, entry: &Entry, with_day: bool) -> (&'p str, Option<NaiveDate>) {
    (&plan.body(entry.by).id, with_day.then_some(entry.on))
}

/// Why last days moved, and how: the row that states the deadline, the last days before and now.
type Cause = (Option<String>, Option<NaiveDate>, Option<NaiveDate>);

/// Last days that moved, by their cause, in the order in which these are found.
#[derive(Default)]
struct AllMoved {
    all: Vec<Moved>,
    places: HashMap<Cause, usize>,
}

impl AllMoved {
    /// What moved for a cause.
    fn of(&mut self, cause: Cause, first: impl FnOnce() -> Moved) -> &mut Moved {
        let place = *self.places.entry(cause).or_insert_with(|| {
            self.all.push(first());
            self.all.len() - 1
        });
        &mut self.all[place]
    }
}

/// Last days that moved for one cause.
struct Moved {
    was: Option<NaiveDate>,
    is: Option<NaiveDate>,
    /// The first row, and its first unit.
    number: String,
    name: String,
    rows: HashSet<RowIx>,
    units: HashSet<BodyIx>,
    at: Version,
}

impl Moved {
    fn problem(&self) -> Problem<Version> {
        let day = |lang: Lang, day: Option<NaiveDate>| match day {
            Some(day) => lang.date(day),
            None => rule::no_day(lang).to_owned(),
        };
        let message = |lang| {
            let (was, is) = (day(lang, self.was), day(lang, self.is));
            match (self.rows.len(), self.units.len()) {
                (1, 1) => rule::changed_deadline(lang, &self.number, &self.name, &was, &is),
                (1, units) => rule::changed_deadline(lang, &self.number, &rule::units(lang, units), &was, &is),
                (rows, units) => {
                    rule::changed_deadlines(lang, &self.number, &was, &is, rows, &rule::units(lang, units))
                }
            }
        };
        amended(Code::ChangedDeadline, self.at, message)
    }
}

/// The extensions of the new plan that stood in the old one, in the same row: of several alike, as many as
/// the old one has. One that differs in nothing but the day it moves to is the same, edited.
fn known_extensions(old: &Plan, new: &Plan) -> HashSet<ExtensionAt> {
    let key = |plan: &Plan, extension: &Extension| {
        let Extension { to: _, granted, covers, reference: _ } = extension;
        let covers = covers.as_ref().map(|covers| {
            let mut ids: Vec<String> = covers.units.iter().map(|unit| plan.body(*unit).id.clone()).collect();
            ids.sort_unstable();
            ids
        });
        (*granted, covers)
    };
    let mut left: HashMap<_, Vec<NaiveDate>> = HashMap::new();
    for (_, row) in old.rows() {
        for extension in &row.extended {
            left.entry((row.id.as_str(), key(old, extension))).or_default().push(extension.to);
        }
    }
    let mut known = HashSet::new();
    // What is the same finds its own before what was edited takes one that is left.
    for is_same in [true, false] {
        for (ix, row) in new.rows() {
            for (number, extension) in row.extended.iter().enumerate() {
                let at = ExtensionAt { row: ix, number };
                let Some(days) = left.get_mut(&(row.id.as_str(), key(new, extension))) else { continue };
                let found = days.iter().position(|day| !is_same || *day == extension.to);
                if let Some(found) = found.filter(|_| !known.contains(&at)) {
                    days.remove(found);
                    known.insert(at);
                }
            }
        }
    }
    known
}

/// What an entry says otherwise now; that it was returned since is no change.
fn changes(old: &Entry, new: &Entry) -> Vec<What> {
    // The two were matched by their unit.
    let Entry { by: _, on, reference, note, returned, reason } = old;
    let is_returned_since = returned.is_none() && reason.is_none();
    let changed: [(bool, What); 5] = [
        (*on != new.on, rule::what_day),
        (*reference != new.reference, rule::what_reference),
        (*note != new.note, rule::what_note),
        (!is_returned_since && *returned != new.returned, rule::what_return),
        (!is_returned_since && *reason != new.reason, rule::what_reason),
    ];
    changed.into_iter().filter(|(is_changed, _)| *is_changed).map(|(_, what)| what).collect()
}

fn ids(plan: &Plan, bodies: impl Iterator<Item = BodyIx>) -> HashSet<String> {
    bodies.map(|body| plan.body(body).id.clone()).collect()
}
