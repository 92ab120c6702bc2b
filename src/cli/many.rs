//! One question to many plans: each is read and asked by itself, on all cores, and the answers put together in their
//! order (docs/commands.md, Many plans).

use super::failure::{Exit, Failure, Unknown};
use super::lookup::{Lookup, Missed, What};
use super::plans::is_stdin;
use super::question::Answered;
use super::session::{Session, has_errors, locate, read_file};
use super::world::World;
use crate::diagnostic::Source;
use crate::file::Document;
use crate::plan::Plan;
use crate::query::Snapshot;
use crate::report::{PlanFile, PlanIx, Together};
use crate::text::{Lang, Message, words::command};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use std::mem::ManuallyDrop;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// A file that may be a plan: where it is, or what was read of it.
enum File {
    At { name: PathBuf, path: PathBuf },
    Read(Source),
}

/// What came of a file.
enum Outcome<A> {
    /// It is no plan.
    NoPlan,
    /// It cannot be read.
    Unreadable(Failure),
    /// It is a plan with errors: that it is.
    Broken(Message),
    /// It was asked.
    Asked(Asked<A>),
}

impl<A> Outcome<A> {
    /// The language that a plan asks for, if it was asked.
    fn lang(&self) -> Option<Option<Lang>> {
        match self {
            Self::Asked(plan) => Some(plan.lang),
            Self::NoPlan | Self::Unreadable(_) | Self::Broken(_) => None,
        }
    }
}

/// A plan that was asked.
struct Asked<A> {
    plan: Box<PlanFile>,
    lang: Option<Lang>,
    answer: Result<Option<A>, Failure>,
    missed: Vec<Missed>,
}

/// The answer of many plans, in which language they ask for it, and with which code to exit.
///
/// # Errors
/// No plan at all; what was typed and is in none of them; standard input that cannot be read.
pub fn answer<A: Together + Send>(
    files: Vec<PathBuf>,
    session: &Session,
    world: &mut World<'_>,
    until: impl Fn(&Plan) -> NaiveDate + Sync,
    ask: impl Fn(&Lookup<'_>) -> Result<Option<A>, Failure> + Sync,
) -> Result<Answered<A>, Failure> {
    let files = files.into_iter().map(|file| opened(file, session, world)).collect::<Result<Vec<_>, _>>()?;
    let outcomes = on_all_cores(&files, |file| outcome(file, session, &until, &ask));
    let lang = outcomes.iter().find_map(Outcome::lang).flatten();
    let mut told = Told::default();
    let mut asked = Vec::new();
    for outcome in outcomes {
        match outcome {
            Outcome::NoPlan => {}
            Outcome::Unreadable(failure) => told.failure(&failure.in_lang_of(lang), session, world),
            Outcome::Broken(said) => told.broken(said.in_lang(session.lang_of(lang)), world),
            Outcome::Asked(plan) => asked.push(plan),
        }
    }
    if asked.is_empty() {
        return Err(told.nothing_left());
    }
    not_found(&mut asked).map_err(|failure| failure.in_lang_of(lang))?;
    let (mut plans, mut answers) = (Vec::new(), Vec::new());
    for Asked { plan, answer, .. } in asked {
        match answer {
            Ok(answer) => {
                answers.push(answer);
                plans.push(*plan);
            }
            Err(failure) => told.failure(&failure.in_file(&plan.file).in_lang_of(lang), session, world),
        }
    }
    let answers = (0..).map(PlanIx).zip(answers).filter_map(|(plan, answer)| Some((plan, answer?)));
    match A::together(plans, told.left_out(), answers) {
        Some(answer) => Ok(Answered { answer: ManuallyDrop::new(answer), lang, exit: told.exit() }),
        None if told.exit() == Exit::CannotDo => Err(told.nothing_left()),
        None => Err(Failure::plain(command::no_plan_has_all).in_lang_of(lang)),
    }
}

/// Standard input is read here: it is one, and not for several hands.
fn opened(name: PathBuf, session: &Session, world: &mut World<'_>) -> Result<File, Failure> {
    if is_stdin(&name) {
        return session.read(&name, world).map(File::Read);
    }
    let path = locate(&name, world)?;
    Ok(File::At { name, path })
}

fn outcome<A>(
    file: &File,
    session: &Session,
    until: impl Fn(&Plan) -> NaiveDate,
    ask: impl Fn(&Lookup<'_>) -> Result<Option<A>, Failure>,
) -> Outcome<A> {
    let source = match file {
        File::At { name, path } => match read_file(name, path) {
            Ok(source) => source,
            Err(failure) => return Outcome::Unreadable(failure),
        },
        File::Read(source) => source.clone(),
    };
    let plan = match Document::read_plan(&source) {
        Ok(plan) => plan,
        Err(document) if document.is_of_plan() => return Outcome::Broken(has_errors(&document)),
        Err(_) => return Outcome::NoPlan,
    };
    let snapshot = Snapshot::with_periods_until(&plan, session.as_of, until(&plan));
    let lookup = Lookup::new(&snapshot, &session.program, true);
    let answer = ask(&lookup);
    let missed = lookup.into_missed();
    // Standard input goes by the name that it is given by, in every language.
    let file = if source.own_name().is_none() { "-" } else { source.name() }.to_owned();
    let plan_file = Box::new(PlanFile::of(&plan, file));
    Outcome::Asked(Asked { plan: plan_file, lang: plan.about.lang, answer, missed })
}

/// The first word that not one of the plans knows; of what they say to it the first that offers something else.
fn not_found<A>(asked: &mut [Asked<A>]) -> Result<(), Failure> {
    let mut unknown: HashMap<(What, String), usize> = HashMap::new();
    for plan in asked.iter() {
        let words: HashSet<_> = plan.missed.iter().map(|missed| (missed.what, missed.word.as_str())).collect();
        for (what, word) in words {
            *unknown.entry((what, word.to_owned())).or_default() += 1;
        }
    }
    let is_in_none = |missed: &Missed| unknown.get(&(missed.what, missed.word.clone())) == Some(&asked.len());
    let Some(first) = asked[0].missed.iter().find(|missed| is_in_none(missed)) else { return Ok(()) };
    let (what, word) = (first.what, first.word.clone());
    let all = asked.iter_mut().flat_map(|plan| plan.missed.drain(..));
    let mut said = all.filter(|missed| missed.what == what && missed.word == word).map(|missed| missed.failure);
    let first = said.next();
    let is_near = |failure: &Failure| failure.is_unknown() == Some(Unknown::Near);
    match first {
        Some(first) if !is_near(&first) => Err(said.find(is_near).unwrap_or(first)),
        first => first.map_or(Ok(()), Err),
    }
}

/// What was told of plans that are left out.
#[derive(Default)]
struct Told {
    /// How many have errors.
    broken: usize,
    /// How many could not be read or asked.
    failed: usize,
}

impl Told {
    // If what is told cannot be written, the exit code still tells.

    fn broken(&mut self, said: &str, world: &mut World<'_>) {
        self.broken += 1;
        let _ = world.err.write_all(said.as_bytes());
    }

    fn failure(&mut self, failure: &Failure, session: &Session, world: &mut World<'_>) {
        self.failed += 1;
        if let Some(said) = failure.report(session.lang) {
            let _ = writeln!(world.err, "{said}");
        }
    }

    fn exit(&self) -> Exit {
        match (self.failed, self.broken) {
            (0, 0) => Exit::Done,
            (0, _) => Exit::PlanHasErrors,
            _ => Exit::CannotDo,
        }
    }

    fn left_out(&self) -> usize {
        self.failed + self.broken
    }

    /// Why there is no answer, which is told already where there were plans.
    fn nothing_left(&self) -> Failure {
        match self.exit() {
            Exit::Done => Failure::refused(command::no_plan_below, command::no_plan_below_help),
            exit => Failure::plan_has_errors().exiting(exit),
        }
    }
}

/// Does the same with each thing, on all cores; what comes of them is in their order.
fn on_all_cores<T: Sync, R: Send>(things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let hand = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = things.get(at) else { return done };
            done.push((at, work(thing)));
        }
    };
    let hands = thread::available_parallelism().map_or(1, NonZero::get).min(things.len());
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let others: Vec<_> = (1..hands).map(|_| scope.spawn(hand)).collect();
        let mut done = hand();
        for other in others {
            match other.join() {
                Ok(more) => done.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::on_all_cores;

    #[test]
    fn what_comes_of_things_is_in_their_order() {
        let things: Vec<u64> = (0..1000).collect();
        let wait = |thing: &u64| {
            std::thread::sleep(std::time::Duration::from_micros(thing % 7 * 10));
            thing * 2
        };
        assert_eq!(on_all_cores(&things, wait), things.iter().map(|thing| thing * 2).collect::<Vec<_>>());
        assert!(on_all_cores(&[], wait).is_empty());
    }
}
