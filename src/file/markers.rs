//! The marks that a merge leaves in a file where it was not finished.

use std::ops::Range;

/// How long such a mark is, at least: a merge within a merge writes longer ones.
const SHORTEST: usize = 7;

/// A conflict, or what is left of one.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Conflict {
    /// Where its marks stand, in the order of the file.
    pub(super) marks: Vec<Range<usize>>,
}

impl Conflict {
    /// From its first mark to its last.
    pub(super) fn span(&self) -> Range<usize> {
        let start = self.marks.first().map_or(0, |mark| mark.start);
        start..self.marks.last().map_or(start, |mark| mark.end)
    }
}

/// Every conflict of a text, in the order of their first marks; a mark that belongs to none is one by itself. Within
/// a text over several lines they are text.
pub(super) fn conflicts(text: &str) -> Vec<Conflict> {
    let mut found: Vec<Conflict> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let (mut start, mut long_string) = (0, None);
    for line in text.split_inclusive('\n') {
        let mark = if long_string.is_none() { mark(line) } else { None };
        if let Some(mark) = mark {
            let span = start..start + line.trim_end().len();
            match open.last() {
                Some(conflict) if mark != '<' => found[*conflict].marks.push(span),
                _ => found.push(Conflict { marks: vec![span] }),
            }
            match mark {
                '<' => open.push(found.len() - 1),
                '>' => drop(open.pop()),
                _ => {}
            }
        } else {
            long_string = long_string_after(line, long_string);
        }
        start += line.len();
    }
    found
}

/// The character that a mark is made of, if the line is one.
fn mark(line: &str) -> Option<char> {
    let first = line.chars().next().filter(|c| "<|=>".contains(*c))?;
    let rest = line.trim_start_matches(first);
    let length = line.len() - rest.len();
    let is_mark = length >= SHORTEST && (rest.trim().is_empty() || rest.starts_with(' '));
    // A longer row of these is what people draw.
    (is_mark && (first != '=' || length == SHORTEST)).then_some(first)
}

/// The quotes of the text over several lines that is open at the end of a line, given those open at its start.
fn long_string_after(line: &str, open: Option<&'static str>) -> Option<&'static str> {
    let (mut open, mut rest) = (open, line);
    loop {
        let quotes = match open.take() {
            Some(quotes) => quotes,
            None => {
                let at = rest.find(['"', '\'', '#']).filter(|at| !rest[*at..].starts_with('#'))?;
                let quotes = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quotes| rest[at..].starts_with(quotes))?;
                rest = &rest[at + quotes.len()..];
                quotes
            }
        };
        match behind(rest, quotes) {
            Some(behind) => rest = behind,
            // A text on one line ends with that, be it closed or not.
            None => return (quotes.len() == 3).then_some(quotes),
        }
    }
}

/// What stands behind the quotes that close a text.
fn behind<'t>(text: &'t str, quotes: &str) -> Option<&'t str> {
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        let here = &text[at..];
        if let Some(behind) = here.strip_prefix(quotes) {
            // Of five quotes in a row the first two are text.
            let more = behind.bytes().take_while(|byte| quotes.as_bytes().first() == Some(byte)).count();
            return Some(if quotes.len() == 3 { &behind[more.min(2)..] } else { behind });
        }
        let is_escape = next == '\\' && quotes.starts_with('"');
        let escaped = if is_escape { here.chars().nth(1).map_or(0, char::len_utf8) } else { 0 };
        at += next.len_utf8() + escaped;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of the marks of each conflict, from 1.
    fn lines(text: &str) -> Vec<Vec<usize>> {
        let line = |mark: &Range<usize>| text[..mark.start].matches('\n').count() + 1;
        conflicts(text).iter().map(|conflict| conflict.marks.iter().map(line).collect()).collect()
    }

    #[test]
    fn the_marks_of_a_conflict_belong_together_and_a_lone_one_is_one() {
        assert_eq!(lines("<<<<<<< a\nx\n||||||| base\n=======\ny\n>>>>>>> b\n=======\n"), [vec![1, 3, 4, 6], vec![7]]);
        for lone in ["=======", ">>>>>>> b", "||||||| base", "<<<<<<< a", "=======\r", ">>>>>>>", "||||||||| x"] {
            assert_eq!(lines(&format!("a = 1\n{lone}\nb = 2")), [vec![2]], "{lone}");
        }
        assert_eq!(lines("========\n== x\n<<<<<<\n # =======\n ======="), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn a_conflict_within_a_conflict_has_its_own_marks() {
        assert_eq!(lines("<<<<<<< a\n<<<<<<<<< c\n>>>>>>>>> d\n=======\n>>>>>>> b\n"), [vec![1, 4, 5], vec![2, 3]]);
    }

    #[test]
    fn within_a_text_over_several_lines_there_are_none() {
        for quotes in ["\"\"\"", "'''"] {
            let text = format!("a = {quotes}\n=======\n{quotes} # \"\"\"\n=======\nb = 'it' # '''\n>>>>>>> b\n");
            assert_eq!(lines(&text), [vec![4], vec![6]], "{quotes}");
        }
        assert_eq!(lines("a = \"\"\"x\\\"\"\"\n=======\n\"\"\"\"\"\n=======\n"), [vec![4]]);
        assert_eq!(
            lines("a = \"\"\"x\"\"\"\"\"\n=======\nb = \"\"\"\n=======\n\"\"\"\n"),
            [vec![2]],
            "two quotes are text"
        );
        assert_eq!(lines("a = \"not closed\n=======\nb = \"\\\"\n=======\n"), [vec![2], vec![4]]);
    }
}
