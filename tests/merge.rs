//! Marks made on two branches, merged by git.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot set up its files fails")]

mod shared;

use shared::{Desk, PLAN, transcript};
use std::process::{Command, Output};

/// Runs git in the folder of the plan, as nobody in particular.
fn git(desk: &Desk, args: &[&str]) -> Output {
    let mut command = desk.command_of("git");
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    command.args(["-c", "user.name=A", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"]).args(args);
    command.output().unwrap()
}

fn done(output: &Output) {
    assert_eq!(output.status.code(), Some(0), "{}", transcript(output));
}

/// A plan in git; none where git is missing.
fn repository(plan: &str) -> Option<Desk> {
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("skipped: git is not installed");
        return None;
    }
    let desk = Desk::new(plan);
    done(&git(&desk, &["init", "-q"]));
    done(&git(&desk, &["add", "plan.toml"]));
    done(&git(&desk, &["commit", "-qm", "plan"]));
    Some(desk)
}

/// Makes one mark on each of two branches, and merges the second into the first.
fn merge(desk: &Desk, first: &[&str], second: &[&str]) -> Output {
    for (branch, mark) in [("first", first), ("second", second)] {
        done(&git(desk, &["checkout", "-q", "-b", branch, "main"]));
        done(&desk.run(mark));
        done(&git(desk, &["commit", "-qam", branch]));
    }
    done(&git(desk, &["checkout", "-q", "first"]));
    git(desk, &["merge", "-q", "-m", "merge", "second"])
}

/// The lines of the entries in the file.
fn entries(desk: &Desk) -> Vec<String> {
    let text = desk.text();
    let entries = text.lines().filter(|line| line.starts_with("  {") || line.starts_with("submitted"));
    entries.map(str::to_owned).collect()
}

const DAI_TU: [&str; 6] = ["submit", "I", "--by", "huyen-dai-tu", "--on", "2020-09-18"];
const VO_NHAI: [&str; 6] = ["submit", "I", "--by", "huyen-vo-nhai", "--on", "2020-09-19"];

#[test]
fn marks_of_different_rows_merge() {
    let Some(desk) = repository(PLAN) else { return };
    done(&merge(&desk, &["submit", "1.1"], &["submit", "1.2"]));
    done(&desk.run(&["check"]));
    assert_eq!(entries(&desk).len(), 4);
}

#[test]
fn the_first_marks_of_one_row_conflict_in_their_own_lines_alone() {
    let Some(desk) = repository(PLAN) else { return };
    assert_eq!(merge(&desk, &DAI_TU, &VO_NHAI).status.code(), Some(1));
    let text = desk.text();
    let conflict = [
        "submitted = [",
        "<<<<<<< HEAD",
        "  { by = \"huyen-dai-tu\", on = 2020-09-18 },",
        "=======",
        "  { by = \"huyen-vo-nhai\", on = 2020-09-19 },",
        ">>>>>>> second",
        "]",
    ];
    assert!(text.contains(&conflict.join("\n")), "{text}");
    assert_eq!(desk.run(&["list"]).status.code(), Some(3), "a conflict is no plan");
    // The way out, as `check` says: the file of one side whole, and the marks of the other made again.
    let complaint = transcript(&desk.run(&["check", "--lang", "en"]));
    assert!(complaint.contains("git checkout --ours or --theirs"), "{complaint}");
    done(&git(&desk, &["checkout", "--ours", "plan.toml"]));
    done(&desk.run(&VO_NHAI));
    done(&desk.run(&["check"]));
    done(&git(&desk, &["commit", "-qam", "merge"]));
    assert_eq!(entries(&desk).len(), 3);
}

#[test]
fn marks_of_one_row_merge_where_another_entry_stands_between() {
    let between =
        "lead = [\"cap-huyen\", \"so-noi-vu\"]\nsubmitted = [\n  { by = \"huyen-phu-binh\", on = 2020-09-10 },\n]";
    let plan = PLAN.replacen("lead = [\"cap-huyen\", \"so-noi-vu\"]", between, 1);
    let Some(desk) = repository(&plan) else { return };
    done(&merge(&desk, &DAI_TU, &VO_NHAI));
    done(&desk.run(&["check"]));
    assert_eq!(entries(&desk).len(), 4);
}
