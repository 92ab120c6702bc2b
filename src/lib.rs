//! papi-plan: a government plan in one TOML file, and every question about it.
//!
//! The rooms, each knowing only those below it:
//!
//! | room | what lives there |
//! |---|---|
//! | [`text`] | folding Vietnamese, the words of both languages, cleaning text |
//! | [`diagnostic`] | problems: code, severity, place, message, way out |

pub mod diagnostic;
pub mod text;
