//! Problems as rustc shows them: a code, a place, an excerpt with a mark below, a way out.

use super::Screen;
use crate::diagnostic::{Code, Place, Problem, Severity, Source};
use crate::text::{Lang, excerpt, one_line, words::problem};
use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// How many further places of one problem are shown.
const MOST_PLACES: usize = 3;

/// A longer excerpt is not shown: it would fill the screen and say nothing.
const LONGEST_EXCERPT: usize = 4000;

/// Longer lines of running text are hard to read.
const LONGEST_LINE: usize = 88;

/// How many bytes apart two places may be to share an excerpt.
const NEAR: usize = 400;

/// Draws one problem, with an empty line after it.
pub fn problem(found: &Problem, lang: Lang, screen: Screen) -> String {
    let renderer = if screen.colour { Renderer::styled() } else { Renderer::plain() };
    let title = level(found.severity(), lang).primary_title(found.message.in_lang(lang)).id(found.code.name());
    let places: Vec<&Place> = std::iter::once(&found.at).chain(found.also.iter().take(MOST_PLACES)).collect();
    let group = title.elements(excerpts(&places, lang));
    let rest = found.also.len().saturating_sub(MOST_PLACES);
    let more = (rest > 0).then(|| problem::more_places(lang, rest));
    let notes = more.map(|more| Level::NOTE.with_name(problem::severity_note(lang)).message(more));
    let helps =
        found.help.as_ref().map(|help| Level::HELP.with_name(problem::help_label(lang)).message(help.in_lang(lang)));
    let group = group.elements(notes).elements(helps);
    let drawn = renderer.term_width(screen.width.max(40)).render(&[group]);
    format!("{drawn}\n\n")
}

/// What a code means, why, and an example of it.
pub fn explanation(code: Code, lang: Lang, screen: Screen) -> String {
    let style = if screen.colour { anstyle::Style::new().bold() } else { anstyle::Style::new() };
    let severity = match code.severity() {
        Severity::Error => problem::severity_error(lang),
        Severity::Warning => problem::severity_warning(lang),
        Severity::Note => problem::severity_note(lang),
    };
    let name = code.name();
    let said = code.explanation(lang);
    let [what, why] = [said.what, said.why].map(|text| wrapped(text, screen.width.min(LONGEST_LINE)));
    let example: String = said.example.lines().map(|line| ["    ", line, "\n"].concat()).collect();
    format!("{style}{severity}[{name}]{style:#}\n\n{what}\n{why}\n{}:\n\n{example}", problem::example_label(lang))
}

/// A text broken between words into lines of a width, each with a line end.
fn wrapped(text: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

fn level(severity: Severity, lang: Lang) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name(problem::severity_error(lang)),
        Severity::Warning => Level::WARNING.with_name(problem::severity_warning(lang)),
        Severity::Note => Level::NOTE.with_name(problem::severity_note(lang)),
    }
}

/// The places of a problem, the first marked as the place itself. Those that are near each other share
/// one excerpt; only the lines needed are handed over, since the renderer scans all it is given.
fn excerpts<'a>(places: &[&'a Place], lang: Lang) -> Vec<Element<'a>> {
    let mut parts: Vec<Excerpt<'_>> = Vec::new();
    for (number, place) in places.iter().enumerate() {
        let own = place.source.lines_around(&(place.span.start..place.span.start)).0;
        let is_near = |part: &&mut Excerpt<'_>| {
            let lines = &part.lines;
            part.source == &place.source && own.start < lines.end + NEAR && lines.start < own.end + NEAR
        };
        match parts.iter_mut().find(is_near) {
            Some(part) => {
                part.lines = part.lines.start.min(own.start)..part.lines.end.max(own.end);
                part.marks.push((&place.span, number));
            }
            None => parts.push(Excerpt { source: &place.source, lines: own, marks: vec![(&place.span, number)] }),
        }
    }
    parts.into_iter().map(|part| part.element(lang)).collect()
}

/// Some lines of a file, with the places to mark on them and which of the problem's places each is.
struct Excerpt<'a> {
    source: &'a Source,
    lines: Range<usize>,
    marks: Vec<(&'a Range<usize>, usize)>,
}

impl<'a> Excerpt<'a> {
    /// The lines with marks; a place that is nowhere in particular, or on an endless line, is only named.
    fn element(self, lang: Lang) -> Element<'a> {
        let Self { source, lines, marks } = self;
        let path = one_line(source.name());
        let text = source.text()[lines.clone()].trim_end_matches(['\n', '\r']);
        let first = marks.first().map_or(0..0, |(span, _)| Range::clone(span));
        if first == (0..0) || text.len() > LONGEST_EXCERPT {
            let start = source.position(first.start);
            return Origin::path(path).line(start.line).char_column(start.column).into();
        }
        let annotations = marks.iter().map(|(span, number)| {
            let start = span.start.saturating_sub(lines.start).min(text.len());
            let line_end = text[start..].find(['\n', '\r']).map_or(text.len(), |end| start + end);
            let within = start..span.end.saturating_sub(lines.start).clamp(start, line_end.max(start));
            // What is made visible takes as many columns as before, but not as many bytes.
            let within = excerpt(&text[..within.start]).len()..excerpt(&text[..within.end]).len();
            let kind = if *number == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            kind.span(within).label((*number == 1).then(|| problem::also_here(lang)))
        });
        let number = source.position(lines.start).line;
        Snippet::source(excerpt(text)).line_start(number).path(path).annotations(annotations).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_in_both_languages_with_a_marked_example() {
        for code in Code::ALL {
            let [vi, en] = [Lang::Vi, Lang::En].map(|lang| code.explanation(lang));
            assert_ne!((vi.what, vi.why), (en.what, en.why));
            for text in [vi.what, vi.why, en.what, en.why] {
                assert!(text.ends_with('.') && !text.contains("  "), "{}: {text}", code.name());
            }
            assert!((1..=6).contains(&en.example.lines().count()), "{}", code.name());
            assert_eq!(en.example.matches("# <-").count(), 1, "{}", code.name());
            assert_eq!(vi.example, en.example);
        }
    }
}
