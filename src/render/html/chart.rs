//! Charts as pictures with a title and a description: who does not see them reads the same.

use super::super::words;
use super::table::tone;
use crate::report::{Bar, Chart, Figure, Share, Week};
use crate::text::{Lang, words::html, words::report};
use chrono::Datelike;
use maud::{Markup, html};

pub fn drawn(chart: &Chart, lang: Lang) -> Markup {
    match chart {
        Chart::Figures(figures) => drawn_figures(figures, lang),
        Chart::Bars(bars) => drawn_bars(bars, lang),
        Chart::Weeks(weeks) => drawn_weeks(weeks, lang),
    }
}

fn drawn_figures(figures: &[Figure], lang: Lang) -> Markup {
    html! {
        dl .figures {
            @for Figure { label, value, note, tone: of } in figures {
                div class=[tone(*of)] {
                    dt { (label) }
                    dd .figure { (words::value(value, lang)) }
                    @if let Some(note) = note { dd { (words::value(note, lang)) } }
                }
            }
        }
    }
}

/// A part of a whole in tenths of a percent: all of them only where the part is the whole, none only where it is nothing.
pub fn tenths(Share { part, whole }: Share) -> usize {
    match (part * 1000).checked_div(whole) {
        Some(0) if part > 0 => 1,
        tenths => tenths.unwrap_or_default(),
    }
}

/// A width of so many tenths of a percent.
fn percent(tenths: usize) -> String {
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// A share as a bar with the words that tell it.
pub fn inline(done: Share, words: &str) -> Markup {
    html! {
        span .done {
            svg .bar aria-hidden="true" {
                rect .track width="100%" height="100%" {}
                rect .f-done width=(percent(tenths(done))) height="100%" {}
            }
            span { (words) }
        }
    }
}

fn drawn_bars(bars: &[Bar], lang: Lang) -> Markup {
    html! {
        figure {
            (legend(&[("f-done", html::legend_done(lang)), ("f-overdue", html::legend_overdue(lang)),
                ("track", html::legend_rest(lang))], lang))
            ol .bars { @for bar in bars { li { (drawn_bar(bar, lang)) } } }
        }
    }
}

fn drawn_bar(Bar { label, counts }: &Bar, lang: Lang) -> Markup {
    let (name, completed, all) = (words::value(label, lang), counts.completed(), counts.total);
    let share = |part| tenths(Share { part, whole: all });
    let (done, overdue) = (share(completed), share(counts.overdue));
    html! {
        div .said {
            span .name { (name) }
            span .of { (report::part_of(lang, completed, all)) }
            @if counts.overdue > 0 { span .s-overdue { (html::and_overdue(lang, counts.overdue)) } }
        }
        svg .bar role="img" {
            title { (html::bar_title(lang, &name, completed, all)) }
            desc { (html::bar_description(lang, completed, counts.overdue, all - completed - counts.overdue)) }
            rect .track width="100%" height="100%" {}
            rect .f-done width=(percent(done)) height="100%" {}
            rect .f-overdue x=(percent(done)) width=(percent(overdue)) height="100%" {}
        }
    }
}

fn legend(keys: &[(&str, &str)], lang: Lang) -> Markup {
    html! {
        ul .legend aria-label=(html::legend(lang)) {
            @for (class, name) in keys {
                li { svg .key aria-hidden="true" { rect .(class) width="100%" height="100%" {} } (name) }
            }
        }
    }
}

/// How high the highest column is, and where all of them stand.
const HIGHEST: usize = 128;
const FLOOR: usize = 156;

fn drawn_weeks(weeks: &[Week], lang: Lang) -> Markup {
    let described: Vec<String> = weeks.iter().filter(|week| week.total() > 0).map(|week| said(week, lang)).collect();
    let most = weeks.iter().map(Week::total).max().unwrap_or_default().max(1);
    let (first, last) = (weeks.first().map(|week| week.first), weeks.last().map(|week| week.last));
    let title = first.zip(last).map(|(first, last)| html::weeks_title(lang, &lang.date(first), &lang.date(last)));
    html! {
        figure {
            (legend(&[("f-done", html::legend_done(lang)), ("f-overdue", html::legend_overdue(lang)),
                ("f-ahead", html::legend_ahead(lang))], lang))
            svg .weeks role="img" height="200" {
                title { (title.unwrap_or_default()) }
                desc { (described.join(" ")) }
                @for (at, week) in weeks.iter().enumerate() { (column(at, weeks.len(), week, most, lang)) }
                line .floor x1="0" x2="100%" y1=(FLOOR) y2=(FLOOR) {}
            }
            figcaption { (html::remark_weeks(lang)) }
        }
    }
}

/// A week as a column: what is done at the bottom, above it what is overdue, and what lies ahead.
fn column(at: usize, of: usize, week: &Week, most: usize, lang: Lang) -> Markup {
    let room = 1000 / of;
    let (left, middle) = (at * room + room / 6, percent(at * room + room / 2));
    let height = |count: usize| if count > 0 { (count * HIGHEST / most).max(2) } else { 0 };
    let (done, overdue, ahead) = (height(week.done), height(week.overdue), height(week.ahead));
    let piece = |class: &str, below: usize, height: usize| {
        html! {
            @if height > 0 {
                rect .(class) x=(percent(left)) width=(percent(room * 2 / 3)) y=(FLOOR.saturating_sub(below + height)) height=(height) {}
            }
        }
    };
    html! {
        g class=[week.is_now.then_some("now")] {
            title { (said(week, lang)) }
            rect .room x=(percent(at * room)) width=(percent(room)) y="0" height="200" {}
            (piece("f-done", 0, done)) (piece("f-overdue", done, overdue)) (piece("f-ahead", done + overdue, ahead))
            @if week.total() > 0 { text x=(middle) y=(FLOOR.saturating_sub(done + overdue + ahead + 5)) { (week.total()) } }
            text .day .odd[at % 2 == 1] x=(middle) y=(FLOOR + 17) { (html::week_begins(lang, week.first.day(), week.first.month())) }
            @if week.is_now { text .day x=(middle) y=(FLOOR + 34) { (html::this_week(lang)) } }
        }
    }
}

fn said(week: &Week, lang: Lang) -> String {
    let (first, last) = (lang.date(week.first), lang.date(week.last));
    html::week_described(lang, &first, &last, week.total(), week.done, week.overdue, week.ahead)
}
