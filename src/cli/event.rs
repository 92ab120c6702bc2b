use super::failure::{Exit, Failure};
use super::mark::{self, Basis, Options};
use super::session::{Session, day};
use super::typed;
use super::world::World;
use super::{ask, refused};
use crate::register::{self, EventRequest};

/// Record that something has happened that deadlines wait for
///
/// The events stand in [events] of the plan file, with their ids. What waits for one has a last day from then on.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  A resolution is in force; what would be written, and nothing else:
    papi-plan -p examples/nhiem-vu-2026.toml event nghi-quyet --dry-run
  With the document that says so:
    papi-plan -p examples/nhiem-vu-2026.toml event nghi-quyet --ref 12/NQ-HĐND")]
pub struct Args {
    /// The event, by its id
    #[arg(value_name = "ID")]
    id: String,

    /// The day; the day of --as-of, or today, if left out
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// The number of the document that says so
    #[arg(long = "ref", value_name = "TEXT", allow_hyphen_values = true, value_parser = typed::FreeText)]
    reference: Option<String>,

    /// Put this in the place of the day and the number that are recorded
    #[arg(long)]
    replace: bool,

    #[command(flatten)]
    options: Options,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    mark::mark(&args.options, None, session, world, |Basis { snapshot, .. }| {
        let request = EventRequest {
            event: ask::event(snapshot.plan, &args.id)?,
            on: args.on.as_deref().map_or(Ok(snapshot.as_of), |on| day(on, snapshot.as_of))?,
            reference: typed::text("--ref", args.reference.as_ref())?,
            replace: args.replace,
        };
        register::event(snapshot, &request)
            .map_err(|refusal| refused::failure(snapshot.plan, &session.program, &refusal))
    })
}
