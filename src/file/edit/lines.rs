//! The lines of a text: where they start and end, their indents and line ends, and the comments
//! between them.

use super::splice::Splice;
use std::ops::Range;

/// The start of the line of `at`.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// The start of the line after the one of `at`, or the end of the text.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

/// The white space that the line of `at` begins with.
pub(super) fn indent(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..];
    let body = line.trim_start_matches([' ', '\t']);
    &line[..line.len() - body.len()]
}

/// The line end in use around `at`: that of the line itself, else of the one before.
pub(super) fn eol(text: &str, at: usize) -> &'static str {
    let end = text[at..].find('\n').map(|end| at + end).or_else(|| text[..at].rfind('\n'));
    match end {
        Some(end) if text[..end].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// Whole lines put in at the start of a line, or at the end of a text whose last line is open.
pub(super) fn new_lines(text: &str, at: usize, lines: &str, eol: &str) -> Splice {
    let is_open = at == text.len() && !text.is_empty() && !text.ends_with('\n');
    Splice::insert(
        at,
        if is_open { format!("{eol}{}", lines.strip_suffix(eol).unwrap_or(lines)) } else { lines.to_owned() },
    )
}

/// The start of the comments that stand right on the line that starts at `start`, or else `start` itself. What
/// belongs to something else reaches to `bound`; a comment behind that is its own.
pub(super) fn comments_above(text: &str, start: usize, bound: usize) -> usize {
    let mut start = start;
    while start > 0 {
        let above = line_start(text, start - 1);
        if above < bound || !begins_comment(&text[above..start]) {
            break;
        }
        start = above;
    }
    start
}

/// Whole lines taken out; those that follow each other are one piece. A text whose last line is open stays so.
pub(super) fn without_lines(text: &str, mut lines: Vec<Range<usize>>) -> Vec<Splice> {
    lines.sort_by_key(|range| range.start);
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for range in lines {
        match pieces.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => pieces.push(range),
        }
    }
    if !text.ends_with('\n') && pieces.last().is_some_and(|last| last.end == text.len()) {
        leave_open(text, &mut pieces);
    }
    pieces.into_iter().map(Splice::remove).collect()
}

/// Lets pieces that reach to the end take the line ends above them too, over empty lines: else the text would end in one.
fn leave_open(text: &str, pieces: &mut Vec<Range<usize>>) {
    while let Some(last) = pieces.pop() {
        let start = text[..last.start].trim_end_matches(['\r', '\n']).len();
        match pieces.last_mut() {
            Some(above) if start < above.end => above.end = text.len(),
            _ => return pieces.push(start..text.len()),
        }
    }
}

/// Below the comments that hang under what ends before the line `start`; those that reach to the
/// next header, which is at `end`, stand on that.
pub(super) fn below_comments(text: &str, start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end && begins_comment(&text[at..]) {
        at = line_end(text, at);
    }
    if at == end && end < text.len() { start } else { at }
}

fn begins_comment(line: &str) -> bool {
    line.trim_start_matches([' ', '\t']).starts_with('#')
}

#[cfg(test)]
mod tests {
    use super::super::splice::apply;
    use super::*;

    #[test]
    fn the_line_end_in_use_is_that_of_the_line_itself_else_of_the_one_before() {
        assert_eq!(eol("a\r\nb\n", 0), "\r\n");
        assert_eq!(eol("a\r\nb\n", 3), "\n");
        assert_eq!(eol("a\r\nb", 3), "\r\n", "the last line is open");
        assert_eq!(eol("a", 0), "\n", "there is none");
    }

    #[test]
    fn lines_put_in_at_the_end_of_an_open_text_leave_it_open() {
        let put = |text: &str, at, lines| apply(text, vec![new_lines(text, at, lines, "\n")]);
        assert_eq!(put("a\nb\n", 2, "x\n"), "a\nx\nb\n");
        assert_eq!(put("a\nb\n", 4, "x\n"), "a\nb\nx\n");
        assert_eq!(put("a\nb", 3, "x\n"), "a\nb\nx");
        assert_eq!(put("", 0, "x\n"), "x\n");
    }

    #[test]
    fn comments_on_a_line_are_those_right_above_it_down_from_the_bound() {
        let text = "a # of a\n# 1\n  # 2\nb\n\n# 3\nc";
        let above = |line: &str, bound| text[comments_above(text, text.find(line).unwrap(), bound)..].to_owned();
        assert_eq!(above("b\n", 0), "# 1\n  # 2\nb\n\n# 3\nc");
        assert_eq!(above("b\n", text.find("  # 2").unwrap()), "  # 2\nb\n\n# 3\nc");
        assert_eq!(above("c", 0), "# 3\nc", "an empty line is between");
        assert_eq!(comments_above("# a\nb", 4, 0), 0, "up to the first line");
    }

    #[test]
    fn comments_hang_under_what_stands_above_them_unless_they_reach_to_the_next_header() {
        let text = "a\n# 1\n# 2\n\n# 3\n[b]\n# 4\n";
        let header = text.find("[b]").unwrap();
        let below = |start, end| &text[..below_comments(text, start, end)];
        assert_eq!(below(2, header), "a\n# 1\n# 2\n");
        assert_eq!(below(text.find("# 3").unwrap(), header), "a\n# 1\n# 2\n\n", "they are the header's");
        assert_eq!(below(text.len() - 4, text.len()), text, "no header follows");
    }

    #[test]
    fn lines_that_follow_each_other_go_as_one_piece_and_an_open_text_stays_open() {
        let without = |text: &str, lines: &[Range<usize>]| {
            let splices = without_lines(text, lines.to_vec());
            let pieces = splices.len();
            (apply(text, splices), pieces)
        };
        assert_eq!(without("a\nb\nc\n", &[2..4, 0..2]), ("c\n".to_owned(), 1));
        assert_eq!(without("a\nb\nc\n", &[0..2, 4..6]), ("b\n".to_owned(), 2));
        assert_eq!(without("a\nb\nc\n", &[0..4, 2..4]), ("c\n".to_owned(), 1), "one within the other");
        assert_eq!(without("a\r\nb", &[Range { start: 3, end: 4 }]), ("a".to_owned(), 1));
        assert_eq!(without("a\nb", &[Range { start: 2, end: 3 }]), ("a".to_owned(), 1));
        assert_eq!(without("a\n\n\r\nb", &[Range { start: 5, end: 6 }]), ("a".to_owned(), 1), "below empty lines");
        assert_eq!(without("a\nb\n\nc", &[2..4, 5..6]), ("a".to_owned(), 1), "an empty line between them");
        assert_eq!(without("a\nb\n", &[Range { start: 2, end: 4 }]), ("a\n".to_owned(), 1), "a line that ends");
        assert_eq!(without("b", &[Range { start: 0, end: 1 }]), (String::new(), 1));
    }
}
