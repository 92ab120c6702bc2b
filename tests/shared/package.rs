//! What stands in a document for Word.

#![allow(clippy::expect_used, reason = "helpers of tests fail as tests do")]

use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A part of a package.
pub fn part(document: &[u8], name: &str) -> String {
    let mut package = ZipArchive::new(Cursor::new(document)).expect("a document is a package");
    let mut text = String::new();
    package.by_name(name).expect("the part is there").read_to_string(&mut text).expect("a part is text");
    text
}

/// What a document says: a line a paragraph, a line a row of a table with its cells between bars; a header that is
/// repeated on each page is marked.
pub fn said(document: &[u8]) -> String {
    let mut out = String::new();
    let mut in_table = false;
    for piece in part(document, "word/document.xml").split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("tags end");
        match tag.split(' ').next().expect("a tag has a name") {
            "w:tbl" => in_table = true,
            "/w:tbl" => in_table = false,
            "w:tblHeader/" => out.push('#'),
            "w:tc" => out.push_str("| "),
            "/w:tc" => out.push(' '),
            "/w:tr" => out.push_str("|\n"),
            "w:br/" => out.push_str(" / "),
            "/w:p" if in_table => out.push_str(" ; "),
            "/w:p" => out.push('\n'),
            "w:t" => out.push_str(text),
            _ => {}
        }
    }
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&"), (" ;  |", " |"), ("| |", "|  |")];
    let text = plain.into_iter().fold(out, |text, (from, to)| text.replace(from, to));
    text.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}
