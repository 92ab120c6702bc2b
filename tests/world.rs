//! What the program takes from the world outside and gives to it.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot set up its files fails")]

mod shared;

use papi_plan::cli::{Terminal, Terminals};
use shared::world::{Answer, Outside};
use shared::{Desk, PLAN};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

fn failed(err: &str) -> Answer {
    Answer { exit: 2, out: String::new(), err: err.to_owned() }
}

#[test]
fn a_folder_that_is_gone_is_told_where_it_is_needed() {
    let outside = Outside { folder: Err(ErrorKind::NotFound), stdin: PLAN.into(), ..Outside::new("") };
    let commands: [&[&str]; 6] = [
        &["list"],
        &["list", "-p", "plan.toml"],
        &["check", "plan.toml"],
        &["submit", "2", "-p", "plan.toml"],
        &["man", "pages"],
        &["list", "-p", "-", "-o", "list.csv"],
    ];
    for args in commands {
        let en = "error: the current folder cannot be used: it no longer exists\n  \
                  help: change to another folder, or give the full path of the file\n";
        let vi = "lỗi: không dùng được thư mục hiện tại: thư mục không còn tồn tại\n  \
                  gợi ý: chuyển sang thư mục khác, hoặc ghi đường dẫn đầy đủ của tệp\n";
        assert_eq!(outside.run(&[args, &["--lang", "en"]].concat()), failed(en), "{args:?}");
        assert_eq!(outside.run(&[args, &["--lang", "vi"]].concat()), failed(vi), "{args:?}");
    }
    let desk = Desk::new(PLAN);
    let full = desk.path().display().to_string();
    assert_eq!(outside.run(&["show", "2", "-p", &full]).exit, 0);
    assert_eq!(outside.run(&["submit", "2", "-p", &full]).exit, 0);
    let report = desk.folder().join("list.csv").display().to_string();
    assert_eq!(outside.run(&["list", "-p", "-", "-o", &report]).exit, 0);
}

#[test]
fn a_folder_that_is_closed_to_us_is_told() {
    let outside = Outside { folder: Err(ErrorKind::PermissionDenied), ..Outside::new("") };
    let err = "error: the current folder cannot be used: permission denied\n  \
               help: change to another folder, or give the full path of the file\n";
    assert_eq!(outside.run(&["list"]), failed(err));
}

#[test]
fn paths_are_those_of_our_folder_and_shown_as_typed() {
    let desk = Desk::new(PLAN);
    let (folder, below) = (desk.folder(), desk.folder().join("below"));
    fs::create_dir(&below).unwrap();
    let outside = Outside::new(&below);

    let answer = outside.run(&["check", "../plan.toml", "none.toml"]);
    assert_eq!(answer.err, "error: cannot read none.toml: there is no such file\n");
    let answer = outside.run(&["submit", "2", "--dry-run", "-p", "../plan.toml"]);
    // A diff names what stands outside as it is to be applied: in its own folder.
    let full = folder.join("plan.toml").canonicalize().unwrap().display().to_string();
    assert!(answer.out.starts_with("--- plan.toml\n+++ plan.toml\n"), "{}", answer.out);
    assert!(answer.out.ends_with(&format!("Nothing was written to {full} (--dry-run).\n")), "{}", answer.out);
    assert_eq!(outside.run(&["submit", "2", "-p", "../plan.toml"]).exit, 0);
    assert!(desk.text().contains("on = 2020-10-15"));

    // Without a name it is the nearest above, here with its full path.
    let answer = outside.run(&["submit", "4", "--dry-run"]);
    assert!(answer.out.ends_with(&format!("Nothing was written to {full} (--dry-run).\n")), "{}", answer.out);
    assert_eq!(outside.run(&["list", "-o", "list.csv"]).exit, 0);
    assert!(below.join("list.csv").is_file());
    assert_eq!(outside.run(&["list", "-o", "../plan.toml", "--format", "csv"]).exit, 2);
    assert_eq!(outside.run(&["man", "."]).exit, 0);
    assert!(below.join("papi-plan-submit.1").is_file());
    assert!(!Path::new("papi-plan-submit.1").exists());
}

#[test]
fn standard_input_is_a_plan_too() {
    let outside = Outside { stdin: PLAN.into(), ..Outside::new("") };
    let answer = outside.run(&["check", "-", "--format", "short", "--deny-warnings"]);
    assert_eq!((answer.exit, answer.err.as_str()), (1, ""));
    assert!(answer.out.starts_with("<stdin>:16:7: note[weekend-deadline]"), "{}", answer.out);
    let broken = Outside { stdin: b"version = 2".to_vec(), ..Outside::new("") };
    assert!(broken.run(&["list", "-p", "-"]).err.contains("--> <stdin>:1:"));
}

#[test]
fn help_is_a_result_and_a_usage_error_is_none() {
    let outside = Outside::new("");
    for args in [["list", "--help"], ["list", "-V"]] {
        let answer = outside.run(&args);
        assert_eq!((answer.exit, answer.err.as_str()), (0, ""), "{args:?}");
        assert!(answer.out.contains("papi-plan"), "{args:?}");
    }
    let answer = outside.run(&["list", "--\u{1b}[31m"]);
    assert_eq!((answer.exit, answer.out.as_str()), (2, ""));
    assert!(answer.err.contains("Usage: papi-plan list"), "{}", answer.err);
    assert!(!answer.err.contains('\u{1b}'), "{}", answer.err);
}

#[test]
fn what_goes_to_a_terminal_is_coloured_and_as_wide_as_that() {
    let widest = |text: &str| text.lines().map(|line| line.chars().count()).max();
    let piped = Outside::new("").run(&["list", "--help"]).out;
    assert!((Some(61)..=Some(100)).contains(&widest(&piped)), "{piped}");
    let narrow = Outside { env: vec![("COLUMNS".into(), "60".into())], ..Outside::new("") };
    assert!(widest(&narrow.run(&["list", "--help"]).out) <= Some(60));

    let terminal = Some(Terminal { width: Some(60) });
    let shown = Outside { terminals: Terminals { out: terminal, ..Terminals::default() }, ..Outside::new("") };
    let help = shown.run(&["list", "--help"]).out;
    assert!(help.contains("\u{1b}[1m"), "{help}");
    assert!(!shown.run(&["lisst"]).err.contains('\u{1b}'), "only results go to this terminal");
    let plain = Outside { env: vec![("NO_COLOR".into(), "1".into())], ..shown };
    let help = plain.run(&["list", "--help"]).out;
    assert!(!help.contains('\u{1b}') && widest(&help) <= Some(60), "{help}");
    let told = Outside { terminals: Terminals { err: terminal, ..Terminals::default() }, ..Outside::new("") };
    assert!(told.run(&["lisst"]).err.contains("\u{1b}[1m"));
}
