//! What sets the program up for a user: completions, manual pages, the schema.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that fails says where"
)]

mod shared;

use papi_plan::file::SCHEMA;
use shared::clone::{FreshClone, missing_tool};
use shared::transcript;
use snapbox::cmd::{Command, cargo_bin};
use std::path::{Path, PathBuf};
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

/// A part of what the help of a command ends with.
fn part<'h>(help: &'h str, heading: &str) -> &'h str {
    let (_, part) = help.split_once(&format!("\n\n{heading}:\n")).unwrap_or_else(|| panic!("no {heading} in {help}"));
    part.split("\n\n").next().unwrap_or_default()
}

/// The lines that an example consists of stand deeper than what it is for.
fn examples(help: &str) -> Vec<String> {
    part(help, "Examples").lines().filter_map(|line| line.strip_prefix("    ")).map(str::to_owned).collect()
}

/// Those of one command are run one after the other, on plan.toml as it is shipped.
#[test]
fn examples_run_as_they_are_printed() {
    let program = [said(&["--help"])].into_iter();
    for help in program.chain(commands().iter().map(|command| said(&["help", command]))) {
        let clone = FreshClone::new();
        for line in examples(&help) {
            assert!(line.contains("papi-plan ") || line.starts_with("mkdir "), "{line}");
            if let Some(tool) = missing_tool(&line) {
                eprintln!("left out, as {tool} is missing: {line}");
                continue;
            }
            let output = clone.run(&format!("set -o pipefail; {line}"));
            let expected = i32::from(line.contains("--exit-code"));
            assert_eq!(output.status.code(), Some(expected), "{line}\n{}", transcript(&output));
        }
    }
}

/// A break within a command would be copied with it.
#[test]
fn examples_are_not_broken_at_eighty_columns() {
    for command in commands() {
        let help = |columns| {
            let answer = papi_plan().env("COLUMNS", columns).args(["help", &command]).assert().code(0);
            String::from_utf8_lossy(&answer.get_output().stdout).into_owned()
        };
        assert_eq!(examples(&help("80")), examples(&help("100")));
        assert!(!examples(&help("80")).is_empty(), "{command} has no examples");
    }
}

/// The names in the first column of a table of the page on commands.
fn documented(heading: &str) -> Vec<String> {
    let page = include_str!("../docs/commands.md");
    let (_, section) = page.split_once(&format!("\n## {heading}\n")).expect("a section");
    let rows = section.split("\n## ").next().expect("a section").lines().filter(|line| line.starts_with("| "));
    let cells = rows.skip(1).filter_map(|row| row.split('|').nth(1));
    cells.flat_map(|cell| cell.split(',')).map(|name| name.trim().trim_matches('`').to_owned()).collect()
}

#[test]
fn help_tells_the_exit_codes_and_the_environment() {
    let help = said(&["--help"]);
    let codes = part(&help, "Exit codes").lines().filter_map(|line| line.split_whitespace().next());
    assert_eq!(codes.collect::<Vec<_>>(), documented("Exit codes"));
    let names = part(&help, "Environment").lines().filter_map(|line| line.strip_prefix("  "));
    let names = names.filter(|line| !line.starts_with(' ')).flat_map(|line| line.split(", "));
    assert_eq!(names.collect::<Vec<_>>(), documented("Environment"));
}

#[test]
fn the_main_page_names_every_command() {
    let page = said(&["man"]);
    assert!(page.contains(".TH papi-plan 1"), "{page}");
    for command in commands() {
        assert!(page.contains(&format!("papi\\-plan\\-{command}(1)")), "{command}: {page}");
    }
}

/// The pages in a folder, as man shows them; none where man is missing.
fn shown(folder: &Path) -> Vec<String> {
    let pages = std::fs::read_dir(folder).expect("a folder").map(|page| page.expect("a page").path());
    let show = |page: PathBuf| {
        let mut man = std::process::Command::new("man");
        man.args(["--warnings", "-l"]).arg(page).env("MANWIDTH", "100").env("LC_ALL", "C.UTF-8");
        let shown = man.output().ok()?;
        assert_eq!(String::from_utf8_lossy(&shown.stderr), "");
        Some(String::from_utf8_lossy(&shown.stdout).into_owned())
    };
    pages.filter_map(show).collect()
}

#[test]
fn a_folder_gets_a_page_for_each_command_and_is_made_where_it_is_missing() {
    let folder = TempDir::new().expect("a folder");
    let pages = folder.path().join("share/man/man1");
    papi_plan().arg("man").arg(&pages).assert().code(0).stdout_eq("").stderr_eq("");
    for command in commands() {
        assert!(pages.join(format!("papi-plan-{command}.1")).is_file(), "{command}");
    }
    assert!(pages.join("papi-plan.1").is_file());
    for page in shown(&pages) {
        for heading in ["NAME", "SYNOPSIS", "OPTIONS OF EVERY COMMAND", "EXAMPLES", "EXIT CODES", "ENVIRONMENT"] {
            assert!(page.lines().any(|line| line == heading), "no {heading} in {page}");
        }
        // A line each, as the help has them.
        assert!(page.contains("\n         3  The plan file has errors\n"), "{page}");
    }
    let below_a_file = pages.join("papi-plan.1/pages");
    papi_plan().args(["--lang", "en", "man"]).arg(below_a_file).assert().code(2).stdout_eq("");
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
            "Không có nhiệm vụ quá hạn. Thời hạn gần nhất: 20/09/2020 (nhiệm vụ I, còn 5 ngày).",
            "",
            "Số liệu tính đến ngày 15/09/2020"
        ]
    );
    let english =
        ["Nothing is overdue. The next deadline is 2020-09-20 (row I, 5 days left).", "", "Data as of 2020-09-15"];
    assert_eq!(answer("en"), english);
}
