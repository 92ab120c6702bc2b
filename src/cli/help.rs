use super::failure::{Exit, Failure};
use super::session::Session;
use super::world::World;
use clap::Command;
use clap::builder::PossibleValuesParser;

/// The help of a command, or of the whole program
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  The options of a command, and more examples:
    papi-plan help submit")]
pub struct Args {
    /// The command
    #[arg(value_name = "COMMAND", hide_possible_values = true)]
    command: Option<String>,
}

/// The program with its commands known to this one, whose argument they are.
pub fn with_names(program: Command) -> Command {
    let names: Vec<String> = program.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    program.mut_subcommand("help", |help| {
        help.mut_arg("command", |arg| arg.value_parser(PossibleValuesParser::new(names)))
    })
}

pub fn run(args: &Args, mut program: Command, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    // Only a built program has the full name and the global options in each of its commands.
    program.build();
    let command = args.command.as_deref().and_then(|name| program.find_subcommand_mut(name));
    let help = match command {
        Some(command) => command.render_long_help(),
        None => program.render_long_help(),
    };
    if session.screen.colour {
        write!(world.out, "{}", help.ansi())?;
    } else {
        write!(world.out, "{help}")?;
    }
    Ok(Exit::Done)
}
