//! Where a report goes, and what is counted in it.

use super::support::{LEFTOVER, PROMISE, SHORT, letters, program, run, short, write};

#[test]
fn a_report_goes_to_a_file_whole_and_not_to_standard_output() {
    let dir = letters(&[("a.txt", LEFTOVER), ("old.txt.report", "an old report")]);
    let printed = short(dir.path(), &["a.txt"]);
    for file in ["old.txt.report", "new.report"] {
        let done = short(dir.path(), &["a.txt", "--output-file", file]);
        assert_eq!((done.code, &*done.out, &*done.err), (1, "", ""));
        let written = std::fs::read_to_string(dir.path().join(file)).unwrap();
        assert_eq!(written, printed.out);
    }
    let names = std::fs::read_dir(dir.path()).unwrap().count();
    assert_eq!(names, 3, "something is left over");
}

#[test]
fn a_report_overwrites_no_letter_of_the_run() {
    let dir = letters(&[("a/a.txt", LEFTOVER), ("a/b.txt", PROMISE)]);
    for (path, file) in [("a/b.txt", "a/b.txt"), ("a", "a/../a/b.txt"), ("a/b.txt", "./a/b.txt")] {
        let done = short(dir.path(), &[path, "--output-file", file]);
        assert_eq!((done.code, &*done.out), (2, ""), "{file}");
        assert!(done.err.contains("would overwrite a/b.txt, a letter of this run"), "{}", done.err);
    }
    assert_eq!(std::fs::read_to_string(dir.path().join("a/b.txt")).unwrap(), PROMISE);
    assert_eq!(short(dir.path(), &["a/a.txt", "--output-file", "a/c.txt"]).code, 1);
}

#[test]
fn a_report_overwrites_nothing_that_was_written_for_the_program() {
    let dir = letters(&[("a.txt", LEFTOVER), ("appeal-lint.toml", "lang = \"en\"\n")]);
    assert_eq!(short(dir.path(), &["a.txt", "--write-baseline=accepted"]).code, 0);
    let accepted = std::fs::read_to_string(dir.path().join("accepted")).unwrap();
    for (args, file) in [
        (&["a.txt", "--output-file=appeal-lint.toml"][..], "appeal-lint.toml"),
        (&["a.txt", "--baseline=accepted", "--output-file=./accepted"], "accepted"),
        (&["a.txt", "--write-baseline=new", "--output-file=new"], "new"),
    ] {
        let done = short(dir.path(), args);
        assert_eq!((done.code, &*done.out), (2, ""), "{args:?}");
        assert!(done.err.contains(&format!("would overwrite {file}, ")), "{}", done.err);
    }
    assert_eq!(std::fs::read_to_string(dir.path().join("accepted")).unwrap(), accepted);
    assert!(!dir.path().join("new").exists());
}

#[cfg(unix)]
#[test]
fn a_stream_that_is_a_file_gets_the_report_behind_what_it_has() {
    let dir = letters(&[("a.txt", LEFTOVER), ("log", "before\n")]);
    let log = std::fs::OpenOptions::new().append(true).open(dir.path().join("log")).unwrap();
    let mut command = program(dir.path());
    command.args(SHORT).args(["a.txt", "--output-file=/dev/stdout"]).stdout(log);
    assert_eq!(command.status().unwrap().code(), Some(1));
    let log = std::fs::read_to_string(dir.path().join("log")).unwrap();
    assert!(log.starts_with("before\na.txt:1:"), "{log}");
}

#[test]
fn a_dash_is_standard_output() {
    let dir = letters(&[("a.txt", LEFTOVER)]);
    let done = short(dir.path(), &["a.txt", "--output-file=-"]);
    assert_eq!(done.out, short(dir.path(), &["a.txt"]).out);
    assert!(!dir.path().join("-").exists());
}

#[test]
fn a_file_that_cannot_be_written_is_a_failure() {
    let dir = letters(&[("a.txt", LEFTOVER)]);
    for file in ["no/such/folder", "."] {
        let done = short(dir.path(), &["a.txt", "--output-file", file]);
        assert_eq!(done.code, 2);
        let wanted = format!("error: cannot write the report: {file}: ");
        assert!(done.err.starts_with(&wanted), "{}", done.err);
    }
}

#[test]
fn places_in_bytes_are_those_of_the_file() {
    let dir = letters(&[]);
    let columns = |name: &str, bytes: &[u8]| {
        write(dir.path(), name, bytes);
        let args = ["--format=rdjsonl", "--select=misspelling", name];
        let done: serde_json::Value = serde_json::from_str(&run(dir.path(), &args).out).unwrap();
        let column = done["location"]["range"]["start"]["column"].as_u64().unwrap();
        (column, done["suggestions"][0]["range"]["start"]["column"].as_u64())
    };
    let text = "We are writting to appeal.\n";
    assert_eq!(columns("plain.txt", text.as_bytes()), (8, Some(8)));
    assert_eq!(columns("mark.txt", format!("\u{feff}{text}").as_bytes()), (11, Some(11)));
    let gbk = [b"\xce\xd2\xc3\xc7\xb5\xc4\xb5\xea\xc6\xcc ", text.as_bytes()].concat();
    assert_eq!(columns("gbk.txt", &gbk), (24, None));
}

#[test]
fn where_nothing_could_be_read_nothing_is_said_to_be_found() {
    let dir = letters(&[]);
    let done = run(dir.path(), &["missing.txt"]);
    assert_eq!((done.code, &*done.out), (2, ""));
}

#[test]
fn a_file_has_colours_only_for_who_insists() {
    let dir = letters(&[("a.txt", LEFTOVER)]);
    for (color, wanted) in [("auto", false), ("always", true), ("never", false)] {
        run(dir.path(), &["a.txt", "--output-file=report", "--color", color]);
        let report = std::fs::read_to_string(dir.path().join("report")).unwrap();
        assert_eq!(report.contains('\u{1b}'), wanted, "{color}");
    }
}

#[test]
fn statistics_count_by_lint_the_most_frequent_first() {
    let dir = letters(&[("a.txt", PROMISE), ("b.txt", LEFTOVER), ("c.txt", LEFTOVER)]);
    let args = ["--select=placeholder,absolute-promise", "--statistics", "."];
    let done = run(dir.path(), &args);
    let firsts: Vec<Vec<_>> =
        done.out.lines().map(|line| line.split_whitespace().take(3).collect()).collect();
    let wanted = [["2", "error", "placeholder"], ["1", "warning", "absolute-promise"]];
    assert_eq!((done.code, firsts), (1, wanted.map(|line| line.to_vec()).to_vec()));
    assert_eq!(run(dir.path(), &["--statistics", "--format=json", "."]).code, 2);
}

#[test]
fn columns_count_what_the_reader_counts() {
    let dir = letters(&[("a.txt", "😀我们 XXXX in Ningbo.\n")]);
    let column = |args: &[&str]| {
        let done = short(dir.path(), &[&["a.txt"], args].concat());
        done.out.split(':').nth(2).unwrap().to_owned()
    };
    assert_eq!(column(&[]), "5");
    assert_eq!(column(&["--column-unit=utf16"]), "6");
    assert_eq!(column(&["--column-unit=byte"]), "12");
    let args = ["--format=jsonl", "--select=placeholder", "--column-unit=utf16", "a.txt"];
    assert!(run(dir.path(), &args).out.contains("\"column\":6"));
}
