//! Two versions of one plan compared: what a reviewer of a change must not miss. Submissions are
//! public records; deadlines move by extension, rows by amendment.

use super::shown;
use crate::diagnostic::{Code, Problem};
use crate::plan::{Address, BodyIx, Entry, EntryKey, Extension, Plan, RowIx, RowKey};
use crate::query::{Assignments, ExtensionAt, LastDay};
use crate::text::{Lang, Message, words::rule};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

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
    let known = known_extensions(old, new);
    let assigned = (&Assignments::of(old), &Assignments::of(new));
    let rows: HashMap<&str, RowIx> = new.rows().map(|(ix, row)| (row.id.as_str(), ix)).collect();
    for (ix, row) in old.rows() {
        let pair = |now| Pair { old, new, assigned, known: &known, before: ix, now, number: shown(row.number()) };
        match rows.get(row.id.as_str()) {
            Some(now) => {
                let pair = pair(*now);
                pair.row(&mut found);
                pair.deadline(&mut found);
                pair.entries(&mut found);
            }
            None => {
                let at = Version::Old(Address::Row(ix, RowKey::Id));
                found.push(amended(Code::RemovedRow, at, |lang| rule::removed_row(lang, &shown(row.number()))));
            }
        }
    }
    found
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

    /// `changed-deadline`: the last day of a unit, with the new extensions set aside.
    fn deadline(&self, found: &mut Vec<Problem<Version>>) {
        let units: HashMap<&str, BodyIx> =
            self.assigned.1.units(self.now).iter().map(|unit| (self.new.body(*unit).id.as_str(), *unit)).collect();
        for unit in self.assigned.0.units(self.before) {
            let Some(now) = units.get(self.old.body(*unit).id.as_str()) else { continue };
            let was = LastDay::of_unit(self.old, self.before, *unit, |_| true).day();
            let is = LastDay::of_unit(self.new, self.now, *now, |at| self.known.contains(&at)).day();
            if was != is {
                let name = shown(&self.old.body(*unit).name.own);
                let day = |lang: Lang, day: Option<NaiveDate>| match day {
                    Some(day) => lang.date(day),
                    None => rule::no_day(lang).to_owned(),
                };
                let message = |lang| rule::changed_deadline(lang, &self.number, &name, &day(lang, was), &day(lang, is));
                let at = Version::New(Address::Row(self.now, RowKey::Due));
                found.push(amended(Code::ChangedDeadline, at, message));
                return;
            }
        }
    }

    /// `removed-entry` and `changed-entry`. Entries are matched by unit and day, then in order.
    fn entries(&self, found: &mut Vec<Problem<Version>>) {
        let mut now: HashMap<(&str, NaiveDate), Vec<usize>> = HashMap::new();
        for (number, entry) in self.new.row(self.now).submitted.iter().enumerate().rev() {
            now.entry(matched_by(self.new, entry)).or_default().push(number);
        }
        for (number, entry) in self.old.row(self.before).submitted.iter().enumerate() {
            let body = self.old.body(entry.by);
            let say = |sentence: fn(Lang, &str, &str, &str) -> String| {
                move |lang: Lang| sentence(lang, &shown(&body.name.own), &lang.date(entry.on), &self.number)
            };
            match now.get_mut(&matched_by(self.old, entry)).and_then(Vec::pop) {
                None => {
                    let at = Version::Old(Address::Entry(self.before, number, EntryKey::Whole));
                    found.push(amended(Code::RemovedEntry, at, say(rule::removed_entry)));
                }
                Some(number) if is_changed(entry, &self.new.row(self.now).submitted[number]) => {
                    let at = Version::New(Address::Entry(self.now, number, EntryKey::Whole));
                    found.push(amended(Code::ChangedEntry, at, say(rule::changed_entry)));
                }
                Some(_) => {}
            }
        }
    }
}

/// The extensions of the new plan that stood in the old one, in the same row: of several alike, as many as
/// the old one has.
fn known_extensions(old: &Plan, new: &Plan) -> HashSet<ExtensionAt> {
    let key = |plan: &Plan, extension: &Extension| {
        let Extension { to, granted, covers, reference: _ } = extension;
        let covers = covers.as_ref().map(|covers| {
            let mut ids: Vec<String> = covers.units.iter().map(|unit| plan.body(*unit).id.clone()).collect();
            ids.sort_unstable();
            ids
        });
        (*to, *granted, covers)
    };
    let mut left: HashMap<_, usize> = HashMap::new();
    for (_, row) in old.rows() {
        for extension in &row.extended {
            *left.entry((row.id.as_str(), key(old, extension))).or_default() += 1;
        }
    }
    let mut known = HashSet::new();
    for (ix, row) in new.rows() {
        for (number, extension) in row.extended.iter().enumerate() {
            if let Some(count) = left.get_mut(&(row.id.as_str(), key(new, extension))).filter(|count| **count > 0) {
                *count -= 1;
                known.insert(ExtensionAt { row: ix, number });
            }
        }
    }
    known
}

/// Whether an entry says something else now; that it was returned since is no change.
fn is_changed(old: &Entry, new: &Entry) -> bool {
    // The two were matched by unit and day.
    let Entry { by: _, on: _, reference, note, returned, reason } = old;
    let is_returned_since = returned.is_none() && reason.is_none();
    *reference != new.reference
        || *note != new.note
        || !is_returned_since && (*returned != new.returned || *reason != new.reason)
}

/// What entries of one row are matched by: the unit and the day.
fn matched_by<'p>(plan: &'p Plan, entry: &Entry) -> (&'p str, NaiveDate) {
    let Entry { by, on, reference: _, note: _, returned: _, reason: _ } = entry;
    (&plan.body(*by).id, *on)
}

fn ids(plan: &Plan, bodies: impl Iterator<Item = BodyIx>) -> HashSet<String> {
    bodies.map(|body| plan.body(body).id.clone()).collect()
}
