//! Values of options that the parser's own readers do not know.

use super::ask;
use super::failure::Failure;
use crate::plan::Period;
use crate::text::is_near;
use crate::text::{is_blank, is_unsafe, words::mark};
use chrono::NaiveDate;
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};
use std::ffi::OsStr;

/// Text in the user's own words. It may begin with "-", as an item of a list does, but is no option of the
/// command, well spelt or not: then its own text was forgotten, and the option would be lost in it.
///
/// Goes with `allow_hyphen_values`.
#[derive(Clone)]
pub struct FreeText;

impl TypedValueParser for FreeText {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        let text = StringValueParser::new().parse_ref(command, arg, value)?;
        if is_option(command, &text) {
            let mut error = Error::new(ErrorKind::InvalidValue).with_cmd(command);
            let option = arg.map(ToString::to_string).unwrap_or_default();
            error.insert(ContextKind::InvalidArg, ContextValue::String(option));
            // Empty, it says that there is no value.
            error.insert(ContextKind::InvalidValue, ContextValue::String(String::new()));
            return Err(error);
        }
        Ok(text)
    }
}

fn is_option(command: &Command, text: &str) -> bool {
    let word = text.split_once('=').map_or(text, |(word, _)| word);
    let options = command.get_arguments();
    match (word.strip_prefix("--"), word.strip_prefix('-')) {
        (Some(""), _) => true,
        (Some(long), _) if !long.contains(char::is_whitespace) => {
            options.filter_map(Arg::get_long).any(|known| is_near(long, known))
        }
        (None, Some(short)) => options.filter_map(Arg::get_short).any(|known| short.chars().eq([known])),
        _ => false,
    }
}

/// Words that the command understands itself, in more spellings than those that help and shells offer.
#[derive(Clone)]
pub struct Listed<L>(pub L);

impl<L, W> TypedValueParser for Listed<L>
where
    L: Fn() -> W + Clone + Send + Sync + 'static,
    W: IntoIterator<Item = &'static str>,
    W::IntoIter: 'static,
{
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new((self.0)().into_iter().map(PossibleValue::new)))
    }
}

/// Text of an option as it goes into the file: with line ends of one kind, and nothing that a terminal obeys.
///
/// # Errors
/// A control character, or nothing that can be read.
pub fn text(option: &str, text: Option<&String>) -> Result<Option<String>, Failure> {
    let Some(text) = text.map(|text| text.replace("\r\n", "\n")) else { return Ok(None) };
    if text.chars().any(|c| is_unsafe(c) && c != '\n' && c != '\t') {
        return Err(Failure::refused(|lang| mark::control_in_text(lang, option), mark::control_in_text_help));
    }
    if is_blank(&text) {
        let help = |lang| mark::blank_text_help(lang, option);
        return Err(Failure::refused(|lang| mark::blank_text(lang, option), help));
    }
    Ok(Some(text))
}

/// The period of a row that recurs.
///
/// # Errors
/// A word that is no period.
pub fn period(typed: Option<&str>, as_of: NaiveDate) -> Result<Option<Period>, Failure> {
    typed.map(|typed| ask::period(typed, as_of)).transpose()
}
