//! Mistakes that people make in a plan: each is one problem, at its own place, and what to write is their own line.
#![allow(clippy::expect_used, reason = "helpers of tests fail as tests do")]

use papi_plan::diagnostic::Source;
use papi_plan::file::Document;
use papi_plan::text::Lang;

const PLAN: &str = "version = 1
[plan]
number = \"1/KH\"
title = \"T\"
issuer = \"U\"
issued = 2020-08-25
[[task]]
id = \"1\"
title = \"Tri thức công dân\"
lead = [\"a\"]
due = { by = 2020-10-09 }
[[task]]
id = \"2\"
title = \"Hai\"
lead = [\"a\"]
due = { by = 2020-10-09 }
[agencies]
a = { name = \"Sở A\" }
";

/// Line and column, what is said, and what to do.
fn told(bytes: impl Into<Vec<u8>>) -> Vec<String> {
    let document = Document::read(&Source::new("plan.toml", bytes.into()));
    let one = |found: &papi_plan::diagnostic::Problem| {
        let place = found.at.start();
        let help = found.help.as_ref().map(|help| help.in_lang(Lang::En)).unwrap_or_default();
        format!("{}:{} {}; {help}", place.line, place.column, found.message.in_lang(Lang::En))
    };
    document.problems().iter().map(one).collect()
}

/// The one problem of the plan with its first `line` written in another way.
fn slip(line: &str, written: &str) -> String {
    assert!(PLAN.contains(line), "{line}");
    let mut told = told(PLAN.replacen(line, written, 1));
    assert_eq!(told.len(), 1, "{written}: {told:#?}");
    told.remove(0).replace("not valid TOML: ", "")
}

const TITLE: &str = "title = \"Tri thức công dân\"";

#[test]
fn quotes() {
    let cases = [
        ("title = Tri thức", "9:9 a text needs quotes around it; write: title = \"Tri thức\""),
        ("title = Tri thức\"", "9:9 the quote before the text is missing; write: title = \"Tri thức\""),
        ("title = \"Tri \"a\" b\"", "9:15 quotes within a text are written \\\"; write: title = \"Tri \\\"a\\\" b\""),
        ("title = “Tri”", "9:9 use straight quotes \"…\", not “…”; write: title = \"Tri\""),
        ("title = \"Tri”", "9:14 use straight quotes \"…\", not “…”; write: title = \"Tri\""),
        (
            "title = \"C:\\Users\"",
            "9:14 what follows \\ is not an escape; for a \\ write \\\\; write: title = \"C:\\\\Users\"",
        ),
    ];
    for (written, said) in cases {
        assert_eq!(slip(TITLE, written), said);
    }
    assert_eq!(slip(TITLE, "title = ‘Tri’"), "9:9 use straight quotes \"…\", not “…”; write: title = \"Tri\"");
    let bare = "10:9 a text needs quotes around it; write: lead = [\"a\", \"b\"]";
    assert_eq!(slip("[\"a\"]", "[a, \"b\"]"), bare);
    let semicolon = "10:12 commas stand between the elements of a list, not ;; write: lead = [\"a\", \"b\"]";
    assert_eq!(slip("[\"a\"]", "[\"a\"; \"b\"]"), semicolon);
    let lone = "10:8 \"lead\" must be a list of texts, not a text; write: lead = [\"a\"]";
    assert_eq!(slip("[\"a\"]", "\"a\""), lone);
    assert_eq!(slip("[\"a\"]", "\"a\", \"b\""), "10:11 a list needs [ ] around it; write: lead = [\"a\", \"b\"]");
}

#[test]
fn dates() {
    for (written, said) in [
        ("2020–10–09", "between the numbers of a date stand hyphens -, not dashes; write: 2020-10-09"),
        ("２０２０-10-09", "full-width digits are not numbers here; write: 2020-10-09"),
        ("9/10/2020", "a date is written year-month-day; write: 2020-10-09"),
        ("09-10-2020", "a date is written year-month-day; write: 2020-10-09"),
    ] {
        assert_eq!(slip("2020-10-09", written), format!("11:14 {said}"));
    }
    let said = "a month or a quarter needs quotes around it; write: \"2020-11\"";
    assert_eq!(slip("by = 2020-10-09", "month = 2020-11"), format!("11:17 {said}"));
    for (written, said) in [
        ("2020-11-31", "there is no such date: November 2020 has 30 days; check the month, and how many days it has"),
        ("31/11/2020", "there is no such date: November 2020 has 30 days; check the month, and how many days it has"),
        ("2020-13-01", "there is no month 13; check the month, and how many days it has"),
    ] {
        assert_eq!(slip("2020-10-09", written), format!("11:14 {said}"));
    }
    let wanted = "\"by\" must be a date without quotes and without a time, such as 2020-10-08, not a text";
    for (written, help) in
        [("\"9/10/2020\"", "write: 2020-10-09"), ("\"2020-02-30\"", "February 2020 has 29 days"), ("\"sớm\"", "")]
    {
        assert_eq!(slip("2020-10-09", written), format!("11:14 {wanted}; {help}"));
    }
    assert!(slip("2020-10-09", "9.10.2020").ends_with("a date is written year-month-day; write: 2020-10-09"));
}

#[test]
fn what_stands_where_a_key_should() {
    let pasted = "this looks like a line pasted from a table; write it as a [[task]] with id, title, lead and due, one key a line";
    for (written, said) in [
        ("title =", "9:8 the value is missing behind =; write the value behind =, or take the line out"),
        ("title == \"Tri\"", "9:8 one = is too many; write: title = \"Tri\""),
        ("title \"Tri\"", "9:7 the key has no value, = is missing; write: title = \"Tri\""),
        ("title\t\"Tri\"", "9:7 the key has no value, = is missing; write: title = \"Tri\""),
        ("title: Tri", "9:1 between a key and its value stands =, not :; write: title = \"Tri\""),
        ("- title = \"Tri\"", "9:1 bullets have no place here; write: title = \"Tri\""),
        ("title = \"Tri\" // a", "9:15 a comment begins with #, not with //; write: title = \"Tri\" # a"),
        ("title = \"Tri\";", "9:14 no ; stands behind a value; write: title = \"Tri\""),
        ("| 1.1 | Tri |", &format!("9:1 {pasted}")),
        ("1.1\tTri\tSở A", &format!("9:1 {pasted}")),
    ] {
        assert_eq!(slip(TITLE, written), said);
    }
    assert_eq!(slip("[plan]", "// a\n[plan]"), "2:1 a comment begins with #, not with //; write: # a");
    let braces = "11:7 { } are missing around the keys; write: due = { by = 2020-10-09 }";
    assert_eq!(slip("{ by = 2020-10-09 }", "by = 2020-10-09"), braces);
    assert_eq!(slip("{ by = 2020-10-09 }", "by = 2020-10-09 }"), braces);
}

#[test]
fn headers() {
    assert_eq!(slip("[plan]", "[plan"), "2:6 the table's name is not closed, ] is missing; write: [plan]");
    assert_eq!(slip("[plan]", "plan]"), "2:1 the table's name lacks [ at its beginning; write: [plan]");
    assert_eq!(slip("[[task]]", "[ [task] ]"), "7:1 there is no space between the two [; write: [[task]]");
    let lone = "7:1 each one is written [[task]], with two brackets; write: [[task]]";
    assert_eq!(told(PLAN.replace("[[task]]", "[task]")), [lone]);
}

#[test]
fn what_nobody_sees() {
    let unseen = |code| format!("the character {code}, which nobody sees, stands here; delete it");
    assert_eq!(slip("Tri thức", "Tri\0"), format!("9:13 {}", unseen("U+0000")));
    assert_eq!(slip("[[task]]", "\u{feff}[[task]]"), format!("7:1 {}", unseen("U+FEFF")));
    assert_eq!(slip("a = {", "\u{1a}\na = {"), format!("18:1 {}", unseen("U+001A")));
    assert_eq!(slip("version", "\u{feff}\u{feff}version"), format!("1:1 {}", unseen("U+FEFF")));
    let space = "the space here is U+00A0, not a plain space; put a plain space in its place";
    for (written, column) in [("\u{a0}lead = [", 1), ("lead\u{a0}= [", 5), ("lead =\u{a0}[", 7)] {
        assert_eq!(slip("lead = [", written), format!("10:{column} {space}"));
    }
    let lone = "a carriage return U+000D without a line feed; delete it, or save the file with line ends LF or CRLF";
    assert_eq!(slip("lead = [\"a\"]", "lead = [\"a\"] # a\rb"), format!("10:17 {lone}"));
}

#[test]
fn a_file_of_another_kind_is_one_problem() {
    let utf16: Vec<u8> = PLAN.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, said) in [
        (utf16, "the file is saved as UTF-16, not UTF-8; save the file as UTF-8"),
        (
            PLAN.replace('\n', "\r").into_bytes(),
            "the lines of this file end with CR alone, as on old Macs; save the file with line ends LF or CRLF",
        ),
        (
            b"{\n  \"version\": 1,\n  \"plan\": { \"title\": \"T\" }\n}\n".to_vec(),
            "this is a JSON file, not TOML; a plan is written in TOML: keys like version = 1, tables like [plan]",
        ),
        (
            b"version: 1\nplan:\n  title: T\ntask:\n  - id: 1\n".to_vec(),
            "this is a YAML file, not TOML; a plan is written in TOML: keys like version = 1, tables like [plan]",
        ),
    ] {
        assert_eq!(told(bytes), [format!("1:1 {said}")]);
    }
}

#[test]
fn values_of_another_type_and_keys_by_another_word() {
    let entry = "lead = [\"a\"]\nsubmitted = [{ by = \"a\", on = 2020-10-01, ref = 123 }]";
    assert_eq!(slip("lead = [\"a\"]", entry), "11:49 \"ref\" must be a text, not a whole number; write: \"123\"");
    let said = "18:6 each line of [agencies] is a body, and \"id\" is not; write: x = { name = \"…\" }";
    assert_eq!(slip("[agencies]", "[agencies]\nid = \"x\""), said);
    let said = "18:5 each line of [agencies] is a body, and \"x\" is not; write: x = { name = \"Sở X\" }";
    assert_eq!(slip("[agencies]", "[agencies]\nx = \"Sở X\""), said);
    let revision = "7:12 \"revision\" must be a whole number from 1 up, not a text; write: 2";
    assert_eq!(slip("[[task]]", "revision = \"2\"\n[[task]]"), revision);
    let rule = "8:16 \"roll_forward\" must be true or false, not a text; write: true";
    assert_eq!(slip("[[task]]", "[rules]\nroll_forward = \"true\"\n[[task]]"), rule);
    let one = "18:6 each line of [agencies] is a body, and \"id\" is not; write: a = { name = \"Sở A\" }";
    assert_eq!(slip("a = { name = \"Sở A\" }", "id = \"a\"\nname = \"Sở A\""), one);
    let due = "11:1 no key \"deadline\" is known here; write: due = { by = 2020-10-09 }";
    assert_eq!(slip("due = { by = 2020-10-09 }", "deadline = 2020-10-09"), due);
    assert_eq!(slip("due = {", "deadline = {"), "11:1 no key \"deadline\" is known here; did you mean \"due\"?");
}

/// What is told of a plan of these rows, whose heads are given, for the agencies a and b.
fn of_rows(rows: &[&str]) -> Vec<String> {
    let rows: Vec<String> = rows.iter().map(|row| format!("[[task]]\ntitle = \"T\"\n{row}\n")).collect();
    let head = PLAN.split("[[task]]").next().expect("a head");
    told(format!("{head}{}[agencies]\na = {{ name = \"A\" }}\nb = {{ name = \"B\" }}\n", rows.concat()))
}

#[test]
fn rows_that_stand_below_another_by_their_order_alone() {
    const LED: &str = "lead = [\"a\"]\ndue = { by = 2020-10-09 }";
    let none = "state \"lead\" on it or on a row above";
    let below = format!(
        "14:6 nobody is responsible for row 1; if it stands below row I, write: parent = \"I\"; if not, {none}"
    );
    assert_eq!(of_rows(&[&format!("id = \"I\"\n{LED}"), "id = \"1\""]), [below]);
    let above = format!(
        "9:6 nobody is responsible for row I; if row 1 stands below it, write there: parent = \"I\"; if not, {none}"
    );
    assert_eq!(of_rows(&["id = \"I\"", &format!("id = \"1\"\n{LED}"), &format!("id = \"2\"\n{LED}")]), [above]);
    let alone = format!("9:6 nobody is responsible for row 1; {none}");
    assert_eq!(of_rows(&["id = \"1\"", &format!("id = \"2\"\n{LED}")]), [alone], "no heading stands above it");
}

#[test]
fn rows_that_stand_below_another_by_their_id_alone() {
    const LED: &str = "lead = [\"a\"]\ndue = { by = 2020-10-09 }";
    const BY_ID: &str = "row 1.1 stands below row 1 by its id: \
        if it should not, change its \"id\" and put the printed one into \"number\"";
    let ends = |rows: &[&str]| {
        let told = of_rows(rows);
        assert_eq!(told.len(), 1, "{told:#?}");
        told[0].ends_with(BY_ID)
    };
    assert!(ends(&[&format!("id = \"1\"\nparent = \"1.1\"\n{LED}"), "id = \"1.1\""]), "a cycle");
    let entry = |by: &str| format!("id = \"1.1\"\nsubmitted = [{{ {by}on = 2020-10-01 }}]");
    assert!(ends(&[&format!("id = \"1\"\n{LED}"), &entry("by = \"b\", ")]), "a part");
    assert!(ends(&[&format!("id = \"1\"\n{}", LED.replace("\"a\"", "\"a\", \"b\"")), &entry("")]), "a part of several");
    let heading = "id = \"1\"\nlead = [\"a\"]\nsubmitted = [{ on = 2020-10-01 }]";
    assert!(ends(&[heading, &format!("id = \"1.1\"\n{LED}")]), "a heading by what is below it");
    let own = format!("{}\n{LED}", entry("by = \"b\", "));
    assert!(!ends(&[&format!("id = \"1\"\n{LED}"), &own]), "it has a lead of its own");
    let stated = format!("{}\nparent = \"1\"", entry("by = \"b\", "));
    assert!(!ends(&[&format!("id = \"1\"\n{LED}"), &stated]), "it was put there");
}
