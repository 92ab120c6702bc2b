//! Problems as rustc shows them: a code, a place, an excerpt with a mark below, a way out.

use super::Screen;
use crate::diagnostic::Source;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::text::{Lang, one_line, words::explain, words::problem};
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
pub fn diagnostic(found: &Diagnostic, source: &Source, lang: Lang, screen: Screen) -> String {
    let renderer = if screen.colour { Renderer::styled() } else { Renderer::plain() };
    let path = one_line(source.name()).into_owned();
    let title = level(found.severity(), lang).primary_title(found.message.in_lang(lang)).id(found.code.name());
    let places = std::iter::once(&found.span).chain(found.also.iter().take(MOST_PLACES));
    let group = title.elements(excerpts(source, &path, &places.collect::<Vec<_>>(), lang));
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
    let said = explain::explanation(lang, name);
    let [what, why] = [said.map(|said| said.what), said.map(|said| said.why)]
        .map(|text| wrapped(text.unwrap_or_default(), screen.width.min(LONGEST_LINE)));
    let example = said.map(|said| said.example).unwrap_or_default();
    let example: String = example.lines().map(|line| ["    ", line, "\n"].concat()).collect();
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
fn excerpts<'a>(source: &'a Source, path: &'a str, places: &[&Range<usize>], lang: Lang) -> Vec<Element<'a>> {
    let mut parts: Vec<(Range<usize>, Vec<usize>)> = Vec::new();
    for (number, place) in places.iter().enumerate() {
        let own = source.lines_around(&(place.start..place.start)).0;
        let near = parts.iter_mut().find(|(lines, _)| own.start < lines.end + NEAR && lines.start < own.end + NEAR);
        match near {
            Some((lines, numbers)) => {
                *lines = lines.start.min(own.start)..lines.end.max(own.end);
                numbers.push(number);
            }
            None => parts.push((own, vec![number])),
        }
    }
    let excerpt = |(lines, numbers): (Range<usize>, Vec<usize>)| {
        let marks: Vec<_> = numbers.iter().map(|number| (places[*number].clone(), *number)).collect();
        excerpt(source, path, lines, &marks, lang)
    };
    parts.into_iter().map(excerpt).collect()
}

/// Some lines with marks; a place that is nowhere in particular, or on an endless line, is only named.
fn excerpt<'a>(
    source: &'a Source,
    path: &'a str,
    lines: Range<usize>,
    marks: &[(Range<usize>, usize)],
    lang: Lang,
) -> Element<'a> {
    let text = source.text()[lines.clone()].trim_end_matches(['\n', '\r']);
    let first = marks.first().map_or(0..0, |(place, _)| place.clone());
    if first == (0..0) || text.len() > LONGEST_EXCERPT {
        let place = source.position(first.start);
        return Origin::path(path).line(place.line).char_column(place.column).into();
    }
    let annotations = marks.iter().map(|(place, number)| {
        let start = place.start.saturating_sub(lines.start).min(text.len());
        let line_end = text[start..].find(['\n', '\r']).map_or(text.len(), |end| start + end);
        let span = start..place.end.saturating_sub(lines.start).clamp(start, line_end.max(start));
        let kind = if *number == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        kind.span(span).label((*number == 1).then(|| problem::also_here(lang)))
    });
    let number = source.position(lines.start).line;
    Snippet::source(text).line_start(number).path(path).annotations(annotations).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_in_both_languages_with_a_marked_example() {
        for code in Code::ALL {
            let [vi, en] = [Lang::Vi, Lang::En].map(|lang| explain::explanation(lang, code.name()).unwrap());
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
