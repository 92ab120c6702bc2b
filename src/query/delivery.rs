//! Who has delivered what, and on which day (SPEC §2, "Delivered").

use crate::plan::{BodyIx, Plan, RowIx, RowKind};
use chrono::NaiveDate;
use std::collections::HashMap;

/// A delivery: the day, and the entry that made it, unless parts did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The day.
    pub on: NaiveDate,
    /// The row and the number of the entry; none where the parts of the row delivered.
    pub entry: Option<(RowIx, usize)>,
}

/// The deliveries of one assignment: an item with its parts.
pub(super) struct Assignment<'p> {
    plan: &'p Plan,
    as_of: NaiveDate,
    /// The item and its parts, parents before children.
    rows: &'p [RowIx],
    /// One column a unit; a single one under `any`.
    columns: usize,
}

type Column = Vec<Option<Delivery>>;

impl<'p> Assignment<'p> {
    pub(super) fn new(plan: &'p Plan, as_of: NaiveDate, rows: &'p [RowIx]) -> Self {
        let item = rows[0];
        let columns = if plan.one_for_all(item) { 1 } else { plan.node(item).units.len() };
        Self { plan, as_of, rows, columns }
    }

    /// For each row of the assignment the delivery of each column.
    pub(super) fn deliveries(&self) -> Vec<Column> {
        if self.rows.iter().all(|row| self.plan.row(*row).submitted.is_empty()) {
            return vec![vec![None; self.columns]; self.rows.len()];
        }
        let covers = self.covers();
        let position: HashMap<RowIx, usize> = self.rows.iter().enumerate().map(|(at, row)| (*row, at)).collect();
        let mut delivered: Vec<Column> = vec![Vec::new(); self.rows.len()];
        for (at, row) in self.rows.iter().enumerate().rev() {
            let children = self.plan.node(*row).children.iter();
            let parts = children.filter(|child| self.plan.node(**child).kind == RowKind::Part);
            let parts: Vec<usize> = parts.filter_map(|part| position.get(part).copied()).collect();
            let column = |column: usize| {
                let by_parts = last_of(parts.iter().map(|part| delivered[*part][column]));
                earlier(covers[at][column], by_parts)
            };
            delivered[at] = (0..self.columns).map(column).collect();
        }
        delivered
    }

    /// For each row the earliest live entry on it or on a row above it, up to the item.
    fn covers(&self) -> Vec<Column> {
        let units = &self.plan.node(self.rows[0]).units;
        let column_of: HashMap<BodyIx, usize> = units.iter().enumerate().map(|(at, unit)| (*unit, at)).collect();
        let mut position = HashMap::new();
        let mut covers: Vec<Column> = Vec::with_capacity(self.rows.len());
        for (at, row) in self.rows.iter().enumerate() {
            let mut own: Column = vec![None; self.columns];
            for (number, entry) in self.plan.row(*row).submitted.iter().enumerate() {
                let column = if self.columns == 1 { Some(0) } else { column_of.get(&entry.by).copied() };
                if let (true, Some(column)) = (entry.is_live(self.as_of), column) {
                    own[column] = earlier(own[column], Some(Delivery { on: entry.on, entry: Some((*row, number)) }));
                }
            }
            let above = self.plan.node(*row).parent.and_then(|parent| position.get(&parent).copied());
            if let Some(above) = above {
                let inherited: &Column = &covers[above];
                own = own.iter().zip(inherited).map(|(own, above)| earlier(*own, *above)).collect();
            }
            position.insert(*row, at);
            covers.push(own);
        }
        covers
    }
}

/// The earlier of two; of two on one day the first.
fn earlier(first: Option<Delivery>, second: Option<Delivery>) -> Option<Delivery> {
    match (first, second) {
        (Some(first), Some(second)) if second.on < first.on => Some(second),
        (Some(first), _) => Some(first),
        (None, second) => second,
    }
}

/// The day on which the last of the parts was delivered, once all are; none where there are none.
fn last_of(parts: impl Iterator<Item = Option<Delivery>>) -> Option<Delivery> {
    let days: Option<Vec<NaiveDate>> = parts.map(|part| part.map(|delivery| delivery.on)).collect();
    let on = days?.into_iter().max()?;
    Some(Delivery { on, entry: None })
}
