//! The text of a file, and where in it a byte stands.

use std::ffi::{OsStr, OsString};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// The text of a plan file with its name. A clone is another handle to the same text.
#[derive(Clone, Debug)]
pub struct Source(Arc<Content>);

#[derive(Debug)]
struct Content {
    name: String,
    /// The name as the system has it; none of what is no file.
    own_name: Option<OsString>,
    text: String,
    bad_utf8: Vec<Range<usize>>,
    /// See [`Source::ends_before`].
    ends_before: OnceLock<Vec<usize>>,
}

/// A place as people count: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl Source {
    /// The text of a file, whose bytes are taken as they are; those that are no UTF-8 are kept apart as a problem to
    /// report.
    pub fn new(name: impl Into<OsString>, bytes: Vec<u8>) -> Self {
        let own_name = name.into();
        Self::named(own_name.to_string_lossy().into_owned(), Some(own_name), bytes)
    }

    /// The same of a stream, which no file's name leads to.
    pub fn of_stream(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self::named(name.into(), None, bytes)
    }

    fn named(name: String, own_name: Option<OsString>, bytes: Vec<u8>) -> Self {
        let (text, bad_utf8) = match String::from_utf8(bytes) {
            Ok(text) => (text, Vec::new()),
            Err(error) => replace_bad(error.as_bytes()),
        };
        Self(Arc::new(Content { name, own_name, text, bad_utf8, ends_before: OnceLock::new() }))
    }

    /// The name to print: the path as it was given, with U+FFFD for what is no UTF-8.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The name as the system has it, for who is to find the file by it; none of what is no file.
    pub fn own_name(&self) -> Option<&OsStr> {
        self.0.own_name.as_deref()
    }

    /// The text; a byte that was no UTF-8 is `?`, so that every place stays where it was.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Where bytes were no UTF-8.
    pub fn bad_utf8(&self) -> &[Range<usize>] {
        &self.0.bad_utf8
    }

    /// The place of a byte.
    ///
    /// ```
    /// use papi_plan::diagnostic::Source;
    /// let source = Source::new("plan.toml", "a = 1\nđ = 2".into());
    /// let place = source.position(9);
    /// assert_eq!((place.line, place.column), (2, 3));
    /// ```
    pub fn position(&self, offset: usize) -> Position {
        let line = self.line_of(offset);
        let start = self.line_start(line);
        let end = offset.min(self.0.text.len());
        let before = self.0.text.get(start..end).unwrap_or_default();
        Position { line: line + 1, column: before.chars().count() + 1 }
    }

    /// The whole lines that a range touches, and the number of the first, from 1.
    pub fn lines_around(&self, span: &Range<usize>) -> (Range<usize>, usize) {
        let first = self.line_of(span.start);
        let last = self.line_of(span.end.max(span.start + 1) - 1);
        let end = self.start_of(last + 1).unwrap_or(self.0.text.len());
        (self.line_start(first)..end, first + 1)
    }

    /// The line of a byte, from 0.
    fn line_of(&self, offset: usize) -> usize {
        let text = self.0.text.as_bytes();
        let offset = offset.min(text.len());
        let block = offset / BLOCK;
        self.ends_before()[block] + ends(&text[block * BLOCK..offset])
    }

    /// Where a line starts; the first after a byte order mark.
    fn line_start(&self, line: usize) -> usize {
        match self.start_of(line).unwrap_or_default() {
            0 if self.0.text.starts_with('\u{feff}') => '\u{feff}'.len_utf8(),
            start => start,
        }
    }

    /// Where a line starts, if there are so many.
    fn start_of(&self, line: usize) -> Option<usize> {
        let Some(number) = line.checked_sub(1) else { return Some(0) };
        let blocks = self.ends_before();
        let block = blocks.partition_point(|before| *before <= number).saturating_sub(1);
        let rest = &self.0.text.as_bytes()[block * BLOCK..];
        let places = rest.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        places.map(|(at, _)| block * BLOCK + at + 1).nth(number - blocks[block])
    }

    /// How many lines end before each block of the text. Few places are asked for: where every line starts need not
    /// be known.
    fn ends_before(&self) -> &[usize] {
        self.0.ends_before.get_or_init(|| {
            let mut before = vec![0];
            let mut sum = 0;
            for block in self.0.text.as_bytes().chunks_exact(BLOCK) {
                sum += ends(block);
                before.push(sum);
            }
            before
        })
    }
}

/// How many bytes of a text are counted together.
const BLOCK: usize = 256;

/// How many lines end in some bytes.
fn ends(bytes: &[u8]) -> usize {
    bytes.iter().map(|byte| usize::from(*byte == b'\n')).sum()
}

impl PartialEq for Source {
    /// Whether both are handles to one text: two files may well say the same.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Source {}

/// Bytes with a `?` for each that is no UTF-8, and where those stand.
fn replace_bad(bytes: &[u8]) -> (String, Vec<Range<usize>>) {
    let mut text = String::with_capacity(bytes.len());
    let mut bad: Vec<Range<usize>> = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        let span = text.len()..text.len() + chunk.invalid().len();
        text.extend(chunk.invalid().iter().map(|_| '?'));
        match bad.last_mut() {
            _ if span.is_empty() => {}
            Some(last) if last.end == span.start => last.end = span.end,
            _ => bad.push(span),
        }
    }
    (text, bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        let source = Source::new("x", "\u{feff}version = 2".into());
        assert_eq!(source.position(3), Position { line: 1, column: 1 });
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
    }

    #[test]
    fn bad_bytes_keep_the_places_of_what_follows() {
        let source = Source::new("x", b"a = \"\xff\xfe\"\nb = 1".to_vec());
        assert_eq!(source.bad_utf8().first(), Some(&(5..7)));
        assert_eq!(source.text(), "a = \"??\"\nb = 1");
    }

    #[test]
    fn lines_are_found_whatever_their_length() {
        let lengths = [0, 1, 255, 256, 0, 0, 700, 3, 511, 0, 255, 255, 2000];
        let text: String = lengths.map(|length| "x".repeat(length) + "\n").concat();
        let source = Source::new("x", text.clone().into_bytes());
        for (at, _) in text.char_indices() {
            let (line, start) = (text[..at].matches('\n').count(), text[..at].rfind('\n').map_or(0, |end| end + 1));
            assert_eq!(source.position(at), Position { line: line + 1, column: at - start + 1 });
            let end = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
            assert_eq!(source.lines_around(&(at..at + 1)), (start..end, line + 1));
        }
        let at_end = Position { line: lengths.len() + 1, column: 1 };
        assert_eq!([source.position(text.len()), source.position(usize::MAX)], [at_end; 2]);
    }

    #[test]
    fn a_place_past_the_end_is_the_end() {
        let source = Source::new("x", "a\n".into());
        assert_eq!(source.position(99), Position { line: 2, column: 1 });
    }
}
