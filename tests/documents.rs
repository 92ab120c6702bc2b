//! Documents for offices: what stands in each, read out of its package.
//!
//! The texts stand in `documents/`, a line a paragraph and a row of a table; `SNAPSHOTS=overwrite cargo test --test
//! documents` writes them anew. How the pages look is for other programs to say: `readers/`.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "helpers of tests fail as tests do"
)]

mod shared;

use papi_plan::cli::{Terminal, Terminals};
use shared::package::{part, said};
use shared::world::Outside;
use snapbox::cmd::{Command, cargo_bin};
use snapbox::{Data, assert_data_eq};
use std::path::Path;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

const OCTOBER: [&str; 4] = ["-p", "examples/mid-october.toml", "--as-of", "2020-10-15"];
const WORK: [&str; 4] = ["-p", "examples/nhiem-vu-2026.toml", "--as-of", "2026-07-20"];
const SHIPPED: [&str; 2] = ["--as-of", "2020-09-05"];
const MANY: [&str; 4] = ["-p", "examples", "--as-of", "2026-06-10"];
const HOSTILE: [&str; 4] = ["-p", "tests/reports/hostile.toml", "--as-of", "2020-03-01"];

/// The bytes of a document that goes into a pipe.
fn document(plan: &[&str], question: &[&str]) -> Vec<u8> {
    let program = Command::new(cargo_bin!("papi-plan")).current_dir(ROOT).env_remove("PAPI_PLAN_FILE");
    let assert = program.args(plan).args(question).args(["--format", "docx"]).assert().code(0).stderr_eq("");
    assert.get_output().stdout.clone()
}

fn body(document: &[u8]) -> String {
    part(document, "word/document.xml")
}

fn is_recorded(name: &str, plan: &[&str], question: &[&str]) {
    let golden = Path::new(ROOT).join("tests/documents").join(name);
    assert_data_eq!(said(&document(plan, question)), Data::read_from(&golden, None).raw());
}

#[test]
fn every_report_is_a_document() {
    is_recorded("overdue.vi.txt", &OCTOBER, &["overdue", "--soon"]);
    is_recorded("overdue.en.txt", &OCTOBER, &["--lang", "en", "overdue", "--soon"]);
    is_recorded("overdue-by-agency.vi.txt", &OCTOBER, &["overdue", "--group-by", "agency", "-a", "cap-huyen"]);
    is_recorded("overdue-recurring.vi.txt", &WORK, &["overdue", "--cells"]);
    is_recorded("overdue-none.vi.txt", &SHIPPED, &["overdue"]);
    is_recorded("list.vi.txt", &OCTOBER, &["list", "--status", "late"]);
    is_recorded("missing.vi.txt", &OCTOBER, &["missing", "-a", "cap-huyen"]);
    is_recorded("summary.vi.txt", &OCTOBER, &["summary"]);
    is_recorded("summary-brief.en.txt", &OCTOBER, &["--lang", "en", "summary", "--brief"]);
    is_recorded("show.vi.txt", &OCTOBER, &["show", "2.2"]);
    is_recorded("agency.vi.txt", &OCTOBER, &["agency", "so-tu-phap"]);
    is_recorded("log.vi.txt", &OCTOBER, &["log", "2.2"]);
    is_recorded("many.en.txt", &MANY, &["--lang", "en", "overdue"]);
}

#[test]
fn text_of_the_plan_is_text() {
    is_recorded("hostile.en.txt", &HOSTILE, &["--lang", "en", "show", "=1+1"]);
    let body = body(&document(&HOSTILE, &["list", "--cells"]));
    assert!(!body.contains("<b>") && !body.contains("<script>") && body.contains("&lt;script&gt;"));
}

#[test]
fn a_plain_document_has_neither_head_nor_foot() {
    let whole = said(&document(&SHIPPED, &["list"]));
    let plain = said(&document(&SHIPPED, &["list", "--plain"]));
    for word in ["/BC-SNV", "C\u{1ed8}NG H\u{d2}A", "L\u{1b0}u: VT"] {
        assert!(whole.contains(word) && !plain.contains(word), "{word}");
    }
    assert!(plain.contains("15/KH-UBND"));
}

#[test]
fn the_sheet_is_that_of_the_decree() {
    let document = document(&SHIPPED, &["overdue", "--as-of", "2020-10-15"]);
    let body = body(&document);
    assert!(body.contains("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"), "A4, landscape");
    assert!(body.contains("w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\""), "20, 15, 20 and 30 mm");
    assert!(part(&document, "word/styles.xml").contains("w:val=\"vi-VN\""));
    assert!(part(&document, "word/settings.xml").contains("w:name=\"compatibilityMode\""));
    assert!(part(&document, "word/header1.xml").contains(" PAGE ") && body.contains("<w:titlePg/>"));
    let count = |what: &str| body.matches(what).count();
    assert_eq!(count("<w:tr>"), count("<w:cantSplit/>"), "no row is broken over pages");
    assert_eq!(count("<w:vMerge"), 0, "nothing is merged down");
    let grids = body.split("<w:tblGrid>").skip(1).map(|rest| rest.split("</w:tblGrid>").next().unwrap_or_default());
    for grid in grids {
        let widths = grid.split("w:w=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<u32>().ok());
        assert!(widths.sum::<u32>() <= 14287, "a table is as wide as the text: {grid}");
    }
}

#[test]
fn the_same_question_is_the_same_document() {
    let ask = || document(&OCTOBER, &["overdue", "--soon"]);
    assert_eq!(ask(), ask());
}

#[test]
fn a_document_is_not_shown_on_a_terminal() {
    let out = Some(Terminal { width: Some(80) });
    let outside = Outside { terminals: Terminals { out, ..Terminals::default() }, ..Outside::new(ROOT) };
    let answer = outside.run(&["--lang", "en", "list", "--format", "docx"]);
    let err = "error: docx is a document, and is not for a terminal\n  help: write it to a file: -o FILE.docx\n";
    assert_eq!((answer.exit, answer.out.as_str(), answer.err.as_str()), (2, "", err));
}
