//! What holds of every plan in which duties recur or count from something, and bodies and rows end.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod plans;

use chrono::{Days, NaiveDate};
use papi_plan::query::{Filter, Snapshot};
use plans::answers::{ask, each, list, plan};
use plans::{Body, Entry, Made, any_day, any_plan, day};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// The rows of a plan on a day, as `list` has them.
fn rows(made: &Made, as_of: NaiveDate) -> Vec<Value> {
    let plan = plan(made);
    let rows = list(&Snapshot::new(&plan, as_of), &Filter::default());
    each(&rows).to_vec()
}

/// The same without what a deadline is called, and without the periods of what is owed.
fn rows_whatever_the_deadline(made: &Made, as_of: NaiveDate) -> Vec<Value> {
    let mut rows = rows(made, as_of);
    for row in &mut rows {
        row["due"].take();
        for owed in row["obligations"].as_array_mut().expect("a list") {
            owed["period"].take();
        }
    }
    rows
}

/// The rows that have their deadline from one.
fn dated_by(made: &Made, row: usize) -> Vec<usize> {
    (0..made.rows.len()).filter(|below| made.due_from(*below) == Some(row)).collect()
}

/// The same plan with another deadline of a row, which states one.
fn with_due(made: &Made, row: usize, due: String) -> Made {
    let mut other = made.clone();
    other.rows[row].due = Some(due);
    other
}

/// A row of a plan that states a deadline, if there is one.
fn stating(made: &Made, chosen: Index) -> Option<usize> {
    let stating: Vec<usize> = (0..made.rows.len()).filter(|row| made.rows[*row].due.is_some()).collect();
    (!stating.is_empty()).then(|| stating[chosen.index(stating.len())])
}

/// A row with a group among its lead that opens to units, and that group.
fn led_by_a_group(made: &Made, chosen: Index) -> Option<(usize, usize)> {
    let rows = (0..made.rows.len()).filter(|row| made.item(*row).is_some());
    let groups = |row: usize| {
        let lead = made.lead_from(row).and_then(|from| made.rows[from].lead.clone()).unwrap_or_default();
        lead.into_iter().filter(|body| matches!(made.bodies[*body], Body::Group(_))).map(move |group| (row, group))
    };
    let all: Vec<(usize, usize)> = rows.flat_map(groups).collect();
    (!all.is_empty()).then(|| all[chosen.index(all.len())])
}

/// The same plan in which an agency ends on a day and a new one takes over; nothing was delivered by it.
fn with_successor(made: &Made, agency: usize, on: NaiveDate) -> (Made, Made) {
    let mut before = made.clone();
    for row in &mut before.rows {
        row.submitted.retain(|entry| entry.by != agency);
    }
    let mut after = before.clone();
    after.bodies.push(Body::Agency);
    after.ended.insert(agency, (on, Some(made.bodies.len())));
    (before, after)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_period_is_as_good_as_none(made in any_plan(), last in any_day(), as_of in any_day(), chosen in any::<Index>()) {
        let Some(row) = stating(&made, chosen) else { return Ok(()) };
        let once = with_due(&made, row, format!("{{ by = {last} }}"));
        let date = last.format("%m-%d");
        let every = format!("{{ every = {{ years = 1, date = \"{date}\" }}, from = 2025, until = 2025 }}");
        let mut recurring = with_due(&made, row, every);
        for below in dated_by(&recurring, row) {
            recurring.rows[below].period = Some("2025");
        }
        prop_assert_eq!(rows_whatever_the_deadline(&recurring, as_of), rows_whatever_the_deadline(&once, as_of));
    }

    #[test]
    fn so_long_after_issue_is_by_that_day(made in any_plan(), days in 0..60u64, as_of in any_day(), chosen in any::<Index>()) {
        let Some(row) = stating(&made, chosen) else { return Ok(()) };
        let by = with_due(&made, row, format!("{{ by = {} }}", day(0) + Days::new(days)));
        let within = with_due(&made, row, format!("{{ within = {{ days = {days}, after = \"issue\" }} }}"));
        prop_assert_eq!(rows_whatever_the_deadline(&within, as_of), rows_whatever_the_deadline(&by, as_of));
    }

    #[test]
    fn an_entry_by_a_group_is_one_by_each_of_its_units(
        made in any_plan(), on in any_day(), as_of in any_day(), chosen in any::<Index>(),
    ) {
        let Some((row, group)) = led_by_a_group(&made, chosen) else { return Ok(()) };
        let entry = |by: usize| Entry { by, on, reference: "chung".to_owned(), returned: None };
        let units = made.units(&[group]);
        if !units.iter().all(|unit| made.has_room_for(row, &entry(*unit))) {
            return Ok(());
        }
        let (mut together, mut alone) = (made.clone(), made.clone());
        // Of several reports of one day that count for a unit, the first in the file is told.
        together.rows[row].submitted.push(entry(group));
        alone.rows[row].submitted.extend(units.into_iter().map(entry));
        prop_assert_eq!(ask(&together, as_of), ask(&alone, as_of));
    }

    #[test]
    fn who_takes_over_has_exactly_what_was_left(
        made in any_plan(), on in any_day(), later in 0..30u64, chosen in any::<Index>(),
    ) {
        let agencies: Vec<usize> =
            (0..made.bodies.len()).filter(|body| matches!(made.bodies[*body], Body::Agency)).collect();
        let agency = agencies[chosen.index(agencies.len())];
        let (before, after) = with_successor(&made, agency, on);
        let as_of = on + Days::new(later);
        let told = |made: &Made| {
            let mut rows = rows(made, as_of);
            for row in &mut rows {
                row["lead"].take();
                row["support"].take();
            }
            serde_json::to_string(&rows).expect("rows can be written")
        };
        let renamed = told(&after).replace(&after.body_id(made.bodies.len()), &made.body_id(agency));
        prop_assert_eq!(renamed, told(&before));
    }

    #[test]
    fn ends_and_notes_to_come_change_nothing(
        made in any_plan(), as_of in any_day(), days in 1..30u64, chosen in any::<Index>(),
    ) {
        let to_come = as_of + Days::new(days);
        let mut later = made.clone();
        let row = chosen.index(made.rows.len());
        later.rows[row].ended = Some(to_come);
        later.rows[row].notes.push(to_come);
        later.ended.insert(0, (to_come, None));
        prop_assert_eq!(rows(&later, as_of), rows(&made, as_of));
    }

    #[test]
    fn an_ended_row_keeps_what_it_had_and_owes_nothing_else(
        made in any_plan(), on in any_day(), later in 0..30u64, chosen in any::<Index>(),
    ) {
        let as_of = on + Days::new(later);
        let row = chosen.index(made.rows.len());
        let mut ended = made.clone();
        ended.rows[row].ended = Some(on);
        let id = made.id(row);
        for row in rows(&ended, as_of) {
            let is_in_it = row["id"].as_str().is_some_and(|other| other == id || other.starts_with(&format!("{id}.")));
            for owed in each(&row["obligations"]).iter().filter(|_| is_in_it) {
                let day = owed["submitted_on"].as_str().expect("it was delivered");
                prop_assert!(day < on.to_string().as_str(), "{owed:#}");
            }
        }
    }
}
