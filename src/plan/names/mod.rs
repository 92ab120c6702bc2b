//! Finding an agency or a group by whatever it is called (docs/meaning.md, Names).

mod index;
mod kind;
mod near;
mod search;
mod spelling;
mod unit;

pub(super) use index::{Called, Names};

use super::{Body, BodyIx, BodyKind, Plan};
use std::sync::OnceLock;

/// Why a name finds no body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameError {
    /// Nothing is called so; what is called nearly so, the nearest first.
    Unknown(Vec<BodyIx>),
    /// Several may be meant, in the order of the file.
    Several(Vec<BodyIx>),
}

impl Plan {
    /// Finds an agency or a group by what it is called: id, name, short name or alias, typed with or without
    /// diacritics; a unit of local government also as offices write it; failing all that, a part of a name
    /// (docs/meaning.md, Names).
    ///
    /// # Errors
    /// [`NameError::Several`] with those that may be meant, or [`NameError::Unknown`] with those called nearly so.
    pub fn find_body(&self, name: &str) -> Result<BodyIx, NameError> {
        let names = self.names.of(self);
        let found = names.find(name);
        match found[..] {
            [body] => Ok(body),
            [] => Err(NameError::Unknown(names.near(name))),
            _ => Err(NameError::Several(found)),
        }
    }
}

/// The index of the names of a plan. Made for the first name that is looked up: most questions name nobody.
#[derive(Clone, Debug, Default)]
pub(super) struct LazyNames(OnceLock<Names>);

impl LazyNames {
    fn of(&self, plan: &Plan) -> &Names {
        self.0.get_or_init(|| Names::new(plan.bodies.iter().map(called), &plan.about.issuer))
    }
}

/// Says nothing that the bodies do not say: two plans are equal whether a name was looked up or not.
impl PartialEq for LazyNames {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for LazyNames {}

fn called(body: &Body) -> Called<'_> {
    Called {
        id: &body.id,
        name: Some(&body.name.own),
        english: body.name.en.as_deref(),
        short: body.short.as_deref(),
        aliases: body.aliases.iter().map(String::as_str).collect(),
        is_group: body.kind != BodyKind::Agency,
        units: &body.units,
    }
}

#[cfg(test)]
mod tests;
