//! Documents: where they may go, which report has which, and what they cannot hold. What stands in them is read by
//! programs of others (readers/).
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot set up its files fails")]

#[path = "shared/world.rs"]
mod world;

use papi_plan::cli::{Terminal, Terminals};
use std::path::Path;
use std::process::{Command, Output};
use world::Outside;

const PLAN: &str = "version = 1
plan = { title = 'K', issuer = 'T', issued = 2020-01-01 }
task = [{ id = '1', title = 'TITLE', lead = ['a'], due = { by = 2020-10-10 } }]
agencies = { a = { name = 'A' } }
";

/// What the program says in the root of the project.
fn ask(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_papi-plan"));
    let command = command.current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("PAPI_PLAN_FILE").env_remove("COLUMNS");
    command.args(["--lang", "en", "--as-of", "2026-07-20"]).args(args).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn every_report_of_tables_is_a_workbook_and_each_time_the_same() {
    for plans in [&["-p", "examples/nhiem-vu-2026.toml"][..], &["-p", "examples"]] {
        for question in [
            &["overdue", "--soon"][..],
            &["list"],
            &["missing"],
            &["log"],
            &["agency"],
            &["agency", "văn phòng ubnd tỉnh"],
            &["summary"],
            &["summary", "--brief"],
        ] {
            let args = [plans, question, &["--format", "xlsx"]].concat();
            let (one, other) = (ask(&args), ask(&args));
            assert_eq!((one.status.code(), said(&one).as_str()), (Some(0), ""), "{question:?}");
            assert!(one.stdout.starts_with(b"PK\x03\x04") && one.stdout == other.stdout, "{question:?}");
        }
    }
}

#[test]
fn a_report_without_that_form_says_which_it_has() {
    let output = ask(&["show", "I", "--format", "xlsx"]);
    let says = "error: this report has no form xlsx\n  help: the forms it has: table, json, csv, markdown\n";
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(2), says));
    assert!(output.stdout.is_empty());
}

#[test]
fn a_document_is_not_for_a_terminal_but_for_a_file() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("plan.toml"), PLAN).unwrap();
    let out = Some(Terminal { width: Some(80) });
    let outside = Outside { terminals: Terminals { out, ..Terminals::default() }, ..Outside::new(folder.path()) };
    let refused = outside.run(&["--lang", "en", "list", "--format", "xlsx"]);
    let says =
        "error: xlsx is a document, and is not for a terminal\n  help: write it to a file: -o FILE.xlsx\n".to_owned();
    assert_eq!((refused.exit, refused.out, refused.err), (2, String::new(), says));
    let written = outside.run(&["--lang", "en", "list", "-o", "list.XLSX"]);
    assert_eq!((written.exit, written.err.as_str()), (0, "Report written to list.XLSX\n"));
    assert!(std::fs::read(folder.path().join("list.XLSX")).unwrap().starts_with(b"PK"));
}

#[test]
fn what_a_cell_cannot_hold_is_told_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let answer = |title: &str| {
        std::fs::write(folder.path().join("plan.toml"), PLAN.replace("TITLE", title)).unwrap();
        Outside::new(folder.path()).run(&["--lang", "en", "list", "-o", "list.xlsx"])
    };
    let refused = answer(&"a".repeat(40_000));
    let row = format!("1: {}…", "a".repeat(57));
    let says = format!(
        "error: {row}: 40000 letters in the column \"Content\"; a cell of Excel holds 32767 at most\n  help: shorten the text in the plan, or write .csv\n"
    );
    assert_eq!((refused.exit, refused.err), (2, says));
    assert!(!Path::exists(&folder.path().join("list.xlsx")));
    assert_eq!(answer(&"a".repeat(32_767)).exit, 0);
}
