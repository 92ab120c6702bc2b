//! From a draft to a plan: every cross-reference checked, every problem found in one go.

mod ambiguous;
mod anchors;
mod bodies;
mod columns;
mod directives;
mod entries;
mod finish;
mod lives;
mod periods;
mod problems;
mod recurring;
mod rows;
mod successors;
mod suggestions;
mod taker;
mod unknown;

use super::{
    Address, After, Anchor, BodyIx, Deadline, DirectiveKey, Draft, ExtensionKey, Field, Occurrence, ProgressKey, RowIx,
    RowKey, Sketch, StatedCalendar,
};

use bodies::Bodies;
use problems::DraftProblems;
use recurring::Recurring;
use rows::{RowIds, Rows};
use std::borrow::Cow;
use std::collections::HashMap;
use suggestions::Suggestions;

/// The lists of bodies that a draft names, resolved.
struct Resolved {
    leads: Vec<Field<Vec<BodyIx>>>,
    supports: Vec<Field<Vec<BodyIx>>>,
    /// Whom each extension is for, row by row.
    covers: Vec<Field<Vec<BodyIx>>>,
    directed: Vec<Field<Vec<BodyIx>>>,
    coordinator: Field<BodyIx>,
    /// Whose each note on progress is, row by row.
    noted: Vec<Field<BodyIx>>,
}

/// What names rows, or hangs on them, found.
struct FoundRows {
    /// The rows of each directive.
    directed: Vec<Vec<RowIx>>,
    /// The rows in the place of others.
    replaced: HashMap<RowIx, RowIx>,
    anchors: HashMap<After, Anchor>,
    occurrences: HashMap<RowIx, Vec<Occurrence>>,
}

impl Sketch {
    /// Builds the plan of a draft as far as it could be read, and finds every problem that is not yet reported.
    ///
    /// The plan is whole if there is none, and none was reported when the draft was read. `program` is how the program
    /// is called on the file, for the command lines that are advised.
    pub fn build(draft: &Draft, program: &str) -> (Self, DraftProblems) {
        let (examined, found) = Examined::new(draft, program);
        (examined.sketch(Cow::Borrowed(draft), found.is_empty()), found)
    }

    /// The same of a draft that nobody needs any more.
    pub fn build_from(draft: Draft, program: &str) -> (Self, DraftProblems) {
        let (examined, found) = Examined::new(&draft, program);
        (examined.sketch(Cow::Owned(draft), found.is_empty()), found)
    }
}

/// What a draft names, found.
struct Examined {
    resolved: Resolved,
    bodies: Bodies,
    rows: Rows,
    found: FoundRows,
}

impl Examined {
    fn new(draft: &Draft, program: &str) -> (Self, DraftProblems) {
        let mut found = DraftProblems::default();
        let mut bodies = Bodies::new(draft, &mut found);
        let resolved = Resolved::of(draft, &mut bodies);
        let ids = RowIds::new(draft, &mut found);
        let leads: Vec<_> = resolved.leads.iter().map(|lead| lead.as_ref().map(|_| ())).collect();
        let rows = Rows::new(draft, &ids, &leads, &mut found);
        report_ranges(draft, &mut found);
        lives::check(draft, &ids, &mut found);
        columns::check(draft, &mut found);
        let recurring = Recurring::new(draft, &rows, &mut found);
        let anchors = anchors::find(draft, &ids, &rows, &mut found);
        periods::check(draft, &rows, &recurring, &mut found);
        entries::check((draft, program), &rows, &resolved, &mut bodies, &mut found);
        unknown::report(draft, &rows.ancestry, &resolved, &mut bodies, &mut found);
        let directed_rows = directives::rows(draft, &ids, &mut found);
        let rows_with_ix = draft.rows.iter().enumerate();
        let replaced =
            rows_with_ix.filter_map(|(ix, row)| Some((RowIx::new(ix), lives::replaced_by(row, &ids)?))).collect();
        let found_rows = FoundRows { directed: directed_rows, replaced, anchors, occurrences: recurring.finish() };
        (Self { resolved, bodies, rows, found: found_rows }, found)
    }

    /// The sketch of the draft; it is whole if nothing was found, and every field could be read.
    fn sketch(self, draft: Cow<'_, Draft>, is_sound: bool) -> Sketch {
        let Self { resolved, bodies, rows, found } = self;
        finish::sketch(draft, resolved, bodies, rows, found, is_sound)
    }
}

impl Resolved {
    fn of(draft: &Draft, bodies: &mut Bodies) -> Self {
        let coordinator = draft.about.coordinator.clone().and_then(|id| bodies.find(&id, Address::Coordinator));
        let rows = || draft.rows.iter().enumerate().map(|(ix, row)| (RowIx::new(ix), row));
        let leads = rows().map(|(ix, row)| bodies.list(&row.lead, |i| Address::Row(ix, RowKey::LeadAt(i)))).collect();
        let supports =
            rows().map(|(ix, row)| bodies.list(&row.support, |i| Address::Row(ix, RowKey::SupportAt(i)))).collect();
        let extended = rows().flat_map(|(ix, row)| {
            let extended = row.extended.given().into_iter().flatten().enumerate();
            extended.map(move |(entry, extension)| (ix, entry, extension))
        });
        let at = |ix, entry, i| Address::Extension(ix, entry, ExtensionKey::ForAt(i));
        let covers = extended.map(|(ix, entry, extension)| bodies.list(&extension.covers, |i| at(ix, entry, i)));
        let covers = covers.collect();
        let directives = draft.directives.iter().enumerate();
        let at = |number, i| Address::Directive(number, DirectiveKey::AgencyAt(i));
        let directed = directives.map(|(number, directive)| bodies.list(&directive.agencies, |i| at(number, i)));
        let directed = directed.collect();
        let progress = rows().flat_map(|(ix, row)| {
            let notes = row.progress.given().into_iter().flatten().enumerate();
            notes.map(move |(number, note)| (Address::Progress(ix, number, ProgressKey::By), note))
        });
        let noted = progress.map(|(at, note)| note.by.as_ref().and_then(|id| bodies.find(id, at)));
        Self { leads, supports, covers, directed, coordinator, noted: noted.collect() }
    }
}

/// Ranges that end before they start.
fn report_ranges(draft: &Draft, found: &mut DraftProblems) {
    let calendar = StatedCalendar::of(&draft.rules, &draft.about.issued);
    let backwards = |due: &Deadline| {
        let (from, last) = (due.first_day()?, calendar.stated_last_day(due)??);
        (from > last).then_some((from, last))
    };
    for (ix, row) in draft.rows.iter().enumerate() {
        if let Some((from, last)) = row.due.given().and_then(|due| backwards(due)) {
            found.push(problems::ends_before_start(from, last, Address::Row(RowIx::new(ix), RowKey::DueFrom)));
        }
    }
    for (number, directive) in draft.directives.iter().enumerate() {
        if let Some((from, last)) = directive.due.given().and_then(|due| backwards(due)) {
            found.push(problems::ends_before_start(from, last, Address::Directive(number, DirectiveKey::DueFrom)));
        }
    }
}
