use super::failure::{Exit, Failure};
use super::mark::{self, Desk, Options};
use super::session::Session;
use super::world::World;
use super::{ask, refused};
use crate::file::SetAside;
use crate::plan::Change;
use crate::query::Snapshot;
use crate::register::{self, Decision, KnownEntry};
use crate::report::ChangesReport;

/// Take a mistaken entry out: the unit's live one, else its last
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  papi-plan withdraw 2.1
  papi-plan withdraw I --by \"UBND huyện Đại Từ\" --dry-run

Works even where the plan has errors, if all of them are in the entries of this row,
as a careless merge leaves them.")]
pub struct Args {
    /// The row: an id or a printed number
    #[arg(value_name = "ROW")]
    row: String,

    /// Whose entry; may be left out where only one unit has any
    #[arg(long, value_name = "AGENCY")]
    by: Option<String>,

    #[command(flatten)]
    options: Options,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    let desk = Desk::open(&args.options, session, world)?;
    let is_valid = mark::plan_after(desk.source.text()).is_some();
    if let (false, Some(aside)) = (is_valid, SetAside::read(&desk.source, &args.row)) {
        return withdraw_aside(args, desk, &aside, session, world);
    }
    let plan = desk.plan(session, world)?;
    let speaker = session.speaker(&plan);
    let row = ask::row(&plan, speaker.lang, &args.row)?;
    let by = args.by.as_deref().map(|name| ask::body(speaker, name)).transpose()?;
    let snapshot = Snapshot::new(&plan, session.as_of);
    let change = register::withdraw(&snapshot, row, &register::known_entries(&plan, row), by);
    let change = change.map_err(|refusal| refused::failure(speaker, &refusal))?;
    let decision = Decision { changes: vec![change], already: Vec::new() };
    desk.finish(&plan, &decision, &args.options, session, world)
}

/// Takes an entry out of a plan whose errors are all in the entries of that row.
fn withdraw_aside(
    args: &Args,
    desk: Desk,
    aside: &SetAside,
    session: &Session,
    world: &mut World<'_>,
) -> Result<Exit, Failure> {
    let plan = &aside.plan;
    let speaker = session.speaker(plan);
    let by = args.by.as_deref().map(|name| ask::body(speaker, name)).transpose()?;
    let snapshot = Snapshot::new(plan, session.as_of);
    let sole = match snapshot.units(aside.row) {
        [unit] => Some(*unit),
        _ => None,
    };
    let ids = |id: &String| plan.bodies().find(|(_, body)| body.id == *id).map(|(ix, _)| ix);
    let marks = aside.entries.iter().map(|entry| KnownEntry {
        by: entry.by.given().map_or(sole, ids),
        on: entry.on.given().copied(),
        returned: entry.returned.given().copied(),
    });
    let marks: Vec<KnownEntry> = marks.collect();
    let change = register::withdraw(&snapshot, aside.row, &marks, by);
    let change = change.map_err(|refusal| refused::failure(speaker, &refusal))?;
    let taken = match change {
        Change::Withdraw { entry, .. } => marks.get(entry).copied(),
        _ => None,
    };
    let changes = [change];
    let edited = desk.edit(&changes, speaker.lang)?;
    desk.write(&edited, &changes, &args.options, speaker.lang, world)?;
    let after = mark::plan_after(&edited);
    let snapshot = after.as_ref().map(|after| Snapshot::new(after, session.as_of));
    let report = ChangesReport::new(plan, snapshot.as_ref(), &changes);
    let report = report.taking(taken.and_then(|mark| mark.by), taken.and_then(|mark| mark.on));
    mark::say(&report, plan, speaker, &changes, &args.options, session, world)
}
