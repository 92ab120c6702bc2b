//! What messages call what a plan holds.

use crate::plan::{BodyIx, Plan, RowIx, RowKind};
use crate::report::RowName;
use crate::text::{Lang, one_line, words::mark};

/// An agency or group.
pub fn agency(plan: &Plan, lang: Lang, body: BodyIx) -> String {
    one_line(plan.body(body).name.in_lang(lang)).into_owned()
}

/// A row.
pub fn row(plan: &Plan, row: RowIx) -> String {
    RowName::of(plan, row).typed().into_owned()
}

/// A row with what it is: a heading, or something to be delivered.
pub fn row_in_words(plan: &Plan, lang: Lang, of: RowIx) -> String {
    match plan.node(of).kind {
        RowKind::Heading => mark::heading(lang, &row(plan, of)),
        RowKind::Item | RowKind::Part => mark::item(lang, &row(plan, of)),
    }
}
