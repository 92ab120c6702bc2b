//! In which language the tool speaks, and that it speaks it wholly.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that fails says where; it reads files")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A plan whose own texts are no words of any language, so that every word of a report is ours.
const WORDLESS: &str = r#"
version = 1
[plan]
number = "1/2"
title = "7"
issuer = "8"
issued = 2025-01-01
[[task]]
id = "1"
title = "11"
lead = ["a1", "g1"]
support = ["a2"]
due = { before = 2025-03-01 }
submitted = [
  { by = "a1", on = 2025-02-01, ref = "5", note = "6", returned = 2025-02-03, reason = "4" },
  { by = "a1", on = 2025-03-09 },
]
extended = [{ to = 2025-03-08, granted = 2025-02-20, for = ["a1"] }]
[[task]]
id = "1.1"
title = "12"
[[task]]
id = "2"
title = "13"
[[task]]
id = "2.1"
title = "14"
lead = ["a2", "a1"]
completion = "any"
due = { quarter = "2025-Q2", from = "2025-01" }
result = "15"
note = "16"
[[task]]
id = "2.2"
title = "17"
lead = ["g2"]
due = { ongoing = true }
[[task]]
id = "2.3"
title = "18"
lead = ["a2"]
due = { month = "2025-03" }
[[directive]]
ref = "9"
agencies = ["a1"]
text = "10"
due = { year = 2025 }
tasks = ["1"]
[agencies]
a1 = { name = "101", short = "1" }
a2 = { name = "102" }
a3 = { name = "103" }
[groups]
g1 = { name = "201", members = ["a3", "a2"] }
g2 = { name = "202" }
"#;

fn papi_plan(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_papi-plan"));
    command.current_dir(folder).env_clear().env("COLUMNS", "100");
    command
}

fn folder_with(plan: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("plan.toml"), plan).unwrap();
    folder
}

fn said(command: &mut Command) -> String {
    let output = command.output().unwrap();
    String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
}

#[test]
fn the_option_comes_first_then_the_locale_then_the_plan_then_english() {
    let silent = folder_with(WORDLESS);
    let vietnamese = folder_with(&WORDLESS.replace("[plan]", "[plan]\nlang = \"vi\""));
    let lang = |folder: &tempfile::TempDir, env: &[(&str, &str)], args: &[&str]| {
        let text = said(papi_plan(folder.path()).envs(env.iter().copied()).args(args).args([
            "summary",
            "--as-of",
            "2025-03-10",
        ]));
        if text.contains("Số liệu tính đến ngày 10/03/2025") {
            "vi"
        } else if text.contains("Data as of 2025-03-10") {
            "en"
        } else {
            panic!("no language at all: {text}")
        }
    };
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        assert_eq!(lang(&silent, &[(name, "vi_VN.UTF-8")], &[]), "vi");
        assert_eq!(lang(&vietnamese, &[(name, "en_US.UTF-8")], &[]), "en");
        for unnamed in ["C", "C.UTF-8", "POSIX", "fr_FR.UTF-8", ""] {
            assert_eq!(lang(&silent, &[(name, unnamed)], &[]), "en", "{name}={unnamed}");
            assert_eq!(lang(&vietnamese, &[(name, unnamed)], &[]), "vi", "{name}={unnamed}");
        }
    }
    assert_eq!(lang(&silent, &[], &[]), "en");
    assert_eq!(lang(&vietnamese, &[], &[]), "vi");
    assert_eq!(lang(&silent, &[("LC_ALL", "C"), ("LANG", "vi_VN.UTF-8")], &[]), "vi");
    assert_eq!(lang(&silent, &[("LC_ALL", "en_US.UTF-8"), ("LANG", "vi_VN.UTF-8")], &[]), "en");
    assert_eq!(lang(&vietnamese, &[("PAPI_PLAN_LANG", "en"), ("LC_ALL", "vi_VN.UTF-8")], &[]), "en");
    assert_eq!(lang(&vietnamese, &[("PAPI_PLAN_LANG", "en")], &["--lang", "vi"]), "vi");
}

/// Every question, and some that are refused.
const QUESTIONS: [&[&str]; 24] = [
    &["overdue", "--soon", "400"],
    &["overdue", "--group-by", "agency", "--units"],
    &["overdue", "-a", "a3"],
    &["list"],
    &["list", "--units"],
    &["list", "--status", "late"],
    &["list", "--search", "999"],
    &["show", "1"],
    &["show", "2.1"],
    &["show", "2.2"],
    &["show", "2"],
    &["agency"],
    &["agency", "a1"],
    &["agency", "g1"],
    &["summary"],
    &["check", "--format", "short", "--as-of", "2025-02-02"],
    &["submit", "2.3", "--dry-run", "--format", "json"],
    &["submit", "2"],
    &["submit", "1"],
    &["submit", "2.3", "--by", "a3"],
    &["withdraw", "2.1"],
    &["return", "2.1"],
    &["extend", "2.3", "--to", "2025-01-02"],
    &["list", "--status", "9"],
];

#[test]
fn no_word_of_one_language_stands_in_a_report_of_the_other() {
    let folder = folder_with(WORDLESS);
    // Names of formats, keys and commands are the same in both.
    let same = "a1 a2 a3 g1 g2 papi plan toml overdue due soon pending open late on time weekend deadline empty text roll forward true in rules \
        list agency units directive granted returned to by withdraw return check as of unused future date error warning note row status agencies";
    let same: BTreeSet<&str> = same.split_whitespace().collect();
    for question in QUESTIONS {
        let mut args = question.to_vec();
        if !args.contains(&"--as-of") {
            args.extend(["--as-of", "2025-03-10"]);
        }
        if args.contains(&"json") {
            continue;
        }
        let [vi, en] =
            ["vi", "en"].map(|lang| words(&said(papi_plan(folder.path()).args(["--lang", lang]).args(&args))));
        let both: Vec<&String> = vi.intersection(&en).filter(|word| !same.contains(word.as_str())).collect();
        assert!(both.is_empty(), "{args:?} says {both:?} in both languages");
    }
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().any(char::is_alphabetic));
    words.filter(|word| word.chars().count() > 1).map(str::to_lowercase).collect()
}

/// Where sentences may stand besides the word tables, and why.
const EXCEPTIONS: [(&str, &str); 12] = [
    ("src/text/words/", "the word tables"),
    ("src/diagnostic/explanation/", "a word table too, beside the codes"),
    ("src/text/fold/", "the letters themselves, and the words that have two spellings"),
    ("src/testing.rs", "the plans of unit tests"),
    ("src/plan/names/kind.rs", "the kinds of units that are read in names"),
    ("src/plan/wording/", "the wordings that are read, not said"),
    ("src/check/numbering.rs", "the letters that lists count with"),
    ("src/file/syntax.rs", "what the parser says, to be recognised"),
    ("src/file/slip.rs", "what the parser says, to be recognised"),
    ("src/file/keys.rs", "how keys are written in the file"),
    ("src/cli/mark.rs", "an error of the argument parser, which speaks English"),
    ("src/render/xlsx/format.rs", "the name of a font, and formats of numbers"),
];

#[test]
fn no_word_stands_in_the_code_outside_the_word_tables() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for path in sources(&root.join("src")) {
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        if EXCEPTIONS.iter().any(|(exception, _)| name.starts_with(exception)) || name.contains("/tests/") {
            continue;
        }
        let code = std::fs::read_to_string(&path).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap();
        found.extend(
            literals(code).into_iter().filter(|text| is_sentence(text)).map(|text| format!("{name}: {text:?}")),
        );
    }
    assert!(found.is_empty(), "words outside src/text/words:\n{}", found.join("\n"));
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let nested = entries.map(|path| if path.is_dir() { sources(&path) } else { vec![path] });
    nested.flatten().filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect()
}

/// The string literals of code, without comments and attributes: those are not printed, or are help.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(start) = rest.find(['"', '/', '#', '\'']) {
        let here = &rest[start..];
        let skipped = if here.starts_with("//") {
            here.find('\n').unwrap_or(here.len())
        } else if here.starts_with("#[") || here.starts_with("#![") {
            here.find("]\n").map_or(here.len(), |end| end + 1)
        } else if here.starts_with("'\"'") {
            3
        } else if let Some(text) = here.strip_prefix('"') {
            let end = closing_quote(text);
            found.push(text[..end].to_owned());
            end + 2
        } else {
            1
        };
        rest = &here[skipped.min(here.len())..];
    }
    found
}

fn closing_quote(text: &str) -> usize {
    let mut is_escaped = false;
    let at = text.char_indices().find(|(_, c)| {
        let closes = *c == '"' && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        closes
    });
    at.map_or(text.len(), |(at, _)| at)
}

/// Whether a text holds a letter beyond ASCII, or two words beside each other.
fn is_sentence(text: &str) -> bool {
    let is_word = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    let words: Vec<&str> = text.split(' ').collect();
    text.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
        || words.windows(2).any(|pair| pair.iter().all(|word| is_word(word)))
}
