//! Cases as data: one file each, that holds commands on a plan and all that comes of them.
//!
//! ```text
//! A report sent back can come in again.
//!
//! row 2:
//!     submitted = [{ on = 2020-10-08, returned = 2020-10-09 }]
//!
//! # What stands behind this is said once more.
//! $ papi-plan submit 2 --on 2020-10-09
//! vi: Đã ghi: dòng 2 – Sở Tư pháp nộp ngày 09/10/2020
//! en: Recorded: row 2 – Department of Justice submitted on 2020-10-09
//! plan.toml
//!      submitted = [
//!     …
//! ```
//!
//! First a sentence that says what holds. Then what differs from the folder's `plan.toml`: `row ID:` adds keys to a
//! row, `row ID of NAME:` to one of another copy of the plan, `NAME:` is a whole file, and `line ends: CRLF` are those
//! of Windows. Then the commands: `NAME=value` before a command is its environment, `< NAME` its input, and `"…"` a
//! string as in JSON. They run on 15 October 2020, one after the other, each in both languages unless it names one.
//!
//! All else is written by `SNAPSHOTS=overwrite cargo test`: the exit code unless it is 0, behind `:` what was printed,
//! behind `!` what was complained of, in one language where it differs, and how each file changed. A file that did not
//! change was not touched either.

use super::world::{Answer, Outside};
use similar::TextDiff;
use snapbox::assert::DEFAULT_ACTION_ENV;
use snapbox::{Assert, Data, IntoData};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use tempfile::TempDir;

/// Files by name.
type Files = BTreeMap<String, String>;

/// Holds every case of a folder.
pub fn hold(folder: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let plan = fs::read_to_string(folder.join("plan.toml")).unwrap();
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|kind| kind == "txt")).collect();
    paths.sort();
    assert!(!paths.is_empty());
    let assert = Assert::new().action_env(DEFAULT_ACTION_ENV);
    let wrong = paths.iter().filter_map(|path| {
        let played = Case::read(&fs::read_to_string(path).unwrap(), &plan).play();
        assert.try_eq(Some(&path.display()), played.into_data(), Data::read_from(path, None).raw()).err()
    });
    let wrong: Vec<String> = wrong.map(|error| error.to_string()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What of a case is written by hand.
struct Case {
    /// All before the commands, as it is.
    head: String,
    files: Files,
    /// Commands, and the comments between them.
    steps: Vec<String>,
}

impl Case {
    fn read(text: &str, plan: &str) -> Self {
        let is_step = |line: &str| line.starts_with("$ ") || line.starts_with("# ");
        let head: String = text.split_inclusive('\n').take_while(|line| !is_step(line)).collect();
        let sentence = head.split("\n\n").next().unwrap_or_default();
        assert!(sentence.ends_with('.'), "no sentence: {sentence}");
        let files = files(&head[sentence.len()..], plan);
        let steps = text.lines().filter(|line| is_step(line)).map(str::to_owned).collect();
        assert!(text.contains("\n$ "), "no command: {sentence}");
        Self { head, files, steps }
    }

    /// The case with all that comes of its commands.
    fn play(self) -> String {
        let (mut text, mut files) = (self.head, self.files);
        let mut is_after_command = false;
        for step in &self.steps {
            if is_after_command {
                text.push('\n');
            }
            text += step;
            text.push('\n');
            is_after_command = step.starts_with("$ ");
            if let Some(command) = step.strip_prefix("$ ") {
                let (said, after) = Command::read(command, &files).run(&files);
                text += &said;
                text += &changes(&files, &after);
                files = after;
            }
        }
        text
    }
}

/// The files that a case starts with.
fn files(head: &str, plan: &str) -> Files {
    let mut files = Files::from([("plan.toml".to_owned(), plan.to_owned())]);
    let mut line_end = "\n";
    let mut lines = head.lines().skip_while(|line| line.is_empty()).peekable();
    while let Some(line) = lines.next() {
        let is_within = |line: &&str| line.is_empty() || line.starts_with("    ");
        let body: Vec<&str> = std::iter::from_fn(|| lines.next_if(is_within)).collect();
        let body: String = body.iter().flat_map(|line| [line.get(4..).unwrap_or_default(), "\n"]).collect();
        let body = body.trim_end().to_owned() + "\n";
        if line == "line ends: CRLF" {
            line_end = "\r\n";
        } else if let Some(row) = line.strip_prefix("row ") {
            let row = row.trim_end_matches(':');
            let (row, name) = row.split_once(" of ").unwrap_or((row, "plan.toml"));
            let (id, text) = (format!("id = \"{row}\"\n"), files.get(name).map_or(plan, String::as_str));
            assert!(text.contains(&id), "there is no {line}");
            files.insert(name.to_owned(), text.replacen(&id, &format!("{id}{body}"), 1));
        } else {
            files.insert(line.trim_end_matches(':').to_owned(), body);
        }
    }
    files.into_iter().map(|(name, text)| (name, text.replace('\n', line_end))).collect()
}

/// A command as it was typed.
struct Command {
    env: Vec<(String, String)>,
    args: Vec<String>,
    stdin: String,
}

impl Command {
    fn read(line: &str, files: &Files) -> Self {
        let mut words = words(line).into_iter();
        // The first word that sets nothing is the name of the program.
        let set =
            words.by_ref().map_while(|word| word.split_once('=').map(|(name, value)| (name.into(), value.into())));
        let env: Vec<(String, String)> = set.collect();
        let mut args: Vec<String> = words.collect();
        let stdin = match &args[..] {
            [.., sign, file] if sign == "<" => {
                let text = files[file].clone();
                args.truncate(args.len() - 2);
                text
            }
            _ => String::new(),
        };
        Self { env, args, stdin }
    }

    /// What the command says, in both languages unless it names one, and the files after it.
    fn run(&self, files: &Files) -> (String, Files) {
        let of_lang = ["PAPI_PLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
        let is_set = self.env.iter().any(|(name, _)| of_lang.contains(&name.as_str()));
        if is_set || self.args.iter().any(|arg| arg == "--lang") {
            let (answer, after) = self.once(files, &[]);
            return (exit(&answer) + &said("", &answer), after);
        }
        let (vi, after) = self.once(files, &["--lang", "vi"]);
        let (en, files) = self.once(files, &["--lang", "en"]);
        assert_eq!((vi.exit, &after), (en.exit, &files), "a language changes what is done: {:?}", self.args);
        let both = if vi == en { said("", &vi) } else { said("vi", &vi) + &said("en", &en) };
        (exit(&vi) + &both, after)
    }

    fn once(&self, files: &Files, lang: &[&str]) -> (Answer, Files) {
        let folder = TempDir::new().unwrap();
        let long_ago = SystemTime::UNIX_EPOCH;
        for (name, text) in files {
            let mut file = fs::File::create(folder.path().join(name)).unwrap();
            file.write_all(text.as_bytes()).unwrap();
            file.set_modified(long_ago).unwrap();
        }
        let args: Vec<&str> = lang.iter().copied().chain(self.args.iter().map(String::as_str)).collect();
        let stdin = self.stdin.clone().into_bytes();
        let answer = Outside { env: self.env.clone(), stdin, ..Outside::new(folder.path()) }.run(&args);
        let after = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap()).map(|entry| {
            let (name, text) = (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap());
            let is_touched = entry.metadata().unwrap().modified().unwrap() != long_ago;
            assert!(!is_touched || files.get(&name) != Some(&text), "{name} is written anew as it was: {args:?}");
            (name, text)
        });
        (answer, after.collect())
    }
}

/// The words of a line; those in quotes are strings as in JSON.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut rest) = (Vec::new(), line.trim_start());
    while !rest.is_empty() {
        let end = if rest.starts_with('"') {
            let mut strings = serde_json::Deserializer::from_str(rest).into_iter::<String>();
            words.push(strings.next().unwrap().unwrap());
            strings.byte_offset()
        } else {
            let end = rest.find(' ').unwrap_or(rest.len());
            words.push(rest[..end].to_owned());
            end
        };
        rest = rest[end..].trim_start();
    }
    words
}

fn exit(answer: &Answer) -> String {
    if answer.exit == 0 { String::new() } else { format!("exit {}\n", answer.exit) }
}

fn said(lang: &str, answer: &Answer) -> String {
    [(':', &answer.out), ('!', &answer.err)].map(|(sign, text)| indented(&format!("{lang}{sign}"), text)).concat()
}

/// How each file changed, with two lines around.
fn changes(before: &Files, after: &Files) -> String {
    let gone = before.keys().filter(|name| !after.contains_key(*name));
    let changed = after.keys().chain(gone).filter(|name| before.get(*name) != after.get(*name));
    let change = |name: &String| {
        let text = |files: &Files| files.get(name).cloned().unwrap_or_default();
        let (before, after) = (text(before), text(after));
        let diff = TextDiff::from_lines(&before, &after);
        let groups = diff.grouped_ops(2).into_iter().map(|group| {
            let lines = group.iter().flat_map(|op| diff.iter_changes(op));
            let lines = lines.map(|line| format!("{}{}", line.tag(), line.value()));
            // An empty line around needs no blank for its sign.
            indented("", &lines.map(|line| if line == " \n" { "\n".to_owned() } else { line }).collect::<String>())
        });
        format!("{name}\n{}", groups.collect::<Vec<_>>().join("    …\n"))
    };
    changed.map(change).collect()
}

/// The lines of a text, four columns in; the first behind a mark. What cannot be seen is written out.
fn indented(mark: &str, text: &str) -> String {
    let lines = text.split_inclusive('\n').enumerate().map(|(number, line)| {
        let mark = if number == 0 { mark } else { "" };
        let line = line.strip_suffix('\n').map_or_else(|| format!("{line}(no line end)"), str::to_owned);
        let is_unseen = |c: char| (c.is_control() && c != '\t') || c == '\u{feff}';
        let seen = |c: char| if is_unseen(c) { c.escape_default().to_string() } else { c.to_string() };
        let line: String = line.chars().map(seen).collect();
        if line.is_empty() { format!("{mark}\n") } else { format!("{mark:<4}{line}\n") }
    });
    lines.collect()
}
