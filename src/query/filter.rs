//! Which rows a question asks for.

use super::{Obligation, Role, Scope, ScopedRow, Snapshot, Status};
use crate::plan::{Plan, RowIx, RowKind};
use crate::text::fold;
use chrono::NaiveDate;
use std::collections::HashSet;

/// The filters of `list`; those left empty let every row pass.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// These rows and what is below them.
    pub rows: Option<HashSet<RowIx>>,
    /// Rows that concern an agency.
    pub asked: Option<Scope>,
    /// Rows where the agency has this role.
    pub role: Option<Role>,
    /// Rows with one of these statuses; with `per_unit`, obligations.
    pub statuses: Vec<Status>,
    /// Obligations whose last day is on or after this one.
    pub due_from: Option<NaiveDate>,
    /// Obligations whose last day is on or before this one.
    pub due_to: Option<NaiveDate>,
    /// Rows with this text in a title, folded.
    pub search: Option<String>,
    /// Whether each obligation is asked for by itself.
    pub per_unit: bool,
}

impl Filter {
    /// The rows that match, in file order, with the obligations that are asked for.
    pub fn matches<'s>(&self, snapshot: &'s Snapshot<'_>) -> Vec<ScopedRow<'s>> {
        let rows = snapshot.plan.rows().map(|(row, _)| row);
        rows.filter_map(|row| self.view(snapshot, row)).collect()
    }

    fn view<'s>(&self, snapshot: &'s Snapshot<'_>, row: RowIx) -> Option<ScopedRow<'s>> {
        let plan = snapshot.plan;
        if self.rows.as_ref().is_some_and(|rows| !rows.contains(&row)) || !self.title_matches(plan, row) {
            return None;
        }
        if plan.node(row).kind == RowKind::Heading {
            return (!self.asks_for_state()).then(|| ScopedRow::full(snapshot, row));
        }
        let mut view = match &self.asked {
            Some(asked) => ScopedRow::of(snapshot, row, asked)?,
            None => ScopedRow::full(snapshot, row),
        };
        if self.role.is_some_and(|role| role != view.role) {
            return None;
        }
        let has_status =
            self.statuses.is_empty() || view.counts.worst().is_some_and(|worst| self.statuses.contains(&worst));
        if self.per_unit {
            view.obligations.retain(|obligation| self.obligation_matches(obligation, true));
            return (!view.obligations.is_empty()).then_some(view);
        }
        let has_day = view.obligations.iter().any(|obligation| self.obligation_matches(obligation, false));
        (has_status && has_day).then_some(view)
    }

    /// Whether a filter is set that only rows with a state can match.
    fn asks_for_state(&self) -> bool {
        self.asked.is_some() || !self.statuses.is_empty() || self.due_from.is_some() || self.due_to.is_some()
    }

    fn title_matches(&self, plan: &Plan, row: RowIx) -> bool {
        let Some(search) = &self.search else { return true };
        let (row, search) = (plan.row(row), fold(search));
        row.title.each().any(|title| fold(title).contains(&search))
    }

    fn obligation_matches(&self, obligation: &Obligation, with_status: bool) -> bool {
        let day = obligation.last_day.day();
        let in_range = self.due_from.is_none_or(|from| day.is_some_and(|day| day >= from))
            && self.due_to.is_none_or(|to| day.is_some_and(|day| day <= to));
        let has_status = !with_status || self.statuses.is_empty() || self.statuses.contains(&obligation.status);
        in_range && has_status
    }
}

/// Rows with all that is below them.
pub fn with_below(plan: &Plan, rows: impl IntoIterator<Item = RowIx>) -> HashSet<RowIx> {
    rows.into_iter().flat_map(|row| plan.below(row)).collect()
}
