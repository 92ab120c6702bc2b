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

/// The commands, as the help of the program lists them.
fn commands() -> Vec<String> {
    let help = said(&["-h"]);
    let (_, list) = help.split_once("Commands:\n").expect("a list of commands");
    let lines = list.lines().take_while(|line| !line.is_empty()).filter(|line| !line.starts_with("   "));
    lines.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn help_of_a_command_is_had_in_two_ways() {
    assert_eq!(said(&["help"]), said(&["--help"]));
    for command in commands() {
        assert_eq!(said(&["help", &command]), said(&[&command, "--help"]), "{command}");
    }
    let unknown = papi_plan().args(["help", "lst"]).assert().code(2).stdout_eq("");
    let complaint = String::from_utf8_lossy(&unknown.get_output().stderr).into_owned();
    assert!(complaint.contains("'list'"), "{complaint}");
}

/// The options that a part of a help describes.
fn options(help: &str) -> Vec<&str> {
    let lines = help.lines().filter(|line| line.trim_start().starts_with('-'));
    lines.filter_map(|line| line.split_whitespace().find(|word| word.starts_with("--"))).collect()
}

#[test]
fn options_of_every_command_stand_apart_and_last() {
    let of_all = ["--plan", "--as-of", "--lang", "--color", "--help", "--version"];
    for command in commands() {
        for form in ["-h", "--help"] {
            let help = said(&[&command, form]);
            let (help, _) = help.split_once("\n\nExamples:").unwrap_or((&help, ""));
            let (own, all) = help.split_once("\n\nOptions of every command:\n").expect("a heading");
            assert_eq!(options(all), of_all, "{command} {form}");
            assert!(options(own).iter().all(|option| !of_all.contains(option)), "{command} {form}: {own}");
        }
    }
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

#[test]
fn a_reader_that_leaves_changes_no_exit_code() {
    let mut child = std::process::Command::new(snapbox::cmd::cargo_bin!("papi-plan"))
        .args(["-p", "plan.toml", "overdue", "--as-of", "2020-10-15", "--exit-code", "--format", "csv"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(1), &b""[..]));
}

#[test]
fn nothing_overdue_says_so_and_names_the_next_deadline() {
    let answer = |lang: &str| {
        let asked = papi_plan().current_dir(env!("CARGO_MANIFEST_DIR")).env("COLUMNS", "100");
        let answer =
            asked.args(["-p", "plan.toml", "--lang", lang, "overdue", "--as-of", "2020-09-15"]).assert().code(0);
        let text = String::from_utf8_lossy(&answer.get_output().stdout).into_owned();
        text.lines().rev().take(3).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        answer("vi"),
        [
            "Không có nhiệm vụ quá hạn. Thời hạn gần nhất: 20/09/2020 (dòng I, còn 5 ngày).",
            "",
            "Dữ liệu tính đến ngày 15/09/2020"
        ]
    );
    let english =
        ["Nothing is overdue. The next deadline is 2020-09-20 (row I, 5 days left).", "", "Data as of 2020-09-15"];
    assert_eq!(answer("en"), english);
}
