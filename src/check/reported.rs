//! What is already reported is not judged again: an error says enough of its place.

use crate::diagnostic::{Code, Problem, Severity};
use std::ops::Range;

/// The places of a file that errors are reported of.
pub(super) struct Reported {
    /// In file order where each error starts, and how far any up to it reaches.
    reach: Vec<(usize, usize)>,
}

impl Reported {
    /// The places of the errors among these problems.
    pub(super) fn new(told: &[Problem], untold: &[(Code, Range<usize>)]) -> Self {
        let all =
            told.iter().map(|found| (found.code, &found.at.span)).chain(untold.iter().map(|(code, at)| (*code, at)));
        let errors = all.filter(|(code, _)| code.severity() == Severity::Error);
        let mut spans: Vec<(usize, usize)> = errors.map(|(_, at)| (at.start, at.end)).collect();
        spans.sort_unstable();
        let reach = spans.into_iter().scan(0, |reach, (start, end)| {
            *reach = end.max(*reach);
            Some((start, *reach))
        });
        Self { reach: reach.collect() }
    }

    /// Whether an error has a part of the place.
    pub(super) fn has(&self, place: &Range<usize>) -> bool {
        let before = self.reach.partition_point(|(start, _)| *start < place.end);
        before.checked_sub(1).is_some_and(|last| self.reach[last].1 > place.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Place, Source};
    use crate::text::Message;

    #[test]
    fn a_place_is_reported_where_an_error_has_a_part_of_it() {
        let source = Source::new("x", "0123456789012345".into());
        let problem = |code, span| Problem::new(code, Place::new(&source, span), Message::new(|_| ""));
        let reported = Reported::new(
            &[
                problem(Code::Syntax, 8..9),
                problem(Code::WrongType, 2..6),
                problem(Code::BadId, 3..4),
                problem(Code::NotNfc, 12..14),
            ],
            &[(Code::UnknownKey, 14..15), (Code::NotNfc, 15..16)],
        );
        let has = |span| reported.has(&span);
        assert!(has(14..15) && !has(15..16), "what is not told counts too");
        assert!(has(2..6) && has(4..5) && has(0..3) && has(5..9) && has(8..9) && has(0..16));
        assert!(!has(0..2) && !has(6..8) && !has(9..12), "what touches is no part");
        assert!(!has(12..14), "a warning keeps nothing from being judged");
    }
}
