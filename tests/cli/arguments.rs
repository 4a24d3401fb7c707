//! Options, their defaults, and what happens to wrong ones.

use super::support::{FINE, LEFTOVER, PROMISE, finish, letters, program, run, short, write};

#[test]
fn exit_codes_follow_the_level_that_fails() {
    let dir = letters(&[("fine.txt", FINE), ("promise.txt", PROMISE), ("leftover.txt", LEFTOVER)]);
    let code = |args: &[&str]| short(dir.path(), args).code;
    assert_eq!(code(&["fine.txt"]), 0);
    assert_eq!(code(&["promise.txt"]), 1);
    assert_eq!(code(&["promise.txt", "--fail-on=error"]), 0);
    assert_eq!(code(&["leftover.txt", "--fail-on=error"]), 1);
    assert_eq!(code(&["leftover.txt", "--fail-on=never"]), 0);
    assert_eq!(code(&["leftover.txt", "missing.txt"]), 2);
    assert_eq!(code(&["leftover.txt", "missing.txt", "--fail-on=never"]), 2);
}

#[test]
fn check_is_what_happens_without_a_command() {
    let dir = letters(&[("leftover.txt", LEFTOVER)]);
    let bare = run(dir.path(), &["leftover.txt", "--format=short"]);
    let named = run(dir.path(), &["check", "leftover.txt", "--output-format=short"]);
    assert_eq!(bare.out, named.out);
    assert_eq!((bare.code, named.code), (1, 1));
}

#[test]
fn a_file_named_like_a_command_is_written_with_its_directory() {
    let dir = letters(&[("check", LEFTOVER)]);
    assert_eq!(run(dir.path(), &["./check", "--format=short"]).code, 1);
    assert_eq!(run(dir.path(), &["check", "check", "--format=short"]).code, 1);
}

#[test]
fn what_every_command_takes_may_stand_before_its_name() {
    let dir = letters(&[
        ("lints", LEFTOVER),
        ("other.toml", "lang = \"zh\"\n"),
        ("a.txt", FINE),
        ("parse", LEFTOVER),
    ]);
    let out = |args: &[&str]| {
        let done = run(dir.path(), args);
        assert_eq!((done.code, &*done.err), (0, ""), "{args:?}");
        done.out
    };
    let chinese = out(&["explain", "denial", "--lang=zh"]);
    assert!(!chinese.is_ascii());
    for before in [&["--lang", "zh"][..], &["--lang=zh"], &["--config", "other.toml"]] {
        assert_eq!(out(&[before, &["explain", "denial"]].concat()), chinese, "{before:?}");
    }
    assert_eq!(out(&["--isolated", "--color", "never", "lints"]), out(&["lints"]));
    // The closer one counts.
    assert_eq!(out(&["--lang=en", "explain", "denial", "--lang=zh"]), chinese);
    // Behind an option of `check`, or a letter, it is a letter's name.
    for args in [&["--format=short", "lints"][..], &["a.txt", "lints"], &["a.txt", "-q", "parse"]] {
        let done = run(dir.path(), args);
        assert_eq!((done.code, &*done.err), (1, ""), "{args:?}");
    }
}

#[test]
fn blanks_around_names_do_not_matter() {
    let dir = letters(&[("a.txt", &format!("{LEFTOVER}{PROMISE}"))]);
    let args = ["a.txt", "--format=short", "--select= placeholder, plan", "--ignore=tone , plan"];
    let done = run(dir.path(), &args);
    assert_eq!((done.code, done.paths()), (1, vec!["a.txt"]), "{}", done.err);
}

#[test]
fn a_path_is_no_command_with_a_slip_in_it() {
    let dir = letters(&[]);
    for name in ["clients/s99", "lints/", "lint.s", r"lint\s"] {
        let err = run(dir.path(), &[name]).err;
        assert_eq!(err, format!("error: {name}: no such file or directory\n"));
    }
}

#[test]
fn a_command_with_a_slip_in_it_is_recognised() {
    let dir = letters(&[("a.txt", FINE)]);
    let said = |args: &[&str]| run(dir.path(), args).err.lines().next().map(str::to_owned);
    let missing = |name: &str| format!("error: {name}: no such file or directory");
    let meant =
        |name, command| Some(missing(name) + &format!("; did you mean the command `{command}`?"));
    assert_eq!(said(&["explian", "denial"]), meant("explian", "explain"));
    assert_eq!(said(&["chekc", "a.txt"]), meant("chekc", "check"));
    assert!(said(&["explian", "--lang=zh"]).is_some_and(|said| said.contains("命令 `explain`")));
    let late =
        missing("explain") + "; as a command, `explain` stands before the options of `check`";
    assert_eq!(said(&["-q", "explain", "denial"]), Some(late));
    for args in [&["a.txt", "chekc"][..], &["check", "chekc"], &["letters/chekc"], &["b.txt"]] {
        let name = args.last().expect("a name");
        assert_eq!(said(args), Some(missing(name)), "{args:?}");
    }
}

#[test]
fn parse_shows_a_letter_as_it_is_judged() {
    let dir = letters(&[("appeal-lint.toml", "case = \"performance\"\nmarketplace = \"de\"\n")]);
    // "我们" in GBK.
    let text = [b"\xCE\xD2\xC3\xC7\n\n".as_slice(), FINE.as_bytes()].concat();
    write(dir.path(), "a.txt", text);
    let head = |args: &[&str]| {
        let done = run(dir.path(), &[&["parse", "a.txt", "--encoding=gbk"], args].concat());
        assert_eq!((done.code, &*done.err), (0, ""), "{args:?}");
        assert!(done.out.contains("我们"), "{}", done.out);
        done.out.lines().take_while(|line| !line.starts_with('#')).collect::<Vec<_>>().join("|")
    };
    assert_eq!(head(&[]), "marketplace de|case performance as given");
    let own = ["--case=condition", "--marketplace=amazon.co.uk"];
    assert_eq!(head(&own), "marketplace uk|case condition as given");
    assert_eq!(head(&["--isolated"]), "");
    write(dir.path(), "appeal-lint.toml", "cas = 1\n");
    let done = run(dir.path(), &["parse", "a.txt"]);
    assert!(done.code == 2 && done.err.contains("did you mean `case`?"), "{}", done.err);
}

#[test]
fn wrong_arguments_are_explained_on_standard_error() {
    let dir = letters(&[("fine.txt", FINE)]);
    for (args, reason) in [
        (&[][..], "Usage"),
        (&["check"], "<PATH>"),
        (&["--nonsense", "fine.txt"], "--nonsense"),
        (&["--select", "placehloder", "fine.txt"], "did you mean `placeholder`?"),
        (&["--ignore", "tome", "fine.txt"], "did you mean `tone`?"),
        (&["--select", "", "fine.txt"], "no lint or group"),
        (&["--select", "TONE", "fine.txt"], "did you mean `tone`?"),
        (&["--select", "ALL", "fine.txt"], "did you mean `all`?"),
        (&["--case", "performence", "fine.txt"], "'performance'"),
        (&["--marketplace", "germany", "fine.txt"], "did you mean `de`?"),
        (&["--marketplace", "amazon.xy", "fine.txt"], "there is no marketplace `amazon.xy`"),
        (&["--lang", "de", "fine.txt"], "[possible values: en, zh]"),
        (&["--fail-on", "warn", "fine.txt"], "'warning'"),
        (&["--format", "jsn", "fine.txt"], "'json'"),
        (&["explain", "absolute-promises"], "did you mean `absolute-promise`?"),
        (&["explain", "BLAME"], "did you mean `blame`?"),
        (&["explain", "tome"], "did you mean `tone`?"),
        (&["explain"], "<LINT>"),
    ] {
        let done = run(dir.path(), args);
        assert_eq!(done.code, 2, "{args:?}");
        assert_eq!(done.out, "", "{args:?}");
        assert!(done.err.contains(reason), "{args:?}: {}", done.err);
    }
}

#[test]
fn select_leaves_only_what_it_names() {
    let dir = letters(&[("both.txt", &format!("{PROMISE}{LEFTOVER}"))]);
    let lints = |args: &[&str]| {
        let done = run(dir.path(), &[&["both.txt", "--format=short"], args].concat());
        let name = |line: &str| line.rsplit(['[', ']']).nth(1).map(str::to_owned);
        done.out.lines().filter_map(name).collect::<Vec<_>>()
    };
    assert_eq!(lints(&["--select=placeholder"]), ["placeholder"]);
    assert_eq!(
        lints(&["--select=placeholder,absolute-promise"]),
        ["absolute-promise", "placeholder"]
    );
    assert_eq!(lints(&["--select=placeholder", "--select=plan", "--ignore=plan"]), ["placeholder"]);
    assert_eq!(lints(&["--ignore=all", "--select=absolute-promise"]), ["absolute-promise"]);
    assert_eq!(lints(&["--select=all", "--ignore=all"]), [""; 0]);
    let rest = lints(&["--ignore=placeholder"]);
    assert!(
        rest.iter().any(|name| name == "absolute-promise") && !rest.contains(&"placeholder".into())
    );
}

#[test]
fn standard_input_is_a_letter_with_a_name() {
    let dir = letters(&[]);
    let args = ["-", "--format=short", "--select=placeholder"];
    let unnamed = finish(program(dir.path()).args(args), LEFTOVER.as_bytes());
    assert_eq!((unnamed.code, unnamed.paths()), (1, vec!["<stdin>"]));
    let named =
        finish(program(dir.path()).args(args).arg("--stdin-filename=a b.txt"), LEFTOVER.as_bytes());
    assert_eq!(named.paths(), ["a b.txt"]);
}

#[test]
fn the_language_is_asked_for_or_the_locales() {
    let dir = letters(&[("leftover.txt", LEFTOVER)]);
    let say = |locale: &str, args: &[&str]| {
        finish(
            program(dir.path())
                .env("LANG", locale)
                .args(["--format=short", "leftover.txt"])
                .args(args),
            b"",
        )
        .out
    };
    assert_eq!(say("en_US.UTF-8", &[]), say("zh_CN.UTF-8", &["--lang=en"]));
    assert_eq!(say("zh_CN.UTF-8", &[]), say("C", &["--lang=zh"]));
    assert_ne!(say("zh_CN.UTF-8", &[]), say("C", &[]));
}

#[test]
fn help_and_version_succeed() {
    let dir = letters(&[]);
    let help = run(dir.path(), &["--help"]);
    assert_eq!(help.code, 0);
    assert!(help.out.contains("appeal-lint explain"), "{}", help.out);
    let version = run(dir.path(), &["--version"]);
    assert_eq!(version.out, format!("appeal-lint {}\n", env!("CARGO_PKG_VERSION")));
}
