//! The way of every question: a plan is read and asked, and the answer written.

use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use super::world::World;
use crate::plan::Plan;
use crate::query::Snapshot;
use crate::report::Answer;
use chrono::NaiveDate;
use std::mem::{self, ManuallyDrop};

/// Asks the plan as it stands, and writes its answer in the form that is wanted.
///
/// # Errors
/// A plan that cannot be had, a question that it cannot answer, or an answer that cannot be written.
pub fn answer<A: Answer>(
    output: &Output,
    session: &Session,
    world: &mut World<'_>,
    ask: impl FnOnce(&Snapshot<'_>) -> Result<A, Failure>,
) -> Result<ManuallyDrop<A>, Failure> {
    answer_until(output, session, world, |_| Ok(session.as_of), ask)
}

/// The same of a question about days to come, with the last of these.
///
/// # Errors
/// See [`answer`].
pub fn answer_until<A: Answer>(
    output: &Output,
    session: &Session,
    world: &mut World<'_>,
    until: impl FnOnce(&Plan) -> Result<NaiveDate, Failure>,
    ask: impl FnOnce(&Snapshot<'_>) -> Result<A, Failure>,
) -> Result<ManuallyDrop<A>, Failure> {
    let plan = session.load(world)?;
    let plan_lang = plan.about.lang;
    let asked = until(&plan).and_then(|until| ask(&Snapshot::with_periods_until(&plan, session.as_of, until)));
    // The program ends with its answer: nobody needs the room, which takes long to give back piece by piece.
    mem::forget(plan);
    let answer = ManuallyDrop::new(asked.map_err(|failure| failure.in_lang_of(plan_lang))?);
    let written = output.write(&*answer, session.lang_of(plan_lang), session, world);
    written.and_then(|()| Ok(world.out.flush()?)).map_err(|failure| failure.in_lang_of(plan_lang))?;
    Ok(answer)
}
