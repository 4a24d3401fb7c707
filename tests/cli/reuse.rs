//! Letters compared with each other, and with a user's own collection.

use std::path::Path;

use super::support::{FINE, Run, finish, letters, program, run, write};

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

/// Stores whose letters hold the same passage: a draft in a folder of `lumo`, two of `nova`, `orto`.
fn agency(config: &str) -> tempfile::TempDir {
    let dir = letters(&[("appeal-lint.toml", config)]);
    for path in
        ["clients/lumo/sent/1.txt", "clients/lumo/2.txt", "clients/nova/1.txt", "orto/1.txt"]
    {
        write(dir.path(), path, letter("Lumo", &format!("This is the draft {path}.")));
    }
    dir
}

/// Which letter is said to share a passage with which.
fn pairs(dir: &Path) -> Vec<String> {
    let done = reused(dir, &["."]);
    assert!(done.code < 2, "{}", done.err);
    let brief = |line: &str| {
        let (here, rest) = line.split_once(':').expect("a path");
        let there = rest.split_once("stand in ").expect("another letter").1;
        format!("{here} {}", there.split(':').next().unwrap_or_default()).replace("./", "")
    };
    done.out.lines().map(brief).collect()
}

#[test]
fn drafts_that_belong_together_are_not_compared() {
    let among = |config: &str| pairs(agency(config).path());
    // Each letter is named beside the first other one that has all of the passage.
    let unsaid = among("");
    assert_eq!(unsaid.len(), 4, "{unsaid:?}");
    assert!(unsaid.contains(&"clients/lumo/2.txt clients/lumo/sent/1.txt".to_owned()));
    for group in ["clients/*", "clients/lumo/**", "{clients/lumo,old}/"] {
        let found = among(&format!("same-appeal = [\"{group}\"]\n"));
        assert_eq!(found.len(), 4, "{group}: {found:?}");
        assert!(found.iter().all(|pair| pair.matches("lumo").count() < 2), "{group}: {found:?}");
    }
    let all = "same-appeal = [[\"clients/lumo\", \"clients/nova\"]]\n";
    let found = among(all);
    let expected = ["clients/lumo/2.txt", "clients/lumo/sent/1.txt", "clients/nova/1.txt"];
    assert_eq!(found[..3], expected.map(|one| format!("{one} orto/1.txt")), "{found:?}");
    assert!(found[3].starts_with("orto/1.txt clients/"), "{found:?}");
    let whole = "same-appeal = [[\"clients\", \"orto\"]]\n[options.reused-text]\nsame-folder = 1\n";
    assert_eq!(among(whole), [""; 0]);
}

#[test]
fn groups_add_up_and_wrong_ones_are_told() {
    let base = "same-appeal = [\"clients/*\"]\n";
    let dir = agency("extend = \"base.toml\"\nsame-appeal = [[\"orto\", \"elsewhere\"]]\n");
    write(dir.path(), "base.toml", base);
    write(dir.path(), "elsewhere/2.txt", letter("Orto", ""));
    let found = pairs(dir.path());
    assert_eq!(found.len(), 5, "{found:?}");
    assert!(!found.iter().any(|pair| pair.ends_with("orto/1.txt") && pair.contains("elsewhere")));
    for (wrong, why) in [
        ("\"a{b\"", "appeal-lint.toml:1:16"),
        ("\"!lumo\"", "takes letters out"),
        ("[]", "no letter fits this"),
        ("7", "expected a pattern, or a list of patterns"),
    ] {
        write(dir.path(), "appeal-lint.toml", format!("same-appeal = [{wrong}]\n"));
        let done = reused(dir.path(), &["."]);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{wrong}: {}", done.err);
        assert!(done.err.contains(why), "{wrong}: {}", done.err);
    }
}

#[test]
fn the_order_of_arguments_changes_nothing_but_the_order_of_findings() {
    let dir = agency("");
    let sorted = |args: &[&str]| {
        let done = reused(dir.path(), args);
        let mut lines: Vec<String> = done.out.lines().map(str::to_owned).collect();
        lines.sort_unstable();
        lines
    };
    let first = sorted(&["clients/lumo", "clients/nova", "orto"]);
    assert_eq!(first.len(), 4);
    assert_eq!(sorted(&["orto", "clients/nova", "clients/lumo"]), first);
    assert_eq!(sorted(&["clients/nova", "orto", "clients/lumo/2.txt", "clients/lumo/sent"]), first);
}

#[test]
fn standard_input_is_compared_with_nothing() {
    let dir = agency("");
    let mut command = program(dir.path());
    command.args(["check", "--format=short", "--quiet", "--select=reused-text", "-", "orto"]);
    let done = finish(command.arg("--stdin-filename=new/1.txt"), letter("Nova", "").as_bytes());
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
}

#[test]
fn fingerprints_overwrite_fingerprints_only() {
    let (dir, long) = (letters(&[]), passage("Lumo", 40));
    for name in ["old.txt", "letter.txt"] {
        write(dir.path(), name, &long);
    }
    let args = |to| ["fingerprint", "old.txt", "--output", to];
    let done = run(dir.path(), &args("letter.txt"));
    assert_eq!((done.code, &*done.out), (2, ""));
    assert!(done.err.contains("would overwrite letter.txt"), "{}", done.err);
    assert_eq!(std::fs::read_to_string(dir.path().join("letter.txt")).unwrap(), long);
    write(dir.path(), "empty", "");
    for to in ["new", "new", "empty"] {
        assert_eq!(run(dir.path(), &args(to)).code, 0, "{to}");
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

#[test]
fn what_was_accepted_stays_accepted_when_the_other_letter_is_not_in_the_run() {
    let dir = letters(&[("appeal-lint.toml", "baseline = \"b.toml\"\n"), ("c/c.txt", FINE)]);
    for store in ["a", "b"] {
        write(dir.path(), format!("{store}/1.txt"), letter(store, "The lamps were sold in March."));
    }
    let lint =
        |args: &[&str]| run(dir.path(), &[&["check", "--select=reused-text"], args].concat());
    lint(&["--write-baseline", "."]);
    let read = || std::fs::read_to_string(dir.path().join("b.toml")).expect("a baseline");
    let agreed = read().replace("\"reused-text\"\n", "\"reused-text\"\nreason = \"agreed\"\n");
    assert_eq!(agreed.matches("agreed").count(), 2, "{agreed}");
    write(dir.path(), "b.toml", &agreed);
    let stays = |paths: &[&str]| {
        for how in [&[][..], &["--prune-baseline"], &["--write-baseline"]] {
            let done = lint(&[paths, how].concat());
            assert!(!done.err.contains("note:"), "{paths:?} {how:?}: {}", done.err);
            assert_eq!(read(), agreed, "{paths:?} {how:?}");
        }
    };
    for paths in [&["a", "c"][..], &["a/1.txt", "c/c.txt"], &["a", "b", "c"], &["a/1.txt"]] {
        stays(paths);
    }
    // The other letter is there and does not read.
    let other = std::fs::read(dir.path().join("b/1.txt")).expect("a letter");
    write(dir.path(), "b/1.txt", "");
    stays(&["."]);
    write(dir.path(), "b/1.txt", other);
    // All letters are, and one is written anew.
    write(dir.path(), "a/1.txt", FINE);
    let done = lint(&["--prune-baseline", "."]);
    assert!(done.err.ends_with("2 entries taken out of b.toml\n"), "{}", done.err);
    assert!(!read().contains("agreed"));
}
