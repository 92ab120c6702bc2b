use super::beside::Beside;
use super::failure::{Exit, Failure};
use super::output::Output;
use super::question::{self, Answered};
use super::session::Session;
use super::soon;
use super::world::World;
use crate::plan::{BodyIx, Plan};
use crate::report::{Grouping, OverdueAnswer, OverdueQuestion};

/// What is overdue, most days late first
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  What is overdue today:
    papi-plan overdue
  What was overdue on 15 October 2020:
    papi-plan overdue --as-of 15/10/2020
  What one agency owes, and what is next:
    papi-plan overdue -a \"Sở Nội vụ\" --soon
  A list to send on, the rows of each agency together:
    papi-plan overdue --group-by agency -o overdue.md
  For scripts: exit code 1 if anything is overdue:
    papi-plan overdue --exit-code")]
pub struct Args {
    /// Only what this agency or group itself must deliver; may be repeated
    #[arg(short, long = "agency", value_name = "AGENCY")]
    agencies: Vec<String>,

    /// Also list what has at most so many days left; the plan's due_soon_days if left out
    #[arg(long, value_name = "DAYS", num_args = 0..=1)]
    soon: Option<Option<u32>>,

    /// One line a row of the plan, or the rows of each agency together
    #[arg(long, value_name = "BY", value_enum, default_value = "task")]
    group_by: GroupBy,

    /// A line for each unit instead of one for a group
    #[arg(long)]
    units: bool,

    /// Exit with 1 if anything is overdue
    #[arg(long)]
    exit_code: bool,

    #[command(flatten)]
    beside: Beside,

    #[command(flatten)]
    output: Output,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum GroupBy {
    Task,
    Agency,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    let ahead = args.output.looks_ahead(session.as_of);
    let until = |plan: &Plan| soon::until(args.soon, plan, session.as_of).max(ahead);
    let Answered { answer, exit, .. } = question::answer_until(&args.output, session, world, until, |lookup| {
        let question = lookup.agencies(&args.agencies)?.map(|asked| question(args, lookup.snapshot.plan, asked));
        Ok(question.map(|question| OverdueAnswer::new(lookup.snapshot, &question)))
    })?;
    let is_found = exit == Exit::Done && args.exit_code && answer.is_anything_overdue();
    Ok(if is_found { Exit::Findings } else { exit })
}

fn question(args: &Args, plan: &Plan, agencies: Vec<BodyIx>) -> OverdueQuestion {
    OverdueQuestion {
        agencies,
        soon: soon::days(args.soon, plan),
        grouping: match args.group_by {
            GroupBy::Task => Grouping::Row,
            GroupBy::Agency => Grouping::Agency,
        },
        per_unit: args.units,
        beside: args.beside.of(&args.output),
        with_others: false,
    }
}
