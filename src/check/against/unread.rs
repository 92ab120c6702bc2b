//! What could not be compared.

use super::What;
use crate::check::shown;
use crate::plan::{Plan, RowIx};
use crate::text::{Lang, words::rule};
use std::collections::HashSet;

/// How many rows are named.
const MOST_NAMED: usize = 10;

/// What errors keep from being compared.
#[derive(Clone, Debug, Default)]
pub struct Unread {
    /// Whether that is all.
    pub(super) is_all: bool,
    /// What of the plan itself.
    pub(super) plan: Vec<What>,
    /// The numbers of the first such rows, as the old version has them.
    rows: Vec<String>,
    /// How many more rows.
    more: usize,
}

impl Unread {
    pub(super) fn add_rows(&mut self, old: &Plan, rows: &HashSet<RowIx>) {
        let mut rows: Vec<RowIx> = rows.iter().copied().collect();
        rows.sort_unstable();
        // A row whose number cannot be read may still have a title.
        let named = rows.iter().map(|row| old.row(*row)).map(|row| match row.number() {
            "" => shown(&row.title.own),
            number => shown(number),
        });
        self.rows = named.filter(|name| !name.is_empty()).take(MOST_NAMED).collect();
        self.more = rows.len() - self.rows.len();
    }

    /// What it is, in words; nothing where all was compared.
    pub fn in_words(&self, lang: Lang) -> Option<String> {
        if self.is_all {
            return Some(rule::nothing_compared(lang).to_owned());
        }
        let plan = self.plan.iter().map(|what| what(lang).to_owned());
        let rows = self.rows.join(", ");
        let rows = match self.more {
            0 => rule::rows_named(lang, &rows),
            more => rule::rows_named_and_more(lang, &rows, more),
        };
        let all: Vec<String> = plan.chain((!self.rows.is_empty()).then_some(rows)).collect();
        (!all.is_empty()).then(|| rule::not_compared(lang, &all.join(", ")))
    }
}
