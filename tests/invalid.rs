//! Broken plans: what `check` says of each, word for word in both languages.
//!
//! `invalid/<code>.toml` and `invalid/<code>-<what>.toml` each hold one problem of that code, and beside them stands the
//! whole answer: `<name>.en.txt` and `<name>.vi.txt`. Where there is a `<name>.old.toml` too, the problem shows only
//! against that. `SNAPSHOTS=overwrite cargo test --test invalid` writes the answers
//! anew; read them before you commit them.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests fail as tests do")]

use papi_plan::diagnostic::{Code, Severity};
use serde_json::Value;
use snapbox::Data;
use snapbox::cmd::{Command, cargo_bin};
use std::path::Path;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/invalid");

/// The broken plans, by name without the ending.
fn names() -> Vec<String> {
    let mut names = names_before(".toml");
    names.retain(|name| name.strip_suffix(".old").is_none());
    assert!(!names.is_empty());
    names
}

/// The broken plans that no command but `check` takes.
fn names_of_errors() -> impl Iterator<Item = String> {
    names().into_iter().filter(|name| code_of(name).severity() == Severity::Error && !code_of(name).needs_older())
}

/// The names of the files with an ending, without it.
fn names_before(ending: &str) -> Vec<String> {
    let entries = std::fs::read_dir(FOLDER).expect("tests/invalid can be listed");
    let files = entries.map(|entry| entry.expect("tests/invalid can be listed").file_name().display().to_string());
    let mut names: Vec<String> = files.filter_map(|file| file.strip_suffix(ending).map(str::to_owned)).collect();
    names.sort();
    names
}

/// The code that a file name begins with.
fn code_of(name: &str) -> Code {
    let begins =
        |code: &Code| name.strip_prefix(code.name()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    let found = Code::ALL.iter().copied().filter(begins).max_by_key(|code| code.name().len());
    found.unwrap_or_else(|| panic!("{name}.toml begins with no code"))
}

/// The program in the folder of the broken plans, on a day and a screen that never change.
fn papi_plan() -> Command {
    let program = Command::new(cargo_bin!("papi-plan")).current_dir(FOLDER);
    program.env("COLUMNS", "100").args(["--as-of", "2025-06-30"])
}

/// `check` on a broken plan, against the older one where there is one.
fn check(name: &str) -> Command {
    let check = papi_plan().arg("check").arg(format!("{name}.toml"));
    let old = format!("{name}.old.toml");
    if Path::new(FOLDER).join(&old).exists() { check.arg("--against").arg(old) } else { check }
}

/// With which code `check` ends: errors fail, the rest does not.
fn exit_code(name: &str) -> i32 {
    i32::from(code_of(name).severity() == Severity::Error)
}

fn says_as_recorded(lang: &str) {
    for name in names() {
        let golden = Path::new(FOLDER).join(format!("{name}.{lang}.txt"));
        let answer = check(&name).args(["--lang", lang]).assert();
        answer.code(exit_code(&name)).stderr_eq("").stdout_eq(Data::read_from(&golden, None).raw());
    }
}

#[test]
fn check_says_in_english_what_is_recorded() {
    says_as_recorded("en");
}

#[test]
fn check_says_in_vietnamese_what_is_recorded() {
    says_as_recorded("vi");
}

#[test]
fn no_answer_is_left_of_a_file_that_is_gone() {
    assert_eq!(names_before(".en.txt"), names());
    assert_eq!(names_before(".vi.txt"), names());
}

#[test]
fn each_file_holds_one_problem_of_the_code_it_is_named_for() {
    for name in names() {
        let answer = check(&name).args(["--format", "json"]).assert().code(exit_code(&name));
        let answer: Value = serde_json::from_slice(&answer.get_output().stdout).expect("the answer is JSON");
        let found = answer["diagnostics"].as_array().expect("the answer lists what was found");
        let is_error = code_of(&name).severity() == Severity::Error;
        let counted = found.iter().filter(|problem| !is_error || problem["severity"] == "error");
        let codes: Vec<&Value> = counted.map(|problem| &problem["code"]).collect();
        assert_eq!(codes, [code_of(&name).name()], "{name}.toml");
    }
}

#[test]
fn no_code_is_without_a_file() {
    let names = names();
    let missing = Code::ALL.iter().filter(|code| !names.iter().any(|name| code_of(name) == **code));
    let missing: Vec<_> = missing.collect();
    assert!(missing.is_empty(), "no file in tests/invalid for {missing:?}");
}

#[test]
fn what_is_denied_fails_and_what_is_allowed_is_left_out() {
    for name in names() {
        let code = code_of(&name);
        check(&name).args(["--deny", code.name()]).assert().code(1);
        let is_warning = code.severity() == Severity::Warning;
        check(&name).arg("--deny-warnings").assert().code(exit_code(&name).max(is_warning.into()));
        let allowed = check(&name).args(["--allow", code.name(), "--format", "short"]).assert().code(0);
        let said = String::from_utf8_lossy(&allowed.get_output().stdout).into_owned();
        assert!(!said.contains(&format!("[{}]", code.name())), "{name}.toml: {said}");
    }
}

#[test]
fn every_other_command_refuses_a_broken_plan_and_says_why() {
    for name in names_of_errors() {
        for command in ["list", "overdue"] {
            let answer = papi_plan().args(["--lang", "en", command, "--plan"]).arg(format!("{name}.toml")).assert();
            let answer = answer.code(3).stdout_eq("");
            let said = String::from_utf8_lossy(&answer.get_output().stderr).into_owned();
            assert!(said.contains(&format!("error[{}]", code_of(&name).name())), "{command} on {name}.toml: {said}");
        }
    }
}
