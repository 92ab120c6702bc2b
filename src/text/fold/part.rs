//! Parts of names.

/// How a name has some words as a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// As whole words.
    Whole,
    /// The last of them is cut short.
    Cut,
}

/// Whether `part` stands in `whole`, beginning at a word, and how; both are keys of names.
///
/// ```
/// use papi_plan::text::{Part, fold, part_at_word};
/// let name = fold("Sở Nội vụ");
/// assert_eq!(part_at_word(&name, "noi vu"), Some(Part::Whole));
/// assert_eq!(part_at_word(&name, "so no"), Some(Part::Cut));
/// assert_eq!(part_at_word(&name, "oi vu"), None);
/// ```
pub fn part_at_word(whole: &str, part: &str) -> Option<Part> {
    let begins = |at: usize| at == 0 || whole.as_bytes()[at - 1] == b' ';
    let ends = |at: usize| at == whole.len() || whole.as_bytes()[at] == b' ';
    let mut found = whole.match_indices(part).map(|(at, _)| at).filter(|at| !part.is_empty() && begins(*at)).peekable();
    found.peek()?;
    Some(if found.any(|at| ends(at + part.len())) { Part::Whole } else { Part::Cut })
}
