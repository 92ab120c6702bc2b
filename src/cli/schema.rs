use super::failure::{Exit, Failure};
use super::world::World;
use crate::file::SCHEMA;

/// The JSON Schema of the plan file, for editors
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  For an editor; the first line of plan.toml is then #:schema ./plan.schema.json
    papi-plan schema > plan.schema.json")]
pub struct Args {}

pub fn run(world: &mut World<'_>) -> Result<Exit, Failure> {
    world.out.write_all(SCHEMA.as_bytes())?;
    Ok(Exit::Done)
}
