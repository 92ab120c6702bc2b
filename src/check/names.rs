//! Rules about agencies and groups.

use super::rules::Findings;
use super::shown;
use crate::plan::{Address, BodyIx, BodyKey, Draft, EntryDraft, ExtensionDraft, Field};
use crate::text::{Lang, is_near, words::rule};
use std::collections::HashSet;

/// `unused-agency`: a body that no row, group, mark or directive names is left over, or was forgotten
/// where it belongs. The members of a group are named by it, even if nobody names the group.
pub(super) fn unused_agency(draft: &Draft, found: &mut Findings) {
    let named = Named::by(draft);
    for (ix, body) in draft.bodies.iter().enumerate() {
        // Whoever writes a name for an id means the body that has it.
        let is_named = |name: &&String| named.may_mean(&body.id) || named.may_mean(name);
        let Some(name) = body.name.given().filter(|name| !is_named(name)) else { continue };
        let at = Address::Body(BodyIx(ix), BodyKey::Id);
        let in_english = body.name_en.given().map(String::as_str);
        let message = |lang: Lang| rule::unused_agency(lang, &shown(lang.pick(name, in_english)));
        found.push(at, message, rule::unused_agency_help);
    }
}

/// The bodies that a draft names.
struct Named<'d> {
    ids: HashSet<&'d str>,
    /// Ids that no body has: each may be a slip of the pen for one that would be named by it.
    unknown: Vec<&'d str>,
    /// Whether there are names that could not be read: then any body may be meant.
    has_unread: bool,
}

impl<'d> Named<'d> {
    fn by(draft: &'d Draft) -> Self {
        let lost = &draft.lost;
        let mut named = Self {
            ids: HashSet::new(),
            unknown: Vec::new(),
            has_unread: lost.directives || lost.bodies || !lost.rows.is_empty() || !lost.body_ids.is_empty(),
        };
        named.take(&draft.about.coordinator);
        for row in &draft.rows {
            named.take_list(&row.lead);
            named.take_list(&row.support);
            named.take_each(&row.submitted, |named, entry| {
                let EntryDraft { by, on: _, reference: _, note: _, returned: _, reason: _ } = entry;
                named.take(by);
            });
            named.take_each(&row.extended, |named, extension| {
                let ExtensionDraft { covers, to: _, granted: _, reference: _ } = extension;
                named.take_list(covers);
            });
        }
        draft.directives.iter().for_each(|directive| named.take_list(&directive.agencies));
        draft.bodies.iter().for_each(|body| named.take_list(&body.members));
        let known: HashSet<&str> = draft.bodies.iter().map(|body| body.id.as_str()).collect();
        named.unknown = named.ids.difference(&known).copied().collect();
        named
    }

    fn take(&mut self, id: &'d Field<String>) {
        self.has_unread |= id.is_broken();
        self.ids.extend(id.given().map(String::as_str));
    }

    fn take_list(&mut self, ids: &'d Field<Vec<Field<String>>>) {
        self.take_each(ids, Self::take);
    }

    fn take_each<T>(&mut self, list: &'d Field<Vec<T>>, take: impl Fn(&mut Self, &'d T)) {
        self.has_unread |= list.is_broken();
        list.given().into_iter().flatten().for_each(|element| take(self, element));
    }

    /// Whether a body is named, or may be meant by what is no name of any.
    fn may_mean(&self, id: &str) -> bool {
        // Past the first mistakes a file has another problem than slips, and each against each takes long.
        const MOST: usize = 50;
        let is_slip = || self.unknown.len() > MOST || self.unknown.iter().any(|unknown| is_near(unknown, id));
        self.has_unread || self.ids.contains(id) || is_slip()
    }
}
