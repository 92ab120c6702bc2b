//! The options of what people's tables tell beside the columns of the appendix.

use super::output::Output;
use crate::report;

#[derive(clap::Args, Clone, Copy, Debug)]
pub struct Beside {
    /// Also the further columns of the appendix
    #[arg(long)]
    cells: bool,

    /// Also the latest note on how each row stands
    #[arg(long)]
    progress: bool,
}

impl Beside {
    /// What an answer is to tell that goes out so.
    pub fn of(self, output: &Output) -> report::Beside {
        let Self { cells, progress } = self;
        report::Beside { cells, progress, last_days: output.is_calendar() }
    }
}
