//! What the README and the pages of docs/ show of the program is run, and prints what they say.
#![allow(
    clippy::unwrap_used,
    clippy::format_push_string,
    clippy::disallowed_methods,
    reason = "a test that fails says where"
)]

mod shared;

use shared::clone::{FreshClone, missing_tool};
use shared::transcript;
use std::path::Path;

/// The pages with examples, in the folder of the repository.
const PAGES: [&str; 4] = ["README.md", "docs/in-ci.md", "docs/in-git.md", "docs/beyond-one-machine.md"];

fn read(page: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap()
}

/// Every block of a page is run, in its order, in one folder that is as a fresh clone; what it prints is what the page
/// says. `SNAPSHOTS=overwrite` writes the page anew.
#[test]
fn every_example_prints_what_the_page_says() {
    let mut wrong = Vec::new();
    for page in PAGES {
        let (said, now) = (read(page), played(&read(page)));
        if now == said {
            continue;
        }
        if std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
            std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(page), now).unwrap();
        } else {
            wrong.push(format!("{page}, now and then:\n{}", similar::TextDiff::from_lines(&said, &now).unified_diff()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A page with its examples run.
fn played(page: &str) -> String {
    let clone = FreshClone::new();
    let mut played = String::new();
    let mut block: Option<String> = None;
    for line in page.split_inclusive('\n') {
        match &mut block {
            None => {
                played.push_str(line);
                block = (line == "```console\n").then(String::new);
            }
            Some(text) if line == "```\n" => {
                played.push_str(&run_block(text, &clone));
                played.push_str(line);
                block = None;
            }
            Some(text) => text.push_str(line),
        }
    }
    played
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

/// Words that stand for something in a command.
const PLACEHOLDERS: [&str; 4] = ["NAME", "DIR", "ROW", "CODE"];

#[test]
fn commands_within_the_text_of_the_readme_run() {
    let readme = read("README.md");
    let text: String = readme.split("```").step_by(2).collect();
    let commands = text.split('`').skip(1).step_by(2).filter(|code| code.starts_with("papi-plan "));
    let commands = commands.filter(|code| !code.split(' ').any(|word| PLACEHOLDERS.contains(&word)));
    let mut count = 0;
    for command in commands {
        let output = FreshClone::new().run(command);
        assert_eq!(output.status.code(), Some(0), "{command}\n{}", transcript(&output));
        count += 1;
    }
    assert!(count > 5, "{count}");
}

#[test]
fn links_of_the_readme_lead_somewhere() {
    let readme = read("README.md");
    let anchors = readme.lines().filter_map(|line| line.strip_prefix("## ")).map(|heading| {
        let kept = heading.to_lowercase().replace(' ', "-");
        kept.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect::<String>()
    });
    let anchors: Vec<String> = anchors.collect();
    for link in readme.split("](").skip(1).map(|rest| rest.split_once(')').unwrap().0) {
        match link.strip_prefix('#') {
            Some(anchor) => assert!(anchors.iter().any(|known| known == anchor), "{link}"),
            None => assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(link).is_file(), "{link}"),
        }
    }
}

#[test]
fn the_readme_is_read_in_a_few_minutes() {
    assert!(read("README.md").lines().count() <= 250);
}
