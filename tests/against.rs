//! What the program itself writes, held against the plan before: marks are added, never taken away unnoticed.
#![allow(clippy::expect_used, reason = "helpers of tests fail as tests do")]

use snapbox::cmd::{Command, OutputAssert, cargo_bin};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A plan with a submission that was published, and a copy of it to work on.
struct Published {
    folder: TempDir,
    old: PathBuf,
}

impl Published {
    fn new() -> Self {
        let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/invalid/removed-entry.old.toml");
        let folder = TempDir::new().expect("a folder");
        std::fs::copy(&old, folder.path().join("plan.toml")).expect("a copy");
        Self { folder, old }
    }

    fn command(&self) -> Command {
        let program = Command::new(cargo_bin!("papi-plan")).current_dir(self.folder.path());
        program.args(["--as-of", "2025-06-30", "--lang", "en"])
    }

    fn mark(self, args: &[&str]) -> Self {
        self.command().args(args).assert().code(0);
        self
    }

    fn check(&self, args: &[&str]) -> OutputAssert {
        self.command().args(["check", "plan.toml", "--against"]).arg(&self.old).args(args).assert()
    }
}

#[test]
fn a_report_sent_back_passes() {
    let published = Published::new().mark(&["return", "1", "--on", "2025-04-02", "--reason", "Thiếu phụ lục"]);
    published.check(&["--deny-warnings", "--format", "short"]).code(0).stdout_eq("");
}

#[test]
fn an_extension_passes() {
    let published = Published::new().mark(&["extend", "1", "--to", "2025-04-30", "--granted", "2025-03-20"]);
    published.check(&["--deny-warnings", "--format", "short"]).code(0).stdout_eq("");
}

#[test]
fn a_further_submission_passes() {
    let published = Published::new().mark(&["return", "1", "--on", "2025-04-02"]);
    published
        .mark(&["submit", "1", "--on", "2025-04-08"])
        .check(&["--deny-warnings", "--format", "short"])
        .code(0)
        .stdout_eq("");
}

#[test]
fn a_published_mark_taken_out_fails_and_the_answer_says_what_to_do() {
    let published = Published::new().mark(&["withdraw", "1"]);
    let answer = published.check(&[]).code(1);
    let said = String::from_utf8_lossy(&answer.get_output().stdout).into_owned();
    for part in ["error[removed-entry]", "raise \"revision\"", "--allow removed-entry"] {
        assert!(said.contains(part), "{said}");
    }
    published.check(&["--allow", "removed-entry", "--format", "short"]).code(0).stdout_eq("");
}

#[test]
fn a_risen_revision_excuses_what_was_taken_out() {
    let published = Published::new().mark(&["withdraw", "1"]);
    let plan = papi_plan::file::read("plan.toml", &published.folder.path().join("plan.toml")).expect("the plan");
    let amended = plan.text().replace("issued = 2025-01-15", "issued = 2025-01-15\nrevision = 2");
    let check = published.command().args(["check", "-", "--format", "short", "--against"]).arg(&published.old);
    check.stdin(amended).assert().code(0).stdout_eq("");
}
