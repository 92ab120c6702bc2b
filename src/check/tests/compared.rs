//! What a new version of a plan takes away from the old one.

use crate::testing::told_against;

/// What is told of a change of a plan, where the sign stands in it.
fn told(plan: &str, before: &str, now: &str) -> Vec<String> {
    told_against(&plan.replace('@', before), &plan.replace('@', now))
}

const HEAD: &str = "version = 1
plan = { number = '1/KH', title = 'K', issuer = 'T', issued = 2020-01-01, until = 2020 }
";

/// The same of a row.
fn of_row(before: &str, now: &str) -> Vec<String> {
    let others = "{ id = 'z', title = 'T', lead = ['d'], due = { by = 2020-12-01 } }";
    told(
        &format!(
            "{HEAD}task = [{{ id = '1', title = 'T', @ }}, {others}]
agencies = {{ a = {{ name = 'Sở A' }}, b = {{ name = 'Sở B' }}, c = {{ name = 'Sở C' }}, d = {{ name = 'Sở D' }} }}
groups = {{ open = {{ name = 'Các sở', open = true, members = ['a'] }} }}
events = {{ e = {{ name = 'E', on = 2020-02-01 }}, f = {{ name = 'F' }} }}"
        ),
        before,
        now,
    )
}

#[test]
fn a_last_day_of_each_period_is_one_that_units_had() {
    let every = |every: &str| format!("lead = ['a', 'b'], due = {{ every = {{ {every} }} }}");
    let said = of_row(&every("quarters = 1, day = 20"), &every("quarters = 1, day = 25"));
    let moved = "the deadline of row 1 for 2020-Q1 and 3 more periods for 2 units went from 2020-03-20 to 2020-03-25";
    assert_eq!(said, [format!("changed-deadline: {moved} without an extension")], "one cause");
    let said = of_row(&every("months = 1"), &every("quarters = 1"));
    let gone = "the deadline of row 1 for 2020-01 and 11 more periods for 2 units went from 2020-01-31 to none";
    assert_eq!(said, [format!("changed-deadline: {gone} without an extension")]);
    let once = "lead = ['a'], due = { by = 2020-03-10 }";
    let said = of_row(once, "lead = ['a'], due = { every = { years = 1 } }");
    assert_eq!(
        said,
        ["changed-deadline: the deadline of row 1 for Sở A went from 2020-03-10 to none without an extension"]
    );
    assert_eq!(
        of_row(
            "lead = ['a'], due = { every = { years = 1 } }",
            "lead = ['a'], due = { every = { years = 1 }, until = 2021 }"
        ),
        [""; 0]
    );
}

#[test]
fn what_counts_from_a_row_is_compared_as_it_is_stated() {
    let after =
        |days: u32, after: &str| format!("lead = ['a'], due = {{ within = {{ days = {days}, after = {after} }} }}");
    let said = of_row(&after(10, "{ task = 'z' }"), &after(20, "{ task = 'z' }"));
    let moved = "\"Within 10\u{a0}days of the completion of z\" to \"Within 20\u{a0}days of the completion of z\"";
    let told = format!("changed-deadline: the deadline of row 1 for Sở A went from {moved} without an extension");
    assert_eq!(said.iter().map(|said| said.replace("  ", " ")).collect::<Vec<_>>(), [told]);
    assert_eq!(of_row(&after(10, "{ event = 'e' }"), &after(20, "{ event = 'e' }")).len(), 1, "an event that came");
    assert_eq!(of_row(&after(10, "{ event = 'f' }"), &after(20, "{ event = 'f' }")), [""; 0], "nobody had a last day");
    assert_eq!(of_row(&after(10, "'issue'"), "lead = ['a'], due = { by = 2020-01-11 }"), [""; 0], "the same day");
}

#[test]
fn a_day_where_there_was_none_takes_nothing_away() {
    assert_eq!(of_row("lead = ['a'], due = { when = 'khi' }", "lead = ['a'], due = { by = 2020-03-10 }"), [""; 0]);
}

#[test]
fn rows_come_and_go_as_was_told() {
    let due = "lead = ['a'], due = { by = 2020-06-30 }";
    let since = |day: &str| format!("{due}, since = {day}");
    let ended = |day: &str| format!("{due}, ended = {{ on = {day} }}");
    let changed = |what: &str| [format!("changed-row: row 1 was changed: {what}")];
    assert_eq!(of_row(due, &since("2020-02-01")), changed("since"));
    assert_eq!(of_row(&since("2020-02-01"), &since("2020-03-01")), changed("since"));
    assert_eq!(of_row(due, &ended("2020-05-01")), [""; 0], "that it ends is no change");
    assert_eq!(of_row(&ended("2020-05-01"), &ended("2020-04-01")), changed("ended"));
    assert_eq!(of_row(&ended("2020-05-01"), due), changed("ended"));
    assert_eq!(of_row(&ended("2020-05-01"), &format!("{due}, ended = {{ on = 2020-05-01, ref = '9' }}")), [""; 0]);
    let recurs = "lead = ['a'], due = { every = { months = 1 }, from = 2020 }";
    assert_eq!(of_row(recurs, &format!("{recurs}, since = 2020-04-01")), changed("since"), "one cause");
}

#[test]
fn a_class_may_name_more_of_its_members() {
    let plan = format!(
        "{HEAD}task = [{{ id = '1', title = 'T', lead = ['g'], due = {{ by = 2020-06-30 }} }}]
agencies = {{ a = {{ name = 'Sở A' }}, b = {{ name = 'Sở B' }} }}
groups = {{ g = {{ name = 'Các sở', @ }} }}"
    );
    assert_eq!(told(&plan, "open = true, members = ['a']", "open = true, members = ['a', 'b']"), [""; 0]);
    let less = told(&plan, "open = true, members = ['a', 'b']", "open = true, members = ['a']");
    assert_eq!(less, ["changed-row: row 1 was changed: lead (without Sở B)"]);
    let closed = told(&plan, "members = ['a']", "members = ['a', 'b']");
    assert_eq!(closed, ["changed-row: row 1 was changed: lead (with Sở B)"], "a closed one may not");
    let opened = told(&plan, "members = ['a']", "open = true, members = ['a']");
    assert_eq!(opened, ["changed-row: row 1 was changed: lead (with Các sở)"]);
}

#[test]
fn bodies_and_events_stay_what_they_were() {
    let plan = format!(
        "{HEAD}task = [{{ id = '1', title = 'T', lead = ['a'], due = {{ within = {{ days = 9, after = {{ event = 'e' }} }} }} }}]
agencies = {{ a = {{ name = 'Sở A' }}, b = {{ name = 'Sở B'@ }} }}
events = {{ e = {{ name = 'E' }} }}"
    );
    let body = |before, now| told(&plan, before, now);
    let changed = |what: &str| [format!("changed-plan: Sở B was changed: {what}")];
    assert_eq!(body("", ", ended = 2020-03-01, into = ['a']"), [""; 0], "that it ended is no change");
    assert_eq!(body(", ended = 2020-03-01", ", ended = 2020-03-01, into = ['a']"), [""; 0]);
    assert_eq!(body(", ended = 2020-03-01, into = ['a']", ", ended = 2020-04-01"), changed("ended, into"));
    assert_eq!(body(", since = 2020-02-01", ""), changed("since"));
    let plan = plan.replace('@', "").replace("name = 'E'", "name = 'E'@");
    let event = |before, now| told(&plan, before, now);
    assert_eq!(event("", ", on = 2020-03-01"), [""; 0], "that it happened is no change");
    assert_eq!(event(", on = 2020-03-01", ", on = 2020-03-02"), ["changed-plan: E was changed: on"], "one cause");
    assert_eq!(event(", on = 2020-03-01", ""), ["changed-plan: E was changed: on"]);
}

#[test]
fn of_bodies_with_one_id_the_first_has_it() {
    let plan = format!(
        "{HEAD}task = [{{ id = '1', title = 'T', lead = ['a'], due = {{ by = 2020-06-30 }} }}]
agencies = {{ a = {{ name = 'Sở A', ended = 2020-03-01 }} }}
groups = {{ a = {{ name = 'Nhóm A', members = ['b'] }} }}"
    );
    assert_eq!(told_against(&plan, &plan), [""; 0]);
}

#[test]
fn entries_of_each_period_are_records() {
    let entries =
        |entries: &str| format!("lead = ['a'], due = {{ every = {{ months = 1 }} }}, submitted = [{entries}]");
    let (march, april) = ("{ period = '2020-03', on = 2020-04-01 }", "{ period = '2020-04', on = 2020-04-01 }");
    assert_eq!(
        of_row(&entries(march), &entries(april)),
        ["removed-entry: the entry of 2020-04-01 by Sở A on row 1 was removed"]
    );
    assert_eq!(of_row(&entries(march), &entries(&format!("{april}, {march}"))), [""; 0]);
}
