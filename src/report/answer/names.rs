//! What agencies, groups and rows are called.

use crate::plan::{BodyIx, Plan, RowIx};
use crate::text::{Bilingual, Lang, one_line};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// An agency or group as an answer names it, once for all that concerns it. In JSON where it is named: its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgencyName {
    /// The id.
    pub id: String,
    /// The full name.
    pub name: Bilingual,
}

impl AgencyName {
    /// The name as people read it.
    pub fn shown(&self, lang: Lang) -> Cow<'_, str> {
        one_line(self.name.in_lang(lang))
    }
}

impl Serialize for AgencyName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.id)
    }
}

/// A row as an answer names it. In JSON where it is named: its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowName {
    /// The id.
    pub id: String,
    /// The printed number; the id where none is stated.
    pub number: String,
    /// What it is shown as where another row answers to that number too: the numbers from the root down, `IV/2`; its
    /// number with its id, if another has that path.
    pub apart: Option<String>,
}

impl RowName {
    /// What a plan calls a row.
    pub fn of(plan: &Plan, row: RowIx) -> Self {
        Names::of(plan).row(row).as_ref().clone()
    }

    /// What people call the row where nothing tells what it stands below: by its printed number, and where
    /// several rows answer to that, by what tells it from those.
    pub fn shown(&self) -> Cow<'_, str> {
        one_line(self.apart.as_ref().unwrap_or(&self.number))
    }

    /// What commands understand to be this row: its printed number, and where several rows answer to that, its id.
    pub fn typed(&self) -> Cow<'_, str> {
        one_line(if self.apart.is_some() { &self.id } else { &self.number })
    }
}

impl Serialize for RowName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.id)
    }
}

/// What the agencies, groups and rows of a plan are called: each name is made once, and shared by all that tell it.
pub struct Names<'p> {
    plan: &'p Plan,
    /// Every body as a list of itself alone: most obligations are one unit's.
    bodies: Vec<Arc<[Arc<AgencyName>]>>,
    rows: Vec<Option<Arc<RowName>>>,
    shared_numbers: HashSet<&'p str>,
    /// Of each row whether no other has its path; empty where no number is shared.
    has_own_path: Vec<bool>,
}

impl<'p> Names<'p> {
    /// The names of a plan.
    pub fn of(plan: &'p Plan) -> Self {
        let names = plan.bodies().map(|(_, body)| AgencyName { id: body.id.clone(), name: body.name.clone() });
        let shared_numbers = shared_numbers(plan);
        let has_own_path = if shared_numbers.is_empty() { Vec::new() } else { own_paths(plan) };
        Self {
            plan,
            bodies: names.map(|name| Arc::from([Arc::new(name)])).collect(),
            rows: vec![None; plan.rows().len()],
            shared_numbers,
            has_own_path,
        }
    }

    /// An agency or group.
    pub fn agency(&self, body: BodyIx) -> Arc<AgencyName> {
        Arc::clone(&self.bodies[body.at()][0])
    }

    /// Agencies and groups.
    pub fn agencies(&self, bodies: &[BodyIx]) -> Arc<[Arc<AgencyName>]> {
        match bodies {
            [body] => Arc::clone(&self.bodies[body.at()]),
            bodies => bodies.iter().map(|body| self.agency(*body)).collect(),
        }
    }

    /// A row.
    pub fn row(&mut self, row: RowIx) -> Arc<RowName> {
        let stated = self.plan.row(row);
        let name = self.rows[row.at()].get_or_insert_with(|| {
            let number = stated.number();
            let is_shared = self.shared_numbers.contains(number);
            let apart = is_shared.then(|| match path(self.plan, row) {
                path if stated.id == number || self.has_own_path[row.at()] => path,
                _ => format!("{number} ({})", stated.id),
            });
            Arc::new(RowName { id: stated.id.clone(), number: number.to_owned(), apart })
        });
        Arc::clone(name)
    }

    /// Rows.
    pub fn rows(&mut self, rows: &[RowIx]) -> Vec<Arc<RowName>> {
        rows.iter().map(|row| self.row(*row)).collect()
    }
}

/// The printed numbers from the root down to a row.
fn path(plan: &Plan, row: RowIx) -> String {
    let mut numbers: Vec<&str> = plan.ancestors(row).map(|above| plan.row(above).number()).collect();
    numbers.reverse();
    numbers.push(plan.row(row).number());
    numbers.join("/")
}

/// Of each row whether no other has its path. A path is told by that of the row above and a number: written out, all
/// of them together are as long as the square of the depth.
fn own_paths(plan: &Plan) -> Vec<bool> {
    let mut known: HashMap<(Option<usize>, &str), usize> = HashMap::new();
    let mut path_of = vec![0; plan.rows().len()];
    let mut counts = Vec::new();
    for row in plan.top_down() {
        let mut path = plan.node(row).parent.map(|above| path_of[above.at()]);
        // A number may itself read as a path.
        for number in plan.row(row).number().split('/') {
            path = Some(*known.entry((path, number)).or_insert_with(|| {
                counts.push(0);
                counts.len() - 1
            }));
        }
        let path = path.unwrap_or_default();
        path_of[row.at()] = path;
        counts[path] += 1;
    }
    path_of.into_iter().map(|path| counts[path] == 1).collect()
}

/// The printed numbers that more than one row answers to, be it by its own number or by its id.
fn shared_numbers(plan: &Plan) -> HashSet<&str> {
    let stated = || plan.rows().filter_map(|(_, row)| row.number.as_deref().filter(|number| *number != row.id));
    // Ids are not shared: without a number that is no id there is nothing to find.
    if stated().next().is_none() {
        return HashSet::new();
    }
    let mut seen: HashSet<&str> = plan.rows().map(|(_, row)| row.id.as_str()).collect();
    stated().filter(|number| !seen.insert(number)).collect()
}

/// A text in the plan's own language alone.
pub fn own<S: Serializer>(text: &Bilingual, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&text.own)
}

/// The fields `id` and `name`.
pub fn id_and_name<S: Serializer>(agency: &AgencyName, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Fields<'a> {
        id: &'a str,
        name: &'a str,
    }
    Fields { id: &agency.id, name: &agency.name.own }.serialize(serializer)
}

/// The fields `id`, `name` and `name_en`.
pub fn with_name_en<S: Serializer>(agency: &AgencyName, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Fields<'a> {
        id: &'a str,
        name: &'a str,
        name_en: Option<&'a str>,
    }
    Fields { id: &agency.id, name: &agency.name.own, name_en: agency.name.en.as_deref() }.serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{plan, row};

    #[test]
    fn a_row_goes_by_its_number_unless_another_answers_to_that_too() {
        let plan = plan(&[
            "id = 'x1', number = '1', lead = ['a'], due = { ongoing = true }",
            "id = 'x2', number = '2', lead = ['a'], due = { ongoing = true }",
            "id = 'y2', number = '2', lead = ['a'], due = { ongoing = true }",
            "id = '3', lead = ['a'], due = { ongoing = true }",
            "id = 'z3', number = '3', lead = ['a'], due = { ongoing = true }",
            "id = '4', number = '4', lead = ['a'], due = { ongoing = true }",
            "id = '4.a', number = '1', parent = '4', lead = ['a'], due = { ongoing = true }",
        ]);
        let mut names = Names::of(&plan);
        for (id, shown, typed) in [
            ("x1", "1", "x1"),
            ("4.a", "4/1", "4.a"),
            ("x2", "2 (x2)", "x2"),
            ("y2", "2 (y2)", "y2"),
            ("3", "3", "3"),
            ("z3", "3 (z3)", "z3"),
            ("4", "4", "4"),
        ] {
            let name = names.row(row(&plan, id));
            assert_eq!((name.shown().as_ref(), name.typed().as_ref()), (shown, typed), "{id}");
            assert_eq!(*name, RowName::of(&plan, row(&plan, id)), "{id}");
        }
    }

    #[test]
    fn a_number_that_reads_as_a_path_is_one() {
        let plan = plan(&[
            "id = 'x', number = '1', lead = ['a'], due = { ongoing = true }",
            "id = 'y', number = '2/3', parent = 'x', lead = ['a'], due = { ongoing = true }",
            "id = 'z', number = '1/2', lead = ['a'], due = { ongoing = true }",
            "id = 'v', number = '3', parent = 'z', lead = ['a'], due = { ongoing = true }",
            "id = 'w', number = '3', lead = ['a'], due = { ongoing = true }",
            "id = 'u', number = '2/3', lead = ['a'], due = { ongoing = true }",
        ]);
        let mut names = Names::of(&plan);
        let shown = ["y", "v", "w", "u"].map(|id| names.row(row(&plan, id)).shown().into_owned());
        assert_eq!(shown, ["2/3 (y)", "3 (v)", "3", "2/3"]);
    }
}
