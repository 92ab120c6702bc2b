//! What tests ask of the system.

use super::{Desk, PROGRAM};
use std::fs::{self, File};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|about| about.uid() == 0)
}

pub fn has(program: &str) -> bool {
    let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    found.is_ok_and(|status| status.success())
}

pub fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// The program as a user who is nobody; none where that cannot be had.
pub fn as_nobody(desk: &Desk, args: &[&str]) -> Option<Output> {
    let is_there = is_root() && has("setpriv");
    if !is_there {
        eprintln!("skipped: only root can run the program as somebody else, with setpriv");
        return None;
    }
    // Nobody may have no way to where the program stands, so it is handed over open. A copy would be worse: while
    // it is written, a process that another test starts holds it open too, and until that becomes another program
    // the system refuses to run the copy ("Text file busy").
    let mut command = desk.command_of("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups", "/proc/self/fd/0", "--as-of", "2020-10-15"]);
    Some(command.args(args).stdin(File::open(PROGRAM).unwrap()).output().unwrap())
}

/// Something mounted, as long as it lives.
pub struct Mount(PathBuf);

impl Mount {
    /// Mounts something at a path; none where that cannot be done.
    pub fn new(what: &[&str], at: &Path) -> Option<Self> {
        let output = Command::new("mount").args(what).arg(at).output();
        if output.is_ok_and(|output| output.status.success()) {
            return Some(Self(at.to_owned()));
        }
        eprintln!("skipped: nothing can be mounted here");
        None
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        assert!(Command::new("umount").arg(&self.0).status().unwrap().success());
    }
}
