//! Days of a calendar as iCalendar (RFC 5545): one all-day event each, with an alarm a week before.

use super::words;
use crate::report::{Calendar, CalendarDay};
use crate::text::Lang;
use chrono::{Datelike, NaiveDate};
use std::io::{self, Write};

/// How many bytes a line has before it is folded.
const LONGEST: usize = 75;

/// Writes a calendar.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, calendar: &Calendar) -> io::Result<()> {
    let mut lines = Lines { out };
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//papi-plan//papi-plan//EN", "CALSCALE:GREGORIAN"] {
        lines.line(line)?;
    }
    if let Some(name) = &calendar.name {
        lines.text("X-WR-CALNAME", name)?;
    }
    for day in &calendar.days {
        lines.event(day, calendar.as_of, calendar.lang)?;
    }
    lines.line("END:VCALENDAR")
}

struct Lines<'o> {
    out: &'o mut dyn Write,
}

impl Lines<'_> {
    fn event(&mut self, event: &CalendarDay, as_of: NaiveDate, lang: Lang) -> io::Result<()> {
        let what = words::value(&event.what, lang);
        let about: Vec<_> = event.about.iter().map(|about| words::value(about, lang)).collect();
        self.line("BEGIN:VEVENT")?;
        self.line(&format!("UID:{}@papi-plan", uid(&event.key)))?;
        self.line(&format!("DTSTAMP:{}T000000Z", date(as_of)))?;
        self.line(&format!("DTSTART;VALUE=DATE:{}", date(event.day)))?;
        // Of the last day that can be written it is left out: an event has one day where nothing else is said.
        if let Some(next) = event.day.succ_opt().filter(|next| next.year() <= 9999) {
            self.line(&format!("DTEND;VALUE=DATE:{}", date(next)))?;
        }
        self.text("SUMMARY", &what)?;
        self.text("DESCRIPTION", &about.join("\n"))?;
        // A day that something is due keeps nobody from anything else on it.
        self.line("TRANSP:TRANSPARENT")?;
        self.line("BEGIN:VALARM")?;
        self.line("ACTION:DISPLAY")?;
        self.text("DESCRIPTION", &what)?;
        self.line("TRIGGER:-P7D")?;
        self.line("END:VALARM")?;
        self.line("END:VEVENT")
    }

    /// A property whose value is text.
    fn text(&mut self, name: &str, value: &str) -> io::Result<()> {
        self.line(&format!("{name}:{}", escaped(value)))
    }

    /// A line, folded where it is long, and never within a character.
    fn line(&mut self, line: &str) -> io::Result<()> {
        let mut used = 0;
        for c in line.chars() {
            if used + c.len_utf8() > LONGEST {
                self.out.write_all(b"\r\n ")?;
                used = 1;
            }
            self.out.write_all(c.encode_utf8(&mut [0; 4]).as_bytes())?;
            used += c.len_utf8();
        }
        self.out.write_all(b"\r\n")
    }
}

/// Text in which nothing is a separator.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}

fn date(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// What stands for a key: each time the same, and for no other key (FNV-1a of 128 bits).
fn uid(key: &[String; 6]) -> String {
    const START: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    // No part of a key has a byte of 0.
    let bytes = key.iter().flat_map(|part| part.bytes().chain([0]));
    let sum = bytes.fold(START, |sum, byte| (sum ^ u128::from(byte)).wrapping_mul(PRIME));
    format!("{sum:032x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(line: &str) -> String {
        let mut out = Vec::new();
        Lines { out: &mut out }.line(line).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn lines_have_at_most_75_bytes_and_break_between_characters() {
        assert_eq!(folded(&"a".repeat(75)), format!("{}\r\n", "a".repeat(75)));
        assert_eq!(folded(&"a".repeat(76)), format!("{}\r\n a\r\n", "a".repeat(75)));
        // "ệ" has three bytes: 24 of them and "aa" are 74.
        let line = format!("aa{}", "ệ".repeat(50));
        assert_eq!(folded(&line), format!("aa{}\r\n {}\r\n {}\r\n", "ệ".repeat(24), "ệ".repeat(24), "ệ".repeat(2)));
    }

    proptest! {
        #[test]
        fn what_is_folded_is_whole_again_when_it_is_unfolded(line in "[^\r\n]{0,300}") {
            let folded = folded(&line);
            prop_assert!(folded.split("\r\n").all(|line| line.len() <= LONGEST));
            prop_assert_eq!(folded.replace("\r\n ", ""), format!("{line}\r\n"));
        }
    }

    #[test]
    fn text_is_text() {
        assert_eq!(escaped("a;b, c\\n\nEND:VEVENT \"x\": y"), "a\\;b\\, c\\\\n\\nEND:VEVENT \"x\": y");
    }

    #[test]
    fn a_key_stands_for_itself_alone() {
        let key = |[row, period, body]: [&str; 3]| {
            uid(&["UBND", "2020-08-19", "15/KH", row, period, body].map(str::to_owned))
        };
        assert_eq!(key(["1", "", "a"]), "11ae4cbde75880cbb0983db225b7d7d6");
        assert_ne!(key(["1", "", "a"]), key(["1", "a", ""]));
        assert_ne!(key(["1", "2", "a"]), key(["", "12", "a"]));
    }
}
