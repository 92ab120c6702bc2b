//! Marks are written into files as people lay them out, and nothing else in them moves.
//!
//! Files are generated in every style that TOML allows and people use; on each a sequence of marks
//! is made through the library, and after each mark the file must read as the same plan with that
//! mark, keep every other line byte for byte, and come out the same if the mark is taken out and
//! made again.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use chrono::{Days, NaiveDate};
use papi_plan::diagnostic::Source;
use papi_plan::file::{Document, EditError};
use papi_plan::plan::{BodyIx, Change, Entry, Plan, Row, RowIx};
use papi_plan::query::Snapshot;
use papi_plan::register::{self, ExtendRequest, ReturnRequest, SubmitRequest};
use proptest::prelude::*;
use std::fmt::Write;

/// Decisions, one a byte: fewer and smaller bytes make simpler files, which is how failures shrink.
struct Choices {
    bytes: Vec<u8>,
    at: usize,
}

impl Choices {
    fn pick(&mut self, count: usize) -> usize {
        let byte = self.bytes.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        usize::from(byte) % count
    }

    fn one<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.pick(texts.len())]
    }

    /// Mostly nothing, now and then a comment on a line of its own, or an empty line.
    fn filler(&mut self) -> &'static str {
        self.one(&["", "", "", "# nhận xét\n", "\n", "\t# [[task]] submitted\n", "# a\n\n# b\n", " \t\n"])
    }

    /// What may follow on a line.
    fn tail(&mut self) -> &'static str {
        self.one(&["", "", "", " # ghi chú, [x] }", "\t", "  "])
    }
}

const UNITS: [&str; 4] = ["huyen-a", "huyen-b", "huyen-c", "so-d"];

/// A file with line feeds only; [`with_ends`] gives it its line ends.
fn file(choices: &mut Choices) -> String {
    let mut text = String::from(choices.one(&["", "# Kế hoạch\n", "\n"]));
    text += choices.one(&["version = 1\n", "\"version\"=1 # phiên bản\n"]);
    text += choices.one(&[
        "[plan]\nnumber = \"1\"\ntitle = \"Kế hoạch\"\nissuer = \"Tỉnh\"\nissued = 2020-08-25\n",
        "plan = { number = \"1\", title = \"Kê\u{301} hoa\u{323}ch\", issuer = \"Tỉnh\", issued = 2020-08-25 }\n",
        "plan.number = \"1\"\nplan.title = 'Kế hoạch'\nplan.issuer = \"Tỉnh\"\nplan.'issued' = 2020-08-25\n",
    ]);
    let agencies_first = choices.pick(2) == 1;
    let agencies = agencies(choices);
    if agencies_first {
        text += &agencies;
    }
    for (number, lead) in
        ["[\"cap-huyen\", \"so-d\"]", "[\"so-d\"]", "[\n  \"huyen-a\", # một\n  \"so-d\",\n]"].iter().enumerate()
    {
        text += choices.filler();
        text += &row(choices, number, lead);
    }
    text += choices.one(&["", "[metadata]\nx = [\n  { on = 1 }\n]\n", "[[metadata.task]]\nid = \"1\"\n"]);
    if !agencies_first {
        text += &agencies;
    }
    text
}

fn agencies(choices: &mut Choices) -> String {
    let mut text = String::new();
    match choices.pick(2) {
        0 => {
            text += "[agencies]\n";
            for unit in UNITS {
                writeln!(text, "{unit} = {{ name = \"{unit} A\" }}").unwrap();
            }
        }
        _ => {
            for unit in UNITS {
                write!(text, "[agencies.{unit}]\nname = \"{unit} A\"\n\n").unwrap();
            }
        }
    }
    text += "[groups]\ncap-huyen = { name = \"H\", members = [\"huyen-a\", \"huyen-b\", \"huyen-c\"] }\n";
    text
}

/// A row: its keys in some order, its marks in some form, and comments wherever they may stand.
fn row(choices: &mut Choices, number: usize, lead: &str) -> String {
    let indent = choices.one(&["", "", "  ", "\t"]);
    let units: &[&str] = [&UNITS[..], &UNITS[3..], &[UNITS[0], UNITS[3]]][number];
    let mut keys = vec![
        format!("id = \"{number}\""),
        choices
            .one(&["title = \"Tổng kết\"", "\"title\" = 'Tô\u{309}ng'", "title=\"\"\"\nsubmitted = [\n]\"\"\""])
            .to_owned(),
        format!("{} = {lead}", choices.one(&["lead", "'lead'", "  lead"])),
    ];
    let due = choices.pick(4);
    keys.extend(["due = { before = 2020-10-10 }", "due.before = 2020-10-10"].get(due).map(|due| (*due).to_owned()));
    let mut below = String::new();
    if due == 2 {
        below += "[task.due]\nbefore = 2020-10-10 # hạn\n";
    }
    for key in ["submitted", "extended"] {
        let entries = entries(choices, key, units);
        match choices.pick(3) {
            0 if entries.is_empty() => {}
            1 if !entries.is_empty() => below += &tables(choices, key, &entries),
            _ => keys.push(list(choices, key, &entries)),
        }
    }
    let turn = choices.pick(keys.len());
    keys.rotate_left(turn);
    let header = choices.one(&["[[task]]", "[[ task ]]", "[[\"task\"]]", "[[task]] # dòng"]);
    let mut text = format!("{indent}{header}\n");
    for key in keys {
        text += choices.filler();
        writeln!(text, "{indent}{key}{}", choices.tail()).unwrap();
    }
    text += choices.filler();
    text + &below
}

/// Marks of some of the units, in their order, as keys and values.
fn entries(choices: &mut Choices, key: &str, units: &[&str]) -> Vec<String> {
    let mut entries = Vec::new();
    for unit in units {
        let made = choices.pick(4);
        let entry = match (key, made) {
            (_, 0 | 1) => continue,
            ("submitted", 2) => format!("by = \"{unit}\", on = 2020-09-08"),
            ("submitted", _) => format!("by=\"{unit}\",on=2020-09-08, returned = 2020-09-10"),
            _ => format!("to = 2020-10-20, granted = 2020-10-05, for = [\"{unit}\"]"),
        };
        entries.push(entry);
    }
    entries
}

/// `submitted = […]` in one of the ways people write it.
fn list(choices: &mut Choices, key: &str, entries: &[String]) -> String {
    // The last two are TOML 1.1.
    let braces = [("{ ", " }"), ("{", "}"), ("{\t", " , }"), ("{\n    ", " # xong\n  }")];
    let (open, close) = braces[choices.pick(braces.len())];
    let entries: Vec<String> = entries.iter().map(|entry| format!("{open}{entry}{close}")).collect();
    let equals = choices.one(&[" = ", "=", "\t=  "]);
    let last = choices.one(&[",", ""]);
    let body = match choices.pick(6) {
        _ if entries.is_empty() => choices.one(&["", " ", "\n", " # trống\n", "\n  # trống\n  "]).to_owned(),
        0 => {
            let lines = entries.iter().enumerate().map(|(number, entry)| {
                let comma = if number + 1 == entries.len() { last } else { "," };
                format!("  {entry}{comma}{}\n{}", choices.tail(), choices.filler())
            });
            let lines: String = lines.collect();
            format!("{}\n{}{lines}", choices.tail(), choices.filler())
        }
        1 => entries.join(", "),
        2 => format!(" {}{last} ", entries.join(" ,  ")),
        3 => entries.join(",\n    ") + last,
        4 => format!("\n  {}{last}\n", entries.join(", ")),
        _ => format!("{} , # một\n", entries.join(",\t")),
    };
    format!("{key}{equals}[{body}]")
}

/// `[[task.submitted]]` in one of the ways people write it.
fn tables(choices: &mut Choices, key: &str, entries: &[String]) -> String {
    let mut text = String::new();
    for entry in entries {
        text += choices.filler();
        writeln!(text, "{}[[task.{key}]]{}", choices.one(&["", "  "]), choices.tail()).unwrap();
        for pair in entry.split_inclusive([',']).map(|pair| pair.trim_end_matches(',').trim()) {
            writeln!(text, "{pair}{}", choices.tail()).unwrap();
        }
        text += choices.filler();
    }
    text
}

/// The text with one kind of line ends, or with both, with or without a byte order mark and a last
/// line end.
fn with_ends(choices: &mut Choices, text: &str) -> String {
    let style = choices.pick(3);
    let mut ended = String::from(choices.one(&["", "\u{feff}"]));
    for line in text.split_inclusive('\n') {
        let is_crlf = style == 1 || style == 2 && choices.pick(2) == 1;
        ended += line.trim_end_matches('\n');
        ended += if is_crlf { "\r\n" } else { "\n" };
    }
    let keeps_last = choices.pick(3) != 1;
    if keeps_last { ended } else { ended.trim_end_matches(['\r', '\n']).to_owned() }
}

fn source(text: &str) -> Source {
    Source::new("plan.toml", text.as_bytes().to_vec())
}

/// The text with changes made.
fn edit(text: &str, changes: &[Change]) -> Result<String, EditError> {
    Document::read(&source(text)).edit(changes).map(|edited| edited.source().text().to_owned())
}

fn plan(text: &str) -> Plan {
    let plan = Document::read(&source(text)).into_plan();
    plan.unwrap_or_else(|problems| panic!("{:?}\n{text}", problems.first()))
}

fn day(after: usize) -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 9, 1).unwrap() + Days::new(u64::try_from(after).unwrap())
}

fn as_of() -> NaiveDate {
    day(120)
}

/// A change that the register makes of the next choices; none where it refuses.
fn change(choices: &mut Choices, plan: &Plan, turn: usize) -> Option<Change> {
    let task = RowIx(choices.pick(3));
    let snapshot = Snapshot::new(plan, as_of());
    let units = snapshot.units(task);
    let unit = units[choices.pick(units.len())];
    let decision = match choices.pick(4) {
        0 => return Some(submission(plan, task, unit, day(20 + turn))?.remove(0)),
        1 => return register::withdraw(&snapshot, task, &register::known_entries(plan, task), Some(unit)).ok(),
        2 => {
            let reason = (choices.pick(2) == 1).then(|| String::from("thiếu \"số liệu\" }"));
            register::return_report(&snapshot, &ReturnRequest { row: task, by: Some(unit), on: day(30 + turn), reason })
        }
        _ => {
            let covers = if choices.pick(2) == 1 { vec![unit] } else { Vec::new() };
            let reference = Some(String::from("1/UBND # ]"));
            let granted = day(30);
            let request = ExtendRequest { rows: vec![task], to: day(200 + turn), covers, granted, reference };
            register::extend(&snapshot, &request)
        }
    };
    decision.ok()?.changes.pop()
}

fn submission(plan: &Plan, task: RowIx, unit: BodyIx, on: NaiveDate) -> Option<Vec<Change>> {
    let request =
        SubmitRequest { rows: vec![task], by: vec![unit], on, reference: Some(String::from("1\\2")), note: None };
    let decision = register::submit(&Snapshot::new(plan, as_of()), &request).ok()?;
    (!decision.changes.is_empty()).then_some(decision.changes)
}

/// The plan without its marks.
fn unmarked(plan: &Plan) -> impl PartialEq + std::fmt::Debug {
    let bare = |(_, task): (RowIx, &Row)| Row { submitted: Vec::new(), extended: Vec::new(), ..task.clone() };
    let tasks: Vec<Row> = plan.rows().map(bare).collect();
    let bodies: Vec<_> = plan.bodies().map(|(_, body)| body.clone()).collect();
    (plan.about.clone(), plan.calendar.clone(), tasks, bodies)
}

/// The lines that hold no mark, without those that only part tables from each other.
fn other_lines(text: &str) -> Vec<&str> {
    let is_mark = |line: &str| {
        let marks = ["submitted", "extended", "on =", "on=", "by =", "by=", "to =", "granted", "for ="];
        let marks = marks.into_iter().chain(["returned", "reason", "ref ="]);
        marks.into_iter().any(|mark| line.split('#').next().is_some_and(|line| line.contains(mark)))
    };
    let is_gap = |line: &str| {
        line.trim().is_empty() || line.trim().starts_with([']', '{', '}', '[', ',']) && !line.contains("task")
    };
    // The last line may get a line end, or lose it, as others come below it or go.
    let lines = text.split('\n').filter(|line| !is_mark(line) && !is_gap(line));
    lines.map(|line| line.strip_suffix('\r').unwrap_or(line)).collect()
}

/// Whether only an insertion, or two in one line, parts the two texts.
fn is_insertion(old: &str, new: &str) -> bool {
    let start = old.bytes().zip(new.bytes()).take_while(|(old, new)| old == new).count();
    let rest = (&old.as_bytes()[start..], &new.as_bytes()[start..]);
    let end = rest.0.iter().rev().zip(rest.1.iter().rev()).take_while(|(old, new)| old == new).count();
    let parted = String::from_utf8_lossy(&old.as_bytes()[start..old.len() - end]).into_owned();
    let parted = parted.trim();
    new.len() > old.len() && (parted.is_empty() || !parted.contains('\n') && !parted.contains('{'))
}

/// Makes one change, and checks all that must hold of the file after it.
fn mark(text: &str, before: &Plan, change: &Change) -> Result<String, EditError> {
    let edited = edit(text, std::slice::from_ref(change))?;
    let after = plan(&edited);
    assert_eq!(unmarked(before), unmarked(&after), "\n{text}\n=>\n{edited}");
    assert_eq!(other_lines(text), other_lines(&edited), "\n{text}\n=>\n{edited}");
    let ends = |text: &str| (text.ends_with('\n'), text.starts_with('\u{feff}'));
    assert_eq!(ends(text), ends(&edited), "\n{text:?}\n=>\n{edited:?}");
    let (old, new) = (before.row(change.row()), after.row(change.row()));
    match change {
        Change::Submit { before, entry, .. } => {
            assert_eq!(new.submitted.get(*before), Some(entry));
            assert!(is_insertion(text, &edited), "\n{text}\n=>\n{edited}");
        }
        Change::Withdraw { .. } => assert_eq!(new.submitted.len() + 1, old.submitted.len()),
        Change::Return { entry, returned, .. } => {
            assert_eq!(new.submitted[*entry].returned, Some(*returned));
            assert!(is_insertion(text, &edited), "\n{text}\n=>\n{edited}");
        }
        Change::Extend { extension, .. } => {
            assert_eq!(new.extended.last(), Some(extension));
            assert!(is_insertion(text, &edited), "\n{text}\n=>\n{edited}");
        }
    }
    Ok(edited)
}

/// A submission that is taken out and made again leaves the same bytes as at first.
fn comes_back(submitted: &str, change: &Change) {
    let Change::Submit { row: task, entry, .. } = change else { return };
    let plan_now = plan(submitted);
    let out = register::withdraw(
        &Snapshot::new(&plan_now, as_of()),
        *task,
        &register::known_entries(&plan_now, *task),
        Some(entry.by),
    );
    let without = mark(submitted, &plan_now, &out.unwrap()).unwrap();
    let plan_then = plan(&without);
    let again = submission(&plan_then, *task, entry.by, entry.on).unwrap();
    let again = mark(&without, &plan_then, &again[0]).unwrap();
    assert_eq!(submitted, again, "\n{submitted}\n=>\n{without}\n=>\n{again}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn marks_change_nothing_else(bytes in proptest::collection::vec(any::<u8>(), 0..400), turns in 1..6_usize) {
        let mut choices = Choices { bytes, at: 0 };
        let text = file(&mut choices);
        let mut text = with_ends(&mut choices, &text);
        for turn in 0..turns {
            let now = plan(&text);
            let Some(change) = change(&mut choices, &now, turn) else { continue };
            text = mark(&text, &now, &change).unwrap_or_else(|error| panic!("{error:?} {change:?}\n{text}"));
            comes_back(&text, &change);
        }
    }

    #[test]
    fn a_whole_group_is_marked_in_the_order_of_its_units(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let mut choices = Choices { bytes, at: 0 };
        let text = file(&mut choices);
        let text = with_ends(&mut choices, &text);
        let before = plan(&text);
        let task = RowIx(0);
        let snapshot = Snapshot::new(&before, as_of());
        let missing = snapshot.obligations(task).iter().filter(|owed| !owed.status.is_delivered());
        let by: Vec<BodyIx> = missing.flat_map(|owed| owed.units().to_vec()).collect();
        prop_assume!(!by.is_empty());
        let request = SubmitRequest { rows: vec![task], by, on: day(40), reference: None, note: None };
        let decision = register::submit(&snapshot, &request).unwrap();
        let edited = edit(&text, &decision.changes).unwrap_or_else(|error| panic!("{error:?}\n{text}"));
        let after = plan(&edited);
        let place = |entry: &Entry| snapshot.units(task).iter().position(|unit| *unit == entry.by);
        prop_assert!(after.row(task).submitted.is_sorted_by_key(place), "{}", edited);
        prop_assert!(Snapshot::new(&after, as_of()).obligations(task).iter().all(|owed| owed.status.is_delivered()));
        prop_assert_eq!(unmarked(&before), unmarked(&after));
        prop_assert_eq!(other_lines(&text), other_lines(&edited), "\n{}\n=>\n{}", text, edited);
    }
}

/// Marks row 2 for its unit in a file whose row 2 is written as given.
fn submit_to(row: &str) -> Result<String, EditError> {
    let head = "version = 1\nplan = { number = \"1\", title = \"K\", issuer = \"T\", issued = 2020-08-25 }\n";
    let text = format!("{head}{row}\n[agencies]\na = {{ name = \"A\" }}\nb = {{ name = \"B\" }}\n");
    let plan = plan(&text);
    let unit = Snapshot::new(&plan, as_of()).units(RowIx(0)).last().copied().unwrap();
    edit(&text, &submission(&plan, RowIx(0), unit, day(30)).unwrap())
}

#[test]
fn what_cannot_be_edited_safely_is_refused_with_its_place() {
    let inline = "task = [{ id = \"1\", title = \"T\", lead = [\"a\"] }]";
    assert!(matches!(submit_to(inline), Err(EditError::Layout(place)) if place.start > 80));
    let row = "[[task]]\nid = \"1\"\ntitle = \"T\"\nlead = [\"a\", \"b\"]\n";
    let comma_first = format!("{row}submitted = [\n  {{ by = \"a\", on = 2020-09-08 }}\n  , \n]");
    assert!(matches!(submit_to(&comma_first), Err(EditError::Unsure(place)) if place.start > 80));
}

#[test]
fn bytes_that_are_no_utf8_are_not_written_back_as_others() {
    let head = "version = 1\nplan = { number = \"1\", title = \"K\", issuer = \"T\", issued = 2020-08-25 }\n[[task]]\nid = \"1\"\ntitle = \"T\"\nlead = [\"a\"]\n";
    let entries = "[[task.submitted]]\non = 2020-09-08\n# \u{1}\n[[task.submitted]]\non = 2020-09-08\n";
    let text = format!("{head}{entries}[agencies]\na = {{ name = \"A\" }}\n");
    let place = text.find('\u{1}').unwrap();
    let mut bytes = text.into_bytes();
    bytes[place] = 0xff;
    let source = Source::new("plan.toml", bytes);
    let edited = Document::read(&source).edit(&[Change::Withdraw { row: RowIx(0), entry: 1 }]);
    assert_eq!(edited.err(), Some(EditError::Unsure(place..place + 1)));
}
