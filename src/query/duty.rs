//! Who owes a row on D: its units, less those that are not there yet, and whoever took over from those that have
//! ended (docs/meaning.md, Bodies that change).

use crate::plan::{BodyIx, Plan};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};

/// What one body owes, for itself and for those whose duty passed on to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Duty {
    /// Who owes it.
    pub(super) holder: BodyIx,
    /// Those that it answers for besides itself: units that have ended, and bodies that had taken over from them.
    pub(super) heir_to: Vec<BodyIx>,
    /// Where it stands among the others: at the first unit that it answers for, then as the bodies that took over from
    /// that, one after the other, are named.
    place: (usize, Vec<usize>),
}

impl Duty {
    /// The place, among the units of the row, of the first that it answers for.
    pub(super) fn first(&self) -> usize {
        self.place.0
    }

    /// Who owes it, and those that it answers for.
    pub(super) fn bodies(&self) -> impl Iterator<Item = BodyIx> + Clone {
        std::iter::once(self.holder).chain(self.heir_to.iter().copied())
    }
}

/// How the bodies of a plan follow each other.
#[derive(Clone, Debug, Default)]
pub(super) struct Succession {
    /// Those that ended into each body.
    predecessors: HashMap<BodyIx, Vec<BodyIx>>,
    /// Whether any body begins or ends.
    any: bool,
}

impl Succession {
    pub(super) fn of(plan: &Plan) -> Self {
        let mut succession = Self::default();
        for (ix, body) in plan.bodies() {
            succession.any |= body.since.is_some() || body.ended.is_some();
            for next in &body.into {
                succession.predecessors.entry(*next).or_default().push(ix);
            }
        }
        succession
    }

    /// Whether no body begins or ends: each unit owes what it owes.
    pub(super) fn is_none(&self) -> bool {
        !self.any
    }

    /// Whether a unit that begins on a day owes only what other units left that had ended into it by then.
    fn owes_what_others_left(&self, plan: &Plan, unit: BodyIx, since: NaiveDate, units: &HashSet<BodyIx>) -> bool {
        let (mut next, mut seen) = (vec![unit], HashSet::from([unit]));
        while let Some(body) = next.pop() {
            for before in self.predecessors.get(&body).into_iter().flatten() {
                let had_ended = plan.body(*before).ended.is_some_and(|ended| ended <= since);
                if had_ended && seen.insert(*before) {
                    if units.contains(before) {
                        return true;
                    }
                    next.push(*before);
                }
            }
        }
        false
    }
}

/// The bodies that took over by D from units of some others, on and on; none of a plan in which no body ends.
pub(super) fn heirs(plan: &Plan, succession: &Succession, bodies: &[BodyIx], as_of: NaiveDate) -> Vec<BodyIx> {
    if succession.is_none() {
        return Vec::new();
    }
    let mut next: Vec<BodyIx> = bodies.iter().flat_map(|body| plan.body(*body).units.iter().copied()).collect();
    let (mut heirs, mut seen) = (Vec::new(), HashSet::new());
    while let Some(body) = next.pop() {
        let body = plan.body(body);
        if body.ended.is_some_and(|ended| ended <= as_of) {
            let new: Vec<BodyIx> = body.into.iter().copied().filter(|next| seen.insert(*next)).collect();
            heirs.extend(&new);
            next.extend(new);
        }
    }
    heirs
}

/// The units of a row as duties of their own.
pub(super) fn own(units: &[BodyIx]) -> Vec<Duty> {
    let own = units.iter().enumerate();
    own.map(|(at, unit)| Duty { holder: *unit, heir_to: Vec::new(), place: (at, Vec::new()) }).collect()
}

/// The duties of a row at D, in the order of its units. `last_day` is that of the row without extensions; a body that
/// has ended keeps what it `had_delivered` before.
pub(super) fn at(
    plan: &Plan,
    succession: &Succession,
    units: &[BodyIx],
    as_of: NaiveDate,
    last_day: Option<NaiveDate>,
    had_delivered: impl Fn(&Duty, NaiveDate) -> bool,
) -> Vec<Duty> {
    if succession.is_none() {
        return own(units);
    }
    let all: HashSet<BodyIx> = units.iter().copied().collect();
    let mut duties = own(units);
    duties.retain(|duty| match plan.body(duty.holder).since {
        None => true,
        Some(since) => {
            let has_begun = since <= as_of && last_day.is_none_or(|last| since <= last);
            has_begun && !succession.owes_what_others_left(plan, duty.holder, since, &all)
        }
    });
    pass_on(plan, &mut duties, as_of, had_delivered);
    duties
}

/// Passes on what bodies that have ended by D had not delivered, one end after the other.
fn pass_on(plan: &Plan, duties: &mut Vec<Duty>, as_of: NaiveDate, had_delivered: impl Fn(&Duty, NaiveDate) -> bool) {
    let end = |body: BodyIx| plan.body(body).ended.filter(|ended| *ended <= as_of);
    let mut ends: BinaryHeap<_> =
        duties.iter().filter_map(|duty| Some(Reverse((end(duty.holder)?, duty.holder)))).collect();
    // Hundreds of communes may end on one day into a few: what is looked for stands in maps, by its place.
    let mut left_and_taken: Vec<Option<Duty>> = std::mem::take(duties).into_iter().map(Some).collect();
    let holders = left_and_taken.iter().flatten().map(|duty| duty.holder);
    let mut places: HashMap<BodyIx, usize> = holders.enumerate().map(|(at, holder)| (holder, at)).collect();
    let mut known: HashMap<usize, HashSet<BodyIx>> = HashMap::new();
    while let Some(Reverse((ended, body))) = ends.pop() {
        let Some(at) = places.get(&body).copied() else { continue };
        let Some(left) = left_and_taken[at].take_if(|duty| !had_delivered(duty, ended)) else { continue };
        places.remove(&body);
        for (turn, next) in plan.body(body).into.iter().enumerate() {
            let place = (left.place.0, [&left.place.1[..], &[turn]].concat());
            let heir = *places.entry(*next).or_insert_with(|| {
                ends.extend(end(*next).map(|ended| Reverse((ended, *next))));
                left_and_taken.push(Some(Duty { holder: *next, heir_to: Vec::new(), place: place.clone() }));
                left_and_taken.len() - 1
            });
            let Some(duty) = &mut left_and_taken[heir] else { continue };
            if place < duty.place {
                duty.place = place;
            }
            let known = known.entry(heir).or_insert_with(|| duty.bodies().collect());
            duty.heir_to.extend(left.bodies().filter(|body| known.insert(*body)));
        }
    }
    duties.extend(left_and_taken.into_iter().flatten());
    duties.sort_by(|one, other| one.place.cmp(&other.place));
}
