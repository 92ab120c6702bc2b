//! The last step of building: a draft without errors becomes the plan.

use super::{Bodies, Resolved};
use crate::plan::tree::{self, Ancestry};
use crate::plan::{
    About, AboutDraft, BodyIx, Calendar, Covered, Directive, DirectiveDraft, Draft, Entry, EntryDraft, Extension,
    ExtensionDraft, Field, Plan, Row, RowDraft, RowIx, RulesDraft,
};
use crate::text::Bilingual;

/// The plan of a draft without errors; none if a field is broken.
pub(super) fn plan(
    draft: Draft,
    resolved: Resolved,
    bodies: Bodies,
    ancestry: Ancestry,
    row_refs: Vec<Field<Vec<RowIx>>>,
) -> Option<Plan> {
    let Draft { about, rules, rows: drafts, directives, .. } = draft;
    let Resolved { leads, supports, covers, directed, coordinator } = resolved;
    let extended: Vec<bool> = drafts.iter().map(|row| row.extended.given().is_some_and(|e| !e.is_empty())).collect();
    let top_down = ancestry.top_down.clone();
    let nodes = tree::nodes(ancestry, &extended)?;
    let mut rows = Vec::with_capacity(drafts.len());
    for (((draft, lead), support), covers) in drafts.into_iter().zip(leads.iter()).zip(supports).zip(covers) {
        let lead_in_force = nodes[rows.len()].lead_from.and_then(|from| leads[from.0].given());
        let sole = lead_in_force.and_then(|lead| bodies.sole_unit(lead));
        rows.push(row(draft, lead.clone(), support, covers, sole, &bodies)?);
    }
    let directives = directives.into_iter().zip(directed).zip(row_refs);
    let directives = directives.map(|((draft, agencies), rows)| directive(draft, agencies, rows));
    Some(Plan {
        about: self::about(about, coordinator)?,
        calendar: calendar(rules)?,
        directives: directives.collect::<Option<_>>()?,
        rows,
        nodes,
        top_down,
        answers: bodies.answers(),
        bodies: bodies.finish()?,
    })
}

fn about(draft: AboutDraft, coordinator: Field<BodyIx>) -> Option<About> {
    Some(About {
        number: draft.number.required()?,
        title: Bilingual { own: draft.title.required()?, en: draft.title_en.optional()? },
        issuer: draft.issuer.required()?,
        issued: draft.issued.required()?,
        revision: draft.revision.optional()?,
        coordinator: coordinator.optional()?,
        basis: all_given(draft.basis)?.unwrap_or_default(),
        lang: draft.lang.optional()?,
    })
}

/// The rules about days; none if one is broken.
pub(in crate::plan) fn calendar(draft: RulesDraft) -> Option<Calendar> {
    let default = Calendar::default();
    Some(Calendar {
        before: draft.before.optional()?.unwrap_or(default.before),
        roll_forward: draft.roll_forward.optional()?.unwrap_or(default.roll_forward),
        holidays: all_given(draft.holidays)?.unwrap_or_default().into_iter().collect(),
        workdays: all_given(draft.workdays)?.unwrap_or_default().into_iter().collect(),
        due_soon_days: draft.due_soon_days.optional()?.unwrap_or(default.due_soon_days),
    })
}

fn row(
    draft: RowDraft,
    lead: Field<Vec<BodyIx>>,
    support: Field<Vec<BodyIx>>,
    covers: Vec<Field<Vec<BodyIx>>>,
    sole: Option<BodyIx>,
    bodies: &Bodies,
) -> Option<Row> {
    let submitted = draft.submitted.optional()?.unwrap_or_default();
    let extended = draft.extended.optional()?.unwrap_or_default().into_iter().zip(covers);
    Some(Row {
        id: draft.id.required()?,
        number: draft.number.optional()?,
        title: Bilingual { own: draft.title.required()?, en: draft.title_en.optional()? },
        lead: lead.optional()?,
        support: support.optional()?.unwrap_or_default(),
        due: draft.due.optional()?,
        completion: draft.completion.optional()?.unwrap_or_default(),
        result: draft.result.optional()?,
        note: draft.note.optional()?,
        submitted: submitted.into_iter().map(|draft| entry(draft, sole, bodies)).collect::<Option<_>>()?,
        extended: extended.map(|(draft, covers)| extension(draft, covers, bodies)).collect::<Option<_>>()?,
    })
}

fn entry(draft: EntryDraft, sole: Option<BodyIx>, bodies: &Bodies) -> Option<Entry> {
    Some(Entry {
        by: draft.by.optional()?.map_or(sole, |id| bodies.id(&id))?,
        on: draft.on.required()?,
        reference: draft.reference.optional()?,
        note: draft.note.optional()?,
        returned: draft.returned.optional()?,
        reason: draft.reason.optional()?,
    })
}

fn extension(draft: ExtensionDraft, covers: Field<Vec<BodyIx>>, bodies: &Bodies) -> Option<Extension> {
    let covers = covers.optional()?.map(|stated| {
        let mut units = bodies.open(&stated).to_vec();
        units.sort_unstable();
        Covered { stated, units: units.into() }
    });
    Some(Extension {
        to: draft.to.required()?,
        granted: draft.granted.required()?,
        reference: draft.reference.optional()?,
        covers,
    })
}

fn directive(draft: DirectiveDraft, agencies: Field<Vec<BodyIx>>, rows: Field<Vec<RowIx>>) -> Option<Directive> {
    Some(Directive {
        reference: draft.reference.required()?,
        agencies: agencies.required()?,
        text: Bilingual { own: draft.text.required()?, en: draft.text_en.optional()? },
        due: draft.due.optional()?,
        rows: rows.optional()?.unwrap_or_default(),
    })
}

/// A list of which every element is given.
pub(super) fn all_given<T>(list: Field<Vec<Field<T>>>) -> Option<Option<Vec<T>>> {
    let Some(list) = list.optional()? else { return Some(None) };
    list.into_iter().map(Field::required).collect::<Option<Vec<T>>>().map(Some)
}
