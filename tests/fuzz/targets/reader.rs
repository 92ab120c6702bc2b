//! Whatever the bytes: reading them ends, in a plan or in problems that have a place in the file.
//!
//! `cargo fuzz run --fuzz-dir tests/fuzz -s none reader tests/fuzz/corpus/reader tests/invalid`
#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use papi_plan::check::{self, Judged};
use papi_plan::diagnostic::{Problem, Source};
use papi_plan::file::Document;
use papi_plan::query::{Filter, Snapshot};
use papi_plan::render::{Hosted, Screen, github, human, short};
use papi_plan::report::{Answer as _, Beside, ListAnswer};
use papi_plan::text::Lang;

fuzz_target!(|bytes: &[u8]| {
    let source = Source::new("plan.toml", bytes.to_vec());
    let document = Document::read(&source);
    let as_of = NaiveDate::from_ymd_opt(2025, 6, 30).unwrap();
    let judged = Judged { draft: document.draft(), sketch: document.sketch(), as_of };
    for found in check::problems(&judged, document.problems(), document.untold(), |at| document.place(at)).told {
        for place in std::iter::once(&found.at).chain(&found.also) {
            assert!(source.text().get(place.span.clone()).is_some(), "{found:?} has no place");
        }
        let screen = Screen { width: 80, colour: false };
        human::problem(&found, Lang::Vi, screen);
        short::line(&found, Lang::En);
        github::command(&found, Lang::En, Hosted(None));
    }
    let same = check::against(&judged, &judged, |at| document.place(at));
    assert!(same.problems.is_empty(), "a plan differs from itself: {:?}", same.problems);
    let has_errors = document.problems().iter().any(Problem::is_error);
    assert_eq!(document.plan().is_none(), has_errors, "a plan, or an error that says why there is none");
    let Some(plan) = document.plan() else { return };
    let snapshot = Snapshot::new(plan, as_of);
    let _ = snapshot.total();
    let _ = ListAnswer::new(&snapshot, &Filter::default(), &[], Beside::default()).page(Lang::Vi);
});
