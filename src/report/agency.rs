//! One agency or group: what it leads, supports and is directed to do.

use super::agencies::{self, AgencyWork, Stands, with_units};
use super::answer::{AgencyName, Asked, Head, PlanIx, RowState, Values, with_name_en};
use super::calendar::{Calendar, LastDay};
use super::classes::rates;
use super::directives::{self, Directive, Subject};
use super::further::{Beside, Further};
use super::page::rows::{self, RowLine};
use super::page::{Block, Cell, ColumnOf, Field, Page, Table, Value, cells};
use super::sheet::obligations::{Owed, Question};
use super::together::alike_once;
use super::{Answer, Paper, Records, Together, Web, Workbook, records};
use crate::plan::{BodyIx, Plan, RowKind};
use crate::query::{AgencyLine, Counts, Role, Scope, ScopedRow, Snapshot};
use crate::text::{Lang, words::report, words::xlsx};
use serde::Serialize;
use std::sync::Arc;

/// The answer of `agency A`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgencyAnswer {
    #[serde(flatten)]
    head: Head,
    #[serde(serialize_with = "named")]
    agency: Arc<AgencyName>,
    leads: Vec<RowState>,
    supports: Vec<RowState>,
    directives: Vec<Directive>,
    counts: Counts,
    /// For whom a group stands.
    #[serde(skip)]
    units: Option<Stands>,
    /// What became of it, where it has ended.
    #[serde(skip)]
    asked: Asked,
    /// The groups that list it.
    #[serde(skip)]
    groups: Arc<[Arc<AgencyName>]>,
    /// The members of a group, or its units, each with what it has to do.
    #[serde(skip)]
    members: Vec<AgencyWork>,
    #[serde(skip)]
    further: Further,
    #[serde(skip)]
    last_days: Vec<LastDay>,
}

fn named<S: serde::Serializer>(agency: &Arc<AgencyName>, serializer: S) -> Result<S::Ok, S::Error> {
    with_name_en(agency, serializer)
}

impl AgencyAnswer {
    /// Asks for all that concerns an agency or a group; for people each unit of the group by itself
    /// where that is wanted.
    pub fn new(snapshot: &Snapshot<'_>, body: BodyIx, per_unit: bool, beside: Beside) -> Self {
        let plan = snapshot.plan;
        let asked = Scope::new(plan, [body]);
        let concerned = plan.rows().filter_map(|(row, _)| ScopedRow::of(snapshot, row, &asked));
        let (leads, supports): (Vec<_>, Vec<_>) = concerned.partition(|scoped| scoped.role == Role::Lead);
        let directives = plan.directives.iter().filter(|directive| asked.overlaps(plan, &directive.agencies));
        let mut counts = Counts::default();
        for scoped in leads.iter().filter(|scoped| plan.node(scoped.row).kind == RowKind::Item) {
            counts += scoped.counts;
        }
        let mut values = Values::of(snapshot);
        let of_calendar = if beside.last_days { &leads[..] } else { &[] };
        Self {
            head: Head::new("agency", snapshot),
            agency: values.names.agency(body),
            last_days: LastDay::of_rows(&mut values, of_calendar, per_unit),
            leads: values.states(&leads),
            supports: values.states(&supports),
            directives: directives.map(|directive| Directive::new(&mut values, directive)).collect(),
            counts,
            units: agencies::units(&values, &AgencyLine::whole(plan, body)),
            asked: Asked::of(&values, &[body]),
            groups: values.names.agencies(&groups_of(plan, body)),
            members: AgencyWork::of(&values, &members(plan, body, per_unit)),
            further: Further::of(&values, beside),
        }
    }

    fn name(&self) -> Value {
        with_units(&self.agency, self.units)
    }

    /// What stands above the lists: how its obligations stand, and the groups that it is in.
    fn facts(&self, lang: Lang) -> Vec<Field> {
        let groups = self.groups.iter().map(|group| Value::Agency(Arc::clone(group)));
        vec![
            Field::new(report::field_obligations(lang), cells::breakdown(&self.counts)),
            Field::new(report::column_completed(lang), (self.counts.total > 0).then(|| rates(&self.counts))),
            Field::new(report::field_groups(lang), Cell::lines(groups)),
        ]
    }

    fn table<'a>(&self, lang: Lang, states: &'a [RowState]) -> Table<'a> {
        let is_unit = self.units.is_none();
        let lead = move |line: &RowLine<'_>| match line {
            // A unit need not be told that it leads what it leads.
            RowLine::Row(state) if is_unit && state.role == Role::Lead && !state.row.is_one_for_all => Cell::default(),
            line => line.lead(),
        };
        let further = self.further.columns(lang, RowLine::told).map(ColumnOf::merged);
        let columns = rows::columns_with(lang, 0, lead).into_iter().chain(further);
        let lines = move || {
            states.iter().flat_map(|state| RowLine::each(std::slice::from_ref(state)).map(|line| (state.plan, line)))
        };
        Table::of_plans(&self.head, lang, columns.collect(), lines)
    }
}

impl Answer for AgencyAnswer {
    fn page(&self, lang: Lang) -> Page<'_> {
        let mut page = Page::opened(&self.head, &Asked::default(), lang);
        page.heading(self.name());
        page.blocks.extend(self.asked.ends(lang).map(|told| Block::Text(told.into())));
        let facts = self.facts(lang);
        if facts.iter().any(|fact| !fact.cell.lines.is_empty()) {
            page.push(Block::Fields(facts));
        }
        if self.leads.is_empty() && self.supports.is_empty() && self.directives.is_empty() {
            page.push(Block::Text(report::idle_agency(lang).into()));
        }
        if let Some(members) = agencies::table(lang, &self.members) {
            page.heading(report::heading_members(lang));
            page.push(Block::Table(members));
        }
        let lists = [(report::heading_leads(lang), &self.leads), (report::heading_supports(lang), &self.supports)];
        let mut remark = None;
        for (heading, states) in lists.into_iter().filter(|(_, states)| !states.is_empty()) {
            let table = self.table(lang, states);
            remark = remark.or(rows::remark(lang, &table));
            page.heading(heading);
            page.push(Block::Table(table));
        }
        page.blocks.extend(directives::blocks(&self.head, lang, &self.directives, &Subject::Agency(&self.agency)));
        page.blocks.extend(remark);
        page
    }

    fn records(&self) -> Records<'_> {
        records::of_items(&self.head, self.leads.iter().chain(&self.supports))
    }

    fn paper(&self, lang: Lang) -> Paper<'_> {
        Paper::plain(&self.head, self.page(lang))
    }

    /// What it leads, and what it supports; the head says who it is.
    fn workbook(&self, lang: Lang) -> Option<Workbook<'_>> {
        let Self { head, further, .. } = self;
        let question = Question { head, asked: &self.asked, further, is_form: false, lang };
        let lists = [(xlsx::sheet_leads(lang), &self.leads), (xlsx::sheet_supports(lang), &self.supports)];
        let sheets = lists.map(|(name, states)| question.sheet(name, states.iter().flat_map(Owed::each)));
        Some(Workbook::new(head, lang, sheets.into()))
    }

    /// What it leads.
    fn calendar(&self, lang: Lang) -> Option<Calendar> {
        Some(Calendar::new(&self.head, lang, &self.last_days))
    }

    fn web(&self, lang: Lang) -> Option<Web<'_>> {
        // The page is called as the agency is, which need not be said again.
        let mut page = self.page(lang);
        page.blocks.retain(|block| !matches!(block, Block::Heading(heading) if *heading == self.name()));
        Some(Web { name: self.name(), page })
    }
}

impl Together for AgencyAnswer {
    fn head_mut(&mut self) -> &mut Head {
        &mut self.head
    }

    fn in_plan(&mut self, plan: PlanIx) {
        self.leads.iter_mut().chain(&mut self.supports).for_each(|state| state.in_plan(plan));
        self.directives.iter_mut().for_each(|directive| directive.in_plan(plan));
        self.last_days.iter_mut().for_each(|day| day.plan = Some(plan));
    }

    /// It goes by the name that it has in the first plan.
    fn add(&mut self, other: Self) {
        self.leads.extend(other.leads);
        self.supports.extend(other.supports);
        self.directives.extend(other.directives);
        self.last_days.extend(other.last_days);
        self.counts += other.counts;
        self.units = Stands::together(self.units, other.units);
        self.asked.add(other.asked);
        self.groups = self.groups.iter().chain(&*other.groups).cloned().collect();
        self.members.extend(other.members);
        self.further.add(other.further);
    }

    fn finish(&mut self) {
        self.asked.finish();
        self.groups = alike_once(self.groups.to_vec(), |group| group, |_, _| ()).into();
        AgencyWork::once(&mut self.members);
    }
}

/// The groups that list a body.
fn groups_of(plan: &Plan, body: BodyIx) -> Vec<BodyIx> {
    plan.bodies().filter(|(_, group)| group.members().contains(&body)).map(|(ix, _)| ix).collect()
}

/// The members of a group, or each of its units; nobody for an agency.
fn members(plan: &Plan, body: BodyIx, per_unit: bool) -> Vec<AgencyLine> {
    let group = plan.body(body);
    let members = if per_unit && !group.is_single() { &group.units } else { group.members() };
    members.iter().map(|member| AgencyLine::whole(plan, *member)).collect()
}
