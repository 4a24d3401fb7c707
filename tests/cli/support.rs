//! Runs the program and keeps letters for it.

use std::ffi::OsStr;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// One finding: an error.
pub const LEFTOVER: &str = "Our supplier is XXXX in Ningbo.\n";
/// One finding: a warning.
pub const PROMISE: &str = "We guarantee that this will never happen again.\n";
/// Nothing that `placeholder` or `absolute-promise` minds.
pub const FINE: &str = "Since 3 May 2026 the shift leader signs a packing list for each order.\n";

/// What a run left behind.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// A directory with these letters.
pub fn letters(files: &[(&str, &str)]) -> TempDir {
    let dir = TempDir::new().unwrap();
    for (name, text) in files {
        write(dir.path(), name, text);
    }
    dir
}

/// Adds a file, and the directories to it.
pub fn write(dir: &Path, name: impl AsRef<Path>, text: impl AsRef<[u8]>) {
    let path = dir.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// The program in `dir`, in an environment that says nothing of language, width or colour.
pub fn program(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_appeal-lint"));
    command.current_dir(dir).env_clear().env("COLUMNS", "100");
    command
}

/// Runs the program on arguments.
pub fn run<A: AsRef<OsStr>>(dir: &Path, args: &[A]) -> Run {
    finish(program(dir).args(args), b"")
}

/// Runs the two lints that the letters above are for, a line for each finding.
pub fn short<A: AsRef<OsStr>>(dir: &Path, args: &[A]) -> Run {
    finish(program(dir).args(SHORT).args(args), b"")
}

/// The arguments of [`short`].
pub const SHORT: [&str; 3] = ["check", "--format=short", "--select=placeholder,absolute-promise"];

/// Runs a command with a text on its standard input.
pub fn finish(command: &mut Command, stdin: &[u8]) -> Run {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || input.write_all(stdin).ok());
        let output = child.wait_with_output().unwrap();
        Run {
            code: output.status.code().expect("the program was killed"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    })
}

impl Run {
    /// The paths of the findings that a run in the format `short` printed, in order.
    pub fn paths(&self) -> Vec<&str> {
        self.out.lines().map(|line| line.split(':').next().unwrap()).collect()
    }
}
