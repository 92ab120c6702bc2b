//! Problems a line each: `file:line:column: severity[code]: message`.

use crate::diagnostic::Problem;
use crate::text::{Lang, one_line};

/// One problem; the severity stays English, as editors and scripts read it.
pub fn line(found: &Problem, lang: Lang) -> String {
    let place = found.at.start();
    let (file, message) = (one_line(found.at.file()), one_line(found.message.in_lang(lang)));
    let (severity, code) = (found.severity().name(), found.code.name());
    format!("{file}:{}:{}: {severity}[{code}]: {message}", place.line, place.column)
}
