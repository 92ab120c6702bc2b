//! Changes as people read them: the rows with their titles, and below each what was done.

use super::super::answer::Share;
use super::{Action, Already, Change, ChangedEvent, ChangedRow, Changes, ChangesAnswer, Submission, Timing};
use crate::text::{Lang, one_line, words::mark, words::report};

impl ChangesAnswer {
    /// The answer for people.
    pub fn lines(&self, lang: Lang, is_dry: bool) -> Vec<String> {
        let Changes { rows, events } = &self.changes;
        let is_new = rows.iter().any(|row| !row.changes.is_empty()) || events.iter().any(|event| event.is_new);
        let is_unchanged = !is_dry && !is_new;
        let unchanged = is_unchanged.then(|| mark::file_unchanged(lang).to_owned());
        let instead = self
            .instead
            .iter()
            .map(|(old, ended, new)| mark::took_over(lang, &old.shown(lang), &lang.date(*ended), &new.shown(lang)));
        let rows = rows.iter().flat_map(|row| row.lines(lang, is_dry));
        let events = events.iter().flat_map(|event| event.lines(lang, is_dry));
        instead.chain(rows).chain(events).chain(unchanged).collect()
    }
}

impl ChangedRow {
    fn lines(&self, lang: Lang, is_dry: bool) -> Vec<String> {
        let (number, title) = (self.name.shown(), one_line(self.title.in_lang(lang)));
        let head = if self.is_heading {
            mark::heading_title(lang, &number, &title)
        } else {
            mark::item_title(lang, &number, &title)
        };
        let already = self.already.iter().map(|recorded| mark::already(lang, &recorded.line(lang)));
        let changes = self.told.iter().map(|change| change.line(lang, is_dry));
        let progress = self.progress.iter().filter(|_| !is_dry).map(|share| {
            let Share { part, whole } = share.delivered;
            let told = mark::group_submitted(lang, &share.agency.shown(lang), part, whole);
            match share.rest {
                None => told,
                Some(Share { part, whole }) if part == whole => report::and_rest_done(lang, &told),
                Some(_) => report::and_rest_missing(lang, &told),
            }
        });
        let below = already.chain(changes).chain(progress).map(|line| format!("  {line}"));
        std::iter::once(head).chain(below).collect()
    }
}

impl ChangedEvent {
    fn lines(&self, lang: Lang, is_dry: bool) -> [String; 2] {
        let happened = mark::happened_on(lang, &lang.date(self.on));
        let happened = match &self.reference {
            Some(reference) => mark::with_reference(lang, &happened, &one_line(reference)),
            None => happened,
        };
        let line = match (self.is_new, is_dry) {
            (false, _) => mark::already(lang, &happened),
            (true, false) => mark::recorded(lang, &happened),
            (true, true) => mark::would_record(lang, &happened),
        };
        [mark::event_title(lang, &self.id, &one_line(self.name.in_lang(lang))), format!("  {line}")]
    }
}

impl Already {
    fn line(&self, lang: Lang) -> String {
        match self {
            Self::Submitted(report) => report.submitted(lang),
            Self::Returned(report) => report.whole(lang),
            Self::Extended(extension) => extension.moved(lang),
            Self::Noted(note) => note.told(lang),
            Self::Delivered => mark::all_delivered(lang).to_owned(),
        }
    }
}

impl Change {
    fn line(&self, lang: Lang, is_dry: bool) -> String {
        let recorded = if is_dry { mark::would_record } else { mark::recorded };
        let taken_out = if is_dry { mark::would_take_out } else { mark::taken_out };
        match &self.what {
            Action::Submit(new) => recorded(lang, &self.timed(lang, new.submitted(lang))),
            Action::Replace { old, new } => {
                let new = self.timed(lang, new.submitted(lang));
                recorded(lang, &mark::in_place_of(lang, &new, &old.whole(lang)))
            }
            Action::Withdraw(old) => taken_out(lang, &old.whole(lang)),
            Action::Return(report) => {
                let returned = if is_dry { mark::would_return } else { mark::report_returned };
                let line = returned(lang, &day(lang, report), &report.report(lang));
                with_reason(lang, line, report)
            }
            Action::WithdrawReturn(report) => {
                let line = with_reason(lang, mark::return_on(lang, &day(lang, report)), report);
                let counts =
                    self.timed(lang, Submission { returned: None, reason: None, ..report.clone() }.whole(lang));
                taken_out(lang, &mark::counts_again(lang, &line, &counts))
            }
            Action::Extend(extension) => recorded(lang, &extension.moved(lang)),
            Action::Note(note) => recorded(lang, &note.told(lang)),
            Action::WithdrawNote(note) => taken_out(lang, &note.told(lang)),
            Action::WithdrawExtension(extension) => taken_out(lang, &extension.moved(lang)),
        }
    }

    /// With whether the report is in time, or how late.
    fn timed(&self, lang: Lang, what: String) -> String {
        match self.timing {
            None => what,
            Some(Timing::InTime) => mark::in_time(lang, &what),
            Some(Timing::NoLastDay) => mark::without_last_day(lang, &what),
            Some(Timing::Late { days, last_day }) => {
                mark::late(lang, &what, &report::count_of_days(lang, days), &lang.date(last_day))
            }
        }
    }
}

/// The day on which a report was sent back.
fn day(lang: Lang, report: &Submission) -> String {
    report.returned.map(|day| lang.date(day)).unwrap_or_default()
}

fn with_reason(lang: Lang, what: String, report: &Submission) -> String {
    match &report.reason {
        Some(reason) => format!("{what}, {}", mark::reason(lang, &one_line(reason))),
        None => what,
    }
}
