//! A plan in a folder of its own, and the program run on it.
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod cases;
pub mod clone;
pub mod package;
#[cfg(unix)]
pub mod system;
pub mod world;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};
use tempfile::TempDir;

/// The plan that the tests of marks start from.
pub const PLAN: &str = include_str!("../marks/plan.toml");

/// The program.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_papi-plan");

/// A folder with `plan.toml` in it and nothing else.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new(plan: &str) -> Self {
        let desk = Self { folder: TempDir::new().unwrap() };
        fs::write(desk.path(), plan).unwrap();
        desk
    }

    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("plan.toml")
    }

    pub fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    /// The program in that folder, on 15 October 2020, in a plain environment.
    pub fn command(&self) -> Command {
        let mut command = self.command_of(PROGRAM);
        command.args(["--as-of", "2020-10-15"]);
        command
    }

    /// Another program in that folder and environment.
    pub fn command_of(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path());
        for name in ["PAPI_PLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
            command.env_remove(name);
        }
        command.env("PAPI_PLAN_FILE", "plan.toml").env("COLUMNS", "120");
        command
    }

    pub fn run(&self, args: &[&str]) -> Output {
        self.command().args(args).output().unwrap()
    }

    /// The names of all that stands in the folder.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// The exit code, what was printed, and what was complained of.
pub fn transcript(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let code = output.status.code().map_or_else(|| String::from("killed"), |code| code.to_string());
    format!("exit {code}\n{}{}", text(&output.stdout), text(&output.stderr))
}
