//! Comments in letters: what they silence, and where they would be sent.

use std::fs;
use std::path::Path;

use super::support::{FINE, LEFTOVER, PROMISE, Run, letters, run, write};

const SILENT: &str =
    "<!-- appeal-lint-disable-next-line absolute-promise: the client wants it -->\n";

fn lint(dir: &Path, args: &[&str]) -> Run {
    let select = "--select=placeholder,absolute-promise,comments,too-short";
    run(dir, &[&["check", "--format=short", "--fail-on=note", select], args].concat())
}

/// The findings of a letter, as `line [lint]`.
fn found(text: &str, args: &[&str]) -> Vec<String> {
    let dir = letters(&[("a.md", text)]);
    let done = lint(dir.path(), &[&["a.md"], args].concat());
    assert!(done.code < 2, "{}", done.err);
    let brief = |line: &str| {
        let number = line.split(':').nth(1).unwrap_or_default();
        format!("{number} {}", &line[line.rfind('[').unwrap_or(0)..])
    };
    done.out.lines().map(brief).collect()
}

const QUIET: &[&str] = &["--ignore=too-short"];

#[test]
fn a_directive_silences_the_next_line() {
    assert_eq!(found(&format!("{SILENT}{PROMISE}"), QUIET), [""; 0]);
    assert_eq!(found(&format!("{SILENT}\n  \n- {PROMISE}"), QUIET), [""; 0]);
    // By group, and below another comment.
    let group = SILENT.replace("absolute-promise", "originality, plan");
    let both = format!("{group}<!-- vale off -->\n{} {PROMISE}", LEFTOVER.trim_end());
    assert_eq!(found(&both, QUIET), [""; 0]);
    // A note at the beginning of that line, or several, are no line of their own.
    for notes in ["<!-- note -->", "<!-- a --> <!-- b\n -->"] {
        let noted = format!("{SILENT}{notes} {}\n{PROMISE}\n{LEFTOVER}", FINE.trim_end());
        assert_eq!(found(&noted, QUIET).last().map(|one| &one[2..]), Some("[placeholder]"));
        assert_eq!(found(&noted, QUIET).len(), 1, "{notes}");
        let silent = SILENT.trim_end();
        let beside = format!("{silent} {notes}\n\n{PROMISE}");
        assert_eq!(found(&beside, QUIET), [""; 0]);
        let next = format!("{SILENT}{notes} {}\n\n{PROMISE}", FINE.trim_end());
        let lints = found(&next, QUIET);
        assert!(lints.iter().any(|one| one.ends_with("[absolute-promise]")), "{lints:?}");
    }
    // A paragraph is one line, however it is wrapped; and no more than one.
    let wrapped = format!("{SILENT}{FINE}We guarantee that this\nwill never happen again.\n");
    assert_eq!(found(&wrapped, QUIET), [""; 0]);
    let two = format!("{SILENT}{PROMISE}\n{PROMISE}");
    assert_eq!(found(&two, QUIET), ["4 [absolute-promise]"]);
    let crlf = format!("{SILENT}{PROMISE}\n{LEFTOVER}").replace('\n', "\r\n");
    assert_eq!(found(&crlf, QUIET), ["4 [placeholder]"]);
}

#[test]
fn a_directive_at_the_top_silences_in_the_whole_letter() {
    let top = "<!-- appeal-lint-disable-file too-short, plan: a draft -->\n\n";
    assert_eq!(found(&format!("{top}{FINE}\n{PROMISE}"), &[]), [""; 0]);
    assert_eq!(
        found(&format!("{FINE}\n{top}{PROMISE}"), QUIET),
        ["3 [wrong-directive]", "5 [absolute-promise]"]
    );
}

#[test]
fn wrong_and_unused_directives_are_found() {
    let dir = letters(&[]);
    let wrong = SILENT.replace("promise", "promises");
    write(dir.path(), "a.md", format!("{wrong}{PROMISE}\n{SILENT}{FINE}"));
    let done = lint(dir.path(), &["a.md", "--ignore=too-short"]);
    let lines: Vec<_> = done.out.lines().collect();
    assert_eq!(lines.len(), 3, "{}", done.out);
    assert!(
        lines[0].contains("a.md:1:36: warning")
            && lines[0].contains("did you mean `absolute-promise`?")
    );
    assert!(lines[1].contains("a.md:2") && lines[1].contains("[absolute-promise]"));
    assert!(lines[2].starts_with("a.md:4:1: note") && lines[2].contains("[unused-directive]"));
    let chinese = lint(dir.path(), &["a.md", "--lang=zh"]);
    assert!(chinese.out.contains("是不是想写 `absolute-promise`？"), "{}", chinese.out);
    // Whether a lint that did not run would have found something, nobody knows.
    let only = run(dir.path(), &["a.md", "--select=comments", "--format=short"]);
    assert!(!only.out.contains("unused-directive"), "{}", only.out);
}

#[test]
fn a_comment_that_is_shown_as_code_is_text() {
    let shown = SILENT.trim_end();
    for code in [
        format!("Write `{shown}` above it.\n\n"),
        format!("```html\n{SILENT}```\n\n"),
        format!("- Write:\n\n  ~~~\n  {SILENT}  ~~~\n\n"),
        format!("Write:\n\n    {SILENT}\n"),
    ] {
        let text = format!("{code}{PROMISE}");
        let dir = letters(&[("a.md", &text)]);
        let args = ["a.md", "--fix", "--ignore=too-short"];
        let done = lint(dir.path(), &args);
        assert!(done.out.contains("[absolute-promise]"), "{code}{}", done.out);
        assert!(!done.out.contains("-directive]"), "{code}{}", done.out);
        assert_eq!(fs::read_to_string(dir.path().join("a.md")).unwrap(), text);
    }
    // What begins as a comment is none of code.
    assert_eq!(found(&format!("<!-- ` -->\n{SILENT}{PROMISE}\n<!-- ` -->\n"), QUIET), [""; 0]);
}

#[test]
fn a_misspelt_directive_is_no_silent_comment() {
    let (next, file) = ("appeal-lint-disable-next-line", "appeal-lint-disable-file");
    for (verb, meant) in [
        ("APPEAL-LINT-DISABLE-FILE", Some(file)),
        ("Appeal-Lint-Disable-next-line", Some(next)),
        ("appeallint-disable-next-line", Some(next)),
        ("appeal_lint-disable-file", Some(file)),
        ("appeal-lint-disable-nxt-line", Some(next)),
        ("appeal-lint-disable-line", Some(next)),
        ("appeal-lint-off", None),
    ] {
        let dir = letters(&[("a.md", &format!("<!-- {verb} plan -->\n{FINE}"))]);
        let done = lint(dir.path(), &["a.md", "--ignore=too-short"]);
        let said = format!("there is no directive `{verb}`");
        assert!(done.out.starts_with(&format!("a.md:1:1: warning: {said}")), "{}", done.out);
        let near = meant.map(|meant| format!("; did you mean `{meant}`?"));
        assert_eq!(done.out.contains("did you mean"), near.is_some(), "{}", done.out);
        assert!(near.is_none_or(|near| done.out.contains(&near)), "{}", done.out);
    }
    let other = format!("<!-- markdownlint-disable-next-line MD013 -->\n{FINE}");
    assert_eq!(found(&other, QUIET), [""; 0]);
}

#[test]
fn a_comment_cannot_silence_all() {
    let dir = letters(&[]);
    write(dir.path(), "a.md", format!("{}{PROMISE}", SILENT.replace("absolute-promise", "all")));
    let done = lint(dir.path(), &["a.md", "--ignore=too-short"]);
    assert!(done.out.contains("`all` would silence every lint"), "{}", done.out);
    assert!(done.out.contains("[absolute-promise]"), "{}", done.out);
}

#[test]
fn a_fix_respects_directives_and_deletes_those_of_no_use() {
    let silent = "<!-- appeal-lint-disable-next-line uncountable-plural, tone -->\n";
    let wrong = "We sent the informations to the buyer on 3 May 2026.\n";
    let dir = letters(&[("a.md", &format!("{silent}{wrong}\n{silent}{FINE}"))]);
    let args = ["--fix", "--select=uncountable-plural,tone,comments", "a.md", "--quiet"];
    let done = run(dir.path(), &args);
    assert_eq!((done.code, &*done.out), (0, ""), "{}", done.err);
    let text = fs::read_to_string(dir.path().join("a.md")).unwrap();
    assert_eq!(text, format!("{}{wrong}\n{FINE}", silent.replace(", tone", "")));
}

#[test]
fn outside_of_markdown_a_comment_would_be_sent() {
    let text = format!("{SILENT}{PROMISE}\n{FINE}See <!-- XXXX --> too.\n# noqa: E501\n");
    let dir = letters(&[("a.txt", &text), ("b.md", &text)]);
    let lints = |file: &str| -> Vec<String> {
        let out = lint(dir.path(), &[file, "--ignore=too-short"]).out;
        out.lines().map(|line| line[line.rfind('[').unwrap()..].to_owned()).collect()
    };
    let (left, promise) = ("[leftover-comment]", "[absolute-promise]");
    assert_eq!(lints("a.txt"), [left, promise, left, "[placeholder]", left]);
    assert_eq!(lints("b.md"), [left], "what is no comment of Markdown is seen there, too");
}

#[test]
fn what_a_comment_says_is_no_text_of_a_letter_in_markdown() {
    let select = |name: &str, text: &str, lints: &str| {
        let dir = letters(&[(name, text)]);
        let args = ["check", "--format=short", "--case=performance", "--select", lints, name];
        let out = run(dir.path(), &args).out;
        out.lines().map(|line| line.split(": ").next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    // No words to be counted.
    let long = format!("<!-- a note\n{}-->\n\nWe shipped late.\n", FINE.repeat(40));
    assert_eq!(select("a.md", &long, "too-short"), ["a.md:44:1"]);
    assert_eq!(select("a.txt", &long, "too-short"), [""; 0]);
    // No facts.
    let rate = "We shipped late <!-- on 3 May, late\nshipment rate 6.2% --> in our shop.\n";
    let metric = |text: &str| {
        select(
            "a.md",
            &format!("Dear team,\n\n{text}\nBest regards,\nLumo\n"),
            "missing-metric-value",
        )
    };
    assert_eq!(metric(rate).len(), metric("We shipped late in our shop.\n").len());
    assert_eq!(metric("We shipped late in our shop.\n").len(), 1);
    // Nothing that is said before, or on the second line of a directive.
    let promise = "We will check every label before it leaves the warehouse.";
    let twice = format!("{promise}\n\nWe opened a store in 2019.\n\n<!-- {promise} -->\n");
    assert_eq!(select("a.md", &twice, "repeated-promise"), [""; 0]);
    let broken = SILENT.replace(": the", ":\nXXXX the");
    assert_eq!(found(&format!("{broken}{PROMISE}"), QUIET), [""; 0]);
    let dir = letters(&[("a.md", &format!("{FINE}<!-- One.\nTwo. -->\n"))]);
    let outline = run(dir.path(), &["parse", "a.md"]).out;
    assert!(outline.contains("Since 3 May") && !outline.contains("Two."), "{outline}");
}

#[test]
fn a_directive_is_deleted_without_the_comment_beside_it() {
    let other = "<!-- keep -->";
    let text = format!("{other} {} {other}\n{FINE}", SILENT.trim_end());
    let dir = letters(&[("a.md", &text)]);
    lint(dir.path(), &["a.md", "--fix", "--quiet", "--ignore=too-short"]);
    let now = fs::read_to_string(dir.path().join("a.md")).unwrap();
    assert_eq!(now, format!("{other} {other}\n{FINE}"));
}
