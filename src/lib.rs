//! papi-plan: a government plan in one TOML file, and every question about it.
//!
//! The rooms; CONTRIBUTING.md says which may use which:
//!
//! | room | what lives there |
//! |---|---|
//! | [`text`] | folding Vietnamese, the words of both languages, cleaning text |
//! | [`diagnostic`] | problems: code, severity, place, message, way out |
//! | [`plan`] | the domain, and all that does not depend on the day |
//! | [`file`](mod@file) | from bytes to a plan, and back |
//! | [`query`] | a plan on a day: statuses, counts, filters |
//! | [`check`] | the rules beyond what reading finds |
//! | [`register`] | a request and a day: changes to the marks, or a refusal |
//! | [`report`] | answers, for programs and for people |
//! | [`render`] | the forms that answers and problems take |
//! | [`cli`] | one file a command |

pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod file;
pub mod paper;
pub mod plan;
pub mod query;
pub mod register;
pub mod render;
pub mod report;
pub mod text;

#[cfg(test)]
mod testing;
