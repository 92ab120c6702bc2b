//! The classes of Government reports: in all, by root row, by agency.

use super::block::{Block, Cell, Column, Fit, Table, Tone};
use super::{Records, Report, Speaker, agencies, cells, head, records};
use crate::plan::RowIx;
use crate::query::{AgencyLine, Counts, Snapshot, Workload};
use crate::text::words::report;
use crate::text::{Lang, one_line};
use serde::Serialize;
use std::borrow::Cow;

/// The answer of `summary`.
pub struct SummaryReport<'s, 'p> {
    snapshot: &'s Snapshot<'p>,
    per_unit: bool,
}

/// What programs read.
#[derive(Serialize)]
struct Answer<'p> {
    total: Counts,
    rates: Rates,
    sections: Vec<Section<'p>>,
    agencies: Vec<Agency<'p>>,
}

#[derive(Clone, Copy, Serialize)]
struct Rates {
    completed: Option<f64>,
    overdue: Option<f64>,
}

#[derive(Serialize)]
struct Section<'p> {
    id: &'p str,
    title: &'p str,
    counts: Counts,
    rates: Rates,
}

#[derive(Serialize)]
struct Agency<'p> {
    id: &'p str,
    name: &'p str,
    counts: Counts,
    rates: Rates,
}

impl Rates {
    fn new(counts: &Counts) -> Self {
        Self { completed: counts.completed_rate(), overdue: counts.overdue_rate() }
    }
}

impl<'s, 'p> SummaryReport<'s, 'p> {
    /// Sums up; for people with a line for each unit, or with one for a group.
    pub fn new(snapshot: &'s Snapshot<'p>, per_unit: bool) -> Self {
        Self { snapshot, per_unit }
    }

    fn sections(&self) -> impl Iterator<Item = (RowIx, Counts)> {
        let plan = self.snapshot.plan;
        let roots = plan.rows().map(|(task, _)| task).filter(|task| plan.node(*task).parent.is_none());
        roots.map(|task| (task, self.snapshot.counts_below(task)))
    }

    /// Those who must deliver something.
    fn debtors(&self, per_unit: bool) -> Vec<(AgencyLine, Counts)> {
        let plan = self.snapshot.plan;
        let agencies = if per_unit { AgencyLine::each(plan) } else { AgencyLine::named(plan) };
        let shares = Workload::of(self.snapshot, &agencies);
        let all = agencies.into_iter().zip(shares).map(|(party, share)| (party, share.counts));
        all.filter(|(_, counts)| counts.total > 0).collect()
    }
}

impl Report for SummaryReport<'_, '_> {
    const NAME: &'static str = "summary";

    fn snapshot(&self) -> &Snapshot<'_> {
        self.snapshot
    }

    fn value(&self) -> impl Serialize {
        let plan = self.snapshot.plan;
        let total = self.snapshot.total();
        let section = |(task, counts): (RowIx, Counts)| {
            let (task, rates) = (plan.row(task), Rates::new(&counts));
            Section { id: &task.id, title: &task.title.own, counts, rates }
        };
        let agency = |(party, counts): (AgencyLine, Counts)| {
            let (body, rates) = (plan.body(party.body), Rates::new(&counts));
            Agency { id: &body.id, name: &body.name.own, counts, rates }
        };
        Answer {
            total,
            rates: Rates::new(&total),
            sections: self.sections().map(section).collect(),
            agencies: self.debtors(true).into_iter().map(agency).collect(),
        }
    }

    fn blocks(&self, speaker: Speaker<'_>) -> Vec<Block> {
        let lang = speaker.lang;
        let mut blocks = head(speaker, self.snapshot.as_of);
        let total = self.snapshot.total();
        if total.total == 0 {
            blocks.push(Block::Text(report::nothing_to_deliver(lang).to_owned()));
            return blocks;
        }
        blocks.push(Block::Heading(report::heading_whole_plan(lang).to_owned()));
        blocks.push(Block::Table(classes(lang, &total)));
        blocks.push(Block::Text(match total.completed_percent() {
            Some(percent) => report::rates(lang, &cells::bar(percent), 100 - percent),
            None => report::no_rates(lang).to_owned(),
        }));
        blocks.push(Block::Heading(report::heading_sections(lang).to_owned()));
        let number = |task| Cell::new(one_line(self.snapshot.plan.row(task).number()));
        let lines = self.sections().map(|(task, counts)| {
            let names = [number(task), Cell::new(speaker.title(task))];
            names.into_iter().chain(class_cells(&counts)).collect()
        });
        let names = [
            Column::new(report::column_number(lang), Fit::Keep),
            Column::new(report::column_title(lang), Fit::Wrap(1)),
        ];
        let columns = names.into_iter().chain(class_columns(lang)).collect();
        blocks.push(Block::Table(Table { columns, rows: lines.collect() }));
        blocks.push(Block::Heading(report::heading_agencies(lang).to_owned()));
        let lines = self.debtors(self.per_unit).into_iter().map(|(party, counts)| {
            let name = Cell::new(agencies::name(speaker, &party));
            std::iter::once(name).chain(class_cells(&counts)).collect()
        });
        let name = Column::new(report::column_agency(lang), Fit::Wrap(1));
        let columns = std::iter::once(name).chain(class_columns(lang)).collect();
        blocks.push(Block::Table(Table { columns, rows: lines.collect() }));
        blocks.push(Block::Remark(report::remark_rates(lang).to_owned()));
        blocks
    }

    fn records(&self) -> Records<'_> {
        let plan = self.snapshot.plan;
        let line = |kind: &'static str, id: &'_ str, name: &'_ str, counts: &Counts| {
            let rates = Rates::new(counts);
            let names = [kind.into(), id.to_owned().into(), name.to_owned().into()];
            let rates = [records::or_empty(rates.completed), records::or_empty(rates.overdue)];
            names.into_iter().chain(records::counts(counts)).chain(rates).collect::<Vec<Cow<'_, str>>>()
        };
        let mut lines = vec![line("total", "", "", &self.snapshot.total())];
        lines.extend(self.sections().map(|(task, counts)| {
            let task = plan.row(task);
            line("section", &task.id, &task.title.own, &counts)
        }));
        lines.extend(self.debtors(true).iter().map(|(party, counts)| {
            let body = plan.body(party.body);
            line("agency", &body.id, &body.name.own, counts)
        }));
        let header =
            ["kind", "id", "name"].into_iter().chain(records::COUNTS).chain(["completed_rate", "overdue_rate"]);
        Records { header: header.collect(), lines }
    }
}

/// The classes in the order of Government reports, with their colours.
fn class_list(lang: Lang, counts: &Counts) -> [(&'static str, usize, Tone); 5] {
    use super::Status::{Late, OnTime, Open, Overdue, Pending};
    let in_term = counts.due_soon + counts.pending;
    [
        (report::status_on_time(lang), counts.on_time, Tone::Status(OnTime)),
        (report::status_late(lang), counts.late, Tone::Status(Late)),
        (report::class_in_term(lang), in_term, Tone::Status(Pending)),
        (report::class_overdue(lang), counts.overdue, Tone::Status(Overdue)),
        (report::status_open(lang), counts.open, Tone::Status(Open)),
    ]
}

fn classes(lang: Lang, counts: &Counts) -> Table {
    let total = (report::column_total(lang), counts.total, Tone::Strong);
    let lines = class_list(lang, counts).into_iter().chain([total]);
    let rows = lines.map(|(name, count, tone)| vec![Cell::new(name).in_tone(tone), Cell::new(count.to_string())]);
    let columns = vec![
        Column::new(report::column_status(lang), Fit::Keep),
        Column::new(report::column_obligations(lang), Fit::Right),
    ];
    Table { columns, rows: rows.collect() }
}

fn class_columns(lang: Lang) -> impl Iterator<Item = Column> {
    let classes = class_list(lang, &Counts::default()).map(|(name, ..)| Column::new(name, Fit::Right));
    let total = Column::new(report::column_total(lang), Fit::Right);
    let bar = Column::new(report::column_completed(lang), Fit::Keep);
    std::iter::once(total).chain(classes).chain([bar])
}

fn class_cells(counts: &Counts) -> impl Iterator<Item = Cell> {
    // The language does not matter for the numbers.
    let classes = class_list(Lang::default(), counts).map(|(_, count, tone)| cells::count(count).in_tone(tone));
    let bar = counts.completed_percent().map(cells::bar).unwrap_or_default();
    std::iter::once(cells::count(counts.total)).chain(classes).chain([Cell::new(bar)])
}
