//! The search for a name, step by step.

use super::index::{Names, Spelled, Way};
use super::spelling::{Form, Spelling};
use super::unit::{AsUnit, Unit, without_committee};
use crate::plan::BodyIx;
use crate::text::{Part, part_at_word};
use Form::{Alike, Folded};

/// One step of the search; what it finds is not looked for further.
#[derive(Clone, Copy)]
enum Step {
    /// Whole names of one way.
    Whole(Form, Way),
    /// Units of local government as offices write them.
    Unit(Form),
    /// Parts of names and aliases that begin at a word.
    Part(Form),
    /// Parts of English names.
    EnglishPart(Form),
}

const STEPS: [Step; 16] = [
    Step::Whole(Alike, Way::Id),
    Step::Whole(Alike, Way::Name),
    Step::Whole(Alike, Way::Short),
    Step::Whole(Alike, Way::Alias),
    Step::Unit(Alike),
    Step::Whole(Folded, Way::Id),
    Step::Whole(Folded, Way::Name),
    Step::Whole(Folded, Way::Short),
    Step::Whole(Folded, Way::Alias),
    Step::Unit(Folded),
    Step::Part(Alike),
    Step::Part(Folded),
    Step::Whole(Alike, Way::English),
    Step::Whole(Folded, Way::English),
    Step::EnglishPart(Alike),
    Step::EnglishPart(Folded),
];

/// Which names of units answer.
#[derive(Clone, Copy)]
struct Readings {
    /// Also names cut short where they go on with the unit above.
    cut: bool,
    /// Whether the unit that issued the plan counts as one above all others.
    issuer: bool,
    /// Also without a word that says it is a unit.
    bare: bool,
}

impl Names {
    /// The bodies that a name may mean, in the order of the file.
    pub(in crate::plan) fn find(&self, typed: &str) -> Vec<BodyIx> {
        let asked = Spelling::of(typed);
        if asked.is_empty() {
            return Vec::new();
        }
        if let Some(ix) = self.ids.iter().position(|id| id.eq_ignore_ascii_case(typed.trim())) {
            return vec![BodyIx::new(ix)];
        }
        STEPS.into_iter().map(|step| self.step(step, &asked)).find(|found| !found.is_empty()).unwrap_or_default()
    }

    fn step(&self, step: Step, asked: &Spelling) -> Vec<BodyIx> {
        let mut found: Vec<BodyIx> = match step {
            Step::Whole(form, Way::Id) => self.by_id(form, asked),
            Step::Whole(form, way) => self.whole(form, asked, |other| other == way).collect(),
            Step::Unit(form) => self.local_units(form, asked),
            Step::Part(form) => self.parts(form, asked, &[Way::Name, Way::Alias]),
            Step::EnglishPart(form) => self.parts(form, asked, &[Way::English]),
        };
        found.sort_unstable();
        found.dedup();
        found
    }

    fn whole(&self, form: Form, asked: &Spelling, is_way: impl Fn(Way) -> bool) -> impl Iterator<Item = BodyIx> {
        let is_it = move |spelled: &&Spelled| is_way(spelled.way) && spelled.name.is(asked, form);
        self.spelled.iter().filter(is_it).map(|spelled| spelled.body)
    }

    /// The body of an id that is typed in another way than the file has it: in separate words. They may as well be a
    /// name without its diacritics: then all that are called so are meant.
    fn by_id(&self, form: Form, asked: &Spelling) -> Vec<BodyIx> {
        let mut found: Vec<BodyIx> = self.whole(form, asked, |way| way == Way::Id).collect();
        if !found.is_empty() {
            found.extend(self.whole(Folded, asked, |way| matches!(way, Way::Name | Way::Short | Way::Alias)));
            found.extend(self.read(Folded, asked, Readings { cut: false, issuer: false, bare: true }));
        }
        found
    }

    /// The bodies with a name that these words are a part of. Where the words cut a syllable of every name that is
    /// alike, they may as well be whole ones without their diacritics: "du" is Đu rather than Duyên.
    fn parts(&self, form: Form, asked: &Spelling, ways: &[Way]) -> Vec<BodyIx> {
        let mut found: Vec<_> = self.has_part(form, asked, ways).collect();
        if form == Alike && !found.is_empty() && !found.iter().any(|(_, part)| *part == Part::Whole) {
            found.extend(self.has_part(Folded, asked, ways).filter(|(_, part)| *part == Part::Whole));
        }
        found.into_iter().map(|(body, _)| body).collect()
    }

    /// The bodies with a part in a name, and how; but a group is not what is asked for by a name of one unit that its
    /// own goes on with: "Các xã huyện Đại Từ".
    fn has_part(&self, form: Form, asked: &Spelling, ways: &[Way]) -> impl Iterator<Item = (BodyIx, Part)> {
        let folded = asked.get(Folded);
        let is_one = AsUnit::read(folded).is_some();
        self.spelled.iter().filter(|spelled| ways.contains(&spelled.way)).filter_map(move |spelled| {
            let name = spelled.name.get(Folded);
            let part = part_at_word(name, folded)?;
            let is_of_group = is_one && self.is_group[spelled.body.at()];
            if is_of_group && !without_committee(name).starts_with(without_committee(folded)) {
                return None;
            }
            let part = if form == Alike { part_at_word(spelled.name.get(form), asked.get(form))? } else { part };
            Some((spelled.body, part))
        })
    }

    /// Units of local government; a whole name before one cut short, a unit above that a group tells before the
    /// plan's own issuer, which may have the name of one of its cities.
    fn local_units(&self, form: Form, asked: &Spelling) -> Vec<BodyIx> {
        let orders = [(false, false), (true, false), (true, true)];
        let found = orders.into_iter().map(|(cut, issuer)| {
            let readings = Readings { cut, issuer, bare: false };
            self.read(form, asked, readings).collect::<Vec<_>>()
        });
        found.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
    }

    fn read(&self, form: Form, asked: &Spelling, readings: Readings) -> impl Iterator<Item = BodyIx> {
        let is_asked = move |unit: &&Unit| {
            // What differs folded is not alike.
            let is_it = |form| self.is_asked(unit, asked.get(form), form, readings);
            is_it(Folded) && (form == Folded || is_it(form))
        };
        self.units().iter().filter(is_asked).map(|unit| unit.body)
    }

    fn is_asked(&self, unit: &Unit, words: &str, form: Form, readings: Readings) -> bool {
        if !readings.cut && !unit.above.is_empty() {
            return false;
        }
        match unit.strip(words, form) {
            None => false,
            Some((is_said, "")) => is_said || readings.bare,
            Some((_, above)) => {
                let groups = self.groups.iter().filter(|(units, _)| units.contains(&unit.body));
                let places = unit.above.iter().chain(groups.flat_map(|(_, group)| group.places()));
                let issuer = readings.issuer.then(|| self.issuer.places()).into_iter().flatten();
                unit.is_below(above, form, &places.chain(issuer).collect::<Vec<_>>())
            }
        }
    }
}
