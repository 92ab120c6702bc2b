//! Values in words: the one place that says how people read a name, a day, a share or a status.

use super::width::width;
use crate::report::{
    AgencyName, Cell, Column, Days, Due, Field, Length, Meaning, Milestone, Origin, Period, RowName, Share, Table,
    Tone, Value, status_words,
};
use crate::text::{Lang, one_line, words::report};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::sync::Arc;

/// A value in words, on one line.
pub fn value(value: &Value, lang: Lang) -> Cow<'_, str> {
    let said = match value {
        Value::Text(text) => return one_line(text),
        Value::Period(period) => period.in_words(lang),
        Value::RowNumber(row, depth) => return number(row, *depth),
        Value::Row(row) => return row.shown(),
        Value::Title(row) => return row.shown_title(lang),
        Value::Agency(agency) => return agency.shown(lang),
        Value::Rows(rows) => rows.iter().map(|row| row.shown()).collect::<Vec<_>>().join(", "),
        Value::NumberAndTitle(row) => {
            report::number_and_title(lang, &one_line(&row.name.number), &row.shown_title(lang))
        }
        Value::Within(group) => report::within(lang, &group.shown(lang)),
        Value::Of(group) => report::of_group(lang, &group.shown(lang)),
        Value::Agencies(agencies) => names(agencies, ", ", lang),
        Value::OneOf(agencies) => report::one_for_all(lang, &names(agencies, "; ", lang)),
        Value::Group(agency, units) => with_units(agency, *units, lang),
        Value::Delivered(group, named, rest) => delivered(group, *named, *rest, lang),
        Value::Missing(group, named, with_rest) => missing(group, *named, *with_rest, lang),
        Value::Rest(class) => report::rest_of(lang, &class.shown(lang)),
        Value::Class(class, named, count) => open_class(class, *named, *count, lang),
        Value::TakenOver(from) => report::taken_over_from(lang, &from.shown(lang)),
        Value::Waiting(milestone) => waiting(milestone, lang),
        Value::Ended(day, None) => report::ended_on(lang, &lang.date(*day)),
        Value::Ended(day, Some(other)) => report::ended_for(lang, &lang.date(*day), &other.shown()),
        Value::StatusPeriods(status, of) => {
            report::share_of_periods(lang, status_words(*status, lang), of.part, of.whole)
        }
        Value::Share(Share { part, whole }) => report::part_of(lang, *part, *whole),
        Value::Count(count) => count.to_string(),
        Value::Days(days) => days.to_string(),
        Value::Done(share) => bar(*share, lang),
        Value::Percent(percent) => report::percent(lang, *percent),
        Value::Rates(done, Some(percent)) => report::rates(lang, &bar(*done, lang), *percent),
        Value::Rates(done, None) => report::no_rates(lang, &bar(*done, lang)),
        Value::Day(day) | Value::Returned(day, None) => lang.date(*day),
        Value::Due(due) => return due_shortly(due, lang),
        Value::Wording(due) => return wording(due, lang),
        Value::About(day) => report::about(lang, &lang.date(*day)),
        Value::LastDay(day) => report::last_day(lang, &lang.date(*day)),
        Value::Extended(day, Share { part, whole }) if part == whole => report::extended_to(lang, &lang.date(*day)),
        Value::Extended(day, Share { part, whole }) => report::extended_for(lang, &lang.date(*day), *part, *whole),
        Value::Returned(day, Some(reason)) => report::returned_because(lang, &lang.date(*day), &one_line(reason)),
        Value::SentBack(day, Share { whole: 1, .. }) => report::sent_back(lang, &lang.date(*day)),
        Value::SentBack(_, Share { part, whole }) => report::sent_back_of(lang, *part, *whole),
        Value::Status(status, days) => with_days(lang, status_words(*status, lang), *days),
        Value::StatusShare(status, of) => report::share(lang, status_words(*status, lang), of.part, of.whole),
    };
    said.into()
}

/// A value in words alone: for forms on paper, in which a bar is no picture.
pub fn in_words(said: &Value, lang: Lang) -> Cow<'_, str> {
    let done = |Share { part, whole }: Share| report::part_of(lang, part, whole);
    match said {
        Value::Done(share) => done(*share).into(),
        Value::Rates(share, Some(percent)) => report::rates(lang, &done(*share), *percent).into(),
        Value::Rates(share, None) => report::no_rates(lang, &done(*share)).into(),
        said => value(said, lang),
    }
}

/// How a value is put into words.
type Say = for<'v> fn(&'v Value, Lang) -> Cow<'v, str>;

/// A cell in words: its lines, and on the first of them where it is said.
pub fn cell(cell: &Cell, lang: Lang) -> String {
    let mut text = String::new();
    write_cell(&mut text, cell, lang, value);
    text
}

/// Adds a cell in words to a text.
fn write_cell(text: &mut String, cell: &Cell, lang: Lang, say: Say) {
    let mut lines = cell.lines.iter().map(|line| say(line, lang));
    let Some(first) = lines.next() else { return };
    text.push_str(&match &cell.origin {
        Origin::Own => first,
        Origin::Inherited => report::inherited(lang, &first).into(),
        Origin::StatedHere => report::with_origin(lang, &first, report::from_this_row(lang)).into(),
        Origin::StatedIn(row) => report::with_origin(lang, &first, &report::from_row(lang, &row.shown())).into(),
        Origin::From(row) => report::with_origin(lang, &first, &report::from(lang, &row.shown())).into(),
    });
    for line in lines {
        text.push('\n');
        text.push_str(&line);
    }
}

/// The printed number of a row, set in by its depth as far as there is room.
fn number(row: &RowName, depth: usize) -> Cow<'_, str> {
    let number = one_line(&row.number);
    if depth == 0 { number } else { format!("{}{number}", " ".repeat(depth.min(8))).into() }
}

fn names(agencies: &[Arc<AgencyName>], between: &str, lang: Lang) -> String {
    agencies.iter().map(|agency| agency.shown(lang)).collect::<Vec<_>>().join(between)
}

/// A group that stands for so many units.
fn with_units(group: &AgencyName, units: usize, lang: Lang) -> String {
    let units = report::plural(lang, units, report::one_unit, report::units);
    report::name_with_units(lang, &group.shown(lang), &units)
}

/// An open class: how many of how many it names.
fn open_class(class: &AgencyName, named: usize, count: Option<u32>, lang: Lang) -> String {
    match count {
        Some(count) => report::class_of(lang, &class.shown(lang), count, named),
        None => report::open_class(lang, &class.shown(lang), named),
    }
}

/// How many units of a group have delivered; what the rest of an open class has is told apart.
fn delivered(group: &AgencyName, named: Share, rest: Option<Share>, lang: Lang) -> String {
    let told = report::group_done(lang, &group.shown(lang), named.part, named.whole);
    match rest {
        None => told,
        Some(Share { part, whole }) if part == whole => report::and_rest_done(lang, &told),
        Some(_) => report::and_rest_missing(lang, &told),
    }
}

/// How many units of a group are missing, and the rest of an open class.
fn missing(group: &AgencyName, named: Share, with_rest: bool, lang: Lang) -> String {
    match (named.part, with_rest) {
        (0, true) => report::rest_missing(lang, &group.shown(lang)),
        (part, true) => {
            report::and_rest_missing(lang, &report::group_missing(lang, &group.shown(lang), part, named.whole))
        }
        (part, false) => report::group_missing(lang, &group.shown(lang), part, named.whole),
    }
}

/// A deadline in the plan's own words; a cell left blank has none.
fn wording(due: &Due, lang: Lang) -> Cow<'_, str> {
    due.wording(lang).unwrap_or_else(|| match due.meaning {
        Meaning::Blank => report::due_blank(lang).into(),
        _ => meaning(&due.meaning, None, lang),
    })
}

/// What a deadline waits for.
fn waiting(milestone: &Milestone, lang: Lang) -> String {
    match milestone {
        Milestone::Issue => String::new(),
        Milestone::Event(event) => report::waits_for(lang, &one_line(event.in_lang(lang))),
        Milestone::Row(row) => report::waits_for_row(lang, &row.shown()),
    }
}

/// A bar that can be read without colour, with its numbers; full only where all is done, and empty where nothing is.
fn bar(done: Share, lang: Lang) -> String {
    const LENGTH: usize = 10;
    let full = (done.part * LENGTH).checked_div(done.whole).unwrap_or_default();
    let full = if done.part > 0 { full.max(1) } else { full };
    let number = report::part_of(lang, done.part, done.whole);
    format!("{}{}\u{a0}{number}", "█".repeat(full), "░".repeat(LENGTH - full))
}

/// A deadline in a table: a day as the day that counts, all else in the plan's own words.
fn due_shortly(due: &Due, lang: Lang) -> Cow<'_, str> {
    due.telling_wording(lang).unwrap_or_else(|| meaning(&due.meaning, due.last_day, lang))
}

/// What a deadline means, with the day that counts in the place of the day that it ends with, if that is wanted.
fn meaning(meaning: &Meaning, counts: Option<NaiveDate>, lang: Lang) -> Cow<'_, str> {
    let (from, to) = match meaning {
        Meaning::Before { last: day, from } | Meaning::Until { to: Period::Day(day), from } => {
            (from, lang.date(counts.unwrap_or(*day)))
        }
        Meaning::Until { to, from } => (from, to.in_words(lang)),
        Meaning::Standing { from: Some(from) } => return report::due_from(lang, &from.in_words(lang)).into(),
        Meaning::Standing { from: None } => return report::due_ongoing(lang).into(),
        Meaning::Event(event) => return one_line(event),
        Meaning::Blank => return Cow::default(),
        Meaning::Within { length, after } => {
            return counts.map_or_else(|| within(*length, after, lang), |day| lang.date(day)).into();
        }
        Meaning::Every(every) => return every.in_words(lang).into(),
    };
    match from {
        Some(from) => report::due_range(lang, &from.in_words(lang), &to).into(),
        None => to.into(),
    }
}

/// So long after something: "Trong vòng 30 ngày kể từ ngày ban hành".
fn within(length: Length, after: &Milestone, lang: Lang) -> String {
    let length = length.in_words(lang);
    match after {
        Milestone::Issue => report::within_of_issue(lang, &length),
        Milestone::Event(event) => report::within_of_event(lang, &length, &one_line(event.in_lang(lang))),
        Milestone::Row(row) => report::within_of_row(lang, &length, &row.shown()),
    }
}

fn with_days(lang: Lang, status: &str, days: Days) -> String {
    match days {
        Days::Late(late) => report::days_late(lang, status, &report::count_of_days(lang, late)),
        Days::Left(0) => report::due_today(lang).to_owned(),
        Days::Left(left) => report::days_left(lang, status, &report::count_of_days(lang, left)),
        Days::None => status.to_owned(),
    }
}

/// A table in words, without the columns in which no cell says anything.
///
/// All words stand in one text: a table may have hundreds of thousands of lines.
pub struct Worded<'a> {
    /// The columns that are left.
    pub columns: Vec<&'a Column>,
    /// The place of each of them among all.
    places: Vec<usize>,
    /// How many columns there are in all.
    all: usize,
    /// Above which of the lines a section begins, and what it is called.
    sections: &'a [(usize, String)],
    text: String,
    /// The cells, line by line.
    cells: Vec<Words>,
}

/// A cell in words.
#[derive(Clone, Copy)]
struct Words {
    /// Where it ends in the text of all.
    end: usize,
    /// How wide it is; several lines have no width.
    width: Option<u32>,
    tone: Tone,
}

impl<'a> Worded<'a> {
    /// Puts a table in words.
    pub fn new(table: &'a Table<'_>, lang: Lang) -> Self {
        Self::said(table, lang, value)
    }

    /// Puts a table in words alone.
    pub fn in_words(table: &'a Table<'_>, lang: Lang) -> Self {
        Self::said(table, lang, in_words)
    }

    fn said(table: &'a Table<'_>, lang: Lang, say: Say) -> Self {
        let all = table.columns.len();
        let (mut text, mut cells) = (String::new(), Vec::new());
        let mut says = vec![false; all];
        for row in table.rows() {
            for (said, says) in row.iter().zip(&mut says) {
                let before = text.len();
                write_cell(&mut text, said, lang, say);
                *says |= text.len() > before;
                let said_here = &text[before..];
                let width = (!said_here.contains('\n')).then(|| u32::try_from(width(said_here)).unwrap_or(u32::MAX));
                cells.push(Words { end: text.len(), width, tone: said.tone });
            }
        }
        let places: Vec<usize> = (0..all).filter(|at| says[*at]).collect();
        let columns = places.iter().map(|at| &table.columns[*at]).collect();
        Self { columns, places, all, sections: &table.sections, text, cells }
    }

    /// How many lines it has.
    pub fn len(&self) -> usize {
        self.cells.len().checked_div(self.all).unwrap_or_default()
    }

    /// A cell: in a line, and in one of the columns that are left.
    pub fn cell(&self, line: usize, column: usize) -> (&str, Tone) {
        let at = line * self.all + self.places[column];
        let start = at.checked_sub(1).map_or(0, |before| self.cells[before].end);
        let Words { end, tone, .. } = self.cells[at];
        (&self.text[start..end], tone)
    }

    /// What the section is called that begins above a line, if one does.
    pub fn section(&self, line: usize) -> Option<&'a str> {
        let found = self.sections.binary_search_by_key(&line, |(begins, _)| *begins).ok()?;
        Some(&self.sections[found].1)
    }

    /// How wide a cell is; several lines have no width.
    pub fn width(&self, line: usize, column: usize) -> Option<usize> {
        self.cells[line * self.all + self.places[column]].width.map(|width| width as usize)
    }

    /// The cells of a line.
    pub fn row(&self, line: usize) -> impl Iterator<Item = (&str, Tone)> {
        (0..self.places.len()).map(move |column| self.cell(line, column))
    }

    /// Takes all columns away but those at some places among those that are left.
    pub fn keep(&mut self, kept: &[usize]) {
        self.columns = kept.iter().map(|at| self.columns[*at]).collect();
        self.places = kept.iter().map(|at| self.places[*at]).collect();
    }
}

/// Facts in words, without those that say nothing.
pub fn fields(fields: &[Field], lang: Lang) -> impl Iterator<Item = (&str, String, Tone)> {
    let words = fields.iter().map(move |field| (&*field.label, cell(&field.cell, lang), field.cell.tone));
    words.filter(|(_, text, _)| !text.is_empty())
}

/// The same in words alone.
pub fn fields_in_words(fields: &[Field], lang: Lang) -> impl Iterator<Item = (&str, String)> {
    let words = fields.iter().map(move |field| {
        let mut text = String::new();
        write_cell(&mut text, &field.cell, lang, in_words);
        (&*field.label, text)
    });
    words.filter(|(_, text)| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Filter, Snapshot};
    use crate::report::{Answer as _, Beside, Block, ListAnswer, Status};
    use crate::testing::{day, plan_with};
    use crate::text::Bilingual;

    fn agency(own: &str, en: Option<&str>) -> Arc<AgencyName> {
        Arc::new(AgencyName { id: "a".to_owned(), name: Bilingual { own: own.to_owned(), en: en.map(str::to_owned) } })
    }

    fn row(number: &str, apart: Option<&str>) -> Arc<RowName> {
        Arc::new(RowName { id: "x".to_owned(), number: number.to_owned(), apart: apart.map(str::to_owned) })
    }

    #[test]
    fn every_value_has_its_words_in_both_languages() {
        let (home, justice) = (agency("Sở Nội vụ", Some("Home Affairs")), agency("Sở\nTư pháp", None));
        let share = |part, whole| Share { part, whole };
        let both = vec![Arc::clone(&home), Arc::clone(&justice)];
        let cases: Vec<(Value, &str, &str)> = vec![
            ("a \u{1b}\n b".into(), "a \\u{1b} b", "a \\u{1b} b"),
            (Value::RowNumber(row("1.1", Some("I/1.1")), 2), "  1.1", "  1.1"),
            (Value::RowNumber(row("1", None), 60), "        1", "        1"),
            (Value::Row(row("1", Some("I/1"))), "I/1", "I/1"),
            (Value::Rows(vec![row("1", None), row("2", Some("I/2"))]), "1, I/2", "1, I/2"),
            (Value::Agency(Arc::clone(&home)), "Sở Nội vụ", "Home Affairs"),
            (Value::Within(Arc::clone(&home)), "Sở Nội vụ:", "Home Affairs:"),
            (Value::Of(Arc::clone(&home)), "(Sở Nội vụ)", "(Home Affairs)"),
            (Value::Agencies(both.clone()), "Sở Nội vụ, Sở Tư pháp", "Home Affairs, Sở Tư pháp"),
            (Value::OneOf(both.into()), "Một trong: Sở Nội vụ; Sở Tư pháp", "One of: Home Affairs; Sở Tư pháp"),
            (Value::Group(Arc::clone(&home), 1), "Sở Nội vụ (1 đơn vị)", "Home Affairs (1 unit)"),
            (Value::Group(Arc::clone(&home), 9), "Sở Nội vụ (9 đơn vị)", "Home Affairs (9 units)"),
            (
                Value::Delivered(Arc::clone(&home), share(1, 9), None),
                "Sở Nội vụ: 1/9 đã nộp",
                "Home Affairs: 1/9 submitted",
            ),
            (
                Value::Delivered(Arc::clone(&home), share(1, 9), Some(share(0, 1))),
                "Sở Nội vụ: 1/9 đã nộp; phần còn lại: chưa nộp",
                "Home Affairs: 1/9 submitted; the rest: missing",
            ),
            (
                Value::Missing(Arc::clone(&home), share(8, 9), true),
                "Sở Nội vụ: 8/9 chưa nộp; phần còn lại: chưa nộp",
                "Home Affairs: 8/9 missing; the rest: missing",
            ),
            (
                Value::Missing(Arc::clone(&home), share(0, 9), true),
                "Sở Nội vụ: phần còn lại chưa nộp",
                "Home Affairs: the rest is missing",
            ),
            (Value::Rest(Arc::clone(&home)), "Sở Nội vụ (phần còn lại)", "Home Affairs (the rest)"),
            (Value::Class(Arc::clone(&home), 2, Some(34)), "Sở Nội vụ (34, nêu tên 2)", "Home Affairs (34, 2 named)"),
            (Value::Class(Arc::clone(&home), 2, None), "Sở Nội vụ (nêu tên 2)", "Home Affairs (2 named)"),
            (Value::TakenOver(Arc::clone(&home)), "(thay Sở Nội vụ)", "(for Home Affairs)"),
            (Value::Ended(day("03-09"), None), "đã kết thúc ngày 09/03/2020", "ended on 2020-03-09"),
            (
                Value::Ended(day("03-09"), Some(row("1", Some("I/1")))),
                "đã kết thúc ngày 09/03/2020, thay bằng I/1",
                "ended on 2020-03-09, replaced by I/1",
            ),
            (Value::StatusPeriods(Status::Overdue, share(2, 6)), "Quá hạn: 2/6 kỳ", "Overdue: 2/6 periods"),
            (Value::Waiting(Milestone::Row(row("1", None))), "chờ: nhiệm vụ 1", "waiting for: 1"),
            (Value::Missing(home, share(8, 9), false), "Sở Nội vụ: 8/9 chưa nộp", "Home Affairs: 8/9 missing"),
            (Value::Share(share(0, 3)), "0/3", "0/3"),
            (Value::Count(0), "0", "0"),
            (Value::Done(share(0, 9)), "░░░░░░░░░░ 0/9", "░░░░░░░░░░ 0/9"),
            (Value::Done(share(1, 90)), "█░░░░░░░░░ 1/90", "█░░░░░░░░░ 1/90"),
            (Value::Done(share(89, 90)), "█████████░ 89/90", "█████████░ 89/90"),
            (Value::Done(share(9, 9)), "██████████ 9/9", "██████████ 9/9"),
            (Value::Done(share(0, 0)), "░░░░░░░░░░ 0/0", "░░░░░░░░░░ 0/0"),
            (Value::Percent(7), "7%", "7%"),
            (
                Value::Rates(share(6, 10), Some(100)),
                "██████░░░░ 6/10; 100% số đến hạn",
                "██████░░░░ 6/10; 100% of what fell due",
            ),
            (
                Value::Rates(share(0, 10), None),
                "░░░░░░░░░░ 0/10; chưa có nhiệm vụ nào hoàn thành hoặc quá hạn",
                "░░░░░░░░░░ 0/10; nothing is done or overdue yet",
            ),
            (Value::Day(day("03-09")), "09/03/2020", "2020-03-09"),
            (Value::About(day("03-09")), "khoảng 09/03/2020", "about 2020-03-09"),
            (Value::LastDay(day("03-09")), "hạn cuối: 09/03/2020", "last day: 2020-03-09"),
            (Value::Extended(day("03-09"), share(2, 2)), "gia hạn: 09/03/2020", "extended: 2020-03-09"),
            (Value::Extended(day("03-09"), share(1, 2)), "gia hạn: 09/03/2020 (1/2)", "extended: 2020-03-09 (1/2)"),
            (Value::Returned(day("03-09"), None), "09/03/2020", "2020-03-09"),
            (Value::Returned(day("03-09"), Some("x\ty".into())), "09/03/2020: x y", "2020-03-09: x y"),
            (Value::Status(Status::Overdue, Days::Late(1)), "Quá hạn 1 ngày", "Overdue 1 day"),
            (Value::Status(Status::DueSoon, Days::Left(0)), "Đến hạn hôm nay", "Due today"),
            (Value::Status(Status::Pending, Days::Left(9)), "Trong hạn, còn 9 ngày", "Not yet due, 9 days left"),
            (Value::Status(Status::Open, Days::None), "Không thời hạn", "No deadline"),
            (
                Value::SentBack(day("10-12"), share(1, 1)),
                "đã trả lại ngày 12/10/2020, chưa nộp lại",
                "returned on 2020-10-12, not submitted again",
            ),
            (
                Value::SentBack(day("10-12"), share(1, 9)),
                "đã trả lại, chưa nộp lại: 1/9",
                "returned, not submitted again: 1/9",
            ),
            (Value::StatusShare(Status::Late, share(1, 9)), "Hoàn thành quá hạn: 1/9", "Done late: 1/9"),
        ];
        for (said, vi, en) in cases {
            let words = |lang| value(&said, lang).replace('\u{a0}', " ");
            assert_eq!((words(Lang::Vi).as_str(), words(Lang::En).as_str()), (vi, en), "{said:?}");
        }
    }

    /// The deadline of a row in a list, in both languages, under such rules.
    fn deadline(rules: &str, due: &str) -> [String; 2] {
        let plan = plan_with(rules, &[&format!("id = '1', lead = ['a'], due = {{ {due} }}")]);
        let answer = ListAnswer::new(&Snapshot::new(&plan, day("01-01")), &Filter::default(), &[], Beside::default());
        [Lang::Vi, Lang::En].map(|lang| {
            let page = answer.page(lang);
            let table = page.blocks.iter().find_map(|block| match block {
                Block::Table(table) => Some(Worded::new(table, lang)),
                _ => None,
            });
            let table = table.unwrap();
            let at = table.columns.iter().position(|column| column.title == report::column_due(lang)).unwrap();
            table.cell(0, at).0.to_owned()
        })
    }

    #[test]
    fn a_deadline_is_told_as_the_day_that_counts_or_in_the_plan_s_own_words() {
        // The 10th and the 31st are Saturdays.
        let cases = [
            ("by = 2020-10-10", "10/10/2020", "2020-10-10"),
            ("by = 2020-10-10, text = 'đến hết 10/10'", "10/10/2020", "2020-10-10"),
            ("on = 2020-10-10, from = 2020-09", "Tháng 9/2020 – 10/10/2020", "2020-09 – 2020-10-10"),
            ("on = 2020-10-10, from = 2020, text = 'a', text_en = 'b'", "a", "b"),
            ("month = '2020-10'", "Tháng 10/2020", "2020-10"),
            ("month = '2020-10', text = 'a'", "a", "2020-10"),
            ("quarter = '2020-Q4'", "Quý IV/2020", "2020-Q4"),
            ("year = 2020, text_en = 'b'", "Năm 2020", "b"),
            ("ongoing = true", "Thường xuyên", "Ongoing"),
            ("ongoing = true, from = 2021", "Từ Năm 2021", "From 2021"),
            ("ongoing = true, text = 'a'", "a", "Ongoing"),
            ("when = 'e', text = 'a'", "a", "e"),
        ];
        for (due, vi, en) in cases {
            assert_eq!(deadline("", &due.replace("2020-09", "'2020-09'")), [vi, en], "{due}");
        }
        assert_eq!(deadline("before = 'exclusive'", "before = 2020-10-10"), ["09/10/2020", "2020-10-09"]);
    }

    #[test]
    fn where_the_last_day_is_a_day_off_the_day_that_counts_is_told() {
        let cases = [
            ("by = 2020-10-10", "12/10/2020", "2020-10-12"),
            ("before = 2020-10-11, text = 'trước 11/10'", "12/10/2020", "2020-10-12"),
            ("on = 2020-10-10, from = 2020", "Năm 2020 – 12/10/2020", "2020 – 2020-10-12"),
            ("on = 2020-10-10, from = 2020, text = 'a'", "a\nhạn cuối: 12/10/2020", "2020 – 2020-10-12"),
            ("month = '2020-10'", "Tháng 10/2020\nhạn cuối: 02/11/2020", "2020-10\nlast day: 2020-11-02"),
            ("month = '2020-10', text = 'a'", "a\nhạn cuối: 02/11/2020", "2020-10\nlast day: 2020-11-02"),
            ("month = '2020-09'", "Tháng 9/2020", "2020-09"),
            ("by = 2020-10-12, text = 'a'", "12/10/2020", "2020-10-12"),
        ];
        for (due, vi, en) in cases {
            assert_eq!(deadline("roll_forward = true", due), [vi, en], "{due}");
        }
    }

    #[test]
    fn a_cell_says_once_where_it_is_said() {
        let said = |origin| {
            let lines = vec!["a".into(), "b".into()];
            cell(&Cell { lines, origin, tone: Tone::Plain }, Lang::En).replace('\u{a0}', " ")
        };
        assert_eq!(said(Origin::Own), "a\nb");
        assert_eq!(said(Origin::Inherited), "↑ a\nb");
        assert_eq!(said(Origin::StatedHere), "a (stated on this row)\nb");
        assert_eq!(said(Origin::StatedIn(row("II", None))), "a (from row II)\nb");
        assert_eq!(said(Origin::From(row("II", None))), "a (from II)\nb");
        assert_eq!(cell(&Cell { origin: Origin::Inherited, ..Cell::default() }, Lang::En), "", "there is nothing said");
    }

    #[test]
    fn a_column_in_which_nothing_is_said_is_left_out() {
        let columns = ["A", "B", "C"].map(|title| Column { title: title.into(), fit: crate::report::Fit::Keep });
        let rows = vec![
            vec![Cell::default(), Cell::default(), Cell::from(Value::Count(0))],
            vec![Cell::from(Value::from("x")), Cell::from(Value::from("\n")), Cell::default()],
        ];
        let table = Table::new(columns.into(), rows);
        let worded = Worded::new(&table, Lang::En);
        assert_eq!(worded.columns.iter().map(|column| &*column.title).collect::<Vec<_>>(), ["A", "C"]);
        let texts: Vec<Vec<&str>> =
            (0..worded.len()).map(|line| worded.row(line).map(|(text, _)| text).collect()).collect();
        assert_eq!(texts, [["", "0"], ["x", ""]]);
    }
}
