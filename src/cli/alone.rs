//! The program without a command: how the plan stands, and where to go from there.

use super::failure::{Exit, Failure};
use super::output::Output;
use super::plans::Plans;
use super::question;
use super::session::Session;
use super::world::World;
use crate::plan::Plan;
use crate::report::SummaryAnswer;
use crate::text::{Lang, words::alone};

/// A command with what it does.
type Line = (fn(Lang) -> &'static str, fn(Lang) -> &'static str);

/// The commands that are used most.
const MOST_USED: [Line; 6] = [
    (alone::overdue, alone::overdue_does),
    (alone::list, alone::list_does),
    (alone::show, alone::show_does),
    (alone::submit, alone::submit_does),
    (alone::check, alone::check_does),
    (alone::help, alone::help_does),
];

/// Those that answer for many plans.
const OF_MANY: [Line; 4] = [
    (alone::overdue, alone::overdue_does),
    (alone::agency, alone::agency_does),
    (alone::log, alone::log_does),
    (alone::help, alone::help_does),
];

/// What to do where there is no plan.
const FIRST: [Line; 3] =
    [(alone::name_plan, alone::name_plan_does), (alone::schema, alone::schema_does), (alone::help, alone::help_does)];

pub fn run(session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    if session.find(world)?.is_none() {
        let lang = session.lang();
        writeln!(world.out, "{}\n\n{}", alone::no_plan(lang), alone::heading_start(lang))?;
        write!(world.out, "{}", lines(&FIRST, session, lang))?;
        return Ok(Exit::Done);
    }
    let until = |_: &Plan| session.as_of;
    let answered = question::answer_until(&Output::default(), session, world, until, |lookup| {
        Ok(Some(SummaryAnswer::new(lookup.snapshot, false, true)))
    })?;
    let lang = session.lang_of(answered.lang);
    writeln!(world.out, "\n{}", alone::heading_commands(lang))?;
    let is_many = matches!(session.plans(world)?, Plans::Many(_));
    let lines = if is_many { lines(&OF_MANY, session, lang) } else { lines(&MOST_USED, session, lang) };
    write!(world.out, "{lines}")?;
    Ok(answered.exit)
}

/// A line each, with what it does below each other.
fn lines(lines: &[Line], session: &Session, lang: Lang) -> String {
    let typed: Vec<String> = lines.iter().map(|(command, _)| session.program.then(command(lang))).collect();
    let width = typed.iter().map(|line| line.chars().count()).max().unwrap_or_default();
    let line = |(typed, (_, does)): (&String, &Line)| format!("  {typed:width$}  {}\n", does(lang));
    typed.iter().zip(lines).map(line).collect()
}
