use super::failure::{Exit, Failure};
use super::mark::{self, Basis, Options};
use super::session::Session;
use super::typed;
use super::world::World;
use super::{ask, refused};
use crate::plan::Period;
use crate::register::{self, SubmitRequest};
use crate::text::{one_line, words::command};
use chrono::NaiveDate;

/// Mark rows as submitted
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  A report has come in:
    papi-plan submit 2.1 --on 8/10/2020 --ref 123/BC-STP
  That of one of several units:
    papi-plan submit I --by \"UBND huyện Đại Từ\" --on 18/9/2020
  That of each unit of a group that has not delivered:
    papi-plan submit I --by \"UBND cấp huyện\" --on 18/9/2020
  Of a duty that comes again, that of one period:
    papi-plan -p examples/nhiem-vu-2026.toml submit 5 --period 2026 --dry-run
  The number was wrong: an entry takes the place of the one that counts:
    papi-plan submit 2.1 --on 8/10/2020 --ref 124/BC-STP --replace
  What would be written, and nothing else:
    papi-plan submit 2.2 2.3 --dry-run")]
pub struct Args {
    /// The rows: ids, printed numbers or paths of these (IV/2)
    #[arg(value_name = "ROW", required = true)]
    rows: Vec<String>,

    /// Who submitted; may be left out where one unit is responsible; may be repeated
    #[arg(long, value_name = "AGENCY")]
    by: Vec<String>,

    /// The day; the day of --as-of, or today, if left out; a month, quarter or year where the day is not known
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// The document's number
    #[arg(long = "ref", value_name = "TEXT", allow_hyphen_values = true, value_parser = typed::FreeText)]
    reference: Option<String>,

    /// A remark
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, value_parser = typed::FreeText)]
    note: Option<String>,

    /// For which period it is, on rows that recur; the oldest that is owed if left out
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,

    /// Put the entry in the place of the unit's live one; of a group also of those that have one
    #[arg(long)]
    replace: bool,

    #[command(flatten)]
    options: Options,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    mark::mark(&args.options, None, session, world, |Basis { snapshot, .. }| {
        let plan = snapshot.plan;
        let rows =
            args.rows.iter().map(|word| ask::row(plan, &session.program, word)).collect::<Result<Vec<_>, _>>()?;
        let request = SubmitRequest {
            by: args
                .by
                .iter()
                .map(|name| ask::body_of_rows(plan, &session.program, name, &rows))
                .collect::<Result<_, _>>()?,
            rows,
            on: on(args.on.as_deref(), snapshot.as_of)?,
            period: typed::period(args.period.as_deref(), snapshot.as_of)?,
            reference: typed::text("--ref", args.reference.as_ref())?,
            note: typed::text("--note", args.note.as_ref())?,
            replace: args.replace,
        };
        register::submit(snapshot, &request).map_err(|refusal| refused::failure(plan, &session.program, &refusal))
    })
}

/// The day of submission; or its month, quarter or year.
fn on(typed: Option<&str>, as_of: NaiveDate) -> Result<Period, Failure> {
    let Some(typed) = typed else { return Ok(Period::Day(as_of)) };
    match ask::period(typed, as_of)? {
        Period::Week(..) | Period::Half(..) => {
            Err(Failure::refused(|lang| command::bad_day(lang, &one_line(typed)), command::bad_period_help))
        }
        on => Ok(on),
    }
}
