//! Last days, which move by extension.

use super::{Found, Pair, Version, amended};
use crate::check::extensions::knows_last_days;
use crate::check::shown;
use crate::diagnostic::{Code, Place, Problem};
use crate::plan::{Address, BodyIx, Extension, Fact, Plan, RowIx, RowKey};
use crate::query::{ExtensionAt, LastDay};
use crate::text::{Bilingual, Lang, words::rule};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// Why last days moved, and how: the row that states the deadline, the last days before and now.
pub(super) type Cause = (Option<String>, Option<NaiveDate>, Option<NaiveDate>);

/// Last days that moved for one cause.
pub(super) struct Moved {
    was: Option<NaiveDate>,
    is: Option<NaiveDate>,
    /// The first row, and its first unit.
    number: String,
    name: Bilingual,
    rows: HashSet<RowIx>,
    units: HashSet<BodyIx>,
    at: Address,
    stood: Place,
}

impl Pair<'_> {
    /// `changed-deadline`: the last days of units, with the new extensions set aside. Those that moved in the same way
    /// because of one row's deadline are one finding.
    pub(super) fn deadline(&self, found: &mut Found) {
        if !(self.knows(Fact::Kind, found) && self.remember(self.knows_last_days(), found)) {
            return;
        }
        let (old, new) = (self.old.plan, self.new.plan);
        let units: HashMap<&str, BodyIx> =
            self.new.assigned.units(self.now).iter().map(|unit| (new.body(*unit).id.as_str(), *unit)).collect();
        let stated = old.node(self.before).due_from.map(|row| old.row(row).id.clone());
        for unit in self.old.assigned.units(self.before) {
            let Some(now) = units.get(old.body(*unit).id.as_str()) else { continue };
            let was = LastDay::of_unit(old, self.before, &[*unit], None, |_| true).day();
            let is = LastDay::of_unit(new, self.now, &[*now], None, |at| self.known.contains(&at)).day();
            if was == is {
                continue;
            }
            let same = found.moved.of((stated.clone(), was, is), || Moved {
                was,
                is,
                number: self.number.clone(),
                name: old.body(*unit).name.clone(),
                rows: HashSet::new(),
                units: HashSet::new(),
                at: Address::Row(self.now, RowKey::Due),
                stood: (self.was)(Address::Row(self.before, RowKey::Due)),
            });
            same.rows.insert(self.now);
            same.units.insert(*unit);
        }
    }

    /// Whether all is known that decides the last days of the row, in both versions.
    fn knows_last_days(&self) -> bool {
        let knows = |version: &Version<'_>, row| {
            let has_calendar = version.sketch.calendar().knows_last_days();
            has_calendar && knows_last_days(version.sketch, row, None)
        };
        knows(self.old, self.before) && knows(self.new, self.now)
    }
}

impl Moved {
    pub(super) fn problem(&self) -> Problem<Address> {
        let day = |lang: Lang, day: Option<NaiveDate>| match day {
            Some(day) => lang.date(day),
            None => rule::no_day(lang).to_owned(),
        };
        let message = |lang| {
            let (was, is) = (day(lang, self.was), day(lang, self.is));
            match (self.rows.len(), self.units.len()) {
                (1, 1) => rule::changed_deadline(lang, &self.number, &shown(self.name.in_lang(lang)), &was, &is),
                (1, units) => rule::changed_deadline(lang, &self.number, &rule::units(lang, units), &was, &is),
                (rows, units) => {
                    rule::changed_deadlines(lang, &self.number, &was, &is, rows, &rule::units(lang, units))
                }
            }
        };
        amended(Code::ChangedDeadline, self.at, &self.stood, message)
    }
}

/// The extensions of the new plan that stood in the old one, in the same row: of several alike, as many as
/// the old one has. One that differs in nothing but the day it moves to is the same, edited.
pub(super) fn known_extensions(old: &Plan, new: &Plan) -> HashSet<ExtensionAt> {
    let key = |plan: &Plan, extension: &Extension| {
        let Extension { period, to: _, granted, covers, reference: _ } = extension;
        let covers = covers.as_ref().map(|covers| {
            let mut ids: Vec<String> = covers.units.iter().map(|unit| plan.body(*unit).id.clone()).collect();
            ids.sort_unstable();
            ids
        });
        (*period, *granted, covers)
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
