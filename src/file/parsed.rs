//! A file taken apart as TOML, with every syntax error and its place.

use super::damage::{Damage, LostKeys};
use super::foreign;
use super::keys::Key;
use super::recover::{self, Recovered};
use super::syntax;
use super::tree::{KeyValue, Meaning, Name, Node, Table, Tree};
use crate::diagnostic::{Problem, Source};
use crate::plan::{BodyIx, RowIx};
use std::ops::Range;
use std::sync::OnceLock;
use toml::de::DeTable;

/// A file as TOML.
#[derive(Debug)]
pub(crate) struct Parsed {
    pub(crate) source: Source,
    pub(crate) root: Table,
    /// Every syntax error, but for what is no UTF-8.
    pub(crate) syntax: Vec<Problem<Range<usize>>>,
    /// What is no UTF-8, as one problem.
    pub(crate) encoding: Option<Problem<Range<usize>>>,
    /// What the parser lets pass and is no TOML, with what is wrong with it.
    pub(crate) wrong: Vec<(Range<usize>, Meaning)>,
    pub(crate) damage: Damage,
    /// Agencies and groups in file order: in which table, and the how many-eth there.
    bodies: Vec<(Key, usize)>,
    /// The rows that the tree is without.
    apart: Vec<Apart>,
}

/// A row of a plain file that was read and not kept. Few are asked for again: those of which something is reported, or
/// that are changed.
#[derive(Debug)]
struct Apart {
    header: usize,
    again: OnceLock<Option<Box<Node>>>,
}

impl Parsed {
    /// Parses a file. Where it is broken, the broken statements are left out, so that what stands
    /// around them can still be read.
    pub(crate) fn new(source: Source) -> Self {
        let plain = source.bad_utf8().is_empty().then(|| Tree::of_plain(source.text()));
        if let Some(tree) = plain.flatten() {
            return Self::of(source, tree, Vec::new(), Damage::default());
        }
        let (root, errors) = DeTable::parse_recoverable(source.text());
        if errors.is_empty() {
            let tree = Tree::new(root.into_inner(), source.text(), source.bad_utf8());
            return Self::of(source, tree, Vec::new(), Damage::default());
        }
        if let Some(found) = foreign::find(&source) {
            let mut damage = Damage::default();
            damage.lose_unknown(0);
            let parsed = Self::of(source, Tree::default(), vec![found], damage);
            return Self { encoding: None, ..parsed };
        }
        let recovered = recover::recover(&source);
        let (root, left) = DeTable::parse_recoverable(&recovered.text);
        let tree = Tree::new(root.into_inner(), &recovered.text, source.bad_utf8());
        let Recovered { text, problems: mut syntax, mut damage, conflicts } = recovered;
        syntax.extend(syntax::left_over(&left, &text, &conflicts, &mut damage));
        // Whatever was recovered from was an error: a broken file is never taken for a valid one.
        if syntax.is_empty() && source.bad_utf8().is_empty() {
            let first = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start));
            syntax.extend(
                first.map(|error| syntax::not_toml(error.message(), error.span().unwrap_or(0..0), source.text())),
            );
        }
        Self::of(source, tree, syntax, damage)
    }

    /// Parses a plain file without its rows: each is handed over as soon as it is read. None where it is not plain, or
    /// where it is of no use that a row is read.
    pub(crate) fn but_rows(source: Source, mut is_taken: impl FnMut(&Node) -> bool) -> Option<Self> {
        let mut apart = Vec::new();
        let is_utf8 = source.bad_utf8().is_empty();
        let tree = is_utf8.then(|| {
            Tree::of_plain_but_rows(source.text(), |row| {
                apart.push(Apart { header: row.span.start, again: OnceLock::new() });
                is_taken(&row)
            })
        });
        let tree = tree.flatten()?;
        Some(Self { apart, ..Self::of(source, tree, Vec::new(), Damage::default()) })
    }

    fn of(source: Source, tree: Tree, syntax: Vec<Problem<Range<usize>>>, mut damage: Damage) -> Self {
        let Tree { root, wrong } = tree;
        for pair in root.iter().filter(|pair| pair.name == Name::Unreadable) {
            let elements = pair.node.list().unwrap_or_default().iter().map(|element| element.span.start);
            elements.chain([pair.span.start]).for_each(|at| damage.lose_unknown_table(at));
        }
        let tables = [Key::Agencies, Key::Groups].into_iter();
        let each = tables.filter_map(|key| Some((key, root.get(key)?.table()?)));
        let each = each.flat_map(|(key, table)| {
            let readable = table.iter().enumerate().filter(|(_, pair)| pair.name != Name::Unreadable);
            readable.map(move |(number, pair)| (pair.span.start, key, number))
        });
        let mut bodies: Vec<(usize, Key, usize)> = each.collect();
        bodies.sort_unstable();
        let bodies = bodies.into_iter().map(|(_, key, number)| (key, number)).collect();
        let encoding = syntax::wrong_encoding(source.bad_utf8());
        Self { source, root, syntax, encoding, wrong, damage, bodies, apart: Vec::new() }
    }

    /// The text that a value is.
    pub(crate) fn text<'p>(&'p self, node: &'p Node) -> Option<&'p str> {
        node.text(self.source.text())
    }

    /// The keys of a table that could not be read.
    pub(crate) fn keys_lost(&self, table: &Table, span: &Range<usize>) -> LostKeys {
        self.damage.keys_lost(self.source.text(), table, span)
    }

    /// A row's table.
    pub(crate) fn row(&self, row: RowIx) -> Option<&Node> {
        match self.apart.get(row.at()) {
            Some(row) => {
                row.again.get_or_init(|| Node::of_plain(self.source.text(), row.header).map(Box::new)).as_deref()
            }
            None => self.root.get(Key::Task)?.list()?.get(row.at()),
        }
    }

    /// Where the headers of the rows stand that the tree is without.
    pub(crate) fn headers_apart(&self) -> impl Iterator<Item = usize> {
        self.apart.iter().map(|row| row.header)
    }

    /// Agencies and groups, each with the table it stands in, in file order.
    pub(crate) fn bodies(&self) -> impl Iterator<Item = (Key, &KeyValue)> {
        self.bodies.iter().filter_map(|(table, number)| Some((*table, self.root.get(*table)?.table()?.nth(*number)?)))
    }

    /// An agency or group.
    pub(crate) fn body(&self, body: BodyIx) -> Option<&KeyValue> {
        let (table, number) = self.bodies.get(body.at())?;
        self.root.get(*table)?.table()?.nth(*number)
    }
}
