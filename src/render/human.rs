//! Problems as rustc shows them: a code, a place, an excerpt with a mark below, a way out.

use super::Screen;
use crate::diagnostic::Source;
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{Lang, one_line, words::problem};
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use std::ops::Range;

/// How many further places of one problem are shown.
const MOST_PLACES: usize = 3;

/// A longer line is not shown: it would fill the screen and say nothing.
const LONGEST_LINE: usize = 4000;

/// Draws one problem, with an empty line after it.
pub fn diagnostic(found: &Diagnostic, source: &Source, lang: Lang, screen: Screen) -> String {
    let renderer = if screen.colour { Renderer::styled() } else { Renderer::plain() };
    let path = one_line(source.name()).into_owned();
    let title = level(found.severity(), lang).primary_title(found.message.in_lang(lang)).id(found.code.name());
    let mut group = title.element(excerpt(source, &path, &found.span, AnnotationKind::Primary, None));
    for (number, span) in found.also.iter().take(MOST_PLACES).enumerate() {
        let label = if number == 0 { problem::also_here(lang) } else { "" };
        group = group.element(excerpt(source, &path, span, AnnotationKind::Context, Some(label)));
    }
    let rest = found.also.len().saturating_sub(MOST_PLACES);
    let more = (rest > 0).then(|| problem::more_places(lang, rest));
    let notes = more.map(|more| Level::NOTE.with_name(problem::severity_note(lang)).message(more));
    let helps =
        found.help.as_ref().map(|help| Level::HELP.with_name(problem::help_label(lang)).message(help.in_lang(lang)));
    let group: Group<'_> = group.elements(notes).elements(helps);
    let drawn = renderer.term_width(screen.width.max(40)).render(&[group]);
    format!("{drawn}\n\n")
}

fn level(severity: Severity, lang: Lang) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name(problem::severity_error(lang)),
        Severity::Warning => Level::WARNING.with_name(problem::severity_warning(lang)),
        Severity::Note => Level::NOTE.with_name(problem::severity_note(lang)),
    }
}

/// The line on which a place begins, marked up to its end; only that line is handed over, since the
/// renderer scans all it is given.
fn excerpt<'a>(
    source: &'a Source,
    path: &'a str,
    span: &Range<usize>,
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> Element<'a> {
    let (lines, number) = source.lines_around(&(span.start..span.start));
    let line = source.text()[lines.clone()].trim_end_matches(['\n', '\r']);
    if line.len() > LONGEST_LINE {
        let place = source.position(span.start);
        return Origin::path(path).line(place.line).char_column(place.column).into();
    }
    let start = span.start.saturating_sub(lines.start).min(line.len());
    let end = span.end.saturating_sub(lines.start).clamp(start, line.len());
    let mark: Annotation<'a> = kind.span(start..end).label(label.filter(|label| !label.is_empty()));
    Snippet::source(line).line_start(number).path(path).annotation(mark).into()
}
