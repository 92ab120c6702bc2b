//! Names of units of local government as offices write them, and what is found by each.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail as tests do")]

use papi_plan::diagnostic::Source;
use papi_plan::file::Document;
use papi_plan::plan::{Body, BodyIx, NameError, Plan};
use papi_plan::text::Lang;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

const PLAN: &str = include_str!("../plan.toml");

fn plan(text: &str) -> Plan {
    let source = Source::new("plan.toml", text.as_bytes().to_vec());
    Document::read(&source).into_plan().unwrap()
}

/// A unit of plan.toml, in the words of its name.
struct Unit {
    body: BodyIx,
    /// Long and short, as they stand before the name.
    kinds: [&'static str; 2],
    name: String,
    /// The unit above: its kinds and its name.
    above: ([&'static str; 2], String),
}

const KINDS: [[&str; 2]; 7] = [
    ["thành phố ", "TP."],
    ["thị xã ", "TX. "],
    ["thị trấn ", "TT. "],
    ["quận ", "Q. "],
    ["huyện ", "H."],
    ["phường ", "P. "],
    ["xã ", "X. "],
];

fn kind_and_name(body: &Body) -> ([&'static str; 2], String) {
    let rest = body.name.own.strip_prefix("UBND ").unwrap();
    let of_kind = KINDS.iter().find_map(|kinds| Some((*kinds, rest.strip_prefix(kinds[0])?.to_owned())));
    of_kind.unwrap()
}

/// The 9 districts and the 178 communes below them.
fn units(plan: &Plan) -> Vec<Unit> {
    let find = |id: &str| plan.bodies().find(|(_, body)| body.id == id).unwrap().1;
    let unit = |body: BodyIx, above: ([&'static str; 2], String)| {
        let (kinds, name) = kind_and_name(plan.body(body));
        Unit { body, kinds, name, above }
    };
    let districts = find("cap-huyen").units.iter().copied();
    let units = districts.flat_map(|district| {
        let above = kind_and_name(plan.body(district));
        let communes = &find(&format!("xa-{}", plan.body(district).id)).units;
        let communes = communes.iter().map(move |commune| unit(*commune, above.clone())).collect::<Vec<_>>();
        [unit(district, (["tỉnh ", "tỉnh "], "Thái Nguyên".to_owned()))].into_iter().chain(communes)
    });
    units.collect()
}

/// A way of typing a name.
type Typing = fn(&str) -> String;

/// How a name may be typed.
const TYPINGS: [(&str, Typing); 7] = [
    ("as in print", |name| name.to_owned()),
    ("decomposed", |name| name.nfd().collect()),
    ("in capitals", |name| name.to_uppercase()),
    ("with the tone on the last vowel", tone_on_last_vowel),
    ("with another letter for Đ", |name| name.replace('Đ', "\u{d0}").replace('đ', "\u{189}")),
    ("with what nobody sees in it", |name| {
        name.chars().flat_map(|c| [c].into_iter().chain((c == 'n').then_some('\u{200b}'))).collect()
    }),
    ("without diacritics", bare),
];

fn tone_on_last_vowel(name: &str) -> String {
    let pairs = [("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("ụy", "uỵ"), ("ủy", "uỷ")];
    pairs.into_iter().fold(name.to_owned(), |name, (old, new)| name.replace(old, new))
}

fn bare(name: &str) -> String {
    name.nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect::<String>()
        .replace('Đ', "D")
}

/// What was found of all that was asked for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    /// The unit itself.
    unit: usize,
    /// Several, the unit among them.
    among: usize,
}

/// Asks for every unit by a form of its name, in every typing; nothing but the unit may be found alone.
fn ask(plan: &Plan, form: impl Fn(&Unit) -> Vec<String>) -> Found {
    let mut counts = Found::default();
    for unit in units(plan) {
        for asked in form(&unit) {
            for (how, typing) in TYPINGS {
                let typed = typing(&asked);
                match plan.find_body(&typed) {
                    Ok(found) if found == unit.body => counts.unit += 1,
                    Err(NameError::Several(found)) if found.contains(&unit.body) => counts.among += 1,
                    other => panic!("{typed:?} ({how}): {:?}", other.map(|found| &plan.body(found).id)),
                }
            }
        }
    }
    counts
}

const UNITS: usize = 187;

/// "UBND" as people write it.
const COMMITTEES: [&str; 5] = ["", "UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân ", "UBND."];

#[test]
fn every_unit_is_found_by_its_kind_and_name_with_or_without_its_committee() {
    let plan = plan(PLAN);
    let found = ask(&plan, |unit| {
        let kinds = unit.kinds.iter();
        kinds.flat_map(|kind| COMMITTEES.map(|committee| format!("{committee}{kind}{}", unit.name))).collect()
    });
    assert_eq!(found, Found { unit: UNITS * 2 * COMMITTEES.len() * TYPINGS.len(), among: 0 });
}

#[test]
fn every_unit_is_found_with_the_unit_above_behind_it() {
    let plan = plan(PLAN);
    let found = ask(&plan, |unit| {
        let (name, (above_kinds, above)) = (&unit.name, &unit.above);
        let [long, short] = unit.kinds;
        vec![
            format!("{long}{name}, {above}"),
            format!("UBND {long}{name}, {}{above}", above_kinds[0]),
            format!("{short}{name} - {above}"),
            format!("Ủy ban nhân dân {long}{name} {}{above}", above_kinds[0]),
            format!("{short}{name} ({}{above})", above_kinds[1]),
            format!("{long}{name}, {}{above}, tỉnh Thái Nguyên", above_kinds[0]),
        ]
    });
    assert_eq!(found, Found { unit: UNITS * 6 * TYPINGS.len(), among: 0 });
}

#[test]
fn a_name_that_several_have_is_told_apart_by_its_kind_or_by_the_unit_above() {
    let plan = plan(PLAN);
    let counts = |form: fn(&Unit) -> String| {
        let found = ask(&plan, |unit| vec![form(unit)]);
        assert_eq!(found.unit + found.among, UNITS * TYPINGS.len());
        found.among
    };
    // Six pairs of communes have one name.
    assert_eq!(counts(|unit| format!("UBND {}", unit.name)), 12 * TYPINGS.len());
    // One pair of them stands in one district.
    assert_eq!(counts(|unit| format!("{} - {}", unit.name, unit.above.1)), 2 * TYPINGS.len());
    // A name alone may be a part of another, and of one that differs in its tones only.
    assert_eq!(counts(|unit| unit.name.clone()), 93);
}

/// Where a plan names a body, each with a word in its place.
fn plan_with(at: usize, written: &str) -> String {
    let mut words = ["tx-pho-yen", "tx-pho-yen", "xa-van-lang", "xa-b", "xa-van-lang-2", "a", "tx-pho-yen"];
    words[at] = written;
    let [coordinator, lead, support, by, covers, member, directed] = words.map(|word| word.replace('"', "\\\""));
    format!(
        "version = 1
directive = [{{ ref = 'III', agencies = [\"{directed}\"], text = 'x' }}]
[plan]
number = '1/KH'
title = 'T'
issuer = 'UBND tỉnh Thái Nguyên'
issued = 2026-08-25
coordinator = \"{coordinator}\"
[[task]]
id = '1'
title = 'x'
lead = ['xa-pho-yen', 'xa-van-lang', 'xa-van-lang-2']
support = [\"{support}\"]
due = {{ by = 2026-10-09 }}
submitted = [{{ by = \"{by}\", on = 2026-10-01 }}]
extended = [{{ to = 2026-10-20, granted = 2026-10-01, for = [\"{covers}\"] }}]
[[task]]
id = '2'
title = 'y'
lead = [\"{lead}\"]
[groups]
xa-pho-yen = {{ name = 'Các xã thị xã Phổ Yên', aliases = ['UBND các xã Phổ Yên'], members = ['xa-b'] }}
all = {{ name = 'Tất cả', members = ['xa-pho-yen', \"{member}\"] }}
[agencies]
a = {{ name = 'Sở Nội vụ', short = 'SNV' }}
tx-pho-yen = {{ name = 'UBND thị xã Phổ Yên' }}
xa-b = {{ name = 'UBND xã B' }}
xa-van-lang = {{ name = 'UBND xã Văn Lang' }}
xa-van-lang-2 = {{ name = 'UBND xã Văn Lăng' }}
"
    )
}

/// How many places `plan_with` has.
const PLACES: usize = 7;

/// What follows a mark in a text, as far as another.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(found, _)| found)
}

#[test]
fn what_is_advised_for_an_unknown_id_is_what_check_takes() {
    let read = |text: &str| Document::read(&Source::new("plan.toml", text.into()));
    let written = [
        "Sở Nội vụ",
        "sở nội vụ ",
        "so-noi-vu",
        "SNV",
        "SNVV",
        "Thị xã Phổ Yên",
        "tx-pho-yenn",
        "TX. Phổ Yênn",
        "UBND các xã Phổ Yên",
        "xa-pho-yenn",
        "xã Văn Lăng",
        "xa-van-lang-3",
        "van lang",
        "Tất cả",
        "alll",
        "Phòng \"IT\" \\\\ 1",
        "phong-it",
        "???",
    ];
    let (mut ids, mut lines, mut others) = (0, 0, 0);
    for (place, written) in (0..PLACES).flat_map(|place| written.map(|written| (place, written))) {
        assert!(read(&plan_with(place, "a")).problems().iter().all(|found| found.code.name() != "unknown-agency"));
        let broken = read(&plan_with(place, written));
        let [problem] = broken.problems() else { panic!("{written:?} at {place}: {:?}", broken.problems()) };
        assert_eq!(problem.code.name(), "unknown-agency");
        let help = problem.help.as_ref().unwrap().in_lang(Lang::En);
        let line = between(help, "[agencies]: ", " }").map(|line| format!("{line} }}\n"));
        let id = between(help, "did you mean \"", "\"").or_else(|| between(help, "\": \"", "\""));
        let id = id.or_else(|| between(help, "write the id \"", "\"")).or_else(|| line.as_ref().map(|_| written));
        let mended = id.map(|id| plan_with(place, id) + line.as_deref().unwrap_or_default());
        match (&mended, &line) {
            (Some(_), None) => ids += 1,
            (Some(_), Some(_)) => lines += 1,
            (None, _) => others += 1,
        }
        let left: Vec<_> = mended.iter().flat_map(|text| read(text).problems().to_vec()).collect();
        assert!(left.is_empty(), "{written:?} at {place}: {help}: {left:?}");
    }
    assert_eq!((ids, lines, others), (73, 18, 35));
}
