//! Rules about what comes and goes, and about events.

use super::rules::Findings;
use super::shown;
use crate::plan::{Address, After, DeadlineKind, Draft, EntryKey, EventIx, EventKey, Sketch};
use crate::text::{Lang, words::rule};
use std::collections::HashSet;

/// `ended-agency`: what an agency reports on the day it ended, or later, counts for nobody.
pub(super) fn ended_agency(sketch: &Sketch, found: &mut Findings) {
    let (plan, gaps) = (sketch.as_read(), sketch.gaps());
    for (ix, row) in plan.rows() {
        for (number, entry) in row.submitted.iter().enumerate() {
            let by = plan.body(entry.by);
            let Some(ended) = by.ended.filter(|ended| *ended <= entry.day()) else { continue };
            let at = Address::Entry(ix, gaps.number_of_entry(ix, number), EntryKey::By);
            let message = |lang: Lang| rule::ended_agency(lang, &shown(by.name.in_lang(lang)), &lang.date(ended));
            found.push(at, message, rule::ended_agency_help);
        }
    }
}

/// `ended-row`: what is reported on a row on the day it ended, or later, counts for nothing.
pub(super) fn ended_row(sketch: &Sketch, found: &mut Findings) {
    let (plan, gaps) = (sketch.as_read(), sketch.gaps());
    for (ix, row) in plan.rows() {
        let Some(ended) = plan.node(ix).ended else { continue };
        for (number, _) in row.submitted.iter().enumerate().filter(|(_, entry)| entry.day() >= ended) {
            let at = Address::Entry(ix, gaps.number_of_entry(ix, number), EntryKey::On);
            let message = |lang: Lang| rule::ended_row(lang, &shown(row.number()), &lang.date(ended));
            found.push(at, message, rule::ended_row_help);
        }
    }
}

/// `unused-event`: most often a row lacks the deadline that waits for it.
pub(super) fn unused_event(draft: &Draft, found: &mut Findings) {
    let rows = draft.rows.iter().map(|row| &row.due);
    let dues = rows.chain(draft.directives.iter().map(|directive| &directive.due));
    let mut used = HashSet::new();
    for due in dues {
        // One that cannot be read may wait for any.
        if due.is_broken() {
            return;
        }
        if let Some(DeadlineKind::Within(within)) = due.given().map(|due| &due.kind)
            && let After::Event(id) = &within.after
        {
            used.insert(id.as_str());
        }
    }
    // One that is misspelt there is waited for all the same.
    let ids: HashSet<&str> = draft.events.iter().map(|event| event.id.as_str()).collect();
    if !draft.lost.rows.is_empty() || draft.lost.directives || !used.is_subset(&ids) {
        return;
    }
    for (ix, event) in draft.events.iter().enumerate().filter(|(_, event)| !used.contains(event.id.as_str())) {
        let message = |lang: Lang| rule::unused_event(lang, &shown(&event.id));
        found.push(Address::Event(EventIx(ix), EventKey::Id), message, rule::unused_event_help);
    }
}
