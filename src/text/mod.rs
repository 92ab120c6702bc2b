//! Text without knowledge of plans: folding Vietnamese, the words of both languages, cleaning
//! text for a terminal.

mod bilingual;
mod clean;
mod fold;
mod lang;
mod nearest;
mod shell;
pub mod words;

pub use bilingual::Bilingual;
pub use clean::{code_point, excerpt, is_blank, is_unsafe, one_line, quoted, quoted_to, visible};
pub use fold::{Part, alike, fold, is_invisible, part_at_word, slug};
pub use lang::Lang;
pub use nearest::{is_near, is_slip, nearest, nearness, slips};
pub use shell::shell_word;
pub use words::Message;
