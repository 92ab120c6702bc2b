//! What a file with errors does not tell of its plan.

use super::RowIx;
use std::collections::{HashMap, HashSet};

/// What is not known of a plan that was read from a file with errors; of one without, nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    unknown: HashSet<(RowIx, Fact)>,
    /// The entries and extensions of rows that the plan leaves out, by their numbers in the file, in order.
    left_out: HashMap<(RowIx, Fact), Vec<usize>>,
    hanging: Hanging,
    /// The directives whose reference is not known.
    directives: HashSet<usize>,
}

/// What may be known of a row, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    /// Its id.
    Id,
    /// What is printed as its number.
    Number,
    /// Whether it is an item, a part or a heading.
    Kind,
    /// All its units.
    Units,
    /// Its deadline, own or inherited; or that it has none.
    Due,
    /// All extensions that stand on it.
    Extensions,
    /// What it is about.
    Title,
    /// Whether each of its units delivers, or one for all.
    Completion,
    /// All bodies that support it, with their units.
    Support,
    /// All entries that stand on it.
    Entries,
    /// From when and until when it is there, as it states that itself.
    Life,
}

/// Which rows may stand elsewhere in the tree than they seem to, and where some may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hanging {
    loose: Vec<Loose>,
    lost: Vec<usize>,
    /// Rows that a loose one may stand below; none if that may be any.
    above: Option<HashSet<RowIx>>,
}

/// A row of which it is not known below which other it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Loose {
    /// The row.
    pub(super) row: RowIx,
    /// The rows that it may stand below; none if that may be any, or no row.
    pub(super) above: Option<Vec<RowIx>>,
}

impl Hanging {
    /// Of loose rows in file order, and the rows before which others may be missing.
    pub(super) fn new(loose: Vec<Loose>, lost: Vec<usize>) -> Self {
        let all: Option<Vec<&Vec<RowIx>>> = loose.iter().map(|loose| loose.above.as_ref()).collect();
        let above = all.filter(|_| lost.is_empty()).map(|all| all.into_iter().flatten().copied().collect());
        Self { loose, lost, above }
    }

    /// Whether every row below that one is known to be.
    pub(super) fn is_whole_below(&self, row: RowIx) -> bool {
        let is_any = !(self.loose.is_empty() && self.lost.is_empty());
        self.above.as_ref().map_or(!is_any, |above| !above.contains(&row))
    }

    fn is_loose(&self, row: RowIx) -> bool {
        self.loose.binary_search_by_key(&row, |loose| loose.row).is_ok()
    }

    fn may_be_between(&self, above: Option<RowIx>, first: RowIx, second: RowIx) -> bool {
        let is_below = |loose: &Loose| match (&loose.above, above) {
            (None, _) => true,
            (Some(rows), Some(above)) => rows.contains(&above),
            (Some(_), None) => false,
        };
        let start = self.loose.partition_point(|loose| loose.row <= first);
        let lost = self.lost.partition_point(|before| *before <= first.at());
        self.loose[start..].iter().take_while(|loose| loose.row < second).any(is_below)
            || self.lost.get(lost).is_some_and(|before| *before <= second.at())
    }
}

impl Gaps {
    pub(super) fn new(
        unknown: HashSet<(RowIx, Fact)>,
        left_out: HashMap<(RowIx, Fact), Vec<usize>>,
        hanging: Hanging,
        directives: HashSet<usize>,
    ) -> Self {
        Self { unknown, left_out, hanging, directives }
    }

    /// Whether all is known of every row.
    pub fn are_none(&self) -> bool {
        self.unknown.is_empty()
    }

    /// Whether something is known of a row.
    pub fn knows(&self, row: RowIx, fact: Fact) -> bool {
        !self.unknown.contains(&(row, fact))
    }

    /// Whether it is known below which row a row stands; or that it is a root.
    pub fn knows_parent(&self, row: RowIx) -> bool {
        !self.hanging.is_loose(row)
    }

    /// Whether every row right below a row is known to be.
    pub fn knows_children(&self, row: RowIx) -> bool {
        self.hanging.is_whole_below(row)
    }

    /// Whether two rows next to each other, both right below `above` or both roots, have no other
    /// between them that could not be read, or may belong there.
    pub fn knows_neighbours(&self, above: Option<RowIx>, first: RowIx, second: RowIx) -> bool {
        !self.hanging.may_be_between(above, first, second)
    }

    /// Whether every row of the file is there, of whatever id.
    pub fn know_all_rows(&self) -> bool {
        self.hanging.lost.is_empty()
    }

    /// The number in the file of an extension of a row: those that could not be read are left out of
    /// the plan.
    pub fn number_of_extension(&self, row: RowIx, number: usize) -> usize {
        self.number_in_file((row, Fact::Extensions), number)
    }

    /// The same of an entry.
    pub fn number_of_entry(&self, row: RowIx, number: usize) -> usize {
        self.number_in_file((row, Fact::Entries), number)
    }

    fn number_in_file(&self, list: (RowIx, Fact), number: usize) -> usize {
        let left_out = self.left_out.get(&list).map(Vec::as_slice).unwrap_or_default();
        left_out.iter().fold(number, |number, left_out| if *left_out <= number { number + 1 } else { number })
    }

    /// Whether the reference of a directive is known.
    pub fn knows_reference(&self, directive: usize) -> bool {
        !self.directives.contains(&directive)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loose(row: usize, above: Option<&[usize]>) -> Loose {
        Loose { row: RowIx::new(row), above: above.map(|rows| rows.iter().copied().map(RowIx::new).collect()) }
    }

    #[test]
    fn a_loose_row_may_stand_below_those_it_may_mean() {
        let hanging = Hanging::new(vec![loose(2, Some(&[0])), loose(4, Some(&[]))], Vec::new());
        assert!(!hanging.is_whole_below(RowIx::new(0)) && hanging.is_whole_below(RowIx::new(1)));
        let any = Hanging::new(vec![loose(2, None), loose(4, Some(&[0]))], Vec::new());
        assert!(!any.is_whole_below(RowIx::new(1)));
        assert!(!Hanging::new(Vec::new(), vec![1]).is_whole_below(RowIx::new(0)), "a lost row may, too");
        assert!(Hanging::default().is_whole_below(RowIx::new(0)));
    }

    #[test]
    fn what_may_stand_between_two_rows_stands_between_them_in_the_file() {
        let hanging = Hanging::new(vec![loose(2, Some(&[0])), loose(5, None)], vec![8]);
        let between = |above: Option<usize>, first, second| {
            hanging.may_be_between(above.map(RowIx::new), RowIx::new(first), RowIx::new(second))
        };
        assert!(between(Some(0), 1, 3) && !between(Some(1), 1, 3) && !between(None, 1, 3));
        assert!(between(None, 4, 6) && between(Some(1), 3, 6));
        assert!(between(None, 7, 8) && between(Some(0), 6, 9), "lost before row 8");
        assert!(!between(None, 6, 7) && !between(None, 8, 9));
    }

    #[test]
    fn what_the_plan_leaves_out_is_counted_in_the_file() {
        let left_out =
            HashMap::from([((RowIx::new(0), Fact::Extensions), vec![0, 2]), ((RowIx::new(0), Fact::Entries), vec![1])]);
        let gaps = Gaps { left_out, ..Gaps::default() };
        let numbers: Vec<usize> = (0..3).map(|number| gaps.number_of_extension(RowIx::new(0), number)).collect();
        assert_eq!(numbers, [1, 3, 4]);
        let numbers: Vec<usize> = (0..3).map(|number| gaps.number_of_entry(RowIx::new(0), number)).collect();
        assert_eq!(numbers, [0, 2, 3]);
        assert_eq!(gaps.number_of_extension(RowIx::new(1), 1), 1);
    }
}
