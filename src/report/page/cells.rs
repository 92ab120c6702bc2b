//! The cells that tables share: number, title, lead, support, deadline, status.

use super::super::answer::{AgencyName, Days, Due, LeadShare, Obligation, Row, RowState, Share, Standing};
use super::{Cell, Origin, Tone, Value};
use crate::plan::RowKind;
use crate::query::{Counts, Status};
use crate::text::Lang;
use std::sync::Arc;

/// The printed number, set in by how much deeper the row stands than some depth.
pub fn number(row: &Row, depth: usize) -> Cell {
    let number = Value::RowNumber(Arc::clone(&row.name), row.depth.saturating_sub(depth));
    Cell::from(number).in_tone(row_tone(row))
}

/// The title; a heading's stands out.
pub fn title(row: &Arc<Row>) -> Cell {
    Cell::from(Value::Title(Arc::clone(row))).in_tone(row_tone(row))
}

fn row_tone(row: &Row) -> Tone {
    match row.kind {
        RowKind::Heading => Tone::Strong,
        RowKind::Item | RowKind::Part => Tone::Plain,
    }
}

/// The lead in force: groups with how many of their units have delivered; marked if inherited.
///
/// A unit that is asked about alone goes by its own name.
pub fn lead(state: &RowState) -> Cell {
    let cell = match (&state.shares[..], &state.obligations[..]) {
        ([share], [only]) if share.is_group && !state.row.is_one_for_all => who(&only.agencies).into(),
        _ => Cell::lines(lead_lines(state)),
    };
    if state.row.inherits_lead() { cell.said_in(Origin::Inherited).in_tone(Tone::Dim) } else { cell }
}

/// The bodies of a lead, one a line; groups with how many of their units have delivered. A heading only hands its
/// lead down: nobody delivers the heading itself.
pub fn lead_lines(state: &RowState) -> Vec<Value> {
    let row = &state.row;
    if row.is_one_for_all {
        return vec![Value::OneOf(Arc::clone(&row.lead))];
    }
    let recurs = state.periods.is_some();
    let share = |share: &LeadShare| {
        let agency = Arc::clone(&share.agency);
        match &share.heirs[..] {
            // Of several periods together it says nothing how many units have delivered.
            [] if share.is_group && !recurs => vec![Value::Delivered(agency, share.delivered, share.rest)],
            [] => vec![Value::Agency(agency)],
            heirs => {
                let heirs = heirs.iter().map(|heir| Value::Agency(Arc::clone(heir)));
                heirs.chain([Value::TakenOver(agency)]).collect()
            }
        }
    };
    match row.kind {
        RowKind::Item | RowKind::Part if !state.shares.is_empty() => state.shares.iter().flat_map(share).collect(),
        RowKind::Heading | RowKind::Item | RowKind::Part => {
            row.lead.iter().map(|agency| Value::Agency(Arc::clone(agency))).collect()
        }
    }
}

/// The supporting agencies.
pub fn support(row: &Row) -> Cell {
    Cell::lines(row.support.iter().map(|agency| Value::Agency(Arc::clone(agency))))
}

/// The deadline in force, marked if inherited, and the last days that are others.
pub fn due(row: &Row, standing: &Standing, lang: Lang) -> Cell {
    let extended = extended(standing);
    let Some(due) = &row.due else { return Cell::lines(extended) };
    let cell = Cell::lines(deadline(due, lang).chain(extended));
    if row.inherits_due() { cell.said_in(Origin::Inherited).in_tone(Tone::Dim) } else { cell }
}

/// A deadline with the day that counts: in its place, or on a line of its own.
pub fn deadline(due: &Arc<Due>, lang: Lang) -> impl Iterator<Item = Value> {
    let waiting = due.waits_for().filter(|_| due.wording(lang).is_some()).cloned().map(Value::Waiting);
    let day = due.last_day_in_table(lang).map(Value::LastDay);
    std::iter::once(Value::Due(Arc::clone(due))).chain(day).chain(waiting)
}

/// A line for each last day that is not the deadline's, with how many have it.
pub fn extended(standing: &Standing) -> impl Iterator<Item = Value> {
    standing.extended.iter().map(|(day, share)| Value::Extended(*day, *share))
}

/// The status of a row: its worst, with the days of the worst obligation, or how many share it.
pub fn row_status(state: &RowState) -> Cell {
    let ended = state.row.ended.as_ref().map(|end| Value::Ended(end.on, end.replaced_by.clone()));
    let cell = match (state.standing.worst, state.periods) {
        // What is ahead has days of its own; of what is past it tells more how many periods it is.
        (Some((status, Days::Late(_) | Days::None)), Some(periods)) if periods.whole > 1 => {
            let told = Cell::from(Value::StatusPeriods(status, periods)).and(returned(&state.standing));
            told.in_tone(Tone::Status(status))
        }
        (Some(_), _) => worst(&state.standing),
        (None, _) => worst_share(&state.counts),
    };
    cell.and(ended)
}

/// The worst status, with its days, and what was sent back.
pub fn worst(standing: &Standing) -> Cell {
    let Some((status, days)) = standing.worst else { return Cell::default() };
    Cell::from(Value::Status(status, days)).and(returned(standing)).in_tone(Tone::Status(status))
}

/// A line for what was sent back and has not come in again.
pub fn returned(standing: &Standing) -> Option<Value> {
    standing.returned.map(|(day, share)| Value::SentBack(day, share))
}

/// How many have each status, the worst first.
pub fn breakdown(counts: &Counts) -> Cell {
    let Some(worst) = counts.worst() else { return Cell::default() };
    let present = Status::ALL.into_iter().filter(|status| counts.of(*status) > 0);
    let lines = present.map(|status| Value::StatusShare(status, Share::of_status(counts, status)));
    Cell::lines(lines).in_tone(Tone::Status(worst))
}

/// How many have the worst status.
pub fn worst_share(counts: &Counts) -> Cell {
    let share = |status| Cell::from(Value::StatusShare(status, Share::of_status(counts, status)));
    counts.worst().map_or_else(Cell::default, |worst| share(worst).in_tone(Tone::Status(worst)))
}

/// Who owes an obligation.
pub fn who(agencies: &Arc<[Arc<AgencyName>]>) -> Value {
    match &**agencies {
        [agency] => Value::Agency(Arc::clone(agency)),
        _ => Value::OneOf(Arc::clone(agencies)),
    }
}

/// Who owes an obligation; the rest of an open class is called as that.
pub fn owing(obligation: &Obligation) -> Value {
    match (&*obligation.agencies, &obligation.group) {
        ([class], Some(group)) if obligation.rest && group.id == class.id => Value::Rest(Arc::clone(class)),
        _ => who(&obligation.agencies),
    }
}

/// Who owes an obligation, and below it those who owed it before they ended.
pub fn owing_for(obligation: &Obligation) -> impl Iterator<Item = Value> {
    [owing(obligation)].into_iter().chain(taken_over(obligation))
}

/// Those who owed an obligation before they ended.
pub fn taken_over(obligation: &Obligation) -> impl Iterator<Item = Value> {
    obligation.in_place_of.iter().flat_map(|ended| ended.iter()).map(|ended| Value::TakenOver(Arc::clone(ended)))
}

/// A number, or nothing instead of 0: a column of nothing is left out.
pub fn count(count: usize) -> Cell {
    Cell::lines((count > 0).then_some(Value::Count(count)))
}
