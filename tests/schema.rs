//! The JSON Schema and the reader, held against each other over plans that are right and wrong.
//!
//! What a schema can say must be found by both; what only the reader can know (who is named where, which day comes
//! first) the schema must let pass.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod plans;

use jsonschema::Validator;
use papi_plan::diagnostic::{Code, Severity, Source};
use papi_plan::file::{self, Document, SCHEMA};
use proptest::prelude::*;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use toml::de::{DeTable, DeValue};

static VALIDATOR: LazyLock<Validator> = LazyLock::new(|| {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    jsonschema::meta::validate(&schema).expect("the schema is one of draft 2020-12");
    jsonschema::options().should_validate_formats(true).build(&schema).expect("the schema is one")
});

/// The codes that a schema can find.
const EXPRESSIBLE: [Code; 8] = [
    Code::UnsupportedVersion,
    Code::UnknownKey,
    Code::WrongType,
    Code::MissingKey,
    Code::EmptyList,
    Code::MisplacedKey,
    Code::BadId,
    Code::ControlCharacter,
];

/// Files whose error is of such a code, but not one that a schema can find.
const BEYOND: [&str; 6] = [
    "wrong-type-date-in-quotes.toml",
    "bad-deadline-range.toml",
    "bad-deadline-every-end.toml",
    "bad-deadline-every-many.toml",
    "bad-deadline-within-recurs.toml",
    "deadline-cycle.toml",
];

/// A value as taplo and Even Better TOML hand it to a schema: dates are strings.
fn json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::from(text.as_ref()),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).expect("a number").into(),
        DeValue::Float(number) => number.as_str().parse::<f64>().expect("a number").into(),
        DeValue::Boolean(value) => Value::from(*value),
        DeValue::Datetime(stamp) => Value::from(stamp.to_string()),
        DeValue::Array(elements) => elements.iter().map(|element| json(element.get_ref())).collect(),
        DeValue::Table(table) => object(table),
    }
}

fn object(table: &DeTable<'_>) -> Value {
    table.iter().map(|(key, value)| (key.get_ref().to_string(), json(value.get_ref()))).collect()
}

/// What the schema has against a file; none where it is no TOML.
fn against(text: &str) -> Option<Vec<String>> {
    let table = DeTable::parse(text).ok()?;
    Some(VALIDATOR.iter_errors(&object(table.get_ref())).map(|error| error.to_string()).collect())
}

/// The errors that the reader finds.
fn errors(text: &str) -> Vec<Code> {
    let source = Source::new("plan.toml", text.as_bytes().to_vec());
    let document = Document::read(&source);
    let found = document.problems().iter().filter(|found| found.severity() == Severity::Error);
    found.map(|found| found.code).collect()
}

fn agree(name: &str, text: &str) {
    let Some(against) = against(text) else { return };
    let errors = errors(text);
    let is_expressible = |code: &Code| EXPRESSIBLE.contains(code) || *code == Code::BadDeadline;
    if !against.is_empty() {
        assert!(!errors.is_empty(), "{name}: the reader finds nothing, the schema {against:?}");
    } else if !BEYOND.contains(&name) {
        let found: Vec<_> = errors.iter().filter(|code| is_expressible(code)).collect();
        assert!(found.is_empty(), "{name}: the schema finds nothing, the reader {found:?}");
    }
}

/// The plan files of the repository, by name.
fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["tests/invalid", "examples", "."].map(|folder| root.join(folder));
    let all = folders.iter().flat_map(|folder| std::fs::read_dir(folder).expect("a folder"));
    let paths = all.map(|entry| entry.expect("a folder").path());
    let is_plan =
        |path: &PathBuf| path.extension().is_some_and(|ending| ending == "toml") && !path.ends_with("Cargo.toml");
    let name = |path: &Path| path.file_name().expect("a file").to_string_lossy().into_owned();
    let read = |path: PathBuf| (name(&path), file::read(name(&path), &path).expect("a plan").text().to_owned());
    paths.filter(is_plan).filter(|path| !name(path).starts_with('.')).map(read).collect()
}

#[test]
fn they_agree_on_every_file() {
    let files = files();
    assert!(files.len() > 80);
    for (name, text) in files {
        agree(&name, &text);
    }
}

#[test]
fn they_agree_on_plans_with_a_line_left_out_or_a_value_of_another_type() {
    let small = |(name, text): &(String, String)| text.len() < 2000 && !BEYOND.contains(&name.as_str());
    for (name, text) in files().into_iter().filter(small) {
        let lines: Vec<&str> = text.lines().collect();
        for (number, line) in lines.iter().enumerate() {
            let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with(['#', ' '])) else { continue };
            let others = [
                "7.5",
                "-3",
                "true",
                "\"\"",
                "[]",
                "[\"\"]",
                "{}",
                "[{}]",
                "\"\\u0007\"",
                "\"2020-13\"",
                "{ other = 1 }",
            ];
            let changed = others.iter().map(|other| format!("{key} = {other}"));
            for changed in changed.chain([String::new(), format!("{line}\nother = 1")]) {
                let mut lines = lines.clone();
                lines[number] = &changed;
                agree(&format!("{name} with {changed:?} in line {}", number + 1), &lines.join("\n"));
            }
        }
    }
}

#[test]
fn the_schema_says_of_each_key_what_it_is_for() {
    fn described(name: &str, value: &Value) {
        for (key, property) in value["properties"].as_object().expect("properties") {
            let is_described = property["description"].is_string() || property["$ref"].is_string();
            assert!(is_described, "{name}.{key}");
        }
    }
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    described("", &schema);
    let tables = schema["$defs"].as_object().expect("definitions").iter();
    tables.filter(|(_, table)| table["type"] == "object").for_each(|(name, table)| described(name, table));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_plan_that_the_reader_takes_the_schema_takes(plan in plans::any_plan()) {
        prop_assert_eq!(against(&plan.toml()), Some(Vec::new()));
    }
}
