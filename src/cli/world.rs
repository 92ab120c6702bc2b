//! The world outside: the day, the folder, the streams and the terminals, asked for in `main` alone.

use chrono::NaiveDate;
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Everything a command takes from the world outside or gives to it.
pub struct World<'w> {
    /// Today in Viet Nam.
    pub today: NaiveDate,
    /// The environment.
    pub env: &'w dyn Fn(&str) -> Option<OsString>,
    /// The folder that the program was started in, or why it cannot be known.
    pub folder: io::Result<PathBuf>,
    /// Standard input.
    pub stdin: &'w mut dyn Read,
    /// Where results go.
    pub out: &'w mut dyn Write,
    /// Where all else goes.
    pub err: &'w mut dyn Write,
    /// The terminals behind `stdin`, `out` and `err`.
    pub terminals: Terminals,
}

/// The terminals that input comes from and output ends in; none for a file or a pipe.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terminals {
    /// Whether somebody can be asked: standard input comes from a terminal.
    pub stdin: bool,
    /// That of the results.
    pub out: Option<Terminal>,
    /// That of all else.
    pub err: Option<Terminal>,
}

/// A terminal.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// How many columns it has; not every terminal tells.
    pub width: Option<usize>,
}

impl World<'_> {
    /// Where a path leads that was typed in our folder.
    ///
    /// # Errors
    /// Why our folder cannot be known, if the path needs it.
    pub fn locate(&self, typed: &Path) -> Result<PathBuf, &io::Error> {
        if typed.is_absolute() {
            return Ok(typed.to_owned());
        }
        self.folder.as_ref().map(|folder| folder.join(typed))
    }

    /// A variable of the environment; an empty one counts as unset.
    pub fn variable(&self, name: &str) -> Option<OsString> {
        (self.env)(name).filter(|value| !value.is_empty())
    }

    /// Whether somebody is there who can be asked, and sees what is asked.
    pub fn can_ask(&self) -> bool {
        self.terminals.stdin && self.terminals.err.is_some()
    }

    /// Asks, and waits for a line; nothing where the input ends.
    ///
    /// # Errors
    /// What the streams say.
    pub fn ask(&mut self, question: &str) -> io::Result<String> {
        write!(self.err, "{question}")?;
        self.err.flush()?;
        let (mut answer, mut byte) = (Vec::new(), [0]);
        while self.stdin.read(&mut byte)? == 1 && byte != *b"\n" {
            answer.extend(byte);
        }
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }

    /// The width of what is no terminal, if the environment names one.
    pub fn columns(&self) -> Option<usize> {
        let columns = (self.env)("COLUMNS").and_then(|columns| columns.to_str()?.trim().parse().ok());
        columns.filter(|width| *width > 0)
    }

    /// Whether what goes to a terminal, or to none, is coloured where nothing else is asked for.
    pub fn is_coloured(&self, terminal: Option<Terminal>) -> bool {
        let is_dumb = || (self.env)("TERM").is_some_and(|term| term == "dumb");
        terminal.is_some() && self.variable("NO_COLOR").is_none() && !is_dumb()
    }
}
