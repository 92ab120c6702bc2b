use super::failure::{Exit, Failure};
use super::output::Output;
use super::question;
use super::session::Session;
use super::world::World;
use crate::report::SummaryAnswer;

/// Done on time, done late, in time, overdue: in all, by section, by agency
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  How the plan stands today:
    papi-plan summary
  How it stood at the end of a year:
    papi-plan summary --as-of 31/12/2020
  The same on one screen:
    papi-plan summary --brief
  For a spreadsheet:
    papi-plan summary -o summary.csv")]
pub struct Args {
    /// One screen: what is done, what is overdue, and what is due next
    #[arg(long, conflicts_with = "units")]
    brief: bool,

    /// A line for each unit instead of one for a group
    #[arg(long)]
    units: bool,

    #[command(flatten)]
    output: Output,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    question::answer(&args.output, session, world, |lookup| {
        Ok(Some(SummaryAnswer::new(lookup.snapshot, args.units, args.brief)))
    })
}
