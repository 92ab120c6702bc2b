use super::failure::{Exit, Failure};
use super::world::World;
use clap::Command;
use clap_complete::Shell;

/// Completions for a shell
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  papi-plan completions bash > ~/.local/share/bash-completion/completions/papi-plan
  papi-plan completions zsh > ~/.zfunc/_papi-plan
  papi-plan completions fish > ~/.config/fish/completions/papi-plan.fish")]
pub struct Args {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

pub fn run(args: &Args, mut program: Command, world: &mut World<'_>) -> Result<Exit, Failure> {
    let name = program.get_name().to_owned();
    // Written at once: the generator has no way to say that nobody reads any more.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut program, name, &mut script);
    world.out.write_all(&script)?;
    Ok(Exit::Done)
}
