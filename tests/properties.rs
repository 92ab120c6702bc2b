//! What holds of every plan on every day.
#![allow(clippy::expect_used, clippy::panic, reason = "helpers of tests fail as tests do")]

mod plans;

use chrono::NaiveDate;
use papi_plan::plan::Plan;
use papi_plan::query::{Counts, Filter, Role, Scope, Snapshot, Status};
use plans::answers::{Answers, ask, each, list, overdue, plan};
use plans::{Body, Entry, Made, any_day, any_plan};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;
use std::collections::HashMap;

fn counts(row: &Value) -> Counts {
    let count = |key: &str| row["counts"][key].as_u64().and_then(|count| count.try_into().ok()).expect("a count");
    Counts {
        total: count("total"),
        on_time: count("on_time"),
        late: count("late"),
        overdue: count("overdue"),
        due_soon: count("due_soon"),
        pending: count("pending"),
        open: count("open"),
    }
}

fn sum(counts: impl Iterator<Item = Counts>) -> Counts {
    counts.fold(Counts::default(), |mut sum, counts| {
        sum += counts;
        sum
    })
}

/// How good a status is; `null`, of a row where nothing counts, is always itself.
fn goodness(status: &Value) -> Option<usize> {
    Status::ALL.iter().position(|known| *status == known.name())
}

/// The same plan, on the day D: without all that is dated later.
fn until(made: &Made, as_of: NaiveDate) -> Made {
    let mut made = made.clone();
    for row in &mut made.rows {
        row.submitted.retain(|entry| entry.on <= as_of);
        row.extended.retain(|extension| extension.granted <= as_of);
        for entry in &mut row.submitted {
            entry.returned = entry.returned.filter(|returned| *returned <= as_of);
        }
    }
    made
}

/// The same plan with one more entry on a day, if there is room for any: by a unit, on a row it is responsible for.
fn with_one_more(made: &Made, on: NaiveDate, chosen: Index) -> Made {
    let rows = 0..made.rows.len();
    let all = rows.flat_map(|row| made.responsible(row).into_iter().map(move |by| (row, by)));
    let entries = all.map(|(row, by)| (row, Entry { by, on, reference: "mới".to_owned(), returned: None }));
    let mut possible: Vec<_> = entries.filter(|(row, entry)| made.has_room_for(*row, entry)).collect();
    let mut more = made.clone();
    if !possible.is_empty() {
        let (row, entry) = possible.swap_remove(chosen.index(possible.len()));
        more.rows[row].submitted.push(entry);
    }
    more
}

/// The lists of a plan that name agencies and groups: members, lead, support, `for`.
fn lists_of_bodies(made: &mut Made) -> Vec<&mut Vec<usize>> {
    let members = made.bodies.iter_mut().filter_map(|body| match body {
        Body::Group(members) => Some(members),
        Body::Agency | Body::GroupWithoutMembers => None,
    });
    let rows = made.rows.iter_mut().flat_map(|row| {
        let covers = row.extended.iter_mut().filter_map(|extension| extension.covers.as_mut());
        row.lead.iter_mut().chain([&mut row.support]).chain(covers)
    });
    members.chain(rows).collect()
}

/// The same plan with the groups of one list opened by hand, if any list names a group.
fn with_a_list_opened(made: &Made, chosen: Index) -> Made {
    let mut opened = made.clone();
    let members_of = |body: &usize| match &made.bodies[*body] {
        Body::Group(members) => Some(members.clone()),
        Body::Agency | Body::GroupWithoutMembers => None,
    };
    let mut lists = lists_of_bodies(&mut opened);
    lists.retain(|list| list.iter().any(|body| members_of(body).is_some()));
    if !lists.is_empty() {
        let list = lists.swap_remove(chosen.index(lists.len()));
        *list = list.iter().flat_map(|body| members_of(body).unwrap_or_else(|| vec![*body])).collect();
    }
    opened
}

/// The day on which a unit delivered a row, as the words of the definition have it: by an entry on the row or above it
/// up to its item, or by the last of the rows below it, where all of those are parts. Where one delivers for all, `of` are all of them.
fn delivered(made: &Made, row: usize, of: &[usize], as_of: NaiveDate) -> Option<NaiveDate> {
    let item = made.item(row);
    let covering = made.upwards(row).take_while(|above| made.item(*above) == item);
    let live = |entry: &&Entry| entry.on <= as_of && entry.returned.is_none_or(|returned| returned > as_of);
    let entries = covering.flat_map(|row| &made.rows[row].submitted).filter(|entry| of.contains(&entry.by));
    let by_entry = entries.filter(live).map(|entry| entry.on).min();
    let below: Vec<usize> = (0..made.rows.len()).filter(|below| made.rows[*below].parent == Some(row)).collect();
    let are_parts = below.iter().all(|below| made.item(*below) == item);
    let parts = below.into_iter().filter(|_| are_parts).map(|part| delivered(made, part, of, as_of));
    let by_parts = parts.collect::<Option<Vec<NaiveDate>>>().and_then(|days| days.into_iter().max());
    by_entry.into_iter().chain(by_parts).min()
}

/// The last day of a row for one unit: the deadline's, unless an extension moved it that stands between the row and the
/// one that states the deadline.
fn last_day(made: &Made, plan: &Plan, row: usize, unit: usize, as_of: NaiveDate) -> Option<NaiveDate> {
    let due_from = made.due_from(row);
    let above_due = due_from.and_then(|from| made.rows[from].parent);
    let bearing = made.upwards(row).take_while(|above| Some(*above) != above_due);
    let in_force = bearing.into_iter().find_map(|row| {
        let is_for = |covers: &Option<Vec<usize>>| covers.as_ref().is_none_or(|to| made.units(to).contains(&unit));
        made.rows[row].extended.iter().rfind(|extension| extension.granted <= as_of && is_for(&extension.covers))
    });
    match in_force {
        Some(extension) => Some(plan.calendar.rolled(extension.to)),
        None => plan.due(plan.find_row(&made.id(row)).expect("a row")).and_then(|due| due.last_day(&plan.calendar)),
    }
}

/// The same answers but for whom the rows name as their lead and support.
fn without_names(mut answers: Answers) -> Answers {
    let lists = answers.by_body.iter_mut().map(|(list, _)| list).chain([&mut answers.list]);
    for row in lists.flat_map(|list| list.as_array_mut().expect("a list")) {
        row["lead"].take();
        row["support"].take();
    }
    answers
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_dated_after_the_day_does_not_exist_yet(made in any_plan(), as_of in any_day()) {
        prop_assert_eq!(ask(&made, as_of), ask(&until(&made, as_of), as_of));
    }

    #[test]
    fn a_further_submission_makes_nothing_worse(
        made in any_plan(), on in any_day(), days_ago in 0..30i64, chosen in any::<Index>(),
    ) {
        let as_of = on + chrono::Duration::days(days_ago);
        let more = with_one_more(&made, on, chosen);
        let (before, after) = (ask(&made, as_of).list, ask(&more, as_of).list);
        for (before, after) in each(&before).iter().zip(each(&after)) {
            prop_assert!(goodness(&before["status"]) <= goodness(&after["status"]), "{before:#}\n{after:#}");
            for (before, after) in each(&before["obligations"]).iter().zip(each(&after["obligations"])) {
                prop_assert!(goodness(&before["status"]) <= goodness(&after["status"]), "{before:#}\n{after:#}");
            }
        }
    }

    #[test]
    fn deliveries_and_last_days_are_as_defined(made in any_plan(), as_of in any_day()) {
        let plan = plan(&made);
        let snapshot = Snapshot::new(&plan, as_of);
        for row in 0..made.rows.len() {
            let units = made.responsible(row);
            let one_for_all = made.lead_from(row).is_some_and(|from| made.rows[from].any);
            let together: Vec<&[usize]> = if one_for_all { vec![&units] } else { units.chunks(1).collect() };
            let expected = together.into_iter().map(|units| {
                let days: Option<Vec<_>> = units.iter().map(|unit| last_day(&made, &plan, row, *unit, as_of)).collect();
                let names: Vec<_> = units.iter().map(|unit| made.body_id(*unit)).collect();
                (names, delivered(&made, row, units, as_of), days.and_then(|days| days.into_iter().max()))
            });
            let task = plan.find_row(&made.id(row)).expect("a row");
            let found = snapshot.obligations(task).iter().map(|owed| {
                let names: Vec<_> = owed.units().iter().map(|unit| plan.body(*unit).id.clone()).collect();
                (names, owed.delivery.map(|delivery| delivery.on), owed.last_day.day())
            });
            let expected: Vec<_> = expected.filter(|(units, ..)| !units.is_empty()).collect();
            prop_assert_eq!(found.collect::<Vec<_>>(), expected, "row {}", made.id(row));
        }
    }

    #[test]
    fn counts_add_up(made in any_plan(), as_of in any_day()) {
        let plan = plan(&made);
        let snapshot = Snapshot::new(&plan, as_of);
        let rows = list(&snapshot, &Filter::default());
        let rows: HashMap<&str, &Value> = each(&rows).iter().map(|row| (row["id"].as_str().expect("an id"), row)).collect();
        let items = || rows.values().filter(|row| row["kind"] == "item");
        let is_below = |row: &Value, above: &Value| {
            let up = |row: &&Value| rows.get(row["parent"].as_str()?).copied();
            std::iter::successors(up(&row), up).any(|row| row == above)
        };
        for row in rows.values() {
            let counted = counts(row);
            let by_status = Status::ALL.map(|status| counted.of(status));
            prop_assert_eq!(counted.total, by_status.iter().sum::<usize>());
            prop_assert_eq!(&row["status"], &counted.worst().map_or(Value::Null, |worst| worst.name().into()));
            let expected = if row["kind"] == "heading" {
                sum(items().filter(|item| is_below(item, row)).map(|item| counts(item)))
            } else {
                let named = |status: &Value| Status::ALL[goodness(status).expect("a status")];
                each(&row["obligations"]).iter().map(|owed| named(&owed["status"])).collect()
            };
            prop_assert_eq!(counted, expected, "row {}", row["id"]);
        }
        prop_assert_eq!(sum(items().map(|item| counts(item))), snapshot.total());
    }

    #[test]
    fn what_is_overdue_is_listed_so(made in any_plan(), as_of in any_day()) {
        let plan = plan(&made);
        let snapshot = Snapshot::new(&plan, as_of);
        let bodies = plan.bodies().map(|(body, _)| Some(body));
        for asked in bodies.chain([None]) {
            let answer = overdue(&snapshot, asked);
            // Of an agency's rows, it is only those it leads that it can be late with.
            let role = asked.map(|_| Role::Lead);
            let asked = asked.map(|body| Scope::new(&plan, [body]));
            let rows = list(&snapshot, &Filter { asked, role, ..Filter::default() });
            let items = each(&rows).iter().filter(|row| row["kind"] == "item");
            let listed: Vec<&Value> = items.flat_map(|row| each(&row["obligations"])).collect();
            let overdue = each(&answer["overdue"]);
            for owed in overdue.iter().chain(each(&answer["due_soon"])) {
                prop_assert!(listed.contains(&owed), "{owed:#} is not in {rows:#}");
            }
            let late: Vec<_> = overdue.iter().map(|owed| owed["days_late"].as_i64()).collect();
            prop_assert!(late.is_sorted_by(|sooner, later| sooner >= later), "{late:?}");
            prop_assert_eq!(overdue.len(), listed.iter().filter(|owed| owed["status"] == "overdue").count());
            prop_assert_eq!(&answer["totals"]["overdue"], overdue.len());
            prop_assert_eq!(&answer["totals"]["obligations"], listed.len());
        }
    }

    #[test]
    fn a_group_stands_for_its_members(made in any_plan(), as_of in any_day(), chosen in any::<Index>()) {
        let opened = with_a_list_opened(&made, chosen);
        prop_assert_eq!(without_names(ask(&made, as_of)), without_names(ask(&opened, as_of)));
    }
}
