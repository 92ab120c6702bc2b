//! Rules about texts that say nothing.

use super::rules::Findings;
use crate::plan::{Address, BodyIx, BodyKey, DirectiveKey, Draft, RowIx, RowKey};
use crate::text::words::rule;

/// `empty-text`: a title, a name or a wording that says nothing was a blank cell, or one with a dash. A wording may be a
/// date in figures.
pub(super) fn empty_text(draft: &Draft, found: &mut Findings) {
    let rows = || draft.rows.iter().enumerate().map(|(ix, row)| (RowIx::new(ix), row));
    let directives = || draft.directives.iter().enumerate();
    let titles = rows().filter_map(|(ix, row)| Some((Address::Row(ix, RowKey::Title), row.title.given()?)));
    let names = draft.bodies.iter().enumerate();
    let names =
        names.filter_map(|(ix, body)| Some((Address::Body(BodyIx::new(ix), BodyKey::Name), body.name.given()?)));
    let plan = draft.about.title.given().map(|title| (Address::Title, title));
    for (at, _) in plan.into_iter().chain(titles).chain(names).filter(|(_, text)| !text.contains(char::is_alphabetic)) {
        found.push(at, |lang| rule::empty_text(lang).to_owned(), rule::empty_text_help);
    }
    let of_rows =
        rows().filter_map(|(ix, row)| Some((Address::Row(ix, RowKey::DueText), row.due.given()?.text.as_ref()?)));
    let of_directives = directives().filter_map(|(number, directive)| {
        Some((Address::Directive(number, DirectiveKey::DueText), directive.due.given()?.text.as_ref()?))
    });
    for (at, _) in of_rows.chain(of_directives).filter(|(_, text)| !text.contains(char::is_alphanumeric)) {
        found.push(at, |lang| rule::empty_text(lang).to_owned(), rule::empty_text_help);
    }
}
