//! Every example that the README prints is run, in its order, in one folder that is as a fresh clone;
//! what it prints is what the README says. `SNAPSHOTS=overwrite` writes the README anew.
#![allow(
    clippy::unwrap_used,
    clippy::format_push_string,
    clippy::disallowed_methods,
    reason = "a test that fails says where"
)]

mod shared;

use papi_plan::diagnostic::{Code, Severity};
use papi_plan::text::Lang;
use shared::clone::{FreshClone, missing_tool};

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

#[test]
fn every_example_prints_what_the_readme_says() {
    let readme = std::fs::read_to_string(README).unwrap();
    let clone = FreshClone::new();
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
                let now = run_block(text, &clone);
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
fn run_block(block: &str, clone: &FreshClone) -> String {
    let mut now = String::new();
    for part in format!("\n{block}").split("\n$ ").skip(1) {
        let (command, said) = part.split_once('\n').unwrap_or((part, ""));
        now.push_str(&format!("$ {command}\n"));
        match missing_tool(command) {
            Some(tool) => {
                eprintln!("left out, as {tool} is missing: {command}");
                now.push_str(said);
            }
            None => {
                let output = clone.run(&format!("exec 2>&1; {command}")).stdout;
                now.push_str(&String::from_utf8(output).unwrap());
            }
        }
        if !now.ends_with('\n') {
            now.push('\n');
        }
    }
    now
}
