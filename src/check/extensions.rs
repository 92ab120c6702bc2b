//! Rules about extensions.

use super::{Finding, shown};
use crate::diagnostic::Code;
use crate::plan::{Address, BodyIx, Extension, ExtensionKey, Plan, RowIx};
use crate::query::with_below;
use crate::text::{Lang, words::rule};
use chrono::NaiveDate;
use std::collections::HashSet;

/// `extension-earlier`: an extension that does not move the deadline in force to a later day is a slip
/// of the pen, or stands in the wrong row.
pub(super) fn extension_earlier(plan: &Plan, found: &mut Vec<Finding>) {
    for (ix, row) in plan.rows() {
        for (number, extension) in row.extended.iter().enumerate() {
            let Some(last) = in_force(plan, ix, number).filter(|last| extension.to <= *last) else { continue };
            let message = |lang: Lang| rule::extension_earlier(lang, &lang.date(extension.to), &lang.date(last));
            let at = Address::Extension(ix, number, ExtensionKey::To);
            found.push(Finding::new(Code::ExtensionEarlier, at, message, rule::extension_earlier_help));
        }
    }
}

/// The last day before the extension of that number: by an earlier one for some of the same units, on
/// the row or above it up to the row that states the deadline; else as stated.
fn in_force(plan: &Plan, ix: RowIx, number: usize) -> Option<NaiveDate> {
    let own = &plan.row(ix).extended;
    let top = plan.node(ix).due_from.map_or(0, |from| plan.node(from).depth);
    let above = plan.ancestors(ix).take_while(|above| plan.node(*above).depth >= top);
    let above = above.flat_map(|above| plan.row(above).extended.iter().rev());
    let mut earlier = own[..number].iter().rev().chain(above);
    let before = earlier.find(|other| other.granted <= own[number].granted && share_units(other, &own[number]));
    match before {
        Some(before) => Some(plan.calendar.rolled(before.to)),
        None => plan.due(ix).and_then(|due| due.last_day(&plan.calendar)),
    }
}

fn share_units(one: &Extension, other: &Extension) -> bool {
    match (&one.covers, &other.covers) {
        (Some(one), Some(_)) => one.units.iter().any(|unit| other.is_for(*unit)),
        _ => true,
    }
}

/// `idle-extension`: an extension for bodies that have nothing to deliver here moves no deadline.
pub(super) fn idle_extension(plan: &Plan, found: &mut Vec<Finding>) {
    for (ix, row) in plan.rows().filter(|(_, row)| row.extended.iter().any(|extension| extension.covers.is_some())) {
        let below = with_below(plan, [ix]).into_iter().flat_map(|ix| plan.node(ix).units.iter().copied());
        let units: HashSet<BodyIx> = below.collect();
        for (number, extension) in row.extended.iter().enumerate() {
            let is_idle =
                extension.covers.as_ref().is_some_and(|covers| !covers.units.iter().any(|unit| units.contains(unit)));
            if is_idle {
                let message = |lang| rule::idle_extension(lang, &shown(row.number()));
                let at = Address::Extension(ix, number, ExtensionKey::For);
                found.push(Finding::new(Code::IdleExtension, at, message, rule::idle_extension_help));
            }
        }
    }
}
