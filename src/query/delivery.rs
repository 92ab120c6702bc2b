//! Who has delivered what, and on which day, and what was sent back (docs/meaning.md, Delivered).

use super::{Key, Responsible, Who};
use crate::plan::{Entry, Plan, RowIx, RowKind};
use chrono::NaiveDate;
use std::collections::HashMap;

/// A delivery: the day, and the entry that made it, unless parts did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The day.
    pub on: NaiveDate,
    /// The row and the number of the entry; none where the parts of the row delivered.
    pub entry: Option<(RowIx, usize)>,
}

/// What has come in for the obligations of a plan by D.
#[derive(Default)]
pub(super) struct Deliveries {
    delivered: HashMap<Key, Delivery>,
    /// The latest day on which an entry that would cover it was sent back.
    returned: HashMap<Key, NaiveDate>,
}

impl Deliveries {
    /// The delivery of an obligation.
    pub(super) fn of(&self, key: &Key) -> Option<Delivery> {
        self.delivered.get(key).copied()
    }

    /// The day on which what was submitted for an obligation was last sent back, if it is not delivered.
    pub(super) fn returned(&self, key: &Key) -> Option<NaiveDate> {
        self.returned.get(key).copied().filter(|_| !self.delivered.contains_key(key))
    }

    /// Keeps the earlier of two deliveries; of two on one day the first.
    fn add(&mut self, key: Key, delivery: Option<Delivery>) {
        let Some(delivery) = delivery else { return };
        let known = self.delivered.entry(key).or_insert(delivery);
        if delivery.on < known.on {
            *known = delivery;
        }
    }

    /// Keeps the later of two returns.
    fn add_return(&mut self, key: Key, on: Option<NaiveDate>) {
        let Some(on) = on else { return };
        let known = self.returned.entry(key).or_insert(on);
        *known = on.max(*known);
    }
}

/// Finds what has come in for every item and part.
pub(super) fn deliveries(plan: &Plan, responsible: &Responsible, as_of: NaiveDate) -> Deliveries {
    let mut found = Deliveries::default();
    for rows in assignments(plan) {
        let has_entries = rows.iter().any(|row| !plan.row(*row).submitted.is_empty());
        if has_entries {
            Assignment::new(plan, responsible, as_of, &rows).deliver(&mut found);
        }
    }
    found
}

/// The rows of each assignment, by its item: that and its parts, parents before children; of other rows none.
fn assignments(plan: &Plan) -> Vec<Vec<RowIx>> {
    let mut rows = vec![Vec::new(); plan.rows().len()];
    for row in plan.top_down() {
        if let Some(item) = plan.node(row).item {
            rows[item.0].push(row);
        }
    }
    rows
}

/// One assignment, and who owes it.
struct Assignment<'p> {
    plan: &'p Plan,
    as_of: NaiveDate,
    rows: &'p [RowIx],
    debtors: Vec<Who>,
}

impl<'p> Assignment<'p> {
    fn new(plan: &'p Plan, responsible: &Responsible, as_of: NaiveDate, rows: &'p [RowIx]) -> Self {
        let item = rows[0];
        let debtors = if plan.one_for_all(item) {
            vec![Who::Any]
        } else {
            responsible.units(item).iter().copied().map(Who::Unit).collect()
        };
        Self { plan, as_of, rows, debtors }
    }

    /// Adds what the entries cover, from the item down, then what parts deliver together, from the bottom up.
    fn deliver(&self, found: &mut Deliveries) {
        for row in self.rows {
            self.cover(*row, found);
        }
        for row in self.rows.iter().rev() {
            let parts = parts_alone(self.plan, *row);
            for who in &self.debtors {
                let last = last_of(parts.iter().map(|part| found.of(&key(*part, *who))));
                found.add(key(*row, *who), last);
            }
        }
    }

    /// The earliest live entry on a row or on a row above it, up to the item; and the latest return there.
    fn cover(&self, row: RowIx, found: &mut Deliveries) {
        for (number, entry) in self.plan.row(row).submitted.iter().enumerate() {
            let who = match self.debtors[..] {
                [Who::Any] => Who::Any,
                _ => Who::Unit(entry.by),
            };
            let delivered = self.delivered_by(entry).map(|on| Delivery { on, entry: Some((row, number)) });
            found.add(key(row, who), delivered);
            found.add_return(key(row, who), entry.returned.filter(|on| *on <= self.as_of));
        }
        let Some(above) = self.plan.node(row).parent.filter(|_| row != self.rows[0]) else { return };
        for who in &self.debtors {
            let (from, to) = (key(above, *who), key(row, *who));
            found.add(to, found.of(&from));
            found.add_return(to, found.returned.get(&from).copied());
        }
    }

    /// The day on which an entry delivers, if it is live at D.
    fn delivered_by(&self, entry: &Entry) -> Option<NaiveDate> {
        // What else an entry says does not change what it delivers; whose it is, its key says.
        let Entry { by: _, on, returned: _, reference: _, note: _, reason: _ } = entry;
        entry.is_live(self.as_of).then_some(*on)
    }
}

fn key(row: RowIx, who: Who) -> Key {
    Key { row, who, period: None }
}

/// The rows right below a row if all of them are parts: only then do they deliver it together.
fn parts_alone(plan: &Plan, row: RowIx) -> &[RowIx] {
    let children = &plan.node(row).children;
    let are_parts = children.iter().all(|child| plan.node(*child).kind == RowKind::Part);
    if are_parts { children } else { &[] }
}

/// The day on which the last of the parts was delivered, once all are; none where there are none.
fn last_of(parts: impl Iterator<Item = Option<Delivery>>) -> Option<Delivery> {
    let days: Option<Vec<NaiveDate>> = parts.map(|part| part.map(|delivery| delivery.on)).collect();
    let on = days?.into_iter().max()?;
    Some(Delivery { on, entry: None })
}

#[cfg(test)]
mod tests {
    use crate::query::Snapshot;
    use crate::testing::{day, ids, plan, row};

    /// Who delivered a row by 30 June, and when: `a 03-05, b -`.
    fn delivered(rows: &[&str], of: &str) -> String {
        let plan = plan(rows);
        let snapshot = Snapshot::new(&plan, day("06-30"));
        let states = snapshot.obligations(row(&plan, of)).iter().map(|obligation| {
            let on = obligation.delivery.map(|delivery| delivery.on.format("%m-%d").to_string());
            format!("{} {}", ids(&plan, obligation.units()), on.unwrap_or_else(|| "-".to_owned()))
        });
        states.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn an_entry_covers_its_row_and_the_parts_below_it() {
        let item = "id = '1', lead = ['a', 'b'], submitted = [{ by = 'a', on = 2020-03-05 }]";
        let part = "id = '1.1', submitted = [{ by = 'a', on = 2020-03-02 }, { by = 'b', on = 2020-03-09 }]";
        assert_eq!(delivered(&[item, "id = '1.1'"], "1"), "a 03-05, b -");
        assert_eq!(delivered(&[item, "id = '1.1'"], "1.1"), "a 03-05, b -");
        assert_eq!(delivered(&[item, part], "1.1"), "a 03-02, b 03-09", "its own entry is earlier");
        assert_eq!(delivered(&[item, part], "1"), "a 03-02, b 03-09", "by its only part");
    }

    #[test]
    fn parts_alone_deliver_the_row_above_with_the_last_of_them() {
        let item = "id = '1', lead = ['a'], due = { ongoing = true }";
        let done = |id: &str, on: &str| format!("id = '{id}', submitted = [{{ on = 2020-{on} }}]");
        let parts = [&done("1.1", "03-05"), &done("1.2", "04-05")];
        assert_eq!(delivered(&[item, parts[0], parts[1]], "1"), "a 04-05");
        assert_eq!(delivered(&[item, parts[0], "id = '1.2'"], "1"), "a -", "one is missing");
        let child_item = "id = '1.3', lead = ['a'], submitted = [{ on = 2020-05-05 }]";
        assert_eq!(delivered(&[item, parts[0], parts[1], child_item], "1"), "a -", "not all of them are parts");
        assert_eq!(delivered(&[item, child_item], "1"), "a -", "an item delivers for itself");
        let before = [child_item.replace("1.3'", "0', parent = '1'"), item.to_owned(), parts[0].clone()];
        let before: Vec<&str> = before.iter().map(String::as_str).collect();
        assert_eq!(delivered(&before, "1"), "a -", "wherever in the file the item stands");
    }

    #[test]
    fn an_entry_counts_from_its_day_until_it_is_returned() {
        let entries = |entries: &str| delivered(&[&format!("id = '1', lead = ['a'], submitted = [{entries}]")], "1");
        assert_eq!(entries("{ on = 2020-06-30 }"), "a 06-30", "the day itself counts");
        assert_eq!(entries("{ on = 2020-07-01 }"), "a -", "it has not happened yet");
        assert_eq!(entries("{ on = 2020-03-05, returned = 2020-06-30 }"), "a -");
        assert_eq!(entries("{ on = 2020-03-05, returned = 2020-07-01 }"), "a 03-05", "it will be returned");
        let twice = "{ on = 2020-03-05, returned = 2020-03-09 }, { on = 2020-03-12 }";
        assert_eq!(entries(twice), "a 03-12", "it was submitted again");
    }

    /// Whose report on a row was sent back by 30 June, and when: `a 03-05, b -`.
    fn returned(rows: &[&str], of: &str) -> String {
        let plan = plan(rows);
        let snapshot = Snapshot::new(&plan, day("06-30"));
        let states = snapshot.obligations(row(&plan, of)).iter().map(|obligation| {
            let on = obligation.returned.map(|on| on.format("%m-%d").to_string());
            format!("{} {}", ids(&plan, obligation.units()), on.unwrap_or_else(|| "-".to_owned()))
        });
        states.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn what_was_sent_back_is_returned_until_it_is_delivered() {
        let entries =
            |entries: &str| returned(&[&format!("id = '1', lead = ['a', 'b'], submitted = [{entries}]")], "1");
        let once = "{ by = 'a', on = 2020-03-05, returned = 2020-03-08 }";
        assert_eq!(entries(once), "a 03-08, b -");
        assert_eq!(entries("{ by = 'a', on = 2020-03-05, returned = 2020-06-30 }"), "a 06-30, b -", "that day");
        assert_eq!(entries("{ by = 'a', on = 2020-03-05, returned = 2020-07-01 }"), "a -, b -", "it is none yet");
        assert_eq!(entries(&format!("{once}, {{ by = 'a', on = 2020-03-09 }}")), "a -, b -", "it came in again");
        let twice = format!("{{ by = 'a', on = 2020-03-09, returned = 2020-04-04 }}, {once}");
        assert_eq!(entries(&twice), "a 04-04, b -", "the latest, wherever in the file");
    }

    #[test]
    fn a_return_is_also_of_the_parts_below_but_not_of_the_rows_above() {
        let item = "id = '1', lead = ['a'], submitted = [{ on = 2020-03-05, returned = 2020-03-08 }]";
        let part = "id = '1.1', submitted = [{ on = 2020-03-05, returned = 2020-03-09 }]";
        assert_eq!(returned(&[item, "id = '1.1'"], "1.1"), "a 03-08");
        assert_eq!(returned(&[item, part], "1.1"), "a 03-09");
        assert_eq!(returned(&[item, part], "1"), "a 03-08", "what a part sent would not cover the row");
        let any = "id = '1', lead = ['abc'], completion = 'any', submitted = [
            { by = 'b', on = 2020-03-05, returned = 2020-03-08 }, { by = 'c', on = 2020-03-04, returned = 2020-03-06 }]";
        assert_eq!(returned(&[any], "1"), "a b c 03-08");
    }

    #[test]
    fn of_two_reports_of_one_day_the_first_delivers() {
        let plan = plan(&[
            "id = '1', lead = ['a'], submitted = [{ on = 2020-03-05 }]",
            "id = '1.1', submitted = [{ on = 2020-03-05 }]",
        ]);
        let snapshot = Snapshot::new(&plan, day("06-30"));
        let entry = snapshot.obligations(row(&plan, "1.1"))[0].delivery.unwrap().entry;
        assert_eq!(entry, Some((row(&plan, "1.1"), 0)), "its own before that of the row above");
    }

    #[test]
    fn one_delivers_for_all_where_any_is_stated() {
        let row = "id = '1', lead = ['abc'], completion = 'any', due = { ongoing = true }, submitted = [{ by = 'b', on = 2020-03-05 }]";
        assert_eq!(delivered(&[row], "1"), "a b c 03-05");
        assert_eq!(delivered(&[row, "id = '1.1', due = { by = 2020-05-05 }"], "1.1"), "a b c -", "another item");
    }
}
