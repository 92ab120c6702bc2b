//! The program run in this process, in a world made by hand.

use chrono::NaiveDate;
use papi_plan::cli::{Terminals, World, run};
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

/// What is outside: 15 October 2020, a plain environment, nothing to read, and no terminal.
pub struct Outside {
    pub today: NaiveDate,
    pub env: Vec<(String, String)>,
    pub folder: Result<PathBuf, io::ErrorKind>,
    pub stdin: Vec<u8>,
    pub terminals: Terminals,
}

/// How a run ended: the exit code, what was printed, and what was complained of.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    pub exit: u8,
    pub out: String,
    pub err: String,
}

impl Outside {
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            today: NaiveDate::from_ymd_opt(2020, 10, 15).unwrap(),
            env: Vec::new(),
            folder: Ok(folder.into()),
            stdin: Vec::new(),
            terminals: Terminals::default(),
        }
    }

    pub fn run(&self, args: &[&str]) -> Answer {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut world = World {
            today: self.today,
            env: &|name| self.env.iter().find(|(known, _)| known == name).map(|(_, value)| value.into()),
            folder: self.folder.clone().map_err(io::Error::from),
            stdin: &mut self.stdin.as_slice(),
            out: &mut out,
            err: &mut err,
            terminals: self.terminals,
        };
        let args = std::iter::once("papi-plan").chain(args.iter().copied());
        let exit = run(args.map(OsString::from), &mut world) as u8;
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Answer { exit, out: text(out), err: text(err) }
    }
}
