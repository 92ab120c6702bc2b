//! Tables and facts. On a narrow screen the style sets each line of a table as a card.

use super::super::words;
use super::chart;
use super::facets::{Facets, Keys, status};
use crate::report::{AgencyName, Cell, Days, Field, Fit, RowName, Share, Status, Table, Tone, Value};
use crate::text::{Lang, one_line, words::report};
use maud::{Markup, html};
use std::borrow::Cow;
use std::sync::Arc;

/// How many bodies a cell names before it folds them away.
const NAMES: usize = 6;

/// A column that says something.
struct Column<'t> {
    at: usize,
    title: Cow<'t, str>,
    fit: Fit,
    is_merged: bool,
}

/// A cell of a line, and whether it repeats what stands above it.
struct Shown<'t> {
    cell: &'t Cell,
    is_again: bool,
}

/// A table; the lines of each section are a table of their own.
pub fn drawn(table: &Table<'_>, name: &str, lang: Lang, facets: &mut Facets) -> Markup {
    let rows: Vec<Cow<'_, [Cell]>> = table.rows().collect();
    if table.sections.is_empty() {
        return one(&html! { caption .quiet { (name) } }, name, &columns(table, &rows, lang), &rows, lang, facets);
    }
    let begins = table.sections.iter().map(|(begins, _)| *begins);
    let ends = begins.skip(1).chain([rows.len()]);
    let sections: Vec<Markup> = table
        .sections
        .iter()
        .zip(ends)
        .map(|((begins, of), ends)| {
            let of = one_line(of);
            let rows = &rows[*begins..ends];
            one(&html! { caption { (of) } }, &format!("{name}: {of}"), &columns(table, rows, lang), rows, lang, facets)
        })
        .collect();
    html! { @for section in sections { (section) } }
}

/// The columns in which some of these lines say something.
fn columns<'t>(table: &'t Table<'_>, rows: &[Cow<'_, [Cell]>], lang: Lang) -> Vec<Column<'t>> {
    let says = |at: &usize| rows.iter().any(|row| says(&row[*at], lang));
    let column = |at: usize| {
        let column = &table.columns[at];
        Column { at, title: one_line(&column.title), fit: column.fit, is_merged: table.merged.contains(&at) }
    };
    (0..table.columns.len()).filter(says).map(column).collect()
}

fn says(cell: &Cell, lang: Lang) -> bool {
    cell.lines.iter().any(|line| !words::value(line, lang).is_empty())
}

fn one(
    caption: &Markup,
    name: &str,
    columns: &[Column<'_>],
    rows: &[Cow<'_, [Cell]>],
    lang: Lang,
    facets: &mut Facets,
) -> Markup {
    let lines = lines(columns, rows);
    let lines: Vec<Markup> = lines.iter().map(|line| drawn_line(columns, line, lang, facets)).collect();
    html! {
        div .box .(if columns.len() < 3 { "few" } else { "cards" }) role="group" aria-label=(name) tabindex="0" {
            table {
                (caption)
                thead { tr { @for column in columns { th .(fit(column.fit)) scope="col" { (column.title) } } } }
                tbody { @for line in lines { (line) } }
            }
        }
    }
}

/// The cells of each line. In a line that goes on with what the line above tells, the cells that would be one merged
/// cell with those above say it again: sorted and filtered, it stands by itself.
fn lines<'t>(columns: &[Column<'_>], rows: &'t [Cow<'t, [Cell]>]) -> Vec<Vec<Shown<'t>>> {
    let first = columns.iter().find(|column| column.is_merged).map(|column| column.at);
    let mut above: Vec<Option<&Cell>> = vec![None; columns.len()];
    let line = |row: &'t Cow<'t, [Cell]>| {
        let goes_on = first.is_some_and(|at| row[at].lines.is_empty());
        let cells = columns.iter().zip(&mut above).map(|(column, above)| {
            let own = &row[column.at];
            if !column.is_merged {
                return Shown { cell: own, is_again: false };
            }
            match *above {
                Some(above) if goes_on && own.lines.is_empty() => Shown { cell: above, is_again: true },
                _ => Shown { cell: above.insert(own), is_again: false },
            }
        });
        cells.collect()
    };
    rows.iter().map(line).collect()
}

fn drawn_line(columns: &[Column<'_>], line: &[Shown<'_>], lang: Lang, facets: &mut Facets) -> Markup {
    let cells: Vec<&Cell> = line.iter().map(|shown| shown.cell).collect();
    let Keys { agencies, statuses } = facets.of(&cells, lang);
    let is_dim = cells.iter().all(|cell| cell.lines.is_empty() || cell.tone == Tone::Dim);
    html! {
        tr class=[is_dim.then_some("dim")] data-agencies=[agencies] data-statuses=[statuses] {
            @for (column, shown) in columns.iter().zip(line) { (drawn_cell(column, shown, lang)) }
        }
    }
}

fn drawn_cell(column: &Column<'_>, Shown { cell, is_again }: &Shown<'_>, lang: Lang) -> Markup {
    let is_empty = !says(cell, lang);
    let is_title = matches!(cell.lines.first(), Some(Value::Title(_)));
    let depth = match cell.lines.first() {
        Some(Value::RowNumber(_, depth)) => (*depth).min(4),
        _ => 0,
    };
    let classes = [
        Some(fit(column.fit)),
        tone(cell.tone),
        is_title.then_some("title"),
        is_again.then_some("again"),
        is_empty.then_some("empty"),
    ];
    html! {
        td class=(classes.into_iter().flatten().collect::<Vec<_>>().join(" ")) data-label=(column.title)
            data-depth=[(depth > 0).then_some(depth)] data-sort=[sort_key(cell)] {
            @if !is_empty { (content(cell, lang)) }
        }
    }
}

/// What a cell says, a line each.
fn content(cell: &Cell, lang: Lang) -> Markup {
    match &cell.lines[..] {
        [only] => html! { span { (line(cell, 0, only, lang)) } },
        lines => html! { @for (at, said) in lines.iter().enumerate() { div { (line(cell, at, said, lang)) } } },
    }
}

/// A line of a cell; on the first it is said where it is said.
fn line(cell: &Cell, at: usize, value: &Value, lang: Lang) -> Markup {
    if let Some(status) = status(value) {
        return html! { span .status .(class(status)) { (words::value(value, lang)) } };
    }
    match value {
        Value::Done(share) => chart::inline(*share, &report::part_of(lang, share.part, share.whole)),
        Value::Rates(share, percent) => chart::inline(*share, &rates(*share, *percent, lang)),
        Value::Agencies(agencies) if agencies.len() > NAMES => folded(agencies, lang),
        value if at == 0 => {
            let first = Cell { lines: vec![value.clone()], origin: cell.origin.clone(), tone: cell.tone };
            html! { (words::cell(&first, lang).trim_start()) }
        }
        value => html! { (words::value(value, lang)) },
    }
}

fn rates(done: Share, percent: Option<usize>, lang: Lang) -> String {
    let done = report::part_of(lang, done.part, done.whole);
    match percent {
        Some(percent) => report::rates(lang, &done, percent),
        None => report::no_rates(lang, &done),
    }
}

/// Many names, of which first it is told how many they are.
fn folded(agencies: &[Arc<AgencyName>], lang: Lang) -> Markup {
    let names: Vec<_> = agencies.iter().map(|agency| agency.shown(lang)).collect();
    html! {
        details {
            summary { (report::plural(lang, agencies.len(), report::one_unit, report::units)) }
            (names.join(", "))
        }
    }
}

/// Facts, each after its name.
pub fn fields(fields: &[Field], lang: Lang) -> Markup {
    let fields = fields.iter().filter(|field| says(&field.cell, lang));
    html! {
        dl .fields {
            @for field in fields {
                div { dt { (one_line(&field.label)) } dd class=[tone(field.cell.tone)] { (content(&field.cell, lang)) } }
            }
        }
    }
}

/// The class of a status.
fn class(status: Status) -> &'static str {
    match status {
        Status::Overdue => "s-overdue",
        Status::DueSoon => "s-due-soon",
        Status::Pending => "s-pending",
        Status::Open => "s-open",
        Status::Late => "s-late",
        Status::OnTime => "s-on-time",
    }
}

/// The class of a tone, if it has one.
pub fn tone(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Strong => Some("strong"),
        Tone::Dim => Some("soft"),
        Tone::Status(status) => Some(class(status)),
    }
}

fn fit(fit: Fit) -> &'static str {
    match fit {
        Fit::Right => "number",
        Fit::Keep => "keep",
        Fit::Wrap(2..=3) | Fit::IfRoom(2..=3) => "tight",
        Fit::Wrap(4..=5) | Fit::IfRoom(4..=5) => "narrow",
        Fit::Wrap(_) | Fit::IfRoom(_) => "wide",
    }
}

/// By what a line is sorted, where that is not the text of the cell.
fn sort_key(cell: &Cell) -> Option<String> {
    let day = |day: chrono::NaiveDate| day.format("%Y-%m-%d").to_string();
    Some(match cell.lines.first()? {
        Value::RowNumber(row, _) | Value::Row(row) => number_key(row),
        Value::Count(count) | Value::Percent(count) => count.to_string(),
        Value::Share(Share { part, .. }) => part.to_string(),
        Value::Done(share) | Value::Rates(share, _) => chart::tenths(*share).to_string(),
        Value::Day(on) | Value::About(on) | Value::LastDay(on) | Value::Returned(on, _) | Value::Extended(on, _) => {
            day(*on)
        }
        Value::Period(period) => day(period.first_day()),
        Value::Due(due) => day(due.last_day?),
        Value::Status(status, days) => status_key(*status, *days),
        Value::StatusShare(status, _) | Value::StatusPeriods(status, _) => status_key(*status, Days::None),
        _ => return None,
    })
}

/// The worst first: the most days late, or the fewest left.
fn status_key(status: Status, days: Days) -> String {
    const APART: i64 = 10_000_000;
    let within = match days {
        Days::Late(late) => APART / 2 - late,
        Days::Left(left) => left,
        Days::None => APART - 1,
    };
    let rank = Status::ALL.iter().position(|known| *known == status).unwrap_or_default();
    (i64::try_from(rank).unwrap_or_default() * APART + within).to_string()
}

/// A printed number so that "2" comes before "10", and "IX" before "X".
fn number_key(row: &RowName) -> String {
    let number = one_line(&row.number);
    let pieces = number.split(['.', '/', '-', ' ']).map(|piece| match roman(piece) {
        Some(value) => format!("{value:06}"),
        None => {
            let digits = piece.len() - piece.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            format!("{:0>6}{}", &piece[..digits], &piece[digits..])
        }
    });
    format!("n{}", pieces.collect::<Vec<_>>().join("."))
}

/// A Roman numeral of capitals, as headings have.
fn roman(text: &str) -> Option<u32> {
    let digit = |c: char| {
        Some(match c {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            'L' => 50,
            'C' => 100,
            _ => return None,
        })
    };
    let digits: Vec<u32> = text.chars().map(digit).collect::<Option<_>>()?;
    let next = digits.iter().skip(1).chain([&0]);
    let signed = digits.iter().zip(next).map(|(one, next)| if one < next { -i64::from(*one) } else { i64::from(*one) });
    u32::try_from(signed.sum::<i64>()).ok().filter(|value| *value > 0)
}
