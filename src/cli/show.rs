use super::failure::{Exit, Failure};
use super::output::Output;
use super::session::Session;
use super::world::World;
use super::{ask, question};
use crate::report::ShowAnswer;

/// Everything about one row: who, until when, who is missing, what was submitted
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  One row with its reports and deadlines:
    papi-plan show 2.3
  Which units of a row are missing, group by group:
    papi-plan show I
  A line for each unit, with all reports:
    papi-plan show I --units")]
pub struct Args {
    /// The row: its id, a printed number that only one row has, or a path of these (IV/2)
    #[arg(value_name = "ROW")]
    row: String,

    /// A line for each unit instead of one for a group
    #[arg(long)]
    units: bool,

    #[command(flatten)]
    output: Output,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    question::answer_of_one(&args.output, session, world, |snapshot| {
        Ok(ShowAnswer::new(snapshot, ask::row_there(snapshot, &session.program, &args.row)?, args.units))
    })?;
    Ok(Exit::Done)
}
