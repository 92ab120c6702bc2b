//! Units of local government, and the units above them.

use super::kind::Kind;
use super::spelling::{Form, Spelling, strip_words, tails};
use crate::plan::BodyIx;
use crate::text::alike;

/// What "Ủy ban nhân dân" is in a key.
const COMMITTEE: &str = "ubnd";

/// A name that reads as that of a unit of local government.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// The agency that has it.
    pub(super) body: BodyIx,
    /// The kind: `xã`.
    pub(super) kind: Kind,
    /// The name without it: `Tân Long`.
    pub(super) name: Spelling,
    /// The units above that its own name tells.
    pub(super) above: Vec<Place>,
}

impl Unit {
    /// The unit that a name of an agency tells; where it goes on with the unit above, also one of the shorter name.
    pub(super) fn of(body: BodyIx, spelling: &Spelling) -> impl Iterator<Item = Self> {
        let whole = read(spelling).map(|(kind, name)| Self { body, kind, name, above: Vec::new() });
        let cut = whole.as_ref().and_then(|whole| {
            let (name, above) = match split_at_mark(spelling.name()) {
                Some((head, above)) => (read(&Spelling::of(head))?.1, places(&alike(above))),
                None => split_at_kind(&whole.name)?,
            };
            (!above.is_empty()).then_some(Self { body, kind: whole.kind, name, above })
        });
        whole.into_iter().chain(cut)
    }

    /// What stands behind this unit in words that ask for it, and whether they say that it is one: by
    /// "UBND" or the kind.
    pub(super) fn strip<'w>(&self, words: &'w str, form: Form) -> Option<(bool, &'w str)> {
        let uncommitted = without_committee(words);
        let rest = self.kind.strip(uncommitted, form).unwrap_or(uncommitted);
        let is_said = rest.len() < words.len();
        Some((is_said, strip_words(rest, self.name.get(form))?))
    }

    /// Whether words behind the unit name units that may be above it, of which these are known.
    pub(super) fn is_below(&self, words: &str, form: Form, known: &[&Place]) -> bool {
        is_below(self.kind, words, form, known, 3)
    }
}

/// A name that reads as that of one unit of local government: its kind, if it is told, and the rest.
#[derive(Clone, Copy)]
pub(super) struct AsUnit<'t> {
    pub(super) kind: Option<Kind>,
    pub(super) name: &'t str,
}

impl<'t> AsUnit<'t> {
    /// Reads a folded name.
    pub(super) fn read(folded: &'t str) -> Option<Self> {
        let words = without_committee(folded);
        let kind = Kind::all().find_map(|kind| Some((kind, kind.strip(words, Form::Folded)?)));
        match kind {
            // "Xã, phường" are several.
            Some((_, rest)) if Kind::all().any(|next| next.strip(rest, Form::Folded).is_some()) => None,
            Some((kind, name)) => (!name.is_empty()).then_some(Self { kind: Some(kind), name }),
            None => {
                let is_several = SEVERAL.iter().any(|word| strip_words(words, word).is_some());
                let is_unit = words.len() < folded.len() && !words.is_empty() && !is_several;
                is_unit.then_some(Self { kind: None, name: words })
            }
        }
    }
}

/// How names of several committees begin: "UBND các xã", "UBND cấp xã".
const SEVERAL: [&str; 2] = ["cac", "cap"];

/// A unit above others, as a name tells it that has it in it.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The kind; none where none is written.
    kind: Option<Kind>,
    name: Spelling,
}

impl Place {
    /// What may follow it in words that begin with it, of units above one of this kind.
    fn strip<'w>(&self, words: &'w str, below: Kind, form: Form) -> Vec<&'w str> {
        let words = without_committee(words);
        // "Các xã Đồng Hỷ" are the communes of Đồng Hỷ: that is not a commune.
        let kind = self.kind.filter(|kind| kind.is_above(below));
        let kinds = Kind::all().filter(|other| kind.map_or(other.is_above(below), |kind| kind == *other));
        let starts = kinds.filter_map(|kind| kind.strip(words, form)).chain([words]);
        let name = self.name.get(form);
        // Without a kind nothing tells where the name begins: "Cụm thi đua Đại Từ".
        let names: Vec<&str> = if kind.is_some() { vec![name] } else { tails(name).collect() };
        starts.flat_map(|start| names.iter().filter_map(move |name| strip_words(start, name))).collect()
    }
}

fn is_below(unit: Kind, words: &str, form: Form, known: &[&Place], most: usize) -> bool {
    let mut rests = known.iter().flat_map(|place| place.strip(words, unit, form));
    most > 0 && rests.any(|rest| rest.is_empty() || is_below(unit, rest, form, known, most - 1))
}

/// The units that a name has in it: each kind and what follows it. What stands before the first has no kind.
pub(super) fn places(key: &str) -> Vec<Place> {
    let mut found = Vec::new();
    let (mut kind, mut start, mut rest) = (None, key, key);
    loop {
        let next = Kind::in_full(rest);
        if next.is_some() || rest.is_empty() {
            let name = start[..start.len() - rest.len()].trim_end();
            if !name.is_empty() {
                found.push(Place { kind, name: Spelling::of(name) });
            }
        }
        match next {
            Some((next, behind)) => (kind, start, rest) = (Some(next), behind, behind),
            None if rest.is_empty() => return found,
            None => rest = rest.split_once(' ').map_or("", |(_, rest)| rest),
        }
    }
}

/// What an Ủy ban nhân dân is one of, or the words themselves.
pub(super) fn without_committee(words: &str) -> &str {
    strip_words(words, COMMITTEE).unwrap_or(words)
}

/// The kind that a name begins with, and what follows.
fn read(spelling: &Spelling) -> Option<(Kind, Spelling)> {
    let words = without_committee(spelling.get(Form::Folded));
    let (kind, rest) = Kind::all().find_map(|kind| Some((kind, kind.strip(words, Form::Folded)?)))?;
    (!rest.is_empty()).then(|| (kind, spelling.tail(rest)))
}

/// A name and what a comma, a dash or a bracket sets off behind it.
fn split_at_mark(name: &str) -> Option<(&str, &str)> {
    let dash = name.find(" - ");
    name.find([',', ';', '(', '–', '—']).into_iter().chain(dash).min().map(|at| name.split_at(at))
}

/// A name and the units above that follow without a mark.
fn split_at_kind(name: &Spelling) -> Option<(Spelling, Vec<Place>)> {
    // Folded, "Xá" is as good as "xã": a look at the name itself, where it has either.
    let may_have = |tail| Kind::all().any(|kind| kind.strip(tail, Form::Folded).is_some());
    tails(name.get(Form::Folded)).skip(1).find(|tail| may_have(tail))?;
    let key = name.get(Form::Alike);
    let above = tails(key).skip(1).find(|tail| Kind::in_full(tail).is_some())?;
    Some((Spelling::of(&key[..key.len() - above.len()]), places(above)))
}
