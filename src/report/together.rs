//! Answers about several plans put together: here alone are bodies of different plans taken for one, by their names.

use super::Answer;
use super::answer::{AgencyName, Head, PlanFile, PlanIx};
use crate::text::alike;
use std::collections::HashMap;

/// An answer that can stand together with those about other plans.
pub trait Together: Answer + Sized {
    /// What it opens with.
    fn head_mut(&mut self) -> &mut Head;

    /// Says of all that it tells of which plan that is.
    fn in_plan(&mut self, plan: PlanIx);

    /// Takes up what the answer about a later plan tells.
    fn add(&mut self, other: Self);

    /// Brings what was taken up into one order, and takes together the bodies whose names are alike.
    fn finish(&mut self);

    /// The answer about several plans, of those that have what was asked for, in the order of the plans; none where not
    /// one has. Some more may have been left out.
    fn together(
        plans: Vec<PlanFile>,
        left_out: usize,
        answers: impl IntoIterator<Item = (PlanIx, Self)>,
    ) -> Option<Self> {
        let placed = answers.into_iter().map(|(plan, mut answer)| {
            answer.in_plan(plan);
            answer
        });
        let mut all = placed.reduce(|mut all, answer| {
            all.add(answer);
            all
        })?;
        let head = all.head_mut();
        head.letterhead = plans.first().map(|plan| plan.letterhead.clone()).unwrap_or_default();
        (head.plan, head.plans, head.left_out) = (None, Some(plans), left_out);
        all.finish();
        Some(all)
    }
}

/// What is told of bodies, once for those whose names are alike: it stands where the first of them does.
pub(super) fn alike_once<T>(told: Vec<T>, name: impl Fn(&T) -> &AgencyName, mut add: impl FnMut(&mut T, T)) -> Vec<T> {
    let mut once: Vec<T> = Vec::new();
    let mut places = Places::default();
    for one in told {
        let at = places.of(&name(&one).name.own);
        if at < once.len() { add(&mut once[at], one) } else { once.push(one) }
    }
    once
}

/// The places of bodies among those that were met, by their names.
#[derive(Default)]
pub(super) struct Places {
    by_name: HashMap<String, usize>,
    by_alike: HashMap<String, usize>,
}

impl Places {
    /// The place of the body of a name: that of the first whose name is alike, else the next.
    pub(super) fn of(&mut self, name: &str) -> usize {
        if let Some(known) = self.by_name.get(name) {
            return *known;
        }
        let next = self.by_alike.len();
        let at = *self.by_alike.entry(alike(name)).or_insert(next);
        self.by_name.insert(name.to_owned(), at);
        at
    }

    /// Whether a body of such a name was met.
    pub(super) fn has(&self, name: &str) -> bool {
        self.by_name.contains_key(name) || self.by_alike.contains_key(&alike(name))
    }

    /// How many bodies were met.
    pub(super) fn len(&self) -> usize {
        self.by_alike.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Bilingual;

    #[test]
    fn bodies_whose_names_are_alike_are_told_once_where_the_first_of_them_stands() {
        let named = |(name, count): (&str, usize)| {
            (AgencyName { id: count.to_string(), name: Bilingual { own: name.to_owned(), en: None } }, count)
        };
        let told = [("A & B", 1), ("C", 2), ("a v\u{e0} b", 3), ("c", 4), ("A a B", 5)].map(named);
        let once = alike_once(told.to_vec(), |(agency, _)| agency, |(_, sum), (_, more)| *sum += more);
        let told: Vec<_> =
            once.iter().map(|(agency, sum)| (agency.name.own.as_str(), agency.id.as_str(), *sum)).collect();
        assert_eq!(told, [("A & B", "1", 4), ("C", "2", 6), ("A a B", "5", 5)]);
    }
}
