//! From a draft to a plan: every cross-reference checked, every fault found in one go.

mod bodies;
mod entries;
mod finish;
mod suggestions;

use super::tree::Ancestry;
use super::{
    Address, BodyIx, Calendar, Deadline, DirectiveKey, Draft, ExtensionKey, Fault, FaultKind, Field, Plan, RowIx,
    RowKey,
};
pub(super) use finish::calendar;

use bodies::Bodies;
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
    /// Builds the plan, or finds every fault of the draft that is not yet reported.
    ///
    /// No plan and no faults means that all that is wrong was reported when the draft was read.
    pub fn build(draft: Draft) -> (Option<Self>, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut bodies = Bodies::new(&draft, &mut faults);
        let resolved = resolve(&draft, &mut bodies);
        let ids = row_ids(&draft, &mut faults);
        let parents = parents(&draft, &ids, &mut faults);
        let leads: Vec<_> = resolved.leads.iter().map(|lead| lead.clone().map(|_| ())).collect();
        let dues: Vec<_> = draft.rows.iter().map(|row| row.due.clone().map(|_| ())).collect();
        let ancestry = Ancestry::new(parents, &leads, &dues);
        report_cycles(&draft, &ancestry, &mut faults);
        report_leaderless(&draft, &ancestry, &mut faults);
        report_ranges(&draft, &mut faults);
        entries::check(&draft, &ancestry, &resolved, &mut bodies, &mut faults);
        faults.append(&mut bodies.unknown());
        let row_refs = directive_tasks(&draft, &ids, &mut faults);
        let plan = if faults.is_empty() { finish::plan(draft, resolved, bodies, ancestry, row_refs) } else { None };
        (plan, faults)
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

/// The ids of rows; a second use of one is a fault, and the first keeps it.
fn row_ids<'a>(draft: &'a Draft, faults: &mut Vec<Fault>) -> HashMap<&'a str, RowIx> {
    let mut ids = HashMap::new();
    for (ix, row) in draft.rows.iter().enumerate() {
        let (Some(id), at) = (row.id.given(), Address::Row(RowIx(ix), RowKey::Id)) else { continue };
        if !is_row_id(id) {
            faults.push(Fault::new(FaultKind::BadId { id: id.clone(), of_row: true }, at));
        }
        let first = *ids.entry(id.as_str()).or_insert(RowIx(ix));
        if first != RowIx(ix) {
            let duplicate = Fault::new(FaultKind::DuplicateId { id: id.clone(), of_row: true }, at);
            faults.push(duplicate.and_at(Address::Row(first, RowKey::Id)));
        }
    }
    ids
}

fn is_row_id(id: &str) -> bool {
    !id.is_empty() && !id.chars().any(char::is_whitespace)
}

fn parents(draft: &Draft, ids: &HashMap<&str, RowIx>, faults: &mut Vec<Fault>) -> Vec<Field<RowIx>> {
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
                        let kind = FaultKind::UnknownParent { parent: parent.clone(), nearest: nearer.to(parent) };
                        faults.push(Fault::new(kind, Address::Row(RowIx(ix), RowKey::Parent)));
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

fn report_cycles(draft: &Draft, ancestry: &Ancestry, faults: &mut Vec<Fault>) {
    for cycle in ancestry.cycles() {
        let name = |row: &RowIx| draft.rows[row.0].id.given().cloned().unwrap_or_default();
        let rows = cycle.iter().map(name).collect();
        let at = cycle.first().map_or(RowIx(0), |first| *first);
        faults.push(Fault::new(FaultKind::ParentCycle { rows }, Address::Row(at, RowKey::Parent)));
    }
}

/// A row without a lead is a heading; one with nothing below it is nobody's.
fn report_leaderless(draft: &Draft, ancestry: &Ancestry, faults: &mut Vec<Fault>) {
    // Any row whose parent is unknown may be below one that seems to have nothing below it.
    if draft.rows_lost || ancestry.parent.iter().any(Field::is_broken) {
        return;
    }
    for (ix, row) in draft.rows.iter().enumerate() {
        let is_leaf = ancestry.children[ix].is_empty();
        if let (true, Field::Absent, Some(id)) = (is_leaf, &ancestry.lead_from[ix], row.id.given()) {
            faults.push(Fault::new(FaultKind::NoLead { row: id.clone() }, Address::Row(RowIx(ix), RowKey::Id)));
        }
    }
}

fn report_ranges(draft: &Draft, faults: &mut Vec<Fault>) {
    if draft.rules.before.is_broken() {
        return;
    }
    let calendar = Calendar { before: draft.rules.before.given().copied().unwrap_or_default(), ..Calendar::default() };
    let backwards = |due: &Deadline| {
        let (from, last) = (due.first_day()?, due.stated_last_day(&calendar)?);
        (from > last).then_some(FaultKind::EndsBeforeStart { from, last })
    };
    for (ix, row) in draft.rows.iter().enumerate() {
        if let Some(kind) = row.due.given().and_then(backwards) {
            faults.push(Fault::new(kind, Address::Row(RowIx(ix), RowKey::DueFrom)));
        }
    }
    for (number, directive) in draft.directives.iter().enumerate() {
        if let Some(kind) = directive.due.given().and_then(backwards) {
            faults.push(Fault::new(kind, Address::Directive(number, DirectiveKey::DueFrom)));
        }
    }
}

/// The id of the one row that prints a number; none where several do.
fn ids_by_number(draft: &Draft) -> HashMap<&str, Option<String>> {
    let mut numbers: HashMap<&str, Option<String>> = HashMap::new();
    for row in &draft.rows {
        if let (Some(number), Some(id)) = (row.number.given(), row.id.given()) {
            numbers.entry(number).and_modify(|only| *only = None).or_insert_with(|| Some(id.clone()));
        }
    }
    numbers
}

fn directive_tasks(draft: &Draft, ids: &HashMap<&str, RowIx>, faults: &mut Vec<Fault>) -> Vec<Field<Vec<RowIx>>> {
    let mut nearer = Suggestions::new(ids.keys().copied());
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let numbers = ids_by_number(draft);
    let mut all = Vec::with_capacity(draft.directives.len());
    for (number, directive) in draft.directives.iter().enumerate() {
        let mut rows = Some(Vec::new());
        for (i, id) in directive.rows.given().into_iter().flatten().enumerate() {
            let found = id.given().and_then(|id| ids.get(id.as_str()));
            if let (Some(id), None, false) = (id.given(), found, draft.rows_lost) {
                let at = Address::Directive(number, DirectiveKey::RowAt(i));
                if let Some(first) = seen.get(id.as_str()) {
                    faults[*first].also.push(at);
                } else {
                    seen.insert(id, faults.len());
                    let printed = numbers.get(id.as_str()).cloned().flatten();
                    let kind = FaultKind::UnknownTask { id: id.clone(), nearest: printed.or_else(|| nearer.to(id)) };
                    faults.push(Fault::new(kind, at));
                }
            }
            rows = rows.zip(found).map(|(mut rows, found)| {
                rows.push(*found);
                rows
            });
        }
        all.push(directive.rows.clone().and_then(|_| rows));
    }
    all
}
