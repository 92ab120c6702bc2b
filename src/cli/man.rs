use super::failure::{Exit, Failure};
use super::output::cannot_write;
use super::session::Session;
use super::world::World;
use crate::file;
use clap::Command;
use clap_mangen::Man;
use std::io;
use std::path::{Path, PathBuf};

/// The manual pages
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  papi-plan man | man -l -                  read the main page
  papi-plan man ~/.local/share/man/man1     write all pages where man finds them")]
pub struct Args {
    /// The folder for the pages; without it the main page goes to standard output
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    folder: Option<PathBuf>,
}

pub fn run(args: &Args, mut program: Command, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    match &args.folder {
        Some(folder) => {
            // Only a built program has the full name and the global options in each of its commands.
            program.build();
            write_pages(program, &session.locate(folder, world)?)
                .map_err(|error| cannot_write(folder, session.lang_or(None), &error))?;
        }
        None => Man::new(program).render(world.out)?,
    }
    Ok(Exit::Done)
}

/// Writes the page of a command, and those of the commands below it.
fn write_pages(program: Command, folder: &Path) -> io::Result<()> {
    for command in program.get_subcommands().filter(|command| !command.is_hide_set()) {
        write_pages(command.clone(), folder)?;
    }
    let page = Man::new(program);
    let mut bytes = Vec::new();
    page.render(&mut bytes)?;
    file::write_report(&folder.join(page.get_filename()), &bytes)
}
