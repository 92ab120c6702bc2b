//! One question to many plans: the answer is that of each plan by itself, put together.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that fails says where")]

mod shared;

use serde_json::Value;
use shared::transcript;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The plans that are shipped, in the order of their paths.
const SHIPPED: [&str; 5] = [
    "examples/cai-cach-hanh-chinh.toml",
    "examples/chuyen-doi-so.toml",
    "examples/mid-october.toml",
    "examples/nhiem-vu-2026.toml",
    "examples/sap-xep-2025.toml",
];

/// A question in a folder, in a plain environment.
fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_papi-plan"));
    command.current_dir(folder).env("COLUMNS", "100").args(args);
    for name in ["PAPI_PLAN_FILE", "PAPI_PLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command
}

fn ask(folder: &Path, args: &[&str]) -> Output {
    command(folder, args).output().unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The answer of the shipped plans as JSON.
fn json(plans: &[&str], question: &[&str]) -> Value {
    let output = ask(root(), &[plans, question, &["--as-of", "2026-06-10", "--format", "json"]].concat());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{question:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A list of an answer; each of its objects says of which plan it is, and so does what is in it.
fn listed(answer: &Value, list: &str, plan: Option<usize>) -> Vec<Value> {
    let mut objects = answer[list].as_array().unwrap().clone();
    for object in &mut objects {
        let inner = object.get_mut("obligations").and_then(Value::as_array_mut);
        inner.into_iter().flatten().for_each(|obligation| say(obligation, plan));
        say(object, plan);
    }
    objects
}

fn say(object: &mut Value, plan: Option<usize>) {
    if let Some(plan) = plan {
        object["plan"] = plan.into();
    }
}

/// The lists of each shipped plan, one after the other.
fn one_after_the_other(question: &[&str], list: &str) -> Vec<Value> {
    let each = SHIPPED.iter().enumerate();
    each.flat_map(|(place, file)| listed(&json(&["-p", file], question), list, Some(place))).collect()
}

#[test]
fn lists_are_those_of_the_plans_one_after_the_other() {
    let cases: [(&[&str], &str); 5] = [
        (&["list"], "rows"),
        (&["list", "--units", "--status", "overdue", "--due-from", "2026-01"], "rows"),
        (&["missing"], "missing"),
        (&["missing", "--overdue"], "missing"),
        (&["summary"], "sections"),
    ];
    for (question, list) in cases {
        let question: Vec<&str> =
            question.iter().map(|word| if *word == "2026-01" { "2026-01-01" } else { word }).collect();
        let many = json(&["-p", "examples"], &question);
        assert_eq!(listed(&many, list, None), one_after_the_other(&question, list), "{question:?}");
        assert_eq!(many["plan"], Value::Null);
        let files: Vec<&str> =
            many["plans"].as_array().unwrap().iter().map(|plan| plan["file"].as_str().unwrap()).collect();
        assert_eq!(files, SHIPPED);
        assert_eq!(many["plans"][2]["number"], "15/KH-UBND");
    }
}

#[test]
fn what_is_overdue_comes_most_days_late_first_and_marks_newest_first_then_plan_by_plan() {
    let question = ["overdue", "--soon", "30"];
    let many = json(&["-p", "examples"], &question);
    let mut overdue = one_after_the_other(&question, "overdue");
    overdue.sort_by_key(|obligation| -obligation["days_late"].as_i64().unwrap());
    assert_eq!(listed(&many, "overdue", None), overdue);
    let mut soon = one_after_the_other(&question, "due_soon");
    soon.sort_by_key(|obligation| obligation["days_left"].as_i64());
    assert_eq!(listed(&many, "due_soon", None), soon);
    assert!(!soon.is_empty() && overdue.len() > 100);
    let mut marks = one_after_the_other(&["log"], "marks");
    marks.sort_by(|one, other| other["on"].as_str().cmp(&one["on"].as_str()));
    assert_eq!(listed(&json(&["-p", "examples"], &["log"]), "marks", None), marks);
}

/// Adds up what two objects count.
fn add(to: &mut Value, from: &Value) {
    for (name, number) in from.as_object().unwrap() {
        to[name] = (to[name].as_u64().unwrap_or(0) + number.as_u64().unwrap()).into();
    }
}

#[test]
fn counts_add_up_and_bodies_whose_names_are_alike_are_one() {
    let many = (json(&["-p", "examples"], &["summary"]), json(&["-p", "examples"], &["agency"]));
    let mut total = Value::Object(serde_json::Map::new());
    // By the name of the body: the first id, and what it has to do.
    let mut of_bodies: BTreeMap<String, (Value, Value, u64)> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    for file in SHIPPED {
        add(&mut total, &json(&["-p", file], &["summary"])["total"]);
        for agency in json(&["-p", file], &["agency"])["agencies"].as_array().unwrap() {
            let name = agency["name"].as_str().unwrap().to_owned();
            let (_, counts, leads) = of_bodies.entry(name.clone()).or_insert_with(|| {
                order.push(name);
                (agency["id"].clone(), Value::Object(serde_json::Map::new()), 0)
            });
            add(counts, &agency["counts"]);
            *leads += agency["leads"].as_u64().unwrap();
        }
    }
    assert_eq!(many.0["total"], total);
    let rate = total["on_time"].as_f64().unwrap() + total["late"].as_f64().unwrap();
    let rate = rate / (rate + total["overdue"].as_f64().unwrap());
    assert!((many.0["rates"]["completed"].as_f64().unwrap() - rate).abs() < 1e-12);
    let agencies = many.1["agencies"].as_array().unwrap();
    assert_eq!(agencies.iter().map(|agency| agency["name"].as_str().unwrap()).collect::<Vec<_>>(), order);
    for agency in agencies {
        let (id, counts, leads) = &of_bodies[agency["name"].as_str().unwrap()];
        assert_eq!((&agency["id"], &agency["counts"], agency["leads"].as_u64()), (id, counts, Some(*leads)));
    }
    for agency in many.0["agencies"].as_array().unwrap() {
        assert_eq!(agency["counts"], of_bodies[agency["name"].as_str().unwrap()].1, "{}", agency["name"]);
    }
}

const PLAN: &str = r#"version = 1
plan = { number = "1/KH", title = "Kế hoạch một", issuer = "UBND tỉnh", issued = 2020-08-25 }
[[task]]
id = "1"
title = "Báo cáo"
lead = ["a"]
due = { by = 2020-10-10 }
submitted = [
  { on = 2020-10-08, ref = "1/BC" },
]
[[task]]
id = "2"
title = "Tổng kết"
lead = ["b"]
due = { by = 2020-10-12 }
[agencies]
a = { name = "Sở Y tế" }
b = { name = "Sở Tư pháp" }
"#;

/// A folder of plans: two that can be asked, a third below another folder, one with errors, and what is no plan.
fn province() -> TempDir {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    for below in ["b", ".hidden", "b/.git"] {
        fs::create_dir(at(below)).unwrap();
    }
    let second = PLAN.replace("1/KH", "2/KH").replace("Kế hoạch một", "Kế hoạch hai");
    // The same id is another body here, and the same body has another id.
    let second = second.replace("a = { name = \"Sở Y tế\" }", "a = { name = \"Sở Nội vụ\" }");
    let second = second.replace("b = { name = \"Sở Tư pháp\" }", "b = { name = \"SỞ Y TẾ\", short = \"SYT\" }");
    let third = PLAN.replace("number = \"1/KH\", ", "").replace("Kế hoạch một", "Dự thảo").replace("10-12", "10-01");
    for (name, text) in [
        ("a.toml", PLAN),
        ("b/second.toml", &second),
        ("c.toml", &third),
        ("b/broken.toml", &PLAN.replace("lead = [\"a\"]", "lead = [\"x\"]")),
        ("b/Cargo.toml", "[package]\nname = \"x\"\n"),
        ("b/foreign.toml", "plan = \"free\"\nbroken = \n"),
        (".hidden/a.toml", PLAN),
        ("b/.git/a.toml", PLAN),
        (".a.toml", PLAN),
        ("notes.txt", PLAN),
    ] {
        fs::write(at(name), text).unwrap();
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("a.toml", at("link.toml")).unwrap();
        std::os::unix::fs::symlink(".", at("round")).unwrap();
    }
    folder
}

#[test]
fn a_folder_is_every_plan_below_it_and_a_broken_one_is_told_and_left_out() {
    let folder = province();
    let output = ask(folder.path(), &["-p", ".", "overdue", "--as-of", "2020-10-15"]);
    let told = "exit 3
3 plans
Data as of 2020-10-15
Left out, because of errors: 1 plan

No.  Content   Lead agency  Deadline    Status
═══════════════════════════════════════════════════════
Dự thảo (c.toml)
───────────────────────────────────────────────────────
2    Tổng kết  Sở Tư pháp   2020-10-01  Overdue 14 days
───────────────────────────────────────────────────────
Plan 1/KH: Kế hoạch một (a.toml)
───────────────────────────────────────────────────────
2    Tổng kết  Sở Tư pháp   2020-10-12  Overdue 3 days
───────────────────────────────────────────────────────
Plan 2/KH: Kế hoạch hai (b/second.toml)
───────────────────────────────────────────────────────
2    Tổng kết  SỞ Y TẾ      2020-10-12  Overdue 3 days

3/6 obligations overdue (3 rows, 2 agencies).
error: b/broken.toml has errors (1), to be fixed before it can be asked or marked (see: papi-plan check b/broken.toml)
";
    assert_eq!(transcript(&output), told);
}

#[test]
fn a_name_is_looked_up_in_each_plan_and_one_that_none_has_is_an_error() {
    let folder = province();
    let plans = ["-p", "a.toml", "-p", "b/second.toml", "-p", "c.toml", "--as-of", "2020-10-15"];
    let ask = |question: &[&str]| ask(folder.path(), &[&plans, question].concat());
    let names = |output: &Output| -> Vec<(u64, String)> {
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        let rows = answer["leads"].as_array().unwrap().iter();
        rows.map(|row| (row["plan"].as_u64().unwrap(), row["id"].as_str().unwrap().to_owned())).collect()
    };
    let output = ask(&["agency", "sở y tế", "--format", "json"]);
    let expected = [(0, "1"), (1, "2"), (2, "1")].map(|(plan, id)| (plan, id.to_owned()));
    assert_eq!((output.status.code(), names(&output)), (Some(0), expected.to_vec()));
    assert_eq!(names(&ask(&["agency", "SYT", "--format", "json"])), [(1, "2".to_owned())]);
    assert_eq!(
        transcript(&ask(&["agency", "so y tee"])),
        "exit 2\nerror: no agency or group is called \"so y tee\"\n  help: did you mean \"Sở Y tế\"?\n"
    );
    let output = ask(&["overdue", "-a", "Sở Nội vụ", "-a", "khong co"]);
    assert!(transcript(&output).starts_with("exit 2\nerror: no agency or group is called \"khong co\""));
    let output = ask(&["list", "3"]);
    assert!(transcript(&output).starts_with("exit 2\nerror: there is no row \"3\""), "{}", transcript(&output));
    // Both are somewhere, but nowhere together.
    assert_eq!(transcript(&ask(&["missing", "-a", "SYT", "-a", "Sở Tư pháp", "1"])).lines().nth(1), Some("3 plans"));
}

#[test]
fn a_name_that_is_unclear_in_one_plan_leaves_that_one_out() {
    let folder = province();
    let unclear = PLAN.replace("Sở Tư pháp", "Phòng Y tế");
    fs::write(folder.path().join("c.toml"), unclear).unwrap();
    let output = ask(folder.path(), &["-p", "a.toml", "-p", "c.toml", "agency", "y te", "--format", "csv"]);
    let said = transcript(&output);
    assert!(said.starts_with("exit 2\ntask,"), "{said}");
    assert!(said.contains(",1/KH,a.toml\r\n") && said.contains("error: c.toml: \"y te\" could be"), "{said}");
}

#[test]
fn plans_are_named_before_the_command_and_behind_it_and_each_counts_once() {
    let folder = province();
    let files = |args: &[&str]| {
        let output = ask(folder.path(), &[args, &["--format", "json"]].concat());
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        let plans = answer["plans"].as_array().unwrap().iter();
        plans.map(|plan| plan["file"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(files(&["-p", "c.toml", "summary", "-p", "a.toml"]), "c.toml a.toml");
    assert_eq!(files(&["-p", "b", "-p", "a.toml", "-p", "./b/second.toml", "summary"]), "b/second.toml a.toml");
    assert_eq!(files(&["-p", "a.toml", "-p", "a.toml", "summary"]), "a.toml");
    assert_eq!(files(&["-p", ".hidden", "summary"]), ".hidden/a.toml", "what is named is not passed over");
    let mut of_environment = command(folder.path(), &["summary", "--format", "json"]);
    let answer = of_environment.env("PAPI_PLAN_FILE", "b").output().unwrap();
    assert!(String::from_utf8_lossy(&answer.stdout).contains("b/second.toml"));
    let mut of_input = command(folder.path(), &["-p", "-", "-p", "c.toml", "summary", "--format", "json"]);
    let mut child = of_input.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(PLAN.as_bytes()).unwrap();
    let answer: Value = serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap();
    assert_eq!((answer["plans"][0]["file"].as_str(), answer["total"]["total"].as_u64()), (Some("-"), Some(4)));
}

#[test]
fn spreadsheets_have_the_plan_and_the_file_at_the_end_of_a_line() {
    let folder = province();
    let csv = |question: &[&str]| {
        let plans = ["-p", "a.toml", "-p", "c.toml", "--as-of", "2020-10-15", "--lang", "vi"];
        let output = ask(folder.path(), &[&plans, question, &["--format", "csv"]].concat());
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
        String::from_utf8(output.stdout).unwrap()
    };
    for question in ["list", "overdue", "missing", "log", "summary"] {
        let text = csv(&[question]);
        let mut lines = text.lines();
        assert!(lines.next().unwrap().ends_with(",plan,file"), "{question}");
        assert!(lines.any(|line| line.ends_with(",Dự thảo,c.toml")), "{question}: {text}");
    }
    assert_eq!(
        csv(&["log"]),
        "task,period,agency,action,on,approximate,ref,note,to,event,plan,file\r\n\
        1,,a,submitted,2020-10-08,false,1/BC,,,,1/KH,a.toml\r\n\
        1,,a,submitted,2020-10-08,false,1/BC,,,,Dự thảo,c.toml\r\n"
    );
    assert!(csv(&["summary"]).contains("agency,a,Sở Y tế,2,2,0,0,0,0,0,1,0,,\r\n"), "{}", csv(&["summary"]));
    assert!(
        csv(&["agency"]).starts_with("id,name,leads,supports,total,on_time,late,overdue,due_soon,pending,open\r\n")
    );
}

#[test]
#[cfg(unix)]
fn no_name_of_a_file_steers_a_terminal() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a\u{1b}[31m\n|b.toml"), PLAN).unwrap();
    fs::write(folder.path().join("broken\u{1b}[2J.toml"), "[plan]\n").unwrap();
    for question in [&["overdue"][..], &["list", "--format", "csv"], &["list", "--format", "markdown"], &["summary"]] {
        let output = ask(folder.path(), &[&["-p", ".", "--as-of", "2020-10-15"], question].concat());
        let said = transcript(&output);
        assert!(said.starts_with("exit 3\n") && said.contains("broken\\u{1b}[2J.toml"), "{said}");
        assert!(!said.contains('\u{1b}'), "{said}");
    }
    // To a program the name is what it is.
    let json = ask(folder.path(), &["-p", ".", "list", "--format", "json"]);
    let answer: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(answer["plans"][0]["file"], "a\u{1b}[31m\n|b.toml");
}

#[test]
fn exit_codes_tell_what_is_found_and_what_was_left_out() {
    let folder = province();
    let code = |args: &[&str]| ask(folder.path(), args).status.code();
    let both = ["-p", "a.toml", "-p", "c.toml"];
    assert_eq!(code(&[&both[..], &["overdue", "--as-of", "2020-10-15"]].concat()), Some(0));
    assert_eq!(code(&[&both[..], &["overdue", "--as-of", "2020-10-15", "--exit-code"]].concat()), Some(1));
    assert_eq!(code(&[&both[..], &["overdue", "--as-of", "2020-09-15", "--exit-code"]].concat()), Some(0));
    assert_eq!(code(&["-p", ".", "overdue", "--as-of", "2020-10-15", "--exit-code"]), Some(3));
    let said = |args: &[&str]| transcript(&ask(folder.path(), args));
    assert_eq!(
        said(&["-p", "a.toml", "-p", "typo.toml", "list"]),
        "exit 2\nerror: cannot read typo.toml: there is no such file\n"
    );
    assert_eq!(
        said(&["-p", "b/broken.toml", "-p", "b/broken.toml", "list"]),
        "exit 3\nerror: b/broken.toml has errors (1), to be fixed before it can be asked or marked (see: papi-plan check b/broken.toml)\n"
    );
    fs::create_dir(folder.path().join("empty")).unwrap();
    assert!(said(&["-p", "empty", "list"]).starts_with("exit 2\nerror: there is no plan there\n"));
    assert!(said(&[&both[..], &["show", "1"]].concat()).starts_with("exit 2\nerror: this command is about one plan\n"));
    assert!(
        said(&[&both[..], &["submit", "2"]].concat()).starts_with("exit 2\nerror: this command is about one plan\n")
    );
    assert!(said(&[&both[..], &["list", "-o", "a.toml", "--format", "json"]].concat()).starts_with("exit 2\n"));
    assert_eq!(fs::read_to_string(folder.path().join("a.toml")).unwrap(), PLAN);
}

#[test]
fn of_two_thousand_plans_one_is_broken_and_the_answer_stands() {
    let folder = TempDir::new().unwrap();
    for number in 0..2000 {
        let text = PLAN.replace("1/KH", &format!("{number}/KH"));
        let text = if number == 1234 { text.replace("due =", "du =") } else { text };
        fs::write(folder.path().join(format!("{number:04}.toml")), text).unwrap();
    }
    let output = ask(folder.path(), &["-p", ".", "overdue", "--as-of", "2020-10-15", "--format", "json"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), said.lines().count()), (Some(3), 1));
    assert!(said.contains("1234.toml has errors"), "{said}");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["totals"]["overdue"], 1999);
    assert_eq!(answer["totals"]["agencies_overdue"], 1);
    let places: Vec<u64> =
        answer["overdue"].as_array().unwrap().iter().map(|one| one["plan"].as_u64().unwrap()).collect();
    assert_eq!(places, (0..1999).collect::<Vec<_>>(), "all are as late: plan by plan");
    assert_eq!(answer["plans"][1234]["number"], "1235/KH");
}
