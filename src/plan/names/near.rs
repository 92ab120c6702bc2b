//! What a name that finds nothing may have been meant for.

use super::index::{Names, Spelled};
use super::spelling::{Form, strip_words};
use super::unit::{AsUnit, Unit};
use crate::plan::BodyIx;
use crate::text::{fold, nearness, slips};

/// How many slips of the finger a name of a group may be off: one body is seldom meant by what groups are called.
const SLIPS_OF_GROUP: usize = 2;

/// Nearer than any slip: the unit itself, with one above it that is not known.
const ABOVE_UNKNOWN: f64 = 1000.0;

impl Names {
    /// The bodies that are called nearly so, the nearest first. A group is offered for no more than a slip, and never
    /// for what reads as one unit.
    pub(in crate::plan) fn near(&self, typed: &str) -> Vec<BodyIx> {
        let asked = fold(typed);
        let as_unit = AsUnit::read(&asked);
        let mut is_unit = vec![false; self.is_group.len()];
        self.units().iter().for_each(|unit| is_unit[unit.body.at()] = true);
        let mut found: Vec<(f64, BodyIx)> = self
            .spelled
            .iter()
            .filter(|spelled| as_unit.is_none() || !(self.is_group[spelled.body.at()] || is_unit[spelled.body.at()]))
            .filter_map(|spelled| Some((self.nearness(&asked, spelled)?, spelled.body)))
            .collect();
        let read = as_unit.unwrap_or(AsUnit { kind: None, name: &asked });
        found.extend(self.units().iter().filter_map(|unit| Some((nearness_of_unit(read, unit)?, unit.body))));
        found.sort_by(|(near, one), (nearer, other)| nearer.total_cmp(near).then(one.cmp(other)));
        let mut seen = vec![false; self.is_group.len()];
        found.retain(|(_, body)| !std::mem::replace(&mut seen[body.at()], true));
        found.into_iter().map(|(_, body)| body).collect()
    }

    fn nearness(&self, asked: &str, spelled: &Spelled) -> Option<f64> {
        let name = spelled.name.get(Form::Folded);
        let is_group = self.is_group[spelled.body.at()];
        nearness(asked, name).filter(|_| !is_group || slips(asked, name) <= SLIPS_OF_GROUP)
    }
}

/// How near a unit is to a name that reads as one; none if it is not.
fn nearness_of_unit(asked: AsUnit<'_>, unit: &Unit) -> Option<f64> {
    let name = unit.name.get(Form::Folded);
    let is_other_kind = asked.kind.is_some_and(|kind| kind != unit.kind);
    let is_followed = strip_words(asked.name, name).is_some_and(|above| !above.is_empty());
    if is_followed && !is_other_kind {
        return Some(ABOVE_UNKNOWN);
    }
    let near = nearness(asked.name, name).filter(|_| slips(asked.name, name) <= asked.name.chars().count() / 3)?;
    Some(near - if is_other_kind { 0.5 } else { 0.0 })
}
