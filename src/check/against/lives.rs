//! Bodies that come and go, and events: what has been told of them is not told otherwise later.

use super::{Comparison, What, amended, joined};
use crate::check::{Judged, shown};
use crate::diagnostic::{Code, Place};
use crate::plan::{Address, BodyDraft, BodyIx, BodyKey, EventDraft, EventIx, EventKey, Field, TextList};
use crate::text::{Lang, words::rule};
use std::collections::HashMap;

/// Of `changed-plan`: when a body began and ended and who took it over, and when an event happened. What an older version
/// left open may be said now.
pub(super) fn lives(old: &Judged<'_>, new: &Judged<'_>, was: &dyn Fn(Address) -> Place, compared: &mut Comparison) {
    let bodies: HashMap<&str, (usize, &BodyDraft)> =
        new.draft.bodies.iter().enumerate().map(|(ix, body)| (body.id.as_str(), (ix, body))).collect();
    for (ix, before) in old.draft.bodies.iter().enumerate() {
        let Some((there, now)) = bodies.get(before.id.as_str()) else { continue };
        let parts: [(bool, What); 3] = [
            (is_otherwise(&before.since, &now.since), rule::what_since),
            (is_otherwise(&before.ended, &now.ended), rule::what_ended),
            (is_otherwise(&before.into, &now.into) && !has_broken(&now.into), rule::what_into),
        ];
        let changed: Vec<What> =
            parts.into_iter().filter(|(is_changed, _)| *is_changed).map(|(_, what)| what).collect();
        if !changed.is_empty() {
            let name = before.name.given().map_or(&before.id, |name| name);
            let message = |lang: Lang| rule::changed_body(lang, &shown(name), &joined(lang, &changed));
            let (at, stood) = (Address::Body(BodyIx(*there), BodyKey::Id), Address::Body(BodyIx(ix), BodyKey::Id));
            compared.problems.push(amended(Code::ChangedPlan, at, &was(stood), message));
        }
    }
    let events: HashMap<&str, (usize, &EventDraft)> =
        new.draft.events.iter().enumerate().map(|(ix, event)| (event.id.as_str(), (ix, event))).collect();
    for (ix, before) in old.draft.events.iter().enumerate() {
        let Some(day) = before.on.given() else { continue };
        let name = shown(before.name.given().map_or(&before.id, |name| name));
        let stood = was(Address::Event(EventIx(ix), EventKey::On));
        let problem = match events.get(before.id.as_str()) {
            Some((there, now)) if is_otherwise(&before.on, &now.on) => {
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

fn has_broken(list: &TextList) -> bool {
    list.given().into_iter().flatten().any(Field::is_broken)
}

/// Whether a value that was given is another now, or gone.
fn is_otherwise<T: PartialEq>(before: &Field<T>, now: &Field<T>) -> bool {
    before.given().is_some() && !now.is_broken() && before.given() != now.given()
}
