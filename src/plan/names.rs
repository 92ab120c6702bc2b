//! Finding an agency by whatever it is called.

use super::{Body, BodyIx, Plan};
use crate::text::{begins_word, fold, nearest};

/// Why a name finds no agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameError {
    /// Nothing answers to it; the nearest name, if there is any.
    Unknown(Option<String>),
    /// It is a part of the names of several.
    Several(Vec<BodyIx>),
}

impl Plan {
    /// Finds an agency or a group by id, name, short name or alias, folded; failing that, by a part
    /// of a name or alias that begins at a word, if only one has it (docs/meaning.md, Names).
    ///
    /// English names are asked last, in the same way.
    ///
    /// # Errors
    /// [`NameError::Unknown`] with the nearest name, or [`NameError::Several`] with those meant.
    pub fn find_body(&self, name: &str) -> Result<BodyIx, NameError> {
        let wanted = fold(name);
        if let Some(ix) = self.answers.get(&wanted) {
            return Ok(*ix);
        }
        let in_english = |body: &Body| body.name.en.as_deref().is_some_and(|en| fold(en) == wanted);
        let in_part = |body: &Body| {
            let mut names = std::iter::once(&body.name.own).chain(&body.aliases);
            names.any(|name| begins_word(&fold(name), &wanted))
        };
        let in_english_part = |body: &Body| body.name.en.as_deref().is_some_and(|en| begins_word(&fold(en), &wanted));
        let ways: [&dyn Fn(&Body) -> bool; 3] = [&in_english, &in_part, &in_english_part];
        for way in ways.into_iter().filter(|_| !wanted.is_empty()) {
            let mut found: Vec<BodyIx> = self.bodies().filter(|(_, body)| way(body)).map(|(ix, _)| ix).collect();
            match found.len() {
                0 => {}
                1 => return Ok(found.remove(0)),
                _ => return Err(NameError::Several(found)),
            }
        }
        Err(NameError::Unknown(self.nearest_name(name)))
    }

    fn nearest_name(&self, name: &str) -> Option<String> {
        let names = self.bodies.iter().flat_map(|body| {
            let others = body.short.iter().chain(&body.aliases).chain(&body.name.en).chain([&body.id]);
            std::iter::once(&body.name.own).chain(others)
        });
        nearest(name, names.map(String::as_str)).map(str::to_owned)
    }
}
