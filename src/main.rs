//! The program: the world outside, the arguments, and the exit code of what came of them.

use chrono::{DateTime, NaiveDate};
use papi_plan::cli::{Pipe, Terminal, Terminals, World, run};
use std::io::{BufWriter, IsTerminal, stderr, stdin, stdout};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};
use terminal_size::terminal_size_of;

/// A third to a half of what a question takes went into asking the system for memory page by page.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[expect(clippy::disallowed_methods, reason = "the one place where the world outside is asked")]
fn main() -> ExitCode {
    let width = |size: Option<(terminal_size::Width, _)>| {
        size.map(|(width, _)| usize::from(width.0)).filter(|width| *width > 0)
    };
    let terminals = Terminals {
        stdin: stdin().is_terminal(),
        out: stdout().is_terminal().then(|| Terminal { width: width(terminal_size_of(stdout())) }),
        err: stderr().is_terminal().then(|| Terminal { width: width(terminal_size_of(stderr())) }),
    };
    let mut world = World {
        today: date_in_viet_nam(SystemTime::now()),
        env: &|name| std::env::var_os(name),
        folder: std::env::current_dir(),
        stdin: &mut stdin().lock(),
        out: &mut Pipe::new(BufWriter::new(stdout().lock())),
        err: &mut Pipe::new(BufWriter::new(stderr())),
        terminals,
    };
    ExitCode::from(run(std::env::args_os(), &mut world) as u8)
}

/// The first and the last second of the years 1 to 9999, which dates can be written of.
const FIRST_SECOND: i64 = -62_135_596_800;
const LAST_SECOND: i64 = 253_402_300_799;

/// The date in Viet Nam (UTC+7), whatever the machine's time zone. A clock may stand anywhere, before 1970
/// too; where no date can be written any more, it is the nearest.
fn date_in_viet_nam(now: SystemTime) -> NaiveDate {
    let whole = |time: Duration| i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
    let seconds = match now.duration_since(SystemTime::UNIX_EPOCH).map_err(|before| before.duration()) {
        Ok(since) => whole(since),
        // A part of a second before 1970 is in the second before.
        Err(until) => -whole(until).saturating_add(i64::from(until.subsec_nanos() > 0)),
    };
    let here = seconds.saturating_add(7 * 60 * 60).clamp(FIRST_SECOND, LAST_SECOND);
    DateTime::from_timestamp(here, 0).unwrap_or_default().date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_has_a_date_wherever_it_stands() {
        let at = |seconds: i64| {
            let distance = Duration::from_secs(seconds.unsigned_abs());
            let epoch = SystemTime::UNIX_EPOCH;
            let now = if seconds < 0 { epoch.checked_sub(distance) } else { epoch.checked_add(distance) };
            date_in_viet_nam(now.unwrap()).to_string()
        };
        assert_eq!(at(0), "1970-01-01");
        assert_eq!((at(-7 * 3600), at(-7 * 3600 - 1)), ("1970-01-01".into(), "1969-12-31".into()));
        assert_eq!((at(1_602_694_799), at(1_602_694_800)), ("2020-10-14".into(), "2020-10-15".into()));
        assert_eq!((at(-100_000_000_000), at(1_000_000_000_000)), ("0001-01-01".into(), "9999-12-31".into()));
        let just_before = SystemTime::UNIX_EPOCH - Duration::from_hours(7) - Duration::from_nanos(1);
        assert_eq!(date_in_viet_nam(just_before).to_string(), "1969-12-31");
    }
}
