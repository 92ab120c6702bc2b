//! Plan files: their text, what they say as a plan, where in them each thing stands, and how marks
//! are written back.

mod damage;
mod decode;
mod document;
mod edit;
mod export;
mod foreign;
mod keys;
mod markers;
mod parsed;
mod places;
mod recover;
mod save;
mod schema;
mod slip;
mod source;
mod syntax;
mod tree;
mod without_entries;

#[cfg(test)]
pub(crate) use decode::FILES_READ;
pub use document::Document;
pub use edit::EditError;
pub use export::{make_folder, write_report, write_reports};
pub use save::{LockedPlan, PlanLock, Remark, SaveError};
pub use schema::SCHEMA;
pub use source::{Unfit, is_folder, is_same, is_there, plan_files, read, read_bytes, read_from};
pub use without_entries::WithoutEntries;
