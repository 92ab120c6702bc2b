//! Bodies that come and go: who takes over from whom, and when.

use super::bodies::Bodies;
use super::problems::{self, DraftProblems};
use crate::plan::{Address, BodyIx, BodyKey, Draft, Field};
use std::collections::HashSet;

/// Reports bodies that end before they begin, that go into one that is not there by then, or into each other.
pub(super) fn check(draft: &Draft, into: &[Field<Vec<BodyIx>>], bodies: &Bodies, found: &mut DraftProblems) {
    let cycles = cycles(into);
    let in_cycle: HashSet<BodyIx> = cycles.iter().flatten().copied().collect();
    for cycle in &cycles {
        let ids: Vec<&str> = cycle.iter().map(|body| bodies.id_of(*body)).collect();
        found.push(problems::successor_cycle(&ids, Address::Body(cycle[0], BodyKey::IntoAt(0))));
    }
    for (ix, body) in draft.bodies.iter().enumerate() {
        let ix = BodyIx::new(ix);
        let Some(ended) = body.ended.given() else { continue };
        if let Some(since) = body.since.given().filter(|since| *ended <= **since) {
            found.push(problems::ends_before_it_begins(*since, *ended, Address::Body(ix, BodyKey::Ended)));
        }
        if in_cycle.contains(&ix) {
            continue;
        }
        for (number, next) in into[ix.at()].given().into_iter().flatten().enumerate() {
            let successor = &draft.bodies[next.at()];
            let is_late = successor.since.given().is_some_and(|since| since > ended);
            let is_gone = successor.ended.given().is_some_and(|gone| gone <= ended);
            if is_late || is_gone {
                let at = Address::Body(ix, BodyKey::IntoAt(number));
                found.push(problems::successor_not_there(&bodies.name(*next), *ended, at));
            }
        }
    }
}

/// The circles in which bodies go into each other, each from its first body on.
fn cycles(into: &[Field<Vec<BodyIx>>]) -> Vec<Vec<BodyIx>> {
    // A stack of its own, since a file may chain bodies as long as it is.
    let mut done = vec![false; into.len()];
    let mut on_path = vec![false; into.len()];
    let mut cycles = Vec::new();
    for start in 0..into.len() {
        let mut path = vec![(BodyIx::new(start), 0)];
        while let Some((body, next)) = path.pop() {
            if next == 0 {
                if done[body.at()] {
                    continue;
                }
                on_path[body.at()] = true;
            }
            match into[body.at()].given().and_then(|into| into.get(next)) {
                Some(successor) => {
                    path.push((body, next + 1));
                    if on_path[successor.at()] {
                        let begin = path.iter().position(|(open, _)| open == successor).unwrap_or(0);
                        cycles.push(path[begin..].iter().map(|(open, _)| *open).collect());
                    } else if !done[successor.at()] {
                        path.push((*successor, 0));
                    }
                }
                None => {
                    done[body.at()] = true;
                    on_path[body.at()] = false;
                }
            }
        }
    }
    cycles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_that_go_into_each_other_are_found_once() {
        let into = |lists: &[&[usize]]| -> Vec<Field<Vec<BodyIx>>> {
            lists.iter().map(|list| Field::Given(list.iter().copied().map(BodyIx::new).collect())).collect()
        };
        let found = |lists: &[&[usize]]| {
            let cycles = cycles(&into(lists));
            cycles.into_iter().map(|cycle| cycle.into_iter().map(BodyIx::at).collect()).collect::<Vec<Vec<usize>>>()
        };
        assert_eq!(found(&[&[1], &[2], &[]]), Vec::<Vec<usize>>::new());
        assert_eq!(found(&[&[1], &[0], &[0]]), [[0, 1]]);
        assert_eq!(found(&[&[0]]), [[0]]);
        assert_eq!(found(&[&[1, 2], &[3], &[3], &[1]]), [[1, 3]], "also where two ways lead to it");
    }
}
