//! Problems as workflow commands of GitHub, which shows them beside the lines of a change.

use super::Hosted;
use crate::diagnostic::{Problem, Severity};
use crate::text::{Lang, visible};

/// One problem as one command, with everything escaped that would end it or start another.
pub fn command(found: &Problem, lang: Lang, hosted: Hosted<'_>) -> String {
    let level = match found.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let (start, end) = (found.at.start(), found.at.end());
    let mut message = found.message.in_lang(lang).to_owned();
    if let Some(help) = &found.help {
        message = format!("{message}\n{}", help.in_lang(lang));
    }
    let file = property(&hosted.name(&found.at.source));
    let mut place = format!("file={file},line={},endLine={}", start.line, end.line);
    // Columns are read only where the place is within one line.
    if start.line == end.line {
        place = format!("{place},col={},endColumn={}", start.column, end.column);
    }
    format!("::{level} {place},title={}::{}", property(found.code.name()), data(&visible(&message)))
}

/// A remark on the whole run.
pub fn notice(text: &str) -> String {
    format!("::notice::{}", data(&visible(text)))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(&visible(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Place, Source};
    use crate::text::Message;

    #[test]
    fn nothing_in_a_message_or_path_can_end_the_command() {
        let source = Source::new("a,b:c%\n.toml", "x".into());
        let found = Problem::new(Code::Syntax, Place::new(&source, 0..1), Message::new(|_| "50%\n::error::x"));
        let command = command(&found, Lang::En, Hosted(None));
        assert_eq!(
            command,
            "::error file=a%2Cb%3Ac%25%0A.toml,line=1,endLine=1,col=1,endColumn=2,title=syntax::50%25%0A::error::x"
        );
    }
}
