//! Lints of a team's own: found, compiled, told apart from wrong ones, and tried.

use super::support::{letters, run, short};

const LINT: &str = r#"
level = "warning"
sources = ["house style"]
[en]
summary = "the shop's old name"
message = "`{match}` is the old name"
help = "write `Harbour Lamps`"
explain = "The account was renamed; Amazon compares names."
[zh]
summary = "店铺旧名"
message = "“{match}”是旧名"
help = "写“Harbour Lamps”"
explain = "店铺已改名，亚马逊会核对名称。"
[[phrase]]
match = "@our (store | shop) seaside lamps"
[[example]]
bad = "We moved «our shop Seaside Lamps» to a new address."
[[example]]
bad = "The order was sent by «our store Seaside  Lamps»."
[[example]]
good = "We moved our shop Harbour Lamps."
[[example]]
good = "Our shop is by the seaside."
"#;

const CONFIG: &str = "lint-dirs = [\"house\"]\n";

#[test]
fn a_teams_lints_judge_its_letters() {
    let dir = letters(&[
        ("appeal-lint.toml", CONFIG),
        ("house/evidence/old-name.toml", LINT),
        ("a.txt", "Our shop Seaside Lamps was closed on 3 May 2026.\n"),
    ]);
    let args = ["check", "--format=short", "--select=old-name", "a.txt"];
    let done = run(dir.path(), &args);
    let line = "a.txt:1:1: warning: `Our shop Seaside Lamps` is the old name [old-name]\n";
    assert_eq!((done.code, done.out.as_str()), (1, line), "{}", done.err);
    let explained = run(dir.path(), &["explain", "old-name", "--lang=zh"]);
    assert!(explained.out.contains("店铺已改名"), "{}", explained.out);
    let done = short(dir.path(), &["--isolated", "--select=old-name", "a.txt"]);
    assert_eq!(done.code, 2, "without the configuration there is no such lint");
}

#[test]
fn a_folder_that_is_named_twice_is_read_once() {
    let dir = letters(&[
        ("base.toml", CONFIG),
        (
            "appeal-lint.toml",
            "extend = \"base.toml\"\nlint-dirs = [\"house/\", \"house/evidence\"]\n",
        ),
        ("house/evidence/old-name.toml", LINT),
        ("a.txt", "Our shop Seaside Lamps was closed on 3 May 2026.\n"),
    ]);
    let done = run(dir.path(), &["check", "--format=short", "--select=old-name", "a.txt"]);
    assert_eq!((done.code, done.out.lines().count()), (1, 1), "{}", done.err);
}

#[test]
fn a_broken_lint_file_is_shown_with_its_place() {
    let broken = LINT.replace("@our (store", "@ours (store");
    let dir = letters(&[
        ("appeal-lint.toml", CONFIG),
        ("house/evidence/old-name.toml", &broken),
        ("a.txt", "Fine.\n"),
    ]);
    let done = run(dir.path(), &["a.txt"]);
    assert_eq!((done.code, done.out.as_str()), (2, ""), "{}", done.err);
    assert!(done.err.contains("house/evidence/old-name.toml:15:10"), "{}", done.err);
    assert!(done.err.contains("@ours"), "{}", done.err);
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    let dir = letters(&[("appeal-lint.toml", CONFIG), ("a.txt", "Fine.\n")]);
    let done = run(dir.path(), &["a.txt"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("appeal-lint.toml:1:14"), "{}", done.err);
}

#[test]
fn the_examples_of_a_teams_lints_are_tried() {
    let dir = letters(&[("house/evidence/old-name.toml", LINT)]);
    let done = run(dir.path(), &["test-lints", "house"]);
    assert_eq!((done.code, done.out.as_str()), (0, "5 passed, 0 failed\n"), "{}", done.err);
    let wrong = LINT.replace("Our shop is by the seaside.", "Our shop Seaside Lamps is closed.");
    let dir = letters(&[("house/evidence/old-name.toml", &wrong)]);
    let done = run(dir.path(), &["test-lints", "house"]);
    assert_eq!(done.code, 1);
    assert!(done.out.contains("evidence/old-name::good[1]: noisy"), "{}", done.out);
    assert!(done.out.ends_with("4 passed, 1 failed\n"), "{}", done.out);
}

#[test]
fn where_no_lint_is_nothing_passes() {
    let dir = letters(&[("house/words/w.toml", "[class]\nhouse = [\"a\"]\n"), ("house/a.md", "")]);
    let done = run(dir.path(), &["test-lints", "house"]);
    assert_eq!((done.code, done.out.as_str()), (2, ""));
    assert!(done.err.starts_with("error: house: no file of a lint "), "{}", done.err);
}
