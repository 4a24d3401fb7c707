//! Which letters a run finds, and in which order.

use super::support::{LEFTOVER, letters, short};

#[test]
fn a_directory_is_walked_in_the_order_of_names() {
    let dir = letters(&[
        ("in/b.txt", LEFTOVER),
        ("in/a/z.md", LEFTOVER),
        ("in/C.TXT", LEFTOVER),
        ("in/notes.rs", LEFTOVER),
        ("in/.draft.txt", LEFTOVER),
        ("in/.old/d.txt", LEFTOVER),
    ]);
    let done = short(dir.path(), &["in"]);
    assert_eq!(done.paths(), ["in/C.TXT", "in/a/z.md", "in/b.txt"]);
    assert_eq!((done.code, &*done.err), (1, ""));
}

#[test]
fn a_walk_takes_what_the_hooks_take() {
    let hooks = include_str!("../../.pre-commit-hooks.yaml");
    let files: Vec<_> =
        hooks.lines().filter_map(|line| line.split_once("files: (?i)\\.(")).collect();
    assert_eq!(files.len(), 2, "{hooks}");
    for (_, rest) in files {
        let taken = rest.trim_end_matches(")$").split('|').filter(|one| *one != "docx");
        let names: Vec<_> = taken.map(|extension| format!("in/a.{extension}")).collect();
        let dir = letters(&names.iter().map(|name| (&**name, LEFTOVER)).collect::<Vec<_>>());
        assert_eq!(short(dir.path(), &["in"]).paths().len(), names.len(), "{names:?}");
    }
}

#[test]
fn the_order_of_arguments_is_kept() {
    let dir = letters(&[("b.txt", LEFTOVER), ("a.txt", LEFTOVER), ("in/c.txt", LEFTOVER)]);
    assert_eq!(
        short(dir.path(), &["in", "b.txt", "a.txt"]).paths(),
        ["in/c.txt", "b.txt", "a.txt"]
    );
}

#[test]
fn many_letters_come_in_order() {
    let name = |number: usize| format!("{number:04}.txt");
    let names: Vec<_> = (0..700).map(name).collect();
    let files: Vec<_> = names.iter().map(|name| (&**name, LEFTOVER)).collect();
    let dir = letters(&files);
    std::fs::write(dir.path().join("0300.txt"), "").unwrap();
    let done = short(dir.path(), &["."]);
    let expected: Vec<_> =
        names.iter().filter(|name| **name != "0300.txt").map(|name| format!("./{name}")).collect();
    assert_eq!(done.paths(), expected);
    assert_eq!((done.code, &*done.err), (2, "error: ./0300.txt: the letter is empty\n"));
}

#[test]
fn a_letter_named_twice_is_judged_once() {
    let dir = letters(&[("in/a.txt", LEFTOVER), ("in/b.txt", LEFTOVER)]);
    let done = short(dir.path(), &["in/b.txt", "in", "./in/a.txt", "in/../in/a.txt"]);
    assert_eq!(done.paths(), ["in/b.txt", "in/a.txt"]);
}

#[test]
fn gitignore_counts_and_a_named_file_overrules_it() {
    let dir = letters(&[
        ("in/.gitignore", "*.md\n/old/\n!keep.md\n"),
        ("in/a.txt", LEFTOVER),
        ("in/b.md", LEFTOVER),
        ("in/keep.md", LEFTOVER),
        ("in/old/c.txt", LEFTOVER),
        ("in/sub/.gitignore", "d.txt\n!b.md\n"),
        ("in/sub/b.md", LEFTOVER),
        ("in/sub/d.txt", LEFTOVER),
        ("in/sub/old/e.txt", LEFTOVER),
        ("in/tail/d.txt", LEFTOVER),
    ]);
    let walked = ["in/a.txt", "in/keep.md", "in/sub/b.md", "in/sub/old/e.txt", "in/tail/d.txt"];
    assert_eq!(short(dir.path(), &["in"]).paths(), walked);
    assert_eq!(short(dir.path(), &["in/b.md", "in/old"]).paths(), ["in/b.md", "in/old/c.txt"]);
    assert_eq!(short(dir.path(), &["in/old/c.txt"]).paths(), ["in/old/c.txt"]);
}

#[test]
fn gitignore_above_counts_within_the_repository() {
    let files = [(".gitignore", "b.txt\n"), ("in/a.txt", LEFTOVER), ("in/b.txt", LEFTOVER)];
    let outside = letters(&files);
    assert_eq!(short(outside.path(), &["in"]).paths(), ["in/a.txt", "in/b.txt"]);
    let inside = letters(&[&files[..], &[(".git/HEAD", "")]].concat());
    assert_eq!(short(inside.path(), &["in"]).paths(), ["in/a.txt"]);
    assert_eq!(short(&inside.path().join("in"), &["."]).paths(), ["./a.txt"]);
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::super::support::{LEFTOVER, letters, short};

    #[test]
    fn a_link_to_a_letter_is_followed() {
        let dir = letters(&[("in/.keep", ""), ("real.txt", LEFTOVER)]);
        symlink("../real.txt", dir.path().join("in/link.txt")).unwrap();
        assert_eq!(short(dir.path(), &["in"]).paths(), ["in/link.txt"]);
    }

    #[test]
    fn a_broken_link_is_reported_if_it_names_a_letter() {
        let dir = letters(&[("in/a.txt", LEFTOVER)]);
        for name in ["in/gone.txt", "in/.#lock.txt", "in/result"] {
            symlink("nowhere", dir.path().join(name)).unwrap();
        }
        let done = short(dir.path(), &["in"]);
        assert_eq!((done.code, done.paths()), (2, vec!["in/a.txt"]));
        assert_eq!(done.err, "error: in/gone.txt: no such file or directory\n");
    }

    #[test]
    fn a_link_to_a_directory_is_not_followed_unless_it_is_named() {
        let dir =
            letters(&[("in/a.txt", LEFTOVER), ("in/sub/b.txt", LEFTOVER), ("out/c.txt", LEFTOVER)]);
        symlink("..", dir.path().join("in/sub/up")).unwrap();
        symlink("../out", dir.path().join("in/out.txt")).unwrap();
        symlink("self.txt", dir.path().join("in/self.txt")).unwrap();
        let done = short(dir.path(), &["in"]);
        assert_eq!((done.code, done.paths()), (2, vec!["in/a.txt", "in/sub/b.txt"]));
        assert!(done.err.starts_with("error: in/self.txt: cannot read it: "), "{}", done.err);
        assert_eq!(done.err.lines().count(), 1, "{}", done.err);
        assert_eq!(short(dir.path(), &["in/out.txt"]).paths(), ["in/out.txt/c.txt"]);
    }
}
