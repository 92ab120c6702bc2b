//! Letters to those who are late: a template with placeholders, filled in for each.

mod builtin;
mod fill;
mod values;

pub use builtin::{Shape, template};
pub use fill::TemplateError;
pub use values::{FIELDS, ROW_FIELDS};

use super::office::layout::lines_or_blank;
use super::office::parts;
use super::office::text::{Style, paragraph};
use super::words;
use crate::report::{Days, Letter, OverdueAnswer, Owed, PlanFile};
use crate::text::{Lang, one_line, words::office};
use chrono::NaiveDate;
use values::{Line, Values};

/// The parts of a document: their names, and what stands in each.
pub type Parts = Vec<(String, Vec<u8>)>;

/// What letters say beside what is owed.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// The language.
    pub lang: Lang,
    /// Until when an answer is expected, if that is said.
    pub reply_by: Option<NaiveDate>,
}

/// A letter: a template with all its placeholders filled in.
///
/// # Errors
/// A template that is no document, or has placeholders that cannot be filled in.
pub fn filled(
    template: &Parts,
    letter: &Letter<'_>,
    answer: &OverdueAnswer,
    wording: Wording,
) -> Result<Vec<u8>, TemplateError> {
    if !template.iter().any(|(name, _)| name == parts::BODY) {
        return Err(TemplateError::NoDocument);
    }
    let values = values(letter, answer, wording);
    let fill = |(name, bytes): &(String, Vec<u8>)| {
        let is_body = name == parts::BODY;
        let may_hold_text = name.strip_prefix("word/").is_some_and(|name| name.strip_suffix(".xml").is_some());
        match std::str::from_utf8(bytes) {
            Ok(xml) if is_body || may_hold_text && xml.contains('{') => {
                fill::fill(xml, &values).map(|xml| (name.clone(), xml.into_bytes()))
            }
            Err(_) if is_body => Err(TemplateError::NoDocument),
            _ => Ok((name.clone(), bytes.clone())),
        }
    };
    let filled: Parts = template.iter().map(fill).collect::<Result<_, _>>()?;
    let mut document = Vec::new();
    parts::write(&mut document, &filled).map_err(|_| TemplateError::NoDocument)?;
    Ok(document)
}

/// The bytes of a template.
///
/// # Errors
/// What the writer says.
pub fn unfilled(template: &Parts) -> std::io::Result<Vec<u8>> {
    let mut document = Vec::new();
    parts::write(&mut document, template)?;
    Ok(document)
}

fn values(letter: &Letter<'_>, answer: &OverdueAnswer, Wording { lang, reply_by }: Wording) -> Values {
    let mut values = Values::new(letter.plans.iter().map(|owed| table(owed, lang)).collect());
    let letterhead = answer.letterhead();
    let plan = answer.first_plan();
    let mut set = |name, text: Option<&str>| values.set(name, lines_or_blank(text, lang));
    set("agency", Some(&words::value(&letter.to, lang)));
    set("agency.id", Some(letter.id));
    set("plan.number", plan.and_then(|plan| plan.number.as_deref()));
    set("plan.title", plan.map(|plan| plan.title.in_lang(lang)));
    set("plan.issuer", Some(&letterhead.issuer));
    set("plan.issuer.caps", Some(&letterhead.issuer.to_uppercase()));
    set("plan.issued", letterhead.issued.map(|day| lang.date(day)).as_deref());
    set("coordinator", letterhead.coordinator(lang));
    set("coordinator.caps", letterhead.coordinator(lang).map(str::to_uppercase).as_deref());
    set("place", letterhead.place());
    set("symbol", letterhead.symbol());
    set("signer", letterhead.signer());
    set("signer_name", letterhead.signer_name());
    set("date", Some(&lang.date(answer.as_of())));
    set("month", Some(&office::month(lang, answer.as_of())));
    set("reply_by", reply_by.map(|day| lang.date(day)).as_deref());
    set("count", Some(&letter.count.to_string()));
    values
}

/// A plan by its number, day of issue, issuer and title.
fn in_full(PlanFile { head, letterhead, .. }: &PlanFile, lang: Lang) -> String {
    let day = lines_or_blank(letterhead.issued.map(|day| lang.date(day)).as_deref(), lang);
    let (title, issuer) = (one_line(head.title.in_lang(lang)), one_line(&letterhead.issuer));
    match &head.number {
        Some(number) => office::plan_in_full(lang, &one_line(number), &day, &issuer, &title),
        None => office::draft_in_full(lang, &title, &day, &issuer),
    }
}

/// The table of a plan; of several plans each is named above its table.
fn table(owed: &Owed<'_>, lang: Lang) -> values::Owed {
    let heading = owed.plan.map(|plan| {
        let mut markup = String::new();
        paragraph(&mut markup, Style::of(28).bold().spaced(120, 60).with_next(), &in_full(plan, lang));
        markup
    });
    let lines = owed.lines.iter().map(|line| {
        let days = match line.days {
            Days::Late(days) => days.to_string(),
            Days::Left(_) | Days::None => String::new(),
        };
        let ahead = match line.days {
            Days::Left(days) => Some(office::still(lang, days)),
            Days::Late(_) | Days::None => None,
        };
        let note = words::cell(&line.note, lang);
        let note = ahead.into_iter().chain((!note.is_empty()).then_some(note)).collect::<Vec<_>>().join("\n");
        Line::new([
            one_line(&line.row.name.shown()).into_owned(),
            line.row.shown_title(lang).into_owned(),
            line.last_day.map(|day| lang.date(day)).unwrap_or_default(),
            days,
            line.period.map(|period| period.in_words(lang)).unwrap_or_default(),
            note,
        ])
    });
    values::Owed { heading, lines: lines.collect() }
}
