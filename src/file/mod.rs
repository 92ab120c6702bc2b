//! Plan files: their text, what they say as a plan, where in them each thing stands, and how marks
//! are written back.

mod decode;
mod document;
mod export;
mod faults;
mod parsed;
mod places;
mod recover;
mod save;
mod schema;
mod source;
mod splice;
mod syntax;

pub use document::{Document, SetAside};
pub use export::write_report;
pub use save::{Holder, SaveError};
pub use schema::SCHEMA;
pub use source::{read, read_from};
pub use splice::{EditError, edit};

/// Text of the file as a message quotes it: on one line, safe to print, and not endless.
fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = crate::text::one_line(text);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into_owned(),
    }
}
