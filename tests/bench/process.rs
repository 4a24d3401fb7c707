//! The program as a whole process, beside other programs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::{best, text};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_appeal-lint");

/// One letter of 300 words: a whole process, beside a program that does nothing.
pub fn startup() {
    let dir = scratch("startup");
    let letter = dir.join("letter.txt");
    let text = text::short();
    write(&letter, text.text());
    let Some(empty) = empty_program(&dir) else {
        return println!("startup: no rustc, not measured");
    };
    let mut nothing = Command::new(installed(&empty, &dir));
    let mut lint = Command::new(installed(Path::new(PROGRAM), &dir));
    lint.arg(&letter);
    let [nothing, lint] = compare(300, [&mut nothing, &mut lint]);
    println!("startup, one letter of {} words", text.text().split_whitespace().count());
    println!("  appeal-lint                  {:8.2} ms", milliseconds(lint));
    println!("  empty Rust program           {:8.2} ms", milliseconds(nothing));
    println!("  ratio                        {:8.2}", lint.as_secs_f64() / nothing.as_secs_f64());
}

/// 1,000 letters in one run, beside a spelling checker that reads the same bytes.
pub fn batch() {
    let dir = scratch("batch");
    let letters = text::letters(1_000);
    for (number, letter) in letters.iter().enumerate() {
        write(&dir.join(format!("{number:04}.txt")), letter.text());
    }
    let bytes: usize = letters.iter().map(|letter| letter.text().len()).sum();
    println!("batch, {} letters, {bytes} bytes, one run", letters.len());
    for format in ["full", "short", "jsonl"] {
        let mut lint = Command::new(PROGRAM);
        let [time] = compare(7, [lint.args(["--format", format]).arg(&dir)]);
        println!("  appeal-lint {format:10}       {:8.1} ms", milliseconds(time));
    }
    let mut typos = Command::new("typos");
    typos.arg(&dir);
    if typos.stdout(Stdio::null()).stderr(Stdio::null()).status().is_err() {
        return println!("  typos                        not on PATH, not measured");
    }
    let [time] = compare(7, [&mut typos]);
    println!("  typos                        {:8.1} ms", milliseconds(time));
}

/// The shortest time of each command; they take turns, so that a busy moment of the machine meets
/// all of them.
fn compare<const N: usize>(runs: usize, mut commands: [&mut Command; N]) -> [Duration; N] {
    let mut times = [Duration::MAX; N];
    for _ in 0..runs {
        for (command, time) in commands.iter_mut().zip(&mut times) {
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            *time = best(1, || {
                command.status().expect("a program that was there before");
            })
            .min(*time);
        }
    }
    times
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

pub fn scratch(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench").join(name);
    fs::create_dir_all(&dir).expect("the build directory is writable");
    dir
}

pub fn write(path: &Path, text: &str) {
    fs::write(path, text).expect("the build directory is writable");
}

/// The program as `cargo install` leaves it: copied. The linker writes a file page by page, and while the
/// system still has these pages in memory each is mapped by itself, which a program of this size feels
/// (a fifth of its time); those of a file that was copied, or read from disk, come in larger pieces.
fn installed(program: &Path, dir: &Path) -> PathBuf {
    let bin = dir.join("bin");
    fs::create_dir_all(&bin).expect("the build directory is writable");
    let copy = bin.join(program.file_name().expect("a program has a name"));
    fs::copy(program, &copy).expect("the build directory is writable");
    copy
}

/// Compiles a program that does nothing, the way this one is compiled.
fn empty_program(dir: &Path) -> Option<PathBuf> {
    let (source, program) = (dir.join("empty.rs"), dir.join("empty"));
    write(&source, "fn main() {}\n");
    let options = ["-Copt-level=3", "-Cpanic=abort", "-Cstrip=symbols", "-o"];
    let done = Command::new("rustc").args(options).arg(&program).arg(&source).status().ok()?;
    done.success().then_some(program)
}
