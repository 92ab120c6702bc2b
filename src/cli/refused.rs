//! Refusals of the register in words.

use super::advice::Program;
use super::failure::Failure;
use super::names;
use crate::plan::{BodyIx, Entry, EventIx, Extension, KnownEntry, Period, Plan, RowIx, RowKind};
use crate::register::{Listed, Naming, Refusal, Unclear, WayOut};
use crate::report::{MovedDeadline, Submission};
use crate::text::{Lang, one_line, words::command, words::mark};

/// How many names a message lists.
const MOST_NAMES: usize = 6;

/// How many marks a message lists.
const MOST_MARKS: usize = 12;

/// Why, and what to do.
type Words = (String, String);

/// Says why a request is refused, and what to do.
pub fn failure(plan: &Plan, program: &Program, refusal: &Refusal) -> Failure {
    let words = |lang| Refused { plan, program, lang }.words(refusal);
    Failure::refused(|lang| words(lang).0, |lang| words(lang).1)
}

/// The first few names, and how many more there are.
pub fn first_names(plan: &Plan, lang: Lang, bodies: &[BodyIx]) -> String {
    let shown: Vec<String> = bodies.iter().take(MOST_NAMES).map(|body| names::agency(plan, lang, *body)).collect();
    let shown = shown.join(", ");
    match bodies.len().saturating_sub(MOST_NAMES) {
        0 => shown,
        rest => mark::list_more(lang, &shown, rest),
    }
}

struct Refused<'a> {
    plan: &'a Plan,
    program: &'a Program,
    lang: Lang,
}

impl Refused<'_> {
    fn words(&self, refusal: &Refusal) -> Words {
        let (lang, date) = (self.lang, |day| self.lang.date(day));
        match refusal {
            Refusal::Heading { row, rows } => self.heading(*row, rows),
            Refusal::NotResponsible { row, body, leads } => self.not_responsible(*row, *body, leads),
            Refusal::WhichUnit { row, units } => {
                (mark::which_unit(lang, &self.row(*row), units.len()), self.one_of(units))
            }
            Refusal::WhoseEntry { row, units } => {
                (mark::whose_report(lang, &self.row(*row), units.len()), self.one_of(units))
            }
            Refusal::WhichEntry { row, why, entries } => self.which_entry(*row, *why, entries),
            Refusal::WhichReturn { row, why, entries } => self.which_return(*row, *why, entries),
            Refusal::AfterAsOf { day, as_of } => {
                (mark::after_as_of(lang, &date(*day), &date(*as_of)), mark::after_as_of_help(lang).to_owned())
            }
            Refusal::BeforeIssue { day, issued } => {
                (mark::before_issue(lang, &date(*day), &date(*issued)), mark::check_day(lang).to_owned())
            }
            Refusal::Conflict { row, old, new, ways } => self.conflict(*row, old, new, ways),
            Refusal::NoRoom { row, entry, other, named_by } => self.no_room(*row, entry, other, *named_by),
            Refusal::NoEntry { row, body } => self.no_report(*row, *body),
            Refusal::NoReturn { row, body } => self.no_return(*row, *body),
            Refusal::NoExtension { row, extensions } => self.no_extension(*row, extensions),
            Refusal::AlreadyReturned { row, entry, ways } => self.already_returned(*row, entry, ways),
            Refusal::NotYetSubmitted { row, entry, day } => self.not_yet_submitted(*row, entry, &date(*day)),
            Refusal::NotLater { row, unit, last_day, to } => {
                self.not_later(*row, *unit, [&date(*last_day), &date(*to)])
            }
            Refusal::NoNote { row } => (mark::no_note(lang, &self.row(*row)), self.see_whole(*row)),
            Refusal::OtherDay { event, on } => self.other_day(*event, &date(*on)),
            Refusal::NotThere { row, since } => {
                (mark::not_there(lang, &self.row(*row), &date(*since)), mark::not_there_help(lang).to_owned())
            }
            Refusal::RowEnded { row, ended, replaced_by } => self.row_ended(*row, &date(*ended), *replaced_by),
            Refusal::AgencyEnded { body, ended, heirs } => self.agency_ended(*body, &date(*ended), heirs),
            Refusal::WhichPeriod { row, periods } => {
                (mark::which_period(lang, &self.row(*row)), mark::which_period_help(lang, &Self::periods(periods)))
            }
            Refusal::UnknownPeriod { row, period, periods } => self.unknown_period(*row, *period, periods),
            Refusal::NothingOwed { row } => {
                (mark::nothing_owed(lang, &self.row(*row)), mark::nothing_owed_help(lang).to_owned())
            }
            Refusal::NoEffect { row } => {
                (mark::no_effect(lang, &self.row(*row)), mark::no_effect_help(lang).to_owned())
            }
        }
    }

    fn not_yet_submitted(&self, row: RowIx, entry: &Entry, day: &str) -> Words {
        let message = mark::not_yet_submitted(self.lang, &self.row(row), &self.report(&entry.into()), day);
        (message, mark::check_day(self.lang).to_owned())
    }

    fn not_later(&self, row: RowIx, unit: BodyIx, [last, to]: [&str; 2]) -> Words {
        let message = mark::not_later(self.lang, &self.row(row), &self.name(unit), last, to);
        (message, mark::not_later_help(self.lang).to_owned())
    }

    fn other_day(&self, event: EventIx, on: &str) -> Words {
        let name = one_line(self.plan.event(event).name.in_lang(self.lang));
        (mark::other_day(self.lang, &name, on), mark::other_day_help(self.lang).to_owned())
    }

    fn row_ended(&self, row: RowIx, ended: &str, replaced_by: Option<RowIx>) -> Words {
        let message = mark::row_ended(self.lang, &self.row(row), ended);
        let help = match replaced_by {
            Some(other) => mark::row_replaced_by(self.lang, &self.row(other)),
            None => mark::check_day(self.lang).to_owned(),
        };
        (message, help)
    }

    fn agency_ended(&self, body: BodyIx, ended: &str, heirs: &[BodyIx]) -> Words {
        let message = mark::agency_ended(self.lang, &self.name(body), ended);
        let help = match heirs {
            [] => mark::nobody_took_over(self.lang).to_owned(),
            heirs => self.one_of(heirs),
        };
        (message, help)
    }

    fn unknown_period(&self, row: RowIx, period: Period, periods: &[Period]) -> Words {
        let (lang, row) = (self.lang, self.row(row));
        match periods {
            [] => (mark::no_periods(lang, &row), mark::no_periods_help(lang).to_owned()),
            known => {
                let message = mark::unknown_period(lang, &row, &period.to_string());
                (message, mark::which_period_help(lang, &Self::periods(known)))
            }
        }
    }

    /// The names of some periods: all of a few, of many the ends.
    fn periods(periods: &[Period]) -> String {
        let told = |periods: &[Period]| periods.iter().map(Period::to_string).collect::<Vec<_>>().join(", ");
        match periods {
            [first, .., last] if periods.len() > MOST_NAMES => format!("{first}, …, {last}"),
            few => told(few),
        }
    }

    fn heading(&self, row: RowIx, rows: &[RowIx]) -> Words {
        let rows: Vec<String> = rows.iter().map(|row| names::row(self.plan, *row)).collect();
        let help = mark::heading_refused_help(self.lang, &rows.join(", "));
        (mark::heading_refused(self.lang, &self.row(row)), help)
    }

    fn not_responsible(&self, row: RowIx, body: BodyIx, leads: &[BodyIx]) -> Words {
        let (name, row_name) = (self.name(body), self.row(row));
        let message = match self.plan.node(row).kind {
            RowKind::Heading => mark::not_responsible_below(self.lang, &name, &row_name),
            RowKind::Item | RowKind::Part => mark::not_responsible(self.lang, &name, &row_name),
        };
        match leads {
            [] => (message, self.see(row)),
            leads => (message, command::responsible(self.lang, &first_names(self.plan, self.lang, leads))),
        }
    }

    fn which_entry(&self, row: RowIx, why: Unclear, entries: &[Listed]) -> Words {
        let (lang, row_name) = (self.lang, self.row(row));
        let message = match why {
            Unclear::Several => mark::several_reports(lang, &row_name, entries.len()),
            Unclear::NoneLive { as_of } => mark::no_live_report(lang, &row_name, &lang.date(as_of)),
            Unclear::NoneOf { day } => mark::no_report_of(lang, &row_name, &lang.date(day)),
        };
        let help = self.choices(mark::which_report_help(lang), row, entries, &[]);
        // Of one report that was sent back, that may have been the mistake.
        let way = match (why, entries) {
            (Unclear::NoneLive { .. }, [Listed { return_named_by: Some(naming), .. }]) => {
                let command = self.program.withdraw(self.plan, self.lang, row, *naming, &["--return"]);
                vec![mark::return_out(lang, &command)]
            }
            _ => Vec::new(),
        };
        (message, below(&help, &way))
    }

    fn which_return(&self, row: RowIx, why: Unclear, entries: &[Listed]) -> Words {
        let (lang, row_name) = (self.lang, self.row(row));
        let message = match why {
            Unclear::Several => mark::several_returns(lang, &row_name, entries.len()),
            Unclear::NoneLive { as_of: day } | Unclear::NoneOf { day } => {
                mark::no_return_of(lang, &row_name, &lang.date(day))
            }
        };
        (message, self.choices(mark::which_return_help(lang), row, entries, &["--return"]))
    }

    /// Each mark on a line of its own, and below it the command that takes it out.
    fn choices(&self, head: &str, row: RowIx, entries: &[Listed], options: &[&str]) -> String {
        let line = |listed: &Listed| {
            let Listed { entry, named_by, return_named_by: _ } = listed;
            let what = self.whole(entry);
            match named_by {
                Some(naming) => {
                    let command = self.program.withdraw(self.plan, self.lang, row, *naming, options);
                    format!("{what}\n      {command}")
                }
                None => what,
            }
        };
        let mut lines: Vec<String> = entries.iter().take(MOST_MARKS).map(line).collect();
        let rest = entries.len().saturating_sub(MOST_MARKS);
        lines.extend((rest > 0).then(|| mark::more_choices(self.lang, rest)));
        below(head, &lines)
    }

    fn conflict(&self, row: RowIx, old: &Entry, new: &Entry, ways: &[WayOut]) -> Words {
        let (lang, date) = (self.lang, |day| self.lang.date(day));
        let (row_name, name) = (self.row(row), self.name(old.by));
        let is_early = ways.iter().any(|way| matches!(way, WayOut::From(_)));
        let message = match old.returned.filter(|_| is_early) {
            Some(returned) if old.on == new.on => {
                mark::already_returned(lang, &row_name, &self.report(&old.into()), &date(returned))
            }
            Some(returned) => mark::not_yet_returned(
                lang,
                &row_name,
                &name,
                &new.on.in_sentence(lang),
                &old.on.in_sentence(lang),
                &date(returned),
            ),
            None => mark::conflict(lang, &row_name, &name),
        };
        let help = mark::conflict_help(lang, &day_and_texts(lang, old), &day_and_texts(lang, new));
        (message, self.with_ways(&help, row, ways))
    }

    fn already_returned(&self, row: RowIx, entry: &Entry, ways: &[WayOut]) -> Words {
        let day = entry.returned.map(|day| self.lang.date(day)).unwrap_or_default();
        let message = mark::already_returned(self.lang, &self.row(row), &self.report(&entry.into()), &day);
        let message = match &entry.reason {
            Some(reason) => format!("{message}, {}", mark::reason(self.lang, &one_line(reason))),
            None => message,
        };
        match ways {
            [way] => (message, self.way(row, way)),
            _ => (message, self.see(row)),
        }
    }

    fn no_room(&self, row: RowIx, entry: &KnownEntry, other: &KnownEntry, named_by: Option<Naming>) -> Words {
        let message = mark::no_room(self.lang, &self.row(row), &self.report(entry), &self.report(other));
        let help = named_by.map(|naming| self.way(row, &WayOut::Withdraw(naming)));
        (message, help.unwrap_or_else(|| self.see(row)))
    }

    fn no_report(&self, row: RowIx, body: Option<BodyIx>) -> Words {
        let row_name = self.row(row);
        let message = match body {
            Some(body) => mark::no_report(self.lang, &row_name, &self.name(body)),
            None => mark::no_report_at_all(self.lang, &row_name),
        };
        (message, self.see(row))
    }

    fn no_return(&self, row: RowIx, body: Option<BodyIx>) -> Words {
        let row_name = self.row(row);
        let message = match body {
            Some(body) => mark::no_return(self.lang, &row_name, &self.name(body)),
            None => mark::no_return_at_all(self.lang, &row_name),
        };
        (message, self.see(row))
    }

    fn no_extension(&self, row: RowIx, extensions: &[Extension]) -> Words {
        let told = extensions.iter().map(|extension| MovedDeadline::of(self.plan, extension).moved(self.lang));
        let told: Vec<String> = told.collect();
        match &told[..] {
            [] => (mark::no_extension(self.lang, &self.row(row)), self.see(row)),
            all => (mark::no_such_extension(self.lang, &self.row(row)), mark::extensions(self.lang, &all.join("; "))),
        }
    }

    fn with_ways(&self, help: &str, row: RowIx, ways: &[WayOut]) -> String {
        let ways: Vec<String> = ways.iter().map(|way| capitalized(&self.way(row, way))).collect();
        below(help, &ways)
    }

    fn way(&self, row: RowIx, way: &WayOut) -> String {
        let (lang, plan) = (self.lang, self.plan);
        match way {
            WayOut::Replace => mark::way_replace(lang).to_owned(),
            WayOut::From(day) => mark::way_from(lang, &lang.date(*day)),
            WayOut::Withdraw(naming) => {
                mark::way_withdraw(lang, &self.program.withdraw(self.plan, self.lang, row, *naming, &[]))
            }
            WayOut::WithdrawReturn(naming) => {
                let command = self.program.withdraw(self.plan, self.lang, row, *naming, &["--return"]);
                mark::way_withdraw_return(lang, &command)
            }
            WayOut::Return { by, on, period } => {
                let (row, by, on) = (&plan.row(row).id, &plan.body(*by).id, lang.date(*on));
                let period = period.map(|period| period.to_string());
                let period = period.iter().flat_map(|period| ["--period", period]);
                let words: Vec<&str> = ["return", row, "--by", by, "--on", &on].into_iter().chain(period).collect();
                mark::way_return(lang, &self.program.with(&words))
            }
        }
    }

    fn see_whole(&self, row: RowIx) -> String {
        mark::see(self.lang, &self.program.with(&["show", &self.plan.row(row).id]))
    }

    fn see(&self, row: RowIx) -> String {
        mark::see(self.lang, &self.program.with(&["list", &self.plan.row(row).id, "--units"]))
    }

    fn one_of(&self, units: &[BodyIx]) -> String {
        mark::which_unit_help(self.lang, &first_names(self.plan, self.lang, units))
    }

    fn name(&self, body: BodyIx) -> String {
        names::agency(self.plan, self.lang, body)
    }

    /// A row with what it is.
    fn row(&self, row: RowIx) -> String {
        names::row_in_words(self.plan, self.lang, row)
    }

    fn report(&self, entry: &KnownEntry) -> String {
        Submission::of(self.plan, entry).report(self.lang)
    }

    fn whole(&self, entry: &KnownEntry) -> String {
        Submission::of(self.plan, entry).whole(self.lang)
    }
}

/// A head, and lines below it.
fn below(head: &str, lines: &[String]) -> String {
    lines.iter().fold(head.to_owned(), |text, line| format!("{text}\n    {line}"))
}

/// A text that begins a line.
fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
}

/// What tells two reports of one unit apart.
fn day_and_texts(lang: Lang, entry: &Entry) -> String {
    let texts = entry.reference.iter().chain(&entry.note).map(|text| one_line(text).into_owned());
    std::iter::once(entry.on.in_sentence(lang)).chain(texts).collect::<Vec<_>>().join(", ")
}
