//! Every mark: a day's work, a body's year.

use super::answer::{AgencyName, Asked, Head, PlanIx, Row, Values, as_text};
use super::page::rows::{number_column, period_column, plan_column, title_column};
use super::page::{Block, Cell, ColumnOf, Fit, Page, Table, Tone, Value};
use super::records::{Column, Records, or_empty};
use super::sheet::{self, ColumnFor, Entry, Kind, Sheet, opened};
use super::{Answer, Paper, Status, Together, Workbook};
use crate::plan::{BodyIx, Period};
use crate::query::{self, Action, LogFilter, Note, Snapshot};
use crate::text::{Bilingual, Lang, words::report, words::xlsx};
use chrono::NaiveDate;
use serde::Serialize;
use std::cmp::Reverse;
use std::sync::Arc;

/// The answer of `log`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LogAnswer {
    #[serde(flatten)]
    head: Head,
    marks: Vec<Mark>,
    /// Whom alone it is about, where agencies were asked for.
    #[serde(skip)]
    asked: Asked,
    /// The first and the last day that were asked for.
    #[serde(skip)]
    days: (Option<NaiveDate>, Option<NaiveDate>),
}

/// A mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Mark {
    #[serde(rename = "task", serialize_with = "id")]
    row: Option<Arc<Row>>,
    #[serde(serialize_with = "as_text")]
    period: Option<Period>,
    agency: Option<Arc<AgencyName>>,
    action: Action,
    /// Of a span the last day.
    on: NaiveDate,
    /// Whether the day is not known.
    approximate: bool,
    #[serde(rename = "ref")]
    reference: Option<String>,
    #[serde(serialize_with = "own")]
    note: Option<Bilingual>,
    /// The new last day, of a deadline that was moved.
    to: Option<NaiveDate>,
    event: Option<Arc<EventName>>,
    /// The plan, where several are asked together.
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<PlanIx>,
    /// The day or span as stated.
    #[serde(skip)]
    stated: Period,
}

/// An event as an answer names it. In JSON its id.
#[derive(Clone, Debug, PartialEq, Eq)]
struct EventName {
    id: String,
    name: Bilingual,
}

impl Serialize for EventName {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.id)
    }
}

#[expect(clippy::ref_option, reason = "serde passes a reference")]
fn id<S: serde::Serializer>(row: &Option<Arc<Row>>, serializer: S) -> Result<S::Ok, S::Error> {
    row.as_ref().map(|row| &row.name).serialize(serializer)
}

#[expect(clippy::ref_option, reason = "serde passes a reference")]
fn own<S: serde::Serializer>(text: &Option<Bilingual>, serializer: S) -> Result<S::Ok, S::Error> {
    text.as_ref().map(|text| &text.own).serialize(serializer)
}

impl LogAnswer {
    /// Asks a snapshot; `asked` names the agencies of the filter.
    pub fn new(snapshot: &Snapshot<'_>, filter: &LogFilter, asked: &[BodyIx]) -> Self {
        let mut values = Values::of(snapshot);
        Self {
            head: Head::new("log", snapshot),
            marks: filter.answer(snapshot).into_iter().map(|mark| Mark::of(&mut values, mark)).collect(),
            asked: Asked::of(&values, asked),
            days: (filter.from, filter.to),
        }
    }

    fn days(&self, lang: Lang) -> Option<String> {
        let date = |day: NaiveDate| lang.date(day);
        match self.days {
            (Some(from), Some(to)) => Some(report::marked_between(lang, &date(from), &date(to))),
            (Some(from), None) => Some(report::marked_from(lang, &date(from))),
            (None, Some(to)) => Some(report::marked_to(lang, &date(to))),
            (None, None) => None,
        }
    }

    fn table(&self, lang: Lang) -> Table<'_> {
        let columns = vec![
            ColumnOf::new(report::column_day(lang), Fit::Keep, |mark: &&Mark| Value::Period(mark.stated)),
            plan_column(&self.head, lang, |mark: &&Mark| mark.plan),
            number_column(lang, |mark: &&Mark| {
                Cell::lines(mark.row.iter().map(|row| Value::Row(Arc::clone(&row.name))))
            }),
            title_column(lang, move |mark: &&Mark| mark.title(lang)),
            period_column(lang, |mark: &&Mark| mark.period),
            ColumnOf::new(report::column_agency(lang), Fit::Wrap(5), move |mark: &&Mark| mark.who(lang)),
            ColumnOf::new(report::column_mark(lang), Fit::Wrap(4), move |mark: &&Mark| mark.action(lang)),
            ColumnOf::new(report::column_document(lang), Fit::Wrap(3), |mark: &&Mark| {
                Cell::text(mark.reference.as_deref())
            }),
            ColumnOf::new(report::column_note(lang), Fit::Wrap(5), move |mark: &&Mark| {
                Cell::text(mark.note.as_ref().map(|note| note.in_lang(lang)))
            }),
        ];
        Table::streamed(columns, || self.marks.iter())
    }
}

impl Mark {
    fn of(values: &mut Values<'_, '_>, mark: query::Mark<'_>) -> Self {
        let plan = values.snapshot.plan;
        let event = mark.event.map(|event| plan.event(event));
        Self {
            row: mark.row.map(|row| values.row(row)),
            period: mark.period,
            agency: mark.agency.map(|agency| values.names.agency(agency)),
            action: mark.action,
            on: mark.day(),
            approximate: !matches!(mark.on, Period::Day(_)),
            reference: mark.reference.map(str::to_owned),
            note: mark.note.map(|note| match note {
                Note::Own(text) => Bilingual { own: text.to_owned(), en: None },
                Note::Progress(text) => text.clone(),
            }),
            to: match mark.action {
                Action::Extended(to) => Some(to),
                Action::Submitted | Action::Returned | Action::Event | Action::Noted => None,
            },
            event: event.map(|event| Arc::new(EventName { id: event.id.clone(), name: event.name.clone() })),
            plan: None,
            stated: mark.on,
        }
    }

    /// What it is about.
    fn about(&self, lang: Lang) -> Value {
        let event = self.event.as_ref().map(|event| Value::Text(event.name.in_lang(lang).to_owned()));
        let row = self.row.as_ref().map(|row| Value::NumberAndTitle(Arc::clone(row)));
        row.or(event).unwrap_or(Value::Period(self.stated))
    }

    /// The title of the row, or what happened.
    fn title(&self, lang: Lang) -> Cell {
        let event = self.event.as_ref().map(|event| Value::Text(event.name.in_lang(lang).to_owned()));
        Cell::lines(self.row.iter().map(|row| Value::Title(Arc::clone(row))).chain(event))
    }

    fn who(&self, lang: Lang) -> Cell {
        match &self.agency {
            Some(agency) => Value::Agency(Arc::clone(agency)).into(),
            None if matches!(self.action, Action::Extended(_)) => Value::from(report::every_unit(lang)).into(),
            None => Cell::default(),
        }
    }

    fn action(&self, lang: Lang) -> Cell {
        let said = |said: &'static str| Cell::from(Value::from(said));
        match self.action {
            Action::Submitted => said(report::marked_submitted(lang)).in_tone(Tone::Status(Status::OnTime)),
            Action::Returned => said(report::marked_returned(lang)).in_tone(Tone::Status(Status::Late)),
            Action::Extended(to) => Value::from(report::marked_extended(lang, &lang.date(to))).into(),
            Action::Event => said(report::marked_event(lang)),
            Action::Noted => said(report::marked_noted(lang)),
        }
    }

    /// The same without the day that a deadline was moved to.
    fn action_alone(&self, lang: Lang) -> Cell {
        match self.action {
            Action::Extended(_) => Value::from(xlsx::mark_extended(lang)).into(),
            Action::Submitted | Action::Returned | Action::Event | Action::Noted => self.action(lang),
        }
    }
}

fn sheet_columns(head: &Head, lang: Lang) -> Vec<ColumnFor<'_, &Mark>> {
    let day = |mark: &&Mark| if mark.approximate { Entry::Span(mark.stated) } else { Entry::Day(mark.on) };
    vec![
        ColumnFor::new(report::column_day(lang), Kind::Figure, day).kept(),
        sheet::plan_column(head, lang, |mark: &&Mark| mark.plan),
        ColumnFor::new(report::column_number(lang), Kind::Text(2), |mark: &&Mark| {
            mark.row.as_ref().map(|row| Value::RowNumber(Arc::clone(&row.name), 0))
        })
        .kept(),
        ColumnFor::new(report::column_title(lang), Kind::Text(12), move |mark: &&Mark| mark.title(lang)).kept(),
        ColumnFor::new(report::column_period(lang), Kind::Text(3), |mark: &&Mark| mark.period.map(Value::Period)),
        ColumnFor::new(report::column_agency(lang), Kind::Text(6), move |mark: &&Mark| mark.who(lang)).kept(),
        ColumnFor::new(report::column_mark(lang), Kind::Text(3), move |mark: &&Mark| mark.action_alone(lang)).kept(),
        ColumnFor::new(xlsx::column_moved_to(lang), Kind::Figure, |mark: &&Mark| mark.to),
        ColumnFor::new(report::column_document(lang), Kind::Text(4), |mark: &&Mark| {
            mark.reference.clone().map(Value::Text)
        }),
        ColumnFor::new(report::column_note(lang), Kind::Text(6), move |mark: &&Mark| {
            Cell::text(mark.note.as_ref().map(|note| note.in_lang(lang)))
        }),
    ]
}

impl Answer for LogAnswer {
    fn page(&self, lang: Lang) -> Page<'_> {
        let mut page = Page::opened(&self.head, &self.asked, lang);
        page.blocks.extend(self.days(lang).map(|days| Block::Text(days.into())));
        if self.marks.is_empty() {
            page.push(Block::Answer(report::nothing_marked(lang).into()));
        } else {
            page.push(Block::Table(self.table(lang)));
        }
        page
    }

    /// A line for each mark, in the fields of JSON.
    fn records(&self) -> Records<'_> {
        let columns: [Column<'_, &Mark>; 10] = [
            Column("task", |mark| mark.row.as_ref().map_or("", |row| &row.name.id).into()),
            Column("period", |mark| or_empty(mark.period)),
            Column("agency", |mark| mark.agency.as_ref().map_or("", |agency| &agency.id).into()),
            Column("action", |mark| mark.action.name().into()),
            Column("on", |mark| or_empty(Some(mark.on))),
            Column("approximate", |mark| mark.approximate.to_string().into()),
            Column("ref", |mark| mark.reference.as_deref().unwrap_or_default().into()),
            Column("note", |mark| mark.note.as_ref().map_or("", |note| &note.own).into()),
            Column("to", |mark| or_empty(mark.to)),
            Column("event", |mark| mark.event.as_ref().map_or("", |event| &event.id).into()),
        ];
        Records::of(columns, &self.marks).in_plans(&self.head, self.marks.iter().map(|mark| mark.plan))
    }

    fn paper(&self, lang: Lang) -> Paper<'_> {
        Paper::plain(&self.head, self.page(lang))
    }

    fn workbook(&self, lang: Lang) -> Option<Workbook<'_>> {
        let mut head = opened(&self.head, &self.asked, lang);
        head.extend(self.days(lang).map(|days| Block::Text(days.into())));
        let lines = self.marks.iter().map(|mark| (mark.about(lang), mark));
        let sheet = Sheet::of(xlsx::sheet_log(lang), head, sheet_columns(&self.head, lang), lines);
        Some(Workbook::new(&self.head, lang, vec![sheet]))
    }
}

impl Together for LogAnswer {
    fn head_mut(&mut self) -> &mut Head {
        &mut self.head
    }

    fn in_plan(&mut self, plan: PlanIx) {
        self.marks.iter_mut().for_each(|mark| mark.plan = Some(plan));
    }

    fn add(&mut self, other: Self) {
        self.marks.extend(other.marks);
        self.asked.add(other.asked);
    }

    /// Newest first; of one day in the order of the plans.
    fn finish(&mut self) {
        self.marks.sort_by_key(|mark| Reverse(mark.on));
        self.asked.finish();
    }
}
