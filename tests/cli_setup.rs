//! What sets the program up for a user: completions, manual pages, the schema.
#![allow(clippy::expect_used, reason = "helpers of tests fail as tests do")]

use papi_plan::file::SCHEMA;
use snapbox::cmd::{Command, cargo_bin};
use tempfile::TempDir;

fn papi_plan() -> Command {
    Command::new(cargo_bin!("papi-plan"))
}

fn said(args: &[&str]) -> String {
    let answer = papi_plan().args(args).assert().code(0).stderr_eq("");
    String::from_utf8_lossy(&answer.get_output().stdout).into_owned()
}

#[test]
fn each_shell_has_completions_for_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = said(&["completions", shell]);
        for word in ["overdue", "withdraw", "agency", "as-of"] {
            assert!(script.contains(word), "{shell} knows no {word}");
        }
    }
    papi_plan().args(["completions", "csh"]).assert().code(2);
}

#[test]
fn the_main_page_names_every_command() {
    let page = said(&["man"]);
    assert!(page.contains(".TH papi-plan 1"), "{page}");
    for command in ["overdue", "list", "submit", "check", "completions"] {
        assert!(page.contains(&format!("papi\\-plan\\-{command}(1)")), "{command}: {page}");
    }
}

#[test]
fn a_folder_gets_a_page_for_each_command() {
    let folder = TempDir::new().expect("a folder");
    papi_plan().arg("man").arg(folder.path()).assert().code(0).stdout_eq("").stderr_eq("");
    for page in ["papi-plan.1", "papi-plan-overdue.1", "papi-plan-return.1"] {
        assert!(folder.path().join(page).is_file(), "{page}");
    }
    let missing = folder.path().join("missing");
    papi_plan().args(["--lang", "en", "man"]).arg(missing).assert().code(2).stdout_eq("");
}

#[test]
fn the_schema_is_printed_as_it_is() {
    assert_eq!(said(&["schema"]), SCHEMA);
}
