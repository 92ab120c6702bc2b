//! Sheets with a line for each obligation.

use super::super::answer::{AgencyName, Asked, Head, Obligation, PlanIx, Row, RowState};
use super::super::further::{Further, latest_note};
use super::super::page::{Cell, Tone, Value, cells, status_words};
use super::{ColumnFor, Entry, Kind, Sheet, opened, plan_column};
use crate::plan::{Period, RowKind};
use crate::query::{Role, Status};
use crate::text::{Lang, fold, words::report, words::xlsx};
use std::collections::HashSet;
use std::sync::Arc;

/// A line: an obligation, or a row on which nothing is owed.
#[derive(Clone, Copy)]
pub struct Owed<'a> {
    row: &'a Arc<Row>,
    obligation: Option<&'a Obligation>,
    status: Option<Status>,
    plan: Option<PlanIx>,
    role: Role,
}

/// What all lines of some sheets share.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// What the answer opens with.
    pub head: &'a Head,
    /// Whom alone it is about.
    pub asked: &'a Asked,
    /// The further columns of the appendix that are asked for.
    pub further: &'a Further,
    /// Whether what was submitted can be filled in: with several plans it cannot.
    pub is_form: bool,
    /// The language.
    pub lang: Lang,
}

type Columns<'a> = Vec<ColumnFor<'a, Owed<'a>>>;

impl<'a> Owed<'a> {
    /// An obligation.
    pub fn new(obligation: &'a Obligation) -> Self {
        Self {
            row: &obligation.row,
            obligation: Some(obligation),
            status: Some(obligation.status),
            plan: obligation.plan,
            role: obligation.role,
        }
    }

    /// The obligations of a row, or the row itself where nothing is owed on it: an item that has ended before it was
    /// delivered, and what is only supported. Parts and headings owe nothing of their own.
    pub fn each(state: &'a RowState) -> impl Iterator<Item = Self> {
        let is_item = state.row.kind == RowKind::Item;
        let obligations = state.obligations.iter().filter(move |_| is_item).map(Self::new);
        let is_bare = if is_item { state.obligations.is_empty() } else { state.role == Role::Support };
        let bare = is_bare.then_some(Self {
            row: &state.row,
            obligation: None,
            status: state.status,
            plan: state.plan,
            role: state.role,
        });
        obligations.chain(bare)
    }

    fn of(&self) -> Value {
        Value::NumberAndTitle(Arc::clone(self.row))
    }

    fn period(&self) -> Option<Period> {
        self.obligation?.period
    }

    /// Who owes it; on a row on which nobody does, who leads it.
    fn who(&self) -> Cell {
        match self.obligation {
            Some(obligation) => cells::owing(obligation).into(),
            None => names(&self.row.lead),
        }
    }

    /// The deadline where a single day does not say all of it, what it waits for, and whether it was extended.
    fn due(&self) -> Cell {
        let extended: Vec<Value> =
            self.obligation.map(|obligation| cells::extended(&obligation.standing()).collect()).unwrap_or_default();
        let Some(due) = &self.row.due else { return Cell::lines(extended) };
        if due.is_one_day() && extended.is_empty() {
            return Cell::default();
        }
        let waits = due.waits_for().cloned().map(Value::Waiting);
        Cell::from(Value::Due(Arc::clone(due))).and(waits).and(extended.into_iter().next())
    }

    fn last_day(&self) -> Entry {
        match self.obligation {
            Some(obligation) => obligation.last_day.into(),
            None => self.row.due.as_ref().and_then(|due| due.last_day).into(),
        }
    }

    fn status(&self, lang: Lang) -> Cell {
        let said = |status| Cell::from(Value::from(status_words(status, lang))).in_tone(Tone::Status(status));
        self.status.map(said).unwrap_or_default()
    }

    fn done_on(&self) -> Option<Entry> {
        let obligation = self.obligation?;
        let day = obligation.submitted_on?;
        Some(if obligation.approximate { Entry::About(day) } else { Entry::Day(day) })
    }

    fn end(&self) -> Option<Value> {
        self.row.ended.as_ref().map(|end| Value::Ended(end.on, end.replaced_by.clone()))
    }

    /// Under which agency it is found again: of several of whom one delivers, the first.
    fn key(&self) -> Option<&'a Arc<AgencyName>> {
        self.obligation?.agencies.first()
    }
}

impl<'a> Question<'a> {
    /// A sheet with a line for each of some.
    pub fn sheet(&self, name: &'static str, lines: impl IntoIterator<Item = Owed<'a>>) -> Sheet<'a> {
        let lines = lines.into_iter().map(|owed| (owed.of(), owed));
        Sheet::of(name, opened(self.head, self.asked, self.lang), self.columns(), lines)
    }

    fn columns(&self) -> Columns<'a> {
        let (mut columns, stands) = (self.row(), self.stands());
        let others = [self.progress(), self.form()];
        let all = || columns.iter().chain(&stands).chain(others.iter().flatten());
        let taken = all().map(|column| fold(&column.column.title)).collect();
        columns.extend(stands);
        columns.extend(self.cells(taken));
        columns.extend(others.into_iter().flatten());
        columns
    }

    /// What is to be delivered, and by whom.
    fn row(&self) -> Columns<'a> {
        // Where what is led and what is supported stand apart, the sheets tell the role.
        let (lang, tells_role) = (self.lang, self.is_form);
        vec![
            plan_column(self.head, lang, |owed: &Owed<'_>| owed.plan),
            ColumnFor::new(report::column_number(lang), Kind::Text(2), |owed: &Owed<'_>| {
                Value::RowNumber(Arc::clone(&owed.row.name), 0)
            })
            .kept(),
            ColumnFor::new(report::column_title(lang), Kind::Text(12), |owed: &Owed<'_>| {
                Value::Title(Arc::clone(owed.row))
            })
            .kept(),
            ColumnFor::new(report::column_period(lang), Kind::Text(3), |owed: &Owed<'_>| {
                owed.period().map(Value::Period)
            }),
            ColumnFor::new(report::column_lead(lang), Kind::Text(6), Owed::who).kept(),
            ColumnFor::new(xlsx::column_in_place_of(lang), Kind::Text(4), |owed: &Owed<'_>| {
                owed.obligation.and_then(|obligation| obligation.in_place_of.as_deref()).map(names)
            }),
            ColumnFor::new(report::column_group(lang), Kind::Text(5), |owed: &Owed<'_>| {
                owed.obligation.and_then(|obligation| obligation.group.clone()).map(Value::Agency)
            }),
            ColumnFor::new(report::column_support(lang), Kind::Text(5), |owed: &Owed<'_>| names(&owed.row.support)),
            ColumnFor::new(report::column_role(lang), Kind::Text(2), move |owed: &Owed<'_>| {
                (tells_role && owed.role == Role::Support).then(|| Value::from(xlsx::sheet_supports(lang)))
            }),
        ]
    }

    /// How it stands.
    fn stands(&self) -> Columns<'a> {
        let lang = self.lang;
        vec![
            ColumnFor::new(report::column_due(lang), Kind::Text(5), Owed::due),
            ColumnFor::new(report::column_last_day(lang), Kind::Figure, Owed::last_day).kept(),
            ColumnFor::new(report::column_status(lang), Kind::Text(4), move |owed: &Owed<'_>| owed.status(lang)).kept(),
            ColumnFor::new(xlsx::column_days_late(lang), Kind::Figure, |owed: &Owed<'_>| owed.obligation?.days_late),
            ColumnFor::new(xlsx::column_days_left(lang), Kind::Figure, |owed: &Owed<'_>| owed.obligation?.days_left),
            ColumnFor::new(xlsx::column_done_on(lang), Kind::Figure, Owed::done_on),
            ColumnFor::new(xlsx::column_by_document(lang), Kind::Text(3), |owed: &Owed<'_>| {
                owed.obligation?.reference.clone().map(Value::Text)
            }),
            ColumnFor::new(xlsx::column_returned_on(lang), Kind::Figure, |owed: &Owed<'_>| {
                owed.obligation?.returned_on
            }),
            ColumnFor::new(xlsx::column_end(lang), Kind::Text(4), Owed::end),
        ]
    }

    /// The further columns of the appendix, whose heads may be any.
    fn cells(&self, mut taken: HashSet<String>) -> Columns<'a> {
        let lang = self.lang;
        let column = |column: &'a Arc<_>| {
            let super::super::answer::PlanColumn { key, head } = &**column;
            let title = if taken.insert(fold(head)) { head.clone() } else { xlsx::apart(lang, head, key) };
            ColumnFor::new(&title, Kind::Text(4), move |owed: &Owed<'_>| {
                let said = owed.row.cells.iter().find(|(of, _)| of.key == *key);
                said.map(|(_, text)| Value::Text(text.clone()))
            })
        };
        self.further.columns.iter().map(column).collect()
    }

    /// How each row stands in the words of its latest note.
    fn progress(&self) -> Columns<'a> {
        let lang = self.lang;
        vec![ColumnFor::new(report::heading_progress(lang), Kind::Text(10), move |owed: &Owed<'_>| {
            latest_note(owed.row, lang)
        })]
    }

    /// What people fill in, and the key by which a line is found again.
    fn form(&self) -> Columns<'a> {
        let lang = self.lang;
        if !self.is_form || self.head.plans.is_some() {
            return Vec::new();
        }
        let nothing = |_: &Owed<'_>| None::<Value>;
        let columns = vec![
            ColumnFor::new(xlsx::input_day(lang), Kind::DayInput, nothing),
            ColumnFor::new(xlsx::input_document(lang), Kind::TextInput(4), nothing),
            ColumnFor::new(xlsx::input_note(lang), Kind::TextInput(5), nothing),
            ColumnFor::new(xlsx::key_row(lang), Kind::Key, |owed: &Owed<'_>| Value::Text(owed.row.name.id.clone())),
            ColumnFor::new(xlsx::key_period(lang), Kind::Key, |owed: &Owed<'_>| {
                owed.period().map(|period| Value::Text(period.to_string()))
            }),
            ColumnFor::new(xlsx::key_agency(lang), Kind::Key, |owed: &Owed<'_>| {
                owed.key().map(|agency| Value::Text(agency.id.clone()))
            }),
        ];
        columns.into_iter().map(ColumnFor::kept).collect()
    }
}

/// Agencies, one a line.
fn names(agencies: &[Arc<AgencyName>]) -> Cell {
    Cell::lines(agencies.iter().map(|agency| Value::Agency(Arc::clone(agency))))
}

#[cfg(test)]
mod tests {
    use super::super::super::{Answer as _, Beside, ListAnswer, SheetLine, Workbook};
    use super::super::Entry;
    use crate::query::{Filter, Scope, Snapshot};
    use crate::report::Value;
    use crate::testing::{body, day, plan, read};
    use crate::text::Lang;

    /// What stands in some columns, as far as it is not put in words first.
    fn lines(workbook: &Workbook<'_>, titles: &[&str]) -> Vec<Vec<String>> {
        let sheet = &workbook.sheets[0];
        let place = |title: &&str| sheet.columns.iter().position(|column| column.title == **title);
        let places: Vec<_> = titles.iter().map(place).collect();
        let told = |line: &SheetLine, place: &Option<usize>| place.map_or_else(String::new, |at| told(&line.cells[at]));
        sheet.lines.iter().map(|line| places.iter().map(|place| told(line, place)).collect()).collect()
    }

    fn told(entry: &Entry) -> String {
        match entry {
            Entry::Text(cell) => cell.lines.iter().map(text).collect::<Vec<_>>().join("|"),
            Entry::Day(day) => day.to_string(),
            Entry::About(day) => format!("~{day}"),
            Entry::Number(number) => number.to_string(),
            Entry::Span(_) | Entry::Rate(_) => panic!("no such cell in a list"),
        }
    }

    fn text(value: &Value) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::RowNumber(row, 0) => row.number.clone(),
            Value::Agency(agency) => agency.id.clone(),
            Value::OneOf(agencies) => agencies.iter().map(|agency| agency.id.as_str()).collect::<Vec<_>>().join(";"),
            Value::Period(period) => period.to_string(),
            Value::Ended(day, _) => format!("ended {day}"),
            other => panic!("{other:?}"),
        }
    }

    const ROWS: [&str; 5] = [
        "id = 'I'",
        "id = 'x', number = '1', parent = 'I', lead = ['abc'], due = { by = 2020-03-10 }, submitted = [
            { by = 'a', on = '2020-02', ref = '7' }]",
        "id = '2', lead = ['b', 'c'], completion = 'any', due = { by = 2020-03-20 }",
        "id = '3', lead = ['d'], support = ['a'], due = { every = { months = 1 }, until = '2020-04' }",
        "id = '4', lead = ['a'], due = { by = 2020-06-20 }, ended = { on = 2020-03-01 }",
    ];

    #[test]
    fn a_line_is_an_obligation_with_the_key_by_which_it_is_found_again() {
        let plan = plan(&ROWS);
        let answer = ListAnswer::new(&Snapshot::new(&plan, day("03-15")), &Filter::default(), &[], Beside::default());
        let workbook = answer.workbook(Lang::En).unwrap();
        let titles = ["No.", "Lead agency", "Group", "Status", "Done on", "Ended", "Row id", "Period id", "Agency id"];
        let expected = [
            ["1", "a", "abc", "Done on time", "~2020-02-29", "", "x", "", "a"],
            ["1", "b", "abc", "Overdue", "", "", "x", "", "b"],
            ["1", "c", "abc", "Overdue", "", "", "x", "", "c"],
            ["2", "b;c", "", "Due soon", "", "", "2", "", "b"],
            ["3", "d", "", "Overdue", "", "", "3", "2020-01", "d"],
            ["3", "d", "", "Overdue", "", "", "3", "2020-02", "d"],
            ["3", "d", "", "Not yet due", "", "", "3", "2020-03", "d"],
            ["4", "a", "", "", "", "ended 2020-03-01", "4", "", ""],
        ];
        assert_eq!(lines(&workbook, &titles), expected);
        let named = |title: &str| workbook.sheets[0].columns.iter().filter(|column| column.title == title).count();
        assert_eq!(["Submitted on", "Document", "Note", "Role", "Returned on"].map(named), [1, 1, 1, 0, 0]);
    }

    #[test]
    fn what_is_only_supported_has_a_line_and_says_so() {
        let rows = ["id = '1', lead = ['b'], due = { ongoing = true }", "id = '1.1', support = ['a']"];
        let plan = plan(&rows);
        let filter = Filter { asked: Some(Scope::new(&plan, [body(&plan, "a")])), ..Filter::default() };
        let answer = ListAnswer::new(&Snapshot::new(&plan, day("03-15")), &filter, &[], Beside::default());
        let told = lines(&answer.workbook(Lang::Vi).unwrap(), &["Số TT", "Vai trò", "Mã cơ quan"]);
        assert_eq!(told, [["1.1", "Phối hợp", ""]]);
    }

    #[test]
    fn of_a_body_that_took_over_it_is_told_from_whom() {
        let plan = read(
            "version = 1
plan = { title = 'K', issuer = 'T', issued = 2020-01-01 }
task = [{ id = '1', title = 'T', lead = ['old', 'new'], due = { by = 2020-03-20 } }]
agencies = { old = { name = 'Old', ended = 2020-03-01, into = ['heir'] }, heir = { name = 'Heir' }, new = { name = 'New' } }
",
        );
        let answer = ListAnswer::new(&Snapshot::new(&plan, day("03-15")), &Filter::default(), &[], Beside::default());
        let told = lines(&answer.workbook(Lang::En).unwrap(), &["Lead agency", "In place of", "Agency id"]);
        assert_eq!(told, [["heir", "old", "heir"], ["new", "", "new"]]);
    }
}
