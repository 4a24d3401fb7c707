//! Input that is no letter: exit code 2, the file and the reason on standard error, and the other
//! letters judged all the same.

use std::path::Path;

use super::support::{FINE, LEFTOVER, Run, finish, letters, program, run, short, write};

/// Judges `name` between two letters, and expects `reason` for it and the other two judged.
#[track_caller]
fn refused(dir: &Path, name: &str, reason: &str) {
    write(dir, "a.txt", LEFTOVER);
    write(dir, "z.txt", LEFTOVER);
    let done = short(dir, &["a.txt", name, "z.txt"]);
    assert_eq!(done.err, format!("error: {name}: {reason}\n"));
    assert_eq!((done.code, done.paths()), (2, vec!["a.txt", "z.txt"]));
}

#[test]
fn a_missing_file() {
    refused(letters(&[]).path(), "missing.txt", "no such file or directory");
}

#[test]
fn a_directory_without_letters() {
    let dir = letters(&[("empty/photo.jpg", ""), ("empty/.hidden.txt", LEFTOVER)]);
    refused(
        dir.path(),
        "empty",
        "no letters (.txt, .text, .md, .markdown or .docx) in this directory",
    );
}

#[test]
fn a_file_that_is_not_text() {
    refused(
        letters(&[("b.txt", "GIF\0\0")]).path(),
        "b.txt",
        "not a text file: byte 3 is a control character",
    );
}

#[test]
fn an_empty_letter() {
    refused(letters(&[("b.txt", "")]).path(), "b.txt", "the letter is empty");
}

#[test]
fn a_letter_of_nothing_but_newlines() {
    refused(letters(&[("b.txt", "\r\n\n\n \n")]).path(), "b.txt", "the letter is empty");
}

#[test]
fn a_letter_of_nothing_but_a_byte_order_mark() {
    refused(letters(&[("b.txt", "\u{feff}\n")]).path(), "b.txt", "the letter is empty");
}

#[test]
fn invalid_utf8() {
    let dir = letters(&[]);
    write(dir.path(), "b.txt", b"Dear Amazon,\n\xC3");
    let done = short(dir.path(), &["--encoding=utf-8", "b.txt"]);
    assert_eq!(done.code, 2);
    assert!(
        done.err.starts_with("error: b.txt: not text in UTF-8: byte 13 is invalid"),
        "{}",
        done.err
    );
}

#[test]
fn a_letter_in_another_encoding() {
    let dir = letters(&[]);
    // "我们" in GBK, and an error behind it.
    write(dir.path(), "b.txt", [b"\xCE\xD2\xC3\xC7. ".as_slice(), LEFTOVER.as_bytes()].concat());
    assert_eq!(short(dir.path(), &["b.txt", "--encoding=gbk"]).paths(), ["b.txt"]);
    assert_eq!(run(dir.path(), &["b.txt", "--encoding=klingon"]).code, 2);
}

#[test]
fn a_document_that_is_not_read() {
    let dir = letters(&[("b.pdf", "%PDF-1.7\n")]);
    refused(dir.path(), "b.pdf", "a PDF is not read; save the letter as .docx or text");
}

#[test]
fn a_file_that_cannot_be_read() {
    // Opens, but does not read: unlike a file without permission this stops root as well.
    if cfg!(target_os = "linux") {
        let done = short(letters(&[]).path(), &["/proc/self/mem"]);
        assert_eq!(done.code, 2);
        assert!(done.err.starts_with("error: /proc/self/mem: cannot read it: "), "{}", done.err);
    }
}

#[cfg(unix)]
#[test]
fn a_file_without_permission() {
    use std::os::unix::fs::PermissionsExt;
    let dir = letters(&[("b.txt", LEFTOVER)]);
    let path = dir.path().join("b.txt");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // Root may read it all the same.
    if std::fs::read(&path).is_err() {
        refused(dir.path(), "b.txt", "no permission to read it");
    }
}

#[test]
fn reasons_are_given_in_chinese_as_well() {
    let done = run(letters(&[]).path(), &["--lang=zh", "missing.txt"]);
    assert_eq!((done.code, &*done.err), (2, "error: missing.txt: 没有这个文件或文件夹\n"));
}

#[test]
fn standard_input_without_a_letter() {
    let done = finish(program(Path::new(".")).arg("-"), b"");
    assert_eq!((done.code, &*done.err), (2, "error: <stdin>: the letter is empty\n"));
}

#[test]
fn a_letter_without_a_newline_at_its_end_and_one_with_a_byte_order_mark() {
    let marked = format!("\u{feff}{LEFTOVER}");
    let dir = letters(&[("a.txt", LEFTOVER.trim_end()), ("b.txt", &marked), ("c.txt", LEFTOVER)]);
    let done = short(dir.path(), &["a.txt", "b.txt", "c.txt"]);
    let place = |line: &str| line.split_once(':').unwrap().1.to_owned();
    let places: Vec<_> = done.out.lines().map(place).collect();
    assert_eq!(places.len(), 3);
    assert!(places.iter().all(|place| *place == places[0]), "{places:?}");
}

#[test]
fn fifty_megabytes_on_one_line() {
    let line = FINE.trim_end().to_owned() + " ";
    let text = line.repeat(50_000_000 / line.len()) + LEFTOVER;
    let dir = letters(&[("long.txt", &text)]);
    let done: Run = short(dir.path(), &["long.txt"]);
    assert_eq!((done.code, done.paths()), (1, vec!["long.txt"]));
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_unicode() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let dir = letters(&[]);
    write(dir.path(), OsStr::from_bytes(b"\xFF.txt"), LEFTOVER);
    assert_eq!(short(dir.path(), &["."]).paths(), ["./\u{fffd}.txt"]);
    assert_eq!(short(dir.path(), &[OsStr::from_bytes(b"\xFF.txt")]).paths(), ["\u{fffd}.txt"]);
}

#[cfg(unix)]
#[test]
fn a_name_that_would_command_the_terminal() {
    let done = short(letters(&[]).path(), &["\u{1b}[31mred\n.txt"]);
    assert_eq!(done.err, "error: \u{fffd}[31mred\u{fffd}.txt: no such file or directory\n");
}
