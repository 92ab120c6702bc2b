//! The last step of building: a draft becomes a plan, with blanks for what could not be read.

use super::{Bodies, Resolved, Rows};
use crate::plan::names::LazyNames;
use crate::plan::tree::{self, Ancestry};
use crate::plan::{
    About, AboutDraft, BodyIx, Covered, Directive, DirectiveDraft, Draft, Entry, EntryDraft, Extension, ExtensionDraft,
    Fact, Field, Gaps, Lost, Plan, Row, RowDraft, RowIx, Sketch, StatedCalendar,
};
use crate::text::Bilingual;
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// The sketch of a draft; it is whole if nothing was found, and every field could be read.
pub(super) fn sketch(
    draft: Draft,
    resolved: Resolved,
    bodies: Bodies,
    rows: Rows,
    directed_rows: Vec<Vec<RowIx>>,
    is_sound: bool,
) -> Sketch {
    let Draft { about, rules, rows: drafts, directives, bodies: _, lost } = draft;
    let Resolved { leads, supports, covers, directed, coordinator } = resolved;
    let Rows { ancestry, hanging } = rows;
    let mut taker = Taker { is_whole: is_sound && lost == Lost::default() && !rules.is_broken() };
    let mut unknown = unknown(&drafts, &ancestry, &leads, &supports, &bodies);
    let mut left_out = HashMap::new();
    let extended: Vec<bool> = drafts.iter().map(|row| row.extended.given().is_some_and(|e| !e.is_empty())).collect();
    let top_down = ancestry.top_down.clone();
    let nodes = tree::nodes(ancestry, &extended);
    let mut rows = Vec::with_capacity(drafts.len());
    for (((draft, lead), support), covers) in drafts.into_iter().zip(&leads).zip(supports).zip(covers) {
        let lead_in_force = nodes[rows.len()].lead_from.and_then(|from| leads[from.0].given());
        let sole = lead_in_force.and_then(|lead| bodies.sole_unit(lead));
        let named = Named { lead: lead.clone(), support, covers, sole };
        let (row, left_out_of_row) = taker.row(draft, named, &bodies);
        for (fact, numbers) in left_out_of_row.into_iter().filter(|(_, numbers)| !numbers.is_empty()) {
            unknown.insert((RowIx(rows.len()), fact));
            left_out.insert((RowIx(rows.len()), fact), numbers);
        }
        rows.push(row);
    }
    let unnamed = directives.iter().enumerate().filter(|(_, directive)| directive.reference.given().is_none());
    let unnamed = unnamed.map(|(number, _)| number).collect();
    let directives = directives.into_iter().zip(directed).zip(directed_rows);
    let directives = directives.map(|((draft, agencies), rows)| taker.directive(draft, agencies, rows)).collect();
    let calendar = StatedCalendar::of(&rules);
    let plan = Plan {
        about: taker.about(about, coordinator),
        calendar: calendar.as_read().clone(),
        directives,
        rows,
        nodes,
        top_down,
        names: LazyNames::default(),
        bodies: bodies.finish(&mut taker),
    };
    Sketch::new(plan, calendar, Gaps::new(unknown, left_out, hanging, unnamed), taker.is_whole)
}

/// What is not known of the rows before their entries and extensions are read.
fn unknown(
    drafts: &[RowDraft],
    ancestry: &Ancestry,
    leads: &[Field<Vec<BodyIx>>],
    supports: &[Field<Vec<BodyIx>>],
    bodies: &Bodies,
) -> HashSet<(RowIx, Fact)> {
    let of_row = |(ix, draft): (usize, &RowDraft)| {
        let lead = ancestry.lead_from[ix].given().and_then(|from| leads[from.0].given());
        let is_incomplete = lead.is_some_and(|lead| bodies.is_incomplete(lead));
        let is_kind_unknown = ancestry.kind[ix].is_broken();
        let facts = [
            (Fact::Id, draft.id.given().is_none()),
            (Fact::Number, draft.number.is_broken() || draft.number.given().or(draft.id.given()).is_none()),
            (Fact::Kind, is_kind_unknown),
            (Fact::Units, is_kind_unknown || is_incomplete),
            (Fact::Due, ancestry.due_from[ix].is_broken()),
            (Fact::Extensions, draft.extended.is_broken()),
            (Fact::Title, draft.title.given().is_none()),
            (Fact::Completion, draft.completion.is_broken()),
            (Fact::Support, supports[ix].is_broken() || supports[ix].given().is_some_and(|s| bodies.is_incomplete(s))),
            (Fact::Entries, draft.submitted.is_broken()),
        ];
        facts.into_iter().filter(|(_, is_unknown)| *is_unknown).map(move |(fact, _)| (RowIx(ix), fact))
    };
    drafts.iter().enumerate().flat_map(of_row).collect()
}

/// The bodies that a row names, found.
struct Named {
    lead: Field<Vec<BodyIx>>,
    support: Field<Vec<BodyIx>>,
    /// Whom each extension is for.
    covers: Vec<Field<Vec<BodyIx>>>,
    /// The one unit of the lead in force, if it is one.
    sole: Option<BodyIx>,
}

/// Takes the fields of a draft, with a blank for each that could not be read.
pub(super) struct Taker {
    is_whole: bool,
}

impl Taker {
    /// A required value, or a blank.
    pub(super) fn required<T>(&mut self, field: Field<T>, blank: T) -> T {
        self.is_whole &= field.given().is_some();
        field.required().unwrap_or(blank)
    }

    /// An optional value; none where it could not be read.
    pub(super) fn optional<T>(&mut self, field: Field<T>) -> Option<T> {
        self.is_whole &= !field.is_broken();
        field.required()
    }

    /// The elements of an optional list that could be read.
    pub(super) fn elements<T>(&mut self, list: Field<Vec<Field<T>>>) -> Vec<T> {
        let elements = self.optional(list).unwrap_or_default();
        elements.into_iter().filter_map(|element| self.optional(element)).collect()
    }

    /// A text, in one language or both.
    pub(super) fn bilingual(&mut self, own: Field<String>, en: Field<String>) -> Bilingual {
        Bilingual { own: self.required(own, String::new()), en: self.optional(en) }
    }

    fn about(&mut self, draft: AboutDraft, coordinator: Field<BodyIx>) -> About {
        let AboutDraft { number, title, title_en, issuer, issued, revision, coordinator: _, basis, lang } = draft;
        About {
            number: self.optional(number),
            title: self.bilingual(title, title_en),
            issuer: self.required(issuer, String::new()),
            issued: self.required(issued, NaiveDate::MIN),
            revision: self.optional(revision),
            coordinator: self.optional(coordinator),
            basis: self.elements(basis),
            lang: self.optional(lang),
        }
    }

    /// A row, and the numbers of those of its entries and extensions that are left out.
    fn row(&mut self, draft: RowDraft, named: Named, bodies: &Bodies) -> (Row, [(Fact, Vec<usize>); 2]) {
        let RowDraft {
            id,
            number,
            parent: _,
            title,
            title_en,
            lead: _,
            support: _,
            due,
            completion,
            result,
            note,
            submitted,
            extended,
        } = draft;
        let Named { lead, support, covers, sole } = named;
        let submitted = self.optional(submitted).unwrap_or_default().into_iter();
        let (submitted, left_out) = read(submitted.map(|draft| self.entry(draft, sole, bodies)));
        let extended = self.optional(extended).unwrap_or_default().into_iter().zip(covers);
        let (extended, extensions) = read(extended.map(|(draft, covers)| self.extension(draft, covers, bodies)));
        let row = Row {
            id: self.required(id, String::new()),
            number: self.optional(number),
            title: self.bilingual(title, title_en),
            lead: self.optional(lead),
            support: self.optional(support).unwrap_or_default(),
            due: self.optional(due),
            completion: self.optional(completion).unwrap_or_default(),
            result: self.optional(result),
            note: self.optional(note),
            submitted,
            extended,
        };
        (row, [(Fact::Entries, left_out), (Fact::Extensions, extensions)])
    }

    fn entry(&mut self, draft: EntryDraft, sole: Option<BodyIx>, bodies: &Bodies) -> Option<Entry> {
        let EntryDraft { by, on, reference, note, returned, reason } = draft;
        let by = match by {
            Field::Given(id) => bodies.id(&id),
            Field::Absent => sole,
            Field::Broken => None,
        };
        let (reference, note) = (self.optional(reference), self.optional(note));
        let (returned, reason) = (self.optional(returned), self.optional(reason));
        let entry = by.zip(on.required()).map(|(by, on)| Entry { by, on, reference, note, returned, reason });
        self.is_whole &= entry.is_some();
        entry
    }

    fn extension(&mut self, draft: ExtensionDraft, covers: Field<Vec<BodyIx>>, bodies: &Bodies) -> Option<Extension> {
        let ExtensionDraft { to, granted, reference, covers: _ } = draft;
        let is_known = !covers.is_broken() && !covers.given().is_some_and(|stated| bodies.is_incomplete(stated));
        let covers = covers.required().map(|stated| {
            let mut units = bodies.open(&stated).to_vec();
            units.sort_unstable();
            Covered { stated, units: units.into() }
        });
        let reference = self.optional(reference);
        let days = to.required().zip(granted.required()).filter(|_| is_known);
        self.is_whole &= days.is_some();
        days.map(|(to, granted)| Extension { to, granted, reference, covers })
    }

    fn directive(&mut self, draft: DirectiveDraft, agencies: Field<Vec<BodyIx>>, rows: Vec<RowIx>) -> Directive {
        let DirectiveDraft { reference, agencies: _, text, text_en, due, rows: stated } = draft;
        let stated = self.elements(stated).len();
        self.is_whole &= stated == rows.len();
        Directive {
            reference: self.required(reference, String::new()),
            agencies: self.required(agencies, Vec::new()),
            text: self.bilingual(text, text_en),
            due: self.optional(due),
            rows,
        }
    }
}

/// The marks of a list that could be read, and the numbers of the others.
fn read<T>(list: impl Iterator<Item = Option<T>>) -> (Vec<T>, Vec<usize>) {
    let (mut read, mut left_out) = (Vec::new(), Vec::new());
    for (number, mark) in list.enumerate() {
        match mark {
            Some(mark) => read.push(mark),
            None => left_out.push(number),
        }
    }
    (read, left_out)
}
