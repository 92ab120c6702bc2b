//! The commands: what was typed, what it means, and in a few lines what happens. One file a
//! command; the doc comments of its arguments are its help.

mod advice;
mod agency;
mod alone;
mod ask;
mod beside;
mod check;
mod completions;
mod event;
mod extend;
mod failure;
mod help;
mod list;
mod log;
mod lookup;
mod man;
mod many;
mod mark;
mod missing;
mod names;
mod note;
mod output;
mod overdue;
mod page;
mod pipe;
mod plans;
mod question;
mod refused;
mod remind;
mod return_report;
mod schema;
mod session;
mod show;
mod soon;
mod submit;
mod summary;
mod system;
mod typed;
mod withdraw;
mod world;

pub use failure::Exit;
pub use pipe::Pipe;
pub use world::{Terminal, Terminals, World};

use crate::text::{Lang, one_line};
use clap::{CommandFactory, FromArgMatches, Parser};
use failure::Failure;
use session::{Global, Session};
use std::ffi::OsString;
use std::path::PathBuf;

/// Who must deliver what by when, what is overdue, and marks of submission that cannot be lost
#[derive(Parser, Debug)]
#[command(name = "papi-plan", version, propagate_version = true)]
#[command(disable_help_flag = true, disable_help_subcommand = true, disable_version_flag = true)]
#[command(after_long_help = "Examples:
  What is overdue today, and what is due within a week:
    papi-plan overdue --soon
  Who of many has not delivered a row:
    papi-plan show I
  A report has come in:
    papi-plan submit 2.1 --on 8/10/2020 --ref 123/BC-STP
  The options of a command, and examples:
    papi-plan help submit

Exit codes:
  0  Done, and nothing found
  1  Findings: check found errors, or something is overdue and --exit-code asks
  2  It could not be done: wrong use, input, output
  3  The plan file has errors
  4  Another writer holds the file, or changed it meanwhile

Environment:
  PAPI_PLAN_FILE
    The plan file, where --plan names none
  PAPI_PLAN_LANG
    The language, vi or en, where --lang names none
  LC_ALL, LC_MESSAGES, LANG
    The language, where neither of these does
  NO_COLOR
    Not empty: no colours, unless --color always; so too where TERM is dumb
  COLUMNS
    How wide tables are where the output is no terminal; else 120")]
struct Cli {
    #[command(flatten, next_help_heading = "Options of every command")]
    global: Global,

    /// Help: -h in short, --help in full
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,

    /// The version of the program
    #[arg(short = 'V', long, global = true, action = clap::ArgAction::Version)]
    version: Option<bool>,

    // Without one: how the plan stands, and the commands used most.
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(clap::Subcommand, Debug)]
enum Command {
    Overdue(overdue::Args),
    List(list::Args),
    Missing(missing::Args),
    Log(log::Args),
    Show(show::Args),
    Agency(agency::Args),
    Summary(summary::Args),
    Remind(remind::Args),
    Page(page::Args),
    Submit(submit::Args),
    Withdraw(withdraw::Args),
    Return(return_report::Args),
    Extend(extend::Args),
    Event(event::Args),
    Note(note::Args),
    Check(check::Args),
    Schema(schema::Args),
    Completions(completions::Args),
    Man(man::Args),
    Help(help::Args),
}

/// Runs one command and says with which code to exit.
pub fn run(args: impl IntoIterator<Item = OsString>, world: &mut World<'_>) -> Exit {
    let args: Vec<OsString> = args.into_iter().collect();
    let cli = match parse(&args, world) {
        Ok(cli) => cli,
        Err(error) => return usage(error, &args, world),
    };
    let session = match Session::new(&cli.global, world) {
        Ok(session) => session,
        Err(failure) => {
            let lang = session::first_lang(&cli.global, world);
            return failed(&failure, lang, world);
        }
    };
    let result = match &cli.command {
        None => alone::run(&session, world),
        Some(command) => run_command(command, &session, world),
    };
    let result = result.and_then(|exit| Ok(world.out.flush().map(|()| exit)?));
    result.unwrap_or_else(|failure| failed(&failure, session.lang, world))
}

fn run_command(command: &Command, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    match command {
        Command::Overdue(args) => overdue::run(args, session, world),
        Command::List(args) => list::run(args, session, world),
        Command::Missing(args) => missing::run(args, session, world),
        Command::Log(args) => log::run(args, session, world),
        Command::Submit(args) => submit::run(args, session, world),
        Command::Withdraw(args) => withdraw::run(args, session, world),
        Command::Return(args) => return_report::run(args, session, world),
        Command::Extend(args) => extend::run(args, session, world),
        Command::Event(args) => event::run(args, session, world),
        Command::Note(args) => note::run(args, session, world),
        Command::Show(args) => show::run(args, session, world),
        Command::Agency(args) => agency::run(args, session, world),
        Command::Summary(args) => summary::run(args, session, world),
        Command::Remind(args) => remind::run(args, session, world),
        Command::Page(args) => page::run(args, session, world),
        Command::Check(args) => check::run(args, session, world),
        Command::Schema(_) => schema::run(world),
        Command::Completions(args) => completions::run(args, program(world), world),
        Command::Man(args) => man::run(args, program(world), world),
        Command::Help(args) => help::run(args, program(world), session, world),
    }
}

/// The option that names the plan.
const PLAN: &str = "plan";

/// How wide help is at most.
const WIDEST_HELP: usize = 100;

/// The program as it is typed, its help as wide as the terminal.
fn program(world: &World<'_>) -> clap::Command {
    let terminal = world.terminals.out.or(world.terminals.err).and_then(|terminal| terminal.width);
    let width = terminal.or(world.columns()).unwrap_or(WIDEST_HELP).min(WIDEST_HELP);
    let program = Cli::command().term_width(width);
    // Plans may be named before the command and behind it: all of them are meant. What the parser calls global keeps
    // those of one place alone.
    let plan = program.get_arguments().find(|arg| arg.get_id() == PLAN).cloned();
    let program = program.mut_subcommands(|command| command.args(plan.clone()));
    help::with_names(program)
}

/// Understands what was typed; help and version come as errors.
fn parse(args: &[OsString], world: &World<'_>) -> Result<Cli, clap::Error> {
    let mut program = program(world);
    let mut matches = program.try_get_matches_from_mut(args)?;
    let behind = matches.subcommand().and_then(|(_, matches)| matches.try_get_many(PLAN).ok().flatten());
    let behind: Vec<PathBuf> = behind.into_iter().flatten().cloned().collect();
    let mut cli = Cli::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut program))?;
    cli.global.plan.extend(behind);
    Ok(cli)
}

/// Help and version are results; a usage error is none.
///
/// An error repeats what was typed: what in that could steer a terminal is made visible first.
fn usage(error: clap::Error, args: &[OsString], world: &mut World<'_>) -> Exit {
    if !error.use_stderr() {
        let help = rendered(&error, world.is_coloured(world.terminals.out));
        let written = world.out.write_all(help.as_bytes()).and_then(|()| world.out.flush());
        return match written {
            Ok(()) => Exit::Done,
            Err(error) => failed(&error.into(), None, world),
        };
    }
    let cleaned: Vec<_> = args.iter().map(|arg| one_line(&arg.to_string_lossy()).into_owned().into()).collect();
    let error = parse(&cleaned, world).err().unwrap_or(error);
    let complaint = rendered(&error, world.is_coloured(world.terminals.err));
    // If not even this can be written, the exit code still tells.
    let _ = world.err.write_all(complaint.as_bytes());
    Exit::CannotDo
}

fn rendered(error: &clap::Error, is_coloured: bool) -> String {
    let text = error.render();
    if is_coloured { text.ansi().to_string() } else { text.to_string() }
}

fn failed(failure: &Failure, lang: Option<Lang>, world: &mut World<'_>) -> Exit {
    if let Some(report) = failure.report(lang) {
        // If not even this can be written, the exit code still tells.
        let _ = writeln!(world.err, "{report}");
    }
    failure.exit()
}
