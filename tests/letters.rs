//! Letters to those who are late: who gets one, what it says, and what becomes of an office's own template.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "helpers of tests fail as tests do"
)]

mod shared;

use papi_plan::paper::unpack;
use shared::package::{part, said};
use snapbox::cmd::{Command, cargo_bin};
use snapbox::{Data, assert_data_eq};
use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const OCTOBER: [&str; 4] = ["-p", "examples/mid-october.toml", "--as-of", "2020-10-15"];
const MANY: [&str; 6] = ["-p", "examples", "--as-of", "2026-07-20", "--lang", "vi"];

/// A folder for letters, and the program run in the root of the project.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn letters(&self) -> PathBuf {
        self.0.path().join("letters")
    }

    fn ask(&self, plan: &[&str], args: &[&str]) -> Command {
        let program = Command::new(cargo_bin!("papi-plan")).current_dir(ROOT).env_remove("PAPI_PLAN_FILE");
        program.args(plan).arg("remind").args(args).arg("-o").arg(self.letters())
    }

    /// What is said of letters that are written; the folder is called FOLDER.
    fn remind(&self, plan: &[&str], args: &[&str]) -> String {
        let output = self.ask(plan, args).assert().code(0).stderr_eq("").get_output().stdout.clone();
        String::from_utf8(output).unwrap().replace(&self.letters().display().to_string(), "FOLDER")
    }

    /// What is said where none can be written.
    fn refused(&self, plan: &[&str], args: &[&str]) -> String {
        let output = self.ask(plan, args).assert().code(2).stdout_eq("").get_output().stderr.clone();
        String::from_utf8(output).unwrap().replace(&self.0.path().display().to_string(), "DESK")
    }

    fn names(&self) -> BTreeSet<String> {
        let entries = fs::read_dir(self.letters()).into_iter().flatten();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    fn letter(&self, name: &str) -> Vec<u8> {
        fs::read(self.letters().join(name)).unwrap()
    }

    fn is_recorded(&self, letter: &str, golden: &str) {
        let golden = Path::new(ROOT).join("tests/documents").join(golden);
        assert_data_eq!(said(&self.letter(letter)), Data::read_from(&golden, None).raw());
    }
}

/// A document whose body holds these paragraphs and tables.
fn document(body: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    write!(zip, "<w:document xmlns:w=\"x\"><w:body>{body}</w:body></w:document>").unwrap();
    zip.finish().unwrap().into_inner()
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn everyone_who_is_late_gets_a_letter_and_nobody_else() {
    let desk = Desk::new();
    let told = desk.remind(&OCTOBER, &["--lang", "en"]);
    assert!(told.starts_with("132 letters written to FOLDER\nNone needed for: Department of Justice, "), "{told}");
    assert_eq!(desk.names().len(), 132);
    desk.is_recorded("so-lao-dong-tbxh.docx", "letter.en.txt");
    let page = part(&desk.letter("so-lao-dong-tbxh.docx"), "word/document.xml");
    assert!(page.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"), "A4, upright");
    assert!(page.contains("w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\""), "20, 20, 20, 30 mm");
}

#[test]
fn a_group_gets_one_letter_with_those_of_it_that_are_late() {
    let desk = Desk::new();
    let told = desk.remind(&OCTOBER, &["--by-group", "-a", "cap-xa", "--reply-by", "20/10"]);
    assert!(told.starts_with("\u{110}\u{e3} vi\u{1ebf}t 8 c\u{f4}ng v\u{103}n"), "{told}");
    assert_eq!(desk.names().len(), 8);
    desk.is_recorded("xa-huyen-dai-tu.docx", "letter-group.vi.txt");
}

#[test]
fn of_many_plans_a_body_gets_one_letter_with_a_table_for_each() {
    let desk = Desk::new();
    desk.remind(&MANY, &["-a", "so-cong-thuong"]);
    desk.is_recorded("so-cong-thuong.docx", "letter-many.vi.txt");
}

#[test]
fn who_took_over_is_told_from_whom() {
    let desk = Desk::new();
    let plan = ["-p", "examples/sap-xep-2025.toml", "--as-of", "2026-03-05", "--lang", "en"];
    desk.remind(&plan, &[]);
    let [letter, from] = [said(&desk.letter("xa-nam-giang.docx")), "(for UBND huyện Minh Nam)".into()];
    assert!(letter.contains(&from), "{letter}");
    desk.remind(&plan, &["--by-group", "--force"]);
    let letter = said(&desk.letter("cap-huyen.docx"));
    assert_eq!(letter.matches(&from).count(), 2, "{letter}");
}

#[test]
fn of_many_plans_a_letter_about_one_speaks_of_that_one() {
    let desk = Desk::new();
    desk.remind(&MANY[..4], &["-a", "phuong-mo-che", "--lang", "en"]);
    let letter = said(&desk.letter("phuong-mo-che.docx"));
    for line in
        ["Re: what is due under the plan |", "Under the plan, as of 2026-07-20", "\nPlan 15/KH-UBND of 2020-08-25"]
    {
        assert!(letter.contains(line), "{line}: {letter}");
    }
}

#[test]
fn who_owes_nothing_gets_no_letter() {
    let desk = Desk::new();
    let told = desk.remind(&OCTOBER, &["--lang", "en", "-a", "so-tu-phap"]);
    assert_eq!(told, "No letter is needed: nothing is overdue.\nNone needed for: Department of Justice\n");
    assert!(!desk.letters().exists());
}

#[test]
fn letters_that_are_there_are_replaced_only_by_force() {
    let desk = Desk::new();
    let only = ["--lang", "en", "-a", "so-noi-vu"];
    desk.remind(&OCTOBER, &only);
    let first = desk.letter("so-noi-vu.docx");
    fs::write(desk.letters().join("so-noi-vu.docx"), "mine").unwrap();
    let err = "error: DESK/letters/so-noi-vu.docx is there already; nothing was written\n  \
               help: name another folder, or add --force to replace it\n";
    assert_eq!(desk.refused(&OCTOBER, &["--lang", "en", "-a", "so-noi-vu", "-a", "cap-huyen"]), err);
    assert_eq!((desk.letter("so-noi-vu.docx").as_slice(), desk.names().len()), (&b"mine"[..], 1));
    desk.remind(&OCTOBER, &[&only[..], &["--force"]].concat());
    assert_eq!(desk.letter("so-noi-vu.docx"), first, "the same letter, byte for byte");
}

#[test]
fn the_letter_that_is_printed_makes_the_letters_that_are_built_in() {
    let desk = Desk::new();
    let template = desk.0.path().join("own.docx");
    let program = Command::new(cargo_bin!("papi-plan")).current_dir(ROOT).args(OCTOBER).arg("remind");
    program.arg("--print-template").arg(&template).assert().code(0).stderr_eq("");
    let parts = unpack(&fs::read(&template).unwrap()).unwrap();
    let body = parts.iter().find(|(name, _)| name == "word/document.xml").unwrap();
    let body = String::from_utf8(body.1.clone()).unwrap();
    for name in papi_plan::render::letter::ROW_FIELDS.iter().chain(&["agency", "count", "month", "reply_by", "symbol"])
    {
        assert!(body.contains(&format!("{{{{{name}}}}}")), "{name}");
    }
    assert!(!body.contains("2020"), "what was true on the day on which it was printed is not on any other");
    desk.remind(&OCTOBER, &["-a", "so-noi-vu", "--template", template.to_str().unwrap()]);
    desk.is_recorded("so-noi-vu.docx", "letter-printed.vi.txt");
}

#[test]
fn a_template_of_an_office_is_filled_in() {
    let desk = Desk::new();
    let template = desk.0.path().join("own.docx");
    let row = "<w:tr><w:tc><w:p><w:r><w:t>{{row.</w:t></w:r><w:r><w:t>title}}</w:t></w:r></w:p></w:tc></w:tr>";
    let body = [&paragraph("{{agency}} {{agency.id}} &amp; {{count}}"), "<w:tbl>", row, "</w:tbl>"].concat();
    fs::write(&template, document(&body)).unwrap();
    desk.remind(&OCTOBER, &["-a", "so-noi-vu", "--lang", "en", "--template", template.to_str().unwrap()]);
    let expected = "Department of Home Affairs so-noi-vu & 1\n| Participation at Local Levels |\n";
    assert_eq!(said(&desk.letter("so-noi-vu.docx")), expected);
}

#[test]
fn a_template_that_cannot_be_filled_in_is_refused_and_nothing_is_written() {
    let desk = Desk::new();
    let template = desk.0.path().join("own.docx");
    let cases: [(Vec<u8>, &str); 6] = [
        (document(&paragraph("{{agncy}}")), "there is no placeholder {{agncy}}\n  help: did you mean {{agency}}?"),
        (document(&paragraph("{{agency")), "a placeholder is not closed: {{agency\n  help: write }} at its end"),
        (
            document(&paragraph("{{row.title}}")),
            "{{row.title}} stands outside a table\n  help: put it in a row of a table: that row is repeated",
        ),
        (
            b"text".to_vec(),
            "it is not a Word document (.docx), or it is damaged\n  help: open it in Word and save it as .docx",
        ),
        (
            vec![0xd0, 0xcf, 0x11, 0xe0],
            "it is an old .doc, or has a password\n  help: open it in Word and save it as .docx",
        ),
        (
            document("<w:p>"),
            "it is not a Word document (.docx), or it is damaged\n  help: open it in Word and save it as .docx",
        ),
    ];
    for (bytes, says) in cases {
        fs::write(&template, bytes).unwrap();
        let refused = desk.refused(&OCTOBER, &["--lang", "en", "--template", template.to_str().unwrap()]);
        assert_eq!(refused, format!("error: cannot use DESK/own.docx: {says}\n"));
        assert!(!desk.letters().exists());
    }
}

#[test]
fn a_folder_that_is_a_file_is_told() {
    let desk = Desk::new();
    fs::write(desk.letters(), "mine").unwrap();
    let err = "error: cannot write DESK/letters: there is no such folder\n";
    assert_eq!(desk.refused(&OCTOBER, &["--lang", "en", "-a", "so-noi-vu", "--force"]), err);
}

#[test]
fn an_answer_is_expected_on_the_day_or_later() {
    let err =
        "error: the answer is expected by 2020-10-14, before 2020-10-15\n  help: give a later day for --reply-by\n";
    assert_eq!(Desk::new().refused(&OCTOBER, &["--lang", "en", "--reply-by", "14/10/2020"]), err);
}
