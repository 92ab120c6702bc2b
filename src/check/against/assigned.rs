//! Who leads and who supports a row.

use super::causes::ByCause;
use super::rows::ChangedRow;
use super::{Found, Pair, amended};
use crate::check::shown;
use crate::diagnostic::{Code, Place, Problem};
use crate::plan::{Address, BodyIx, BodyKey, Fact, Plan, RowIx, RowKey};
use crate::query::Role;
use crate::text::{Lang, Message, words::problem, words::rule};
use std::collections::{BTreeSet, HashSet};

/// How many bodies are named.
const MOST_NAMED: usize = 3;

/// How the bodies of rows changed: the ids of who is gone, and of who has come.
pub(super) type Cause = (Vec<String>, Vec<String>);

/// Rows whose bodies changed in the same way: a row that hands its lead down, a group, a body that went by another id.
pub(super) struct Reassigned {
    /// Whether those that lead, and those that support.
    of: BTreeSet<Role>,
    /// The names of who is gone, and of who has come.
    gone: Vec<Message>,
    come: Vec<Message>,
    /// The first row with its number, and all rows.
    row: RowIx,
    number: String,
    rows: HashSet<RowIx>,
    at: Address,
    stood: Place,
}

impl Pair<'_> {
    /// `changed-row`: the units of its lead, and those of who supports it.
    pub(super) fn assigned(&self, found: &mut Found) {
        if self.knows(Fact::Units, found) {
            let (before, now) = (self.old.assigned.units(self.before), self.new.assigned.units(self.now));
            self.compare(Role::Lead, before, now, found);
        }
        if self.knows(Fact::Support, found) {
            let units = |plan: &Plan, row| {
                let bodies = plan.row(row).support.iter();
                bodies.flat_map(|body| plan.body(*body).units.iter().copied()).collect::<Vec<_>>()
            };
            self.compare(Role::Support, &units(self.old.plan, self.before), &units(self.new.plan, self.now), found);
        }
    }

    fn compare(&self, role: Role, before: &[BodyIx], now: &[BodyIx], found: &mut Found) {
        let (old, new) = (self.old.plan, self.new.plan);
        // So it is with most rows.
        if before.len() == now.len() && before.iter().zip(now).all(|(was, is)| old.body(*was).id == new.body(*is).id) {
            return;
        }
        let (gone, mut come) = (without(old, before, new, now), without(new, now, old, before));
        let named_since = listed(new, now, old, before);
        come.retain(|unit| !named_since.contains(unit));
        if gone.is_empty() && come.is_empty() {
            return;
        }
        let same = found.reassigned.of((ids(old, &gone), ids(new, &come)), || {
            let (stood, at) = self.stated(role);
            Reassigned {
                of: BTreeSet::new(),
                gone: names(old, &gone, new, &come),
                come: names(new, &come, old, &gone),
                row: self.now,
                number: self.number.clone(),
                rows: HashSet::new(),
                at,
                stood: (self.was)(stood),
            }
        });
        same.of.insert(role);
        same.rows.insert(self.now);
    }

    /// Where the old version and the new one state whom the row has: at the row that it has them from, or, while that
    /// names the same bodies, at the group that has other members.
    fn stated(&self, role: Role) -> (Address, Address) {
        let (old, new) = (self.old.plan, self.new.plan);
        let ((row_before, before), (row_now, now)) = (named(old, self.before, role), named(new, self.now, role));
        let units = |plan: &Plan, body: BodyIx| ids(plan, &plan.body(body).units);
        let mut same = before.iter().zip(now).filter(|_| ids(old, before) == ids(new, now));
        match same.find(|(before, now)| units(old, **before) != units(new, **now)) {
            Some((before, now)) => (Address::Body(*before, BodyKey::Id), Address::Body(*now, BodyKey::Id)),
            None => {
                let key = if role == Role::Lead { RowKey::Lead } else { RowKey::Support };
                (Address::Row(row_before, key), Address::Row(row_now, key))
            }
        }
    }
}

/// The units of a version that are none of the other, each once.
fn without(plan: &Plan, units: &[BodyIx], other: &Plan, others: &[BodyIx]) -> Vec<BodyIx> {
    let others: HashSet<&str> = others.iter().map(|unit| other.body(*unit).id.as_str()).collect();
    let mut seen = HashSet::new();
    let gone = units.iter().filter(|unit| !others.contains(plan.body(**unit).id.as_str()));
    gone.filter(|unit| seen.insert(**unit)).copied().collect()
}

/// The members of open classes that both versions have: that more of a class are named is no change of it.
fn listed(plan: &Plan, units: &[BodyIx], other: &Plan, others: &[BodyIx]) -> HashSet<BodyIx> {
    let classes = |plan: &Plan, units: &[BodyIx]| -> Vec<BodyIx> {
        units.iter().copied().filter(|unit| plan.body(*unit).is_class()).collect()
    };
    let known: HashSet<&str> = classes(other, others).iter().map(|class| other.body(*class).id.as_str()).collect();
    let both = classes(plan, units).into_iter().filter(|class| known.contains(plan.body(*class).id.as_str()));
    both.flat_map(|class| plan.body(class).units.iter().copied()).collect()
}

/// The names of bodies, with the id where one of the others is called the same.
fn names(plan: &Plan, bodies: &[BodyIx], other: &Plan, others: &[BodyIx]) -> Vec<Message> {
    let others: HashSet<&str> = others.iter().map(|body| other.body(*body).name.own.as_str()).collect();
    let named = bodies.iter().map(|body| {
        let body = plan.body(*body);
        let is_shared = others.contains(body.name.own.as_str());
        Message::new(|lang| {
            let name = shown(body.name.in_lang(lang));
            if is_shared { format!("{name} ({})", shown(&body.id)) } else { name }
        })
    });
    named.collect()
}

fn ids(plan: &Plan, bodies: &[BodyIx]) -> Vec<String> {
    bodies.iter().map(|body| plan.body(*body).id.clone()).collect()
}

/// The row that a row has its bodies from, and whom that names.
fn named(plan: &Plan, row: RowIx, role: Role) -> (RowIx, &[BodyIx]) {
    if role == Role::Lead {
        let from = plan.node(row).lead_from.unwrap_or(row);
        (from, plan.row(from).lead.as_deref().unwrap_or_default())
    } else {
        (row, &plan.row(row).support)
    }
}

impl Reassigned {
    pub(super) fn is_of_one_row(&self) -> bool {
        self.rows.len() == 1
    }

    /// Adds it to all else that was changed in its row.
    pub(super) fn add_to(self, changed: &mut ByCause<RowIx, ChangedRow>) {
        let what = Message::new(|lang| self.what(lang));
        ChangedRow::add(changed, (self.row, &self.number), (self.at, || self.stood), what);
    }

    pub(super) fn problem(&self) -> Problem<Address> {
        let message = |lang| rule::changed_rows(lang, self.rows.len(), &self.number, &self.what(lang));
        amended(Code::ChangedRow, self.at, &self.stood, message)
    }

    fn what(&self, lang: Lang) -> String {
        let part = |bodies: &[Message], said: fn(Lang, &str) -> String| {
            (!bodies.is_empty()).then(|| said(lang, &some_of(lang, bodies)))
        };
        let parts = part(&self.gone, rule::gone).into_iter().chain(part(&self.come, rule::come));
        let parts = parts.collect::<Vec<_>>().join(", ");
        let of = self.of.iter().map(|role| match role {
            Role::Lead => rule::what_lead(lang),
            Role::Support => rule::what_support(lang),
        });
        rule::other_bodies(lang, &of.collect::<Vec<_>>().join(", "), &parts)
    }
}

/// The first of some names, and how many more there are.
fn some_of(lang: Lang, names: &[Message]) -> String {
    let first = names.iter().take(MOST_NAMED).map(|name| name.in_lang(lang)).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST_NAMED) {
        0 => first,
        more => format!("{first} {}", problem::and_more(lang, more)),
    }
}
