//! Bodies that come and go, and events: what has been told of them is not told otherwise later.

use super::{Comparison, What, amended, joined};
use crate::check::{Judged, shown};
use crate::diagnostic::{Code, Place};
use crate::plan::{Address, BodyDraft, BodyIx, BodyKey, EventIx, EventKey, Field, TextList};
use crate::text::{Lang, words::rule};
use std::collections::HashMap;

/// Of `changed-plan`: when a body began and ended and who took it over, and when an event happened. What an older version
/// left open may be said now.
pub(super) fn lives(old: &Judged<'_>, new: &Judged<'_>, was: &dyn Fn(Address) -> Place, compared: &mut Comparison) {
    let (before, now) = (&old.draft.bodies, &new.draft.bodies);
    let (were, are) = (first_places(before, |body| &body.id), first_places(now, |body| &body.id));
    for (ix, body) in before.iter().enumerate().filter(|(ix, body)| were[body.id.as_str()] == *ix) {
        let Some(there) = are.get(body.id.as_str()) else { continue };
        let changed = changed_life(body, &now[*there]);
        if !changed.is_empty() {
            let name = body.name.given().map_or(&body.id, |name| name);
            let message = |lang: Lang| rule::changed_body(lang, &shown(name), &joined(lang, &changed));
            let (at, stood) =
                (Address::Body(BodyIx::new(*there), BodyKey::Id), Address::Body(BodyIx::new(ix), BodyKey::Id));
            compared.problems.push(amended(Code::ChangedPlan, at, &was(stood), message));
        }
    }
    let (before, now) = (&old.draft.events, &new.draft.events);
    let (were, are) = (first_places(before, |event| &event.id), first_places(now, |event| &event.id));
    for (ix, event) in before.iter().enumerate().filter(|(ix, event)| were[event.id.as_str()] == *ix) {
        let Some(day) = event.on.given() else { continue };
        let name = shown(event.name.given().map_or(&event.id, |name| name));
        let stood = was(Address::Event(EventIx(ix), EventKey::On));
        let problem = match are.get(event.id.as_str()) {
            Some(there) if is_otherwise(&event.on, &now[*there].on) => {
                let at = Address::Event(EventIx(*there), EventKey::On);
                let message = |lang: Lang| rule::changed_body(lang, &name, rule::what_event_day(lang));
                amended(Code::ChangedPlan, at, &stood, message)
            }
            None if !new.draft.lost.events => {
                let message = |lang: Lang| rule::removed_event(lang, &name, &lang.date(*day));
                amended(Code::ChangedPlan, Address::Plan, &stood, message)
            }
            Some(_) | None => continue,
        };
        compared.problems.push(problem);
    }
}

/// Where ids stand; of several that are the same the first has it.
fn first_places<T>(all: &[T], id: fn(&T) -> &String) -> HashMap<&str, usize> {
    let mut places = HashMap::new();
    for (ix, one) in all.iter().enumerate() {
        places.entry(id(one).as_str()).or_insert(ix);
    }
    places
}

fn changed_life(before: &BodyDraft, now: &BodyDraft) -> Vec<What> {
    let parts: [(bool, What); 3] = [
        (is_otherwise(&before.since, &now.since), rule::what_since),
        (is_otherwise(&before.ended, &now.ended), rule::what_ended),
        (is_otherwise(&before.into, &now.into) && !has_broken(&now.into), rule::what_into),
    ];
    parts.into_iter().filter(|(is_changed, _)| *is_changed).map(|(_, what)| what).collect()
}

fn has_broken(list: &TextList) -> bool {
    list.given().into_iter().flatten().any(Field::is_broken)
}

/// Whether a value that was given is another now, or gone.
fn is_otherwise<T: PartialEq>(before: &Field<T>, now: &Field<T>) -> bool {
    before.given().is_some() && !now.is_broken() && before.given() != now.given()
}
