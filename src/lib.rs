//! papi-plan: a government plan in one TOML file, and every question about it.
//!
//! The rooms, each knowing only those below it:
//!
//! | room | what lives there |
//! |---|---|
//! | [`text`] | folding Vietnamese, the words of both languages, cleaning text |

pub mod text;
