//! What makes a well-formed file no valid plan, in words (docs/codes.md, The plan). Names and ids as the file has them.

use crate::diagnostic::{Code, Problem, Problems};
use crate::plan::{Address, NoPeriods};
use crate::text::{Bilingual, Lang, Message, is_near, one_line, quoted, words::living, words::problem};
use chrono::NaiveDate;

/// A problem of a draft.
pub(super) type DraftProblem = Problem<Address>;

/// All that was found so far.
pub(super) type DraftProblems = Problems<Address>;

fn new<S: Into<String>>(
    code: Code,
    at: Address,
    message: impl Fn(Lang) -> String,
    help: impl Fn(Lang) -> S,
) -> DraftProblem {
    Problem::new(code, at, Message::new(message)).with_help(Message::new(help))
}

/// An id of a row that is empty or has white space.
pub(super) fn bad_row_id(id: &str, at: Address) -> DraftProblem {
    let message = |lang| match id {
        "" => problem::empty_task_id(lang).to_owned(),
        id => problem::bad_task_id(lang, &quoted(id)),
    };
    new(Code::BadId, at, message, problem::bad_task_id_help)
}

/// An id of an agency or group that is no lower-case words joined by hyphens.
pub(super) fn bad_body_id(id: &str, at: Address) -> DraftProblem {
    new(Code::BadId, at, |lang| problem::bad_body_id(lang, &quoted(id)), problem::bad_body_id_help)
}

/// An id that an earlier row has.
pub(super) fn duplicate_row_id(id: &str, at: Address, first: Address) -> DraftProblem {
    let message = |lang| problem::duplicate_id(lang, &quoted(id));
    new(Code::DuplicateId, at, message, problem::duplicate_id_help).and_at([first])
}

/// An id that an earlier agency or group has.
pub(super) fn duplicate_body_id(id: &str, at: Address, first: Address) -> DraftProblem {
    let message = |lang| problem::duplicate_id(lang, &quoted(id));
    new(Code::DuplicateId, at, message, problem::duplicate_body_help).and_at([first])
}

/// A `parent` that is no row.
pub(super) fn unknown_parent(parent: &str, nearest: Option<&str>, at: Address) -> DraftProblem {
    let message = |lang| problem::unknown_parent(lang, &quoted(parent));
    new(Code::UnknownParent, at, message, nearest_or(parent, nearest, problem::unknown_parent_help))
}

/// Rows that are above themselves, each below the next.
pub(super) fn parent_cycle(rows: &[&str], at: Address) -> DraftProblem {
    new(Code::ParentCycle, at, |lang| problem::parent_cycle(lang, &chain(rows)), problem::parent_cycle_help)
}

/// What to write in the place of an id that is no agency or group.
pub(super) enum Advice {
    /// An id that is nearly this.
    Near(String),
    /// The id of the body that has this name.
    HasId { name: Bilingual, id: String },
    /// One of these ids.
    OneOf(Vec<String>),
    /// A unit of the row: the first few names, and how many there are.
    Units { row: String, named: Vec<Bilingual>, count: usize },
    /// A new id, with the line that makes it known; without a name where the id itself is all that is known.
    New { id: String, name: Option<String> },
    /// Whatever is right.
    Correct,
}

impl Advice {
    fn help(&self, lang: Lang) -> String {
        match self {
            Self::Near(id) => problem::nearest_id(lang, &quoted(id)),
            Self::HasId { name, id } => problem::agency_has_id(lang, &quoted(name.in_lang(lang)), &quoted(id)),
            Self::OneOf(ids) => {
                problem::one_of_ids(lang, &ids.iter().map(|id| quoted(id)).collect::<Vec<_>>().join(", "))
            }
            Self::Units { row, named, count } => units_help(lang, row, named, *count),
            Self::New { id, name: Some(name) } => {
                problem::new_agency(lang, &new_line(id, &one_line(name).replace('\\', "\\\\").replace('"', "\\\"")), id)
            }
            Self::New { id, name: None } => problem::new_agency_of_id(lang, &new_line(id, "…")),
            Self::Correct => problem::unknown_agency_help(lang).to_owned(),
        }
    }
}

/// The line of `[agencies]` that makes an id known.
fn new_line(id: &str, name: &str) -> String {
    format!("{id} = {{ name = \"{name}\" }}")
}

/// An id that is no agency or group.
pub(super) fn unknown_agency(id: &str, advice: &Advice, at: Address) -> DraftProblem {
    new(Code::UnknownAgency, at, |lang| problem::unknown_agency(lang, &quoted(id)), |lang| advice.help(lang))
}

/// Groups that are members of themselves, each a member of the one before.
pub(super) fn group_cycle(groups: &[&str], at: Address) -> DraftProblem {
    let sentence = if groups.len() == 2 { problem::group_cycle_of_two } else { problem::group_cycle };
    new(Code::GroupCycle, at, |lang| sentence(lang, &chain(groups)), problem::group_cycle_help)
}

/// A name, as the second of two agencies or groups has it, that both answer to.
pub(super) fn ambiguous_name(
    name: &str,
    (first, first_at): (&str, Address),
    (second, at): (&str, Address),
) -> DraftProblem {
    let message = |lang| problem::ambiguous_name(lang, &quoted(name), &quoted(first), &quoted(second));
    new(Code::AmbiguousName, at, message, problem::ambiguous_name_help).and_at([first_at])
}

/// A row for which nobody is responsible.
pub(super) fn no_lead(row: &str, likely: Option<LikelyParent<'_>>, at: Address) -> DraftProblem {
    let help = |lang| {
        let other = problem::no_lead_help(lang);
        match likely {
            Some(LikelyParent::Above(above)) => problem::parent_of_it(lang, &quoted(above), other),
            Some(LikelyParent::OfNext(next)) => problem::parent_of_next(lang, &quoted(row), &quoted(next), other),
            None => other.to_owned(),
        }
    };
    new(Code::NoLead, at, |lang| problem::no_lead(lang, &quoted(row)), help)
}

/// What an appendix means by its order alone, and a plan must say.
#[derive(Clone, Copy)]
pub(super) enum LikelyParent<'d> {
    /// The row stands below this one.
    Above(&'d str),
    /// This one stands below the row.
    OfNext(&'d str),
}

/// Adds that a row stands where it does because of its id, which may not have been meant.
pub(super) fn by_its_id(mut found: DraftProblem, row: &str, above: Option<&str>) -> DraftProblem {
    if let (Some(above), Some(help)) = (above, &found.help) {
        let help = |lang| problem::below_by_id(lang, &quoted(row), &quoted(above), help.in_lang(lang));
        found.help = Some(Message::new(help));
    }
    found
}

/// A range whose last day is before its first.
pub(super) fn ends_before_start(from: NaiveDate, last: NaiveDate, at: Address) -> DraftProblem {
    let message = |lang: Lang| problem::ends_before_start(lang, &lang.date(from), &lang.date(last));
    new(Code::BadDeadline, at, message, problem::ends_before_start_help)
}

/// A recurring deadline that has no periods.
pub(super) fn no_periods(why: NoPeriods, at: Address) -> DraftProblem {
    let message = |lang| match why {
        NoPeriods::NoEnd => living::recurs_without_end(lang).to_owned(),
        NoPeriods::None => living::recurs_never(lang).to_owned(),
        NoPeriods::TooMany => living::recurs_too_often(lang).to_owned(),
    };
    new(Code::BadDeadline, at, message, |lang| match why {
        NoPeriods::NoEnd => living::recurs_without_end_help(lang),
        NoPeriods::None => living::recurs_never_help(lang),
        NoPeriods::TooMany => living::recurs_too_often_help(lang),
    })
}

/// A deadline that counts from a row which is delivered on no one day.
pub(super) fn counts_from_no_item(row: &str, at: Address) -> DraftProblem {
    let message = |lang| living::counts_from_no_item(lang, &quoted(row));
    new(Code::BadDeadline, at, message, living::counts_from_no_item_help)
}

/// Rows whose deadlines wait for each other.
pub(super) fn deadline_cycle(rows: &[&str], at: Address) -> DraftProblem {
    new(Code::DeadlineCycle, at, |lang| living::deadline_cycle(lang, &chain(rows)), living::deadline_cycle_help)
}

/// An event that is none.
pub(super) fn unknown_event(id: &str, nearest: Option<&str>, at: Address) -> DraftProblem {
    let message = |lang| living::unknown_event(lang, &quoted(id));
    new(Code::UnknownEvent, at, message, nearest_or(id, nearest, living::unknown_event_help))
}

/// A further column that the plan does not have.
pub(super) fn unknown_column(key: &str, nearest: Option<&str>, at: Address) -> DraftProblem {
    let message = |lang| living::unknown_column(lang, &quoted(key));
    new(Code::UnknownColumn, at, message, nearest_or(key, nearest, living::unknown_column_help))
}

/// Agencies that go into each other.
pub(super) fn successor_cycle(agencies: &[&str], at: Address) -> DraftProblem {
    let message = |lang| living::successor_cycle(lang, &chain(agencies));
    new(Code::SuccessorCycle, at, message, living::successor_cycle_help)
}

/// A group that would take over from an agency.
pub(super) fn into_group(name: &Bilingual, at: Address) -> DraftProblem {
    let message = |lang: Lang| living::into_group(lang, &quoted(name.in_lang(lang)));
    new(Code::UnknownAgency, at, message, living::into_group_help)
}

/// An agency that is not there when another goes into it.
pub(super) fn successor_not_there(name: &Bilingual, ended: NaiveDate, at: Address) -> DraftProblem {
    let message = |lang: Lang| living::successor_not_there(lang, &quoted(name.in_lang(lang)), &lang.date(ended));
    new(Code::BadDates, at, message, living::successor_not_there_help)
}

/// A row or a body that ends on the day it begins, or before.
pub(super) fn ends_before_it_begins(since: NaiveDate, ended: NaiveDate, at: Address) -> DraftProblem {
    let message = |lang: Lang| living::ends_before_it_begins(lang, &lang.date(since), &lang.date(ended));
    new(Code::BadDates, at, message, problem::returned_early_help)
}

/// A mark on a row that recurs, without its period.
pub(super) fn missing_period(row: &str, likely: Option<&str>, at: Address) -> DraftProblem {
    let help = |lang| match likely {
        Some(period) => living::missing_period_likely(lang, period),
        None => living::missing_period_help(lang).to_owned(),
    };
    new(Code::MissingPeriod, at, |lang| living::missing_period(lang, &quoted(row)), help)
}

/// A period that a row does not have.
pub(super) fn bad_period(row: &str, period: &str, known: Option<&str>, at: Address) -> DraftProblem {
    let message = |lang| match known {
        Some(_) => living::bad_period(lang, &quoted(row), period),
        None => living::period_of_once(lang, &quoted(row)),
    };
    let help = |lang| match known {
        Some(known) => living::bad_period_help(lang, known),
        None => living::period_of_once_help(lang).to_owned(),
    };
    new(Code::BadPeriod, at, message, help)
}

/// A submission on a heading.
pub(super) fn heading_entry(row: &str, at: Address) -> DraftProblem {
    new(Code::HeadingEntry, at, |lang| problem::heading_entry(lang, &quoted(row)), problem::heading_entry_help)
}

/// An entry by a body that its row is not assigned to.
pub(super) struct NotResponsible<'a> {
    /// The row.
    pub(super) row: &'a str,
    /// The name of the body.
    pub(super) by: &'a Bilingual,
    /// The names of the responsible units, the first few.
    pub(super) units: &'a [Bilingual],
    /// How many are responsible.
    pub(super) count: usize,
}

impl NotResponsible<'_> {
    pub(super) fn at(&self, at: Address) -> DraftProblem {
        let Self { row, by, units, count } = *self;
        let message = |lang| problem::not_responsible(lang, &quoted(by.in_lang(lang)), &quoted(row));
        let help = |lang| units_help(lang, row, units, count);
        new(Code::NotResponsible, at, message, help)
    }
}

/// The units of a row: the first few names, and how many more there are.
fn units_help(lang: Lang, row: &str, units: &[Bilingual], count: usize) -> String {
    let named: Vec<String> = units.iter().map(|unit| quoted(unit.in_lang(lang))).collect();
    let mut named = named.join(", ");
    if count > units.len() {
        named = format!("{named} {}", problem::and_more(lang, count - units.len()));
    }
    problem::not_responsible_help(lang, &quoted(row), &named)
}

/// An entry without `by` where several units are responsible.
pub(super) fn missing_by(row: &str, count: usize, at: Address) -> DraftProblem {
    new(Code::MissingBy, at, |lang| problem::missing_by(lang, &quoted(row), count), problem::missing_by_help)
}

/// Two entries of one unit on one row that are live on the same day.
pub(super) struct DuplicateEntry<'a> {
    /// How the program is called on the file.
    pub(super) program: &'a str,
    pub(super) row: &'a str,
    /// The unit's name.
    pub(super) by: &'a Bilingual,
    /// The unit's id, as the entry that comes later in the file has it.
    pub(super) id: Option<&'a str>,
    /// The days of submission, the earlier one first.
    pub(super) days: [NaiveDate; 2],
    /// The day of the entry that comes later in the file.
    pub(super) later: NaiveDate,
}

impl DuplicateEntry<'_> {
    /// The problem at the later entry, which was added to the earlier.
    pub(super) fn at(self, later: Address, earlier: Address) -> DraftProblem {
        let (row, [first, second]) = (quoted(self.row), self.days);
        let message = |lang: Lang| {
            let by = quoted(self.by.in_lang(lang));
            if first == second {
                problem::duplicate_entry_one_day(lang, &by, &row, &lang.date(second))
            } else {
                problem::duplicate_entry(lang, &by, &row, &lang.date(first), &lang.date(second))
            }
        };
        let by = self.id.map(|id| format!(" --by {}", quoted(id))).unwrap_or_default();
        let withdraw = format!("{} withdraw {row}{by}", self.program);
        let help = |lang: Lang| problem::duplicate_entry_help(lang, &withdraw, &lang.date(self.later));
        new(Code::DuplicateEntry, later, message, help).and_at([earlier])
    }
}

/// An extension that was granted before the plan was issued.
pub(super) fn before_issue(granted: NaiveDate, issued: NaiveDate, at: Address) -> DraftProblem {
    let message = |lang: Lang| problem::before_issue(lang, "granted", &lang.date(granted), &lang.date(issued));
    new(Code::BadDates, at, message, problem::before_issue_help)
}

/// A report that was returned before it was submitted.
pub(super) fn returned_early(on: NaiveDate, returned: NaiveDate, at: Address) -> DraftProblem {
    let message = |lang: Lang| problem::returned_early(lang, &lang.date(on), &lang.date(returned));
    new(Code::BadDates, at, message, problem::returned_early_help)
}

/// An id in a directive that is no row.
pub(super) fn unknown_task(id: &str, nearest: Option<&str>, at: Address) -> DraftProblem {
    let message = |lang| problem::unknown_task(lang, &quoted(id));
    new(Code::UnknownTask, at, message, nearest_or(id, nearest, problem::unknown_task_help))
}

/// The nearest known word as the way out, or beside another way where it is not that near.
fn nearest_or(typed: &str, nearest: Option<&str>, other: fn(Lang) -> &'static str) -> impl Fn(Lang) -> String {
    move |lang| match nearest {
        Some(nearest) if is_near(typed, nearest) => problem::nearest_id(lang, &quoted(nearest)),
        Some(nearest) => problem::far_nearest(lang, other(lang), &quoted(nearest)),
        None => other(lang).to_owned(),
    }
}

/// `a → b → a`, with the middle left out of a long one.
fn chain(ids: &[&str]) -> String {
    let shown = ids.iter().take(5).map(|id| quoted(id));
    let gap = (ids.len() > 5).then(|| String::from("…"));
    let back = ids.first().map(|id| quoted(id));
    shown.chain(gap).chain(back).collect::<Vec<_>>().join(" → ")
}
