//! Filling a document in: `{{agency}}` becomes a name, and a row of a table with `{{row.title}}` is repeated.
//!
//! Word splits what was typed over several runs as it likes, so a placeholder is looked for in the text of a whole
//! paragraph. All else of the document stays byte for byte.

use super::values::{Line, Values};
use crate::render::office::xml::escape_into;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::ops::Range;

/// How deep elements may be nested.
const DEEPEST: usize = 256;

/// Why a document cannot be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateError {
    /// It is no document of Word, or a broken one.
    NoDocument,
    /// No placeholder has that name.
    Unknown(String),
    /// The braces of a placeholder are not closed.
    Unclosed(String),
    /// A placeholder of a row stands outside a table.
    OutsideTable(String),
}

/// Fills in a part of a document.
///
/// # Errors
/// A part that is no XML, and placeholders that cannot be filled in.
pub fn fill(xml: &str, values: &Values) -> Result<String, TemplateError> {
    let parsed = Parsed::new(xml)?;
    let mut filled = Filled { xml, values, edits: Vec::new(), out: String::with_capacity(xml.len()) };
    let mut rows: Vec<&Region> = Vec::new();
    for paragraph in &parsed.paragraphs {
        for name in filled.find(paragraph)? {
            let start = paragraph.texts[0].content.start;
            if Values::is_of_row(&name) {
                let row = parsed.row_at(start).ok_or(TemplateError::OutsideTable(name))?;
                if rows.last().is_none_or(|last| last.range != row.range) {
                    rows.push(row);
                }
            }
        }
    }
    filled.write(&parsed, &rows);
    Ok(filled.out)
}

/// A text inside a paragraph.
struct Text {
    /// Where its element begins.
    start_tag: Range<usize>,
    content: Range<usize>,
}

#[derive(Default)]
struct Paragraph {
    texts: Vec<Text>,
}

/// A table or a row of one.
struct Region {
    range: Range<usize>,
    /// Of a row its table.
    table: Option<usize>,
}

/// What placeholders may stand in.
#[derive(Default)]
struct Parsed {
    paragraphs: Vec<Paragraph>,
    tables: Vec<Region>,
    rows: Vec<Region>,
}

impl Parsed {
    fn new(xml: &str) -> Result<Self, TemplateError> {
        let mut reader = Reader::from_str(xml);
        let mut parsed = Self::default();
        let (mut paragraphs, mut tables, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        let (mut depth, mut text) = (0_usize, None);
        loop {
            let start = position(&reader)?;
            let event = reader.read_event().map_err(|_| TemplateError::NoDocument)?;
            let end = position(&reader)?;
            match event {
                Event::Start(tag) => {
                    depth += 1;
                    match tag.name().as_ref() {
                        "w:p" => paragraphs.push(Paragraph::default()),
                        "w:tbl" => {
                            tables.push(parsed.tables.len());
                            parsed.tables.push(Region { range: start..start, table: None });
                        }
                        "w:tr" => {
                            rows.push(parsed.rows.len());
                            parsed.rows.push(Region { range: start..start, table: tables.last().copied() });
                        }
                        "w:t" => text = Some(start..end),
                        _ => {}
                    }
                }
                Event::End(tag) => {
                    depth = depth.saturating_sub(1);
                    match tag.name().as_ref() {
                        "w:p" => parsed.paragraphs.extend(paragraphs.pop()),
                        "w:tbl" => close(&mut parsed.tables, tables.pop(), end),
                        "w:tr" => close(&mut parsed.rows, rows.pop(), end),
                        "w:t" => {
                            let open: Option<(&mut Paragraph, Range<usize>)> = paragraphs.last_mut().zip(text.take());
                            if let Some((paragraph, start_tag)) = open {
                                paragraph.texts.push(Text { content: start_tag.end..start, start_tag });
                            }
                        }
                        _ => {}
                    }
                }
                Event::DocType(_) => return Err(TemplateError::NoDocument),
                Event::Eof if depth > 0 => return Err(TemplateError::NoDocument),
                Event::Eof => return Ok(parsed),
                _ => {}
            }
            if depth > DEEPEST {
                return Err(TemplateError::NoDocument);
            }
        }
    }

    /// The innermost row around a place.
    fn row_at(&self, at: usize) -> Option<&Region> {
        self.rows.iter().rfind(|row| row.range.contains(&at))
    }
}

fn position(reader: &Reader<&[u8]>) -> Result<usize, TemplateError> {
    usize::try_from(reader.buffer_position()).map_err(|_| TemplateError::NoDocument)
}

fn close(regions: &mut [Region], opened: Option<usize>, end: usize) {
    if let Some(region) = opened.and_then(|number| regions.get_mut(number)) {
        region.range.end = end;
    }
}

/// A change of the part: what stands at some place instead.
struct Edit {
    range: Range<usize>,
    with: With,
}

enum With {
    /// What a placeholder stands for.
    Value(String),
    /// This.
    Markup(&'static str),
}

struct Filled<'a> {
    xml: &'a str,
    values: &'a Values,
    /// In the order of their places.
    edits: Vec<Edit>,
    out: String,
}

impl Filled<'_> {
    /// Notes what becomes of the placeholders of a paragraph; their names.
    fn find(&mut self, paragraph: &Paragraph) -> Result<Vec<String>, TemplateError> {
        let said: String = paragraph.texts.iter().map(|text| &self.xml[text.content.clone()]).collect();
        let mut names = Vec::new();
        let mut from = 0;
        while let Some(open) = said[from..].find("{{").map(|at| from + at) {
            let rest = &said[open + 2..];
            let close = rest.find("}}").ok_or_else(|| TemplateError::Unclosed(excerpt(rest)))?;
            let name = rest[..close].trim();
            if !Values::has(name) {
                return Err(TemplateError::Unknown(excerpt(name)));
            }
            from = open + 2 + close + 2;
            self.replace(paragraph, open..from, name);
            names.push(name.to_owned());
        }
        Ok(names)
    }

    /// Puts a value in the place of some text of a paragraph, which may stand in several runs: the first gets it.
    fn replace(&mut self, paragraph: &Paragraph, range: Range<usize>, name: &str) {
        let mut before = 0;
        let mut with = Some(name.to_owned());
        for text in &paragraph.texts {
            let own = range.start.max(before)..range.end.min(before + text.content.len());
            if !own.is_empty() {
                let at = |place: usize| text.content.start + place - before;
                let is_first_of_text = self.edits.last().is_none_or(|last| last.range.start < text.start_tag.start);
                if is_first_of_text {
                    let tag = With::Markup("<w:t xml:space=\"preserve\">");
                    self.edits.push(Edit { range: text.start_tag.clone(), with: tag });
                }
                let with = with.take().map_or(With::Markup(""), With::Value);
                self.edits.push(Edit { range: at(own.start)..at(own.end), with });
            }
            before += text.content.len();
        }
    }

    /// Writes the part: tables with rows to repeat once a plan, these rows once a line.
    fn write(&mut self, parsed: &Parsed, rows: &[&Region]) {
        self.edits.sort_by_key(|edit| edit.range.start);
        let mut at = 0;
        for (number, table) in parsed.tables.iter().enumerate() {
            let repeated: Vec<&&Region> = rows.iter().filter(|row| row.table == Some(number)).collect();
            if repeated.is_empty() || table.range.start < at {
                continue;
            }
            self.copy(at..table.range.start, None);
            for plan in &self.values.plans {
                if let Some(heading) = &plan.heading {
                    self.out.push_str(heading);
                }
                let mut at = table.range.start;
                for row in &repeated {
                    self.copy(at..row.range.start, None);
                    for line in &plan.lines {
                        self.copy(row.range.clone(), Some(line));
                    }
                    at = row.range.end;
                }
                self.copy(at..table.range.end, None);
            }
            at = table.range.end;
        }
        self.copy(at..self.xml.len(), None);
    }

    /// Copies some of the part, with the changes in it.
    fn copy(&mut self, range: Range<usize>, line: Option<&Line>) {
        let first = self.edits.partition_point(|edit| edit.range.start < range.start);
        let mut at = range.start;
        for edit in self.edits[first..].iter().take_while(|edit| edit.range.end <= range.end) {
            self.out.push_str(&self.xml[at..edit.range.start]);
            match &edit.with {
                With::Markup(markup) => self.out.push_str(markup),
                With::Value(name) => add_value(&mut self.out, self.values.get(name, line)),
            }
            at = edit.range.end;
        }
        self.out.push_str(&self.xml[at..range.end]);
    }
}

/// Adds a value inside a text; where it has several lines, these break.
fn add_value(out: &mut String, value: &str) {
    for (number, line) in value.split('\n').enumerate() {
        if number > 0 {
            out.push_str("</w:t><w:br/><w:t xml:space=\"preserve\">");
        }
        escape_into(out, line);
    }
}

/// The beginning of a text that may be long.
fn excerpt(text: &str) -> String {
    const LONGEST: usize = 40;
    text.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::super::values::Owed;
    use super::*;

    fn values() -> Values {
        let line = |number: &str| {
            Line::new(
                ["number", "title", "due", "days_late", "period", "note"]
                    .map(|name| if name == "number" { number.to_owned() } else { format!("{name} of {number}") }),
            )
        };
        let plan = |heading: Option<&str>, numbers: &[&str]| Owed {
            heading: heading.map(str::to_owned),
            lines: numbers.iter().map(|number| line(number)).collect(),
        };
        let mut values = Values::new(vec![plan(None, &["1", "2"])]);
        values.set("agency", "A & B\n{{date}}");
        values.set("date", "today");
        values
    }

    fn filled(inner: &str) -> Result<String, TemplateError> {
        fill(&format!("<w:document><w:body>{inner}</w:body></w:document>"), &values())
            .map(|xml| xml.replace("<w:document><w:body>", "").replace("</w:body></w:document>", ""))
    }

    const T: &str = "<w:t xml:space=\"preserve\">";

    #[test]
    fn a_placeholder_is_found_however_word_split_it() {
        let cases = [
            ("<w:p><w:r><w:t>To {{date}}!</w:t></w:r></w:p>", format!("<w:p><w:r>{T}To today!</w:t></w:r></w:p>")),
            (
                "<w:p><w:r><w:t>a {</w:t></w:r><w:r><w:t>{ da</w:t></w:r><w:r><w:t>te }} b {{date}}</w:t></w:r></w:p>",
                format!("<w:p><w:r>{T}a today</w:t></w:r><w:r>{T}</w:t></w:r><w:r>{T} b today</w:t></w:r></w:p>"),
            ),
            ("<w:p><w:r><w:t>{ {date} }</w:t></w:r></w:p>", "<w:p><w:r><w:t>{ {date} }</w:t></w:r></w:p>".to_owned()),
        ];
        for (template, expected) in cases {
            assert_eq!(filled(template), Ok(expected), "{template}");
        }
    }

    #[test]
    fn a_value_is_text_and_is_not_filled_in_again() {
        let expected = format!("<w:p><w:r>{T}A &amp; B</w:t><w:br/>{T}{{{{date}}}}</w:t></w:r></w:p>");
        assert_eq!(filled("<w:p><w:r><w:t>{{agency}}</w:t></w:r></w:p>"), Ok(expected));
    }

    #[test]
    fn a_row_of_a_table_is_repeated_and_a_table_for_each_plan() {
        let row = |text: &str| format!("<w:tr><w:tc><w:p><w:r>{T}{text}</w:t></w:r></w:p></w:tc></w:tr>");
        let table = format!("<w:tbl><w:tr/>{}{}</w:tbl>", row("{{row.number}} {{date}}"), row("end"));
        let expected = format!("<w:tbl><w:tr/>{}{}{}</w:tbl>", row("1 today"), row("2 today"), row("end"));
        assert_eq!(filled(&table), Ok(expected));
    }

    #[test]
    fn what_cannot_be_filled_in_is_told() {
        let paragraph = |text: &str| filled(&format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"));
        assert_eq!(paragraph("{{agancy}}"), Err(TemplateError::Unknown("agancy".to_owned())));
        assert_eq!(paragraph("a {{date} b"), Err(TemplateError::Unclosed("date} b".to_owned())));
        assert_eq!(paragraph("{{row.note}}"), Err(TemplateError::OutsideTable("row.note".to_owned())));
        assert_eq!(filled("<w:p><w:r>"), Err(TemplateError::NoDocument));
        assert_eq!(fill("<!DOCTYPE a [<!ENTITY b 'c'>]><w:p/>", &values()), Err(TemplateError::NoDocument));
        let deep = "<w:a>".repeat(300);
        assert_eq!(fill(&deep, &values()), Err(TemplateError::NoDocument));
    }
}
