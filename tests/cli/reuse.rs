//! Letters compared with each other, and with a user's own collection.

use std::path::Path;

use super::support::{FINE, Run, letters, run, write};

/// A passage that no two stores would write by chance; the name is what an agency changes.
fn passage(store: &str, units: u32) -> String {
    format!(
        "When we opened the {units} returned boxes at {store}, eleven of them held lamps whose sockets \
         had been fitted by hand after the machine at the supplier broke, and the drawing that our \
         buyer had signed did not say which of the two ways was allowed. Nobody compared the sample \
         with the second delivery, because the person who did so until then had moved to another \
         floor and no one had been named in her place.\n"
    )
}

fn letter(store: &str, own: &str) -> String {
    format!("Dear team,\n\n{own}\n\n{}\nBest regards,\n{store}\n", passage(store, 40))
}

/// Runs `reused-text` alone.
fn reused(dir: &Path, args: &[&str]) -> Run {
    let common = ["check", "--format=short", "--quiet", "--select=reused-text"];
    run(dir, &[&common[..], args].concat())
}

#[test]
fn a_passage_that_two_stores_share_is_found_in_both() {
    let dir = letters(&[
        ("lumo/appeal.txt", &letter("Lumo", "The lamps were sold in March.")),
        ("nova/appeal.txt", &letter("Nova", "We sell lights.\n\nThey come from Ningbo.")),
        ("orto/appeal.txt", FINE),
    ]);
    let done = reused(dir.path(), &["."]);
    assert_eq!(done.code, 1, "{}", done.err);
    assert_eq!(done.paths(), ["./lumo/appeal.txt", "./nova/appeal.txt"], "{}", done.out);
    let lines: Vec<&str> = done.out.lines().collect();
    assert!(lines[0].contains(" also stand in ./nova/appeal.txt:7 ["), "{}", lines[0]);
    assert!(lines[1].contains(" also stand in ./lumo/appeal.txt:5 ["), "{}", lines[1]);
    let alone = reused(dir.path(), &["lumo"]);
    assert_eq!((alone.code, alone.out.as_str()), (0, ""));
}

#[test]
fn drafts_in_one_folder_are_compared_only_when_asked() {
    let (first, second) = (letter("Lumo", "A first draft."), letter("Lumo", "A second one."));
    let dir = letters(&[("a.txt", &first), ("b.txt", &second)]);
    let done = reused(dir.path(), &["."]);
    assert_eq!((done.code, done.out.as_str()), (0, ""));
    // With a letter elsewhere, so that the run is looked at.
    write(dir.path(), "c/c.txt", FINE);
    assert_eq!(reused(dir.path(), &["."]).out, "");
    write(dir.path(), "appeal-lint.toml", "[options.reused-text]\nsame-folder = 1\n");
    assert_eq!(reused(dir.path(), &["."]).paths(), ["./a.txt", "./b.txt"]);
}

#[test]
fn the_report_is_the_same_in_every_run() {
    let dir = letters(&[]);
    for store in 0..60 {
        let own = format!("Letter of the shop that has the number {store}.");
        write(dir.path(), format!("{store:02}/appeal.txt"), letter("Shop", &own));
    }
    let first = reused(dir.path(), &["."]);
    assert_eq!(first.paths().len(), 60, "{}", first.out);
    for _ in 0..4 {
        assert_eq!(reused(dir.path(), &["."]).out, first.out);
    }
}

/// A folder with a collection in `own.fingerprints` and a letter that was written from it.
fn collection() -> tempfile::TempDir {
    let dir = letters(&[
        ("old/lamp letter.txt", &letter("Lumo", "")),
        ("appeal-lint.toml", "fingerprints = [\"own.fingerprints\"]\n"),
        ("new/a.txt", &letter("Nova", "")),
    ]);
    let args = ["fingerprint", "old", "--output=own.fingerprints", "--published=bought in 2025"];
    let done = run(dir.path(), &args);
    assert_eq!(done.code, 0, "{}", done.err);
    dir
}

#[test]
fn a_letter_is_compared_with_the_users_own_collection() {
    let dir = collection();
    let args = ["check", "--format=short", "--select=known-template", "new"];
    let done = run(dir.path(), &args);
    assert!(done.out.contains("lamp letter (bought in 2025)"), "{}{}", done.out, done.err);
    let done = run(dir.path(), &[&args[..], &["--isolated"]].concat());
    assert_eq!((done.code, done.out.as_str()), (0, ""));
}

#[test]
fn a_collection_that_does_not_read_is_refused_with_its_place() {
    let dir = collection();
    let path = dir.path().join("own.fingerprints");
    let whole = std::fs::read_to_string(&path).unwrap();
    let (cut, foreign) = (&whole[..whole.len() / 2], "Dear team,\n");
    let newer = whole.replace("fingerprints 1", "fingerprints 9");
    let letters_changed = whole.replacen("lamp", "desk", 1);
    for (text, why) in [
        (cut, "damaged"),
        (&letters_changed, "own.fingerprints: damaged file of fingerprints"),
        (foreign, "own.fingerprints: not a file of fingerprints"),
        (&newer, "version 9"),
    ] {
        write(dir.path(), "own.fingerprints", text);
        let done = run(dir.path(), &["new"]);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{}", done.err);
        assert!(done.err.contains("appeal-lint.toml:1:17"), "{}", done.err);
        assert!(done.err.contains(why), "{}", done.err);
    }
    std::fs::remove_file(path).unwrap();
    let done = run(dir.path(), &["new"]);
    assert!(done.code == 2 && done.err.contains("no such file"), "{}", done.err);
}
