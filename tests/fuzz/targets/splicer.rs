//! Whatever the plan: a mark is written so that nothing else changes, or not at all.
//!
//! `cargo fuzz run --fuzz-dir tests/fuzz -s none splicer tests/fuzz/corpus/splicer tests/invalid`
#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use papi_plan::diagnostic::Source;
use papi_plan::file::Document;
use papi_plan::query::Snapshot;
use papi_plan::plan::{Change, Entry, Extension, KnownEntry, Period, Plan, Progress, RowIx};
use papi_plan::text::Bilingual;

/// How many rows and entries of one plan are tried.
const MOST: usize = 4;

fuzz_target!(|bytes: &[u8]| {
    let source = Source::new("plan.toml", bytes.to_vec());
    let document = Document::read(&source);
    let Some(plan) = document.plan() else { return };
    for change in plan.rows().take(MOST).flat_map(|(task, _)| changes(plan, task)).chain(happenings(plan)) {
        let Ok(edited) = document.edit(std::slice::from_ref(&change)) else { continue };
        let edited = edited.source().text();
        let (less, more) = match &change {
            Change::Withdraw { .. }
            | Change::WithdrawReturn { .. }
            | Change::WithdrawExtension { .. }
            | Change::WithdrawNote { .. } => (edited, source.text()),
            Change::Submit { .. } | Change::Return { .. } | Change::Extend { .. } | Change::Note { .. } => {
                (source.text(), edited)
            }
            // What was there may go, and other bytes come.
            Change::Happen { .. } => continue,
            // What was there goes, and other bytes come.
            Change::Replace { .. } => continue,
        };
        assert!(is_left_of(less, more), "{change:?} changes other bytes:\n{edited}");
    }
});

/// A change of each kind that a row could see.
fn changes(plan: &Plan, task: RowIx) -> Vec<Change> {
    let day = NaiveDate::from_ymd_opt(2025, 6, 30).unwrap();
    let text = || Some(String::from("\"1\" \\ {x} # ]\n\tđ"));
    let period = plan.occurrences(task).and_then(|mut all| all.next()).map(|one| one.period);
    let mut changes = Vec::new();
    for unit in Snapshot::new(plan, day).units(task).iter().take(MOST) {
        let before = plan.row(task).submitted.len();
        let entry = Entry { by: *unit, period, on: Period::Day(day), reference: text(), note: text(), returned: None, reason: None };
        changes.push(Change::Submit { row: task, before, entry });
    }
    for (number, entry) in plan.row(task).submitted.iter().enumerate().take(MOST) {
        let was = Box::new(KnownEntry::from(entry));
        changes.push(Change::Withdraw { row: task, entry: number, was: was.clone() });
        if entry.returned.is_some() {
            changes.push(Change::WithdrawReturn { row: task, entry: number, was: was.clone() });
        }
        let new = Box::new(Entry { on: Period::Day(day), reference: text(), note: None, returned: None, ..entry.clone() });
        changes.push(Change::Replace { row: task, entry: number, was, new });
        if entry.returned.is_none() && entry.reason.is_none() {
            changes.push(Change::Return { row: task, entry: number, returned: day, reason: text() });
        }
    }
    let extension = Extension { period, to: day, granted: day, reference: text(), covers: None };
    changes.push(Change::Extend { row: task, extension });
    let noted = Progress { on: day, by: None, text: Bilingual { own: text().unwrap(), en: None } };
    changes.push(Change::Note { row: task, note: noted });
    for (number, was) in plan.row(task).progress.iter().enumerate().take(MOST) {
        changes.push(Change::WithdrawNote { row: task, number, was: was.clone() });
    }
    for (number, was) in plan.row(task).extended.iter().enumerate().take(MOST) {
        changes.push(Change::WithdrawExtension { row: task, number, was: was.clone() });
    }
    changes
}

/// Every event happens, with a document and without.
fn happenings(plan: &Plan) -> Vec<Change> {
    let on = NaiveDate::from_ymd_opt(2025, 6, 30).unwrap();
    let of = |reference: Option<&str>| {
        let reference = reference.map(str::to_owned);
        plan.events().take(MOST).map(move |(event, _)| Change::Happen { event, on, reference: reference.clone() })
    };
    of(None).chain(of(Some("12/NQ # \"x\" }"))).collect()
}

/// Whether a text is left when characters are taken out of another.
fn is_left_of(less: &str, more: &str) -> bool {
    let mut more = more.chars();
    less.chars().all(|wanted| more.any(|c| c == wanted))
}
