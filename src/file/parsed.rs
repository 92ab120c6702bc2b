//! A file taken apart as TOML, with every syntax error and its place.

use super::recover;
use super::syntax;
use crate::diagnostic::Problem;
use crate::diagnostic::Source;
use std::cell::OnceCell;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Text to parse: a source, and what is left of it once broken statements are blanked.
#[derive(Debug)]
pub struct Text<'s> {
    source: &'s Source,
    repaired: OnceCell<recover::Repaired>,
}

/// A file as TOML.
pub(crate) struct Parsed<'t> {
    /// What was parsed: places in it are those of the file.
    pub(crate) text: &'t str,
    pub(crate) root: DeTable<'t>,
    pub(crate) syntax: Vec<Problem<Range<usize>>>,
    pub(crate) damage: recover::Damage,
    pub(crate) bodies: Vec<ParsedBody<'t>>,
}

/// An agency or group before it is read, in file order.
#[derive(Clone)]
pub(crate) struct ParsedBody<'t> {
    pub(crate) table: &'static str,
    pub(crate) id: String,
    pub(crate) id_span: Range<usize>,
    pub(crate) value: Spanned<DeValue<'t>>,
}

impl<'s> Text<'s> {
    pub(crate) fn new(source: &'s Source) -> Self {
        Self { source, repaired: OnceCell::new() }
    }

    /// Parses the text. Where it is broken, the broken statements are blanked, so that what stands
    /// around them can still be read.
    pub(crate) fn parse(&self) -> Parsed<'_> {
        if self.source.bad_utf8().is_empty() {
            let (root, errors) = DeTable::parse_recoverable(self.source.text());
            if errors.is_empty() {
                return Parsed::new(self.source.text(), root.into_inner(), Vec::new(), recover::Damage::default());
            }
        }
        let repaired = self.repaired.get_or_init(|| recover::repair(self.source));
        let (root, errors) = DeTable::parse_recoverable(&repaired.text);
        let mut problems = repaired.problems.clone();
        problems.extend(syntax::left_over(&errors, &repaired.text));
        Parsed::new(&repaired.text, root.into_inner(), problems, repaired.damage.clone())
    }
}

impl<'t> Parsed<'t> {
    fn new(text: &'t str, mut root: DeTable<'t>, syntax: Vec<Problem<Range<usize>>>, damage: recover::Damage) -> Self {
        let bodies = take_bodies(&mut root);
        Self { text, root, syntax, damage, bodies }
    }

    /// The value of a key at the top level.
    pub(crate) fn get(&self, key: &str) -> Option<&Spanned<DeValue<'t>>> {
        self.root.get(key)
    }
}

/// Takes agencies and groups out of the tree, in file order: its maps are sorted by key.
fn take_bodies<'t>(root: &mut DeTable<'t>) -> Vec<ParsedBody<'t>> {
    let mut bodies = Vec::new();
    for table in ["agencies", "groups"] {
        let Some(DeValue::Table(entries)) = root.get_mut(table).map(Spanned::get_mut) else { continue };
        for (key, value) in std::mem::take(entries) {
            let id_span = key.span();
            bodies.push(ParsedBody { table, id: key.into_inner().into_owned(), id_span, value });
        }
    }
    bodies.sort_by_key(|body| body.id_span.start);
    bodies
}
