//! The marking commands as people meet them: what each records and says, and what each refuses.
//!
//! The cases stand in `marks/`, one a file; `SNAPSHOTS=overwrite cargo test --test marks` writes anew what comes of
//! them. `shared/cases.rs` says what a case looks like. Read them before you commit them.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot read its cases fails")]

mod shared;

#[test]
fn every_case_ends_as_recorded() {
    shared::cases::hold("tests/marks");
}
