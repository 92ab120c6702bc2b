//! The program: the clock, the arguments, and the exit code of what came of them.

use chrono::{Duration, NaiveDate, Utc};
use papi_plan::cli::{Pipe, World, run};
use std::io::{BufWriter, stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut out = Pipe::new(BufWriter::new(stdout().lock()));
    let mut err = Pipe::new(BufWriter::new(stderr()));
    let mut world = World { today: today(), env: &|name| std::env::var_os(name), out: &mut out, err: &mut err };
    ExitCode::from(run(std::env::args_os(), &mut world) as u8)
}

/// Today in Viet Nam (UTC+7), whatever the machine's time zone.
#[expect(clippy::disallowed_methods, reason = "the one place where the clock is read")]
fn today() -> NaiveDate {
    (Utc::now() + Duration::hours(7)).date_naive()
}
