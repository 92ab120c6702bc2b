//! The completions of each shell, tried in that shell: on a terminal a line is typed with its tabs, and the shell
//! runs, in place of the program, a function that says with which arguments it was called.
//!
//! A shell that is not installed is left out with a message.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot set up its files fails")]

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// What is typed after the name of the program, and the arguments that come of it.
const LINES: [(&str, &str); 16] = [
    ("overd\t", "<overdue>"),
    ("overdue --exit\t", "<overdue> <--exit-code>"),
    ("list --status over\t", "<list> <--status> <overdue>"),
    ("list -a x --status=due\t", "<list> <-a> <x> <--status=due-soon>"),
    ("overdue --format js\t", "<overdue> <--format> <json>"),
    ("check --format=sa\t", "<check> <--format=sarif>"),
    ("check --explain no-l\t", "<check> <--explain> <no-lead>"),
    ("check my\t", "<check> <my plan.toml>"),
    ("check \"my\t", "<check> <my plan.toml>"),
    ("check --against my\t", "<check> <--against> <my plan.toml>"),
    ("check --against=my\t", "<check> <--against=my plan.toml>"),
    ("-p my\t list --lang v\t", "<-p> <my plan.toml> <list> <--lang> <vi>"),
    ("list -o a\tx.csv", "<list> <-o> <a folder/x.csv>"),
    ("submit 1 --by my\t", "<submit> <1> <--by> <my>"),
    ("completions z\t", "<completions> <zsh>"),
    ("help wi\t", "<help> <withdraw>"),
];

/// What stands in for the program, in the language of most shells.
const STAND_IN: &str = "papi-plan() { printf 'called'; printf ' <%s>' \"$@\"; echo ' end'; }\n";

#[test]
fn bash() {
    let Some(home) = Home::new("bash") else { return };
    home.write("rc", &format!("PS1='ready> '\n{STAND_IN}. ./script\n"));
    home.write("script", &completions("bash"));
    home.holds("bash --noprofile --rcfile rc -i", &LINES);
}

/// The package finds the script by its name, when the first tab is typed.
#[test]
fn bash_with_its_package_of_completions() {
    const PACKAGE: &str = "/usr/share/bash-completion/bash_completion";
    let Some(home) = Home::new("bash").filter(|_| Path::new(PACKAGE).exists()) else {
        return eprintln!("left out: bash-completion is not installed");
    };
    home.write("rc", &format!("PS1='ready> '\n. {PACKAGE}\n{STAND_IN}"));
    home.write("bash-completion/completions/papi-plan", &completions("bash"));
    home.holds("bash --noprofile --rcfile rc -i", &LINES);
}

#[test]
fn zsh() {
    let Some(home) = Home::new("zsh") else { return };
    home.write(
        ".zshrc",
        &format!("PS1='ready> '\nfpath=($PWD $fpath)\nautoload -U compinit\ncompinit -u -D\n{STAND_IN}"),
    );
    home.write("_papi-plan", &completions("zsh"));
    home.holds("zsh -i", &LINES);
}

#[test]
fn fish() {
    let Some(home) = Home::new("fish") else { return };
    let prompt = "function fish_prompt; echo 'ready> '; end\nset -g fish_greeting\n";
    let stand_in = "function papi-plan; printf 'called'; printf ' <%s>' $argv; echo ' end'; end\n";
    home.write("fish/config.fish", &format!("{prompt}{stand_in}"));
    home.write("fish/completions/papi-plan.fish", &completions("fish"));
    home.holds("fish -i", &LINES);
}

/// Elvish is told the commands and the options, and not their values.
#[test]
fn elvish() {
    let Some(home) = Home::new("elvish") else { return };
    let stand_in = "fn papi-plan {|@args| print called; for arg $args { print ' <'$arg'>' }; echo ' end' }\n";
    let prompt = "set edit:prompt = { print 'ready> ' }\nset edit:rprompt = { }\nedit:add-var papi-plan~ $papi-plan~\n";
    home.write("elvish/rc.elv", &format!("{}{stand_in}{prompt}", completions("elvish")));
    home.holds("elvish", &LINES[..2]);
}

fn completions(shell: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_papi-plan")).args(["completions", shell]).output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

/// The folder in which a shell starts, and in which it finds all that it reads.
struct Home(TempDir);

impl Home {
    /// A folder with a few files; none where the shell is missing.
    fn new(shell: &str) -> Option<Self> {
        for tool in [shell, "script"] {
            let asked = Command::new(tool).arg(if tool == "elvish" { "-version" } else { "--version" }).output();
            if asked.is_err() {
                eprintln!("left out: {tool} is not installed");
                return None;
            }
        }
        let home = Self(tempfile::tempdir().unwrap());
        home.write("my plan.toml", "");
        home.write("a folder/x.csv", "");
        Some(home)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Types each line in the shell, and compares what came of it.
    fn holds(&self, shell: &str, lines: &[(&str, &str)]) {
        let mut terminal = Terminal::new(shell, self.0.path());
        terminal.wait_for("ready> ");
        let mut wrong = Vec::new();
        for (typed, expected) in lines {
            terminal.type_in(&format!("papi-plan {typed}\r"));
            let said = terminal.wait_for(" end");
            let said = said.rsplit("called ").next().unwrap().trim_end_matches(" end");
            if said != *expected {
                wrong.push(format!("{typed:?} became {said}, not {expected}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// A shell on a terminal of its own.
struct Terminal {
    child: Child,
    keys: ChildStdin,
    screen: Receiver<u8>,
}

impl Terminal {
    fn new(shell: &str, home: &Path) -> Self {
        let path = std::env::var("PATH").unwrap();
        let homes = ["HOME", "ZDOTDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"];
        let mut child = Command::new("script")
            .args(["-qec", shell, "/dev/null"])
            .current_dir(home)
            .env_clear()
            .envs([("PATH", path.as_str()), ("TERM", "xterm"), ("LC_ALL", "C.UTF-8"), ("SHELL", "/bin/sh")])
            .envs(homes.map(|name| (name, home)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (keys, mut out) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (sender, screen) = mpsc::channel();
        std::thread::spawn(move || {
            let mut byte = [0];
            while out.read_exact(&mut byte).is_ok() && sender.send(byte[0]).is_ok() {}
        });
        Self { child, keys, screen }
    }

    fn type_in(&mut self, text: &str) {
        self.keys.write_all(text.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// What the shell writes up to these words.
    fn wait_for(&self, words: &str) -> String {
        let (mut seen, start) = (Vec::new(), Instant::now());
        while !seen.ends_with(words.as_bytes()) {
            let left = Duration::from_secs(20).saturating_sub(start.elapsed());
            let next = self.screen.recv_timeout(left).ok();
            assert!(next.is_some(), "no {words:?} in:\n{}", String::from_utf8_lossy(&seen));
            seen.extend(next);
        }
        String::from_utf8_lossy(&seen).into_owned()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
