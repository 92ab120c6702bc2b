//! Every mark of a plan by D: what was done, by whom, on which day (docs/commands.md, log).

use super::{Scope, Snapshot};
use crate::plan::{BodyIx, BodyKind, EventIx, Period, Row, RowIx};
use crate::text::Bilingual;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::HashSet;

/// Which marks are asked for; what is left empty asks for all.
#[derive(Clone, Debug, Default)]
pub struct LogFilter {
    /// Those on these rows.
    pub rows: Option<HashSet<RowIx>>,
    /// Those of these, and of groups that they are in.
    pub asked: Option<Scope>,
    /// Those of this day or later.
    pub from: Option<NaiveDate>,
    /// Those of this day or earlier.
    pub to: Option<NaiveDate>,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// A report came in.
    Submitted,
    /// A report was sent back.
    Returned,
    /// A deadline was moved to a day.
    Extended(NaiveDate),
    /// An event happened.
    Event,
    /// It was noted how a row stands.
    Noted,
}

impl Action {
    /// The name that machine formats use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Extended(_) => "extended",
            Self::Event => "event",
            Self::Noted => "noted",
        }
    }
}

/// By the name that machine formats use.
impl serde::Serialize for Action {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// A mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark<'p> {
    /// What was done.
    pub action: Action,
    /// The row; none of an event.
    pub row: Option<RowIx>,
    /// The event.
    pub event: Option<EventIx>,
    /// The period, of a row that recurs.
    pub period: Option<Period>,
    /// Who reported or noted it, or for whom the deadline was moved; none where that is everyone, or not said.
    pub agency: Option<BodyIx>,
    /// The day; of a report a longer span, where its day is not known.
    pub on: Period,
    /// The document.
    pub reference: Option<&'p str>,
    /// What else is said of it.
    pub note: Option<Note<'p>>,
}

/// What a mark says in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note<'p> {
    /// In the language of the plan: a remark on a report, or why one was sent back.
    Own(&'p str),
    /// How a row stands.
    Progress(&'p Bilingual),
}

impl Mark<'_> {
    /// The day from which it is known: of a span the last.
    pub fn day(&self) -> NaiveDate {
        self.on.last_day()
    }
}

impl LogFilter {
    /// The marks by D, newest first; of one day those on rows in the order of the file, then events.
    pub fn answer<'p>(&self, snapshot: &Snapshot<'p>) -> Vec<Mark<'p>> {
        let plan = snapshot.plan;
        let rows = plan.rows().filter(|(ix, _)| snapshot.is_there(*ix));
        let rows = rows.filter(|(ix, _)| self.rows.as_ref().is_none_or(|rows| rows.contains(ix)));
        let on_rows = rows.flat_map(|(ix, row)| marks(ix, row));
        let is_for_all = self.rows.is_none() && self.asked.is_none();
        let events = plan.events().filter(|_| is_for_all).filter_map(|(ix, event)| {
            let on = Period::Day(event.on?);
            Some(Mark { event: Some(ix), reference: event.reference.as_deref(), ..Mark::new(Action::Event, on) })
        });
        let known = on_rows.chain(events).filter(|mark| mark.day() <= snapshot.as_of);
        let mut found: Vec<Mark<'p>> = known.filter(|mark| self.has(snapshot, mark)).collect();
        found.sort_by_key(|mark| Reverse(mark.day()));
        found
    }

    fn has(&self, snapshot: &Snapshot<'_>, mark: &Mark<'_>) -> bool {
        let day = mark.day();
        let is_in_time = self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to);
        is_in_time && self.asked.as_ref().is_none_or(|asked| concerns(snapshot, asked, mark))
    }
}

/// Whether a mark is one of those that are asked for, or of a group of theirs.
fn concerns(snapshot: &Snapshot<'_>, asked: &Scope, mark: &Mark<'_>) -> bool {
    let plan = snapshot.plan;
    match (mark.action, mark.agency, mark.row) {
        // What a class reports is its rest's alone.
        (Action::Submitted | Action::Returned, Some(class), _)
            if matches!(plan.body(class).kind, BodyKind::Class(_)) =>
        {
            asked.has(class)
        }
        (_, Some(agency), _) => asked.overlaps(plan, &[agency]),
        // A deadline that was moved for all was moved for each of the row's units.
        (Action::Extended(_), None, Some(row)) => asked.overlaps(plan, snapshot.units(row)),
        (_, None, _) => false,
    }
}

/// The marks on a row in the order of the file; that a report was sent back stands behind the report.
fn marks(ix: RowIx, row: &Row) -> impl Iterator<Item = Mark<'_>> {
    let reports = row.submitted.iter().flat_map(move |entry| {
        let submitted = Mark {
            row: Some(ix),
            period: entry.period,
            agency: Some(entry.by),
            reference: entry.reference.as_deref(),
            note: entry.note.as_deref().map(Note::Own),
            ..Mark::new(Action::Submitted, entry.on)
        };
        let reason = entry.reason.as_deref().map(Note::Own);
        let returned = entry.returned.map(|day| Mark {
            action: Action::Returned,
            on: Period::Day(day),
            note: reason,
            ..submitted
        });
        std::iter::once(submitted).chain(returned)
    });
    let extensions = row.extended.iter().flat_map(move |extension| {
        let granted = Mark {
            row: Some(ix),
            period: extension.period,
            reference: extension.reference.as_deref(),
            ..Mark::new(Action::Extended(extension.to), Period::Day(extension.granted))
        };
        let covered = extension.covers.iter().flat_map(|covered| covered.stated.iter());
        let each = covered.map(move |body| Mark { agency: Some(*body), ..granted });
        extension.covers.is_none().then_some(granted).into_iter().chain(each)
    });
    let notes = row.progress.iter().map(move |note| Mark {
        row: Some(ix),
        agency: note.by,
        note: Some(Note::Progress(&note.text)),
        ..Mark::new(Action::Noted, Period::Day(note.on))
    });
    reports.chain(extensions).chain(notes)
}

impl Mark<'_> {
    fn new(action: Action, on: Period) -> Self {
        let (row, event, period, agency) = (None, None, None, None);
        Self { action, row, event, period, agency, on, reference: None, note: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{body, day, plan, row};

    /// What is told on a day, each mark as `day action row agency`.
    fn told(filter: impl Fn(&crate::plan::Plan) -> LogFilter, as_of: &str) -> Vec<String> {
        let plan = plan(&[
            "id = '1', lead = ['abc'], due = { by = 2020-03-10 }, submitted = [
                { by = 'a', on = 2020-03-05, returned = 2020-03-12 },
                { by = 'abc', on = '2020-02' } ], extended = [
                { to = 2020-04-01, granted = 2020-03-05 },
                { to = 2020-04-02, granted = 2020-03-05, for = ['d', 'b'] } ]",
            "id = '2', since = 2020-03-05, lead = ['d'], due = { ongoing = true }, progress = [
                { on = 2020-03-05, text = 'x' }, { on = 2020-03-06, by = 'd', text = 'y' } ]",
        ]);
        let marks = filter(&plan).answer(&Snapshot::new(&plan, day(as_of)));
        let told = |mark: &Mark<'_>| {
            let agency = mark.agency.map_or("-", |body| &plan.body(body).id);
            let row = mark.row.map_or("-", |row| &plan.row(row).id);
            format!("{} {} {row} {agency}", mark.day().format("%m-%d"), mark.action.name())
        };
        marks.iter().map(told).collect()
    }

    #[test]
    fn marks_come_newest_first_and_those_after_the_day_do_not_exist_yet() {
        let all = told(|_| LogFilter::default(), "03-12");
        let expected = [
            "03-12 returned 1 a",
            "03-06 noted 2 d",
            "03-05 submitted 1 a",
            "03-05 extended 1 -",
            "03-05 extended 1 d",
            "03-05 extended 1 b",
            "03-05 noted 2 -",
            "02-29 submitted 1 abc",
        ];
        assert_eq!(all, expected);
        // A span counts from its last day on, and a row is known from its own day on.
        assert_eq!(told(|_| LogFilter::default(), "03-04"), ["02-29 submitted 1 abc"]);
        assert!(told(|_| LogFilter::default(), "02-28").is_empty());
    }

    #[test]
    fn a_range_of_days_includes_both_ends() {
        let range = |from, to| LogFilter { from: Some(day(from)), to: Some(day(to)), ..LogFilter::default() };
        assert_eq!(told(|_| range("03-06", "03-12"), "04-01"), ["03-12 returned 1 a", "03-06 noted 2 d"]);
        assert!(told(|_| range("03-07", "03-11"), "04-01").is_empty());
    }

    #[test]
    fn of_an_agency_are_the_marks_by_its_groups_and_what_was_moved_for_all() {
        let of = |id: &'static str| {
            move |plan: &crate::plan::Plan| LogFilter {
                asked: Some(Scope::new(plan, [body(plan, id)])),
                ..LogFilter::default()
            }
        };
        assert_eq!(told(of("c"), "04-01"), ["03-05 extended 1 -", "02-29 submitted 1 abc"]);
        assert_eq!(told(of("d"), "04-01"), ["03-06 noted 2 d", "03-05 extended 1 d"]);
        let on = |plan: &crate::plan::Plan| LogFilter { rows: Some([row(plan, "2")].into()), ..LogFilter::default() };
        assert_eq!(told(on, "04-01"), ["03-06 noted 2 d", "03-05 noted 2 -"]);
    }
}
