//! Answers as days of a calendar: the last days of what is still owed.

use super::answer::{AgencyName, Head, Letterhead, PlanFile, PlanHead, PlanIx, Row, Share, Values};
use super::page::{Value, cells};
use crate::plan::{Period, Plan, RowIx, RowKind};
use crate::query::{self, LeadShare, Role, ScopedRow, by_lead, named_and_rests};
use crate::text::{Lang, words::ics};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::Arc;

/// The days of an answer.
#[derive(Debug)]
pub struct Calendar {
    /// The language.
    pub lang: Lang,
    /// D.
    pub as_of: NaiveDate,
    /// What the calendar is called.
    pub name: Option<String>,
    /// Its days.
    pub days: Vec<CalendarDay>,
}

/// A day of a calendar.
#[derive(Debug)]
pub struct CalendarDay {
    /// The day.
    pub day: NaiveDate,
    /// What is due.
    pub what: Value,
    /// By whom, for which period, and by which plan, one a line.
    pub about: Vec<Value>,
    /// By what it is known again: the plan's issuer, day of issue and number, row, period, and the first body that
    /// has this last day. A number comes again each year, and with each issuer.
    pub key: [String; 6],
}

/// The last day of what is still owed on a row, for a period if it recurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LastDay {
    row: Arc<Row>,
    period: Option<Period>,
    day: NaiveDate,
    /// Who owes it, as people's tables name them.
    who: Vec<Value>,
    /// The first that has this last day, whether or not it has delivered: by it the day is known again.
    first: Arc<AgencyName>,
    /// The plan, where several are asked together.
    pub(super) plan: Option<PlanIx>,
}

impl LastDay {
    /// The last days of what is still owed of the items that are led, among some rows.
    pub(super) fn of_rows(values: &mut Values<'_, '_>, rows: &[ScopedRow<'_>], per_unit: bool) -> Vec<Self> {
        let plan = values.snapshot.plan;
        let is_owed = |row: &&ScopedRow<'_>| row.role == Role::Lead && plan.node(row.row).kind == RowKind::Item;
        let items = rows.iter().filter(is_owed);
        items.flat_map(|row| Self::of(values, row.row, &row.obligations, &row.obligations, per_unit)).collect()
    }

    /// The last days of some obligations of a row, of those that were asked for; a day for each, or one a period and
    /// last day.
    pub(super) fn of(
        values: &mut Values<'_, '_>,
        row: RowIx,
        some: &[&query::Obligation],
        asked: &[&query::Obligation],
        per_unit: bool,
    ) -> Vec<Self> {
        let mut days: Vec<(NaiveDate, Vec<&query::Obligation>)> = Vec::new();
        let mut places: HashMap<(Option<Period>, NaiveDate), usize> = HashMap::new();
        for owed in some.iter().filter(|owed| !owed.status.is_delivered()) {
            let Some(day) = owed.last_day.day() else { continue };
            let known = places.entry((owed.key.period, day)).or_insert(days.len());
            match days.get_mut(*known).filter(|_| !per_unit) {
                Some((_, together)) => together.push(owed),
                None => days.push((day, vec![owed])),
            }
        }
        let asked = if per_unit { HashMap::new() } else { by_period(values.snapshot.plan, row, asked) };
        days.into_iter().filter_map(|(day, owed)| Self::new(values, row, day, &owed, &asked)).collect()
    }

    fn new(
        values: &mut Values<'_, '_>,
        row: RowIx,
        day: NaiveDate,
        owed: &[&query::Obligation],
        asked: &HashMap<Option<Period>, Vec<LeadShare<'_>>>,
    ) -> Option<Self> {
        let period = owed.first()?.key.period;
        let asked = asked.get(&period).map(Vec::as_slice).unwrap_or_default();
        let mut who = Vec::new();
        for share in by_lead(values.snapshot.plan, row, owed) {
            who.extend(named(values, row, &share, asked.iter().find(|whole| whole.body == share.body)));
        }
        let first = asked.iter().flat_map(|share| &share.obligations).find(|one| one.last_day.day() == Some(day));
        let first = values.names.agency(*first.or(owed.first())?.units().first()?);
        Some(Self { row: values.row(row), period, day, who, first, plan: None })
    }

    /// As a calendar tells it, of the plan that it is of.
    fn told(&self, plan: &PlanHead, letterhead: &Letterhead, lang: Lang) -> CalendarDay {
        let period = self.period.map(|period| Value::Text(ics::of_period(lang, &period.in_words(lang))));
        let about = self.who.iter().cloned().chain(period).chain([Value::Text(plan.shown(lang))]);
        let period = self.period.map(|period| period.to_string()).unwrap_or_default();
        CalendarDay {
            day: self.day,
            what: Value::NumberAndTitle(Arc::clone(&self.row)),
            about: about.collect(),
            key: [
                letterhead.issuer.clone(),
                letterhead.issued.map(|day| day.to_string()).unwrap_or_default(),
                plan.number_or_title().to_owned(),
                self.row.name.id.clone(),
                period,
                self.first.id.clone(),
            ],
        }
    }
}

/// What was asked for of a row, period by period and by the bodies of its lead.
fn by_period<'o>(
    plan: &Plan,
    row: RowIx,
    asked: &[&'o query::Obligation],
) -> HashMap<Option<Period>, Vec<LeadShare<'o>>> {
    let mut periods: HashMap<Option<Period>, Vec<&query::Obligation>> = HashMap::new();
    for one in asked {
        periods.entry(one.key.period).or_default().push(one);
    }
    periods.into_iter().map(|(period, asked)| (period, by_lead(plan, row, &asked))).collect()
}

/// Those of a body of a lead who owe something: of a group how many of how many that were asked for, else who.
fn named(values: &mut Values<'_, '_>, row: RowIx, share: &LeadShare<'_>, whole: Option<&LeadShare<'_>>) -> Vec<Value> {
    let plan = values.snapshot.plan;
    let is_group = !plan.body(share.body).is_single() && !plan.one_for_all(row);
    if let Some(whole) = whole.filter(|whole| is_group && whole.obligations.len() > 1) {
        let (named, rests) = named_and_rests(plan, &share.obligations);
        let share_of = Share { part: named, whole: named_and_rests(plan, &whole.obligations).0 };
        return vec![Value::Missing(values.names.agency(share.body), share_of, rests > 0)];
    }
    let told = |owed: &&query::Obligation| {
        let obligation = values.obligation(owed, Role::Lead);
        let group = obligation.group.clone().filter(|_| !obligation.rest).map(Value::Of);
        cells::owing_for(&obligation).chain(group).collect::<Vec<_>>()
    };
    share.obligations.iter().flat_map(told).collect()
}

impl Calendar {
    /// The calendar of an answer.
    pub(super) fn new(head: &Head, lang: Lang, days: &[LastDay]) -> Self {
        let told = days.iter().filter_map(|day| {
            let (plan, letterhead) = match (&head.plan, head.plan_at(day.plan)) {
                (Some(plan), _) => (plan, &head.letterhead),
                (None, Some(PlanFile { head, letterhead, .. })) => (head, letterhead),
                (None, None) => return None,
            };
            Some(day.told(plan, letterhead, lang))
        });
        Self { lang, as_of: head.as_of, name: head.plan.as_ref().map(|plan| plan.shown(lang)), days: told.collect() }
    }
}
