//! Pages for a browser as they go out: whole, but for the style and the script, with a line for each element.
//!
//! `SNAPSHOTS=overwrite cargo test --test pages` writes those in `reports/` anew; read them before you commit them. That
//! they work in a browser is seen by `readers/page.py`.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read the pages that were written")]

mod shared;

use papi_plan::cli::{Terminal, Terminals};
use shared::world::{Answer, Outside};
use snapbox::{Assert, Data};
use std::collections::BTreeSet;
use std::path::Path;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

const OCTOBER: [&str; 4] = ["-p", "examples/mid-october.toml", "--as-of", "2020-10-15"];
const WORK: [&str; 4] = ["-p", "examples/nhiem-vu-2026.toml", "--as-of", "2026-07-20"];
const MANY: [&str; 4] = ["-p", "examples", "--as-of", "2026-06-10"];
const HOSTILE: [&str; 4] = ["-p", "tests/reports/hostile.toml", "--as-of", "2020-03-01"];

fn ask(plan: &[&str], args: &[&str]) -> Answer {
    Outside::new(ROOT).run(&[plan, args].concat())
}

/// A page; it must be answered, and nothing else said.
fn page(plan: &[&str], args: &[&str]) -> String {
    let answer = ask(plan, args);
    assert_eq!((answer.exit, answer.err.as_str()), (0, ""), "{args:?}");
    answer.out
}

/// A page without its style and script and the hashes of these, an element a line.
fn markup(page: &str) -> String {
    let without = |text: &str, from: &str, to: &str| {
        let (before, rest) = text.split_once(from).unwrap();
        let (_, after) = rest.split_once(to).unwrap();
        format!("{before}{from}…{to}{after}")
    };
    let page = without(&without(page, "<style>", "</style>"), "<script>", "</script>");
    let page = without(&without(&page, "style-src '", "'"), "script-src '", "'");
    page.replace("><", ">\n<") + "\n"
}

fn is_recorded(name: &str, plan: &[&str], args: &[&str]) {
    let golden = Path::new(ROOT).join("tests/reports").join(format!("{name}.html"));
    let markup = markup(&page(plan, args));
    Assert::new().action_env("SNAPSHOTS").eq(Data::text(markup).raw(), Data::read_from(&golden, None).raw());
}

#[test]
fn pages_are_as_recorded() {
    let html = ["--format", "html"];
    is_recorded("page.en", &HOSTILE, &["page", "--lang", "en"]);
    is_recorded("page.vi", &HOSTILE, &["page", "--lang", "vi"]);
    is_recorded("overdue.vi", &OCTOBER, &[&["overdue", "--soon", "--lang", "vi"][..], &html].concat());
    is_recorded("missing.vi", &OCTOBER, &[&["missing", "4", "--lang", "vi"][..], &html].concat());
    is_recorded("work-list.en", &WORK, &[&["list", "--cells", "--progress", "--lang", "en"][..], &html].concat());
    is_recorded("agency.vi", &WORK, &[&["agency", "so-tai-chinh", "--lang", "vi"][..], &html].concat());
    is_recorded("summary.en", &WORK, &[&["summary", "--lang", "en"][..], &html].concat());
}

/// What a page says, without its markup.
fn words(page: &str) -> BTreeSet<String> {
    let markup = markup(page);
    let text: Vec<&str> = markup.split('<').filter_map(|element| Some(element.split_once('>')?.1)).collect();
    let text = text.join(" ");
    text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1).map(str::to_lowercase).collect()
}

#[test]
fn a_page_speaks_one_language() {
    let of = |lang: &str| words(&page(&HOSTILE, &["page", "--lang", lang]));
    let source = std::fs::read_to_string(Path::new(ROOT).join(HOSTILE[1])).unwrap();
    let own: BTreeSet<String> = source.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect();
    let (vi, en) = (of("vi"), of("en"));
    // Signs that markup has in the place of others, and the name of the program.
    let same = ["amp", "gt", "lt", "quot", "papi"];
    let is_ours = |word: &&String| !own.contains(*word) && !same.contains(&word.as_str());
    let both: Vec<&String> = vi.intersection(&en).filter(is_ours).collect();
    assert!(both.is_empty(), "words of both languages: {both:?}");
    assert!(en.len() > 50 && en.iter().all(|word| word.is_ascii()), "{en:?}");
}

#[test]
fn a_page_of_many_plans_has_a_table_for_each() {
    let page = page(&MANY, &["page", "--lang", "en"]);
    let (_, overdue) = page.split_once(">Overdue</h2>").unwrap();
    let (overdue, _) = overdue.split_once("</section>").unwrap();
    let captions: Vec<&str> = overdue.split("<caption>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    assert!(captions.len() > 1 && captions.iter().all(|caption| caption.ends_with(".toml)")), "{captions:?}");
    assert!(page.contains("<p class=\"plan\">5\u{a0}plans</p>"));
}

#[test]
fn the_same_plan_and_day_make_the_same_bytes_in_a_file_as_in_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    for (ending, question) in [("html", &["list", "4"][..]), ("html", &["page"]), ("HTML", &["summary"])] {
        let file = folder.path().join(format!("a.{ending}")).display().to_string();
        let answer = ask(&OCTOBER, &[question, &["--lang", "en", "-o", &file]].concat());
        assert_eq!((answer.exit, answer.out.as_str(), answer.err), (0, "", format!("Report written to {file}\n")));
        let format: &[&str] = if question == ["page"] { &[] } else { &["--format", "html"] };
        let piped = page(&OCTOBER, &[question, &["--lang", "en"], format].concat());
        assert_eq!(std::fs::read_to_string(&file).unwrap(), piped, "{question:?}");
    }
}

#[test]
fn what_charts_ask_about_days_to_come_changes_no_figure() {
    let html = page(&WORK, &["summary", "--lang", "en", "--format", "html"]);
    let text = page(&WORK, &["summary", "--lang", "en", "--format", "markdown"]);
    let total = text.lines().find_map(|line| line.strip_prefix("| **Total**")).unwrap();
    let total = total.trim_matches(['|', ' ', '*']);
    assert!(html.contains(&format!("/{total}</dd>")), "{total}");
}

#[test]
fn a_page_is_not_shown_on_a_terminal_and_reports_without_one_say_so() {
    let terminal = Terminals { out: Some(Terminal { width: None }), ..Terminals::default() };
    let shown = Outside { terminals: terminal, ..Outside::new(ROOT) };
    let on_terminal =
        "error: html is a document, and is not for a terminal\n  help: write it to a file: -o FILE.html\n";
    for question in [&["page"][..], &["list", "--format", "html"]] {
        let answer = shown.run(&[&OCTOBER, question, &["--lang", "en"]].concat());
        assert_eq!((answer.exit, answer.out.as_str(), answer.err.as_str()), (2, "", on_terminal));
    }
    for (question, forms) in [(&["show", "I"][..], "docx"), (&["agency"], "docx, xlsx"), (&["log"], "docx, xlsx")] {
        let answer = ask(&OCTOBER, &[question, &["--lang", "en", "--format", "html"]].concat());
        let no_form = format!(
            "error: this report cannot be written as html\n  help: it can be written as: table, json, csv, markdown, {forms}\n"
        );
        assert_eq!((answer.exit, answer.out.as_str(), answer.err.as_str()), (2, "", no_form.as_str()));
    }
}

#[test]
fn the_examples_for_ci_publish_a_page() {
    let root = Path::new(ROOT);
    for example in ["examples/ci/github.yml", "examples/ci/gitlab.yml"] {
        let text = std::fs::read_to_string(root.join(example)).unwrap();
        let folder = tempfile::tempdir().unwrap();
        std::fs::copy(root.join("plan.toml"), folder.path().join("plan.toml")).unwrap();
        std::fs::create_dir(folder.path().join("public")).unwrap();
        let commands =
            text.lines().filter_map(|line| line.trim_start_matches([' ', '-']).strip_prefix("papi-plan page "));
        let commands: Vec<Vec<&str>> = commands.map(|args| args.split(' ').collect()).collect();
        assert_eq!(commands.len(), 1, "{example}");
        let answer = Outside::new(folder.path()).run(&[&["page"][..], &commands[0]].concat());
        assert_eq!(answer.exit, 0, "{}", answer.err);
        assert!(folder.path().join("public/index.html").is_file(), "{example}");
        assert!(text.contains("mkdir -p public"), "{example}");
    }
}
