use super::beside::Beside;
use super::failure::{Exit, Failure};
use super::output::Output;
use super::session::{self, Session, day};
use super::typed;
use super::world::World;
use super::{ask, question};
use crate::plan::{BodyIx, Period, Plan, RowIx};
use crate::query::{Filter, Role, Scope, Status, with_below};
use crate::report::ListAnswer;
use crate::text::{fold, words::command};
use chrono::{Months, NaiveDate};

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
    papi-plan list --search \"ngân sách\"
  What one leader follows, where the appendix has a column for that:
    papi-plan -p examples/nhiem-vu-2026.toml list --cell \"person=chủ tịch\"")]
pub struct Args {
    /// These rows and what is below them: an id, a printed number or a path of these (IV/2)
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

    /// Rows with this text in a further column of the appendix; capitals and diacritics do not matter
    #[arg(long, value_name = "KEY=TEXT", allow_hyphen_values = true, value_parser = typed::FreeText)]
    cell: Vec<String>,

    /// A line for each unit instead of one for a group
    #[arg(long)]
    units: bool,

    #[command(flatten)]
    beside: Beside,

    #[command(flatten)]
    output: Output,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug)]
enum RoleArg {
    Lead,
    Support,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    let typed = Typed::new(args, session.as_of)?;
    let ahead = args.output.looks_ahead(session.as_of);
    let until = |_: &Plan| typed.last_day_asked().map_or(ahead, |day| day.max(ahead));
    let answered = question::answer_until(&args.output, session, world, until, |lookup| {
        let found = (lookup.rows(&args.rows)?, lookup.agencies(&args.agency)?, lookup.columns(&typed.columns)?);
        let (Some(rows), Some(asked), Some(columns)) = found else { return Ok(None) };
        let filter = typed.filter(args, lookup.snapshot.plan, rows, &asked, columns);
        Ok(Some(ListAnswer::new(lookup.snapshot, &filter, &asked, args.beside.of(&args.output))))
    });
    answered.map(|answered| answered.exit)
}

/// What was typed and means the same for every plan.
struct Typed {
    statuses: Vec<Status>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    /// Of what is looked for in further columns the columns, and the texts.
    columns: Vec<String>,
    texts: Vec<String>,
}

impl Typed {
    fn new(args: &Args, as_of: NaiveDate) -> Result<Self, Failure> {
        let (from, to) = range(args, as_of)?;
        if args.search.as_deref().is_some_and(|text| fold(text).is_empty()) {
            return Err(Failure::plain(command::empty_search));
        }
        let cells = args.cell.iter().map(|typed| ask::cell(typed)).collect::<Result<Vec<_>, _>>()?;
        let (columns, texts) = cells.into_iter().map(|(column, text)| (column.to_owned(), text.to_owned())).unzip();
        let statuses = args.status.iter().map(|word| ask::status(word)).collect::<Result<_, _>>()?;
        Ok(Self { statuses, from, to, columns, texts })
    }

    /// The last of the days that are asked for: where only the first is, a year after that.
    fn last_day_asked(&self) -> Option<NaiveDate> {
        self.to.or_else(|| self.from?.checked_add_months(Months::new(12)))
    }

    fn filter(&self, args: &Args, plan: &Plan, rows: Vec<RowIx>, asked: &[BodyIx], columns: Vec<usize>) -> Filter {
        Filter {
            rows: (!rows.is_empty()).then(|| with_below(plan, rows)),
            asked: (!asked.is_empty()).then(|| Scope::new(plan, asked.iter().copied())),
            role: args.role.map(|role| match role {
                RoleArg::Lead => Role::Lead,
                RoleArg::Support => Role::Support,
            }),
            statuses: self.statuses.clone(),
            due_from: self.from,
            due_to: self.to,
            search: args.search.clone(),
            cells: columns.into_iter().zip(self.texts.iter().cloned()).collect(),
            per_unit: args.units,
        }
    }
}

/// The days from which and up to which last days are asked for: some day must lie between them.
fn range(args: &Args, as_of: NaiveDate) -> Result<(Option<NaiveDate>, Option<NaiveDate>), Failure> {
    let period = args.due.as_deref().map(|due| ask::period(due, as_of)).transpose()?;
    let from = period.map(Period::first_day).max(args.due_from.as_deref().map(|from| day(from, as_of)).transpose()?);
    let to = args.due_to.as_deref().map(|to| day(to, as_of)).transpose()?;
    let to = [period.map(Period::last_day), to].into_iter().flatten().min();
    session::range((from, to), "--due-from, --due-to, --due")
}
