//! Command lines that messages advise: they can be typed as they stand.

use super::session::Global;
use crate::plan::{Plan, RowIx};
use crate::register::Naming;
use crate::text::{Lang, shell_word};

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
        let plan = global.plan.iter().flat_map(|plan| ["-p".to_owned(), shell_word(&plan.to_string_lossy())]);
        let as_of = global.as_of.iter().flat_map(|as_of| ["--as-of".to_owned(), shell_word(as_of)]);
        let words: Vec<String> = std::iter::once("papi-plan".to_owned()).chain(plan).collect();
        let on_plan = words.join(" ");
        let whole = as_of.fold(on_plan.clone(), |line, word| format!("{line} {word}"));
        Self { on_plan, whole }
    }

    /// The program with a command and its arguments.
    pub fn with(&self, words: &[&str]) -> String {
        words.iter().fold(self.whole.clone(), |line, word| format!("{line} {}", shell_word(word)))
    }

    /// The program on that plan, on whatever day, with what follows as it stands.
    pub fn then(&self, words: &str) -> String {
        format!("{} {words}", self.on_plan)
    }

    /// `withdraw` of what is named, with further options.
    pub fn withdraw(&self, plan: &Plan, lang: Lang, row: RowIx, naming: Naming, options: &[&str]) -> String {
        let Naming { by, on, period } = naming;
        let (on, period) = (on.map(|on| lang.date(on)), period.map(|period| period.to_string()));
        let mut words = vec!["withdraw", plan.row(row).id.as_str()];
        if let Some(by) = by {
            words.extend(["--by", plan.body(by).id.as_str()]);
        }
        words.extend(period.iter().flat_map(|period| ["--period", period]));
        words.extend(options);
        words.extend(on.iter().flat_map(|on| ["--on", on]));
        self.with(&words)
    }
}

/// `check` of a file.
pub fn check(file: &str) -> String {
    format!("papi-plan check {}", shell_word(file))
}
