//! The pass over a plain text and the parser make the same tree.

use super::Tree;
use crate::file::read;
use proptest::prelude::*;
use std::path::{Path, PathBuf};
use toml::de::DeTable;

/// The tree as the parser makes it; none of a text that has errors.
fn parsed(text: &str) -> Option<Tree> {
    let (root, errors) = DeTable::parse_recoverable(text);
    let tree = errors.is_empty().then(|| Tree::new(root.into_inner(), text, &[]))?;
    Some(tree).filter(|tree| tree.wrong.is_empty())
}

/// Whether a text is plain; what is must be the same tree to the parser, places and all.
fn is_plain(text: &str) -> bool {
    let Some(plain) = Tree::of_plain(text) else { return false };
    assert_eq!(format!("{plain:?}"), format!("{:?}", parsed(text).unwrap_or_else(|| panic!("{text:?}"))), "{text:?}");
    true
}

/// Every TOML file of ours.
pub(crate) fn files() -> Vec<PathBuf> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all = ["examples", "tests"].into_iter().flat_map(|folder| files_below(&top.join(folder)));
    all.chain([top.join("plan.toml")]).collect()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let found = entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] });
    found.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).collect()
}

#[test]
fn every_plan_of_ours_is_the_same_tree() {
    let (mut plain, mut count) = (0, 0);
    for path in files() {
        let source = read(path.as_os_str(), &path).unwrap();
        (plain, count) = (plain + usize::from(is_plain(source.text())), count + 1);
    }
    // The others are wrong on purpose, or written in a way that is seldom seen.
    assert!(plain * 2 > count, "only {plain} of {count}");
    assert!(is_plain(include_str!("../../../plan.toml")));
}

#[test]
fn what_is_rare_is_read_all_the_same() {
    for text in [
        "",
        "\u{feff}a = 1",
        "a = 1 # b\r\n\r\n[b] # c\r\nc = true",
        "a = \"\\u0111 \\\"\"\nb = \"\"\"\n  x\\\n  y\"\"\"\"\"\nc = 'x'\nd = '''\ny''\n'''\ne = ''\nf = \"\"\ng = \"\u{111}\"",
        "a = 1.5\nb = -1_000\nc = 0xff\nd = 1e3\ne = inf\nf = 0\ng = 123456789012345678901",
        "a = 2020-01-01 10:00:00\nb = 10:00:00\nc = 2020-01-01T10:00:00+07:00\nd = 2020-02-29",
        "a = [ # b\n 1, [2,], {}, { c = [] , }\n ]\nd = { e = 1,\n# f\ng = 2 }",
        "\"a b\" = 1\n\"\" = 2\n[ c ]\n[[ d ]]\ne = 1\n[[d]]\n[[d]]\n[f]\n[[g]]\n[[d]]",
    ] {
        assert!(is_plain(text), "{text:?}");
    }
}

#[test]
fn what_is_wrong_or_unusual_is_left_to_the_parser() {
    for text in [
        "a = 1\na = 2",
        "a = { b = 1, b = 2 }",
        "[a]\n[a]",
        "[[a]]\n[a]",
        "[a]\n[[a]]",
        "a = []\n[[a]]",
        "a.b = 1",
        "[a.b]",
        "a = 2020-02-30",
        "a = 0000-01-01",
        "a = 007",
        "a = 0x",
        "a = 1 2",
        "a = [1 2]",
        "a = [,]",
        "a = { , }",
        "a =",
        "a = 1 b = 2",
        "a = \"x",
        "a = 'x",
        "a = \"\u{1}\"",
        "a = 1 # \u{7f}",
        "a = 1\r",
        "a\n= 1",
        "a =\n1",
        "\u{e9} = 1",
        "a = \u{feff}1",
        "[ [a]]",
        "[[a] ]",
        "[a] b = 1",
        "a = \"\\q\"",
        "a = 10:00:60",
        "\"a\\u0062\" = 1",
        "'a' = 1",
        "a = tru",
    ] {
        assert!(!is_plain(text), "{text:?}");
    }
    let deep = |depth: usize| format!("a = {}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(is_plain(&deep(30)) && !is_plain(&deep(100_000)));
    let many = |count: usize| (0..count).map(|number| format!("[t{number}]\n")).collect::<Vec<_>>().concat();
    assert!(is_plain(&many(30)) && !is_plain(&many(300)));
    let keys = |count: usize| (0..count).map(|number| format!("k{number} = 1\n")).collect::<Vec<_>>().concat();
    assert!(is_plain(&keys(300)) && !is_plain(&(keys(300) + "k200 = 2")));
}

const PLAN: &str = include_str!("../../../tests/marks/plan.toml");

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_text_of_scraps_is_the_same_tree(scraps in prop::collection::vec(scrap(), 0..24)) {
        is_plain(&scraps.concat());
    }

    #[test]
    fn a_plan_with_something_in_it_is_the_same_tree(at in 0..PLAN.len(), gone in 0..4_usize, scrap in scrap()) {
        let start = PLAN.floor_char_boundary(at);
        let end = PLAN.ceil_char_boundary((at + gone).min(PLAN.len()));
        is_plain(&[&PLAN[..start], &scrap, &PLAN[end..]].concat());
    }
}

/// What a file is made of, well put together or not.
pub(crate) fn scrap() -> impl Strategy<Value = String> {
    let mark = "(\\n|\\r\\n|\\r|\\t| |,|\\.|=|#|\\[|\\]|\\{|\\}|\"|'|\"\"\"|'''|\\\\|\u{feff}|\0)";
    let value = "(1|-0|0x1f|1\\.5|1e5|true|inf|2020-01-01|2020-01-01 10:00|10:00:00|\"x\"|'y'|\"\\\\n\"|\\[\\]|\\{\\})";
    let statement = prop_oneof![
        ("(a|b|c-1|\"d e\"|id)", value).prop_map(|(key, value)| format!("{key} = {value}\n")),
        "\\[(a|b|task)\\]\n",
        "\\[\\[(a|b|task)\\]\\]\n",
        "[ab] = (\\[|\\{ [cd] = )",
        "(\\]|\\})\n",
        "# \u{e9}\n",
    ];
    prop_oneof![1 => mark, 1 => value, 4 => statement]
}
