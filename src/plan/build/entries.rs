//! The marks of a draft: who may submit what, and when.

use super::{Ancestry, Bodies, Resolved};
use crate::plan::{
    Address, BodyIx, Draft, EntryDraft, EntryKey, ExtensionDraft, ExtensionKey, Fault, FaultKind, Field, RowIx, RowKind,
};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// Checks every entry and extension of the draft.
pub(super) fn check(
    draft: &Draft,
    ancestry: &Ancestry,
    resolved: &Resolved,
    bodies: &mut Bodies,
    faults: &mut Vec<Fault>,
) {
    let issued = draft.about.issued.given().copied();
    for (ix, drafted) in draft.rows.iter().enumerate() {
        let Some(id) = drafted.id.given() else { continue };
        let row = RowEntries { row: RowIx(ix), id, issued };
        let entries = drafted.submitted.given().map(Vec::as_slice).unwrap_or_default();
        if !entries.is_empty() {
            match (&ancestry.kind[ix], &ancestry.lead_from[ix]) {
                // That a row is nobody's is reported itself.
                (Field::Given(RowKind::Heading), _) if draft.rows_lost || ancestry.children[ix].is_empty() => {}
                (Field::Given(RowKind::Heading), _) => row.report_heading(entries, faults),
                (Field::Broken, _) | (_, Field::Broken | Field::Absent) => row.check_days(entries, faults),
                (_, Field::Given(from)) => match resolved.leads[from.0].given() {
                    Some(lead) if !bodies.is_incomplete(lead) => row.check(entries, lead, bodies, faults),
                    _ => row.check_days(entries, faults),
                },
            }
        }
        row.check_extensions(drafted.extended.given().map(Vec::as_slice).unwrap_or_default(), faults);
    }
}

struct RowEntries<'a> {
    row: RowIx,
    id: &'a str,
    issued: Option<NaiveDate>,
}

impl RowEntries<'_> {
    fn report_heading(&self, entries: &[EntryDraft], faults: &mut Vec<Fault>) {
        let at = |entry| Address::Entry(self.row, entry, EntryKey::Whole);
        let is_read = |entry: &EntryDraft| !(entry.by.is_broken() && entry.on.is_broken());
        let mut read = entries.iter().enumerate().filter(|(_, entry)| is_read(entry)).map(|(number, _)| at(number));
        if let Some(first) = read.next() {
            let mut fault = Fault::new(FaultKind::HeadingEntry { row: self.id.to_owned() }, first);
            fault.also.extend(read);
            faults.push(fault);
        }
    }

    fn check(&self, entries: &[EntryDraft], lead: &[BodyIx], bodies: &mut Bodies, faults: &mut Vec<Fault>) {
        let units = bodies.open(lead);
        let responsible: HashSet<BodyIx> = units.iter().copied().collect();
        let mut by_unit: HashMap<BodyIx, Vec<usize>> = HashMap::new();
        for (number, entry) in entries.iter().enumerate() {
            let at = |key| Address::Entry(self.row, number, key);
            let by = match &entry.by {
                Field::Given(id) => bodies.find(id, at(EntryKey::By)),
                Field::Broken => None,
                Field::Absent if units.len() > 1 => {
                    let kind = FaultKind::MissingBy { row: self.id.to_owned(), count: units.len() };
                    faults.push(Fault::new(kind, at(EntryKey::Whole)));
                    None
                }
                Field::Absent => units.first().copied(),
            };
            match by {
                Some(by) if !responsible.contains(&by) => {
                    let kind = FaultKind::NotResponsible {
                        row: self.id.to_owned(),
                        by: bodies.name(by),
                        is_group: bodies.is_group(by),
                        units: units.iter().take(3).map(|unit| bodies.name(*unit)).collect(),
                        count: units.len(),
                    };
                    faults.push(Fault::new(kind, at(EntryKey::By)));
                }
                Some(by) => by_unit.entry(by).or_default().push(number),
                None => {}
            }
        }
        self.check_days(entries, faults);
        for (unit, numbers) in by_unit {
            self.report_twice(entries, &bodies.name(unit), numbers, faults);
        }
    }

    fn check_days(&self, entries: &[EntryDraft], faults: &mut Vec<Fault>) {
        for (number, entry) in entries.iter().enumerate() {
            let at = |key| Address::Entry(self.row, number, key);
            let Some(on) = entry.on.given().copied() else { continue };
            if let Some(issued) = self.issued.filter(|issued| on < *issued) {
                faults.push(Fault::new(FaultKind::BeforeIssue { key: "on", day: on, issued }, at(EntryKey::On)));
            } else if let Some(returned) = entry.returned.given().copied().filter(|returned| *returned < on) {
                faults.push(Fault::new(FaultKind::ReturnedEarly { on, returned }, at(EntryKey::Returned)));
            }
        }
    }

    /// Reports each entry of one unit that is live on a day when an earlier one still is.
    fn report_twice(&self, entries: &[EntryDraft], by: &str, numbers: Vec<usize>, faults: &mut Vec<Fault>) {
        let mut live: Vec<(NaiveDate, NaiveDate, usize)> = Vec::new();
        for number in numbers {
            let entry = &entries[number];
            let (Some(on), false) = (entry.on.given().copied(), entry.returned.is_broken()) else { continue };
            let returned = entry.returned.given().copied().unwrap_or(NaiveDate::MAX);
            if on < returned {
                live.push((on, returned, number));
            }
        }
        live.sort_unstable();
        let mut longest: Option<(NaiveDate, NaiveDate, usize)> = None;
        for (on, returned, number) in live {
            if let Some((first_on, _, first)) = longest.filter(|(_, until, _)| on < *until) {
                // The place is the one that comes later in the file: it was added to the other.
                let (earlier, later) = (first.min(number), first.max(number));
                let kind =
                    FaultKind::DuplicateEntry { row: self.id.to_owned(), by: by.to_owned(), days: (first_on, on) };
                let fault = Fault::new(kind, Address::Entry(self.row, later, EntryKey::Whole));
                faults.push(fault.and_at(Address::Entry(self.row, earlier, EntryKey::Whole)));
            }
            if longest.is_none_or(|(_, until, _)| returned > until) {
                longest = Some((on, returned, number));
            }
        }
    }

    fn check_extensions(&self, extensions: &[ExtensionDraft], faults: &mut Vec<Fault>) {
        let Some(issued) = self.issued else { return };
        for (number, extension) in extensions.iter().enumerate() {
            if let Some(day) = extension.granted.given().copied().filter(|granted| *granted < issued) {
                let at = Address::Extension(self.row, number, ExtensionKey::Granted);
                faults.push(Fault::new(FaultKind::BeforeIssue { key: "granted", day, issued }, at));
            }
        }
    }
}
