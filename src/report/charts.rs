//! Charts of counts.

use super::page::{Bar, Block, Chart, Figure, Tone, Value, status_words};
use super::records::Counted;
use crate::query::{Counts, Status};
use crate::text::{Lang, words::html, words::report};
use std::cmp::Reverse;

/// How many bars a chart has at most.
const BARS: usize = 20;

/// The figures that are to be read first; beside how many are overdue what stands behind that.
pub fn figures(lang: Lang, counts: &Counts, behind: Option<Value>) -> Chart {
    let done = Value::Share(super::answer::Share { part: counts.completed(), whole: counts.total });
    let percent = counts.completed_percent().map(|percent| Value::from(html::of_due(lang, percent)));
    let done = Figure {
        label: report::column_completed(lang),
        value: done,
        note: percent,
        tone: Tone::Status(Status::OnTime),
    };
    let of = |status: Status, note| Figure {
        label: status_words(status, lang),
        value: Value::Count(counts.of(status)),
        note,
        tone: Tone::Status(status),
    };
    let mut figures = vec![done, of(Status::Overdue, behind), of(Status::DueSoon, None), of(Status::Pending, None)];
    figures.extend((counts.open > 0).then(|| of(Status::Open, None)));
    Chart::Figures(figures)
}

/// A bar each; of very many those with most overdue, which is said.
pub fn bars<'a, T: Counted>(lang: Lang, things: &[T], label: impl Fn(&T) -> Value) -> Vec<Block<'a>> {
    let mut shown: Vec<&T> = things.iter().filter(|thing| thing.counts().total > 0).collect();
    let is_cut = shown.len() > BARS;
    if is_cut {
        shown.sort_by_key(|thing| Reverse(thing.counts().overdue));
        shown.truncate(BARS);
    }
    let bars = shown.into_iter().map(|thing| Bar { label: label(thing), counts: *thing.counts() }).collect();
    let said = is_cut.then(|| Block::Text(html::most_overdue(lang, BARS).into()));
    said.into_iter().chain([Block::Chart(Chart::Bars(bars))]).collect()
}
