use super::failure::{Exit, Failure};
use super::output::Output;
use super::question;
use super::session::{self, Session, day};
use super::world::World;
use crate::query::{LogFilter, Scope, with_below};
use crate::report::LogAnswer;

/// Every mark, newest first: submitted, returned, extended, an event, a note
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  What was marked in a week:
    papi-plan -p examples/mid-october.toml log --from 5/10/2020 --to 11/10/2020
  All that came in from one agency, and what went back:
    papi-plan -p examples/mid-october.toml log -a \"Sở Xây dựng\"
  The marks on a row, for a spreadsheet:
    papi-plan -p examples/mid-october.toml log II --format csv")]
pub struct Args {
    /// These rows and what is below them: an id, a printed number or a path of these (IV/2)
    #[arg(value_name = "ROW")]
    rows: Vec<String>,

    /// Only marks of this agency or group, and of groups that it is in; may be repeated
    #[arg(short, long, value_name = "AGENCY")]
    agency: Vec<String>,

    /// Only marks of this date or later
    #[arg(long, value_name = "DATE")]
    from: Option<String>,

    /// Only marks of this date or earlier
    #[arg(long, value_name = "DATE")]
    to: Option<String>,

    #[command(flatten)]
    output: Output,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    let typed = |date: &Option<String>| date.as_deref().map(|date| day(date, session.as_of)).transpose();
    let (from, to) = session::range((typed(&args.from)?, typed(&args.to)?), "--from, --to")?;
    question::answer(&args.output, session, world, |lookup| {
        let (rows, asked) = (lookup.rows(&args.rows)?, lookup.agencies(&args.agency)?);
        let (Some(rows), Some(asked)) = (rows, asked) else { return Ok(None) };
        let plan = lookup.snapshot.plan;
        let filter = LogFilter {
            rows: (!rows.is_empty()).then(|| with_below(plan, rows)),
            asked: (!asked.is_empty()).then(|| Scope::new(plan, asked.iter().copied())),
            from,
            to,
        };
        Ok(Some(LogAnswer::new(lookup.snapshot, &filter, &asked)))
    })
}
