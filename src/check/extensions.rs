//! Rules about extensions.

use super::rules::Findings;
use super::shown;
use crate::plan::{Address, ExtensionKey, Fact, RowIx, Sketch};
use crate::query::{Assignments, ExtensionAt, Moved};
use crate::text::{Lang, words::rule};

/// `extension-earlier`: an extension that moves the deadline in force of one of its units to an earlier day, or of
/// none to a later one, is a slip of the pen, or stands in the wrong row. In force is what was known on the day it was granted;
/// of one list what stands before it.
pub(super) fn extension_earlier(sketch: &Sketch, found: &mut Findings) {
    if !sketch.calendar().knows_last_days() {
        return;
    }
    let (plan, gaps) = (sketch.as_read(), sketch.gaps());
    let assigned = Assignments::of(plan);
    for (row, stated) in plan.rows() {
        for (number, extension) in stated.extended.iter().enumerate() {
            let in_file = gaps.number_of_extension(row, number);
            // One before it that could not be read may have moved the same days.
            if in_file != number {
                break;
            }
            let is_known = |at: ExtensionAt| {
                let is_before = at.row != row || at.number() < number;
                is_before && at.of(plan).granted <= extension.granted
            };
            let moved = assigned.moved_by(row, extension, is_known);
            let (known, unknown): (Vec<_>, Vec<_>) =
                moved.partition(|moved| knows_last_days(sketch, moved.row, Some(row)));
            let to = plan.calendar.rolled(extension.to);
            let not_later = Moved::not_later(known, to)
                .filter(|moved| unknown.is_empty() || moved.before.day().is_some_and(|day| to < day));
            let Some(last) = not_later.and_then(|moved| moved.before.day()) else { continue };
            let message = |lang: Lang| rule::extension_earlier(lang, &lang.date(extension.to), &lang.date(last));
            let at = Address::Extension(row, in_file, ExtensionKey::To);
            found.push(at, message, rule::extension_earlier_help);
        }
    }
}

/// Whether all that decides the last days of a row is known, but for the extensions of a row that is judged:
/// its deadline, and the extensions from it up to the row that states that.
pub(super) fn knows_last_days(sketch: &Sketch, row: RowIx, judged: Option<RowIx>) -> bool {
    let (plan, gaps) = (sketch.as_read(), sketch.gaps());
    let top = plan.node(row).due_from.map_or(0, |from| plan.node(from).depth);
    let above = plan.ancestors(row).take_while(|above| plan.node(*above).depth >= top);
    let mut bearing = std::iter::once(row).chain(above);
    gaps.are_none()
        || gaps.knows(row, Fact::Due) && bearing.all(|row| Some(row) == judged || gaps.knows(row, Fact::Extensions))
}

/// `idle-extension`: an extension for bodies that have nothing to deliver here moves no deadline.
pub(super) fn idle_extension(sketch: &Sketch, found: &mut Findings) {
    let (plan, gaps) = (sketch.as_read(), sketch.gaps());
    let all = plan.rows().flat_map(|(row, stated)| stated.extended.iter().enumerate().map(move |one| (row, one)));
    let (places, asked): (Vec<_>, Vec<_>) = all
        .filter_map(|(row, (number, extension))| Some(((row, number), (row, &*extension.covers.as_ref()?.units))))
        .unzip();
    if asked.is_empty() {
        return;
    }
    let concerned = Assignments::of(plan).concern(&asked);
    // Whether anything is unknown of a row or of one below it.
    let mut is_partial = vec![false; plan.rows().len()];
    for row in plan.top_down().rev() {
        is_partial[row.at()] |= !(gaps.knows(row, Fact::Units) && gaps.knows_children(row));
        if let Some(above) = plan.node(row).parent {
            is_partial[above.at()] |= is_partial[row.at()];
        }
    }
    for ((row, number), _) in places.into_iter().zip(concerned).filter(|(_, is_concerned)| !is_concerned) {
        if gaps.knows(row, Fact::Id) && !is_partial[row.at()] {
            let message = |lang| rule::idle_extension(lang, &shown(plan.row(row).number()));
            let at = Address::Extension(row, gaps.number_of_extension(row, number), ExtensionKey::For);
            found.push(at, message, rule::idle_extension_help);
        }
    }
}
