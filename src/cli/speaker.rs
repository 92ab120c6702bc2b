//! How messages name what a plan holds.

use crate::plan::{BodyIx, Plan, RowIx};
use crate::report::RowName;
use crate::text::{Lang, one_line};

/// In which language a message speaks, about which plan.
#[derive(Clone, Copy)]
pub struct Speaker<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The language.
    pub lang: Lang,
}

impl Speaker<'_> {
    /// The name of an agency or group.
    pub fn name(self, body: BodyIx) -> String {
        one_line(self.plan.body(body).name.in_lang(self.lang)).into_owned()
    }

    /// What to call a row.
    pub fn row(self, row: RowIx) -> String {
        RowName::of(self.plan, row).shown().into_owned()
    }
}
