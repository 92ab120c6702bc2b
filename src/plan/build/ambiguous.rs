//! Names that two agencies or groups have alike.

use super::problems::{self, DraftProblems};
use crate::plan::{Address, BodyDraft, BodyIx, BodyKey};
use crate::text::{alike, fold};
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A name of a body.
struct Spoken<'d> {
    body: BodyIx,
    id: &'d str,
    key: BodyKey,
    name: &'d str,
    /// Of the folded name: what is alike has the same.
    hash: u64,
}

/// Reports every two bodies that have an id, name, short name or alias alike; of bodies in the order of the file.
pub(super) fn report<'d>(bodies: impl Iterator<Item = (BodyIx, &'d BodyDraft)>, found: &mut DraftProblems) {
    let names: Vec<Spoken<'_>> = bodies.flat_map(|(body, draft)| spoken(body, draft)).collect();
    // Whose a name is; nobody's alone where several bodies have it. Few names are: only those are compared with care.
    let mut owners: HashMap<u64, Option<BodyIx>> = HashMap::with_capacity(names.len());
    for name in &names {
        let owner = owners.entry(name.hash).or_insert(Some(name.body));
        *owner = owner.filter(|owner| *owner == name.body);
    }
    let (mut firsts, mut reported) = (HashMap::new(), HashSet::new());
    for name in names.iter().filter(|name| owners[&name.hash].is_none()) {
        let first = *firsts.entry(alike(name.name)).or_insert(name);
        if first.body != name.body && reported.insert((first.body, name.body)) {
            let [first, second] = [first, name].map(|name| (name.id, Address::Body(name.body, name.key)));
            found.push(problems::ambiguous_name(name.name, first, second));
        }
    }
}

/// What a body is called. A name without a letter or digit is one that nobody can ask for.
fn spoken(body: BodyIx, draft: &BodyDraft) -> impl Iterator<Item = Spoken<'_>> {
    let aliases = draft.aliases.given().into_iter().flatten().enumerate();
    let aliases = aliases.filter_map(|(i, alias)| Some((BodyKey::AliasAt(i), alias.given()?)));
    let name = draft.name.given().map(|name| (BodyKey::Name, name));
    let short = draft.short.given().map(|short| (BodyKey::Short, short));
    let names = name.into_iter().chain(short).chain(aliases).chain([(BodyKey::Id, &draft.id)]);
    names.filter_map(move |(key, name)| {
        let folded = fold(name);
        let mut hasher = DefaultHasher::new();
        folded.hash(&mut hasher);
        (!folded.is_empty()).then(|| Spoken { body, id: &draft.id, key, name, hash: hasher.finish() })
    })
}
