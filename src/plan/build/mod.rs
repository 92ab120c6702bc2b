//! From a draft to a plan: every cross-reference checked, every problem found in one go.

mod bodies;
mod entries;
mod finish;
mod problems;
mod suggestions;

use super::tree::Ancestry;
use super::{Address, BodyIx, Calendar, Deadline, DirectiveKey, Draft, ExtensionKey, Field, Plan, RowIx, RowKey};
pub(super) use finish::calendar;

use bodies::Bodies;
use problems::DraftProblem;
use std::collections::HashMap;
use suggestions::Suggestions;

/// The lists of bodies that a draft names, resolved.
struct Resolved {
    leads: Vec<Field<Vec<BodyIx>>>,
    supports: Vec<Field<Vec<BodyIx>>>,
    covers: Vec<Vec<Field<Vec<BodyIx>>>>,
    directed: Vec<Field<Vec<BodyIx>>>,
    coordinator: Field<BodyIx>,
}

impl Plan {
    /// Builds the plan, or finds every problem of the draft that is not yet reported.
    ///
    /// No plan and no problems means that all that is wrong was reported when the draft was read.
    pub fn build(draft: &Draft) -> (Option<Self>, Vec<DraftProblem>) {
        let mut found = Vec::new();
        let mut bodies = Bodies::new(draft, &mut found);
        let resolved = resolve(draft, &mut bodies);
        let ids = row_ids(draft, &mut found);
        let parents = parents(draft, &ids, &mut found);
        let leads: Vec<_> = resolved.leads.iter().map(|lead| lead.as_ref().map(|_| ())).collect();
        let dues: Vec<_> = draft.rows.iter().map(|row| row.due.as_ref().map(|_| ())).collect();
        let ancestry = Ancestry::new(parents, &leads, &dues);
        report_cycles(draft, &ancestry, &mut found);
        report_leaderless(draft, &ancestry, &mut found);
        report_ranges(draft, &mut found);
        entries::check(draft, &ancestry, &resolved, &mut bodies, &mut found);
        bodies.report_unknown(&mut found);
        let row_refs = directive_tasks(draft, &ids, &mut found);
        let plan =
            if found.is_empty() { finish::plan(draft.clone(), resolved, bodies, ancestry, row_refs) } else { None };
        (plan, found)
    }
}

fn resolve(draft: &Draft, bodies: &mut Bodies) -> Resolved {
    let coordinator = draft.about.coordinator.clone().and_then(|id| bodies.find(&id, Address::Coordinator));
    let rows = || draft.rows.iter().enumerate().map(|(ix, row)| (RowIx(ix), row));
    let leads = rows().map(|(ix, row)| bodies.list(&row.lead, |i| Address::Row(ix, RowKey::LeadAt(i)))).collect();
    let supports =
        rows().map(|(ix, row)| bodies.list(&row.support, |i| Address::Row(ix, RowKey::SupportAt(i)))).collect();
    let covers = rows().map(|(ix, row)| {
        let extended = row.extended.given().into_iter().flatten().enumerate();
        let at = |entry, i| Address::Extension(ix, entry, ExtensionKey::ForAt(i));
        extended.map(|(entry, extension)| bodies.list(&extension.covers, |i| at(entry, i))).collect()
    });
    let covers = covers.collect();
    let directives = draft.directives.iter().enumerate();
    let at = |number, i| Address::Directive(number, DirectiveKey::AgencyAt(i));
    let directed = directives.map(|(number, directive)| bodies.list(&directive.agencies, |i| at(number, i))).collect();
    Resolved { leads, supports, covers, directed, coordinator }
}

/// The ids of rows; a second use of one is a problem, and the first keeps it.
fn row_ids<'a>(draft: &'a Draft, found: &mut Vec<DraftProblem>) -> HashMap<&'a str, RowIx> {
    let mut ids = HashMap::new();
    for (ix, row) in draft.rows.iter().enumerate() {
        let (Some(id), at) = (row.id.given(), Address::Row(RowIx(ix), RowKey::Id)) else { continue };
        if !is_row_id(id) {
            found.push(problems::bad_row_id(id, at));
        }
        let first = *ids.entry(id.as_str()).or_insert(RowIx(ix));
        if first != RowIx(ix) {
            found.push(problems::duplicate_row_id(id, at, Address::Row(first, RowKey::Id)));
        }
    }
    ids
}

fn is_row_id(id: &str) -> bool {
    !id.is_empty() && !id.chars().any(char::is_whitespace)
}

fn parents(draft: &Draft, ids: &HashMap<&str, RowIx>, found: &mut Vec<DraftProblem>) -> Vec<Field<RowIx>> {
    let mut nearer = Suggestions::new(ids.keys().copied());
    let mut parents = Vec::with_capacity(draft.rows.len());
    for (ix, row) in draft.rows.iter().enumerate() {
        // A bad id and a second row of an id are already reported: what hangs where is not judged through it.
        let known = row.id.given().is_none_or(|id| is_row_id(id) && ids[id.as_str()] == RowIx(ix));
        parents.push(match (&row.parent, &row.id) {
            _ if !known => Field::Broken,
            (Field::Broken, _) | (Field::Absent, Field::Broken | Field::Absent) => Field::Broken,
            (Field::Given(parent), _) => match ids.get(parent.as_str()) {
                Some(above) => Field::Given(*above),
                None => {
                    if !draft.rows_lost {
                        let at = Address::Row(RowIx(ix), RowKey::Parent);
                        found.push(problems::unknown_parent(parent, nearer.to(parent), at));
                    }
                    Field::Broken
                }
            },
            (Field::Absent, Field::Given(id)) => default_parent(id, ids, draft.rows_lost),
        });
    }
    parents
}

/// The id less its last ".x" where such a row exists, else none.
fn default_parent(id: &str, ids: &HashMap<&str, RowIx>, rows_lost: bool) -> Field<RowIx> {
    let Some((above, _)) = id.rsplit_once('.') else { return Field::Absent };
    match ids.get(above) {
        Some(above) => Field::Given(*above),
        None if rows_lost => Field::Broken,
        None => Field::Absent,
    }
}

fn report_cycles(draft: &Draft, ancestry: &Ancestry, found: &mut Vec<DraftProblem>) {
    for cycle in ancestry.cycles() {
        let id = |row: &RowIx| draft.rows[row.0].id.given().map_or("", String::as_str);
        let rows: Vec<&str> = cycle.iter().map(id).collect();
        let at = cycle.first().map_or(RowIx(0), |first| *first);
        found.push(problems::parent_cycle(&rows, Address::Row(at, RowKey::Parent)));
    }
}

/// A row without a lead is a heading; one with nothing below it is nobody's.
fn report_leaderless(draft: &Draft, ancestry: &Ancestry, found: &mut Vec<DraftProblem>) {
    // Any row whose parent is unknown may be below one that seems to have nothing below it.
    if draft.rows_lost || ancestry.parent.iter().any(Field::is_broken) {
        return;
    }
    for (ix, row) in draft.rows.iter().enumerate() {
        let is_leaf = ancestry.children[ix].is_empty();
        if let (true, Field::Absent, Some(id)) = (is_leaf, &ancestry.lead_from[ix], row.id.given()) {
            found.push(problems::no_lead(id, Address::Row(RowIx(ix), RowKey::Id)));
        }
    }
}

fn report_ranges(draft: &Draft, found: &mut Vec<DraftProblem>) {
    if draft.rules.before.is_broken() {
        return;
    }
    let calendar = Calendar { before: draft.rules.before.given().copied().unwrap_or_default(), ..Calendar::default() };
    let backwards = |due: &Deadline| {
        let (from, last) = (due.first_day()?, due.stated_last_day(&calendar)?);
        (from > last).then_some((from, last))
    };
    for (ix, row) in draft.rows.iter().enumerate() {
        if let Some((from, last)) = row.due.given().and_then(backwards) {
            found.push(problems::ends_before_start(from, last, Address::Row(RowIx(ix), RowKey::DueFrom)));
        }
    }
    for (number, directive) in draft.directives.iter().enumerate() {
        if let Some((from, last)) = directive.due.given().and_then(backwards) {
            found.push(problems::ends_before_start(from, last, Address::Directive(number, DirectiveKey::DueFrom)));
        }
    }
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

fn directive_tasks(draft: &Draft, ids: &HashMap<&str, RowIx>, found: &mut Vec<DraftProblem>) -> Vec<Field<Vec<RowIx>>> {
    let mut nearer = Suggestions::new(ids.keys().copied());
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let numbers = ids_by_number(draft);
    let mut all = Vec::with_capacity(draft.directives.len());
    for (number, directive) in draft.directives.iter().enumerate() {
        let mut rows = Some(Vec::new());
        for (i, id) in directive.rows.given().into_iter().flatten().enumerate() {
            let row = id.given().and_then(|id| ids.get(id.as_str()));
            if let (Some(id), None, false) = (id.given(), row, draft.rows_lost) {
                let at = Address::Directive(number, DirectiveKey::RowAt(i));
                if let Some(first) = seen.get(id.as_str()) {
                    found[*first].also.push(at);
                } else {
                    seen.insert(id, found.len());
                    let printed = numbers.get(id.as_str()).copied().flatten();
                    found.push(problems::unknown_task(id, printed.or_else(|| nearer.to(id)), at));
                }
            }
            rows = rows.zip(row).map(|(mut rows, row)| {
                rows.push(*row);
                rows
            });
        }
        all.push(directive.rows.clone().and_then(|_| rows));
    }
    all
}
