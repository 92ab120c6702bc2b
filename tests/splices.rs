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
use papi_plan::plan::{BodyIx, Change, Entry, Period, Plan, Row, RowIx};
use papi_plan::query::Snapshot;
use papi_plan::register::{
    self, Decision, ExtendRequest, Mark, NoteRequest, Refusal, ReturnRequest, SubmitRequest, WithdrawRequest,
};
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

const LEADS: [&str; 3] = ["[\"cap-huyen\", \"so-d\"]", "[\"so-d\"]", "[\n  \"huyen-a\", # một\n  \"so-d\",\n]"];

/// A file with line feeds only; [`with_ends`] gives it its line ends.
fn file(choices: &mut Choices) -> String {
    let mut text = String::from(choices.one(&["", "# Kế hoạch\n", "\n"]));
    text += choices.one(&["version = 1\n", "\"version\"=1 # phiên bản\n"]);
    let is_list = choices.pick(4) == 1;
    if is_list {
        text += &rows_in_list(choices);
    }
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
    for (number, lead) in LEADS.iter().enumerate().filter(|_| !is_list) {
        text += choices.filler();
        text += &row(choices, number, lead);
    }
    text += choices.one(&["", "[metadata]\nx = [\n  { on = 1 }\n]\n", "[[metadata.task]]\nid = \"1\"\n"]);
    if !agencies_first {
        text += &agencies;
    }
    text
}

/// The same rows in a list, each in braces.
fn rows_in_list(choices: &mut Choices) -> String {
    let rows: Vec<String> =
        LEADS.iter().enumerate().map(|(number, lead)| row_in_braces(choices, number, lead)).collect();
    match choices.pick(3) {
        0 => format!("task = [{}]\n", rows.join(", ")),
        1 => format!("task = [\n  {},\n]\n", rows.join(",\n  ")),
        _ => format!("task = [\n{}{}] # hết\n", choices.filler(), rows.join(" # dòng\n  ,")),
    }
}

fn row_in_braces(choices: &mut Choices, number: usize, lead: &str) -> String {
    let mut keys = vec![format!("id = \"{number}\""), String::from("title = 'Tổng kết'"), format!("lead = {lead}")];
    let due = ["due = { before = 2020-10-10 }", "due.before = 2020-10-10"].get(choices.pick(3));
    keys.extend(due.map(|due| (*due).to_owned()));
    for key in ["submitted", "extended"] {
        let entries = entries(choices, key, units_of(number));
        if !entries.is_empty() || choices.pick(2) == 1 {
            keys.push(list(choices, key, &entries));
        }
    }
    let turn = choices.pick(keys.len());
    keys.rotate_left(turn);
    let [open, between, close] = [["{ ", ", ", " }"], ["{", ",", "}"]][choices.pick(2)];
    format!("{open}{}{close}", keys.join(between))
}

fn units_of(row: usize) -> &'static [&'static str] {
    [&UNITS[..], &UNITS[3..], &["huyen-a", "so-d"]][row]
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
    let units = units_of(number);
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
    let body = match choices.pick(8) {
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
        5 => format!("\n  {} # một\n  , # hai\n", entries.join(" # một\n  , # hai\n  ")),
        6 => format!("\n  {}\n", entries.join(" # một\n  , ")),
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

/// Changes that the register makes of the next choices; none where it refuses.
fn changes(choices: &mut Choices, plan: &Plan, turn: usize) -> Option<Vec<Change>> {
    let task = RowIx::new(choices.pick(3));
    let snapshot = Snapshot::new(plan, as_of());
    let units = snapshot.units(task);
    let unit = units[choices.pick(units.len())];
    let group = plan.bodies().find(|(_, body)| !body.is_unit()).map(|(group, _)| group);
    let decision = match choices.pick(10) {
        0 => return submission(plan, task, unit, day(20 + turn), false),
        1 => return submission(plan, task, unit, day(20 + turn), true),
        2 => withdrawn(&snapshot, task, Mark::Entry(vec![unit])),
        3 => withdrawn(&snapshot, task, Mark::Entry(group.into_iter().collect())),
        4 => withdrawn(&snapshot, task, Mark::Return(vec![unit])),
        5 => withdrawn(&snapshot, task, Mark::Extension(None)),
        8 => withdrawn(&snapshot, task, Mark::Note(Vec::new())),
        9 => {
            let by = (choices.pick(2) == 1).then_some(unit);
            let text = format!("Đã có {turn} xã # \"gửi\" ]");
            register::note(&snapshot, &NoteRequest { row: task, by, on: day(20 + turn), text })
        }
        6 => {
            let reason = (choices.pick(2) == 1).then(|| String::from("thiếu \"số liệu\" }"));
            register::return_report(
                &snapshot,
                &ReturnRequest { row: task, by: Some(unit), on: day(30 + turn), reason, period: None },
            )
        }
        _ => {
            let covers = if choices.pick(2) == 1 { vec![unit] } else { Vec::new() };
            let reference = Some(String::from("1/UBND # ]"));
            let granted = day(30);
            let request =
                ExtendRequest { rows: vec![task], to: day(200 + turn), covers, granted, reference, period: None };
            register::extend(&snapshot, &request)
        }
    };
    Some(decision.ok()?.changes).filter(|changes| !changes.is_empty())
}

fn withdrawn(snapshot: &Snapshot<'_>, row: RowIx, mark: Mark) -> Result<Decision, Refusal> {
    let entries = register::known_entries(snapshot.plan, row);
    register::withdraw(snapshot, &entries, &WithdrawRequest { row, mark, on: None, period: None })
}

fn submission(plan: &Plan, task: RowIx, unit: BodyIx, on: NaiveDate, replace: bool) -> Option<Vec<Change>> {
    let request = SubmitRequest {
        rows: vec![task],
        by: vec![unit],
        on: Period::Day(on),
        period: None,
        reference: Some(String::from("1\\2")),
        note: None,
        replace,
    };
    let decision = register::submit(&Snapshot::new(plan, as_of()), &request).ok()?;
    (!decision.changes.is_empty()).then_some(decision.changes)
}

/// The plan without its marks.
fn unmarked(plan: &Plan) -> impl PartialEq + std::fmt::Debug {
    let bare = |(_, task): (RowIx, &Row)| Row {
        submitted: Vec::new(),
        extended: Vec::new(),
        progress: Vec::new(),
        ..task.clone()
    };
    let tasks: Vec<Row> = plan.rows().map(bare).collect();
    let bodies: Vec<_> = plan.bodies().map(|(_, body)| body.clone()).collect();
    (plan.about.clone(), plan.calendar.clone(), tasks, bodies)
}

/// The lines that hold no mark, without those that only part tables from each other.
fn other_lines(text: &str) -> Vec<&str> {
    let is_mark = |line: &str| {
        let marks = ["submitted", "extended", "progress", "on =", "on=", "by =", "by=", "to =", "granted", "for ="];
        let marks = marks.into_iter().chain(["returned", "reason", "ref =", "note =", "task = ["]);
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

/// Makes changes to one row, and checks all that must hold of the file after them.
fn mark(text: &str, before: &Plan, changes: &[Change]) -> Result<String, EditError> {
    let edited = edit(text, changes)?;
    let after = plan(&edited);
    assert_eq!(unmarked(before), unmarked(&after), "\n{text}\n=>\n{edited}");
    let ends = |text: &str| (text.ends_with('\n'), text.starts_with('\u{feff}'));
    assert_eq!(ends(text), ends(&edited), "\n{text:?}\n=>\n{edited:?}");
    let (before_lines, after_lines) = (other_lines(text), other_lines(&edited));
    match &changes[0] {
        // What stands right on an entry goes with it.
        Change::Withdraw { .. } | Change::WithdrawExtension { .. } | Change::WithdrawNote { .. } => {
            let gone = missing(&before_lines, &after_lines).unwrap_or_else(|| panic!("\n{text}\n=>\n{edited}"));
            assert!(gone.iter().all(|line| line.trim_start().starts_with('#')), "\n{text}\n=>\n{edited}");
        }
        _ => assert_eq!(before_lines, after_lines, "\n{text}\n=>\n{edited}"),
    }
    let row = changes[0].row().unwrap();
    let (old, new) = (before.row(row), after.row(row));
    match &changes[0] {
        Change::Submit { before, entry, .. } => {
            assert_eq!(new.submitted.get(*before), Some(entry));
            assert!(is_insertion(text, &edited), "\n{text}\n=>\n{edited}");
        }
        Change::Replace { entry, new: put, .. } => {
            assert_eq!((new.submitted.len(), &new.submitted[*entry]), (old.submitted.len(), &**put));
        }
        Change::Withdraw { .. } => assert_eq!(new.submitted.len() + changes.len(), old.submitted.len()),
        Change::Return { entry, returned, .. } => {
            assert_eq!(new.submitted[*entry].returned, Some(*returned));
            assert!(is_insertion(text, &edited), "\n{text}\n=>\n{edited}");
        }
        Change::WithdrawReturn { entry, .. } => {
            assert_eq!((new.submitted[*entry].returned, &new.submitted[*entry].reason), (None, &None));
            assert!(is_insertion(&edited, text), "\n{text}\n=>\n{edited}");
        }
        Change::Extend { extension, .. } => {
            assert_eq!(new.extended.last(), Some(extension));
            assert!(is_insertion(text, &edited), "\n{text}\n=>\n{edited}");
        }
        Change::WithdrawExtension { .. } => assert_eq!(new.extended.len() + 1, old.extended.len()),
        Change::Note { note, .. } => {
            assert_eq!(new.progress.last(), Some(note));
            assert!(is_insertion(text, &edited), "\n{text}\n=>\n{edited}");
        }
        Change::WithdrawNote { .. } => assert_eq!(new.progress.len() + 1, old.progress.len()),
        Change::Happen { .. } => unreachable!("these plans have no events"),
    }
    Ok(edited)
}

/// The lines that a text lost, if it is what remains of another.
fn missing<'t>(before: &[&'t str], after: &[&'t str]) -> Option<Vec<&'t str>> {
    let mut left = after.iter().peekable();
    let gone = before.iter().copied().filter(|line| left.next_if_eq(&line).is_none()).collect();
    left.next().is_none().then_some(gone)
}

/// A mark that is taken out leaves what was there before it; where that is a list without entries, it leaves the
/// same bytes as at first when it is made again.
fn comes_back(before: &str, marked: &str, change: &Change) {
    let plan_now = plan(marked);
    let row = change.row().unwrap();
    let mark_of = |change: &Change| match change {
        Change::Submit { entry, .. } => Some(Mark::Entry(vec![entry.by])),
        Change::Return { entry, .. } => Some(Mark::Return(vec![plan_now.row(row).submitted[*entry].by])),
        Change::Extend { .. } => Some(Mark::Extension(None)),
        Change::Note { .. } => Some(Mark::Note(Vec::new())),
        _ => None,
    };
    let Some(mark_made) = mark_of(change) else { return };
    let out = withdrawn(&Snapshot::new(&plan_now, as_of()), row, mark_made).unwrap().changes;
    let without = mark(marked, &plan_now, &out).unwrap();
    if matches!(change, Change::Return { .. }) {
        assert_eq!(before, without, "\n{marked}");
    }
    let again = mark(&without, &plan(&without), std::slice::from_ref(change)).unwrap();
    assert_eq!(marked, again, "\n{marked}\n=>\n{without}\n=>\n{again}");
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
            let Some(changes) = changes(&mut choices, &now, turn) else { continue };
            let marked = mark(&text, &now, &changes).unwrap_or_else(|error| panic!("{error:?} {changes:?}\n{text}"));
            comes_back(&text, &marked, &changes[0]);
            text = marked;
        }
    }

    #[test]
    fn a_whole_group_is_marked_in_the_order_of_its_units(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let mut choices = Choices { bytes, at: 0 };
        let text = file(&mut choices);
        let text = with_ends(&mut choices, &text);
        let before = plan(&text);
        let task = RowIx::new(0);
        let snapshot = Snapshot::new(&before, as_of());
        let missing = snapshot.obligations(task).iter().filter(|owed| !owed.status.is_delivered());
        let by: Vec<BodyIx> = missing.flat_map(|owed| owed.units().to_vec()).collect();
        prop_assume!(!by.is_empty());
        let request = SubmitRequest { rows: vec![task], by, on: Period::Day(day(40)), reference: None, note: None, replace: false, period: None };
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

/// A plan whose only row is written as given, and has the units a, b and c.
fn plan_text(row: &str) -> String {
    let head = "version = 1\nplan = { number = \"1\", title = \"K\", issuer = \"T\", issued = 2020-08-25 }\n";
    let agencies = "[agencies]\na = { name = \"A\" }\nb = { name = \"B\" }\nc = { name = \"C\" }\n";
    format!("{head}{row}\n{agencies}")
}

/// How the row is written after a change that is decided for these units.
fn after(row: &str, by: &[&str], decide: impl Fn(&Snapshot<'_>, Vec<BodyIx>) -> Option<Vec<Change>>) -> String {
    let text = plan_text(row);
    let plan_now = plan(&text);
    let units = by.iter().map(|id| plan_now.find_body(id).unwrap()).collect();
    let changes = decide(&Snapshot::new(&plan_now, as_of()), units).unwrap();
    let edited = mark(&text, &plan_now, &changes).unwrap();
    let start = text.find(row).unwrap();
    edited[start..edited.find("\n[agencies]").unwrap()].to_owned()
}

fn submitted(row: &str, by: &str) -> String {
    after(row, &[by], |snapshot, units| submission(snapshot.plan, RowIx::new(0), units[0], day(30), false))
}

fn taken_out(row: &str, by: &[&str]) -> String {
    after(row, by, |snapshot, units| {
        withdrawn(snapshot, RowIx::new(0), Mark::Entry(units)).ok().map(|done| done.changes)
    })
}

/// A row with a list of marks.
fn row_with(list: &str) -> String {
    format!("[[task]]\nid = \"1\"\ntitle = \"T\"\nlead = [\"a\", \"b\", \"c\"]\nsubmitted = [{list}]")
}

#[test]
fn the_comments_right_above_an_entry_go_with_it() {
    let both = row_with(
        "\n  # của a\n  { by = \"a\", on = 2020-09-08 },\n\n  # chung\n\n  # của b\n  { by = \"b\", on = 2020-09-08 }, # b\n",
    );
    let without_b = row_with("\n  # của a\n  { by = \"a\", on = 2020-09-08 },\n\n  # chung\n\n");
    assert_eq!(taken_out(&both, &["b"]), without_b);
    let without_a = row_with("\n\n  # chung\n\n  # của b\n  { by = \"b\", on = 2020-09-08 }, # b\n");
    assert_eq!(taken_out(&both, &["a"]), without_a);
    let beside =
        row_with(" # của cả hai\n  { by = \"a\", on = 2020-09-08 }, # a\n  { by = \"b\", on = 2020-09-08 },\n");
    let without_a = row_with(" # của cả hai\n  { by = \"b\", on = 2020-09-08 },\n");
    assert_eq!(taken_out(&beside, &["a"]), without_a, "what stands beside another is that one's");

    let row = "[[task]]\nid = \"1\"\ntitle = \"T\"\nlead = [\"a\", \"b\"]";
    let table = |unit: &str| format!("\n\n# của {unit}\n[[task.submitted]]\nby = \"{unit}\"\non = 2020-09-08");
    let both = format!("{row}{}{}", table("a"), table("b"));
    assert_eq!(taken_out(&both, &["b"]), format!("{row}{}", table("a")));
    assert_eq!(taken_out(&both, &["a"]), format!("{row}{}", table("b")));
    assert_eq!(taken_out(&both, &["a", "b"]), row);
}

#[test]
fn a_comma_may_stand_on_a_line_of_its_own_or_before_its_entry() {
    let alone = row_with("\n  { by = \"a\", on = 2020-09-08 } # x\n  , # y\n");
    let more = row_with(
        "\n  { by = \"a\", on = 2020-09-08 } # x\n  , # y\n  { by = \"b\", on = 2020-10-01, ref = \"1\\\\2\" },\n",
    );
    assert_eq!(submitted(&alone, "b"), more);
    assert_eq!(taken_out(&more, &["b"]), alone);
    assert_eq!(taken_out(&alone, &["a"]), row_with("\n"));
    let before = row_with("\n  { by = \"a\", on = 2020-09-08 } # x\n  , { by = \"b\", on = 2020-09-08 }\n");
    let without_b = row_with("\n  { by = \"a\", on = 2020-09-08 } # x\n");
    assert_eq!(taken_out(&before, &["b"]), without_b);
    assert_eq!(taken_out(&before, &["a"]), row_with("\n  { by = \"b\", on = 2020-09-08 }\n"));
    let third = row_with(
        "\n  { by = \"a\", on = 2020-09-08 } # x\n  , { by = \"b\", on = 2020-09-08 }, { by = \"c\", on = 2020-10-01, ref = \"1\\\\2\" }\n",
    );
    assert_eq!(submitted(&before, "c"), third.replace("08 }, { by", "08 },\n  { by").replace("2\" }\n", "2\" },\n"));
}

#[test]
fn entries_on_one_line_go_together() {
    let entry = |unit: &str| format!("{{ by = \"{unit}\", on = 2020-09-08 }}");
    let all = row_with(&["a", "b", "c"].map(entry).join(", "));
    assert_eq!(taken_out(&all, &["a", "b"]), row_with(&entry("c")));
    assert_eq!(taken_out(&all, &["b", "c"]), row_with(&entry("a")));
    assert_eq!(taken_out(&all, &["a", "c"]), row_with(&entry("b")));
    assert_eq!(taken_out(&all, &["a", "b", "c"]), row_with(""));
}

#[test]
fn a_row_may_stand_in_a_list() {
    let row = |marks: &str| format!("task = [{{ id = \"1\", title = \"T\", lead = [\"a\", \"b\"]{marks} }}]");
    let by_a = "submitted = [{ by = \"a\", on = 2020-10-01, ref = \"1\\\\2\" }]";
    assert_eq!(submitted(&row(""), "a"), row(&format!(", {by_a}")));
    assert_eq!(submitted(&row(", submitted = []"), "a"), row(&format!(", {by_a}")));
    assert_eq!(taken_out(&row(&format!(", {by_a}")), &["a"]), row(", submitted = []"));
    let both = by_a.replace(" }]", " }, { by = \"b\", on = 2020-10-01, ref = \"1\\\\2\" }]");
    assert_eq!(submitted(&row(&format!(", {by_a}, note = 'x'")), "b"), row(&format!(", {both}, note = 'x'")));
    // In TOML 1.1 it may stand on several lines.
    let lines = "task = [{\n  id = \"1\",\n  title = \"T\"\n, lead = [\"a\"] , # một\n}]";
    assert_eq!(submitted(lines, "a"), lines.replace("[\"a\"]", &format!("[\"a\"], {by_a}")));
    let two_lines = "task = [\n  { id = \"1\", title = \"T\", lead = [\"a\"] }, # một\n]";
    assert_eq!(submitted(two_lines, "a"), two_lines.replace("[\"a\"]", &format!("[\"a\"], {by_a}")));
}

#[test]
fn an_entry_is_put_in_the_place_of_another() {
    let replaced = |row: &str| {
        after(row, &["a"], |snapshot, units| submission(snapshot.plan, RowIx::new(0), units[0], day(30), true))
    };
    let list = row_with("\n  # a\n  { on=2020-09-08, by=\"a\", note = \"x\" } , # bản giấy\n");
    let new = row_with("\n  # a\n  { by = \"a\", on = 2020-10-01, ref = \"1\\\\2\" } , # bản giấy\n");
    assert_eq!(replaced(&list), new);
    let row = "[[task]]\nid = \"1\"\ntitle = \"T\"\nlead = [\"a\"]\n[[task.submitted]] # một";
    let table = format!("{row}\n  note = \"x\" # y\n  on = 2020-09-08 # z");
    assert_eq!(replaced(&table), format!("{row}\n  by = \"a\"\n  on = 2020-10-01\n  ref = \"1\\\\2\" # z"));
}

#[test]
fn a_return_goes_without_a_trace() {
    let counts_again = |row: &str| {
        after(row, &["a"], |snapshot, units| {
            withdrawn(snapshot, RowIx::new(0), Mark::Return(units)).ok().map(|done| done.changes)
        })
    };
    let entry = |keys: &str| row_with(&format!("\n  {{ {keys} }}, # a\n"));
    let (on, back) = ("by = \"a\", on = 2020-09-08", "returned = 2020-09-10, reason = \"x\"");
    assert_eq!(counts_again(&entry(&format!("{on}, {back}"))), entry(on));
    assert_eq!(counts_again(&entry(&format!("{back}, {on}"))), entry(on), "first");
    let parted = "reason = \"x\", by = \"a\", returned = 2020-09-10, on = 2020-09-08";
    assert_eq!(counts_again(&entry(parted)), entry(on), "apart");
    let row = "[[task]]\nid = \"1\"\ntitle = \"T\"\nlead = [\"a\"]\n[[task.submitted]]\non = 2020-09-08";
    assert_eq!(counts_again(&format!("{row}\n  reason = \"x\"\n  returned = 2020-09-10 # y")), row);
    let between = row.replace("\non", "\nreturned = 2020-09-10\non");
    assert_eq!(counts_again(&between), row);
}

#[test]
fn lines_at_the_end_of_a_file_go_without_its_last_line_end() {
    let head = plan_text("");
    let row = "[[task]]\nid = \"1\"\ntitle = \"T\"\nlead = [\"a\"]\n\n[[task.submitted]]\non = 2020-09-08";
    for eol in ["\n", "\r\n"] {
        let before = format!("{head}{row}").replace('\n', eol);
        let text = before.clone() + eol + "returned = 2020-09-10" + eol + "reason = \"x\"";
        let plan_now = plan(&text);
        let snapshot = Snapshot::new(&plan_now, as_of());
        let out = withdrawn(&snapshot, RowIx::new(0), Mark::Return(Vec::new())).unwrap().changes;
        assert_eq!(mark(&text, &plan_now, &out).unwrap(), before);
    }
}

#[test]
fn bytes_that_are_no_utf8_are_not_written_back_as_others() {
    let head = "version = 1\nplan = { number = \"1\", title = \"K\", issuer = \"T\", issued = 2020-08-25 }\n[[task]]\nid = \"1\"\ntitle = \"T\"\nlead = [\"a\"]\n";
    let entries = "[[task.submitted]]\non = 2020-09-08\n# \u{1}\n\n[[task.submitted]]\non = 2020-09-08\n";
    let text = format!("{head}{entries}[agencies]\na = {{ name = \"A\" }}\n");
    let place = text.find('\u{1}').unwrap();
    let mut bytes = text.into_bytes();
    bytes[place] = 0xff;
    let source = Source::new("plan.toml", bytes);
    let edited =
        Document::read(&source).edit(&[Change::Withdraw { row: RowIx::new(0), entry: 1, was: Box::default() }]);
    assert_eq!(edited.err(), Some(EditError::Unsure(place..place + 1)));
}
