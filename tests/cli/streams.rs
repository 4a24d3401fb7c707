//! Standard output and standard error: findings, complaints, colour, readers that leave.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use super::support::{LEFTOVER, SHORT, finish, letters, program, run, short};

#[test]
fn findings_go_to_standard_output_and_complaints_to_standard_error() {
    let dir = letters(&[("a.txt", LEFTOVER)]);
    let done = run(dir.path(), &["a.txt", "missing.txt"]);
    assert!(done.out.contains("a.txt:1:") && !done.out.contains("missing.txt"));
    assert_eq!(done.err, "error: missing.txt: no such file or directory\n");
}

#[test]
fn json_lines_are_one_object_a_finding() {
    let dir = letters(&[("a.txt", LEFTOVER), ("b.txt", LEFTOVER)]);
    let done = run(dir.path(), &["--format=jsonl", "--select=placeholder", "."]);
    let found: Vec<serde_json::Value> =
        done.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(found.len(), 2);
    for (one, path) in found.iter().zip(["./a.txt", "./b.txt"]) {
        assert_eq!(
            (&one["schema_version"], &one["path"], &one["lint"]),
            (&1.into(), &path.into(), &"placeholder".into())
        );
    }
}

#[test]
fn json_is_one_document_even_without_findings_or_letters() {
    let dir = letters(&[("a.txt", LEFTOVER)]);
    for args in [&["a.txt"][..], &["a.txt", "--ignore=all"], &["missing.txt"], &["-q", "a.txt"]] {
        let done = run(dir.path(), &[&["--format=json"], args].concat());
        serde_json::from_str::<serde_json::Value>(&done.out).unwrap();
    }
}

#[test]
fn quiet_leaves_the_findings() {
    let dir = letters(&[("a.txt", LEFTOVER)]);
    let loud = run(dir.path(), &["--select=placeholder", "a.txt"]);
    let quiet = run(dir.path(), &["--select=placeholder", "-q", "a.txt"]);
    assert!(loud.out.len() > quiet.out.len() && quiet.out.contains("placeholder"));
    assert_eq!(run(dir.path(), &["--ignore=all", "-q", "a.txt"]).out, "");
}

#[test]
fn colour_is_for_terminals_and_for_who_insists() {
    let dir = letters(&[("a.txt", LEFTOVER)]);
    let coloured = |env: &[(&str, &str)], args: &[&str]| {
        let mut command: Command = program(dir.path());
        let done = finish(command.envs(env.iter().copied()).arg("a.txt").args(args), b"");
        done.out.contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]));
    assert!(coloured(&[], &["--color=always"]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1")], &[]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1")], &["--color=never"]));
    assert!(!coloured(&[("NO_COLOR", "1")], &[]));
    assert!(coloured(&[("NO_COLOR", "1")], &["--color=always"]));
    assert!(!coloured(&[], &["--color=always", "--format=jsonl"]));
}

#[test]
fn a_reader_that_leaves_changes_nothing() {
    let names: Vec<_> = (0..400).map(|number| format!("{number}.txt")).collect();
    let text = LEFTOVER.repeat(20);
    let files: Vec<_> = names.iter().map(|name| (&**name, &*text)).collect();
    let dir = letters(&files);
    let mut child = program(dir.path())
        .args(SHORT)
        .arg(".")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    let done = child.wait_with_output().unwrap();
    assert!(first.starts_with("./0.txt:1:"), "{first}");
    assert_eq!((done.status.code(), &*done.stderr), (Some(1), &b""[..]));
}

#[test]
fn a_full_disk_is_reported() {
    if cfg!(target_os = "linux") {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let dir = letters(&[("a.txt", LEFTOVER)]);
        let done = program(dir.path()).args(SHORT).arg("a.txt").stdout(full).output().unwrap();
        assert_eq!(done.status.code(), Some(2));
        assert!(
            String::from_utf8_lossy(&done.stderr).starts_with("error: cannot write the report: ")
        );
    }
}

#[test]
fn a_run_says_nothing_of_letters_without_findings() {
    let dir = letters(&[("a.txt", super::support::FINE)]);
    let done = short(dir.path(), &["a.txt"]);
    assert_eq!((done.code, &*done.out, &*done.err), (0, "", ""));
}
