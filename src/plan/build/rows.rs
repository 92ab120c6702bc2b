//! The rows of a draft: their ids, which stands below which, and who is responsible for each.

use super::Suggestions;
use super::problems::{self, DraftProblems, LikelyParent};
use crate::plan::gaps::{Hanging, Loose};
use crate::plan::tree::{Ancestry, cycles};
use crate::plan::{Address, Draft, Field, RowDraft, RowIx, RowKey};
use crate::text::is_near;
use std::collections::HashMap;

/// The ids of a draft's rows.
pub(super) struct RowIds<'d> {
    rows: HashMap<&'d str, RowIx>,
    /// Whether the id of each row says which row it is: it has the form of one, and no earlier row has it.
    telling: Vec<bool>,
    /// The rows whose id is not known.
    unknown: Vec<RowIx>,
    /// Whether every row of the file has one of these ids.
    are_all: bool,
}

impl<'d> RowIds<'d> {
    /// Collects the ids; a second use of one is a problem, and the first keeps it.
    pub(super) fn new(draft: &'d Draft, found: &mut DraftProblems) -> Self {
        let mut rows = HashMap::with_capacity(draft.rows.len());
        let mut telling = vec![false; draft.rows.len()];
        let mut unknown = Vec::new();
        for (ix, row) in draft.rows.iter().enumerate() {
            let at = Address::Row(RowIx::new(ix), RowKey::Id);
            let Some(id) = row.id.given() else {
                unknown.push(RowIx::new(ix));
                continue;
            };
            let has_form = is_row_id(id);
            if !has_form {
                found.push(problems::bad_row_id(id, at));
            }
            let first = *rows.entry(id.as_str()).or_insert(RowIx::new(ix));
            if first != RowIx::new(ix) {
                found.push(problems::duplicate_row_id(id, at, Address::Row(first, RowKey::Id)));
            }
            telling[ix] = has_form && first == RowIx::new(ix);
        }
        let are_all = unknown.is_empty() && draft.lost.rows.is_empty();
        Self { rows, telling, unknown, are_all }
    }

    /// The row of an id.
    pub(super) fn find(&self, id: &str) -> Option<RowIx> {
        self.rows.get(id).copied()
    }

    /// Whether every id that a row has is known: else one that seems unknown may be one of the rest.
    pub(super) fn are_all(&self) -> bool {
        self.are_all
    }

    /// The ids, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'d str> {
        self.rows.keys().copied()
    }
}

fn is_row_id(id: &str) -> bool {
    !id.is_empty() && !id.chars().any(char::is_whitespace)
}

/// How the rows of a draft hang together.
pub(super) struct Rows {
    pub(super) ancestry: Ancestry,
    pub(super) hanging: Hanging,
}

impl Rows {
    /// Hangs each row below its parent, and reports what keeps one from it, and rows that are nobody's.
    ///
    /// `leads` says of each row whether it states a lead.
    pub(super) fn new(draft: &Draft, ids: &RowIds<'_>, leads: &[Field<()>], found: &mut DraftProblems) -> Self {
        let mut parents =
            Parents { ids, nearer: Suggestions::new(ids.iter()), near: HashMap::new(), loose: Vec::new() };
        let rows = draft.rows.iter().enumerate();
        let mut parent: Vec<Field<RowIx>> = rows.map(|(ix, row)| parents.of(RowIx::new(ix), row, found)).collect();
        let mut loose = parents.loose;
        for cycle in cycles(&parent) {
            report_cycle(draft, &cycle, found);
            for row in cycle {
                parent[row.at()] = Field::Broken;
                loose.push(Loose { row, above: None });
            }
        }
        loose.sort_by_key(|loose| loose.row);
        let hanging = Hanging::new(loose, draft.lost.rows.clone());
        let dues: Vec<_> = draft.rows.iter().map(|row| row.due.as_ref().map(|_| ())).collect();
        let ancestry = Ancestry::new(parent, leads, &dues, |row| hanging.is_whole_below(row));
        report_leaderless(draft, &ancestry, &hanging, found);
        Self { ancestry, hanging }
    }
}

/// Finds the parents of rows.
struct Parents<'i, 'd> {
    ids: &'i RowIds<'d>,
    nearer: Suggestions<'d>,
    /// Parents that no row is, each with the rows that it may mean; none for any.
    near: HashMap<&'d str, Option<Vec<RowIx>>>,
    loose: Vec<Loose>,
}

impl<'d> Parents<'_, 'd> {
    /// The parent as stated, else the row of the id less its last ".x" where such a row exists, else none.
    fn of(&mut self, ix: RowIx, row: &'d RowDraft, found: &mut DraftProblems) -> Field<RowIx> {
        let stated = row.parent.given().map(|parent| self.ids.find(parent));
        match (&row.parent, &row.id) {
            // Such an id is reported: what hangs where is not judged through it.
            (_, Field::Given(_)) if !self.ids.telling[ix.at()] => self.loose(ix, stated.flatten().map(|row| vec![row])),
            (Field::Broken, _) | (Field::Absent, Field::Broken | Field::Absent) => self.loose(ix, None),
            (Field::Given(parent), _) => match self.ids.find(parent) {
                Some(above) => Field::Given(above),
                None => {
                    if self.ids.are_all {
                        let at = Address::Row(ix, RowKey::Parent);
                        found.push(problems::unknown_parent(parent, self.nearer.to(parent), at));
                    }
                    let above = self.meant_by(parent);
                    self.loose(ix, above)
                }
            },
            (Field::Absent, Field::Given(id)) => match id.rsplit_once('.').map(|(above, _)| self.ids.find(above)) {
                Some(Some(above)) => Field::Given(above),
                Some(None) if !self.ids.are_all => self.loose(ix, Some(self.ids.unknown.clone())),
                Some(None) | None => Field::Absent,
            },
        }
    }

    fn loose(&mut self, row: RowIx, above: Option<Vec<RowIx>>) -> Field<RowIx> {
        self.loose.push(Loose { row, above });
        Field::Broken
    }

    /// The rows that a mistyped parent may mean. Where there are many of those, that is any row: each against
    /// every id would take quadratic time.
    fn meant_by(&mut self, parent: &'d str) -> Option<Vec<RowIx>> {
        const MOST: usize = 50;
        if self.near.len() == MOST && !self.near.contains_key(parent) {
            return None;
        }
        let ids = self.ids;
        let meant = self.near.entry(parent).or_insert_with(|| {
            let near = ids.rows.iter().filter(|(id, _)| is_near(parent, id)).map(|(_, row)| *row);
            Some(near.chain(ids.unknown.iter().copied()).collect())
        });
        meant.clone()
    }
}

fn report_cycle(draft: &Draft, cycle: &[RowIx], found: &mut DraftProblems) {
    let Some(first) = cycle.first() else { return };
    let id = |row: &RowIx| draft.rows[row.at()].id.given().map_or("", String::as_str);
    let rows: Vec<&str> = cycle.iter().map(id).collect();
    let problem = problems::parent_cycle(&rows, Address::Row(*first, RowKey::Parent));
    let by_its_id = cycle.iter().find_map(|row| Some((id(row), parent_by_id(draft, *row)?)));
    found.push(match by_its_id {
        Some((row, above)) => problems::by_its_id(problem, row, Some(above)),
        None => problem,
    });
}

/// The id of the row that a row would stand below because of its own id.
pub(super) fn parent_by_id(draft: &Draft, row: RowIx) -> Option<&str> {
    let row = &draft.rows[row.at()];
    let is_stated = !matches!(row.parent, Field::Absent);
    let (above, _) = row.id.given()?.rsplit_once('.')?;
    (!is_stated).then_some(above)
}

/// A row without a lead is a heading; one with nothing below it is nobody's.
fn report_leaderless(draft: &Draft, ancestry: &Ancestry, hanging: &Hanging, found: &mut DraftProblems) {
    // The last root that may be the heading of those that follow.
    let mut heading = None;
    for (ix, row) in draft.rows.iter().enumerate() {
        let is_root = matches!(ancestry.parent[ix], Field::Absent);
        let is_heading = is_root && is_heading_number(row);
        let is_leaf = ancestry.children[ix].is_empty() && hanging.is_whole_below(RowIx::new(ix));
        if let (true, Field::Absent, Some(id)) = (is_leaf, &ancestry.lead_from[ix], row.id.given()) {
            let next = draft.rows.get(ix + 1).filter(|next| is_heading && !is_heading_number(next));
            let next = next.filter(|_| matches!(ancestry.parent[ix + 1], Field::Absent));
            let below = heading.filter(|_| is_root && !is_heading).map(LikelyParent::Above);
            let likely = below.or_else(|| Some(LikelyParent::OfNext(next?.id.given()?)));
            found.push(problems::no_lead(id, likely, Address::Row(RowIx::new(ix), RowKey::Id)));
        }
        if is_heading {
            heading = row.id.given().map(String::as_str);
        }
    }
}

/// Whether a row is numbered as headings are, with a Roman number or a capital letter.
fn is_heading_number(row: &RowDraft) -> bool {
    let number = row.number.given().or(row.id.given()).map(String::as_str).unwrap_or_default();
    let is_roman = !number.is_empty() && number.chars().all(|c| "IVXLC".contains(c));
    is_roman || matches!(number.as_bytes(), [b'A'..=b'Z'])
}
