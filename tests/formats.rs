//! The forms that `check` answers in, whole, for a file with letters of every width: each mark stands below what it means.
//!
//! `SNAPSHOTS=overwrite cargo test --test formats` writes the answers in `formats/` anew; read them before you commit them.
#![allow(clippy::expect_used, reason = "helpers of tests fail as tests do")]

use snapbox::cmd::{Command, cargo_bin};
use snapbox::{Assert, Data, Redactions};
use std::path::Path;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/formats");

fn says_as_recorded(format: &str, lang: &str) {
    let mut redactions = Redactions::new();
    // A release changes no answer.
    redactions.insert("[VERSION]", env!("CARGO_PKG_VERSION")).expect("a placeholder");
    let assert = Assert::new().action_env("SNAPSHOTS").normalize_paths(false).redact_with(redactions);
    let program = Command::new(cargo_bin!("papi-plan")).with_assert(assert).current_dir(FOLDER).env("COLUMNS", "100");
    let answer = program.args(["--as-of", "2025-06-30", "--lang", lang, "check", "plan.toml", "--format", format]);
    let golden = Path::new(FOLDER).join(format!("{format}.{lang}.txt"));
    answer.assert().code(1).stderr_eq("").stdout_eq(Data::read_from(&golden, None));
}

#[test]
fn human() {
    says_as_recorded("human", "en");
    says_as_recorded("human", "vi");
}

#[test]
fn short() {
    says_as_recorded("short", "vi");
}

#[test]
fn json() {
    says_as_recorded("json", "en");
}

#[test]
fn github() {
    says_as_recorded("github", "vi");
}

#[test]
fn sarif() {
    says_as_recorded("sarif", "en");
}
