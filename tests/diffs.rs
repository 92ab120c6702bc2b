//! The diff of `--dry-run` is one that `git apply` and `patch` take: applied, it makes the file that the mark makes.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot set up its files fails")]

mod shared;

use shared::PLAN;
use shared::world::Outside;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Runs a tool in a folder with something to read; none if there is no such tool.
fn apply(folder: &Path, tool: &[&str], diff: &str) -> Option<()> {
    let mut command = Command::new(tool[0]);
    command.args(&tool[1..]).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().ok()?;
    child.stdin.take().unwrap().write_all(diff.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{tool:?}\n{}\n{diff}", String::from_utf8_lossy(&output.stderr));
    Some(())
}

/// Holds one diff against the mark itself: the plan stands under a name in a folder, and is called another from below.
fn hold(plan: &str, name: &str, typed: &str, args: &[&str]) {
    let folder = TempDir::new().unwrap();
    let (path, below) = (folder.path().join(name), folder.path().join("below"));
    fs::create_dir(&below).unwrap();
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, plan).unwrap();
    let here = if typed.starts_with("..") { &below } else { folder.path() };
    let args = [args, &["-p", typed]].concat();
    let dry = Outside::new(here).run(&[args.as_slice(), &["--dry-run"]].concat());
    assert_eq!((dry.exit, fs::read_to_string(&path).unwrap().as_str()), (0, plan), "{}", dry.err);
    assert_eq!(Outside::new(here).run(&args).exit, 0);
    let marked = fs::read_to_string(&path).unwrap();
    assert_ne!(marked, plan);
    let in_folder = typed.contains('/') && !typed.starts_with("..") && !typed.starts_with("./");
    let with_patch: &[&str] = if in_folder { &["patch", "--binary", "-p1"] } else { &["patch", "--binary", "-p0"] };
    for tool in [&["git", "apply"][..], with_patch] {
        fs::write(&path, plan).unwrap();
        if apply(folder.path(), tool, &dry.out).is_some() {
            assert_eq!(fs::read_to_string(&path).unwrap(), marked, "{tool:?}\n{}", dry.out);
        }
    }
}

#[test]
fn a_diff_of_any_plan_can_be_applied() {
    let windows = PLAN.replace('\n', "\r\n");
    let open = PLAN.trim_end();
    let at_the_end = open.to_owned() + "\n[[task]]\nid = \"5\"\ntitle = \"Cuối\"\nlead = [\"so-tu-phap\"]";
    let list = "version = 1\ntask = [{ id = \"2\", title = \"T\", lead = [\"a\"] }]\n\
                plan = { number = \"1\", title = \"K\", issuer = \"U\", issued = 2020-08-25 }\nagencies.a = { name = \"A\" }\n";
    for plan in [PLAN, &windows, open, list, &("\u{feff}".to_owned() + PLAN)] {
        hold(plan, "plan.toml", "plan.toml", &["submit", "2", "--note", "- ghi chú\n+ hai"]);
    }
    hold(&at_the_end, "plan.toml", "plan.toml", &["submit", "5"]);
    hold(&at_the_end.replace('\n', "\r\n"), "plan.toml", "plan.toml", &["submit", "5", "2"]);
}

#[test]
fn a_diff_names_the_plan_from_where_it_was_asked_for() {
    for name in ["plan.toml", "kế hoạch 2020.toml", "-1.toml"] {
        hold(PLAN, name, &format!("./{name}"), &["submit", "I", "--by", "cap-huyen"]);
    }
    hold(PLAN, "plans/2020/plan.toml", "plans/2020/plan.toml", &["submit", "2", "4"]);
    hold(PLAN, "plan.toml", "../plan.toml", &["extend", "II", "--to", "2020-12-01"]);
}

#[test]
fn a_diff_of_what_is_taken_out_or_replaced_can_be_applied() {
    let marked = PLAN.replace(
        "id = \"2\"\n",
        "id = \"2\"\nsubmitted = [\n  # một\n  { on = 2020-10-01, returned = 2020-10-02 },\n  { on = 2020-10-08 }, # hai\n]\n",
    );
    for plan in [&marked, &marked.replace('\n', "\r\n")] {
        for args in ["withdraw 2", "withdraw 2 --on 2020-10-01", "submit 2 --on 2020-10-09 --replace", "return 2"] {
            hold(plan, "plan.toml", "plan.toml", &args.split(' ').collect::<Vec<_>>());
        }
    }
}

#[test]
fn on_a_terminal_nothing_of_the_file_can_steer_it() {
    let folder = TempDir::new().unwrap();
    let plan = PLAN.replace("# One delivers for all.", "# \u{202e}\u{85}").replace('\n', "\r\n");
    fs::write(folder.path().join("plan.toml"), &plan).unwrap();
    let shown = |terminals| {
        let outside = Outside { terminals, ..Outside::new(folder.path()) };
        outside.run(&["submit", "2", "--dry-run"]).out
    };
    let out = Some(papi_plan::cli::Terminal { width: Some(80) });
    let terminal = shown(papi_plan::cli::Terminals { out, ..Default::default() });
    assert!(terminal.contains(" # \\u{202e}\\u{85}\n"), "{terminal}");
    assert!(!terminal.contains(['\r', '\u{202e}', '\u{85}']), "{terminal}");
    let pipe = shown(papi_plan::cli::Terminals::default());
    assert!(pipe.contains(" # \u{202e}\u{85}\r\n"), "{pipe}");
}
