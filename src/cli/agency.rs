use super::beside::Beside;
use super::failure::{Exit, Failure};
use super::output::Output;
use super::question;
use super::session::Session;
use super::world::World;
use crate::plan::Plan;
use crate::report::{AgenciesAnswer, AgencyAnswer};

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
    beside: Beside,

    #[command(flatten)]
    output: Output,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    let output = &args.output;
    let Some(name) = &args.agency else {
        return question::answer(output, session, world, |lookup| {
            Ok(Some(AgenciesAnswer::new(lookup.snapshot, args.units)))
        });
    };
    let until = |_: &Plan| output.looks_ahead(session.as_of);
    let answered = question::answer_until(output, session, world, until, |lookup| {
        let found = lookup.agencies(std::slice::from_ref(name))?.and_then(|found| found.first().copied());
        Ok(found.map(|body| AgencyAnswer::new(lookup.snapshot, body, args.units, args.beside.of(output))))
    });
    answered.map(|answered| answered.exit)
}
