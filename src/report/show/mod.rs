//! Everything about one row.

mod history;
mod units;

use super::block::{Block, Cell, Field, Table};
use super::directives::Subject;
use super::value::RowValue;
use super::words::RowNames;
use super::{Records, Report, Speaker, cells, directives, head, records};
use crate::plan::{DeadlineKind, Directive, RowIx, RowKind};
use crate::query::{Role, ScopedRow, Snapshot};
use crate::text::{Lang, one_line, words::report};
use chrono::NaiveDate;
use serde::Serialize;

/// The answer of `show`.
pub struct ShowReport<'s, 'p> {
    snapshot: &'s Snapshot<'p>,
    view: ScopedRow<'s>,
    per_unit: bool,
}

/// What programs read.
#[derive(Serialize)]
struct Answer<'p> {
    row: RowValue<'p>,
}

impl<'s, 'p> ShowReport<'s, 'p> {
    /// Asks about a row; for people with a line for each unit, or with the missing ones of each
    /// group.
    pub fn new(snapshot: &'s Snapshot<'p>, task: RowIx, per_unit: bool) -> Self {
        Self { snapshot, view: ScopedRow::full(snapshot, task), per_unit }
    }

    fn facts(&self, speaker: Speaker<'_>) -> Vec<Field> {
        let (plan, lang, task) = (speaker.plan, speaker.lang, self.view.row);
        let stated = plan.row(task);
        let text = |text: Option<&str>| Cell::new(text.map(one_line).unwrap_or_default());
        let id = (stated.number() != stated.id).then_some(stated.id.as_str());
        let wording = (lang == Lang::En && stated.title.en.is_some()).then_some(stated.title.own.as_str());
        let status = match self.view.counts.total {
            0 | 1 => cells::status(speaker, &self.view),
            _ => cells::breakdown(speaker, &self.view.counts),
        };
        vec![
            Field::new(report::column_status(lang), status),
            Field::new(report::column_due(lang), self.due(speaker)),
            Field::new(report::column_lead(lang), self.lead(speaker)),
            Field::new(report::column_support(lang), cells::support(speaker, task)),
            Field::new(report::column_result(lang), text(stated.result.as_deref())),
            Field::new(report::column_note(lang), text(stated.note.as_deref())),
            Field::new(report::field_above(lang), above(speaker, task)),
            Field::new(report::field_kind(lang), Cell::new(self.kind(speaker))),
            Field::new(report::field_wording(lang), text(wording)),
            Field::new(report::field_id(lang), text(id)),
        ]
    }

    /// The deadline as printed, the day that it means, extensions, and which row states it.
    fn due(&self, speaker: Speaker<'_>) -> Cell {
        let (plan, lang) = (speaker.plan, speaker.lang);
        let Some(due) = plan.due(self.view.row) else {
            return cells::due(speaker, self.view.row, &self.view.obligations);
        };
        let wording = match lang {
            Lang::Vi => due.text.as_deref(),
            Lang::En => due.text_en.as_deref(),
        };
        let shown = wording.map_or_else(|| speaker.due(due), |wording| one_line(wording).into_owned());
        let origin = origin(speaker, self.view.row, plan.node(self.view.row).due_from);
        let mut lines = vec![report::with_origin(lang, &shown, &origin)];
        // "Before" leaves it open whether the day itself still counts; the day of "on" needs no repeating.
        let is_told = |day: &NaiveDate| match due.kind {
            DeadlineKind::Before(_) => shown == lang.date(*day),
            DeadlineKind::By(_) | DeadlineKind::In(_) => shown.contains(&lang.date(*day)),
            // No day.
            DeadlineKind::Ongoing | DeadlineKind::When(_) => false,
        };
        let last = due.last_day(&plan.calendar).filter(|day| !is_told(day));
        lines.extend(last.map(|day| report::last_day(lang, &lang.date(day))));
        lines.extend(cells::extensions(speaker, self.view.row, &self.view.obligations));
        Cell::new(lines.join("\n"))
    }

    /// The lead unopened, how many units of each group have delivered, and which row states it.
    fn lead(&self, speaker: Speaker<'_>) -> Cell {
        let plan = speaker.plan;
        let Some(from) = plan.node(self.view.row).lead_from else { return Cell::default() };
        let names = cells::lead_names(speaker, &self.view);
        let origin = origin(speaker, self.view.row, Some(from));
        Cell::new(match names.split_once('\n') {
            Some((first, rest)) => format!("{}\n{rest}", report::with_origin(speaker.lang, first, &origin)),
            None => report::with_origin(speaker.lang, &names, &origin),
        })
    }

    fn kind(&self, speaker: Speaker<'_>) -> String {
        let row = speaker.plan.node(self.view.row);
        match (row.kind, row.item) {
            (RowKind::Part, Some(item)) => report::kind_part(speaker.lang, &RowNames::new(speaker).of(item)),
            (RowKind::Heading, _) => report::kind_heading(speaker.lang).to_owned(),
            _ => report::kind_item(speaker.lang).to_owned(),
        }
    }

    /// The rows directly below.
    fn below(&self, speaker: Speaker<'_>) -> Vec<Block> {
        let children = &speaker.plan.node(self.view.row).children;
        if children.is_empty() {
            return Vec::new();
        }
        let rows = children.iter().map(|child| {
            let mut line = cells::line(speaker, &ScopedRow::full(self.snapshot, *child));
            line[0].text = speaker.number(*child);
            line
        });
        let table = Table { columns: cells::columns(speaker.lang), rows: rows.collect() };
        let mut blocks = vec![Block::Heading(report::heading_below(speaker.lang).to_owned())];
        let remarks = cells::remarks(speaker.lang, &table);
        blocks.push(Block::Table(table));
        blocks.extend(remarks);
        blocks
    }
}

impl Report for ShowReport<'_, '_> {
    const NAME: &'static str = "show";

    fn snapshot(&self) -> &Snapshot<'_> {
        self.snapshot
    }

    fn value(&self) -> impl Serialize {
        Answer { row: RowValue::new(self.snapshot, &self.view) }
    }

    fn blocks(&self, speaker: Speaker<'_>) -> Vec<Block> {
        let plan = speaker.plan;
        let mut blocks = head(speaker, self.snapshot.as_of);
        let number = RowNames::new(speaker).of(self.view.row);
        let title = speaker.title(self.view.row);
        blocks.push(Block::Heading(report::row_title(speaker.lang, &number, &title)));
        blocks.push(Block::Fields(self.facts(speaker)));
        blocks.extend(units::blocks(speaker, &self.view, self.per_unit));
        blocks.extend(history::extensions(self.snapshot, speaker, self.view.row));
        blocks.extend(history::entries(self.snapshot, speaker, self.view.row, self.per_unit));
        let names_it = |directive: &&Directive| directive.rows.contains(&self.view.row);
        let named: Vec<&Directive> = plan.directives.iter().filter(names_it).collect();
        blocks.extend(directives::blocks(speaker, &named, &Subject::Row(self.view.row)));
        let below = self.below(speaker);
        let is_counted = self.view.obligations.len() > 1 && below.is_empty();
        blocks.extend(below);
        blocks.extend(is_counted.then(|| Block::Remark(report::remark_group_done(speaker.lang).to_owned())));
        blocks
    }

    /// A line for each obligation; a part gives its units' own states.
    fn records(&self) -> Records<'_> {
        let obligations = self.view.obligations.iter().map(|owed| (*owed, Role::Lead));
        records::of_obligations(self.snapshot.plan, obligations)
    }
}

/// The rows above, from the root, one a line.
fn above(speaker: Speaker<'_>, task: RowIx) -> Cell {
    let titles = speaker
        .plan
        .ancestors(task)
        .map(|above| report::number_and_title(speaker.lang, &speaker.number(above), &speaker.title(above)));
    let mut titles: Vec<String> = titles.collect();
    titles.reverse();
    Cell::new(titles.join("\n"))
}

/// Which row states a value that holds for a row.
fn origin(speaker: Speaker<'_>, task: RowIx, from: Option<RowIx>) -> String {
    match from {
        Some(from) if from != task => report::from_row(speaker.lang, &RowNames::new(speaker).of(from)),
        _ => report::from_this_row(speaker.lang).to_owned(),
    }
}
