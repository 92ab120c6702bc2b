//! Agencies and groups: the bodies that a plan charges with its rows.

use crate::text::Bilingual;
use chrono::NaiveDate;
use std::sync::Arc;

/// A body's position in the file; agencies and groups share one namespace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BodyIx(u32);

impl BodyIx {
    /// The body of that number, from 0.
    pub fn new(number: usize) -> Self {
        Self(u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// Its number, from 0.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// An agency or a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The id: lower-case ASCII words joined by hyphens.
    pub id: String,
    /// The full name.
    pub name: Bilingual,
    /// The symbol that documents use.
    pub short: Option<String>,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Whether it is a group, and which members it lists.
    pub kind: BodyKind,
    /// The bodies that must deliver where this one is named: itself, or for a group with members
    /// its members opened to the bottom, in order, each once; for an open class then the class, as its rest.
    pub units: Arc<[BodyIx]>,
    /// The day from which an agency exists, if it did not always.
    pub since: Option<NaiveDate>,
    /// The day from which an agency exists no longer.
    pub ended: Option<NaiveDate>,
    /// The agencies that take over from one that has ended.
    pub into: Vec<BodyIx>,
}

/// An agency, or a group of bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyKind {
    /// A single agency.
    Agency,
    /// A group whose members are not listed: it is itself one unit.
    Unlisted,
    /// A group of agencies or groups.
    Group(Vec<BodyIx>),
    /// A class of bodies that has more members than are listed, if any are: the rest is one unit, called as the class.
    Class(Class),
}

/// A class of bodies of which only some are listed, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Those that are.
    pub members: Vec<BodyIx>,
    /// How many there are in all, if that is said; for figures only.
    pub count: Option<u32>,
}

impl Body {
    /// Whether the body itself is one that must deliver; of an open class its rest.
    pub fn is_unit(&self) -> bool {
        !matches!(self.kind, BodyKind::Group(_))
    }

    /// Whether it stands for nobody but itself.
    pub fn is_single(&self) -> bool {
        self.members().is_empty()
    }

    /// Whether it is an open class: as a unit it is all bodies of the class that are not listed.
    pub fn is_class(&self) -> bool {
        matches!(self.kind, BodyKind::Class(_))
    }

    /// The members that it lists.
    pub fn members(&self) -> &[BodyIx] {
        match &self.kind {
            BodyKind::Agency | BodyKind::Unlisted => &[],
            BodyKind::Group(members) | BodyKind::Class(Class { members, .. }) => members,
        }
    }
}

/// Whether an id has the form of agencies and groups: lower-case ASCII words joined by hyphens.
pub fn is_body_id(id: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    id.split('-').all(is_word)
}
