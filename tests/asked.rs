//! What would touch many units is asked first, where somebody is there to answer.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot set up its files fails")]

mod shared;

use chrono::NaiveDate;
use papi_plan::cli::{Terminal, Terminals, World, run};
use shared::world::{Answer, Outside};
use std::ffi::OsString;
use std::fmt::Write;
use std::fs;
use std::io::{self, Read};
use std::path::Path;
use tempfile::TempDir;

/// A plan with a row of that many units, all of one group.
fn plan(units: usize) -> String {
    let ids: Vec<String> = (1..=units).map(|number| format!("xa-{number}")).collect();
    let mut text = String::from(
        "version = 1\n[plan]\nnumber = \"1/KH\"\ntitle = \"K\"\nissuer = \"U\"\nissued = 2020-08-25\n\
         [[task]]\nid = \"1\"\ntitle = \"T\"\nlead = [\"cap-xa\"]\ndue = { by = 2020-10-09 }\n[agencies]\n",
    );
    for id in &ids {
        writeln!(text, "{id} = {{ name = \"UBND {id}\" }}").unwrap();
    }
    write!(text, "[groups]\ncap-xa = {{ name = \"UBND cấp xã\", members = {ids:?} }}\n").unwrap();
    text
}

const TERMINALS: Terminals =
    Terminals { stdin: true, out: Some(Terminal { width: Some(80) }), err: Some(Terminal { width: Some(80) }) };

fn folder(units: usize) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("plan.toml"), plan(units)).unwrap();
    folder
}

fn marks(folder: &TempDir) -> usize {
    fs::read_to_string(folder.path().join("plan.toml")).unwrap().matches("on = 2020-10-15").count()
}

fn answered(folder: &TempDir, args: &str, stdin: &str, terminals: Terminals) -> Answer {
    let outside = Outside { stdin: stdin.into(), terminals, ..Outside::new(folder.path()) };
    outside.run(&args.split(' ').collect::<Vec<_>>())
}

#[test]
fn a_yes_marks_all_and_anything_else_nothing() {
    let args = "submit 1 --by cap-xa";
    let folder = folder(21);
    for (lang, answer) in [("en", "\n"), ("en", ""), ("en", "n\n"), ("vi", "k\n"), ("vi", "không\n")] {
        let refused = answered(&folder, &format!("{args} --lang {lang}"), answer, TERMINALS);
        assert_eq!((refused.exit, refused.out.as_str(), marks(&folder)), (2, "", 0), "{answer:?}");
    }
    let asked = answered(&folder, &format!("{args} --lang vi"), "c\n", TERMINALS);
    let names = "UBND xa-1, UBND xa-2, UBND xa-3, UBND xa-4, UBND xa-5, UBND xa-6 và 15 đơn vị khác";
    let question = format!("nhiệm vụ 1: lệnh này thay đổi ghi nhận của 21 đơn vị ({names}). Tiếp tục? [c/K] ");
    assert_eq!((asked.exit, asked.err, marks(&folder)), (0, question, 21));
}

#[test]
fn the_help_of_a_no_says_how_not_to_be_asked() {
    let refused = answered(&folder(21), "submit 1 --by cap-xa --lang en", "n\n", TERMINALS);
    let last = "error: not agreed to; nothing was written\n  help: answer \"y\", or add --yes not to be asked\n";
    assert!(refused.err.ends_with(last), "{}", refused.err);
}

#[test]
fn it_is_not_asked_for_few_units_by_request_or_where_nobody_can_answer() {
    let nobody = [
        Terminals { stdin: false, ..TERMINALS },
        // What is asked would not be seen.
        Terminals { err: None, ..TERMINALS },
        Terminals::default(),
    ];
    let unasked = |units, args: &str, terminals| {
        let folder = folder(units);
        let answer = answered(&folder, args, "", terminals);
        assert_eq!((answer.exit, answer.err.as_str()), (0, ""), "{args}");
        marks(&folder)
    };
    for terminals in nobody {
        assert_eq!(unasked(21, "submit 1 --by cap-xa", terminals), 21);
    }
    assert_eq!(unasked(20, "submit 1 --by cap-xa", TERMINALS), 20);
    assert_eq!(unasked(21, "submit 1 --by cap-xa --yes", TERMINALS), 21);
    assert_eq!(unasked(21, "submit 1 --by cap-xa --dry-run", TERMINALS), 0);
    assert_eq!(unasked(21, "submit 1 --by xa-7", TERMINALS), 1);
}

#[test]
fn every_marking_command_asks() {
    let folder = folder(21);
    assert_eq!(answered(&folder, "submit 1 --by cap-xa --yes", "", TERMINALS).exit, 0);
    for args in ["withdraw 1 --by cap-xa", "submit 1 --by cap-xa --on 2020-10-14 --replace", "extend 1 --to 2020-12-31"]
    {
        let refused = answered(&folder, &format!("{args} --lang en"), "no\n", TERMINALS);
        assert!(refused.err.starts_with("row 1: this changes the marks of 21 units"), "{args}: {}", refused.err);
        assert_eq!((refused.exit, marks(&folder)), (2, 21), "{args}");
        assert_eq!(answered(&folder, "submit 1 --by cap-xa", "", TERMINALS).exit, 0, "nothing to ask: it is recorded");
    }
}

/// Somebody who does something before the answer.
struct Slow<'a, F: FnMut()> {
    before: F,
    answer: &'a [u8],
}

impl<F: FnMut()> Read for Slow<'_, F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        (self.before)();
        self.answer.read(buffer)
    }
}

/// Marks the group, while something is done before the answer comes.
fn while_asked(folder: &Path, before: impl FnMut()) -> (u8, String) {
    let mut err = Vec::new();
    let mut world = World {
        today: NaiveDate::from_ymd_opt(2020, 10, 15).unwrap(),
        env: &|_| None,
        folder: Ok(folder.to_owned()),
        stdin: &mut Slow { before, answer: b"y\n" },
        out: &mut io::sink(),
        err: &mut err,
        terminals: TERMINALS,
    };
    let args = ["papi-plan", "submit", "1", "--by", "cap-xa", "--color", "never"].map(OsString::from);
    let exit = run(args, &mut world) as u8;
    (exit, String::from_utf8(err).unwrap())
}

#[test]
fn nobody_waits_for_the_answer_and_what_was_changed_meanwhile_is_not_marked() {
    let folder = folder(21);
    let mut is_done = false;
    let mark = || {
        if !std::mem::replace(&mut is_done, true) {
            let other = answered(&folder, "submit 1 --by xa-7 --wait 0", "", Terminals::default());
            assert_eq!((other.exit, other.err.as_str()), (0, ""), "the lock is free");
        }
    };
    let (exit, err) = while_asked(folder.path(), mark);
    assert!(err.contains("plan.toml was changed meanwhile; nothing was written"), "{err}");
    assert_eq!((exit, marks(&folder)), (4, 1));
    assert_eq!(while_asked(folder.path(), || {}).0, 0);
    assert_eq!(marks(&folder), 21);
}
