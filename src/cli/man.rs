use super::failure::{Exit, Failure};
use super::output::cannot_write;
use super::session::{Session, World};
use clap::Command;
use clap_mangen::Man;
use std::path::PathBuf;

/// The manual pages
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  papi-plan man | man -l -                  read the main page
  papi-plan man ~/.local/share/man/man1     write all pages where man finds them")]
pub struct Args {
    /// The folder for the pages; without it the main page goes to standard output
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

pub fn run(args: &Args, program: Command, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    match &args.folder {
        Some(folder) => clap_mangen::generate_to(program, folder)
            .map_err(|error| cannot_write(folder, session.lang_or(None), &error))?,
        None => Man::new(program).render(world.out)?,
    }
    Ok(Exit::Done)
}
