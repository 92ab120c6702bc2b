use super::failure::{Exit, Failure};
use super::mark::{self, Basis, Options};
use super::session::{Session, day};
use super::typed;
use super::world::World;
use super::{ask, refused};
use crate::register::{self, ExtendRequest};

/// Move a deadline
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  A row gets more time:
    papi-plan extend 4.3 --to 20/10/2020 --granted 9/10/2020 --ref 456/UBND-NC
  On a heading, every row that has its deadline from it:
    papi-plan extend II --to 30/10/2020 --granted 9/10/2020
  Some of the units alone:
    papi-plan extend I --to 30/9/2020 --for \"Các xã, thị trấn huyện Võ Nhai\"")]
pub struct Args {
    /// The rows: ids, printed numbers or paths of these (IV/2); headings too
    #[arg(value_name = "ROW", required = true)]
    rows: Vec<String>,

    /// The new last day
    #[arg(long, value_name = "DATE")]
    to: String,

    /// For whom; every unit if left out; may be repeated
    #[arg(long = "for", value_name = "AGENCY")]
    covers: Vec<String>,

    /// The day it is granted; the day of --as-of, or today, if left out
    #[arg(long, value_name = "DATE")]
    granted: Option<String>,

    /// Of which period, on rows that recur: 2026-08, 8/2026, quý III/2026, 2026-W30
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,

    /// The document's number
    #[arg(long = "ref", value_name = "TEXT", allow_hyphen_values = true, value_parser = typed::FreeText)]
    reference: Option<String>,

    #[command(flatten)]
    options: Options,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    mark::mark(&args.options, None, session, world, |Basis { snapshot, .. }| {
        let plan = snapshot.plan;
        let rows =
            args.rows.iter().map(|word| ask::row(plan, &session.program, word)).collect::<Result<Vec<_>, _>>()?;
        let request = ExtendRequest {
            to: day(&args.to, snapshot.as_of)?,
            covers: args
                .covers
                .iter()
                .map(|name| ask::body_of_rows(plan, &session.program, name, &rows))
                .collect::<Result<_, _>>()?,
            granted: args.granted.as_deref().map_or(Ok(snapshot.as_of), |on| day(on, snapshot.as_of))?,
            reference: typed::text("--ref", args.reference.as_ref())?,
            period: typed::period(args.period.as_deref(), snapshot.as_of)?,
            rows,
        };
        register::extend(snapshot, &request).map_err(|refusal| refused::failure(plan, &session.program, &refusal))
    })
}
