//! Every agency with what it has to do.

use super::block::{Block, Cell, Column, Fit, Table, Tone};
use super::{Records, Report, Speaker, cells, head, records};
use crate::plan::BodyIx;
use crate::query::{AgencyLine, Counts, Snapshot, Status, Workload};
use crate::text::words::report;
use serde::Serialize;

/// The answer of `agency` about all of them.
pub struct AgenciesReport<'s, 'p> {
    snapshot: &'s Snapshot<'p>,
    per_unit: bool,
}

/// What programs read.
#[derive(Serialize)]
struct Answer<'p> {
    agencies: Vec<Agency<'p>>,
}

#[derive(Serialize)]
struct Agency<'p> {
    id: &'p str,
    name: &'p str,
    leads: usize,
    supports: usize,
    counts: Counts,
}

impl<'s, 'p> AgenciesReport<'s, 'p> {
    /// Asks about every agency; for people with a line for each unit, or with one for a group.
    pub fn new(snapshot: &'s Snapshot<'p>, per_unit: bool) -> Self {
        Self { snapshot, per_unit }
    }

    fn each(&self) -> impl Iterator<Item = (BodyIx, Workload)> {
        let agencies = AgencyLine::each(self.snapshot.plan);
        let shares = Workload::of(self.snapshot, &agencies);
        agencies.into_iter().map(|party| party.body).zip(shares)
    }
}

impl Report for AgenciesReport<'_, '_> {
    const NAME: &'static str = "agency";

    fn snapshot(&self) -> &Snapshot<'_> {
        self.snapshot
    }

    fn value(&self) -> impl Serialize {
        let agency = |(body, share): (BodyIx, Workload)| {
            let body = self.snapshot.plan.body(body);
            Agency {
                id: &body.id,
                name: &body.name.own,
                leads: share.leads,
                supports: share.supports,
                counts: share.counts,
            }
        };
        Answer { agencies: self.each().map(agency).collect() }
    }

    /// Those that have nothing to do are left to a remark.
    fn blocks(&self, speaker: Speaker<'_>) -> Vec<Block> {
        let plan = self.snapshot.plan;
        let mut blocks = head(speaker, self.snapshot.as_of);
        let agencies = if self.per_unit { AgencyLine::each(plan) } else { AgencyLine::named(plan) };
        let table = table(self.snapshot, speaker, &agencies);
        if table.rows.is_empty() {
            blocks.push(Block::Answer(report::no_agencies(speaker.lang).to_owned()));
            return blocks;
        }
        blocks.push(Block::Table(table));
        let idle = self.each().filter(|(_, share)| share.is_empty()).count();
        if idle > 0 {
            let idle = cells::plural(speaker.lang, idle, report::one_unit, report::units);
            blocks.push(Block::Remark(report::remark_idle(speaker.lang, &idle)));
        }
        blocks
    }

    fn records(&self) -> Records<'_> {
        let lines = self.each().map(|(body, share)| {
            let body = self.snapshot.plan.body(body);
            let numbers = [share.leads.to_string().into(), share.supports.to_string().into()];
            let names = [body.id.as_str().into(), body.name.own.as_str().into()];
            names.into_iter().chain(numbers).chain(records::counts(&share.counts)).collect()
        });
        let header = ["id", "name", "leads", "supports"].into_iter().chain(records::COUNTS);
        Records { header: header.collect(), lines: lines.collect() }
    }
}

/// A line for each party that has something to do.
pub(super) fn table(snapshot: &Snapshot<'_>, speaker: Speaker<'_>, agencies: &[AgencyLine]) -> Table {
    let shares = Workload::of(snapshot, agencies);
    let busy = agencies.iter().zip(shares).filter(|(_, share)| !share.is_empty());
    let rows = busy.map(|(party, share)| {
        let mut line = vec![Cell::new(name(speaker, party)), cells::count(share.leads), cells::count(share.supports)];
        line.extend(Status::ALL.map(|status| cells::count(share.counts.of(status)).in_tone(Tone::Status(status))));
        line
    });
    let lang = speaker.lang;
    let mut columns = vec![
        Column::new(report::column_agency(lang), Fit::Wrap(1)),
        Column::new(report::column_leads(lang), Fit::Right),
        Column::new(report::column_supports(lang), Fit::Right),
    ];
    columns.extend(Status::ALL.map(|status| Column::new(speaker.status(status), Fit::Right)));
    Table { columns, rows: rows.collect() }
}

/// The name of a party; with the number of its units where it stands for them.
pub(super) fn name(speaker: Speaker<'_>, party: &AgencyLine) -> String {
    let name = speaker.name(party.body);
    if speaker.plan.body(party.body).is_unit() {
        return name;
    }
    let units = cells::plural(speaker.lang, party.units.len(), report::one_unit, report::units);
    report::name_with_units(speaker.lang, &name, &units)
}
