//! Taking the fields of a draft, with a blank for each that could not be read.

use super::Bodies;
use crate::plan::{
    About, AboutDraft, BodyIx, Covered, Directive, DirectiveDraft, Ended, EndedDraft, Entry, EntryDraft, Event,
    EventDraft, Extension, ExtensionDraft, Fact, Field, Named as NamedTexts, Office, OfficeDraft, Progress,
    ProgressDraft, Row, RowDraft, RowIx,
};
use crate::text::Bilingual;
use chrono::NaiveDate;
use std::collections::HashMap;

/// The numbers of a row's entries and extensions that are left out.
pub(super) type LeftOut = [(Fact, Vec<usize>); 2];

/// The marks of a list that could be read, and the numbers of the others.
type Marks<T> = (Vec<T>, Vec<usize>);

/// The bodies that a row names, found.
pub(super) struct Named {
    pub(super) lead: Field<Vec<BodyIx>>,
    pub(super) support: Field<Vec<BodyIx>>,
    /// Whom each extension is for.
    pub(super) covers: Vec<Field<Vec<BodyIx>>>,
    /// The one unit of the lead in force, if it is one.
    pub(super) sole: Option<BodyIx>,
    /// Whose each note on progress is.
    pub(super) noted: Vec<Field<BodyIx>>,
    /// The row in its place.
    pub(super) replaced_by: Option<RowIx>,
}

/// Takes the fields of a draft, with a blank for each that could not be read.
pub(super) struct Taker {
    /// Whether every field so far could be read, and nothing in it is a problem.
    pub(super) is_whole: bool,
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

    pub(super) fn about(&mut self, draft: AboutDraft, coordinator: Field<BodyIx>) -> About {
        let AboutDraft {
            number,
            title,
            title_en,
            issuer,
            issued,
            revision,
            coordinator: _,
            basis,
            lang,
            until,
            columns: _,
        } = draft;
        About {
            number: self.optional(number),
            title: self.bilingual(title, title_en),
            issuer: self.required(issuer, String::new()),
            issued: self.required(issued, NaiveDate::MIN),
            revision: self.optional(revision),
            coordinator: self.optional(coordinator),
            basis: self.elements(basis),
            lang: self.optional(lang),
            until: self.optional(until),
        }
    }

    /// A row, and the numbers of those of its entries and extensions that are left out.
    pub(super) fn row(
        &mut self,
        draft: RowDraft,
        named: Named,
        bodies: &Bodies,
        places: &HashMap<String, usize>,
    ) -> (Row, LeftOut) {
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
            cells,
            since,
            ended,
            progress,
        } = draft;
        let (submitted, left_out) = self.entries(submitted, named.sole, bodies);
        let (extended, extensions) = self.extensions(extended, named.covers, bodies);
        let row = Row {
            id: self.required(id, String::new()),
            number: self.optional(number),
            title: self.bilingual(title, title_en),
            lead: self.optional(named.lead),
            support: self.optional(named.support).unwrap_or_default(),
            due: self.optional(due),
            completion: self.optional(completion).unwrap_or_default(),
            result: self.optional(result),
            note: self.optional(note),
            submitted,
            extended,
            cells: self.cells(cells, places),
            since: self.optional(since),
            ended: self.optional(ended).and_then(|draft| self.ended(draft, named.replaced_by)),
            progress: self.notes(progress, named.noted),
        };
        (row, [(Fact::Entries, left_out), (Fact::Extensions, extensions)])
    }

    fn entries(&mut self, drafts: Field<Vec<EntryDraft>>, sole: Option<BodyIx>, bodies: &Bodies) -> Marks<Entry> {
        let drafts = self.optional(drafts).unwrap_or_default().into_iter();
        read(drafts.map(|draft| self.entry(draft, sole, bodies)))
    }

    fn extensions(
        &mut self,
        drafts: Field<Vec<ExtensionDraft>>,
        covers: Vec<Field<Vec<BodyIx>>>,
        bodies: &Bodies,
    ) -> Marks<Extension> {
        let drafts = self.optional(drafts).unwrap_or_default().into_iter().zip(covers);
        read(drafts.map(|(draft, covers)| self.extension(draft, covers, bodies)))
    }

    /// What stands in the further columns, in the order of these.
    fn cells(&mut self, cells: NamedTexts, places: &HashMap<String, usize>) -> Vec<(usize, String)> {
        let cells = self.named(cells).into_iter().filter_map(|(key, text)| Some((*places.get(&key)?, text)));
        let mut cells: Vec<(usize, String)> = cells.collect();
        cells.sort_by_key(|(place, _)| *place);
        cells
    }

    fn notes(&mut self, drafts: Field<Vec<ProgressDraft>>, noted: Vec<Field<BodyIx>>) -> Vec<Progress> {
        let drafts = self.optional(drafts).unwrap_or_default().into_iter().zip(noted);
        drafts.filter_map(|(draft, by)| self.progress(draft, by)).collect()
    }

    fn entry(&mut self, draft: EntryDraft, sole: Option<BodyIx>, bodies: &Bodies) -> Option<Entry> {
        let EntryDraft { by, period, on, reference, note, returned, reason } = draft;
        let period = self.optional(period);
        let by = match by {
            Field::Given(id) => bodies.id(&id),
            Field::Absent => sole,
            Field::Broken => None,
        };
        let (reference, note) = (self.optional(reference), self.optional(note));
        let (returned, reason) = (self.optional(returned), self.optional(reason));
        let entry = by.zip(on.required()).map(|(by, on)| Entry { by, period, on, reference, note, returned, reason });
        self.is_whole &= entry.is_some();
        entry
    }

    fn extension(&mut self, draft: ExtensionDraft, covers: Field<Vec<BodyIx>>, bodies: &Bodies) -> Option<Extension> {
        let ExtensionDraft { period, to, granted, reference, covers: _ } = draft;
        let period = self.optional(period);
        let is_known = !covers.is_broken() && !covers.given().is_some_and(|stated| bodies.is_incomplete(stated));
        let covers = covers.required().map(|stated| {
            let mut units = bodies.open(&stated).to_vec();
            units.sort_unstable();
            Covered { stated, units: units.into() }
        });
        let reference = self.optional(reference);
        let days = to.required().zip(granted.required()).filter(|_| is_known);
        self.is_whole &= days.is_some();
        days.map(|(to, granted)| Extension { period, to, granted, reference, covers })
    }

    /// Texts by names that the plan chooses, of which those are left out that could not be read.
    pub(super) fn named(&mut self, named: NamedTexts) -> Vec<(String, String)> {
        let named = self.optional(named).unwrap_or_default().into_iter();
        named.filter_map(|(key, text)| Some((key, self.optional(text)?))).collect()
    }

    fn ended(&mut self, draft: EndedDraft, row: Option<RowIx>) -> Option<Ended> {
        let EndedDraft { on, reference, replaced_by } = draft;
        let (reference, is_replaced) = (self.optional(reference), self.optional(replaced_by).is_some());
        let ended = on.required().map(|on| Ended { on, reference, replaced_by: row });
        self.is_whole &= ended.is_some() && is_replaced == row.is_some();
        ended
    }

    fn progress(&mut self, draft: ProgressDraft, by: Field<BodyIx>) -> Option<Progress> {
        let ProgressDraft { on, by: _, text, text_en } = draft;
        let (by, text) = (self.optional(by), self.bilingual(text, text_en));
        let on = on.required();
        self.is_whole &= on.is_some();
        on.map(|on| Progress { on, by, text })
    }

    pub(super) fn office(&mut self, draft: OfficeDraft) -> Office {
        let OfficeDraft { place, symbol, signer, signer_name } = draft;
        Office {
            place: self.optional(place),
            symbol: self.optional(symbol),
            signer: self.optional(signer),
            signer_name: self.optional(signer_name),
        }
    }

    pub(super) fn event(&mut self, draft: EventDraft) -> Event {
        let EventDraft { id, name, name_en, on, reference } = draft;
        Event { id, name: self.bilingual(name, name_en), on: self.optional(on), reference: self.optional(reference) }
    }

    pub(super) fn directive(
        &mut self,
        draft: DirectiveDraft,
        agencies: Field<Vec<BodyIx>>,
        rows: Vec<RowIx>,
    ) -> Directive {
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
fn read<T>(list: impl Iterator<Item = Option<T>>) -> Marks<T> {
    let (mut read, mut left_out) = (Vec::new(), Vec::new());
    for (number, mark) in list.enumerate() {
        match mark {
            Some(mark) => read.push(mark),
            None => left_out.push(number),
        }
    }
    (read, left_out)
}
