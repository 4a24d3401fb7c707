//! Accepted findings: what is not reported, what is told, and what becomes of the file.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::support::{
    FINE, LEFTOVER, PROMISE, Run, SHORT, finish, letters, program, run, short, write,
};

const FILE: &str = "appeal-lint-baseline.toml";
const NAMED: &str = "baseline = \"appeal-lint-baseline.toml\"\n";

/// Two letters with a finding each, which are accepted.
fn accepted() -> TempDir {
    let dir = letters(&[
        ("appeal-lint.toml", NAMED),
        ("a.txt", LEFTOVER),
        ("shop/b.txt", &format!("{FINE}{PROMISE}")),
    ]);
    let done = short(dir.path(), &["--write-baseline", "."]);
    let told = "2 findings written to appeal-lint-baseline.toml\n";
    assert_eq!((done.code, &*done.out, &*done.err), (0, "", told));
    dir
}

fn baseline(dir: &Path) -> String {
    fs::read_to_string(dir.join(FILE)).unwrap()
}

/// Writes a reason below the entry of a lint.
fn reason(dir: &Path, lint: &str) {
    let line = format!("lint = \"{lint}\"\n");
    write(
        dir,
        FILE,
        baseline(dir).replace(&line, &format!("{line}reason = \"the client's wish\"\n")),
    );
}

/// A run that must fail, with this said of it.
#[track_caller]
fn refused(done: &Run, said: &[&str]) {
    assert_eq!((done.code, &*done.out), (2, ""), "{}", done.err);
    said.iter().for_each(|said| assert!(done.err.contains(said), "{said}: {}", done.err));
}

#[test]
fn what_is_accepted_is_not_reported_wherever_it_moves() {
    let dir = accepted();
    let done = short(dir.path(), &["."]);
    let told = "2 accepted findings not shown\n";
    assert_eq!((done.code, &*done.out, &*done.err), (0, "", told));
    assert_eq!(short(dir.path(), &["--quiet", "."]).err, "");
    // Lines move, the sentence is wrapped.
    write(
        dir.path(),
        "a.txt",
        format!("{PROMISE}\n{} {}", FINE.trim_end(), LEFTOVER.replace(" is", "\nis")),
    );
    assert_eq!(short(dir.path(), &["."]).paths(), ["./a.txt"]);
    // From within a folder, and on standard input.
    let mut command = program(&dir.path().join("shop"));
    let args = ["-", "--stdin-filename=b.txt", "--format=short", "--select=absolute-promise"];
    assert_eq!(finish(command.args(args), PROMISE.as_bytes()).code, 0);
    // A new finding in an old letter, and another sentence with the old fault.
    write(dir.path(), "a.txt", format!("{LEFTOVER}{PROMISE}The buyer is XXXX in Leeds.\n"));
    let done = short(dir.path(), &["."]);
    let places: Vec<_> = done.out.lines().map(|line| &line[..9]).collect();
    assert_eq!((done.code, places), (1, vec!["./a.txt:2", "./a.txt:3"]), "{}", done.out);
}

#[test]
fn the_file_is_sorted_and_the_same_for_the_same_findings() {
    let dir = accepted();
    let text = baseline(dir.path());
    let (head, entries) = text.split_once("version = 1\n").unwrap();
    assert!(head.lines().all(|line| line.starts_with('#')), "{head}");
    let wanted = "
[[finding]]
file = \"a.txt\"
lint = \"placeholder\"
hash = \"50e0e74880bab5eb\"
text = \"Our supplier is XXXX in Ningbo.\"

[[finding]]
file = \"shop/b.txt\"
lint = \"absolute-promise\"
hash = \"2b676b5e201cb478\"
text = \"We guarantee that this will never happen again.\"
";
    assert_eq!(entries, wanted);
    // From elsewhere, in Chinese, in another order.
    let args = ["--write-baseline", "--lang=zh", "b.txt", "../a.txt"];
    let done = short(&dir.path().join("shop"), &args);
    assert_eq!((done.code, baseline(dir.path())), (0, text), "{}", done.err);
}

#[test]
fn the_same_sentence_twice_is_accepted_as_often_as_it_stood_there() {
    let dir = letters(&[("appeal-lint.toml", NAMED), ("a.txt", &format!("{PROMISE}\n{PROMISE}"))]);
    short(dir.path(), &["--write-baseline", "a.txt"]);
    assert!(baseline(dir.path()).contains("count = 2\n"), "{}", baseline(dir.path()));
    write(dir.path(), "a.txt", format!("{PROMISE}\n{PROMISE}\n{PROMISE}"));
    let done = short(dir.path(), &["a.txt"]);
    assert!(done.out.starts_with("a.txt:5:") && done.out.lines().count() == 1, "{}", done.out);
    write(dir.path(), "a.txt", PROMISE);
    let done = short(dir.path(), &["--prune-baseline", "a.txt"]);
    assert_eq!(done.code, 0);
    assert!(!baseline(dir.path()).contains("count"), "{}", baseline(dir.path()));
}

#[test]
fn stale_entries_are_told_and_taken_out() {
    let dir = accepted();
    reason(dir.path(), "absolute-promise");
    write(dir.path(), "a.txt", FINE);
    let stale = "note: appeal-lint-baseline.toml accepts what is not found any more; --prune-baseline \
                 takes out:\n  a.txt: placeholder: Our supplier is XXXX in Ningbo.\n";
    let done = short(dir.path(), &["."]);
    assert_eq!((done.code, &*done.err), (0, &*format!("1 accepted finding not shown\n{stale}")));
    // What was not judged is not known to be gone.
    assert!(!short(dir.path(), &["shop"]).err.contains("note"));
    let ignoring = ["--ignore=placeholder", "--prune-baseline", "."];
    assert!(
        short(dir.path(), &ignoring)
            .err
            .ends_with("0 entries taken out of appeal-lint-baseline.toml\n")
    );
    let before = baseline(dir.path());
    let done = short(dir.path(), &["--prune-baseline", "shop"]);
    assert_eq!((done.code, baseline(dir.path())), (0, before.clone()));
    let done = short(dir.path(), &["--prune-baseline", "."]);
    assert!(done.err.ends_with("1 entry taken out of appeal-lint-baseline.toml\n"), "{}", done.err);
    let now = baseline(dir.path());
    assert!(
        !now.contains("placeholder") && now.contains("reason = \"the client's wish\""),
        "{now}"
    );
    // A letter that is gone from the folder.
    fs::remove_file(dir.path().join("shop/b.txt")).unwrap();
    let done = short(dir.path(), &["."]);
    assert!(done.err.contains("  shop/b.txt: absolute-promise: "), "{}", done.err);
}

#[test]
fn what_a_lint_found_that_the_run_does_not_know_stays_accepted() {
    let dir = accepted();
    let own = "[[finding]]\nfile = \"a.txt\"\nlint = \"house-rule\"\nreason = \"agreed\"\n";
    write(dir.path(), FILE, format!("{}\n{own}", baseline(dir.path())));
    assert!(!short(dir.path(), &["."]).err.contains("note"), "nothing is stale");
    for how in ["--prune-baseline", "--write-baseline"] {
        let done = short(dir.path(), &[how, "."]);
        assert_eq!(done.code, 0);
        let told = "it there if that lint is gone:\n  a.txt: house-rule\n";
        assert!(done.err.ends_with(told), "{how}: {}", done.err);
        assert!(baseline(dir.path()).contains(own), "{how}: {}", baseline(dir.path()));
    }
}

#[test]
fn accepting_all_is_no_praise() {
    let dir = letters(&[("appeal-lint.toml", NAMED), ("a.txt", LEFTOVER)]);
    let done = run(dir.path(), &["a.txt", "--write-baseline"]);
    assert_eq!((done.code, &*done.out), (0, ""));
    assert!(done.err.contains("written to appeal-lint-baseline.toml"), "{}", done.err);
}

#[test]
fn a_path_written_by_hand_counts() {
    let dir = accepted();
    write(dir.path(), FILE, baseline(dir.path()).replace("\"shop/", "\"./shop//"));
    assert_eq!(short(dir.path(), &["."]).err, "2 accepted findings not shown\n");
}

#[test]
fn what_was_judged_is_not_gone() {
    let dir = accepted();
    let lint = |more: &[&str]| {
        let args = [".", "-", "--stdin-filename=shop/draft.txt"];
        finish(program(dir.path()).args(SHORT).args(args).args(more), PROMISE.as_bytes())
    };
    lint(&["--write-baseline"]);
    let written = baseline(dir.path());
    assert!(written.contains("shop/draft.txt"), "{written}");
    for more in [&[][..], &["--write-baseline"], &["--prune-baseline"]] {
        let done = lint(more);
        assert_eq!((done.code, &*done.out, baseline(dir.path())), (0, "", written.clone()));
    }
}

#[test]
fn writing_anew_keeps_reasons_and_other_letters() {
    let dir = accepted();
    reason(dir.path(), "placeholder");
    write(dir.path(), "a.txt", format!("{PROMISE}{LEFTOVER}"));
    let done = short(dir.path(), &["--write-baseline", "a.txt"]);
    assert_eq!(done.err, "2 findings written to appeal-lint-baseline.toml\n");
    let text = baseline(dir.path());
    let lints: Vec<_> = text.lines().filter(|line| line.starts_with("lint")).collect();
    let (promise, leftover) = ("lint = \"absolute-promise\"", "lint = \"placeholder\"");
    assert_eq!(lints, [promise, leftover, promise], "{text}");
    assert!(text.contains("reason = \"the client's wish\""), "{text}");
    // Lints that are off are left alone.
    short(dir.path(), &["--write-baseline", "--ignore=placeholder", "a.txt"]);
    assert_eq!(baseline(dir.path()), text);
}

#[test]
fn writing_anew_tells_which_entries_and_reasons_are_lost() {
    let dir = accepted();
    reason(dir.path(), "placeholder");
    let promise = PROMISE.replace("guarantee", "promise");
    write(dir.path(), "a.txt", LEFTOVER.replace("Ningbo", "Yiwu"));
    write(dir.path(), "shop/b.txt", &promise);
    let told = "2 findings written to appeal-lint-baseline.toml\nnote: 2 entries that are not found \
                any more were taken out, 1 of them with a reason\n";
    assert_eq!(short(dir.path(), &["--write-baseline", "."]).err, told);
    reason(dir.path(), "placeholder");
    write(dir.path(), "a.txt", FINE);
    let done = short(dir.path(), &["--write-baseline", "."]);
    let told = "note: 1 entry that is not found any more was taken out, with its reason\n";
    assert!(done.err.ends_with(told), "{}", done.err);
}

#[test]
fn what_a_letter_lacks_is_accepted_wherever_it_is_told() {
    let dir = letters(&[("appeal-lint.toml", NAMED), ("a.txt", PROMISE)]);
    let args = ["check", "--format=short", "--select=missing-sign-off,missing-salutation", "a.txt"];
    let lint = |more: &[&str]| finish(program(dir.path()).args(args).args(more), b"");
    assert_eq!(lint(&["--write-baseline", "--fail-on=note"]).code, 0);
    assert!(!baseline(dir.path()).contains("hash"), "{}", baseline(dir.path()));
    write(dir.path(), "a.txt", FINE);
    assert_eq!(lint(&["--fail-on=note"]).out, "");
}

#[test]
fn what_is_accepted_of_a_letter_as_a_whole_is_that_one_thing() {
    const CAUSE: &str = "The packer took the labels of another order.\n";
    let letter = |cause: &str, done: &str| {
        format!("Root cause:\n{cause}\nCorrective actions:\n{done}\nPreventive measures:\n{FINE}")
    };
    let dir = letters(&[("appeal-lint.toml", NAMED), ("a.txt", &letter("", FINE))]);
    let args = ["check", "--format=short", "--select=empty-section", "a.txt"];
    let lint = |more: &[&str]| finish(program(dir.path()).args(args).args(more), b"").out;
    lint(&["--write-baseline"]);
    assert!(baseline(dir.path()).contains("hash"), "{}", baseline(dir.path()));
    assert_eq!(lint(&[]), "");
    write(dir.path(), "a.txt", letter(CAUSE, ""));
    assert!(lint(&[]).contains("[empty-section]"), "another section is empty");
}

#[test]
fn a_fix_leaves_accepted_sentences_alone() {
    const WRONG: &str = "We sent the informations on 3 May 2026.\n";
    let select = ["check", "--format=short", "--select=uncountable-plural,absolute-promise"];
    let dir = letters(&[("appeal-lint.toml", NAMED), ("a.txt", WRONG)]);
    let lint = |more: &[&str]| finish(program(dir.path()).args(select).args(more), b"");
    lint(&["--write-baseline", "a.txt"]);
    let text = format!("{WRONG}We sent the equipments on 4 May 2026.\n");
    write(dir.path(), "a.txt", &text);
    let done = lint(&["--fix", "a.txt"]);
    assert_eq!(done.err, "1 place fixed\n1 accepted finding not shown\n");
    assert_eq!(
        fs::read_to_string(dir.path().join("a.txt")).unwrap(),
        text.replace("equipments", "equipment")
    );
}

#[test]
fn a_baseline_can_be_named_or_be_another_for_each_folder() {
    let dir =
        letters(&[("a.txt", LEFTOVER), ("shop/appeal-lint.toml", "baseline = \"own.toml\"\n")]);
    write(dir.path(), "shop/b.txt", PROMISE);
    let done = short(dir.path(), &["--write-baseline=house.toml", "a.txt"]);
    assert!(done.err.contains("note: it counts with --baseline"), "{}", done.err);
    assert_eq!(short(dir.path(), &["a.txt"]).code, 1);
    assert_eq!(short(dir.path(), &["--baseline=house.toml", "a.txt"]).code, 0);
    refused(
        &short(dir.path(), &["a.txt", "shop"]),
        &["shop/appeal-lint.toml:1:12", "own.toml: no such file"],
    );
    let done = short(dir.path(), &["--write-baseline", "a.txt", "shop"]);
    assert_eq!(done.code, 0);
    assert!(dir.path().join("shop/own.toml").exists() && dir.path().join(FILE).exists());
    assert_eq!(short(dir.path(), &["--isolated", "shop"]).code, 1);
}

#[test]
fn a_name_behind_a_space_is_taken_for_a_letter_and_nothing_is_written() {
    let dir = letters(&[("a.txt", LEFTOVER)]);
    let done = short(dir.path(), &["--write-baseline", "house.toml", "a.txt"]);
    refused(&done, &["house.toml: no such file", "write --write-baseline=house.toml"]);
    assert!(!dir.path().join(FILE).exists());
}

#[test]
fn a_baseline_that_does_not_read_is_refused_with_its_place() {
    let dir = accepted();
    let text = baseline(dir.path());
    for (broken, place, reason) in [
        (text.replace("version = 1", "version = 7"), ":4:11", "reads version 1"),
        (text.replace("hash = \"", "hash = \"z"), ":9:8", "16 digits"),
        (text.replace("file = \"a.txt\"\n", "<<<<<<< HEAD\n"), ":7:", ""),
        ("[levels]\ntone = \"allow\"\n".to_owned(), ":1:1", "no baseline"),
        (LEFTOVER.to_owned(), ":1:5", ""),
    ] {
        write(dir.path(), FILE, &broken);
        for args in [&["."][..], &["--write-baseline", "."], &["--prune-baseline", "."]] {
            refused(&short(dir.path(), args), &[&format!("{FILE}{place}"), reason]);
        }
        assert_eq!(baseline(dir.path()), broken, "what is not understood is not written over");
    }
}

#[test]
fn arguments_that_make_no_sense() {
    let dir = letters(&[("a.txt", LEFTOVER)]);
    refused(&short(dir.path(), &["--prune-baseline", "a.txt"]), &["there is no baseline to prune"]);
    refused(&short(dir.path(), &["--baseline=no.toml", "a.txt"]), &["no.toml", "no such file"]);
    refused(&short(dir.path(), &["--write-baseline", "-"]), &["--stdin-filename"]);
    refused(&short(dir.path(), &["--write-baseline", "--fix", "a.txt"]), &["cannot be used with"]);
    refused(
        &short(dir.path(), &["--write-baseline=no/b.toml", "a.txt"]),
        &["no/b.toml: cannot write"],
    );
}
