//! The forms that `check` answers in, whole, for a file with letters of every width: each mark stands below what it means.
//!
//! `SNAPSHOTS=overwrite cargo test --test formats` writes the answers in `formats/` anew; read them before you commit them.
#![allow(clippy::expect_used, reason = "helpers of tests fail as tests do")]
#![allow(clippy::disallowed_methods, reason = "a test writes the file that it checks")]

use snapbox::cmd::{Command, cargo_bin};
use snapbox::{Assert, Data, Redactions};
use std::path::Path;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/formats");

fn says_as_recorded(format: &str, lang: &str) {
    let mut redactions = Redactions::new();
    // A release changes no answer.
    redactions.insert("[VERSION]", env!("CARGO_PKG_VERSION")).expect("a placeholder");
    let assert = Assert::new().action_env("SNAPSHOTS").normalize_paths(false).redact_with(redactions);
    let program = Command::new(cargo_bin!("papi-plan")).with_assert(assert).current_dir(FOLDER).env("COLUMNS", "100");
    let answer = program.args(["--as-of", "2025-06-30", "--lang", lang, "check", "plan.toml", "--format", format]);
    let golden = Path::new(FOLDER).join(format!("{format}.{lang}.txt"));
    answer.assert().code(1).stderr_eq("").stdout_eq(Data::read_from(&golden, None));
}

#[test]
fn human() {
    says_as_recorded("human", "en");
    says_as_recorded("human", "vi");
}

#[test]
fn short() {
    says_as_recorded("short", "vi");
}

#[test]
fn json() {
    says_as_recorded("json", "en");
}

#[test]
fn github() {
    says_as_recorded("github", "vi");
}

#[test]
fn sarif() {
    says_as_recorded("sarif", "en");
}

#[cfg(unix)]
#[test]
fn a_file_name_that_is_no_utf8_is_valid_in_json_and_found_by_sarif() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().expect("a folder");
    // "kế hoạch" as TCVN3 has it, the old code page of Viet Nam.
    let name = OsStr::from_bytes(b"k\xd5 ho\xb9ch.toml");
    std::fs::write(folder.path().join(name), "version = 2").expect("this system takes such names");
    let answer = |format: &str| {
        let program = Command::new(cargo_bin!("papi-plan")).current_dir(folder.path());
        let output = program.args(["check", "--format", format]).arg(name).output().expect("the program runs");
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stdout).expect("every answer is UTF-8")
    };
    let json: serde_json::Value = serde_json::from_str(&answer("json")).expect("the answer is JSON");
    assert_eq!(json["diagnostics"][0]["file"], "k\u{fffd} ho\u{fffd}ch.toml");
    let sarif: serde_json::Value = serde_json::from_str(&answer("sarif")).expect("the answer is JSON");
    let location = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "k%D5%20ho%B9ch.toml");
    for format in ["human", "short", "github"] {
        assert!(answer(format).contains("k\u{fffd} ho\u{fffd}ch.toml"), "{format}");
    }
}
