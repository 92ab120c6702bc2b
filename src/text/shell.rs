//! Command lines that messages advise.

/// A word as a shell takes it for one.
///
/// ```
/// use papi_plan::text::shell_word;
/// assert_eq!(shell_word("ke hoach.toml"), "\"ke hoach.toml\"");
/// ```
pub fn shell_word(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./:,+@%=".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    if word.contains(['"', '$', '`', '\\', '!']) {
        return format!("'{}'", word.replace('\'', "'\\''"));
    }
    format!("\"{word}\"")
}

#[cfg(test)]
mod tests {
    use super::shell_word;

    #[test]
    fn a_word_is_quoted_where_a_shell_would_take_it_apart() {
        assert_eq!(shell_word("2.1"), "2.1");
        assert_eq!(shell_word("kế-hoạch/2020.toml"), "kế-hoạch/2020.toml");
        assert_eq!(shell_word("ke hoach.toml"), "\"ke hoach.toml\"");
        assert_eq!(shell_word("1(a)"), "\"1(a)\"");
        assert_eq!(shell_word(""), "\"\"");
        assert_eq!(shell_word("a$b'c"), "'a$b'\\''c'");
        assert_eq!(shell_word("C:\\plan.toml"), "'C:\\plan.toml'");
    }
}
