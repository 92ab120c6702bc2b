use super::failure::{Exit, Failure};
use super::output::Output;
use super::question;
use super::session::Session;
use super::world::World;
use crate::plan::Plan;
use crate::report::{FrontAnswer, Weeks};
use std::path::PathBuf;

/// All that a leader looks at on one page for a browser
///
/// The figures, what falls due week by week, what is overdue, how much is done by section and by agency, who has not
/// submitted, and every row, with search and filters. One file that needs no network.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  A page to open or to publish:
    papi-plan page -o plan.html
  All plans of a folder on one page:
    papi-plan page -p examples -o index.html
  As the plan stood at the end of a year:
    papi-plan page --as-of 31/12/2020 -o 2020.html")]
pub struct Args {
    /// Write the page to a file; without it to standard output, but for a terminal
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    let until = |_: &Plan| Weeks::last_day(session.as_of);
    let output = Output::html(args.output.clone());
    let answered =
        question::answer_until(&output, session, world, until, |lookup| Ok(Some(FrontAnswer::new(lookup.snapshot))));
    answered.map(|answered| answered.exit)
}
