//! Corners of what a plan means, each a small plan with its right answers on some days: the rows as `list --format json`
//! gives them. Who takes over from whom, what counts for which period, what ended rows leave.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/meaning");

/// The plans, by name.
fn plans() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path());
    let mut plans: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    plans.sort();
    plans
}

#[expect(clippy::disallowed_methods, reason = "a test reads its data")]
fn answers(plan: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(plan.with_extension("json")).unwrap()).unwrap()
}

/// The rows of a plan on a day.
fn rows(plan: &Path, as_of: &str) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_papi-plan"));
    let command = command.args(["list", "--format", "json", "--as-of", as_of, "-p"]).arg(plan);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}: {}", plan.display(), String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice::<Value>(&output.stdout).unwrap()["rows"].take()
}

/// Whether a value has all that another states; null for `approximate` leaves it open.
fn holds(value: &Value, stated: &Value) -> bool {
    match (value, stated) {
        (Value::Object(value), Value::Object(stated)) => {
            stated.iter().all(|(key, stated)| (key == "approximate" && stated.is_null()) || holds(&value[key], stated))
        }
        (Value::Array(value), Value::Array(stated)) => {
            value.len() == stated.len() && value.iter().zip(stated).all(|(value, stated)| holds(value, stated))
        }
        _ => value == stated,
    }
}

#[test]
fn every_plan_is_answered_as_it_is_recorded() {
    let plans = plans();
    assert!(plans.len() > 20, "{}", plans.len());
    for plan in plans {
        for answer in answers(&plan)["answers"].as_array().unwrap() {
            let as_of = answer["as_of"].as_str().unwrap();
            let rows = rows(&plan, as_of);
            assert!(
                holds(&rows, &answer["rows"]),
                "{} at {as_of}:\n{rows:#}\nnot\n{:#}",
                plan.display(),
                answer["rows"]
            );
        }
    }
}
