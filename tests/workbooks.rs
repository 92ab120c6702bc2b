//! Workbooks and calendars: where they may go, which report is one, and what they cannot hold. What stands in them is
//! read by programs of others (readers/).
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
    let says = "error: this report cannot be written as xlsx\n  help: it can be written as: table, json, csv, markdown, docx\n";
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

#[test]
fn what_is_too_long_above_a_table_is_told_in_the_language_of_the_report() {
    let folder = tempfile::tempdir().unwrap();
    let plan = PLAN.replace("title = 'K'", &format!("title = '{}'", "k".repeat(40_000)));
    assert_ne!(plan, PLAN);
    std::fs::write(folder.path().join("plan.toml"), plan).unwrap();
    let refused = Outside::new(folder.path()).run(&["--lang", "en", "list", "-o", "list.xlsx"]);
    let says =
        "has 40000 letters; a cell of Excel holds 32767 at most\n  help: shorten the text in the plan, or write .csv\n";
    assert_eq!((refused.exit, refused.err.ends_with(says)), (2, true), "{}", refused.err);
}

const MONTHLY: &str = "version = 1
plan = { number = '1/KH', title = 'K', issuer = 'T', issued = 2020-01-01 }
task = [
  { id = '1', title = 'Monthly', lead = ['g'], due = { every = { months = 1, day = 20 }, from = 2020-09-01, until = 2030 }, submitted = [
      { by = 'a', on = 2020-09-18, period = '2020-09' }] },
  { id = '2', title = 'Once', lead = ['g'], due = { by = 2020-10-30 }, extended = [
      { to = 2020-11-30, granted = 2020-10-01, for = ['b'] }] },
  { id = '3', title = 'Any', lead = ['a', 'b'], completion = 'any', due = { by = 2020-10-30 } },
]
agencies = { a = { name = 'A' }, b = { name = 'B' }, c = { name = 'C' } }
groups = { g = { name = 'All', members = ['a', 'b', 'c'] } }
";

/// The days of a calendar, each as `day summary: first line of the description`.
fn days(question: &[&str]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("plan.toml"), MONTHLY).unwrap();
    let answer = Outside::new(folder.path()).run(&[&["--lang", "en"], question, &["--format", "ics"]].concat());
    assert_eq!((answer.exit, answer.err.as_str()), (0, ""));
    let unfolded = answer.out.replace("\r\n ", "");
    let value = |event: &str, name: &str| {
        let line = event.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        line.split("\\n").next().unwrap().to_owned()
    };
    let day = |event| {
        let (day, what, who) =
            (value(event, "DTSTART;VALUE=DATE:"), value(event, "SUMMARY:"), value(event, "DESCRIPTION:"));
        format!("{day} {what}: {who}")
    };
    unfolded.split("BEGIN:VEVENT").skip(1).map(day).collect()
}

#[test]
fn a_calendar_has_a_day_for_each_last_day_that_is_owed_up_to_a_year_ahead() {
    let list = days(&["list"]);
    let first = [
        "20200920 1: Monthly: All: 2/3 missing",
        "20201020 1: Monthly: All: 3/3 missing",
        "20201120 1: Monthly: All: 3/3 missing",
    ];
    assert_eq!(list[..3], first);
    // D is 15 October 2020: the period of October 2021 begins within a year, that of November does not.
    let further = [
        "20211020 1: Monthly: All: 3/3 missing",
        "20201030 2: Once: All: 2/3 missing",
        "20201130 2: Once: All: 1/3 missing",
    ];
    assert_eq!(list[13..16], further);
    assert_eq!(list[16..], ["20201030 3: Any: One of: A\\; B"]);
    assert_eq!(days(&["overdue"]), ["20200920 1: Monthly: All: 2/3 missing"]);
    let soon = ["20200920 1: Monthly: B", "20200920 1: Monthly: C", "20201020 1: Monthly: A", "20201020 1: Monthly: B"];
    assert_eq!(days(&["overdue", "--soon", "--units"])[..4], soon);
    let own = days(&["agency", "b"]);
    assert_eq!(
        (own.len(), &own[0], &own[14]),
        (16, &"20200920 1: Monthly: B".to_owned(), &"20201130 2: Once: B".to_owned())
    );
}

#[test]
fn reports_of_no_days_are_no_calendars() {
    for question in [&["missing"][..], &["log"], &["summary"], &["agency"], &["show", "I"]] {
        let output = ask(&[question, &["--format", "ics"]].concat());
        assert_eq!(output.status.code(), Some(2), "{question:?}");
        assert!(
            said(&output)
                .starts_with("error: this report cannot be written as ics\n  help: it can be written as: table, ")
        );
    }
}

/// The names of the events of `list` as a calendar, as of the end of a year.
fn uids(folder: &Path, plans: &[&str]) -> Vec<String> {
    let named = plans.iter().flat_map(|plan| ["-p", plan]);
    let asked = ["--as-of", "2020-12-31", "list", "--format", "ics"];
    let said = Outside::new(folder).run(&named.chain(asked).collect::<Vec<_>>());
    assert_eq!(said.exit, 0, "{}", said.err);
    said.out.lines().filter_map(|line| line.strip_prefix("UID:")).map(str::to_owned).collect()
}

#[test]
fn an_event_keeps_its_name_when_the_first_of_those_who_owe_it_delivers() {
    let folder = tempfile::tempdir().unwrap();
    let plan = PLAN.replace("['a']", "['a', 'b']").replace("{ a =", "{ b = { name = 'B' }, a =");
    let marked = plan.replace("due =", "submitted = [{ by = 'a', on = 2020-10-01 }], due =");
    for (name, text) in [("before.toml", plan), ("after.toml", marked)] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let before = uids(folder.path(), &["before.toml"]);
    assert_eq!(before.len(), 1);
    assert_eq!(before, uids(folder.path(), &["after.toml"]));
}

#[test]
fn plans_of_one_number_by_different_issuers_or_of_different_years_have_events_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let plan = PLAN.replace("title = 'K'", "title = 'K', number = '1/KH-UBND'");
    let plans = [plan.clone(), plan.replace("issuer = 'T'", "issuer = 'U'"), plan.replace("2020-01-01", "2020-02-01")];
    for (name, text) in ["a.toml", "b.toml", "c.toml"].iter().zip(plans) {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let uids = uids(folder.path(), &["a.toml", "b.toml", "c.toml"]);
    assert_eq!(uids.iter().collect::<std::collections::HashSet<_>>().len(), 3, "{uids:?}");
}
