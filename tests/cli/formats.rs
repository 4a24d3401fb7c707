//! Where a report goes, and what is counted in it.

use super::support::{LEFTOVER, PROMISE, letters, run, short};

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
fn a_file_that_cannot_be_written_is_a_failure() {
    let dir = letters(&[("a.txt", LEFTOVER)]);
    for file in ["no/such/folder", "."] {
        let done = short(dir.path(), &["a.txt", "--output-file", file]);
        assert_eq!(done.code, 2);
        assert!(done.err.starts_with("error: cannot write the report: "), "{}", done.err);
    }
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
