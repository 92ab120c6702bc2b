//! Pages for a browser: one file that needs nothing else. Without its script all can be read; with it lines are
//! searched, filtered and sorted.

mod chart;
mod facets;
mod table;

use super::words;
use crate::report::{Block, Page, Web};
use crate::text::{Lang, words::html};
use facets::Facets;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::io::{self, Write};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The SHA-256 of the style, and of the script: nothing else may run or be loaded.
const STYLE_HASH: &str = "Dapd+Or/lWr6ZS5DcAHlEvbPK1fgGaKBTVzaRu0Pszo=";
const SCRIPT_HASH: &str = "al2JoJPxZ2t6TnfXqpcfh5AO/q4du4xIZUC2JfJhl2g=";

/// Writes a page.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, web: &Web<'_>) -> io::Result<()> {
    out.write_all(document(web).into_string().as_bytes())
}

fn document(Web { name, page }: &Web<'_>) -> Markup {
    let lang = page.lang;
    let name = &*words::value(name, lang);
    let (opening, parts) = parts(page);
    let title = opening.iter().find_map(|block| match block {
        Block::Title(title) => Some(words::value(title, lang)),
        _ => None,
    });
    let mut facets = Facets::default();
    let body: Vec<Markup> = parts.iter().map(|part| part.drawn(name, lang, &mut facets)).collect();
    let has_lines = |part: &Part<'_>| part.blocks.iter().any(|block| matches!(block, Block::Table(_)));
    let (above, below) = body.split_at(parts.iter().position(has_lines).unwrap_or(0));
    let named = parts.iter().filter_map(|part| Some((part.id(), part.heading.as_ref()?)));
    let named: Vec<(String, &String)> = named.collect();
    html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            (head(name, title.as_deref()))
            body {
                a .skip href="#content" { (html::skip_link(lang)) }
                header {
                    h1 { (name) }
                    @for block in opening {
                        @match block {
                            Block::Title(title) => p .plan { (words::value(title, lang)) },
                            Block::Text(text) => p { (words::value(text, lang)) },
                            _ => {},
                        }
                    }
                }
                @if named.len() > 2 {
                    nav aria-label=(html::parts(lang)) {
                        ul { @for (id, heading) in &named { li { a href={ "#" (id) } { (heading) } } } }
                    }
                }
                main #content tabindex="-1" {
                    // What is found and filtered stands below; what is read first stands above.
                    @for part in above { (part) }
                    (facets.controls(lang))
                    @for part in below { (part) }
                }
                footer { p { (html::made_with(lang)) } }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

fn head(name: &str, title: Option<&str>) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy());
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (name) @if let Some(title) = title { " – " (title) } }
            style { (PreEscaped(STYLE)) }
        }
    }
}

/// What the page may do: use its own style and script, and nothing else.
fn policy() -> String {
    format!(
        "default-src 'none'; style-src 'sha256-{STYLE_HASH}'; script-src 'sha256-{SCRIPT_HASH}'; base-uri 'none'; \
         form-action 'none'"
    )
}

/// A part of a page under its heading; the first may have none.
struct Part<'p> {
    number: usize,
    heading: Option<String>,
    blocks: Vec<&'p Block<'p>>,
}

/// What a page opens with, and its parts.
fn parts<'p>(page: &'p Page<'_>) -> (&'p [Block<'p>], Vec<Part<'p>>) {
    let opens = |block: &Block<'_>| matches!(block, Block::Title(_) | Block::Text(_));
    let last = page.blocks.len().saturating_sub(1);
    let opening = page.blocks.iter().position(|block| !opens(block)).unwrap_or(last);
    let (opening, rest) = page.blocks.split_at(opening);
    let mut parts = vec![Part { number: 0, heading: None, blocks: Vec::new() }];
    for block in rest {
        match block {
            Block::Heading(heading) => {
                let heading = Some(words::value(heading, page.lang).into_owned());
                parts.push(Part { number: parts.len(), heading, blocks: Vec::new() });
            }
            block => parts.iter_mut().last().into_iter().for_each(|part| part.blocks.push(block)),
        }
    }
    parts.retain(|part| part.heading.is_some() || !part.blocks.is_empty());
    (opening, parts)
}

impl Part<'_> {
    fn id(&self) -> String {
        format!("part-{}", self.number)
    }

    /// The part; `page` names what has no heading.
    fn drawn(&self, page: &str, lang: Lang, facets: &mut Facets) -> Markup {
        let name = self.heading.as_deref().unwrap_or(page);
        let blocks: Vec<Markup> = self.blocks.iter().map(|block| drawn(block, name, lang, facets)).collect();
        let blocks = html! { @for block in blocks { (block) } };
        match &self.heading {
            Some(heading) => html! {
                section aria-labelledby=(self.id()) { h2 #(self.id()) { (heading) } (blocks) }
            },
            None => html! { section { (blocks) } },
        }
    }
}

fn drawn(block: &Block<'_>, name: &str, lang: Lang, facets: &mut Facets) -> Markup {
    match block {
        Block::Title(text) | Block::Heading(text) | Block::Text(text) => html! { p { (words::value(text, lang)) } },
        Block::Answer(text) => html! { p .answer { (words::value(text, lang)) } },
        Block::Remark(text) => html! { p .remark { (words::value(text, lang)) } },
        Block::Fields(fields) => table::fields(fields, lang),
        Block::Table(table) => table::drawn(table, name, lang, facets),
        Block::Chart(chart) => chart::drawn(chart, lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{Filter, Snapshot};
    use crate::report::{
        AgencyName, Answer as _, Beside, Cell, Column, Fit, FrontAnswer, Grouping, ListAnswer, OverdueAnswer,
        OverdueQuestion, SummaryAnswer, Table, Value, Weeks,
    };
    use crate::testing::{day, plan};
    use crate::text::Bilingual;
    use sha2::{Digest, Sha256};
    use std::sync::Arc;

    fn page_of(web: &Web<'_>) -> String {
        let mut out = Vec::new();
        write(&mut out, web).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// The rows of a plan at 15 March, as a page.
    fn list(rows: &[&str]) -> String {
        let plan = plan(rows);
        let answer = ListAnswer::new(&Snapshot::new(&plan, day("03-15")), &Filter::default(), &[], Beside::default());
        page_of(&answer.web(Lang::En).unwrap())
    }

    fn base64(bytes: &[u8]) -> String {
        const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let group = |group: &[u8]| {
            let number = (0..3).fold(0, |number, at| number << 8 | usize::from(*group.get(at).unwrap_or(&0)));
            let sign = move |at: usize| if at > group.len() { '=' } else { SIGNS[number >> (18 - 6 * at) & 63].into() };
            (0..4).map(sign).collect::<String>()
        };
        bytes.chunks(3).map(group).collect()
    }

    #[test]
    fn the_page_may_use_its_own_style_and_script_and_nothing_else() {
        assert_eq!(base64(b"ab"), "YWI=");
        assert_eq!(STYLE_HASH, base64(&Sha256::digest(STYLE)), "STYLE_HASH");
        assert_eq!(SCRIPT_HASH, base64(&Sha256::digest(SCRIPT)), "SCRIPT_HASH");
        let page = list(&["id = '1', lead = ['a']"]);
        let policy = "default-src 'none'; style-src 'sha256-";
        assert_eq!(page.matches(policy).count(), 1);
        for (what, count) in [("<style>", 1), ("<script>", 1), (" style=", 0), (" on", 0), ("<link", 0), ("http", 1)] {
            let markup = page.replace(STYLE, "").replace(SCRIPT, "");
            let found = markup.matches(what).count();
            // The only "http" is that of the policy itself.
            assert_eq!(found, count, "{what}");
        }
        for forbidden in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "import"] {
            assert!(!SCRIPT.contains(forbidden), "{forbidden}");
        }
        assert!(!SCRIPT.contains("</script") && !STYLE.contains("</style") && !STYLE.contains("url("));
    }

    #[test]
    fn text_of_the_plan_is_never_markup() {
        let title = "</script></title><img src=x onerror=alert(1)>&amp;\"'";
        let page = list(&[&format!("id = '<b>', lead = ['a'], due = {{ when = '''<i>{title}''' }}")]);
        assert!(
            page.contains("&lt;i&gt;&lt;/script&gt;&lt;/title&gt;&lt;img src=x onerror=alert(1)&gt;&amp;amp;&quot;'"),
            "{page}"
        );
        assert!(page.contains("&lt;b&gt;"));
        assert!(!page.contains("<img") && !page.contains("<b>") && !page.contains("<i>"));
    }

    #[test]
    fn a_line_says_whom_it_names_how_it_stands_and_by_what_it_is_sorted() {
        let page = list(&[
            "id = 'II', lead = ['a', 'b'], due = { by = 2020-03-10 }",
            "id = 'II.10', lead = ['b'], support = ['c'], due = { ongoing = true }",
        ]);
        let lines: Vec<&str> = page.split("<tr").skip(2).map(|line| line.split("</tr>").next().unwrap()).collect();
        let has = |line: usize, attributes: &[&str]| {
            for attribute in attributes {
                assert!(lines[line].contains(attribute), "{attribute}: {}", lines[line]);
            }
        };
        has(
            0,
            &[
                "data-agencies=\"0 1\"",
                "data-statuses=\"overdue\"",
                "data-sort=\"n000002\"",
                "data-sort=\"2020-03-10\"",
            ],
        );
        has(0, &["data-sort=\"4999995\"", "<span class=\"status s-overdue\">Overdue 5\u{a0}days</span>"]);
        has(
            1,
            &["data-agencies=\"1 2\"", "data-statuses=\"open\"", "data-sort=\"n000002.000010\"", "data-depth=\"1\""],
        );
        assert!(page.contains("<option value=\"0\">") && page.contains("<option value=\"open\">No deadline</option>"));
        assert!(!lines[1].contains("data-sort=\"2020"), "what has no last day has no day to be sorted by");
    }

    #[test]
    fn a_line_that_goes_on_repeats_of_what() {
        let plan = plan(&[
            "id = '1', lead = ['abc'], due = { by = 2020-03-10 }",
            "id = '2', lead = ['a'], due = { by = 2020-03-11 }",
        ]);
        let snapshot = Snapshot::new(&plan, day("03-15"));
        let ask = |question: &OverdueQuestion| page_of(&OverdueAnswer::new(&snapshot, question).web(Lang::En).unwrap());
        let units = ask(&OverdueQuestion { per_unit: true, ..OverdueQuestion::default() });
        // A line for the group and its three units, and one for the other row.
        assert_eq!(
            (units.matches("<tr").count(), units.matches(" again\"").count()),
            (6, 6),
            "number and title, three lines"
        );
        let agencies = ask(&OverdueQuestion { grouping: Grouping::Agency, ..OverdueQuestion::default() });
        assert_eq!(agencies.matches(" again\"").count(), 0, "{agencies}");
    }

    #[test]
    fn many_names_are_folded_away_behind_how_many_they_are() {
        let named = |count: usize| {
            let name = |at: usize| {
                Arc::new(AgencyName { id: at.to_string(), name: Bilingual { own: format!("N{at}"), en: None } })
            };
            let cell = Cell { lines: vec![Value::Agencies((0..count).map(name).collect())], ..Cell::default() };
            let columns = vec![Column { title: "A".into(), fit: Fit::Wrap(1) }];
            let blocks = vec![Block::Table(Table::new(columns, vec![vec![cell]]))];
            page_of(&Web { name: "W".into(), page: Page { lang: Lang::En, blocks } })
        };
        assert!(named(6).contains("<span>N0, N1, N2, N3, N4, N5</span>"));
        assert!(named(7).contains("<details><summary>7\u{a0}units</summary>N0, N1, N2, N3, N4, N5, N6</details>"));
    }

    #[test]
    fn charts_say_in_words_what_they_show() {
        let plan = plan(&[
            "id = '1', lead = ['a', 'b', 'c'], due = { by = 2020-03-10 }, submitted = [{ by = 'a', on = 2020-03-09 }]",
            "id = '2', lead = ['a'], due = { by = 2020-03-20 }",
        ]);
        let snapshot = Snapshot::new(&plan, day("03-15"));
        let answer = SummaryAnswer::new(&snapshot, false, false).with_weeks(Weeks::of(&snapshot));
        let page = page_of(&answer.web(Lang::En).unwrap());
        for said in [
            "<title>1: T: 1/3 done</title><desc>1 done, 2 overdue, 0 left</desc>",
            "<title>2: T: 0/1 done</title><desc>0 done, 0 overdue, 1 left</desc>",
            "<desc>2020-03-09 to 2020-03-15: 3 due, 1 done, 2 overdue, 0 still in time. 2020-03-16 to 2020-03-22: 1 due, 0 \
             done, 0 overdue, 1 still in time.</desc>",
            "<rect class=\"f-done\" width=\"33.3%\" height=\"100%\"></rect>\
             <rect class=\"f-overdue\" x=\"33.3%\" width=\"66.6%\" height=\"100%\"></rect>",
        ] {
            assert!(page.contains(said), "{said}\n{page}");
        }
        assert_eq!(page.matches("role=\"img\"").count(), 1 + 2 + 3);
        let text = SummaryAnswer::new(&snapshot, false, false);
        assert!(text.page(Lang::En).blocks.iter().all(|block| !matches!(block, Block::Chart(_))));
    }

    #[test]
    fn the_page_for_leaders_has_every_part_in_both_languages() {
        let plan = plan(&[
            "id = '1', lead = ['a', 'b'], due = { by = 2020-03-10 }",
            "id = '2', lead = ['c'], due = { by = 2020-03-16 }",
        ]);
        let answer =
            FrontAnswer::new(&Snapshot::with_periods_until(&plan, day("03-15"), Weeks::last_day(day("03-15"))));
        let parts = |lang| {
            let page = page_of(&answer.web(lang).unwrap());
            let parts =
                page.split("<h2 ").skip(1).map(|part| part.split(['>', '<']).nth(1).unwrap_or_default().to_owned());
            parts.collect::<Vec<_>>()
        };
        let expected = [
            "Overview",
            "Due week by week",
            "Overdue",
            "Due soon (at most 7\u{a0}days left)",
            "The whole plan",
            "By section",
            "By agency",
            "Not submitted",
            "All rows",
        ];
        assert_eq!(parts(Lang::En), expected);
        assert_eq!(parts(Lang::Vi).len(), expected.len());
        assert!(page_of(&answer.web(Lang::Vi).unwrap()).starts_with("<!DOCTYPE html><html lang=\"vi\">"));
    }
}
