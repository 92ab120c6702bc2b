//! Rules about agencies and groups.

use super::rules::Findings;
use super::shown;
use crate::plan::{
    Address, BodyIx, BodyKey, DirectiveKey, Draft, EntryDraft, ExtensionDraft, ExtensionKey, Field, RowIx, RowKey,
    TextList,
};
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
        let at = Address::Body(BodyIx::new(ix), BodyKey::Id);
        let in_english = body.name_en.given().map(String::as_str);
        let message = |lang: Lang| rule::unused_agency(lang, &shown(lang.pick(name, in_english)));
        found.push(at, message, rule::unused_agency_help);
    }
}

/// `repeated-agency`: a body that stands twice in one list, or leads and supports one row, most often stands in the place
/// of another. Groups are not opened: "UBND cấp xã" beside one of its communes may well be meant.
pub(super) fn repeated_agency(draft: &Draft, found: &mut Findings) {
    for (ix, row) in draft.rows.iter().enumerate().map(|(ix, row)| (RowIx::new(ix), row)) {
        let mut seen = HashSet::new();
        report_repeated(&row.lead, &mut seen, |number| Address::Row(ix, RowKey::LeadAt(number)), found);
        report_repeated(&row.support, &mut seen, |number| Address::Row(ix, RowKey::SupportAt(number)), found);
        for (number, extension) in row.extended.given().into_iter().flatten().enumerate() {
            let at = |i| Address::Extension(ix, number, ExtensionKey::ForAt(i));
            report_repeated(&extension.covers, &mut HashSet::new(), at, found);
        }
    }
    for (number, directive) in draft.directives.iter().enumerate() {
        let at = |i| Address::Directive(number, DirectiveKey::AgencyAt(i));
        report_repeated(&directive.agencies, &mut HashSet::new(), at, found);
    }
    for (ix, body) in draft.bodies.iter().enumerate() {
        let at = |i| Address::Body(BodyIx::new(ix), BodyKey::MemberAt(i));
        report_repeated(&body.members, &mut HashSet::new(), at, found);
    }
}

fn report_repeated<'d>(
    list: &'d TextList,
    seen: &mut HashSet<&'d str>,
    at: impl Fn(usize) -> Address,
    found: &mut Findings,
) {
    let ids = list.given().into_iter().flatten().enumerate();
    let given = ids.filter_map(|(number, id)| Some((number, id.given()?)));
    let repeated: Vec<(usize, &String)> = given.filter(|(_, id)| !seen.insert(id)).collect();
    // A line that was copied is one mistake.
    let Some(((first, _), rest)) = repeated.split_first() else { return };
    let message = |lang| {
        let names: Vec<String> = repeated.iter().take(3).map(|(_, id)| format!("\"{}\"", shown(id))).collect();
        let more = if repeated.len() > names.len() { ", …" } else { "" };
        rule::repeated_agency(lang, &(names.join(", ") + more))
    };
    let also = rest.iter().map(|(number, _)| at(*number));
    found.push_with(at(*first), also, message, rule::repeated_agency_help);
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
                let EntryDraft { by, period: _, on: _, reference: _, note: _, returned: _, reason: _ } = entry;
                named.take(by);
            });
            named.take_each(&row.extended, |named, extension| {
                let ExtensionDraft { covers, period: _, to: _, granted: _, reference: _ } = extension;
                named.take_list(covers);
            });
            named.take_each(&row.progress, |named, note| named.take(&note.by));
        }
        draft.directives.iter().for_each(|directive| named.take_list(&directive.agencies));
        for body in draft.bodies.iter() {
            named.take_list(&body.members);
            named.take_list(&body.into);
        }
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
