//! A folder as a fresh clone of the repository is, and the commands of its examples run in it.

use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// What the examples use of the repository.
const FILES: [&str; 6] = [
    "plan.toml",
    "examples/mid-october.toml",
    "examples/nhiem-vu-2026.toml",
    "examples/sap-xep-2025.toml",
    "examples/chuyen-doi-so.toml",
    "examples/cai-cach-hanh-chinh.toml",
];

const COMMIT: &str = "git init -q -b main . && git add . && \
    git -c user.name=x -c user.email=x@example.invalid commit -qm 'The plan as issued'";

/// A folder with the plans, under git.
pub struct FreshClone(TempDir);

impl FreshClone {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        std::fs::create_dir(folder.path().join("examples")).unwrap();
        for file in FILES {
            std::fs::copy(root.join(file), folder.path().join(file)).unwrap();
        }
        let clone = Self(folder);
        if is_there("git") {
            assert!(clone.run(COMMIT).status.success());
        }
        clone
    }

    /// Runs a line in bash: `papi-plan` is the program, and the folder is home too.
    pub fn run(&self, line: &str) -> Output {
        let bin = Path::new(super::PROGRAM).parent().unwrap();
        let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
        let folder = self.0.path();
        Command::new("bash")
            .args(["-c", line])
            .current_dir(folder)
            .env_clear()
            .envs([("PATH", path.as_str()), ("COLUMNS", "100"), ("HOME", folder.to_str().unwrap())])
            .envs(["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"].map(|name| (name, "An example")))
            .envs(["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"].map(|name| (name, "example@example.invalid")))
            .output()
            .unwrap()
    }
}

/// Tools that an example may need; where one is missing, its examples are left out.
const TOOLS: [&str; 5] = ["jq", "git", "duckdb", "python3", "man -l"];

/// The tool that a line needs and that is missing.
pub fn missing_tool(line: &str) -> Option<&'static str> {
    TOOLS.into_iter().find(|tool| line.contains(tool) && !is_there(tool))
}

fn is_there(tool: &str) -> bool {
    match tool {
        "duckdb" => {
            Command::new("python3").args(["-c", "import duckdb"]).output().is_ok_and(|done| done.status.success())
        }
        _ => Command::new(tool.split(' ').next().unwrap()).arg("--version").output().is_ok(),
    }
}
