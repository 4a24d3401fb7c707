//! Lint files that are wrong: every mistake is told at once, with file, line, column and reason.

use appeal_lint::lint::{Catalogue, LintSource, Owner};

const GOOD: &str = r#"
level = "warning"
sources = []
[en]
summary = "s"
message = "m"
help = "h"
explain = "e"
[zh]
summary = "s"
message = "m"
help = "h"
explain = "e"
"#;

fn source(path: &str, text: impl Into<String>) -> LintSource {
    LintSource { path: path.to_string(), text: text.into() }
}

/// A lint file with this behind its texts, which are lines 1 to 13, and an example at the end.
fn lint(rest: &str) -> LintSource {
    source("lints/tone/x.toml", format!("{GOOD}{rest}\n[[example]]\ngood = \"g\"\n"))
}

fn problems(files: &[LintSource]) -> Vec<String> {
    let problems = Catalogue::compile(files).expect_err("the files are wrong");
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn what_shows_a_part_surely_leans_more_than_what_hardly_does() {
    let shown = lint("[shown]\npart = \"request\"\nsurely = 9\nhardly = 9");
    let text = format!("check = \"missing_request\"\n{}", shown.text);
    let found = problems(&[source("lints/tone/x.toml", text)]);
    assert_eq!(found, ["lints/tone/x.toml:15:1: `hardly` is less than `surely`"]);
}

#[test]
fn a_wrong_lint_is_told_with_its_place() {
    for (rest, problem) in [
        (
            "[learned]\nreport = 90\nkeep = 90\n[[phrase]]\nmatch = \"so sorry\"",
            "14:1: `keep` is less than `report`",
        ),
        (
            "[learned]\nreport = 90\nrough = true\n[[phrase]]\nmatch = \"so sorry\"",
            "14:1: `rough` and `clauses` are for lints that fill up their group",
        ),
        (
            "[shown]\npart = \"request\"\nsurely = 9\n[[phrase]]\nmatch = \"so sorry\"",
            "14:1: it is for a `check` that misses a part",
        ),
        (
            "[learned]\nreport = 9\nkeep = 2\nfills = true",
            "14:1: no phrase finds what `fills` reports, to be kept",
        ),
        (
            "[[phrase]]\nmatch = [\"so sorry\",\n \"we (will\"]",
            "16:6: phrase `we (will`: `(` is not closed",
        ),
        (
            "[[phrase]]\nmatch = \"so @us\"",
            "15:13: phrase `so @us`: there is no class `@us` in any file words/*.toml",
        ),
        (
            "[[phrase]]\nmatch = \"a\"\nunless = [\"b\", \"[c]\"]",
            "16:17: phrase `[c]`: the phrase can be empty: give it a word that must be there",
        ),
        ("[[phrase]]\nmatch = []", "14:1: `match` holds no phrase"),
        ("[[phrase]]\nmatch = \"\"", "15:9: the phrase is empty"),
        ("[[phrase]]\nname = \"\"\nmatch = [\"foo bar\", '']", "16:21: the phrase is empty"),
        (
            "[[phrase]]\nmatch = \"a\"\nreplace = \"{1:past}\"",
            "16:12: `{1:past}` in `replace` is none of {1} to {9}, {1:ing}, {match}",
        ),
        (
            "[[phrase]]\nmatch = \"a\"\nname = \"\"\nreplace = \"\"",
            "17:11: `replace` is empty: leave it out",
        ),
        (
            "[[phrase]]\nmatch = \"a\"\nreplace = \"on <date>\"",
            "16:12: a replacement with `<…>` needs `applicability = \"has-placeholders\"`",
        ),
        (
            "[[pattern]]\nregex = \"a)\"\nneeds = [\"a\"]",
            "15:10: regex: found closing ')' without matching '('",
        ),
        (
            "[[pattern]]\nregex = \"a\"\nneeds = []",
            "15:10: `needs` names the literals of which one must occur before the regex is tried",
        ),
        ("", "1:1: the lint has no `[[phrase]]`, no `[[pattern]]`"),
        ("[[phrase]]\nmatch = \"a\"\nwhere = []", "16:1: there is no key `where`"),
    ] {
        let found = problems(&[lint(rest)]);
        let expected = format!("lints/tone/x.toml:{problem}");
        // What TOML says is longer.
        assert!(found.len() == 1 && found[0].starts_with(&expected), "{found:?}, not {expected}");
    }
}

#[test]
fn all_files_are_told_of_at_once() {
    let found = problems(&[
        source("lints/words/a.toml", "[class]\nwe = [\"we\", \"@them\"]\n"),
        source("lints/words/b.toml", "[class]\nour = [\"our\", \"...\"]\nwe = [\"i\"]\n"),
        source("lints/sections.toml", "[[heading]]\npart = \"issue\"\nmatch = [\"_\"]\n"),
        source("lints/cases.toml", "[[case]]\nkind = \"murder\"\nmatch = \"a\"\n"),
        source("lints/rude/y.toml", GOOD),
        lint("[[phrase]]\nmatch = [\"@we )\", \"{day}\"]"),
    ]);
    let starts = [
        "lints/cases.toml:2:8: ",
        "lints/rude:1:1: `rude` is no group of lints: the folder's name must be one of structure, ",
        "lints/sections.toml:3:11: phrase `_`: a phrase cannot begin with `_`",
        "lints/tone/x.toml:15:15: phrase `@we )`: `)` closes no `(`",
        "lints/tone/x.toml:15:20: phrase `{day}`: `{day}` is no kind of fact; there are number, date",
        "lints/words/a.toml:2:14: class `we`: entry `@them`: there is no class `@them` in any file words/*.toml",
        "lints/words/b.toml:2:16: class `our`: entry `...`: an entry of a class holds only words",
        "lints/words/b.toml:3:1: class `we`: there is another class of this name, in lints/words/a.toml",
    ];
    assert_eq!(found.len(), starts.len(), "{found:#?}");
    for (found, start) in found.iter().zip(starts) {
        assert!(found.starts_with(start), "{found}, not {start}");
    }
}

#[test]
fn phrases_share_what_makes_them_harmless_by_name() {
    let guard = "[guard]\ndated = [\"{date}\"]\n";
    let phrase = "[[phrase]]\nmatch = \"so sorry\"\n";
    let catalogue = Catalogue::compile(&[lint(&format!("{guard}{phrase}guards = [\"dated\"]"))]);
    let catalogue = catalogue.expect("the file is right");
    assert_eq!(catalogue.owners.of(1), [Owner::Unless(0, 0)]);
    let found = problems(&[lint(&format!("{guard}{phrase}guards = [\"date\"]"))]);
    assert_eq!(
        found,
        [
            "lints/tone/x.toml:15:1: no phrase has the guard `dated`",
            "lints/tone/x.toml:18:12: there is no guard `date` in `[guard]`",
        ]
    );
}

#[test]
fn a_phrase_of_two_lints_is_there_once() {
    let phrase = "[[phrase]]\nmatch = \"so sorry\"\nunless = [\"{date}\"]";
    let other = LintSource { path: "lints/plan/a.toml".into(), ..lint(phrase) };
    let catalogue = Catalogue::compile(&[lint(phrase), other]).expect("the files are right");
    assert_eq!(
        catalogue.lints.iter().map(|lint| lint.name.as_str()).collect::<Vec<_>>(),
        ["a", "x"]
    );
    let owners = [
        vec![Owner::Phrase(0, 0), Owner::Phrase(1, 0)],
        vec![Owner::Unless(0, 0), Owner::Unless(1, 0)],
    ];
    assert_eq!([0, 1].map(|phrase| catalogue.owners.of(phrase)), owners);
}
