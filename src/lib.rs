//! papi-plan: a government plan in one TOML file, and every question about it.
//!
//! The rooms, each knowing only those below it:
//!
//! | room | what lives there |
//! |---|---|

