use super::failure::{Exit, Failure};
use super::output::Output;
use super::question;
use super::session::Session;
use super::world::World;
use crate::plan::Plan;
use crate::query::Snapshot;
use crate::report::{SummaryAnswer, Weeks};

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
    // What falls due week by week asks about days to come too; nothing else does.
    let with_weeks = args.output.is_html() && !args.brief;
    let until = |_: &Plan| if with_weeks { Weeks::last_day(session.as_of) } else { session.as_of };
    let answered = question::answer_until(&args.output, session, world, until, |lookup| {
        let ahead = lookup.snapshot;
        if !with_weeks {
            let answer = SummaryAnswer::new(ahead, args.units, args.brief);
            let opens_briefly = args.output.is_docx() && !args.brief;
            return Ok(Some(if opens_briefly { answer.opened_briefly(ahead) } else { answer }));
        }
        let now = Snapshot::new(ahead.plan, ahead.as_of);
        Ok(Some(SummaryAnswer::new(&now, args.units, false).with_weeks(Weeks::of(ahead))))
    });
    answered.map(|answered| answered.exit)
}
