//! How long reading, evaluating, reporting and marking take, from a plan's 41 rows to 100,000.
//!
//! `cargo bench` measures; `cargo bench --bench speed -- --plan 10000 > plan.toml` writes a plan to measure elsewhere.
#![allow(clippy::expect_used, reason = "a benchmark may fail as a test does")]

mod plans;

use chrono::NaiveDate;
use divan::Bencher;
use papi_plan::check::{self, Judged};
use papi_plan::diagnostic::Source;
use papi_plan::file::Document;
use papi_plan::plan::{Change, Entry, Plan};
use papi_plan::query::Snapshot;
use papi_plan::render::{Screen, table};
use papi_plan::report::{Answer as _, OverdueAnswer, OverdueQuestion};
use papi_plan::text::Lang;

const ROWS: [usize; 4] = [41, 1_000, 10_000, 100_000];

fn main() {
    let mut args = std::env::args().skip_while(|arg| arg != "--plan").skip(1);
    match args.next().and_then(|rows| rows.parse().ok()) {
        Some(rows) => print!("{}", plans::plan(rows)),
        None => divan::main(),
    }
}

fn source(rows: usize) -> Source {
    Source::new("plan.toml", plans::plan(rows).into_bytes())
}

fn plan(source: &Source) -> Plan {
    Document::read(source).into_plan().expect("a plan without errors")
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 10, 15).expect("a date")
}

#[divan::bench(args = ROWS, sample_count = 10, sample_size = 1)]
fn reading(bencher: Bencher<'_, '_>, rows: usize) {
    let source = source(rows);
    bencher.bench_local(|| plan(&source));
}

#[divan::bench(args = ROWS, sample_count = 10, sample_size = 1)]
fn checking(bencher: Bencher<'_, '_>, rows: usize) {
    let document = Document::read(&source(rows));
    let judged = Judged { draft: document.draft(), sketch: document.sketch(), as_of: day() };
    bencher.bench_local(|| check::problems(&judged, document.problems(), document.untold(), |at| document.place(at)));
}

#[divan::bench(args = ROWS, sample_count = 10, sample_size = 1)]
fn evaluating(bencher: Bencher<'_, '_>, rows: usize) {
    let plan = plan(&source(rows));
    bencher.bench_local(|| Snapshot::new(&plan, day()).total());
}

#[divan::bench(args = ROWS, sample_count = 10, sample_size = 1)]
fn reporting(bencher: Bencher<'_, '_>, rows: usize) {
    let plan = plan(&source(rows));
    let snapshot = Snapshot::new(&plan, day());
    bencher.bench_local(|| {
        let answer = OverdueAnswer::new(&snapshot, &OverdueQuestion::default());
        let page = answer.page(Lang::Vi);
        let mut drawn = Vec::new();
        table::write(&mut drawn, &page, Screen { width: 120, colour: false }).expect("memory takes all");
        drawn
    });
}

#[divan::bench(args = ROWS, sample_count = 10, sample_size = 1)]
fn marking(bencher: Bencher<'_, '_>, rows: usize) {
    let source = source(rows);
    let plan = plan(&source);
    let task = plan.rows().nth(3 * rows / 4).map(|(ix, _)| ix).expect("a row");
    let unit = plan.body(plan.lead(task)[0]).units[0];
    let on = papi_plan::plan::Period::Day(day());
    let entry =
        Entry { by: unit, period: None, on, reference: Some("1/BC".into()), note: None, returned: None, reason: None };
    let changes = [Change::Submit { row: task, before: plan.row(task).submitted.len(), entry }];
    bencher.bench_local(|| Document::read(&source).edit(&changes).expect("a mark"));
}
