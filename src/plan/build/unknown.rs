//! Ids that no agency or group has, and what may have been meant.

use super::problems::{self, Advice, DraftProblems};
use super::{Bodies, Resolved};
use crate::plan::body::is_body_id;
use crate::plan::names::Names;
use crate::plan::tree::Ancestry;
use crate::plan::{Address, BodyIx, BodyKey, Draft, EntryKey, ExtensionKey, RowIx};
use crate::text::slug;

/// How many unknown ids of a file are given advice: past those a reader has another problem than a typo, and each
/// against every name would take quadratic time.
const MOST_ADVISED: usize = 50;

/// How many ids are offered for one that may mean several, and how many units of a row are named.
const MOST_OFFERED: usize = 3;

/// Reports each id that no body has, with all its places and what to write instead.
pub(super) fn report(
    draft: &Draft,
    ancestry: &Ancestry,
    resolved: &Resolved,
    bodies: &mut Bodies,
    found: &mut DraftProblems,
) {
    let unknown = bodies.take_unknown();
    if unknown.is_empty() {
        return;
    }
    let issuer = draft.about.issuer.given().map_or("", String::as_str);
    let adviser = Adviser { draft, ancestry, resolved, bodies, names: bodies.names(issuer) };
    for (number, (id, places)) in unknown.iter().enumerate() {
        let Some((first, also)) = places.split_first() else { continue };
        let advice = if number < MOST_ADVISED { adviser.advice(id, places) } else { Advice::Correct };
        found.push(problems::unknown_agency(id, &advice, *first).and_at(also.iter().copied()));
    }
}

struct Adviser<'a> {
    draft: &'a Draft,
    ancestry: &'a Ancestry,
    resolved: &'a Resolved,
    bodies: &'a Bodies,
    names: Names,
}

impl Adviser<'_> {
    /// What to write in all the places of an id that is none: nothing that would be refused there.
    fn advice(&self, typed: &str, places: &[Address]) -> Advice {
        let fits = |body: &BodyIx| places.iter().all(|place| self.fits(*body, *place));
        let found = self.names.find(typed);
        let called: Vec<BodyIx> = found.iter().copied().filter(fits).collect();
        let id = |body: &BodyIx| self.bodies.id_of(*body).to_owned();
        match called[..] {
            [body] if typed.contains(char::is_whitespace) => {
                return Advice::HasId { name: self.bodies.name(body), id: id(&body) };
            }
            [body] => return Advice::Near(id(&body)),
            [] => {}
            _ if called.len() <= MOST_OFFERED => return Advice::OneOf(called.iter().map(id).collect()),
            _ => return Advice::Correct,
        }
        if let Some(near) = self.names.near(typed).iter().find(|body| fits(body)) {
            return Advice::Near(id(near));
        }
        let submitted = places.iter().find_map(|place| match place {
            Address::Entry(row, _, EntryKey::By) => Some((*row, self.lead(*row)?)),
            _ => None,
        });
        match submitted {
            Some((row, lead)) => self.units(row, &self.bodies.open(lead)),
            None if found.is_empty() => self.new_line(typed),
            // Another of that name would be no better.
            None => Advice::Correct,
        }
    }

    /// Whether a body may stand in a place.
    fn fits(&self, body: BodyIx, place: Address) -> bool {
        let id = self.bodies.id_of(body);
        let is_usable = is_body_id(id) && self.bodies.id(id) == Some(body);
        is_usable
            && match place {
                Address::Entry(row, _, EntryKey::By) => {
                    self.lead(row).is_none_or(|lead| self.bodies.have_unit(lead, body))
                }
                Address::Extension(row, _, ExtensionKey::ForAt(_)) => {
                    let units = self.bodies.open(&[body]);
                    self.lead(row).is_none_or(|lead| units.iter().any(|unit| self.bodies.have_unit(lead, *unit)))
                }
                Address::Body(group, BodyKey::MemberAt(_)) => !self.bodies.leads_to(body, group),
                Address::Coordinator => !self.bodies.is_group(body),
                _ => true,
            }
    }

    /// The lead in force of a row; none where it or a unit of it is not known, or there is none.
    fn lead(&self, row: RowIx) -> Option<&[BodyIx]> {
        let from = self.ancestry.lead_from[row.at()].given()?;
        let lead = self.resolved.leads[from.at()].given()?;
        (!self.bodies.is_incomplete(lead)).then_some(lead)
    }

    fn units(&self, row: RowIx, units: &[BodyIx]) -> Advice {
        Advice::Units {
            row: self.draft.rows[row.at()].id.given().cloned().unwrap_or_default(),
            named: units.iter().take(MOST_OFFERED).map(|unit| self.bodies.name(*unit)).collect(),
            count: units.len(),
        }
    }

    /// The line that makes an agency known.
    fn new_line(&self, typed: &str) -> Advice {
        let id = slug(typed);
        if id.is_empty() || self.bodies.id(&id).is_some() {
            return Advice::Correct;
        }
        let name = (id != typed).then(|| typed.to_owned());
        Advice::New { id, name }
    }
}
