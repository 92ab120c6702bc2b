use super::failure::{Exit, Failure};
use super::mark::{self, Basis, Options};
use super::session::{Session, day};
use super::typed;
use super::world::World;
use super::{ask, refused};
use crate::register::{self, NoteRequest};

/// Note how a row stands
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  What the monthly summary asks for of every row that is not done:
    papi-plan note 2.1 \"Đang tổng hợp số liệu của 9 huyện\"
  As of a day, by one of the units:
    papi-plan note I \"Còn 3 xã chưa gửi\" --by \"UBND huyện Đại Từ\" --on 18/9/2020")]
pub struct Args {
    /// The row: an id, a printed number or a path of these (IV/2)
    #[arg(value_name = "ROW")]
    row: String,

    /// How it stands
    #[arg(value_name = "TEXT", allow_hyphen_values = true, value_parser = typed::FreeText)]
    text: String,

    /// Whose note it is
    #[arg(long, value_name = "AGENCY")]
    by: Option<String>,

    /// The day; the day of --as-of, or today, if left out
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    #[command(flatten)]
    options: Options,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    mark::mark(&args.options, None, session, world, |Basis { snapshot, .. }| {
        let plan = snapshot.plan;
        let row = ask::row(plan, &session.program, &args.row)?;
        let by = args.by.as_deref().map(|name| ask::body_of_rows(plan, &session.program, name, &[row]));
        let request = NoteRequest {
            row,
            by: by.transpose()?,
            on: args.on.as_deref().map_or(Ok(snapshot.as_of), |on| day(on, snapshot.as_of))?,
            text: typed::text("TEXT", Some(&args.text))?.unwrap_or_default(),
        };
        register::note(snapshot, &request).map_err(|refusal| refused::failure(plan, &session.program, &refusal))
    })
}
