//! The options of what people's tables tell beside the columns of the appendix.

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

impl From<Beside> for report::Beside {
    fn from(Beside { cells, progress }: Beside) -> Self {
        Self { cells, progress }
    }
}
