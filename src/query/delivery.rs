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
    pub entry: Option<(RowIx, u32)>,
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
    /// How often one of these was looked at.
    #[cfg(test)]
    steps: std::cell::Cell<usize>,
}

/// Whose entries count.
pub(super) enum Whose<'d> {
    /// Those by one that owes it, by its groups, and by those that it answers for.
    Duty(&'d Duty),
    /// Those by any of the units, and by whoever took over from one: under `any` one delivers for all.
    Any(&'d AnyOf<'d>),
}

/// What is known of the rows of an assignment where the day of some entry is not.
#[derive(Default)]
struct Undated {
    /// What the entries with a day make.
    dated: Vec<Received>,
    /// The entries without one that may count, by their numbers.
    numbers: Vec<Vec<usize>>,
    /// The last day, where there is such an entry on the row or above it.
    last_days: Vec<Option<Option<NaiveDate>>>,
}

impl Whose<'_> {
    /// Whether whoever owes it took over from others.
    fn has_predecessors(&self) -> bool {
        matches!(self, Self::Duty(duty) if !duty.heir_to.is_empty())
    }

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
            #[cfg(test)]
            steps: std::cell::Cell::default(),
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
        let mut undated = Undated::default();
        let mut numbers = Vec::new();
        for (place, row) in self.rows.iter().enumerate() {
            let (above, end) = (self.above[place], self.plan.node(*row).ended);
            let mut received = Received::default();
            self.candidates(&mut numbers, place, whose);
            numbers.retain(|number| {
                let entry = &self.plan.row(*row).submitted[*number];
                if !entry.is_approximate() {
                    self.take(&mut received, (*row, *number), entry.day(), end, whose);
                }
                entry.is_approximate()
            });
            if let Some(above) = above {
                let known = if self.is_undated { undated.dated[above] } else { found[above] };
                self.inherit(&mut received, known, end);
            }
            if self.is_undated {
                undated.dated.push(received);
                undated.numbers.push(numbers.clone());
                self.take_undated(&mut received, place, &mut undated, found, whose, last_days);
            }
            found.push(received);
        }
        for place in (0..self.rows.len()).rev() {
            let together = self.parts(place, found);
            found[place].deliver(together);
        }
    }

    /// Takes what came in for the row above, as far as it came before the row ended.
    fn inherit(&self, received: &mut Received, above: Received, end: Option<NaiveDate>) {
        self.deliver(received, above.delivery.filter(|known| end.is_none_or(|end| known.on < end)));
        received.returned = received.returned.max(above.returned);
    }

    /// Takes the entries without a day on a row and above it: they count by the last day of the row that is asked for.
    fn take_undated(
        &self,
        received: &mut Received,
        place: usize,
        undated: &mut Undated,
        found: &[Received],
        whose: &Whose<'_>,
        last_days: &LastDays<'_>,
    ) {
        let above = self.above[place].filter(|above| undated.last_days[*above].is_some());
        if above.is_none() && undated.numbers[place].is_empty() {
            return undated.last_days.push(None);
        }
        let last_day = last_days.of(self.rows[place], whose).day();
        undated.last_days.push(Some(last_day));
        let take = |received: &mut Received, from: usize| {
            for number in &undated.numbers[from] {
                self.take_one_undated(received, place, (self.rows[from], *number), last_day, whose, last_days);
            }
        };
        take(received, place);
        match above {
            // With the same last day they count as they did there, but those that one reported that others took over from.
            Some(above) if undated.last_days[above] == Some(last_day) && !whose.has_predecessors() => {
                self.inherit(received, found[above], self.plan.node(self.rows[place]).ended);
            }
            Some(above) => {
                let above = std::iter::successors(Some(above), |place| self.above[*place]);
                above.for_each(|from| take(received, from));
            }
            None => {}
        }
    }

    fn take_one_undated(
        &self,
        received: &mut Received,
        place: usize,
        at: (RowIx, usize),
        last_day: Option<NaiveDate>,
        whose: &Whose<'_>,
        last_days: &LastDays<'_>,
    ) {
        #[cfg(test)]
        self.steps.set(self.steps.get() + 1);
        let row = self.rows[place];
        let (end, entry) = (self.plan.node(row).ended, &self.plan.row(at.0).submitted[at.1]);
        match whose.predecessor(entry.by) {
            None => self.take(received, at, entry.delivers_on(last_day), end, whose),
            // With the whole item it would have kept its duty: only parts of it hold for who took over.
            Some(by) => {
                let day = entry.delivers_on(last_days.of_one(row, by).day());
                let mut part = Received::default();
                self.take(&mut part, at, day, end, whose);
                received.returned = received.returned.max(part.returned);
                self.deliver(received, part.delivery.filter(|_| self.above[place].is_some()));
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
            let number = u32::try_from(at.1).unwrap_or(u32::MAX);
            let delivery = Delivery { on: day, entry: Some((at.0, number)), is_approximate: entry.is_approximate() };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::in_force::InForce;
    use crate::query::{LastDay, NoDay, duty};
    use crate::testing::{body, day, plan};

    #[test]
    fn parts_twice_as_deep_with_entries_without_a_day_take_twice_the_steps() {
        let steps = |depth: usize| {
            let submitted = "submitted = [{ by = 'a', on = '2020-03' }]";
            let row = |at: usize| match at {
                0 => format!("id = 'r0', lead = ['a', 'b'], due = {{ by = 2020-03-10 }}, {submitted}"),
                _ => format!("id = 'r{at}', parent = 'r{}', {submitted}", at - 1),
            };
            let rows: Vec<String> = (0..depth).map(row).collect();
            let plan = plan(&rows.iter().map(String::as_str).collect::<Vec<_>>());
            let (rows, as_of): (Vec<RowIx>, _) = (plan.top_down().collect(), day("06-30"));
            let reports = Reports::of(&plan, as_of, &rows, None).unwrap();
            let extensions = InForce::of(&plan, as_of);
            let last_days =
                LastDays { plan: &plan, extensions: &extensions, period: None, stated: LastDay::Never(NoDay::Blank) };
            let duty = &duty::own(&[body(&plan, "a")])[0];
            let received = reports.received(&Whose::Duty(duty), &last_days);
            assert!(received.iter().all(|received| received.delivery.unwrap().on == day("03-31")));
            reports.steps.get()
        };
        assert_eq!(steps(200), 2 * steps(100));
    }
}
