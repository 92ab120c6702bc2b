use super::failure::{Exit, Failure};
use super::mark::{self, Basis, Options};
use super::session::Session;
use super::world::World;
use super::{ask, refused};
use crate::register::{self, Decision};

/// Take a mistaken entry out: the unit's live one, else its last
///
/// Works even where the plan has errors, if all of them are in the entries of this row.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  The report of 2.1 was recorded by mistake:
    papi-plan submit 2.1 --on 8/10/2020
    papi-plan withdraw 2.1
  That of one of several units; what would be written, and nothing else:
    papi-plan submit I --by \"UBND huyện Đại Từ\" --on 18/9/2020
    papi-plan withdraw I --by \"UBND huyện Đại Từ\" --dry-run")]
pub struct Args {
    /// The row: an id or a printed number
    #[arg(value_name = "ROW")]
    row: String,

    /// Whose entry; may be left out where only one unit has any
    #[arg(long, value_name = "AGENCY")]
    by: Option<String>,

    #[command(flatten)]
    options: Options,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    mark::mark(&args.options, Some(&args.row), session, world, |basis| {
        let Basis { snapshot, row_with_errors } = basis;
        let plan = snapshot.plan;
        let (row, entries) = match row_with_errors {
            Some((row, entries)) => (*row, entries.to_vec()),
            None => {
                let row = ask::row(plan, &args.row)?;
                (row, register::known_entries(plan, row))
            }
        };
        let by = args.by.as_deref().map(|name| ask::body_of_rows(plan, name, &[row])).transpose()?;
        let change = register::withdraw(snapshot, row, &entries, by);
        let change = change.map_err(|refusal| refused::failure(plan, &refusal))?;
        Ok(Decision { changes: vec![change], already: Vec::new() })
    })
}
