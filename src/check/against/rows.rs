//! What a row is, beside its days and its entries.

use super::causes::ByCause;
use super::{Found, Pair, Version, What, amended};
use crate::diagnostic::{Code, Place, Problem};
use crate::plan::{Address, Ended, Fact, RowIx, RowKey};
use crate::text::{Message, words::rule};

/// A row that was changed.
pub(super) struct ChangedRow {
    number: String,
    what: Vec<Message>,
    /// Where the first of it stands, and stood.
    at: Address,
    stood: Place,
}

impl Pair<'_> {
    /// Of `changed-row` what it is about, its place in the tree, and whether each of its units delivers.
    pub(super) fn row(&self, found: &mut Found) {
        let (old, new) = (self.old.plan.row(self.before), self.new.plan.row(self.now));
        let parent = |version: &Version<'_>, row| {
            version.plan.node(row).parent.map(|parent| version.plan.row(parent).id.clone())
        };
        let is_moved = parent(self.old, self.before) != parent(self.new, self.now);
        let knows_parent =
            self.old.sketch.gaps().knows_parent(self.before) && self.new.sketch.gaps().knows_parent(self.now);
        let has_other = |is_other, fact, found: &mut Found| self.knows(fact, found) && is_other;
        let ended = |ended: &Option<Box<Ended>>| ended.as_ref().map(|ended| ended.on);
        // That a row ends is what happens to it; that it did is what has been told.
        let is_ended_otherwise = old.ended.is_some() && ended(&old.ended) != ended(&new.ended);
        let parts: [(bool, What, RowKey); 5] = [
            (has_other(old.title != new.title, Fact::Title, found), rule::what_title, RowKey::Title),
            (self.remember(knows_parent, found) && is_moved, rule::what_parent, RowKey::Parent),
            (has_other(old.completion != new.completion, Fact::Completion, found), rule::what_completion, RowKey::Lead),
            (has_other(old.since != new.since, Fact::Life, found), rule::what_since, RowKey::Since),
            (has_other(is_ended_otherwise, Fact::Life, found), rule::what_ended, RowKey::EndedOn),
        ];
        for (_, what, key) in parts.into_iter().filter(|(is_changed, ..)| *is_changed) {
            let stood = || (self.was)(Address::Row(self.before, key));
            ChangedRow::add(
                &mut found.changed,
                (self.now, &self.number),
                (Address::Row(self.now, key), stood),
                Message::new(what),
            );
        }
    }
}

impl ChangedRow {
    /// Adds what was changed in a row, which goes by a number; where that stands, and stood.
    pub(super) fn add(
        changed: &mut ByCause<RowIx, Self>,
        (row, number): (RowIx, &str),
        (at, stood): (Address, impl FnOnce() -> Place),
        what: Message,
    ) {
        let first = || Self { number: number.to_owned(), what: Vec::new(), at, stood: stood() };
        changed.of(row, first).what.push(what);
    }

    pub(super) fn problem(&self) -> Problem<Address> {
        let message = |lang| {
            let what: Vec<&str> = self.what.iter().map(|what| what.in_lang(lang)).collect();
            rule::changed_row(lang, &self.number, &what.join(", "))
        };
        amended(Code::ChangedRow, self.at, &self.stood, message)
    }
}
