use super::failure::{Exit, Failure};
use super::mark::{self, Basis, Options};
use super::session::Session;
use super::typed;
use super::world::World;
use super::{ask, refused};
use crate::plan::Period;
use crate::register::{self, Mark, WithdrawRequest};

/// Take a mistaken mark out: an entry, a return, an extension or a note
///
/// Without --on the entry goes that counts, if the unit has just one. What is taken out is shown whole.
///
/// Works even where the plan has errors, if all of them are in the entries of this row.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  The report of 2.1 was recorded by mistake:
    papi-plan submit 2.1 --on 8/10/2020
    papi-plan withdraw 2.1
  That of one of several units; what would be written, and nothing else:
    papi-plan submit I --by \"UBND huyện Đại Từ\" --on 18/9/2020
    papi-plan withdraw I --by \"UBND huyện Đại Từ\" --dry-run
  The report of 2.3 was not to be sent back:
    papi-plan submit 2.3 --on 8/10/2020
    papi-plan return 2.3 --on 12/10/2020
    papi-plan withdraw 2.3 --return
  The last extension:
    papi-plan extend 4.3 --to 20/10/2020
    papi-plan withdraw 4.3 --extension")]
pub struct Args {
    /// The row: an id, a printed number or a path of these (IV/2)
    #[arg(value_name = "ROW")]
    row: String,

    /// Whose; may be left out where only one can be meant; a group means its units; may be repeated
    #[arg(long, value_name = "AGENCY", conflicts_with = "extension")]
    by: Vec<String>,

    /// Of which day: that of the submission, of the return, of the note, or on which the extension was granted
    #[arg(long, value_name = "DATE")]
    on: Option<String>,

    /// For which period it is, on a row that recurs
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,

    /// The last return instead: the report counts again
    #[arg(long = "return", conflicts_with = "extension")]
    is_return: bool,

    /// The last extension instead
    #[arg(long)]
    extension: bool,

    /// The last extension that names this agency or group
    #[arg(long = "for", value_name = "AGENCY", requires = "extension")]
    covers: Option<String>,

    /// The last note instead
    #[arg(long, conflicts_with_all = ["extension", "is_return", "period"])]
    progress: bool,

    #[command(flatten)]
    options: Options,
}

pub fn run(args: &Args, session: &Session, world: &mut World<'_>) -> Result<Exit, Failure> {
    mark::mark(&args.options, Some(&args.row), session, world, |basis| {
        let Basis { snapshot, row_with_errors } = basis;
        let plan = snapshot.plan;
        let (row, entries) = match row_with_errors {
            Some((row, entries)) => (*row, entries.to_vec()),
            None => {
                let row = ask::row(plan, &session.program, &args.row)?;
                (row, register::known_entries(plan, row))
            }
        };
        let body = |name: &String| ask::body_of_rows(plan, &session.program, name, &[row]);
        let by = args.by.iter().map(body).collect::<Result<Vec<_>, _>>()?;
        let covers = args.covers.as_ref().map(body).transpose()?;
        let mark = match (args.is_return, args.extension, args.progress) {
            (true, ..) => Mark::Return(by),
            (false, true, _) => Mark::Extension(covers),
            (false, false, true) => Mark::Note(by),
            (false, false, false) => Mark::Entry(by),
        };
        let on = args.on.as_deref().map(|on| ask::period(on, snapshot.as_of)).transpose()?.map(Period::last_day);
        let period = typed::period(args.period.as_deref(), snapshot.as_of)?;
        let request = WithdrawRequest { row, mark, on, period };
        let decision = register::withdraw(snapshot, &entries, &request);
        decision.map_err(|refusal| refused::failure(plan, &session.program, &refusal))
    })
}
