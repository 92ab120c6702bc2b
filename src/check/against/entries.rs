//! Entries of `submitted`, which are public records.

use super::{Found, Pair, What, amended, joined};
use crate::check::shown;
use crate::diagnostic::Code;
use crate::plan::{Address, Entry, EntryKey, Fact, Period, Plan, RowKey};
use crate::text::{Lang, words::rule};
use std::collections::{HashMap, VecDeque};

impl Pair<'_> {
    /// `removed-entry` and `changed-entry`. Of a row with entries that cannot be read only those that are there are
    /// compared: one that seems gone may be among them.
    pub(super) fn entries(&self, found: &mut Found) {
        let (old, new) = (&self.old.plan.row(self.before).submitted, &self.new.plan.row(self.now).submitted);
        let are_all = self.knows(Fact::Entries, found);
        for ((number, entry), pair) in old.iter().enumerate().zip(self.matched(old, new, are_all)) {
            let name = |lang| shown(self.old.plan.body(entry.by).name.in_lang(lang));
            let in_old = self.old.sketch.gaps().number_of_entry(self.before, number);
            let was = || (self.was)(Address::Entry(self.before, in_old, EntryKey::Whole));
            match pair.map(|number| (number, changes(entry, &new[number]))) {
                None if are_all => {
                    let at = Address::Row(self.now, RowKey::Submitted);
                    let message =
                        |lang: Lang| rule::removed_entry(lang, &name(lang), &entry.on.in_sentence(lang), &self.number);
                    found.push(amended(Code::RemovedEntry, at, &was(), message));
                }
                Some((number, changed)) if !changed.is_empty() => {
                    let number = self.new.sketch.gaps().number_of_entry(self.now, number);
                    let at = Address::Entry(self.now, number, EntryKey::Whole);
                    let message = |lang: Lang| {
                        rule::changed_entry(
                            lang,
                            &name(lang),
                            &entry.on.in_sentence(lang),
                            &self.number,
                            &joined(lang, &changed),
                        )
                    };
                    found.push(amended(Code::ChangedEntry, at, &was(), message));
                }
                None | Some(_) => {}
            }
        }
    }

    /// The number of the new entry that each old one is now, if it is there. Entries are matched by unit and day, then
    /// in order; where all are there, those left of one unit in order too: their days were changed.
    fn matched(&self, old: &[Entry], new: &[Entry], are_all: bool) -> Vec<Option<usize>> {
        let mut pairs: Vec<Option<usize>> = vec![None; old.len()];
        let mut is_taken = vec![false; new.len()];
        for with_day in [true, false].into_iter().filter(|with_day| *with_day || are_all) {
            let mut left: HashMap<_, VecDeque<usize>> = HashMap::new();
            for (number, entry) in new.iter().enumerate().filter(|(number, _)| !is_taken[*number]) {
                left.entry(common(self.new.plan, entry, with_day)).or_default().push_back(number);
            }
            for (entry, pair) in old.iter().zip(&mut pairs).filter(|(_, pair)| pair.is_none()) {
                *pair = left.get_mut(&common(self.old.plan, entry, with_day)).and_then(VecDeque::pop_front);
                if let Some(number) = *pair {
                    is_taken[number] = true;
                }
            }
        }
        pairs
    }
}

/// What two versions of an entry have in common: the unit, the period, and the day where that was not changed.
fn common<'p>(plan: &'p Plan, entry: &Entry, with_day: bool) -> (&'p str, Option<Period>, Option<Period>) {
    (&plan.body(entry.by).id, entry.period, with_day.then_some(entry.on))
}

/// What an entry says otherwise now; that it was returned since is no change.
fn changes(old: &Entry, new: &Entry) -> Vec<What> {
    // The two were matched by their unit and period.
    let Entry { by: _, period: _, on, reference, note, returned, reason } = old;
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
