//! Values of options that the parser's own readers do not know.

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Command, Error};
use std::ffi::OsStr;

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
