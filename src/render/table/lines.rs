//! A text in a column: its lines, each as wide as the column at most.

use super::super::width::width as width_of;
use comfy_table::{ColumnConstraint, TableStyle, Width};
use std::borrow::Cow;
use unicode_width::UnicodeWidthChar;

/// The lines of a text, broken between words; a word that is longer than a line stays whole.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for text in text.split('\n') {
        let mut line = String::new();
        let mut taken = 0;
        for word in text.split(' ') {
            let more = width_of(word);
            if !line.is_empty() && taken + 1 + more > width {
                lines.push(std::mem::take(&mut line));
                taken = 0;
            }
            if !line.is_empty() {
                line.push(' ');
                taken += 1;
            }
            line.push_str(word);
            taken += more;
        }
        lines.push(line);
    }
    lines.iter().map(|line| line.replace('\u{a0}', " ")).collect()
}

/// A text of several entries, a line each: where an entry needs more lines, those are set in by one, so that
/// it is seen where the next begins.
fn hanging(text: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for entry in text.split('\n') {
        let mut line = String::new();
        for word in entry.split(' ') {
            if !line.is_empty() && width_of(&line) + 1 + width_of(word) > width {
                lines.push(std::mem::take(&mut line));
                // A word as wide as the column cannot be set in.
                line.push_str(if width_of(word) < width { " " } else { "" });
            } else if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines.join("\n")
}

/// The lines of a cell in a column of a width, each with its own width.
#[derive(Default)]
pub struct Lines<'t> {
    /// From top to bottom.
    pub all: Vec<(Cow<'t, str>, usize)>,
}

impl<'t> Lines<'t> {
    /// Takes the lines of another cell; of one line it is known how wide that is.
    pub fn set(&mut self, text: &'t str, line: Option<usize>, width: usize) {
        self.all.clear();
        if let Some(whole) = line {
            return self.add(text, whole, width);
        }
        if text.split('\n').all(|line| width_of(line) <= width) {
            return text.split('\n').for_each(|line| self.all.push((line.into(), width_of(line))));
        }
        let mut hung = Lines::default();
        let text = hanging(text, width);
        text.split('\n').for_each(|line| hung.add(line, width_of(line), width));
        self.all.extend(hung.all.into_iter().map(|(line, width)| (line.into_owned().into(), width)));
    }

    /// Adds a line of a width, broken between words where it is too long: a word that is longer than a line anywhere.
    fn add(&mut self, line: &'t str, whole: usize, width: usize) {
        if whole <= width {
            self.all.push((line.into(), whole));
            return;
        }
        let before = self.all.len();
        if self.add_words(line, width).is_none() {
            self.all.truncate(before);
            self.all.extend(broken(line, width).into_iter().map(|line| (line.into(), width)));
        }
    }

    /// Breaks a line between words, as comfy-table does: a line with room for no more than a space and a letter is
    /// full, and what begins a line is no empty word. Nothing where a word is longer than a line.
    fn add_words(&mut self, line: &'t str, width: usize) -> Option<()> {
        let (mut start, mut end, mut taken) = (0, 0, 0);
        let mut at = 0;
        for word in line.split(' ') {
            let more = Some(width_of(word)).filter(|more| *more <= width)?;
            if start < end && taken + 1 + more > width {
                self.all.push((line[start..end].into(), taken));
                start = end;
            }
            if start < end {
                taken += 1 + more;
            } else {
                (start, taken) = (at, more);
            }
            end = at + word.len();
            at = end + 1;
            if start < end && taken > width.saturating_sub(2) {
                self.all.push((line[start..end].into(), taken));
                start = end;
            }
        }
        if start < end {
            self.all.push((line[start..end].into(), taken));
        }
        Some(())
    }
}

/// How many bytes a line with a word that is longer than a line may have to be broken with care: comfy-table takes the
/// square of their number.
const CAREFUL: usize = 1 << 12;

/// A line with a word that is longer than a line: where that breaks, comfy-table knows. Each is filled up to the width.
/// What is far too long for that is no prose, and breaks wherever a line is full.
fn broken(line: &str, width: usize) -> Vec<String> {
    if line.len() > CAREFUL {
        return cut(line, width);
    }
    let mut table = comfy_table::Table::new();
    table.load_style(TableStyle::new()).force_no_tty();
    table.add_row([line]);
    if let Some(column) = table.column_mut(0) {
        column.set_padding((0, 0));
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(u16::try_from(width).unwrap_or(u16::MAX))));
    }
    table.lines().collect()
}

/// A line cut wherever so much of it is full; each piece is filled up.
fn cut(line: &str, width: usize) -> Vec<String> {
    let (mut pieces, mut piece, mut taken) = (Vec::new(), String::new(), 0);
    for c in line.chars() {
        let more = c.width().unwrap_or(0);
        if taken + more > width && taken > 0 {
            piece.extend(std::iter::repeat_n(' ', width.saturating_sub(taken)));
            pieces.push(std::mem::take(&mut piece));
            taken = 0;
        }
        piece.push(c);
        taken += more;
    }
    piece.extend(std::iter::repeat_n(' ', width.saturating_sub(taken)));
    pieces.push(piece);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_without_end_is_cut_in_pieces_as_wide_as_a_line() {
        for (text, width) in
            [("x".repeat(1_000_000), 40), ("\u{6f22}".repeat(100_000), 41), ("\u{1ec7} ".repeat(9_000), 1)]
        {
            let pieces = broken(&text, width);
            assert!(pieces.iter().all(|piece| width_of(piece) == width), "in {width}");
            let joined: String = pieces.concat();
            assert_eq!(joined.replace(' ', ""), text.replace(' ', ""));
        }
    }

    #[test]
    fn a_line_breaks_where_comfy_table_breaks_it() {
        let words = ["", "a", "bb", "Sở", "Nội\u{a0}vụ", "漢字", "hành", "–", "e\u{301}", "xxxxxxxxx"];
        // Always the same texts, of up to seven words.
        let mut seed: usize = 1;
        let mut next = |bound: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % bound
        };
        for _ in 0..3_000 {
            let text = (0..=next(7)).map(|_| words[next(words.len())]).collect::<Vec<_>>().join(" ");
            for width in 1..12 {
                let mut lines = Lines::default();
                lines.set(&text, Some(width_of(&text)), width);
                let ours: Vec<&str> = lines.all.iter().map(|(line, _)| line.trim_end()).collect();
                let theirs = broken(&text, width);
                assert_eq!(ours, theirs.iter().map(|line| line.trim_end()).collect::<Vec<_>>(), "{text:?} in {width}");
                let is_told = |(line, taken): &(Cow<'_, str>, usize)| width_of(line) == *taken || *taken == width;
                assert!(lines.all.iter().all(is_told), "{text:?} in {width}");
            }
        }
    }
}
