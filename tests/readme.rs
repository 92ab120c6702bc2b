//! Every example that the README prints is run, in its order, in one folder that is as a fresh clone;
//! what it prints is what the README says. `SNAPSHOTS=overwrite` writes the README anew.
#![allow(clippy::unwrap_used, clippy::format_push_string, reason = "a test that fails says where")]

use papi_plan::diagnostic::{Code, Severity};
use papi_plan::text::Lang;
use std::path::Path;
use std::process::Command;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// Tools that an example may need; where one is missing, its examples are left out.
const TOOLS: [&str; 4] = ["jq", "git", "duckdb", "python3"];

#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads and writes the README")]
fn every_example_prints_what_the_readme_says() {
    let readme = std::fs::read_to_string(README).unwrap();
    let folder = fresh_clone();
    let mut rewritten = String::new();
    let mut wrong = Vec::new();
    let mut block: Option<String> = None;
    for line in readme.split_inclusive('\n') {
        match &mut block {
            None => {
                rewritten.push_str(line);
                block = (line == "```console\n").then(String::new);
            }
            Some(text) if line == "```\n" => {
                let now = run_block(text, folder.path());
                if now != *text {
                    wrong.push(format!("README says:\n{text}\nbut now:\n{now}"));
                }
                rewritten.push_str(&now);
                rewritten.push_str(line);
                block = None;
            }
            Some(text) => text.push_str(line),
        }
    }
    let with_codes = tables_of_codes(&rewritten);
    if with_codes != rewritten {
        wrong.push(String::from("the tables of codes are not those of the program"));
        rewritten = with_codes;
    }
    if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        std::fs::write(README, rewritten).unwrap();
    } else {
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// The text with each table of codes made anew between its marks.
fn tables_of_codes(readme: &str) -> String {
    let mut parts = readme.split("<!-- codes: ");
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        let (kind, rest) = part.split_once(" -->").unwrap();
        let (_, after) = rest.split_once("<!-- end -->").unwrap();
        let of_kind = Code::ALL.iter().filter(|code| match kind {
            "error" => code.severity() == Severity::Error && !code.needs_older(),
            "against" => code.needs_older(),
            _ => code.severity() != Severity::Error,
        });
        let mut table = String::from("\n| code | severity | what it finds |\n|---|---|---|\n");
        for code in of_kind {
            let what = code.explanation(Lang::En).what;
            table.push_str(&format!("| `{}` | {} | {what} |\n", code.name(), code.severity().name()));
        }
        text.push_str(&format!("<!-- codes: {kind} -->{table}<!-- end -->{after}"));
    }
    text
}

/// Runs the commands of a block, each after `$ `, and puts what they print below them.
fn run_block(block: &str, folder: &Path) -> String {
    let mut now = String::new();
    for part in format!("\n{block}").split("\n$ ").skip(1) {
        let (command, said) = part.split_once('\n').unwrap_or((part, ""));
        now.push_str(&format!("$ {command}\n"));
        match TOOLS.iter().find(|tool| command.contains(**tool) && !is_there(tool)) {
            Some(tool) => {
                eprintln!("left out, as {tool} is missing: {command}");
                now.push_str(said);
            }
            None => now.push_str(&run(command, folder)),
        }
        if !now.ends_with('\n') {
            now.push('\n');
        }
    }
    now
}

fn run(command: &str, folder: &Path) -> String {
    let bin = Path::new(env!("CARGO_BIN_EXE_papi-plan")).parent().unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let output = Command::new("bash")
        .args(["-c", &format!("exec 2>&1; {command}")])
        .current_dir(folder)
        .env_clear()
        .envs([("PATH", path.as_str()), ("COLUMNS", "100"), ("HOME", folder.to_str().unwrap())])
        .envs(["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"].map(|name| (name, "An example")))
        .envs(["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"].map(|name| (name, "example@example.invalid")))
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn is_there(tool: &str) -> bool {
    match tool {
        "duckdb" => {
            Command::new("python3").args(["-c", "import duckdb"]).output().is_ok_and(|done| done.status.success())
        }
        _ => Command::new(tool).arg("--version").output().is_ok(),
    }
}

/// A folder with what the README's examples use, under git.
fn fresh_clone() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::create_dir(folder.path().join("examples")).unwrap();
    for file in
        ["plan.toml", "examples/mid-october.toml", "examples/chuyen-doi-so.toml", "examples/cai-cach-hanh-chinh.toml"]
    {
        std::fs::copy(root.join(file), folder.path().join(file)).unwrap();
    }
    let setup = "git init -q -b main . && git add . && git -c user.name=x -c user.email=x@example.invalid commit -qm 'The plan as issued'";
    if is_there("git") {
        assert_eq!(run(setup, folder.path()), "");
    }
    folder
}
