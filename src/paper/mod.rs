//! Documents that come in: what may be read of them, and how much.

mod package;

pub use package::{Limit, MAX_FILE, Part, Unreadable, unpack};
