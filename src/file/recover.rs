//! Reading on past a syntax error.
//!
//! One broken string can make a parser misread all that follows. So a file with errors is cut into
//! statements (a header, or a key with its value), each is parsed alone, and the broken ones are
//! reported once and blanked, byte for byte, so that every place in the rest stays true.

use super::damage::Damage;
use super::keys::Key;
use super::markers;
use super::slip;
use super::syntax;
use crate::diagnostic::Source;
use crate::diagnostic::{Code, Problem};
use crate::text::{Message, words::problem};
use std::ops::Range;
use toml::de::DeTable;

/// A text without its broken statements.
#[derive(Debug)]
pub(crate) struct Recovered {
    pub(crate) text: String,
    pub(crate) problems: Vec<Problem<Range<usize>>>,
    pub(crate) damage: Damage,
    /// From the first mark of each unfinished merge to its last: what is said twice there is said by both sides.
    pub(crate) conflicts: Vec<Range<usize>>,
}

/// Reports and blanks what cannot be read.
pub(crate) fn recover(source: &Source) -> Recovered {
    let mut recovery = Recovery {
        bytes: source.text().as_bytes().to_vec(),
        problems: Vec::new(),
        damage: Damage::default(),
        conflicts: Vec::new(),
        lone_rows: Vec::new(),
    };
    recovery.blank_conflicts(source.text());
    let text = String::from_utf8_lossy(&recovery.bytes).into_owned();
    let mut lost_until_header = false;
    let mut next = 0;
    let statements = statements(&text);
    while let Some(statement) = statements.get(next) {
        next += 1;
        if statement.is_header {
            lost_until_header = false;
            recovery.damage.header(&text, statement.span.start);
        }
        if recovery.is_lone_row(&text, statement) {
            lost_until_header = true;
            recovery.lose(&text, statement.span.clone(), true);
            continue;
        }
        if lost_until_header {
            recovery.blank(statement.span.clone());
            continue;
        }
        match recovery.try_statement(&text, &statement.span, source.bad_utf8()) {
            // A multi-line string may hold what looks like statements: they belong to it.
            Ok(end) => next += statements[next..].iter().take_while(|within| within.span.start < end).count(),
            Err(from) => {
                lost_until_header = statement.is_header && from == statement.span.start;
                recovery.lose(&text, from..statement.span.end, lost_until_header);
            }
        }
    }
    let text = String::from_utf8_lossy(&recovery.bytes).into_owned();
    let Recovery { problems, damage, conflicts, .. } = recovery;
    Recovered { text, problems, damage, conflicts }
}

struct Recovery {
    bytes: Vec<u8>,
    problems: Vec<Problem<Range<usize>>>,
    damage: Damage,
    conflicts: Vec<Range<usize>>,
    /// Each list whose rows have headers of one bracket, with the number of the problem that tells it.
    lone_rows: Vec<(&'static str, usize)>,
}

impl Recovery {
    /// Where a statement ends that parses alone; of another reports its first error, and says from where on it
    /// is lost: from the line of the error, or whole if what is before does not parse.
    ///
    /// An error on a line with bytes that are no UTF-8 follows from those.
    fn try_statement(&mut self, text: &str, span: &Range<usize>, bad_utf8: &[Range<usize>]) -> Result<usize, usize> {
        let Some((message, at)) = first_error(&text[span.clone()]) else { return Ok(span.end) };
        if let Some(end) = end_of_long_string(text, span).filter(|end| first_error(&text[span.start..*end]).is_none()) {
            return Ok(end);
        }
        let at = span.start + at.start..span.start + at.end;
        let line = text[..at.start].rfind('\n').map_or(0, |end| end + 1);
        let line_end = text[at.start..].find('\n').map_or(text.len(), |end| at.start + end);
        if !bad_utf8.iter().any(|bad| line <= bad.start && bad.start < line_end) {
            self.problems.push(syntax::not_toml(&message, at, text));
        }
        let keeps = line > span.start && first_error(&text[span.start..line]).is_none();
        Err(if keeps { line } else { span.start })
    }

    /// Whether a statement is the header of one row, or of one directive, where each is one of a list. However many
    /// there are, that is one problem of which the first place is the first.
    fn is_lone_row(&mut self, text: &str, statement: &Statement) -> bool {
        let Some(name) = lone_row(&text[statement.span.clone()]).filter(|_| statement.is_header) else { return false };
        let start = statement.span.start + text[statement.span.clone()].find('[').unwrap_or_default();
        let span = start..start + name.len() + 2;
        let is_alike = |(known, _): &&(&str, usize)| *known == name;
        if let Some((_, problem)) = self.lone_rows.iter().find(is_alike) {
            self.problems[*problem].also.push(span);
        } else {
            let said = Message::new(|lang| problem::syntax_task_header(lang, name));
            let help = Message::new(|lang| problem::syntax_write(lang, &format!("[[{name}]]")));
            self.lone_rows.push((name, self.problems.len()));
            self.problems.push(Problem::new(Code::Syntax, span, said).with_help(help));
        }
        true
    }

    /// Blanks a statement, or what is lost of it, and notes it.
    fn lose(&mut self, text: &str, span: Range<usize>, is_table: bool) {
        if is_table {
            self.damage.lose_table(text, span.start);
        } else {
            self.damage.lose(text, span.start);
        }
        self.blank(span);
    }

    /// Overwrites with spaces; line ends stay, so that no statement moves.
    fn blank(&mut self, span: Range<usize>) {
        for at in span {
            let is_end = self.bytes[at] == b'\n' || self.bytes[at..].starts_with(b"\r\n");
            if !is_end {
                self.bytes[at] = b' ';
            }
        }
    }

    /// The marks that a merge leaves: each conflict is one problem, and both its sides are read.
    fn blank_conflicts(&mut self, text: &str) {
        for conflict in markers::conflicts(text) {
            self.conflicts.push(conflict.span());
            for mark in &conflict.marks {
                self.blank(mark.clone());
            }
            let mut marks = conflict.marks.into_iter();
            let Some(first) = marks.next() else { continue };
            let said = Message::new(|lang| problem::syntax_conflict(lang).to_owned());
            let help = Message::new(|lang| problem::syntax_conflict_help(lang).to_owned());
            self.problems.push(Problem::new(Code::Syntax, first, said).with_help(help).and_at(marks));
        }
    }
}

/// The first error of a text by place.
fn first_error(text: &str) -> Option<(String, Range<usize>)> {
    let (_, errors) = DeTable::parse_recoverable(text);
    let placed = errors.iter().filter(|error| !syntax::is_duplicate(error.message()));
    let placed = placed.map(|error| (error.message().to_owned(), error.span().unwrap_or(0..0)));
    placed.min_by_key(|(_, span)| span.start)
}

/// Where the line ends on which a multi-line string of a statement is closed, past the statement.
fn end_of_long_string(text: &str, span: &Range<usize>) -> Option<usize> {
    let quotes = ["\"\"\"", "'''"].into_iter().find(|quotes| text[span.clone()].contains(quotes))?;
    let close = span.end + text[span.end..].find(quotes)? + quotes.len();
    Some(text[close..].find('\n').map_or(text.len(), |end| close + end + 1))
}

struct Statement {
    span: Range<usize>,
    is_header: bool,
}

/// Cuts a text into statements by the look of its lines; comments go with what is before them.
fn statements(text: &str) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let bare = line.trim_start_matches('\u{feff}');
        let is_header = is_header(bare);
        match statements.last_mut() {
            Some(last) if !is_header && !is_key(bare) => last.span.end = end,
            _ => statements.push(Statement { span: start..end, is_header }),
        }
        start = end;
    }
    statements
}

/// The list that a header with one bracket too few names, if it is one.
fn lone_row(header: &str) -> Option<&'static str> {
    let line = header.trim_start().lines().next()?.split('#').next()?.trim_end();
    let name = line.strip_prefix('[')?.strip_suffix(']')?.trim();
    [Key::Task.name(), Key::Directive.name()].into_iter().find(|list| *list == name)
}

fn is_header(line: &str) -> bool {
    let body = line.trim_start();
    if slip::is_headless(body.trim_end()) {
        return true;
    }
    let is_indented = body.len() < line.len();
    body.starts_with('[') && (!is_indented || body.trim_end().ends_with(']') && !body.contains(['"', '{', ',']))
}

fn is_key(line: &str) -> bool {
    let Some((key, _)) = line.split_once('=') else { return false };
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"' | '\'' | ' ' | '\t');
    key.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '"' | '\'')) && key.chars().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn problems(text: &str) -> Vec<usize> {
        let source = Source::new("x", text.as_bytes().to_vec());
        let recovered = recover(&source);
        let (_, left) = DeTable::parse_recoverable(&recovered.text);
        assert!(left.iter().all(|error| syntax::is_duplicate(error.message())), "{left:?}");
        recovered.problems.iter().map(|found| source.position(found.at.start).line).collect()
    }

    #[test]
    fn a_line_that_a_bad_byte_breaks_is_told_by_that_byte_alone() {
        for line in [&b"\xffb = 2"[..], b"b\xff = 2", b"b = \xff"] {
            let recovered = recover(&Source::new("x", [b"a = 1\n", line, b"\nc = 3\n"].concat()));
            // The bytes themselves are one problem of the whole file, told by whoever reads it.
            assert!(recovered.problems.is_empty(), "{line:?}: {:?}", recovered.problems);
        }
    }

    #[test]
    fn one_mistake_is_one_problem_at_its_own_line() {
        assert_eq!(problems("a = \"x\nb = 1\n[c]\nd = 2\n"), [1]);
        assert_eq!(problems("lead = [\"a\", \"b\"\ntitle = \"t\"\n[[task]]\nid = \"3\"\n"), [1]);
        assert_eq!(problems("a = [\n  { x = 1 },\n  { y = 2 z = 3 },\n]\nb = 1\n"), [3]);
        assert_eq!(problems("[plan\na = 1\n[rules]\nb = \n"), [1, 4]);
    }

    #[test]
    fn a_long_string_may_hold_what_looks_like_statements() {
        assert_eq!(problems("a = \"\"\"\n[x]\nb = 1\n\"\"\"\nc = \n"), [5]);
    }

    #[test]
    fn a_merge_conflict_is_one_problem() {
        assert_eq!(problems("a = [\n<<<<<<< HEAD\n  1,\n=======\n  2,\n>>>>>>> b\n]\n"), [2]);
        assert_eq!(problems("a = [\n  1,\n=======\n  2,\n>>>>>>> b\n]\n"), [3, 5], "what is left of one");
        let with_base = "a = [\n<<<<<<< HEAD\n  1,\n||||||| base\n  0,\n=======\n  2,\n>>>>>>> b\n]\n";
        assert_eq!(problems(with_base), [2], "in the style that tells the text before both sides too");
    }

    proptest! {
        #[test]
        fn what_is_left_always_parses_and_keeps_its_length(text in "[\\[\\]{}a\"'=,. \n#0é-]{0,60}") {
            let source = Source::new("x", text.clone().into_bytes());
            let recovered = recover(&source);
            prop_assert_eq!(recovered.text.len(), text.len());
        }
    }
}
