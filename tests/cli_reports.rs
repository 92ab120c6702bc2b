//! Reports as they go out: whole answers of every report, in every form and both languages.
//!
//! The answers stand in `reports/`; `SNAPSHOTS=overwrite cargo test --test cli_reports` writes them anew. Read them
//! before you commit them.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests fail as tests do")]
#![allow(clippy::disallowed_methods, reason = "tests read the reports that were written")]

use snapbox::Data;
use snapbox::cmd::{Command, cargo_bin};
use std::collections::BTreeSet;
use std::path::Path;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

const OCTOBER: [&str; 4] = ["-p", "examples/mid-october.toml", "--as-of", "2020-10-15"];
const DIGITAL: [&str; 4] = ["-p", "examples/chuyen-doi-so.toml", "--as-of", "2026-01-15"];
const WORK: [&str; 4] = ["-p", "examples/nhiem-vu-2026.toml", "--as-of", "2026-07-20"];
const REORGANISED: [&str; 4] = ["-p", "examples/sap-xep-2025.toml", "--as-of", "2025-08-04"];
const LATER: [&str; 4] = ["-p", "examples/sap-xep-2025.toml", "--as-of", "2026-03-05"];
const MANY: [&str; 4] = ["-p", "examples", "--as-of", "2026-06-10"];
const HOSTILE: [&str; 4] = ["-p", "tests/reports/hostile.toml", "--as-of", "2020-03-01"];

/// The program in the root of the project, on a screen that never changes.
fn papi_plan() -> Command {
    let program = Command::new(cargo_bin!("papi-plan")).current_dir(ROOT).env("COLUMNS", "80").env("NO_COLOR", "1");
    ["LC_ALL", "LC_MESSAGES", "LANG", "PAPI_PLAN_FILE", "PAPI_PLAN_LANG"].into_iter().fold(program, Command::env_remove)
}

/// What a question is answered; it must be answered, and nothing else said.
fn answer(plan: &[&str], args: &[&str]) -> String {
    let output = papi_plan().args(plan).args(args).output().expect("the program runs");
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""), "{args:?}");
    String::from_utf8(output.stdout).expect("reports are UTF-8")
}

/// Compares an answer with `reports/<file>`; ends of lines aside.
fn is_recorded(file: &str, plan: &[&str], args: &[&str]) {
    let golden = Path::new(ROOT).join("tests/reports").join(file);
    papi_plan().args(plan).args(args).assert().code(0).stderr_eq("").stdout_eq(Data::read_from(&golden, None).raw());
}

/// Compares an answer in some of the forms `json`, `csv`, `md`, `vi` and `en` with `reports/<name>.<form>`.
fn forms_are_recorded(name: &str, plan: &[&str], question: &[&str], forms: &[&str]) {
    for form in forms {
        let (file, options): (String, &[&str]) = match *form {
            "json" => (format!("{name}.json"), &["--format", "json"]),
            "csv" => (format!("{name}.csv"), &["--format", "csv"]),
            "md" => (format!("{name}.md"), &["--format", "markdown", "--lang", "vi"]),
            lang => (format!("{name}.{lang}.txt"), &["--lang", lang]),
        };
        is_recorded(&file, plan, &[question, options].concat());
    }
}

const ALL: [&str; 5] = ["json", "csv", "md", "vi", "en"];

#[test]
fn overdue_is_as_recorded() {
    forms_are_recorded("overdue", &OCTOBER, &["overdue", "-a", "thanh-tra-tinh", "-a", "cap-huyen", "--soon"], &ALL);
    forms_are_recorded("overdue-all", &OCTOBER, &["overdue"], &["vi", "en"]);
    forms_are_recorded("overdue-by-agency", &OCTOBER, &["overdue", "--group-by", "agency"], &["vi", "en"]);
}

#[test]
fn what_is_overdue_can_be_read_in_one_go() {
    let lines = |lang: &str, columns: &str, units: &[&str]| {
        let asked = papi_plan().env("COLUMNS", columns).args(["--lang", lang, "overdue", "--as-of", "2020-10-15"]);
        let out = asked.args(units).assert().success().get_output().stdout.clone();
        String::from_utf8(out).unwrap().lines().count()
    };
    for lang in ["vi", "en"] {
        assert!(lines(lang, "120", &[]) <= 100, "{lang}, wide");
        assert!(lines(lang, "80", &[]) <= 130, "{lang}, narrow");
        // Of 212 obligations: a title stands once a row, a district once, and no line between the units of one.
        assert!(lines(lang, "120", &["--units"]) <= 470, "{lang}, unit by unit");
    }
}

#[test]
fn list_is_as_recorded() {
    forms_are_recorded("list", &OCTOBER, &["list", "4"], &ALL);
    forms_are_recorded("list-agency", &OCTOBER, &["list", "-a", "Sở Xây dựng", "--search", "xây dựng"], &ALL);
    forms_are_recorded("list-digital", &DIGITAL, &["list"], &["csv", "vi", "en"]);
}

#[test]
fn log_is_as_recorded() {
    forms_are_recorded("log", &OCTOBER, &["log", "-a", "Sở Xây dựng", "-a", "so-lao-dong"], &ALL);
    forms_are_recorded("log-days", &OCTOBER, &["log", "--from", "12/10/2020", "--to", "13/10/2020"], &["vi", "en"]);
    forms_are_recorded("log-none", &OCTOBER, &["log", "7"], &["vi", "en"]);
    forms_are_recorded("work-log", &WORK, &["log"], &["json", "csv", "vi", "en"]);
}

#[test]
fn show_is_as_recorded() {
    forms_are_recorded("show", &OCTOBER, &["show", "2.3"], &ALL);
    forms_are_recorded("show-part", &OCTOBER, &["show", "1.2"], &["json", "csv", "vi"]);
    forms_are_recorded("show-heading", &OCTOBER, &["show", "II"], &["json", "csv", "vi"]);
    forms_are_recorded("show-units", &OCTOBER, &["show", "I"], &["vi", "en"]);
    forms_are_recorded("show-any", &DIGITAL, &["show", "I.4"], &["json", "csv", "vi", "en"]);
}

#[test]
fn agency_is_as_recorded() {
    forms_are_recorded("agency", &DIGITAL, &["agency", "so-khoa-hoc-cong-nghe"], &ALL);
    forms_are_recorded("agency-support", &OCTOBER, &["agency", "dien luc"], &["json", "csv", "vi"]);
    forms_are_recorded("agency-group", &OCTOBER, &["agency", "xa-tp-song-cong"], &["vi"]);
    forms_are_recorded("agencies", &DIGITAL, &["agency"], &ALL);
    forms_are_recorded("agencies-october", &OCTOBER, &["agency"], &["csv", "vi", "en"]);
}

#[test]
fn summary_is_as_recorded() {
    forms_are_recorded("summary", &DIGITAL, &["summary"], &ALL);
    forms_are_recorded("summary-october", &OCTOBER, &["summary"], &["csv", "vi", "en"]);
}

#[test]
fn what_recurs_waits_and_is_only_partly_named_is_as_recorded() {
    forms_are_recorded("work-list", &WORK, &["list", "--cells", "--progress"], &ALL);
    forms_are_recorded("work-overdue", &WORK, &["overdue", "--soon", "--progress"], &["json", "csv", "vi", "en"]);
    forms_are_recorded("work-missing", &WORK, &["missing"], &["json", "csv", "vi", "en"]);
    forms_are_recorded("work-recurring", &WORK, &["show", "1"], &["vi", "en"]);
    forms_are_recorded("work-recurring-group", &WORK, &["show", "2"], &["vi", "en"]);
    forms_are_recorded("work-open-class", &WORK, &["show", "6", "--units"], &["json", "vi", "en"]);
    forms_are_recorded("work-waiting", &WORK, &["show", "7"], &["vi", "en"]);
    forms_are_recorded("work-by-cell", &WORK, &["list", "--cell", "person=chu tich", "--cells"], &["vi"]);
    forms_are_recorded("work-summary", &WORK, &["summary"], &["vi"]);
    forms_are_recorded("work-brief", &WORK, &["summary", "--brief"], &["vi", "en"]);
}

#[test]
fn bodies_that_ended_and_who_took_over_are_as_recorded() {
    forms_are_recorded("reorganised-list", &REORGANISED, &["list"], &["json", "csv", "vi", "en"]);
    forms_are_recorded("reorganised-units", &REORGANISED, &["list", "--units"], &["vi"]);
    forms_are_recorded("reorganised-agency", &REORGANISED, &["agency", "huyện Minh Nam"], &["json", "vi", "en"]);
    forms_are_recorded("reorganised-agencies", &REORGANISED, &["agency"], &["vi", "en"]);
    forms_are_recorded("reorganised-overdue", &LATER, &["overdue", "--units"], &["en"]);
    forms_are_recorded("reorganised-missing-later", &LATER, &["missing"], &["vi"]);
    forms_are_recorded("reorganised-missing", &REORGANISED, &["missing", "-a", "UBND xã Tây"], &["vi", "en"]);
}

#[test]
fn many_plans_are_as_recorded() {
    forms_are_recorded("many-overdue", &MANY, &["overdue", "-a", "Sở Nội vụ", "--soon"], &ALL);
    forms_are_recorded(
        "many-by-agency",
        &MANY,
        &["overdue", "--group-by", "agency", "-a", "so noi vu", "-a", "so tai chinh"],
        &["vi"],
    );
    forms_are_recorded("many-list", &MANY, &["list", "--status", "due-soon", "--cells"], &["csv", "vi", "en"]);
    forms_are_recorded("many-missing", &MANY, &["missing", "-a", "Văn phòng UBND tỉnh"], &["csv", "vi", "en"]);
    forms_are_recorded("many-log", &MANY, &["log", "--from", "2026-05-15"], &ALL);
    forms_are_recorded("many-agency", &MANY, &["agency", "Sở Tư pháp"], &["vi", "en"]);
    forms_are_recorded("many-agencies", &MANY, &["agency"], &["csv", "vi"]);
    forms_are_recorded("many-summary", &MANY, &["summary"], &["csv", "md", "vi", "en"]);
    forms_are_recorded("many-brief", &MANY, &["summary", "--brief"], &["vi", "en"]);
}

#[test]
fn hostile_text_stays_in_its_cell() {
    let questions: [&[&str]; 5] = [&["list"], &["overdue"], &["show", "=1+1"], &["agency", "aa"], &["summary"]];
    for question in questions {
        forms_are_recorded(&format!("hostile-{}", question[0]), &HOSTILE, question, &["csv", "md", "en"]);
    }
    forms_are_recorded("hostile-further", &HOSTILE, &["list", "--cells", "--progress"], &["md", "en"]);
}

#[test]
fn no_report_steers_a_terminal_or_runs_as_a_formula() {
    for question in
        [vec!["list"], vec!["overdue"], vec!["show", "=1+1"], vec!["agency", "aa"], vec!["agency"], vec!["summary"]]
    {
        let table = answer(&HOSTILE, &question);
        assert!(!table.contains(|c: char| c.is_control() && c != '\n'), "{table:?}");
        let csv = answer(&HOSTILE, &[question, vec!["--format", "csv"]].concat());
        let cells = csv.split([',', '\n']).map(|cell| cell.trim_start_matches('"'));
        assert!(!cells.into_iter().any(|cell| cell.starts_with(['=', '@', '+'])), "{csv}");
    }
}

#[test]
fn a_filter_that_matches_nothing_says_so() {
    let nothing = answer(&OCTOBER, &["list", "--search", "zzz", "--lang", "en"]);
    assert!(nothing.ends_with("No row matches the filters.\n"), "{nothing}");
    let header = answer(&OCTOBER, &["list", "--search", "zzz", "--format", "csv"]);
    assert_eq!(header.lines().count(), 1);
}

#[test]
fn the_ending_of_a_file_names_the_form_and_format_wins_over_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let written = |file: &str, more: &[&str]| {
        let path = folder.path().join(file);
        let path = path.to_str().expect("a path in UTF-8");
        let said = format!("Đã ghi báo cáo vào tệp {path}\n");
        let program = papi_plan().args(OCTOBER).args(["list", "4", "--lang", "vi", "-o", path]).args(more);
        program.assert().code(0).stdout_eq("").stderr_eq(Data::text(said).raw());
        std::fs::read_to_string(path).expect("the report is written")
    };
    let piped = |form: &str| answer(&OCTOBER, &["list", "4", "--lang", "vi", "--format", form]);
    assert_eq!(written("a.csv", &[]), format!("\u{feff}{}", piped("csv")));
    assert!(piped("csv").lines().count() > 5 && piped("csv").matches("\r\n").count() == piped("csv").lines().count());
    assert_eq!(written("a.JSON", &[]), piped("json"));
    assert_eq!(written("a.md", &[]), piped("markdown"));
    assert_eq!(written("a.txt", &[]), piped("table"));
    assert_eq!(written("a.md", &["--format", "json"]), piped("json"));
    assert_eq!(written("a.anything", &["--format", "table"]), piped("table"));
}

#[test]
fn a_file_that_cannot_be_the_report_is_refused() {
    let refused = |args: &[&str], says: &str| {
        let all = [&["list", "--lang", "en"], args].concat();
        papi_plan().args(OCTOBER).args(all).assert().code(2).stdout_eq("").stderr_eq(Data::text(says).raw());
    };
    let endings =
        "\n  help: known endings: .txt, .json, .csv, .md, .markdown, .docx, .xlsx, .ics, .html; or add --format\n";
    refused(&["-o", "a.xyz"], &format!("error: the ending of a.xyz names no format{endings}"));
    refused(&["-o", "\u{1b}[31m"], &format!("error: the ending of \\u{{1b}}[31m names no format{endings}"));
    refused(&["-o", "no/such/a.csv"], "error: cannot write no/such/a.csv: there is no such folder\n");
    refused(&["-o", "Cargo.toml/a.csv"], "error: cannot write Cargo.toml/a.csv: there is no such folder\n");
    let plan = "examples/mid-october.toml";
    let own =
        format!("error: {plan} is the plan itself; it is not overwritten\n  help: name another file for the report\n");
    refused(&["--format", "csv", "-o", plan], &own);
}

#[test]
fn what_was_typed_does_not_steer_the_terminal() {
    for typed in
        [["list", "\u{1b}[31m\u{7}"], ["show", "\u{1b}[31m\u{7}"], ["agency", "\u{202e}\u{7}"], ["list", "--\u{7}"]]
    {
        let output = papi_plan().args(OCTOBER).args(typed).output().expect("the program runs");
        let said = String::from_utf8(output.stderr).expect("errors are UTF-8");
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(!said.contains(|c: char| (c.is_control() && c != '\n') || c == '\u{202e}'), "{said:?}");
    }
}

#[test]
fn reports_speak_one_language() {
    // The plan's own texts are in no language, so that every word is the program's.
    let words = |lang: &str| -> BTreeSet<String> {
        let questions: [&[&str]; 7] = [
            &["list"],
            &["overdue", "--soon"],
            &["overdue", "--group-by", "agency"],
            &["show", "=1+1", "--units"],
            &["agency", "aa"],
            &["agency"],
            &["summary"],
        ];
        let all = questions.map(|question| answer(&HOSTILE, &[question, &["--lang", lang]].concat())).concat();
        all.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1).map(str::to_lowercase).collect()
    };
    let source = std::fs::read_to_string(Path::new(ROOT).join(HOSTILE[1])).expect("the plan can be read");
    let own: BTreeSet<String> = source.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
    let (vi, en) = (words("vi"), words("en"));
    let both: Vec<_> = vi.intersection(&en).filter(|word| !own.contains(*word)).collect();
    assert!(both.is_empty(), "words of both languages: {both:?}");
    assert!(en.iter().all(|word| word.is_ascii()), "{en:?}");
}
