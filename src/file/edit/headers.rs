//! The headers of tables, and how far what stands below each reaches.

use super::lines::line_start;
use crate::file::parsed::Parsed;
use crate::file::tree::{Node, Table, Value};
use std::ops::Range;

/// Where the tables begin that have a header of their own, in order.
pub(super) struct Headers<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Headers<'a> {
    pub(super) fn new(parsed: &'a Parsed) -> Self {
        let text = parsed.source.text();
        // A row of a plain file has no header but its own.
        let mut starts: Vec<usize> = parsed.headers_apart().collect();
        collect_below(text, &parsed.root, &mut starts);
        starts.sort_unstable();
        starts.dedup();
        Self { text, starts }
    }

    /// From a header to the line of the next.
    pub(super) fn region(&self, header: usize) -> Range<usize> {
        let next = self.starts.partition_point(|other| *other <= header);
        let end = self.starts.get(next).map_or(self.text.len(), |next| line_start(self.text, *next));
        header..end
    }
}

fn collect_below(text: &str, table: &Table, starts: &mut Vec<usize>) {
    table.iter().for_each(|pair| collect(text, &pair.node, starts));
}

fn collect(text: &str, node: &Node, starts: &mut Vec<usize>) {
    if has_header(text, node) {
        starts.push(node.span.start);
    }
    match &node.value {
        Value::Table(table) => collect_below(text, table, starts),
        Value::List(elements) => elements.iter().for_each(|node| collect(text, node, starts)),
        _ => {}
    }
}

/// Whether a value is a table with a header of its own.
pub(super) fn has_header(text: &str, node: &Node) -> bool {
    node.table().is_some() && text[node.span.start..].starts_with('[')
}

/// The end of the last value of a table within a region, in tables made of dotted keys too.
pub(super) fn last_end(table: &Node, region: &Range<usize>) -> Option<usize> {
    let ends = table.table()?.iter().filter_map(|pair| {
        let span = &pair.node.span;
        // A table of dotted keys stands where its first key does; what it holds reaches further.
        let is_dotted = *span == pair.span;
        let end = if is_dotted { last_end(&pair.node, region) } else { Some(span.end) };
        end.filter(|end| region.contains(&(end.saturating_sub(1))) && region.contains(&span.start))
    });
    ends.max()
}
