//! Values of the plan in words: names, deadlines, statuses.

use crate::plan::{BodyIx, Deadline, DeadlineKind, Period, Plan, RowIx};
use crate::query::{Obligation, Status};
use crate::text::{Lang, one_line, words::report};
use std::collections::HashSet;

/// How a report speaks: in which language, about which plan.
#[derive(Clone, Copy)]
pub struct Speaker<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The language.
    pub lang: Lang,
}

/// What to call rows where nothing tells what they stand below: by their printed numbers, and where
/// several rows print the same, by their ids. Commands understand either.
pub struct RowNames<'p> {
    speaker: Speaker<'p>,
    repeated: HashSet<&'p str>,
}

impl<'p> RowNames<'p> {
    /// Finds the numbers that several rows answer to.
    pub fn new(speaker: Speaker<'p>) -> Self {
        let tasks = speaker.plan.rows().map(|(_, task)| task);
        let words = tasks.flat_map(|task| {
            let number = task.number.as_deref().filter(|number| *number != task.id);
            std::iter::once(task.id.as_str()).chain(number)
        });
        let mut seen = HashSet::new();
        let repeated = words.filter(|word| !seen.insert(*word)).collect();
        Self { speaker, repeated }
    }

    /// What to call a row.
    pub fn of(&self, task: RowIx) -> String {
        let task = self.speaker.plan.row(task);
        let is_repeated = self.repeated.contains(task.number());
        one_line(if is_repeated { &task.id } else { task.number() }).into_owned()
    }
}

impl Speaker<'_> {
    /// The name of an agency or group.
    pub fn name(self, body: BodyIx) -> String {
        let body = self.plan.body(body);
        one_line(body.name.in_lang(self.lang)).into_owned()
    }

    /// The names of agencies and groups, one a line.
    pub fn names(self, bodies: &[BodyIx]) -> String {
        bodies.iter().map(|body| self.name(*body)).collect::<Vec<_>>().join("\n")
    }

    /// The title of a row.
    pub fn title(self, task: RowIx) -> String {
        let task = self.plan.row(task);
        one_line(task.title.in_lang(self.lang)).into_owned()
    }

    /// The printed number of a row.
    pub fn number(self, task: RowIx) -> String {
        one_line(self.plan.row(task).number()).into_owned()
    }

    /// A deadline as the plan words it, shortly: a day as a date, all else in words.
    pub fn due(self, due: &Deadline) -> String {
        let wording = match self.lang {
            Lang::Vi => due.text.as_deref(),
            Lang::En => due.text_en.as_deref(),
        };
        let last = due.stated_last_day(&self.plan.calendar).map(|_| self.last_in_words(due));
        match (wording.map(one_line), last, due.from) {
            (Some(wording), None, _) => wording.into_owned(),
            (Some(wording), Some(_), from) if from.is_some() || is_wide(due) => wording.into_owned(),
            (_, Some(last), None) => last,
            (_, Some(last), Some(from)) => report::due_range(self.lang, &self.period(from), &last),
            (None, None, from) => match (&due.kind, from) {
                (DeadlineKind::When(event), _) => one_line(event).into_owned(),
                (_, Some(from)) => report::due_from(self.lang, &self.period(from)),
                (_, None) => report::due_ongoing(self.lang).to_owned(),
            },
        }
    }

    fn last_in_words(self, due: &Deadline) -> String {
        match (&due.kind, due.stated_last_day(&self.plan.calendar)) {
            (DeadlineKind::In(period), _) => self.period(*period),
            (_, Some(day)) => self.lang.date(day),
            (_, None) => String::new(),
        }
    }

    fn period(self, period: Period) -> String {
        match period {
            Period::Day(day) => self.lang.date(day),
            Period::Month(year, month) => report::due_month(self.lang, month, year),
            Period::Quarter(year, quarter) => report::due_quarter(self.lang, self.quarter(quarter), year),
            Period::Year(year) => report::due_year(self.lang, year),
        }
    }

    fn quarter(self, quarter: u32) -> &'static str {
        let (roman, plain) = match quarter {
            1 => ("I", "Q1"),
            2 => ("II", "Q2"),
            3 => ("III", "Q3"),
            _ => ("IV", "Q4"),
        };
        self.lang.pick(roman, Some(plain))
    }

    /// A number of days.
    pub fn days(self, count: i64) -> String {
        if count == 1 { report::one_day(self.lang).to_owned() } else { report::days(self.lang, count) }
    }

    /// A status by name.
    pub fn status(self, status: Status) -> &'static str {
        match status {
            Status::OnTime => report::status_on_time(self.lang),
            Status::Late => report::status_late(self.lang),
            Status::Overdue => report::status_overdue(self.lang),
            Status::DueSoon => report::status_due_soon(self.lang),
            Status::Pending => report::status_pending(self.lang),
            Status::Open => report::status_open(self.lang),
        }
    }

    /// A status with the days that belong to it.
    pub fn status_with_days(self, owed: &Obligation) -> String {
        let status = self.status(owed.status);
        match (owed.days_late(), owed.days_left()) {
            (Some(late), _) => report::days_late(self.lang, status, &self.days(late)),
            (None, Some(0)) => report::due_today(self.lang, status),
            (None, Some(left)) => report::days_left(self.lang, status, &self.days(left)),
            (None, None) => status.to_owned(),
        }
    }
}

/// Whether a deadline is a month, a quarter or a year: then the plan's own words say more than its
/// last day.
fn is_wide(due: &Deadline) -> bool {
    matches!(due.kind, DeadlineKind::In(Period::Month(..) | Period::Quarter(..) | Period::Year(_)))
}
