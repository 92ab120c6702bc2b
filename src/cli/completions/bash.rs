//! Completions for bash. Those of `clap_complete` give a program with a hyphen in its name two names, so that no
//! command is ever recognised; they split names of files at spaces, and know no `--option=value`.

use clap::builder::PossibleValue;
use clap::{Arg, Command, ValueHint};

const TEMPLATE: &str = include_str!("template.bash");

/// The script for a built program: one whose commands have the options of every command too.
pub fn script(program: &Command) -> String {
    let commands = || program.get_subcommands().chain([program]);
    let wanting = commands().flat_map(|command| {
        let options = own_options(program, command).filter(|arg| wants_value(arg));
        options.map(|arg| format!("{}) option=\"$word\" ;;", pattern(program, command, arg)))
    });
    let offered = commands().flat_map(|command| {
        let options = own_options(program, command).filter(|arg| wants_value(arg));
        let values = options.filter_map(|arg| Some(format!("{}) {} ;;", pattern(program, command, arg), offer(arg)?)));
        values.chain([without_option(program, command)])
    });
    TEMPLATE.replace("@wanting@", &lines(wanting, 16)).replace("@offered@", &lines(offered, 8))
}

fn lines(lines: impl Iterator<Item = String>, indent: usize) -> String {
    lines.collect::<Vec<_>>().join(&format!("\n{:indent$}", ""))
}

/// The options of a command, less those that are told once for all of them.
fn own_options<'c>(program: &Command, command: &'c Command) -> impl Iterator<Item = &'c Arg> {
    let is_program = command.get_name() == program.get_name();
    command.get_opts().filter(move |arg| is_program || !arg.is_global_set())
}

/// Whether the word after an option is always its value.
fn wants_value(arg: &Arg) -> bool {
    arg.get_num_args().is_some_and(|count| count.min_values() > 0)
}

/// The command and the option, in every spelling, as the script has them.
fn pattern(program: &Command, command: &Command, arg: &Arg) -> String {
    let long = arg.get_long().map(|long| format!("--{long}"));
    let short = arg.get_short().map(|short| format!("-{short}"));
    let command = if command.get_name() == program.get_name() { "*" } else { command.get_name() };
    let patterns = long.into_iter().chain(short).map(|option| format!("{command}\\ {option}"));
    patterns.collect::<Vec<_>>().join(" | ")
}

/// What is offered where no option waits for its value: options after a hyphen, else arguments or commands.
fn without_option(program: &Command, command: &Command) -> String {
    let longs: Vec<_> = command.get_arguments().filter_map(Arg::get_long).map(|long| format!("--{long}")).collect();
    let options = words(longs.iter().map(String::as_str));
    let name = if command.get_name() == program.get_name() { "" } else { command.get_name() };
    let plain = match command.get_positionals().next() {
        Some(arg) => offer(arg),
        None => command.has_subcommands().then(|| words(command.get_subcommands().map(Command::get_name))),
    };
    let plain = plain.map(|plain| format!("else {plain}; ")).unwrap_or_default();
    format!("{name}\\ ) if [[ $current == -* ]]; then {options}; {plain}fi ;;")
}

/// What offers the values of an argument; none where they cannot be known.
fn offer(arg: &Arg) -> Option<String> {
    let known = arg.get_possible_values();
    match arg.get_value_hint() {
        _ if !known.is_empty() => Some(words(known.iter().map(PossibleValue::get_name))),
        ValueHint::FilePath | ValueHint::DirPath => Some(String::from("return")),
        _ => None,
    }
}

fn words<'w>(words: impl Iterator<Item = &'w str>) -> String {
    format!("words=\"{}\"", words.collect::<Vec<_>>().join(" "))
}
