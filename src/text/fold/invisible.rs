//! Characters that nobody sees.

/// Whether a character shows as nothing at all: joiners and spaces of no width, soft hyphens, byte order marks,
/// marks of direction, variation selectors (what Unicode calls default-ignorable).
///
/// ```
/// use papi_plan::text::is_invisible;
/// assert!(is_invisible('\u{200b}') && is_invisible('\u{ad}') && is_invisible('\u{feff}'));
/// assert!(!is_invisible(' ') && !is_invisible('\u{301}'));
/// ```
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}
