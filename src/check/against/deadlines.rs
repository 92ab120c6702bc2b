//! Last days, which move by extension.

use super::{Found, Pair, Version, amended};
use crate::check::extensions::knows_last_days;
use crate::check::shown;
use crate::diagnostic::{Code, Place, Problem};
use crate::plan::{
    Address, After, BodyIx, DeadlineKind, Extension, Fact, Occurrence, Period, Plan, RowIx, RowKey, Within,
    write_wording,
};
use crate::query::{ExtensionAt, LastDay};
use crate::text::{Bilingual, Lang, words::rule};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// Why last days moved: the row that states the deadline, and, but for one that recurs, the last days before and now.
pub(super) type Cause = (Option<String>, Option<(Until, Until)>);

/// Until when a unit has time, whatever the day on which one asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Until {
    /// A day.
    Day(NaiveDate),
    /// So long after a row, which has a day of its own only once it is delivered.
    After(Within),
    /// No day.
    Never,
}

/// One time that a row is owed: the period in both versions, of a row that recurs.
struct OneTime<'p> {
    before: Option<&'p Occurrence>,
    after: Option<&'p Occurrence>,
    /// Whether the new version does not know it.
    is_gone: bool,
}

/// Last days that moved for one cause.
pub(super) struct Moved {
    was: Until,
    is: Until,
    /// The first row, and its first unit.
    number: String,
    name: Bilingual,
    rows: HashSet<RowIx>,
    units: HashSet<BodyIx>,
    /// The first period, of a row that recurs, and all of them.
    period: Option<Period>,
    periods: HashSet<Period>,
    at: Address,
    stood: Place,
}

impl Pair<'_> {
    /// `changed-deadline`: the last days that units had, with the new extensions set aside. Those that moved in the same
    /// way because of one row's deadline are one finding.
    pub(super) fn deadline(&self, found: &mut Found) {
        if !(self.knows(Fact::Kind, found) && self.remember(self.knows_last_days(), found)) {
            return;
        }
        let (old, new) = (self.old.plan, self.new.plan);
        let units: HashMap<&str, BodyIx> =
            self.new.assigned.units(self.now).iter().map(|unit| (new.body(*unit).id.as_str(), *unit)).collect();
        let stated = old.node(self.before).due_from.map(|row| old.row(row).id.clone());
        let times = self.times();
        for unit in self.old.assigned.units(self.before) {
            let Some(now) = units.get(old.body(*unit).id.as_str()) else { continue };
            for OneTime { before, after, is_gone } in &times {
                let was = Until::of(old, self.before, *unit, *before, |_| true);
                let is = if *is_gone {
                    Until::Never
                } else {
                    Until::of(new, self.now, *now, *after, |at| self.known.contains(&at))
                };
                if was == is || was == Until::Never {
                    continue;
                }
                let days = before.is_none().then(|| (was.clone(), is.clone()));
                let same = found.moved.of((stated.clone(), days), || self.moved(was, is, *unit));
                same.rows.insert(self.now);
                same.units.insert(*unit);
                same.period = same.period.or(before.map(|one| one.period));
                same.periods.extend(before.map(|one| one.period));
            }
        }
    }

    fn moved(&self, was: Until, is: Until, unit: BodyIx) -> Moved {
        Moved {
            was,
            is,
            number: self.number.clone(),
            name: self.old.plan.body(unit).name.clone(),
            rows: HashSet::new(),
            units: HashSet::new(),
            period: None,
            periods: HashSet::new(),
            at: Address::Row(self.now, RowKey::Due),
            stood: (self.was)(Address::Row(self.before, RowKey::Due)),
        }
    }

    /// Each time that the row was owed in the old version. A period is not said to be gone where another change has
    /// told that: that of the day of issue, or of the day from which the row is there.
    fn times(&self) -> Vec<OneTime<'_>> {
        let (old, new) = (self.old.plan, self.new.plan);
        let Some(before) = old.occurrences(self.before) else {
            return vec![OneTime { before: None, after: None, is_gone: new.recurs(self.now) }];
        };
        let now: HashMap<Period, &Occurrence> =
            new.occurrences(self.now).into_iter().flatten().map(|one| (one.period, one)).collect();
        let starts_otherwise = old.about.issued != self.new.sketch.as_read().about.issued
            || old.node(self.before).since != new.node(self.now).since;
        let times = before.map(|one| {
            let after = now.get(&one.period).copied();
            OneTime { before: Some(one), after, is_gone: after.is_none() }
        });
        times.filter(|time| !(time.is_gone && starts_otherwise)).collect()
    }

    /// Whether all is known that decides the last days of the row, in both versions.
    fn knows_last_days(&self) -> bool {
        let knows = |version: &Version<'_>, row| {
            let has_calendar = version.sketch.calendar().knows_last_days();
            let plan = version.plan;
            let is_found = match plan.due(row).map(|due| &due.kind) {
                Some(DeadlineKind::Every(_)) => plan.occurrences(row).is_some(),
                Some(DeadlineKind::Within(within)) => plan.anchor(within).is_some(),
                _ => true,
            };
            has_calendar && is_found && knows_last_days(version.sketch, row, None)
        };
        knows(self.old, self.before) && knows(self.new, self.now)
    }
}

impl Until {
    fn of(
        plan: &Plan,
        row: RowIx,
        unit: BodyIx,
        period: Option<&Occurrence>,
        is_known: impl Fn(ExtensionAt) -> bool,
    ) -> Self {
        match (LastDay::of_unit(plan, row, &[unit], period, is_known).day(), plan.due(row).map(|due| &due.kind)) {
            (Some(day), _) => Self::Day(day),
            (None, Some(DeadlineKind::Within(within))) if matches!(within.after, After::Row(_)) => {
                Self::After(within.clone())
            }
            (None, _) => Self::Never,
        }
    }

    fn in_words(&self, lang: Lang) -> String {
        let worded = match self {
            Self::Day(day) => return lang.date(*day),
            Self::After(within) => write_wording(&DeadlineKind::Within(within.clone()), None, lang),
            Self::Never => None,
        };
        worded.map_or_else(|| rule::no_day(lang).to_owned(), |worded| format!("\"{}\"", shown(&worded)))
    }
}

impl Moved {
    pub(super) fn problem(&self) -> Problem<Address> {
        let message = |lang| {
            let (was, is) = (self.was.in_words(lang), self.is.in_words(lang));
            let row = match (self.period, self.periods.len()) {
                (None, _) => self.number.clone(),
                (Some(only), 1) => rule::task_in_period(lang, &self.number, &only.in_sentence(lang)),
                (Some(first), all) => rule::task_in_periods(lang, &self.number, &first.in_sentence(lang), all - 1),
            };
            match (self.rows.len(), self.units.len()) {
                (1, 1) => rule::changed_deadline(lang, &row, &shown(self.name.in_lang(lang)), &was, &is),
                (1, units) => rule::changed_deadline(lang, &row, &rule::units(lang, units), &was, &is),
                (rows, units) => rule::changed_deadlines(lang, &row, &was, &is, rows, &rule::units(lang, units)),
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
                let at = ExtensionAt::new(ix, number);
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
