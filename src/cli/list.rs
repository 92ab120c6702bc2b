use super::failure::{Exit, Failure};
use super::output::Output;
use super::session::{Session, day};
use super::typed;
use super::world::World;
use super::{ask, question};
use crate::plan::{BodyIx, Period, Plan};
use crate::query::{Filter, Role, Scope, Status, with_below};
use crate::report::ListAnswer;
use crate::text::{fold, words::command};

/// The rows: lead, support, deadline, status
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  The whole plan:
    papi-plan list
  What is overdue below row II:
    papi-plan list II --status overdue
  What one agency leads:
    papi-plan list -a \"so tai chinh\" --role lead
  What is due in a quarter:
    papi-plan list --due 2020-Q4
  Which of the 187 units of row I are overdue:
    papi-plan list I --units --status overdue
  Rows with a word in their title:
    papi-plan list --search \"ngân sách\"")]
pub struct Args {
    /// These rows and what is below them: an id or a printed number
    #[arg(value_name = "ROW")]
    rows: Vec<String>,

    /// Rows that concern this agency or group; on those it leads only its own units count
    #[arg(short, long, value_name = "AGENCY")]
    agency: Vec<String>,

    /// Only rows that the agency leads, or supports
    #[arg(long, value_enum, value_name = "ROLE", requires = "agency")]
    role: Option<RoleArg>,

    /// Rows with this status, or its words ("quá hạn"); with --units each obligation's; may be repeated
    #[arg(long, value_name = "STATUS", value_parser = typed::Listed(|| Status::ALL.map(Status::name)))]
    status: Vec<String>,

    /// Rows whose last day is in a period: a date, 2020-10, 2020-Q4 or 2020
    #[arg(long, value_name = "PERIOD")]
    due: Option<String>,

    /// Rows whose last day is on this date or later
    #[arg(long, value_name = "DATE")]
    due_from: Option<String>,

    /// Rows whose last day is on this date or earlier
    #[arg(long, value_name = "DATE")]
    due_to: Option<String>,

    /// Rows with this text in the title; capitals and diacritics do not matter
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, value_parser = typed::FreeText)]
    search: Option<String>,

    /// A line for each unit instead of one for a group
    #[arg(long)]
    units: bool,

    #[command(flatten)]
    output: Output,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum RoleArg {
    Lead,
    Support,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    question::answer(&args.output, session, world, |snapshot| {
        let asked = args.agency.iter().map(|name| ask::body(snapshot.plan, name)).collect::<Result<Vec<_>, _>>()?;
        Ok(ListAnswer::new(snapshot, &filter(args, snapshot.plan, &asked)?, &asked))
    })?;
    Ok(Exit::Done)
}

fn filter(args: &Args, plan: &Plan, asked: &[BodyIx]) -> Result<Filter, Failure> {
    let rows = args.rows.iter().map(|word| ask::row(plan, word)).collect::<Result<Vec<_>, _>>()?;
    let period = args.due.as_deref().map(ask::period).transpose()?;
    let due_from = args.due_from.as_deref().map(day).transpose()?;
    let due_to = args.due_to.as_deref().map(day).transpose()?;
    if args.search.as_deref().is_some_and(|text| fold(text).is_empty()) {
        return Err(Failure::plain(command::empty_search));
    }
    Ok(Filter {
        rows: (!rows.is_empty()).then(|| with_below(plan, rows)),
        asked: (!asked.is_empty()).then(|| Scope::new(plan, asked.iter().copied())),
        role: args.role.map(|role| match role {
            RoleArg::Lead => Role::Lead,
            RoleArg::Support => Role::Support,
        }),
        statuses: args.status.iter().map(|word| ask::status(word)).collect::<Result<_, _>>()?,
        due_from: period.map(Period::first_day).max(due_from),
        due_to: [period.map(Period::last_day), due_to].into_iter().flatten().min(),
        search: args.search.clone(),
        per_unit: args.units,
    })
}
