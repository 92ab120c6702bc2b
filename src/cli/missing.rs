use super::beside::Beside;
use super::failure::{Exit, Failure};
use super::output::Output;
use super::question;
use super::session::Session;
use super::world::World;
use crate::query::{MissingFilter, Scope, with_below};
use crate::report::MissingAnswer;

/// Who has not delivered, row by row and group by group, with names
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  Who has not delivered a row, by district:
    papi-plan missing I
  Whose reports are overdue, in all:
    papi-plan missing --overdue
  What one agency has not delivered:
    papi-plan missing -a so-y-te")]
pub struct Args {
    /// These rows and what is below them: an id, a printed number or a path of these (IV/2)
    #[arg(value_name = "ROW")]
    rows: Vec<String>,

    /// Only what this agency or group must deliver itself; may be repeated
    #[arg(short, long, value_name = "AGENCY")]
    agency: Vec<String>,

    /// Only what is overdue
    #[arg(long)]
    overdue: bool,

    #[command(flatten)]
    beside: Beside,

    #[command(flatten)]
    output: Output,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    question::answer(&args.output, session, world, |lookup| {
        let (rows, asked) = (lookup.rows(&args.rows)?, lookup.agencies(&args.agency)?);
        let (Some(rows), Some(asked)) = (rows, asked) else { return Ok(None) };
        let plan = lookup.snapshot.plan;
        let filter = MissingFilter {
            rows: (!rows.is_empty()).then(|| with_below(plan, rows)),
            asked: (!asked.is_empty()).then(|| Scope::new(plan, asked.iter().copied())),
            overdue: args.overdue,
        };
        Ok(Some(MissingAnswer::new(lookup.snapshot, &filter, &asked, args.beside.of(&args.output))))
    })
}
