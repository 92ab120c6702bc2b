//! Text inside XML.

/// Adds text that means itself: nothing in it is markup, and nothing is there that XML cannot hold.
pub fn escape_into(xml: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '&' => xml.push_str("&amp;"),
            '"' => xml.push_str("&quot;"),
            // They are shown as others are that cannot be seen.
            '\u{fffe}' | '\u{ffff}' => xml.extend(c.escape_unicode()),
            c if c.is_control() => xml.extend(c.escape_unicode()),
            c => xml.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup() {
        let mut xml = String::new();
        escape_into(&mut xml, "<w:t>a & b</w:t> \u{1}\u{ffff}");
        assert_eq!(xml, "&lt;w:t&gt;a &amp; b&lt;/w:t&gt; \\u{1}\\u{ffff}");
    }
}
