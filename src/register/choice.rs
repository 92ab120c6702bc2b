//! Which of a row's entries are meant by the names and the day that a request gives.

use super::refusal::{Listed, Naming, Refusal, Unclear};
use super::{each_once, responsible};
use crate::plan::{BodyIx, KnownEntry, Period, RowIx};
use crate::query::Snapshot;
use chrono::NaiveDate;

/// The entries of a row, of which some are meant.
#[derive(Clone, Copy)]
pub(super) struct Choice<'a> {
    pub(super) snapshot: &'a Snapshot<'a>,
    pub(super) row: RowIx,
    pub(super) entries: &'a [KnownEntry],
}

/// What a request says of the entries that it means.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    pub(super) part: Part,
    /// Whose; an agency, or a group for itself and its units.
    pub(super) by: Option<BodyIx>,
    pub(super) on: Option<NaiveDate>,
    pub(super) period: Option<Period>,
}

/// What of an entry is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The entry, by its day of submission; without a day the one that counts at D.
    Whole,
    /// Its return, by its own day; without a day the last.
    Return,
}

/// Why nothing is chosen.
enum Unchosen {
    Refused(Refusal),
    /// The entries that could be meant.
    Unclear(Unclear, Vec<usize>),
}

impl Choice<'_> {
    /// The numbers of the entries that are meant by several names, or where none is given.
    ///
    /// # Errors
    /// That of the first name that means none, see [`Self::choose`].
    pub(super) fn choose_all(&self, wanted: Wanted, by: &[BodyIx]) -> Result<Vec<usize>, Refusal> {
        let mut meant = match by {
            [] => self.choose(Wanted { by: None, ..wanted })?,
            _ => Vec::new(),
        };
        for body in by {
            meant.extend(self.choose(Wanted { by: Some(*body), ..wanted })?);
        }
        meant.sort_unstable();
        meant.dedup();
        Ok(meant)
    }

    /// The numbers of the entries that are meant: of each unit at most one.
    ///
    /// Entries that no name can mean, as they name nobody or a body that does not exist, are meant where no name is
    /// given: there would be no other way to take them out. So are, where no day is given, those whose day cannot be
    /// read.
    ///
    /// # Errors
    /// A refusal that says that there is none, or lists those that could be meant.
    pub(super) fn choose(&self, wanted: Wanted) -> Result<Vec<usize>, Refusal> {
        self.pick(wanted).map_err(|unchosen| match unchosen {
            Unchosen::Refused(refusal) => refusal,
            Unchosen::Unclear(why, numbers) => {
                let listed = |number: &usize| Listed {
                    entry: self.entries[*number].clone(),
                    named_by: self.naming(wanted.part, *number),
                    return_named_by: self.naming_of_return(*number),
                };
                let (row, entries) = (self.row, numbers.iter().map(listed).collect());
                match wanted.part {
                    Part::Whole => Refusal::WhichEntry { row, why, entries },
                    Part::Return => Refusal::WhichReturn { row, why, entries },
                }
            }
        })
    }

    /// What names one entry alone, found by asking.
    pub(super) fn naming(&self, part: Part, number: usize) -> Option<Naming> {
        let entry = &self.entries[number];
        let is_meant = |on| {
            let wanted = Wanted { part, by: entry.by, on, period: entry.period };
            self.pick(wanted).is_ok_and(|meant| meant == [number])
        };
        // Where a row recurs its period tells a report apart from the others.
        let mut days = [part.day(entry), None];
        if entry.period.is_some() {
            days.reverse();
        }
        let named = |on| Naming { by: entry.by, on, period: entry.period };
        days.into_iter().find(|on| is_meant(*on)).map(named)
    }

    /// What names the return of an entry alone, if there is one and the report may count again.
    pub(super) fn naming_of_return(&self, number: usize) -> Option<Naming> {
        let is_free = Part::Return.is_there(&self.entries[number]) && self.beside(number).is_empty();
        if is_free { self.naming(Part::Return, number) } else { None }
    }

    /// The other entries of the unit that count on a day when this one would, were it not sent back.
    pub(super) fn beside(&self, number: usize) -> Vec<usize> {
        let entry = &self.entries[number];
        let is_beside = |other: &KnownEntry| {
            let KnownEntry { by, period, on, returned, reference: _, note: _, reason: _ } = other;
            let days = on.zip(entry.on);
            let is_own = (*by, *period) == (entry.by, entry.period);
            is_own && days.is_some_and(|(on, from)| counts_from(on.last_day(), *returned, from.last_day()))
        };
        (0..self.entries.len()).filter(|other| *other != number && is_beside(&self.entries[*other])).collect()
    }

    /// The entries that a name could mean: those of the agency, or of the group and its units; all of them where
    /// none is named.
    ///
    /// A body that is no unit of the row may stand in an entry all the same; that is one of its errors.
    ///
    /// # Errors
    /// That the body has no entry, and why.
    pub(super) fn named(&self, by: Option<BodyIx>) -> Result<Vec<usize>, Refusal> {
        let Some(body) = by else { return Ok((0..self.entries.len()).collect()) };
        let units = &self.snapshot.plan.body(body).units;
        let is_own = |entry: &KnownEntry| entry.by.is_some_and(|unit| unit == body || units.contains(&unit));
        let own: Vec<usize> = (0..self.entries.len()).filter(|number| is_own(&self.entries[*number])).collect();
        if own.is_empty() {
            responsible(self.snapshot, self.row, body)?;
            return Err(Refusal::NoEntry { row: self.row, body: by });
        }
        Ok(own)
    }

    /// Whose some entries are, each once, in the order of the file.
    pub(super) fn whose(&self, numbers: &[usize]) -> Vec<Option<BodyIx>> {
        each_once(&numbers.iter().map(|number| self.entries[*number].by).collect::<Vec<_>>())
    }

    fn pick(&self, wanted: Wanted) -> Result<Vec<usize>, Unchosen> {
        let Wanted { part, by, on, period } = wanted;
        let mut could_be = self.named(by).map_err(Unchosen::Refused)?;
        could_be.retain(|number| {
            let entry = &self.entries[*number];
            part.is_there(entry) && period.is_none_or(|period| entry.period == Some(period))
        });
        if could_be.is_empty() {
            return Err(Unchosen::Refused(part.none(self.row, by)));
        }
        let meant = self.narrowed(&could_be, wanted);
        let picked = self.of_each_unit(&meant, wanted).map_err(|why| Unchosen::Unclear(why, meant))?;
        match (&picked[..], on) {
            ([], Some(day)) => Err(Unchosen::Unclear(Unclear::NoneOf { day }, could_be)),
            ([], None) => {
                let why = Unclear::NoneLive { as_of: self.snapshot.as_of };
                Err(Unchosen::Unclear(why, could_be))
            }
            ([_, _, ..], _) if by.is_none() => Err(Unchosen::Unclear(Unclear::Several, picked)),
            _ => Ok(picked),
        }
    }

    /// Those of the day, if one is given; of nobody, if there are such and nobody is named.
    fn narrowed(&self, could_be: &[usize], wanted: Wanted) -> Vec<usize> {
        let is_of_day =
            |number: &usize| wanted.on.is_none_or(|day| wanted.part.day(&self.entries[*number]) == Some(day));
        let of_day: Vec<usize> = could_be.iter().copied().filter(is_of_day).collect();
        let is_nobodys = |number: &usize| self.entries[*number].by.is_none();
        match wanted.by {
            None if of_day.iter().any(is_nobodys) => of_day.into_iter().filter(is_nobodys).collect(),
            _ => of_day,
        }
    }

    /// Of each unit's entries the one that is meant, if any is.
    fn of_each_unit(&self, numbers: &[usize], wanted: Wanted) -> Result<Vec<usize>, Unclear> {
        let mut picked = Vec::new();
        for unit in self.whose(numbers) {
            let own: Vec<usize> = numbers.iter().copied().filter(|number| self.entries[*number].by == unit).collect();
            picked.extend(match (wanted.part, wanted.on) {
                (Part::Whole, None) => self.live(&own)?,
                (Part::Whole, Some(_)) => own.last().copied(),
                (Part::Return, _) => own.into_iter().max_by_key(|number| (self.entries[*number].returned, *number)),
            });
        }
        Ok(picked)
    }

    /// The one of a unit's entries that counts at D.
    fn live(&self, own: &[usize]) -> Result<Option<usize>, Unclear> {
        let is_undated = |number: &&usize| self.entries[**number].on.is_none();
        if let Some(undated) = own.iter().rfind(is_undated) {
            return Ok(Some(*undated));
        }
        let mut live = own.iter().filter(|number| self.entries[**number].is_live(self.snapshot.as_of));
        match (live.next(), live.next()) {
            (_, Some(_)) => Err(Unclear::Several),
            (one, None) => Ok(one.copied()),
        }
    }
}

/// Whether an entry of one day, sent back on another or not at all, counts on any day from a third on.
pub(super) fn counts_from(on: NaiveDate, returned: Option<NaiveDate>, from: NaiveDate) -> bool {
    returned.is_none_or(|returned| returned > from && returned > on)
}

impl Part {
    /// Whether an entry has it.
    fn is_there(self, entry: &KnownEntry) -> bool {
        match self {
            Self::Whole => true,
            Self::Return => entry.returned.is_some(),
        }
    }

    /// Its day.
    fn day(self, entry: &KnownEntry) -> Option<NaiveDate> {
        match self {
            Self::Whole => entry.on.map(Period::last_day),
            Self::Return => entry.returned,
        }
    }

    /// That there is none.
    fn none(self, row: RowIx, body: Option<BodyIx>) -> Refusal {
        match self {
            Self::Whole => Refusal::NoEntry { row, body },
            Self::Return => Refusal::NoReturn { row, body },
        }
    }
}
