//! Whose reports a request means, and for which period.

use super::SubmitRequest;
use crate::plan::{BodyIx, Period, Plan, RowIx, RowKind};
use crate::query::{Obligation, Scope, Snapshot};
use crate::register::{Refusal, check_period, check_there, each_once, responsible};
use chrono::NaiveDate;

/// What a request means on one row.
pub(super) struct Meant {
    /// The units that get an entry, in the order of the row's; none where all of a group have delivered.
    pub(super) units: Vec<BodyIx>,
    /// The period, of a row that recurs.
    pub(super) period: Option<Period>,
    /// Agencies that were named and had ended, each with the one that took over.
    pub(super) instead: Vec<(BodyIx, BodyIx)>,
}

/// A body that is named.
enum Named {
    /// One that reports for itself.
    One(BodyIx),
    /// A group, which stands for those of its units that have not delivered.
    Group(BodyIx),
}

/// What a request means on a row.
///
/// # Errors
/// A row that has nothing to submit on that day, a body that does not lead it, or a period that is none.
pub(super) fn of(snapshot: &Snapshot<'_>, row: RowIx, request: &SubmitRequest) -> Result<Meant, Refusal> {
    let plan = snapshot.plan;
    check_there(snapshot, row)?;
    if plan.node(row).kind == RowKind::Heading {
        return Err(Refusal::Heading { row, rows: items_below(plan, row) });
    }
    let on = request.on.last_day();
    if let Some(ended) = plan.node(row).ended.filter(|ended| *ended <= on) {
        return Err(Refusal::RowEnded { row, ended, replaced_by: replaced_by(plan, row) });
    }
    let mut instead = Vec::new();
    let named = match &request.by[..] {
        [] => vec![Named::One(sole(snapshot, row, on)?)],
        by => by.iter().map(|body| named(snapshot, row, *body, on, &mut instead)).collect::<Result<_, _>>()?,
    };
    let period = period(snapshot, row, request, &named)?;
    let mut units = Vec::new();
    for named in &named {
        match named {
            Named::One(body) => units.push(*body),
            Named::Group(group) => units.extend(missing_of(snapshot, row, *group, period, request)),
        }
    }
    Ok(Meant { units: in_order(snapshot, row, period, &each_once(&units)), period, instead })
}

/// Who must deliver the row, if that is one body.
fn sole(snapshot: &Snapshot<'_>, row: RowIx, on: NaiveDate) -> Result<BodyIx, Refusal> {
    let own: Vec<BodyIx> = snapshot.obligations(row).iter().flat_map(|owed| owed.units().iter().copied()).collect();
    let own = if own.is_empty() { snapshot.units(row).to_vec() } else { each_once(&own) };
    match own[..] {
        [unit] => Ok(heir(snapshot, unit, on)?.unwrap_or(unit)),
        _ => Err(Refusal::WhichUnit { row, units: own }),
    }
}

/// A body that is named, or the one that had taken over from it by then.
fn named(
    snapshot: &Snapshot<'_>,
    row: RowIx,
    body: BodyIx,
    on: NaiveDate,
    instead: &mut Vec<(BodyIx, BodyIx)>,
) -> Result<Named, Refusal> {
    responsible(snapshot, row, body)?;
    if !snapshot.plan.body(body).is_single() {
        return Ok(Named::Group(body));
    }
    let heir = heir(snapshot, body, on)?;
    instead.extend(heir.map(|heir| (body, heir)));
    Ok(Named::One(heir.unwrap_or(body)))
}

/// The one that had taken over by a day from a body that had ended; none for one that had not.
fn heir(snapshot: &Snapshot<'_>, body: BodyIx, on: NaiveDate) -> Result<Option<BodyIx>, Refusal> {
    let plan = snapshot.plan;
    let Some(ended) = plan.body(body).ended.filter(|ended| *ended <= on) else { return Ok(None) };
    let heirs = plan.heirs_on(body, on);
    match heirs[..] {
        [heir] => Ok(Some(heir)),
        _ => Err(Refusal::AgencyEnded { body, ended, heirs }),
    }
}

/// The period that is meant: the one asked for; else that of the same report, if it is recorded; else the oldest that
/// had begun by then and that one of the bodies has not delivered.
fn period(
    snapshot: &Snapshot<'_>,
    row: RowIx,
    request: &SubmitRequest,
    named: &[Named],
) -> Result<Option<Period>, Refusal> {
    let plan = snapshot.plan;
    if let Some(period) = request.period {
        return check_period(plan, row, period).map(|()| Some(period));
    }
    let Some(periods) = plan.occurrences(row) else { return Ok(None) };
    let meant = Scope::new(plan, named.iter().map(|(Named::One(body) | Named::Group(body))| *body));
    let recorded = plan
        .row(row)
        .submitted
        .iter()
        .find(|entry| meant.has(entry.by) && entry.on == request.on && entry.reference == request.reference);
    if let Some(recorded) = recorded {
        return Ok(recorded.period);
    }
    let is_owed = |period: Period| {
        let mut owed = obligations(snapshot, row, Some(period));
        owed.any(|owed| !owed.status.is_delivered() && meant.owes(owed))
    };
    let on = request.on.last_day();
    let mut begun = periods.take_while(|one| one.first_day <= on).map(|one| one.period);
    begun.find(|period| is_owed(*period)).map(Some).ok_or(Refusal::NothingOwed { row })
}

fn obligations<'s>(
    snapshot: &'s Snapshot<'_>,
    row: RowIx,
    period: Option<Period>,
) -> impl Iterator<Item = &'s Obligation> {
    snapshot.obligations(row).iter().filter(move |owed| owed.key.period == period)
}

/// The units of a group, or those that took over from them, that have not delivered; to replace an entry also each
/// that has one of its own.
fn missing_of(
    snapshot: &Snapshot<'_>,
    row: RowIx,
    group: BodyIx,
    period: Option<Period>,
    request: &SubmitRequest,
) -> Vec<BodyIx> {
    let scope = Scope::new(snapshot.plan, [group]);
    if obligations(snapshot, row, period).next().is_none() {
        // The period has not begun.
        return snapshot.units_among(row, group);
    }
    let has_live_entry = |unit: BodyIx| {
        let mut entries = snapshot.plan.row(row).submitted.iter();
        entries.any(|entry| (entry.by, entry.period) == (unit, period) && entry.is_live(snapshot.as_of))
    };
    let owed = obligations(snapshot, row, period).filter(|owed| scope.owes(owed));
    let units = owed.flat_map(|owed| {
        let own = owed.units().iter().copied().filter(|unit| scope.has(*unit) || !snapshot.plan.one_for_all(row));
        own.filter(|unit| !owed.status.is_delivered() || request.replace && has_live_entry(*unit))
    });
    units.collect()
}

/// Some units in the order in which the row's stand.
fn in_order(snapshot: &Snapshot<'_>, row: RowIx, period: Option<Period>, units: &[BodyIx]) -> Vec<BodyIx> {
    let owed = obligations(snapshot, row, period).flat_map(Obligation::units).copied();
    let all = each_once(&owed.chain(snapshot.units(row).iter().copied()).collect::<Vec<_>>());
    let others = units.iter().copied().filter(|unit| !all.contains(unit));
    all.iter().copied().filter(|unit| units.contains(unit)).chain(others).collect()
}

/// The row in the place of one that has ended, be that itself or one above it.
fn replaced_by(plan: &Plan, row: RowIx) -> Option<RowIx> {
    std::iter::once(row).chain(plan.ancestors(row)).find_map(|row| plan.row(row).ended.as_ref()?.replaced_by)
}

/// The items below a heading, in file order.
fn items_below(plan: &Plan, row: RowIx) -> Vec<RowIx> {
    let mut items: Vec<RowIx> = plan.below(row).filter(|below| plan.node(*below).kind == RowKind::Item).collect();
    items.sort_unstable();
    items
}
