//! plan.toml against the paper that it holds: plan 15/KH-UBND of 25 August 2020.
//!
//! `data/appendix.tsv` is the appendix cell by cell, word for word. Wherever plan.toml says anything else, the
//! difference stands in [`DIFFERENCES`] with its reason; one that is not needed any more fails too.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests fail as tests do")]

use papi_plan::diagnostic::Source;
use papi_plan::file::Document;
use papi_plan::plan::{BodyIx, BodyKind, Plan, Row, RowIx, RowKind, parse_day};
use papi_plan::query::{Overdue, Snapshot};
use std::collections::BTreeMap;
use std::sync::LazyLock;

const APPENDIX: &str = include_str!("data/appendix.tsv");
const TITLES_EN: &str = include_str!("data/titles-en.tsv");

/// A row of the appendix as printed.
#[derive(Clone, Copy, Debug)]
struct Printed {
    number: &'static str,
    title: &'static str,
    lead: &'static str,
    support: &'static str,
    due: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Lead,
    Support,
    Due,
}

/// A cell that the plan reads otherwise than it is printed.
struct Difference {
    number: &'static str,
    column: Column,
    printed: &'static str,
    read_as: &'static str,
    reason: &'static str,
}

const DIFFERENCES: [Difference; 4] = [
    Difference {
        number: "II",
        column: Column::Due,
        printed: "",
        read_as: "trước ngày 10/10/2020",
        reason: "the deadline stands inside the title; rows 1 to 6.8 inherit it",
    },
    Difference {
        number: "4.1",
        column: Column::Support,
        printed: "Các Sở, ban, ngành UBND cấp huyện",
        read_as: "Các Sở, ban, ngành, UBND cấp huyện",
        reason: "the comma between the two bodies is missing in print",
    },
    Difference {
        number: "5",
        column: Column::Lead,
        printed: "",
        read_as: "Văn phòng UBND tỉnh",
        reason: "khoản 3 Mục III asks the office of 5.1 for one report on the whole field",
    },
    Difference {
        number: "5.1",
        column: Column::Lead,
        printed: "Văn phòng UBND tỉnh",
        read_as: "",
        reason: "the cell is merged downwards; 5.1 to 5.4 are parts of row 5, which states the lead",
    },
];

fn appendix() -> Vec<Printed> {
    let rows = APPENDIX.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [number, title, lead, support, due] = cells[..] else { panic!("{line:?} has not five cells") };
        Printed { number, title, lead, support, due }
    });
    rows.collect()
}

/// What the plan should say where a cell is printed so.
fn read(number: &str, column: Column, printed: &'static str) -> &'static str {
    let difference = DIFFERENCES.iter().find(|known| known.number == number && known.column == column);
    difference.map_or(printed, |known| {
        assert_eq!(printed, known.printed, "row {number}: {}", known.reason);
        known.read_as
    })
}

fn plan() -> &'static Plan {
    static PLAN: LazyLock<Plan> = LazyLock::new(|| {
        let source = Source::new("plan.toml", include_bytes!("../plan.toml").to_vec());
        Document::read(&source).into_plan().expect("plan.toml has no errors")
    });
    &PLAN
}

/// The bodies that a cell names: a comma separates them, but also stands inside "Các sở, ban, ngành", so the
/// longest run of pieces that is a name counts as one.
fn bodies_in(plan: &Plan, cell: &str) -> Vec<BodyIx> {
    let pieces: Vec<&str> = cell.split(", ").filter(|piece| !piece.is_empty()).collect();
    let mut found = Vec::new();
    let mut next = 0;
    while next < pieces.len() {
        let mut runs = (next + 1..=pieces.len()).rev();
        let named = runs.find_map(|end| Some((end, plan.find_body(&pieces[next..end].join(", ")).ok()?)));
        let (end, body) = named.unwrap_or_else(|| panic!("nobody answers to {:?} of {cell:?}", pieces[next]));
        found.push(body);
        next = end;
    }
    found
}

fn names(plan: &Plan, bodies: &[BodyIx]) -> Vec<String> {
    bodies.iter().map(|body| plan.body(*body).id.clone()).collect()
}

/// The rows of the appendix beside those of the plan.
fn side_by_side(plan: &Plan) -> impl Iterator<Item = (Printed, RowIx, &Row)> {
    let rows = appendix();
    assert_eq!(plan.rows().len(), rows.len());
    rows.into_iter().zip(plan.rows()).map(|(printed, (ix, task))| (printed, ix, task))
}

fn row(plan: &Plan, id: &str) -> RowIx {
    plan.find_row(id).unwrap_or_else(|_| panic!("there is a row {id}"))
}

fn units_of(plan: &Plan, group: &str) -> usize {
    plan.body(plan.find_body(group).expect("the group exists")).units.len()
}

#[test]
fn numbers_and_titles_are_printed_so() {
    let plan = plan();
    for (printed, _, task) in side_by_side(plan) {
        assert_eq!(task.number(), printed.number);
        assert_eq!(task.title.own, printed.title, "row {}", printed.number);
    }
}

#[test]
fn lead_cells_are_printed_so() {
    let plan = plan();
    for (printed, _, task) in side_by_side(plan) {
        let stated = task.lead.as_deref().unwrap_or_default();
        let expected = bodies_in(plan, read(printed.number, Column::Lead, printed.lead));
        assert_eq!(names(plan, stated), names(plan, &expected), "row {}", printed.number);
    }
}

#[test]
fn support_cells_are_printed_so() {
    let plan = plan();
    for (printed, _, task) in side_by_side(plan) {
        let expected = bodies_in(plan, read(printed.number, Column::Support, printed.support));
        assert_eq!(names(plan, &task.support), names(plan, &expected), "row {}", printed.number);
    }
}

#[test]
fn deadline_cells_are_printed_so() {
    let plan = plan();
    for (printed, _, task) in side_by_side(plan) {
        let worded = task.due.as_ref().and_then(|due| due.text.as_deref());
        assert_eq!(
            worded.unwrap_or_default(),
            read(printed.number, Column::Due, printed.due),
            "row {}",
            printed.number
        );
    }
}

#[test]
fn deadlines_mean_what_their_words_say() {
    let plan = plan();
    let stated: Vec<_> = plan
        .rows()
        .filter_map(|(_, task)| {
            let due = task.due.as_ref()?;
            Some((task.id.as_str(), due.key().name(), due.last_day(&plan.calendar)?.to_string()))
        })
        .collect();
    let expected = [
        ("I", "before", "2020-09-20"), // "Trước ngày 20/9/2020", which III.4.b calls "chậm nhất ngày 20/9/2020"
        ("II", "before", "2020-10-10"),
        ("7", "on", "2020-10-10"),
        ("8", "on", "2020-10-10"),
        ("III", "month", "2020-11-30"),
        ("IV", "quarter", "2020-12-31"),
        ("V", "quarter", "2021-03-31"),
    ];
    assert_eq!(stated, expected.map(|(id, kind, day)| (id, kind, day.to_owned())));
}

#[test]
fn the_deadline_of_row_ii_stands_inside_its_title() {
    let plan = plan();
    let task = plan.row(row(plan, "II"));
    let text = task.due.as_ref().and_then(|due| due.text.as_deref()).unwrap();
    assert!(task.title.own.ends_with(text));
}

#[test]
fn merged_lead_cells_make_parts() {
    let plan = plan();
    let parts: Vec<_> = plan
        .rows()
        .filter(|(ix, _)| plan.node(*ix).kind == RowKind::Part)
        .map(|(ix, task)| (task.id.as_str(), plan.row(plan.node(ix).item.unwrap()).id.as_str()))
        .collect();
    let expected = [
        ("1.1", "1"),
        ("1.2", "1"),
        ("1.3", "1"),
        ("1.4", "1"),
        ("5.1", "5"),
        ("5.2", "5"),
        ("5.3", "5"),
        ("5.4", "5"),
    ];
    assert_eq!(parts, expected);
}

#[test]
fn english_titles_are_those_of_the_list() {
    let plan = plan();
    let listed: BTreeMap<&str, &str> = TITLES_EN.lines().skip(1).filter_map(|line| line.split_once('\t')).collect();
    assert_eq!(listed.len(), plan.rows().len());
    for (_, task) in plan.rows() {
        let (title, _basis) = listed[task.id.as_str()].rsplit_once('\t').expect("a title and its basis");
        assert_eq!(task.title.en.as_deref(), Some(title), "row {}", task.id);
    }
}

#[test]
fn there_are_41_rows_in_three_kinds() {
    let plan = plan();
    let count = |kind| plan.rows().filter(|(ix, _)| plan.node(*ix).kind == kind).count();
    assert_eq!(plan.rows().len(), 41);
    assert_eq!((count(RowKind::Item), count(RowKind::Part), count(RowKind::Heading)), (29, 8, 4));
}

#[test]
fn groups_open_to_their_units() {
    let plan = plan();
    let communes = plan.find_body("cap-xa").unwrap();
    let BodyKind::Group(districts) = &plan.body(communes).kind else { panic!("cap-xa has members") };
    assert_eq!(districts.len(), 9);
    assert!(districts.iter().all(|district| !plan.body(*district).is_unit()));
    assert_eq!(districts.iter().map(|district| plan.body(*district).units.len()).sum::<usize>(), 178);
    assert_eq!(units_of(plan, "cap-huyen"), 9);
    assert_eq!(units_of(plan, "cap-xa"), 178);
    assert_eq!(units_of(plan, "so-ban-nganh"), 16);
}

#[test]
fn there_are_215_obligations_and_13_directives() {
    let plan = plan();
    let snapshot = Snapshot::new(plan, plan.about.issued);
    assert_eq!(snapshot.total().total, 215);
    assert_eq!(snapshot.obligations(row(plan, "I")).len(), 9 + 178);
    let directives: Vec<_> = plan.directives.iter().map(|directive| directive.reference.as_str()).collect();
    let expected = [
        "III.1.a", "III.1.b", "III.1.c", "III.1.d", "III.1.đ", "III.2", "III.3", "III.4.a", "III.4.b", "III.4.c",
        "III.5.a", "III.5.b", "III.6",
    ];
    assert_eq!(directives, expected);
}

#[test]
fn in_mid_october_212_obligations_of_26_rows_are_overdue() {
    let plan = plan();
    let snapshot = Snapshot::new(plan, parse_day("2020-10-15").unwrap());
    let found = Overdue::new(&snapshot, None, None);
    assert_eq!((found.rows(), found.overdue.len(), found.obligations), (26, 212, 215));
    for overdue in &found.overdue {
        let days = if overdue.key.row == row(plan, "I") { 25 } else { 5 };
        assert_eq!(overdue.days_late(), Some(days), "row {}", plan.row(overdue.key.row).id);
    }
}
