//! The tree of rows: who is above whom, and what merged cells inherit.

use super::{BodyIx, Field, RowIx};
use std::sync::Arc;

/// What a row is (SPEC §2, "Kinds of rows").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A row with a lead that itself states `lead` or `due`: an assignment.
    Item,
    /// A row that states neither: its cells were merged with the nearest item above it.
    Part,
    /// A row without a lead.
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
    pub depth: usize,
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
    /// The bodies that must deliver: the lead opened to the bottom, in order, each once.
    pub units: Arc<[BodyIx]>,
}

/// Parents and inheritance as far as a possibly broken draft shows them.
pub(super) struct Ancestry {
    pub(super) parent: Vec<Field<RowIx>>,
    pub(super) children: Vec<Vec<RowIx>>,
    /// Every row that hangs from a root, parents before children.
    pub(super) top_down: Vec<RowIx>,
    pub(super) lead_from: Vec<Field<RowIx>>,
    pub(super) due_from: Vec<Field<RowIx>>,
}

impl Ancestry {
    /// Works out the ancestry from parents and from which rows state a lead and a deadline.
    ///
    /// No recursion: a file may nest its rows as deep as it is long.
    pub(super) fn new(parent: Vec<Field<RowIx>>, leads: &[Field<()>], dues: &[Field<()>]) -> Self {
        let mut children = vec![Vec::new(); parent.len()];
        let mut top_down = Vec::with_capacity(parent.len());
        for (row, above) in parent.iter().enumerate() {
            match above {
                Field::Given(above) => children[above.0].push(RowIx(row)),
                Field::Absent | Field::Broken => top_down.push(RowIx(row)),
            }
        }
        let mut next = 0;
        while let Some(row) = top_down.get(next) {
            top_down.extend_from_slice(&children[row.0]);
            next += 1;
        }
        let lead_from = inherited(&parent, &top_down, leads);
        let due_from = inherited(&parent, &top_down, dues);
        Self { parent, children, top_down, lead_from, due_from }
    }

    /// The cycles among the rows that hang from no root, each from its first row upwards.
    pub(super) fn cycles(&self) -> Vec<Vec<RowIx>> {
        let mut seen = vec![false; self.parent.len()];
        for row in &self.top_down {
            seen[row.0] = true;
        }
        let mut on_path = vec![false; self.parent.len()];
        let mut cycles = Vec::new();
        for start in 0..self.parent.len() {
            let mut path = Vec::new();
            let mut row = RowIx(start);
            while !seen[row.0] {
                seen[row.0] = true;
                on_path[row.0] = true;
                path.push(row);
                match self.parent[row.0] {
                    Field::Given(above) => row = above,
                    Field::Absent | Field::Broken => break,
                }
            }
            if on_path[row.0] {
                let begin = path.iter().position(|step| *step == row).unwrap_or(0);
                cycles.push(path[begin..].to_vec());
            }
            for step in path {
                on_path[step.0] = false;
            }
        }
        cycles
    }
}

/// For each row the nearest row from itself upwards that states the value.
///
/// Rows outside `top_down` (in or below a cycle) stay broken.
fn inherited(parent: &[Field<RowIx>], top_down: &[RowIx], stated: &[Field<()>]) -> Vec<Field<RowIx>> {
    let mut from = vec![Field::Broken; parent.len()];
    for row in top_down {
        from[row.0] = match (&stated[row.0], &parent[row.0]) {
            (Field::Given(()), _) => Field::Given(*row),
            (Field::Broken, _) | (Field::Absent, Field::Broken) => Field::Broken,
            (Field::Absent, Field::Absent) => Field::Absent,
            (Field::Absent, Field::Given(above)) => from[above.0].clone(),
        };
    }
    from
}

/// The finished rows of a plan without faults.
pub(super) fn nodes(
    ancestry: Ancestry,
    extended: &[bool],
    units: impl Fn(RowIx) -> Arc<[BodyIx]>,
) -> Option<Vec<Node>> {
    let none: Arc<[BodyIx]> = Arc::default();
    let count = ancestry.parent.len();
    let mut nodes: Vec<Node> = Vec::with_capacity(count);
    for (row, children) in ancestry.children.into_iter().enumerate() {
        let parent = ancestry.parent[row].clone().optional()?;
        let lead_from = ancestry.lead_from[row].clone().optional()?;
        let due_from = ancestry.due_from[row].clone().optional()?;
        let own = Some(RowIx(row));
        let kind = match lead_from {
            None => RowKind::Heading,
            Some(_) if lead_from == own || due_from == own => RowKind::Item,
            Some(_) => RowKind::Part,
        };
        let units = lead_from.map_or_else(|| Arc::clone(&none), &units);
        let extended_from = own.filter(|_| extended[row]);
        nodes.push(Node { parent, children, depth: 0, kind, item: None, lead_from, due_from, extended_from, units });
    }
    for row in ancestry.top_down {
        let above = nodes[row.0].parent.map(|above| &nodes[above.0]);
        let depth = above.map_or(0, |above| above.depth + 1);
        let item = match nodes[row.0].kind {
            RowKind::Heading => None,
            RowKind::Item => Some(row),
            RowKind::Part => above.and_then(|above| above.item),
        };
        let extended_from = nodes[row.0].extended_from.or(above.and_then(|above| above.extended_from));
        let done = &mut nodes[row.0];
        (done.depth, done.item, done.extended_from) = (depth, item, extended_from);
    }
    Some(nodes)
}
