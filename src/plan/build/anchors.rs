//! What deadlines count from: events and rows that exist, and no deadline that waits for itself.

use super::problems::{self, DraftProblems};
use super::rows::{RowIds, Rows};
use super::suggestions::Suggestions;
use crate::plan::{
    Address, After, Anchor, Deadline, DeadlineKind, DirectiveKey, Draft, EventIx, Field, RowIx, RowKey, RowKind, Within,
};
use std::collections::HashMap;

/// Finds what every deadline counts from, and reports what cannot be.
pub(super) fn find(draft: &Draft, ids: &RowIds<'_>, rows: &Rows, found: &mut DraftProblems) -> HashMap<After, Anchor> {
    let events: HashMap<&str, EventIx> =
        draft.events.iter().enumerate().map(|(ix, event)| (event.id.as_str(), EventIx(ix))).collect();
    let mut finder = Finder {
        draft,
        rows,
        nearest_event: Suggestions::new(draft.events.iter().map(|event| event.id.as_str())),
        nearest_row: Suggestions::new(ids.iter()),
        ids,
        events,
        anchors: HashMap::new(),
    };
    for (ix, row) in draft.rows.iter().enumerate() {
        if let Some(within) = within(&row.due) {
            finder.anchor(within, Address::Row(RowIx::new(ix), RowKey::DueAfter), found);
        }
    }
    for (number, directive) in draft.directives.iter().enumerate() {
        if let Some(within) = within(&directive.due) {
            finder.anchor(within, Address::Directive(number, DirectiveKey::DueAfter), found);
        }
    }
    let anchors = finder.anchors;
    report_cycles(draft, rows, &anchors, found);
    anchors
}

fn within(due: &Field<Box<Deadline>>) -> Option<&Within> {
    match &due.given()?.kind {
        DeadlineKind::Within(within) => Some(within),
        _ => None,
    }
}

struct Finder<'a, 'd> {
    draft: &'d Draft,
    rows: &'a Rows,
    ids: &'a RowIds<'d>,
    events: HashMap<&'d str, EventIx>,
    nearest_event: Suggestions<'d>,
    nearest_row: Suggestions<'d>,
    anchors: HashMap<After, Anchor>,
}

impl Finder<'_, '_> {
    fn anchor(&mut self, within: &Within, at: Address, found: &mut DraftProblems) {
        let anchor = match &within.after {
            After::Issue => Some(Anchor::Issue),
            After::Event(id) => {
                let event = self.events.get(id.as_str()).copied();
                if event.is_none() && !self.draft.lost.events {
                    found.push(problems::unknown_event(id, self.nearest_event.to(id), at));
                }
                event.map(Anchor::Event)
            }
            After::Row(id) => {
                let row = self.ids.find(id);
                match row {
                    None if self.ids.are_all() => {
                        found.push(problems::unknown_task(id, self.nearest_row.to(id), at));
                    }
                    None => {}
                    Some(row) => self.report_no_item(id, row, at, found),
                }
                row.map(Anchor::Row)
            }
        };
        if let Some(anchor) = anchor {
            self.anchors.insert(within.after.clone(), anchor);
        }
    }

    /// What is counted from is the delivery of one row: a heading and a part have none, a row that recurs has many.
    fn report_no_item(&self, id: &str, row: RowIx, at: Address, found: &mut DraftProblems) {
        let is_other = self.rows.ancestry.kind[row.at()].given().is_some_and(|kind| *kind != RowKind::Item);
        if is_other || recurs(self.draft, self.rows, row) {
            found.push(problems::counts_from_no_item(id, at));
        }
    }
}

fn recurs(draft: &Draft, rows: &Rows, row: RowIx) -> bool {
    let due = rows.ancestry.due_from[row.at()].given().and_then(|from| draft.rows[from.at()].due.given());
    due.is_some_and(|due| matches!(due.kind, DeadlineKind::Every(_)))
}

/// Reports deadlines that wait for a row which waits for them.
fn report_cycles(draft: &Draft, rows: &Rows, anchors: &HashMap<After, Anchor>, found: &mut DraftProblems) {
    // Each row waits for at most one other: by its deadline in force.
    let next = |row: RowIx| {
        let from = rows.ancestry.due_from[row.at()].given()?;
        match anchors.get(&within(&draft.rows[from.at()].due)?.after)? {
            Anchor::Row(row) => Some(*row),
            Anchor::Issue | Anchor::Event(_) => None,
        }
    };
    let (mut seen, mut path) = (vec![0; draft.rows.len()], Vec::new());
    for start in 0..draft.rows.len() {
        let (round, mut row) = (start + 1, Some(RowIx::new(start)));
        path.clear();
        while let Some(at) = row.filter(|row| seen[row.at()] == 0) {
            seen[at.at()] = round;
            path.push(at);
            row = next(at);
        }
        let Some(begin) = row.and_then(|row| path.iter().position(|step| *step == row)) else { continue };
        let cycle = &path[begin..];
        let ids: Vec<&str> =
            cycle.iter().map(|row| draft.rows[row.at()].id.given().map_or("", String::as_str)).collect();
        let stated = cycle.iter().filter_map(|row| rows.ancestry.due_from[row.at()].given()).min();
        let at = stated.or(cycle.first()).copied().unwrap_or(RowIx::new(start));
        found.push(problems::deadline_cycle(&ids, Address::Row(at, RowKey::DueAfter)));
    }
}
