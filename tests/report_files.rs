//! What befalls a report while it is written to a file: kills, full disks, links, modes, folders that
//! cannot be written to. Whoever reads the file finds the old report or the new one.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot set up its files fails")]

mod shared;

use shared::system::{Mount, allow, as_nobody, has};
use shared::{Desk, PLAN, PROGRAM, transcript};
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// A question whose answer goes to a file.
const REPORT: [&str; 5] = ["--lang", "en", "list", "-o", "list.csv"];

const WRITTEN: &str = "exit 0\nReport written to list.csv\n";

/// The folder of a plan, and the report as it should be in it.
fn desk() -> (Desk, PathBuf, Vec<u8>) {
    let desk = Desk::new(PLAN);
    let path = desk.folder().join("list.csv");
    assert_eq!(transcript(&desk.run(&REPORT)), WRITTEN);
    let report = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    (desk, path, report)
}

/// A run that pauses when the new report stands beside the old one, until it is killed or ends.
fn paused(desk: &Desk) -> Child {
    let before = news(desk);
    let mut command = desk.command_of("strace");
    command.args(["-f", "-qq", "-o", "/dev/null", "-e", "inject=fsync:delay_enter=2000000:when=1", PROGRAM]);
    let mut child = command.args(["--as-of", "2020-10-15"]).args(REPORT).stderr(Stdio::piped()).spawn().unwrap();
    while news(desk).iter().all(|name| before.contains(name)) && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    child
}

/// What stands beside a file while it is written.
fn news(desk: &Desk) -> Vec<String> {
    desk.names().into_iter().filter(|name| name.ends_with("papi-plan-new")).collect()
}

#[test]
fn a_report_of_one_reader_is_never_for_others() {
    if !has("strace") {
        eprintln!("skipped: strace is not installed");
        return;
    }
    let (desk, path, report) = desk();
    fs::write(&path, "old").unwrap();
    allow(&path, 0o600);
    let writer = paused(&desk);
    let new = fs::metadata(desk.folder().join(&news(&desk)[0])).unwrap();
    assert_eq!(new.mode() & 0o777, 0o600);
    assert_eq!(transcript(&writer.wait_with_output().unwrap()), WRITTEN);
    assert_eq!((fs::metadata(&path).unwrap().mode() & 0o777, fs::read(&path).unwrap()), (0o600, report));
}

#[test]
fn what_a_killed_run_left_is_taken_away_by_the_next_but_not_what_another_is_writing() {
    if !has("strace") {
        eprintln!("skipped: strace is not installed");
        return;
    }
    let (desk, path, report) = desk();
    let mut killed = paused(&desk);
    for signal in ["TERM", "KILL"] {
        // Of strace the writer is a child, which dies with its signal.
        let children = format!("/proc/{0}/task/{0}/children", killed.id());
        let writer = fs::read_to_string(children).unwrap();
        assert!(Command::new("kill").arg(format!("-{signal}")).arg(writer.trim()).status().unwrap().success());
        assert!(!killed.wait().unwrap().success());
        assert_eq!((news(&desk).len(), path.exists()), (1, false), "{signal}");
        killed = paused(&desk);
    }
    // The paused run took away what the last left; this one leaves it alone.
    assert_eq!(news(&desk).len(), 1);
    assert_eq!(transcript(&desk.run(&REPORT)), WRITTEN);
    assert_eq!(news(&desk).len(), 1);
    assert_eq!(transcript(&killed.wait_with_output().unwrap()), WRITTEN);
    assert_eq!((desk.names(), fs::read(&path).unwrap()), (vec!["list.csv".to_owned(), "plan.toml".into()], report));
}

#[test]
fn a_link_that_leads_nowhere_yet_stays_one_and_leads_to_the_report() {
    let (desk, path, report) = desk();
    fs::create_dir(desk.folder().join("reports")).unwrap();
    symlink("reports/today.csv", &path).unwrap();
    for _ in 0..2 {
        assert_eq!(transcript(&desk.run(&REPORT)), WRITTEN);
        assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
        assert_eq!(fs::read(desk.folder().join("reports/today.csv")).unwrap(), report);
    }
    fs::remove_file(&path).unwrap();
    symlink("nowhere/today.csv", &path).unwrap();
    let said = transcript(&desk.run(&REPORT));
    assert_eq!(said, "exit 2\nerror: cannot write list.csv: there is no such folder\n");
    assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
}

#[test]
fn a_file_that_can_be_written_to_in_a_folder_that_cannot_is_written_over() {
    let (desk, path, report) = desk();
    fs::write(&path, "old ".repeat(10_000)).unwrap();
    allow(&desk.folder(), 0o755);
    allow(&path, 0o666);
    allow(&desk.path(), 0o644);
    let Some(output) = as_nobody(&desk, &REPORT) else { return };
    assert_eq!((transcript(&output).as_str(), fs::read(&path).unwrap()), (WRITTEN, report));
    fs::remove_file(&path).unwrap();
    let said = transcript(&as_nobody(&desk, &REPORT).unwrap());
    let help = "ask for the right to write to it and to its folder";
    assert_eq!(said, format!("exit 2\nerror: cannot write list.csv: permission denied\n  help: {help}\n"));
}

#[test]
fn a_file_of_others_or_a_read_only_one_is_refused_though_its_folder_can_be_written_to() {
    let (desk, path, _) = desk();
    fs::write(&path, "old").unwrap();
    allow(&path, 0o444);
    let said = transcript(&desk.run(&REPORT));
    let help = "make the file writable, then run the command again";
    assert_eq!(said, format!("exit 2\nerror: cannot write list.csv: it is read-only\n  help: {help}\n"));
    allow(&desk.folder(), 0o777);
    allow(&path, 0o644);
    let Some(output) = as_nobody(&desk, &REPORT) else { return };
    assert!(transcript(&output).starts_with("exit 2\nerror: cannot write list.csv: permission denied\n"));
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
}

#[test]
fn a_file_that_is_mounted_by_itself_is_written_over() {
    let (desk, path, report) = desk();
    let source = desk.folder().join("source");
    fs::write(&source, "old").unwrap();
    fs::write(&path, "").unwrap();
    let Some(mount) = Mount::new(&["--bind", source.to_str().unwrap()], &path) else { return };
    let output = desk.run(&REPORT);
    drop(mount);
    assert_eq!((transcript(&output).as_str(), fs::read(&source).unwrap()), (WRITTEN, report));
    assert_eq!(news(&desk).len(), 0);
}

#[test]
fn a_full_disk_leaves_the_old_report_also_where_it_is_written_over() {
    let province = Desk::new(include_str!("../plan.toml"));
    allow(&province.folder(), 0o755);
    allow(&province.path(), 0o644);
    let report = ["--lang", "en", "list", "-o", "disk/list.csv"];
    let full = "exit 2\nerror: cannot write disk/list.csv: the disk is full\n  \
                help: make room on the disk, then run the command again\n";
    let disk = province.folder().join("disk");
    fs::create_dir(&disk).unwrap();
    let Some(_mount) = Mount::new(&["-t", "tmpfs", "-o", "size=16k", "tmpfs"], &disk) else { return };
    let path = disk.join("list.csv");
    fs::write(&path, "old").unwrap();
    let said = transcript(&province.run(&report));
    assert_eq!((said.as_str(), fs::read_to_string(&path).unwrap().as_str()), (full, "old"));
    assert_eq!(fs::read_dir(&disk).unwrap().count(), 1);
    allow(&disk, 0o755);
    allow(&path, 0o666);
    let Some(output) = as_nobody(&province, &report) else { return };
    assert_eq!((transcript(&output).as_str(), fs::read_to_string(&path).unwrap().as_str()), (full, "old"));
}

#[test]
fn another_name_of_the_plan_is_the_plan() {
    let (desk, path, _) = desk();
    fs::hard_link(desk.path(), &path).unwrap();
    let said = transcript(&desk.run(&REPORT));
    assert!(said.starts_with("exit 2\nerror: list.csv is the plan itself; it is not overwritten\n"), "{said}");
    assert_eq!(desk.text(), PLAN);
}

#[test]
fn an_open_file_without_a_name_is_written_to() {
    let (desk, path, report) = desk();
    let file = fs::File::options().read(true).write(true).create_new(true).open(&path).unwrap();
    fs::remove_file(&path).unwrap();
    let args = ["--lang", "vi", "list", "--format", "csv", "-o", "/proc/self/fd/0"];
    let output = desk.command().args(args).stdin(file.try_clone().unwrap()).output().unwrap();
    assert_eq!(transcript(&output), "exit 0\nĐã ghi báo cáo vào tệp /proc/self/fd/0\n");
    assert_eq!(file.metadata().unwrap().len(), report.len() as u64);
    assert_eq!(desk.names(), ["plan.toml"]);
}
