//! The table of rules: the code of each, what it needs to know, and the function that judges.

use super::{Judged, deadlines, extensions, living, names, numbering, texts};
use crate::diagnostic::{Code, Problem, Problems};
use crate::plan::{Address, Draft, Sketch, Stated};
use crate::text::{Lang, Message};
use chrono::NaiveDate;

/// A rule of `check`.
pub(super) struct Rule {
    code: Code,
    judge: Judge,
}

/// What a rule judges by.
enum Judge {
    /// Each day as it is stated, alone.
    Stated(fn(&Stated<'_>, &mut Findings)),
    /// The same, with what is known of its row.
    StatedIn(fn(&Stated<'_>, &Sketch, &mut Findings)),
    /// The same alone, as of D.
    StatedAsOf(fn(&Stated<'_>, NaiveDate, &mut Findings)),
    /// What is named where.
    Draft(fn(&Draft, &mut Findings)),
    /// How the rows hang together. Such a rule leaves out what hangs on a gap, and that alone.
    Sketch(fn(&Sketch, &mut Findings)),
}

/// Every rule.
pub(super) const RULES: &[Rule] = &[
    Rule { code: Code::NoDeadline, judge: Judge::Sketch(deadlines::no_deadline) },
    Rule { code: Code::DeadlineText, judge: Judge::Stated(deadlines::deadline_text) },
    Rule { code: Code::DeadlineBeforeIssue, judge: Judge::Stated(deadlines::deadline_before_issue) },
    Rule { code: Code::DeadlineAfterParent, judge: Judge::Sketch(deadlines::deadline_after_parent) },
    Rule { code: Code::WeekendDeadline, judge: Judge::Stated(deadlines::weekend_deadline) },
    Rule { code: Code::DirectiveDeadline, judge: Judge::Sketch(deadlines::directive_deadline) },
    Rule { code: Code::FutureDate, judge: Judge::StatedAsOf(deadlines::future_date) },
    Rule { code: Code::ExtensionEarlier, judge: Judge::Sketch(extensions::extension_earlier) },
    Rule { code: Code::IdleExtension, judge: Judge::Sketch(extensions::idle_extension) },
    Rule { code: Code::BeforeIssue, judge: Judge::StatedIn(deadlines::before_issue) },
    Rule { code: Code::EndedAgency, judge: Judge::Sketch(living::ended_agency) },
    Rule { code: Code::EndedRow, judge: Judge::Sketch(living::ended_row) },
    Rule { code: Code::UnusedEvent, judge: Judge::Draft(living::unused_event) },
    Rule { code: Code::RepeatedAgency, judge: Judge::Draft(names::repeated_agency) },
    Rule { code: Code::EmptyText, judge: Judge::Draft(texts::empty_text) },
    Rule { code: Code::UnusedAgency, judge: Judge::Draft(names::unused_agency) },
    Rule { code: Code::Numbering, judge: Judge::Sketch(numbering::numbering) },
];

impl Rule {
    /// What the rule finds.
    pub(super) fn judge(&self, judged: &Judged<'_>, stated: &Stated<'_>) -> Problems<Address> {
        let mut findings = Findings { code: self.code, problems: Problems::default() };
        match self.judge {
            Judge::Stated(judge) => judge(stated, &mut findings),
            Judge::StatedIn(judge) => judge(stated, judged.sketch, &mut findings),
            Judge::StatedAsOf(judge) => judge(stated, judged.as_of, &mut findings),
            Judge::Draft(judge) => judge(judged.draft, &mut findings),
            Judge::Sketch(judge) => judge(judged.sketch, &mut findings),
        }
        findings.problems
    }
}

/// What one rule found so far.
pub(super) struct Findings {
    code: Code,
    problems: Problems<Address>,
}

impl Findings {
    /// Adds a place with what is wrong there and what to do.
    pub(super) fn push(&mut self, at: Address, message: impl Fn(Lang) -> String, help: impl Fn(Lang) -> &'static str) {
        self.push_with(at, [], message, help);
    }

    /// The same with further places that belong to it.
    pub(super) fn push_with(
        &mut self,
        at: Address,
        also: impl IntoIterator<Item = Address>,
        message: impl Fn(Lang) -> String,
        help: impl Fn(Lang) -> &'static str,
    ) {
        let problem = || Problem::new(self.code, at, Message::new(message)).with_help(Message::new(help)).and_at(also);
        self.problems.add(self.code, at, problem);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;
    use std::collections::HashSet;

    #[test]
    fn every_likely_mistake_is_found_by_one_rule() {
        let rules: Vec<Code> = RULES.iter().map(|rule| rule.code).collect();
        assert_eq!(rules.iter().collect::<HashSet<_>>().len(), rules.len());
        // How a text is written is seen where it is read.
        let of_reading = [Code::NotNfc, Code::InvisibleCharacter];
        for code in Code::ALL.iter().filter(|code| code.severity() != Severity::Error) {
            assert_ne!(rules.contains(code), of_reading.contains(code), "{}", code.name());
        }
    }
}
