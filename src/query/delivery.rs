//! Who has delivered what, and on which day, and what was sent back (docs/meaning.md, Delivered).

use super::duty::Duty;
use super::last_day::LastDays;
use crate::plan::{BodyIx, BodyKind, Entry, Occurrence, Plan, RowIx, RowKind};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A delivery: the day, and the entry that made it, unless parts did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The day.
    pub on: NaiveDate,
    /// The row and the number of the entry; none where the parts of the row delivered.
    pub entry: Option<(RowIx, usize)>,
    /// Whether the entry, of parts the latest, has no day.
    pub is_approximate: bool,
}

/// What has come in for an obligation by D.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Received {
    pub(super) delivery: Option<Delivery>,
    /// The latest day on which an entry that would cover it was sent back.
    pub(super) returned: Option<NaiveDate>,
}

impl Received {
    /// Keeps the earlier of two deliveries, of two on one day the first.
    fn deliver(&mut self, delivery: Option<Delivery>) {
        let Some(delivery) = delivery else { return };
        if self.delivery.is_none_or(|known| delivery.on < known.on) {
            self.delivery = Some(delivery);
        }
    }
}

/// The entries of one assignment for one period.
pub(super) struct Reports<'p> {
    plan: &'p Plan,
    as_of: NaiveDate,
    period: Option<&'p Occurrence>,
    /// The rows of the assignment, the item first, parents before children.
    rows: &'p [RowIx],
    /// The same, sorted, with the place of each.
    places: Vec<(RowIx, usize)>,
    /// Of each row the place of the row above, within the assignment.
    above: Vec<Option<usize>>,
    /// Entries by bodies for themselves: who, the place of the row, the number there; sorted.
    by_unit: Vec<(BodyIx, usize, usize)>,
    /// Those by a group for all its units: the place of the row, and the number there.
    by_group: Vec<(usize, usize)>,
    /// The groups that entries name, with their units, sorted.
    groups: HashMap<BodyIx, Arc<[BodyIx]>>,
    /// Whether the day of some entry is not known.
    is_undated: bool,
}

/// Whose entries count.
pub(super) enum Whose<'d> {
    /// Those by one that owes it, by its groups, and by those that it answers for.
    Duty(&'d Duty),
    /// Those by any of the units, and by whoever took over from one: under `any` one delivers for all.
    Any(&'d AnyOf<'d>),
}

impl Whose<'_> {
    /// A body, if it is one of those that whoever owes it took over from.
    fn predecessor(&self, by: BodyIx) -> Option<BodyIx> {
        match self {
            Self::Duty(duty) => Some(by).filter(|by| duty.heir_to.contains(by)),
            Self::Any(_) => None,
        }
    }
}

/// The bodies of which one delivers for all.
pub(super) struct AnyOf<'d> {
    pub(super) duties: &'d [Duty],
    bodies: HashSet<BodyIx>,
    /// Those whose duty passed on: an entry by a group of theirs holds for who took over.
    passed_on: HashSet<BodyIx>,
}

impl<'d> AnyOf<'d> {
    pub(super) fn new(units: &[BodyIx], duties: &'d [Duty]) -> Self {
        let passed_on: HashSet<BodyIx> = duties.iter().flat_map(|duty| duty.heir_to.iter().copied()).collect();
        let holders = duties.iter().map(|duty| duty.holder);
        let bodies = units.iter().copied().chain(holders).chain(passed_on.iter().copied()).collect();
        Self { duties, bodies, passed_on }
    }
}

impl<'p> Reports<'p> {
    /// The entries for a period of the rows of an assignment; none if there are none.
    pub(super) fn of(
        plan: &'p Plan,
        as_of: NaiveDate,
        rows: &'p [RowIx],
        period: Option<&'p Occurrence>,
    ) -> Option<Self> {
        let wanted = period.map(|one| one.period);
        let is_wanted = |entry: &Entry| entry.period == wanted;
        if !rows.iter().any(|row| plan.row(*row).submitted.iter().any(is_wanted)) {
            return None;
        }
        let mut reports = Self {
            plan,
            as_of,
            period,
            rows,
            places: rows.iter().enumerate().map(|(place, row)| (*row, place)).collect(),
            above: Vec::with_capacity(rows.len()),
            by_unit: Vec::new(),
            by_group: Vec::new(),
            groups: HashMap::new(),
            is_undated: false,
        };
        reports.places.sort_unstable();
        for (place, row) in rows.iter().enumerate() {
            reports.above.push(plan.node(*row).parent.and_then(|above| reports.place(above)));
            for (number, entry) in plan.row(*row).submitted.iter().enumerate().filter(|(_, entry)| is_wanted(entry)) {
                reports.is_undated |= entry.is_approximate();
                let by = plan.body(entry.by);
                if matches!(by.kind, BodyKind::Group(_)) {
                    reports.groups.entry(entry.by).or_insert_with(|| sorted(&by.units));
                    reports.by_group.push((place, number));
                } else {
                    reports.by_unit.push((entry.by, place, number));
                }
            }
        }
        reports.by_unit.sort_unstable();
        Some(reports)
    }

    /// What has come in for each row of the assignment.
    pub(super) fn received(&self, whose: &Whose<'_>, last_days: &LastDays<'_>) -> Vec<Received> {
        let mut found = Vec::new();
        self.receive(&mut found, whose, last_days);
        found
    }

    /// The same in the place of what was found before: an assignment may have hundreds of units.
    pub(super) fn receive(&self, found: &mut Vec<Received>, whose: &Whose<'_>, last_days: &LastDays<'_>) {
        found.clear();
        if !self.may_count(whose) {
            return found.resize(self.rows.len(), Received::default());
        }
        // What is dated, of each row, and the entries on it and above it that have no day: they count by the row that is
        // asked for. Where none is without a day, all that is found is dated.
        let mut dated: Vec<Received> = Vec::new();
        let mut undated: Vec<Vec<(RowIx, usize)>> = Vec::new();
        let mut numbers = Vec::new();
        for (place, row) in self.rows.iter().enumerate() {
            let (above, end) = (self.above[place], self.plan.node(*row).ended);
            let (mut received, mut without_day) = (Received::default(), Vec::new());
            self.candidates(&mut numbers, place, whose);
            for number in &numbers {
                match &self.plan.row(*row).submitted[*number] {
                    entry if entry.is_approximate() => without_day.push((*row, *number)),
                    entry => self.take(&mut received, (*row, *number), entry.day(), end, whose),
                }
            }
            if let Some(above) = above {
                let known = if self.is_undated { dated[above] } else { found[above] };
                self.deliver(&mut received, known.delivery.filter(|known| end.is_none_or(|end| known.on < end)));
                received.returned = received.returned.max(known.returned);
                if self.is_undated {
                    without_day.extend(&undated[above]);
                }
            }
            if self.is_undated {
                dated.push(received);
                self.take_undated(&mut received, place, &without_day, whose, last_days);
                undated.push(without_day);
            }
            found.push(received);
        }
        for place in (0..self.rows.len()).rev() {
            let together = self.parts(place, found);
            found[place].deliver(together);
        }
    }

    /// Takes entries without a day, as they count for a row.
    fn take_undated(
        &self,
        received: &mut Received,
        place: usize,
        entries: &[(RowIx, usize)],
        whose: &Whose<'_>,
        last_days: &LastDays<'_>,
    ) {
        if entries.is_empty() {
            return;
        }
        let row = self.rows[place];
        let (end, last_day) = (self.plan.node(row).ended, last_days.of(row, whose).day());
        for (on, number) in entries {
            let entry = &self.plan.row(*on).submitted[*number];
            match whose.predecessor(entry.by) {
                None => self.take(received, (*on, *number), entry.delivers_on(last_day), end, whose),
                // With the whole item it would have kept its duty: only parts of it hold for who took over.
                Some(by) => {
                    let day = entry.delivers_on(last_days.of_one(row, by).day());
                    let mut part = Received::default();
                    self.take(&mut part, (*on, *number), day, end, whose);
                    received.returned = received.returned.max(part.returned);
                    self.deliver(received, part.delivery.filter(|_| self.above[place].is_some()));
                }
            }
        }
    }

    /// The place of a row, if it is one of the assignment.
    fn place(&self, row: RowIx) -> Option<usize> {
        let found = self.places.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        Some(self.places[found].1)
    }

    /// The entries by a body for itself.
    fn by(&self, body: BodyIx) -> &[(BodyIx, usize, usize)] {
        let start = self.by_unit.partition_point(|(by, ..)| *by < body);
        let count = self.by_unit[start..].partition_point(|(by, ..)| *by == body);
        &self.by_unit[start..start + count]
    }

    /// Whether some entry may count.
    fn may_count(&self, whose: &Whose<'_>) -> bool {
        !self.by_group.is_empty()
            || match whose {
                Whose::Duty(duty) => duty.bodies().any(|body| !self.by(body).is_empty()),
                Whose::Any(_) => true,
            }
    }

    /// The entries of a row that may count, in the order of the file.
    fn candidates(&self, numbers: &mut Vec<usize>, place: usize, whose: &Whose<'_>) {
        numbers.clear();
        let here = |entry: &&(BodyIx, usize, usize)| entry.1 == place;
        match whose {
            Whose::Duty(duty) => {
                for body in duty.bodies() {
                    let by = self.by(body);
                    let start = by.partition_point(|entry| entry.1 < place);
                    numbers.extend(by[start..].iter().take_while(here).map(|entry| entry.2));
                }
            }
            Whose::Any(any) => {
                let by_unit = self.by_unit.iter().filter(here).filter(|(by, ..)| any.bodies.contains(by));
                numbers.extend(by_unit.map(|entry| entry.2));
            }
        }
        let start = self.by_group.partition_point(|(at, _)| *at < place);
        numbers.extend(self.by_group[start..].iter().take_while(|(at, _)| *at == place).map(|(_, number)| *number));
        numbers.sort_unstable();
    }

    /// Whether an entry that delivers on a day holds: nothing does that a body reports when it has ended.
    fn counts(&self, entry: &Entry, day: NaiveDate, whose: &Whose<'_>) -> bool {
        let is_there = |body: BodyIx| self.plan.body(body).ended.is_none_or(|ended| day < ended);
        let Some(group) = self.groups.get(&entry.by) else { return is_there(entry.by) };
        match whose {
            // What a group reports once a member has ended is for who took over from that one.
            Whose::Duty(duty) => {
                let is_of = |body: &BodyIx| group.binary_search(body).is_ok();
                duty.bodies().any(|body| is_of(&body) && (body != duty.holder || is_there(body)))
            }
            Whose::Any(any) => {
                group.iter().any(|unit| any.bodies.contains(unit) && (is_there(*unit) || any.passed_on.contains(unit)))
            }
        }
    }

    /// Takes an entry that delivers on a day, if it counts for a row that ends on another.
    fn take(
        &self,
        received: &mut Received,
        at: (RowIx, usize),
        day: NaiveDate,
        end: Option<NaiveDate>,
        whose: &Whose<'_>,
    ) {
        let entry = &self.plan.row(at.0).submitted[at.1];
        if let Some(returned) = entry.returned.filter(|returned| *returned <= self.as_of) {
            // Whatever its day, it had come in by then.
            if self.counts(entry, day.min(returned), whose) {
                received.returned = received.returned.max(Some(returned));
            }
        } else if day <= self.as_of && end.is_none_or(|end| day < end) && self.counts(entry, day, whose) {
            let delivery = Delivery { on: day, entry: Some(at), is_approximate: entry.is_approximate() };
            self.deliver(received, Some(delivery));
        }
    }

    /// Keeps the earlier of two deliveries by entries; of two on one day that on the nearer row, and there the first.
    fn deliver(&self, received: &mut Received, delivery: Option<Delivery>) {
        let key = |delivery: &Delivery| {
            let at = delivery.entry.map(|(row, number)| (Reverse(self.place(row)), number));
            (delivery.on, at)
        };
        received.delivery = match (received.delivery, delivery) {
            (Some(known), Some(new)) if key(&new) < key(&known) => Some(new),
            (known, new) => known.or(new),
        };
    }

    /// What the parts right below a row deliver together, if there is nothing else there: the day of the last of them.
    ///
    /// Of a row that has ended they count as on the day before; parts that had ended need no delivery.
    fn parts(&self, place: usize, found: &[Received]) -> Option<Delivery> {
        let node = self.plan.node(self.rows[place]);
        let ended = node.ended.filter(|ended| *ended <= self.as_of);
        let at = ended.and_then(|ended| ended.pred_opt()).unwrap_or(self.as_of);
        let mut last: Option<Delivery> = None;
        for child in &node.children {
            let below = self.plan.node(*child);
            let is_there = below.since.is_none_or(|since| since <= at);
            let has_ended = below.ended.is_some_and(|ended| ended <= at);
            let has_period = self.period.is_none_or(|one| below.since.is_none_or(|since| since <= one.last_day));
            match below.kind {
                _ if !is_there => {}
                RowKind::Part if !has_period => {}
                RowKind::Part => match self.place(*child).and_then(|place| found[place].delivery) {
                    Some(delivery) if last.is_none_or(|last| delivery.on >= last.on) => {
                        last = Some(Delivery { entry: None, ..delivery });
                    }
                    Some(_) => {}
                    None if has_ended => {}
                    None => return None,
                },
                RowKind::Item | RowKind::Heading if has_ended => {}
                RowKind::Item | RowKind::Heading => return None,
            }
        }
        last
    }
}

/// Bodies, sorted: mostly they are.
fn sorted(bodies: &Arc<[BodyIx]>) -> Arc<[BodyIx]> {
    if bodies.is_sorted() {
        return Arc::clone(bodies);
    }
    let mut sorted = bodies.to_vec();
    sorted.sort_unstable();
    sorted.into()
}
