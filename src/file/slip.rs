//! What a line that is no TOML was most likely meant to say: the slips that people make, with the line as it should be.

use crate::plan::{NoDay, read_day};
use crate::text::{Lang, code_point, is_invisible, quoted_to, words::problem};
use std::ops::Range;

/// What is wrong with a line, and what to do.
pub(super) struct Slip {
    /// Where in the line.
    pub(super) at: Range<usize>,
    pub(super) said: Said,
    pub(super) help: Help,
}

/// What is wrong, in words.
pub(super) enum Said {
    Plain(fn(Lang) -> &'static str),
    /// The same of a character.
    Of(fn(Lang, &str) -> String, char),
    /// Why a day is none.
    NoDay(NoDay),
}

/// What to do, in words.
pub(super) enum Help {
    Plain(fn(Lang) -> &'static str),
    /// What to write instead.
    Write(String),
}

impl Said {
    pub(super) fn in_lang(&self, lang: Lang) -> String {
        match self {
            Self::Plain(said) => said(lang).to_owned(),
            Self::Of(said, c) => said(lang, &code_point(*c)),
            Self::NoDay(why) => {
                let words = why.in_words(lang).unwrap_or_default();
                let is_of_month = matches!(why, NoDay::Day { .. });
                if is_of_month { format!("{}: {words}", problem::syntax_bad_date(lang)) } else { words }
            }
        }
    }
}

impl Help {
    pub(super) fn in_lang(&self, lang: Lang) -> String {
        match self {
            Self::Plain(help) => help(lang).to_owned(),
            Self::Write(text) => problem::syntax_write(lang, text),
        }
    }
}

type Words = fn(Lang) -> &'static str;

const CURLY: [char; 4] = ['“', '”', '„', '‟'];
/// Around a whole text; within one they are apostrophes.
const SINGLE_CURLY: [char; 3] = ['‘', '’', '‚'];
const DASHES: [char; 6] = ['\u{2010}', '\u{2011}', '\u{2012}', '–', '—', '\u{2212}'];

/// The slip that a line has where the parser says `message` of its byte `at`, if it is one that is known.
pub(super) fn find(line: &str, at: usize, message: &str) -> Option<Slip> {
    let there = Range { start: at, end: at + line[at..].chars().next().map_or(0, char::len_utf8) };
    unseen(line, at)
        .or_else(|| whole_line(line))
        .or_else(|| no_day(line, at))
        .or_else(|| in_value(line, at, message).map(|(said, help)| slip(there, said, help)))
}

fn slip(at: Range<usize>, said: Words, help: Help) -> Slip {
    Slip { at, said: Said::Plain(said), help }
}

/// What to write: of an endless line its beginning.
fn write(text: &str) -> Help {
    const LONGEST: usize = 300;
    Help::Write(quoted_to(text.trim(), LONGEST))
}

/// A character that nobody sees, where the parser stumbles over it or at the beginning of the line.
fn unseen(line: &str, at: usize) -> Option<Slip> {
    let is_space = |c: char| c.is_whitespace() && !c.is_ascii() || c == '\u{85}';
    let is_unseen = |c: char| is_invisible(c) || is_space(c) || c.is_control() && c != '\t';
    let first = line.chars().next().filter(|c| is_unseen(*c)).map(|c| (0, c));
    let here = line[at..].chars().next().filter(|c| is_unseen(*c)).map(|c| (at, c));
    // Of a carriage return the parser tells what is behind it.
    let before = line[..at].ends_with('\r').then(|| (at - 1, '\r'));
    let (start, c) = first.or(before).or(here)?;
    let (said, help): (fn(Lang, &str) -> String, Words) = match c {
        c if is_space(c) => (problem::syntax_wide_space, problem::syntax_wide_space_help),
        '\r' => (problem::syntax_lone_return, problem::syntax_lone_return_help),
        _ => (problem::syntax_unseen, problem::syntax_unseen_help),
    };
    Some(Slip { at: start..start + c.len_utf8(), said: Said::Of(said, c), help: Help::Plain(help) })
}

/// A line that is written as elsewhere: a comment, a list, a table of a document, another language.
fn whole_line(line: &str) -> Option<Slip> {
    let body = line.trim();
    let start = line.len() - line.trim_start().len();
    let found = |said, help| Some(slip(start..start + body.len(), said, help));
    if let Some(comment) = body.strip_prefix("//") {
        return found(problem::syntax_comment, write(&format!("# {}", comment.trim())));
    }
    let bullet = ["- ", "* ", "• ", "– ", "+ ", "— ", "•\t", "-\t"].iter().find_map(|bullet| body.strip_prefix(bullet));
    if let Some(rest) = bullet {
        let is_statement = key_and_value(rest, '=').is_some();
        let help = if is_statement { write(rest) } else { Help::Plain(problem::syntax_bullet_help) };
        return found(problem::syntax_bullet, help);
    }
    if !body.contains('=') && (body.starts_with('|') || body.matches('\t').count() >= 2) {
        return found(problem::syntax_pasted, Help::Plain(problem::syntax_pasted_help));
    }
    if let Some((key, value)) = key_and_value(body, ':') {
        return found(problem::syntax_colon, write(&format!("{key} = {}", as_value(value))));
    }
    if body.starts_with("[ [") {
        let name = body.trim_matches(|c: char| "[] ".contains(c));
        return found(problem::syntax_split_brackets, write(&format!("[[{name}]]")));
    }
    if is_headless(body) {
        let name = body.trim_end_matches(']');
        let is_list = body.ends_with("]]");
        let header = if is_list { format!("[[{name}]]") } else { format!("[{name}]") };
        return found(problem::syntax_header_start, write(&header));
    }
    None
}

/// Whether it is the name of a table without the bracket before it.
pub(super) fn is_headless(line: &str) -> bool {
    line.strip_suffix(']').is_some_and(|name| is_key(name.strip_suffix(']').unwrap_or(name)))
}

/// A key with the value behind it, both without white space around.
pub(super) fn key_and_value(line: &str, between: char) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(between)?;
    let is_apart = between == '=' || value.is_empty() || value.starts_with(char::is_whitespace);
    is_key(key.trim()).then_some((key.trim(), value.trim())).filter(|_| is_apart)
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// A word as a value: in quotes, unless it is one already.
fn as_value(word: &str) -> String {
    let is_value = word.starts_with(['"', '\'', '[', '{']) || word.parse::<i64>().is_ok() || is_date(word);
    if is_value || matches!(word, "true" | "false") { word.to_owned() } else { in_quotes(word) }
}

/// A text between quotes, with those within it escaped.
fn in_quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// What is wrong with a value, or with what joins it to its key.
fn in_value(line: &str, at: usize, message: &str) -> Option<(Words, Help)> {
    let there = &line[at..];
    if let Some(comment) = there.strip_prefix("//") {
        return Some((problem::syntax_comment, write(&format!("{} # {}", line[..at].trim(), comment.trim()))));
    }
    if message.starts_with("unclosed") && line.trim_start().starts_with('[') && !line.contains('=') {
        let name = line.trim().trim_matches(|c: char| "[] ".contains(c));
        let header = if line.trim_start().starts_with("[[") { format!("[[{name}]]") } else { format!("[{name}]") };
        return is_key(name).then(|| (problem::syntax_unclosed_header as Words, write(&header)));
    }
    if message.starts_with("extra `=`") {
        return Some((problem::syntax_two_equals, write(&line.replacen("==", "=", 1).replacen("= =", "=", 1))));
    }
    let Some((key, value)) = key_and_value(line, '=') else { return without_equals(line.trim()) };
    if value.is_empty() || value.starts_with('#') {
        return Some((problem::syntax_missing_value, Help::Plain(problem::syntax_missing_value_help)));
    }
    let word = line[..at].rfind([' ', '\t', '=', '{', '[', ',']).map_or(0, |before| before + 1);
    date(&line[word..]).or_else(|| text(key, value, there, message)).or_else(|| brackets(key, value, there))
}

/// A day that no month has, however it is written.
fn no_day(line: &str, at: usize) -> Option<Slip> {
    let start = line[..at].rfind([' ', '\t', '=', '{', '[', ',']).map_or(0, |before| before + 1);
    let token = token(&line[start..]);
    let plain: String = token.chars().map(plain_digit).collect();
    let why = read_day(&plain).err().filter(|why| *why != NoDay::Form)?;
    let help = Help::Plain(problem::syntax_bad_date_help);
    Some(Slip { at: start..start + token.len(), said: Said::NoDay(why), help })
}

/// The word that a line begins with.
fn token(line: &str) -> &str {
    line.split([',', ' ', '}', ']', '#', '\t']).next().unwrap_or_default()
}

/// A key with no = behind it.
fn without_equals(line: &str) -> Option<(Words, Help)> {
    if is_key(line) {
        return Some((problem::syntax_no_equals, Help::Plain(problem::syntax_no_equals_help)));
    }
    let (key, value) = line.split_once([' ', '\t'])?;
    let is_value = value.trim_start().starts_with(['"', '\'', '[', '{']);
    let fixed = write(&format!("{key} = {}", value.trim()));
    (is_key(key) && is_value).then_some((problem::syntax_no_equals as Words, fixed))
}

/// A date or a period that is written as elsewhere.
fn date(there: &str) -> Option<(Words, Help)> {
    let token = token(there);
    let plain: String = token.chars().map(plain_digit).collect();
    let is_wide = plain.chars().zip(token.chars()).any(|(plain, c)| plain != c && !DASHES.contains(&c));
    if plain != token && plain.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((if is_wide { problem::syntax_wide_digits } else { problem::syntax_dashes }, write(&plain)));
    }
    if let Ok(day) = read_day(&plain) {
        return Some((problem::syntax_date_form, write(&day.to_string())));
    }
    is_period(&plain).then(|| (problem::syntax_period_quotes as Words, write(&format!("\"{plain}\""))))
}

/// A digit or a dash as TOML has it.
fn plain_digit(c: char) -> char {
    match u32::from(c).checked_sub(0xff10).filter(|digit| *digit < 10).and_then(|digit| char::from_digit(digit, 10)) {
        Some(digit) => digit,
        None if DASHES.contains(&c) => '-',
        None => c,
    }
}

fn is_date(token: &str) -> bool {
    token.len() == 10 && token.parse::<chrono::NaiveDate>().is_ok()
}

/// A month, a quarter, half a year or a week.
fn is_period(token: &str) -> bool {
    let Some((year, part)) = token.split_once('-') else { return false };
    let part = part.trim_start_matches(['Q', 'H', 'W']);
    year.len() == 4 && matches!(part.len(), 1 | 2) && [year, part].iter().all(|part| part.parse::<u16>().is_ok())
}

/// A text whose quotes are not right.
fn text(key: &str, value: &str, there: &str, message: &str) -> Option<(Words, Help)> {
    if value.contains(CURLY) && !there.starts_with(['#', ',']) {
        return Some((problem::syntax_curly_quotes, write(&format!("{key} = {}", value.replace(CURLY, "\"")))));
    }
    if value.starts_with(SINGLE_CURLY) {
        let inner = value.trim_matches(SINGLE_CURLY);
        return Some((problem::syntax_curly_quotes, write(&format!("{key} = {}", in_quotes(inner)))));
    }
    if value.starts_with('"') && value.contains('\\') && is_of_escape(message) {
        let doubled = value.replace("\\\\", "\\").replace('\\', "\\\\");
        return Some((problem::syntax_escape, write(&format!("{key} = {doubled}"))));
    }
    let is_open = message.starts_with("string values must be quoted") || message.starts_with("invalid");
    if let Some(list) = list(value).filter(|_| is_open) {
        let elements: Vec<String> = list.map(as_value).collect();
        return Some((problem::syntax_unquoted, write(&format!("{key} = [{}]", elements.join(", ")))));
    }
    let is_word = value.starts_with(char::is_alphabetic) && !value.contains(['=', '{', '[']);
    if is_word && value.ends_with('"') {
        let inner = value.trim_end_matches('"');
        return Some((problem::syntax_opening_quote, write(&format!("{key} = {}", in_quotes(inner)))));
    }
    if is_word && is_open && !matches!(value.to_lowercase().as_str(), "true" | "false") {
        return Some((problem::syntax_unquoted, write(&format!("{key} = {}", in_quotes(value)))));
    }
    let inner =
        value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).filter(|inner| inner.contains('"'))?;
    let is_one_text = message.starts_with("unexpected key or value") && !inner.contains("\",");
    is_one_text.then(|| (problem::syntax_inner_quotes as Words, write(&format!("{key} = {}", in_quotes(inner)))))
}

/// The elements of a list on one line that holds no other list or table.
fn list(value: &str) -> Option<impl Iterator<Item = &str>> {
    let inner = value.strip_prefix('[')?.strip_suffix(']')?;
    let is_flat = !inner.contains(['[', '{', '=', '#']);
    is_flat.then(|| inner.split(',').map(str::trim).filter(|element| !element.is_empty()))
}

fn is_of_escape(message: &str) -> bool {
    ["missing escaped value", "invalid unicode", "too few unicode", "invalid escape"]
        .iter()
        .any(|start| message.starts_with(start))
        || message.contains("unicode")
}

/// A list without its brackets, a table without its braces, or something behind a value.
fn brackets(key: &str, value: &str, there: &str) -> Option<(Words, Help)> {
    if there.starts_with(';') && value.starts_with('[') {
        return Some((problem::syntax_semicolon_in_list, write(&format!("{key} = {}", value.replace(';', ",")))));
    }
    if there.starts_with(';') {
        let before = value.split(';').next().unwrap_or_default();
        return Some((problem::syntax_semicolon, write(&format!("{key} = {}", before.trim()))));
    }
    if value.starts_with('"') && there.starts_with(',') {
        return Some((problem::syntax_no_brackets, write(&format!("{key} = [{value}]"))));
    }
    let is_table = key_and_value(value, '=').is_some();
    let inner = value.trim_end_matches('}').trim_end();
    is_table.then(|| (problem::syntax_no_braces as Words, write(&format!("{key} = {{ {inner} }}"))))
}
