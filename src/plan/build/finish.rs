//! The last step of building: a draft becomes a plan, with blanks for what could not be read.

use super::taker::{LeftOut, Named, Taker};
use super::{Bodies, FoundRows, Resolved, Rows, columns};
use crate::plan::names::LazyNames;
use crate::plan::tree::{self, Ancestry, Lives};
use crate::plan::{BodyIx, Column, Draft, Fact, Field, Gaps, Lost, Plan, Row, RowDraft, RowIx, Sketch, StatedCalendar};
use std::collections::{HashMap, HashSet};

/// The sketch of a draft; it is whole if nothing was found, and every field could be read.
pub(super) fn sketch(
    draft: Draft,
    resolved: Resolved,
    bodies: Bodies,
    rows: Rows,
    found: FoundRows,
    is_sound: bool,
) -> Sketch {
    let places = columns::places(&draft).into_iter().map(|(key, place)| (key.to_owned(), place)).collect();
    let Draft { about, office, rules, rows: drafts, directives, bodies: shared, events, lost } = draft;
    // Where the draft was the last to share them, they need no copy.
    drop(shared);
    let Resolved { leads, supports, covers, directed, coordinator, noted } = resolved;
    let FoundRows { directed: directed_rows, replaced, anchors, occurrences } = found;
    let Rows { ancestry, hanging } = rows;
    let mut taker = Taker { is_whole: is_sound && lost == Lost::default() && !rules.is_broken() };
    let unknown = unknown(&drafts, &ancestry, &leads, &supports, &bodies);
    let extended: Vec<bool> = drafts.iter().map(|row| row.extended.given().is_some_and(|e| !e.is_empty())).collect();
    let top_down = ancestry.top_down.clone();
    let nodes = tree::nodes(ancestry, &extended, &Lives::of(&drafts));
    let named = supports.into_iter().zip(covers).zip(noted).zip(replaced).enumerate();
    let named = named.map(|(row, (((support, covers), noted), replaced_by))| {
        let lead_in_force = nodes[row].lead_from.and_then(|from| leads[from.0].given());
        let sole = lead_in_force.and_then(|lead| bodies.sole_unit(lead));
        Named { lead: leads[row].clone(), support, covers, sole, noted, replaced_by }
    });
    let read = drafts.into_iter().zip(named).map(|(draft, named)| taker.row(draft, named, &bodies, &places));
    let ReadRows { rows, unknown, left_out } = ReadRows::of(read, unknown);
    let unnamed = directives.iter().enumerate().filter(|(_, directive)| directive.reference.given().is_none());
    let unnamed = unnamed.map(|(number, _)| number).collect();
    let directives = directives.into_iter().zip(directed).zip(directed_rows);
    let directives = directives.map(|((draft, agencies), rows)| taker.directive(draft, agencies, rows)).collect();
    let calendar = StatedCalendar::of(&rules, &about.issued);
    let columns = taker.named(about.columns.clone()).into_iter().map(|(key, head)| Column { key, head }).collect();
    let plan = Plan {
        about: taker.about(about, coordinator),
        office: taker.office(office),
        calendar: calendar.as_read().clone(),
        directives,
        rows,
        nodes,
        top_down,
        events: events.into_iter().map(|event| taker.event(event)).collect(),
        columns,
        anchors,
        occurrences,
        names: LazyNames::default(),
        bodies: bodies.finish(&mut taker),
    };
    Sketch::new(plan, calendar, Gaps::new(unknown, left_out, hanging, unnamed), taker.is_whole)
}

/// The rows that were read, with what is not known of them.
struct ReadRows {
    rows: Vec<Row>,
    unknown: HashSet<(RowIx, Fact)>,
    /// The numbers of the entries and extensions that are left out.
    left_out: HashMap<(RowIx, Fact), Vec<usize>>,
}

impl ReadRows {
    fn of(read: impl ExactSizeIterator<Item = (Row, LeftOut)>, unknown: HashSet<(RowIx, Fact)>) -> Self {
        let mut all = Self { rows: Vec::with_capacity(read.len()), unknown, left_out: HashMap::new() };
        for (row, left_out) in read {
            let ix = RowIx(all.rows.len());
            for (fact, numbers) in left_out.into_iter().filter(|(_, numbers)| !numbers.is_empty()) {
                all.unknown.insert((ix, fact));
                all.left_out.insert((ix, fact), numbers);
            }
            all.rows.push(row);
        }
        all
    }
}

fn has_unknown_life(draft: &RowDraft) -> bool {
    let has_broken_day = draft.ended.given().is_some_and(|ended| ended.on.given().is_none());
    draft.since.is_broken() || draft.ended.is_broken() || has_broken_day
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
            (Fact::Life, has_unknown_life(draft)),
        ];
        facts.into_iter().filter(|(_, is_unknown)| *is_unknown).map(move |(fact, _)| (RowIx(ix), fact))
    };
    drafts.iter().enumerate().flat_map(of_row).collect()
}
