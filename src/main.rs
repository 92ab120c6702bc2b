//! The program: the world outside, the arguments, and the exit code of what came of them.

use chrono::{Duration, NaiveDate, Utc};
use papi_plan::cli::{Pipe, Terminal, Terminals, World, run};
use std::io::{BufWriter, IsTerminal, stderr, stdin, stdout};
use std::process::ExitCode;
use terminal_size::terminal_size_of;

#[expect(clippy::disallowed_methods, reason = "the one place where the world outside is asked")]
fn main() -> ExitCode {
    let width = |size: Option<(terminal_size::Width, _)>| {
        size.map(|(width, _)| usize::from(width.0)).filter(|width| *width > 0)
    };
    let terminals = Terminals {
        out: stdout().is_terminal().then(|| Terminal { width: width(terminal_size_of(stdout())) }),
        err: stderr().is_terminal().then(|| Terminal { width: width(terminal_size_of(stderr())) }),
    };
    let mut world = World {
        today: today(),
        env: &|name| std::env::var_os(name),
        folder: std::env::current_dir(),
        stdin: &mut stdin().lock(),
        out: &mut Pipe::new(BufWriter::new(stdout().lock())),
        err: &mut Pipe::new(BufWriter::new(stderr())),
        terminals,
    };
    ExitCode::from(run(std::env::args_os(), &mut world) as u8)
}

/// Today in Viet Nam (UTC+7), whatever the machine's time zone.
#[expect(clippy::disallowed_methods, reason = "the one place where the clock is read")]
fn today() -> NaiveDate {
    (Utc::now() + Duration::hours(7)).date_naive()
}
