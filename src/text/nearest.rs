//! The nearest of the known words to one that was mistyped.

use super::fold;

/// The candidate most like `typed` after folding; none only where there are no candidates.
///
/// ```
/// use papi_plan::text::nearest;
/// assert_eq!(nearest("submited", ["submitted", "support"]), Some("submitted"));
/// assert_eq!(nearest("namx_en", ["name", "name_en"]), Some("name_en"));
/// assert_eq!(nearest("deu", ["result", "due"]), Some("due"));
/// assert_eq!(nearest("so-noi-vụ", ["so-y-te", "so-noi-vu"]), Some("so-noi-vu"));
/// ```
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = fold(typed);
    candidates
        .into_iter()
        .map(|candidate| (likeness(&typed, &fold(candidate)), candidate))
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, candidate)| candidate)
}

/// Whether the candidate is so like `typed` that it may well be what was meant.
///
/// ```
/// use papi_plan::text::is_near;
/// assert!(is_near("submited", "submitted") && !is_near("contact", "metadata"));
/// ```
pub fn is_near(typed: &str, candidate: &str) -> bool {
    nearness(&fold(typed), &fold(candidate)).is_some()
}

/// How near a word is to one that was typed, the higher the nearer; none if it is not near. Both are folded.
pub fn nearness(typed: &str, candidate: &str) -> Option<f64> {
    // What is five times as long is never so like; a text of any length is not compared letter by letter.
    let (shorter, longer) = (typed.len().min(candidate.len()), typed.len().max(candidate.len()));
    if longer > 5 * shorter {
        return None;
    }
    // One letter of two is no slip: it is another word.
    let is_near =
        resemblance(typed, candidate) >= 0.85 || slips(typed, candidate) <= split(typed).0.chars().count() / 3;
    is_near.then(|| likeness(typed, candidate))
}

/// How many letters were missed, doubled, swapped or hit wrong between a word and what was typed. Both are folded.
pub fn slips(typed: &str, candidate: &str) -> usize {
    let ((typed, left), (candidate, other)) = (split(typed), split(candidate));
    let between = if left == other { 0 } else { left.len().abs_diff(other.len()).max(1) };
    strsim::osa_distance(typed, candidate) + between
}

/// How like two words are on the whole, from 0 to 1.
fn resemblance(typed: &str, candidate: &str) -> f64 {
    strsim::jaro_winkler(split(typed).0, split(candidate).0)
}

/// How many letters of a word are compared: each is held against each of the other, and no name is longer.
const MOST_COMPARED: usize = 256;

/// What of a word is compared letter by letter, and the rest.
fn split(word: &str) -> (&str, &str) {
    let end = word.char_indices().nth(MOST_COMPARED).map_or(word.len(), |(end, _)| end);
    word.split_at(end)
}

/// Whether one slip of the finger makes the difference, even in a word so short that it may be another.
///
/// ```
/// use papi_plan::text::is_slip;
/// assert!(is_slip("de", "due") && !is_slip("date", "due"));
/// ```
pub fn is_slip(typed: &str, candidate: &str) -> bool {
    slips(&fold(typed), &fold(candidate)) <= 1
}

/// Above 1 where a slip or two of the finger make the difference, the more the fewer: that comes before a
/// likeness on the whole, which is from 0 to 1.
fn likeness(typed: &str, candidate: &str) -> f64 {
    let most = split(typed).0.chars().count().div_ceil(3);
    let likeness = resemblance(typed, candidate);
    let spared = most.checked_sub(slips(typed, candidate));
    let spared = spared.and_then(|spared| u32::try_from(spared).ok());
    spared.map_or(likeness, |spared| f64::from(spared) + 1.0 + likeness)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_without_end_is_not_compared_letter_by_letter() {
        // Each letter against each, this would take hours.
        let long = |end: &str| "ab".repeat(1_000_000) + end;
        let (typed, near, other) = (long("x"), long("y"), "cd".repeat(1_000_000));
        assert_eq!(nearest(&typed, ["ab", other.as_str(), near.as_str()]), Some(near.as_str()));
        assert!(is_near(&typed, &near) && !is_near(&typed, &other));
        assert!(is_slip(&typed, &near) && !is_slip(&typed, &long("xyz")));
    }
}
