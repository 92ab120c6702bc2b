//! The way of every question: a plan is read and asked, or several at once, and the answer written.

use super::failure::{Exit, Failure};
use super::lookup::Lookup;
use super::many;
use super::output::Output;
use super::plans::Plans;
use super::session::Session;
use super::world::World;
use crate::plan::Plan;
use crate::query::Snapshot;
use crate::report::{Answer, Together};
use crate::text::{Lang, words::command};
use chrono::NaiveDate;
use std::mem::{self, ManuallyDrop};
use std::path::Path;

/// What was answered.
pub struct Answered<A> {
    /// The answer. The program ends with it: nobody needs the room, which takes long to give back piece by piece.
    pub answer: ManuallyDrop<A>,
    /// The language that the plan asks for, of several the first.
    pub lang: Option<Lang>,
    /// With which code to exit, whatever the answer is.
    pub exit: Exit,
}

/// Asks the one plan that is meant, and writes its answer in the form that is wanted.
///
/// # Errors
/// Several plans, a plan that cannot be had, a question that it cannot answer, or an answer that cannot be written.
pub fn answer_of_one<A: Answer>(
    output: &Output,
    session: &Session,
    world: &mut World<'_>,
    ask: impl FnOnce(&Snapshot<'_>) -> Result<A, Failure>,
) -> Result<(), Failure> {
    let plan = session.load(&session.plan_file(world)?, world)?;
    let lang = plan.about.lang;
    let answer = ask(&Snapshot::new(&plan, session.as_of)).map_err(|failure| failure.in_lang_of(lang))?;
    mem::forget(plan);
    write(&*ManuallyDrop::new(answer), lang, output, session, world)
}

/// Asks every plan that is meant, as it stands.
///
/// # Errors
/// See [`answer_until`].
pub fn answer<A: Together + Send>(
    output: &Output,
    session: &Session,
    world: &mut World<'_>,
    ask: impl Fn(&Lookup<'_>) -> Result<Option<A>, Failure> + Sync,
) -> Result<Exit, Failure> {
    let until = |_: &Plan| session.as_of;
    answer_until(output, session, world, until, ask).map(|answered| answered.exit)
}

/// Asks every plan that is meant about days to come too, up to the last of them, and writes one answer. A plan that has
/// nothing of what was typed answers nothing.
///
/// # Errors
/// Plans that cannot be had, a question that they cannot answer, or an answer that cannot be written. Of several plans
/// those with errors are told and left out, and the exit code says so.
pub fn answer_until<A: Together + Send>(
    output: &Output,
    session: &Session,
    world: &mut World<'_>,
    until: impl Fn(&Plan) -> NaiveDate + Sync,
    ask: impl Fn(&Lookup<'_>) -> Result<Option<A>, Failure> + Sync,
) -> Result<Answered<A>, Failure> {
    let answered = ask_until(session, world, until, ask)?;
    write(&*answered.answer, answered.lang, output, session, world)?;
    Ok(answered)
}

/// The same, and nothing is written.
///
/// # Errors
/// See [`answer_until`].
pub fn ask_until<A: Together + Send>(
    session: &Session,
    world: &mut World<'_>,
    until: impl Fn(&Plan) -> NaiveDate + Sync,
    ask: impl Fn(&Lookup<'_>) -> Result<Option<A>, Failure> + Sync,
) -> Result<Answered<A>, Failure> {
    match session.plans(world)? {
        Plans::One(path) => of_one(&path, session, world, until, ask),
        Plans::Many(files) => many::answer(files, session, world, until, ask),
    }
}

fn of_one<A>(
    path: &Path,
    session: &Session,
    world: &mut World<'_>,
    until: impl Fn(&Plan) -> NaiveDate,
    ask: impl Fn(&Lookup<'_>) -> Result<Option<A>, Failure>,
) -> Result<Answered<A>, Failure> {
    let plan = session.load(path, world)?;
    let snapshot = Snapshot::with_periods_until(&plan, session.as_of, until(&plan));
    let answer = ask(&Lookup::new(&snapshot, &session.program, false));
    // A single plan has what was typed, or says what it has not.
    let answer = answer.and_then(|answer| answer.ok_or_else(|| Failure::plain(command::no_plan_has_all)));
    let lang = plan.about.lang;
    mem::forget(plan);
    let answered = answer.map(|answer| Answered { answer: ManuallyDrop::new(answer), lang, exit: Exit::Done });
    answered.map_err(|failure| failure.in_lang_of(lang))
}

fn write(
    answer: &impl Answer,
    plan_lang: Option<Lang>,
    output: &Output,
    session: &Session,
    world: &mut World<'_>,
) -> Result<(), Failure> {
    let written = output.write(answer, session.lang_of(plan_lang), session, world);
    written.and_then(|()| Ok(world.out.flush()?)).map_err(|failure| failure.in_lang_of(plan_lang))
}
