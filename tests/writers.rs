//! What befalls a plan while it is written: many writers, a kill at every system call, errors of the
//! system, full disks, locks, links. A mark is kept, or the exit code says that it is not.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot set up its files fails")]

mod shared;

use shared::system::{Mount, allow, as_nobody, has, is_root};
use shared::{Desk, PLAN, PROGRAM, transcript};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// The plan of the province, in which row I is for 187 units.
const PROVINCE: &str = include_str!("../plan.toml");

/// A mark of one unit, as a user would make it.
const MARK: [&str; 5] = ["--lang", "en", "submit", "2", "--on=2020-10-08"];

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

/// The file as it is once [`MARK`] is made.
fn marked() -> String {
    let desk = Desk::new(PLAN);
    assert_eq!(
        transcript(&desk.run(&MARK)),
        "exit 0\nRow 2: Transparency\n  Recorded: Department of Justice submitted on 2020-10-08, on time\n"
    );
    desk.text()
}

/// Refuses with that code and a message that has those words, leaving the file and no litter.
fn refuses(desk: &Desk, output: &Output, exit: i32, words: &[&str]) {
    let said = transcript(output);
    assert_eq!(code(output), Some(exit), "{said}");
    for word in words {
        assert!(said.contains(word), "no {word:?} in: {said}");
    }
    assert_eq!(desk.text(), PLAN, "{said}");
    assert!(desk.names().iter().all(|name| !name.contains("papi-plan-new")), "{said}");
}

// Several writers

#[test]
fn of_64_writers_at_once_every_mark_is_kept_and_every_read_is_whole() {
    let desk = Arc::new(Desk::new(PROVINCE));
    let units = units_of_row_i(&desk);
    assert!(units.len() >= 64, "row I has {} units", units.len());
    let is_over = Arc::new(AtomicBool::new(false));
    let readers: Vec<_> = (0..2)
        .map(|_| {
            let (desk, is_over) = (Arc::clone(&desk), Arc::clone(&is_over));
            std::thread::spawn(move || {
                let mut reads = 0;
                while !is_over.load(Ordering::Relaxed) {
                    let output = desk.run(&["list", "I", "--format", "json"]);
                    assert_eq!(code(&output), Some(0), "{}", transcript(&output));
                    reads += 1;
                }
                reads
            })
        })
        .collect();
    let spawn = |unit: &String| {
        let mut command = desk.command();
        command.args(["submit", "I", "--by", unit, "--on", "2020-09-18", "--wait", "60"]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let writers: Vec<_> = units[..64].iter().map(spawn).collect();
    for writer in writers {
        let output = writer.wait_with_output().unwrap();
        assert_eq!(code(&output), Some(0), "{}", transcript(&output));
    }
    is_over.store(true, Ordering::Relaxed);
    let reads: i32 = readers.into_iter().map(|reader| reader.join().unwrap()).sum();
    assert!(reads > 0);
    let text = desk.text();
    let kept = units[..64].iter().filter(|unit| text.contains(&format!("{{ by = \"{unit}\", on = 2020-09-18 }}")));
    assert_eq!(kept.count(), 64);
    assert_eq!(text.lines().count(), PROVINCE.lines().count() + 64 + 2);
    assert_eq!(desk.names(), ["plan.toml"]);
}

/// The ids of the units that must deliver row I.
fn units_of_row_i(desk: &Desk) -> Vec<String> {
    let output = desk.run(&["list", "I", "--units", "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let owed = answer["rows"][0]["obligations"].as_array().unwrap().iter();
    owed.map(|owed| owed["agencies"][0].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_held_lock_is_waited_for_and_then_exit_4() {
    let desk = Desk::new(PLAN);
    let lock = File::open(desk.path()).unwrap();
    lock.lock().unwrap();
    let start = std::time::Instant::now();
    let output = desk.run(&[&MARK[..], &["--wait", "0.2"]].concat());
    assert!(start.elapsed().as_millis() >= 200);
    refuses(&desk, &output, 4, &["another writer holds plan.toml; nothing was written", "--wait SECONDS"]);
    let dry = desk.run(&[&MARK[..], &["--wait", "0", "--dry-run"]].concat());
    assert_eq!(code(&dry), Some(0), "a dry run needs no lock: {}", transcript(&dry));
    let mut waiting = desk.command();
    let waiting = waiting.args(MARK).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(lock);
    assert_eq!(code(&waiting.wait_with_output().unwrap()), Some(0));
    assert_eq!(desk.text(), marked());
}

#[test]
fn a_lock_on_a_file_that_was_replaced_holds_nobody() {
    let desk = Desk::new(PLAN);
    let lock = File::open(desk.path()).unwrap();
    lock.lock().unwrap();
    let new = desk.folder().join("new");
    fs::write(&new, PLAN).unwrap();
    fs::rename(new, desk.path()).unwrap();
    assert_eq!(code(&desk.run(&[&MARK[..], &["--wait", "0"]].concat())), Some(0));
}

/// Runs a mark whose writer pauses before it puts the new file in place, and does something meanwhile.
fn meanwhile(desk: &Desk, act: impl FnOnce()) -> Output {
    std::thread::scope(|scope| {
        // The pause is long beside the time it takes to see that there is a new file.
        let pause = "inject=fsync:delay_enter=3000000:when=1";
        let writer = scope.spawn(|| strace(desk, &["-o", "/dev/null", "-e", pause]));
        while !desk.names().iter().any(|name| name.ends_with("papi-plan-new")) && !writer.is_finished() {
            std::thread::yield_now();
        }
        act();
        writer.join().unwrap()
    })
}

#[test]
fn a_plan_changed_or_gone_meanwhile_is_exit_4() {
    if !has("strace") {
        eprintln!("skipped: strace is not installed");
        return;
    }
    let said = "exit 4\nerror: plan.toml was changed meanwhile; nothing was written\n  help: run the command again\n";
    let desk = Desk::new(PLAN);
    let theirs = PLAN.replace("Công khai", "Minh bạch");
    let output = meanwhile(&desk, || fs::write(desk.path(), &theirs).unwrap());
    assert_eq!((transcript(&output).as_str(), desk.text(), desk.names().len()), (said, theirs, 1));
    let output = meanwhile(&desk, || fs::remove_file(desk.path()).unwrap());
    assert_eq!((transcript(&output).as_str(), desk.names().len()), (said, 0));
}

/// What strace does to a writer on a file system that has no locks.
const NO_LOCKS: [&str; 4] = ["-o", "/dev/null", "-e", "inject=flock:error=ENOLCK"];

#[test]
fn without_locks_a_file_beside_the_plan_is_one_and_that_is_said() {
    if !has("strace") {
        eprintln!("skipped: strace is not installed");
        return;
    }
    for error in ["ENOSYS", "EOPNOTSUPP", "ENOLCK"] {
        let desk = Desk::new(PLAN);
        let output = strace(&desk, &["-o", "/dev/null", "-e", &format!("inject=flock:error={error}")]);
        assert_eq!(
            transcript(&output),
            "exit 0\nRow 2: Transparency\n  Recorded: Department of Justice submitted on 2020-10-08, on time\n\
             note: the disk of plan.toml has no locks; while it was written, the file .plan.toml.papi-plan-lock \
             beside it kept other writers out\n  help: if that file stays when nobody is writing, delete it\n"
        );
        assert_eq!((desk.text(), desk.names()), (marked(), vec![String::from("plan.toml")]));
    }
    let desk = Desk::new(&PLAN.replace("[plan]", "[plan]\nlang = \"vi\""));
    let lock = desk.folder().canonicalize().unwrap().join(".plan.toml.papi-plan-lock");
    fs::write(&lock, "").unwrap();
    let mut command = desk.command_of("strace");
    command.args(["-f", "-qq"]).args(NO_LOCKS).args([PROGRAM, "--as-of", "2020-10-15", "submit", "2", "--wait", "0"]);
    let said = transcript(&command.output().unwrap());
    let help = format!("thử lại; nếu không ai đang ghi thì xóa {}, tệp này do lần chạy bị ngắt để lại", lock.display());
    let busy = "plan.toml đang được chương trình khác ghi; chưa ghi được gì";
    assert_eq!(said, format!("exit 4\nlỗi: {busy}\n  gợi ý: {help}\n"));
    assert_eq!(desk.names(), [".plan.toml.papi-plan-lock", "plan.toml"], "the lock of others is theirs");
}

#[test]
fn of_16_writers_without_locks_every_mark_is_kept() {
    if !has("strace") {
        eprintln!("skipped: strace is not installed");
        return;
    }
    let desk = Desk::new(PROVINCE);
    let units = units_of_row_i(&desk);
    let spawn = |unit: &String| {
        let mut command = desk.command_of("strace");
        command.args(["-f", "-qq"]).args(NO_LOCKS).args([
            PROGRAM,
            "--as-of",
            "2020-10-15",
            "submit",
            "I",
            "--by",
            unit,
        ]);
        command
            .args(["--on", "2020-09-18", "--wait", "60"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let writers: Vec<_> = units[..16].iter().map(spawn).collect();
    for writer in writers {
        let output = writer.wait_with_output().unwrap();
        assert_eq!(code(&output), Some(0), "{}", transcript(&output));
    }
    let text = desk.text();
    assert!(units[..16].iter().all(|unit| text.contains(&format!("{{ by = \"{unit}\", on = 2020-09-18 }}"))), "{text}");
    assert_eq!(desk.names(), ["plan.toml"]);
}

#[test]
fn a_writer_killed_without_locks_leaves_at_most_its_lock_by_name() {
    if !has("strace") {
        eprintln!("skipped: strace is not installed");
        return;
    }
    let (marked, left) = (marked(), AtomicUsize::new(0));
    let calls = calls_that_touch_files().into_iter().filter(|(name, _)| name != "flock").collect();
    for_each_call(calls, |name, number| {
        let desk = Desk::new(PLAN);
        let kill = format!("inject={name}:signal=KILL:when={number}");
        strace(&desk, &[&NO_LOCKS[..], &["-e", &kill]].concat());
        let text = desk.text();
        assert!(text == PLAN || text == marked, "{name} {number}: {text}");
        let lock = desk.folder().join(".plan.toml.papi-plan-lock");
        if lock.exists() {
            left.fetch_add(1, Ordering::Relaxed);
            let mut command = desk.command_of("strace");
            command.args(["-f", "-qq"]).args(NO_LOCKS).arg(PROGRAM).args(MARK).args(["--wait", "0"]);
            let said = transcript(&command.output().unwrap());
            let told = format!("if nobody is writing, delete {}", lock.canonicalize().unwrap().display());
            assert!(said.starts_with("exit 4") && said.contains(&told), "{said}");
            fs::remove_file(lock).unwrap();
        }
        let next = strace(&desk, &NO_LOCKS);
        assert_eq!(code(&next), Some(0), "{name} {number}: {}", transcript(&next));
        assert_eq!((desk.text(), desk.names()), (marked.clone(), vec![String::from("plan.toml")]), "{name} {number}");
    });
    assert!(left.into_inner() > 0);
}

// Crashes and errors of the system, at every system call

/// Every system call of a mark, each with which of its name it is.
fn calls() -> Vec<(String, usize)> {
    let desk = Desk::new(PLAN);
    let trace = desk.folder().join("trace");
    let output = strace(&desk, &["-o", trace.to_str().unwrap()]);
    assert_eq!(code(&output), Some(0), "{}", transcript(&output));
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut calls = Vec::new();
    for line in fs::read_to_string(trace).unwrap().lines() {
        // "123 openat(…) = 3", or "… resumed" and signals, which begin no call.
        let rest = line.split_once(char::is_whitespace).map_or(line, |(_, rest)| rest.trim_start());
        let Some((name, _)) = rest.split_once('(') else { continue };
        if name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            let count = counts.entry(name.to_owned()).or_default();
            *count += 1;
            calls.push((name.to_owned(), *count));
        }
    }
    calls
}

fn strace(desk: &Desk, options: &[&str]) -> Output {
    let mut command = desk.command_of("strace");
    command.args(["-f", "-qq"]).args(options).args([PROGRAM, "--as-of", "2020-10-15"]).args(MARK);
    command.output().unwrap()
}

fn calls_that_touch_files() -> Vec<(String, usize)> {
    let touched =
        ["open", "write", "sync", "rename", "link", "chmod", "chown", "stat", "flock", "read", "close", "getdents"];
    calls().into_iter().filter(|(name, _)| touched.iter().any(|part| name.contains(part))).collect()
}

/// Does something for each of the calls, on two threads.
fn for_each_call(calls: Vec<(String, usize)>, check: impl Fn(&str, usize) + Sync) -> usize {
    let (count, calls) = (calls.len(), Mutex::new(calls));
    let next = || calls.lock().unwrap().pop();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((name, number)) = next() {
                    check(&name, number);
                }
            });
        }
    });
    count
}

#[test]
fn a_writer_killed_at_any_system_call_leaves_the_old_file_or_the_new_one() {
    if !has("strace") {
        eprintln!("skipped: strace is not installed");
        return;
    }
    let (marked, left, kept) = (marked(), AtomicUsize::new(0), AtomicUsize::new(0));
    let calls = for_each_call(calls(), |name, number| {
        let desk = Desk::new(PLAN);
        let inject = format!("inject={name}:signal=KILL:when={number}");
        let output = strace(&desk, &["-o", "/dev/null", "-e", &inject]);
        let text = desk.text();
        assert!(text == PLAN || text == marked, "{name} {number}: {text}");
        assert!(!output.status.success() || text == marked, "{name} {number}: {}", transcript(&output));
        left.fetch_add(desk.names().len() - 1, Ordering::Relaxed);
        kept.fetch_add(usize::from(text == marked), Ordering::Relaxed);
        let next = desk.run(&MARK);
        assert_eq!(code(&next), Some(0), "{name} {number}: {}", transcript(&next));
        assert_eq!(desk.text(), marked, "{name} {number}");
        assert_eq!(desk.names(), ["plan.toml"], "{name} {number}");
    });
    let (left, kept) = (left.into_inner(), kept.into_inner());
    eprintln!("killed at {calls} system calls: {kept} with the new file, {left} with something left beside it");
    assert!(calls > 50 && left > 0 && kept > 0, "{calls} {left} {kept}");
}

#[test]
fn an_error_at_any_system_call_keeps_the_mark_or_says_that_it_is_not_kept() {
    if !has("strace") {
        eprintln!("skipped: strace is not installed");
        return;
    }
    let marked = marked();
    let cases = for_each_call(calls_that_touch_files(), |name, number| {
        for error in ["ENOSPC", "EIO", "EACCES"] {
            let desk = Desk::new(PLAN);
            let output =
                strace(&desk, &["-o", "/dev/null", "-e", &format!("inject={name}:error={error}:when={number}")]);
            let (text, said) = (desk.text(), transcript(&output));
            let case = format!("{name} {number} {error}: {said}");
            assert!(text == PLAN || text == marked, "{case}{text}");
            if output.status.success() {
                assert_eq!(text, marked, "{case}");
            } else if text == marked {
                let is_honest = said.contains("is written") || said.contains("Recorded");
                assert!(is_honest && !said.contains("as it was"), "{case}");
            } else {
                assert!(!output.stderr.is_empty(), "{case}");
            }
            let next = desk.run(&MARK);
            assert_eq!(code(&next), Some(0), "{case}{}", transcript(&next));
            assert_eq!((desk.text(), desk.names()), (marked.clone(), vec![String::from("plan.toml")]), "{case}");
        }
    });
    eprintln!("{} errors at {cases} system calls", 3 * cases);
}

#[test]
fn a_mark_that_may_not_outlast_a_power_cut_is_told_as_such() {
    if !has("strace") {
        eprintln!("skipped: strace is not installed");
        return;
    }
    let desk = Desk::new(PLAN);
    let output = strace(&desk, &["-o", "/dev/null", "-e", "inject=fsync:error=EIO:when=2"]);
    assert_eq!(
        transcript(&output),
        "exit 2\nerror: plan.toml is written, but the system does not vouch that it lasts: the disk or the network reports an error\n  help: look again once the disk is well: papi-plan --as-of 2020-10-15 list\n"
    );
    assert_eq!(desk.text(), marked());
}

#[test]
fn errors_of_the_system_are_told_in_the_language_of_the_plan_each_with_its_own_help() {
    if !has("strace") {
        eprintln!("skipped: strace is not installed");
        return;
    }
    let desk = Desk::new(&PLAN.replace("[plan]", "[plan]\nlang = \"vi\""));
    let run = |inject: &str, args: &[&str]| {
        let mut command = desk.command_of("strace");
        command.args(["-f", "-qq", "-o", "/dev/null", "-e", inject, PROGRAM, "--as-of", "2020-10-15"]);
        transcript(&command.args(args).output().unwrap())
    };
    let cases = [
        ("EIO", "đĩa hoặc đường mạng báo lỗi đọc, ghi", "kiểm tra đĩa và kết nối mạng, rồi chạy lại lệnh"),
        ("ENOSPC", "hết chỗ trên đĩa", "giải phóng chỗ trên đĩa, rồi chạy lại lệnh"),
        ("EDQUOT", "đã dùng hết dung lượng đĩa được cấp", "xóa bớt tệp hoặc xin cấp thêm, rồi chạy lại lệnh"),
        ("ENOSYS", "đĩa này không hỗ trợ thao tác đó", "chép tệp sang đĩa khác, rồi chạy lại lệnh"),
    ];
    for (error, why, help) in cases {
        let said = run(&format!("inject=fsync:error={error}:when=1"), &["submit", "2"]);
        let expected = format!("exit 2\nlỗi: không ghi được plan.toml: {why}; tệp vẫn như cũ\n  gợi ý: {help}\n");
        assert_eq!(said, expected, "{error}");
    }
    let said = run("inject=fsync:error=EXDEV:when=1", &["submit", "2"]);
    assert_eq!(said, "exit 2\nlỗi: không ghi được plan.toml: lỗi hệ thống số 18; tệp vẫn như cũ\n");
}

// What stands where the plan should, and who may write it

#[test]
fn a_limit_on_the_size_of_files_is_a_full_disk() {
    let desk = Desk::new(PROVINCE);
    let script = format!("ulimit -f 8; exec {PROGRAM} --as-of 2020-10-15 {}", MARK.join(" "));
    let script = script.replace("submit 2", "submit 2.1");
    let output = desk.command_of("bash").args(["-c", &script]).output().unwrap();
    assert_eq!(code(&output), Some(2), "{}", transcript(&output));
    assert!(transcript(&output).contains("cannot write plan.toml: the disk is full; the file is as it was"));
    assert_eq!(desk.text(), PROVINCE);
    assert_eq!(desk.names(), ["plan.toml"]);
}

#[test]
fn a_full_disk_leaves_the_plan() {
    let desk = Desk::new(PLAN);
    let small = desk.folder().join("disk");
    fs::create_dir(&small).unwrap();
    let Some(mount) = Mount::new(&["-t", "tmpfs", "-o", "size=64k", "tmpfs"], &small) else { return };
    let plan = small.join("plan.toml");
    fs::write(&plan, PROVINCE).unwrap();
    let output = desk.run(&["-p", plan.to_str().unwrap(), "--lang", "en", "submit", "2.1"]);
    let (text, names) = (fs::read_to_string(&plan).unwrap(), fs::read_dir(&small).unwrap().count());
    drop(mount);
    assert_eq!(code(&output), Some(2), "{}", transcript(&output));
    assert!(transcript(&output).contains("the disk is full; the file is as it was\n  help: "));
    assert_eq!((text.as_str(), names), (PROVINCE, 1));
}

#[test]
fn a_plan_that_is_mounted_by_itself_is_told_as_such() {
    let desk = Desk::new(PLAN);
    let source = desk.folder().join("source");
    fs::write(&source, PLAN).unwrap();
    let Some(mount) = Mount::new(&["--bind", source.to_str().unwrap()], &desk.path()) else { return };
    let output = desk.run(&MARK);
    let said = desk.run(&["--lang", "vi", "submit", "2"]);
    drop(mount);
    let words =
        ["error: cannot write plan.toml: it is mounted by itself, without its folder, so that it cannot be replaced; \
         the file is as it was\n  help: mount the folder that holds it, not the file alone\n"];
    refuses(&desk, &output, 2, &words);
    refuses(&desk, &said, 2, &["tệp được gắn (mount) riêng", "gợi ý: gắn cả thư mục chứa tệp, không gắn riêng tệp"]);
    assert_eq!(fs::read_to_string(source).unwrap(), PLAN);
}

#[test]
fn a_plan_with_other_names_is_said_to_have_them() {
    let desk = Desk::new(PLAN);
    fs::hard_link(desk.path(), desk.folder().join("other.toml")).unwrap();
    let recorded = "Row 2: Transparency\n  Recorded: Department of Justice submitted on 2020-10-08, on time\n";
    assert_eq!(
        transcript(&desk.run(&MARK)),
        format!(
            "exit 0\n{recorded}warning: plan.toml has other names (1, hard links), which keep the old text\n  \
             help: for one text under several names use symbolic links (ln -s)\n"
        )
    );
    assert_eq!(fs::read_to_string(desk.folder().join("other.toml")).unwrap(), PLAN);
    assert_eq!(desk.text(), marked());
}

#[test]
fn an_answer_that_cannot_be_printed_does_not_hide_that_the_mark_is_made() {
    let desk = Desk::new(PLAN);
    let Ok(full) = File::options().write(true).open("/dev/full") else { return };
    let output = desk.command().args(MARK).stdout(full).output().unwrap();
    assert_eq!(
        transcript(&output),
        "exit 2\nerror: the file is written, but the answer cannot be printed: the disk is full\n  help: to see the result: papi-plan --as-of 2020-10-15 list\n"
    );
    assert_eq!(desk.text(), marked());
}

#[test]
fn a_read_only_file_is_refused_even_to_root() {
    let desk = Desk::new(PLAN);
    fs::set_permissions(desk.path(), fs::Permissions::from_mode(0o444)).unwrap();
    refuses(&desk, &desk.run(&MARK), 2, &["plan.toml is read-only; nothing was written", "make the file writable"]);
}

#[test]
fn a_folder_that_cannot_be_written_to_is_refused() {
    let desk = Desk::new(PLAN);
    allow(&desk.folder(), 0o755);
    allow(&desk.path(), 0o666);
    let Some(output) = as_nobody(&desk, &MARK) else { return };
    refuses(&desk, &output, 2, &["cannot write plan.toml: permission denied; the file is as it was", "its folder"]);
}

#[test]
fn a_file_of_others_is_refused_though_its_folder_can_be_written_to() {
    let desk = Desk::new(PLAN);
    allow(&desk.folder(), 0o777);
    allow(&desk.path(), 0o644);
    let Some(output) = as_nobody(&desk, &MARK) else { return };
    refuses(&desk, &output, 2, &["cannot write plan.toml: permission denied; the file is as it was"]);
}

#[test]
fn a_folder_that_can_be_written_to_but_not_listed_will_do() {
    let desk = Desk::new(PLAN);
    allow(&desk.folder(), 0o733);
    allow(&desk.path(), 0o666);
    let Some(output) = as_nobody(&desk, &MARK) else { return };
    assert_eq!(code(&output), Some(0), "{}", transcript(&output));
    assert_eq!(desk.text(), marked());
}

#[test]
fn mode_and_owner_are_kept() {
    let desk = Desk::new(PLAN);
    allow(&desk.path(), 0o664);
    if is_root() {
        std::os::unix::fs::chown(desk.path(), Some(65534), Some(65533)).unwrap();
    }
    let before = fs::metadata(desk.path()).unwrap();
    assert_eq!(code(&desk.run(&MARK)), Some(0));
    let after = fs::metadata(desk.path()).unwrap();
    assert_eq!((after.mode(), after.uid(), after.gid()), (before.mode(), before.uid(), before.gid()));
}

#[test]
fn what_is_no_file_is_refused_with_the_way_out() {
    let desk = Desk::new(PLAN);
    fs::create_dir(desk.folder().join("folder")).unwrap();
    symlink("round", desk.folder().join("round")).unwrap();
    symlink("nowhere", desk.folder().join("dangling")).unwrap();
    assert!(Command::new("mkfifo").arg(desk.folder().join("pipe")).status().unwrap().success());
    let cases = [
        ("folder", "it is a folder, not a file"),
        ("round", "the link leads to itself"),
        ("dangling", "it is a link to a file that does not exist"),
        ("nothing", "there is no such file"),
        ("plan.toml/x", "there is no such file"),
        ("pipe", "it is not an ordinary file"),
        ("/dev/null", "it is not an ordinary file"),
    ];
    for (path, why) in cases {
        let output = desk.run(&[&["-p", path], &MARK[..]].concat());
        let message =
            format!("exit 2\nerror: cannot read {path}: {why}\n  help: name the plan file: papi-plan -p FILE\n");
        assert_eq!(transcript(&output), message);
    }
    assert_eq!(desk.text(), PLAN);
}

#[test]
fn whatever_is_named_plan_toml_is_meant_and_no_plan_above_it_is_marked() {
    let desk = Desk::new(PLAN);
    let below = desk.folder().join("below");
    fs::create_dir(&below).unwrap();
    let near = below.join("plan.toml");
    let ways: [(&dyn Fn(), &str); 4] = [
        (&|| symlink("nowhere", &near).unwrap(), "it is a link to a file that does not exist"),
        (&|| symlink("plan.toml", &near).unwrap(), "the link leads to itself"),
        (&|| fs::create_dir(&near).unwrap(), "it is a folder, not a file"),
        (&|| assert!(Command::new("mkfifo").arg(&near).status().unwrap().success()), "it is not an ordinary file"),
    ];
    for (make, why) in ways {
        make();
        for args in [&MARK[..], &["--lang", "en", "list"], &["--lang", "en", "check"]] {
            let mut command = desk.command();
            let output = command.current_dir(&below).env_remove("PAPI_PLAN_FILE").args(args).output().unwrap();
            let help = "name the plan file: papi-plan -p FILE";
            assert_eq!(
                transcript(&output),
                format!("exit 2\nerror: cannot read plan.toml: {why}\n  help: {help}\n"),
                "{args:?}"
            );
        }
        fs::remove_dir(&near).or_else(|_| fs::remove_file(&near)).unwrap();
    }
    assert_eq!(desk.text(), PLAN);
}

#[test]
fn a_mark_names_the_file_it_wrote_where_that_is_not_in_this_folder() {
    let desk = Desk::new(PLAN);
    let below = desk.folder().join("below");
    fs::create_dir(&below).unwrap();
    symlink("../plan.toml", below.join("link.toml")).unwrap();
    let recorded = "exit 0\nRow 2: Transparency\n  Recorded: Department of Justice submitted on 2020-10-08, on time\n";
    let written = format!("Written to {}\n", desk.path().canonicalize().unwrap().display());
    let run = |args: &[&str]| {
        fs::write(desk.path(), PLAN).unwrap();
        let mut command = desk.command();
        transcript(&command.current_dir(&below).env_remove("PAPI_PLAN_FILE").args(args).args(MARK).output().unwrap())
    };
    assert_eq!(run(&[]), format!("{recorded}{written}"));
    assert_eq!(run(&["-p", "../plan.toml"]), format!("{recorded}{written}"));
    assert_eq!(run(&["-p", "link.toml"]), format!("{recorded}{written}"));
    assert_eq!(
        transcript(&desk.run(&MARK)),
        "exit 0\nRow 2: Transparency\n  Already recorded: Department of Justice submitted on 2020-10-08\nThe file is unchanged.\n"
    );
    fs::write(desk.path(), PLAN).unwrap();
    assert_eq!(transcript(&desk.run(&MARK)), recorded);
}

#[test]
fn a_symlink_stays_one_and_its_target_is_marked() {
    let desk = Desk::new(PLAN);
    let folder = desk.folder().join("links");
    fs::create_dir(&folder).unwrap();
    symlink("../plan.toml", folder.join("first")).unwrap();
    symlink("first", folder.join("plan")).unwrap();
    let output = desk.run(&[&["-p", "links/plan"], &MARK[..]].concat());
    assert_eq!(code(&output), Some(0), "{}", transcript(&output));
    assert!(fs::symlink_metadata(folder.join("plan")).unwrap().is_symlink());
    assert!(!fs::symlink_metadata(desk.path()).unwrap().is_symlink());
    assert_eq!((desk.text(), fs::read_dir(folder).unwrap().count()), (marked(), 2));
}

#[test]
fn what_a_killed_writer_left_is_taken_away_and_nothing_else() {
    let desk = Desk::new(PLAN);
    for name in [".plan.toml.12.papi-plan-new", ".plan.toml.x.papi-plan-new", ".other.toml.12.papi-plan-new"] {
        fs::write(desk.folder().join(name), "half").unwrap();
    }
    assert_eq!(code(&desk.run(&MARK)), Some(0));
    assert_eq!(desk.names(), [".other.toml.12.papi-plan-new", ".plan.toml.x.papi-plan-new", "plan.toml"]);
}
