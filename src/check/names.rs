//! Rules about agencies and groups.

use super::rules::Findings;
use super::shown;
use crate::plan::{Address, BodyIx, BodyKey, BodyKind, Plan};
use crate::text::words::rule;
use std::collections::HashSet;

/// `unused-agency`: a body that no row, group, mark or directive names is left over, or was forgotten
/// where it belongs. The members of a group are named by it, even if nobody names the group.
pub(super) fn unused_agency(plan: &Plan, found: &mut Findings) {
    let named: HashSet<BodyIx> = named(plan).collect();
    for (ix, body) in plan.bodies().filter(|(ix, _)| !named.contains(ix)) {
        let message = |_| shown(&body.name.own);
        let message = |lang| rule::unused_agency(lang, &message(lang));
        found.push(Address::Body(ix, BodyKey::Id), message, rule::unused_agency_help);
    }
}

fn named(plan: &Plan) -> impl Iterator<Item = BodyIx> {
    let rows = plan.rows().flat_map(|(_, row)| {
        let covers = row.extended.iter().filter_map(|extension| extension.covers.as_ref());
        let marks =
            row.submitted.iter().map(|entry| entry.by).chain(covers.flat_map(|covers| covers.stated.iter().copied()));
        row.lead.iter().flatten().copied().chain(row.support.iter().copied()).chain(marks)
    });
    let members = plan.bodies().flat_map(|(_, body)| match &body.kind {
        BodyKind::Group(members) => members.as_slice(),
        BodyKind::Agency | BodyKind::OpenGroup => &[],
    });
    let directives = plan.directives.iter().flat_map(|directive| &directive.agencies);
    rows.chain(members.copied()).chain(directives.copied()).chain(plan.about.coordinator)
}
