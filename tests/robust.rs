//! Files that are no plans at all: a clear problem each, soon, and no crash.
#![allow(clippy::expect_used, reason = "helpers of tests fail as tests do")]

use snapbox::cmd::{Command, OutputAssert, cargo_bin};
use std::fmt::Write;

const HEAD: &str = "version = 1\n[plan]\nnumber = \"1\"\ntitle = \"t\"\nissuer = \"i\"\nissued = 2025-01-01\n";

fn check(file: impl Into<Vec<u8>>) -> OutputAssert {
    let program = Command::new(cargo_bin!("papi-plan")).args(["--lang", "en", "check", "-", "--format", "short"]);
    program.stdin(file.into()).assert().stderr_eq("")
}

/// The lines of the answer.
fn problems(file: impl Into<Vec<u8>>) -> Vec<String> {
    let answer = check(file).code(1);
    String::from_utf8_lossy(&answer.get_output().stdout).lines().map(str::to_owned).collect()
}

#[test]
fn an_empty_file_lacks_what_a_plan_needs() {
    let said = problems("").join("\n");
    assert!(said.contains("missing-key") && said.contains("\"version\"") && said.contains("\"plan\""), "{said}");
}

#[test]
fn a_folder_is_no_file() {
    let answer = Command::new(cargo_bin!("papi-plan")).args(["--lang", "en", "check", "."]).assert();
    answer.code(2).stdout_eq("").stderr_eq("error: cannot read .: it is a folder, not a file\n");
}

#[test]
fn bytes_of_another_encoding_are_one_problem_with_a_place() {
    let said = problems([HEAD.as_bytes(), &b"title_en = \"\xff\xfe\"\n# \xff\n".repeat(100)].concat());
    assert_eq!(said.iter().filter(|line| line.contains("UTF-8")).count(), 1, "{said:?}");
    assert!(said[0].starts_with("<stdin>:7:13: error[syntax]"), "{said:?}");
}

#[test]
fn bytes_that_are_zero_are_a_problem_with_a_place() {
    let said = problems([HEAD, "title_en = \"a\0\"\n"].concat());
    assert!(said[0].starts_with("<stdin>:7:"), "{said:?}");
}

#[test]
fn a_merge_that_was_not_finished_is_an_error_whichever_mark_is_left() {
    let plan = format!(
        "{HEAD}[[task]]\nid = \"1\"\ntitle = \"t\"\nlead = [\"a\"]\nMARK\ndue = {{ by = 2025-02-03 }}\n\
        [agencies]\na = {{ name = \"A\" }}\n"
    );
    for mark in ["<<<<<<< a", "||||||| base", "=======", ">>>>>>> b", "=======\r", "<<<<<<< a\n=======\n>>>>>>> b"] {
        let said = problems(plan.replace("MARK", mark));
        assert_eq!(said, ["<stdin>:11:1: error[syntax]: a merge was not finished: a conflict marker is left here"]);
    }
    check(plan.replace("MARK", "note = \"\"\"\n=======\n\"\"\"")).code(0);
}

#[test]
fn what_the_parser_lets_pass_and_is_no_toml_is_an_error() {
    for value in ["0000-01-01", "23:59:60", "2025-01-01T00:00:60Z", "0x", "{ a =\n1 }", "{ a\n= 1 }", "{ a = # b\n1 }"]
    {
        let said = problems(format!("{HEAD}[metadata]\nx = {value}\n"));
        assert!(said.len() == 1 && said[0].contains("error[syntax]"), "{value}: {said:?}");
    }
    check(format!("{HEAD}[metadata]\nx = {{ a = 1,\n  b = [\n1] }}\n")).code(0);
}

/// What a terminal would obey: in no form of the answer it stands raw, wherever in the file it is.
#[test]
fn nothing_of_a_plan_reaches_a_terminal_raw() {
    let unsafe_ones = ('\u{0}'..='\u{9f}').filter(|c| c.is_control() && !matches!(c, '\n' | '\t'));
    for c in unsafe_ones.chain(['\u{2028}', '\u{2029}', '\u{202e}', '\u{200f}', '\u{61c}', '\u{200b}', '\u{feff}']) {
        let head = HEAD.replace("\"t\"", &format!("\"t{c}31m\""));
        for line in
            [format!("a{c}b = 1"), format!("[t{c}]"), format!("x = {c}1"), format!("# {c}"), format!("\"{c}\" = 2")]
        {
            for format in ["human", "short", "github", "sarif"] {
                let program = Command::new(cargo_bin!("papi-plan")).args(["check", "-", "--format", format]);
                let answer = program.stdin(format!("{head}{line}\n")).assert();
                let said = String::from_utf8_lossy(&answer.get_output().stdout).into_owned();
                assert!(!said.contains(c), "{format}, U+{:04X}: {said}", u32::from(c));
            }
        }
        let list = Command::new(cargo_bin!("papi-plan")).args(["list", "-p", "-"]).stdin(format!("{head}x{c} = 1\n"));
        let said = String::from_utf8_lossy(&list.assert().get_output().stderr).into_owned();
        assert!(!said.contains(c), "list, U+{:04X}: {said}", u32::from(c));
    }
}

#[test]
fn the_mark_below_an_excerpt_stands_below_its_place_behind_what_was_made_visible() {
    let program = Command::new(cargo_bin!("papi-plan")).args(["--lang", "en", "check", "-"]);
    let answer = program.stdin(format!("{HEAD}x = \"\u{85}\u{200b}\" y\n")).assert().code(1);
    let said = String::from_utf8_lossy(&answer.get_output().stdout).into_owned();
    assert!(said.contains("<stdin>:7:10\n  |\n7 | x = \"\u{fffd}\u{fffd}\" y\n  |          ^\n"), "{said}");
}

#[test]
fn deep_nesting_is_a_problem_and_no_crash() {
    const DEEP: usize = 100_000;
    let arrays = format!("{HEAD}basis = {}{}\n", "[".repeat(DEEP), "]".repeat(DEEP));
    let tables = format!("{HEAD}[metadata]\nx = {}1{}\n", "{ a = ".repeat(DEEP), " }".repeat(DEEP));
    let keys = format!("{HEAD}[metadata]\na{} = 1\n", ".a".repeat(DEEP));
    let header = format!("{HEAD}[metadata{}]\nx = 1\n", ".a".repeat(DEEP));
    for file in [arrays, tables, keys, header] {
        assert_eq!(problems(file).len(), 1);
    }
}

#[test]
fn of_ten_thousand_errors_the_first_thousand_are_told_and_how_many_more() {
    let keys = (0..10_000).fold(HEAD.to_owned(), |mut text, number| {
        writeln!(text, "x{number} = 1").expect("a text takes what is written");
        text
    });
    let said = problems(keys.clone());
    let (told, last) = (&said[..1000], &said[1000..]);
    let place = |number: usize| format!("<stdin>:{}:1: error[unknown-key]", 7 + number);
    assert!(told.iter().enumerate().all(|(number, line)| line.starts_with(&place(number))));
    assert_eq!(last, ["<stdin>: and 9000 more that are not listed"]);
    let answer = |format: &str| {
        let program = Command::new(cargo_bin!("papi-plan")).args(["--lang", "en", "check", "-", "--format", format]);
        let output = program.stdin(keys.clone()).assert().code(1).get_output().stdout.clone();
        String::from_utf8_lossy(&output).into_owned()
    };
    for (format, more) in [
        ("human", "<stdin>: and 9000 more that are not listed\n\nerrors: 10000, warnings: 0, notes: 0\n"),
        ("github", "::notice::<stdin>: and 9000 more that are not listed\n"),
        ("json", "\"more\": 9000"),
        ("sarif", "\"more\": 9000"),
    ] {
        let said = answer(format);
        assert!(said.contains(more), "{format}: {}", &said[said.len() - 200..]);
    }
}

#[test]
fn what_is_allowed_takes_no_other_problem_s_place() {
    let rows = (0..1200).fold(HEAD.to_owned(), |mut text, number| {
        let at = "lead = [\"a\"]\ndue = { by = 2025-10-10 }\nsubmitted = [{ on = 2999-01-01 }]";
        writeln!(text, "[[task]]\nid = \"n{number}\"\ntitle = \"T\"\n{at}").expect("a text takes what is written");
        text
    });
    let file = format!("{rows}[[task]]\nid = \"z\"\n[agencies]\na = {{ name = \"A\" }}\n");
    let program = Command::new(cargo_bin!("papi-plan")).args(["--lang", "en", "--as-of", "2025-10-01", "check", "-"]);
    let answer = program.args(["--format", "short", "--allow", "future-date"]).stdin(file).assert().code(1);
    let said = String::from_utf8_lossy(&answer.get_output().stdout).into_owned();
    assert!(said.contains("[missing-key]") && !said.contains("future-date") && !said.contains("more"), "{said}");
}

#[test]
fn a_line_of_ten_million_bytes_is_not_printed() {
    let file = format!("{HEAD}title_en = \"{}\"\nother = 1\n", "ă".repeat(5_000_000));
    assert_eq!(problems(file).len(), 1);
}
