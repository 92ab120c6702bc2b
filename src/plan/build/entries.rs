//! The marks of a draft: who may submit what, and when.

use super::problems::{self, DraftProblem, DraftProblems, DuplicateEntry, NotResponsible};
use super::rows::{Rows, parent_by_id};
use super::{Bodies, Resolved};
use crate::plan::{
    Address, BodyIx, Draft, DueKey, EntryDraft, EntryKey, ExtensionDraft, ExtensionKey, Field, RowIx, RowKind,
};
use crate::text::Bilingual;
use chrono::NaiveDate;

/// Checks every entry and extension of the draft; the program is advised as it is called on its file.
pub(super) fn check(
    (draft, program): (&Draft, &str),
    rows: &Rows,
    resolved: &Resolved,
    bodies: &mut Bodies,
    found: &mut DraftProblems,
) {
    let (issued, ancestry) = (draft.about.issued.given().copied(), &rows.ancestry);
    for (ix, drafted) in draft.rows.iter().enumerate() {
        let Some(id) = drafted.id.given() else { continue };
        // A row that has its lead from another because of its id alone may have been meant to stand apart.
        let inherits = ancestry.lead_from[ix].given().is_some_and(|from| *from != RowIx::new(ix));
        let above = parent_by_id(draft, RowIx::new(ix)).filter(|_| inherits);
        let due = ancestry.due_from[ix].given().and_then(|from| draft.rows[from.at()].due.given());
        let recurs = due.map(|due| due.key() == DueKey::Every);
        let row = RowEntries { row: RowIx::new(ix), id, above, issued, recurs, program };
        let entries = drafted.submitted.given().map(Vec::as_slice).unwrap_or_default();
        let extensions = drafted.extended.given().map(Vec::as_slice).unwrap_or_default();
        if !entries.is_empty() {
            let lead = ancestry.lead_from[ix].given().and_then(|from| resolved.leads[from.at()].given());
            match &ancestry.kind[ix] {
                // That a row is nobody's is reported itself.
                Field::Given(RowKind::Heading) if ancestry.children[ix].is_empty() => {}
                Field::Given(RowKind::Heading) => {
                    let children = ancestry.children[ix].iter();
                    let mut by_id = children.filter(|child| parent_by_id(draft, **child).is_some());
                    row.report_heading(entries, by_id.find_map(|child| draft.rows[child.at()].id.given()), found);
                }
                Field::Given(RowKind::Item | RowKind::Part) => {
                    let lead = lead.filter(|lead| !bodies.is_incomplete(lead)).map(Vec::as_slice);
                    row.check(entries, lead, bodies, found);
                }
                Field::Broken | Field::Absent => row.check(entries, None, bodies, found),
            }
        }
        row.check_extensions(extensions, found);
    }
}

struct RowEntries<'a> {
    row: RowIx,
    id: &'a str,
    /// The row that its id puts it below.
    above: Option<&'a str>,
    issued: Option<NaiveDate>,
    /// Whether it recurs; none where its deadline is not known.
    recurs: Option<bool>,
    program: &'a str,
}

impl RowEntries<'_> {
    /// Entries of a heading; `below` is the first row that its id puts below it.
    fn report_heading(&self, entries: &[EntryDraft], below: Option<&String>, found: &mut DraftProblems) {
        let at = |entry| Address::Entry(self.row, entry, EntryKey::Whole);
        let is_read = |entry: &EntryDraft| !(entry.by.is_broken() && entry.on.is_broken());
        let mut read = entries.iter().enumerate().filter(|(_, entry)| is_read(entry)).map(|(number, _)| at(number));
        if let Some(first) = read.next() {
            let problem = problems::heading_entry(self.id, first).and_at(read);
            found.push(match below {
                Some(below) => problems::by_its_id(problem, below, Some(self.id)),
                None => problem,
            });
        }
    }

    /// Judges entries of a row that is no heading, by its lead, if the units of that are known.
    fn check(&self, entries: &[EntryDraft], lead: Option<&[BodyIx]>, bodies: &mut Bodies, found: &mut DraftProblems) {
        let units = lead.map(|lead| bodies.open(lead));
        let units = units.as_deref();
        let mut responsible: Option<Vec<BodyIx>> = units.map(|units| in_order(units.to_vec()));
        // Each by whom, for which days, and its number.
        let mut by_unit: Vec<(BodyIx, Option<[NaiveDate; 2]>, usize)> = Vec::new();
        let mut are_all = false;
        for (number, entry) in entries.iter().enumerate() {
            let at = |key| Address::Entry(self.row, number, key);
            let by = match (&entry.by, units) {
                (Field::Given(id), _) => bodies.find(id, at(EntryKey::By)),
                (Field::Absent, Some([unit])) => Some(*unit),
                (Field::Absent, Some(units)) => {
                    let problem = problems::missing_by(self.id, units.len(), at(EntryKey::Whole));
                    found.push(problems::by_its_id(problem, self.id, self.above));
                    None
                }
                (Field::Broken, _) | (Field::Absent, None) => None,
            };
            let Some(by) = by else { continue };
            // Most entries are by units: only for one that is not are those looked up who may stand for them.
            if let (Some(known), Some(lead), Some(units), false) = (&responsible, lead, units, are_all)
                && known.binary_search(&by).is_err()
            {
                are_all = true;
                responsible = bodies.successors_of(units).map(|successors| {
                    let others = successors.into_iter().chain(bodies.groups_in(lead));
                    in_order(known.iter().copied().chain(others).collect())
                });
            }
            match (&responsible, units) {
                (Some(responsible), Some(units)) if responsible.binary_search(&by).is_err() => {
                    found.push(self.not_responsible(by, units, bodies, at(EntryKey::By)));
                }
                _ if self.has_its_period(entry) => {
                    let period = entry.period.given().map(|period| [period.first_day(), period.last_day()]);
                    by_unit.push((by, period, number));
                }
                _ => {}
            }
        }
        self.check_days(entries, found);
        by_unit.sort_unstable();
        for of_one in by_unit.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)).filter(|all| all.len() > 1) {
            let numbers = of_one.iter().map(|(_, _, number)| *number);
            self.report_twice(entries, &bodies.name(of_one[0].0), numbers, found);
        }
    }

    /// Whether an entry names a period where it must, and none where it may not: else that is reported.
    fn has_its_period(&self, entry: &EntryDraft) -> bool {
        match (&entry.period, self.recurs) {
            (Field::Broken, _) | (Field::Absent, Some(true)) | (Field::Given(_), Some(false)) => false,
            (Field::Given(_) | Field::Absent, _) => true,
        }
    }

    fn not_responsible(&self, by: BodyIx, units: &[BodyIx], bodies: &Bodies, at: Address) -> DraftProblem {
        let named: Vec<Bilingual> = units.iter().take(3).map(|unit| bodies.name(*unit)).collect();
        let problem = NotResponsible { row: self.id, by: &bodies.name(by), units: &named, count: units.len() };
        problems::by_its_id(problem.at(at), self.id, self.above)
    }

    fn check_days(&self, entries: &[EntryDraft], found: &mut DraftProblems) {
        for (number, entry) in entries.iter().enumerate() {
            let EntryDraft { on, returned, by: _, period: _, reference: _, note: _, reason: _ } = entry;
            let at = |key| Address::Entry(self.row, number, key);
            let Some(on) = on.given().map(|on| on.first_day()) else { continue };
            if let Some(returned) = returned.given().copied().filter(|returned| *returned < on) {
                found.push(problems::returned_early(on, returned, at(EntryKey::Returned)));
            }
        }
    }

    /// Reports each entry of one unit that is live on a day when an earlier one still is.
    fn report_twice(
        &self,
        entries: &[EntryDraft],
        by: &Bilingual,
        numbers: impl Iterator<Item = usize>,
        found: &mut DraftProblems,
    ) {
        let mut live: Vec<(NaiveDate, NaiveDate, usize)> = Vec::new();
        for number in numbers {
            // Of one unit already: what else an entry says makes it no other report.
            let EntryDraft { on, returned, by: _, period: _, reference: _, note: _, reason: _ } = &entries[number];
            let (Some(on), false) = (on.given().map(|on| on.last_day()), returned.is_broken()) else { continue };
            let returned = returned.given().copied().unwrap_or(NaiveDate::MAX);
            if on < returned {
                live.push((on, returned, number));
            }
        }
        live.sort_unstable();
        let mut longest: Option<(NaiveDate, NaiveDate, usize)> = None;
        for (on, returned, number) in live {
            if let Some((first_on, _, first)) = longest.filter(|(_, until, _)| on < *until) {
                let (earlier, later) = (first.min(number), first.max(number));
                let at = |number| Address::Entry(self.row, number, EntryKey::Whole);
                let duplicate = DuplicateEntry {
                    program: self.program,
                    row: self.id,
                    by,
                    id: entries[later].by.given().map(String::as_str),
                    days: [first_on, on],
                    later: if later == number { on } else { first_on },
                };
                found.push(duplicate.at(at(later), at(earlier)));
            }
            if longest.is_none_or(|(_, until, _)| returned > until) {
                longest = Some((on, returned, number));
            }
        }
    }

    fn check_extensions(&self, extensions: &[ExtensionDraft], found: &mut DraftProblems) {
        let Some(issued) = self.issued else { return };
        for (number, extension) in extensions.iter().enumerate() {
            let ExtensionDraft { granted, to: _, period: _, reference: _, covers: _ } = extension;
            if let Some(day) = granted.given().copied().filter(|granted| *granted < issued) {
                let at = Address::Extension(self.row, number, ExtensionKey::Granted);
                found.push(problems::before_issue(day, issued, at));
            }
        }
    }
}

/// Bodies in order, to look one up.
fn in_order(mut bodies: Vec<BodyIx>) -> Vec<BodyIx> {
    bodies.sort_unstable();
    bodies
}
