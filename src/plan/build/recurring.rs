//! Deadlines that recur: their periods, and the marks that must name one.

use super::problems::{self, DraftProblems};
use super::rows::Rows;
use crate::plan::{
    Address, Deadline, DeadlineKind, DirectiveKey, Draft, Every, Field, NoPeriods, Occurrence, Period, RowIx, RowKey,
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// The periods of the deadlines of a draft that recur.
pub(super) struct Recurring {
    /// By the row that states it; none where they are not known.
    of: HashMap<RowIx, Option<Vec<Occurrence>>>,
    issued: Field<NaiveDate>,
    /// The day from which each row is there; none for always, broken where that is not known.
    since: Vec<Field<NaiveDate>>,
}

/// What a row says of the periods of its marks.
pub(super) enum Periods<'a> {
    /// It does not recur.
    None,
    /// These, if they are known.
    Some(Option<Vec<&'a Occurrence>>),
    /// Whether it recurs is not known.
    Unknown,
}

impl Recurring {
    /// Reports every recurring deadline that has no periods, or too many.
    pub(super) fn new(draft: &Draft, rows: &Rows, found: &mut DraftProblems) -> Self {
        let mut recurring =
            Self { of: HashMap::new(), issued: draft.about.issued.clone(), since: since_in_force(draft, rows) };
        for (ix, row) in draft.rows.iter().enumerate() {
            let Some((every, from)) = every(&row.due) else { continue };
            let at = |key| Address::Row(RowIx::new(ix), key);
            let places = [at(RowKey::Due), at(RowKey::DueUntil)];
            let since = recurring.since[ix].clone();
            let periods = recurring.periods(draft, every, from, &since, places, found);
            recurring.of.insert(RowIx::new(ix), periods);
        }
        for (number, directive) in draft.directives.iter().enumerate() {
            let Some((every, from)) = every(&directive.due) else { continue };
            let at = |key| Address::Directive(number, key);
            let places = [at(DirectiveKey::Due), at(DirectiveKey::DueUntil)];
            recurring.periods(draft, every, from, &Field::Absent, places, found);
        }
        recurring
    }

    fn periods(
        &self,
        draft: &Draft,
        every: &Every,
        from: Option<Period>,
        since: &Field<NaiveDate>,
        [due, until_at]: [Address; 2],
        found: &mut DraftProblems,
    ) -> Option<Vec<Occurrence>> {
        let until = match (every.until, &draft.about.until) {
            (Some(until), _) => until.last_day(),
            (None, Field::Given(until)) => until.last_day(),
            (None, Field::Broken) => return None,
            (None, Field::Absent) => {
                found.push(problems::no_periods(NoPeriods::NoEnd, due));
                return None;
            }
        };
        let issued = self.issued.given().copied()?;
        let start = match (from, since) {
            (Some(from), _) => from.first_day(),
            (None, Field::Broken) => return None,
            (None, Field::Absent) => issued,
            (None, Field::Given(since)) => issued.max(*since),
        };
        match every.occurrences(start, until) {
            Ok(periods) => Some(periods),
            Err(why) => {
                let at = if every.until.is_some() { until_at } else { due };
                found.push(problems::no_periods(why, at));
                None
            }
        }
    }

    /// The periods that a row has.
    pub(super) fn of(&self, draft: &Draft, rows: &Rows, row: RowIx) -> Periods<'_> {
        let from = match &rows.ancestry.due_from[row.at()] {
            Field::Given(from) => *from,
            Field::Absent => return Periods::None,
            Field::Broken => return Periods::Unknown,
        };
        if every(&draft.rows[from.at()].due).is_none() {
            return Periods::None;
        }
        let all = self.of.get(&from).and_then(Option::as_ref);
        let start = self.issued.given().zip(match &self.since[row.at()] {
            Field::Broken => None,
            since => Some(since.given().copied().unwrap_or(NaiveDate::MIN)),
        });
        let exist = all.zip(start).map(|(all, (issued, since))| {
            let start = since.max(*issued);
            all.iter().filter(|one| one.last_day >= start).collect()
        });
        Periods::Some(exist)
    }

    /// The periods by the row that states their deadline, as far as they are known.
    pub(super) fn finish(self) -> HashMap<RowIx, Vec<Occurrence>> {
        self.of.into_iter().filter_map(|(row, periods)| Some((row, periods?))).collect()
    }
}

/// How a deadline recurs, if it does, and where it starts.
fn every(due: &Field<Box<Deadline>>) -> Option<(&Every, Option<Period>)> {
    match due.given()?.as_ref() {
        Deadline { kind: DeadlineKind::Every(every), from, .. } => Some((every, *from)),
        _ => None,
    }
}

/// The day from which each row is there: the latest that it or a row above states.
fn since_in_force(draft: &Draft, rows: &Rows) -> Vec<Field<NaiveDate>> {
    let mut since = vec![Field::Broken; draft.rows.len()];
    for row in &rows.ancestry.top_down {
        let above = match &rows.ancestry.parent[row.at()] {
            Field::Given(above) => since[above.at()].clone(),
            Field::Absent => Field::Absent,
            Field::Broken => Field::Broken,
        };
        since[row.at()] = match (&draft.rows[row.at()].since, above) {
            (Field::Broken, _) | (_, Field::Broken) => Field::Broken,
            (Field::Absent, above) => above,
            (own, Field::Absent) => own.clone(),
            (Field::Given(own), Field::Given(above)) => Field::Given((*own).max(above)),
        };
    }
    since
}
