//! From a draft to a plan: every cross-reference checked, every problem found in one go.

mod ambiguous;
mod bodies;
mod directives;
mod entries;
mod finish;
mod problems;
mod rows;
mod suggestions;
mod unknown;

use super::{
    Address, BodyIx, Deadline, DirectiveKey, Draft, ExtensionKey, Field, RowIx, RowKey, Sketch, StatedCalendar,
};

use bodies::Bodies;
use problems::DraftProblems;
use rows::{RowIds, Rows};
use suggestions::Suggestions;

/// The lists of bodies that a draft names, resolved.
struct Resolved {
    leads: Vec<Field<Vec<BodyIx>>>,
    supports: Vec<Field<Vec<BodyIx>>>,
    covers: Vec<Vec<Field<Vec<BodyIx>>>>,
    directed: Vec<Field<Vec<BodyIx>>>,
    coordinator: Field<BodyIx>,
}

impl Sketch {
    /// Builds the plan of a draft as far as it could be read, and finds every problem that is not yet reported.
    ///
    /// The plan is whole if there is none, and none was reported when the draft was read. `program` is how the program
    /// is called on the file, for the command lines that are advised.
    pub fn build(draft: &Draft, program: &str) -> (Self, DraftProblems) {
        let mut found = DraftProblems::default();
        let mut bodies = Bodies::new(draft, &mut found);
        let resolved = Resolved::of(draft, &mut bodies);
        let ids = RowIds::new(draft, &mut found);
        let leads: Vec<_> = resolved.leads.iter().map(|lead| lead.as_ref().map(|_| ())).collect();
        let rows = Rows::new(draft, &ids, &leads, &mut found);
        report_ranges(draft, &mut found);
        entries::check((draft, program), &rows.ancestry, &resolved, &mut bodies, &mut found);
        unknown::report(draft, &rows.ancestry, &resolved, &mut bodies, &mut found);
        let directed_rows = directives::rows(draft, &ids, &mut found);
        (finish::sketch(draft.clone(), resolved, bodies, rows, directed_rows, found.is_empty()), found)
    }
}

impl Resolved {
    fn of(draft: &Draft, bodies: &mut Bodies) -> Self {
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
        let directed = directives.map(|(number, directive)| bodies.list(&directive.agencies, |i| at(number, i)));
        Self { leads, supports, covers, directed: directed.collect(), coordinator }
    }
}

/// Ranges that end before they start.
fn report_ranges(draft: &Draft, found: &mut DraftProblems) {
    let calendar = StatedCalendar::of(&draft.rules);
    let backwards = |due: &Deadline| {
        let (from, last) = (due.first_day()?, calendar.stated_last_day(due)??);
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
