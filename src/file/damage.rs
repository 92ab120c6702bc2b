//! What of a file is lost because it is no valid TOML, so that what is only unreadable is not taken for absent,
//! and no more than that is.

use super::keys::Key;
use super::tree::Table;
use std::ops::Range;

/// The statements and tables of a file that were lost, each list in the order of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Damage {
    /// Where each table begins, with the keys of its header: its part of the file ends where the next begins.
    headers: Vec<(usize, Path)>,
    /// Lost keys with their values, each with where it stood.
    statements: Vec<(usize, Path)>,
    /// Tables that were lost with their headers.
    tables: Vec<(usize, Path)>,
    /// The second of two keys alike, of which the first was read.
    duplicates: Vec<(usize, String)>,
}

/// The keys that a statement or a header begins with; none if they cannot be told.
type Path = Option<Vec<String>>;

/// The keys of one table that could not be read.
#[derive(Clone, Debug, Default)]
pub(crate) struct LostKeys {
    /// Those that are lost whatever else stands in the table.
    whole: Vec<String>,
    /// Those of which a part is lost: what else there is of them says the rest itself.
    parts: Vec<String>,
    /// Whether there may be others.
    is_any: bool,
}

impl Damage {
    /// Notes a header, be it lost or not.
    pub(super) fn header(&mut self, text: &str, at: usize) {
        self.headers.push((at, header_path(&text[at..])));
    }

    /// Notes that a table was lost with its header; what follows the header is part of it.
    pub(super) fn lose_table(&mut self, text: &str, at: usize) {
        self.tables.push((at, header_path(&text[at..])));
    }

    /// Notes that what begins there was lost.
    pub(super) fn lose(&mut self, text: &str, at: usize) {
        self.statements.push((at, key_path(&text[at..])));
    }

    /// Notes the second of two keys alike. Where it begins a statement, it is known which key of which table that is.
    pub(super) fn lose_duplicate(&mut self, text: &str, key: Range<usize>) {
        let line = text[..key.start].rfind('\n').map_or(0, |end| end + 1);
        let is_header = text[line..].trim_start().starts_with('[');
        if !is_header && !text[line..key.start].contains('=') {
            self.statements.push((line, key_path(&text[line..])));
        }
        self.duplicates.push((key.start, unquoted(&text[key]).to_owned()));
    }

    /// Notes that something was lost that cannot be told.
    pub(super) fn lose_unknown(&mut self, at: usize) {
        self.statements.push((at, None));
    }

    /// Notes that a table was lost of which nothing is known.
    pub(super) fn lose_unknown_table(&mut self, at: usize) {
        let place = self.tables.partition_point(|(table, _)| *table < at);
        self.tables.insert(place, (at, None));
    }

    /// Brings what was noted into the order of the file.
    pub(super) fn sort(&mut self) {
        self.statements.sort_by_key(|(at, _)| *at);
        self.duplicates.sort();
    }

    /// The tables that were lost with their headers, with the first key of each.
    pub(crate) fn tables(&self) -> impl Iterator<Item = (usize, Option<Key>)> {
        // A table within another is a part of that.
        let whole = self.tables.iter().filter(|(_, path)| path.as_ref().is_none_or(|path| path.len() == 1));
        whole.map(|(at, path)| (*at, path.as_ref().and_then(|path| Key::named(path.first()?))))
    }

    /// The lost keys of the table that stands there: at its header, at its braces, or, if it is made of dotted
    /// keys, at its own key; the whole file stands nowhere.
    pub(crate) fn keys_lost(&self, text: &str, table: &Table, span: &Range<usize>) -> LostKeys {
        let mut lost = if self.is_none() { LostKeys::default() } else { self.lost_there(text, span) };
        // One whose name cannot be read may be any.
        lost.is_any |= table.has_unreadable_key();
        lost
    }

    fn is_none(&self) -> bool {
        self.statements.is_empty() && self.tables.is_empty() && self.duplicates.is_empty()
    }

    fn lost_there(&self, text: &str, table: &Range<usize>) -> LostKeys {
        let mut lost = LostKeys::default();
        let within = from(&self.duplicates, table.start).iter().take_while(|(at, _)| *at < table.end);
        lost.whole.extend(within.map(|(_, key)| key.clone()));
        if self.statements.is_empty() && self.tables.is_empty() {
            return lost;
        }
        let there = &text[table.start..];
        if table.is_empty() {
            self.take_statements(&mut lost, 0..self.headers.first().map_or(usize::MAX, |(first, _)| *first), None);
            self.take_tables(&mut lost);
        } else if there.starts_with('[') {
            self.take_statements(&mut lost, self.part(table.start), None);
            self.take_tables_below(&mut lost, there, table.start);
        } else if !there.starts_with('{') {
            self.take_statements(&mut lost, self.part(table.start), Some(unquoted(&text[table.clone()])));
        }
        lost
    }

    /// The part of the file, between two headers, that holds `at`.
    fn part(&self, at: usize) -> Range<usize> {
        let next = self.headers.partition_point(|(header, _)| *header <= at);
        let start = next.checked_sub(1).map_or(0, |own| self.headers[own].0);
        start..self.headers.get(next).map_or(usize::MAX, |(next, _)| *next)
    }

    /// What was lost in a part of the file, of a table that is itself a key there, or stands for all of it.
    fn take_statements(&self, lost: &mut LostKeys, part: Range<usize>, own: Option<&str>) {
        for (_, path) in from(&self.statements, part.start).iter().take_while(|(at, _)| *at < part.end) {
            match path {
                None => lost.is_any = true,
                Some(path) => lost.take(after(path, own)),
            }
        }
    }

    /// The tables that were lost, of the whole file: of a list of tables one is a part.
    fn take_tables(&self, lost: &mut LostKeys) {
        for (_, path) in &self.tables {
            match path {
                None => lost.is_any = true,
                Some(path) => lost.parts.extend(path.first().cloned()),
            }
        }
    }

    /// The tables that were lost below a header: up to the next one that is like it.
    fn take_tables_below(&self, lost: &mut LostKeys, header: &str, at: usize) {
        let (tables, Some(header)) = (from(&self.tables, at), header_path(header)) else { return };
        if tables.is_empty() {
            return;
        }
        let next = from(&self.headers, at + 1).iter().find(|(_, path)| path.as_ref() == Some(&header));
        let end = next.map_or(usize::MAX, |(next, _)| *next);
        let tables = tables.iter().take_while(|(table, _)| *table < end);
        let below = tables.filter_map(|(_, path)| path.as_deref()?.strip_prefix(header.as_slice()));
        below.for_each(|path| lost.take(path));
    }
}

impl LostKeys {
    fn take(&mut self, path: &[String]) {
        match path {
            [] => {}
            [key] => self.whole.push(key.clone()),
            [key, ..] => self.parts.push(key.clone()),
        }
    }

    /// Whether a key is lost, though there is one like it.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.whole.iter().any(|lost| lost == key)
    }

    /// Whether a key that seems to be absent may only be lost.
    pub(crate) fn may_have(&self, key: &str) -> bool {
        self.is_any || self.has(key) || self.parts.iter().any(|lost| lost == key)
    }

    /// Whether keys may be lost of which nothing is known.
    pub(crate) fn may_have_others(&self) -> bool {
        self.is_any
    }

    /// Those that are lost whatever else stands in the table.
    pub(crate) fn whole(&self) -> impl Iterator<Item = &str> {
        self.whole.iter().map(String::as_str)
    }

    /// Those that are known to be lost, in whole or in part.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.whole.iter().chain(&self.parts).map(String::as_str)
    }
}

/// Those of a list in the order of the file that stand there or later.
fn from<T>(list: &[(usize, T)], start: usize) -> &[(usize, T)] {
    &list[list.partition_point(|(at, _)| *at < start)..]
}

/// What of a path is below a key; of one without that key nothing, and below no key all of it.
fn after<'p>(path: &'p [String], own: Option<&str>) -> &'p [String] {
    let Some(own) = own else { return path };
    let below = path.iter().position(|key| key == own).and_then(|at| path.get(at + 1..));
    below.unwrap_or_default()
}

/// The keys that a header begins with, be it closed or not.
fn header_path(text: &str) -> Path {
    path(text.trim_start_matches(['\u{feff}', ' ', '\t']).trim_start_matches('[')).map(|(path, _)| path)
}

/// The keys that a statement begins with: before a `=`, or a known one alone.
fn key_path(text: &str) -> Path {
    let (path, rest) = path(text.trim_start_matches('\u{feff}'))?;
    let is_known = path.first().is_some_and(|key| Key::named(key).is_some());
    (rest.starts_with('=') || is_known).then_some(path)
}

/// Keys with dots between them, and what follows them.
fn path(text: &str) -> Option<(Vec<String>, &str)> {
    let line = text.lines().next().unwrap_or_default();
    let mut path = Vec::new();
    let mut rest = line;
    loop {
        rest = rest.trim_start();
        let end = match rest.chars().next().filter(|quote| matches!(quote, '"' | '\'')) {
            Some(quote) => rest[1..].find(quote)? + 2,
            None => rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len()),
        };
        let key = unquoted(&rest[..end]);
        if key.is_empty() || key.contains('\\') {
            return None;
        }
        path.push(key.to_owned());
        rest = rest[end..].trim_start();
        match rest.strip_prefix('.') {
            Some(below) => rest = below,
            None => return Some((path, rest)),
        }
    }
}

fn unquoted(key: &str) -> &str {
    key.trim_matches(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path_text(path: Path) -> String {
        path.map_or_else(|| "?".to_owned(), |path| path.join(" "))
    }

    #[test]
    fn the_keys_of_a_statement_are_told_where_they_can_be() {
        assert_eq!(path_text(key_path("due = { by = 2020-11-31 }")), "due");
        assert_eq!(path_text(key_path(" due . \"text\" = x\nlead = 1")), "due text");
        assert_eq!(path_text(key_path("lead [\"a\"]")), "lead", "a key of the format, without its =");
        assert_eq!(path_text(key_path("Kế hoạch = 1")), "?");
        assert_eq!(path_text(key_path("some words")), "?");
        assert_eq!(path_text(key_path("= 5")), "?");
        assert_eq!(path_text(header_path("[[task]\nid = 1")), "task");
        assert_eq!(path_text(header_path("[agencies.so-a")), "agencies so-a");
        assert_eq!(path_text(header_path("[]")), "?");
    }

    /// What is lost of the table that stands there: keys in whole, `|`, keys in part, and `*` for any.
    fn lost(damage: &Damage, text: &str, table: &str) -> String {
        let start = text.find(table).unwrap();
        let lost = damage.lost_there(text, &(start..start + table.len()));
        format!("{}|{}{}", lost.whole.join(" "), lost.parts.join(" "), if lost.is_any { "*" } else { "" })
    }

    #[test]
    fn a_statement_is_lost_of_the_table_that_it_stands_in() {
        let text =
            "[[task]]\nid = \ndue.text = \n[[task]] #\n!\n[[task.due]\nby = 1\n[agencies]\na.name = 1\na.short = \n";
        let mut damage = Damage::default();
        for header in ["[[task]]\n", "[[task]] #", "[[task.due]", "[agencies]"] {
            damage.header(text, text.find(header).unwrap());
        }
        for statement in ["id = ", "due.text", "!", "a.short"] {
            damage.lose(text, text.find(statement).unwrap());
        }
        damage.lose_table(text, text.find("[[task.due]").unwrap());
        assert_eq!(lost(&damage, text, "[[task]]\n"), "id|due");
        assert_eq!(lost(&damage, text, "due"), "text|", "of the table of dotted keys");
        assert_eq!(lost(&damage, text, "[[task]] #"), "due|*");
        assert_eq!(lost(&damage, text, "[agencies]"), "|a");
        assert_eq!(lost(&damage, text, ""), "|task", "of the top level a part");
        assert_eq!(damage.tables().count(), 0, "it is a part of a row");
    }

    #[test]
    fn the_second_of_two_keys_alike_is_lost_where_it_stands() {
        let text = "[[task]]\nlead = 1\nlead = 2\nx = { by = 1, by = 2 }\n";
        let mut damage = Damage::default();
        damage.header(text, 0);
        for key in ["lead = 2", "by = 2"] {
            let start = text.find(key).unwrap();
            let end = start + key.find(' ').unwrap();
            damage.lose_duplicate(text, start..end);
        }
        assert_eq!(lost(&damage, text, "[[task]]"), "lead|");
        assert_eq!(lost(&damage, text, "{ by = 1, by = 2 }"), "by|");
    }
}
