use super::failure::{Exit, Failure};
use super::mark::{self, Basis, Options};
use super::session::{Session, day};
use super::typed;
use super::world::World;
use super::{ask, refused};
use crate::register::{self, ReturnRequest};

/// Send a report back
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  A report that has come in is sent back, with the reason:
    papi-plan submit 2.3 --on 8/10/2020 --ref 45/BC-STC
    papi-plan return 2.3 --on 12/10/2020 --reason \"- Thiếu biểu số 2\"
  That of one of several units:
    papi-plan submit I --by \"UBND huyện Đại Từ\" --on 18/9/2020
    papi-plan return I --by \"UBND huyện Đại Từ\" --on 21/9/2020")]
pub struct Args {
    /// The row: an id, a printed number or a path of these (IV/2)
    #[arg(value_name = "ROW")]
    row: String,

    /// Whose report; may be left out where only one unit has submitted
    #[arg(long, value_name = "AGENCY")]
    by: Option<String>,

    /// The day; the day of --as-of, or today, if left out
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// For which period the report is, on a row that recurs
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,

    /// Why
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, value_parser = typed::FreeText)]
    reason: Option<String>,

    #[command(flatten)]
    options: Options,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    mark::mark(&args.options, None, session, world, |Basis { snapshot, .. }| {
        let plan = snapshot.plan;
        let row = ask::row(plan, &session.program, &args.row)?;
        let request = ReturnRequest {
            row,
            by: args.by.as_deref().map(|name| ask::body_of_rows(plan, &session.program, name, &[row])).transpose()?,
            on: args.on.as_deref().map_or(Ok(snapshot.as_of), |on| day(on, snapshot.as_of))?,
            reason: typed::text("--reason", args.reason.as_ref())?,
            period: typed::period(args.period.as_deref(), snapshot.as_of)?,
        };
        register::return_report(snapshot, &request)
            .map_err(|refusal| refused::failure(plan, &session.program, &refusal))
    })
}
