//! What messages call what a plan holds.

use crate::plan::{BodyIx, Plan, RowIx};
use crate::report::RowName;
use crate::text::{Lang, one_line};

/// An agency or group.
pub fn agency(plan: &Plan, lang: Lang, body: BodyIx) -> String {
    one_line(plan.body(body).name.in_lang(lang)).into_owned()
}

/// A row.
pub fn row(plan: &Plan, row: RowIx) -> String {
    RowName::of(plan, row).shown().into_owned()
}
