//! Command lines that messages advise: they can be typed as they stand.

use super::session::Global;
use crate::plan::{Plan, RowIx};
use crate::register::Naming;
use crate::text::Lang;

/// The program with the options that say which plan is meant, on which day, as they were typed.
#[derive(Clone, Debug)]
pub struct Program {
    /// With the plan alone.
    on_plan: String,
    whole: String,
}

impl Program {
    /// The program as it was called.
    pub fn new(global: &Global) -> Self {
        let plan = global.plan.iter().flat_map(|plan| ["-p".to_owned(), quoted(&plan.to_string_lossy())]);
        let as_of = global.as_of.iter().flat_map(|as_of| ["--as-of".to_owned(), quoted(as_of)]);
        let words: Vec<String> = std::iter::once("papi-plan".to_owned()).chain(plan).collect();
        let on_plan = words.join(" ");
        let whole = as_of.fold(on_plan.clone(), |line, word| format!("{line} {word}"));
        Self { on_plan, whole }
    }

    /// The program with a command and its arguments.
    pub fn with(&self, words: &[&str]) -> String {
        words.iter().fold(self.whole.clone(), |line, word| format!("{line} {}", quoted(word)))
    }

    /// The program on that plan, on whatever day, with what follows as it stands.
    pub fn then(&self, words: &str) -> String {
        format!("{} {words}", self.on_plan)
    }

    /// `withdraw` of what is named, with further options.
    pub fn withdraw(&self, plan: &Plan, lang: Lang, row: RowIx, naming: Naming, options: &[&str]) -> String {
        let Naming { by, on } = naming;
        let by = by.map(|unit| plan.body(unit).id.as_str());
        let on = on.map(|on| lang.date(on));
        let by = by.iter().flat_map(|by| ["--by", by]);
        let on = on.iter().flat_map(|on| ["--on", on]);
        let row = plan.row(row).id.as_str();
        let words: Vec<&str> =
            ["withdraw", row].into_iter().chain(by).chain(options.iter().copied()).chain(on).collect();
        self.with(&words)
    }
}

/// `check` of a file.
pub fn check(file: &str) -> String {
    format!("papi-plan check {}", quoted(file))
}

/// A word as a shell takes it for one.
fn quoted(word: &str) -> String {
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
    use super::quoted;

    #[test]
    fn a_word_is_quoted_where_a_shell_would_take_it_apart() {
        assert_eq!(quoted("2.1"), "2.1");
        assert_eq!(quoted("kế-hoạch/2020.toml"), "kế-hoạch/2020.toml");
        assert_eq!(quoted("ke hoach.toml"), "\"ke hoach.toml\"");
        assert_eq!(quoted("1(a)"), "\"1(a)\"");
        assert_eq!(quoted(""), "\"\"");
        assert_eq!(quoted("a$b'c"), "'a$b'\\''c'");
        assert_eq!(quoted("C:\\plan.toml"), "'C:\\plan.toml'");
    }
}
