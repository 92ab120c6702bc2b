//! What is read row by row is what would be read at once.

use super::{Parsed, Read, decoded, row_by_row};
use crate::diagnostic::Source;
use crate::file::read;
use crate::file::tree::tests::{files, scrap};
use crate::plan::RowIx;
use proptest::prelude::*;

/// Whether a file is read row by row; if so, all of it is the same, what is amiss too, and stands in the same places as
/// where it is read at once.
fn is_row_by_row(source: &Source) -> bool {
    let Some(Read { parsed, draft, found }) = row_by_row(source) else { return false };
    let at_once = decoded(Parsed::new(source.clone()));
    assert_eq!(found, at_once.found, "{}", source.text());
    assert!(draft == at_once.draft, "{}", source.text());
    for row in 0..=draft.rows.len() {
        let places = [&parsed, &at_once.parsed].map(|parsed| format!("{:?}", parsed.row(RowIx::new(row))));
        assert_eq!(places[0], places[1], "{}", source.text());
    }
    true
}

#[test]
fn every_plan_of_ours_is_read_alike() {
    let (mut by_row, mut sound) = (0, 0);
    for path in files() {
        let source = read(path.as_os_str(), &path).unwrap();
        by_row += usize::from(is_row_by_row(&source));
        sound += usize::from(!decoded(Parsed::new(source)).found.has_errors());
    }
    assert!(by_row * 2 > sound, "only {by_row} of {sound}");
}

#[test]
fn rows_without_headers_are_read_alike() {
    let plan = "version = 1\nplan = { title = 'T', issuer = 'I', issued = 2020-08-25 }\n";
    for rows in [
        "",
        "agencies = { a = { name = 'e\u{301}' } }\ntask = []",
        "task = [{ id = '1', title = 'T' }, { id = '2', title = 'T' }]",
        "[[task]]\nid = '1'\ntitle = 'T'",
    ] {
        assert!(is_row_by_row(&Source::new("plan.toml", format!("{plan}{rows}").into_bytes())), "{rows}");
    }
}

const PLAN: &str = include_str!("../../../tests/marks/plan.toml");

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_plan_with_something_in_it_is_read_alike(at in 0..PLAN.len(), gone in 0..4_usize, scrap in scrap()) {
        let start = PLAN.floor_char_boundary(at);
        let end = PLAN.ceil_char_boundary((at + gone).min(PLAN.len()));
        let text = [&PLAN[..start], &scrap, &PLAN[end..]].concat();
        is_row_by_row(&Source::new("plan.toml", text.into_bytes()));
    }

    #[test]
    fn a_plan_without_some_of_its_lines_is_read_alike(gone in prop::collection::btree_set(0..60_usize, 1..4)) {
        let lines = PLAN.lines().enumerate().filter(|(number, _)| !gone.contains(number));
        let text: Vec<&str> = lines.map(|(_, line)| line).collect();
        is_row_by_row(&Source::new("plan.toml", text.join("\n").into_bytes()));
    }
}
