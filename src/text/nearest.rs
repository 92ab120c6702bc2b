//! The nearest of the known words to one that was mistyped.

use super::fold;

/// The candidate most like `typed` after folding; none only where there are no candidates.
///
/// ```
/// use papi_plan::text::nearest;
/// assert_eq!(nearest("submited", ["submitted", "support"]), Some("submitted"));
/// assert_eq!(nearest("deu", ["result", "due"]), Some("due"));
/// assert_eq!(nearest("so-noi-vụ", ["so-y-te", "so-noi-vu"]), Some("so-noi-vu"));
/// ```
pub fn nearest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = fold(typed);
    let slips = typed.chars().count().div_ceil(3);
    // A slip or two of the finger comes before a likeness on the whole.
    let score = |candidate: &str| {
        let candidate = fold(candidate);
        let likeness = strsim::jaro_winkler(&typed, &candidate);
        if strsim::osa_distance(&typed, &candidate) <= slips { 1.0 + likeness } else { likeness }
    };
    candidates
        .into_iter()
        .map(|candidate| (score(candidate), candidate))
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, candidate)| candidate)
}
