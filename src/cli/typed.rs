//! Values of options that the parser's own readers do not know.

use crate::text::is_near;
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
