use super::ask;
use super::failure::{Exit, Failure};
use super::output::Output;
use super::session::Session;
use super::world::World;
use crate::query::Snapshot;
use crate::report::{AgenciesReport, AgencyReport};

/// What an agency leads, supports and is directed to do; without a name, every agency
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  Every agency, and how it stands:
    papi-plan agency
  All that concerns one agency:
    papi-plan agency \"sở y tế\"
  A group, each of its members counted:
    papi-plan agency cap-huyen")]
pub struct Args {
    /// An agency or a group: its id, or any of its names
    #[arg(value_name = "AGENCY")]
    agency: Option<String>,

    /// A line for each unit instead of one for a group
    #[arg(long)]
    units: bool,

    #[command(flatten)]
    output: Output,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    let plan = session.load(world)?;
    let speaker = session.speaker(&plan);
    let body = args.agency.as_deref().map(|name| ask::body(speaker, name)).transpose()?;
    let snapshot = Snapshot::new(&plan, session.as_of);
    match body {
        Some(body) => {
            let report = AgencyReport::new(&snapshot, body, args.units);
            args.output.write(&report, speaker, session, world)?;
        }
        None => args.output.write(&AgenciesReport::new(&snapshot, args.units), speaker, session, world)?,
    }
    Ok(Exit::Done)
}
