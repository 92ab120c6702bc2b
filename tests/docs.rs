//! The contract in `docs/`, held against the program: whatever the program has and a page forgets fails here, and
//! whatever a page has and the program does not.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says where")]

use papi_plan::diagnostic::Code;
use papi_plan::file::SCHEMA;
use papi_plan::query::Status;
use papi_plan::render::letter::{FIELDS, ROW_FIELDS};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PAGES: [(&str, &str); 10] = [
    ("README.md", include_str!("../docs/README.md")),
    ("format.md", FORMAT),
    ("meaning.md", MEANING),
    ("commands.md", COMMANDS),
    ("json-and-csv.md", ANSWERS),
    ("codes.md", CODES),
    ("documents.md", DOCUMENTS),
    ("in-ci.md", include_str!("../docs/in-ci.md")),
    ("in-git.md", include_str!("../docs/in-git.md")),
    ("beyond-one-machine.md", include_str!("../docs/beyond-one-machine.md")),
];
const FORMAT: &str = include_str!("../docs/format.md");
const MEANING: &str = include_str!("../docs/meaning.md");
const COMMANDS: &str = include_str!("../docs/commands.md");
const ANSWERS: &str = include_str!("../docs/json-and-csv.md");
const DOCUMENTS: &str = include_str!("../docs/documents.md");
const CODES: &str = include_str!("../docs/codes.md");

// How a page is read

/// What stands between one heading and the next.
struct Section<'a> {
    /// The heading without its backticks.
    heading: String,
    body: &'a str,
}

impl<'a> Section<'a> {
    /// The cells of each line of its tables, without the header.
    fn rows(&self) -> Vec<Vec<&'a str>> {
        let (mut rows, mut is_in_table) = (Vec::new(), false);
        for line in self.body.lines() {
            match line.strip_prefix('|').and_then(|line| line.strip_suffix('|')) {
                None => is_in_table = false,
                Some(line) if line.starts_with("---") => is_in_table = true,
                Some(line) if is_in_table => rows.push(line.split('|').map(str::trim).collect()),
                Some(_) => {}
            }
        }
        rows
    }

    /// The first cells of its tables, without their backticks.
    fn names(&self) -> Vec<&'a str> {
        self.rows().iter().map(|row| row[0].trim_matches('`')).collect()
    }
}

fn sections(page: &str) -> Vec<Section<'_>> {
    let mut starts = Vec::new();
    let (mut at, mut is_code) = (0, false);
    for line in page.split_inclusive('\n') {
        is_code ^= line.starts_with("```");
        if line.starts_with('#') && !is_code {
            starts.push((at, at + line.len(), line.trim_start_matches('#').trim().replace('`', "")));
        }
        at += line.len();
    }
    let ends: Vec<usize> = starts.iter().skip(1).map(|next| next.0).chain([page.len()]).collect();
    let bounds = starts.into_iter().zip(ends);
    bounds.map(|((_, from, heading), to)| Section { heading, body: &page[from..to] }).collect()
}

fn section<'a>(page: &'a str, heading: &str) -> Section<'a> {
    let found = sections(page).into_iter().find(|section| section.heading == heading);
    found.unwrap_or_else(|| panic!("no section {heading:?}"))
}

/// What a link to a heading ends with, as code hosts make it.
fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase().replace(' ', "-");
    kept.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect()
}

/// Where the links of a text lead.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).map(|rest| rest.split_once(')').unwrap().0)
}

/// What the program prints when it is run in the folder of the repository.
fn run(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_papi-plan"));
    let command = command.current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("PAPI_PLAN_FILE");
    let day: &[&str] = if args.contains(&"--as-of") { &[] } else { &["--as-of", "2020-10-15"] };
    command.args(["--lang", "en"]).args(day).args(args).output().unwrap()
}

fn printed(args: &[&str]) -> String {
    String::from_utf8(run(args).stdout).unwrap()
}

// format.md

/// Under which heading each table of the schema is described; the empty name is the file itself.
const TABLES: [(&str, &str); 17] = [
    ("", "Top level"),
    ("plan", "[plan]"),
    ("rules", "[rules]"),
    ("office", "[office]"),
    ("task", "[[task]]"),
    ("due", "Deadlines"),
    ("within", "Relative deadlines"),
    ("after", "After"),
    ("every", "Recurring deadlines"),
    ("ended", "ended"),
    ("progress", "progress"),
    ("event", "[events]"),
    ("entry", "submitted"),
    ("extension", "extended"),
    ("directive", "[[directive]]"),
    ("agency", "[agencies]"),
    ("group", "[groups]"),
];

#[test]
fn every_key_of_the_file_is_described_and_no_other() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let tables = schema["$defs"].as_object().unwrap().iter().filter(|(_, table)| table["type"] == "object");
    for (name, _) in tables {
        assert!(TABLES.iter().any(|(known, _)| known == name), "no heading for the table {name}");
    }
    for (name, heading) in TABLES {
        let table = if name.is_empty() { &schema } else { &schema["$defs"][name] };
        let described = section(FORMAT, heading);
        let keys: BTreeSet<&str> = table["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(described.names().into_iter().collect::<BTreeSet<_>>(), keys, "{heading}");
        assert_eq!(described.rows().len(), keys.len(), "{heading}: a key twice");
        for row in described.rows() {
            let (key, needed, value) = (row[0].trim_matches('`'), row[1], row[2]);
            let is_required =
                table["required"].as_array().is_some_and(|keys| keys.iter().any(|required| required == key));
            assert_eq!(needed, if is_required { "yes" } else { "" }, "{heading}: {key}");
            let property = &table["properties"][key];
            for choice in property["enum"].as_array().into_iter().flatten().chain(property.get("const")) {
                assert!(value.contains(&format!("`{choice}`")), "{heading}: {key} takes {choice}");
            }
        }
    }
}

/// A plan for examples that show keys of a row.
const ROW: &str = r#"
version = 1
[plan]
number = "1/KH"
title = "A"
issuer = "B"
issued = 2020-01-01
[[task]]
id = "1"
title = "C"
lead = ["so-noi-vu"]
KEYS
[agencies]
so-noi-vu = { name = "Sở Nội vụ" }
"#;

#[test]
fn the_examples_of_the_file_are_read_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let examples = FORMAT.split("```toml\n").skip(1).map(|rest| rest.split_once("```").unwrap().0);
    let (mut whole, mut pieces) = (0, 0);
    for (number, example) in examples.enumerate() {
        let is_whole = example.starts_with("version = ");
        let plan = if is_whole { example.to_owned() } else { ROW.replace("KEYS", example) };
        *(if is_whole { &mut whole } else { &mut pieces }) += 1;
        let path = folder.path().join(format!("{number}.toml"));
        #[expect(clippy::disallowed_methods, reason = "a test sets up its files")]
        std::fs::write(&path, plan).unwrap();
        let said = run(&["check", "--deny-warnings", "--allow", "weekend-deadline", path.to_str().unwrap()]);
        assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stdout));
    }
    assert!(whole > 0 && pieces > 0, "{whole} {pieces}");
}

// meaning.md

#[test]
fn every_status_is_described_and_no_other() {
    assert_eq!(
        section(MEANING, "Status").names().into_iter().collect::<BTreeSet<_>>(),
        Status::ALL.map(Status::name).into()
    );
}

// commands.md

/// What the help of a command tells.
struct Help {
    usage: String,
    /// Each option as the page writes it: `-a, --agency AGENCY`.
    options: BTreeSet<String>,
    /// The words that options and arguments take.
    words: Vec<String>,
}

fn help(text: &str) -> Help {
    let usage = text.lines().find_map(|line| line.strip_prefix("Usage: ")).unwrap().to_owned();
    let lines = || text.lines().map(str::trim_start);
    let options = lines().filter(|line| line.starts_with("--") || line.starts_with('-') && line.contains(", --"));
    let in_line = lines().filter_map(|line| line.strip_prefix("[possible values: ")?.strip_suffix(']'));
    let in_list = lines().filter_map(|line| line.strip_prefix("- ")?.split_once(':')).map(|(word, _)| word);
    let words = in_line.flat_map(|words| words.split(", ")).chain(in_list).map(str::to_owned).collect();
    Help { usage, options: options.map(|line| line.replace(['<', '>'], "")).collect(), words }
}

/// The section on the options that every command has.
const FOR_ALL: &str = "Options of every command";

/// The section of a command, that on the options of all, and those on options that it leads to.
fn described(command: &str) -> Vec<Section<'static>> {
    let own = section(COMMANDS, command);
    let is_named = |other: &Section<'_>| {
        let link = format!("#{}", anchor(&other.heading));
        other.heading.starts_with("Options of ") && links(own.body).any(|to| to == link)
    };
    let shared: Vec<_> = sections(COMMANDS).into_iter().filter(is_named).collect();
    [own, section(COMMANDS, FOR_ALL)].into_iter().chain(shared).collect()
}

#[test]
fn every_command_and_every_option_is_described_and_no_other() {
    let root = printed(&["--help"]);
    let (_, list) = root.split_once("Commands:\n").unwrap();
    let list = list.split("\n\n").next().unwrap().lines();
    let commands: Vec<&str> = list.map(|line| line.split_whitespace().next().unwrap()).collect();
    assert!(commands.len() > 10, "{root}");
    let pages = sections(COMMANDS).into_iter().filter(|section| section.body.trim_start().starts_with("`papi-plan "));
    assert_eq!(pages.map(|section| section.heading).collect::<Vec<_>>(), commands);
    for command in commands {
        let (help, sections) = (help(&printed(&[command, "--help"])), described(command));
        assert!(sections[0].body.contains(&format!("`{}`", help.usage)), "{command}: {}", help.usage);
        let options: Vec<&str> = sections.iter().flat_map(Section::names).collect();
        let distinct: BTreeSet<String> = options.iter().map(|option| (*option).to_owned()).collect();
        assert_eq!(distinct, help.options, "{command}");
        assert_eq!(options.len(), distinct.len(), "{command}: an option twice");
        for word in help.words {
            assert!(sections.iter().any(|section| section.body.contains(&format!("`{word}`"))), "{command}: {word}");
        }
    }
    let general = section(COMMANDS, FOR_ALL).names().into_iter().map(str::to_owned);
    assert_eq!(general.collect::<BTreeSet<_>>(), help(&root).options);
}

// json-and-csv.md

/// Questions whose answers, together, have every kind of object; each with the section that describes it.
const QUESTIONS: [(&str, &[&str]); 12] = [
    ("list", &["list"]),
    ("missing", &["missing"]),
    ("log", &["log"]),
    ("show", &["show", "I"]),
    ("list", &["list", "-p", "examples/nhiem-vu-2026.toml", "--as-of", "2026-06-10"]),
    ("overdue", &["overdue", "--soon"]),
    ("agency", &["agency"]),
    ("agency AGENCY", &["agency", "cap-huyen"]),
    ("summary", &["summary"]),
    ("submit, withdraw, return, extend, event, note", &["submit", "2.2", "--dry-run"]),
    ("submit, withdraw, return, extend, event, note", &["extend", "II", "--to", "2020-12-01", "--dry-run"]),
    ("check", &["check", "tests/invalid/duplicate-id-row.toml"]),
];

/// Questions to many plans, in the same way.
const OF_MANY: [(&str, &[&str]); 7] = [
    ("overdue", &["overdue", "--soon"]),
    ("list", &["list"]),
    ("missing", &["missing"]),
    ("log", &["log"]),
    ("agency", &["agency"]),
    ("agency AGENCY", &["agency", "so-noi-vu"]),
    ("summary", &["summary"]),
];

/// Takes the place of its plan out of every object, and counts them.
fn places(value: &mut Value) -> usize {
    match value {
        Value::Array(values) => values.iter_mut().map(places).sum(),
        Value::Object(fields) => {
            let own = usize::from(fields.get("plan").is_some_and(Value::is_u64) && fields.remove("plan").is_some());
            own + fields.values_mut().map(places).sum::<usize>()
        }
        _ => 0,
    }
}

/// Holds an object against the fields of a section, and what is in it against the sections that these lead to.
fn hold(object: &Value, heading: &str, met: &mut BTreeSet<String>) {
    met.insert(heading.to_owned());
    let section = section(ANSWERS, heading);
    let fields: BTreeSet<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(section.names().into_iter().collect::<BTreeSet<_>>(), fields, "{heading}");
    for row in section.rows() {
        let (field, kind) = (row[0].trim_matches('`'), row[1]);
        assert!(fits(&object[field], kind, met), "{heading}: {field} is {kind}, not {}", object[field]);
    }
}

/// Whether a value is what the page says.
fn fits(value: &Value, kind: &str, met: &mut BTreeSet<String>) -> bool {
    let (kind, may_be_null) = kind.strip_suffix(" or null").map_or((kind, false), |kind| (kind, true));
    if value.is_null() {
        return may_be_null;
    }
    let mut leads_to = |value: &Value| {
        let target = links(kind).next().and_then(|link| link.strip_prefix('#')).unwrap();
        let section = sections(ANSWERS).into_iter().find(|section| anchor(&section.heading) == target).unwrap();
        hold(value, &section.heading, met);
        true
    };
    let is_day = |text: &str| text.len() == 10 && papi_plan::plan::parse_day(text).is_some();
    match kind {
        "list of ids" => value.as_array().is_some_and(|ids| ids.iter().all(Value::is_string)),
        _ if kind.starts_with("list of [") => value.as_array().is_some_and(|objects| objects.iter().all(leads_to)),
        _ if kind.starts_with('[') => leads_to(value),
        "texts by name" => value.as_object().is_some_and(|texts| texts.values().all(Value::is_string)),
        "number" => value.is_number(),
        "true or false" => value.is_boolean(),
        "text" | "id" => value.is_string(),
        "day" => value.as_str().is_some_and(is_day),
        _ => panic!("what is {kind:?}?"),
    }
}

#[test]
fn every_field_of_json_is_described_and_no_other() {
    let mut met = BTreeSet::new();
    for (heading, question) in QUESTIONS {
        let plan: &[&str] = if question.contains(&"-p") { &[] } else { &["-p", "examples/mid-october.toml"] };
        let args = [question, plan, &["--format", "json"]].concat();
        let mut answer: Value = serde_json::from_str(&printed(&args)).unwrap();
        let fields = answer.as_object_mut().unwrap();
        let opening = section(ANSWERS, "Every document").names().into_iter();
        let opening = opening.map(|name| (name.to_owned(), fields.remove(name).unwrap_or_default())).collect();
        hold(&Value::Object(opening), "Every document", &mut met);
        hold(&answer, heading, &mut met);
    }
    for (heading, question) in OF_MANY {
        let args = [question, &["-p", "examples", "--as-of", "2026-06-10", "--format", "json"]].concat();
        let mut answer: Value = serde_json::from_str(&printed(&args)).unwrap();
        let fields = answer.as_object_mut().unwrap();
        assert_eq!(fields.remove("plan"), Some(Value::Null));
        for opening in ["format", "format_version", "as_of"] {
            assert!(fields.remove(opening).is_some(), "{heading}: {opening}");
        }
        let plans = BTreeMap::from([("plans".to_owned(), fields.remove("plans").unwrap())]);
        hold(&Value::Object(plans.into_iter().collect()), "Many plans", &mut met);
        let places = fields.values_mut().map(places).sum::<usize>();
        assert_eq!(places > 0, heading != "agency", "{heading}: what is of one plan says so");
        hold(&answer, heading, &mut met);
    }
    let (json, _) = ANSWERS.split_once("## CSV\n").unwrap();
    let described = sections(json).into_iter().filter(|section| !section.rows().is_empty());
    assert_eq!(described.map(|section| section.heading).collect::<BTreeSet<_>>(), met);
}

#[test]
fn every_column_of_csv_is_described_and_no_other() {
    let forms: [(&str, &[&str]); 8] = [
        ("Obligations", &["list"]),
        ("Obligations", &["missing"]),
        ("Obligations", &["show", "I"]),
        ("Obligations", &["overdue"]),
        ("Obligations", &["agency", "so-noi-vu"]),
        ("Agencies", &["agency"]),
        ("Marks", &["log"]),
        ("Sums", &["summary"]),
    ];
    for (heading, question) in forms {
        let text = printed(&[question, &["--format", "csv"]].concat());
        let columns: Vec<&str> = text.lines().next().unwrap().split(',').collect();
        assert_eq!(section(ANSWERS, heading).names(), columns, "{question:?}");
    }
}

// codes.md

#[test]
fn every_code_is_described_with_its_severity_and_no_other() {
    let rows = sections(CODES).into_iter().flat_map(|section| {
        let is_older = section.heading == "Against an older version";
        section.rows().into_iter().map(move |row| (row[0].trim_matches('`'), row[1], is_older))
    });
    let mut described: Vec<(&str, &str, bool)> = rows.collect();
    let known = Code::ALL.iter().map(|code| (code.name(), code.severity().name(), code.needs_older()));
    let mut known: Vec<(&str, &str, bool)> = known.collect();
    described.sort_unstable();
    known.sort_unstable();
    assert_eq!(described, known);
}

// All pages

// documents.md

#[test]
fn every_placeholder_is_described_and_no_other() {
    let described: BTreeSet<&str> =
        DOCUMENTS.split("`{{").skip(1).filter_map(|rest| rest.split_once("}}`")).map(|(name, _)| name).collect();
    assert_eq!(described, FIELDS.into_iter().chain(ROW_FIELDS).collect());
}

#[test]
fn every_link_leads_somewhere() {
    let anchors: BTreeMap<&str, Vec<String>> = PAGES
        .iter()
        .map(|(name, page)| (*name, sections(page).iter().map(|section| anchor(&section.heading)).collect()))
        .collect();
    let mut count = 0;
    for (name, page) in PAGES {
        for link in links(page).filter(|link| *link != "../README.md") {
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let headings = anchors.get(if file.is_empty() { name } else { file });
            let is_there = headings.is_some_and(|all| heading.is_empty() || all.iter().any(|known| known == heading));
            let is_picture = link.strip_suffix(".png").is_some()
                && Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(link).is_file();
            assert!(is_there || is_picture, "{name}: {link}");
            count += 1;
        }
    }
    assert!(count > 50, "{count}");
}

// What cites them

/// The Rust files below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let files = files.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
    files.chain(folders.iter().flat_map(|folder| sources(folder))).collect()
}

/// Comments cite `docs/page.md`, or a section as `docs/page.md, Heading`, up to the next bracket, semicolon or end
/// of the line.
#[test]
fn every_citation_in_the_source_names_a_page_and_a_heading() {
    let mut count = 0;
    for path in sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        #[expect(clippy::disallowed_methods, reason = "a test reads the source")]
        let text = std::fs::read_to_string(&path).unwrap();
        for cited in text.lines().flat_map(|line| line.split("docs/").skip(1)) {
            let cited = cited.split([')', ';']).next().unwrap();
            let (page, heading) = cited.split_once(", ").unwrap_or((cited, ""));
            let page = PAGES.iter().find(|(name, _)| *name == page).map(|(_, text)| sections(text));
            let is_there =
                page.is_some_and(|all| heading.is_empty() || all.iter().any(|section| section.heading == heading));
            assert!(is_there, "{}: docs/{cited}", path.display());
            count += 1;
        }
    }
    assert!(count > 10, "{count}");
}
