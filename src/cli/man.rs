use super::failure::{Exit, Failure};
use super::output::cannot_write;
use super::session::locate;
use super::world::World;
use crate::file;
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};
use std::io;
use std::path::{Path, PathBuf};

/// The manual pages
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  Read the main page:
    papi-plan man | man -l -
  Write all pages to where man finds them:
    papi-plan man ~/.local/share/man/man1")]
pub struct Args {
    /// The folder for the pages, made where it is missing; without it the main page is printed
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    folder: Option<PathBuf>,
}

pub fn run(args: &Args, mut program: Command, world: &mut World<'_>) -> Result<Exit, Failure> {
    // Only a built program has the full name and the global options in each of its commands.
    program.build();
    match &args.folder {
        Some(folder) => {
            write_pages(&program, &locate(folder, world)?).map_err(|error| cannot_write(folder, &error))?;
        }
        None => world.out.write_all(&page(&program, &program)?)?,
    }
    Ok(Exit::Done)
}

/// Writes the page of the program, and those of its commands.
fn write_pages(program: &Command, folder: &Path) -> io::Result<()> {
    file::make_folder(folder)?;
    for command in program.get_subcommands().chain([program]) {
        let name = Man::new(command.clone()).get_filename();
        file::write_report(&folder.join(name), &page(command, program)?)?;
    }
    Ok(())
}

/// The page of a command, or of the program: what the parser knows, and the parts that the help ends with.
fn page(command: &Command, program: &Command) -> io::Result<Vec<u8>> {
    let man = Man::new(command.clone()).source(program.render_version().trim_end());
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    let own = parts(command);
    // Exit codes and environment are the program's, and stand on every page.
    let shared = parts(program).into_iter().filter(|(heading, _)| own.iter().all(|(known, _)| known != heading));
    for (heading, text) in own.iter().cloned().chain(shared) {
        let mut roff = Roff::new();
        roff.control("SH", [heading.to_uppercase().as_str()]);
        // Line by line as it stands: the generator's own way runs the lines of examples into each other.
        roff.control("nf", []).text([roman(text)]).control("fi", []);
        roff.to_writer(&mut page)?;
    }
    man.render_version_section(&mut page)?;
    Ok(page)
}

/// The parts that the help of a command ends with: each begins with a line that ends with a colon.
fn parts(command: &Command) -> Vec<(String, String)> {
    let text = command.get_after_long_help().or(command.get_after_help()).map(ToString::to_string);
    let mut parts: Vec<(String, String)> = Vec::new();
    for line in text.as_deref().unwrap_or_default().lines() {
        if let Some(heading) = line.strip_suffix(':').filter(|heading| !heading.starts_with(' ')) {
            parts.push((heading.to_owned(), String::new()));
        } else if let Some((_, text)) = parts.last_mut() {
            text.push_str(line);
            text.push('\n');
        }
    }
    parts
}
