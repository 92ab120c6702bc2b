//! An event that has happened: its day and its document, in the line or the table that tells of it.

use super::error::EditError;
use super::headers::{has_header, last_end};
use super::keys_out::{lines_of, without_pairs};
use super::layout::Layout;
use super::lines::{eol, indent, line_end, new_lines, without_lines};
use super::splice::Splice;
use super::text::{self, Pairs};
use crate::file::keys::Key;
use crate::file::tree::{Node, Table};
use crate::plan::EventIx;
use chrono::NaiveDate;

/// Writes the day and the document of an event, in the place of those that are there.
pub(super) fn happen(
    layout: &Layout<'_>,
    event: EventIx,
    on: NaiveDate,
    reference: Option<&str>,
) -> Result<Vec<Splice>, EditError> {
    let node = layout.event(event).ok_or(EditError::Unsure(0..0))?;
    let unsure = || EditError::Unsure(node.span.clone());
    let table = node.table().ok_or_else(unsure)?;
    let wanted = text::happened(on, reference);
    let mut splices = Vec::new();
    let mut new: Vec<&Pairs> = Vec::new();
    for (key, pairs) in &wanted {
        match table.key_value(*key) {
            Some(known) => {
                splices.push(Splice::replace(known.span.start..known.node.span.end, pairs.joined(", ")));
            }
            None => new.push(pairs),
        }
    }
    if reference.is_none() && table.get(Key::Ref).is_some() {
        splices.extend(without(layout.text(), node, table, Key::Ref).ok_or_else(unsure)?);
    }
    if !new.is_empty() {
        splices.push(added(layout, node, &new).ok_or_else(unsure)?);
    }
    Ok(splices)
}

fn without(text: &str, node: &Node, table: &Table, key: Key) -> Option<Vec<Splice>> {
    if has_header(text, node) {
        return Some(without_lines(text, lines_of(text, table, &[key])));
    }
    without_pairs(table, &[key])
}

/// New keys behind the last of an event: on its line, or on lines of their own.
fn added(layout: &Layout<'_>, node: &Node, keys: &[&Pairs]) -> Option<Splice> {
    let text = layout.text();
    let joined = |between: &str| keys.iter().map(|pairs| pairs.joined(between)).collect::<Vec<_>>().join(between);
    if !has_header(text, node) {
        return Some(Splice::insert(last_end(node, &node.span)?, format!(", {}", joined(", "))));
    }
    let last = last_end(node, &layout.region(node.span.start))?;
    let (indent, eol) = (indent(text, last), eol(text, last));
    let lines = format!("{indent}{}{eol}", joined(&format!("{eol}{indent}")));
    Some(new_lines(text, line_end(text, last), &lines, eol))
}
