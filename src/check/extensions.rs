//! Rules about extensions.

use super::rules::Findings;
use super::shown;
use crate::plan::{Address, ExtensionKey, Plan};
use crate::query::{Assignments, ExtensionAt};
use crate::text::{Lang, words::rule};

/// `extension-earlier`: an extension that does not move the deadline in force of one of its units to a later
/// day is a slip of the pen, or stands in the wrong row. In force is what was known on the day it was granted;
/// of one list what stands before it.
pub(super) fn extension_earlier(plan: &Plan, found: &mut Findings) {
    let assigned = Assignments::of(plan);
    for (row, stated) in plan.rows() {
        for (number, extension) in stated.extended.iter().enumerate() {
            let is_known = |at: ExtensionAt| {
                let is_before = at.row != row || at.number < number;
                is_before && at.of(plan).granted <= extension.granted
            };
            let not_later = assigned.not_later(row, extension, is_known);
            let Some(last) = not_later.and_then(|moved| moved.before.day()) else { continue };
            let message = |lang: Lang| rule::extension_earlier(lang, &lang.date(extension.to), &lang.date(last));
            let at = Address::Extension(row, number, ExtensionKey::To);
            found.push(at, message, rule::extension_earlier_help);
        }
    }
}

/// `idle-extension`: an extension for bodies that have nothing to deliver here moves no deadline.
pub(super) fn idle_extension(plan: &Plan, found: &mut Findings) {
    let assigned = Assignments::of(plan);
    for (row, stated) in plan.rows() {
        for (number, extension) in stated.extended.iter().enumerate() {
            let is_idle = extension.covers.as_ref().is_some_and(|covers| !assigned.concerns(row, &covers.units));
            if is_idle {
                let message = |lang| rule::idle_extension(lang, &shown(stated.number()));
                let at = Address::Extension(row, number, ExtensionKey::For);
                found.push(at, message, rule::idle_extension_help);
            }
        }
    }
}
