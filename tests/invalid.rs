//! Broken plans: what `check` says of each, word for word in both languages.
//!
//! `invalid/<code>.toml` and `invalid/<code>-<what>.toml` each hold one error of that code, and beside them stands the
//! whole answer: `<name>.en.txt` and `<name>.vi.txt`. `SNAPSHOTS=overwrite cargo test --test invalid` writes the answers
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
    let names = names_before(".toml");
    assert!(!names.is_empty());
    names
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
fn code_of(name: &str) -> &'static str {
    let begins = |code: &&str| name.strip_prefix(code).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    let found = Code::ALL.iter().map(|code| code.name()).filter(begins).max_by_key(|code| code.len());
    found.unwrap_or_else(|| panic!("{name}.toml begins with no code"))
}

/// The program in the folder of the broken plans, on a day and a screen that never change.
fn papi_plan() -> Command {
    let program = Command::new(cargo_bin!("papi-plan")).current_dir(FOLDER);
    program.env("COLUMNS", "100").args(["--as-of", "2025-06-30"])
}

fn says_as_recorded(lang: &str) {
    for name in names() {
        let golden = Path::new(FOLDER).join(format!("{name}.{lang}.txt"));
        let answer = papi_plan().args(["--lang", lang, "check"]).arg(format!("{name}.toml")).assert();
        answer.code(1).stderr_eq("").stdout_eq(Data::read_from(&golden, None).raw());
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
fn each_file_holds_one_error_of_the_code_it_is_named_for() {
    for name in names() {
        let answer = papi_plan().args(["check", "--format", "json"]).arg(format!("{name}.toml")).assert().code(1);
        let answer: Value = serde_json::from_slice(&answer.get_output().stdout).expect("the answer is JSON");
        let found = answer["diagnostics"].as_array().expect("the answer lists what was found");
        let errors = found.iter().filter(|problem| problem["severity"] == "error");
        let codes: Vec<&Value> = errors.map(|problem| &problem["code"]).collect();
        assert_eq!(codes, [code_of(&name)], "{name}.toml");
    }
}

#[test]
fn no_error_is_without_a_file() {
    let names = names();
    // What a change took away shows only against an older file.
    let errors = Code::ALL.iter().filter(|code| code.severity() == Severity::Error && !code.needs_older());
    let missing: Vec<_> = errors.filter(|code| !names.iter().any(|name| code_of(name) == code.name())).collect();
    assert!(missing.is_empty(), "no file in tests/invalid for {missing:?}");
}

#[test]
fn every_other_command_refuses_a_broken_plan_and_says_why() {
    for name in names() {
        for command in ["list", "overdue"] {
            let answer = papi_plan().args(["--lang", "en", command, "--plan"]).arg(format!("{name}.toml")).assert();
            let answer = answer.code(3).stdout_eq("");
            let said = String::from_utf8_lossy(&answer.get_output().stderr).into_owned();
            assert!(said.contains(&format!("error[{}]", code_of(&name))), "{command} on {name}.toml: {said}");
        }
    }
}
