//! Rules about deadlines and dates.

use super::rules::Findings;
use super::shown;
use crate::plan::{
    Address, Deadline, DeadlineKind, DirectiveKey, EntryKey, Fact, RowKey, RowKind, Sketch, Stated, StatedCalendar,
    StatedDeadline, Wording, read_wording, write_wording,
};
use crate::text::{Lang, words::rule};
use chrono::{Datelike, NaiveDate};
use std::collections::HashSet;

/// `no-deadline`: an item that neither states a deadline nor inherits one can never be overdue, which
/// is seldom meant; a standing duty says so with `ongoing = true`.
pub(super) fn no_deadline(sketch: &Sketch, found: &mut Findings) {
    let (plan, gaps) = (sketch.as_read(), sketch.gaps());
    for (ix, row) in plan.rows() {
        let is_known = gaps.knows(ix, Fact::Kind) && gaps.knows(ix, Fact::Due);
        if is_known && plan.node(ix).kind == RowKind::Item && plan.due(ix).is_none() {
            let message = |lang| rule::no_deadline(lang, &shown(row.number()));
            found.push(Address::Row(ix, RowKey::Id), message, rule::no_deadline_help);
        }
    }
}

/// `deadline-text`: the wording as printed and the value beside it were typed separately, so one of
/// them can be wrong. A wording that cannot be read is left alone; what names no year is of the value's.
pub(super) fn deadline_text(stated: &Stated, found: &mut Findings) {
    for StatedDeadline { due, text_at, .. } in &stated.deadlines {
        let Some(text) = &due.text else { continue };
        let year = stated.calendar.stated_last_day(due).flatten().map(|day| day.year());
        let Ok(Wording { kind, from }) = read_wording(text, year) else { continue };
        let said = Deadline { kind, text: None, text_en: None, from };
        if !agree(&said, due, &stated.calendar) {
            let message = |lang| {
                let told = |due| in_words(lang, due, &stated.calendar);
                rule::deadline_text(lang, &shown(text), &told(&said), &told(due))
            };
            found.push(*text_at, message, rule::deadline_text_help);
        }
    }
}

/// Whether a wording says what a value does, or less.
fn agree(said: &Deadline, value: &Deadline, calendar: &StatedCalendar) -> bool {
    // A wording without a start leaves it open; a start that is stated must be the value's.
    let (from, start) = (said.first_day(), value.first_day());
    match (&said.kind, &value.kind) {
        (DeadlineKind::Every(said), DeadlineKind::Every(value)) => {
            // The value may leave its start to the plan.
            (from.is_none() || start.is_none() || from == start) && said.says_no_other_than(value)
        }
        (DeadlineKind::Within(said), DeadlineKind::Within(value)) => said.length == value.length,
        // One of them has a last day in each period.
        (DeadlineKind::Every(_), _) | (_, DeadlineKind::Every(_)) => true,
        _ => match (calendar.stated_last_day(said), calendar.stated_last_day(value)) {
            (Some(last), Some(end)) => last == end && (from.is_none() || from == start),
            _ => true,
        },
    }
}

/// A deadline by its days, or as it is worded where it has none of its own.
fn in_words(lang: Lang, due: &Deadline, calendar: &StatedCalendar) -> String {
    let worded = match due.kind {
        DeadlineKind::Every(_) => write_wording(&due.kind, due.from, lang),
        DeadlineKind::Within(_) if calendar.stated_last_day(due).flatten().is_none() => {
            write_wording(&due.kind, due.from, lang)
        }
        _ => None,
    };
    let days = || span(lang, (due.first_day(), calendar.stated_last_day(due).flatten()));
    worded.map_or_else(days, |worded| format!("\"{worded}\""))
}

fn span(lang: Lang, (from, last): (Option<NaiveDate>, Option<NaiveDate>)) -> String {
    match (from.map(|day| lang.date(day)), last.map(|day| lang.date(day))) {
        (None, None) => rule::without_end(lang).to_owned(),
        (None, Some(last)) => rule::until(lang, &last),
        (Some(from), None) => rule::from_on(lang, &from),
        (Some(from), Some(last)) => rule::from_until(lang, &from, &last),
    }
}

/// `deadline-before-issue`: nobody can deliver before the plan exists; most often the year is wrong.
pub(super) fn deadline_before_issue(stated: &Stated, found: &mut Findings) {
    let Some(issued) = stated.issued else { return };
    for StatedDeadline { due, at, .. } in &stated.deadlines {
        if let Some(last) = stated.calendar.last_day(due).filter(|last| *last < issued) {
            let message = |lang: Lang| rule::before_issue(lang, &lang.date(last), &lang.date(issued));
            found.push(*at, message, rule::before_issue_help);
        }
    }
}

/// `deadline-after-parent`: the row above sums its rows up and cannot be done before them.
pub(super) fn deadline_after_parent(sketch: &Sketch, found: &mut Findings) {
    let (plan, calendar) = (sketch.as_read(), sketch.calendar());
    for (ix, row) in plan.rows() {
        let last = row.due.as_ref().and_then(|due| calendar.last_day(due));
        let Some((last, above)) = last.zip(plan.node(ix).parent) else { continue };
        let Some(above_last) = plan.due(above).and_then(|due| calendar.last_day(due)) else { continue };
        if last > above_last {
            let parent = shown(plan.row(above).number());
            let message = |lang: Lang| rule::after_parent(lang, &lang.date(last), &parent, &lang.date(above_last));
            let at = Address::Row(ix, RowKey::Due);
            found.push(at, message, rule::after_parent_help);
        }
    }
}

/// `weekend-deadline`: by Civil Code 2015, Art. 148(5), a period that ends on a day off ends with the
/// next working day; the plan may mean that, or not.
pub(super) fn weekend_deadline(stated: &Stated, found: &mut Findings) {
    let calendar = &stated.calendar;
    for StatedDeadline { due, at, .. } in stated.deadlines.iter().filter(|stated| stated.of_row) {
        if let Some(last) = calendar.last_day(due).filter(|last| calendar.leaves_on_day_off(*last)) {
            let message = |lang: Lang| rule::weekend_deadline(lang, &lang.date(last));
            found.push(*at, message, rule::weekend_deadline_help);
        }
    }
}

/// `directive-deadline`: a duty in the body of the plan and the rows that carry it out state the same
/// deadline twice, as III.4.b and row I of plan 15/KH-UBND do.
pub(super) fn directive_deadline(sketch: &Sketch, found: &mut Findings) {
    let (plan, calendar) = (sketch.as_read(), sketch.calendar());
    for (number, directive) in plan.directives.iter().enumerate() {
        let Some(last) = directive.due.as_ref().and_then(|due| calendar.last_day(due)) else { continue };
        let rows = directive.rows.iter().filter_map(|ix| {
            let day = calendar.last_day(plan.due(*ix)?)?;
            (day != last).then_some((*ix, day))
        });
        let rows: Vec<_> = rows.collect();
        if rows.is_empty() || !sketch.gaps().knows_reference(number) {
            continue;
        }
        let message = |lang: Lang| {
            let named =
                rows.iter().map(|(ix, day)| rule::row_on(lang, &shown(plan.row(*ix).number()), &lang.date(*day)));
            let named: Vec<String> = named.collect();
            rule::directive_deadline(lang, &shown(&directive.reference), &lang.date(last), &named.join(", "))
        };
        let at = Address::Directive(number, DirectiveKey::Due);
        let mut seen = HashSet::new();
        let stated = rows.iter().filter_map(|(ix, _)| Some(Address::Row(plan.node(*ix).due_from?, RowKey::Due)));
        let also = stated.filter(|at| seen.insert(*at));
        found.push_with(at, also, message, rule::directive_deadline_help);
    }
}

/// `future-date`: a mark dated after D has not happened yet; most often the month or the year is wrong.
pub(super) fn future_date(stated: &Stated, as_of: NaiveDate, found: &mut Findings) {
    for (key, day, at) in stated.marks.iter().filter(|(_, day, _)| *day > as_of) {
        let message = |lang: Lang| rule::future_date(lang, key, &lang.date(*day), &lang.date(as_of));
        found.push(*at, message, rule::future_date_help);
    }
}

/// `before-issue`: a report may come in on a draft, before the plan is issued or the row added; most often the year is
/// wrong.
pub(super) fn before_issue(stated: &Stated, sketch: &Sketch, found: &mut Findings) {
    for (_, day, at) in &stated.marks {
        let Address::Entry(row, _, EntryKey::On) = *at else { continue };
        let node = sketch.as_read().node(row);
        if let Some(issued) = stated.issued.filter(|issued| day < issued) {
            let message = |lang: Lang| rule::entry_before_issue(lang, &lang.date(*day), &lang.date(issued));
            found.push(*at, message, rule::before_issue_help);
        } else if let Some(since) = node.since.filter(|since| day < since) {
            let message = |lang: Lang| rule::entry_before_row(lang, &lang.date(*day), &lang.date(since));
            found.push(*at, message, rule::future_date_help);
        }
    }
}
