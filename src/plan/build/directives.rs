//! The rows that the directives of a draft name.

use super::Suggestions;
use super::problems::{self, DraftProblems};
use super::rows::RowIds;
use crate::diagnostic::Code;
use crate::plan::{Address, DirectiveKey, Draft, RowIx};
use std::cell::LazyCell;
use std::collections::HashMap;

/// The rows of each directive that are known; an id that no row has is one problem with all its places.
pub(super) fn rows(draft: &Draft, ids: &RowIds<'_>, found: &mut DraftProblems) -> Vec<Vec<RowIx>> {
    let mut nearer = Suggestions::new(ids.iter());
    let mut unknown: Vec<(&str, Vec<Address>)> = Vec::new();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut all = Vec::with_capacity(draft.directives.len());
    for (number, directive) in draft.directives.iter().enumerate() {
        let mut rows = Vec::new();
        for (i, id) in directive.rows.given().into_iter().flatten().enumerate() {
            let Some(id) = id.given() else { continue };
            let at = Address::Directive(number, DirectiveKey::RowAt(i));
            match ids.find(id) {
                Some(row) => rows.push(row),
                None if ids.are_all() => {
                    let place = *seen.entry(id).or_insert(unknown.len());
                    if place == unknown.len() {
                        unknown.push((id, Vec::new()));
                    }
                    unknown[place].1.push(at);
                }
                None => {}
            }
        }
        all.push(rows);
    }
    let numbers = LazyCell::new(|| ids_by_number(draft));
    for (id, places) in unknown {
        let Some((first, also)) = places.split_first() else { continue };
        found.add(Code::UnknownTask, *first, || {
            let printed = numbers.get(id).copied().flatten();
            problems::unknown_task(id, printed.or_else(|| nearer.to(id)), *first).and_at(also.iter().copied())
        });
    }
    all
}

/// The id of the one row that prints a number; none where several do.
fn ids_by_number(draft: &Draft) -> HashMap<&str, Option<&str>> {
    let mut numbers: HashMap<&str, Option<&str>> = HashMap::new();
    for row in &draft.rows {
        if let (Some(number), Some(id)) = (row.number.given(), row.id.given()) {
            numbers.entry(number).and_modify(|only| *only = None).or_insert(Some(id));
        }
    }
    numbers
}
