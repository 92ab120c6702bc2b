//! The tree of rows: who is above whom, and what merged cells inherit.

use super::{Field, RowDraft, RowIx};
use chrono::NaiveDate;

/// What a row is (docs/meaning.md, Kinds of rows).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A row with a lead that itself states `lead` or `due`, and is no heading: an assignment.
    Item,
    /// A row that states neither: its cells were merged with the nearest item above it.
    Part,
    /// A row without a lead, or one that only hands its lead down: it states `lead`, has no
    /// deadline, and every row right below it states `lead` or `due` itself.
    Heading,
}

/// A row's place in the tree, and what it inherits there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The row above.
    pub parent: Option<RowIx>,
    /// The rows directly below, in file order.
    pub children: Vec<RowIx>,
    /// How many rows are above; 0 is a root.
    pub depth: u32,
    /// What it is.
    pub kind: RowKind,
    /// The item that a part belongs to; an item itself; none for a heading.
    pub item: Option<RowIx>,
    /// The row that states the lead.
    pub lead_from: Option<RowIx>,
    /// The row that states the deadline.
    pub due_from: Option<RowIx>,
    /// The nearest row with extensions, from this one upwards.
    pub extended_from: Option<RowIx>,
    /// The day from which it is there: the latest that it or a row above states; none if it always was.
    pub since: Option<NaiveDate>,
    /// The day from which it is owed no more: the earliest that it or a row above states.
    pub ended: Option<NaiveDate>,
}

/// The days between which rows are there, as each states them itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Lives {
    pub(super) since: Vec<Option<NaiveDate>>,
    pub(super) ended: Vec<Option<NaiveDate>>,
}

/// Parents and inheritance as far as a possibly broken draft shows them.
pub(super) struct Ancestry {
    pub(super) parent: Vec<Field<RowIx>>,
    pub(super) children: Vec<Vec<RowIx>>,
    /// Every row, parents before children.
    pub(super) top_down: Vec<RowIx>,
    pub(super) lead_from: Vec<Field<RowIx>>,
    pub(super) due_from: Vec<Field<RowIx>>,
    /// What each row is; broken where what decides it is.
    pub(super) kind: Vec<Field<RowKind>>,
}

impl Lives {
    /// As far as a draft states them.
    pub(super) fn of(rows: &[RowDraft]) -> Self {
        Self {
            since: rows.iter().map(|row| row.since.given().copied()).collect(),
            ended: rows.iter().map(|row| row.ended.given()?.on.given().copied()).collect(),
        }
    }
}

impl Ancestry {
    /// Works out the ancestry from parents, which go in no circle, and from which rows state a lead and a
    /// deadline; `is_whole_below` says whether all rows right below a row are known to be.
    ///
    /// No recursion: a file may nest its rows as deep as it is long.
    pub(super) fn new(
        parent: Vec<Field<RowIx>>,
        leads: &[Field<()>],
        dues: &[Field<()>],
        is_whole_below: impl Fn(RowIx) -> bool,
    ) -> Self {
        let mut children = vec![Vec::new(); parent.len()];
        let mut top_down = Vec::with_capacity(parent.len());
        for (row, above) in parent.iter().enumerate() {
            match above {
                Field::Given(above) => children[above.at()].push(RowIx::new(row)),
                Field::Absent | Field::Broken => top_down.push(RowIx::new(row)),
            }
        }
        let mut next = 0;
        while let Some(row) = top_down.get(next) {
            top_down.extend_from_slice(&children[row.at()]);
            next += 1;
        }
        let lead_from = inherited(&parent, &top_down, leads);
        let due_from = inherited(&parent, &top_down, dues);
        let states = Statements { leads, dues, children: &children, is_whole_below };
        let kind = (0..parent.len()).map(|row| states.kind(RowIx::new(row), &lead_from[row], &due_from[row])).collect();
        Self { parent, children, top_down, lead_from, due_from, kind }
    }
}

/// The circles that parents go in, each from its first row upwards.
pub(super) fn cycles(parent: &[Field<RowIx>]) -> Vec<Vec<RowIx>> {
    let mut seen = vec![false; parent.len()];
    let mut on_path = vec![false; parent.len()];
    let (mut cycles, mut path) = (Vec::new(), Vec::new());
    for start in 0..parent.len() {
        let mut row = RowIx::new(start);
        while !seen[row.at()] {
            seen[row.at()] = true;
            on_path[row.at()] = true;
            path.push(row);
            match parent[row.at()] {
                Field::Given(above) => row = above,
                Field::Absent | Field::Broken => break,
            }
        }
        // A path that ends at a root ends at its own last row.
        let is_circle = on_path[row.at()] && parent[row.at()].given().is_some();
        if is_circle {
            let begin = path.iter().position(|step| *step == row).unwrap_or(0);
            cycles.push(path[begin..].to_vec());
        }
        for step in path.drain(..) {
            on_path[step.at()] = false;
        }
    }
    cycles
}

/// Which rows state a lead or a deadline, and what that makes of each (docs/meaning.md, Kinds of rows).
struct Statements<'a, F> {
    leads: &'a [Field<()>],
    dues: &'a [Field<()>],
    children: &'a [Vec<RowIx>],
    /// Whether all rows right below a row are known to be.
    is_whole_below: F,
}

impl<F: Fn(RowIx) -> bool> Statements<'_, F> {
    fn kind(&self, row: RowIx, lead_from: &Field<RowIx>, due_from: &Field<RowIx>) -> Field<RowKind> {
        match (lead_from, due_from) {
            (Field::Broken, _) => Field::Broken,
            (Field::Absent, _) => Field::Given(RowKind::Heading),
            (Field::Given(from), Field::Absent) if *from == row => self.handing_down(row),
            (Field::Given(from), Field::Broken) if *from == row => match self.handing_down(row) {
                Field::Given(RowKind::Item) => Field::Given(RowKind::Item),
                _ => Field::Broken,
            },
            (Field::Given(from), _) if *from == row => Field::Given(RowKind::Item),
            (Field::Given(_), _) => match &self.dues[row.at()] {
                Field::Given(()) => Field::Given(RowKind::Item),
                Field::Absent => Field::Given(RowKind::Part),
                Field::Broken => Field::Broken,
            },
        }
    }

    /// A row that states its lead and has no deadline: a heading if all rows right below it are
    /// assignments of their own, else an item.
    fn handing_down(&self, row: RowIx) -> Field<RowKind> {
        let stated = |child: &RowIx| match (&self.leads[child.at()], &self.dues[child.at()]) {
            (Field::Given(()), _) | (_, Field::Given(())) => Some(true),
            (Field::Absent, Field::Absent) => Some(false),
            _ => None,
        };
        let children = &self.children[row.at()];
        let has = |what: Option<bool>| children.iter().any(|child| stated(child) == what);
        if has(Some(false)) {
            Field::Given(RowKind::Item)
        } else if !(self.is_whole_below)(row) {
            Field::Broken
        } else if children.is_empty() {
            Field::Given(RowKind::Item)
        } else if has(None) {
            Field::Broken
        } else {
            Field::Given(RowKind::Heading)
        }
    }
}

/// For each row the nearest row from itself upwards that states the value.
fn inherited(parent: &[Field<RowIx>], top_down: &[RowIx], stated: &[Field<()>]) -> Vec<Field<RowIx>> {
    let mut from = vec![Field::Broken; parent.len()];
    for row in top_down {
        from[row.at()] = match (&stated[row.at()], &parent[row.at()]) {
            (Field::Given(()), _) => Field::Given(*row),
            (Field::Broken, _) | (Field::Absent, Field::Broken) => Field::Broken,
            (Field::Absent, Field::Absent) => Field::Absent,
            (Field::Absent, Field::Given(above)) => from[above.at()].clone(),
        };
    }
    from
}

/// The rows of a plan in their tree. What is broken is absent there; a row whose kind is has no units, as a
/// heading has none.
pub(super) fn nodes(ancestry: Ancestry, extended: &[bool], lives: &Lives) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::with_capacity(ancestry.parent.len());
    for (row, children) in ancestry.children.into_iter().enumerate() {
        let parent = ancestry.parent[row].given().copied();
        let lead_from = ancestry.lead_from[row].given().copied();
        let due_from = ancestry.due_from[row].given().copied();
        let kind = ancestry.kind[row].given().copied().unwrap_or(RowKind::Heading);
        let extended_from = Some(RowIx::new(row)).filter(|_| extended[row]);
        let (since, ended) = (lives.since[row], lives.ended[row]);
        nodes.push(Node {
            parent,
            children,
            depth: 0,
            kind,
            item: None,
            lead_from,
            due_from,
            extended_from,
            since,
            ended,
        });
    }
    for row in ancestry.top_down {
        let above = nodes[row.at()].parent.map(|above| &nodes[above.at()]);
        let depth = above.map_or(0, |above| above.depth + 1);
        let item = match nodes[row.at()].kind {
            RowKind::Heading => None,
            RowKind::Item => Some(row),
            RowKind::Part => above.and_then(|above| above.item),
        };
        let extended_from = nodes[row.at()].extended_from.or(above.and_then(|above| above.extended_from));
        let since = nodes[row.at()].since.max(above.and_then(|above| above.since));
        let ended = [nodes[row.at()].ended, above.and_then(|above| above.ended)].into_iter().flatten().min();
        let done = &mut nodes[row.at()];
        (done.depth, done.item, done.extended_from) = (depth, item, extended_from);
        (done.since, done.ended) = (since, ended);
    }
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kinds of rows told as `parent lead due`: the number of the row above or `-`, and `x` where the
    /// row states it.
    fn kinds(rows: &[&str]) -> String {
        let fields: Vec<Vec<char>> = rows.iter().map(|row| row.chars().filter(|c| *c != ' ').collect()).collect();
        let stated = |at: usize| -> Vec<Field<()>> {
            let states = |row: &Vec<char>| if row[at] == 'x' { Field::Given(()) } else { Field::Absent };
            fields.iter().map(states).collect()
        };
        let above = |row: &Vec<char>| match row[0].to_digit(10) {
            Some(above) => Field::Given(RowIx::new(above.try_into().unwrap())),
            None => Field::Absent,
        };
        let ancestry = Ancestry::new(fields.iter().map(above).collect(), &stated(1), &stated(2), |_| true);
        let letter = |kind: &Field<RowKind>| match kind.given() {
            Some(RowKind::Item) => 'i',
            Some(RowKind::Part) => 'p',
            Some(RowKind::Heading) => 'h',
            None => '?',
        };
        ancestry.kind.iter().map(letter).collect()
    }

    #[test]
    fn what_a_row_states_and_stands_above_makes_it_a_heading_an_item_or_a_part() {
        let cases: [(&[&str], &str, &str); 9] = [
            (&["- - -", "0 x x"], "hi", "no lead"),
            (&["- - x", "0 x -"], "hi", "a heading may state the deadline"),
            (&["- x x", "0 - -"], "ip", "merged cells"),
            (&["- x x", "0 - x", "1 - -"], "iip", "a part is one of the nearest item above"),
            (&["- x -"], "i", "nothing below it"),
            (&["- x -", "0 - x", "0 x -"], "hii", "it only hands its lead down"),
            (&["- x -", "0 - x", "0 - -"], "iip", "one row below states neither"),
            (&["- - x", "0 x -", "1 - x"], "hii", "it has a deadline from above"),
            (&["- x -", "0 x -", "1 - x"], "hhi", "two that hand down"),
        ];
        for (rows, expected, why) in cases {
            assert_eq!(kinds(rows), expected, "{why}: {rows:?}");
        }
    }

    #[test]
    fn a_kind_that_hangs_on_what_is_broken_is_not_told() {
        let (lead, none, broken) = (Field::Given(()), Field::Absent, Field::Broken);
        let parents = || vec![Field::Absent, Field::Given(RowIx::new(0))];
        let kind = |leads: [&Field<()>; 2], dues: [&Field<()>; 2]| {
            Ancestry::new(parents(), &leads.map(Clone::clone), &dues.map(Clone::clone), |_| true).kind
        };
        assert_eq!(kind([&lead, &broken], [&none, &none])[0], Field::Broken, "what the row below states is unknown");
        assert_eq!(kind([&lead, &lead], [&broken, &none])[0], Field::Broken, "its own deadline is unknown");
        assert_eq!(kind([&lead, &none], [&broken, &none])[0], Field::Given(RowKind::Item), "it has a part in any case");
    }

    #[test]
    fn a_row_below_which_others_may_stand_is_told_for_what_it_is_by_a_part() {
        let (lead, none) = (Field::Given(()), Field::Absent);
        let kinds = |leads: &[Field<()>]| {
            let parents = vec![Field::Absent, Field::Given(RowIx::new(0))];
            Ancestry::new(parents, leads, &[Field::Absent, Field::Absent], |row| row != RowIx::new(0)).kind
        };
        assert_eq!(kinds(&[lead.clone(), lead.clone()]), [Field::Broken, Field::Given(RowKind::Item)]);
        assert_eq!(kinds(&[lead, none])[0], Field::Given(RowKind::Item), "it has a part in any case");
    }

    #[test]
    fn circles_are_found_from_their_first_row_and_what_hangs_below_is_none_of_them() {
        let above = |parents: &[Option<usize>]| -> Vec<Field<RowIx>> {
            parents.iter().map(|above| above.map_or(Field::Absent, |above| Field::Given(RowIx::new(above)))).collect()
        };
        let found = cycles(&above(&[Some(2), None, Some(3), Some(2), Some(1), Some(5)]));
        assert_eq!(found, [vec![RowIx::new(2), RowIx::new(3)], vec![RowIx::new(5)]]);
        assert!(cycles(&above(&[None, Some(0), Some(1)])).is_empty());
    }
}
