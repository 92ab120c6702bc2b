//! Everything that bodies are called, ready to be searched.

use super::spelling::Spelling;
use super::unit::{Place, Unit, places};
use crate::plan::BodyIx;
use crate::text::alike;
use std::sync::{Arc, OnceLock};

/// What a body is called, as the file has it.
pub(in crate::plan) struct Called<'a> {
    pub(in crate::plan) id: &'a str,
    pub(in crate::plan) name: Option<&'a str>,
    pub(in crate::plan) english: Option<&'a str>,
    pub(in crate::plan) short: Option<&'a str>,
    pub(in crate::plan) aliases: Vec<&'a str>,
    /// Whether it is a group, with or without members.
    pub(in crate::plan) is_group: bool,
    /// The units that it opens to.
    pub(in crate::plan) units: &'a Arc<[BodyIx]>,
}

/// Which of its names a body is called by, in the order of the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Id,
    Name,
    Short,
    Alias,
    English,
}

/// One name of a body.
#[derive(Clone, Debug)]
pub(super) struct Spelled {
    pub(super) body: BodyIx,
    pub(super) way: Way,
    pub(super) name: Spelling,
}

/// Where names say that something is, read when it is first asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Located {
    names: Vec<String>,
    places: OnceLock<Vec<Place>>,
}

impl Located {
    fn new<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        Self { names: names.map(str::to_owned).collect(), places: OnceLock::new() }
    }

    pub(super) fn places(&self) -> &[Place] {
        self.places.get_or_init(|| self.names.iter().flat_map(|name| places(&alike(name))).collect())
    }
}

/// All names of all bodies of a plan.
#[derive(Clone, Debug, Default)]
pub(in crate::plan) struct Names {
    pub(super) ids: Vec<String>,
    pub(super) is_group: Vec<bool>,
    /// Body by body.
    pub(super) spelled: Vec<Spelled>,
    units: OnceLock<Vec<Unit>>,
    /// Groups: their units, and where these are.
    pub(super) groups: Vec<(Arc<[BodyIx]>, Located)>,
    /// Where the body is that issued the plan.
    pub(super) issuer: Located,
}

impl Names {
    /// The index of bodies in the order of the file, of a plan by this issuer.
    pub(in crate::plan) fn new<'a>(bodies: impl Iterator<Item = Called<'a>>, issuer: &str) -> Self {
        let mut names = Self { issuer: Located::new([issuer].into_iter()), ..Self::default() };
        for (ix, called) in bodies.enumerate() {
            names.add(BodyIx::new(ix), &called);
        }
        names
    }

    fn add(&mut self, body: BodyIx, called: &Called<'_>) {
        self.ids.push(called.id.to_owned());
        self.is_group.push(called.is_group);
        let own = called.name.iter().map(|name| (Way::Name, *name));
        let short = called.short.iter().map(|short| (Way::Short, *short));
        let aliases = called.aliases.iter().map(|alias| (Way::Alias, *alias));
        let english = called.english.iter().map(|name| (Way::English, *name));
        let all = [(Way::Id, called.id)].into_iter().chain(own).chain(short).chain(aliases).chain(english);
        let spelled = all.map(|(way, name)| Spelled { body, way, name: Spelling::of(name) });
        self.spelled.extend(spelled.filter(|spelled| !spelled.name.is_empty()));
        if called.is_group {
            let names = called.name.iter().chain(&called.aliases).copied();
            self.groups.push((Arc::clone(called.units), Located::new(names)));
        }
    }

    /// The agencies that are units of local government by a name or an alias.
    pub(super) fn units(&self) -> &[Unit] {
        self.units.get_or_init(|| {
            let of_agencies = self.spelled.iter().filter(|spelled| !self.is_group[spelled.body.at()]);
            let full = of_agencies.filter(|spelled| matches!(spelled.way, Way::Name | Way::Alias));
            full.flat_map(|spelled| Unit::of(spelled.body, &spelled.name)).collect()
        })
    }
}
