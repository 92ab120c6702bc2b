//! Printed numbers: a gap or a step back among rows of one parent tells that a row was lost or moved.

use super::rules::Findings;
use super::shown;
use crate::plan::{Address, Fact, RowIx, RowKey, Sketch};
use crate::text::words::rule;

/// `numbering`: each printed number follows that of the row before it below the same parent, or repeats
/// it. Numbers of different kinds (`1` after `a`, `2.1` after `1.9`) are not compared.
pub(super) fn numbering(sketch: &Sketch, found: &mut Findings) {
    let (plan, gaps) = (sketch.as_read(), sketch.gaps());
    let is_root = |ix: &RowIx| plan.node(*ix).parent.is_none() && gaps.knows_parent(*ix);
    let roots: Vec<RowIx> = plan.rows().map(|(ix, _)| ix).filter(is_root).collect();
    check_siblings(sketch, None, &roots, found);
    for (ix, _) in plan.rows() {
        check_siblings(sketch, Some(ix), &plan.node(ix).children, found);
    }
}

fn check_siblings(sketch: &Sketch, above: Option<RowIx>, siblings: &[RowIx], found: &mut Findings) {
    let gaps = sketch.gaps();
    // A number that could not be read is compared with none, as one that is no number.
    let number = |ix: &RowIx| if gaps.knows(*ix, Fact::Number) { sketch.as_read().row(*ix).number() } else { "" };
    let numbers: Vec<&str> = siblings.iter().map(number).collect();
    for at in breaks(&numbers) {
        if !gaps.knows_neighbours(above, siblings[at - 1], siblings[at]) {
            continue;
        }
        let (number, before) = (shown(numbers[at]), shown(numbers[at - 1]));
        let message = |lang| rule::numbering(lang, &number, &before);
        let place = Address::Row(siblings[at], RowKey::Number);
        found.push(place, message, rule::numbering_help);
    }
}

/// Which numbers of a series do not follow the one before, nor repeat it.
fn breaks(numbers: &[&str]) -> Vec<usize> {
    let ordinals = ordinals(numbers);
    let follows = |at: &usize| match (ordinals[at - 1], ordinals[*at]) {
        (Some((prefix, last)), Some((own, next))) => prefix != own || next == last || next == last + 1,
        _ => true,
    };
    (1..ordinals.len()).filter(|at| !follows(at)).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Arabic,
    Roman,
    Letter,
}

/// What the numbers of siblings are, read as the kind that most of them can be read as: `C` is a letter among letters,
/// and a hundred among Roman numbers. Nothing where no two are of a kind.
fn ordinals<'n>(numbers: &[&'n str]) -> Vec<Option<(&'n str, usize)>> {
    if numbers.len() < 2 {
        return Vec::new();
    }
    let read = |kind| {
        let ordinals: Vec<_> = numbers.iter().map(|number| ordinal(number, kind)).collect();
        (ordinals.iter().flatten().count(), ordinals)
    };
    let kinds = [Kind::Letter, Kind::Roman, Kind::Arabic].map(read).into_iter();
    kinds
        .max_by_key(|(count, _)| *count)
        .filter(|(count, _)| *count > 1)
        .map_or_else(Vec::new, |(_, ordinals)| ordinals)
}

/// What stands before the last part of a number, and the place of that part in its series.
fn ordinal(number: &str, kind: Kind) -> Option<(&str, usize)> {
    let number = number.trim().trim_end_matches(['.', ')', '/']);
    let (prefix, part) = number.rsplit_once('.').unwrap_or(("", number));
    let place = match kind {
        Kind::Arabic if part.len() <= 9 && part.bytes().all(|byte| byte.is_ascii_digit()) => part.parse().ok(),
        Kind::Arabic => None,
        Kind::Roman => roman(part),
        Kind::Letter => letter(part),
    };
    Some((prefix, place?))
}

/// The letters that Vietnamese lists count with: after d comes đ; f, j, w and z are left out.
const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

fn letter(part: &str) -> Option<usize> {
    let mut letters = part.chars().flat_map(char::to_lowercase);
    let place = letters.next().and_then(|own| LETTERS.chars().position(|letter| letter == own));
    place.filter(|_| letters.next().is_none())
}

/// A Roman number in capitals, if it is written as its value is.
fn roman(part: &str) -> Option<usize> {
    const SIGNS: [(&str, usize); 9] =
        [("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)];
    let mut rest = part;
    let mut sum = 0;
    for (sign, value) in SIGNS {
        while let Some(after) = rest.strip_prefix(sign) {
            (rest, sum) = (after, sum + value);
        }
    }
    if !rest.is_empty() || sum == 0 {
        return None;
    }
    let mut left = sum;
    let mut written = String::new();
    for (sign, value) in SIGNS {
        written.push_str(&sign.repeat(left / value));
        left %= value;
    }
    (written == part).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn odd<'a>(numbers: &[&'a str]) -> Vec<&'a str> {
        breaks(numbers).into_iter().map(|at| numbers[at]).collect()
    }

    #[test]
    fn series_of_every_kind_are_read() {
        assert!(odd(&["I", "II", "III", "IV", "V"]).is_empty());
        assert!(odd(&["1.1", "1.2", "1.3"]).is_empty());
        assert!(odd(&["a", "b", "c", "d", "đ", "e", "g"]).is_empty());
        assert!(odd(&["A", "B", "C", "D"]).is_empty());
        assert!(odd(&["1", "1", "2"]).is_empty(), "repeats pass");
        assert!(odd(&["-", "-", "+"]).is_empty(), "what is no number is left alone");
    }

    #[test]
    fn gaps_and_steps_back_are_found() {
        assert_eq!(odd(&["I", "II", "IV"]), ["IV"]);
        assert_eq!(odd(&["1", "2", "4", "3"]), ["4", "3"]);
        assert_eq!(odd(&["a)", "c)"]), ["c)"]);
        assert_eq!(roman("IVI"), None, "no number is written so");
    }
}
