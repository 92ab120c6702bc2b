//! How wide the columns of a table on paper are.

use crate::render::office::metrics::width;
use crate::render::office::text::CELL_MARGIN;
use crate::render::words::Worded;
use crate::report::{Fit, Tone};

/// What a column asks for, in twips.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Extent {
    /// The longest word: less would break it.
    least: u64,
    /// The longest line: more would be empty.
    most: u64,
    /// How much room its text takes: that of a cell, and that of the longest line.
    text: u64,
}

/// How wide each column is, with letters of so many half points. A table in which text may wrap fills the room.
///
/// Each column has room for its longest word; what is then left is shared out by how much text each holds, so that the
/// table is not longer than it need be.
pub fn widths(table: &Worded<'_>, room: u32, size: u32) -> Vec<u32> {
    let extents: Vec<Extent> =
        (0..table.columns.len()).map(|column| extent(table, column, room.into(), size)).collect();
    let wraps = table.columns.iter().any(|column| matches!(column.fit, Fit::Wrap(_) | Fit::IfRoom(_)));
    let widths = share(&extents, room.into(), wraps);
    widths.into_iter().map(|width| u32::try_from(width).unwrap_or(room)).collect()
}

fn extent(table: &Worded<'_>, column: usize, room: u64, size: u32) -> Extent {
    let widest = |text: &str, between: &[char], is_bold: bool| {
        text.split(between).map(|part| u64::from(width(part, size, is_bold))).max().unwrap_or_default()
    };
    let keeps = matches!(table.columns[column].fit, Fit::Keep | Fit::Right);
    let between: &[char] = if keeps { &['\n'] } else { &[' ', '\n'] };
    let head = &table.columns[column].title;
    let margins = u64::from(2 * CELL_MARGIN + 20);
    // A heading stands on two lines at most, if its words allow that.
    let full = widest(head, &['\n'], true);
    let mut extent = Extent { least: widest(head, &[' '], true).max(full / 2), most: full, text: 0 };
    let mut cells = 0;
    for line in 0..table.len() {
        let (text, tone) = table.cell(line, column);
        let (text, is_bold) = (text.trim(), tone == Tone::Strong);
        extent.least = extent.least.max(widest(text, between, is_bold));
        extent.most = extent.most.max(widest(text, &['\n'], is_bold));
        extent.text += u64::from(width(text, size, is_bold));
        cells += u64::from(!text.is_empty());
    }
    let text = extent.text / cells.max(1) + extent.most;
    // One word may be longer than all the room there is.
    let least = (extent.least + margins).min(room / 3);
    Extent { least, most: (extent.most + margins).clamp(least, room), text }
}

/// How wide each column is; `fills` says whether all together fill the room in any case.
fn share(extents: &[Extent], room: u64, fills: bool) -> Vec<u64> {
    let least: u64 = extents.iter().map(|extent| extent.least).sum();
    let most: u64 = extents.iter().map(|extent| extent.most).sum();
    if least >= room {
        return extents.iter().map(|extent| extent.least * room / least).collect();
    }
    if most <= room {
        let full = |extent: &Extent| if fills { extent.most * room / most.max(1) } else { extent.most };
        return extents.iter().map(full).collect();
    }
    let mut widths: Vec<u64> = extents.iter().map(|extent| extent.least).collect();
    // What one column has no use for goes to the others.
    loop {
        let left = room - widths.iter().sum::<u64>();
        let is_open = |at: &usize| widths[*at] < extents[*at].most && extents[*at].text > 0;
        let open: Vec<usize> = (0..extents.len()).filter(is_open).collect();
        let text: u64 = open.iter().map(|at| extents[*at].text).sum();
        let before = widths.clone();
        for at in open {
            widths[at] = extents[at].most.min(widths[at] + left * extents[at].text / text);
        }
        if widths == before {
            return widths;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_fill_the_room_and_none_breaks_its_longest_word() {
        let extent = |least, most, text| Extent { least, most, text };
        let cases: [(&[Extent], &[u64]); 5] = [
            (&[extent(100, 100, 1), extent(100, 300, 9)], &[250, 750]),
            (&[extent(100, 100, 1), extent(100, 900, 30), extent(300, 300, 9)], &[100, 600, 300]),
            (&[extent(100, 800, 10), extent(100, 800, 30)], &[300, 700]),
            (&[extent(600, 600, 1), extent(600, 900, 1)], &[500, 500]),
            (&[extent(1, 1, 1)], &[1000]),
        ];
        for (extents, expected) in cases {
            assert_eq!(share(extents, 1000, true), expected, "{extents:?}");
        }
        assert_eq!(share(&[extent(100, 200, 1), extent(50, 50, 1)], 1000, false), [200, 50], "as wide as its text");
    }
}
