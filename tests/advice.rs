//! Advice that marking commands print does what it says: every command line of theirs is run.
//!
//! Each case is a plan and a command that is refused. Where the advice is to do something first, the refused command
//! must go through afterwards; where it lists what can be taken out, that and nothing else must be gone.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::panic,
    reason = "a test that cannot read its cases fails"
)]

mod shared;

use shared::world::{Answer, Outside};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Row 1 has one unit, row 2 three of which one delivers for all, row 3 three; row 4 is a heading.
fn plan(marks: &[(&str, &str)]) -> String {
    let row = |id: &str, keys: &str| {
        let marks = marks.iter().filter(|(row, _)| *row == id).map(|(_, marks)| *marks).collect::<Vec<_>>().join("\n");
        format!("[[task]]\nid = \"{id}\"\ntitle = \"T\"\n{keys}\ndue = {{ by = 2020-10-09 }}\n{marks}\n")
    };
    [
        "version = 1\n[plan]\nnumber = \"1/KH\"\ntitle = \"K\"\nissuer = \"U\"\nissued = 2020-08-25\n".to_owned(),
        row("1", "lead = [\"a\"]"),
        row("2", "lead = [\"nhom\"]\ncompletion = \"any\""),
        row("3", "lead = [\"nhom\"]"),
        row("4", ""),
        row("4.1", "lead = [\"b\"]"),
        "[agencies]\na = { name = \"Sở A\" }\nb = { name = \"Sở B\" }\nc = { name = \"Sở C\" }\n".to_owned(),
        "[groups]\nnhom = { name = \"Nhóm\", members = [\"a\", \"b\", \"c\"] }\n".to_owned(),
    ]
    .concat()
}

const RETURNED_AND_LIVE: &str = "submitted = [
  { on = 2020-10-05, returned = 2020-10-08 },
  { on = 2020-10-08 },
]";
const LIVE_AND_NEVER_LIVE: &str = "submitted = [
  { on = 2020-10-08, ref = \"1/BC\" },
  { on = 2020-10-08, returned = 2020-10-08 },
]";
const THREE: &str = "submitted = [
  { by = \"a\", on = 2020-10-05, ref = \"1/BC\", note = \"x\", returned = 2020-10-06, reason = \"y\" },
  { by = \"a\", on = 2020-10-07 },
  { by = \"b\", on = 2020-10-07 },
]";
const EXTENDED: &str = "extended = [{ to = 2020-12-01, granted = 2020-10-01, for = [\"a\"] }]";

/// A row, its marks, and a command that is refused.
const CASES: &[(&str, &str, &str)] = &[
    ("1", "submitted = [{ on = 2020-10-08 }]", "submit 1 --on 2020-10-08 --ref 1/BC"),
    ("1", "submitted = [{ on = 2020-10-08 }]", "submit 1 --on 2020-10-12"),
    ("1", "submitted = [{ on = 2020-10-08 }]", "submit 1 --on 2020-10-01"),
    ("1", "submitted = [{ on = 2020-10-08 }]", "submit 1 4.1 --on 2020-10-12"),
    ("1", "submitted = [{ on = 2020-10-20 }]", "submit 1 --on 2020-10-01"),
    ("1", "submitted = [{ on = 2020-10-08, returned = 2020-10-20 }]", "submit 1 --on 2020-10-10"),
    ("1", "submitted = [{ on = 2020-10-08, returned = 2020-10-12 }]", "submit 1 --on 2020-10-10"),
    ("1", "submitted = [{ on = 2020-10-08, returned = 2020-10-12 }]", "submit 1 --on 2020-10-08"),
    ("1", RETURNED_AND_LIVE, "submit 1 --on 2020-10-07"),
    ("1", RETURNED_AND_LIVE, "submit 1 --on 2020-10-10"),
    ("1", RETURNED_AND_LIVE, "withdraw 1 --return"),
    ("1", RETURNED_AND_LIVE, "withdraw 1 --on 2020-10-01"),
    ("1", RETURNED_AND_LIVE, "return 1 --on 2020-10-07"),
    ("1", LIVE_AND_NEVER_LIVE, "submit 1 --on 2020-10-12"),
    ("1", LIVE_AND_NEVER_LIVE, "withdraw 1 --on 2020-10-01"),
    ("1", "submitted = [{ on = 2020-10-08, returned = 2020-10-12, reason = \"x\" }]", "withdraw 1"),
    ("1", "submitted = [{ on = 2020-10-08, returned = 2020-10-12, reason = \"x\" }]", "return 1 --on 2020-10-12"),
    ("1", "submitted = [{ on = 2020-10-08, returned = 2020-10-12, reason = \"x\" }]", "return 1 --on 2020-10-14"),
    ("1", "submitted = [{ on = 2020-10-08 }]", "return 1 --on 2020-10-07"),
    ("1", "", "withdraw 1"),
    ("1", "", "return 1"),
    ("1", "", "withdraw 1 --return"),
    ("1", "", "withdraw 1 --extension"),
    ("1", "submitted = [{ on = 2020-10-08 }, { on = 2020-10-08, ref = \"2/BC\" }]", "withdraw 1"),
    ("1", "submitted = [{ on = 2020-10-08 }, { on = 2020-10-08, ref = \"2/BC\" }]", "submit 4.1"),
    ("1", "submitted = [{ by = \"a\", on = 2020-10-12 }, { by = \"a\", on = 2020-10-08 }]", "submit 4.1"),
    (
        "1",
        "submitted = [{ on = 2020-10-12 }, { by = \"ax\", on = 2020-10-08 }, { by = \"bx\", on = 2020-10-09 }]",
        "withdraw 1",
    ),
    ("2", THREE, "submit 2 --by a --on 2020-10-08"),
    ("2", "", "submit 2"),
    ("3", THREE, "withdraw 3"),
    ("3", THREE, "withdraw 3 --by nhom --on 2020-10-01"),
    ("3", THREE, "withdraw 3 --by c"),
    ("3", THREE, "withdraw 3 --by c --return"),
    ("3", THREE, "return 3"),
    ("3", THREE, "submit 3 --by nhom --by b --on 2020-10-12"),
    ("3", THREE, "submit 3 --by a --on 2020-10-05"),
    ("3", EXTENDED, "extend 3 --to 2020-11-01"),
    ("3", EXTENDED, "withdraw 3 --extension --for b"),
    ("3", "", "submit 3 --by nobody"),
    ("4", "", "submit 4"),
    ("4", "", "extend 4 --to 2020-12-31 --for a"),
    ("4", "", "submit 9"),
];

fn run(text: &str, args: &[String]) -> (Answer, String) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("plan.toml");
    fs::write(&path, text).unwrap();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let answer = Outside::new(folder.path()).run(&args);
    (answer, fs::read_to_string(Path::new(&path)).unwrap())
}

/// The command lines in a message, without the name of the program, and what stands before each on its line.
fn advice(message: &str) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    for line in message.lines() {
        let mut parts = line.split("papi-plan ");
        let before = parts.next().unwrap_or_default();
        for part in parts {
            // In a sentence a command line ends with it.
            let end = part.find([';', '(', ')', '"', '`']).unwrap_or(part.len());
            let words = part[..end].split_whitespace().map(|word| word.trim_end_matches(',').to_owned());
            found.push((before.trim().to_owned(), words.collect()));
        }
    }
    found
}

fn words(command: &str, lang: &str) -> Vec<String> {
    command.split(' ').chain(["--lang", lang]).map(str::to_owned).collect()
}

/// The lines of entries in a file.
fn entries(text: &str) -> Vec<&str> {
    text.split('{').filter_map(|part| part.split('}').next()).filter(|entry| entry.contains("on = 20")).collect()
}

/// Runs one piece of advice on the refused command's own plan.
fn follow(text: &str, refused: &[String], before: &str, advised: &[String], lang: &str) {
    let context = format!("{refused:?}: {before} {advised:?}");
    let mut args = advised.to_vec();
    args.extend(["--lang".to_owned(), lang.to_owned()]);
    let (answer, after) = run(text, &args);
    if ["list", "show", "agency", "check"].contains(&advised[0].as_str()) {
        let may_find = advised[0] == "check";
        assert!(answer.exit == 0 || may_find && answer.exit == 1, "{context}\n{}", answer.err);
        return;
    }
    assert_eq!(answer.exit, 0, "{context}\n{}", answer.err);
    if before.contains("first") || before.contains("trước") && !before.contains("vào mục trước") {
        let (again, _) = run(&after, refused);
        assert_eq!(again.exit, 0, "{context} is not enough\n{}", again.err);
    } else if advised[0] == "withdraw" && !advised.iter().any(|word| word == "--return") {
        let (old, new) = (entries(text), entries(&after));
        assert_eq!(new.len() + 1, old.len(), "{context}\n{after}");
        let day = advised.iter().skip_while(|word| *word != "--on").nth(1).map(|day| iso(day));
        let gone: Vec<&&str> = old.iter().filter(|entry| !new.contains(entry)).collect();
        assert!(gone.iter().all(|entry| day.as_ref().is_none_or(|day| entry.contains(day))), "{context}\n{after}");
    }
}

/// A day as it stands in the file.
fn iso(day: &str) -> String {
    match day.split('/').collect::<Vec<_>>()[..] {
        [day, month, year] => format!("on = {year}-{month}-{day}"),
        _ => format!("on = {day}"),
    }
}

#[test]
fn every_command_that_is_advised_does_what_it_says() {
    let mut seen = BTreeSet::new();
    for (row, marks, command) in CASES {
        let text = plan(&[(row, marks)]);
        for lang in ["vi", "en"] {
            let refused = words(command, lang);
            let (answer, after) = run(&text, &refused);
            assert_ne!(answer.exit, 0, "{command} is not refused\n{}", answer.out);
            assert_eq!(text, after, "{command}");
            for (before, advised) in advice(&answer.err) {
                follow(&text, &refused, &before, &advised, lang);
                seen.insert(
                    advised
                        .into_iter()
                        .filter(|word| word.starts_with("--") || !word.contains(['1', '2', '3']))
                        .collect::<Vec<_>>()
                        .join(" "),
                );
            }
            // A way without a command line: the same with an option more.
            if answer.err.contains("--replace") {
                let (again, _) = run(&text, &[refused.as_slice(), &["--replace".to_owned()]].concat());
                assert_eq!(again.exit, 0, "{command} --replace\n{}", again.err);
            }
        }
    }
    // The cases reach every kind of advice.
    for kind in [
        "withdraw --by a --on",
        "withdraw --by a --return --on",
        "return --by a --on",
        "list --units",
        "check plan.toml",
    ] {
        assert!(seen.contains(kind), "{kind}: {seen:?}");
    }
}

#[test]
fn a_day_that_is_advised_is_one_that_is_taken() {
    let text = plan(&[("1", "submitted = [{ on = 2020-10-08, returned = 2020-10-12 }]")]);
    let (answer, _) = run(&text, &words("submit 1 --on 2020-10-10", "en"));
    assert!(answer.err.contains("Give a day from 2020-10-12 on"), "{}", answer.err);
    assert_eq!(run(&text, &words("submit 1 --on 2020-10-11", "en")).0.exit, 2);
    assert_eq!(run(&text, &words("submit 1 --on 2020-10-12", "en")).0.exit, 0);
}
