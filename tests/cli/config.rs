//! Configuration files: which one counts, what it says, and what happens to wrong ones.

use std::path::Path;

use super::support::{FINE, LEFTOVER, PROMISE, Run, finish, letters, program, run, short, write};

/// The findings of a run, as `file: level [lint]`.
fn findings(dir: &Path, args: &[&str]) -> Vec<String> {
    let done = short(dir, args);
    assert!(done.code < 2, "{}", done.err);
    let brief = |line: &str| {
        let mut parts = line.split(": ");
        let file = parts.next().unwrap_or_default().split(':').next().unwrap_or_default();
        let level = parts.next().unwrap_or_default();
        format!("{file}: {level} {}", &line[line.rfind('[').unwrap_or(0)..])
    };
    done.out.lines().map(brief).collect()
}

/// A run that must fail because of what is configured.
fn broken(dir: &Path) -> Run {
    let done = run(dir, &["a.txt"]);
    assert_eq!((done.code, done.out.as_str()), (2, ""), "{}", done.err);
    done
}

#[test]
fn the_closest_configuration_counts_alone() {
    let dir = letters(&[
        ("appeal-lint.toml", "[levels]\nplaceholder = \"note\"\nabsolute-promise = \"note\"\n"),
        ("a.txt", LEFTOVER),
        ("near/.appeal-lint.toml", "[levels]\nplaceholder = \"warning\"\n"),
        ("near/below/b.txt", &format!("{LEFTOVER}{PROMISE}")),
    ]);
    assert_eq!(findings(dir.path(), &["a.txt"]), ["a.txt: note [placeholder]"]);
    let near = findings(dir.path(), &["near"]);
    assert_eq!(
        near,
        ["near/below/b.txt: warning [placeholder]", "near/below/b.txt: warning [absolute-promise]"]
    );
    let both = findings(dir.path(), &["near/below/b.txt", "a.txt"]);
    assert_eq!(both.len(), 3);
}

#[test]
fn a_configuration_extends_another() {
    let dir = letters(&[
        ("base/house.toml", "fail-on = \"never\"\n[levels]\noriginality = \"note\"\n"),
        (
            "case/appeal-lint.toml",
            "extend = \"../base/house.toml\"\n[levels]\nplaceholder = \"error\"\n",
        ),
        ("case/a.txt", &format!("{LEFTOVER}{PROMISE}")),
    ]);
    let done = short(dir.path(), &["case"]);
    assert_eq!(done.code, 0, "fail-on is inherited");
    assert!(done.out.contains("error: ") && done.out.contains("[placeholder]"), "{}", done.out);
}

#[test]
fn a_lint_counts_for_more_than_its_group_whoever_says_it() {
    let dir = letters(&[
        ("base.toml", "[levels]\nplaceholder = \"note\"\n"),
        ("appeal-lint.toml", "extend = \"base.toml\"\n[levels]\noriginality = \"allow\"\n"),
        ("a.txt", LEFTOVER),
    ]);
    assert_eq!(findings(dir.path(), &["a.txt"]), ["a.txt: note [placeholder]"]);
}

#[test]
fn the_command_line_counts_for_more() {
    let dir = letters(&[
        (
            "appeal-lint.toml",
            "fail-on = \"never\"\nlang = \"zh\"\n[levels]\nplaceholder = \"allow\"\n",
        ),
        ("a.txt", LEFTOVER),
    ]);
    let done =
        run(dir.path(), &["a.txt", "--select=placeholder", "--fail-on=warning", "--lang=en"]);
    assert_eq!(done.code, 1);
    assert!(done.out.starts_with("warning[placeholder]"), "{}", done.out);
    assert!(done.out.is_ascii(), "{}", done.out);
    let done = run(dir.path(), &["a.txt", "--ignore=structure"]);
    assert!(!done.out.contains("placeholder") && !done.out.is_ascii(), "{}", done.out);
}

#[test]
fn one_configuration_can_be_named_or_none_be_read() {
    let dir = letters(&[
        ("appeal-lint.toml", "[levels]\nplaceholder = \"note\"\n"),
        ("other/mine.toml", "exclude = [\"drafts/\"]\n[levels]\nplaceholder = \"warning\"\n"),
        ("a.txt", LEFTOVER),
        ("drafts/b.txt", LEFTOVER),
    ]);
    let level = |args: &[&str]| findings(dir.path(), args);
    let named = ["--config=other/mine.toml", "."];
    assert_eq!(
        level(&named),
        ["./a.txt: warning [placeholder]"],
        "patterns start where the user is"
    );
    assert_eq!(level(&["--isolated", "a.txt"]), ["a.txt: error [placeholder]"]);
    let with = |args: &[&str]| {
        let mut command = program(dir.path());
        command.env("APPEAL_LINT_CONFIG", "other/mine.toml").args(["a.txt", "--format=short"]);
        finish(command.args(args), b"").out
    };
    assert!(with(&[]).contains("warning: "));
    assert!(with(&["--config=appeal-lint.toml"]).contains("note: "));
    assert!(with(&["--isolated"]).contains("error: "));
    let missing = run(dir.path(), &["--config=none.toml", "a.txt"]);
    assert_eq!(missing.code, 2);
    assert!(missing.err.contains("none.toml") && missing.err.contains("no such file"));
    assert_eq!(run(dir.path(), &["--config=x", "--isolated", "a.txt"]).code, 2);
}

#[test]
fn standard_input_has_the_configuration_of_its_name() {
    let dir = letters(&[("case/appeal-lint.toml", "[levels]\nplaceholder = \"note\"\n")]);
    let level = |name: &str| {
        let mut command = program(dir.path());
        let args = ["-", "--select=placeholder", "--format=short", "--stdin-filename", name];
        finish(command.args(args), LEFTOVER.as_bytes()).out
    };
    assert!(level("case/a.txt").contains(" note: "));
    assert!(level("a.txt").contains(" error: "));
}

#[test]
fn excluded_letters_are_left_out() {
    let dir = letters(&[
        ("appeal-lint.toml", "exclude = [\"old/\", \"*-notes.md\"]\n"),
        ("a.txt", LEFTOVER),
        ("b-notes.md", LEFTOVER),
        ("old/c.txt", LEFTOVER),
    ]);
    let paths = |args: &[&str]| findings(dir.path(), args).len();
    assert_eq!(paths(&["."]), 1);
    assert_eq!(paths(&["b-notes.md", "old/c.txt"]), 2, "what is named is judged");
    assert_eq!(paths(&["old"]), 1, "a folder that is named as well");
    assert_eq!(paths(&["--force-exclude", "b-notes.md", "old/c.txt", "a.txt"]), 1);
    let none = run(dir.path(), &["--force-exclude", "old/c.txt", "--quiet"]);
    assert_eq!((none.code, none.out.as_str(), none.err.as_str()), (0, "", ""));
    write(dir.path(), "only/appeal-lint.toml", "exclude = [\"*\"]\n");
    write(dir.path(), "only/d.txt", LEFTOVER);
    assert_eq!(run(dir.path(), &["only"]).code, 0, "all is excluded, nothing is missing");
    // Nothing judged is no praise.
    let told = |args: &[&str]| short(dir.path(), args).err;
    let excludes = "note: nothing was judged; the configuration excludes ";
    assert_eq!(told(&["only"]), format!("{excludes}1 file or folder\n"));
    let named = ["--force-exclude", "b-notes.md", "old/c.txt"];
    assert_eq!(told(&named), format!("{excludes}2 files or folders\n"));
    assert_eq!(told(&["."]), "");
}

#[test]
fn a_named_letter_is_left_out_as_a_walk_would_leave_it_out() {
    let dir = letters(&[
        ("appeal-lint.toml", "exclude = [\"clients\", \"!clients/s1\", \"old/\"]\n"),
        ("clients/s1/a.txt", LEFTOVER),
        ("old/s1/appeal-lint.toml", "broken = \n"),
        ("old/s1/a.txt", LEFTOVER),
        ("new/appeal-lint.toml", "exclude = [\"!b.txt\", \"c.txt\"]\n"),
        ("new/b.txt", LEFTOVER),
        ("new/c.txt", LEFTOVER),
    ]);
    let all = ["clients/s1/a.txt", "old/s1/a.txt", "new/b.txt", "new/c.txt"];
    assert_eq!(short(dir.path(), &["."]).paths(), ["./new/b.txt"]);
    let named = short(dir.path(), &[&["--force-exclude"][..], &all].concat());
    assert_eq!((named.code, named.paths()), (1, vec!["new/b.txt"]), "{}", named.err);
    // From within an excluded folder, and from elsewhere.
    let within = short(&dir.path().join("clients"), &["--force-exclude", "s1/a.txt"]);
    assert_eq!((within.code, &*within.out), (0, ""), "{}", within.err);
    let beside =
        short(&dir.path().join("new"), &["--force-exclude", "../old/s1/a.txt", "c.txt", "b.txt"]);
    assert_eq!((beside.code, beside.paths()), (1, vec!["b.txt"]), "{}", beside.err);
}

#[test]
fn patterns_that_fit_nothing_are_refused_with_their_place() {
    let dir = letters(&[("a.txt", LEFTOVER), ("old/b.txt", LEFTOVER)]);
    for (config, place) in [
        ("exclude = [\"x\", \"../old\"]\n", ":1:17"),
        ("exclude = ['old\\b.txt']\n", ":1:12"),
        ("exclude = [\"\"]\n", ":1:12"),
        ("[per-file-ignores]\n\"~/x\" = [\"tone\"]\n", ":2:1"),
        ("[per-file-ignores]\n\"!old/*\" = [\"tone\"]\n", ":2:1"),
        ("same-appeal = [\"C:/old\"]\n", ":1:16"),
    ] {
        write(dir.path(), "appeal-lint.toml", config);
        let done = short(dir.path(), &["."]);
        assert_eq!((done.code, &*done.out), (2, ""), "{config}");
        assert!(done.err.contains(&format!("appeal-lint.toml{place}")), "{config}{}", done.err);
    }
    let root = dir.path().canonicalize().unwrap();
    write(dir.path(), "appeal-lint.toml", format!("exclude = ['{}/old/']\n", root.display()));
    assert_eq!(short(&root, &["."]).paths(), ["./a.txt"]);
}

#[test]
fn what_names_nothing_is_refused_with_its_place() {
    let dir = letters(&[("a.txt", LEFTOVER), ("house/.x.toml", "[tool]\n")]);
    for (config, place, said) in [
        ("baseline = \"\"\n", ":1:12", "names no file"),
        ("baseline = \".\"\n", ":1:12", "names no file"),
        ("extend = \"\"\n", ":1:10", "names no file"),
        ("lint-dirs = [\"\"]\n", ":1:14", "names no folder"),
        ("lint-dirs = [\"house\"]\n", ":1:14", "no lints in this folder"),
        ("allow = [\"Lumo\", \" \"]\n", ":1:18", "allows nothing"),
        ("[options.too-long]\nmost = 99999999999\n", ":2:8", "to 4294967295"),
    ] {
        write(dir.path(), "appeal-lint.toml", config);
        let done = short(dir.path(), &["a.txt"]);
        assert_eq!((done.code, &*done.out), (2, ""), "{config}");
        assert!(done.err.contains(&format!("appeal-lint.toml{place}")), "{config}{}", done.err);
        assert!(done.err.contains(said), "{config}{}", done.err);
    }
    write(dir.path(), "appeal-lint.toml", "lint-dirs = [\"house\"]\n");
    write(dir.path(), "house/pyproject.toml", "[tool]\n");
    let done = short(dir.path(), &["a.txt"]);
    assert!(done.err.contains("--> house/pyproject.toml"), "{}", done.err);
    // The variable is named, as nobody sees it.
    let mut command = program(dir.path());
    let done = finish(command.env("APPEAL_LINT_CONFIG", "no.toml").args(["a.txt"]), b"");
    assert!(done.err.contains("no such file; APPEAL_LINT_CONFIG names"), "{}", done.err);
}

#[test]
fn lints_can_be_off_in_some_files() {
    let ignores = "[per-file-ignores]\n\"drafts/**\" = [\"originality\"]\n\"*.md\" = [\"absolute-promise\"]\n";
    let both = format!("{LEFTOVER}{PROMISE}");
    let dir = letters(&[
        ("appeal-lint.toml", ignores),
        ("a.txt", &both),
        ("b.md", &both),
        ("drafts/c.md", &both),
    ]);
    assert_eq!(
        findings(dir.path(), &["."]),
        [
            "./a.txt: error [placeholder]",
            "./a.txt: warning [absolute-promise]",
            "./b.md: error [placeholder]"
        ]
    );
}

#[test]
fn all_stands_for_every_lint() {
    let both = format!("{LEFTOVER}{PROMISE}");
    let dir = letters(&[("a.txt", &both), ("b.md", &both)]);
    let found = |configuration: &str| {
        write(dir.path(), "appeal-lint.toml", configuration);
        let done = run(dir.path(), &["a.txt", "b.md", "--format=short"]);
        assert!(done.code < 2, "{}", done.err);
        done
    };
    // What is closer to a lint counts for more, wherever it stands.
    let levels =
        "[levels]\nall = \"allow\"\noriginality = \"note\"\nabsolute-promise = \"error\"\n";
    let lines = found(levels).out;
    let brief = |line: &str| {
        let parts: Vec<_> = line.split(": ").collect();
        (parts[1].to_owned(), line[line.rfind('[').unwrap()..].to_owned())
    };
    let wanted = [("note", "[placeholder]"), ("error", "[absolute-promise]")].repeat(2);
    let wanted: Vec<_> = wanted.iter().map(|(one, two)| ((*one).into(), (*two).into())).collect();
    assert_eq!(lines.lines().map(brief).collect::<Vec<_>>(), wanted);
    // It wakes nothing that is off by default.
    let plain = found("").out.lines().count();
    assert_eq!(found("[levels]\nall = \"note\"\n").out.lines().count(), plain);
    assert_eq!(found("[per-file-ignores]\n\"*\" = [\"all\"]\n").out, "");
    let one = found("[per-file-ignores]\n\"*.md\" = [\"all\"]\n");
    assert!(one.paths().iter().all(|path| *path == "a.txt") && one.code == 1, "{}", one.out);
}

#[test]
fn the_marketplace_of_a_folder_says_how_dates_are_read() {
    let letter = "The lamps came on 25/12/2026 and left on 12/26/2026.\n";
    let dir = letters(&[
        ("us/appeal-lint.toml", "marketplace = \"us\"\n"),
        ("us/a.txt", letter),
        ("uk/appeal-lint.toml", "marketplace = \"amazon.co.uk\"\n"),
        ("uk/a.txt", letter),
        ("a.txt", letter),
    ]);
    let found = |args: &[&str]| {
        let select = ["--select=impossible-date", "--format=short"];
        run(dir.path(), &[&select, args].concat()).out
    };
    assert_eq!(found(&["a.txt"]), "");
    let us = found(&["us"]);
    assert!(
        us.contains("`25/12/2026` is in no calendar: in the United States the month comes"),
        "{us}"
    );
    let uk = found(&["uk", "--lang=zh"]);
    assert!(uk.contains("“12/26/2026”在日历上不存在：英国的日期日在前"), "{uk}");
    assert_eq!(found(&["us", "--marketplace=ca"]), "", "the command line counts for more");
    assert_eq!(found(&["a.txt", "--marketplace=us"]).lines().count(), 1);
}

#[test]
fn allowed_text_is_no_place_of_a_fault_with_many() {
    let letter = "We are Haida Co.,Ltd and sell lamps.The box was thin,old and big.\n";
    let places = |configuration: &str| {
        let dir = letters(&[("appeal-lint.toml", configuration), ("a.txt", letter)]);
        let done = run(dir.path(), &["--select=missing-space", "--format=short", "a.txt"]);
        done.out.split("in ").nth(1).and_then(|rest| rest.chars().next())
    };
    assert_eq!(places(""), Some('3'));
    assert_eq!(places("allow = [\"Co.,Ltd\"]\n"), Some('2'));
}

#[test]
fn options_of_lints_can_be_set() {
    let words = |most: u32| format!("[options.long-sentence]\nwords = {most}\n");
    let dir = letters(&[("appeal-lint.toml", &words(5)), ("a.txt", FINE)]);
    let count = || run(dir.path(), &["a.txt", "--select=long-sentence", "--format=jsonl"]).out;
    assert_eq!(count().lines().count(), 1);
    write(dir.path(), "appeal-lint.toml", words(50));
    assert_eq!(count(), "");
    let explained = run(dir.path(), &["explain", "long-sentence"]).out;
    assert!(explained.contains("words = 50"), "{explained}");
}

#[test]
fn the_kind_of_case_can_be_set_for_a_folder() {
    let dir = letters(&[("appeal-lint.toml", "case = \"verification\"\n"), ("a.txt", FINE)]);
    let short = || run(dir.path(), &["a.txt", "--select=too-short", "--format=short"]).out;
    assert_eq!(short(), "", "papers speak for themselves");
    write(dir.path(), "appeal-lint.toml", "");
    assert_ne!(short(), "");
}

#[test]
fn a_wrong_configuration_is_shown_with_its_place() {
    for (text, place, reason) in [
        ("levles = 1\n", "toml:1:1", "there is no key `levles`; did you mean `levels`?"),
        ("\nlang = \"de\"\n", "toml:2:8", "there is no value `de`; there are `en`, `zh`"),
        (
            "[levels]\nplacehodler = \"note\"\n",
            "toml:2:1",
            "no lint or group `placehodler`; did you mean `placeholder`?",
        ),
        ("marketplace = \"usa\"\n", "toml:1:15", "no marketplace `usa`; did you mean `us`?"),
        ("[levels]\nTone = \"note\"\n", "toml:2:1", "did you mean `tone`?"),
        ("[levels]\nplaceholder = \"warn\"\n", "toml:2:15", "did you mean `warning`?"),
        ("[options.placeholder]\nmost = 3\n", "toml:2:1", "`placeholder` has no option `most`"),
        ("[options.long-sentence]\nword = 3\n", "toml:2:1", "did you mean `words`?"),
        ("[options.long-sentence]\nwords = \"3\"\n", "toml:2:9", "expected a whole number"),
        ("[options.long]\nwords = 3\n", "toml:1:10", "there is no lint `long`"),
        ("exclude = [\"a\", \"b{\"]\n", "toml:1:17", "b{"),
        (
            "[per-file-ignores]\n\"*.md\" = [\"orginality\"]\n",
            "toml:2:11",
            "did you mean `originality`?",
        ),
        ("extend = \"none.toml\"\n", "toml:1:10", "none.toml: no such file"),
        ("extend = \"appeal-lint.toml\"\n", "toml:1:10", "the file extends itself"),
        ("a = [\n", "toml:", ""),
    ] {
        let dir = letters(&[("appeal-lint.toml", text), ("a.txt", FINE)]);
        let said = broken(dir.path()).err;
        assert!(said.contains(place) && said.contains(reason), "{text}\n{said}");
    }
}

#[test]
fn notepad_may_have_written_the_configuration() {
    let dir = letters(&[("a.txt", LEFTOVER)]);
    write(dir.path(), "appeal-lint.toml", "\u{feff}[levels]\r\nplaceholder = \"note\"\r\n");
    assert_eq!(findings(dir.path(), &["a.txt"]), ["a.txt: note [placeholder]"]);
    write(dir.path(), "appeal-lint.toml", b"# \xc9\xea\xcb\xdf\n");
    assert!(broken(dir.path()).err.contains("it is not in UTF-8"));
}

#[test]
fn the_schema_is_printed() {
    let dir = letters(&[]);
    let done = run(dir.path(), &["schema"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let schema: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    assert!(schema["properties"]["per-file-ignores"]["description"].is_string());
}
