//! How wide columns are and how high rows, so that all text is seen: Excel fits neither when it opens a file.

use super::format::{SIZE, TITLE_SIZE};
use crate::render::office::metrics;
use crate::report::{Kind, SheetColumn};

/// How much room text has that is not to grow small in print, in pixels: a sheet goes on a page of A4 as it is at
/// about a thousand.
const ROOM: u32 = 1_400;

/// How much a column adds to that where there are many, and how many are many.
const FURTHER_ROOM: u32 = 20;
const MANY: usize = 12;

/// What a cell keeps free beside its text.
const PADDING: u32 = 9;

/// Longer words than this are broken: names of files, addresses.
const WORD: u32 = 130;

/// On how many lines the heading of a column of figures may stand.
const HEADING_LINES: u32 = 3;

/// The least and the most of a column: Excel has none wider than 255 digits.
const LEAST: u32 = 44;
const MOST: u32 = 1_750;

/// The same of a column to be filled in: a number of a document goes into it.
const LEAST_INPUT: u32 = 100;
const MOST_INPUT: u32 = 220;

/// How high Excel makes a line of such text, in points, and how high a row can be.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;

/// How many lines that are.
const MOST_LINES: usize = 27;

/// The columns of a sheet, and how wide each is.
pub struct Layout {
    columns: Vec<Measured>,
}

/// A column with what stands in it.
struct Measured {
    kind: Kind,
    /// As wide as its widest line.
    natural: u32,
    /// As wide as what is not to be broken: its widest word.
    least: u32,
    /// As wide as all of its longest text.
    longest: u32,
    /// The width, when all is measured.
    width: u32,
}

impl Layout {
    /// Columns with nothing below their headings.
    pub fn new(columns: &[SheetColumn]) -> Self {
        let measured = |column: &SheetColumn| {
            // Beside the heading stands the button of the filter.
            let word = widest_word(&column.title, true) + 18;
            let natural = match column.kind {
                Kind::DayInput => word.max(text_width("00/00/0000", false)),
                Kind::Figure => word.max(text_width(&column.title, true) / HEADING_LINES + 18),
                Kind::TextInput(_) | Kind::Text(_) | Kind::Key => word,
            };
            Measured { kind: column.kind, natural, least: word.min(WORD), longest: 0, width: 0 }
        };
        Self { columns: columns.iter().map(measured).collect() }
    }

    /// Takes up what stands in a cell.
    pub fn measure(&mut self, at: usize, text: &str) {
        let column = &mut self.columns[at];
        let widest = text.lines().map(|line| text_width(line, false)).max().unwrap_or_default();
        column.natural = column.natural.max(widest);
        column.longest = column.longest.max(text.lines().map(|line| text_width(line, false)).sum());
        column.least = column.least.max(widest_word(text, false).min(WORD));
    }

    /// Gives each column its width: figures and keys what they need, text its share of the room.
    pub fn settle(&mut self) {
        let further = u32::try_from(self.columns.len().saturating_sub(MANY).min(8)).unwrap_or_default();
        let mut room = ROOM + further * FURTHER_ROOM;
        for column in &mut self.columns {
            match column.kind {
                Kind::Figure | Kind::DayInput | Kind::Key => {
                    let needs = if column.kind == Kind::Key { column.natural.min(MOST) } else { column.natural };
                    column.width = (needs + PADDING).max(LEAST);
                    room = if column.kind == Kind::Key { room } else { room.saturating_sub(column.width) };
                }
                Kind::Text(_) | Kind::TextInput(_) => {}
            }
        }
        let share = self.share_that_fills(room);
        for column in &mut self.columns {
            if let Some(weight) = weight(column.kind) {
                column.width = column.at_share(weight, share);
            }
        }
    }

    /// How wide a column of weight one is, where all together fill the room.
    fn share_that_fills(&self, room: u32) -> u32 {
        let filled = |share: u32| -> u32 {
            let texts = self.columns.iter().filter_map(|column| Some((column, weight(column.kind)?)));
            texts.map(|(column, weight)| column.at_share(weight, share)).sum()
        };
        (10..=MOST).rev().find(|share| filled(*share) <= room).unwrap_or(10)
    }

    /// The widths, from left to right.
    pub fn widths(&self) -> impl Iterator<Item = u32> {
        self.columns.iter().map(|column| column.width)
    }

    /// How many lines a text needs in a column.
    pub fn lines(&self, at: usize, text: &str) -> usize {
        lines(text, self.columns[at].width.saturating_sub(PADDING), SIZE, false)
    }

    /// How high the row of the headings is.
    pub fn header_height(&self, headings: &[SheetColumn]) -> f64 {
        let rows = headings
            .iter()
            .zip(&self.columns)
            .map(|(heading, column)| lines(&heading.title, column.width.saturating_sub(PADDING + 16), SIZE, true));
        height(rows.max().unwrap_or(1)) + 4.0
    }

    /// How high a row above the table is, over so many columns.
    pub fn head_height(&self, text: &str, columns: usize, is_title: bool) -> f64 {
        let width: u32 = self.widths().take(columns).sum();
        let size = if is_title { TITLE_SIZE } else { SIZE };
        height(lines(text, width.saturating_sub(PADDING), size, is_title)) + if is_title { 4.0 } else { 0.0 }
    }
}

impl Measured {
    /// How wide it is with such a share: no wider than its text, no narrower than its words, and so wide that the row
    /// of its longest text is not higher than a row can be.
    fn at_share(&self, weight: u16, share: u32) -> u32 {
        let wanted = u32::from(weight) * share;
        let high = self.longest / (u32::try_from(MOST_LINES).unwrap_or(1) - 4);
        let least = self.least.max(high).clamp(LEAST, MOST);
        match self.kind {
            Kind::TextInput(_) => wanted.clamp(LEAST_INPUT, MOST_INPUT).max(least) + PADDING,
            _ => wanted.min(self.natural).max(least) + PADDING,
        }
    }
}

/// The share of the room of a column of text.
fn weight(kind: Kind) -> Option<u16> {
    match kind {
        Kind::Text(weight) | Kind::TextInput(weight) => Some(weight),
        Kind::Figure | Kind::DayInput | Kind::Key => None,
    }
}

/// How high a row of so many lines is, in points.
pub fn height(lines: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "more lines than a row holds are cut all the same")]
    let height = lines as f64 * LINE + 1.0;
    height.min(HIGHEST)
}

/// How many lines a text needs that is broken at spaces, and within words that are wider than a line.
fn lines(text: &str, width: u32, size: u32, bold: bool) -> usize {
    let of_line = |line: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in line.split(' ') {
            let (word, space) = (pixels(word, size, bold), pixels(" ", size, bold));
            if used > 0 && used + space + word <= width {
                used += space + word;
            } else {
                lines += usize::from(used > 0);
                let further = word.saturating_sub(1) / width.max(1);
                lines += further as usize;
                used = word - further * width.min(word);
            }
        }
        lines
    };
    text.lines().map(of_line).sum::<usize>().max(1)
}

fn text_width(text: &str, bold: bool) -> u32 {
    pixels(text, SIZE, bold)
}

fn widest_word(text: &str, bold: bool) -> u32 {
    text.split([' ', '\n']).map(|word| text_width(word, bold)).max().unwrap_or_default()
}

/// How wide a text on one line is on a screen of 96 dots an inch. Excel sets letters by whole dots, and wider in print
/// than on a screen: a little is added.
fn pixels(text: &str, size: u32, bold: bool) -> u32 {
    let twips = u64::from(metrics::width(text, size * 2, bold));
    u32::try_from(twips * 106 / 1_500).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_within_what_is_wider_than_a_line() {
        let width = text_width("aaaa aaaa", false);
        let needs = |text: &str| lines(text, width, SIZE, false);
        assert_eq!(["", "aaaa", "aaaa aaaa", "aaaa aaaa aaaa", "aaaa\naaaa"].map(needs), [1, 1, 1, 2, 2]);
        assert_eq!(needs(&"a".repeat(90)), 11);
        assert_eq!(needs("aaaaaaaaaaaaaaaa a"), 3);
    }

    #[test]
    fn columns_fill_the_room_and_a_long_text_widens_its_own() {
        let column = |kind| SheetColumn { title: "a".to_owned(), kind };
        let columns = [column(Kind::Text(2)), column(Kind::Text(1)), column(Kind::Figure), column(Kind::Key)];
        let widths = |first: &str| {
            let mut layout = Layout::new(&columns);
            layout.measure(0, first);
            layout.measure(1, &"a ".repeat(300));
            layout.measure(2, "2020-10-15");
            layout.settle();
            layout.widths().collect::<Vec<_>>()
        };
        let [title, agency, day, _] = widths(&"a ".repeat(300))[..] else { panic!("four columns") };
        assert!(title + agency + day <= ROOM + 2 * PADDING && title + agency + day > ROOM * 9 / 10);
        assert!(title > agency && agency > day);
        for letters in [2_000, 3_000] {
            let long = "a ".repeat(letters);
            let widened = widths(&long)[0];
            assert!(lines(&long, widened - PADDING, SIZE, false) <= MOST_LINES, "{widened}");
        }
    }

    #[test]
    fn what_is_filled_in_has_room_in_a_wide_sheet_and_takes_no_more_in_a_narrow_one() {
        let input = |further: usize| {
            let column = |kind| SheetColumn { title: "a".to_owned(), kind };
            let texts = (0..further).map(|_| column(Kind::Text(4)));
            let columns: Vec<_> = [column(Kind::TextInput(4))].into_iter().chain(texts).collect();
            let mut layout = Layout::new(&columns);
            (1..=further).for_each(|at| layout.measure(at, &"a ".repeat(300)));
            layout.settle();
            layout.widths().next().unwrap_or_default()
        };
        assert_eq!((input(40), input(1)), (LEAST_INPUT + PADDING, MOST_INPUT + PADDING));
    }
}
