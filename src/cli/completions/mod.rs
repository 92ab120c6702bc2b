mod bash;

use super::failure::{Exit, Failure};
use super::world::World;
use clap::builder::PossibleValue;
use clap::{Command, ValueHint};
use clap_complete::Shell;

/// Completions for a shell
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  In bash, from the next shell on:
    echo 'source <(papi-plan completions bash)' >> ~/.bashrc
  In zsh, behind compinit:
    echo 'source <(papi-plan completions zsh)' >> ~/.zshrc
  In fish:
    mkdir -p ~/.config/fish/completions
    papi-plan completions fish > ~/.config/fish/completions/papi-plan.fish")]
pub struct Args {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    shell: Shell,
}

pub fn run(args: &Args, program: Command, world: &mut World<'_>) -> Result<Exit, Failure> {
    let mut program = with_hints(program);
    let script = match args.shell {
        Shell::Bash => {
            program.build();
            bash::script(&program).into_bytes()
        }
        Shell::Fish => [generated(Shell::Fish, &mut program), fish_arguments(&program).into_bytes()].concat(),
        shell => generated(shell, &mut program),
    };
    world.out.write_all(&script)?;
    Ok(Exit::Done)
}

fn generated(shell: Shell, program: &mut Command) -> Vec<u8> {
    let name = program.get_name().to_owned();
    // Into memory: the generator has no way to say that nobody reads any more.
    let mut script = Vec::new();
    clap_complete::generate(shell, program, name, &mut script);
    script
}

/// What the generator leaves out for fish: the words that stand in a command without an option.
fn fish_arguments(program: &Command) -> String {
    let lines = program.get_subcommands().filter_map(|command| {
        let words = command.get_positionals().next()?.get_possible_values();
        let words: Vec<_> = words.iter().map(PossibleValue::get_name).collect();
        let (name, words) = (command.get_name(), (!words.is_empty()).then(|| words.join(" "))?);
        Some(format!("complete -c papi-plan -n '__fish_papi_plan_using_subcommand {name}' -f -a '{words}'\n"))
    });
    lines.collect()
}

/// Says of each value whether it is a file: a shell that is told nothing offers files for dates and names too.
fn with_hints(program: Command) -> Command {
    let hinted = program.mut_args(|arg| match arg.get_value_hint() {
        ValueHint::AnyPath => arg.value_hint(ValueHint::FilePath),
        ValueHint::Unknown if arg.get_action().takes_values() => arg.value_hint(ValueHint::Other),
        _ => arg,
    });
    hinted.mut_subcommands(with_hints)
}
