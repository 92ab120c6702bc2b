//! One agency or group: what it leads, supports and is directed to do.

use super::block::{Block, Cell, Field, Table};
use super::directives::Subject;
use super::value::{DueValue, RowValue};
use super::{Records, Report, Speaker, agencies, cells, directives, head, records};
use crate::plan::{BodyIx, BodyKind, Directive, Plan, RowKind};
use crate::query::{AgencyLine, Counts, Role, Scope, ScopedRow, Snapshot};
use crate::text::words::report;
use serde::Serialize;

/// The answer of `agency A`.
pub struct AgencyReport<'s, 'p> {
    snapshot: &'s Snapshot<'p>,
    body: BodyIx,
    leads: Vec<ScopedRow<'s>>,
    supports: Vec<ScopedRow<'s>>,
    directives: Vec<&'p Directive>,
    per_unit: bool,
}

/// What programs read.
#[derive(Serialize)]
struct Answer<'p> {
    agency: Agency<'p>,
    leads: Vec<RowValue<'p>>,
    supports: Vec<RowValue<'p>>,
    directives: Vec<DirectiveValue<'p>>,
    counts: Counts,
}

#[derive(Serialize)]
struct Agency<'p> {
    id: &'p str,
    name: &'p str,
    name_en: Option<&'p str>,
}

#[derive(Serialize)]
struct DirectiveValue<'p> {
    #[serde(rename = "ref")]
    reference: &'p str,
    text: &'p str,
    due: Option<DueValue<'p>>,
    tasks: Vec<&'p str>,
}

impl<'p> DirectiveValue<'p> {
    fn new(plan: &'p Plan, directive: &'p Directive) -> Self {
        Self {
            reference: &directive.reference,
            text: &directive.text.own,
            due: directive.due.as_ref().map(|due| DueValue::new(plan, due)),
            tasks: directive.rows.iter().map(|task| plan.row(*task).id.as_str()).collect(),
        }
    }
}

impl<'s, 'p> AgencyReport<'s, 'p> {
    /// Asks for all that concerns an agency or a group; for people each unit of the group by itself
    /// where that is wanted.
    pub fn new(snapshot: &'s Snapshot<'p>, body: BodyIx, per_unit: bool) -> Self {
        let plan = snapshot.plan;
        let asked = Scope::new(plan, [body]);
        let views = plan.rows().filter_map(|(task, _)| ScopedRow::of(snapshot, task, &asked));
        let (leads, supports) = views.partition(|view| view.role == Role::Lead);
        let directives = plan.directives.iter().filter(|directive| asked.overlaps(plan, &directive.agencies));
        Self { snapshot, body, leads, supports, directives: directives.collect(), per_unit }
    }

    fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for view in self.leads.iter().filter(|view| self.snapshot.plan.node(view.row).kind == RowKind::Item) {
            counts += view.counts;
        }
        counts
    }

    /// What stands above the lists: how its obligations stand, and the groups that it is in.
    fn facts(&self, speaker: Speaker<'_>) -> Vec<Field> {
        let (plan, lang) = (speaker.plan, speaker.lang);
        let counts = self.counts();
        let groups = plan.bodies().filter(|(_, body)| match &body.kind {
            BodyKind::Group(members) => members.contains(&self.body),
            BodyKind::Agency | BodyKind::OpenGroup => false,
        });
        let groups: Vec<BodyIx> = groups.map(|(ix, _)| ix).collect();
        vec![
            Field::new(report::field_obligations(lang), cells::breakdown(speaker, &counts)),
            Field::new(report::column_completed(lang), counts.completed_percent().map(cells::bar).unwrap_or_default()),
            Field::new(report::field_groups(lang), Cell::new(speaker.names(&groups))),
        ]
    }

    /// The members of a group, each with what it has to do.
    fn members(&self, speaker: Speaker<'_>) -> Option<Table> {
        let plan = self.snapshot.plan;
        let BodyKind::Group(members) = &plan.body(self.body).kind else { return None };
        let bodies = if self.per_unit { &plan.body(self.body).units } else { members.as_slice() };
        let agencies: Vec<AgencyLine> = bodies.iter().map(|body| AgencyLine::whole(plan, *body)).collect();
        let table = agencies::table(self.snapshot, speaker, &agencies);
        (!table.rows.is_empty()).then_some(table)
    }

    fn rows(&self, speaker: Speaker<'_>, views: &[ScopedRow<'_>]) -> Table {
        let plan = speaker.plan;
        let is_unit = plan.body(self.body).is_unit();
        let rows = cells::below_ancestors(speaker, views, |view| {
            let mut line = cells::line(speaker, view);
            // A unit need not be told that it leads what it leads.
            if is_unit && view.role == Role::Lead && !plan.one_for_all(view.row) {
                line[2] = Cell::default();
            }
            vec![line]
        });
        Table { columns: cells::columns(speaker.lang), rows }
    }
}

impl Report for AgencyReport<'_, '_> {
    const NAME: &'static str = "agency";

    fn snapshot(&self) -> &Snapshot<'_> {
        self.snapshot
    }

    fn value(&self) -> impl Serialize {
        let plan = self.snapshot.plan;
        let rows = |views: &[ScopedRow<'_>]| views.iter().map(|view| RowValue::new(self.snapshot, view)).collect();
        let body = plan.body(self.body);
        Answer {
            agency: Agency { id: &body.id, name: &body.name.own, name_en: body.name.en.as_deref() },
            leads: rows(&self.leads),
            supports: rows(&self.supports),
            directives: self.directives.iter().map(|directive| DirectiveValue::new(plan, directive)).collect(),
            counts: self.counts(),
        }
    }

    fn blocks(&self, speaker: Speaker<'_>) -> Vec<Block> {
        let lang = speaker.lang;
        let mut blocks = head(speaker, self.snapshot.as_of);
        blocks.push(Block::Heading(agencies::name(speaker, &AgencyLine::whole(speaker.plan, self.body))));
        blocks.push(Block::Fields(self.facts(speaker)));
        if self.leads.is_empty() && self.supports.is_empty() && self.directives.is_empty() {
            blocks.push(Block::Text(report::idle_agency(lang).to_owned()));
        }
        if let Some(members) = self.members(speaker) {
            blocks.push(Block::Heading(report::heading_members(lang).to_owned()));
            blocks.push(Block::Table(members));
        }
        let lists = [(report::heading_leads(lang), &self.leads), (report::heading_supports(lang), &self.supports)];
        let mut remarks = Vec::new();
        for (heading, views) in lists.into_iter().filter(|(_, views)| !views.is_empty()) {
            let table = self.rows(speaker, views);
            remarks.extend(
                cells::remarks(lang, &table).into_iter().filter(|new| !remarks.contains(new)).collect::<Vec<_>>(),
            );
            blocks.extend([Block::Heading(heading.to_owned()), Block::Table(table)]);
        }
        blocks.extend(directives::blocks(speaker, &self.directives, &Subject::Body(self.body)));
        blocks.extend(remarks);
        blocks
    }

    fn records(&self) -> Records<'_> {
        records::of_views(self.snapshot.plan, self.leads.iter().chain(&self.supports))
    }
}
