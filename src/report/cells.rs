//! The cells that tables of rows share: number, lead, support, deadline, status.

use super::block::{Block, Cell, Column, Fit, Table, Tone};
use super::words::Speaker;
use crate::plan::{RowIx, RowKind};
use crate::query::{Counts, Obligation, ScopedRow, Status, by_lead};
use crate::text::{Lang, words::report};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashSet};

/// The appendix's own columns, and the status.
pub(super) fn columns(lang: Lang) -> Vec<Column> {
    vec![
        Column::new(report::column_number(lang), Fit::Keep),
        Column::new(report::column_title(lang), Fit::Wrap(8)),
        Column::new(report::column_lead(lang), Fit::Wrap(5)),
        Column::new(report::column_support(lang), Fit::Wrap(4)),
        Column::new(report::column_due(lang), Fit::Wrap(4)),
        Column::new(report::column_status(lang), Fit::Wrap(4)),
    ]
}

/// A row under [`columns`].
pub(super) fn line(speaker: Speaker<'_>, view: &ScopedRow<'_>) -> Vec<Cell> {
    vec![
        number(speaker, view.row),
        title(speaker, view.row),
        lead(speaker, view),
        support(speaker, view.row),
        due(speaker, view.row, &view.obligations),
        status(speaker, view),
    ]
}

/// The lines of rows, below their ancestors, which are dimmed.
pub(super) fn below_ancestors(
    speaker: Speaker<'_>,
    views: &[ScopedRow<'_>],
    lines: impl Fn(&ScopedRow<'_>) -> Vec<Vec<Cell>>,
) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    let mut shown: HashSet<RowIx> = views.iter().map(|view| view.row).collect();
    for view in views {
        let ancestors = speaker.plan.ancestors(view.row);
        let mut above: Vec<RowIx> = ancestors.take_while(|above| shown.insert(*above)).collect();
        above.reverse();
        rows.extend(above.into_iter().map(|above| context(speaker, above)));
        rows.extend(lines(view));
    }
    rows
}

/// An ancestor of what is shown.
fn context(speaker: Speaker<'_>, task: RowIx) -> Vec<Cell> {
    let mut line = vec![number(speaker, task), title(speaker, task)];
    line.resize(6, Cell::default());
    line.into_iter().map(|cell| cell.in_tone(Tone::Dim)).collect()
}

/// What the signs mean that a table of rows uses.
pub(super) fn remarks(lang: Lang, table: &Table) -> Vec<Block> {
    let is_share = |line: &str| {
        let share = line.rsplit_once(' ').and_then(|(_, share)| share.split_once('/'));
        share.is_some_and(|(part, whole)| part.parse::<usize>().is_ok() && whole.parse::<usize>().is_ok())
    };
    let has_groups = table.rows.iter().any(|row| row.get(2).is_some_and(|lead| lead.text.lines().any(is_share)));
    let groups = has_groups.then(|| Block::Remark(report::remark_group_done(lang).to_owned()));
    remark_inherited(lang, table).into_iter().chain(groups).collect()
}

/// What the arrow means, if a table has one.
pub(super) fn remark_inherited(lang: Lang, table: &Table) -> Option<Block> {
    let is_used = table.rows.iter().flatten().any(|cell| cell.text.starts_with("↑\u{a0}"));
    is_used.then(|| Block::Remark(report::remark_inherited(lang).to_owned()))
}

/// The printed number, indented by depth.
pub(super) fn number(speaker: Speaker<'_>, task: RowIx) -> Cell {
    let indent = " ".repeat(speaker.plan.node(task).depth.min(8));
    Cell::new(format!("{indent}{}", speaker.number(task))).in_tone(row_tone(speaker, task))
}

/// The title; a heading's stands out.
pub(super) fn title(speaker: Speaker<'_>, task: RowIx) -> Cell {
    Cell::new(speaker.title(task)).in_tone(row_tone(speaker, task))
}

fn row_tone(speaker: Speaker<'_>, task: RowIx) -> Tone {
    if speaker.plan.node(task).kind == RowKind::Heading { Tone::Strong } else { Tone::Plain }
}

/// The lead in force: groups with how many of their units have delivered; marked if inherited.
pub(super) fn lead(speaker: Speaker<'_>, view: &ScopedRow<'_>) -> Cell {
    let plan = speaker.plan;
    if plan.node(view.row).kind == RowKind::Heading {
        return Cell::default();
    }
    let text = lead_names(speaker, view);
    if plan.node(view.row).lead_from == Some(view.row) {
        return Cell::new(text);
    }
    Cell::new(report::inherited(speaker.lang, &text)).in_tone(Tone::Dim)
}

/// The bodies of a lead, one a line; groups with how many of their units have delivered.
pub(super) fn lead_names(speaker: Speaker<'_>, view: &ScopedRow<'_>) -> String {
    let (plan, lang) = (speaker.plan, speaker.lang);
    if plan.one_for_all(view.row) {
        return report::one_for_all(lang, &speaker.names(plan.lead(view.row)).replace('\n', "; "));
    }
    let lines = by_lead(plan, view.row, &view.obligations).into_iter().map(|share| {
        let name = speaker.name(share.body);
        if plan.body(share.body).is_unit() {
            return name;
        }
        report::group_done(lang, &name, share.delivered(), share.obligations.len())
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The supporting agencies.
pub(super) fn support(speaker: Speaker<'_>, task: RowIx) -> Cell {
    Cell::new(speaker.names(&speaker.plan.row(task).support))
}

/// The deadline in force as the plan words it, marked if inherited, and extensions.
pub(super) fn due(speaker: Speaker<'_>, task: RowIx, obligations: &[&Obligation]) -> Cell {
    let (plan, lang) = (speaker.plan, speaker.lang);
    let extensions = extensions(speaker, task, obligations);
    let Some(due) = plan.due(task) else { return Cell::new(extensions.join("\n")) };
    let mut lines = vec![speaker.due(due)];
    let is_inherited = plan.node(task).due_from != Some(task);
    if is_inherited {
        lines[0] = report::inherited(lang, &lines[0]);
    }
    lines.extend(extensions);
    Cell::new(lines.join("\n")).in_tone(if is_inherited { Tone::Dim } else { Tone::Plain })
}

/// A line for each last day that differs from the stated one, with how many have it.
pub(super) fn extensions(speaker: Speaker<'_>, task: RowIx, obligations: &[&Obligation]) -> Vec<String> {
    let stated = speaker.plan.due(task).and_then(|due| due.last_day(&speaker.plan.calendar));
    let mut days: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    for day in obligations.iter().filter_map(|owed| owed.last_day.day()).filter(|day| Some(*day) != stated) {
        *days.entry(day).or_default() += 1;
    }
    let lines = days.into_iter().map(|(day, count)| {
        let day = speaker.lang.date(day);
        if count == obligations.len() {
            report::extended_to(speaker.lang, &day)
        } else {
            report::extended_for(speaker.lang, &day, count, obligations.len())
        }
    });
    lines.collect()
}

/// The status of a row: its worst, with the days of the worst obligation, or how many share it.
pub(super) fn status(speaker: Speaker<'_>, view: &ScopedRow<'_>) -> Cell {
    let Some(worst) = view.counts.worst() else { return Cell::default() };
    let of_worst: Vec<_> = view.obligations.iter().copied().filter(|owed| owed.status == worst).collect();
    let text = match worst_of(&of_worst) {
        Some(owed) => speaker.status_with_days(owed),
        None => report::share(speaker.lang, speaker.status(worst), view.counts.of(worst), view.counts.total),
    };
    Cell::new(text).in_tone(Tone::Status(worst))
}

/// How many have each status, the worst first.
pub(super) fn breakdown(speaker: Speaker<'_>, counts: &Counts) -> Cell {
    let Some(worst) = counts.worst() else { return Cell::default() };
    let present = Status::ALL.into_iter().filter(|status| counts.of(*status) > 0);
    let lines =
        present.map(|status| report::share(speaker.lang, speaker.status(status), counts.of(status), counts.total));
    Cell::new(lines.collect::<Vec<_>>().join("\n")).in_tone(Tone::Status(worst))
}

/// The obligation that is latest, or has the fewest days left.
pub(super) fn worst_of<'o>(obligations: &[&'o Obligation]) -> Option<&'o Obligation> {
    let rank = |owed: &&&Obligation| (owed.days_late(), owed.days_left().map(std::cmp::Reverse));
    obligations.iter().rev().max_by_key(rank).copied()
}

/// The status of one obligation.
pub(super) fn obligation_status(speaker: Speaker<'_>, owed: &Obligation) -> Cell {
    Cell::new(speaker.status_with_days(owed)).in_tone(Tone::Status(owed.status))
}

/// The units of one obligation.
pub(super) fn units(speaker: Speaker<'_>, owed: &Obligation) -> Cell {
    let names = speaker.names(owed.units());
    Cell::new(match owed.units().len() {
        1 => names,
        _ => report::one_for_all(speaker.lang, &names.replace('\n', "; ")),
    })
}

/// A number, or nothing instead of 0: a column of nothing is left out.
pub(super) fn count(count: usize) -> Cell {
    if count == 0 { Cell::default() } else { Cell::new(count.to_string()) }
}

/// A number with its noun.
pub(super) fn plural(
    lang: Lang,
    count: usize,
    one: fn(Lang) -> &'static str,
    many: fn(Lang, usize) -> String,
) -> String {
    if count == 1 { one(lang).to_owned() } else { many(lang, count) }
}

/// A bar that can be read without colour, with its number.
pub(super) fn bar(percent: usize) -> String {
    let full = percent / 10;
    format!("{}{} {percent:>3}%", "█".repeat(full), "░".repeat(10 - full)).replace(' ', "\u{a0}")
}
