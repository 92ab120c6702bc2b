//! Agencies and groups of a draft: ids, members, and who answers to which name.

use super::ambiguous;
use super::problems::{self, DraftProblems};
use super::successors;
use super::taker::Taker;
use crate::plan::body::is_body_id;
use crate::plan::names::{Called, Names};
use crate::plan::{Address, Body, BodyDraft, BodyIx, BodyKey, BodyKind, Class, Draft, Field, Lost, TextList};
use crate::text::Bilingual;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The bodies of a draft, ready to resolve references to them.
pub(super) struct Bodies {
    drafts: Arc<Vec<BodyDraft>>,
    ids: HashMap<String, BodyIx>,
    members: Vec<Field<Vec<BodyIx>>>,
    units: Vec<Arc<[BodyIx]>>,
    /// The agencies that take over from each.
    into: Vec<Field<Vec<BodyIx>>>,
    /// Groups whose units are not all known: a member is, or leads to, an error.
    incomplete: Vec<bool>,
    /// Those that could not be read: a reference that may mean one of them is not judged.
    lost: Lost,
    /// The ids that no body has, each with its places.
    unknown: HashMap<String, Vec<Address>>,
}

impl Bodies {
    pub(super) fn new(draft: &Draft, found: &mut DraftProblems) -> Self {
        let mut bodies = Self {
            drafts: Arc::clone(&draft.bodies),
            ids: HashMap::new(),
            members: Vec::new(),
            into: Vec::new(),
            units: vec![Arc::default(); draft.bodies.len()],
            incomplete: vec![false; draft.bodies.len()],
            lost: draft.lost.clone(),
            unknown: HashMap::new(),
        };
        for (ix, body) in draft.bodies.iter().enumerate() {
            bodies.take_id(BodyIx::new(ix), &body.id, found);
        }
        let lists = draft.bodies.iter().enumerate();
        let members: Vec<_> = lists
            .map(|(ix, body)| bodies.list(&body.members, |i| Address::Body(BodyIx::new(ix), BodyKey::MemberAt(i))))
            .collect();
        for (ix, members) in members.iter().enumerate() {
            bodies.incomplete[ix] =
                members.is_broken() || draft.bodies[ix].is_group && draft.bodies[ix].open.is_broken();
        }
        let mut places = vec![None; draft.bodies.len()];
        for start in 0..draft.bodies.len() {
            bodies.open_from(BodyIx::new(start), &members, &mut places, found);
        }
        bodies.members = members;
        bodies.into = bodies.successors(draft, found);
        let drafts = draft.bodies.iter().enumerate().map(|(ix, body)| (BodyIx::new(ix), body));
        ambiguous::report(drafts.filter(|(ix, body)| bodies.id(&body.id) == Some(*ix)), found);
        bodies
    }

    /// The agencies that each goes into: a group takes nothing over.
    fn successors(&mut self, draft: &Draft, found: &mut DraftProblems) -> Vec<Field<Vec<BodyIx>>> {
        let lists = draft.bodies.iter().enumerate();
        let into: Vec<_> = lists
            .map(|(ix, body)| {
                let into = self.list(&body.into, |i| Address::Body(BodyIx::new(ix), BodyKey::IntoAt(i)));
                let group = into.given().into_iter().flatten().position(|next| draft.bodies[next.at()].is_group);
                match group {
                    Some(number) => {
                        let at = Address::Body(BodyIx::new(ix), BodyKey::IntoAt(number));
                        found.push(problems::into_group(
                            &self.name(into.given().map_or(BodyIx::new(ix), |into| into[number])),
                            at,
                        ));
                        Field::Broken
                    }
                    None => into,
                }
            })
            .collect();
        successors::check(draft, &into, self, found);
        into
    }

    fn take_id(&mut self, ix: BodyIx, id: &str, found: &mut DraftProblems) {
        let at = Address::Body(ix, BodyKey::Id);
        if !is_body_id(id) {
            found.push(problems::bad_body_id(id, at));
        }
        let first = *self.ids.entry(id.to_owned()).or_insert(ix);
        if first != ix {
            found.push(problems::duplicate_body_id(id, at, Address::Body(first, BodyKey::Id)));
        }
    }

    /// Whether a body is a group that lists its members.
    pub(super) fn is_group(&self, body: BodyIx) -> bool {
        self.members[body.at()].given().is_some()
    }

    /// The groups with members that some bodies are, or have among their members at any depth.
    pub(super) fn groups_in(&self, bodies: &[BodyIx]) -> HashSet<BodyIx> {
        let (mut next, mut found) = (bodies.to_vec(), HashSet::new());
        while let Some(body) = next.pop() {
            if let Some(members) = self.members[body.at()].given().filter(|_| found.insert(body)) {
                next.extend(members);
            }
        }
        found.retain(|body| self.is_group(*body));
        found
    }

    /// The agencies into which some bodies went, and those into which these did; none where not all are known.
    pub(super) fn successors_of(&self, bodies: &[BodyIx]) -> Option<HashSet<BodyIx>> {
        let (mut next, mut found) = (bodies.to_vec(), HashSet::new());
        while let Some(body) = next.pop() {
            match &self.into[body.at()] {
                Field::Given(into) => next.extend(into.iter().filter(|next| found.insert(**next))),
                Field::Absent => {}
                Field::Broken => return None,
            }
        }
        Some(found)
    }

    /// The name of a body, or its id where the name is broken.
    pub(super) fn name(&self, body: BodyIx) -> Bilingual {
        let draft = &self.drafts[body.at()];
        Bilingual { own: draft.name.given().unwrap_or(&draft.id).clone(), en: draft.name_en.given().cloned() }
    }

    /// The body of an id that is known to exist.
    pub(super) fn id(&self, id: &str) -> Option<BodyIx> {
        self.ids.get(id).copied()
    }

    /// The body of an id; one that does not exist is remembered with all its places.
    pub(super) fn find(&mut self, id: &str, at: Address) -> Option<BodyIx> {
        let found = self.id(id);
        if found.is_none() && !self.is_lost(id) {
            match self.unknown.get_mut(id) {
                Some(places) => places.push(at),
                None => {
                    self.unknown.insert(id.to_owned(), vec![at]);
                }
            }
        }
        found
    }

    fn is_lost(&self, id: &str) -> bool {
        self.lost.bodies || self.lost.body_ids.iter().any(|lost| lost == id)
    }

    /// The bodies of a list of ids; broken if any is unknown.
    pub(super) fn list(&mut self, ids: &TextList, at: impl Fn(usize) -> Address) -> Field<Vec<BodyIx>> {
        let all = ids.given().map(Vec::as_slice).unwrap_or_default();
        let mut found = Some(Vec::with_capacity(all.len()));
        for (i, id) in all.iter().enumerate() {
            let body = id.given().and_then(|id| self.find(id, at(i)));
            found = found.zip(body).map(|(mut found, body)| {
                found.push(body);
                found
            });
        }
        ids.as_ref().and_then(|_| found)
    }

    /// The ids that no body has, each with its places, in the order of the ids.
    pub(super) fn take_unknown(&mut self) -> Vec<(String, Vec<Address>)> {
        let mut unknown: Vec<_> = std::mem::take(&mut self.unknown).into_iter().collect();
        unknown.sort_by(|(one, _), (other, _)| one.cmp(other));
        unknown
    }

    /// Whatever the bodies are called, in a plan by this issuer.
    pub(super) fn names(&self, issuer: &str) -> Names {
        let called = self.drafts.iter().zip(&self.units).map(|(draft, units)| {
            let aliases = draft.aliases.given().into_iter().flatten();
            Called {
                id: &draft.id,
                name: draft.name.given().map(String::as_str),
                english: draft.name_en.given().map(String::as_str),
                short: draft.short.given().map(String::as_str),
                aliases: aliases.filter_map(|alias| alias.given().map(String::as_str)).collect(),
                is_group: draft.is_group,
                units,
            }
        });
        Names::new(called, issuer)
    }

    /// The id of a body.
    pub(super) fn id_of(&self, body: BodyIx) -> &str {
        &self.drafts[body.at()].id
    }

    /// Whether a body is a group, or has it among its members at any depth.
    pub(super) fn leads_to(&self, body: BodyIx, group: BodyIx) -> bool {
        // A stack and what was seen, since a file may nest groups at will, in cycles too.
        let (mut next, mut seen) = (vec![body], HashSet::new());
        while let Some(body) = next.pop() {
            if body == group {
                return true;
            }
            if seen.insert(body) {
                next.extend(self.members[body.at()].given().into_iter().flatten());
            }
        }
        false
    }

    /// Whether the units of a list of bodies are not all known.
    pub(super) fn is_incomplete(&self, bodies: &[BodyIx]) -> bool {
        bodies.iter().any(|body| self.incomplete[body.at()])
    }

    /// The units of a list of bodies: groups opened to the bottom, in order, each once.
    pub(super) fn open(&self, bodies: &[BodyIx]) -> Arc<[BodyIx]> {
        if let [body] = bodies {
            return Arc::clone(&self.units[body.at()]);
        }
        let mut all = Vec::with_capacity(bodies.iter().map(|body| self.units[body.at()].len()).sum());
        for body in bodies {
            all.extend_from_slice(&self.units[body.at()]);
        }
        // Bodies that have a unit in common are seldom named together.
        let mut sorted = all.clone();
        sorted.sort_unstable();
        if sorted.windows(2).all(|pair| pair[0] != pair[1]) {
            return all.into();
        }
        let mut seen = HashSet::new();
        all.into_iter().filter(|unit| seen.insert(*unit)).collect()
    }

    /// Whether a list of bodies opens to a unit, among others.
    pub(super) fn have_unit(&self, bodies: &[BodyIx], unit: BodyIx) -> bool {
        bodies.iter().any(|body| self.units[body.at()].contains(&unit))
    }

    /// The only unit of a list of bodies, if there is just one.
    pub(super) fn sole_unit(&self, bodies: &[BodyIx]) -> Option<BodyIx> {
        let mut units = bodies.iter().flat_map(|body| self.units[body.at()].iter().copied());
        let first = units.next()?;
        units.all(|unit| unit == first).then_some(first)
    }

    /// Opens a body and all below it. A stack of its own, since a file may nest groups at will.
    ///
    /// `places` says of each body where it is on that stack, so that nobody need look; it is left as it was: empty.
    fn open_from(
        &mut self,
        start: BodyIx,
        members: &[Field<Vec<BodyIx>>],
        places: &mut [Option<usize>],
        found: &mut DraftProblems,
    ) {
        let mut stack = vec![(start, 0)];
        while let Some((body, next)) = stack.pop() {
            // Every finished body has units, if only itself.
            if !self.units[body.at()].is_empty() {
                continue;
            }
            let members = members[body.at()].given().map(Vec::as_slice).unwrap_or_default();
            match members.get(next) {
                Some(member) => {
                    places[body.at()] = Some(stack.len());
                    stack.push((body, next + 1));
                    if let Some(begin) = places[member.at()] {
                        stack[begin..].iter().for_each(|(open, _)| self.incomplete[open.at()] = true);
                        let groups = stack[begin..].iter().map(|(open, _)| self.drafts[open.at()].id.as_str());
                        let groups: Vec<&str> = groups.collect();
                        found.push(problems::group_cycle(&groups, Address::Body(body, BodyKey::MemberAt(next))));
                    } else {
                        stack.push((*member, 0));
                    }
                }
                // In a cycle a group can be left without units; it counts as one, as when empty.
                None => {
                    places[body.at()] = None;
                    let units = self.open(members);
                    self.incomplete[body.at()] |= self.is_incomplete(members);
                    self.units[body.at()] = if units.is_empty() {
                        Arc::new([body])
                    } else if self.drafts[body.at()].is_open() {
                        units.iter().copied().chain([body]).collect()
                    } else {
                        units
                    };
                }
            }
        }
    }

    pub(super) fn finish(self, taker: &mut Taker) -> Vec<Body> {
        let drafts = Arc::unwrap_or_clone(self.drafts).into_iter();
        let drafts = drafts.zip(self.members).zip(self.units).zip(self.into);
        let bodies = drafts.map(|(((draft, members), units), into)| {
            let is_open = draft.is_open();
            let BodyDraft { id, is_group, name, name_en, short, aliases, open, count, since, ended, .. } = draft;
            taker.optional(open);
            let (members, count) = (taker.optional(members), taker.optional(count));
            let kind = match (is_group, members) {
                (false, _) => BodyKind::Agency,
                (true, members) if is_open => BodyKind::Class(Class { members: members.unwrap_or_default(), count }),
                (true, None) => BodyKind::Unlisted,
                (true, Some(members)) => BodyKind::Group(members),
            };
            Body {
                id,
                name: taker.bilingual(name, name_en),
                short: taker.optional(short),
                aliases: taker.elements(aliases),
                kind,
                units,
                since: taker.optional(since),
                ended: taker.optional(ended),
                into: taker.optional(into).unwrap_or_default(),
            }
        });
        bodies.collect()
    }
}
