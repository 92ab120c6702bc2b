//! The headers of tables, and how far what stands below each reaches.

use super::lines::line_start;
use crate::file::parsed::Parsed;
use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

/// Where the tables begin that have a header of their own, in order.
pub(super) struct Headers<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Headers<'a> {
    pub(super) fn new(text: &'a str, parsed: &Parsed<'_>) -> Self {
        let mut starts = Vec::new();
        for (_, value) in &parsed.root {
            collect(text, value, &mut starts);
        }
        for body in &parsed.bodies {
            collect(text, &body.value, &mut starts);
        }
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

fn collect(text: &str, value: &Spanned<DeValue<'_>>, starts: &mut Vec<usize>) {
    if has_header(text, value) {
        starts.push(value.span().start);
    }
    match value.get_ref() {
        DeValue::Table(table) => table.iter().for_each(|(_, value)| collect(text, value, starts)),
        DeValue::Array(elements) => elements.iter().for_each(|value| collect(text, value, starts)),
        _ => {}
    }
}

/// Whether a value is a table with a header of its own.
pub(super) fn has_header(text: &str, value: &Spanned<DeValue<'_>>) -> bool {
    value.get_ref().is_table() && text[value.span().start..].starts_with('[')
}

/// The end of the last value within a region, in tables made of dotted keys too.
pub(super) fn last_end(value: &DeValue<'_>, region: &Range<usize>) -> Option<usize> {
    let DeValue::Table(table) = value else { return None };
    let ends = table.iter().filter_map(|(key, value)| {
        let span = value.span();
        // A table of dotted keys stands where its first key does; what it holds reaches further.
        let is_dotted = span == key.span() || span.is_empty();
        let end = if is_dotted { last_end(value.get_ref(), region) } else { Some(span.end) };
        end.filter(|end| region.contains(&(end.saturating_sub(1))) && region.contains(&span.start))
    });
    ends.max()
}
