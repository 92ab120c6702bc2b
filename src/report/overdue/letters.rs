//! To whom letters go out, and about what.

use super::super::answer::{AgencyName, Days, Letterhead, Obligation, PlanFile, PlanHead, Row, Values};
use super::super::page::{Cell, Value, cells};
use super::super::together::Places;
use super::OverdueAnswer;
use super::lines::together;
use crate::plan::{BodyIx, Period};
use crate::query::{AgencyLine, Workload};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::Arc;

/// Letters about what is overdue, and whom none is needed for.
pub struct Letters<'a> {
    /// One a body, in the order of what is most days late.
    pub letters: Vec<Letter<'a>>,
    /// Who must deliver something too, and owes nothing now.
    pub others: Vec<Arc<AgencyName>>,
}

/// To whom a letter goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Addressee {
    /// To each body that owes something.
    #[default]
    Body,
    /// To each innermost group of these, about all of them.
    Group,
}

/// A letter.
pub struct Letter<'a> {
    /// To whom it goes.
    pub to: Value,
    /// The id of that.
    pub id: &'a str,
    /// How many obligations it is about.
    pub count: usize,
    /// What is owed, plan by plan.
    pub plans: Vec<Owed<'a>>,
}

/// What is owed of a plan.
pub struct Owed<'a> {
    /// The plan, where several are asked together.
    pub plan: Option<&'a PlanFile>,
    /// A line for each row and period.
    pub lines: Vec<OwedLine<'a>>,
}

/// What is owed on a row.
pub struct OwedLine<'a> {
    /// The row.
    pub row: &'a Arc<Row>,
    /// The period, of a row that recurs.
    pub period: Option<Period>,
    /// The last day.
    pub last_day: Option<NaiveDate>,
    /// How many days it is late, or has left: of the worst.
    pub days: Days,
    /// Whether the note names who of a group has not delivered.
    pub names_units: bool,
    /// Who has not delivered, where that is not the addressee alone, and what was sent back.
    pub note: Cell,
}

impl OwedLine<'_> {
    /// Whether something is said beside its days, or it is not late yet.
    pub fn has_note(&self) -> bool {
        !self.note.lines.is_empty() || !matches!(self.days, Days::Late(_))
    }
}

impl OverdueAnswer {
    /// The letterhead of letters: of several plans that of the first.
    pub fn letterhead(&self) -> &Letterhead {
        &self.head.letterhead
    }

    /// The plan, or the first of several.
    pub fn first_plan(&self) -> Option<&PlanHead> {
        let first = self.head.plans.iter().flatten().map(|plan| &plan.head).next();
        self.head.plan.as_ref().or(first)
    }

    /// The day that the letters tell of.
    pub fn as_of(&self) -> NaiveDate {
        self.head.as_of
    }

    /// The letters about what is overdue, and about what soon will be where that was asked for.
    pub fn letters(&self, addressee: Addressee) -> Letters<'_> {
        let mut places = Places::default();
        let mut by_id: HashMap<&str, usize> = HashMap::new();
        let mut found: Vec<(&Arc<AgencyName>, bool, Vec<&Obligation>)> = Vec::new();
        let mut owing = Places::default();
        for obligation in self.overdue.iter().chain(&self.due_soon) {
            let asked = obligation.agencies.iter().filter(|unit| self.asks_for(obligation.plan, unit));
            for unit in asked {
                owing.of(&unit.name.own);
                let group = obligation.group.as_ref().filter(|_| addressee == Addressee::Group);
                let to = group.unwrap_or(unit);
                // The bodies of several plans are one by their names, those of one plan by their ids.
                let next = found.len();
                let at = match self.head.plans {
                    Some(_) => places.of(&to.name.own),
                    None => *by_id.entry(&to.id).or_insert(next),
                };
                if at == next {
                    found.push((to, is_rest(obligation) && group.is_none(), Vec::new()));
                }
                found[at].2.push(obligation);
            }
        }
        let letters = found.iter().map(|(to, is_rest, owed)| self.letter(to, *is_rest, owed, addressee)).collect();
        let others = self.others.iter().filter(|other| !owing.has(&other.name.own)).cloned().collect();
        Letters { letters, others }
    }

    fn letter<'a>(
        &'a self,
        to: &'a Arc<AgencyName>,
        is_rest: bool,
        owed: &[&'a Obligation],
        addressee: Addressee,
    ) -> Letter<'a> {
        let mut plans = together(owed.iter().copied(), |obligation| obligation.plan);
        plans.sort_by_key(|owed| owed.first().and_then(|first| first.plan));
        let plans = plans.into_iter().map(|owed| Owed {
            plan: self.head.plan_at(owed.first().and_then(|first| first.plan)),
            lines: lines(&owed, addressee),
        });
        let name = Arc::clone(to);
        let to_value = if is_rest { Value::Rest(name) } else { Value::Agency(name) };
        Letter { to: to_value, id: &to.id, count: owed.len(), plans: plans.collect() }
    }
}

/// Whether it is the rest of an open class that owes.
fn is_rest(obligation: &Obligation) -> bool {
    let class = obligation.group.as_ref().map(|group| &group.id);
    obligation.rest && class == obligation.agencies.first().map(|agency| &agency.id)
}

/// A line for each row and period, of a group with the units that are missing.
fn lines<'a>(obligations: &[&'a Obligation], addressee: Addressee) -> Vec<OwedLine<'a>> {
    let rows = together(obligations.iter().copied(), |obligation| (obligation.row.name.id.as_str(), obligation.period));
    rows.into_iter().filter_map(|of_row| line(&of_row, addressee)).collect()
}

fn line<'a>(obligations: &[&'a Obligation], addressee: Addressee) -> Option<OwedLine<'a>> {
    let first = obligations.first()?;
    // The last days of several may differ: the earliest is told, which is the most days late.
    let earliest = obligations.iter().min_by_key(|obligation| obligation.last_day).unwrap_or(first);
    let who: Vec<Value> = match (addressee, &first.agencies[..]) {
        // It goes to the body itself.
        (Addressee::Body, [_]) => obligations.iter().flat_map(|owed| cells::taken_over(owed)).collect(),
        (Addressee::Group, [_]) if first.group.is_none() => cells::taken_over(first).collect(),
        (Addressee::Group, [_]) => {
            let (named, told): (Vec<&Obligation>, Vec<&Obligation>) =
                obligations.iter().partition(|owed| !owed.rest && owed.in_place_of.is_none());
            let named: Vec<_> = named.into_iter().flat_map(|owed| owed.agencies.iter().cloned()).collect();
            let named = (!named.is_empty()).then_some(Value::Agencies(named));
            named.into_iter().chain(told.into_iter().flat_map(cells::owing_for)).collect()
        }
        _ => obligations.iter().flat_map(|obligation| cells::owing_for(obligation)).collect(),
    };
    let standing = first.standing();
    let returned = cells::returned(&standing);
    let names_units = addressee == Addressee::Group && !who.is_empty();
    Some(OwedLine {
        names_units,
        row: &first.row,
        period: first.period,
        last_day: earliest.last_day,
        days: earliest.days(),
        note: Cell::lines(who.into_iter().chain(returned)),
    })
}

/// Who must deliver something: of some agencies and groups, or of all.
pub(super) fn debtors(values: &Values<'_, '_>, asked: &[BodyIx]) -> Vec<Arc<AgencyName>> {
    let plan = values.snapshot.plan;
    if !asked.is_empty() {
        let units = asked.iter().flat_map(|body| plan.body(*body).units.iter());
        return units.map(|unit| values.names.agency(*unit)).collect();
    }
    let lines = AgencyLine::each(plan);
    let workloads = Workload::of(values.snapshot, &lines);
    let debtors = lines.iter().zip(workloads).filter(|(_, workload)| workload.counts.total > 0);
    debtors.map(|(line, _)| values.names.agency(line.body)).collect()
}
