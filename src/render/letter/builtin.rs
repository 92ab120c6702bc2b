//! The letter that is sent where an office has none of its own: a reminder in the layout of the Decree.

use super::Parts;
use crate::render::office::layout::{self, Head, Sheet};
use crate::render::office::parts;
use crate::render::office::text::{Align, Grid, Style, paragraph};
use crate::report::{Addressee, Letter, OverdueAnswer, OwedLine as Line};
use crate::text::{Lang, words::office};

/// What a template must have room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    plan: Called,
    /// Whether a row recurs.
    has_periods: bool,
    notes: Notes,
}

/// What the plan is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Called {
    ByNumber,
    /// A draft has no number.
    ByTitle,
    /// By what stands above its table: of several that were asked together it is one.
    Below,
    /// There are several, each with a table.
    Several,
}

/// What is said of a row beside its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Notes {
    Nothing,
    Remarks,
    /// Who of a group has not delivered.
    Missing,
}

impl Called {
    fn of(answer: &OverdueAnswer) -> Self {
        if answer.first_plan().is_some_and(|plan| plan.number.is_some()) { Self::ByNumber } else { Self::ByTitle }
    }
}

impl Shape {
    /// What a letter needs room for.
    pub fn of(letter: &Letter<'_>, answer: &OverdueAnswer, addressee: Addressee) -> Self {
        let lines = || letter.plans.iter().flat_map(|plan| &plan.lines);
        Self {
            plan: match &letter.plans[..] {
                [only] if only.plan.is_some() => Called::Below,
                [] | [_] => Called::of(answer),
                [_, _, ..] => Called::Several,
            },
            has_periods: lines().any(|line| line.period.is_some()),
            notes: match addressee {
                Addressee::Group if lines().any(|line| line.names_units) => Notes::Missing,
                _ if lines().any(Line::has_note) => Notes::Remarks,
                _ => Notes::Nothing,
            },
        }
    }

    /// Room for all of it.
    pub fn whole(answer: &OverdueAnswer, addressee: Addressee) -> Self {
        let notes = if addressee == Addressee::Group { Notes::Missing } else { Notes::Remarks };
        Self { plan: Called::of(answer), has_periods: true, notes }
    }
}

const TEXT: Style = Style { first_line: 567, ..Style::of(28).spaced(0, 120).aligned(Align::Justify) };

/// The template: all that comes from a plan stands in it as a placeholder.
pub fn template(shape: Shape, answer: &OverdueAnswer, lang: Lang) -> Parts {
    let (mut xml, sheet) = (String::new(), Sheet::Portrait);
    let plan = match shape.plan {
        Called::Below => office::this_plan(lang).to_owned(),
        Called::Several => office::these_plans(lang).to_owned(),
        Called::ByNumber => office::plan_by_number(lang, "{{plan.number}}"),
        Called::ByTitle => office::plan_by_title(lang, "{{plan.title}}"),
    };
    let head = Head {
        issuer: "{{plan.issuer.caps}}",
        sender: "{{coordinator.caps}}",
        sender_name: &layout::lines_or_blank(answer.letterhead().coordinator(lang), lang).to_uppercase(),
        number: &office::letter_number(lang, "{{symbol}}"),
        about: Some(&office::letter_about(lang, &plan)),
        place_and_date: &office::place_and_date(lang, "{{place}}", &office::date_to_fill_in(lang, "{{month}}")),
    };
    layout::head(&mut xml, sheet, &head, lang);
    let addressee = Style::of(28).spaced(360, 240).aligned(Align::Center);
    paragraph(&mut xml, addressee, &office::letter_to(lang, "{{agency}}"));
    let [title, day, issuer] = ["{{plan.title}}", "{{plan.issued}}", "{{plan.issuer}}"];
    let whole = match shape.plan {
        Called::Below | Called::Several => plan,
        Called::ByNumber => office::plan_in_full(lang, "{{plan.number}}", day, issuer, title),
        Called::ByTitle => office::draft_in_full(lang, title, day, issuer),
    };
    let opening = office::letter_opening(lang, &whole, "{{date}}", "{{agency}}", "{{count}}");
    paragraph(&mut xml, TEXT, &opening);
    table(&mut xml, sheet, shape, lang);
    let closing = office::letter_closing(lang, "{{coordinator}}", "{{agency}}", "{{reply_by}}", "{{plan.issuer}}");
    paragraph(&mut xml, TEXT.spaced(160, 120).with_next(), &closing);
    let recipients = [
        office::as_above(lang).to_owned(),
        office::recipient_informed(lang, "{{plan.issuer}}"),
        office::filed(lang).to_owned(),
    ];
    layout::foot(&mut xml, sheet, &recipients, ["{{signer}}", "{{signer_name}}"], lang);
    xml.push_str(&sheet.section());
    parts::document(&xml, lang)
}

/// The table of what is owed; its second row is repeated.
fn table(xml: &mut String, sheet: Sheet, shape: Shape, lang: Lang) {
    let (has_notes, notes, room) = match shape.notes {
        Notes::Nothing => (false, "", 0),
        Notes::Remarks => (true, office::column_remarks(lang), 2000),
        Notes::Missing => (true, office::column_missing(lang), 3000),
    };
    let columns = [
        (true, office::column_number(lang), "{{row.number}}", 850, Align::Center),
        (true, office::column_content(lang), "{{row.title}}", 0, Align::Left),
        (shape.has_periods, office::column_period(lang), "{{row.period}}", 1250, Align::Left),
        (true, office::column_last_day(lang), "{{row.due}}", 1450, Align::Center),
        (true, office::column_days_late(lang), "{{row.days_late}}", 1150, Align::Center),
        (has_notes, notes, "{{row.note}}", room, Align::Left),
    ];
    let columns: Vec<_> = columns.into_iter().filter(|(is_there, ..)| *is_there).collect();
    let taken: u32 = columns.iter().map(|(.., width, _)| width).sum();
    let width = |width: u32| if width == 0 { sheet.room() - taken } else { width };
    let widths: Vec<u32> = columns.iter().map(|(.., own, _)| width(*own)).collect();
    let grid = Grid { columns: &widths, is_ruled: true };
    let cell = Style::of(26).spaced(40, 40);
    grid.open(xml);
    Grid::open_row(xml, true);
    for (at, (_, heading, ..)) in columns.iter().enumerate() {
        grid.open_cell(xml, at..at + 1, true);
        paragraph(xml, cell.bold().aligned(Align::Center), heading);
        xml.push_str("</w:tc>");
    }
    xml.push_str("</w:tr>");
    Grid::open_row(xml, false);
    for (at, (_, _, placeholder, _, align)) in columns.iter().enumerate() {
        grid.open_cell(xml, at..at + 1, false);
        paragraph(xml, cell.aligned(*align), placeholder);
        xml.push_str("</w:tc>");
    }
    xml.push_str("</w:tr></w:tbl>");
}
