//! Files with bytes that are no UTF-8: what can be read is read, and what goes back is the same bytes.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot set up its files fails")]

mod shared;

use papi_plan::diagnostic::Source;
use papi_plan::file::Document;
use papi_plan::plan::{Address, RowIx, RowKey};
use shared::world::{Answer, Outside};
use shared::{Desk, PLAN};
use std::fs;

/// The plan with further keys of row 2, and with its lead unless they state one; each `¿` is a byte of another
/// encoding.
fn plan(keys: &str) -> Vec<u8> {
    let (lead, rest) = ("lead = [\"so-tu-phap\"]\n", "\n# One delivers for all.");
    let keys = if keys.contains("lead =") { format!("{keys}\n") } else { format!("{lead}{keys}\n") };
    let text = PLAN.replace(&format!("{lead}{rest}"), &format!("{keys}{rest}"));
    assert_ne!(text, PLAN);
    bytes(&text)
}

fn bytes(text: &str) -> Vec<u8> {
    text.split('¿').map(str::as_bytes).collect::<Vec<_>>().join(&b"\xe3"[..])
}

/// A command on such a plan: what it answers, and the file after it.
fn run(plan: &[u8], args: &[&str]) -> (Answer, Vec<u8>) {
    let desk = Desk::new("");
    fs::write(desk.path(), plan).unwrap();
    let answer = Outside::new(desk.folder()).run(&[args, &["--lang", "en"]].concat());
    (answer, fs::read(desk.path()).unwrap())
}

/// The errors that `check --format short` tells.
fn errors(plan: &[u8]) -> Vec<String> {
    let (answer, _) = run(plan, &["check", "--format", "short"]);
    answer.out.lines().filter(|line| line.contains("error[")).map(str::to_owned).collect()
}

#[test]
fn an_entry_with_a_note_in_another_encoding_is_taken_out() {
    for (entries, without) in [
        ("submitted = [\n  { on = 2020-10-08, note = \"¿¿ b¿o c¿o\" }, # v\n]", "submitted = [\n]"),
        (
            "submitted = [{ on = 2020-10-07, returned = 2020-10-08 }, { on = 2020-10-08, ref = '¿' }]",
            "submitted = [{ on = 2020-10-07, returned = 2020-10-08 }]",
        ),
    ] {
        let (answer, file) = run(&plan(entries), &["withdraw", "2"]);
        assert_eq!((answer.exit, answer.err.as_str()), (0, ""), "{entries}");
        assert!(answer.out.contains("2020-10-08"), "{}", answer.out);
        assert_eq!(String::from_utf8(file).unwrap(), String::from_utf8(plan(without)).unwrap());
    }
    let tables = PLAN.replace("# One delivers for all.", "[[task.submitted]]\non = 2020-10-08\nnote = '''¿\n¿'''\n");
    let (answer, file) = run(&bytes(&tables), &["withdraw", "2"]);
    assert_eq!((answer.exit, answer.err.as_str()), (0, ""));
    assert_eq!(String::from_utf8(file).unwrap(), PLAN.replace("\n# One delivers for all.", ""));
}

#[test]
fn what_the_entry_says_beside_its_note_is_known() {
    let keys =
        "lead = ['cap-huyen', 'so-tu-phap']\nsubmitted = [\n  { by = 'so-tu-phap', on = 2020-10-08, note = '¿' },\n]";
    let plan = plan(keys);
    let (answer, _) = run(&plan, &["withdraw", "2", "--by", "Sở Nội vụ"]);
    assert!(answer.err.contains("does not lead row 2"), "{answer:?}");
    let (answer, _) = run(&plan, &["withdraw", "2", "--by", "Sở Tư pháp"]);
    assert!(answer.out.contains("Department of Justice") && answer.out.contains("2020-10-08"), "{answer:?}");
}

#[test]
fn bytes_that_would_stay_are_not_touched() {
    let beside = plan("submitted = [\n  { on = 2020-10-07, note = '¿' },\n  { on = 2020-10-08, note = '¿' },\n]");
    let (answer, file) = run(&beside, &["withdraw", "2", "--on", "2020-10-08"]);
    assert_eq!(answer.exit, 2, "{answer:?}");
    assert!(answer.err.contains("plan.toml:50:30"), "{answer:?}");
    assert_eq!(file, beside);
    for elsewhere in
        ["note = '¿'\nsubmitted = [{ on = 2020-10-08, note = '¿' }]", "note = '¿'\nsubmitted = [{ on = 2020-10-08 }]"]
    {
        let elsewhere = plan(elsewhere);
        for command in [&["withdraw", "2"][..], &["submit", "4"]] {
            let (answer, file) = run(&elsewhere, command);
            assert_eq!(answer.exit, 3, "{answer:?}");
            assert!(answer.err.contains("the file is not saved as UTF-8"), "{answer:?}");
            assert_eq!(file, elsewhere);
        }
    }
}

#[test]
fn they_are_one_problem_and_hide_no_other() {
    let found = errors(&plan("note = '¿'\nlead = ['so-tu-phap', 'so-¿', 'so-tai-chin']\nsupport = ['¿', 5]"));
    let codes: Vec<&str> = found.iter().map(|line| line.split(['[', ']']).nth(1).unwrap()).collect();
    assert_eq!(codes, ["syntax", "unknown-agency", "wrong-type"], "{found:?}");
}

#[test]
fn what_depends_on_them_is_not_judged() {
    for keys in [
        "due = { before = 2020-10-10, text = 'tr¿c' }",
        "number = '¿'",
        "\"p¿rent\" = 'II'",
        "submitted = [{ by = '¿', on = 2020-10-08 }, { by = '¿', on = 2020-10-08 }]",
        "submitted = [{ on = 2020-10-08, 'n¿te' = 1 }] # ¿",
        "extended = [{ to = 2020-12-31, granted = 2020-10-01, for = ['¿'] }]",
    ] {
        let found = errors(&plan(keys));
        assert_eq!(found.len(), 1, "{keys}: {found:?}");
        assert!(found[0].contains("not saved as UTF-8"), "{keys}: {found:?}");
    }
    for (key, unreadable) in
        [("so-tu-phap = {", "\"s¿-tu-phap\" = {"), ("so-tu-phap = {", "s¿ = {"), ("[groups]", "[gr¿ups]")]
    {
        let found = errors(&bytes(&PLAN.replacen(key, unreadable, 1)));
        assert!(found.iter().all(|line| !line.contains("unknown-agency")), "{found:?}");
    }
}

#[test]
fn a_statement_that_can_be_read_around_them_is_read() {
    let source = Source::new("plan.toml", plan("support = [\n  '¿', # ¿\n  'so-noi-vu',\n]\n'k¿' = 1"));
    let document = Document::read(&source);
    let place = document.place(Address::Row(RowIx::new(5), RowKey::SupportAt(1)));
    assert_eq!(&source.text()[place.span], "'so-noi-vu'");
    assert_eq!(document.problems().len(), 1, "{:?}", document.problems());
}
