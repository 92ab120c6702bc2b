//! The way of every question: a plan is read and asked, and the answer written.

use super::failure::Failure;
use super::output::Output;
use super::session::Session;
use super::world::World;
use crate::query::Snapshot;
use crate::report::Answer;
use crate::text::Lang;

/// Asks the plan, and writes its answer in the form that is wanted.
///
/// # Errors
/// A plan that cannot be had, a question that it cannot answer, or an answer that cannot be written.
pub fn answer<A: Answer>(
    output: &Output,
    session: &Session,
    world: &mut World<'_>,
    ask: impl Fn(&Snapshot<'_>, Lang) -> Result<A, Failure>,
) -> Result<A, Failure> {
    let plan = session.load(world)?;
    let lang = session.speaker(&plan).lang;
    let answer = ask(&Snapshot::new(&plan, session.as_of), lang)?;
    // The answer stands alone: what it was made from makes room for its form.
    drop(plan);
    output.write(&answer, lang, session, world)?;
    Ok(answer)
}
