//! Questions and checks as people meet them, where one day, one body or one byte decides.
//!
//! The cases stand in `questions/`, one a file; `SNAPSHOTS=overwrite cargo test --test questions` writes anew what comes
//! of them. `shared/cases.rs` says what a case looks like. Read them before you commit them.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot read its cases fails")]

mod shared;

#[test]
fn every_case_ends_as_recorded() {
    shared::cases::hold("tests/questions");
}
