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
    /// Rows with this text in a title, folded: as whole syllables, or as parts of them if no row has it so.
    pub search: Option<String>,
    /// Rows with each of these texts in a further column of the appendix, folded, by the place of the column in
    /// [`Plan::columns`].
    pub cells: Vec<(usize, String)>,
    /// Whether each obligation is asked for by itself.
    pub per_unit: bool,
}

impl Filter {
    /// The rows that match, in file order, with the obligations that are asked for.
    pub fn matches<'s>(&self, snapshot: &'s Snapshot<'_>) -> Vec<ScopedRow<'s>> {
        let titled = self.search.as_deref().map(|search| titled(snapshot.plan, search));
        let rows = snapshot.plan.rows().map(|(row, _)| row);
        let rows = rows.filter(|row| titled.as_ref().is_none_or(|titled| titled.contains(row)));
        let cells: Vec<(usize, String)> = self.cells.iter().map(|(column, text)| (*column, fold(text))).collect();
        let rows = rows.filter(|row| has_cells(snapshot.plan, *row, &cells));
        rows.filter_map(|row| self.view(snapshot, row)).collect()
    }

    fn view<'s>(&self, snapshot: &'s Snapshot<'_>, row: RowIx) -> Option<ScopedRow<'s>> {
        let plan = snapshot.plan;
        if !snapshot.is_there(row) || self.rows.as_ref().is_some_and(|rows| !rows.contains(&row)) {
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
        if !self.asks_for_obligations() {
            return Some(view);
        }
        if self.per_unit {
            view.obligations.retain(|obligation| self.obligation_matches(obligation, true));
            return (!view.obligations.is_empty()).then_some(view);
        }
        let has_day = view.obligations.iter().any(|obligation| self.obligation_matches(obligation, false));
        (has_status && has_day).then_some(view)
    }

    /// Whether a filter is set that only rows with a state can match.
    fn asks_for_state(&self) -> bool {
        self.asked.is_some() || self.asks_for_obligations()
    }

    /// Whether a filter is set that only what is owed can match.
    fn asks_for_obligations(&self) -> bool {
        !self.statuses.is_empty() || self.due_from.is_some() || self.due_to.is_some()
    }

    fn obligation_matches(&self, obligation: &Obligation, with_status: bool) -> bool {
        let day = obligation.last_day.day();
        let in_range = self.due_from.is_none_or(|from| day.is_some_and(|day| day >= from))
            && self.due_to.is_none_or(|to| day.is_some_and(|day| day <= to));
        let has_status = !with_status || self.statuses.is_empty() || self.statuses.contains(&obligation.status);
        in_range && has_status
    }
}

/// Whether a row has each of some folded texts in its cell of a column.
fn has_cells(plan: &Plan, row: RowIx, asked: &[(usize, String)]) -> bool {
    let cells = &plan.row(row).cells;
    asked.iter().all(|(column, wanted)| cells.iter().any(|(of, text)| of == column && fold(text).contains(wanted)))
}

/// The rows with a text in a title, folded: as whole syllables, and as parts of them only where no row of the plan has
/// it as such. A syllable is a word of its own: "rác" (waste) is no part of "trách" (duty).
fn titled(plan: &Plan, search: &str) -> HashSet<RowIx> {
    let search = fold(search);
    let with = |text: &str, around: &str| -> HashSet<RowIx> {
        let has = |title: &str| format!("{around}{}{around}", fold(title)).contains(text);
        plan.rows().filter(|(_, row)| row.title.each().any(has)).map(|(row, _)| row).collect()
    };
    let whole = with(&format!(" {search} "), " ");
    if whole.is_empty() { with(&search, "") } else { whole }
}

/// Rows with all that is below them.
pub fn with_below(plan: &Plan, rows: impl IntoIterator<Item = RowIx>) -> HashSet<RowIx> {
    rows.into_iter().flat_map(|row| plan.below(row)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{body, day, ids, plan};

    fn sample() -> Plan {
        plan(&[
            "id = 'I', number = 'A'",
            "id = '1', parent = 'I', lead = ['abc'], support = ['d'], due = { by = 2020-03-10 }, submitted = [
                { by = 'b', on = 2020-03-05 }], extended = [{ to = 2020-03-20, granted = 2020-03-01, for = ['c'] }]",
            "id = '2', parent = 'I', lead = ['d'], due = { by = 2020-03-20 }",
            "id = '3', parent = 'I', title_en = 'Transparency', lead = ['a'], due = { ongoing = true }",
        ])
    }

    /// What a filter lets pass at 15 March: each row with the units whose obligations are asked for.
    fn matches(filter: &Filter) -> Vec<String> {
        let plan = sample();
        let snapshot = Snapshot::new(&plan, day("03-15"));
        let matched = filter.matches(&snapshot);
        let units = |scoped: &ScopedRow<'_>| {
            scoped.obligations.iter().map(|one| ids(&plan, one.units())).collect::<Vec<_>>().join(" ")
        };
        matched.iter().map(|scoped| format!("{}: {}", plan.row(scoped.row).id, units(scoped))).collect()
    }

    #[test]
    fn without_a_filter_every_row_passes() {
        assert_eq!(matches(&Filter::default()), ["I: ", "1: a b c", "2: d", "3: a"]);
    }

    #[test]
    fn days_are_inclusive_on_last_days_after_extensions() {
        let due = |from: Option<&str>, to: Option<&str>, per_unit| {
            matches(&Filter { due_from: from.map(day), due_to: to.map(day), per_unit, ..Filter::default() })
        };
        assert_eq!(due(Some("03-20"), None, false), ["1: a b c", "2: d"], "the day itself, that of c by extension");
        assert_eq!(due(Some("03-21"), None, false), Vec::<String>::new(), "a standing duty has no day");
        assert_eq!(due(None, Some("03-10"), false), ["1: a b c"]);
        assert_eq!(due(None, Some("03-09"), false), Vec::<String>::new());
        assert_eq!(due(Some("03-20"), Some("03-20"), true), ["1: c", "2: d"], "unit by unit");
    }

    #[test]
    fn a_status_is_the_row_s_or_each_unit_s() {
        let status = |status, per_unit| matches(&Filter { statuses: vec![status], per_unit, ..Filter::default() });
        assert_eq!(status(Status::Overdue, false), ["1: a b c"]);
        assert_eq!(status(Status::Overdue, true), ["1: a"]);
        assert_eq!(status(Status::OnTime, false), Vec::<String>::new(), "the row's worst is worse");
        assert_eq!(status(Status::OnTime, true), ["1: b"]);
    }

    #[test]
    fn an_agency_sees_what_it_leads_and_supports() {
        let plan = sample();
        let of = |id: &str, role| {
            matches(&Filter { asked: Some(Scope::new(&plan, [body(&plan, id)])), role, ..Filter::default() })
        };
        assert_eq!(of("d", None), ["1: a b c", "2: d"], "supported rows in full");
        assert_eq!(of("d", Some(Role::Support)), ["1: a b c"]);
        assert_eq!(of("d", Some(Role::Lead)), ["2: d"]);
        assert_eq!(of("abc", Some(Role::Lead)), ["1: a b c", "3: a"]);
    }

    #[test]
    fn of_the_filters_only_rows_and_search_pass_headings() {
        let plan = sample();
        let rows = Some(with_below(&plan, [plan.find_row("A").unwrap()]));
        assert_eq!(matches(&Filter { rows, ..Filter::default() }), ["I: ", "1: a b c", "2: d", "3: a"]);
        assert_eq!(matches(&Filter { search: Some("t".into()), ..Filter::default() }).len(), 4);
        assert_eq!(matches(&Filter { search: Some("x".into()), ..Filter::default() }).len(), 0);
        let english = Filter { search: Some("transparency".into()), ..Filter::default() };
        assert_eq!(matches(&english), ["3: a"], "a word of the English title alone");
    }

    #[test]
    fn each_of_the_texts_is_a_part_of_its_cell() {
        let plan = crate::testing::read(
            "version = 1
            plan = { title = 'K', issuer = 'T', issued = 2020-01-01, columns = { person = 'Lãnh đạo', basis = 'Văn bản' } }
            task = [
              { id = '1', title = 'T', lead = ['a'], cells = { person = 'Phó Chủ tịch', basis = 'TB 200' } },
              { id = '2', title = 'T', cells = { person = 'Chủ tịch' } },
              { id = '3', title = 'T', parent = '2', lead = ['a'], cells = { basis = 'TB 12' } },
            ]
            agencies = { a = { name = 'Sở A' } }",
        );
        let snapshot = Snapshot::new(&plan, day("03-15"));
        let found = |cells: &[(usize, &str)]| -> Vec<&str> {
            let cells = cells.iter().map(|(column, text)| (*column, (*text).to_owned())).collect();
            let matched = Filter { cells, ..Filter::default() }.matches(&snapshot);
            matched.iter().map(|scoped| plan.row(scoped.row).id.as_str()).collect()
        };
        assert_eq!(found(&[(0, "chu tich")]), ["1", "2"], "folded; a heading too");
        assert_eq!(found(&[(0, "chủ tịch"), (1, "200")]), ["1"], "both");
        assert_eq!(found(&[(1, "chủ tịch")]), [""; 0], "of the other column");
    }

    #[test]
    fn whole_syllables_are_found_and_parts_of_them_only_where_there_are_none() {
        let row = |id: &str, title: &str| format!("id = '{id}', lead = ['a'], title_en = '{title}'");
        let titles = [("1", "Thu gom rác thải"), ("2", "Trách nhiệm giải trình"), ("3", "Rác, nước")];
        let rows = titles.map(|(id, title)| row(id, title));
        let plan = plan(&rows.iter().map(String::as_str).collect::<Vec<_>>());
        let snapshot = Snapshot::new(&plan, day("03-15"));
        let found = |search: &str| {
            let filter = Filter { search: Some(search.to_owned()), ..Filter::default() };
            let rows =
                filter.matches(&snapshot).into_iter().map(|scoped| plan.row(scoped.row).title.en.clone().unwrap());
            rows.collect::<Vec<_>>()
        };
        assert_eq!(found("rac"), ["Thu gom rác thải", "Rác, nước"]);
        assert_eq!(found("rác nước"), ["Rác, nước"]);
        assert_eq!(found("rác th"), ["Thu gom rác thải"], "no row has it whole");
        assert_eq!(found("giai trinh"), ["Trách nhiệm giải trình"]);
    }
}
