//! Agencies and groups: the bodies that a plan charges with its rows.

use crate::text::Bilingual;
use std::sync::Arc;

/// A body's position in the file; agencies and groups share one namespace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BodyIx(pub usize);

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
    /// its members opened to the bottom, in order, each once.
    pub units: Arc<[BodyIx]>,
}

/// An agency, or a group of bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyKind {
    /// A single agency.
    Agency,
    /// A group whose members are not listed: it is itself one unit.
    OpenGroup,
    /// A group of agencies or groups.
    Group(Vec<BodyIx>),
}

impl Body {
    /// Whether the body itself is one that must deliver.
    pub fn is_unit(&self) -> bool {
        !matches!(self.kind, BodyKind::Group(_))
    }
}

/// Whether an id has the form of agencies and groups: lower-case ASCII words joined by hyphens.
pub fn is_body_id(id: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    id.split('-').all(is_word)
}
