//! Answers as lines of a spreadsheet (docs/json-and-csv.md): fixed columns, ISO dates, text as in the file.

use super::answer::{AgencyName, Head, Obligation, PlanIx, RowState};
use crate::plan::RowKind;
use crate::query::Counts;
use crate::text::one_line;
use std::borrow::Cow;
use std::sync::Arc;

/// Lines under a fixed header.
pub struct Records<'a> {
    /// The names of the columns.
    pub header: Vec<&'static str>,
    /// The lines, made as they are asked for; each has one cell a column, empty for what is unknown.
    pub lines: Box<dyn Iterator<Item = Vec<Cow<'a, str>>> + 'a>,
}

/// A column of lines about such things: its name, and how what stands below it is got.
pub(super) struct Column<'a, Of>(pub &'static str, pub fn(Of) -> Cow<'a, str>);

impl<'a> Records<'a> {
    /// A line for each thing.
    pub(super) fn of<Of: Copy + 'a>(
        columns: impl IntoIterator<Item = Column<'a, Of>>,
        things: impl IntoIterator<Item = Of, IntoIter: 'a>,
    ) -> Self {
        let (header, cells): (Vec<_>, Vec<_>) = columns.into_iter().map(|Column(name, cell)| (name, cell)).unzip();
        let line = move |thing: Of| cells.iter().map(|cell| cell(thing)).collect();
        Self { lines: Box::new(things.into_iter().map(line)), header }
    }
}

impl<'a> Records<'a> {
    /// The same with the plan of each line, where several are asked together: its number or else its title, and the
    /// file, whose name may hold what would steer a terminal; both empty where a line is of all.
    pub(super) fn in_plans(
        mut self,
        head: &'a Head,
        plans: impl IntoIterator<Item = Option<PlanIx>, IntoIter: 'a>,
    ) -> Self {
        if head.plans.is_none() {
            return self;
        }
        self.header.extend(["plan", "file"]);
        let lines = self.lines.zip(plans).map(|(mut line, plan)| {
            let plan = head.plan_at(plan);
            let file = plan.map_or(Cow::default(), |plan| one_line(&plan.file));
            line.extend([plan.map_or("", |plan| plan.head.number_or_title()).into(), file]);
            line
        });
        Self { lines: Box::new(lines), ..self }
    }
}

/// A line an obligation.
pub(super) fn of_obligations<'a>(
    head: &'a Head,
    obligations: impl IntoIterator<Item = &'a Obligation, IntoIter: Clone + 'a>,
) -> Records<'a> {
    let obligations = obligations.into_iter();
    let columns: [Column<'a, &'a Obligation>; 18] = [
        Column("task", |obligation| (&obligation.row.name.id).into()),
        Column("number", |obligation| (&obligation.row.name.number).into()),
        Column("title", |obligation| (&obligation.row.title.own).into()),
        Column("agency", |obligation| joined(&obligation.agencies, |agency| &agency.id)),
        Column("agency_name", |obligation| joined(&obligation.agencies, |agency| &agency.name.own)),
        Column("role", |obligation| obligation.role.name().into()),
        Column("status", |obligation| obligation.status.name().into()),
        Column("last_day", |obligation| or_empty(obligation.last_day)),
        Column("days_late", |obligation| or_empty(obligation.days_late)),
        Column("days_left", |obligation| or_empty(obligation.days_left)),
        Column("submitted_on", |obligation| or_empty(obligation.submitted_on)),
        Column("ref", |obligation| obligation.reference.as_deref().unwrap_or_default().into()),
        Column("period", |obligation| obligation.period.map(|period| period.to_string()).unwrap_or_default().into()),
        Column("group", |obligation| obligation.group.as_ref().map_or("", |group| &group.id).into()),
        Column("group_name", |obligation| obligation.group.as_ref().map_or("", |group| &group.name.own).into()),
        Column("approximate", |obligation| obligation.approximate.to_string().into()),
        Column("rest", |obligation| obligation.rest.to_string().into()),
        Column("returned_on", |obligation| or_empty(obligation.returned_on)),
    ];
    Records::of(columns, obligations.clone()).in_plans(head, obligations.map(|obligation| obligation.plan))
}

/// The obligations of the items among some rows; parts and headings have none of their own.
pub(super) fn of_items<'a>(
    head: &'a Head,
    states: impl IntoIterator<Item = &'a RowState, IntoIter: Clone + 'a>,
) -> Records<'a> {
    let items = states.into_iter().filter(|state| state.row.kind == RowKind::Item);
    of_obligations(head, items.flat_map(|state| &state.obligations))
}

/// What has counts of its own.
pub(super) trait Counted {
    fn counts(&self) -> &Counts;
}

impl<Of: Counted> Counted for &Of {
    fn counts(&self) -> &Counts {
        (*self).counts()
    }
}

/// The columns of counts.
pub(super) fn counts<'a, Of: Counted>() -> [Column<'a, Of>; 7] {
    [
        Column("total", |of: Of| number(of.counts().total)),
        Column("on_time", |of: Of| number(of.counts().on_time)),
        Column("late", |of: Of| number(of.counts().late)),
        Column("overdue", |of: Of| number(of.counts().overdue)),
        Column("due_soon", |of: Of| number(of.counts().due_soon)),
        Column("pending", |of: Of| number(of.counts().pending)),
        Column("open", |of: Of| number(of.counts().open)),
    ]
}

/// A number.
pub(super) fn number(number: usize) -> Cow<'static, str> {
    number.to_string().into()
}

/// A value, or nothing where it is unknown.
pub(super) fn or_empty(value: Option<impl ToString>) -> Cow<'static, str> {
    value.map_or_else(Cow::default, |value| value.to_string().into())
}

/// What is said of each of some agencies.
fn joined(agencies: &[Arc<AgencyName>], text: fn(&AgencyName) -> &str) -> Cow<'_, str> {
    match agencies {
        [agency] => text(agency).into(),
        _ => agencies.iter().map(|agency| text(agency)).collect::<Vec<_>>().join(";").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Answer as _, Beside, ListAnswer};
    use crate::query::{Filter, Snapshot};
    use crate::testing::{day, plan};

    #[test]
    fn a_column_is_a_name_and_what_stands_below_it() {
        let plan = plan(&[
            "id = 'x', number = '1', lead = ['a', 'b'], due = { by = 2020-03-10 }, submitted = [
                { by = 'a', on = 2020-03-12, ref = '7/BC' }]",
            "id = '2', lead = ['b', 'c'], completion = 'any', due = { by = 2020-03-20 }",
            "id = '3', lead = ['d'], due = { ongoing = true }",
            "id = '4', lead = ['d', 'abc'], due = { ongoing = true }, submitted = [
                { by = 'd', on = 2020-03-12, returned = 2020-03-14 }]",
        ]);
        let answer = ListAnswer::new(&Snapshot::new(&plan, day("03-15")), &Filter::default(), &[], Beside::default());
        let records = answer.records();
        let lines: Vec<_> = records.lines.collect();
        let column = |name: &str| -> Vec<String> {
            let at = records.header.iter().position(|known| *known == name).unwrap();
            lines.iter().map(|line| line[at].clone().into_owned()).collect()
        };
        let expected: [(&str, [&str; 8]); 18] = [
            ("task", ["x", "x", "2", "3", "4", "4", "4", "4"]),
            ("number", ["1", "1", "2", "3", "4", "4", "4", "4"]),
            ("title", ["T"; 8]),
            ("agency", ["a", "b", "b;c", "d", "d", "a", "b", "c"]),
            ("agency_name", ["Sở A", "Sở B", "Sở B;Sở C", "Sở D", "Sở D", "Sở A", "Sở B", "Sở C"]),
            ("role", ["lead"; 8]),
            ("status", ["late", "overdue", "due-soon", "open", "open", "open", "open", "open"]),
            ("last_day", ["2020-03-10", "2020-03-10", "2020-03-20", "", "", "", "", ""]),
            ("days_late", ["2", "5", "", "", "", "", "", ""]),
            ("days_left", ["", "", "5", "", "", "", "", ""]),
            ("submitted_on", ["2020-03-12", "", "", "", "", "", "", ""]),
            ("ref", ["7/BC", "", "", "", "", "", "", ""]),
            ("period", [""; 8]),
            ("group", ["", "", "", "", "", "abc", "abc", "abc"]),
            ("group_name", ["", "", "", "", "", "Nhóm ABC", "Nhóm ABC", "Nhóm ABC"]),
            ("approximate", ["false"; 8]),
            ("rest", ["false"; 8]),
            ("returned_on", ["", "", "", "", "2020-03-14", "", "", ""]),
        ];
        assert_eq!(records.header, expected.map(|(name, _)| name));
        for (name, cells) in expected {
            assert_eq!(column(name), cells, "{name}");
        }
    }
}
