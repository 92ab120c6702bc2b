//! Plan files: their text, what they say as a plan, where in them each thing stands, and how marks
//! are written back.

mod decode;
mod document;
mod edit;
mod export;
mod keys;
mod parsed;
mod places;
mod recover;
mod save;
mod schema;
mod source;
mod syntax;
mod tree;

pub use document::{Document, SetAside};
pub use edit::{EditError, edit};
pub use export::write_report;
pub use save::{Holder, SaveError};
pub use schema::SCHEMA;
pub use source::{read, read_from};
