//! What takes its time with the length of a file, and no more, however the file is built.

use super::HEAD;
use crate::query::ROWS_ASKED;
use crate::testing::told;

/// How many rows are asked whose they are, to judge that many rows, each below the one before, each with an extension
/// for one who has nothing to deliver there.
fn rows_asked(count: usize) -> usize {
    let row = |number: usize| {
        let parent = number.checked_sub(1).map_or_else(String::new, |above| format!("parent = 'r{above}', "));
        let extended = "extended = [{ to = 2020-10-20, granted = 2020-10-05, for = ['b'] }]";
        format!("{{ id = 'r{number}', {parent}title = 'T', lead = ['a'], due = {{ by = 2020-10-09 }}, {extended} }},\n")
    };
    let rows: String = (0..count).map(row).collect();
    let before = ROWS_ASKED.get();
    let told = told(&format!("{HEAD}task = [\n{rows}]\n[agencies]\na = {{ name = 'A' }}\nb = {{ name = 'B' }}\n"));
    assert_eq!(told.iter().filter(|told| told.contains("idle-extension")).count(), count);
    ROWS_ASKED.get() - before
}

#[test]
fn extensions_of_rows_below_each_other_are_judged_in_one_walk() {
    let (few, more) = (rows_asked(100), rows_asked(400));
    assert!(few >= 100 && more <= 4 * few, "{few} of 100, {more} of 400");
}

#[test]
fn groups_may_be_nested_as_deep_as_a_file_is_long() {
    // Were each sought among those above it, this would take minutes.
    let group = |number: usize| format!("g{number} = {{ name = 'N{number}', members = ['g{}'] }}\n", number - 1);
    let groups = (1..60_000).map(group).collect::<Vec<_>>().concat();
    let text =
        format!("{HEAD}[agencies]\na = {{ name = 'A' }}\n[groups]\ng0 = {{ name = 'N0', members = ['a'] }}\n{groups}");
    assert!(told(&text).iter().all(|told| !told.contains("group-cycle")));
}
